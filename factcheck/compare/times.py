"""Two claims on one matter come in, what their times say against each other comes out.

Reads every paired time (dates, times of day, durations) as the interval it may denote. The ladder, from
agreement to disagreement: same, contains, overlap, neighbouring day, disjoint, order, unknown.

Contradicts: "By late 2020" in one outlet, "By November" in another that was published in December 2025.
Does not: the same "By November" in an outlet without a date, or published in December 2020.

A neighbouring day is what time zones and nights make of one event: it is reported, as a drift, only where
both sides name a weekday; two written dates that differ are a contradiction. "by", "since", "until",
"before" and "after" are read as the half-open times they are. Across kinds it holds a start against a length
("since 1958", "a 50-year wait"), a range against a length ("from 9 p.m. to 4 a.m.", "for nine hours"), an end
against an end ("through 11 March", "closes on Saturday"), "before the audit" against "after the audit", and
the halves of a match.

It cannot see which time belongs to which: it takes that from pairing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from factcheck.compare.clauses import is_open_on_one_side
from factcheck.compare.times_derived import Derived, background, derived, length, of_one_event
from factcheck.compare.word_lists import words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    Fact,
    FactPair,
    Judgement,
    Kind,
    Matter,
    Published,
    PublishedHow,
    Relation,
    TimeHow,
    TimeRelation,
    TimeValue,
    TimexType,
)

name = "times"
kind = Kind.TIME
matters = frozenset({Matter.CLAIM})
ladder = ("same", "contains", "overlap", "neighbouring day", "disjoint", "order", "unknown")

SURENESS = {
    TimeHow.EXPLICIT: 0.95,
    TimeHow.ANCHORED: 0.88,
    TimeHow.INFERRED_YEAR: 0.8,
    TimeHow.FRAMED: 0.75,
    TimeHow.UNRESOLVED: 0.6,
}
TWO_WEEKDAYS = 0.9
STORY_FACTOR = 0.75
HOURS_APART = 1.0
ONE_MATTER = 0.6
OCCASION = re.compile(r"\b(first|second|third|fourth|fifth|last) (?:time|meeting|round|hearing)\b")
BY_DAYS_APART = 366
ZONE = re.compile(r"T\d\d:\d\d(Z|[+-]\d\d:\d\d)$")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Interval(NamedTuple):
    earliest: datetime
    latest: datetime


class Verdict(NamedTuple):
    relation: Relation
    level: str
    confidence: float


class Sides(NamedTuple):
    """The two times of a pair with what else bears on how sure they are."""

    left: AnyFact
    right: AnyFact
    a: TimeValue
    b: TimeValue


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """What the paired times of two claims say against each other, in the order of the pairs."""
    pairs = [*(p for p in alignment.pairs if p.left.kind is Kind.TIME), *_only_times(alignment)]
    judged = [judgement for pair in pairs if (judgement := _judgement(alignment, pair)) is not None]
    told = [row for row in derived(alignment) if _both_assert(alignment, row) and _is_new(row, judged)]
    return (*judged, *(_derived_judgement(alignment, row) for row in told))


def _only_times(alignment: Alignment) -> tuple[FactPair, ...]:
    """The only date of each claim, where pairing left them alone but the claims say the same of it."""
    ours, theirs = _dates(alignment.left), _dates(alignment.right)
    if len(ours) != 1 or len(theirs) != 1:
        return ()
    if not of_one_event(alignment.left, alignment.right, ONE_MATTER):
        return ()
    if _occasions(alignment.left) != _occasions(alignment.right):
        return ()
    paired = {fact.span for pair in alignment.pairs for fact in (pair.left, pair.right)}
    if paired & {ours[0].span, theirs[0].span} and not alignment.within_one_article:
        return ()
    if any(pair.left.kind is Kind.TIME for pair in alignment.pairs):
        return ()
    return (FactPair(ours[0], theirs[0], alignment.score),)


def _occasions(claim: Claim) -> frozenset[str]:
    """ "for the first time", "the second time": which of several occasions a claim tells of."""
    return frozenset(OCCASION.findall(claim.sentence_text.lower()))


def _dates(claim: Claim) -> tuple[AnyFact, ...]:
    return tuple(
        fact
        for fact in claim.facts
        if isinstance(fact.value, TimeValue) and fact.value.type in (TimexType.DATE, TimexType.TIME)
    )


def _both_assert(alignment: Alignment, row: Derived) -> bool:
    """Whether neither claim leaves open what these words say."""
    value = TimeValue(TimexType.DATE, "")
    ours: AnyFact = Fact(Kind.TIME, row.left, "", value)
    theirs: AnyFact = Fact(Kind.TIME, row.right, "", value)
    return not is_open_on_one_side(alignment, FactPair(ours, theirs, 1.0))


def _is_new(row: Derived, judged: Sequence[Judgement]) -> bool:
    return not any(known.left.overlaps(row.left) and known.right.overlaps(row.right) for known in judged)


def _derived_judgement(alignment: Alignment, row: Derived) -> Judgement:
    borrowed = PublishedHow.STORY in (alignment.left_published.how, alignment.right_published.how)
    confidence = round(row.confidence * (STORY_FACTOR if borrowed else 1.0), 2)
    return Judgement(
        Relation.CONTRADICTION,
        row.level,
        row.reason,
        confidence,
        row.left,
        row.right,
        row.left_value,
        row.right_value,
    )


def _judgement(alignment: Alignment, pair: FactPair) -> Judgement | None:
    a, b = pair.left.value, pair.right.value
    if not (isinstance(a, TimeValue) and isinstance(b, TimeValue)):
        return None
    verdict = _verdict(Sides(pair.left, pair.right, a, b))
    if verdict is None or _planned(alignment.left) != _planned(alignment.right):
        return None
    if is_open_on_one_side(alignment, pair):
        return None
    dates = alignment.left_published, alignment.right_published
    if background(a, b, dates) or _later(pair.left) != _later(pair.right):
        return None
    factor = _factor(a, alignment.left_published) * _factor(b, alignment.right_published)
    confidence = round(verdict.confidence * factor, 2)
    reason = _reason(pair, (a, b), dates)
    return Judgement(
        verdict.relation, verdict.level, reason, confidence, pair.left.span, pair.right.span, a.label, b.label
    )


def _later(fact: AnyFact) -> bool:
    """Whether the time is counted from another one: "nine minutes later" is no length of anything."""
    return fact.text.lower().endswith((" later", " earlier"))


def _factor(value: TimeValue, published: Published) -> float:
    """An anchor that was only borrowed from the story's other articles makes what hangs on it less sure."""
    borrowed = published.how is PublishedHow.STORY and value.how is not TimeHow.EXPLICIT
    return STORY_FACTOR if borrowed else 1.0


