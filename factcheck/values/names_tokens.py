"""A stretch of an article comes in, its words come out; a name such as "al-Sayed" or "U.S." is one word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.records import BlockKind, Sentence, Span
from factcheck.values.word_lists import words_of

_RUN = re.compile(r"[^\W_][\w\u0300-\u036f]*")
HYPHENS = frozenset("-‑")
_APOSTROPHES = frozenset("'’")
SPACES = frozenset({" ", "\u00a0"})
_MAX_ACRONYM_LETTERS = 7


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its offsets; a possessive ending is outside the span."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        head, _, tail = self.text.replace("‑", "-").partition("-")
        return self.text[0].isupper() or (head in ("al", "el", "bin", "ul", "as") and tail[:1].isupper())

    @property
    def acronym(self) -> bool:
        letters = self.text.replace(".", "").replace("&", "")
        return 2 <= len(letters) <= _MAX_ACRONYM_LETTERS and letters.isupper() and letters.isalpha()


def tokens_of(text: str, span: Span, *, hyphenated: bool = True) -> tuple[Token, ...]:
    """The words of ``span`` in order; hyphenated words are one token unless asked otherwise."""
    runs = [match.span() for match in _RUN.finditer(text, span.start, span.end)]
    found, at = [], 0
    while at < len(runs):
        start, end = runs[at]
        possessive = False
        while at + 1 < len(runs) and not possessive:
            gap, following = text[end : runs[at + 1][0]], text[slice(*runs[at + 1])]
            if gap in _APOSTROPHES and following in ("s", "S"):
                possessive = True
            elif not _one_word(text[start:end], gap, following, hyphenated):
                break
            else:
                end = runs[at + 1][1]
            at += 1
        end = _with_full_stop(text, start, end)
        found.append(Token(text[start:end], start, end, possessive))
        at += 1
    return tuple(found)


def _one_word(before: str, gap: str, after: str, hyphenated: bool) -> bool:
    if gap in _APOSTROPHES or gap == "&":
        return True
    if gap in HYPHENS:
        return hyphenated
    last = before.rpartition(".")[2]
    return gap == "." and len(last) == 1 and last.isalpha() and len(after) == 1 and after.isalpha()


def _with_full_stop(text: str, start: int, end: int) -> int:
    """An initial and a dotted abbreviation keep their last full stop: "J.", "U.S."."""
    word = text[start:end]
    dotted = (len(word) == 1 and word.isupper()) or ("." in word and len(word.rpartition(".")[2]) == 1)
    return end + 1 if dotted and text[end : end + 1] == "." else end


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
