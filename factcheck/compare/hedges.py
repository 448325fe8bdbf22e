"""Hedges: one outlet states plainly what another calls possible, planned, alleged or merely tried.

Reads the HEDGE facts of two claims on the same matter, with their scopes where the sentences were parsed, and
the plain words and equal figures of the other claim.

Ladder: ``dropped`` (a cue of doubt on one side, a plain statement on the other), ``reached`` (a figure that
one side expects, the other reports).

Drifts: "The firm may close two plants." / "The firm will close two plants."
Does not: "The firm may close two plants." / "The firm is likely to close two plants."

It cannot see: a doubt that is spread over a whole sentence, or one that only the context takes back. It
says nothing where the other side is hedged or attributed in its own way, where the doubted word only narrows
a noun there ("any move that may be required", "the required move"), or where the two claims share too few
words. What was planned on one day and done by a later one is an update."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.compare.clauses import (
    Frame,
    Word,
    content,
    denials_over,
    different_modifiers,
    different_names,
    different_speakers,
    different_times,
    facts_of,
    frame,
    hedges_over,
    overlap,
    places,
    words,
)
from factcheck.compare.word_lists import lines_of, table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    Hedge,
    Judgement,
    Kind,
    Matter,
    Published,
    Relation,
    Span,
)

name = "hedges"
kind = Kind.HEDGE
matters = frozenset({Matter.CLAIM})
ladder = ("dropped", "reached")

_MIN_CLAUSE_OVERLAP = 0.6
_MIN_CLAIM_OVERLAP = 0.5
_MIN_SHARED_ELSEWHERE = 4  # content stems of the whole claims, where the clauses share only one
_MIN_LOOSE = 0.45  # of the clauses, where three stems and the predicate are shared
_REACH = 3  # content words after a cue among which its predicate is looked for
_BESIDE = 8  # words beside a plain clause in which a softening word is looked for
_DROPPED = frozenset({"attempt", "doubt", "future", "report", "settled"})
_OPEN = frozenset({"doubt", "future"})  # families of what has not happened yet
_FUTURE = frozenset({"will", "shall", "'ll"})
_PERFECT = frozenset({"has", "have", "had"})
_DENIALS = frozenset({"not", "n't", "never", "no"})
_NOTHING = frozenset({"few", "little", "neither", "no", "nobody", "none", "nothing"})  # "hired none of them"
_ADVERBS = frozenset({"also", "even", "ever", "just", "now", "only", "soon", "still", "then"})
_SURE_PLANS = frozenset(
    {"aim to", "intend to", "plan to", "pledge to", "promise to", "scheduled to", "set to", "vow to"}
)
_NEGATIVE = frozenset({"unlikely to"})  # cues that nearly deny
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "remains"})
_DETERMINERS = frozenset({"a", "an", "any", "her", "his", "its", "the", "their", "this", "these", "those"})
_UN = ("un", "in", "im", "non")
_EXPECTING = frozenset({"expect", "expected", "expected to", "hope to", "aim to", "expect to", "likely to"})


@cache
def _families() -> dict[str, str]:
    return table_of("hedge_families.csv")


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one drift: the first cue of either side whose predicate the other side states plainly."""
    left, right = alignment.left, alignment.right
    if different_times(left, right) or different_speakers(left, right, words(left), words(right)):
        return ()
    for judgement in (*_drifts(alignment), *(found.mirrored() for found in _drifts(alignment.mirrored()))):
        return (judgement,)
    return ()


def _drifts(alignment: Alignment) -> Iterator[Judgement]:
    """The left side is hedged, the right side plain."""
    if not _is_question(alignment.right):
        yield from _dropped(alignment)
        yield from _reached(alignment)


def _is_question(claim: Claim) -> bool:
    return claim.sentence_text.rstrip(" ”\"'’").endswith("?")


def _dropped(alignment: Alignment) -> Iterator[Judgement]:
    hedged, plain = alignment.left, alignment.right
    ours, theirs = words(hedged), words(plain)
    if overlap(content(ours), content(theirs)) < _MIN_CLAIM_OVERLAP:
        return
    for fact in facts_of(hedged, Kind.HEDGE):
        place = places(ours, fact.span)
        if place is None or not isinstance(fact.value, Hedge):
            continue
        family = _families().get(fact.value.label, "")
        if family not in _DROPPED or (family == "report" and _attributed(plain) and not _attributed(hedged)):
            continue
        at = _stated_at(ours, place, fact.value, plain, theirs)
        if at is not None:
            yield _judgement(alignment, fact, fact.value, theirs, at)


def _judgement(
    alignment: Alignment, fact: AnyFact, hedge: Hedge, theirs: Sequence[Word], at: int
) -> Judgement:
    future = _families()[hedge.label] in _OPEN | {"settled"} and not _of_the_past(alignment.left, fact)
    happened = future and _in_past(theirs, at)
    later = _later(alignment.right_published, alignment.left_published)
    return Judgement(
        Relation.UPDATE if happened and later else Relation.DRIFT,
        "dropped",
        f"“{fact.text}” on one side, a plain “{theirs[at].text}” on the other.",
        round(0.9 - hedge.certainty / 4, 2),
        fact.span,
        theirs[at].span,
        hedge.label,
        "stated",
    )