def _verdict(sides: Sides) -> Verdict | None:
    a, b = sides.a, sides.b
    if a.type is TimexType.DURATION or b.type is TimexType.DURATION:
        return _durations(a, b) if a.type is b.type else None
    if TimexType.SET in (a.type, b.type):
        return _sets(a, b) if a.type is b.type else None
    first, second = interval(a), interval(b)
    if first is None or second is None:
        return _unplaced(a, b)
    if first == second and len(_weekdays(sides.left) | _weekdays(sides.right)) > 1:
        return Verdict(Relation.CONTRADICTION, "disjoint", TWO_WEEKDAYS)
    return _placed(sides, first, second)


def _weekdays(fact: AnyFact) -> frozenset[str]:
    """The weekday that a date is written with: "Thursday, 10 September"."""
    return frozenset(day.title() for day in WEEKDAYS if day in fact.text.lower())


# ------------------------------------------------------------------------------------- placed times


def interval(value: TimeValue) -> Interval | None:
    """The closed interval a placed time may denote, wider for "about"; None when it is not placed."""
    if value.earliest is None or value.latest is None:
        return None
    if value.mod != "APPROX":
        return Interval(value.earliest, value.latest)
    slack = max(value.latest - value.earliest, timedelta(days=3))
    try:
        return Interval(value.earliest - slack, value.latest + slack)
    except OverflowError:
        return Interval(value.earliest, value.latest)


def level(first: Interval, second: Interval) -> str:
    """The rung of two intervals that both say when one thing was."""
    if first == second:
        return "same"
    if _within(first, second) or _within(second, first):
        return "contains"
    if first.earliest <= second.latest and second.earliest <= first.latest:
        return "overlap"
    return "neighbouring day" if _neighbouring(first, second) else "disjoint"


def _within(inner: Interval, outer: Interval) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _neighbouring(first: Interval, second: Interval) -> bool:
    """Both no longer than two days, and no whole day between them."""
    short = all(i.latest - i.earliest < timedelta(days=2) for i in (first, second))
    early, late = sorted((first, second))
    return short and (late.earliest.date() - early.latest.date()).days <= 1


def _placed(sides: Sides, first: Interval, second: Interval) -> Verdict | None:
    ordered = {sides.a.relation, sides.b.relation}
    if len(ordered) == 1 and not ordered & {TimeRelation.BEFORE, TimeRelation.AFTER}:
        return _same_slot(sides, first, second)
    return _open_ended(sides, first, second)


def _same_slot(sides: Sides, first: Interval, second: Interval) -> Verdict | None:
    found = level(first, second)
    if found == "disjoint":
        return None if _same_weekday(sides, first, second) else _contradiction(sides, found)
    if found == "neighbouring day":
        return _next_day(sides, first, second)
    return None


