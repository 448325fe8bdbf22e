"""A sentence comes in, the terms of office it names come out ("under President Vale's second term").

The terms stand in ``data/terms.csv``: a line a term, with its first day and the day it ended.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from factcheck.records import TimeHow, TimexType
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_readings import Reading
from factcheck.values.word_lists import rows_of

ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
HALVES = {"first": False, "second": True, "latter": True, "last": True, "former": False}


AGENT_LEADS = frozenset({"by", "for", "from", "into", "of", "through", "until"})
"""After these an administration is who acted, not when: "efforts by the Vale administration"."""


class Term(NamedTuple):
    start: int
    end: int
    reading: Reading


@cache
def terms() -> dict[str, tuple[Days, ...]]:
    """The terms of each surname and each full name, in order."""
    table: dict[str, list[Days]] = {}
    for row in rows_of("terms.csv"):
        days = Days(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
        for key in {row["name"], row["name"].rsplit(" ", 1)[-1]}:
            table.setdefault(key, []).append(days)
    return {name: tuple(sorted(table[name])) for name in sorted(table)}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(terms(), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"""\b(?P<lead>(?i:under|during|in|since|throughout|from|by|until|before|after|of|for|into|through))\s
        (?P<whole>(?:(?:the\s)?(?:(?P<half>latter|first|second|last|former)\shalf|(?P<mod>beginning|start|end|middle))\sof\s)?
        (?:the\s)?(?P<early>early\s|late\s)?(?:first\s|second\s)?(?:former\s)?(?:President\s)?(?P<name>{names})(?:['’]s?)?\s
        (?:(?P<ord>first|second|third|fourth|last|final)\s)?(?P<noun>(?:presidential\s)?(?:term|presidency|administration|tenure)))\b""",
        re.VERBOSE,
    )


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(r"\b(?:term|presidency|administration|tenure)\b")


def found(sentence: str, anchor: date | None) -> list[Term]:
    """The terms named in a sentence, with offsets into it."""
    if not _nouns().search(sentence):
        return []
    hits = []
    for match in _pattern().finditer(sentence):
        if match["noun"] == "administration" and match["lead"].lower() in AGENT_LEADS and not match["half"]:
            continue
        reading = _reading(match, anchor)
        if reading is not None:
            hits.append(Term(match.start("whole"), match.end("whole"), reading))
    return hits


def _reading(match: re.Match[str], anchor: date | None) -> Reading | None:
    spans = list(terms()[match["name"]])
    order = match["ord"]
    if order is None:
        return _unordered(match, spans, anchor)
    if ORDINALS[order] >= len(spans):
        return None
    return _placed(match, spans[ORDINALS[order]], TimeHow.EXPLICIT)


def _unordered(match: re.Match[str], spans: list[Days], anchor: date | None) -> Reading:
    """Several terms and no word which: the union of all; of their halves, none is sure."""
    begun = [s for s in spans if anchor is None or s.first <= anchor] or spans
    if len(begun) == 1:
        return _placed(match, begun[0], TimeHow.EXPLICIT if len(spans) == 1 else TimeHow.ANCHORED)
    if match["half"] or match["mod"]:
        return _one_half(match, begun, anchor)
    return _placed(match, begun[0].union(begun[-1]), TimeHow.EXPLICIT)


def _one_half(match: re.Match[str], spans: list[Days], anchor: date | None) -> Reading:
    if anchor is not None:
        current = _narrowed(match, spans[-1])
        if current.first <= anchor <= spans[-1].last:
            return _placed(match, spans[-1], TimeHow.ANCHORED)
    return Reading(TimexType.DATE, "XXXX/XXXX", "END" if HALVES.get(match["half"] or "", False) else "START")


def _narrowed(match: re.Match[str], days: Days) -> Days:
    if match["half"]:
        return calendar.half(days, HALVES[match["half"]])
    if match["mod"] or match["early"]:
        word = (match["mod"] or match["early"]).strip()
        mod = {"beginning": "START", "start": "START", "early": "START", "middle": "MID"}.get(word, "END")
        return calendar.part(days, mod)
    return days


def _placed(match: re.Match[str], days: Days, how: TimeHow) -> Reading:
    narrowed = _narrowed(match, days)
    value = f"{narrowed.first.isoformat()}/{narrowed.last.isoformat()}"
    return Reading(TimexType.DATE, value, "", narrowed, how)
