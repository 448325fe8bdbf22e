"""How many values of the Recognizers-Text specifications are read right: numbers, units, money, ages, dates.

python -m benchmarks.recognizers FOLDER [--show [SUBJECT]]

FOLDER holds Number/English, NumberWithUnit/English and DateTime/English. An expected value counts as right
where a fact of ours overlaps its text and says the same amount in the same unit, or the same stretch of the
calendar (of several readings that the specification allows, any one). A number inside a duration or a date
is right where our time says it. Values that news prose cannot hold are not counted: the families and the
reasons stand in recognizers_out_of_scope.csv, and how many each took is printed.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck import split
from factcheck.records import (
    Article,
    Block,
    BlockKind,
    Fact,
    Published,
    PublishedHow,
    Quantity,
    Span,
    TimeRelation,
    TimeValue,
)
from factcheck.values import quantities, times
from factcheck.values.word_lists import rows_of

SUBJECTS = {
    "numbers": ("Number/English/NumberModel.json", "Number/English/PercentModel.json"),
    "units": ("NumberWithUnit/English/DimensionModel.json", "NumberWithUnit/English/TemperatureModel.json"),
    "currencies": ("NumberWithUnit/English/CurrencyModel.json",),
    "ages": ("NumberWithUnit/English/AgeModel.json",),
    "dates": ("DateTime/English/DateTimeModel.json",),
}
OUT_OF_SCOPE = Path(__file__).with_name("recognizers_out_of_scope.csv")
DATES = {"datetimeV2.date", "datetimeV2.daterange"}
CARRIER = "The figure is "
CLOSE = Decimal("0.001")  # two amounts closer than this share of them are one
SECOND, DAY, MONTH = timedelta(seconds=1), timedelta(days=1), timedelta(days=32)
RELATIVE_DAY = re.compile(
    r"\b(?:next|last|previous|past|following|coming|this) \w+day\b|\bmonths? ago\b", re.I
)
COUNTED = re.compile(r"\b(?:next|last|past|previous|coming|week|weekend)\b", re.I)
HOME = {"pound": "british pound"}  # a unit of weight in our table
AGE_PERIODS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
YEAR = {"day": 365, "week": 52, "month": 12}


class Expected(NamedTuple):
    """One value that a specification expects, ``where`` half-open in its input."""

    subject: str
    text: str
    where: Span
    kind: str
    resolution: dict[str, Any]
    reference: str

    @property
    def words(self) -> str:
        return self.where.of(self.text)


_CALENDAR = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)(?=\b[ .])"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
)


def _capitalised(value: Expected) -> Expected:
    """The value with the capitals that news prose gives to the names of days and months."""
    words = _CALENDAR.sub(lambda found: found.group().capitalize(), value.words)
    text = value.text[: value.where.start] + words + value.text[value.where.end :]
    return value._replace(text=text)


class Family(NamedTuple):
    """A line of recognizers_out_of_scope.csv: what to search in the input or in the value's words."""

    subject: str
    where: str
    pattern: re.Pattern[str]
    reason: str


@cache
def families() -> tuple[Family, ...]:
    with OUT_OF_SCOPE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Family(r["subject"], r["where"], re.compile(r["pattern"], re.I), r["reason"]) for r in rows)


def out_of_scope(value: Expected) -> str:
    """Why news prose cannot hold the value; empty where it can."""
    if not value.resolution or str(value.resolution.get("value", "")) in {"None", "null"}:
        return "a unit or a time is named and no amount of it"
    readings = value.resolution.get("values") or []
    if readings and all(one.get("value") == "not resolved" for one in readings):
        return "the specification itself gives it no place on the calendar"
    if any("undef" in one.get("Mod", "") for one in readings):
        return "it points back to a time told before: no sentence of the specification tells it"
    for family in families():
        if family.subject in {value.subject, "all"}:
            searched = {"input": value.text, "words": value.words, "kind": value.kind}[family.where]
            if family.pattern.search(searched):
                return family.reason
    return ""


