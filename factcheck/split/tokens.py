"""A stretch of text comes in, its words with offsets and what they look like come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.records import Span
from factcheck.split import word_lists

WORD = re.compile(r"[^\W_][\w'’\-]*")
REGULAR_PAST = 5  # "cited" is the shortest kind of regular past that is worth guessing


class Word(NamedTuple):
    """One word; ``start`` and ``end`` are offsets in the article's text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words(text: str, span: Span) -> tuple[Word, ...]:
    """The words of ``span`` in order; hyphenated words and contractions are one word each."""
    found = []
    for match in WORD.finditer(text, span.start, span.end):
        word = match[0].rstrip("'’-")
        found.append(Word(match.start(), match.start() + len(word), word, word.lower().replace("’", "'")))
    return tuple(found)


@cache
def finite_forms() -> frozenset[str]:
    """Words that are nearly always a finite verb: auxiliaries, irregular pasts, common presents."""
    return (
        word_lists.words("auxiliaries") | word_lists.words("past_verbs") | word_lists.words("present_verbs")
    )


def is_finite(line: Sequence[Word], i: int) -> bool:
    """Whether word ``i`` looks like a finite verb where it stands."""
    word = line[i].lower
    before = line[i - 1].lower if i else ""
    if word in word_lists.words("auxiliaries"):
        return not (word == "may" and line[i].capital and i > 0)  # the month
    if before in word_lists.words("determiners") or before in word_lists.words("prepositions"):
        return False
    if word in finite_forms():
        return not line[i].capital or i == 0
    return _regular_past(line[i]) and before not in word_lists.words("auxiliaries")


def _regular_past(word: Word) -> bool:
    return (
        word.lower.endswith("ed")
        and len(word.lower) >= REGULAR_PAST
        and not word.capital
        and word.lower not in word_lists.words("not_past")
    )


def first_finite(line: Sequence[Word], start: int, end: int) -> int | None:
    """The index of the first word from ``start`` to ``end`` that looks like a finite verb."""
    return next((i for i in range(start, end) if is_finite(line, i)), None)


def is_time(line: Sequence[Word], i: int) -> bool:
    """Whether word ``i`` is part of a time: ``Monday``, ``May`` but not ``may``, ``last`` before ``week``."""
    word = line[i]
    if word.lower in word_lists.words("time_words"):
        return word.capital or word.lower not in (
            "may",
            "march",
            "mar",
            "sun",
            "sat",
            "wed",
            "mon",
            "dec",
            "second",
        )
    following = line[i + 1].lower if i + 1 < len(line) else ""
    return word.lower in word_lists.words("time_modifiers") and following in word_lists.words("time_words")
