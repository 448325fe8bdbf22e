"""Parses of one article's texts in, the same parses with names that agree with each other out.

A model reads each sentence alone, so it may call "Okafor" a place two sentences after "Amara Okafor" was a
person, or miss it. Over a whole article a name stands for one thing: the same words take the label that they
have most often, a surname is the person's, an abbreviation in brackets is what stands before it, and a name
that was found in one place is found in the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from factcheck.records import Entity, Parse

MAX_WORDS = 8  # of a name that is looked for elsewhere
LABELS = frozenset({"PERSON", "PER", "ORG", "LOC", "GPE"})  # dates and the like keep what the model said
CURRENCIES = frozenset({("$",), ("€",), ("£",), ("¥",)})
NAMEABLE = frozenset({"PROPN", "NOUN", "ADJ", "X"})  # an unknown name is often taken for one of these
MAX_GIVEN = 6  # letters of the second half of a given name, in small letters after its hyphen
PERSONS = frozenset({"PERSON", "PER"})
PLACES = frozenset({"LOC", "GPE"})

Words = tuple[str, ...]
Names = Mapping[int, tuple[int, str]]  # a name's first token: the one after its last, its label


@dataclass(frozen=True)
class Reading:
    """One text with its parse; names are runs of its tokens."""

    text: str
    parse: Parse

    @cached_property
    def words(self) -> Words:
        return tuple(self.text[token.start : token.end] for token in self.parse.tokens)

    @cached_property
    def names(self) -> Names:
        """The names that begin and end with a token, as a model's names do.

        Hyphenated words are whole, a person's titles stay outside, and "US" in "US$ 5" is no name.
        """
        first = {token.start: i for i, token in enumerate(self.parse.tokens)}
        after = {token.end: i + 1 for i, token in enumerate(self.parse.tokens)}
        found: dict[int, tuple[int, str]] = {}
        last = 0
        for name in self.parse.entities:
            start, end = first.get(name.start, -1), after.get(name.end, -1)
            if start < last or end < 0 or (name.label in LABELS and self.words[end : end + 1] in CURRENCIES):
                continue
            if name.label in PERSONS:
                start = next((i for i in range(start, end) if not is_title(self.words[i])), start)
            if name.label in LABELS - PLACES:
                end = whole(self.words, self.spaced, end, name.label)
            found[start], last = (end, name.label), end
        return found

    @cached_property
    def spaced(self) -> tuple[bool, ...]:
        """For each token whether something stands between it and the next one."""
        return (*(one.end < other.start for one, other in pairwise(self.parse.tokens)), True)

    def nameable(self, at: int) -> bool:
        """Whether the word may be one of a name: "So" may be called that, and mostly is an adverb."""
        return self.words[at][:1].isupper() and self.parse.tokens[at].upos in NAMEABLE


@cache
def titles() -> frozenset[str]:
    """What stands before a person's name, in lower case and without a full stop."""
    listed = files("factcheck.models") / "data" / "person_titles.txt"
    return frozenset(listed.read_text(encoding="utf-8").split())


def is_title(word: str) -> bool:
    return word.lower().rstrip(".") in titles()


def whole(words: Sequence[str], spaced: Sequence[bool], end: int, label: str) -> int:
    """Where the name that was found to end before ``end`` does: the rest of a hyphenated word is in it.

    "Park Seo" in "Park Seo-yun" and "Adjei" in "Adjei-Brown", but not "Adjei" in "Adjei-appointed".
    Places are not asked about: "Oslo-Bergen" is two.
    """
    while end + 1 < len(words) and words[end] == "-" and not spaced[end - 1] and not spaced[end]:
        rest = words[end + 1]
        given = label in PERSONS and rest.isalpha() and len(rest) < MAX_GIVEN and not rest.endswith("ed")
        if not (rest[:1].isupper() or given):
            break
        end += 2
    return end


def agreed(texts: Sequence[str], parses: Sequence[Parse]) -> tuple[Parse, ...]:
    """The parses, in their order, names changed where the article's other names say so."""
    readings = [Reading(text, parse) for text, parse in zip(texts, parses, strict=True)]
    known = labels(readings)
    return tuple(replace(each.parse, entities=tuple(names(each, known))) for each in readings)


def labels(readings: Sequence[Reading]) -> dict[Words, str]:
    """What each name, as its words, is called in this article."""
    votes: dict[Words, Counter[str]] = {}
    for reading in readings:
        for start, (end, label) in reading.names.items():
            if label in LABELS:
                votes.setdefault(reading.words[start:end], Counter())[label] += 1
    known = {words: count.most_common(1)[0][0] for words, count in votes.items()}  # ties: what came first
    known |= dict(surnames(known, votes))
    known |= dict(abbreviations(readings, known))
    return known


def surnames(known: Mapping[Words, str], votes: Mapping[Words, Counter[str]]) -> Iterator[tuple[Words, str]]:
    """The last word of every person's full name, unless it stands alone more often as something else."""
    for words, label in known.items():
        last = words[-1:]
        if label not in PERSONS or len(words) < 2 or not last[0][:1].isupper() or len(last[0]) < 2:
            continue
        alone = votes.get(last, Counter())
        others = max((count for kind, count in alone.items() if kind != label), default=0)
        if others <= max(votes[words][label], alone[label]):
            yield last, label


def abbreviations(readings: Sequence[Reading], known: Mapping[Words, str]) -> Iterator[tuple[Words, str]]:
    """Each "(ABC)" that gives the initials of the organisation or place before it."""
    for reading in readings:
        for start, (end, _) in reading.names.items():
            words, after = reading.words[start:end], reading.words[end : end + 3]
            label = known.get(words, "")
            if not label or label in PERSONS or len(after) < 3 or (after[0], after[2]) != ("(", ")"):
                continue
            if abbreviates(after[1], words):
                yield after[1:2], label


def abbreviates(short: str, words: Words) -> bool:
    """Whether the capitals of ``short`` begin the words, in order, the first word with them; one may not."""
    capitals = [letter for letter in short if letter.isupper()]
    if len(capitals) < 2 or len(words) < 2 or capitals[0] != words[0][0].upper():
        return False
    initials = iter([word[0].upper() for word in words])
    return sum(letter in initials for letter in capitals) >= max(2, len(capitals) - 1)


def names(reading: Reading, known: Mapping[Words, str]) -> Iterator[Entity]:
    """The names of one text, in order: those found, with the article's label, and known ones it missed."""
    tokens, at = reading.parse.tokens, 0
    while at < len(tokens):
        end, label = reading.names.get(at) or (missed(reading, at, known), "")
        if end:
            if not label or label in LABELS:
                label = known[reading.words[at:end]]
            yield Entity(tokens[at].start, tokens[end - 1].end, label)
        at = max(end, at + 1)


def missed(reading: Reading, at: int, known: Mapping[Words, str]) -> int:
    """Where the longest known name ends that begins at this token, 0 where none does.

    A part of a longer run of capitalised nouns is no name: "Oslo" in "Oslo Accords".
    """
    if not reading.nameable(at) or (at and reading.nameable(at - 1)):
        return 0
    for end in range(min(len(reading.words), at + MAX_WORDS), at, -1):
        free = not any(i in reading.names for i in range(at, end))
        if free and reading.words[at:end] in known:
            return 0 if end < len(reading.words) and reading.nameable(end) else end
    return 0
