"""Contraries: two outlets, or a headline and its body, give one thing contrary ends: for good or on trial.

Reads the words of two sentences on one matter or one topic and a table of phrases that exclude each other by
classes: lasting, unanimous, record, lead, majority, ground, deal, terms, and the like.

Ladder: ``contrary`` (each sentence has a phrase of one class, with the other end of it), ``prefix`` ("fit"
and "unfit" of one thing), ``denied there`` (one denies the verb that the other states, most of their other
words being the same).

Contradicts: "The street is closed to cars for good." / "The street is closed to cars for a trial period."
Does not: "The north road closed for good." / "The bridge has a temporary surface.": two things.

It cannot see: contrary ends that no table lists. It says nothing where a sentence has both ends, denies its
own, where one is a wish, a plan or a possibility and the other is not, or where they share too few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.compare.clauses import (
    Word,
    content,
    different_speakers,
    different_times,
    full_names,
    kin,
    published_apart,
    stem,
    words_in,
)
from factcheck.compare.word_lists import lines_of
from factcheck.records import Alignment, BlockKind, Claim, Event, Judgement, Kind, Matter, Relation, Span

name = "contraries"
kind = Kind.POLARITY
matters = frozenset({Matter.CLAIM, Matter.TOPIC})
ladder = ("contrary", "prefix", "denied there")

# a later report may tell that these have changed
_CHANGING = frozenset({"ahead", "ban", "case", "custody", "deal", "lead", "suspicion"})
_GAP = "~"  # in a phrase: up to three words of any kind
_MAX_GAP = 3
_BEFORE = 3  # words before a phrase in which a denial is looked for
_DENIALS = frozenset({"cannot", "fail", "failed", "never", "no", "nor", "not", "nothing", "without"})
_OPEN = frozenset(
    {
        "could",
        "demand",
        "demanded",
        "hopes",
        "if",
        "may",
        "might",
        "propose",
        "proposed",
        "seek",
        "should",
        "unless",
        "urged",
        "want",
        "wanted",
        "wants",
        "whether",
        "would",
    }
)
_PREFIXES = ("dis", "il", "im", "in", "ir", "non", "un")
_MIN_QUALITY = 3
_NOT = frozenset({"never", "not"})
_PARTLY = frozenset(
    {"because", "before", "but", "only", "since", "so", "than", "until", "yet"}
)  # not that, but something near
_CONTRACTED = frozenset(
    {"aren't", "didn't", "doesn't", "hadn't", "hasn't", "haven't", "isn't", "wasn't", "weren't", "won't"}
)
_AUXILIARIES = frozenset(
    {"are", "been", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will", "would"}
)
_MIN_SHARED = {Matter.CLAIM: 1, Matter.TOPIC: 2}
_MIN_SHARED_DENIED = 3
_MIN_PART = 0.4
_DENIED = "denied"
_MIN_PARTS = {
    _DENIED: 0.6,
    "denial": 0.6,
    "finding": 0.6,
    "record": 0.6,
}  # where the phrase may be about any of many things
_ATTRIBUTES = frozenset({"genuine", "lasting", "terms"})  # "a temporary bridge" is another than the old one


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase of the table in a sentence, at the words first to end."""

    of: str
    pole: str
    first: int
    end: int


_Pair = tuple[str, _Found, _Found]  # with the rung


@cache
def _phrases() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = (row.split(",") for row in lines_of("outcome_contraries.csv")[1:])
    return tuple((of, pole, tuple(map(_key, phrase.split()))) for of, pole, phrase in rows)


@cache
def _rows_by_first() -> dict[str, list[int]]:
    """The places of the phrases in the table that begin with a stem."""
    rows: dict[str, list[int]] = {}
    for row, (_, _, phrase) in enumerate(_phrases()):
        rows.setdefault(phrase[0], []).append(row)
    return rows


