"""Polarity: one outlet denies what another states, or gives the opposite outcome.

Reads the POLARITY facts of two claims on the same matter (denied predicates, and predicates of the table of
opposites), and for a denied predicate also the plain words of the other claim. Where the sentences were
parsed, the heads of subject and object must not differ, and a predicate in the scope of a doubt or of another
denial counts as doubted.

Ladder: ``denied`` (one claim denies the other's predicate), ``opposite`` (the predicates are antonyms).

Contradicts: "The board approved the merger." / "The board did not approve the merger."
Does not: "The board approved the merger." / "The board would not approve the merger if it met today."

It cannot see: opposites that are in no table, a denial two clauses away from its predicate, irony. It says
nothing where the clauses share too few words, name different people or times, are said by different
sources, or where one is a question, a condition, a plan or a possibility and the other is not. Inside one
article a claim and its rebuttal by another voice are no contradiction."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from factcheck.compare.clauses import (
    Frame,
    Word,
    content,
    different_modifiers,
    different_names,
    different_speakers,
    different_times,
    facts_of,
    frame,
    moods,
    other_voice,
    overlap,
    places,
    same_clause,
    stem,
    words,
)
from factcheck.compare.word_lists import rows_of
from factcheck.records import Alignment, AnyFact, Claim, Judgement, Kind, Matter, Polarity, Relation, Span

name = "polarity"
kind = Kind.POLARITY
matters = frozenset({Matter.CLAIM})
ladder = ("denied", "opposite")

_CONFIDENCE = {"denied": 0.85, "opposite": 0.8}
_UNSURE = frozenset({"possible", "question", "past", "denied"})
_HARDLY = frozenset({"few", "hardly", "rarely", "scarcely", "seldom"})
_EVER = frozenset({"before", "earlier", "ever", "previous", "previously", "since"})
_OTHERS = frozenset({"another", "fourth", "other", "others", "second", "third"})
_WON = frozenset({"beat", "draw", "win"})
_ONLY = frozenset({"exclusively", "only", "solely"})
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_SO_FAR = frozenset({"far", "still", "yet"})
_CUES = frozenset({"no", "none", "not", "n't", "never", "of", "one", "the", "to", "was", "were"})
_ARTICLES = frozenset({"a", "an", "the"})
_COPULAS = frozenset({"are", "be", "became", "been", "being", "is", "remains", "was", "were"})
_DENIALS = frozenset({"cannot", "neither", "never", "no", "nobody", "none", "not", "without"})
_NEAR = 7  # words before a plain predicate in which a denial is looked for: "No one, not even the mayor, is"
_MIN_NOBODY_OVERLAP = 0.67
_MIN_SAME_CONTENT = 0.8  # of two contents of which one is admitted, one denied


@dataclass(frozen=True, slots=True)
class _Side:
    """One claim with its words and the predicates that are read in it."""

    claim: Claim
    words: tuple[Word, ...]
    predicates: tuple[_Predicate, ...]


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A predicate at the words first to end; ``nobody`` says that its subject is "no one", "no passenger"."""

    value: Polarity
    span: Span
    first: int
    end: int
    nobody: bool = False
    noun: bool = False  # a noun after a form of "be": "is not a member"


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement a predicate, in the order of the predicates' names."""
    left, right = _side(alignment.left), _side(alignment.right)
    if different_times(left.claim, right.claim):
        return ()
    if different_speakers(left.claim, right.claim, left.words, right.words):
        return ()
    if alignment.within_one_article and other_voice(left.claim, right.claim):
        return ()
    found = {judgement.left_value: judgement for judgement in _admitted(left, right)}
    for ours, theirs in _opposed(left, right):
        judgement = _judged(alignment, left, right, ours, theirs)
        if judgement is not None:
            found.setdefault(ours.value.predicate, judgement)
    return tuple(found[predicate] for predicate in sorted(found))


def _admitted(left: _Side, right: _Side) -> Iterator[Judgement]:
    """What one source denies on one side and admits on the other, the verb standing before the claims."""
    if overlap(content(left.words), content(right.words)) < _MIN_SAME_CONTENT:
        return
    for ours in _verdicts(left):
        for theirs in _verdicts(right):
            if ours.value.label != theirs.value.label:
                yield _judgement(Relation.CONTRADICTION, "opposite", (ours.text, theirs.text), ours, theirs)


def _verdicts(side: _Side) -> tuple[AnyFact, ...]:
    """The words outside the claim that admit or deny it."""
    return tuple(
        fact
        for fact in facts_of(side.claim, Kind.POLARITY)
        if isinstance(fact.value, Polarity)
        and fact.value.predicate == "admit"
        and places(side.words, fact.span) is None
    )


