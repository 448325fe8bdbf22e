"""Text of one sentence in; its tokens, and the figure that begins at a token, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import numeric

from factcheck.values.word_lists import rows_of, words_of

_TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?"
    r"|(?<![\d.,] )\d{1,3}(?: \d{3})+(?![\d,]| \d)(?:\.\d+)?"  # "40 000", never in a row of figures
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # "12,34,567" as written in India
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+|[¼-¾⅐-⅞]"
    r"|(?:[A-Za-z]\.){2,}|[^\W\d_¼-¾⅐-⅞]+(?:['’][^\W\d_¼-¾⅐-⅞]+)*|[^\w\s]|_"
)
_GROUPING = re.compile(r"[ ,\u00a0\u2009\u202f]")
DASHES = frozenset("-‐‑–—−")
_DOZENS = frozenset({"dozen", "dozens"})
_LEAST_OF_A_PART = 1000  # "a quarter million", never "a quarter dozen"
_LONGEST_ODDS = 100  # "3 in 40"; only "one in" goes further
_HALF = Decimal("0.5")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_SEVERAL = frozenset({"few", "several", "many"})
# After these a "third", "quarter" or "half" is a share ("a third of", "by a quarter"), not a rank.
_SHARE_BEFORE = frozenset({"by", "than", "about", "almost", "nearly", "around", "over", "roughly", "under"})
_COMPARED = frozenset({"fewer", "higher", "larger", "less", "lower", "more", "smaller"})
_PERIODS = frozenset({"hour", "century", "year", "decade", "season", "day", "month", "mile"})


class Token(NamedTuple):
    """One word, number or sign; start and end are code points of the article, low is it in lower case."""

    text: str
    start: int
    end: int
    low: str

    @property
    def is_number(self) -> bool:
        return self.text[0].isdecimal() or (self.text[0] == "." and len(self.text) > 1)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare amount at tokens [first, last); ``unit`` is "count", "%" for a share or "ordinal"."""

    amount: Decimal
    step: Decimal
    first: int
    last: int
    unit: str = "count"
    digits: bool = False
    scale: Decimal = Decimal(1)
    vague: bool = False  # "dozens", "several hundred": at least so many


@cache
def _parts(part: str) -> dict[str, Decimal]:
    return {
        row["word"]: Decimal(row["value"]) for row in rows_of("quantity_words.csv") if row["part"] == part
    }


def tokens(text: str, offset: int) -> tuple[Token, ...]:
    """The tokens of a sentence that begins at ``offset`` of its article."""
    return tuple(_token(found, offset) for found in _TOKEN.finditer(text))


def _token(found: re.Match[str], offset: int) -> Token:
    word = found.group()
    return Token(word, offset + found.start(), offset + found.end(), word.lower().replace("’", "'"))


def adjacent(words: Sequence[Token], i: int) -> bool:
    """Whether nothing stands between tokens i and i + 1."""
    return i + 1 < len(words) and words[i].end == words[i + 1].start


def low(words: Sequence[Token], i: int) -> str:
    """The token at i in lower case; empty outside the sentence."""
    return words[i].low if 0 <= i < len(words) else ""


@cache
def _openers() -> frozenset[str]:
    """The words in lower case with which a figure may begin; one in digits begins with a digit."""
    parts = (_parts(part) for part in ("cardinal", "ordinal", "vague"))
    others = {"a", "an", "half", "hundred", "quarter", "tens"}
    return frozenset(others | _SEVERAL).union(*parts)


def may_open(word: Token) -> bool:
    """Whether a figure may begin with this token: most tokens of a text need no closer look."""
    return word.low in _openers() or word.is_number or is_glyph(word.text)


def is_glyph(text: str) -> bool:
    """Whether a token is a fraction in one sign: "½"."""
    return len(text) == 1 and text.isnumeric() and not text.isdecimal()


def figure(words: Sequence[Token], i: int) -> Figure | None:
    """The longest figure that begins at token i, or None."""
    if not may_open(words[i]):
        return None
    for read in (_one_in, _part_of_scale, _half, _fraction, _vague, _digits, _spelled):
        found = read(words, i)
        if found is not None:
            return found
    return None


# ------------------------------------------------------------------ shares


def _share(amount: Decimal, first: int, last: int) -> Figure:
    # A fraction in words is as coarse as a twentieth of itself on either side: "a third" covers 32 to 35 %.
    percent = round(amount * 100, 4)
    return Figure(percent, percent / 10, first, last, unit="%")


