"""A parsed sentence with its names comes in, its predicates with their arguments come out, as in an active
sentence; what a verb shares with another (a subject, an object, an antecedent) is given to both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.records import Argument, Event, Fact, Name, Sentence, Span
from factcheck.values.trees import Tree
from factcheck.values.word_lists import rows_of, words_of

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NO_PREDICATES = frozenset({"aux", "cop", "case", "mark", "amod", "compound", "fixed", "flat"})
_OUTSIDE = frozenset(
    {"conj", "cc", "acl", "punct", "appos", "parataxis", "dep", "advcl", "cop", "aux", "mark"}
)
_SUBJECTS = frozenset({"nsubj"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_NEGATIONS = frozenset({"not", "n't", "never", "neither", "no", "hardly"})
_SUBJECT_CONTROL = frozenset({"promise", "threaten"})
_MAX_STEPS = 5  # verbs that hang on one another before a subject is found
_MAX_CONJUNCTS = 12

_Given = tuple[str, int]  # a role with the token that heads its phrase


@dataclass(frozen=True, slots=True)
class _Frame:
    """A predicate with its arguments as tokens."""

    token: int
    predicate: str
    given: tuple[_Given, ...]
    negated: bool = False


@cache
def _act_nouns() -> dict[str, tuple[str, str]]:
    return {row["noun"]: (row["predicate"], row["of"]) for row in rows_of("event_nouns.csv")}


@cache
def _phrasal() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows_of("event_converses.csv") if " " in row["verb"])


class Frames:
    """One sentence: its tree, its names, and the events in it."""

    def __init__(self, text: str, sentence: Sentence, named: Sequence[Fact[Name]]) -> None:
        self.text = text
        self.tree = Tree(sentence)
        self.tokens = self.tree.tokens
        self._named = named
        self._names = self._by_token(named)

    def _by_token(self, named: Sequence[Fact[Name]]) -> dict[int, str]:
        """The full name that each token is a part of; what only the parser takes for a name, as it stands."""
        found: dict[int, str] = {}
        for entity in self.tree.sentence.parse.entities:
            span = Span(entity.start, entity.end)
            for i in self.tree.within(span):
                found[i] = span.of(self.text)
        for fact in named:
            for i in self.tree.within(fact.span):
                found[i] = fact.value.full
        return found

    def events(self) -> Iterator[tuple[Span, Event]]:
        """The span of each predicate with its event, in order."""
        linked = {token.head for token in self.tokens if token.dep == "cop"}
        for i, token in enumerate(self.tokens):
            told = token.upos == "VERB" or i in linked or (token.upos == "NOUN" and self._act(i) is not None)
            frame = self._frame(i) if told and token.relation not in _NO_PREDICATES else None
            if frame is not None:
                arguments = [a for role, head in frame.given for a in self.arguments(role, head)]
                kept = tuple(dict.fromkeys(sorted(arguments, key=lambda a: (a.role, a.span))))
                if self.passive(i):
                    kept = tuple(replace(a, role="agent") if self._by_whom(a) else a for a in kept)
                yield token.span, Event(frame.predicate, kept, frame.negated)

    def _by_whom(self, argument: Argument) -> bool:
        """Whether a "by" of a passive that the parse hangs elsewhere names who does it."""
        return argument.role == "by" and bool(argument.name)

    def _frame(self, i: int) -> _Frame | None:
        token = self.tokens[i]
        if token.upos == "VERB" and token.tag != "NN":
            return _Frame(i, self._verb(i), tuple(self._verb_given(i)), self._negated(i))
        if self.tree.child(i, "cop") is not None:
            return self._copular(i)
        act = self._act(i) if token.upos == "NOUN" else None
        return _Frame(i, act[0], tuple(self._act_given(i, act[1]))) if act is not None else None

    def _act(self, i: int) -> tuple[str, str] | None:
        return _act_nouns().get(self.tokens[i].lemma.lower())

    def _verb(self, i: int) -> str:
        """The lemma with its particle or, in a phrase such as "make way", its noun."""
        lemma = self.tokens[i].lemma.lower()
        following = self.tokens[i + 1].lemma.lower() if i + 1 < len(self.tokens) else ""
        if f"{lemma} {following}" in _phrasal():
            return f"{lemma} {following}"
        particles = [
            self.tokens[c].lemma for c in self.tree.children[i] if self.tokens[c].dep == "compound:prt"
        ]
        return " ".join([lemma, *particles])

    def _negated(self, i: int) -> bool:
        below = [c for child in self.tree.children[i] for c in (child, *self._determiners(child))]
        return any(self.tokens[c].lemma.lower() in _NEGATIONS for c in below)

    def _determiners(self, i: int) -> list[int]:
        return [c for c in self.tree.children[i] if self.tokens[c].relation == "det"]

    # ------------------------------------------------------------------------ verbs

    def _verb_given(self, i: int) -> Iterator[_Given]:
        passive = self.passive(i)
        subject = self.subject(i)
        if subject is not None:
            yield ("patient" if passive else "agent"), subject
        yield from self._relative(i, passive)
        for c in [c for c in self.tree.children[i] if self.tokens[c].dep == "obj"]:
            yield "patient", self._own_noun(c)
            yield from (("act", d) for d in self.tree.children[c] if self._is_infinitive(d))
            yield from self._obliques(c, without=frozenset({"of"}))
        for c in self.tree.children[i]:
            if self.tokens[c].relation == "iobj":
                yield "recipient", c
            elif self.tokens[c].relation == "xcomp" and self.tokens[c].upos in {"NOUN", "PROPN"}:
                yield "attribute", c
            elif self.tokens[c].relation in {"xcomp", "ccomp"} and self.tokens[c].upos == "VERB":
                yield "act", c
        yield from self._obliques(i, passive=passive)

    def _is_infinitive(self, i: int) -> bool:
        """Such as "to proceed" of "the decision to proceed"."""
        return self.tokens[i].relation == "acl" and self.tokens[i].tag == "VB"

    def subject(self, i: int) -> int | None:
        """The surface subject of a predicate, its own or the one it shares; of "who" its antecedent."""
        for _ in range(_MAX_STEPS):
            own = self.tree.child(i, "nsubj")
            if own is not None:
                return self._antecedent(own, i)
            token = self.tokens[i]
            if token.relation == "acl" and (token.tag in {"VBN", "VBG"} or token.dep == "acl:relcl"):
                return token.head
            if token.relation == "xcomp" and (controller := self._controller(i)) is not None:
                return controller
            clause = token.relation in {"xcomp", "conj"} or (token.relation == "advcl" and self._bare(i))
            if not clause:
                return self._stray(i)
            i = token.head
        return None

    def _bare(self, i: int) -> bool:
        """Whether a clause has no subject of its own: "citing costs", "to save money", "backed by Lind"."""
        return self.tokens[i].tag in {"VBG", "VBN", "VB"}

    def _controller(self, i: int) -> int | None:
        """Whom an infinitive's governor has do it: "asked Lind to sign"."""
        head = self.tokens[i].head
        if self.tokens[head].lemma in _SUBJECT_CONTROL:
            return None
        return self.tree.child(head, "obj", "iobj")

    def _antecedent(self, subject: int, predicate: int) -> int:
        relative = self.tokens[subject].tag in _RELATIVES and self._is_relative(predicate)
        return self._affirmed(self.tokens[predicate].head) if relative else subject

    def _is_relative(self, predicate: int) -> bool:
        token = self.tokens[predicate]
        return token.relation == "acl" or token.dep.endswith(":relcl")

    def _affirmed(self, i: int) -> int:
        """Of "it was Lind, not Holt, who signed" the one who did."""
        return self.tokens[i].head if self._denied(i) else i

    def _denied(self, i: int) -> bool:
        opening = [c for c in self.tree.children[i] if c < i]
        return self.tokens[i].relation in {"conj", "appos"} and any(
            self.tokens[c].lemma == "not" for c in opening
        )

    def _stray(self, i: int) -> int | None:
        """A name at the head of the sentence that the parse has not made a subject: "Lind, 40, refused"."""
        token = self.tokens[i]
        finite = token.tag in {"VBD", "VBZ"}
        head = token.head
        if finite and token.relation == "parataxis" and head < i and head in self._names:
            return head
        inside = [c for c in self.tree.children[i] if c < i and c in self._names]
        stray = [c for c in inside if self.tokens[c].relation in {"vocative", "dislocated", "dep", "advmod"}]
        return stray[0] if finite and stray else None

    def _relative(self, i: int, passive: bool) -> Iterator[_Given]:
        """The antecedent as object: "the goals that Lind scored"."""
        token = self.tokens[i]
        if token.dep != "acl:relcl" or self.tree.child(i, "nsubj") is None or passive:
            return
        pronoun = self.tree.child(i, "obj")
        own = self.tree.child(i, "nsubj")
        if own is None or self.tokens[own].tag in _RELATIVES:
            return
        if pronoun is None or self.tokens[pronoun].tag in _RELATIVES:
            yield "patient", token.head

    def _own_noun(self, c: int) -> int:
        """Of an object "whom" or "which" its antecedent."""
        governor = self.tokens[c].head
        relative = self.tokens[c].tag in _RELATIVES and self._is_relative(governor)
        return self.tokens[governor].head if relative else c

    def passive(self, i: int) -> bool:
        """Whether the surface subject is the one acted on."""
        for _ in range(_MAX_STEPS):
            token = self.tokens[i]
            below = {self.tokens[child].dep for child in self.tree.children[i]}
            if token.tag not in {"VBN", "VBD"}:
                return False
            if below & {"aux:pass", "nsubj:pass"}:
                return True
            if token.tag == "VBN" and token.relation in {"acl", "advcl"} and token.dep != "acl:relcl":
                return "aux" not in below
            if token.relation != "conj" or below & {"nsubj", "aux"} or token.tag != "VBN":
                return False
            i = token.head
        return False

    # ------------------------------------------------------------------------ other predicates

    def _copular(self, i: int) -> _Frame:
        """ "Ruiz is the mayor" is an attribute; an adjective is a predicate of its own."""
        subject = self.subject(i)
        given: list[_Given] = [("agent", subject)] if subject is not None else []
        if self.tokens[i].upos in {"ADJ", "ADV"}:
            rest = self._obliques(i)
            return _Frame(i, self.tokens[i].lemma.lower(), (*given, *rest), self._negated(i))
        case = self.tree.child(i, "case")
        role = self.tokens[case].lemma.lower() if case is not None else "attribute"
        rest = self._obliques(i, without=frozenset({"of"}))
        return _Frame(i, "be", (*given, (role, i), *rest), self._negated(i))

    def _act_given(self, i: int, of: str) -> Iterator[_Given]:
        """Who does it and to whom, of a noun: "Lind’s appointment by the mayor"."""
        told = list(self._obliques(i))
        inner = [head for role, head in told if role == "of"]
        possessor = self.tree.child(i, "nmod:poss")
        if possessor is not None and self.tokens[possessor].tag not in {"PRP$", "WP$"}:
            yield ("agent" if inner else of), possessor
        for role, head in told:
            yield {"of": of, "by": "agent"}.get(role, role), head

    # ------------------------------------------------------------------------ phrases

    def phrase(self, case: int) -> tuple[str, int] | None:
        """The preposition that begins at this token with the noun it introduces; "in the case of" is one."""
        head = self.tokens[case].head
        role = self._preposition(head)
        if self.tokens[head].lemma.lower() == "case":
            inner = [c for c in self.tree.children[head] if self.tokens[c].relation == "nmod" and c > head]
            return ("in case of", inner[0]) if inner else None
        return (role, head) if role and self.tokens[head].upos in _NOUNS else None

    def phrases_of(self, i: int) -> Iterator[_Given]:
        """The prepositional phrases of a noun."""
        for c in self.tree.children[i]:
            role = self._preposition(c) if self.tokens[c].dep == "nmod" else ""
            if role:
                yield role, c

    def is_named(self, i: int) -> bool:
        return i in self._names

    def noun_before(self, i: int) -> int | None:
        """The noun that ends right before this token, marks left aside."""
        at = i - 1
        while at >= 0 and self.tokens[at].upos == "PUNCT":
            at -= 1
        return at if at >= 0 and self.tokens[at].upos in {"NOUN", "PROPN", "NUM"} else None

    def _obliques(
        self, i: int, *, passive: bool = False, without: frozenset[str] = frozenset()
    ) -> Iterator[_Given]:
        for c in self.tree.children[i]:
            token = self.tokens[c]
            if token.relation not in {"obl", "nmod"} or token.dep in {"nmod:poss", "obl:npmod", "obl:tmod"}:
                continue
            role = self._preposition(c)
            if passive and (token.dep == "obl:agent" or role == "by") and self._does(c):
                yield "agent", c
            elif role and role not in without:
                yield ("attribute" if role == "as" else role), c
                yield from self._nested(c)

    def _nested(self, c: int) -> Iterator[_Given]:
        """What hangs on the phrase before it may belong to the verb: "on Monday at the port"."""
        for below in self.tree.children[c]:
            token = self.tokens[below]
            if token.relation == "nmod" and token.dep != "nmod:poss":
                role = self._preposition(below)
                if role and role != "of":
                    yield ("attribute" if role == "as" else role), below

    def _does(self, c: int) -> bool:
        return self.tree.child(c, "nummod") is None and self.tokens[c].upos != "NUM"

    def _preposition(self, c: int) -> str:
        """ "In", "because of"; empty where the phrase has none."""
        case = self.tree.child(c, "case")
        if case is None:
            return ""
        more = [f for f in self.tree.children[case] if self.tokens[f].relation == "fixed"]
        second = [f for f in self.tree.children[c] if self.tokens[f].relation == "case" and f != case]
        parts = sorted([case, *more, *(f for f in second if f == case + 1)])
        return " ".join(self.tokens[f].lemma.lower() for f in parts)

    def arguments(self, role: str, head: int) -> Iterator[Argument]:
        """The phrase as an argument, and each that is joined to it by "and"."""
        first, roles = self._preposition(head), {head: role}
        for i in self.conjuncts(head):
            own = self._preposition(i) if i != head else ""
            roles[i] = own if own and own != first else roles.get(i) or roles.get(self.tokens[i].head, role)
            yield self.argument(roles[i], i)

    def conjuncts(self, head: int) -> list[int]:
        found = [head]
        for i in found:
            joined = [
                c for c in self.tree.children[i] if self.tokens[c].relation == "conj" and not self._denied(c)
            ]
            found.extend(c for c in joined if self.tokens[c].upos in _NOUNS or c in self._names)
            if len(found) > _MAX_CONJUNCTS:
                break
        return found

    def argument(self, role: str, i: int) -> Argument:
        core = self._core(i)
        return Argument(role, self._span(i), self.tokens[core].lemma.lower(), self.name(i) or self.name(core))

    def _core(self, i: int) -> int:
        """The noun that counts: "workers" of "three of the workers", "a group of workers"."""
        token = self.tokens[i]
        if token.lemma.lower() not in words_of("event_partitives.txt") and token.upos != "NUM":
            return i
        inner = [c for c in self.tree.children[i] if self.tokens[c].relation == "nmod"]
        of = [c for c in inner if self._preposition(c) == "of"]
        return of[0] if of else i

    def name(self, i: int) -> str:
        """The full name that the phrase names somebody by; empty where it names nobody."""
        if i in self._names:
            return self._names[i]
        for c in self.tree.children[i]:
            if self.tokens[c].relation in {"flat", "appos"} and c in self._names:
                return self._names[c]
            place = self.tokens[i].lemma.lower() in words_of("name_place_heads.txt")
            if place and self.tokens[c].relation == "nmod" and c in self._names:
                return self._names[c] if self._preposition(c) == "of" else ""
        return ""

    def _span(self, i: int) -> Span:
        """The phrase without its preposition, its clauses and what is joined to it."""
        words = [i]
        for child in self.tree.children[i]:
            token = self.tokens[child]
            joined = token.relation in {"nmod", "obl"} and self._preposition(child) != "of"
            if token.relation not in _OUTSIDE and token.relation != "case" and not joined:
                words.extend(self.tree.subtree(child, without=_OUTSIDE))
        found = self.tree.span(words)
        return found if found is not None else self.tokens[i].span
