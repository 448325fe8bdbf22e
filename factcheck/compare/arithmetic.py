"""Arithmetic: figures, dates and ages of one claim that do not agree with each other.

Reads one claim held against itself: a share with the two counts it is of ("12 of 40, or 25 percent"), a
change with its two ends ("from 200 to 250, a rise of 20 percent"), parts with their total ("12 dead: five men
and six women"), a day of the week with its date, an age with a year of birth.

Ladder: ``fits``, ``share``, ``change``, ``sum``, ``weekday``, ``age``.

Contradicts: "12 of 40, or 25 percent" (it is 30 percent).
Does not: "a third of 40, or 13", "12 of 41, or about 30 percent".

It cannot see: which of the two figures is wrong, nor sums that are told over several sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.compare.word_lists import lines_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Bound,
    Claim,
    Judgement,
    Kind,
    Matter,
    Published,
    Quantity,
    Relation,
    Span,
)

name = "arithmetic"
kind = Kind.ARITHMETIC
matters = frozenset({Matter.SELF})
ladder = ("fits", "share", "change", "sum", "weekday", "age")

_MAX_APART = 40  # characters between figures that belong together
_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|his\s|her\s|all\s)?$")
_AS_SHARE = re.compile(r"(?:,\s|\s\(|\s[–—-]\s)?(?:or|which is|that is|equal to|i\.e\.)\s|\($")
_PERCENT = r"(\d{1,4}(?:\.\d{1,2})?) ?(%|percent|per cent)"
_RISE = r"(?:rise|increase|jump|gain|growth|fall|drop|decline|decrease|cut)"
_AFTER = re.compile(rf"[^\d.;:]{{0,20}}?[,(–—-] ?(?:an? {_RISE} of|up|down|or|plus|minus)? ?{_PERCENT}")
_BEFORE = re.compile(rf"(?:{_RISE} of|by|up|down) {_PERCENT},? from $")
_LIST = re.compile(r"^[\w\s,'’-]{0,30}$")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEARS_OF_BIRTH = re.compile(
    r"\bborn (?:in |on )?(?:\w+ )?(?:\d{1,2},? )?(1[89]\d\d|20\d\d)\b", re.IGNORECASE
)
# "aged 12" may be the age then: "moved to Harrow aged 12"
_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b", re.IGNORECASE)
_BARE = re.compile(r"\s*(?:[\w-]+)?\s*,?\s*(?:and)?\s*[.”\"]?\s*")
_HALF_A_YEAR = 183  # days around a publication in which a date without a year is looked for


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """What in the left claim does not add up, in the order of the ladder; the right claim is the same."""
    claim, published = alignment.left, alignment.left_published
    figures = tuple(fact for fact in claim.facts if isinstance(fact.value, Quantity))
    return (
        *_shares(claim, figures),
        *_changes(claim, figures),
        *_sums(claim, figures),
        *_weekdays(claim, published),
        *_ages(claim, published),
    )


def _judgement(level: str, left: Span, right: Span, values: tuple[str, str], reason: str) -> Judgement:
    return Judgement(Relation.CONTRADICTION, level, reason, 0.85, left, right, *values)


def _quantity(fact: AnyFact) -> Quantity:
    if not isinstance(fact.value, Quantity):
        raise TypeError(f"{fact.text!r} is no figure")
    return fact.value


def _text(claim: Claim, start: int, end: int) -> str:
    return claim.sentence_text[max(start - claim.sentence.start, 0) : max(end - claim.sentence.start, 0)]


def _between(claim: Claim, one: AnyFact, other: AnyFact) -> str:
    return _text(claim, one.span.end, other.span.start)


def _is_exact(*facts: AnyFact) -> bool:
    return all(_quantity(f).bound is Bound.EXACT and _quantity(f).upper is None for f in facts)


# ---------------------------------------------------------------------------- shares and changes


def _shares(claim: Claim, figures: Sequence[AnyFact]) -> Iterator[Judgement]:
    """12 of 40, or 25 percent."""
    for part, whole, share in zip(figures, figures[1:], figures[2:], strict=False):
        units = _quantity(part).unit, _quantity(whole).unit, _quantity(share).unit
        if units != ("count", "count", "%") or not _is_exact(part, whole) or not _quantity(whole).amount:
            continue
        gap = _between(claim, whole, share)
        joined = _OF.search(_between(claim, part, whole)) and len(gap) <= _MAX_APART and _AS_SHARE.search(gap)
        true = 100 * _quantity(part).amount / _quantity(whole).amount
        if joined and not _fits(true, _quantity(share)):
            yield _share_judgement(claim, part, whole, share, true)


def _share_judgement(claim: Claim, part: AnyFact, whole: AnyFact, share: AnyFact, true: Decimal) -> Judgement:
    counts = Span(part.span.start, whole.span.end)
    said = _text(claim, counts.start, counts.end)
    reason = f"“{said}” is {_rounded(true)} percent, not “{share.text}”."
    return _judgement("share", counts, share.span, (said, _quantity(share).label), reason)


def _fits(true: Decimal, told: Quantity) -> bool:
    """Whether a figure may be this amount, rounded as it is written, or roughly where it says so."""
    slack = told.step / 2 + Decimal("0.05")
    if told.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return true >= told.amount - slack
    if told.bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        return true <= told.amount + slack
    if told.bound is not Bound.EXACT:
        slack = max(slack, told.amount / 10)
    cut_off = told.amount <= true < told.amount + told.step  # 66.7 written as 66
    return cut_off or abs(true - told.amount) <= max(slack, Decimal("0.5"))


def _rounded(amount: Decimal) -> str:
    return f"{amount.quantize(Decimal('0.1')).normalize():f}"


def _changes(claim: Claim, figures: Sequence[AnyFact]) -> Iterator[Judgement]:
    """From 200 to 250, a rise of 20 percent; a rise of 20 percent from 200 to 250."""
    for first, last in pairwise(figures):
        if not _is_from_to(claim, first, last) or not _quantity(first).amount:
            continue
        ends = Span(first.span.start, last.span.end)
        share = _share_of_change(claim, ends)
        true = 100 * abs(_quantity(last).amount - _quantity(first).amount) / _quantity(first).amount
        if share is not None and abs(true - share[1]) > max(_half_a_step(share[1]), Decimal("0.5")):
            said, told = _text(claim, ends.start, ends.end), _text(claim, share[0].start, share[0].end)
            reason = f"From “{said}” is a change of {_rounded(true)} percent, not “{told}”."
            yield _judgement("change", ends, share[0], (said, told), reason)


def _share_of_change(claim: Claim, ends: Span) -> tuple[Span, Decimal] | None:
    """The percentage that the sentence gives for a change, right behind its two ends or right before them."""
    after = _text(claim, ends.end, min(ends.end + _MAX_APART + 20, claim.sentence.end))
    before_at = max(ends.start - _MAX_APART, claim.sentence.start)
    found = _AFTER.match(after)
    if found:
        return Span(ends.end + found.start(1), ends.end + found.end()), Decimal(found[1])
    found = _BEFORE.search(_text(claim, before_at, ends.start))
    return (Span(before_at + found.start(1), before_at + found.end(2)), Decimal(found[1])) if found else None


def _half_a_step(share: Decimal) -> Decimal:
    exponent = share.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _is_from_to(claim: Claim, first: AnyFact, last: AnyFact) -> bool:
    if _quantity(first).unit != _quantity(last).unit or _quantity(first).unit in {
        "%",
        "pp",
        "score",
        "ordinal",
    }:
        return False
    before = _text(claim, first.span.start - 6, first.span.start)
    return (
        _is_exact(first, last) and before.endswith("from ") and _between(claim, first, last).endswith(" to ")
    )


# ---------------------------------------------------------------------------- sums


def _is_whole(claim: Claim, parts: Sequence[AnyFact]) -> bool:
    """Whether the parts are bare nouns to the end of the claim: "five men and six women"."""
    behind = [_between(claim, one, other) for one, other in pairwise(parts)]
    rest = claim.sentence_text[parts[-1].span.end - claim.sentence.start :]
    return all(_BARE.fullmatch(text) for text in (*behind, rest))


def _sums(claim: Claim, figures: Sequence[AnyFact]) -> Iterator[Judgement]:
    """12 dead: five men and six women. The parts stand behind a colon or a dash, to the end of the claim."""
    for at, total in enumerate(figures):
        parts = figures[at + 1 :]
        if len(parts) < 2 or not _is_exact(total, *parts):
            continue
        if any(_quantity(fact).unit != "count" for fact in (total, *parts)):
            continue
        opening = _between(claim, total, parts[0])
        if ":" not in opening and "—" not in opening and " – " not in opening:
            continue
        if len(opening) > _MAX_APART or not all(
            _LIST.match(_between(claim, one, other)) for one, other in pairwise(parts)
        ):
            continue
        told = sum(_quantity(part).amount for part in parts)
        # "three in Harrow and four in Velm" may leave some out; no list holds more than all
        short = told < _quantity(total).amount and not _is_whole(claim, parts)
        if told != _quantity(total).amount and not short and " and " in _between(claim, parts[-2], parts[-1]):
            span = Span(parts[0].span.start, parts[-1].span.end)
            reason = f"The parts make {told}, the total is given as “{total.text}”."
            values = str(told), _quantity(total).label
            yield _judgement("sum", span, total.span, values, reason)
            return


# ---------------------------------------------------------------------------- days and ages


def _months() -> dict[str, int]:
    return {month: at for at, month in enumerate(lines_of("arithmetic_months.txt"), 1)}


@cache
def _dated() -> re.Pattern[str]:
    """A day of the week right before a date: its day and month, or month and day, and the year."""
    months = "|".join(_months())
    date_of = rf"(?:(\d{{1,2}}) ({months})|({months}) (\d{{1,2}}))(?:,? (\d{{4}}))?\b"
    return re.compile(rf"\b({'|'.join(_DAYS)}),? (?:the )?{date_of}", re.IGNORECASE)


def _weekdays(claim: Claim, published: Published) -> Iterator[Judgement]:
    """Tuesday, 5 March 2025, which was a Wednesday."""
    for found in _dated().finditer(claim.sentence_text):
        day = _day(found, published)
        if day is None or _DAYS[day.weekday()] == found[1].lower():
            continue
        start = claim.sentence.start
        spans = (
            Span(start + found.start(1), start + found.end(1)),
            Span(start + found.end(1), start + found.end()),
        )
        true = _DAYS[day.weekday()].capitalize()
        reason = f"{day.isoformat()} was a {true}, not a {found[1].capitalize()}."
        yield _judgement("weekday", *spans, (found[1].capitalize(), day.isoformat()), reason)


def _day(found: re.Match[str], published: Published) -> date | None:
    """The date that is written; without a year, the one nearest to the publication."""
    number, month = int(found[2] or found[5]), _months()[(found[3] or found[4]).lower()]
    if found[6]:
        return _date(int(found[6]), month, number)
    if published.earliest is None:
        return None
    near = published.earliest.date()
    days = [_date(near.year + shift, month, number) for shift in (-1, 0, 1)]
    close = [day for day in days if day is not None and abs((day - near).days) <= _HALF_A_YEAR]
    return min(close, key=lambda day: abs((day - near).days)) if close else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ages(claim: Claim, published: Published) -> Iterator[Judgement]:
    """Born in 1961, the 57-year-old (in 2025)."""
    born = list(_YEARS_OF_BIRTH.finditer(claim.sentence_text))
    ages = list(_AGE.finditer(claim.sentence_text))
    if len(born) != 1 or len(ages) != 1 or published.earliest is None:
        return
    year, age = int(born[0][1]), int(ages[0][1])
    years = published.earliest.year - year
    if age in (years, years - 1) or "died" in claim.sentence_text or " then " in claim.sentence_text:
        return
    start = claim.sentence.start
    spans = (
        Span(start + born[0].start(), start + born[0].end()),
        Span(start + ages[0].start(), start + ages[0].end()),
    )
    reason = f"Who was born in {year} is {years - 1} or {years} at the time of the report, not {age}."
    yield _judgement("age", spans[0], spans[1], (str(year), str(age)), reason)