def _key(word: str) -> str:
    return word if word == _GAP else stem(word)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement: the first class of which the two sentences have contrary ends."""
    left, right = alignment.left, alignment.right
    if (left.sentence == right.sentence and left.uri == right.uri) or different_times(left, right):
        return ()
    if alignment.within_one_article and BlockKind.HEADLINE not in {left.block, right.block}:
        return ()
    ours, theirs = _words(left), _words(right)
    if different_speakers(left, right, ours, theirs):
        return ()
    found = (*_contrary(ours, theirs), *_prefixed(alignment, ours, theirs), *_denied(ours, theirs))
    for level, a, b in found:
        alike = _is_open(left, ours, a) == _is_open(right, theirs, b)
        if alike and _one_thing(alignment, ours, theirs, a, b):
            later = a.of in _CHANGING and published_apart(alignment)
            relation = Relation.UPDATE if later else Relation.CONTRADICTION
            return (_judgement(level, relation, ours, theirs, a, b),)
    return ()


def _words(claim: Claim) -> tuple[Word, ...]:
    return words_in(claim.sentence_text, claim.sentence.start)


def _is_open(claim: Claim, line: Sequence[Word], found: _Found) -> bool:
    """Whether the sentence, the phrase aside, tells a wish, a condition or a possibility."""
    beside = {word.lower for word in (*line[: found.first], *line[found.end :])}
    return claim.sentence_text.rstrip(" ”\"'’").endswith("?") or bool(_OPEN & beside)


def _contrary(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Pair]:
    left, right = tuple(_found(ours)), tuple(_found(theirs))
    poles = {(found.of, found.pole) for found in left}, {(found.of, found.pole) for found in right}
    for a in left:
        for b in right:
            both = (b.of, b.pole) in poles[0] or (a.of, a.pole) in poles[1]
            if a.of == b.of and a.pole != b.pole and not both:
                yield "contrary", a, b


def _prefixed(alignment: Alignment, ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Pair]:
    """ "Is effective" / "is ineffective", said of one subject."""
    for left, mine in _qualities(alignment.left, ours):
        for right, yours in _qualities(alignment.right, theirs):
            shorter, longer = sorted((mine.predicate, yours.predicate), key=len)
            apart = longer in {f"{prefix}{shorter}" for prefix in _PREFIXES} and len(shorter) >= _MIN_QUALITY
            if apart and not (mine.negated or yours.negated) and _agents(mine) & _agents(yours):
                yield "prefix", left, right


def _qualities(claim: Claim, line: Sequence[Word]) -> Iterator[tuple[_Found, Event]]:
    for fact in claim.facts:
        at = next((i for i, word in enumerate(line) if word.span == fact.span), None)
        if isinstance(fact.value, Event) and at is not None and not _is_denied(line, at):
            yield _Found("prefix", fact.value.predicate, at, at + 1), fact.value


def _agents(event: Event) -> frozenset[str]:
    return frozenset(found.label for found in event.arguments if found.role in {"agent", "patient"})


def _denied(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Pair]:
    """ "Was not banned" / "was banned", wherever in the two sentences."""
    for a in _denials(ours):
        for b in _stated(theirs, ours[a.end - 1].stem, a):
            yield "denied there", a, b
    for b in _denials(theirs):
        for a in _stated(ours, theirs[b.end - 1].stem, b):
            yield "denied there", a, b


def _denials(line: Sequence[Word]) -> Iterator[_Found]:
    """Every verb in its past that stands right after "was not", "had not", "were never"."""
    for at, word in enumerate(line[1:-1], 1):
        cue = word.lower in _NOT and line[at - 1].lower in _AUXILIARIES
        verb = line[at + 1]
        if (cue or word.lower in _CONTRACTED) and verb.content:
            others = [other for i, other in enumerate(line) if i != at + 1]
            partly = _PARTLY & {other.lower for other in line[at + 2 :]}
            if all(other.stem != verb.stem for other in others) and not partly:
                yield _Found(_DENIED, "-", at, at + 2)


def _stated(line: Sequence[Word], verb: str, denial: _Found) -> Iterator[_Found]:
    """The verb after "was", "were", "had": stated, and nowhere else in the sentence."""
    places = [i for i, word in enumerate(line) if word.stem == verb]
    alone = len(places) == 1 and places[0] > 0
    stated = alone and (
        line[places[0] - 1].lower in _AUXILIARIES or line[places[0]].lower.endswith(("ed", "es"))
    )
    if stated and not _is_denied(line, places[0]):
        yield _Found(denial.of, "+", places[0], places[0] + 1)


def _found(line: Sequence[Word]) -> Iterator[_Found]:
    """Every phrase of the table; where one holds another ("not unanimous") only the longer one."""
    begun = sorted((row, at) for at, word in enumerate(line) for row in _rows_by_first().get(word.stem, ()))
    found = []
    for row, at in begun:
        of, pole, phrase = _phrases()[row]
        if (end := _end(line, at, phrase)) and not _is_denied(line, at):
            found.append(_Found(_of_verb(of, line, end), pole, at, end))
    for one in found:
        if not any(o.of == one.of and o.first < one.first and one.end <= o.end for o in found):
            yield one


def _of_verb(of: str, line: Sequence[Word], end: int) -> str:
    """The class; of what is allowed or barred also the verb: one may be free to do this, barred from that."""
    if of != "permission":
        return of
    return " ".join((of, *[word.stem for word in line[end : end + _BEFORE] if word.content][:1]))


def _end(line: Sequence[Word], at: int, phrase: tuple[str, ...]) -> int:
    """The word after the phrase that begins at ``at``; 0 where it does not stand there."""
    here, gap = at, 0
    for key in phrase:
        if key == _GAP:
            gap = _MAX_GAP
            continue
        stems = [word.stem for word in line[here : here + gap + 1]]
        if key not in stems:
            return 0
        here, gap = here + stems.index(key) + 1, 0
    return here


def _is_denied(line: Sequence[Word], at: int) -> bool:
    return any(
        word.lower in _DENIALS or word.lower.endswith("n't") for word in line[max(at - _BEFORE, 0) : at]
    )


def _one_thing(
    alignment: Alignment, ours: Sequence[Word], theirs: Sequence[Word], a: _Found, b: _Found
) -> bool:
    """Whether the sentences share names and words enough, the phrases aside."""
    left = content((*ours[: a.first], *ours[a.end :]))
    right = content((*theirs[: b.first], *theirs[b.end :]))
    shared = sum(any(kin(one, other) for other in right) for one in left)
    smaller = min(len(left), len(right))
    names = (
        {n.casefold() for n in full_names(alignment.left)},
        {n.casefold() for n in full_names(alignment.right)},
    )
    if names[0] and names[1] and not names[0] & names[1] and not _named_there(ours, theirs):
        return False
    if a.of == _DENIED and shared < _MIN_SHARED_DENIED:
        return False
    least = max(_MIN_PARTS.get(a.of, _MIN_PART) * smaller, min(_MIN_SHARED[alignment.matter], smaller or 1))
    return shared >= least and not (_is_attribute(ours, a) or _is_attribute(theirs, b))


def _is_attribute(line: Sequence[Word], found: _Found) -> bool:
    """Whether the phrase is an adjective before its noun, which may tell the noun from another."""
    single = found.of in _ATTRIBUTES and found.end == found.first + 1
    following = line[found.end] if found.end < len(line) else None
    adjective = not line[found.first].lower.endswith("ly")
    return single and adjective and following is not None and following.content and not following.opens


def _named_there(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether both sentences have one capitalised word in common."""
    capitals = [{word.stem for word in line if word.capital and word.content} for line in (ours, theirs)]
    return bool(capitals[0] & capitals[1])


def _judgement(
    level: str, relation: Relation, ours: Sequence[Word], theirs: Sequence[Word], a: _Found, b: _Found
) -> Judgement:
    spans = [Span(line[f.first].span.start, line[f.end - 1].span.end) for line, f in ((ours, a), (theirs, b))]
    said = [" ".join(w.text for w in line[f.first : f.end]) for line, f in ((ours, a), (theirs, b))]
    reason = f"One says “{said[0]}”, the other “{said[1]}” of one thing."
    return Judgement(relation, level, reason, 0.7, spans[0], spans[1], said[0].lower(), said[1].lower())
