"""A figure and the words around it in; the measured amount in one base unit a dimension, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.values.quantities_nouns import is_plural
from factcheck.values.quantities_words import (
    DASHES,
    Figure,
    Token,
    adjacent,
    figure,
    fraction_at,
    low,
    may_open,
    tokens,
)
from factcheck.values.word_lists import rows_of, words_of

_LONGEST_UNIT = 4  # tokens: "miles", "per", "hour"; "acre", "-", "feet"
_LETTER_SCALES = {
    "m": Decimal(10) ** 6,
    "mm": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
}
_INCHES_A_FOOT = 12
_OLDEST = 125
_OLDEST_THING = 10_000  # a wall, a tree
_TINY = Decimal("0.001")
_MONTHS_A_YEAR = Decimal(12)
_YEARS = {"year": Decimal(1), "month": 1 / _MONTHS_A_YEAR, "week": 1 / Decimal(52), "day": 1 / Decimal(365)}
_LIGHT_WON = 1000  # "won" is money only after a figure too large for a count of victories


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount in its base unit, at tokens [first, last) of the sentence."""

    amount: Decimal
    step: Decimal
    unit: str
    first: int
    last: int
    figure: Figure

    @property
    def bare(self) -> bool:
        return self.unit == "count"


@dataclass(frozen=True, slots=True)
class _Unit:
    code: str
    factor: Decimal
    offset: Decimal = Decimal(0)


@cache
def _measures() -> dict[str, _Unit]:
    return {
        r["name"]: _Unit(r["unit"], Decimal(r["factor"]), Decimal(r["offset"])) for r in rows_of("units.csv")
    }


@cache
def _currencies(side: str) -> dict[str, _Unit]:
    table = rows_of("currencies.csv")
    return {r["name"]: _Unit(r["unit"], Decimal(r["factor"])) for r in table if r["side"] == side}


@cache
def _signs() -> frozenset[str]:
    """The words and signs, in lower case, that may stand before a figure and belong to it."""
    firsts = {token.low for name in _currencies("before") for token in tokens(name, 0)[:1]}
    return frozenset(firsts | DASHES | {"minus", "negative"})


def measure(words: Sequence[Token], i: int, text: str, offset: int) -> Measure | None:
    """The amount that begins at token i with its currency sign, unit or age words; None where none does."""
    if i >= len(words) or not (words[i].low in _signs() or may_open(words[i])):
        return None
    start = i + 1 if _negative(words, i) else i
    signed = _sign(words, start, text, offset)
    first, code = (start, None) if signed is None else signed
    whole = _part_of_unit(words, first, text, offset) if code is None and start == i else None
    if whole is not None:
        return whole
    found = figure(words, first) if first < len(words) else None
    if found is None:
        return None
    if start > i:
        found = replace(found, amount=-found.amount)
    measured = _measured(words, found, start, code, text, offset)
    if low(words, i) == "negative" and measured.bare and low(words, i - 1) not in {"is", "was", "and"}:
        return None  # "tested negative three times"
    return replace(measured, first=min(i, measured.first))  # "aged 34" begins before its figure


def _measured(
    words: Sequence[Token], found: Figure, first: int, code: _Unit | None, text: str, offset: int
) -> Measure:
    """``found``, whose sign stands at ``first``, as money in ``code``, in its unit, or as it stands."""
    if code is not None:
        return _money(words, _letter_scaled(words, found, money=True), first, code, text, offset)
    if found.unit == "count":
        return _united(words, _letter_scaled(words, found, money=False), text, offset)
    return Measure(found.amount, found.step, found.unit, first, found.last, found)


