"""Two aligned claims come in, out come the pairs of times that say one thing in two ways, with a verdict.

"since 1958" and "a 50-year wait", "until 11 March" and "closes on Saturday", "from 9 p.m. to 4 a.m." and
"for nine hours", "before the audit" and "after the audit": not facts of one kind, yet not both right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from factcheck.compare import clauses
from factcheck.compare.word_lists import words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    Event,
    Kind,
    Published,
    Span,
    TimeHow,
    TimeRelation,
    TimeValue,
    TimexType,
)

DAYS_OF_UNIT = {"Y": 365.25, "Q": 91.3, "M": 30.44, "W": 7.0, "D": 1.0}
DAYS_OF_CLOCK_UNIT = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
PERIOD = re.compile(r"(\d+(?:\.\d+)?)([A-Z])")
CLOCK = re.compile(r"T(\d\d):(\d\d)")
MAX_TIMES_APART = 4  # a duration that differs by more measures something else
MIN_YEARS = 2  # a shorter stretch is told by months: "since January"
MIN_OVERLAP = 0.5
SLOT_OVERLAP = 0.6
RANGE_GAP = 8  # characters between the two ends of a range: " and ", " to "
NEWS_DAYS = 12
BACKGROUND_DAYS = 14


class Derived(NamedTuple):
    """Two spans that cannot both be right: the rung, how sure, and both readings in words."""

    left: Span
    right: Span
    level: str
    confidence: float
    reason: str
    left_value: str
    right_value: str


class Side(NamedTuple):
    """One claim with its times and its words."""

    claim: Claim
    published: Published
    times: tuple[AnyFact, ...]
    words: tuple[clauses.Word, ...]


Rule = Callable[[Side, Side], Derived | None]


def derived(alignment: Alignment) -> tuple[Derived, ...]:
    """What the times of two claims say against each other across their kinds, at most one of each sort."""
    left = _side(alignment.left, alignment.left_published)
    right = _side(alignment.right, alignment.right_published)
    found = [_mirrored(rule, left, right) for rule in (_start_and_length, _range_and_length)]
    found += [rule(left, right) for rule in (_starts, _ends, _order, _halves)]
    return tuple(row for row in found if row is not None)


def _mirrored(rule: Rule, left: Side, right: Side) -> Derived | None:
    """A rule that reads one sort of time on its left: tried both ways round."""
    turned = None if (found := rule(left, right)) else rule(right, left)
    if turned is None:
        return found
    return turned._replace(
        left=turned.right, right=turned.left, left_value=turned.right_value, right_value=turned.left_value
    )


def _side(claim: Claim, published: Published) -> Side:
    return Side(claim, published, clauses.facts_of(claim, Kind.TIME), clauses.words(claim))


def _value(fact: AnyFact) -> TimeValue:
    return fact.value if isinstance(fact.value, TimeValue) else TimeValue(TimexType.DATE, "")


def common(left: Side, right: Side) -> float:
    """How far the two claims share their words, their times left out, 0 to 1."""
    return clauses.overlap(_topic(left), _topic(right))


def _topic(side: Side) -> frozenset[str]:
    spans = [fact.span for fact in side.times]
    return frozenset(
        word.stem
        for word in side.words
        if word.content and not any(span.overlaps(word.span) for span in spans)
    )


def of_one_event(left: Claim, right: Claim, min_overlap: float) -> bool:
    """Whether two claims share their words, times left out, and a verb where both have one."""
    ours, theirs = _side(left, Published()), _side(right, Published())
    nowhere = Span(0, 0)
    verbs = _verbs(ours, nowhere), _verbs(theirs, nowhere)
    return common(ours, theirs) >= min_overlap and (not all(verbs) or bool(verbs[0] & verbs[1]))


# ------------------------------------------------------------------------------------- starts and lengths


def starts_of(side: Side) -> tuple[AnyFact, ...]:
    """The dates since when something has been so: "since 1958", "goes back to 2008"."""
    return tuple(
        fact for fact in side.times if _is_placed(fact) and role_of(side.claim, fact) is TimeRelation.SINCE
    )


def ends_of(side: Side) -> tuple[AnyFact, ...]:
    """The dates until when: "through 11 March", "closes on Saturday"."""
    return tuple(
        fact for fact in side.times if _is_placed(fact) and role_of(side.claim, fact) is TimeRelation.UNTIL
    )


def _is_placed(fact: AnyFact) -> bool:
    value = _value(fact)
    return (
        value.type in (TimexType.DATE, TimexType.TIME)
        and value.earliest is not None
        and value.latest is not None
    )


def role_of(claim: Claim, fact: AnyFact) -> TimeRelation:
    """The preposition's relation, or what the verb makes of a plain date: it closes then, so until then."""
    relation = _value(fact).relation
    if relation is not TimeRelation.AT:
        return relation
    before = claim.sentence_text[: max(fact.span.start - claim.sentence.start, 0)].lower()
    near = " ".join(re.findall(r"[a-z'-]+", before[-60:])[-6:])
    if re.search(
        r"\b(?:dat|go|goes|going|went|reach|stretch)\w* back (?:as far as |to |at least to )", f"{near} "
    ):
        return TimeRelation.SINCE
    verbs = re.findall(r"[a-z]+", near)[-5:]
    if words_of("time_end_verbs.txt").intersection(verbs) and not {"was", "were", "until"} & set(verbs):
        return TimeRelation.UNTIL
    return relation


