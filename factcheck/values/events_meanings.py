"""An event as it is worded comes in, the event it means comes out: converse and light verbs turned round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from factcheck.records import Argument, Event
from factcheck.values.word_lists import rows_of, words_of

_Roles = Mapping[str, str]


def normalised(event: Event) -> Event:
    """ "Lost to Harrow" is "Harrow beat", "filed a lawsuit against Tavik" is "sued Tavik"."""
    kept = tuple(a for a in event.arguments if a.role[:1].isalpha())
    return _turned(_lightened(_with_recipient(replace(event, arguments=kept))))


def _with_recipient(event: Event) -> Event:
    """The "to" of a verb of giving tells who gets it."""
    if event.predicate not in words_of("event_transfers.txt"):
        return event
    return replace(event, arguments=_renamed(event.arguments, {"to": "recipient"}))


def _lightened(event: Event) -> Event:
    lights = _lights()
    for at, argument in enumerate(event.arguments):
        found = lights.get((event.predicate, argument.head)) if argument.role == "patient" else None
        if found is not None:
            rest = (*event.arguments[:at], *event.arguments[at + 1 :])
            return replace(event, predicate=found[0], arguments=_renamed(rest, found[1]))
    return event


def _turned(event: Event) -> Event:
    roles = {argument.role for argument in event.arguments if argument.name or argument.head}
    for preposition in (*sorted(roles), ""):
        found = _converses().get((event.predicate, preposition))
        if found is not None:
            predicate, turn = found
            return replace(event, predicate=predicate, arguments=_renamed(event.arguments, turn))
    return event


def _renamed(arguments: Iterable[Argument], roles: _Roles) -> tuple[Argument, ...]:
    return tuple(replace(found, role=roles.get(found.role, found.role)) for found in arguments)


@cache
def _converses() -> dict[tuple[str, str], tuple[str, _Roles]]:
    return {
        (row["verb"], row["with"]): (row["predicate"], _roles(row["roles"]))
        for row in rows_of("event_converses.csv")
    }


@cache
def _lights() -> dict[tuple[str, str], tuple[str, _Roles]]:
    return {
        (row["verb"], row["noun"]): (row["predicate"], _roles(row["roles"]))
        for row in rows_of("event_light_verbs.csv")
    }


def _roles(told: str) -> _Roles:
    return dict(turn.split(">") for turn in told.split())