def _judgement(
    relation: Relation,
    level: str,
    said: tuple[str, str],
    ours: AnyFact | _Predicate,
    theirs: AnyFact | _Predicate,
) -> Judgement:
    return Judgement(
        relation,
        level,
        f"One says “{said[0]}”, the other “{said[1]}”.",
        _CONFIDENCE[level],
        ours.span,
        theirs.span,
        ours.value.label,
        theirs.value.label,
    )


def _side(claim: Claim) -> _Side:
    claim_words = words(claim)
    return _Side(claim, claim_words, tuple(_predicates(claim, claim_words)))


def _predicates(claim: Claim, claim_words: Sequence[Word]) -> Iterator[_Predicate]:
    for fact in facts_of(claim, Kind.POLARITY):
        place = places(claim_words, fact.span)
        if place is not None and isinstance(fact.value, Polarity):
            nobody = _denies_subject(claim_words[place[0] : place[1]])
            noun = bool(_ARTICLES & {word.lower for word in claim_words[place[0] : place[1]]}) and not nobody
            yield _Predicate(fact.value, fact.span, *place, nobody, noun)


def _opposed(left: _Side, right: _Side) -> Iterator[tuple[_Predicate, _Predicate]]:
    """Pairs of predicates of one name, one denied and one not, where neither claim says both."""
    yield from _exclusive(left, right)
    for ours in left.predicates:
        for theirs in (*right.predicates, *_plain(right, ours)):
            if theirs.value.predicate == ours.value.predicate and theirs.value.negated != ours.value.negated:
                yield from _unless_both(left, right, ours, theirs)
    for theirs in right.predicates:
        for ours in _plain(left, theirs):
            yield from _unless_both(left, right, ours, theirs)


def _exclusive(left: _Side, right: _Side) -> Iterator[tuple[_Predicate, _Predicate]]:
    """Pairs of undenied words of the table of exclusive outcomes: "confirmed" and "rejected"."""
    pairs = rows_of("polarity_exclusive.csv")
    for ours in left.predicates:
        for theirs in right.predicates:
            verbs = _verb(left, ours), _verb(right, theirs)
            if (verbs in pairs or verbs[::-1] in pairs) and ours.value.negated != theirs.value.negated:
                yield from _unless_both(left, right, ours, theirs)


def _verb(side: _Side, predicate: _Predicate) -> str:
    """The stem of a predicate of one word; a denied one has more."""
    return side.words[predicate.first].stem if predicate.end == predicate.first + 1 else ""


def _unless_both(
    left: _Side, right: _Side, ours: _Predicate, theirs: _Predicate
) -> Iterator[tuple[_Predicate, _Predicate]]:
    if not _says(left, theirs.value) and not _says(right, ours.value):
        yield ours, theirs


def _says(side: _Side, value: Polarity) -> bool:
    return any(predicate.value.label == value.label for predicate in side.predicates)


def _plain(side: _Side, denied: _Predicate) -> Iterator[_Predicate]:
    """The word that ``denied`` denies where this side has it in no fact: as a plain statement."""
    if not denied.value.negated:
        return
    taken = {place for predicate in side.predicates for place in range(predicate.first, predicate.end)}
    root = stem(denied.value.predicate)
    for place, word in enumerate(side.words):
        if word.stem == root and place not in taken and _stated(side.words, place, noun=denied.noun):
            yield _Predicate(Polarity(False, denied.value.predicate), word.span, place, place + 1)


def _stated(claim_words: Sequence[Word], at: int, *, noun: bool) -> bool:
    """Whether the word stands without a denial, and as a predicate where a noun was denied."""
    before = [word.lower for word in claim_words[max(at - _NEAR, 0) : at]]
    after = [word.lower for word in takewhile(lambda word: not word.opens, claim_words[at + 1 : at + _NEAR])]
    if any(word in _DENIALS or word.endswith("n't") for word in (*before, *after)):
        return False
    return not noun or bool(_COPULAS & set(before))


def _judged(
    alignment: Alignment, left: _Side, right: _Side, ours: _Predicate, theirs: _Predicate
) -> Judgement | None:
    a, b = _frame(left, ours), _frame(right, theirs)
    if _other_arguments(left, right, ours, theirs) or _other_focus(left, right, ours, theirs, a, b):
        return None
    if not _same_matter(left, right, ours, theirs, a, b):
        return None
    if different_names(left.words, a, right.words, b) or different_modifiers(left.words, a, right.words, b):
        return None
    said = (
        moods(left.claim, left.words, a, ours.span),
        moods(right.claim, right.words, b, theirs.span),
    )
    if said[0] != said[1] or said[0] & _UNSURE:
        return None
    level = "denied" if _stems_of(left, ours) & _stems_of(right, theirs) else "opposite"
    relation = Relation.UPDATE if _may_have_changed(alignment, left, right) else Relation.CONTRADICTION
    return _judgement(relation, level, (_text(left, ours), _text(right, theirs)), ours, theirs)


