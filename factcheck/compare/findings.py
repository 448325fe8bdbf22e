"""Alignments in, findings out: each with both passages, a stable id and nothing said twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.compare.judging import judgements
from factcheck.protocols import Comparator
from factcheck.records import (
    Alignment,
    Article,
    Claim,
    Finding,
    Judgement,
    Kind,
    Name,
    Relation,
    Role,
    Side,
    Span,
)

_VERSION = "1"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ID_CHARACTERS = 12


def findings(
    story: str,
    alignments: Sequence[Alignment],
    articles: Mapping[str, Article],
    comparators: Sequence[Comparator],
    *,
    min_confidence: float = 0.0,
) -> tuple[tuple[Finding, ...], dict[int, Relation]]:
    """The story's findings, ranked, and for each alignment's index its strongest relation."""
    best: dict[tuple[object, ...], Finding] = {}
    relations: dict[int, Relation] = {}
    for index, given in enumerate(alignments):
        alignment = _oriented(given, articles)
        for comparator, judgement in judgements(alignment, comparators):
            if judgement.confidence < min_confidence:
                continue
            earlier = relations.get(index, judgement.relation)
            relations[index] = min(earlier, judgement.relation, key=lambda relation: relation.rank)
            finding = _finding(story, alignment, comparator, judgement, articles)
            key = _said_once(finding)
            if key not in best or _strength(finding) < _strength(best[key]):
                best[key] = finding
    return _numbered(_undominated(best.values())), relations


def _oriented(alignment: Alignment, articles: Mapping[str, Article]) -> Alignment:
    """A candidate stands on the left, then the order of the uris and places: reasons speak of both sides."""
    left, right = alignment.left, alignment.right
    if _goes_second(articles[left.uri], left) <= _goes_second(articles[right.uri], right):
        return alignment
    return alignment.mirrored()


def _goes_second(article: Article, claim: Claim) -> tuple[bool, str, tuple[Span, ...]]:
    return article.role is not Role.CANDIDATE, claim.uri, claim.spans


def _finding(
    story: str,
    alignment: Alignment,
    comparator: Comparator,
    judgement: Judgement,
    articles: Mapping[str, Article],
) -> Finding:
    left, right = alignment.left, alignment.right
    sides = (
        Side.of(articles[left.uri], left, judgement.left, judgement.left_value),
        Side.of(articles[right.uri], right, judgement.right, judgement.right_value),
    )
    identity = _identity(comparator.kind, alignment, sides)
    return Finding(
        identity, story, comparator.kind, comparator.name, judgement, *sides, alignment.score, alignment.why
    )


def _identity(kind: Kind, alignment: Alignment, sides: tuple[Side, Side]) -> str:
    """FC- and 60 bits of BLAKE2b over what the finding is about: no offset, score or model in it."""
    slot = sorted(_names(alignment.left) & _names(alignment.right))
    parts = [_VERSION, str(kind), *sorted(f"{side.uri}\x1f{side.value}" for side in sides), *slot]
    digest = hashlib.blake2b("\x1e".join(parts).encode("utf-8"), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return "FC-" + "".join(_CROCKFORD[number >> (5 * place) & 31] for place in range(_ID_CHARACTERS))


def _names(claim: Claim) -> set[str]:
    return {fact.value.full.casefold() for fact in claim.facts if isinstance(fact.value, Name)}


def _said_once(finding: Finding) -> tuple[object, ...]:
    """Two findings with this key say the same of the same two sentences."""
    left, right = finding.left, finding.right
    return (finding.kind, left.uri, left.sentence, left.value, right.uri, right.sentence, right.value)


def _undominated(found: Iterable[Finding]) -> list[Finding]:
    """Ranked, without the findings whose two evidence spans a stronger finding already shows."""
    kept: list[Finding] = []
    for finding in sorted(found, key=_order):
        shown = any(
            finding.left.uri == other.left.uri
            and finding.right.uri == other.right.uri
            and finding.left.evidence.overlaps(other.left.evidence)
            and finding.right.evidence.overlaps(other.right.evidence)
            for other in kept
        )
        if not shown:
            kept.append(finding)
    return kept


def _strength(finding: Finding) -> tuple[object, ...]:
    return (
        finding.judgement.relation.rank,
        -finding.judgement.confidence,
        -finding.score,
        finding.left.evidence,
    )


def _order(finding: Finding) -> tuple[object, ...]:
    left, right = finding.left, finding.right
    return (
        finding.judgement.relation.rank,
        -finding.judgement.confidence,
        -finding.score,
        left.uri,
        left.evidence,
        right.uri,
        right.evidence,
        finding.kind,
    )


def _numbered(rows: Sequence[Finding]) -> tuple[Finding, ...]:
    """Twins (equal ids) get an index from the second on."""
    counts: dict[str, int] = {}
    numbered = []
    for finding in rows:
        counts[finding.id] = counts.get(finding.id, 0) + 1
        twin = counts[finding.id]
        numbered.append(finding if twin == 1 else replace(finding, id=f"{finding.id}-{twin}"))
    return tuple(numbered)