def _part_of_unit(words: Sequence[Token], i: int, text: str, offset: int) -> Measure | None:
    """Such as "a quarter mile", "half a litre", "three-quarters of a mile", "1/4 mile"."""
    part = fraction_at(words, i)
    if part is None:
        return None
    share, last = part
    j = last + 1 if low(words, last) == "of" else last
    j = j + 1 if low(words, j) in {"a", "an"} else j
    named = _unit_after(words, j, text, offset, _measures())
    plain = j == last and low(words, i) in {"half", "quarter"}  # "half percent" is no half of one percent
    if (
        named is None
        or named[1].offset
        or (plain and low(words, last) in DASHES)
        or _one_letter(words, named[0])
    ):
        return None
    if named[1].code in {"%", "deg"} or (j == last + 1 and low(words, last) == "of"):
        return None
    amount, unit = round(share, 9), named[1]
    found = Figure(amount, amount / 10, i, last, digits=words[i].is_number)
    worth = _rounded(amount * unit.factor)
    return Measure(worth, worth / 10, unit.code, i, named[0], found)


def _one_letter(words: Sequence[Token], last: int) -> bool:
    return len(words[last - 1].text) == 1


def _negative(words: Sequence[Token], i: int) -> bool:
    """Whether token i is a minus: the word, or a dash that touches the figure and nothing before it."""
    if low(words, i) in {"minus", "negative"}:
        return i + 1 < len(words) and low(words, i + 1) not in {"minus", "negative"}
    free = i == 0 or not adjacent(words, i - 1)
    return low(words, i) in DASHES - {"—"} and free and adjacent(words, i) and words[i + 1].is_number


def _sign(words: Sequence[Token], i: int, text: str, offset: int) -> tuple[int, _Unit] | None:
    """The token after a currency sign or code at i ("$", "US$", "EUR"), and that currency."""
    for length in (3, 2, 1):
        if i + length >= len(words):
            continue
        name = text[words[i].start - offset : words[i + length - 1].end - offset].lower()
        unit = _currencies("before").get(name)
        is_code = words[i].text.isupper() or not name.isalpha()
        if unit is not None and is_code and words[i + length].text[0].isalnum():
            return i + length, unit
    return None


def _letter_scaled(words: Sequence[Token], found: Figure, *, money: bool) -> Figure:
    """ "$5m", "1.8M": a letter is a scale beside money, or where it is a capital M or B."""
    letter = words[found.last].text if found.last < len(words) else ""
    factor = _LETTER_SCALES.get(letter.lower())
    glued = found.digits and factor is not None and adjacent(words, found.last - 1)
    billion = letter == "b" and found.amount % 1 != 0  # "1.2b", never a house "12b"
    if factor is None or not (
        glued and (money or letter in {"M", "B"} or billion or _counts_people(words, found.last + 1))
    ):
        return found
    last = found.last + 1
    return replace(found, amount=found.amount * factor, step=found.step * factor, scale=factor, last=last)


def _counts_people(words: Sequence[Token], i: int) -> bool:
    """Whether "12m" at the token before i counts something: "12m people", never "12m high"."""
    following = low(words, i)
    return is_plural(following) and following not in _measures()


def _money(words: Sequence[Token], found: Figure, i: int, unit: _Unit, text: str, offset: int) -> Measure:
    """Money with its sign before it; a name after it decides the dollar: "$5 Canadian", "$3 million US"."""
    amount, last = found.amount, found.last
    named = _unit_after(words, last, text, offset, _currencies("after"))
    next_sum = named is not None and named[0] < len(words) and words[named[0]].is_number
    if named is not None and named[1].factor == unit.factor and not next_sum:
        unit, last = named[1], named[0]
    return Measure(amount * unit.factor, found.step * unit.factor, unit.code, i, last, found)