def expected(folder: Path, subject: str) -> Iterator[Expected]:
    """Every value that the subject's specifications expect, in their order."""
    for name in SUBJECTS[subject]:
        for case in json.loads((folder / name).read_text(encoding="utf-8-sig")):
            for result in case["Results"]:
                if "TypeName" not in result or "Start" not in result:
                    continue  # a line that asks a parser nothing
                where = Span(result["Start"], result["End"] + 1)
                reference = case.get("Context", {}).get("ReferenceDateTime", "")
                resolution = result.get("Resolution") or {}
                if subject == "dates" and result["TypeName"] not in DATES:
                    continue
                yield _carried(
                    Expected(subject, case["Input"], where, result["TypeName"], resolution, reference)
                )


def _carried(value: Expected) -> Expected:
    """A value that is all of its input, in a sentence: a bare figure on a line of its own numbers a list."""
    if value.subject == "dates":
        return _capitalised(value)
    if value.text.strip(" .") != value.words.strip(" ."):
        return value
    return value._replace(
        text=f"{CARRIER}{value.words} .", where=Span(len(CARRIER), len(CARRIER) + len(value.words))
    )


# ---------------------------------------------------------------------------- our reading


def facts(value: Expected) -> tuple[Fact[Quantity] | Fact[TimeValue], ...]:
    """Our amounts and times that overlap the expected value."""
    found = _read(value.text, value.reference)
    return tuple(fact for fact in found if fact.span.overlaps(value.where))


@cache
def _read(text: str, reference: str) -> tuple[Fact[Quantity] | Fact[TimeValue], ...]:
    moment = datetime.fromisoformat(reference).replace(tzinfo=None) if reference else None
    known = Published() if moment is None else Published(moment, moment, PublishedHow.METADATA)
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    article = Article("s/a.txt", text, (block,), "A", known)
    sentences = split.sentences(article)
    return (*quantities.facts(article, sentences), *times.facts(article, sentences))


def right(value: Expected) -> bool:
    """Whether one of our facts says what is expected."""
    judge = _dated if value.subject == "dates" else _measured
    return any(judge(value, fact) for fact in facts(value))


# ---------------------------------------------------------------------------- amounts


def _measured(value: Expected, fact: Fact[Quantity] | Fact[TimeValue]) -> bool:
    told = str(value.resolution.get("value", ""))
    if isinstance(fact.value, TimeValue):
        return _holds(value, fact.value, told)
    amount, unit = _amount(told), str(value.resolution.get("unit", ""))
    if amount is None:
        return False
    ours = fact.value
    if value.kind == "age":
        ends = (ours.amount, ours.upper or ours.amount)
        return ours.unit == "age" and any(_close(end, amount / YEAR.get(unit.lower(), 1)) for end in ends)
    if value.kind in {"dimension", "temperature", "currency"}:
        return _in_unit(ours, amount, value)
    if value.kind == "percentage":
        return ours.unit in {"%", "pp"} and _close(ours.amount, amount)
    if ours.unit == "%" and "%" not in fact.text and "per" not in fact.text:
        amount = amount * 100  # "two thirds": a share
    ends = (ours.amount, ours.amount if ours.upper is None else ours.upper)
    return any(_close(end, amount) or _close(end, amount * _worth(fact.text)) for end in ends)


def _holds(value: Expected, ours: TimeValue, told: str) -> bool:
    """A number or an age inside a time: "3 years" is P3Y."""
    if value.kind == "age":
        return ours.value == f"P{told}{AGE_PERIODS.get(str(value.resolution.get('unit')).lower(), '?')}"
    if value.kind not in {"number", "ordinal"}:
        return False
    digits = re.findall(r"\d+(?:\.\d+)?", ours.value)
    return told in digits or told.zfill(2) in digits


def _amount(told: str) -> Decimal | None:
    try:
        return Decimal(told.rstrip("%").replace("E", "e"))
    except InvalidOperation:
        return None


def _close(ours: Decimal, theirs: Decimal) -> bool:
    return abs(ours - theirs) <= CLOSE * abs(theirs)


@cache
def _units() -> dict[str, tuple[str, Decimal, Decimal]]:
    rows = [(r["name"], r["unit"], Decimal(r["factor"]), Decimal(r["offset"])) for r in rows_of("units.csv")]
    return {name: (unit, factor, offset) for name, unit, factor, offset in rows}


def _worth(text: str) -> Decimal:
    """What one of the written unit is worth in our base unit; 1 where no unit is written."""
    words = re.sub(r"[\d.,]+", " ", text.lower()).replace("-", " ").split()
    for first in range(len(words)):
        unit = _units().get(" ".join(words[first:]))
        if unit is not None:
            return unit[1]
    return Decimal(1)


