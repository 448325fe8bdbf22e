"""Two facts with different values in, whether both can be of one event out: the gate before any judging.

``gate_of`` gives the gate of a kind; the decision on times and figures is that of ``same_matter``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rapidfuzz import fuzz

from factcheck.align.acts import listed
from factcheck.align.frames import Frame, frame, opposite, telling
from factcheck.align.measures import measure
from factcheck.align.occasions import Occasion, Use, occasion, partial, whole
from factcheck.align.prepared import Prepared
from factcheck.align.same_matter import MIN_OTHER_ACT, MIN_VERBATIM, NO, SURE, Likeness, recurs, same_matter
from factcheck.align.slot_rules import MAX_TIMES_WIDER, MIN_SIMILAR_NAMES
from factcheck.align.surroundings import Slot
from factcheck.records import Claim, Kind, Published, Quantity, TimeValue

BY_EVENT = 0.6  # what a differing pair scores at least where act and subject agree
MIN_SHARE_OF_OTHER_GRAIN = 0.6  # of the words, where one time is far wider than the other
DAYS_IN_A_DATE = 1.5  # one and a half: "early March" and a time of day are still one grain
SECONDS_OF_DAY = 86400.0
MAX_DAYS_OLD = 2  # what happened so long before publication is told as the day's news

_BEFORE = re.compile(
    r"\b(?:last|previously|earlier)\s+[a-z]+(?:ed|en|on|un|t)\b|\bthe (?:last|previous) time\b", re.IGNORECASE
)
_AND_THE_NEXT = re.compile(
    r"\s+(?:\w+\s+)?(?:after|and|from|to) (?:another|the next|the other)\b", re.IGNORECASE
)
_ANYWHERE = frozenset({"ordinal", "score", "age"})  # an act alone does not tell two of these apart

Gate = Callable[[Slot, Slot, float], float]  # the score of a differing pair after asking for one event


def gate_of(left: Prepared, right: Prepared, alike: Likeness, kind: Kind) -> Gate:
    """What a pair of differing values scores once it is asked whether both speak of one event."""
    if kind is Kind.TIME:
        return lambda a, b, score: _gated_time(left, right, alike, a, b, score)
    if kind is Kind.NUMBER:
        return lambda a, b, score: _gated_number(left, right, alike, a, b, score)
    return lambda _a, _b, score: score


def _occasion(claim: Claim, slot: Slot) -> Occasion:
    """What the fact is said of: the act of the event that holds it, where one does, else of the clause."""
    offset = claim.sentence.start
    told = occasion(claim.sentence_text, slot.fact.span.start - offset, slot.fact.span.end - offset)
    held = frame(claim, slot.fact)
    if held is None or told.use is not Use.EVENT or not telling(held.act):
        return told
    return replace(told, acts=frozenset({held.act}), about=told.about | held.actors)


def _partial(claim: Claim, slot: Slot) -> bool:
    offset = claim.sentence.start
    return partial(claim.sentence_text, slot.fact.span.start - offset, slot.fact.span.end - offset)


def _each(claim: Claim, slot: Slot) -> bool:
    """Whether the figure counts nothing: "between one shift and the next"."""
    end = slot.fact.span.end - claim.sentence.start
    return bool(_AND_THE_NEXT.match(claim.sentence_text[end : end + 40]))


def _whole(claim: Claim, slot: Slot) -> bool:
    return whole(claim.sentence_text, slot.fact.span.start - claim.sentence.start)


def _gated_time(left: Prepared, right: Prepared, alike: Likeness, a: Slot, b: Slot, score: float) -> float:
    if _of_others(frame(left.claim, a.fact), frame(right.claim, b.fact), alike):
        return 0.0
    if bool(_BEFORE.search(left.claim.text)) != bool(_BEFORE.search(right.claim.text)):
        return 0.0  # when they "had last won" is not when they won
    one, other = _occasion(left.claim, a), _occasion(right.claim, b)
    sure = same_matter(one, other, alike)
    if sure == NO or (sure < SURE and _of_other_grain(a, b)):
        return 0.0
    if _of_other_grain(a, b) and alike.share < MIN_SHARE_OF_OTHER_GRAIN:
        return 0.0
    if recurs(one, other) and _each_its_own_day(left, right, a, b):
        return 0.0
    return max(score, BY_EVENT) if sure == SURE else score


def _of_other_grain(a: Slot, b: Slot) -> bool:
    """Whether one time is so much wider that it hardly dates the same: a founding year, an opening day."""
    widths = [_width(slot.fact.value) for slot in (a, b)]
    if None in widths:
        return False
    narrow, wide = sorted(width for width in widths if width is not None)
    return wide > narrow * MAX_TIMES_WIDER * DAYS_IN_A_DATE


def _width(value: object) -> float | None:
    """The seconds between both ends of a placed time, a day at least."""
    if not isinstance(value, TimeValue) or value.earliest is None or value.latest is None:
        return None
    return max((value.latest - value.earliest).total_seconds(), SECONDS_OF_DAY)


def _each_its_own_day(left: Prepared, right: Prepared, a: Slot, b: Slot) -> bool:
    """Whether each outlet tells of the days before it was published: a second meeting, not a misdated one."""
    days = _days_before(left.published, a), _days_before(right.published, b)
    if days[0] is None or days[1] is None or left.published.earliest == right.published.earliest:
        return False
    return all(0 <= since <= MAX_DAYS_OLD for since in days if since is not None)


def _days_before(published: Published, slot: Slot) -> int | None:
    value = slot.fact.value
    if not isinstance(value, TimeValue) or value.earliest is None or published.earliest is None:
        return None
    short = value.latest is not None and (value.latest - value.earliest).days < 1
    return (published.earliest.date() - value.earliest.date()).days if short else None


def _gated_number(left: Prepared, right: Prepared, alike: Likeness, a: Slot, b: Slot, score: float) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit in _ANYWHERE:
        return score
    if _each(left.claim, a) or _each(right.claim, b):
        return 0.0
    if one.unit == "count" and _partial(left.claim, a) != _partial(right.claim, b):
        return 0.0  # three of the five
    if _whole(left.claim, a) != _whole(right.claim, b):
        return 0.0
    frames = frame(left.claim, a.fact), frame(right.claim, b.fact)
    if measure(a, frames[0]) is not measure(b, frames[1]):
        return 0.0
    if _of_others(*frames, alike) or _of_other_acts(*frames, alike):
        return 0.0
    counted = one.noun == other.noun and bool(one.noun or one.unit != "count")
    if counted and _one_deed(*frames, alike):
        return max(score, BY_EVENT)
    if counted and score < BY_EVENT:
        sure = same_matter(_occasion(left.claim, a), _occasion(right.claim, b), alike)
        return max(score, BY_EVENT) if sure == SURE else score
    return score


def _of_others(one: Frame | None, other: Frame | None, alike: Likeness) -> bool:
    """Whether two acts have named agents, and none in common: what one party lost the other did not win."""
    if one is None or other is None or not (one.agent and other.agent) or one.agent & other.agent:
        return False
    return alike.share < MIN_VERBATIM and not _shared(one.agent, other.agent)


def _one_deed(one: Frame | None, other: Frame | None, alike: Likeness) -> bool:
    """Whether two figures are the object of one act that claims with a word in common tell."""
    if one is None or other is None or not (telling(one.act) and one.role == other.role == "patient"):
        return False
    common = listed("telling_acts.txt") | listed("repeated_acts.txt")
    return one.act == other.act and one.act not in common and alike.shared > 0 and _one_party(one, other)


def _one_party(one: Frame, other: Frame) -> bool:
    """Whether the same takes part, as far as both say who does."""
    return not (one.actors and other.actors) or bool(one.actors & other.actors)


def _of_other_acts(one: Frame | None, other: Frame | None, alike: Likeness) -> bool:
    """Whether two figures are the objects of two acts that are told in other words, too."""
    if one is None or other is None:
        return False
    if opposite(one, other):
        return True
    if not (telling(one.act) and telling(other.act)):
        return False
    return one.act != other.act and alike.share < MIN_OTHER_ACT


def about_others(left: Prepared, right: Prepared) -> bool:
    """Whether both claims name persons and none of them is the same: two people's votes are two figures."""
    ours, theirs = left.persons, right.persons
    return bool(ours and theirs) and not any(_shared(one, other) for one in ours for other in theirs)


def _shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have a word in common, or one that differs by a letter or two."""
    return any(fuzz.ratio(a, b) >= MIN_SIMILAR_NAMES for a in one for b in other)