def _united(words: Sequence[Token], found: Figure, text: str, offset: int) -> Measure:
    """``found`` with the unit after it, or as a bare count."""
    for read in (_age, _feet_and_inches):
        special = read(words, found)
        if special is not None:
            return special
    currency = _currency_after(words, found, text, offset)
    if currency is not None:
        last, unit, found = currency
    else:
        physical = _unit_after(words, found.last, text, offset, _measures())
        if physical is None or _is_letter_apart(words, found, physical[0]):
            return Measure(found.amount, found.step, "count", found.first, found.last, found)
        last, unit = physical
    if currency is not None and last < len(words):
        coins = _coins(words, found, last, unit, text, offset)
        if coins is not None:
            return coins
    amount = (found.amount + unit.offset) * unit.factor
    return Measure(
        _rounded(amount), _rounded(_unit_step(found, unit) * unit.factor), unit.code, found.first, last, found
    )


def _currency_after(
    words: Sequence[Token], found: Figure, text: str, offset: int
) -> tuple[int, _Unit, Figure] | None:
    """The token after the name of a currency behind the figure, the currency, and the figure, whose scale
    may stand behind the code ("75 USD million") or in it ("30 MUSD")."""
    named = _unit_after(words, found.last, text, offset, _currencies("after"))
    if named is None:
        return _millions(words, found)
    last, unit = named
    code = words[last - 1]
    if code.low in words_of("quantity_word_codes.txt") and not code.text.isupper():  # "12 cop cars"
        return None
    if low(words, found.last) == "won" and found.amount < _LIGHT_WON:
        return None
    if low(words, last - 1) in {"$", "£", "€"} and last < len(words) and words[last].is_number:
        return None  # the sign of the next amount: "5 $20 notes"
    if words[last - 1].text.isupper() and low(words, last) in {"million", "billion"} and found.scale == 1:
        factor = Decimal(10) ** (6 if low(words, last) == "million" else 9)
        found = replace(found, amount=found.amount * factor, step=found.step * factor, scale=factor)
        last += 1
    return last, unit, found


def _millions(words: Sequence[Token], found: Figure) -> tuple[int, _Unit, Figure] | None:
    """Such as "30 MUSD" and "120 MEUR", as Nordic companies write."""
    code = words[found.last].text if found.last < len(words) else ""
    unit = _currencies("before").get(code[1:].lower()) if len(code) == 4 and code.isupper() else None
    if unit is None or code[0] != "M":
        return None
    factor = _LETTER_SCALES["m"]
    scaled = replace(found, amount=found.amount * factor, step=found.step * factor, scale=factor)
    return found.last + 1, unit, scaled


def _coins(
    words: Sequence[Token], found: Figure, last: int, unit: _Unit, text: str, offset: int
) -> Measure | None:
    """Such as "3 dollars 50 cents", "thirteen pounds and forty-five pence": one sum."""
    at = last + 1 if low(words, last) == "and" else last
    small = figure(words, at) if at < len(words) else None
    if small is None or small.unit != "count" or unit.factor != 1 or not 0 < small.amount < 100:
        return None
    coin = _unit_after(words, small.last, text, offset, _currencies("after"))
    if coin is None or coin[1].factor != Decimal("0.01"):
        return None
    amount = found.amount + small.amount * coin[1].factor
    return Measure(amount, coin[1].factor, unit.code, found.first, coin[0], found)


def _unit_step(found: Figure, unit: _Unit) -> Decimal:
    # "50 per cent" is written to the unit whatever its zeros.
    return min(found.step, Decimal(1)) if unit.code in {"%", "pp"} else found.step


def _rounded(amount: Decimal) -> Decimal:
    if amount == amount.to_integral_value():
        return amount
    return round(amount, 9 if abs(amount) >= _TINY else 18).normalize()


def _is_letter_apart(words: Sequence[Token], found: Figure, last: int) -> bool:
    """A lone letter is a unit only beside digits and in lower case: "12 m", "5g", never "5 G"."""
    token = words[last - 1]
    return (
        last == found.last + 1
        and len(token.text) == 1
        and token.is_word
        and not (found.digits and token.text.islower())
    )


