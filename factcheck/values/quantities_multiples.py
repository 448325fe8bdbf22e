"""A sentence's words in; the amounts told by a verb, an adverb or a name of their own, out.

"Doubled" is a change of 100 percent, "twice as many" 100 percent apart, "a third fewer" is read as a share
elsewhere; "twice" alone counts times; a hat-trick is three goals and a brace two.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.records import Quantity
from factcheck.values.quantities_nouns import counted
from factcheck.values.quantities_roles import APART, CHANGE, Amount
from factcheck.values.quantities_words import DASHES, Token, figure, low
from factcheck.values.word_lists import pairs_of, words_of

_PERCENT = Decimal(100)
_STEP = Decimal(10)  # "doubled" is said of 96 percent more
_FOLDS = Decimal(20)  # "a hundred times as likely" compares nothing exactly
_IDIOMS = frozenset({"as", "back", "down", "over", "up"})  # "doubled down", "doubles as a school"
_TWICE = {"twice": Decimal(2), "thrice": Decimal(3)}
_RATES = frozenset({"a", "an", "as", "daily", "each", "every", "monthly", "per", "weekly", "yearly"})
_OF_WHAT = frozenset({"the", "that", "its", "their", "his", "her", "last", "this"})
_GOALS = frozenset({"goal", "goals", "net", "netted", "score", "scored", "scorer", "scores", "scoring"})


def multiple(words: Sequence[Token], i: int) -> Amount | None:
    """The amount that begins at token i, None where none does."""
    for read in (_verb, _times_as, _half_as, _twice, _feat):
        found = read(words, i)
        if found is not None:
            return found
    return None


def _verb(words: Sequence[Token], i: int) -> Amount | None:
    """Such as "doubled", "has halved"."""
    percent = pairs_of("quantity_multiples.csv").get(words[i].low)
    if percent is None or low(words, i + 1) in _IDIOMS or low(words, i - 1) in {"the", "two"}:
        return None
    return _share(Decimal(percent), CHANGE, i, i + 1)


def _times_as(words: Sequence[Token], i: int) -> Amount | None:
    """Such as "twice as many", "three times as large", "four times the number", "double last year's"."""
    factor, j = _TWICE.get(words[i].low), i + 1
    if factor is None:
        number = figure(words, i) if words[i].low not in {"a", "an"} else None
        if number is None or number.unit != "count" or low(words, number.last) != "times":
            return None
        factor, j = number.amount, number.last + 1
    if not 1 < factor <= _FOLDS:
        return None
    if low(words, j) == "as" and low(words, j + 1) in words_of("quantity_measured.txt"):
        return _share(factor * _PERCENT - _PERCENT, APART, i, j + 2)
    if low(words, j) in {"the"} and low(words, j + 1) in {
        "amount",
        "number",
        "size",
        "rate",
        "price",
        "level",
    }:
        return _share(factor * _PERCENT - _PERCENT, APART, i, j)
    return None


def _half_as(words: Sequence[Token], i: int) -> Amount | None:
    """Such as "half as many"."""
    if words[i].low != "half" or low(words, i + 1) != "as":
        return None
    told = low(words, i + 2) in words_of("quantity_measured.txt")
    return _share(_PERCENT / 2, APART, i, i + 3) if told else None


def _share(percent: Decimal, role: str, first: int, last: int) -> Amount:
    return Amount(Quantity(percent, "%", step=_STEP, role=role), first, last)


def _twice(words: Sequence[Token], i: int) -> Amount | None:
    """Such as "won the cup twice": so many times, no rate and no multiple."""
    times, after = _TWICE.get(words[i].low), low(words, i + 1)
    if times is None or after in _RATES | _OF_WHAT or after in DASHES:
        return None
    return Amount(Quantity(times, "count", noun="time"), i, i + 1)


def _feat(words: Sequence[Token], i: int) -> Amount | None:
    """Such as "a hat-trick", "scored a brace"; "a hat-trick of titles" counts titles."""
    if words[i].low == "hat":
        last = i + 2 if low(words, i + 1) in DASHES else i + 1
        if low(words, last) not in {"trick", "tricks"}:
            return None
        noun = counted(words, last + 1, Decimal(3)) if low(words, last + 1) == "of" else "goal"
        return Amount(Quantity(Decimal(3), "count", noun=noun), i, last + 1) if noun else None
    if words[i].low != "brace" or low(words, i + 1) == "of" or low(words, i - 1) not in {"a", "his", "her"}:
        return None
    return Amount(Quantity(Decimal(2), "count", noun="goal"), i, i + 1) if _scores(words) else None


def _scores(words: Sequence[Token]) -> bool:
    return any(word.low in _GOALS for word in words)
