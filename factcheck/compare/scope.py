"""Scope: one outlet makes a statement of more people, places or times than another does.

Reads the quantifiers ("all", "most", "a few"), the words of reach ("nationwide", "abroad", "only") and the
limits of superlatives ("the highest since 2011", "the highest ever") of two claims on the same matter that
are told in nearly the same words.

Ladder: ``quantity`` (two quantifiers, or one and none, on one noun), ``reach`` (one claim covers a wider
area), ``record`` (one superlative, limited on one side only).

Drifts: "Most tenants objected." / "All tenants objected."
Does not: "Some tenants objected." / "Several tenants objected."

It cannot see: scopes that are told in whole phrases without any of its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.compare.clauses import (
    Word,
    content,
    different_modifiers,
    different_names,
    different_times,
    frame,
    modality,
    overlap,
    words,
)
from factcheck.compare.word_lists import lines_of, table_of, words_of
from factcheck.records import Alignment, Judgement, Kind, Matter, Relation, Span

name = "scope"
kind = Kind.SCOPE
matters = frozenset({Matter.CLAIM})
ladder = ("quantity", "reach", "record")

_MIN_OVERLAP = 0.6
_MIN_OVERLAP_UNQUANTIFIED = 0.75
_MIN_SHARED_ELSEWHERE = 3  # content stems of the whole claims, where the clauses share too few
_MAX_LIMIT = 10  # words of the phrase that limits a superlative
_MAX_TO_NOUN = 4  # words between a quantifier and its noun
# Pairs of amounts that cannot both be meant; "many" and "some", or "many" and "most", can.
_APART = frozenset(
    frozenset(pair)
    for pair in (
        ("all", "few"),
        ("all", "half"),
        ("all", "many"),
        ("all", "most"),
        ("all", "some"),
        ("few", "most"),
        ("few", "many"),
        ("half", "few"),
        ("most", "some"),
        ("all", "none"),
        ("most", "none"),
        ("many", "none"),
    )
)
_BARE = frozenset({"few", "most"})  # amounts that a plain plural drops; "some prints" and "prints" may be one
_WITHIN = frozenset({"across", "in", "throughout"})
_TELLING = frozenset({"five", "four", "one", "six", "some", "these", "those", "three", "two"})
_EVERY = frozenset({"all", "every"})


@dataclass(frozen=True, slots=True)
class _Quantified:
    """A noun with its quantifier ("" for none) and the words between them."""

    amount: str
    noun: str
    first: int
    end: int
    between: frozenset[str]
    every: bool = False  # "all", "every": told against "two models", where "each", "both" would not be


@cache
def _amounts() -> dict[str, str]:
    return table_of("scope_quantifiers.csv")


@cache
def _widths() -> tuple[tuple[tuple[str, ...], str], ...]:
    rows = (row.split(",") for row in lines_of("scope_widths.csv")[1:])
    return tuple((tuple(phrase.split()), width) for phrase, width in rows)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement a rung, in the order of the ladder."""
    left, right = words(alignment.left), words(alignment.right)
    if different_times(alignment.left, alignment.right) or len(content(left) & content(right)) < 1:
        return ()
    if _moods(alignment, left, right):
        return ()
    rungs = (_quantity(left, right), _reach(left, right), _record(left, right))
    return tuple(judgement for judgement in rungs if judgement is not None)


