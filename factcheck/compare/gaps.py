"""Two aligned claims in, the one gap in which they differ out: what one has in the other's place.

Most content words are shared, whatever their order; then the wording alone says that both speak of one
matter, and what fills the gap is compared although no slot of an event was found for it. Two gaps at once
are two events of one kind and give none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factcheck.compare.clauses import Word, different_speakers, hedges_over, kin, words, words_in
from factcheck.compare.names import same_name
from factcheck.compare.places import same_place
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Bound,
    Claim,
    Judgement,
    Kind,
    Name,
    NameKind,
    Quantity,
    Relation,
    Span,
    TimeValue,
)

MIN_SHARED = 3  # content stems that both claims have, facts left out
MIN_SHARE = 0.6  # of the content stems of both claims, what fills the gap left out
MIN_SHARE_NEAR = 0.4  # where two contrary words stand before the same word
MIN_SHARE_DENIED = 0.75  # a denial is told by one word: nearly all the others must be the same
MAX_LEFT_OVER = 4  # content stems that stand on one side only
# below what the comparators of names, figures and dates say, whose reasons tell an editor more
CONFIDENCE = {"name": 0.65, "figure": 0.65, "date": 0.65, "sense": 0.7, "contrast": 0.65, "denial": 0.65}
_NEGATIONS = frozenset({"no", "not", "never", "nobody", "none", "neither", "nor", "without", "cannot"})
_SOFTENED = frozenset({"only", "just", "merely", "necessarily", "yet", "until"})  # "not only", "not until"
# with these a denial may say what the other side states: "no ... before" is "the first"
_TURNS_DENIAL = frozenset(
    {"because", "before", "but", "ever", "first", "last", "less", "only", "rather", "since", "than", "unless"}
    | {"until", "yet"}
)
_CONVERSE = frozenset({"borrow", "buy"})  # what one sells the other buys
_LINKS = frozenset({"the", "a", "an", "its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Gap:
    """What one claim has where the other has something else."""

    rung: str
    left: Span
    right: Span
    left_value: str
    right_value: str
    reason: str
    relation: Relation = Relation.CONTRADICTION


@dataclass(frozen=True, slots=True)
class _Side:
    claim: Claim
    words: tuple[Word, ...]

    def outside(self, kinds: frozenset[Kind]) -> tuple[Word, ...]:
        """The content words that stand in no fact of these kinds."""
        spans = [fact.span for fact in self.claim.facts if fact.kind in kinds]
        return tuple(w for w in self.words if w.content and not any(s.overlaps(w.span) for s in spans))

    def before(self, span: Span) -> str:
        """The nearest word before a fact that is no article or possessive."""
        earlier = [w.lower for w in self.words if w.span.end <= span.start and w.lower not in _LINKS]
        return earlier[-1] if earlier else ""

    def after(self, span: Span) -> str:
        later = [w.stem for w in self.words if w.span.start >= span.end]
        return later[0] if later else ""

    def beside(self, word: Word) -> frozenset[str]:
        """The stems of the next two content words; none where a figure follows: "against about 600"."""
        behind = [w for w in self.words if w.span.start >= word.span.end]
        if any(w.lower[0].isdecimal() for w in behind[:2]):
            return frozenset()
        later = [w.stem for w in behind if w.content]
        return frozenset(later[:2])

    def denials(self) -> list[Word]:
        return [
            word
            for word, following in zip(self.words, [*(w.lower for w in self.words[1:]), ""], strict=True)
            if (word.lower in _NEGATIONS or word.lower.endswith(("n't", "n’t")))
            and following not in _SOFTENED
        ]


def judged(alignment: Alignment, rungs: Collection[str]) -> tuple[Judgement, ...]:
    """One judgement where the claims differ in one gap only, and its rung is one of these. Symmetric."""
    gap = _LAST.gap(alignment)
    if gap is None or gap.rung not in rungs:
        return ()
    values = gap.left_value, gap.right_value
    confidence = CONFIDENCE[gap.rung]
    return (Judgement(gap.relation, gap.rung, gap.reason, confidence, gap.left, gap.right, *values),)


class _Last:
    """The gap of the alignment asked for last: four comparators in turn ask for the same one.

    It is told by the very object, which is kept so that no other can take its place: equal claims of two
    stories are never mixed up.
    """

    def __init__(self) -> None:
        self._told: tuple[Alignment, Gap | None] | None = None

    def gap(self, alignment: Alignment) -> Gap | None:
        told = self._told
        if told is None or told[0] is not alignment:
            told = self._told = alignment, _lone(alignment)
        return told[1]


_LAST = _Last()


def _lone(alignment: Alignment) -> Gap | None:
    if alignment.within_one_article:
        return None  # one article tells of two things in like words more often than it errs
    left, right = (_Side(claim, words(claim)) for claim in (alignment.left, alignment.right))
    if _asked(left.claim) != _asked(right.claim):
        return None
    if different_speakers(left.claim, right.claim, left.words, right.words):
        return None
    gaps = [*_facts(left, right), *_senses(left, right), *_denial(left, right)]
    gaps = gaps or [*_contrasts(left, right)]
    if len(gaps) != 1:
        return None
    gap = gaps[0]
    if bool(hedges_over(left.claim, gap.left)) != bool(hedges_over(right.claim, gap.right)):
        return None  # "it is unclear whether two died"
    # a figure may have grown since: the quantities say whether it could
    return None if gap.rung == "figure" and _on_two_days(alignment) else gap


def _on_two_days(alignment: Alignment) -> bool:
    """Whether both articles are dated, on different days: a figure may well be told twice in one day."""
    one, other = alignment.left_published.earliest, alignment.right_published.earliest
    return one is not None and other is not None and one.date() != other.date()


def _asked(claim: Claim) -> bool:
    return claim.sentence_text.rstrip().endswith("?")


# ---------------------------------------------------------------------------- how much is shared

_VALUES = frozenset({Kind.NAME, Kind.PLACE, Kind.NUMBER, Kind.TIME})


def _alike(left: Sequence[Word], right: Sequence[Word], least: float) -> bool:
    ours, theirs = {word.stem for word in left}, {word.stem for word in right}
    shared = {one for one in ours if any(kin(one, other) for other in theirs)}
    of_both = 2 * len(shared) / max(len(ours) + len(theirs), 1)
    left_over = max(len(ours), len(theirs)) - len(shared)
    return len(shared) >= MIN_SHARED and of_both >= least and left_over <= MAX_LEFT_OVER


def _only(one: Sequence[Word], other: Sequence[Word]) -> list[Word]:
    """The words of one side that have no like on the other."""
    return [word for word in one if not any(kin(word.stem, found.stem) for found in other)]


# ---------------------------------------------------------------------------- names, figures, dates


def _facts(left: _Side, right: _Side) -> Iterator[Gap]:
    if not _alike(left.outside(_VALUES), right.outside(_VALUES), MIN_SHARE):
        return
    yield from _gap(left, right, "name", frozenset({Kind.NAME, Kind.PLACE}))
    yield from _gap(left, right, "figure", frozenset({Kind.NUMBER}))
    yield from _gap(left, right, "date", frozenset({Kind.TIME}))


def _gap(left: _Side, right: _Side, rung: str, kinds: frozenset[Kind]) -> Iterator[Gap]:
    """The lone fact of each side that the other side does not have, where both can fill one place."""
    ours, theirs = (_values(side, kinds) for side in (left, right))
    lone = [a for a in ours if not any(_agree(a, b) for b in theirs) and not _told(a, right)]
    other = [b for b in theirs if not any(_agree(a, b) for a in ours) and not _told(b, left)]
    if len(lone) != 1 or len(other) != 1:
        return
    (a,), (b,) = lone, other
    if _exclude(a, b) and _one_place(left, a.span, right, b.span, rung):
        reason = f"The two passages differ in one place only: “{a.text}” and “{b.text}”."
        yield Gap(rung, a.span, b.span, a.value.label, b.value.label, reason)


def _values(side: _Side, kinds: frozenset[Kind]) -> list[AnyFact]:
    inside = [fact for fact in side.claim.facts if fact.kind in kinds]
    return [fact for fact in inside if any(span.contains(fact.span) for span in side.claim.spans)]


def _told(fact: AnyFact, other: _Side) -> bool:
    """Whether the other side's sentence has the very words."""
    return fact.text.lower() in other.claim.sentence_text.lower()