def _start_and_length(left: Side, right: Side) -> Derived | None:
    """ "since 1958" on the left, "a 50-year wait" on the right: the years up to publication must fit."""
    begun, lengths = starts_of(left), tuple(f for f in right.times if _runs_till_now(right.claim, f))
    if len(begun) != 1 or len(lengths) != 1 or starts_of(right) or _has_length(left):
        return None
    if common(left, right) < MIN_OVERLAP:
        return None
    start, told, now = _value(begun[0]), length(_value(lengths[0])), right.published
    if (
        told is None
        or start.earliest is None
        or start.latest is None
        or now.earliest is None
        or now.latest is None
    ):
        return None
    shortest = (now.earliest - start.latest).days / 365.25
    longest = (now.latest - start.earliest).days / 365.25
    if not _clashes(told, (shortest * 365.25, longest * 365.25)) or longest < MIN_YEARS:
        return None
    years = now.latest.year - start.earliest.year
    reason = (
        f"From {begun[0].text} to publication it is about {years} years, but the other passage says"
        f" {lengths[0].text}."
    )
    return Derived(
        begun[0].span, lengths[0].span, "disjoint", 0.82, reason, start.label, _value(lengths[0]).label
    )


def _has_length(side: Side) -> bool:
    return any(_runs_till_now(side.claim, fact) for fact in side.times)


def _clashes(told: tuple[float, float], counted: tuple[float, float]) -> bool:
    """Whether two lengths in days cannot be one: neither meets the other with a year's rounding."""
    slack = max(250.0, 0.04 * counted[1])
    if told[0] <= counted[1] + slack and counted[0] - slack <= told[1]:
        return False
    middle, other = (told[0] + told[1]) / 2, max((counted[0] + counted[1]) / 2, 1.0)
    return 1 / MAX_TIMES_APART <= middle / other <= MAX_TIMES_APART


def _runs_till_now(claim: Claim, fact: AnyFact) -> bool:
    """Whether a stretch of years lasts up to now: "for 12 years", "a 50-year wait", "28 years since"."""
    value = _value(fact)
    if value.type is not TimexType.DURATION or not re.match(r"P\d+Y$", value.value):
        return False
    text = claim.sentence_text.lower()
    start, end = fact.span.start - claim.sentence.start, fact.span.end - claim.sentence.start
    before, after = text[max(start - 40, 0) : max(start, 0)], text[end : end + 40]
    if re.match(r"\W{0,2}(?:since|in (?:power|office|charge|government)|(?:ago)\b)", after.strip()):
        return True
    follower = re.match(r"[\s'’-]*([a-z]+)", after)
    if follower and follower[1] in words_of("time_wait_nouns.txt"):
        return True
    if re.search(r"\b(?:for|in|after|of)(?: \w+){0,3} $", before):
        return bool(
            re.search(
                r"\b(?:has|have|had|hasn't|haven't|hadn't|first|last time|no|\w+est|worst|not|existed)\b",
                text,
            )
        )
    return False


def length(value: TimeValue) -> tuple[float, float] | None:
    """The shortest and the longest a duration may be, in days; None for "several years"."""
    if not value.value.startswith("P") or "X" in value.value or "REF" in value.value:
        return None
    date_part, _, clock_part = value.value[1:].partition("T")
    parts = [(float(n), DAYS_OF_UNIT.get(unit, 0.0)) for n, unit in PERIOD.findall(date_part)]
    parts += [(float(n), DAYS_OF_CLOCK_UNIT.get(unit, 0.0)) for n, unit in PERIOD.findall(clock_part)]
    if not parts:
        return None
    days, half = sum(n * unit for n, unit in parts), parts[-1][1] / 2
    return _bounded(days, half, value.mod)


