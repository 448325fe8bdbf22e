"""Findings and alignments in, disputes out: who says what on one matter, by independent origin.

Facts that contradict or agree are joined to one matter by connected components; within it, facts with one
value, or found to agree, are one position. A contradiction is never outvoted: the majority only informs.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import networkx as nx

from factcheck.graph.provenance import likely_original
from factcheck.records import (
    Alignment,
    AnyFact,
    Article,
    Claim,
    Copy,
    Dispute,
    Finding,
    Kind,
    Position,
    Relation,
    Side,
    Span,
)

_Fact = tuple[str, Kind, Span]  # uri, kind, evidence: one place in one article
MAX_LABEL = 90  # characters


def disputes(
    story: str,
    findings: Sequence[Finding],
    alignments: Sequence[Alignment],
    articles: Mapping[str, Article],
    origins: Mapping[str, int],
    copies: Sequence[Copy] = (),
) -> tuple[Dispute, ...]:
    """Sorted by the rank of their strongest finding."""
    sides = _sides(findings, alignments, articles)
    matters = _matters(findings, alignments)
    rows = []
    for component in nx.connected_components(matters):
        inside = [f for f in findings if (f.left.uri, f.kind, f.left.evidence) in component]
        if inside:
            positions = _positions(matters, sorted(component), sides, origins, articles, copies)
            positions = _by_standing(positions, _superseded(inside))
            rows.append(_dispute(story, inside, positions, articles))
    return tuple(sorted(rows, key=lambda row: (row.relation.rank, row.kind, row.id)))


def _matters(findings: Sequence[Finding], alignments: Sequence[Alignment]) -> nx.Graph[_Fact]:
    matters: nx.Graph[_Fact] = nx.Graph()
    for finding in findings:
        left, right = ((side.uri, finding.kind, side.evidence) for side in (finding.left, finding.right))
        matters.add_edge(left, right, agrees=False)
    disputed = set(matters)
    for alignment in alignments:
        for pair in alignment.pairs:
            left, right = _node(alignment.left, pair.left), _node(alignment.right, pair.right)
            agreeing = pair.left.value.label == pair.right.value.label and not matters.has_edge(left, right)
            if agreeing and (left in disputed or right in disputed):
                matters.add_edge(left, right, agrees=True)
    return matters


def _node(claim: Claim, fact: AnyFact) -> _Fact:
    return claim.uri, fact.kind, fact.span


def _sides(
    findings: Sequence[Finding], alignments: Sequence[Alignment], articles: Mapping[str, Article]
) -> dict[_Fact, Side]:
    sides: dict[_Fact, Side] = {}
    for finding in findings:
        for side in (finding.left, finding.right):
            sides.setdefault((side.uri, finding.kind, side.evidence), side)
    for alignment in alignments:
        for pair in alignment.pairs:
            for claim, fact in ((alignment.left, pair.left), (alignment.right, pair.right)):
                sides.setdefault(
                    _node(claim, fact), Side.of(articles[claim.uri], claim, fact.span, fact.value.label)
                )
    return sides


def _positions(
    matters: nx.Graph[_Fact],
    component: Sequence[_Fact],
    sides: Mapping[_Fact, Side],
    origins: Mapping[str, int],
    articles: Mapping[str, Article],
    copies: Sequence[Copy],
) -> tuple[Position, ...]:
    """One a value, most origins first."""
    held: dict[str, list[_Fact]] = defaultdict(list)
    for node in component:
        held[sides[node].value].append(node)
    rows = []
    for value, nodes in sorted(held.items()):
        uris = {node[0] for node in nodes}
        uris |= {copy.uri for copy in copies if copy.exact and copy.of in uris}
        outlets = tuple(sorted({articles[uri].outlet for uri in uris}))
        independent = len({origins.get(uri, -1) for uri in uris})
        rows.append(Position(value, outlets, tuple(sides[node] for node in nodes), independent))
    return tuple(sorted(rows, key=lambda position: (-position.origins, position.value)))


def _superseded(inside: Sequence[Finding]) -> frozenset[str]:
    """The values that a later report moved on from, and to which no update leads."""
    earlier, later = set(), set()
    for finding in inside:
        if finding.judgement.relation is Relation.UPDATE and (sides := _in_order(finding)):
            earlier.add(sides[0].value)
            later.add(sides[1].value)
        elif finding.judgement.relation is Relation.CONTRADICTION:
            later |= {finding.left.value, finding.right.value}  # still in dispute
    return frozenset(earlier - later)


def _in_order(finding: Finding) -> tuple[Side, Side] | None:
    """The side that was surely published first, then the other; None where no date tells."""
    for early, late in ((finding.left, finding.right), (finding.right, finding.left)):
        last, first = early.published.latest, late.published.earliest
        if last and first and last < first:
            return early, late
    return None


def _by_standing(positions: Sequence[Position], superseded: frozenset[str]) -> tuple[Position, ...]:
    """What stands first, what was superseded behind it."""
    marked = [replace(position, superseded=position.value in superseded) for position in positions]
    return tuple(sorted(marked, key=lambda position: position.superseded))


def _dispute(
    story: str, inside: Sequence[Finding], positions: tuple[Position, ...], articles: Mapping[str, Article]
) -> Dispute:
    first = min(inside, key=lambda finding: (finding.judgement.relation.rank, finding.id))
    ids = tuple(sorted(finding.id for finding in inside))
    current = [position for position in positions if not position.superseded] or positions
    votes = Counter({position.value: position.origins for position in current})
    (leader, most), rest = votes.most_common(1)[0], sorted(votes.values())[:-1]
    majority = leader if most >= 2 and (not rest or most > rest[-1]) else ""
    alone = [position for position in current if position.origins == 1 and position.value != majority]
    outlier = ", ".join(alone[0].outlets) if majority and len(alone) == 1 else ""
    uris = sorted({side.uri for position in positions for side in position.sides})
    return Dispute(
        id="D-" + hashlib.blake2b("\x1e".join(ids).encode(), digest_size=5).hexdigest().upper(),
        story=story,
        kind=first.kind,
        relation=first.judgement.relation,
        label=_label(first),
        positions=positions,
        findings=ids,
        majority=majority,
        outlier=outlier,
        likely_original=likely_original(articles[uri] for uri in uris),
    )


def _label(finding: Finding) -> str:
    """What the matter is, in the words of the shorter sentence."""
    sentence = min(
        (finding.left.sentence_text, finding.right.sentence_text), key=lambda text: (len(text), text)
    )
    words = " ".join(sentence.split())
    return words if len(words) <= MAX_LABEL else words[: MAX_LABEL - 1].rsplit(" ", 1)[0] + "…"