def _agree(a: AnyFact, b: AnyFact) -> bool:
    one, other = a.value, b.value
    if isinstance(one, Name) and isinstance(other, Name):
        names = one.full, other.full
        # "the Swedes" are Sweden
        return same_name(*names) or same_place(*names) or kin(*(name.lower() for name in names))
    return one.label == other.label


def _exclude(a: AnyFact, b: AnyFact) -> bool:
    """Whether two values that are not equal cannot both be meant."""
    one, other = a.value, b.value
    if isinstance(one, Name) and isinstance(other, Name):
        return _one_sort(one, other)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        plain = one.bound is other.bound is Bound.EXACT and one.upper is other.upper is None
        return plain and (one.unit, one.noun, one.role) == (other.unit, other.noun, other.role)
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return _apart(one, other)
    return False


def _one_sort(one: Name, other: Name) -> bool:
    """A person is no body: "Ruiz" and "the ministry" may speak for each other."""
    return NameKind.PERSON not in (one.kind, other.kind) or one.kind is other.kind


def _apart(one: TimeValue, other: TimeValue) -> bool:
    """Whether two placed times of one grain and one relation have no moment in common."""
    if one.type is not other.type or one.relation is not other.relation or one.mod != other.mod:
        return False
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    widths = one.latest - one.earliest, other.latest - other.earliest
    one_grain = widths[0] == widths[1] or len(one.value) == len(other.value)
    return one_grain and (one.latest < other.earliest or other.latest < one.earliest)


