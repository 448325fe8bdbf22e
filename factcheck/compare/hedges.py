"""Hedges: one outlet states plainly what another calls possible, planned, alleged or merely tried.

Reads the HEDGE facts of two claims on the same matter and the plain words of the other claim.

Ladder: ``dropped`` (a cue of doubt on one side, a plain statement on the other).

Drifts: "The firm may close two plants." / "The firm will close two plants."
Does not: "The firm may close two plants." / "The firm is likely to close two plants."

It cannot see: a doubt that is spread over a whole sentence, or one that only the context takes back. It
says nothing where the other side is hedged or attributed in its own way, or where the two claims share too
few words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.compare.clauses import (
    Frame,
    Word,
    content,
    different_modifiers,
    different_names,
    different_times,
    facts_of,
    frame,
    overlap,
    places,
    words,
)
from factcheck.compare.word_lists import lines_of, table_of
from factcheck.records import Alignment, AnyFact, Claim, Hedge, Judgement, Kind, Matter, Relation

name = "hedges"
kind = Kind.HEDGE
matters = frozenset({Matter.CLAIM})
ladder = ("dropped",)

_MIN_CLAUSE_OVERLAP = 0.6
_MIN_CLAIM_OVERLAP = 0.5
_MIN_SHARED_ELSEWHERE = 4  # content stems of the whole claims, where the clauses share only one
_REACH = 3  # content words after a cue among which its predicate is looked for
_FUTURE = frozenset({"will", "shall", "'ll"})


@cache
def _families() -> dict[str, str]:
    return table_of("hedge_families.csv")


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one drift: the first cue of either side whose predicate the other side states plainly."""
    left, right = alignment.left, alignment.right
    if different_times(left, right):
        return ()
    for judgement in (*_dropped(left, right), *(_mirrored(found) for found in _dropped(right, left))):
        return (judgement,)
    return ()


def _dropped(hedged: Claim, plain: Claim) -> Iterator[Judgement]:
    ours, theirs = words(hedged), words(plain)
    if facts_of(plain, Kind.HEDGE) or _softened(plain, theirs, hedged):
        return
    for fact in facts_of(hedged, Kind.HEDGE):
        family = _families().get(fact.value.label, "")
        place = places(ours, fact.span)
        if place is None or not family or family == "settled" or not isinstance(fact.value, Hedge):
            continue
        at = _stated_at(ours, place, theirs, family)
        if at is not None and not (family == "report" and _attributed(plain)):
            yield _judgement(fact, fact.value, theirs[at])


def _judgement(fact: AnyFact, hedge: Hedge, stated: Word) -> Judgement:
    return Judgement(
        Relation.DRIFT,
        "dropped",
        f"“{fact.text}” on one side, a plain “{stated.text}” on the other.",
        round(0.9 - hedge.certainty / 4, 2),
        fact.span,
        stated.span,
        hedge.label,
        "stated",
    )


def _mirrored(found: Judgement) -> Judgement:
    return Judgement(
        found.relation,
        found.level,
        found.reason,
        found.confidence,
        found.right,
        found.left,
        found.right_value,
        found.left_value,
    )


def _attributed(claim: Claim) -> bool:
    return claim.attribution is not None or " said" in claim.sentence_text or "says" in claim.sentence_text


def _softened(plain: Claim, theirs: tuple[Word, ...], hedged: Claim) -> bool:
    """Whether the plain side is hedged by other means, or attributed where the hedged side is not."""
    whole = " ".join(word.lower for word in theirs)
    if any(f" {cue} " in f" {whole} " for cue in lines_of("hedge_softeners.txt")):
        return True
    if plain.sentence_text.rstrip(" ”\"'’").endswith("?"):
        return True
    return _attributed(plain) and not _attributed(hedged)


def _stated_at(
    ours: tuple[Word, ...], cue: tuple[int, int], theirs: tuple[Word, ...], family: str
) -> int | None:
    """Where the other side states what the cue hedges; None where it does not or the clauses differ."""
    following = [word for word in ours[cue[1] : cue[1] + 2 * _REACH] if word.content][:_REACH]
    if not following or overlap(content(ours), content(theirs)) < _MIN_CLAIM_OVERLAP:
        return None
    around = frame(ours, *cue)
    for at, word in enumerate(theirs):
        if word.stem == following[0].stem and _plainly(theirs, at, family):
            other = frame(theirs, at, at + 1)
            if _agree(ours, around, theirs, other, word.stem):
                return at
    return None


def _plainly(theirs: tuple[Word, ...], at: int, family: str) -> bool:
    """Whether the word is stated: not denied; and of the future, said with "will" or as a past event."""
    before = {word.lower for word in theirs[max(at - 4, 0) : at]}
    if before & {"not", "n't", "never", "no", "to"}:
        return False
    if family != "future":
        return True
    done = theirs[at].lower.endswith("ed") or bool(before & {"has", "have", "had"})
    return bool(before & _FUTURE) or done


def _agree(
    ours: tuple[Word, ...], around: Frame, theirs: tuple[Word, ...], other: Frame, predicate: str
) -> bool:
    bags = around.bag - {predicate}, other.bag - {predicate}
    wholes = content(ours) - {predicate}, content(theirs) - {predicate}
    if not (_enough(*bags, 2) or (bags[0] & bags[1] and _enough(*wholes, _MIN_SHARED_ELSEWHERE))):
        return False
    return not different_names(ours, around, theirs, other) and not different_modifiers(
        ours, around, theirs, other
    )


def _enough(ours: frozenset[str], theirs: frozenset[str], least: int) -> bool:
    """Whether ``least`` stems are shared, or the only one there is, and most of the smaller set is."""
    shared = len(ours & theirs)
    return (shared >= least or len(ours | theirs) <= 2) and overlap(ours, theirs) >= _MIN_CLAUSE_OVERLAP