def _of_the_past(hedged: Claim, cue: AnyFact) -> bool:
    """Whether the doubt is about what has been: "may have left", so that a later day explains nothing."""
    following = next((word for word in words(hedged) if word.span.start >= cue.span.end), None)
    return following is not None and following.lower == "have"


def _later(one: Published, other: Published) -> bool:
    """Whether the first was published on a later day than the second."""
    if one.earliest is None or other.latest is None:
        return False
    return one.earliest.date() > other.latest.date()


def _attributed(claim: Claim) -> bool:
    return claim.attribution is not None or " said" in claim.sentence_text or "says" in claim.sentence_text


# ------------------------------------------------------------------------------------ stated


def _stated_at(
    ours: tuple[Word, ...], cue: tuple[int, int], hedge: Hedge, plain: Claim, theirs: tuple[Word, ...]
) -> int | None:
    """Where the other side states what the cue hedges; None where it does not or the clauses differ."""
    if any(word.lower == "any" for word in ours[max(cue[0] - _BESIDE, 0) : cue[0]]):
        return None
    around = frame(ours, *cue)
    infinitive = cue[0] > 0 and ours[cue[0] - 1].lower == "to"
    for predicate in _predicates(ours, cue, hedge):
        for at, word in enumerate(theirs):
            if _is_passive(ours, predicate) and _is_postposed(theirs, at):
                continue
            if not _is_same(word, predicate, hedge) or not _plainly(
                theirs, at, hedge, infinitive=infinitive, reported=_attributed(plain)
            ):
                continue
            other = frame(theirs, at, at + 1)
            if _families()[hedge.label] in _OPEN and _unrealised(theirs, other):
                continue
            if not _softened(plain, theirs, at, other) and _agree(
                ours, around, theirs, other, predicate.stem
            ):
                return at
    return None


def _predicates(ours: tuple[Word, ...], cue: tuple[int, int], hedge: Hedge) -> tuple[Word, ...]:
    """The hedged word: the first after the cue; in a clause with its own subject one of its first words."""
    if hedge.scope is not None and hedge.label.endswith(" that"):
        inside = [word for word in ours if hedge.scope.contains(word.span) and word.content]
        return tuple(inside[1 : _REACH + 1])
    following = [word for word in ours[cue[1] : cue[1] + 2 * _REACH] if word.content and not _is_adverb(word)]
    return tuple(following[:1])


def _is_adverb(word: Word) -> bool:
    return word.lower.endswith("ly") or word.lower in _ADVERBS


def _is_same(word: Word, predicate: Word, hedge: Hedge) -> bool:
    """Whether the word is the hedged one, or its opposite by prefix where the hedge denies it."""
    if word.stem == predicate.stem:
        return True
    return hedge.label.endswith(" not") and any(word.stem == prefix + predicate.stem for prefix in _UN)


def _plainly(theirs: tuple[Word, ...], at: int, hedge: Hedge, *, infinitive: bool, reported: bool) -> bool:
    """Whether the word is stated: not denied; and of the future, said with "will" or as a past event."""
    before = {word.lower for word in theirs[max(at - 4, 0) : at]}
    future = _FUTURE | {"would"} if reported else _FUTURE
    if _narrows(theirs, at) or any(word.lower in _NOTHING for word in theirs[at + 1 : at + 3]):
        return False
    if hedge.label in _NEGATIVE:  # "will not win" and "will win" both go further than "unlikely to win"
        return bool(before & future)
    if hedge.label.endswith(" not"):
        return bool(before & (_COPULAS | future)) and bool(before & _DENIALS) != _is_un(theirs[at])
    if before & _DENIALS:
        return False
    if "to" in before:
        return infinitive and theirs[at - 1].lower == "to"
    if _families()[hedge.label] not in _OPEN | {"settled"}:
        return True
    if hedge.label == "could" and not before & _PERFECT:
        return bool(before & future)  # in the past it says that they were able to
    if _families()[hedge.label] == "settled":
        return _in_past(theirs, at)  # "is set to reopen" and "will reopen" are alike
    if hedge.label == "plan to" and not reported and before & _FUTURE:
        return True
    running = theirs[at].lower.endswith("ing") and at > 0 and theirs[at - 1].lower in _COPULAS
    return running or bool(before & future and hedge.label not in _SURE_PLANS) or _in_past(theirs, at)


def _is_un(word: Word) -> bool:
    return word.lower.startswith(_UN)


def _in_past(theirs: Sequence[Word], at: int) -> bool:
    before = {word.lower for word in theirs[max(at - 4, 0) : at]}
    past = theirs[at].lower.endswith("ed") or theirs[at].lower in table_of("polarity_irregular_verbs.csv")
    return (past or bool(before & _PERFECT)) and not before & _FUTURE