def _one_place(left: _Side, a: Span, right: _Side, b: Span, rung: str) -> bool:
    """Whether the word before or the word after is the same; a name must follow the same word."""
    before = left.before(a) == right.before(b) != ""
    after = left.after(a) == right.after(b) != ""
    return before if rung == "name" else before or after


# ---------------------------------------------------------------------------- words and denials


def _senses(left: _Side, right: _Side) -> Iterator[Gap]:
    """The lone pair of words that a table gives to different values of one aspect."""
    ours, theirs = left.outside(_VALUES), right.outside(_VALUES)
    lone, other = _only(ours, theirs), _only(theirs, ours)
    pairs = [(a, b) for a in lone for b in other if _contrary(a, b)]
    if len(pairs) != 1 or left.denials() or right.denials():
        return
    (a, b), rest = pairs[0], pairs[0]
    if _alike([w for w in ours if w not in rest], [w for w in theirs if w not in rest], MIN_SHARE):
        reason = f"The two passages differ in one word: “{a.text}” and “{b.text}”."
        yield Gap("sense", a.span, b.span, a.lower, b.lower, reason, _weight(a))


def _contrasts(left: _Side, right: _Side) -> Iterator[Gap]:
    """The lone pair of contrary words before one word: "partly to staff", "wholly on a lack of staff"."""
    if (
        left.denials()
        or right.denials()
        or not _alike(left.outside(_VALUES), right.outside(_VALUES), MIN_SHARE_NEAR)
    ):
        return
    said = [{word.lower for word in words_in(side.claim.sentence_text, 0)} for side in (left, right)]
    pairs = [
        (a, b)
        for a in left.words
        if a.lower not in said[1]
        for b in right.words
        if b.lower not in said[0] and _contrary(a, b) and left.beside(a) & right.beside(b)
    ]
    if len(pairs) == 1:
        a, b = pairs[0]
        reason = f"Before the same word, one passage has “{a.text}”, the other “{b.text}”."
        yield Gap("contrast", a.span, b.span, a.lower, b.lower, reason, _weight(a))


def _weight(word: Word) -> Relation:
    """An exchanged quantity tells more or less of the same; the other senses exclude each other."""
    quantity = table_of("quote_senses.csv")[word.lower].startswith("quantity:")
    return Relation.DRIFT if quantity else Relation.CONTRADICTION


def _contrary(a: Word, b: Word) -> bool:
    senses = table_of("quote_senses.csv")
    one, other = senses.get(a.lower, ""), senses.get(b.lower, "")
    aspect = one.split(":")[0]
    if aspect == "quantity" and "quantity:all" not in (one, other):
        return False  # "few" may be "some"
    return bool(one and other) and one != other and aspect == other.split(":")[0] and aspect not in _CONVERSE


def _denial(left: _Side, right: _Side) -> Iterator[Gap]:
    """One claim with one denial more than the other, all else being the same."""
    ours, theirs = left.denials(), right.denials()
    if len(ours) + len(theirs) != 1 or _turned(right if ours else left, left if ours else right):
        return
    if not _alike(left.outside(frozenset()), right.outside(frozenset()), MIN_SHARE_DENIED):
        return
    word = (ours or theirs)[0]
    verb = _following(left if ours else right, word)
    twin = (
        next((w for w in (right if ours else left).words if kin(w.stem, verb.stem)), None) if verb else None
    )
    if verb is None or twin is None:
        return
    denied, stated = (word.span, twin.span) if ours else (twin.span, word.span)
    values = (f"not {verb.lower}", twin.lower)
    told = values if ours else values[::-1]
    yield Gap("denial", denied, stated, *told, f"One passage denies what the other states: “{verb.text}”.")


def _following(side: _Side, denial: Word) -> Word | None:
    return next((w for w in side.words if w.span.start > denial.span.start and w.content), None)


def _turned(stating: _Side, denying: _Side) -> bool:
    """Whether the sentence of the side that denies nothing denies in other words, or turns the denial."""
    ours, theirs = ({w.lower for w in words_in(side.claim.sentence_text, 0)} for side in (stating, denying))
    turning = words_of("polarity_turning.txt") | _TURNS_DENIAL
    denied = any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in ours)
    return denied or bool(ours & turning) or bool(theirs & _TURNS_DENIAL) or _supposed(stating)


def _supposed(side: _Side) -> bool:
    """Whether an idea, a claim or a condition holds the statement, which nobody makes: "the idea that"."""
    return any(fact.kind is Kind.HEDGE for fact in side.claim.facts)
