"""Statuses: two outlets put one person, bill, deal or office on different steps of one procedure.

Reads the STATUS facts of two claims on the same matter and the publication dates.

Ladder: ``other step`` (both published on the same day), ``earlier step`` (the later article has the earlier
step), ``later step`` (the later article has the later step).

Contradicts: "Ode was charged with fraud." / "Ode was convicted of fraud.", both of one day.
Does not: "Ode was arrested over the fraud." / "Ode was charged with fraud.": a person may be both.

It cannot see: steps that no ladder lists, or two cases against one person that the claims tell in the same
words. It says nothing where a claim holds both steps, where the clauses share no subject, or where the
claims name different times."""

from __future__ import annotations

from functools import cache

from factcheck.compare.clauses import (
    Frame,
    different_modifiers,
    different_names,
    different_times,
    facts_of,
    frame,
    modality,
    overlap,
    places,
    words,
)
from factcheck.compare.word_lists import lines_of
from factcheck.records import Alignment, AnyFact, Claim, Judgement, Kind, Matter, Relation, Status

name = "statuses"
kind = Kind.STATUS
matters = frozenset({Matter.CLAIM})
ladder = ("other step", "earlier step", "later step")

_CONFIDENCE = {"other step": 0.85, "earlier step": 0.6, "later step": 0.7}
_MIN_OVERLAP = 0.5
_MIN_OVERLAP_EARLIER = 0.7


@cache
def _groups() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in lines_of("status_groups.csv")[1:]:
        of, step, group, _ = row.split(",")
        found[of, step] = found.get((of, step), frozenset()) | {group}
    return found


@cache
def _final() -> frozenset[tuple[str, str]]:
    """The steps that end a procedure: one of them does not follow another."""
    rows = (row.split(",") for row in lines_of("status_groups.csv")[1:])
    return frozenset((of, step) for of, step, _, outcome in rows if outcome == "final")


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement a ladder: the first pair of steps that cannot both be the latest one."""
    left, right = alignment.left, alignment.right
    if different_times(left, right):
        return ()
    found: dict[str, Judgement] = {}
    for ours in facts_of(left, Kind.STATUS):
        for theirs in facts_of(right, Kind.STATUS):
            judgement = _judged(alignment, ours, theirs)
            if judgement is not None and isinstance(ours.value, Status):
                found.setdefault(ours.value.ladder, judgement)
    return tuple(found[of] for of in sorted(found))


def _judged(alignment: Alignment, ours: AnyFact, theirs: AnyFact) -> Judgement | None:
    a, b = ours.value, theirs.value
    if not isinstance(a, Status) or not isinstance(b, Status) or not _apart(a, b):
        return None
    if _says(alignment.left, b) or _says(alignment.right, a):
        return None
    level = _level(alignment, a, b)
    least = _MIN_OVERLAP_EARLIER if level == "earlier step" else _MIN_OVERLAP
    if not level or not _same_subject(alignment, ours, theirs, least):
        return None
    relation = Relation.UPDATE if level == "later step" else Relation.CONTRADICTION
    reason = f"One says “{ours.text}”, the other “{theirs.text}”: two steps of one {a.ladder}."
    return Judgement(relation, level, reason, _CONFIDENCE[level], ours.span, theirs.span, a.label, b.label)


def _apart(a: Status, b: Status) -> bool:
    """Whether two steps of one ladder share no group of steps that go together."""
    groups = _groups().get((a.ladder, a.name), frozenset()), _groups().get((b.ladder, b.name), frozenset())
    return a.ladder == b.ladder and a.name != b.name and not groups[0] & groups[1]


def _says(claim: Claim, status: Status) -> bool:
    """Whether the claim itself holds that step or one that goes with it."""
    values = [fact.value for fact in facts_of(claim, Kind.STATUS)]
    return any(isinstance(v, Status) and v.ladder == status.ladder and not _apart(v, status) for v in values)


def _level(alignment: Alignment, a: Status, b: Status) -> str:
    """The rung; empty where the publication dates are unknown and so could explain the difference."""
    ours, theirs = alignment.left_published, alignment.right_published
    if alignment.within_one_article or {(a.ladder, a.name), (b.ladder, b.name)} <= _final():
        return "other step"
    if ours.latest is None or theirs.latest is None or ours.earliest is None or theirs.earliest is None:
        return ""
    if ours.earliest.date() <= theirs.latest.date() and theirs.earliest.date() <= ours.latest.date():
        return "other step"
    return "later step" if (ours.latest < theirs.latest) == (a.step < b.step) else "earlier step"


def _same_subject(alignment: Alignment, ours: AnyFact, theirs: AnyFact, least: float) -> bool:
    left, right = words(alignment.left), words(alignment.right)
    place, other = places(left, ours.span), places(right, theirs.span)
    if place is None or other is None:
        return False
    a, b = frame(left, *place), frame(right, *other)
    if modality(alignment.left, left, a) != modality(alignment.right, right, b):
        return False
    if different_names(left, a, right, b) or different_modifiers(left, a, right, b):
        return False
    return _subjects_agree(a, b) and overlap(a.bag, b.bag) >= least


def _subjects_agree(a: Frame, b: Frame) -> bool:
    """Whether the clauses share a word before the predicate, or two words where one has none there."""
    if a.before and b.before:
        return bool(set(a.before) & set(b.before))
    return len(a.bag & b.bag) >= 2
