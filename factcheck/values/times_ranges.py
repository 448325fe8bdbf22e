"""The times of one sentence come in, those that belong together come out as one or place each other.

"From May to October 2020" gives May its year, "26 to 28 June" begins on the 26th, "two weeks before
Christmas" is a day, "Tuesday of last week" lies in that week, "the first week of 2021" in that year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from factcheck.records import TimeHow, TimexType
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_readings import Reading, dated
from factcheck.values.times_words import Token

_LINKS = frozenset({"and", "till", "through", "to", "until"})
_SIGNS = frozenset({"-", "–", "—"})
_AFTER = frozenset({"after", "following", "from"})
_OF_WEEK = frozenset({"beginning", "commencing", "of", "starting"})
_INFERRED = frozenset({TimeHow.INFERRED_YEAR, TimeHow.FRAMED})
_UNITS = {"D": "D", "W": "W", "M": "M", "Y": "Y"}


class Timex(NamedTuple):
    """A time expression of a sentence: offsets in the sentence, its reading, its place among the tokens."""

    start: int
    end: int
    reading: Reading
    first: int
    last: int


def together(found: Sequence[Timex], words: Sequence[Token]) -> list[Timex]:
    """``found``, in order, each placed by the ones beside it."""
    grown = [_day_range(_week_of(one, words), words) for one in found]
    return _ranges(_merged(_uncovered(grown), words), words)


def _uncovered(found: Sequence[Timex]) -> list[Timex]:
    """Without "the last week" where "the last week of July" is there."""
    return [
        one
        for one in found
        if not any(o is not one and o.start <= one.start and one.end <= o.end for o in found)
    ]


# ---------------------------------------------------------------------------- two ends of a range


def _ranges(found: Sequence[Timex], words: Sequence[Token]) -> list[Timex]:
    out = list(found)
    for i in range(len(out) - 1):
        if _linked(out[i], out[i + 1], words):
            out[i] = _placed_before(out[i], out[i + 1])
            out[i + 1] = _placed_after(out[i], out[i + 1])
    return out


def _linked(left: Timex, right: Timex, words: Sequence[Token]) -> bool:
    """Whether "to" or a dash, or an "and" after "between", stands between the two."""
    between = [word.lower for word in words[left.last : right.first] if word.code not in "tp"]
    before = words[left.first - 1].lower if left.first else ""
    before = words[left.first - 2].lower if before == "the" and left.first > 1 else before
    if len(right.reading.value) not in (7, 10):  # "February 6 - this year" is no range
        return False
    if between == ["and"]:
        return before == "between"
    if between and between[0] in _SIGNS and right.start - left.end > 1:
        return False
    return len(between) == 1 and between[0] in (_LINKS | _SIGNS) - {"and"}


def _placed_before(left: Timex, right: Timex) -> Timex:
    """The left end in the last year in which it does not lie after the right one."""
    one, other = left.reading, right.reading
    if one.how not in _INFERRED or one.days is None or other.days is None or one.value[:1] == "X":
        return left
    if one.type is not TimexType.DATE or other.type is not TimexType.DATE or len(one.value) not in (7, 10):
        return left
    if len(one.value) == 10 and one.days.first != one.days.last:
        return left
    year = other.days.first.year
    first = _in_year(one.days.first, year)
    if first is None or first > other.days.first:
        year -= 1
    days = (
        calendar.month(year, one.days.first.month) if len(one.value) == 7 else _one_day(one.days.first, year)
    )
    if days is None or one.mod:
        return left
    return left._replace(reading=replace(one, value=f"{year:04d}{one.value[4:]}", days=days))


def _in_year(day: date, year: int) -> date | None:
    found = calendar.day(year, day.month, day.day)
    return found.first if found else None


def _one_day(day: date, year: int) -> Days | None:
    return calendar.day(year, day.month, day.day)


def _placed_after(left: Timex, right: Timex) -> Timex:
    """ "From Monday to Friday": the Friday after that Monday."""
    one, other = left.reading, right.reading
    if one.days is None or other.days is None or other.how is not TimeHow.ANCHORED:
        return right
    is_day = other.days.first == other.days.last and one.days.first == one.days.last
    behind = (one.days.first - other.days.first).days
    if not is_day or not 0 < behind <= 7:
        return right
    target = calendar.moved(other.days.first, 7)
    return right._replace(reading=dated(target.isoformat(), Days(target, target), other.how))


def _day_range(one: Timex, words: Sequence[Token]) -> Timex:
    """ "April 9th through 17th", "9 to 12 June": the days between are its days."""
    reading = one.reading
    if reading.days is None or reading.days.first != reading.days.last or reading.type is not TimexType.DATE:
        return one
    named = {word.code for word in words[one.first : one.last]}
    if "M" not in named:
        return one
    ahead, behind = words[one.last : one.last + 2], words[max(one.first - 3, 0) : one.first]
    if _is_month_first(one, words) and len(ahead) == 2 and ahead[0].lower in _LINKS - {"and"}:
        return _widened(one, ahead[1], one.first, one.last + 2, ahead[1].end, words)
    links = [word.lower for word in behind]
    if len(behind) >= 2 and links[-1] in {"to", "and"} and (links[-1] == "to" or links[:1] == ["between"]):
        return _widened(one, behind[-2], one.first - 2, one.last, one.end, words)
    return one


def _is_month_first(one: Timex, words: Sequence[Token]) -> bool:
    return words[one.first].code == "M" and one.last - one.first == 2


def _widened(one: Timex, other: Token, first: int, last: int, end: int, words: Sequence[Token]) -> Timex:
    days = one.reading.days
    after = words[last].code if last < len(words) else "."
    value = int(other.value) if other.code in "dO" and other.value.isdigit() else 0
    if days is None or not 1 <= value <= 31 or (last > one.last and after in "_UVM"):
        return one
    bound = calendar.day(days.first.year, days.first.month, value)
    if bound is None or (bound.first > days.first) != (last > one.last):
        return one
    both = days.union(bound)
    reading = replace(one.reading, value=both.first.isoformat(), days=both)
    return Timex(words[first].start, max(end, one.end), reading, first, last)


# ---------------------------------------------------------------------------- one time in another


def _merged(found: Sequence[Timex], words: Sequence[Token]) -> list[Timex]:
    out: list[Timex] = []
    for one in found:
        last = out[-1] if out else None
        joined = (_shifted(last, one, words) or _weekday_in(last, one, words)) if last else None
        part = _part_of(last, one, words) if last else None
        if joined is not None:
            out[-1] = joined
        elif part is not None:
            out[-1:] = [part, one]
        else:
            out.append(one)
    return out


def _shifted(left: Timex, right: Timex, words: Sequence[Token]) -> Timex | None:
    """ "Two weeks before Christmas", "three days after 12 January": a day counted from a day."""
    between = [word.lower for word in words[left.last : right.first]]
    if left.reading.type is not TimexType.DURATION or left.reading.mod or len(between) != 1:
        return None
    sign = -1 if between[0] == "before" else 1 if between[0] in _AFTER else 0
    value, day = left.reading.value, right.reading.days
    exact = right.reading.type is TimexType.DATE and day is not None and day.first == day.last
    if not sign or not exact or day is None or not value[1:-1].isdigit() or value[-1] not in _UNITS:
        return None
    target = calendar.units_moved(day.first, sign * int(value[1:-1]), value[-1])
    reading = dated(target.isoformat(), Days(target, target), right.reading.how)
    return Timex(left.start, right.end, reading, left.first, right.last)


def _weekday_in(left: Timex, right: Timex, words: Sequence[Token]) -> Timex | None:
    """ "Tuesday of last week", "Tuesday next week", "next week on Tuesday": that day of that week."""
    between = [word.lower for word in words[left.last : right.first] if word.code != "t"]
    one, other = (left, right) if _is_week(right.reading) else (right, left)
    day, week = one.reading.days, other.reading.days
    if between not in ([], ["of"], ["on"]) or not _is_week(other.reading) or day is None or week is None:
        return None
    if one.reading.type is not TimexType.DATE or day.first != day.last or "W" not in _codes(one, words):
        return None
    if len(_codes(one, words).strip("t")) != 1:
        return None
    middle = calendar.moved(week.first, (week.last - week.first).days // 2)
    target = calendar.moved(_monday(middle), day.first.weekday())
    reading = dated(target.isoformat(), Days(target, target), other.reading.how)
    return Timex(left.start, right.end, reading, left.first, right.last)


def _is_week(reading: Reading) -> bool:
    placed = reading.type is TimexType.DATE and reading.days is not None and not reading.mod
    return placed and "-W" in reading.value and not reading.value.endswith("WE")


def _codes(one: Timex, words: Sequence[Token]) -> str:
    return "".join(word.code for word in words[one.first : one.last])


def _part_of(left: Timex, right: Timex, words: Sequence[Token]) -> Timex | None:
    """ "The first nine months of 2021", "the last three weeks of July": placed in that year or month."""
    between = [word.lower for word in words[left.last : right.first]]
    value, whole = left.reading.value, right.reading.days
    edge = next((word for word in words[left.first : left.last] if word.code in "Ol"), None)
    if between != ["of"] or left.reading.type is not TimexType.DURATION or whole is None or edge is None:
        return None
    if (
        right.reading.type is not TimexType.DATE
        or right.reading.mod
        or len(right.reading.value) not in (4, 7)
    ):
        return None
    if not value[1:-1].isdigit() or value[-1] not in "DWM" or (edge.code == "O" and edge.value != "1"):
        return None
    amount, unit = int(value[1:-1]), value[-1]
    if edge.code == "O":
        end = calendar.moved(calendar.units_moved(whole.first, amount, unit), -1)
        days = Days(whole.first, min(end, whole.last))
    else:
        beyond = calendar.units_moved(calendar.moved(whole.last, 1), -amount, unit)
        days = Days(max(beyond, whole.first), whole.last)
    return left._replace(reading=replace(left.reading, days=days, how=right.reading.how))


def _week_of(one: Timex, words: Sequence[Token]) -> Timex:
    """ "The first week of 2021", "the last week of July", "the week of 10 April"."""
    reading, at = one.reading, one.first - 1
    if reading.days is None or reading.type is not TimexType.DATE or reading.mod:
        return one
    at = at - 1 if at >= 0 and words[at].code == "p" else at
    if at < 1 or words[at].lower not in _OF_WEEK or words[at - 1].lower != "week":
        return one
    order = words[at - 2] if at >= 2 else None
    first = at - 2 if order is not None and (order.code in "Ol") else at - 1
    days = _week(reading, order if first == at - 2 else None)
    if days is None:
        return one
    first = first - 1 if first and words[first - 1].code == "t" else first
    value = calendar.unit_value(calendar.moved(days.first, 3), "W")
    return Timex(words[first].start, one.end, dated(value, days, reading.how), first, one.last)


def _week(reading: Reading, order: Token | None) -> Days | None:
    days = reading.days
    if days is None:
        return None
    if order is None:
        return calendar.week(days.first) if days.first == days.last else None
    if len(reading.value) not in (4, 7) or not reading.value[:4].isdigit() or "Q" in reading.value:
        return None
    last = order.code == "l"
    which = int(order.value) if not last and order.value.isdigit() else 0
    if not last and not 1 <= which <= 5:
        return None
    monday = _monday(days.last if last else days.first)
    if not last:
        late = days.first.weekday() > 3  # the week belongs to the year or month that has its Thursday
        monday = calendar.moved(monday, 7 * (which - 1 + late))
    elif days.last.weekday() < 3:
        monday = calendar.moved(monday, -7)
    return calendar.week(monday)


def _monday(day: date) -> date:
    return calendar.moved(day, -day.weekday())
