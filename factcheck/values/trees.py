"""A parsed sentence in, its clauses and phrases out as spans: what hangs on a word and what a cue governs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from factcheck.records import Sentence, Span, Token

SUBJECTS = ("nsubj", "csubj")
_CLAUSES = ("ccomp", "xcomp", "csubj", "acl", "advcl")
_ASIDE = frozenset({"parataxis", "punct", "discourse", "vocative", "appos"})
_CIRCUMSTANCES = frozenset(
    {
        "after",
        "although",
        "as",
        "because",
        "before",
        "once",
        "since",
        "though",
        "until",
        "when",
        "where",
        "while",
    }
)
_MODIFIED = frozenset({"amod", "nmod", "compound"})
_INSIDE_NOUN = frozenset({"nmod", "nmod:poss", "amod", "compound", "flat", "nummod", "conj", "case", "det"})
_PREDICATES = frozenset({"VERB", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "PRON"})


class Tree:
    """The tokens of one parsed sentence with what hangs on each; empty where it was not parsed."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.parse.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        return self.sentence.parse.children()

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {token.start: i for i, token in enumerate(self.tokens)}

    def at(self, start: int) -> int | None:
        """The token that begins at this offset."""
        return self._starts.get(start)

    def within(self, span: Span) -> list[int]:
        return [i for i, token in enumerate(self.tokens) if span.start <= token.start < span.end]

    def tops(self, inside: list[int]) -> list[int]:
        """The tokens whose head stands outside these tokens, in order."""
        here = set(inside)
        return [i for i in inside if self.tokens[i].head not in here or self.tokens[i].head == i]

    def top(self, inside: list[int]) -> int | None:
        """The syntactic head of these tokens."""
        tops = self.tops(inside)
        words = [i for i in tops if self.tokens[i].upos in _PREDICATES] or tops
        return words[0] if words else None

    def subtree(self, i: int, without: frozenset[str] = frozenset()) -> Iterator[int]:
        """A token and all below it; children of the token itself are left out by relation."""
        yield i
        waiting = [child for child in self.children[i] if self.tokens[child].relation not in without]
        while waiting:
            child = waiting.pop()
            yield child
            waiting.extend(self.children[child])

    # ------------------------------------------------------------------------ arguments

    def child(self, i: int, *deps: str) -> int | None:
        """The first token that hangs on ``i`` by one of these relations, the subtype included or not."""
        for child in self.children[i]:
            token = self.tokens[child]
            if token.dep in deps or token.relation in deps:
                return child
        return None

    def subject(self, i: int) -> int | None:
        """The surface subject of a predicate; of an infinitive or a coordinated verb that of its governor."""
        for _ in range(4):
            found = self.child(i, *SUBJECTS)
            if found is not None:
                return self._antecedent(found, i)
            token = self.tokens[i]
            if token.dep == "acl:relcl" or (token.relation == "acl" and token.tag in {"VBN", "VBG"}):
                return token.head
            if token.relation not in {"xcomp", "conj"}:
                return None
            i = self.tokens[i].head
        return None

    def _antecedent(self, subject: int, predicate: int) -> int:
        """The noun that "who" or "which" stands for."""
        relative = self.tokens[subject].tag in {"WDT", "WP"} and self.tokens[predicate].dep == "acl:relcl"
        return self.tokens[predicate].head if relative else subject

    def arguments(self, i: int) -> tuple[Span | None, Span | None]:
        """The heads of who does it and of what it is done to; a passive is turned round."""
        subject, affected = self.roles(i)
        return self.name(subject), self.name(affected)

    def roles(self, i: int) -> tuple[int | None, int | None]:
        """The same as tokens."""
        subject = self.subject(i)
        if self._passive(i):
            return self.child(i, "obl:agent"), subject
        return subject, self.child(i, "obj")

    def _passive(self, i: int) -> bool:
        subtypes = {self.tokens[child].dep for child in self.children[i]}
        if subtypes & {"aux:pass", "nsubj:pass", "obl:agent"}:
            return True
        return self.tokens[i].relation == "acl" and self.tokens[i].tag == "VBN"

    def name(self, i: int | None) -> Span | None:
        """A noun with the parts of its name: "Ilse Brandt" of "Mayor Ilse Brandt"."""
        if i is None:
            return None
        parts = [i, *(child for child in self.children[i] if self.tokens[child].relation == "flat")]
        return Span(min(self.tokens[p].start for p in parts), max(self.tokens[p].end for p in parts))

    # ------------------------------------------------------------------------ stretches

    def span(self, indices: list[int]) -> Span | None:
        """From the first to the last of these tokens, without the marks at either end."""
        words = [i for i in indices if self.tokens[i].upos != "PUNCT"]
        return Span(self.tokens[min(words)].start, self.tokens[max(words)].end) if words else None

    def clause(self, i: int) -> Span | None:
        """The clause of a predicate with its subject, as far as its own words reach."""
        return self.span(self._clause(i))

    def verb_phrase(self, i: int, after: int) -> Span | None:
        """The clause of a predicate from the token after ``after`` on: its subject is no part of it."""
        subjects = {
            below
            for s in self.children[i]
            if self.tokens[s].relation in SUBJECTS
            for below in self.subtree(s)
        }
        words = sorted(t for t in self._clause(i) if t not in subjects and t > after)
        return self.span(self._opened(words))

    def _opened(self, words: list[int]) -> list[int]:
        """Without the "that", "to" or "of" which opens a clause, and the marks before it."""
        kept = [i for i in words if self.tokens[i].relation not in {"mark", "case", "punct", "cc"}]
        return [i for i in words if i >= kept[0]] if kept else []

    def _clause(self, i: int) -> list[int]:
        found = [i]
        for child in self.children[i]:
            if self._own(i, child):
                found.extend(self._without_asides(child))
        return found

    def _own(self, i: int, child: int) -> bool:
        """Whether a child belongs to the clause: no aside, no second clause with a subject or auxiliary."""
        dep = self.tokens[child].relation
        if dep in _ASIDE or (dep == "advcl" and self._circumstance(child)):
            return False
        if dep != "conj" or self.tokens[child].upos in {"NOUN", "PROPN"}:
            return True
        link = self.child(child, "cc")
        if link is None or self.tokens[link].lemma == "but":  # "did not sign it but raised the levy"
            return False
        return self.child(child, *SUBJECTS, "aux", "cop") is None

    def _circumstance(self, clause: int) -> bool:
        """Whether a clause tells when or why: "may close because sales fell" does not doubt the fall."""
        mark = self.child(clause, "mark", "advmod")
        return mark is not None and self.tokens[mark].lemma.lower() in _CIRCUMSTANCES

    def _without_asides(self, i: int) -> Iterator[int]:
        """A subtree without its relative clauses behind a comma: they are said as facts of their own."""
        waiting = [i]
        while waiting:
            i = waiting.pop()
            yield i
            for child in self.children[i]:
                aside = self.tokens[child].dep in {"acl:relcl", "appos", "parataxis"}
                if not (aside and self._after_comma(i, child)):
                    waiting.append(child)

    def _after_comma(self, i: int, child: int) -> bool:
        first = min(self.subtree(child))
        before = self.tokens[first - 1] if first else None
        return self.tokens[first].upos == "PUNCT" or (
            before is not None and before.upos == "PUNCT" and first > i
        )

    def noun_phrase(self, noun: int, after: int) -> Span | None:
        """A noun with what narrows it, from the token after ``after`` on, without its clauses."""
        words = [noun]
        for child in self.children[noun]:
            if self.tokens[child].relation in _INSIDE_NOUN:
                words.extend(self.subtree(child))
        return self.span([t for t in words if t > after])

    # ------------------------------------------------------------------------ what a cue governs

    def governed(self, cue: Span) -> tuple[Span | None, int | None]:
        """The stretch that a cue governs, and its head; both None where the parse is odd."""
        inside = self.within(cue)
        top = self.top(inside)
        if top is None:
            return None, None
        last = inside[-1]
        head = self._governed_head(top, last, frozenset(inside))
        if head is None:
            return None, None
        return self._stretch(top, head, last), head

    def _governed_head(self, top: int, last: int, inside: frozenset[int]) -> int | None:
        token = self.tokens[top]
        dep = token.relation
        if dep in {"aux", "mark", "cc"} or (dep == "advmod" and token.upos in {"ADV", "PART", "ADJ"}):
            return self._complement(top, last, inside) if token.upos == "ADJ" else token.head
        if dep in _MODIFIED and token.upos in {"ADJ", "VERB"} and token.head > last:
            return token.head
        return self._complement(top, last, inside)

    def _complement(self, top: int, last: int, inside: frozenset[int]) -> int | None:
        """The clause, else the noun, that the cue takes: it stands after the cue, or is its subject."""
        for i in dict.fromkeys((top, *sorted(inside))):
            kids = [child for child in self.children[i] if child not in inside]
            clauses = [c for c in kids if self.tokens[c].relation in _CLAUSES and self._taken(c, last)]
            nouns = [c for c in kids if self.tokens[c].relation in {"obj", "obl", "nmod"} and c > last]
            for found in (*clauses, *nouns):
                return found
        return self.tokens[top].head if self.tokens[top].head > last else None

    def _taken(self, child: int, last: int) -> bool:
        return child > last or self.tokens[child].dep.startswith("csubj")

    def _stretch(self, top: int, head: int, last: int) -> Span | None:
        token = self.tokens[top]
        if token.head == head and token.relation in {"aux", "advmod", "cc"}:
            if self.tokens[head].upos in {"NOUN", "PROPN"} and self.child(head, "cop", *SUBJECTS) is None:
                return self.noun_phrase(head, last)
            return self.verb_phrase(head, min(last, head - 1))
        if token.head == head and token.relation in _MODIFIED:
            return self.noun_phrase(head, last)
        if self.tokens[head].upos in {"NOUN", "PROPN"} and self.tokens[head].relation in {
            "obj",
            "obl",
            "nmod",
        }:
            return self.noun_phrase(head, min(last, head - 1))
        return self._bare_clause(head, last)

    def _bare_clause(self, head: int, last: int) -> Span | None:
        """A complement clause after the cue and without the "that", "to" or "of" which opens it."""
        words = sorted(self._clause(head))
        if max(words) > last and head > last:
            words = [i for i in words if i > last]
        return self.span(self._opened(words))


def predicate_of(tree: Tree, spans: tuple[Span, ...]) -> Token | None:
    """The token that the other words in these spans hang on: a claim's verb. None where there is none."""
    tops = tree.tops([i for span in spans for i in tree.within(span)])
    verbs = [i for i in tops if tree.tokens[i].upos in {"VERB", "AUX", "ADJ"}]
    found = (verbs or tops)[:1]
    return tree.tokens[found[0]] if found else None
