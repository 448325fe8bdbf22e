"""A parse and a stretch of text come in, the words of the stretch as one tree come out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.records import Entity, Parse, Span, Token
from factcheck.split import word_lists
from factcheck.split.quotations import Quoted

Words = frozenset[int]  # indices of tokens of one parse

OPEN_MARKS = frozenset("([{")
CLOSE_MARKS = frozenset(")]}")
COMMAS = frozenset({",", ";", ":", "–", "—", "-", "--"})
ALIKE = frozenset({"nsubj", "obj"})
YEAR = 4  # figures
GLYPHS = "“”\"'‘’"
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


class Tree:
    """The tokens of a parse that stand inside ``region``; what hangs on a token outside hangs on ``root``.

    The root is the top with most words below it, -1 where no token stands inside.
    """

    def __init__(self, text: str, parse: Parse, region: Span, quoted: Sequence[Quoted] = ()) -> None:
        self.text = text
        self.tokens = parse.tokens
        inside = [i for i, t in enumerate(parse.tokens) if region.start <= t.start and t.end <= region.end]
        self.children: dict[int, list[int]] = {i: [] for i in inside}
        self.tops: set[int] = set()
        self._below: dict[int, Words] = {}
        for i in inside:
            head = parse.tokens[i].head
            if head == i or head not in self.children:
                self.tops.add(i)
            else:
                self.children[head].append(i)
        self.root = max(sorted(self.tops), key=lambda i: len(self.below(i)), default=-1)
        if self.root >= 0:
            self.children[self.root].extend(sorted(self.tops - {self.root}))
            self._below.pop(self.root)
        self._moved: dict[int, int] = {}
        self._relations = {i: "top" if i in self.tops else parse.tokens[i].relation for i in inside}
        self._join(inside)
        self._forms = {i: text[t.start : t.end] for i in inside for t in (parse.tokens[i],)}
        self._lower = {i: form.lower() for i, form in self._forms.items()}
        self._marks = frozenset(i for i, form in self._forms.items() if not any(map(str.isalnum, form)))
        starts = [parse.tokens[i].start for i in inside]
        self.quoted = frozenset[int]().union(*(_within(inside, starts, q.outer) for q in quoted))
        spans = [_span(name) for name in parse.entities if region.contains(_span(name))]
        self.names = [held for span in spans if len(held := _within(inside, starts, span)) > 1]

    def _join(self, inside: Sequence[int]) -> None:
        """Two subjects or two objects with ``and`` between them are one coordination, parsed so or not."""
        for i in inside:
            head, relation = self.tokens[i].head, self._relations[i]
            opened = any(c < i and self._relations[c] == "cc" for c in self.children[i])
            if not opened or relation not in ALIKE:
                continue
            before = [c for c in self.children[head] if c < i and self._relations[c] == relation]
            if before:
                self.children[head].remove(i)
                self.children[before[-1]].append(i)
                self._relations[i], self._moved[i] = "conj", before[-1]
                self._below.clear()

    def token(self, i: int) -> Token:
        return self.tokens[i]

    def head(self, i: int) -> int:
        """The head inside the tree; that of a top is the root."""
        return self.root if i in self.tops else self._moved.get(i, self.tokens[i].head)

    def form(self, i: int) -> str:
        return self._forms[i]

    def word(self, i: int) -> str:
        """The word in lower case."""
        return self._lower[i]

    def relation(self, i: int) -> str:
        """The relation of a word to its head without the subtype; that of a top is ``top``."""
        return self._relations[i]

    def below(self, i: int) -> Words:
        """The word and all that hangs on it."""
        found = self._below.get(i)
        if found is None:
            found = frozenset({i}).union(*(self.below(c) for c in self.children[i]))
            self._below[i] = found
        return found

    def kids(self, i: int, *relations: str) -> list[int]:
        """The children in one of these relations, subtypes included, in order."""
        return [c for c in self.children[i] if self._relations[c] in relations]

    def is_word(self, i: int) -> bool:
        return i not in self._marks

    def without_marks(self, words: Words) -> Words:
        return words - self._marks

    def count(self, words: Iterable[int]) -> int:
        return len(frozenset(words) - self._marks)

    def first(self, words: Words) -> int:
        """The first word that is no mark; -1 where there is none."""
        return min(words - self._marks, default=-1)

    def subject(self, i: int) -> int | None:
        return next(iter(self.kids(i, "nsubj", "csubj")), None)

    def is_clause(self, i: int) -> bool:
        """Whether a predicate stands at ``i``: a verb, what a copula links, or what has a subject."""
        verbal = self.tokens[i].upos in ("VERB", "AUX")
        return verbal or bool(self.kids(i, "cop")) or self.subject(i) is not None

    def is_finite(self, i: int) -> bool:
        """Whether the predicate has a finite verb of its own."""
        return any(self.tokens[k].tag in FINITE for k in (i, *self.kids(i, "cop", "aux")))

    def is_negation(self, i: int) -> bool:
        return self.word(i) in word_lists.words("negations")

    def is_negated(self, i: int) -> bool:
        """Whether the predicate is denied by a word of its own, or by its subject or object (``no one``)."""
        arguments = [c for a in self.kids(i, "nsubj", "obj") for c in (a, *self.children[a])]
        return any(self.is_negation(c) for c in (*self.children[i], *arguments))

    def is_time(self, words: Iterable[int]) -> bool:
        """Whether a day, a month or a year is among the words."""
        forms = [self._forms[i] for i in words]
        times = word_lists.words("time_words")
        named = any(form[0].isupper() and form.lower() in times for form in forms)
        return named or any(form.isdigit() and len(form) == YEAR for form in forms)

    def mark_before(self, i: int) -> str:
        """The mark right before the first word of what hangs on ``i``, quotation marks left aside."""
        before = self.first(self.below(i)) - 1
        while before in self.children and self.word(before) in GLYPHS:
            before -= 1
        return self.word(before) if before in self.children and not self.is_word(before) else ""

    def is_set_off(self, i: int) -> bool:
        return self.mark_before(i) in COMMAS

    def completed(self, words: Words) -> Words:
        """The words with the rest of each name that they hold in part."""
        for name in self.names:
            if not name.isdisjoint(words):
                words |= name
        return words

    def is_one_name(self, words: Iterable[int]) -> bool:
        held = frozenset(words)
        return any(held <= name for name in self.names)


def _span(name: Entity) -> Span:
    return Span(name.start, name.end)


def _within(inside: Sequence[int], starts: Sequence[int], span: Span) -> Words:
    return frozenset(inside[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
