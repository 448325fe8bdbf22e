"""A claim in, its line of `factcheck claims` out: spans, attribution and values as plain JSON types."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from factcheck.records import (
    AnyFact,
    Article,
    Attribution,
    Claim,
    Hedge,
    Kind,
    Name,
    Polarity,
    Quantity,
    Quotation,
    Status,
    TimeValue,
    TimexType,
    Title,
)


def claim_line(article: Article, claim: Claim) -> dict[str, Any]:
    """The shape is laid down for outside scorers; keys are only ever added."""
    negated = next((f for f in claim.facts if isinstance(f.value, Polarity) and f.value.negated), None)
    hedge = next((f for f in claim.facts if isinstance(f.value, Hedge)), None)
    return {
        "source": article.uri,
        "outlet": article.outlet,
        "published": article.published.iso() or None,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "spans": [[span.start, span.end] for span in claim.spans],
        "text": claim.text,
        "minimal": claim.minimal,
        "attribution": _attribution(claim.attribution),
        "polarity": "negative" if negated else "positive",
        "hedge": hedge.text if hedge else None,
        "facts": [_fact(fact) for fact in claim.facts if fact.kind is not Kind.EVENT],
    }


def _attribution(attribution: Attribution | None) -> dict[str, Any] | None:
    if attribution is None:
        return None
    source = attribution.source
    return {
        "source": [source.start, source.end] if source else None,
        "cue": [attribution.cue.start, attribution.cue.end],
        "content": [[span.start, span.end] for span in attribution.content],
        "direct": attribution.direct,
        "speaker": attribution.speaker or None,
    }


def _fact(fact: AnyFact) -> dict[str, Any]:
    row = {"kind": str(fact.kind), "start": fact.span.start, "end": fact.span.end, "text": fact.text}
    return row | _value(fact.value)


def _value(value: object) -> dict[str, Any]:
    match value:
        case TimeValue():
            return {
                "type": str(value.type),
                "value": value.value,
                "mod": value.mod or None,
                "earliest": _instant(value.earliest, value.type),
                "latest": _instant(value.latest, value.type),
                "how": str(value.how),
                "relation": str(value.relation),
            }
        case Quantity():
            return {
                "value": f"{value.amount.normalize():f}",
                "upper": None if value.upper is None else f"{value.upper.normalize():f}",
                "unit": value.unit,
                "bound": str(value.bound),
                "noun": value.noun or None,
            }
        case Title():
            return {
                "name": value.name or None,
                "office": value.office,
                "modifiers": list(value.modifiers),
                "organisation": value.organisation or None,
            }
        case Name():
            return {"name": value.full, "type": str(value.kind)}
        case Polarity():
            return {"predicate": value.predicate, "negated": value.negated}
        case Hedge():
            return {"cue": value.cue, "certainty": value.certainty}
        case Status():
            return {"ladder": value.ladder, "step": value.step, "name": value.name}
        case Quotation():
            return {"words": value.words, "speaker": value.speaker or None}
    return {}


def _instant(value: datetime | None, kind: TimexType) -> str | None:
    if value is None:
        return None
    return value.isoformat() if kind is TimexType.TIME else value.date().isoformat()
