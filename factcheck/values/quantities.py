"""Sentences in; every amount they state, with its unit, bound, rounding and counted noun, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.records import Article, Bound, Fact, Kind, Quantity, Sentence, Span
from factcheck.values.quantities_masks import masks, names_no_amount
from factcheck.values.quantities_multiples import multiple
from factcheck.values.quantities_nouns import befell, counted, is_plural
from factcheck.values.quantities_roles import Amount, with_roles
from factcheck.values.quantities_units import Measure, measure
from factcheck.values.quantities_words import DASHES, Figure, Token, adjacent, low, tokens
from factcheck.values.word_lists import rows_of, words_of

kind = Kind.NUMBER

_LONGEST_BOUND = 4  # words: "in the neighbourhood of"
_HIGHEST_SCORE = 200
_LARGE = 1000
_SCORED = frozenset({"goals", "points", "runs", "votes"})
_NIL = {"nil": Decimal(0), "love": Decimal(0)}


@dataclass(frozen=True, slots=True)
class _Text:
    """A sentence cut into tokens; offset is where it begins in its article."""

    text: str
    offset: int
    words: tuple[Token, ...]
    scored: bool  # whether it speaks of winning, losing or voting


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[Fact[Quantity], ...]:
    """Every quantity in ``sentences``, sorted by span, spans not overlapping."""
    found = [fact for sentence in sentences for fact in _facts_of(article, sentence)]
    return tuple(sorted(found, key=lambda fact: fact.span))


def _facts_of(article: Article, sentence: Sentence) -> Iterator[Fact[Quantity]]:
    where = sentence.span
    text = where.of(article.text)
    words = tokens(text, where.start)
    scored = any(word.low in words_of("quantity_score_cues.txt") for word in words)
    subject = _Text(text, where.start, words, scored)
    for amount in with_roles(words, tuple(_amounts(subject)), sentence):
        span = Span(words[amount.first].start, words[amount.last - 1].end)
        yield Fact(kind, span, span.of(article.text), amount.value)


def _amounts(subject: _Text) -> Iterator[Amount]:
    i, free = 0, 0  # free: the first token that no earlier amount has taken
    while i < len(subject.words):
        found = _none(subject, i) or _multiple(subject, i, free) or _amount(subject, i, free)
        if found is None:
            i += 1
        elif isinstance(found, Amount):
            yield found
            i = free = found.last
        else:
            i = free = found


def _multiple(subject: _Text, i: int, free: int) -> Amount | None:
    """Such as "more than doubled", "twice as many", "a hat-trick"."""
    found = multiple(subject.words, i)
    if found is None or found.value.unit == "count":
        return found
    value = found.value
    bare = Figure(value.amount, value.step, i, found.last, unit="%")
    written = Measure(value.amount, value.step, "%", i, found.last, bare)
    first, bound = _bound_before(subject.words, written, free)
    return replace(found, first=first, value=replace(value, bound=bound))


def _amount(subject: _Text, i: int, free: int) -> Amount | int | None:
    """The amount at token i, or the token to go on from where its digits are none, or None."""
    found = _read(subject, i)
    if found is None:
        return None
    words = subject.words
    if found.unit != "age" and _is_hidden(subject, found):
        return found.figure.last
    score = _score(
        subject, found
    )  # before the next test, for the score in "beat Orlen 3-1" is no model number
    if score is not None and low(words, i - 1) not in words_of("quantity_designators.txt"):
        return score
    if found.unit in {"count", "ordinal"} and names_no_amount(words, found.figure):
        return found.last
    return _bounded(subject, found, free)


def _is_hidden(subject: _Text, found: Measure) -> bool:
    words = subject.words
    where = Span(words[found.figure.first].start, words[found.figure.last - 1].end)
    return any(where.overlaps(span) for span in masks(subject.text, subject.offset))


def _read(subject: _Text, i: int) -> Measure | None:
    found = measure(subject.words, i, subject.text, subject.offset)
    return _sterling(subject, found) if found is not None and found.unit == "kg" else found


def _sterling(subject: _Text, found: Measure) -> Measure:
    """Such as "cost 1.2 million pounds": money, unless it is so many pounds of something or weighs them."""
    words = subject.words
    weighs = low(words, found.last) == "of" or any(word.low.startswith("weigh") for word in words)
    priced = found.figure.scale >= _LARGE or any(
        word.low in words_of("quantity_prices.txt") for word in words
    )
    if low(words, found.last - 1) not in {"pound", "pounds"} or weighs or not priced:
        return found
    figure = found.figure
    return Measure(figure.amount, figure.step, "GBP", found.first, found.last, figure)


# ------------------------------------------------------------------ none


def _none(subject: _Text, i: int) -> Amount | None:
    """Such as "No one was hurt", "none of the tenants", "no deaths": nought of what is counted."""
    words, word = subject.words, low(subject.words, i)
    last = i + 1
    if word == "no" and low(words, i + 1) == "one":
        last, noun = i + 2, "person"
    elif word == "nobody":
        noun = "person"
    elif (word == "none" and low(words, i + 1) == "of") or (
        word == "no" and is_plural(low(words, i + 1)) and words[i + 1].text.islower()
    ):
        noun = counted(words, i + 1, Decimal(2))
    else:
        return None
    if noun == "person":
        noun = befell(words, last) or noun
    return Amount(Quantity(Decimal(0), "count", noun=noun), i, last) if noun else None


# ------------------------------------------------------------------ scores


def _score(subject: _Text, found: Measure) -> Amount | None:
    """Such as "3-1", "5–4", "three goals to nil", "52 to 48" beside a cue; the higher side first."""
    words = subject.words
    if not found.bare or found.figure.scale != 1 or found.amount > _HIGHEST_SCORE or found.step != 1:
        return None
    other = _other_side(subject, found)
    if other is None:
        return None
    amount, last = other
    high, low_ = max(found.amount, amount), min(found.amount, amount)
    if is_plural(low(words, last)) and found.amount < amount:
        return None
    return Amount(Quantity(high, "score", upper=low_), found.first, last)


def _other_side(subject: _Text, found: Measure) -> tuple[Decimal, int] | None:
    words, j = subject.words, found.last
    cued = subject.scored
    if low(words, j) in _SCORED and low(words, j + 1) == "to":
        j, cued, dashed = j + 1, True, False
    else:
        dashed = low(words, j) in DASHES
    if not (
        dashed or (low(words, j) == "to" and cued and low(words, found.first - 1) not in {"from", "between"})
    ):
        return None
    if low(words, j + 1) in _NIL:
        return _NIL[low(words, j + 1)], j + 2
    second = _read(subject, j + 1)
    if second is None or not second.bare or second.figure.scale != 1 or second.amount > _HIGHEST_SCORE:
        return None
    rising = second.amount > found.amount
    glued = adjacent(words, j) == adjacent(words, found.last - 1)
    return (second.amount, second.last) if glued and (cued or (dashed and not rising)) else None


# ------------------------------------------------------------------ ranges and bounds


@cache
def _phrases(side: str) -> dict[tuple[str, ...], tuple[Bound, int]]:
    table = [row for row in rows_of("quantity_bounds.csv") if row["side"] == side]
    return {tuple(row["phrase"].split()): (Bound(row["bound"]), int(row["least_count"])) for row in table}


def _bounded(subject: _Text, found: Measure, free: int) -> Amount:
    """``found`` with its range, the bound words on either side and the noun it counts."""
    words = subject.words
    ranged = _range(subject, found)
    low_end, upper, last = (found, None, found.last) if ranged is None else ranged
    first, bound = _bound_before(words, low_end, free)
    between = ranged is not None and low(words, found.first - 1) == "between" and found.first > free
    if between:
        first = found.first - 1
    if bound is Bound.EXACT:
        last, bound = _bound_after(words, last, low_end)
    if bound is Bound.EXACT and found.figure.vague:
        bound = Bound.AT_LEAST
    step = _plain(low_end.step)
    value = Quantity(_plain(low_end.amount), low_end.unit, bound, upper, step, _noun(words, low_end, last))
    written = low_end.figure.amount
    return Amount(value, first, last, low_end.amount / written if written else Decimal(1))


def _plain(amount: Decimal) -> Decimal:
    """``amount`` without an exponent or trailing zeros, so that equal values print alike."""
    return Decimal(f"{amount.normalize():f}")


def _noun(words: Sequence[Token], found: Measure, last: int) -> str:
    if found.unit == "ordinal":
        return counted(words, last, Decimal(1))
    return counted(words, last, found.amount) if found.bare else ""


def _range(subject: _Text, found: Measure) -> tuple[Measure, Decimal, int] | None:
    """The lower end, the upper amount and the token after "20 to 30", "between 5 and 7", "$2-3m"."""
    words, j = subject.words, found.last
    before, link = low(words, found.first - 1), low(words, j)
    linked = (
        (link == "and" and before == "between")
        or (link == "to" and before not in {"from", "rose", "fell"})
        or link in DASHES - {"—"}
        or link == "or"
    )
    second = _read(subject, j + 1) if linked and found.unit not in {"ordinal", "age", "score"} else None
    if second is None or not (found.unit == second.unit or found.bare or _is_signed(found, second)):
        return None
    raised = _raised(found, second)
    if before == "by" and second.amount > 2 * raised.amount:  # "by 3 to 12": by how much, then to what
        return None
    if raised.amount >= second.amount or (link == "or" and raised.amount + raised.step != second.amount):
        return None
    return raised, second.amount, second.last


def _is_signed(found: Measure, second: Measure) -> bool:
    """Whether a currency sign stands before the lower end alone: "$20-30 million"."""
    return second.bare and found.first < found.figure.first


def _raised(found: Measure, second: Measure) -> Measure:
    """The lower end in the unit and scale of the upper: "20-30 million", "5 to 7 km"."""
    factor = second.amount / second.figure.amount if second.figure.amount else Decimal(1)
    if not found.bare:
        factor = Decimal(1)
    scale = second.figure.scale if found.figure.scale == 1 and found.figure.digits else Decimal(1)
    if scale != 1 and found.amount * scale > second.figure.amount:
        scale = Decimal(1)
    worth = factor * scale
    unit = second.unit if found.bare else found.unit
    return Measure(found.amount * worth, found.step * worth, unit, found.first, found.last, found.figure)


def _bound_before(words: Sequence[Token], found: Measure, free: int) -> tuple[int, Bound]:
    """The first token of the bound words right before the figure, and their bound."""
    for length in range(_LONGEST_BOUND, 0, -1):
        first = found.first - length
        if first < free:
            continue
        entry = _phrases("before").get(tuple(word.low for word in words[first : found.first]))
        if entry is not None and not _is_preposition(words, found, entry[1]):
            return _widened(words, first, entry[0], free)
    return found.first, Bound.EXACT


def _is_preposition(words: Sequence[Token], found: Measure, least_count: int) -> bool:
    """Such as "under two laws": before a small count these words are mere prepositions."""
    return found.bare and found.amount < least_count


def _widened(words: Sequence[Token], first: int, bound: Bound, free: int) -> tuple[int, Bound]:
    """Such as "well over", "far more than": the adverb belongs to the span and changes no bound."""
    if first - 1 >= free and low(words, first - 1) in {"well", "just", "slightly", "far"}:
        return first - 1, bound
    return first, bound


def _bound_after(words: Sequence[Token], last: int, found: Measure) -> tuple[int, Bound]:
    """The token after "or more", "or so", "-odd", "+" behind the figure, and the bound."""
    if low(words, last) == "+" and adjacent(words, last - 1):
        return last + 1, Bound.AT_LEAST
    at = last + 1 if low(words, last) in DASHES and adjacent(words, last) else last
    for length in (3, 2, 1):
        phrase = tuple(word.low for word in words[at : at + length])
        entry = _phrases("after").get(phrase)
        if entry is not None and len(phrase) == length:
            return at + length, entry[0]
    return last, Bound.EXACT
