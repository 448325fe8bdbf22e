"""An article's sentences and claims in, the claims with their normalised facts out."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.protocols import ValueReader
from factcheck.records import AnyFact, Article, Claim, Hedge, Kind, Polarity, Sentence, Span
from factcheck.values import causes, events, hedges, names, polarity, quantities, roles, statuses, times
from factcheck.values.trees import Tree, predicate_of

READERS: tuple[ValueReader, ...] = (
    times,
    quantities,
    roles,
    names,
    polarity,
    hedges,
    statuses,
    events,
    causes,
)

__all__ = ["READERS", "with_facts"]


def with_facts(article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with every fact that stands wholly within its slices, sorted by span.

    A doubt or a denial that stands outside the slices, but whose scope holds the claim's verb, is a fact of
    the claim too ("the idea that" of "the mill leaked"): its span is its own place in the article.

    A fact that stands in no claim, as in "said a former acting commissioner on Tuesday", makes a claim of the
    words around it that no other claim holds: no fact is lost, and it is not taken for one of what was said.
    """
    facts = sorted(
        (fact for reader in READERS for fact in reader.facts(article, sentences)),
        key=lambda fact: (fact.span, fact.kind),
    )
    facts = list(events.restored(article, facts, claims))
    held = [span for claim in claims for span in claim.spans if claim.sentence.overlaps(span)]
    lost = [
        fact
        for fact in facts
        if fact.kind not in (Kind.CAUSE, Kind.EVENT) and not any(span.contains(fact.span) for span in held)
    ]
    every = sorted(
        (*claims, *_sayings(article, sentences, held, lost)), key=lambda claim: (claim.sentence, claim.spans)
    )
    starts = [fact.span.start for fact in facts]
    governing = _governing(sentences, facts, starts)
    context = tuple(fact for fact in facts if fact.kind in _OF_THE_ARTICLE)
    return tuple(
        dataclasses.replace(
            claim,
            facts=_facts_of(claim, facts, starts, governing.get(claim.sentence)),
            context=context,
        )
        for claim in every
    )


_OF_THE_ARTICLE = frozenset(
    {Kind.NAME, Kind.PLACE, Kind.EVENT, Kind.STATUS}
)  # what tells a slip from another event
_Governing = tuple[Tree, tuple[AnyFact, ...]]


def _governing(
    sentences: Sequence[Sentence], facts: Sequence[AnyFact], starts: Sequence[int]
) -> dict[Span, _Governing]:
    """For each parsed sentence with facts that have a scope: its tree and these facts."""
    found: dict[Span, _Governing] = {}
    for sentence in sentences:
        here = facts[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        scoped = tuple(fact for fact in here if _scope(fact) is not None)
        if scoped and sentence.parse.tokens:
            found[sentence.span] = (Tree(sentence), scoped)
    return found


def _scope(fact: AnyFact) -> Span | None:
    """The scope of a doubt, of a denial, or of what was admitted."""
    value = fact.value
    if isinstance(value, Hedge) or (
        isinstance(value, Polarity) and (value.negated or value.predicate == "admit")
    ):
        return value.scope
    return None


def _over(claim: Claim, governing: _Governing | None) -> Iterator[AnyFact]:
    """The facts outside the claim whose scope holds its verb."""
    if governing is None:
        return
    tree, facts = governing
    outside = [fact for fact in facts if not any(span.contains(fact.span) for span in claim.spans)]
    verb = predicate_of(tree, claim.spans) if outside else None
    for fact in outside:
        scope = _scope(fact)
        if verb is not None and scope is not None and scope.contains(verb.span):
            yield fact


def _sayings(
    article: Article, sentences: Sequence[Sentence], held: Sequence[Span], lost: Sequence[AnyFact]
) -> Iterator[Claim]:
    """One claim for each stretch of a sentence that no claim holds but a fact stands in."""
    for sentence in sentences:
        facts = [fact for fact in lost if sentence.span.contains(fact.span)]
        if not facts:
            continue
        stretches = _uncovered(sentence.span, [span for span in held if sentence.span.overlaps(span)])
        for stretch in stretches:
            span = _trimmed(article.text, stretch)
            if any(span.contains(fact.span) for fact in facts):
                yield Claim(
                    article.uri,
                    (span,),
                    span.of(article.text),
                    sentence.span,
                    sentence.index,
                    sentence.span.of(article.text),
                    sentence.block,
                )


def _uncovered(whole: Span, held: Sequence[Span]) -> Iterator[Span]:
    at = whole.start
    for span in sorted(held):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < whole.end:
        yield Span(at, whole.end)


def _trimmed(text: str, span: Span) -> Span:
    """Without the spaces and punctuation at either end."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _facts_of(
    claim: Claim, facts: Sequence[AnyFact], starts: Sequence[int], governing: _Governing | None
) -> tuple[AnyFact, ...]:
    found = [*claim.facts, *_over(claim, governing)]
    for span in claim.spans:
        if not claim.sentence.overlaps(span):
            continue  # whom a pronoun means: a name to be found by, not a fact that this sentence tells
        near = facts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found.extend(fact for fact in near if span.contains(fact.span))
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.kind)))
