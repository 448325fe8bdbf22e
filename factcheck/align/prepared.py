"""A claim in, what pairing reads of it out, read once: a claim meets many others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.align.slot_rules import RULES, name_words
from factcheck.align.surroundings import Slot, slots_of, words_of
from factcheck.align.words import stems
from factcheck.records import Claim, Kind, Name, NameKind, Published

VALUES = frozenset({Kind.NUMBER, Kind.TIME})

_UNDATED = Published()


@dataclass(frozen=True, slots=True)
class Prepared:
    claim: Claim
    slots: Mapping[Kind, Sequence[Slot]]
    persons: Sequence[frozenset[str]]
    content: frozenset[str]  # stems outside of times and figures
    published: Published


def prepared(claim: Claim, published: Published = _UNDATED) -> Prepared:
    words = words_of(claim.sentence_text, claim.sentence.start)
    slots = {kind: slots_of(claim, kind, words) for kind in RULES}
    taken = {found for fact in claim.facts if fact.kind in VALUES for found in stems(fact.text)}
    content = frozenset(stems(claim.text)) - taken
    return Prepared(claim, slots, persons_of(claim), content, published)


def persons_of(claim: Claim) -> list[frozenset[str]]:
    """The words of each person's name; two words of no known kind are taken for a person."""
    named = [fact.value for fact in claim.facts if isinstance(fact.value, Name) and fact.kind is Kind.NAME]
    return [
        frozenset(name_words(name.full))
        for name in named
        if name.kind is NameKind.PERSON or (name.kind is NameKind.OTHER and len(name_words(name.full)) > 1)
    ]
