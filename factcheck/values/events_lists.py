"""A sentence's frames come in; the events that one verb tells of two subjects in turn, and the pairs of a
list without a verb, come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.records import Argument, Event, Span
from factcheck.values.events_frames import Frames

PAIR = "pair"  # the predicate of a list of pairs: "heat for wheat, ozone for maize"
_SUBJECT_ROLES = ("agent", "patient")
_LOOSE = frozenset({"of", "by", "than"})
_JOINING = frozenset({"ADJ", "ADV", "CCONJ", "DET", "PUNCT"})
_MAX_BETWEEN = 5


@dataclass(frozen=True, slots=True)
class _Row:
    """One member of a list with the preposition and the head of its phrase, as tokens."""

    item: int
    role: str
    head: int


def gapped(frames: Frames, span: Span, event: Event) -> Iterator[tuple[Span, Event]]:
    """The event; and where a second subject with a phrase of its own follows, both, each with its own.

    "The drill was shown at the fair and the saw at the museum": the parse joins the saw to the fair.
    """
    split = _second(frames, event)
    if split is None:
        yield span, event
        return
    subject, own, second, place = split
    rest = tuple(
        a for a in event.arguments if a.span not in (second.span, place.span) and a not in (subject, own)
    )
    yield span, replace(event, arguments=(*rest, subject, own))
    others = tuple(a for a in rest if a.span.end <= own.span.start)
    moved = replace(second, role=subject.role), replace(place, role=own.role)
    yield second.span, replace(event, arguments=(*others, *moved))


def _second(frames: Frames, event: Event) -> tuple[Argument, Argument, Argument, Argument] | None:
    """The first subject and its phrase, the second subject and its phrase."""
    subject = next((a for role in _SUBJECT_ROLES for a in event.arguments if a.role == role), None)
    if subject is None:
        return None
    for second in event.arguments:
        if second.role in _SUBJECT_ROLES or second.span.start < subject.span.end:
            continue
        before = [a for a in event.arguments if a.role == second.role and a.span.end < second.span.start]
        place = _own_phrase(frames, second) if before else None
        if place is not None and _of_one_kind(frames, subject, second):
            return subject, before[-1], second, place
    return None


def _of_one_kind(frames: Frames, subject: Argument, second: Argument) -> bool:
    """Whether both are names or neither is; the capital that opens a sentence says nothing."""
    first = subject.span.start == frames.tokens[0].start
    capital = [frames.text[a.span.start].isupper() for a in (subject, second)]
    return first or bool(subject.name or capital[0]) == bool(second.name or capital[1])


def _own_phrase(frames: Frames, second: Argument) -> Argument | None:
    """The phrase with the same preposition that begins right after a second subject, which has none."""
    tokens, tree = frames.tokens, frames.tree
    inside = tree.within(second.span)
    if not inside or any(tokens[c].relation == "case" for c in tree.children[tree.top(inside) or inside[0]]):
        return None
    following = max(inside) + 1
    if following >= len(tokens) or tokens[following].lemma.lower() != second.role:
        return None
    head = tokens[following].head
    return frames.argument(second.role, head) if head > following else None


def paired(frames: Frames) -> Iterator[tuple[Span, Event]]:
    """Each member of a list where every one has a phrase of its own with one preposition."""
    rows: list[_Row] = []
    for case, token in enumerate(frames.tokens):
        item = frames.noun_before(case) if token.dep == "case" and token.head > case else None
        whole = frames.phrase(case) if item is not None else None
        if item is None or whole is None or whole[0] in _LOOSE:
            continue
        if rows and not (rows[-1].role == whole[0] and _follows(frames, rows[-1].head, item)):
            yield from _pairs(frames, rows)
            rows = []
        rows.append(_Row(item, *whole))
    yield from _pairs(frames, rows)


def listed(frames: Frames) -> Iterator[tuple[Span, Event]]:
    """A noun with the names of all its members: "the governments of Norway and Sweden"."""
    for i, token in enumerate(frames.tokens):
        for role, head in frames.phrases_of(i) if token.upos == "NOUN" else ():
            members = [a for a in frames.arguments(role, head) if a.name and a.role == role]
            if len(members) > 1:
                yield token.span, Event(PAIR, (frames.argument("item", i), *members))


def _follows(frames: Frames, end: int, item: int) -> bool:
    """Whether only commas, "and" and an article stand between a phrase and the next item."""
    between = frames.tokens[end + 1 : item]
    return 0 < len(between) <= _MAX_BETWEEN and all(token.upos in _JOINING for token in between)


def _pairs(frames: Frames, rows: Sequence[_Row]) -> Iterator[tuple[Span, Event]]:
    alone = [row for row in rows if row.role == "from" and frames.is_named(row.item)]
    for row in rows if len(rows) > 1 else alone:
        told = frames.argument("item", row.item), frames.argument(row.role, row.head)
        yield frames.tokens[row.item].span, Event(PAIR, told)