def _narrows(theirs: Sequence[Word], at: int) -> bool:
    """Whether a participle only narrows the noun after it: "the required move"."""
    if at + 1 >= len(theirs) or theirs[at + 1].opens or not theirs[at + 1].content:
        return False
    participle = theirs[at].lower.endswith(("ed", "ing", "en"))
    return participle and at > 0 and theirs[at - 1].lower in _DETERMINERS


def _is_passive(line: Sequence[Word], verb: Word) -> bool:
    """``may be required``"""
    at = line.index(verb)
    return at > 0 and line[at - 1].lower == "be" and verb.lower.endswith(("ed", "en"))


def _is_postposed(theirs: Sequence[Word], at: int) -> bool:
    """Whether a participle narrows the noun before it: "tenants required to move"."""
    before = theirs[at - 1] if at > 0 else None
    return before is not None and before.content and theirs[at].lower.endswith(("ed", "en"))


def _softened(plain: Claim, theirs: tuple[Word, ...], at: int, around: Frame) -> bool:
    """Whether the plain side is doubted or denied after all, by a cue that reaches the word or is near."""
    span = theirs[at].span
    if hedges_over(plain, span) or denials_over(plain, span):
        return True
    near = theirs[max(around.first - _BESIDE, 0) : around.end + _BESIDE]
    beside = " ".join(word.lower for word in near)
    return any(f" {cue} " in f" {beside} " for cue in lines_of("hedge_softeners.txt"))


def _unrealised(theirs: Sequence[Word], around: Frame) -> bool:
    """Whether a word of the clause says that the thing is still to come: "has invited 500 guests"."""
    said = {word.lower for word in theirs[around.first : around.end]}
    return bool(said & words_of("hedge_unrealised.txt"))


def _agree(
    ours: tuple[Word, ...], around: Frame, theirs: tuple[Word, ...], other: Frame, predicate: str
) -> bool:
    bags = around.bag - {predicate}, other.bag - {predicate}
    wholes = content(ours) - {predicate}, content(theirs) - {predicate}
    near = bags[0] & bags[1] and (_enough(*wholes, _MIN_SHARED_ELSEWHERE) or _alike(*wholes))
    if not (_enough(*bags, 2) or near or (len(bags[0] & bags[1]) >= 3 and overlap(*bags) >= _MIN_LOOSE)):
        return False
    return not different_names(ours, around, theirs, other) and not _rivals(ours, around, theirs, other)


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two short claims say the same but for the predicate and its cue."""
    return len(ours ^ theirs) <= 2


def _rivals(ours: tuple[Word, ...], around: Frame, theirs: tuple[Word, ...], other: Frame) -> bool:
    """Whether a noun of both is told apart, unless "upcoming" stands on one side and a name on the other."""
    if not different_modifiers(ours, around, theirs, other):
        return False
    capitals = [any(word.capital for word in one[1:]) for one in (ours, theirs)]
    return len(content(ours) & content(theirs)) < _MIN_SHARED_ELSEWHERE or not any(capitals)


def _enough(ours: frozenset[str], theirs: frozenset[str], least: int) -> bool:
    """Whether ``least`` stems are shared, or the only one there is, and most of the smaller set is."""
    shared = len(ours & theirs)
    return (shared >= least or len(ours | theirs) <= 2) and overlap(ours, theirs) >= _MIN_CLAUSE_OVERLAP


# ------------------------------------------------------------------------------------ reached


def _reached(alignment: Alignment) -> Iterator[Judgement]:
    """A figure that one side expects and the other reports: "expects 500 guests", "drew 500"."""
    theirs = words(alignment.right)
    for fact in facts_of(alignment.left, Kind.HEDGE):
        if not isinstance(fact.value, Hedge) or fact.value.label not in _EXPECTING:
            continue
        for pair in alignment.pairs:
            equal = pair.left.kind is Kind.NUMBER and pair.left.value.label == pair.right.value.label
            if (
                equal
                and _holds(fact.value.scope, pair.left.span)
                and _is_done(alignment.right, theirs, pair.right)
            ):
                yield Judgement(
                    Relation.UPDATE
                    if _later(alignment.right_published, alignment.left_published)
                    else Relation.DRIFT,
                    "reached",
                    f"“{pair.left.text}” is expected on one side, reported on the other.",
                    0.7,
                    fact.span,
                    pair.right.span,
                    fact.value.label,
                    "stated",
                )


def _holds(scope: Span | None, span: Span) -> bool:
    return scope is not None and scope.contains(span)


def _is_done(plain: Claim, theirs: tuple[Word, ...], figure: AnyFact) -> bool:
    """Whether the figure stands in a plain clause of the past that is about no plan."""
    place = places(theirs, figure.span)
    if place is None:
        return False
    around = frame(theirs, *place)
    clause = theirs[around.first : around.end]
    said = {word.lower for word in clause}
    if _unrealised(theirs, around) or said & (_FUTURE | _DENIALS) or {"to", "be"} <= said:
        return False
    done = any(word.content and _in_past(clause, i) for i, word in enumerate(clause))
    return done and not _softened(plain, theirs, place[0], around)