def _contradiction(sides: Sides, found: str, factor: float = 1.0) -> Verdict:
    sure = min(SURENESS[sides.a.how], SURENESS[sides.b.how])
    return Verdict(Relation.CONTRADICTION, found, sure * factor)


def _same_weekday(sides: Sides, first: Interval, second: Interval) -> bool:
    """One weekday, a week or two apart: the anchor of a bare weekday is in doubt, not the day."""
    apart = abs((first.earliest.date() - second.earliest.date()).days)
    named = any(
        v.how is TimeHow.ANCHORED and _weekday(f) for f, v in ((sides.left, sides.a), (sides.right, sides.b))
    )
    return named and apart in (7, 14)


def _next_day(sides: Sides, first: Interval, second: Interval) -> Verdict | None:
    a, b = sides.a, sides.b
    if TimexType.TIME in (a.type, b.type) or a.mod or b.mod:
        return _same_day_hours(sides, first, second)
    written = {TimeHow.EXPLICIT, TimeHow.INFERRED_YEAR}
    if a.how in written and b.how in written:
        return _contradiction(sides, "neighbouring day", 0.9)
    if _weekday(sides.left) and _weekday(sides.right):
        return Verdict(Relation.DRIFT, "neighbouring day", 0.6)
    return None


def _same_day_hours(sides: Sides, first: Interval, second: Interval) -> Verdict | None:
    """Two times of day on one day, an hour or more apart, neither with a zone that could explain it."""
    instants = first.earliest == first.latest and second.earliest == second.latest
    if not instants or first.earliest.date() != second.earliest.date():
        return None
    if ZONE.search(sides.a.value) or ZONE.search(sides.b.value):
        return None
    return _hours(first.earliest, second.earliest)


def _hours(one: datetime, other: datetime) -> Verdict | None:
    hours = abs((one - other).total_seconds()) / 3600
    if hours < HOURS_APART or hours == 12:  # "10:30" may be either half of the day
        return None
    return Verdict(Relation.CONTRADICTION, "disjoint", 0.6)


def _weekday(fact: AnyFact) -> bool:
    return any(day in fact.text.lower() for day in WEEKDAYS)


# ------------------------------------------------------------------------------------- by, since, before


Rule = Callable[[Interval, Interval], bool]
CLASHES: dict[tuple[TimeRelation, TimeRelation], Rule] = {
    (TimeRelation.BY, TimeRelation.AT): lambda by, at: at.earliest > by.latest,
    (TimeRelation.BEFORE, TimeRelation.AT): lambda before, at: at.earliest > before.latest,
    (TimeRelation.AFTER, TimeRelation.AT): lambda after, at: at.latest < after.earliest,
    (TimeRelation.SINCE, TimeRelation.AT): lambda since, at: at.latest < since.earliest,
    (TimeRelation.SINCE, TimeRelation.BY): lambda since, by: since.earliest > by.latest,
    (TimeRelation.AFTER, TimeRelation.BY): lambda after, by: after.earliest > by.latest,
    (TimeRelation.BEFORE, TimeRelation.AFTER): lambda before, after: after.earliest >= before.earliest,
}


def _open_ended(sides: Sides, first: Interval, second: Interval) -> Verdict | None:
    """Half-open times: what clashes is a time outside of them."""
    a, b = sides.a.relation, sides.b.relation
    for (one, other), clashes in CLASHES.items():
        left, right = (first, second) if (a, b) == (one, other) else (second, first)
        if {a, b} != {one, other}:
            continue
        if clashes(left, right):
            factor = 1.0 if (one, other) == (TimeRelation.BEFORE, TimeRelation.AFTER) else 0.85
            return (
                None
                if _neighbouring(first, second) and factor < 1
                else _contradiction(sides, "disjoint", factor)
            )
        return _long_before(left, right) if (one, other) == (TimeRelation.BY, TimeRelation.AT) else None
    return None


def _long_before(by: Interval, at: Interval) -> Verdict | None:
    """ "by November 2025" for what was done in 2020 is no lie, but it misdates."""
    if (by.earliest - at.latest).days <= BY_DAYS_APART:
        return None
    return Verdict(Relation.DRIFT, "disjoint", 0.6)


# ------------------------------------------------------------------------------------- not placed


