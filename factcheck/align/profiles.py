"""A claim in, what aligning reads of it out: its content words and its distinguishing features."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.align.words import stems
from factcheck.records import Claim, Kind, Name

_FEATURES = frozenset({Kind.NAME, Kind.PLACE, Kind.NUMBER, Kind.TIME, Kind.TITLE})


@dataclass(frozen=True, slots=True)
class Profile:
    """``features`` are normalised names, numbers and dates, so that "12 June" meets "last Thursday"."""

    claim: Claim
    words: frozenset[str]
    features: frozenset[str]


def profile(claim: Claim) -> Profile:
    features: set[str] = set()
    for fact in claim.facts:
        if isinstance(fact.value, Name):
            # the surname or head word: outlets shorten names differently
            features.add(f"name:{fact.value.full.split()[-1].lower()}" if fact.value.full else "")
        elif fact.kind in _FEATURES:
            features.add(f"{fact.kind}:{fact.value.label}")
    features.discard("")
    return Profile(claim, frozenset(stems(claim.text)), frozenset(features))