def _bounded(days: float, half: float, mod: str) -> tuple[float, float]:
    match mod:
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return 0.0, days + half
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return days - half, 2 * days + half
        case "APPROX":
            return min(days - half, days * 0.75), max(days + half, days * 1.25)
        case _:
            return days - half, days + half


# ------------------------------------------------------------------------------------- ranges and lengths


def _range_and_length(left: Side, right: Side) -> Derived | None:
    """ "from 9 p.m. to 4 a.m." on the left, "for nine hours" on the right."""
    ranges = list(_ranges(left))
    lengths = [
        f for f in right.times if _value(f).type is TimexType.DURATION and length(_value(f)) is not None
    ]
    if len(ranges) != 1 or len(lengths) != 1 or common(left, right) < MIN_OVERLAP or list(_ranges(right)):
        return None
    (first, last, days), told = ranges[0], length(_value(lengths[0]))
    slack = 1.0 if days >= 2 else 0.0
    if told is None or (told[0] <= days + slack and days - slack <= told[1]):
        return None
    if not 1 / MAX_TIMES_APART <= (told[0] + told[1]) / 2 / days <= MAX_TIMES_APART:
        return None
    span = Span(first.span.start, last.span.end)
    reason = f"From {first.text} to {last.text} is not {lengths[0].text}."
    spelled = f"{_value(first).label}/{_value(last).label}"
    return Derived(span, lengths[0].span, "disjoint", 0.8, reason, spelled, _value(lengths[0]).label)


def _ranges(side: Side) -> Iterator[tuple[AnyFact, AnyFact, float]]:
    """Each range of the claim with its length in days."""
    for first, last in zip(side.times, side.times[1:], strict=False):
        a, b = _value(first), _value(last)
        close = 0 <= last.span.start - first.span.end <= RANGE_GAP
        if not (close and a.relation is TimeRelation.SINCE and b.relation is TimeRelation.UNTIL):
            continue
        days = _days_between(a, b)
        if days:
            yield first, last, days


def _days_between(a: TimeValue, b: TimeValue) -> float | None:
    one, other = CLOCK.search(a.value), CLOCK.search(b.value)
    if one and other:
        minutes = (int(other[1]) - int(one[1])) * 60 + int(other[2]) - int(one[2])
        return (minutes % 1440) / 1440 or None
    if (
        a.earliest is None
        or b.earliest is None
        or a.latest is None
        or a.latest - a.earliest > timedelta(days=1)
    ):
        return None
    return float((b.earliest.date() - a.earliest.date()).days) or None


# ------------------------------------------------------------------------------------- starts, ends


def _starts(left: Side, right: Side) -> Derived | None:
    return _one_slot(left, right, starts_of(left), starts_of(right), "began")


def _ends(left: Side, right: Side) -> Derived | None:
    return _one_slot(left, right, ends_of(left), ends_of(right), "ends")


def _one_slot(
    left: Side, right: Side, ours: Sequence[AnyFact], theirs: Sequence[AnyFact], verb: str
) -> Derived | None:
    """Two starts, or two ends, that no day can satisfy; plain pairs of one relation are judged elsewhere."""
    if len(ours) != 1 or len(theirs) != 1 or common(left, right) < MIN_OVERLAP:
        return None
    a, b = _value(ours[0]), _value(theirs[0])
    if a.relation is b.relation or TimeHow.FRAMED in (a.how, b.how) or overlap(a, b):
        return None
    reason = f"One passage says that it {verb} {_on(ours[0], a)}, the other {_on(theirs[0], b)}."
    return Derived(ours[0].span, theirs[0].span, "disjoint", 0.8, reason, a.label, b.label)


def _on(fact: AnyFact, value: TimeValue) -> str:
    return f"at “{fact.text}” ({value.label})"


