"""A line with its parse comes in; words, relations and how far each word's subtree reaches come out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.records import Token
from factcheck.split.lines import Line

Range = tuple[int, int]  # half-open, in tokens of the sentence's parse


class Reached:
    """The parse of one line, each question about it answered once."""

    def __init__(self, line: Line) -> None:
        self.tokens = line.sentence.parse.tokens
        self.lower = [line.text[t.start : t.end].lower().replace("’", "'") for t in self.tokens]
        self.children = line.sentence.parse.children()
        self.reach = _reaches(self.tokens)

    def kids(self, i: int, *relations: str) -> list[int]:
        """The children in one of these relations, in order."""
        return [c for c in self.children[i] if self.tokens[c].dep in relations]

    def relation(self, i: int) -> str:
        """The relation of a word to its head without its subtype."""
        return self.tokens[i].relation

    def case(self, i: int) -> int | None:
        """The preposition or subordinating word that leads a phrase in."""
        return next(iter(self.kids(i, "case", "mark")), None)

    def is_infinitive(self, i: int) -> bool:
        return any(self.lower[k] == "to" for k in self.kids(i, "mark"))

    def range(self, i: int) -> Range:
        """From the first to the last word below ``i``, without the marks at the edges."""
        return self.trimmed(*self.reach[i])

    def trimmed(self, a: int, b: int) -> Range:
        while a < b and self.tokens[a].upos == "PUNCT":
            a += 1
        while b > a and self.tokens[b - 1].upos == "PUNCT":
            b -= 1
        return a, b

    def above(self, i: int) -> list[int]:
        """The words that a word hangs on, its head first."""
        found: list[int] = []
        while self.tokens[i].head != i and len(found) < len(self.tokens):
            i = self.tokens[i].head
            found.append(i)
        return found


def _reaches(tokens: Sequence[Token]) -> list[Range]:
    reach = [(i, i + 1) for i in range(len(tokens))]
    for i, token in enumerate(tokens):
        at, head = i, token.head
        for _ in tokens:  # no more steps than words, whatever a broken parse says
            if head == at:
                break
            a, b = reach[head]
            reach[head] = (min(a, i), max(b, i + 1))
            at, head = head, tokens[head].head
    return reach
