"""A sentence comes in, its words come out as tokens, and as one character of meaning each.

The grammar of time expressions reads these characters, not the text: its patterns stay short and fast.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.values.word_lists import rows_of

CODES = {
    "month": "M", "ambiguous-month": "m", "weekday": "W", "ambiguous-weekday": "w", "weekdays": "N",
    "number-word": "c", "ordinal": "O", "few": "f", "unit": "U", "units": "V", "quarter": "q",
    "weekend": "K", "fiscal": "Z", "half": "H", "season": "S", "ambiguous-season": "s", "part": "P",
    "day": "h", "last": "l", "next": "x", "this": "i", "mod": "e", "edge": "B", "about": "g", "ago": "A",
    "shift": "E", "reference": "r", "recent": "R", "every": "v", "set": "T", "the": "t", "a": "a",
    "of": "o", "and": "&", "on": "p", "to": "/", "more": "+", "period": "I", "old": "!", "zone": "z",
    "holiday": "L",
}  # fmt: skip
HEADS = frozenset("MmWwNUVqKSsPhrRTLDyYXkjG")
"""Without one of these there is no time expression in a sentence."""
_AMBIGUOUS = frozenset("mwsj")

TOKEN = re.compile(
    r"""(?P<D>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d))
    |(?P<k>\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s?[ap]\.m\.|\s?[ap]\.?m\b)?
        |\d{1,2}(?:\.[0-5]\d)?\s?(?:[ap]\.m\.|[ap]\.?m\b)|\d{1,2}\s(?:o['’]clock))
    |(?P<j>(?<![\d.,$£€])(?:1?\d|2[0-3])\.[0-5]\d(?![\d.%]))
    |(?P<Y>(?:1[89]|20)\d\d\s?[-–—/]\s?(?:(?:1[89]|20)\d\d|\d\d)(?![\d-]))
    |(?P<X>(?:1[5-9]|20)\d0['’]?s\b|['’‘]\d0s\b)
    |(?P<G>\b[QH][1-4]\b|\b[1-4][QH]\b)
    |(?P<O>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<F>\bFY\s?(?:\d{4}|\d{2})\b)
    |(?P<n>\d+\s\d/\d|\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
    |(?P<possessive>['’]s\b|['’](?=\s))
    |(?P<hyphen>[-–—‑])
    |(?P<comma>,)
    |(?P<other>[^\s\w])""",
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """One word or figure; start and end count code points of the sentence."""

    text: str
    start: int
    end: int
    code: str
    value: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")


class Word(NamedTuple):
    code: str
    value: str


@cache
def lexicon() -> dict[str, Word]:
    """Words and phrases of time by their lower-case text."""
    rows = rows_of("time_words.csv")
    return {r["word"]: Word(CODES[r["class"]], r["value"]) for r in rows if r["class"] in CODES}


@cache
def cues() -> dict[str, int]:
    """Words that put their clause in the past (-1) or in the future (1)."""
    rows = rows_of("time_words.csv")
    return {r["word"]: int(r["value"]) for r in rows if r["class"].endswith("-cue")}


@cache
def neighbours(name: str) -> frozenset[str]:
    """One list of the words that may, or may not, stand beside an ambiguous time."""
    rows = rows_of("time_neighbours.csv")
    return frozenset(row["word"] for row in rows if row["list"] == name)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Word], ...]]:
    """Phrases of several words with their meaning, longest first, by their first word."""
    grouped: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for entry, meaning in lexicon().items():
        words = tuple(m.group() for m in TOKEN.finditer(entry))
        if len(words) > 1 and not entry.endswith("."):
            grouped.setdefault(words[0], []).append((words, meaning))
    return {first: tuple(sorted(rest, key=lambda p: (-len(p[0]), p[0]))) for first, rest in grouped.items()}


def tokens(sentence: str) -> list[Token]:
    """The tokens of one sentence in order, ambiguous words decided by their neighbours."""
    raw: list[Token] = []
    for found in TOKEN.finditer(sentence):
        if not raw or found.start() >= raw[-1].end:  # the full stop of "Sept." is part of that token
            raw.append(_token(found, sentence))
    joined = _joined(raw, sentence)
    return [
        _decided(token, i, joined, sentence) if token.code in _AMBIGUOUS else token
        for i, token in enumerate(joined)
    ]


def _token(found: re.Match[str], sentence: str) -> Token:
    kind, text, start, end = found.lastgroup or "other", found.group(), found.start(), found.end()
    match kind:
        case "word":
            return _word(text, start, end, sentence)
        case "n":
            return Token(text, start, end, _number_code(text, start, end, sentence), text)
        case "O":
            return Token(text, start, end, "O", text[:-2])
        case "possessive":
            return Token(text, start, end, "'")
        case "hyphen":
            return Token(text, start, end, "-")
        case "comma":
            return Token(text, start, end, ",")
        case "other":
            return Token(text, start, end, ".")
        case _:
            return Token(text, start, end, kind, text)


def _word(text: str, start: int, end: int, sentence: str) -> Token:
    lower = text.lower().replace("’", "'")
    words = lexicon()
    dotted = words.get(f"{lower}.") if sentence[end : end + 1] == "." else None
    if dotted and text[0].isupper():
        return Token(sentence[start : end + 1], start, end + 1, *dotted)
    known = words.get(lower)
    if known is None or (known.code in "MmWwN" and not text[0].isupper()):
        return Token(text, start, end, "_")
    if known.code == "T" and text[0].isupper() and start:  # a name: the "Harbour Daily"
        return Token(text, start, end, "_")
    return Token(text, start, end, *known)


def _number_code(text: str, start: int, end: int, sentence: str) -> str:
    """y for what may be a year, d for what may be a day of a month, n for other numbers, _ for amounts."""
    before, after = sentence[max(start - 1, 0) : start], sentence[end : end + 1]
    if before in ("$", "£", "€", "¥", "#", ".") or after in ("%", "°") or after.isalpha() or before.isalpha():
        return "_"
    if not text.isdigit():
        return "n"
    if len(text) == 4 and 1000 <= int(text) <= 2100:
        return "y"
    return "d" if len(text) <= 2 and 1 <= int(text) <= 31 else "n"


def _joined(raw: Sequence[Token], sentence: str) -> list[Token]:
    """Words of a phrase of the lexicon become one token."""
    phrases, out, at = _phrases(), [], 0
    while at < len(raw):
        options = phrases.get(raw[at].lower)
        size, known = _phrase(raw, at, options) if options else (1, None)
        if known:
            start, end = raw[at].start, raw[at + size - 1].end
            text = sentence[start:end]
            out.append(Token(text, start, end, *known))
        else:
            out.append(raw[at])
        at += size
    return out


def _phrase(
    raw: Sequence[Token], at: int, options: tuple[tuple[tuple[str, ...], Word], ...]
) -> tuple[int, Word | None]:
    """The number of tokens of the longest phrase that begins here, and its meaning; 1 and None for none."""
    for words, meaning in options:
        ahead = raw[at : at + len(words)]
        if len(ahead) == len(words) and all(t.lower == w for t, w in zip(ahead, words, strict=True)):
            return len(words), meaning
    return 1, None


def _decided(token: Token, at: int, all_tokens: Sequence[Token], sentence: str) -> Token:
    before = all_tokens[at - 1] if at else None
    after = all_tokens[at + 1] if at + 1 < len(all_tokens) else None
    match token.code:
        case "m" if not (_is_month(token, before, after) or _is_short_month(token, at, all_tokens)):
            return token._replace(code="_")
        case "m":
            return token._replace(code="M")
        case "w":
            dated = after is not None and (after.code in "Mm," or after.code == "d")
            return token._replace(code="W" if dated and token.text[0].isupper() else "_")
        case "s" if not _is_season(before, all_tokens[at + 1 : at + 3]):
            return token._replace(code="_")
        case "s":
            return token._replace(code="S")
        case "j":
            clock = after is not None and (after.code == "p" or after.code in "zP")
            return token._replace(code="k" if clock and _weekday_ahead(all_tokens, at) else "n")
        case _:
            return token


def _is_month(token: Token, before: Token | None, after: Token | None) -> bool:
    if (
        after is not None
        and after.code in "ydO"
        and not (before and before.code == "_" and before.text[0].isupper())
    ):
        return True
    if before is None or (len(token.text) == 3 and token.lower != "may"):
        return bool(before and before.code in "dO")
    if before.code in "dOex" or (before.code == "l"):
        return True
    if before.lower in neighbours("month-lead"):
        return after is None or after.code != "_" or not after.text[0].isupper()
    return (
        before.code in "ta"
        and after is not None
        and after.code == "_"
        and after.lower not in neighbours("not-after-month")
    )


def _is_short_month(token: Token, at: int, all_tokens: Sequence[Token]) -> bool:
    """ "Sep to Nov", "Jan-Feb 2017", "Dec, 2018", "the 12th of Nov", "after Feb": never "after Jan left"."""
    if len(token.text) != 3 or not token.text.istitle():
        return False
    ahead, behind = all_tokens[at + 1 : at + 3], all_tokens[max(at - 2, 0) : at]
    for link, month in (pair for pair in (ahead, behind[::-1]) if len(pair) == 2):
        if (
            month.code in "Mm"
            and month.text[0].isupper()
            and (link.code == "-" or link.lower in ("to", "and"))
        ):
            return True
    if len(ahead) == 2 and ahead[0].code == "," and ahead[1].code == "y":
        return True
    if len(behind) == 2 and behind[1].code == "o" and (behind[0].code in "dO" or behind[0].lower == "week"):
        return True
    named = token.lower in ("jan", "mar", "may", "jun", "jul", "dec")
    return not named and bool(behind) and behind[-1].lower in neighbours("month-lead")


def _is_season(before: Token | None, ahead: Sequence[Token]) -> bool:
    """ "in the fall of 2021", "last spring"; not "the fall of the wall", not "prices fall"."""
    codes = "".join(token.code for token in ahead)
    if codes.startswith("y") or codes == "oy":
        return True
    if before is None or codes.startswith("o"):
        return False
    return before.code in "lixevto" or before.lower in ("in", "by", "until", "mid", "-")


def _weekday_ahead(all_tokens: Sequence[Token], at: int) -> bool:
    return any(t.code in "WzP" for t in all_tokens[at + 1 : at + 3])
