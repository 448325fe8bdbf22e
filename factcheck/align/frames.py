"""A claim and a fact of it in, the event that holds the fact out: its act, the fact's role, who takes part.

The events are those of the claim's own facts. Where no argument of one holds the fact, no frame is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.align.acts import act_at, lemma
from factcheck.align.words import stems
from factcheck.records import AnyFact, Argument, Claim, Event, Span

_ACTORS = ("agent", "patient", "recipient")
_EMPTY = frozenset(
    lemma(verb)
    for verb in (
        *("be", "bring", "come", "do", "get", "give", "go"),
        *("have", "make", "post", "put", "see", "take"),
    )
)
_VAGUE = frozenset(
    ["he", "i", "it", "its", "one", "she", "that", "they", "this", "we", "which", "who", "you"]
)
_OPPOSITE = frozenset({"win", "lose"})  # one act told from both sides, but its objects are two things


@dataclass(frozen=True, slots=True)
class Frame:
    """``act`` is a listed act or the predicate's lemma; ``actors`` are the stems of who and what take part
    beside the fact; ``agent`` the full name of a named agent, lower-case words, else empty."""

    act: str
    predicate: str
    role: str
    actors: frozenset[str]
    agent: frozenset[str]
    negated: bool


def frame(claim: Claim, fact: AnyFact) -> Frame | None:
    """The frame of the event whose argument holds the fact most closely; None where none does."""
    held = [
        (argument.span.end - argument.span.start, event.span.start, event.value, argument)
        for event in claim.facts
        if isinstance(event.value, Event)
        for argument in event.value.arguments
        if argument.span.contains(fact.span)
    ]
    if not held:
        return None
    _, _, event, argument = min(held, key=lambda row: row[:2])
    return Frame(
        act_of(event.predicate),
        event.predicate,
        argument.role,
        actors(event, fact.span),
        _named_agent(event, fact.span),
        event.negated,
    )


def act_of(predicate: str) -> str:
    """The listed act that the predicate names, else its lemma without an ending."""
    words = predicate.split()
    if not words:
        return ""
    return act_at(words, 0) or lemma(words[0]) + "".join(f" {word}" for word in words[1:])


def telling(act: str) -> bool:
    """Whether the act says by itself what happened: "close" does, "have" does not."""
    return bool(act) and act not in _EMPTY


def opposite(one: Frame, other: Frame) -> bool:
    """Whether one tells what was won and the other what was lost."""
    return {one.predicate, other.predicate} == _OPPOSITE


def actors(event: Event, without: Span | None = None) -> frozenset[str]:
    """The stems of who takes part, names in full, pronouns left out."""
    return frozenset(
        found
        for argument in event.arguments
        if argument.role in _ACTORS and not (without and argument.span.contains(without))
        for found in _stems(argument)
    )


def parties_of(event: Event) -> Iterator[str]:
    """One stem for each of those who take part: of the last word of a name, or of the head."""
    for argument in event.arguments:
        found = tuple(_stems(argument)) if argument.role in _ACTORS else ()
        yield from found[-1:]


def _stems(argument: Argument) -> Iterator[str]:
    if argument.name:
        yield from stems(argument.name)
    elif argument.head not in _VAGUE:
        yield from stems(argument.head)


def _named_agent(event: Event, without: Span) -> frozenset[str]:
    """The words of the agents' names, where they are named and do not hold the fact."""
    found: Iterable[str] = (
        word
        for argument in event.arguments
        if argument.role == "agent" and argument.name and not argument.span.contains(without)
        for word in argument.name.lower().split()
    )
    return frozenset(found)