def _one_in(words: Sequence[Token], i: int) -> Figure | None:
    """Such as "one in four", "nine out of ten", "1 in 10", "one in every 500"."""
    top = _small(words, i)
    j = i + 1
    out = low(words, j) == "out" and low(words, j + 1) == "of"
    if top is None or not (out or low(words, j) == "in"):
        return None
    j += 2 if out else 1
    if low(words, j) == "every":
        out, j = True, j + 1
    found = next((f for read in (_digits, _spelled) if j < len(words) and (f := read(words, j))), None)
    if (
        found is None
        or found.unit != "count"
        or not 0 < top < found.amount
        or low(words, found.last) in DASHES
    ):
        return None
    is_year = found.digits and 1900 <= found.amount <= 2100 and "," not in words[j].text
    if found.amount > _LONGEST_ODDS and (is_year or not (out or top == 1)):
        return None
    return _share(top / found.amount, i, found.last)


def _small(words: Sequence[Token], i: int) -> Decimal | None:
    if i >= len(words):
        return None
    if words[i].is_number and words[i].text.isdecimal():
        return Decimal(words[i].text)
    return _parts("cardinal").get(words[i].low)


def fraction_at(words: Sequence[Token], i: int) -> tuple[Decimal, int] | None:
    """The fraction at token i and the token after it: "half", "a quarter", "three-fifths", "1/4", "½"."""
    if i < len(words) and is_glyph(words[i].text):
        return Decimal(str(numeric(words[i].text))), i + 1
    if low(words, i) in {"half", "quarter"}:
        return 1 / _parts("fraction")[low(words, i)], i + 1
    top = Decimal(1) if low(words, i) in {"a", "an"} else _small(words, i)
    if top and low(words, i + 1) == "/":
        under = _small(words, i + 2)
        return (top / under, i + 3) if under and top < under and words[i].is_number else None
    j = i + 2 if low(words, i + 1) in DASHES else i + 1
    bottom = _parts("fraction").get(low(words, j))
    return (top / bottom, j + 1) if top and bottom and top < bottom else None


def _part_of_scale(words: Sequence[Token], i: int) -> Figure | None:
    """Such as "a quarter million", "two thirds of a million", "half a billion"."""
    found = fraction_at(words, i)
    if found is None:
        return None
    part, j = found
    if low(words, j) == "of" and low(words, j + 1) in {"a", "one"}:
        j += 2
    elif low(words, j) in {"a", "-"}:
        j += 1
    scale = _parts("scale").get(low(words, j))
    if scale is None or scale < _LEAST_OF_A_PART or not low(words, j).isalpha() or len(low(words, j)) == 1:
        return None
    return Figure(part * scale, max(Decimal(1), scale / 10), i, j + 1, scale=scale)


def _half(words: Sequence[Token], i: int) -> Figure | None:
    """Such as "half of", "half the", "by half", "half a million", "half a dozen"."""
    hyphened = low(words, i + 1) in DASHES - {"—"}
    if low(words, i) != "half" or (hyphened and low(words, i + 2) not in _parts("scale")):
        return None
    j = i + 2 if low(words, i + 1) in {"a", "an"} or low(words, i + 1) in DASHES else i + 1
    scale = _parts("scale").get(low(words, j))
    if scale is not None and (j == i + 2 or scale >= 1000):
        return Figure(scale / 2, max(Decimal(1), scale / 10), i, j + 1, scale=scale)
    before, after = low(words, i - 1), low(words, i + 1)
    ranked = before in _parts("ordinal") or before in {"other", "latter", "last", "late", "early"}
    if ranked or {low(words, i + 1), low(words, i + 2)} & _PERIODS:
        return None
    if (
        after in {"of", "the", "its", "his", "her", "their", "our", "those", "these", "all"}
        or before in _SHARE_BEFORE
    ):
        return _share(_HALF, i, i + 1)
    return None


def _fraction(words: Sequence[Token], i: int) -> Figure | None:
    """Such as "two-thirds", "a third of", "one quarter", "3/4 of", "¾"."""
    if is_glyph(words[i].text):
        return _share(Decimal(str(numeric(words[i].text))), i, i + 1)
    if low(words, i + 1) == "/" and low(words, i + 3) == "of":
        top, bottom = _small(words, i), _small(words, i + 2)
        return _share(top / bottom, i, i + 3) if top and bottom and top < bottom else None
    top = Decimal(1) if low(words, i) in {"a", "an"} else _parts("cardinal").get(low(words, i))
    j = i + 2 if low(words, i + 1) in DASHES else i + 1
    bottom = _parts("fraction").get(low(words, j))
    if top is None or bottom is None or not 0 < top < bottom or (low(words, j) == "half" and j == i + 1):
        return None
    return _share(top / bottom, i, j + 1) if _is_share(words, i, j) else None