def _other_arguments(left: _Side, right: _Side, ours: _Predicate, theirs: _Predicate) -> bool:
    """Whether the parse gives the two predicates a subject, or an object, that is another one."""
    slots = (ours.value.subject, theirs.value.subject), (ours.value.object, theirs.value.object)
    if any(_apart(left, a, right, b) for a, b in slots):
        return True
    if _another(left, ours) or _another(right, theirs):
        return True
    winners = _head(left, slots[0][0]), _head(right, slots[0][1])  # "Pol won", "Lesk lost to Pol"
    return ours.value.predicate in _WON and bool(winners[0] and winners[1]) and not winners[0] & winners[1]


def _another(side: _Side, one: _Predicate) -> bool:
    """Whether it befell one more person: "acquitted a third"."""
    return bool(_OTHERS & {word.lower for word in side.words[one.end : one.end + 2]})


def _apart(left: _Side, a: Span | None, right: _Side, b: Span | None) -> bool:
    """Whether two heads differ: neither is a word of the other claim. A pronoun or no head tells nothing."""
    ours, theirs = _head(left, a), _head(right, b)
    return bool(ours and theirs) and not (ours & content(right.words) or theirs & content(left.words))


def _head(side: _Side, span: Span | None) -> frozenset[str]:
    if span is None:
        return frozenset()
    return frozenset(word.stem for word in side.words if span.contains(word.span) and word.content)


def _other_focus(left: _Side, right: _Side, ours: _Predicate, theirs: _Predicate, a: Frame, b: Frame) -> bool:
    """Whether one side says "only", gives a reason for what did not happen, or denies no more than nearly."""
    sides = (_around(left, a), _around(right, b))
    if bool(_ONLY & sides[0]) != bool(_ONLY & sides[1]) or any(
        _HARDLY & set(_text(side, one).lower().split()) for side, one in ((left, ours), (right, theirs))
    ):
        return True
    if any(
        one.value.negated and _EVER & {word.lower for word in side.words}
        for side, one in ((left, ours), (right, theirs))
    ):
        return True  # "no such thing had been reported before": until then
    return any(
        "because" in words for words, one in zip(sides, (ours, theirs), strict=True) if one.value.negated
    )


def _around(side: _Side, around: Frame) -> frozenset[str]:
    end = min(around.end + 2, len(side.words))
    return frozenset(word.lower for word in side.words[around.first : end])


def _frame(side: _Side, predicate: _Predicate) -> Frame:
    """The clause around the predicate. A denied subject ("no passenger was hurt") counts as its subject."""
    around = frame(side.words, predicate.first, predicate.end)
    if not predicate.nobody:
        return around
    subject = tuple(word.stem for word in side.words[predicate.first : predicate.end - 1] if word.content)
    return dataclasses.replace(around, before=subject)


def _same_matter(left: _Side, right: _Side, ours: _Predicate, theirs: _Predicate, a: Frame, b: Frame) -> bool:
    if not (ours.nobody or theirs.nobody):
        return same_clause(a, b)
    # "No one was hurt": the subject is empty, so what follows the predicate must agree instead.
    nobody, other = (a, b) if ours.nobody else (b, a)
    extra = set(other.after) - nobody.bag
    if (
        len(extra) > (1 if nobody.bag or (a.passive and b.passive) else 0)
        or _counts_inside(left, ours)
        or _counts_inside(right, theirs)
    ):
        return False
    return not nobody.bag or overlap(nobody.bag, other.bag) >= _MIN_NOBODY_OVERLAP


def _counts_inside(side: _Side, predicate: _Predicate) -> bool:
    """Whether a figure narrows the denied subject: "no one under 18 was hurt"."""
    return any(word.lower[0].isdigit() for word in side.words[predicate.first : predicate.end])


def _stems_of(side: _Side, predicate: _Predicate) -> frozenset[str]:
    return frozenset(
        word.stem for word in side.words[predicate.first : predicate.end] if word.lower not in _CUES
    )


def _text(side: _Side, predicate: _Predicate) -> str:
    return " ".join(word.text for word in side.words[predicate.first : predicate.end])


def _may_have_changed(alignment: Alignment, left: _Side, right: _Side) -> bool:
    """Whether the claims were published on different days and one says how things stand "so far"."""
    days = alignment.left_published.iso(), alignment.right_published.iso()
    said = {word.lower for side in (left, right) for word in side.words}
    return bool(days[0] and days[1]) and days[0] != days[1] and bool(said & _SO_FAR)


def _denies_subject(read: Sequence[Word]) -> bool:
    """Whether a predicate was read as "no one was hurt", and not as "no longer supports"."""
    return len(read) > 2 and read[0].lower in _NOBODY and read[1].lower != "longer"
