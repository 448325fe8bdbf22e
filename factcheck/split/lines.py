"""Sentences and quotations come in, sentences as rows of words come out, each word quoted or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.records import Article, Sentence, Span
from factcheck.split import tokens
from factcheck.split.quotations import Quoted
from factcheck.split.tokens import Word

BREAKS = ",;:()—–"


@dataclass(frozen=True)
class Line:
    """One sentence made ready: its words, and which of them stand in a quotation."""

    text: str
    sentence: Sentence
    words: tuple[Word, ...]
    quoted: tuple[Quoted, ...]

    @cached_property
    def inside(self) -> tuple[bool, ...]:
        spans = [quote.outer for quote in self.quoted]
        return tuple(any(s.start < w.start and w.end <= s.end for s in spans) for w in self.words)

    def gap(self, i: int) -> str:
        """What stands between word ``i - 1`` and word ``i``, or before the first, or after the last."""
        start = self.words[i - 1].end if i > 0 else self.sentence.span.start
        end = self.words[i].start if i < len(self.words) else self.sentence.span.end
        return self.text[start:end]

    def span(self, a: int, b: int) -> Span:
        """From word ``a`` up to but without word ``b``."""
        return Span(self.words[a].start, self.words[b - 1].end)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_at(self, token: int) -> int:
        """The index of the word that holds a token of the parse, or the one before a mark."""
        return max(0, bisect_right(self._starts, self.sentence.parse.tokens[token].start) - 1)

    def words_of(self, a: int, b: int) -> tuple[int, int]:
        """The words that the tokens from ``a`` up to but without ``b`` touch."""
        if a >= b:
            return (0, 0)
        tokens = self.sentence.parse.tokens
        first = bisect_right(self._starts, tokens[a].start) - 1
        if first < 0 or self.words[first].end <= tokens[a].start:
            first += 1
        return first, bisect_left(self._starts, tokens[b - 1].end)

    def lower(self, i: int) -> str:
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def opens(self, i: int) -> bool:
        """Whether a quotation begins right before word ``i``."""
        return i < len(self.words) and any(
            (self.words[i - 1].end if i else self.sentence.span.start) <= q.outer.start < self.words[i].start
            for q in self.quoted
        )

    def closes(self, i: int) -> bool:
        """Whether a quotation ends right before word ``i``."""
        return i > 0 and self.inside[i - 1] and not (i < len(self.words) and self.inside[i])

    def breaks(self, i: int, marks: str = BREAKS) -> bool:
        gap = self.gap(i)
        return any(mark in gap for mark in marks)


def lines(article: Article, sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> tuple[Line, ...]:
    """The sentences with their words and the quotations that touch them."""
    made, at = [], 0
    for sentence in sentences:
        while at < len(quoted) and quoted[at].outer.end <= sentence.span.start:
            at += 1
        here = [q for q in quoted[at : at + 40] if q.outer.overlaps(sentence.span)]
        made.append(Line(article.text, sentence, tokens.words(article.text, sentence.span), tuple(here)))
    return tuple(made)
