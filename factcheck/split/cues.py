"""A word comes in, what it may do as a cue of attribution comes out: which verb, with which complements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.split import word_lists

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb of saying. ``frames`` are the letters explained in cue_verbs.csv."""

    verb: str
    frames: str
    finite: bool
    participle: bool
    past: bool


@cache
def cue_forms() -> dict[str, Cue]:
    """Every inflected form, lower case, with what it may do."""
    forms: dict[str, Cue] = {}
    for verb, past, frames in word_lists.rows("cue_verbs"):
        plain, third, participle, past_form = inflected(verb, past)
        forms[plain] = Cue(verb, frames, True, False, past_form == verb)
        forms[third] = Cue(verb, frames, True, False, False)
        forms[participle] = Cue(verb, frames, False, True, False)
        forms[past_form] = Cue(verb, frames, True, False, True)
    return forms


def inflected(verb: str, past: str = "") -> tuple[str, str, str, str]:
    """The verb, its third person, its participle in -ing and its past; ``past`` where it is not regular."""
    stem = past[:-2] if past.endswith("ed") and past != verb else _stem(verb)
    return verb, _third_person(verb), _ing(verb, stem, past), past or stem + "ed"


def _stem(verb: str) -> str:
    if verb.endswith("e"):
        return verb[:-1]
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "i"
    return verb


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _ing(verb: str, stem: str, past: str) -> str:
    if verb.endswith(("ee", "y")):
        return verb + "ing"
    return (stem if past.endswith("ed") else verb.removesuffix("e")) + "ing"
