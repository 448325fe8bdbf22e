"""Two aligned claims in, the pairs of their facts that fill the same slot out.

Facts that agree are matched first, and whatever has an agreeing partner on the other side is never held
against a different value. What is left is paired by what it measures and by the words around it, the close
ones counting more, the surest pair first. ``pairs(a, b)`` is the mirror of ``pairs(b, a)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.align.gating import Gate, about_others, gate_of
from factcheck.align.prepared import VALUES, Prepared, prepared
from factcheck.align.same_matter import likeness
from factcheck.align.slot_rules import RULES, Rule
from factcheck.align.surroundings import Slot
from factcheck.records import Claim, FactPair

MIN_SCORE = 0.5  # a differing pair below this is not taken to fill one slot
OTHER_PERSONS = 0.4  # how much surer a figure or time must be where the claims name different persons


def pairs(left: Claim, right: Claim) -> tuple[FactPair, ...]:
    """The facts of two claims that belong together, of every kind, sorted by both spans."""
    return paired(prepared(left), prepared(right))


def paired(left: Prepared, right: Prepared) -> tuple[FactPair, ...]:
    """The same, of prepared claims: the dates of publication tell a recurring event from a misdated one."""
    found: list[FactPair] = []
    strangers = about_others(left, right)
    alike = likeness(left.content, right.content)
    for kind, rule in RULES.items():
        if not (left.slots[kind] and right.slots[kind]):
            continue
        malus = OTHER_PERSONS if strangers and kind in VALUES else 0.0
        gate = gate_of(left, right, alike, kind)
        found += _chosen(left.slots[kind], right.slots[kind], rule, MIN_SCORE + malus, gate)
    return tuple(sorted(found, key=lambda pair: (pair.left.span, pair.right.span, pair.left.kind)))


def _chosen(
    left: Sequence[Slot], right: Sequence[Slot], rule: Rule, min_score: float, gate: Gate
) -> list[FactPair]:
    fit = [(i, j) for i, a in enumerate(left) for j, b in enumerate(right) if rule.comparable(a, b)]
    agreeing = [(i, j) for i, j in fit if rule.agree(left[i], right[j])]
    taken = {i for i, _ in agreeing}, {j for _, j in agreeing}
    differing = [(i, j) for i, j in fit if i not in taken[0] and j not in taken[1]]
    scores = {(i, j): rule.score(left[i], right[j], _is_only(fit, i, j)) for i, j in (*agreeing, *differing)}
    scores |= {(i, j): gate(left[i], right[j], scores[i, j]) for i, j in differing}
    exact = [(i, j) for i, j in agreeing if left[i].fact.value.label == right[j].fact.value.label]
    chosen = _assigned(exact, scores, [])
    chosen = _assigned(agreeing, scores, chosen)
    chosen = _assigned([p for p in differing if scores[p] >= min_score], scores, chosen)
    return [FactPair(left[i].fact, right[j].fact, round(scores[i, j], 3)) for i, j in chosen]


def _is_only(fit: Sequence[tuple[int, int]], i: int, j: int) -> bool:
    return sum(1 for p in fit if p[0] == i or p[1] == j) == 1


def _assigned(
    offered: Sequence[tuple[int, int]],
    scores: Mapping[tuple[int, int], float],
    chosen: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """``chosen`` and the best of ``offered``, each fact once; ties go by place, either side alike."""
    kept = list(chosen)
    order = sorted(offered, key=lambda p: (-scores[p], p[0] + p[1], abs(p[0] - p[1])))
    groups: dict[tuple[float, int, int], list[tuple[int, int]]] = {}
    for p in order:
        groups.setdefault((-scores[p], p[0] + p[1], abs(p[0] - p[1])), []).append(p)
    for group in groups.values():
        free = [p for p in group if not any(p[0] == k[0] or p[1] == k[1] for k in kept)]
        # Two mirrored candidates, (0, 1) and (1, 0), share no fact, so taking both keeps the symmetry.
        kept += free
    return kept