def _is_share(words: Sequence[Token], i: int, j: int) -> bool:
    """Whether "a third" at i..j is a part of a whole, not a rank, a coin or three months."""
    if low(words, j + 1) == "of":
        following = {low(words, j + 2), low(words, j + 3)}
        return not following & _PERIODS
    if low(words, i) not in {"a", "an"}:
        return low(words, j).endswith("s") or low(words, j + 1) in {"", ".", ",", "as"}
    if low(words, j + 1) in _COMPARED:
        return True
    return low(words, i - 1) in _SHARE_BEFORE and low(words, j + 1) not in words_of("quantity_time_units.txt")


# ------------------------------------------------------------------ vague amounts


def _vague(words: Sequence[Token], i: int) -> Figure | None:
    """Such as "dozens", "tens of thousands", "several hundred", "a couple of"."""
    if low(words, i) in {"a", "an"} and low(words, i + 1) in {"couple", "pair"} and low(words, i + 2) == "of":
        return Figure(Decimal(2), Decimal(1), i, i + 3)
    if low(words, i) == "a" and low(words, i + 1) in _SEVERAL:
        return _several(words, i, i + 1)
    if low(words, i) in _SEVERAL:
        return _several(words, i, i)
    return _plural_scale(words, i)


def _several(words: Sequence[Token], i: int, at: int) -> Figure | None:
    scale = _parts("scale").get(low(words, at + 1))
    if scale is None or not low(words, at + 1).isalpha():
        return None
    second = _parts("scale").get(low(words, at + 2)) if low(words, at + 1) == "hundred" else None
    last = at + 2 if second is None else at + 3
    amount = 2 * scale * (second or 1)
    return Figure(amount, amount / 2, i, last, vague=True)


def _plural_scale(words: Sequence[Token], i: int) -> Figure | None:
    amounts = _parts("vague")
    amount = Decimal(20) if low(words, i) == "tens" else amounts.get(low(words, i))
    inner = low(words, i - 1) == "of" and low(words, i - 2) in amounts  # "the hundreds of thousands"
    if amount is None or inner or low(words, i - 1) in {"in", "the"}:  # "in the hundreds"
        return None
    j = i + 1
    while low(words, j) == "of" and low(words, j + 1) in amounts:
        amount *= amounts[low(words, j + 1)] / 2
        j += 2
    if (low(words, i) == "scores" and low(words, j) != "of") or (low(words, i) == "tens" and j == i + 1):
        return None
    return Figure(amount, amount / 2, i, j, vague=True)


# ------------------------------------------------------------------ digits


def written_step(text: str) -> Decimal:
    """What the last significant digit of ``text`` is worth; plain figures under 100 are taken to the unit."""
    plain = _GROUPING.sub("", text)
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.split(".")[1]))
    if len(plain) < 3:
        return Decimal(1)
    return Decimal(1).scaleb(len(plain) - len(plain.rstrip("0"))) if plain.strip("0") else Decimal(1)


def _digits(words: Sequence[Token], i: int) -> Figure | None:
    if not words[i].is_number:
        return None
    amount = Decimal(_GROUPING.sub("", words[i].text))
    found = Figure(amount, written_step(words[i].text), i, i + 1, digits=True)
    if adjacent(words, i) and low(words, i + 1) in _SUFFIXES:
        return replace(found, step=Decimal(1), last=i + 2, unit="ordinal")
    return _and_a_half(words, _scaled(words, _and_a_half(words, found)))


def _and_a_half(words: Sequence[Token], found: Figure) -> Figure:
    """``found`` with the fraction after it: "5½", "10 1/2", "two and a half", "a million and a quarter"."""
    at = found.last
    signed = at < len(words) and (is_glyph(words[at].text) or (found.digits and low(words, at + 1) == "/"))
    if signed and found.step != 1 and found.scale == 1 and found.amount % 1:
        return found
    part = fraction_at(words, at if signed else at + 1) if signed or low(words, at) == "and" else None
    if part is not None and found.scale != 1 and low(words, part[1]) in _parts("scale"):
        return found  # "a billion and a half million": two figures
    if part is None or (not signed and not _adds(words, at + 1, part[1])):
        return found
    amount = found.amount + part[0] * found.scale
    return replace(found, amount=round(amount, 6), step=part[0] * found.scale, last=part[1])


