"""Scope: one outlet makes a statement of more people, places or times than another does.

Reads the quantifiers ("all", "most", "a few"), the words of reach ("nationwide", "abroad", "only") and the
limits of superlatives ("the highest since 2011", "the highest ever") of two claims on the same matter that
are told in nearly the same words.

Ladder: ``quantity`` (two quantifiers, or one and none, on one noun), ``frequency`` (always, mostly, never),
``only`` (one side limits to a part what the other gives to all), ``reach`` (one claim covers a wider area),
``record`` (one superlative, limited on one side only).

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
ladder = ("quantity", "frequency", "only", "reach", "record")

_MIN_OVERLAP = 0.6
_MIN_OVERLAP_UNQUANTIFIED = 0.75
_MIN_SHARED_ELSEWHERE = 3  # content stems of the whole claims, where the clauses share too few
_MAX_FOCUS = 6  # words behind "only" in which what it limits to stands
_MIN_SHARED_FOCUS = 4  # content stems that two claims share where one limits and the other does not
_MIN_JACCARD_NONE = 0.5  # of the words of both claims: "wants no ferry to sail", "a ban on all ferries"
_MAX_LIMIT = 14  # words of the phrase that limits a superlative
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
_RARELY = frozenset(
    frozenset(pair)
    for pair in (
        ("always", "often"),
        ("always", "rarely"),
        ("always", "sometimes"),
        ("always", "usually"),
        ("never", "often"),
        ("never", "sometimes"),
        ("never", "usually"),
        ("never", "always"),
        ("often", "rarely"),
        ("rarely", "usually"),
    )
)
_MIN_JACCARD_ONLY = 0.4
_MIN_JACCARD_RATE = 0.3
_MARKS = ".,;:!?()“”\"'’"
_LEADING = frozenset({"a", "an", "at", "by", "for", "from", "in", "of", "on", "the", "those", "to", "with"})
_MAX_RECORDS = 8  # superlatives, or words of "only", of one claim
_MIN_RECORD = 0.5
_BEFORE_PLAIN = frozenset({"and", "at", "by", "for", "from", "in", "of", "on", "that", "to", "with"})
_ALMOST = frozenset({"almost", "nearly", "practically", "virtually"})
_WHOLES = frozenset({"entire", "entirety", "majority", "whole"})  # "the" may stand before them
_BARE = frozenset({"few", "most"})  # amounts that a plain plural drops; "some prints" and "prints" may be one
_WITHIN = frozenset({"across", "in", "throughout"})
_TELLING = frozenset({"five", "four", "one", "six", "some", "these", "those", "three", "two"})
_EVERY = frozenset({"all", "every"})
_MAX_SUBJECT = 10  # words of a subject before a floated "all"
_NOT_BEHIND_FLOATED = frozenset(
    {"a", "along", "an", "around", "but", "her", "his", "in", "its", "my", "night", "of", "other"}
    | {"our", "over", "that", "the", "their", "these", "this", "those", "week", "year", "your"}
)
_PLURALS = frozenset({"children", "men", "people", "police", "women"})
_PREPOSITIONS = frozenset(
    {"after", "at", "before", "by", "for", "from", "in", "near", "of", "on", "to", "under", "with"}
)
_AUXILIARIES = frozenset(
    {"are", "be", "been", "can", "could", "did", "do", "had", "have", "may", "might", "must", "shall"}
    | {"should", "were", "will", "would"}
)
_PRONOUNS = frozenset({"them", "these", "those", "us", "which", "whom"})


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
    rungs = (
        _quantity(left, right),
        _frequency(left, right),
        _only(alignment, left, right),
        _reach(left, right),
        _record(left, right),
    )
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
        apart = _floated(claim_words, at) or _of_them(claim_words, at)
        if apart is not None:
            yield apart
            continue
        if amount == "all" and at and claim_words[at - 1].lower in _ALMOST:
            amount = "most"
        counted = at + 1 < len(claim_words) and claim_words[at + 1].lower[0].isdigit()
        if (
            (word.lower == "some" and counted)
            or not amount
            or (at and claim_words[at - 1].lower in {"at", "not", "n't", "than"})
            or (at and claim_words[at - 1].lower == "the" and word.lower not in _WHOLES)
        ):
            continue
        reach = claim_words[at + 1 : at + 2 + _MAX_TO_NOUN]
        noun = _noun(reach)
        if noun is not None:
            between = frozenset(w.lower for w in reach[:noun])
            yield _Quantified(amount, reach[noun].stem, at, at + noun + 2, between, _is_every(amount, word))
    yield from _without_exception(claim_words)


def _floated(claim_words: Sequence[Word], at: int) -> _Quantified | None:
    """The teachers all wore ribbons; the workers of the plant have all been moved: all of the subject."""
    if claim_words[at].lower != "all" or at + 1 >= len(claim_words):
        return None
    following, end = claim_words[at + 1].lower, at
    if following in _NOT_BEHIND_FLOATED or following[0].isdigit() or following.endswith("s"):
        return None
    while end and claim_words[end - 1].lower in _AUXILIARIES:
        end -= 1
    start = end
    while start and not claim_words[start].opens and end - start < _MAX_SUBJECT:
        start -= 1
    plurals = [i for i in range(start, end) if _is_plural(claim_words[i]) and not _governed(claim_words, i)]
    if not plurals or (end == at and plurals[-1] != at - 1):
        return None
    first = plurals[0]
    return _Quantified("all", claim_words[first].stem, first, at + 1, frozenset(), True)


def _is_plural(word: Word) -> bool:
    return word.content and (word.lower.endswith("s") or word.lower in _PLURALS)


def _governed(claim_words: Sequence[Word], at: int) -> bool:
    """Whether a preposition stands near before the word: the towns of "teachers in two towns"."""
    return any(word.lower in _PREPOSITIONS for word in claim_words[max(at - 2, 0) : at])


def _of_them(claim_words: Sequence[Word], at: int) -> _Quantified | None:
    """Most of them, all of whom; everyone, nobody: an amount of what a pronoun stands for."""
    amount = _amounts().get(claim_words[at].lower, "")
    said = [word.lower for word in claim_words[at + 1 : at + 3]]
    negated = at and claim_words[at - 1].lower in {"not", "n't"}
    if not amount or negated or len(said) < 2 or said[0] != "of" or said[1] not in _PRONOUNS:
        return None
    return _Quantified(amount, "them", at, at + 3, frozenset(), _is_every(amount, claim_words[at]))


def _is_every(amount: str, word: Word) -> bool:
    return amount == "all" and word.lower in _EVERY


def _without_exception(claim_words: Sequence[Word]) -> Iterator[_Quantified]:
    """Democrats without exception: all Democrats."""
    for at in range(1, len(claim_words) - 1):
        said = claim_words[at].lower, claim_words[at + 1].lower
        if said == ("without", "exception") and claim_words[at - 1].content:
            yield _Quantified("all", claim_words[at - 1].stem, at - 1, at + 2, frozenset(), True)


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
        none = "none" in (a.amount, b.amount)
        if none and (_jaccard(left, right) < _MIN_JACCARD_NONE or _bans(left) != _bans(right)):
            continue
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
        if before is not None and before.lower in {"any", "such"}:
            return None  # "hardly any seats were empty" is told of most seats
        if other.amount in _BARE and (before is None or not _tells_apart(before)):
            return _Quantified("", word.stem, at, at + 1, frozenset())
        if other.every and (not at or (not word.capital and (before is None or _is_plain(before)))):
            return _Quantified("", word.stem, at, at + 1, frozenset())
        if other.every and before is not None and _tells_apart(before) and before.lower not in other.between:
            return _Quantified("", word.stem, at - 1, at + 1, frozenset())
    return None


def _bans(claim_words: Sequence[Word]) -> bool:
    """Whether a claim speaks of a ban: "wants no ferry to sail", "wants a ban on all ferries"."""
    return any(word.lower in words_of("scope_bans.txt") for word in claim_words)


def _jaccard(left: Sequence[Word], right: Sequence[Word]) -> float:
    ours, theirs = content(left), content(right)
    return len(ours & theirs) / max(len(ours | theirs), 1)


def _is_plain(before: Word) -> bool:
    """Whether a plural stands without any determiner: "names of participants", not "the participants"."""
    return before.lower in _BEFORE_PLAIN


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


# ---------------------------------------------------------------------------- how often


def _frequency(left: Sequence[Word], right: Sequence[Word]) -> Judgement | None:
    """One says that it always, mostly or never is so, the other that it is so at another rate."""
    shared = len(content(left) & content(right))
    if shared < _MIN_SHARED_ELSEWHERE or _jaccard(left, right) < _MIN_JACCARD_RATE:
        return None
    for a, one in _frequencies(left):
        for b, other in _frequencies(right):
            if frozenset((one, other)) in _RARELY and overlap(content(left), content(right)) >= _MIN_OVERLAP:
                said = _text(left, *a), _text(right, *b)
                reason = f"One says “{said[0]}”, the other “{said[1]}”."
                return _judgement("frequency", _span(left, *a), _span(right, *b), said, reason, 0.65)
    return None


def _frequencies(claim_words: Sequence[Word]) -> Iterator[tuple[tuple[int, int], str]]:
    table = table_of("scope_frequencies.csv")
    for at, word in enumerate(claim_words):
        if word.lower in table:
            yield (at, at + 1), table[word.lower]
        if [near.lower for near in claim_words[at : at + 4]] == ["for", "the", "most", "part"]:
            yield (at, at + 4), "usually"


# ---------------------------------------------------------------------------- only


def _only(alignment: Alignment, left: Sequence[Word], right: Sequence[Word]) -> Judgement | None:
    said = [
        {w.strip(_MARKS) for w in claim.sentence_text.lower().split()}
        for claim in (alignment.left, alignment.right)
    ]
    if overlap(content(left), content(right)) < _MIN_OVERLAP:
        return None
    for ours, theirs, known, turned in ((left, right, said[1], False), (right, left, said[0], True)):
        limits = [at for at, word in enumerate(ours) if word.lower in words_of("scope_only.txt")]
        for at in limits[:_MAX_RECORDS]:
            found = _against_all(ours, at, theirs) or _unlimited(ours, at, theirs, known)
            if found is not None:
                return _only_judgement(left, right, found, turned)
    return None


_Focus = tuple[Relation, float, tuple[int, int], tuple[int, int]]


def _only_judgement(left: Sequence[Word], right: Sequence[Word], found: _Focus, turned: bool) -> Judgement:
    relation, confidence, first, second = found
    a, b = (second, first) if turned else (first, second)
    said = _text(left, *a), _text(right, *b)
    reason = f"One says “{said[0]}”, the other “{said[1]}”: one limits what the other does not."
    return Judgement(relation, "only", reason, confidence, _span(left, *a), _span(right, *b), *said)


def _against_all(ours: Sequence[Word], at: int, theirs: Sequence[Word]) -> _Focus | None:
    """Only those buyers who complained / all buyers."""
    if len(content(ours) & content(theirs)) < _MIN_SHARED_ELSEWHERE:
        return None
    focus = {word.stem for word in ours[at + 1 : at + 1 + _MAX_FOCUS] if word.content}
    for other in _quantified(theirs):
        if other.every and other.noun in focus:
            end = next(i for i in range(at + 1, len(ours)) if ours[i].stem == other.noun) + 1
            return Relation.CONTRADICTION, 0.75, (at, end), (other.first, other.end)
    return None


def _unlimited(ours: Sequence[Word], at: int, theirs: Sequence[Word], known: set[str]) -> _Focus | None:
    """Used only a private account / used a private account."""
    following = ours[at + 1] if at + 1 < len(ours) else None
    if following is None or following.opens or (not following.content and following.lower not in _LEADING):
        return None
    elsewhere = words_of("scope_only_else.txt")
    if known & elsewhere or (at and ours[at - 1].lower in {"not", "n't"}):
        return None
    if len(content(ours) & content(theirs)) < _MIN_SHARED_FOCUS or _jaccard(ours, theirs) < _MIN_JACCARD_ONLY:
        return None
    focus = [i for i in range(at + 1, min(at + 1 + _MAX_FOCUS, len(ours))) if ours[i].content]
    if len(focus) > 1 and ours[focus[1]].opens:
        return None  # "open only to walkers, cyclists and trams" says as much as a list does
    for i in focus[:2]:
        there = next((j for j, word in enumerate(theirs) if word.stem == ours[i].stem), None)
        if there is not None:
            return Relation.DRIFT, 0.55, (at, i + 1), (there, there + 1)
    return None


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
    for at in _superlatives(left):
        for there in _superlatives(right):
            if left[at].lower == right[there].lower:
                found = _record_judgement(left, at, right, there)
                if found is not None:
                    return found
    return None


def _superlatives(claim_words: Sequence[Word]) -> list[int]:
    listed = words_of("scope_superlatives.txt")
    return [at for at, word in enumerate(claim_words) if word.lower in listed][:_MAX_RECORDS]


def _record_judgement(left: Sequence[Word], at: int, right: Sequence[Word], there: int) -> Judgement | None:
    ours, theirs = frame(left, at, at + 1), frame(right, there, there + 1)
    narrowed = _narrowed(left, at, right, there)
    if narrowed is not None:
        return narrowed
    if not set(ours.before) & set(theirs.before) or different_names(left, ours, right, theirs):
        return None
    ends = _phrase_end(left, at), _phrase_end(right, there)
    phrases = left[at + 1 : ends[0]], right[there + 1 : ends[1]]
    if not (_wider(phrases[0], phrases[1], left) or _wider(phrases[1], phrases[0], right)):
        return None
    said = _text(left, at, ends[0]), _text(right, there, ends[1])
    reason = f"One says “{said[0]}”, the other “{said[1]}”: the records are not of one scope."
    return _judgement("record", _span(left, at, ends[0]), _span(right, there, ends[1]), said, reason, 0.65)


def _narrowed(left: Sequence[Word], at: int, right: Sequence[Word], there: int) -> Judgement | None:
    """The most valuable technology company / the most valuable company: one kind only, or all."""
    phrases = _noun_phrase(left, at), _noun_phrase(right, there)
    if left[at].lower == "first" or not all(phrases) or overlap(content(left), content(right)) < _MIN_RECORD:
        return None
    ours, theirs = ([word.stem for word in phrase] for phrase in phrases)
    more, fewer, known = (ours, theirs, right) if len(ours) > len(theirs) else (theirs, ours, left)
    added = [stem for stem in more if stem not in fewer]
    if ours[-1] != theirs[-1] or not added or not set(fewer) <= set(more):
        return None
    if {word.stem for word in known} & set(added):
        return None
    ends = at + 1 + len(phrases[0]), there + 1 + len(phrases[1])
    said = _text(left, at, ends[0]), _text(right, there, ends[1])
    reason = f"One says “{said[0]}”, the other “{said[1]}”: the records are not of one scope."
    return _judgement("record", _span(left, at, ends[0]), _span(right, there, ends[1]), said, reason, 0.65)


def _noun_phrase(claim_words: Sequence[Word], at: int) -> Sequence[Word]:
    """The content words right behind a superlative, up to the first other word."""
    end = at + 1
    while end < len(claim_words) and claim_words[end].content and not claim_words[end].opens:
        end += 1
    return claim_words[at + 1 : end]


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
        and (2 * len(limit & known) <= len(limit) or _is_named(limited, known))
    )


def _is_named(limited: Sequence[Word], known: set[str]) -> bool:
    """Whether a name that the other claim lacks limits the record: "in the American car industry"."""
    return any(word.capital and word.content and word.stem not in known for word in limited)


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
