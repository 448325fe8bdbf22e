"""A claim in, its facts with the words around them out: what two facts are paired by.

A word counts the less the further it stands from the fact, and the less still beyond a comma or an "and".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.align.words import stem, stems
from factcheck.records import AnyFact, Claim, Kind

REACH = 6  # content words looked at on either side of a fact
FADE = 0.7  # what each word further away counts, of the one before it
ACROSS = 0.4  # what a word beyond a comma, a dash or an "and" counts

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*|[,;:()–—]")
_BREAKS = frozenset([*",;:()–—", "and", "but", "while", "whereas"])


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact with the words around it: stems with their weights, and its direct neighbours, as stems and as
    they are written, in lower case."""

    fact: AnyFact
    before: Mapping[str, float]
    after: Mapping[str, float]
    previous: str
    following: str
    word_before: str = ""
    next_word: str = ""


def slots_of(claim: Claim, kind: Kind, words: Sequence[tuple[str, int, int]]) -> list[Slot]:
    """The claim's facts of one kind in order, each once, with the words around them."""
    facts = sorted({fact.span: fact for fact in claim.facts if fact.kind is kind}.items())
    return [slot_of(fact, words) for _, fact in facts]


def words_of(text: str, offset: int) -> list[tuple[str, int, int]]:
    return [(m[0].lower(), offset + m.start(), offset + m.end()) for m in _WORD.finditer(text)]


def slot_of(fact: AnyFact, words: Sequence[tuple[str, int, int]]) -> Slot:
    before = [word for word, _, end in words if end <= fact.span.start]
    after = [word for word, start, _ in words if start >= fact.span.end]
    return Slot(
        fact,
        _weighed(before[::-1]),
        _weighed(after),
        _neighbour(before[::-1]),
        _neighbour(after),
        before[-1] if before else "",
        after[0] if after else "",
    )


def _neighbour(words: Sequence[str]) -> str:
    """The stem of the nearest word or sign; a sign for the end of the sentence."""
    return stem(words[0]) if words else "."


def _weighed(words: Sequence[str]) -> dict[str, float]:
    """Stems of the nearest content words; the further, and beyond a comma, the lighter."""
    weights: dict[str, float] = {}
    weight = 1.0
    for word in words:
        if word in _BREAKS:
            weight *= ACROSS
        elif not word[0].isdecimal() and (content := stems(word)):
            weights.setdefault(content[0], weight)
            weight *= FADE
        if len(weights) == REACH:
            break
    return weights


def context(a: Slot, b: Slot) -> float:
    """How far the words around two facts agree, 0 to 1; the side they stand on does not matter."""
    left, right = _both_sides(a), _both_sides(b)
    smaller = min(sum(left.values()), sum(right.values()))
    shared = sum(min(left[word], right[word]) for word in sorted(left.keys() & right.keys()))
    if not smaller:
        return 0.0
    whole = (sum(left.values()) + sum(right.values())) / 2
    return shared / ((smaller + whole) / 2)


def _both_sides(slot: Slot) -> dict[str, float]:
    words = dict(slot.before)
    for word, weight in slot.after.items():
        words[word] = max(weight, words.get(word, 0.0))
    return words


def same_neighbours(a: Slot, b: Slot) -> int:
    return (a.previous == b.previous) + (a.following == b.following)