def _adds(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the fraction at first..last belongs to the number before its "and", and names no other part:
    "two and a half" does, "killed two and a third was hurt" and "two and a quarter of the" do not."""
    if low(words, last) == "of" or low(words, first) in {"half", "quarter"}:
        return False
    if low(words, last - 1) in {"half", "quarter"} or low(words, last - 1).endswith("s"):
        return True
    return low(words, last) in {"", ".", ",", "times"} or low(words, last) in _parts("scale")


def _scaled(words: Sequence[Token], found: Figure) -> Figure:
    """``found`` times the scale words after it: "1.2 million", "5bn", "three dozen"."""
    while (scale := _scale_at(words, found.last)) is not None:
        at, factor = scale
        worth = found.step * factor if low(words, at) not in _DOZENS else Decimal(2)
        found = replace(
            found, amount=found.amount * factor, step=worth, scale=found.scale * factor, last=at + 1
        )
    return found


def _scale_at(words: Sequence[Token], j: int) -> tuple[int, Decimal] | None:
    at = j + 1 if low(words, j) in {"-", "‑"} else j
    factor = _parts("scale").get(low(words, at))
    if factor is None or at >= len(words):
        return None
    if len(words[at].text) == 1 and not adjacent(words, j - 1):  # a lone k is a thousand only in "70k"
        return None
    return at, factor


# ------------------------------------------------------------------ words


def _spelled(words: Sequence[Token], i: int) -> Figure | None:
    """Number words: "three hundred and forty", "twenty-first", "one point five million", "a dozen"."""
    total, part, j, ordinal, last_scale = Decimal(0), Decimal(-1), i, False, Decimal(1)
    article = low(words, i) in {"a", "an"} and low(words, i + 1) in _parts("scale")
    if article:
        part, j = Decimal(1), i + 1
    elif low(words, i) == "hundred" and low(words, i + 1) in {"thousand", "million", "billion"}:
        part = Decimal(1)
    while j < len(words):
        k = _joined(words, i, j, article)
        word = low(words, k)
        if word in _parts("cardinal") and _fits(part, _parts("cardinal")[word]):
            part = max(part, Decimal(0)) + _parts("cardinal")[word]
        elif word in _parts("ordinal") and _fits(part, _parts("ordinal")[word]):
            part, ordinal = max(part, Decimal(0)) + _parts("ordinal")[word], True
        elif word == "hundred" and 0 < part < 100:
            part *= 100
        elif word in _parts("scale") and word.isalpha() and part > 0 and _parts("scale")[word] != 100:
            last_scale = _parts("scale")[word]
            total, part = total + part * last_scale, Decimal(0)
            if word in _DOZENS:
                return Figure(total, Decimal(2), i, k + 1)
        elif word == "crore" and part == 0 and last_scale == _parts("scale")["lakh"]:
            last_scale = _parts("scale")[word]  # "three lakh crore"
            total *= last_scale
        else:
            break
        j = k + 1
        if ordinal:
            break
    return _spelled_figure(words, i, j, total + max(part, Decimal(0)), ordinal, last_scale, part)


def _joined(words: Sequence[Token], i: int, j: int, article: bool) -> int:
    """The token after a hyphen or an "and" inside a number in words."""
    if j == i or (article and j == i + 1):
        return j
    if low(words, j) in {"-", "‑", "‐"} and adjacent(words, j - 1) and adjacent(words, j):
        return j + 1
    after_hundred = low(words, j - 1) in {"hundred", "thousand", "million", "billion"}
    added = low(words, j) == "and" and fraction_at(words, j + 1) is not None
    return j + 1 if low(words, j) == "and" and after_hundred and not added else j


def _fits(part: Decimal, value: Decimal) -> bool:
    """Whether ``value`` may follow ``part`` in words: "twenty one", never "two one"."""
    if part <= 0:
        return part < 0 or value > 0
    rest = part % 100
    return (rest == 0 and 0 < value < 100) or (rest >= 20 and rest % 10 == 0 and 0 < value < 10)


def _spelled_figure(
    words: Sequence[Token], i: int, j: int, amount: Decimal, ordinal: bool, scale: Decimal, part: Decimal
) -> Figure | None:
    if j == i or (part < 0 and amount == 0):
        return None
    if ordinal:
        return Figure(amount, Decimal(1), i, j, unit="ordinal")
    step = written_step(f"{amount:f}")
    found = Figure(amount, step, i, j, scale=scale)
    if scale == 1:
        found = _scaled(words, _and_a_half(words, _pointed(words, found)))
    return _and_a_half(words, found) if found.scale != 1 else found


def _pointed(words: Sequence[Token], found: Figure) -> Figure:
    """``found`` with the decimals of "one point five"."""
    j, decimals = found.last, ""
    if low(words, j) != "point":
        return found
    while (digit := _parts("cardinal").get(low(words, j + 1))) is not None and digit < 10:
        decimals, j = decimals + str(digit), j + 1
    tens = _spelled(words, j + 1) if not decimals and j + 1 < len(words) else None
    if tens is not None and tens.unit == "count" and tens.amount < 100:  # "point seventy-one"
        decimals, j = f"{tens.amount:f}", tens.last - 1
    if not decimals:
        return found
    amount = found.amount + Decimal(f"0.{decimals}")
    return replace(found, amount=amount, step=Decimal(1).scaleb(-len(decimals)), last=j + 1)