def _in_unit(ours: Quantity, amount: Decimal, value: Expected) -> bool:
    """Whether ours is so much of the expected unit; "degrees" alone may be of either scale."""
    if value.kind == "currency":
        return _is_money(ours, amount, value)
    name = {"c": "celsius", "f": "fahrenheit"}.get(
        str(value.resolution.get("unit")).lower(), str(value.resolution.get("unit")).lower()
    )
    unit = _units().get(name) or _units().get(f"{name}s")
    if unit is None:
        return False
    code, factor, offset = unit
    told = (amount + offset) * factor, amount * _worth(value.words)
    ends = (ours.amount, ours.upper or ours.amount)
    return ours.unit == code and any(_close(end, one) for end in ends for one in told)


def _is_money(ours: Quantity, amount: Decimal, value: Expected) -> bool:
    code = str(value.resolution.get("isoCurrency", ""))
    if not code:
        table = {r["name"]: (r["unit"], Decimal(r["factor"])) for r in rows_of("currencies.csv")}
        name = str(value.resolution.get("unit", "")).lower()
        name = HOME.get(name, name)
        code, factor = table.get(name) or table.get(f"{name}s") or ("", Decimal(1))
        amount = amount * factor
    return ours.unit == code and _close(ours.amount, amount)


# ---------------------------------------------------------------------------- dates


def _dated(value: Expected, fact: Fact[Quantity] | Fact[TimeValue]) -> bool:
    ours = fact.value
    if not isinstance(ours, TimeValue):
        return False
    allowed: Sequence[dict[str, str]] = value.resolution.get("values") or []
    return any(
        _agrees(ours, reading) or _ends_read(value, reading) or _by_convention(value, ours, reading)
        for reading in allowed
    )


def _by_convention(value: Expected, ours: TimeValue, reading: dict[str, str]) -> bool:
    """Whether ours is the same by another convention: "next Friday" may be this week's or the next week's, so
    ours is both; "the next five days" may begin today or tomorrow; a week may begin on Sunday."""
    first, last = _instant(reading.get("start") or reading.get("value")), _instant(reading.get("end"))
    if first is None or ours.earliest is None or ours.latest is None:
        return False
    if last is None:
        wide = bool(RELATIVE_DAY.search(value.words)) and ours.latest - ours.earliest <= MONTH
        return wide and ours.earliest <= first <= ours.latest
    counted = bool(COUNTED.search(value.words))
    return counted and abs(ours.earliest - first) <= DAY and abs(ours.latest + SECOND - last) <= DAY


def _ends_read(value: Expected, reading: dict[str, str]) -> bool:
    """Whether both ends of a range ("between 2014 and 2018") are read, by two facts or by one. Where the last
    day, month or year is named the specification may mean its beginning: we read the whole of it."""
    first, last = _instant(reading.get("start")), _instant(reading.get("end"))
    told = [fact.value for fact in facts(value) if isinstance(fact.value, TimeValue)]
    if first is None or last is None:
        return False
    if any(one.value == "PRESENT_REF" for one in told) and value.reference.startswith(f"{last:%Y-%m-%d}"):
        return any(one.earliest == first for one in told)
    now = value.reference.startswith(first.date().isoformat())
    begins = any(one.earliest == first or (now and one.value == "PRESENT_REF") for one in told)
    ends = any(
        one.earliest == last or (one.latest and one.latest + SECOND == last) or _day_of(one, last)
        for one in told
    )
    return begins and ends


def _day_of(ours: TimeValue, last: datetime) -> bool:
    """Whether ours ends in the day, month or year that begins at ``last``."""
    return ours.latest is not None and ours.latest in {
        _day_end(last),
        (last.replace(day=28) + timedelta(days=4)).replace(day=1) - SECOND if last.day == 1 else None,
        last.replace(year=last.year + 1) - SECOND if (last.day, last.month) == (1, 1) else None,
    }


def _agrees(ours: TimeValue, reading: dict[str, str]) -> bool:
    timex = reading.get("timex", "")
    if ours.value == timex and "Mod" not in reading:
        return True
    if ours.type == "TIME" and ours.value.partition("T")[0] == reading.get("value", "-"):
        return True  # "Christmas at 8:00": the day with its hour
    if reading.get("type") == "duration":
        return ours.value.startswith("P") and _seconds(ours.value) == _seconds(timex)
    if reading.get("type") == "set":
        return ours.type == "SET" and ours.value == timex
    if ours.earliest is None and ours.latest is None:
        return False
    return _same_stretch(ours, reading)


