"""Two aligned claims in, their events side by side out: which arguments agree and which cannot be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.compare.names import same_name, words_of
from factcheck.compare.places import same_place
from factcheck.compare.word_lists import table_of
from factcheck.records import AnyFact, Argument, Claim, Event, Name, NameKind, Span

_DIGITS = re.compile(r"\d[\d.,]*")
_PRONOUNS = frozenset(
    {
        "he",
        "her",
        "him",
        "i",
        "it",
        "one",
        "other",
        "she",
        "that",
        "their",
        "them",
        "they",
        "this",
        "those",
        "we",
    }
    | {"which", "who", "you"}
)
_SAME_ROLE = {"at": "in", "on": "in", "onto": "to", "into": "to", "inside": "in"}
_CONTAINS = frozenset({", ", " in ", "'s ", "’s ", " (", " of ", ""})
_PAIRS_KEPT = 4096
PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one claim tells it."""

    claim: Claim
    event: Event
    span: Span

    @property
    def act(self) -> str:
        predicate = self.event.predicate
        return table_of("argument_synonyms.csv").get(predicate, predicate)

    def filled(self, role: str) -> tuple[Argument, ...]:
        return tuple(a for a in self.event.arguments if same_role(a.role) == role)

    def roles(self) -> tuple[str, ...]:
        return tuple(sorted({same_role(a.role) for a in self.event.arguments}))

    def words(self, argument: Argument) -> str:
        """The phrase of an argument as the claim's sentence has it."""
        at = argument.span.start - self.claim.sentence.start
        return self.claim.sentence_text[at : at + argument.span.end - argument.span.start]


def told(claim: Claim) -> tuple[Told, ...]:
    """The events whose predicate stands in the claim."""
    return tuple(Told(claim, fact.value, fact.span) for fact in claim.facts if isinstance(fact.value, Event))


def elsewhere(claim: Claim) -> Iterator[Told]:
    """Every event of the claim's article; the words of its phrases are known for the claim's own only."""
    for fact in claim.context:
        if isinstance(fact.value, Event):
            yield Told(claim, fact.value, fact.span)


def same_role(role: str) -> str:
    return _SAME_ROLE.get(role, role)


# ---------------------------------------------------------------------------- one argument or two


@lru_cache(maxsize=_PAIRS_KEPT)
def one_name(left: str, right: str) -> bool:
    return same_name(left, right) or same_place(left, right)


def agree(a: Argument, b: Argument) -> bool:
    """Whether both phrases surely mean one: one name, or one common noun."""
    if a.name and b.name:
        return one_name(a.name, b.name)
    if a.name or b.name:
        named, other = (a, b) if a.name else (b, a)
        return other.head in words_of(named.name)[-1:]  # "the court" of the Harrow Court
    return a.head == b.head and a.head not in _PRONOUNS


def agreeing(e: Told, f: Told, role: str) -> bool:
    return any(agree(a, b) for a in e.filled(role) for b in f.filled(role))


def weight(e: Told, f: Told, without: Sequence[str]) -> int:
    """How much of the rest of two events agrees: two for a name, one for a noun and for a figure in it."""
    found = 0
    for role in e.roles():
        best = 0
        for a in e.filled(role) if role not in without else ():
            for b in f.filled(role):
                if agree(a, b):
                    best = max(best, 2 if a.name and b.name else 1 + _one_figure(e.words(a), f.words(b)))
        found += best
    return found


def _one_figure(left: str, right: str) -> bool:
    return bool(set(_DIGITS.findall(left)) & set(_DIGITS.findall(right)))


# ---------------------------------------------------------------------------- kinds and ties


def kind_of(claim: Claim, argument: Argument) -> NameKind:
    """What the argument's name names, as its article has it."""
    for fact in claim.context:
        inside = isinstance(fact.value, Name) and argument.span.contains(fact.span)
        if inside and isinstance(fact.value, Name) and fact.value.full == argument.name:
            return fact.value.kind
    kinds = [
        f.value.kind for f in claim.context if isinstance(f.value, Name) and f.value.full == argument.name
    ]
    return kinds[0] if kinds else NameKind.OTHER


def known(claim: Claim, full: str) -> bool:
    """Whether the claim's article names this one anywhere."""
    return any(isinstance(f.value, Name) and one_name(f.value.full, full) for f in claim.context)


def tied(claim: Claim, one: str, other: str) -> bool:
    """Whether the article puts one name right behind the other: a town and its state, a body and its head."""
    names: list[AnyFact] = [f for f in claim.context if isinstance(f.value, Name)]
    for at, first in enumerate(names[:-1]):
        second = names[at + 1]
        if second.span.start - first.span.end > max(map(len, _CONTAINS)):
            continue
        pair = first.value.label, second.value.label
        if (one_name(pair[0], one) and one_name(pair[1], other)) or (
            one_name(pair[0], other) and one_name(pair[1], one)
        ):
            return True
    return False
