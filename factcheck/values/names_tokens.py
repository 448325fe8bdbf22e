"""A stretch of an article comes in, its words come out; a name such as "al-Sayed" or "U.S." is one word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.records import BlockKind, Sentence, Span
from factcheck.values.word_lists import words_of

_RUN = re.compile(r"[^\W_][\w\u0300-\u036f]*")
HYPHENS = frozenset("-‑")
_APOSTROPHES = frozenset("'’")
_GLUE = HYPHENS | _APOSTROPHES | {"&", "."}  # what may stand within a word
SPACES = frozenset({" ", "\u00a0"})
_MAX_ACRONYM_LETTERS = 7
_STRETCHES_KEPT = 512  # a few articles' sentences: several readers ask for the same words


class Token(NamedTuple):
    """A word with its offsets; a possessive ending is outside the span."""

    text: str
    start: int
    end: int
    possessive: bool
    lower: str
    capital: bool

    @property
    def acronym(self) -> bool:
        letters = self.text.replace(".", "").replace("&", "")
        return 2 <= len(letters) <= _MAX_ACRONYM_LETTERS and letters.isupper() and letters.isalpha()


def tokens_of(text: str, span: Span, *, hyphenated: bool = True) -> tuple[Token, ...]:
    """The words of ``span`` in order; hyphenated words are one token unless asked otherwise."""
    return _tokens(text, span.start, span.end, hyphenated)


@lru_cache(maxsize=_STRETCHES_KEPT)
def _tokens(text: str, first: int, last: int, hyphenated: bool) -> tuple[Token, ...]:
    runs = [match.span() for match in _RUN.finditer(text, first, last)]
    found, at = [], 0
    while at < len(runs):
        start, end = runs[at]
        possessive = False
        while at + 1 < len(runs) and not possessive and end + 1 == runs[at + 1][0] and text[end] in _GLUE:
            gap, following = text[end], text[slice(*runs[at + 1])]
            if gap in _APOSTROPHES and following in ("s", "S"):
                possessive = True
            elif not _one_word(text[start:end], gap, following, hyphenated):
                break
            else:
                end = runs[at + 1][1]
            at += 1
        if text.startswith(".", end):
            end = _with_full_stop(text, start, end)
        found.append(_token(text[start:end], start, end, possessive))
        at += 1
    return tuple(found)


def _token(word: str, start: int, end: int, possessive: bool) -> Token:
    return Token(word, start, end, possessive, word.lower(), word[0].isupper() or _arabic(word))


def _arabic(word: str) -> bool:
    """Such as "al-Sayed": the name begins after the article."""
    if "-" not in word and "‑" not in word:
        return False
    head, _, tail = word.replace("‑", "-").partition("-")
    return head in ("al", "el", "bin", "ul", "as") and tail[:1].isupper()


def _one_word(before: str, gap: str, after: str, hyphenated: bool) -> bool:
    if gap in _APOSTROPHES or gap == "&":
        return True
    if gap in HYPHENS:
        return hyphenated
    last = before.rpartition(".")[2]
    return gap == "." and len(last) == 1 and last.isalpha() and len(after) == 1 and after.isalpha()


def _with_full_stop(text: str, start: int, end: int) -> int:
    """An initial and a dotted abbreviation keep the full stop that follows: "J.", "U.S."."""
    word = text[start:end]
    dotted = (len(word) == 1 and word.isupper()) or ("." in word and len(word.rpartition(".")[2]) == 1)
    return end + 1 if dotted else end


def headline_case(text: str, sentence: Sentence) -> bool:
    """True where capitals mean nothing: Title Case and ALL CAPS lines."""
    found = tokens_of(text, sentence.span)
    heading = sentence.block in (BlockKind.HEADLINE, BlockKind.HEADING)
    if len(found) < 3:
        return heading and all(token.capital for token in found)
    if sum(token.text.isupper() for token in found) > 0.7 * len(found):
        return True
    content = [
        token for token in found[1:] if token.capital or token.lower not in words_of("name_openers.txt")
    ]
    ends = text[sentence.span.start : sentence.span.end].rstrip("\"'”’ )")[-1:]
    fewest = 2 if heading else 3
    title = heading or ends not in (".", "!", "?")
    return title and len(content) >= fewest and sum(t.capital for t in content) >= 0.7 * len(content)