def _moods(alignment: Alignment, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether one side asks a question or sets a condition and the other does not."""
    if not left or not right:
        return True
    moods = (
        modality(alignment.left, left, frame(left, 0, 1)),
        modality(alignment.right, right, frame(right, 0, 1)),
    )
    return bool((moods[0] ^ moods[1]) & {"if", "question"})


def _judgement(
    level: str, left: Span, right: Span, values: tuple[str, str], reason: str, confidence: float
) -> Judgement:
    return Judgement(Relation.DRIFT, level, reason, confidence, left, right, *values)


# ---------------------------------------------------------------------------- quantifiers


def _quantified(claim_words: Sequence[Word]) -> Iterator[_Quantified]:
    for at, word in enumerate(claim_words):
        amount = _amounts().get(word.lower, "")
        counted = at + 1 < len(claim_words) and claim_words[at + 1].lower[0].isdigit()
        if (
            (word.lower == "some" and counted)
            or not amount
            or (at and claim_words[at - 1].lower in {"at", "not", "the", "n't", "than"})
        ):
            continue
        reach = claim_words[at + 1 : at + 2 + _MAX_TO_NOUN]
        noun = _noun(reach)
        if noun is not None:
            between = frozenset(w.lower for w in reach[:noun])
            yield _Quantified(amount, reach[noun].stem, at, at + noun + 2, between, word.lower in _EVERY)


def _noun(reach: Sequence[Word]) -> int | None:
    """The place of the last content word of the phrase: "all neo-pagan faiths" is of faiths."""
    found = None
    for at, word in enumerate(reach):
        if word.opens or (not word.content and found is not None):
            break
        if word.content:
            found = at
            if word.lower.endswith("s"):
                break
        elif (
            word.lower not in {"of", "the", "its", "their", "his", "her", "our"}
            and not word.lower[0].isdigit()
        ):
            return None
    return found


def _quantity(left: Sequence[Word], right: Sequence[Word]) -> Judgement | None:
    ours, theirs = tuple(_quantified(left)), tuple(_quantified(right))
    for a, b in ((a, b) for a in ours for b in theirs if a.noun == b.noun):
        if frozenset((a.amount, b.amount)) in _APART and _alike(left, a, right, b, _MIN_OVERLAP):
            return _quantity_judgement(left, a, right, b)
    pairs = [(a, _bare(right, theirs, a)) for a in ours] + [(_bare(left, ours, b), b) for b in theirs]
    for one, other in pairs:
        if one and other and _alike(left, one, right, other, _MIN_OVERLAP_UNQUANTIFIED):
            return _quantity_judgement(left, one, right, other)
    return None


def _bare(
    claim_words: Sequence[Word], quantified: Sequence[_Quantified], other: _Quantified
) -> _Quantified | None:
    """The same noun unquantified: plain where the other side has "few", counted where it has "all"."""
    said = {_amounts().get(word.lower, "") for word in claim_words}
    if other.amount in said or any(found.noun == other.noun for found in quantified):
        return None
    for at, word in enumerate(claim_words):
        if word.stem != other.noun or not word.lower.endswith("s"):
            continue
        if any(near.lower in _amounts() for near in claim_words[max(at - _MAX_TO_NOUN, 0) : at]):
            return None
        before = claim_words[at - 1] if at and not word.opens else None
        if other.amount in _BARE and (before is None or not _tells_apart(before)):
            return _Quantified("", word.stem, at, at + 1, frozenset())
        if other.every and before is not None and _tells_apart(before) and before.lower not in other.between:
            return _Quantified("", word.stem, at - 1, at + 1, frozenset())
    return None


def _tells_apart(word: Word) -> bool:
    return word.lower[0].isdigit() or word.lower in _TELLING


def _alike(left: Sequence[Word], a: _Quantified, right: Sequence[Word], b: _Quantified, least: float) -> bool:
    """Whether the clauses around the two nouns share enough words besides the noun."""
    ours, theirs = frame(left, a.first, a.end), frame(right, b.first, b.end)
    if different_names(left, ours, right, theirs) or different_modifiers(left, ours, right, theirs):
        return False
    bags = ours.bag - {a.noun}, theirs.bag - {a.noun}
    wholes = content(left) - {a.noun}, content(right) - {a.noun}
    near = len(wholes[0] & wholes[1]) >= _MIN_SHARED_ELSEWHERE and overlap(*wholes) >= least
    return near or overlap(*bags) >= least


def _quantity_judgement(
    left: Sequence[Word], a: _Quantified, right: Sequence[Word], b: _Quantified
) -> Judgement:
    spans = _span(left, a.first, a.end), _span(right, b.first, b.end)
    said = _text(left, a.first, a.end), _text(right, b.first, b.end)
    confidence = 0.75 if a.amount and b.amount else 0.55
    reason = f"One speaks of “{said[0]}”, the other of “{said[1]}”."
    return _judgement("quantity", *spans, (a.amount or said[0], b.amount or said[1]), reason, confidence)


def _span(claim_words: Sequence[Word], first: int, end: int) -> Span:
    """From the first to the last word, cut where the claim goes on in another slice."""
    last = end - 1
    while last > first and claim_words[last].span.start < claim_words[first].span.start:
        last -= 1
    return Span(claim_words[first].span.start, claim_words[last].span.end)


def _text(claim_words: Sequence[Word], first: int, end: int) -> str:
    return " ".join(word.text for word in claim_words[first:end])


# ---------------------------------------------------------------------------- reach


def _width(claim_words: Sequence[Word], width: str) -> tuple[int, int] | None:
    """The first words of this width, as a half-open range of places."""
    for at in range(len(claim_words)):
        for phrase, of in _widths():
            if of == width and tuple(word.lower for word in claim_words[at : at + len(phrase)]) == phrase:
                return at, at + len(phrase)
    return None


def _reach(left: Sequence[Word], right: Sequence[Word]) -> Judgement | None:
    for width in ("world", "country"):
        ours, theirs = _width(left, width), _width(right, width)
        if (ours is None) != (theirs is None):
            a = ours or _limited(left, width)
            b = theirs or _limited(right, width)
            if a is not None and b is not None and _near(left, a, right, b):
                return _reach_judgement(left, a, right, b)
    return None


def _near(left: Sequence[Word], a: tuple[int, int], right: Sequence[Word], b: tuple[int, int]) -> bool:
    """Whether the clauses around the two places are told in nearly the same words."""
    ours, theirs = frame(left, *a).bag, frame(right, *b).bag
    return len(ours & theirs) >= 2 and overlap(ours, theirs) >= _MIN_OVERLAP


def _reach_judgement(
    left: Sequence[Word], a: tuple[int, int], right: Sequence[Word], b: tuple[int, int]
) -> Judgement:
    said = _text(left, *a), _text(right, *b)
    spans = _span(left, *a), _span(right, *b)
    reason = f"One reaches as far as “{said[0]}”, the other as “{said[1]}”."
    if _width(left, "only") or _width(right, "only"):
        return Judgement(Relation.CONTRADICTION, "reach", reason, 0.7, *spans, *said)
    return _judgement("reach", *spans, said, reason, 0.65)


def _limited(claim_words: Sequence[Word], width: str) -> tuple[int, int] | None:
    """Where the narrower side says how far it reaches: "two states"; against "worldwide" also a name."""
    for at, word in enumerate(claim_words):
        if at and _place_noun(claim_words, at):
            return max(at - 2, 0), at + 1
        if width == "world" and word.lower in _WITHIN:
            named = at + 2 if claim_words[at + 1 : at + 2] and claim_words[at + 1].lower == "the" else at + 1
            end = named
            while end < len(claim_words) and claim_words[end].capital:
                end += 1
            if end > named:
                return at, end
    return None


@cache
def _place_stems() -> frozenset[str]:
    return frozenset(form for noun in lines_of("scope_places.txt") for form in (noun, _plural(noun)))


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def _place_noun(claim_words: Sequence[Word], at: int) -> bool:
    """Whether a place is counted or named here: "two states", "Kessler County", but not "United States"."""
    word = claim_words[at]
    if word.lower not in _place_stems() or word.opens:
        return False
    plural = word.lower.endswith("s")
    return claim_words[at - 1].capital and not plural if word.capital else plural


# ---------------------------------------------------------------------------- records


def _record(left: Sequence[Word], right: Sequence[Word]) -> Judgement | None:
    for at, word in enumerate(left):
        if word.lower not in words_of("scope_superlatives.txt"):
            continue
        for there, other in enumerate(right):
            if other.lower == word.lower:
                found = _record_judgement(left, at, right, there)
                if found is not None:
                    return found
    return None


def _record_judgement(left: Sequence[Word], at: int, right: Sequence[Word], there: int) -> Judgement | None:
    ours, theirs = frame(left, at, at + 1), frame(right, there, there + 1)
    if not set(ours.before) & set(theirs.before) or different_names(left, ours, right, theirs):
        return None
    ends = _phrase_end(left, at), _phrase_end(right, there)
    phrases = left[at + 1 : ends[0]], right[there + 1 : ends[1]]
    if not (_wider(phrases[0], phrases[1], left) or _wider(phrases[1], phrases[0], right)):
        return None
    said = _text(left, at, ends[0]), _text(right, there, ends[1])
    reason = f"One says “{said[0]}”, the other “{said[1]}”: the records are not of one scope."
    return _judgement("record", _span(left, at, ends[0]), _span(right, there, ends[1]), said, reason, 0.65)


def _phrase_end(claim_words: Sequence[Word], at: int) -> int:
    """The end of the words that limit a superlative; "since" opens a clause elsewhere, but not here."""
    end = at + 1
    while end < len(claim_words) and end - at <= _MAX_LIMIT:
        if claim_words[end].opens and claim_words[end].lower != "since":
            break
        end += 1
    return end


def _wider(unlimited: Sequence[Word], limited: Sequence[Word], claim_words: Sequence[Word]) -> bool:
    """Whether the first phrase is of all time and the second names a limit that the first claim lacks."""
    limit = _limit(limited)
    known = {word.stem for word in claim_words}
    return (
        _is_unlimited(unlimited)
        and not _is_unlimited(limited)
        and bool(limit)
        and 2 * len(limit & known) <= len(limit)
    )


def _is_unlimited(phrase: Sequence[Word]) -> bool:
    """Whether a record is one of all time: "ever", "any", or "in history" with nothing after it."""
    said = [word.lower for word in phrase]
    return bool({"any", "ever"} & set(said)) or (bool(said) and said[-1] in words_of("scope_unlimited.txt"))


def _limit(phrase: Sequence[Word]) -> frozenset[str]:
    """The stems of what a record is limited to, from its first "in", "of", "since" on."""
    starts = [at for at, word in enumerate(phrase) if word.lower in words_of("scope_limits.txt")]
    named = (
        [word for word in phrase[starts[0] :] if word.content or word.lower[0].isdigit()] if starts else []
    )
    return frozenset(word.stem for word in named if word.lower not in words_of("scope_unlimited.txt"))
