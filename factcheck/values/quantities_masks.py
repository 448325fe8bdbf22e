"""A sentence in; the stretches whose digits are no quantities (dates, clock times, addresses, names), out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.records import Span
from factcheck.values.quantities_words import DASHES, Figure, Token, adjacent, low
from factcheck.values.word_lists import rows_of, words_of

_DIGIT = re.compile(r"\d")

_PARTS = r"(?:1/[23458]|2/[35]|3/[458]|4/5|[57]/8)"  # "10 1/2 miles": a fraction, no day and month
# The signs one of which must be in the text, then the pattern: a plain look is cheaper than a search.
_MARKED = (
    (("http",), r"https?://\S+"),
    (("www.",), r"www\.\S+"),
    (("@",), r"\S{1,64}@\S+"),
    (("#", "@"), r"[#@]\w+"),
    ((".com", ".org", ".net", ".gov", ".edu"), r"\b[\w-]{1,64}\.(?:com|org|net|gov|edu)\b\S*"),
)
_FIGURES = (  # none without a digit
    (("/", ".", "-"), r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"),  # 2/13/2026, 2026-02-13
    (("/",), rf"\b(?!{_PARTS}\b)\d{{1,2}}/\d{{1,2}}\b(?! of\b)"),  # 9/11, 24/7
    ((":",), r"\b\d{1,2}:\d{2}(?::\d{2})?\b"),
    (
        ("m", "clock", "GMT", "UTC", "hour"),
        r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b|o['’]clock|GMT\b|UTC\b|hours? local)",
    ),
    (("-", "–", "/"), r"\b(?:19|20)\d{2}\s?[-–/]\s?\d{2,4}\b"),  # the 2024–25 season
    (("s",), r"['’]?\b\d{2,4}['’]?s\b"),  # the 1990s, in her 30s
    (("(",), r"\(\d{3}\)\s?\d{3}-\d{4}\b"),
    (("-", "."), r"\b\d{3}[-.]\d{3,4}[-.]\d{4}\b"),
    (("-",), r"\b\d{3}-\d{4}\b"),
    (("+",), r"\+\d{1,3}(?:[ -]\d{2,4}){2,5}\b"),
    (("-",), r"\b\d+-\d+-\d+(?:-\d+)*\b"),
    (("-",), r"\b(?!(?:foot|feet|ft)-)[A-Za-z]+-\d[\d-]*[A-Za-z]*\b(?![,.]\d)"),  # F-16, COVID-19
    ((), r"\b\d+[A-Z]+\d*\b(?<![KMB])"),  # 5G, 747F; 70K and 1.8M are amounts
    ((), r"\b[A-Za-z]+\d\w*"),  # A320
)
_GLUED = re.compile(r"([A-Z]{3})\d[\d.,]*(?:bn|mn|[kmb])?|\d[\d.,]*([A-Z]{3})")
_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LINK = r"\s?(?:[-–,]|and|or|to|through)\s?"

Needed = tuple[tuple[str, ...], re.Pattern[str]]


@cache
def _months() -> tuple[str, ...]:
    return tuple(
        sorted((m.capitalize() for m in words_of("quantity_months.txt")), key=lambda m: (-len(m), m))
    )


@cache
def _marked() -> tuple[Needed, ...]:
    """What needs no digit: addresses, and days of a month in words."""
    months, day = "|".join(_months()), rf"(?:the\s)?(?:[a-z]+-)?(?:{'|'.join(_RANKS)})"
    spelled = rf"\b{day}\s(?:of\s)?(?:{months})\b|\b(?:{months})\s{day}\b"
    return tuple((signs, re.compile(pattern)) for signs, pattern in (*_MARKED, (_RANKS, spelled)))


@cache
def _figures() -> tuple[Needed, ...]:
    """What holds a digit: dates, clock times, addresses of houses, names."""
    months = "|".join(_months())
    streets = tuple(sorted(s.capitalize() for s in words_of("quantity_streets.txt")))
    before = r"\b\d+[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.]*\s|\d+(?:st|nd|rd|th)\s){1,3}"
    house = rf"{before}(?:{'|'.join(streets)})\b"
    dated = (
        rf"\b(?:{months})\b\.?\s(?:the\s)?{_DAY}\b(?!,\d)(?:{_LINK}{_DAY}\b(?!,?\d)(?![.]\d))?(?:,?\s\d{{4}}\b)?",
        rf"\b{_DAY}(?:{_LINK}{_DAY})?\s(?:of\s)?(?:{months})\b(?:,?\s\d{{4}}\b)?",
    )
    rows = (*_FIGURES, *((_months(), pattern) for pattern in dated), (streets, house))
    return tuple((signs, re.compile(pattern)) for signs, pattern in rows)


@lru_cache(maxsize=64)  # asked again for each amount of a sentence
def masks(text: str, offset: int) -> tuple[Span, ...]:
    """Spans of the article, sorted, in which no quantity is read."""
    rows = (*_marked(), *_figures()) if _DIGIT.search(text) else _marked()
    found = {
        Span(offset + match.start(), offset + match.end())
        for signs, pattern in rows
        if not signs or any(sign in text for sign in signs)
        for match in pattern.finditer(text)
        if not _is_money(match.group())
    }
    return tuple(sorted(found))


def _is_money(text: str) -> bool:
    """Whether a code of a currency is glued to its figure: "USD115", "EUR50m", "115.5EUR"."""
    found = _GLUED.fullmatch(text)
    return found is not None and (found[1] or found[2]).lower() in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["name"] for row in rows_of("currencies.csv") if row["side"] == "before")


def names_no_amount(words: Sequence[Token], found: Figure) -> bool:
    """Whether the figure is a year, a duration, a designation, a pronoun or a list number."""
    return (
        _is_duration(words, found)
        or _is_list_number(words, found)
        or _is_designation(words, found)
        or _is_year(words, found)
        or _is_pronoun(words, found)
        or _is_named_ordinal(words, found)
        or _is_torn(words, found)
    )


def _is_duration(words: Sequence[Token], found: Figure) -> bool:
    """Such as "nine days", "two-year", "third quarter", "two more weeks", "half an hour"."""
    at = found.last
    if low(words, at) in DASHES and adjacent(words, at):
        at += 1
    if low(words, at) in {"more", "full", "straight", "consecutive", "whole", "long", "business", "calendar"}:
        at += 1
    units = words_of("quantity_time_units.txt")
    if found.unit == "ordinal" and low(words, at) == "minute":  # a match is told by its minutes
        return False
    return low(words, at) in units or (low(words, at) == "of" and low(words, at + 1) in units)


def _is_list_number(words: Sequence[Token], found: Figure) -> bool:
    """Such as "1. Open the door", "(2)", and a line that holds a number and nothing else."""
    if not found.digits or not any(word.is_word for word in words):
        return found.digits
    bracketed = low(words, found.first - 1) == "(" and low(words, found.last) == ")"
    opens = found.first == 0 and low(words, 1) in {".", ")"} and found.last < len(words) - 1
    return opens or (bracketed and (found.first == 1 or not words[found.first - 2].is_capitalised))


def _is_designation(words: Sequence[Token], found: Figure) -> bool:
    """Such as "Section 230", "day five", "Boeing 737", "No. 1"."""
    before = found.first - 1
    if low(words, before) == "." and low(words, before - 1) in {"no", "nos", "art", "sec", "pp", "vol"}:
        return True
    if before < 0 or words[before].end == words[found.first].start or found.unit != "count":
        return False
    name = low(words, before)
    units = words_of("quantity_time_units.txt")
    if (name in words_of("quantity_designators.txt") or name in units) and not _counts(words, found):
        return True
    named = words[before].is_capitalised and before > 0 and found.scale == 1 and name not in {"i", "a"}
    return named and found.digits and "," not in words[found.first].text and not _counts(words, found)


def _counts(words: Sequence[Token], found: Figure) -> bool:
    """Whether a counted thing or a unit follows: "Oregon 340 homes", "Route 12 miles long"."""
    following = low(words, found.last)
    plural = following.endswith("s") and not following.endswith("ss")
    is_thing = (
        plural and following not in words_of("quantity_stops.txt") and not words[found.last].is_capitalised
    )
    return following in {"%", "percent", "people", "million", "km", "men", "women"} or is_thing


def _is_year(words: Sequence[Token], found: Figure) -> bool:
    text = words[found.first].text
    if not found.digits or len(text) != 4 or not text.isdecimal() or found.last != found.first + 1:
        return False
    year, before = int(text), low(words, found.first - 1)
    if (before and before in "$£€¥₹") or low(words, found.last) in {"%", "percent"}:
        return False
    if 1900 <= year <= 2100:
        round_count = (
            year % 100 == 0
            and _counts(words, found)
            and before not in words_of("quantity_year_cues.txt") | {"the"}
        )
        return not round_count
    return 1000 <= year < 1900 and (
        before in words_of("quantity_year_cues.txt") and not _counts(words, found)
    )


def _is_pronoun(words: Sequence[Token], found: Figure) -> bool:
    """Such as "one of the", "the one", "one another", "One, she said" name no amount."""
    if low(words, found.first) != "one" or found.last != found.first + 1 or found.unit != "count":
        return False
    before, after = low(words, found.first - 1), low(words, found.last)
    if before in {"minus", "negative"}:
        return False
    if before in {
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "another",
        "which",
        "no",
        "only",
        "some",
        "not",
    }:
        return True
    if after in DASHES or after in {"thing", "way", "another", "time", "side", "hand", "point", "reason"}:
        return True
    return not after.isalpha() or after in words_of("quantity_stops.txt") - {"dead", "or"}


def _is_named_ordinal(words: Sequence[Token], found: Figure) -> bool:
    """Whether an ordinal ranks nothing: "Second Amendment", "First Lady", "first said"."""
    if found.unit != "ordinal":
        return False
    if found.last >= len(words) or not words[found.last].is_word:
        return True
    if words[found.first].is_capitalised and found.first > 0:
        return True
    if not found.digits and words[found.last].is_capitalised:
        return True
    after = low(words, found.last)
    verbal = after.endswith(("ed", "ly", "ing")) or after in {
        "half",
        "came",
        "became",
        "began",
        "took",
        "met",
    }
    return verbal or after in words_of("quantity_stops.txt") or low(words, found.first - 1) == "at"


def _is_torn(words: Sequence[Token], found: Figure) -> bool:
    """A number glued to a word on its left ("x2") or to a lone hyphenated capital is part of a name."""
    before = found.first - 1
    return before >= 0 and found.digits and words[before].is_word and adjacent(words, before)
