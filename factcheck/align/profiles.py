"""A claim in, what aligning reads of it out: its content words, distinguishing features and slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.align.acts import listed, listed_acts
from factcheck.align.occasions import Use, occasion
from factcheck.align.words import stems
from factcheck.records import AnyFact, Claim, Kind, Name, Quantity, TimeValue, TimexType

_FEATURES = frozenset({Kind.NAME, Kind.PLACE, Kind.NUMBER, Kind.TIME, Kind.TITLE})

_ANYWHERE = frozenset({"ordinal", "score", "age", "%", "pp"})  # a story holds many of these for each act


@dataclass(frozen=True, slots=True)
class Profile:
    """``features`` are normalised names, numbers and dates, so that "12 June" meets "last Thursday";
    ``slots`` say what a figure counts or a time dates, whatever its value: "how many: job, cut"."""

    claim: Claim
    words: frozenset[str]
    features: frozenset[str]
    slots: frozenset[str] = frozenset()


def profile(claim: Claim) -> Profile:
    features: set[str] = set()
    for fact in claim.facts:
        if isinstance(fact.value, Name):
            # the surname or head word: outlets shorten names differently
            features.add(f"name:{fact.value.full.split()[-1].lower()}" if fact.value.full else "")
        elif fact.kind in _FEATURES:
            features.add(f"{fact.kind}:{fact.value.label}")
    features.discard("")
    slots = frozenset(slot for fact in claim.facts for slot in _slots(claim, fact))
    return Profile(claim, frozenset(stems(claim.text)), frozenset(features), slots)


def _slots(claim: Claim, fact: AnyFact) -> Iterator[str]:
    """What the figure counts with its act, or the act that the time dates with each word about it."""
    if not isinstance(fact.value, (Quantity, TimeValue)) or not claim.sentence.contains(fact.span):
        return
    offset = claim.sentence.start
    told = occasion(claim.sentence_text, fact.span.start - offset, fact.span.end - offset)
    for act in (
        sorted(told.acts & listed_acts() - listed("telling_acts.txt")) if told.use is Use.EVENT else ()
    ):
        if isinstance(fact.value, Quantity):
            yield from _counted(act, fact.value)
        elif fact.value.type is not TimexType.DURATION and act not in listed("repeated_acts.txt"):
            yield from (f"when: {word}, {act}" for word in sorted(told.about))


def _counted(act: str, value: Quantity) -> Iterator[str]:
    counted = value.noun if value.unit == "count" else value.unit
    if counted and value.unit not in _ANYWHERE:
        yield f"how many: {counted}, {act}"