_STEP = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_WORTH = {"Y": 365 * 86400, "W": 7 * 86400, "D": 86400, "H": 3600, "S": 1}


def _seconds(timex: str) -> float:
    """The length of an ISO 8601 duration; -1 for other text."""
    if not timex.startswith("P"):
        return -1
    days, _, clock = timex[1:].partition("T")
    worth = sum(float(n) * _WORTH.get(unit, 30 * 86400) for n, unit in _STEP.findall(days))
    return worth + sum(float(n) * _WORTH.get(unit, 60) for n, unit in _STEP.findall(clock))


def _same_stretch(ours: TimeValue, reading: dict[str, str]) -> bool:
    """Whether ours covers the reading's stretch; an end that "before" or "since" leaves open is not asked."""
    mod = reading.get("Mod", "")
    if mod in {"before", "until"} or ("end" in reading and "start" not in reading):
        related = ours.relation in {TimeRelation.BEFORE, TimeRelation.UNTIL, TimeRelation.BY}
        return related and _instant(reading.get("end")) in _edges(ours)
    if mod in {"after", "since"} or ("start" in reading and "end" not in reading):
        related = ours.relation in {TimeRelation.AFTER, TimeRelation.SINCE}
        return related and _instant(reading.get("start")) in _edges(ours)
    first = _instant(reading.get("start") or reading.get("value"))
    if first is None or ours.earliest is None or ours.latest is None:
        return False
    if reading.get("type") == "time":
        return (ours.earliest.time(), ours.latest.time()) == (first.time(), first.time())
    last = _instant(reading.get("end"))
    if last is None:
        return ours.earliest == first and ours.latest == (first if _has_clock(reading) else _day_end(first))
    clock = reading.get("type") == "timerange"
    if clock:
        return ours.earliest.time() == first.time() and (ours.latest + SECOND).replace(second=0).time() in {
            last.time(),
            (last + SECOND).time(),
        }
    return ours.earliest == first and ours.latest in {last, last - SECOND}


def _has_clock(reading: dict[str, str]) -> bool:
    return ":" in reading.get("value", "")


def _day_end(moment: datetime) -> datetime:
    return moment.replace(hour=23, minute=59, second=59)


def _edges(ours: TimeValue) -> set[datetime | None]:
    ends = {end for end in (ours.earliest, ours.latest) if end is not None}
    return {*ends, *(end + SECOND for end in ends)}


def _instant(text: str | None) -> datetime | None:
    for shape in ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%H:%M:%S"):
        try:
            return datetime.strptime(text or "", shape)
        except ValueError:
            continue
    return None


# ---------------------------------------------------------------------------- figures


def score(folder: Path, subject: str, *, show: bool = False) -> tuple[Counter[str], Counter[str]]:
    """How many values were read right and wrong, and how many each reason took out of scope."""
    told: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    for value in expected(folder, subject):
        reason = out_of_scope(value)
        if reason:
            left_out[reason] += 1
            continue
        is_right = right(value)
        told["right" if is_right else "wrong"] += 1
        if show and not is_right:
            _show(value)
    return told, left_out


def _show(value: Expected) -> None:
    ours = [f"{fact.text!r}={fact.value.label}" for fact in facts(value)]
    resolution = json.dumps(value.resolution.get("values") or value.resolution, ensure_ascii=False)
    around = value.text[max(value.where.start - 60, 0) : value.where.end + 40]
    print(f"WRONG {value.kind} {value.words!r} {resolution[:200]} ours {ours} | {around}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", nargs="?", const="all", default="", metavar="SUBJECT")
    args = parser.parse_args()
    for subject in SUBJECTS:
        told, left_out = score(args.folder, subject, show=args.show in {subject, "all"})
        counted = told["right"] + told["wrong"]
        share = 100 * told["right"] / counted if counted else 0.0
        print(f"{subject}: {told['right']} of {counted} read right, {share:.1f} %")
        for reason, number in sorted(left_out.items(), key=lambda item: (-item[1], item[0])):
            print(f"    {number} not counted: {reason}")


if __name__ == "__main__":
    main()
