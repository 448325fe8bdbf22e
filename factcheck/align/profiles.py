"""A claim in, what aligning reads of it out: its content words, distinguishing features and slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factcheck.align.acts import listed, listed_acts
from factcheck.align.frames import act_of, actors, parties_of, telling
from factcheck.align.occasions import Use, occasion
from factcheck.align.words import stems
from factcheck.records import AnyFact, Claim, Event, Kind, Name, Polarity, Quantity, TimeValue, TimexType

_FEATURES = frozenset({Kind.NAME, Kind.PLACE, Kind.NUMBER, Kind.TIME, Kind.TITLE})

_ANYWHERE = frozenset({"ordinal", "score", "age", "%", "pp"})  # a story holds many of these for each act

# of one contest, or of one bid
_ONE_OUTCOME = {"beat": "win", "draw": "win", "accept": "win", "support": "win"}


@dataclass(frozen=True, slots=True)
class Profile:
    """``features`` are normalised names, numbers and dates, so that "12 June" meets "last Thursday";
    ``slots`` say what a figure counts or a time dates, whatever its value ("how many: job, cut"), and what is
    done with whom ("deed: orlen, tavik, sue"). ``outcomes`` are what came out, whichever way ("rise" of "lost
    ground"), and ``parties`` the stems of who or what takes part."""

    claim: Claim
    words: frozenset[str]
    features: frozenset[str]
    slots: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


def profile(claim: Claim) -> Profile:
    features: set[str] = set()
    for fact in claim.facts:
        if isinstance(fact.value, Name):
            # the surname or head word: outlets shorten names differently
            features.add(f"name:{fact.value.full.split()[-1].lower()}" if fact.value.full else "")
        elif fact.kind in _FEATURES:
            features.add(f"{fact.kind}:{fact.value.label}")
    features.discard("")
    slots = frozenset(slot for fact in claim.facts for slot in (*_slots(claim, fact), *_deeds(fact)))
    words = frozenset(stems(claim.text))
    return Profile(claim, words, frozenset(features), slots, _outcomes(claim), _parties(claim))


def _outcomes(claim: Claim) -> frozenset[str]:
    told = {fact.value.predicate for fact in claim.facts if isinstance(fact.value, Polarity)}
    return frozenset(_ONE_OUTCOME.get(predicate, predicate) for predicate in told)


def _parties(claim: Claim) -> frozenset[str]:
    """Of the names all words, of the events' arguments the heads."""
    told = [fact.value for fact in claim.facts]
    names = {word for value in told if isinstance(value, Name) for word in stems(value.full)}
    return frozenset(names.union(*(actors(value) for value in told if isinstance(value, Event))))


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


def _deeds(fact: AnyFact) -> Iterator[str]:
    """What is done by whom to whom: "deed: orlen, tavik, sue"."""
    if not isinstance(fact.value, Event):
        return
    act = act_of(fact.value.predicate)
    parties = sorted(set(parties_of(fact.value)))
    if telling(act) and act not in listed("telling_acts.txt") | listed("repeated_acts.txt"):
        yield from (f"deed: {one}, {other}, {act}" for one, other in combinations(parties, 2))


def _counted(act: str, value: Quantity) -> Iterator[str]:
    counted = value.noun if value.unit == "count" else value.unit
    if counted and value.unit not in _ANYWHERE:
        yield f"how many: {counted}, {act}"