def _unplaced(a: TimeValue, b: TimeValue) -> Verdict | None:
    """Two times without a place on the calendar: only what both spell out alike can differ.

    A bare month is never judged here (without a date it is unknown), a day of a month and a time of day are.
    """
    if a.earliest is not None or b.earliest is not None or a.relation is not b.relation:
        return None
    if a.relation in (TimeRelation.BEFORE, TimeRelation.AFTER):
        return None
    day = re.compile(r"XXXX-(\d\d)-(\d\d)$")
    one, other = day.match(a.value), day.match(b.value)
    if one and other:
        return None if one[0] == other[0] else Verdict(Relation.CONTRADICTION, "disjoint", 0.6)
    return _clocks(a.value, b.value)


def _clocks(one: str, other: str) -> Verdict | None:
    clock = re.compile(r"XXXX-XX-XXT(\d\d):(\d\d)$")
    found = clock.match(one), clock.match(other)
    if found[0] is None or found[1] is None:
        return None
    first, second = (datetime(2000, 1, 1) + timedelta(hours=int(m[1]), minutes=int(m[2])) for m in found if m)
    return _hours(first, second)


# ------------------------------------------------------------------------------------- durations


def _durations(a: TimeValue, b: TimeValue) -> Verdict | None:
    first, second = length(a), length(b)
    if first is None or second is None or a.relation is not b.relation:
        return None
    if first[1] > second[0] and second[1] > first[0]:
        return None
    vague = 0.7 if a.mod or b.mod else 0.85
    return Verdict(Relation.CONTRADICTION, "disjoint", vague)


def _sets(a: TimeValue, b: TimeValue) -> Verdict | None:
    """ "every ten years" and "every five years", "every Tuesday" and "every Thursday"."""
    first, second = length(a), length(b)
    if first and second:
        same = first[1] > second[0] and second[1] > first[0]
        return None if same else Verdict(Relation.CONTRADICTION, "disjoint", 0.85)
    day = re.compile(r"XXXX-WXX-(\d)$")
    one, other = day.match(a.value), day.match(b.value)
    if one and other and one[1] != other[1]:
        return Verdict(Relation.CONTRADICTION, "disjoint", 0.75)
    return None


# ------------------------------------------------------------------------------------- plans


def _planned(claim: Claim) -> bool:
    """Whether the claim speaks of a plan: a plan and what came of it may bear different dates."""
    return not words_of("plan_words.txt").isdisjoint(re.findall(r"[a-z]+", claim.text.lower()))


# ------------------------------------------------------------------------------------- in words


def _reason(pair: FactPair, values: tuple[TimeValue, TimeValue], dates: tuple[Published, Published]) -> str:
    a, b = values
    if a.label == b.label and a.relation is b.relation:
        days = " and ".join(sorted(_weekdays(pair.left) | _weekdays(pair.right)))
        return f"Both mean {in_words(a)}, but with two weekdays: {days}."
    if a.type is TimexType.SET:
        return f"The first says {pair.left.text}, the second {pair.right.text}."
    if a.type is TimexType.DURATION:
        return f"The first says it lasted {pair.left.text}, the second {pair.right.text}."
    said = f"The first dates it {_said(pair.left, a)}, the second {_said(pair.right, b)}"
    rows = zip(("first", "second"), values, dates, strict=True)
    notes = [note for side, value, date in rows if (note := _note(side, value, date))]
    return "; ".join([said, *notes]) + "."


def _said(fact: AnyFact, value: TimeValue) -> str:
    relation = "to" if value.relation is TimeRelation.AT else str(value.relation)
    spelled = in_words(value)
    return f"{relation} {fact.text}" + (f" ({spelled})" if spelled and spelled != fact.text else "")


def _note(side: str, value: TimeValue, published: Published) -> str:
    undated = published.how is PublishedHow.STORY
    known = "the dates of the other articles, having none itself" if undated else "its publication date"
    if value.how is TimeHow.INFERRED_YEAR:
        return f"the year of the {side} is inferred from {known}"
    if value.how is TimeHow.FRAMED:
        return f"the year of the {side} is taken from the passage around it"
    if value.how is TimeHow.ANCHORED:
        return f"the {side} is counted from {known}"
    return ""


def in_words(value: TimeValue) -> str:
    """The interval as an editor would write it: "May-June 2020", "4 March 2025"; empty if unknown."""
    if value.earliest is None or value.latest is None:
        return ""
    if value.earliest == value.latest:
        return f"{value.earliest:%H:%M} on {_day(value.earliest)}"
    first, last = value.earliest, value.latest
    if first.date() == last.date():
        return _day(first)
    whole = first.day == 1 and (last + timedelta(seconds=1)).day == 1 if last.year < 9999 else False
    return _months(first, last) if whole else f"{_day(first)} to {_day(last)}"


def _months(first: datetime, last: datetime) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    start, end = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if first.year != last.year:
        return f"{start} {first.year} to {end} {last.year}"
    return f"{start} {first.year}" if start == end else f"{start}-{end} {first.year}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
