"""An article's sentences come in, lines come out: a sentence with its words and the names in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.records import Article, Fact, Name, Sentence, Span
from factcheck.values import names
from factcheck.values.names_tokens import Token, headline_case, tokens_of


def start_of(fact: Fact[Name]) -> int:
    """The key by which names in order are searched."""
    return fact.span.start


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words with hyphens split, and the names that stand in it."""

    text: str
    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Fact[Name], ...]
    plain: bool  # capitals mean something here

    def name_around(self, token: Token) -> Fact[Name] | None:
        i = bisect_right(self.names, token.start, key=start_of) - 1
        return self.names[i] if i >= 0 and token.end <= self.names[i].span.end else None

    def name_at(self, offset: int) -> Fact[Name] | None:
        i = bisect_left(self.names, offset, key=start_of)
        return self.names[i] if i < len(self.names) and self.names[i].span.start == offset else None

    def name_ending(self, offset: int) -> Fact[Name] | None:
        i = bisect_left(self.names, offset, key=start_of) - 1
        return self.names[i] if i >= 0 and self.names[i].span.end == offset else None

    def last_before(self, offset: int) -> int:
        """The index of the last token that begins before ``offset``."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start) - 1

    def gap(self, i: int) -> str:
        """What stands between token ``i`` and the next one."""
        if i < 0 or i + 1 >= len(self.tokens):
            return "\n"
        return self.text[self.tokens[i].end : self.tokens[i + 1].start]


def first_of(line: Line, name: Fact[Name] | None, i: int) -> int:
    """The first token of the name that token ``i`` is part of; ``i`` itself where there is no name."""
    while name is not None and i > 0 and line.tokens[i - 1].start >= name.span.start:
        i -= 1
    return i


def lines_with_names(article: Article, sentences: Sequence[Sentence]) -> list[Line]:
    """Each sentence of the article as a line, by span."""
    known = names.facts(article, sentences)
    lines, at = [], 0
    for sentence in sorted(sentences, key=lambda s: s.span):
        while at < len(known) and known[at].span.start < sentence.span.start:
            at += 1
        upto = at
        while upto < len(known) and known[upto].span.end <= sentence.span.end:
            upto += 1
        tokens = tokens_of(article.text, sentence.span, hyphenated=False)
        plain = not headline_case(article.text, sentence)
        lines.append(Line(article.text, sentence.span, tokens, known[at:upto], plain))
        at = upto
    return lines