def _unit_after(
    words: Sequence[Token], j: int, text: str, offset: int, names: dict[str, _Unit]
) -> tuple[int, _Unit] | None:
    """The longest unit name at token j, past one hyphen, and the token after it."""
    start = j + 1 if low(words, j) in DASHES - {"—", "–"} and adjacent(words, j) else j
    for length in range(min(_LONGEST_UNIT, len(words) - start), 0, -1):
        written = text[words[start].start - offset : words[start + length - 1].end - offset]
        unit = names.get(written.lower().replace("-", " "))
        if unit is not None:
            return start + length, unit
    return None


def _age(words: Sequence[Token], found: Figure) -> Measure | None:
    """Such as "34-year-old", "34 years old", "ten months old", "aged 34", "Dana Ruiz, 34,"; in years."""
    if not 0 <= found.amount <= _OLDEST_THING or found.amount != found.amount.to_integral_value():
        return None
    old = _old(words, found.last)
    if old is not None:
        last, years = old
        return Measure(_rounded(found.amount * years), years, "age", found.first, last, found)
    if found.amount > _OLDEST:
        return None
    before, first = low(words, found.first - 1), found.first
    if before in {"aged", "age"}:
        return Measure(found.amount, Decimal(1), "age", first - 1, found.last, found)
    if found.digits and found.amount > 0 and _is_apposed(words, found):
        return Measure(found.amount, Decimal(1), "age", first, found.last, found)
    return None


def _old(words: Sequence[Token], j: int) -> tuple[int, Decimal] | None:
    """The token after "-year-old", "years old" or "months of age" at j, and what one of these is in years."""
    at = j + 1 if low(words, j) in DASHES else j
    years = _YEARS.get(low(words, at).removesuffix("s"))
    if years is None:
        return (at + 1, Decimal(1)) if low(words, at) == "yo" and _digits_before(words, j) else None
    at = at + 2 if low(words, at + 1) in DASHES else at + 1
    if low(words, at) in {"old", "olds"}:
        return at + 1, years
    return (at + 2, years) if [low(words, at), low(words, at + 1)] == ["of", "age"] else None


def _digits_before(words: Sequence[Token], j: int) -> bool:
    return j > 0 and words[j - 1].is_number


def _is_apposed(words: Sequence[Token], found: Figure) -> bool:
    """Such as "Ruiz, 34," and "Ruiz (34)"."""
    before, after, named = low(words, found.first - 1), low(words, found.last), found.first - 2
    if named < 0 or not words[named].is_word or not words[named].is_capitalised:
        return False
    closed = after in {",", ".", ";", "—", "–", ""} and not _continues_list(words, found.last)
    return (before == "," and closed) or (before == "(" and after == ")")


def _continues_list(words: Sequence[Token], j: int) -> bool:
    """Whether another number follows the comma: "Harrow, 34, 51 and 60" lists figures."""
    return low(words, j) == "," and j + 1 < len(words) and words[j + 1].is_number


def _feet_and_inches(words: Sequence[Token], found: Figure) -> Measure | None:
    """Such as "5 ft 11", "5-foot-11", "six feet two inches"."""
    at = found.last + 1 if low(words, found.last) in DASHES else found.last
    if low(words, at) not in {"ft", "foot", "feet"}:
        return None
    at = at + 2 if low(words, at + 1) in DASHES or low(words, at + 1) == "and" else at + 1
    joined = low(words, at - 1) == "and"
    inches = figure(words, at) if at < len(words) else None
    if (
        inches is None
        or inches.unit != "count"
        or inches.amount >= _INCHES_A_FOOT
        or inches.digits != found.digits
    ):
        return None
    named = low(words, inches.last) in {"in", "inch", "inches"} and low(words, inches.last + 1) not in {
        "the",
        "a",
    }
    if joined and not named:
        return None
    whole = (found.amount * _INCHES_A_FOOT + inches.amount) * Decimal("0.0254")
    return Measure(whole, Decimal("0.0254"), "m", found.first, inches.last + named, found)