def overlap(a: TimeValue, b: TimeValue) -> bool:
    """Whether two placed times may be one."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


# ------------------------------------------------------------------------------------- order


BEFORE_AFTER = re.compile(
    r"\b(before|prior to|ahead of|after|following)\s+((?:[\w’'-]+\s?){1,6})", re.IGNORECASE
)
EARLIER = frozenset({"before", "prior to", "ahead of"})


def _order(left: Side, right: Side) -> Derived | None:
    """ "resigned before the audit", "resigned after the audit"."""
    rows = [
        (a, b)
        for a in _orders(left)
        for b in _orders(right)
        if a[0] != b[0] and clauses.overlap(a[2], b[2]) >= SLOT_OVERLAP
    ]
    if len(rows) != 1:
        return None
    (_, ours, thing, said), (_, theirs, other, also) = rows[0]
    rest = _topic(left) - thing, _topic(right) - other
    if not _same_predicate(left, right, ours, theirs) or clauses.overlap(*rest) < MIN_OVERLAP:
        return None
    reason = f"One passage puts it “{said}”, the other “{also}”: the order is reversed."
    return Derived(ours, theirs, "order", 0.85, reason, said, also)


def _orders(side: Side) -> Iterator[tuple[bool, Span, frozenset[str], str]]:
    """Each "before X" and "after X" of a claim: is it before, where, the stems of X, its words."""
    text, start = side.claim.sentence_text, side.claim.sentence.start
    for found in BEFORE_AFTER.finditer(text):
        span = Span(start + found.start(), start + found.end(2) - len(found[2]) + len(found[2].rstrip()))
        if not any(part.contains(Span(span.start, span.start + len(found[1]))) for part in side.claim.spans):
            continue
        words = [w for w in side.words if span.contains(w.span) and w.span.start >= start + found.start(2)]
        stems = frozenset(word.stem for word in words if word.content)
        if stems:
            yield found[1].lower() in EARLIER, span, stems, text[found.start() : span.end - start]


def _same_predicate(left: Side, right: Side, ours: Span, theirs: Span) -> bool:
    """Whether the verb that each order hangs on is one, or both claims have just one verb beside it."""
    one, other = _verbs(left, ours), _verbs(right, theirs)
    return bool(one & other) or not one or not other


def _verbs(side: Side, order: Span) -> frozenset[str]:
    """The predicates of the claim that stand outside of the order's own words."""
    return frozenset(
        clauses.stem(fact.value.predicate)
        for fact in clauses.facts_of(side.claim, Kind.EVENT)
        if isinstance(fact.value, Event) and not order.overlaps(fact.span)
    )


# ------------------------------------------------------------------------------------- halves of a match


FIRST_HALF = re.compile(
    r"\b(?:in the first half|before (?:the break|the interval|half[ -]time))\b(?! of)", re.IGNORECASE
)
SECOND_HALF = re.compile(
    r"\b(?:in the second half|after (?:the break|the interval|half[ -]time))\b(?! of)", re.IGNORECASE
)


def _halves(left: Side, right: Side) -> Derived | None:
    """ "both in the first half", "after the break"."""
    ours, theirs = _half(left), _half(right)
    if ours is None or theirs is None or ours[0] == theirs[0] or common(left, right) < SLOT_OVERLAP:
        return None
    said, also = ours[1].of(_padded(left.claim)), theirs[1].of(_padded(right.claim))
    reason = f"One passage puts it “{said}”, the other “{also}”."
    return Derived(ours[1], theirs[1], "disjoint", 0.75, reason, said, also)


def _half(side: Side) -> tuple[int, Span] | None:
    """The only half that a claim names, with its place."""
    found = [(1, m) for m in FIRST_HALF.finditer(side.claim.sentence_text)]
    found += [(2, m) for m in SECOND_HALF.finditer(side.claim.sentence_text)]
    start = side.claim.sentence.start
    rows = [(half, Span(start + m.start(), start + m.end())) for half, m in found]
    rows = [row for row in rows if any(part.contains(row[1]) for part in side.claim.spans)]
    return rows[0] if len(rows) == 1 else None


def _padded(claim: Claim) -> str:
    """The sentence at its own offsets."""
    return " " * claim.sentence.start + claim.sentence_text


# ------------------------------------------------------------------------------------- news and background


def background(a: TimeValue, b: TimeValue, dates: tuple[Published, Published]) -> bool:
    """Whether one time is the day of the news and the other far from it: two events, as a rule."""
    return _is_news(a, dates[0]) != _is_news(b, dates[1]) and _days_apart(a, b) > BACKGROUND_DAYS


def _is_news(value: TimeValue, published: Published) -> bool:
    if value.earliest is None or value.latest is None or published.earliest is None:
        return False
    near = abs(published.earliest - value.earliest) <= timedelta(days=NEWS_DAYS)
    return near and value.latest - value.earliest <= timedelta(days=3)


def _days_apart(a: TimeValue, b: TimeValue) -> int:
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return 0
    early, late = sorted(((a.earliest, a.latest), (b.earliest, b.latest)))
    return max((late[0] - early[1]).days, 0)
