"""Two aligned claims in, the pairs of their facts that fill the same slot out.

Facts that agree are matched first, and whatever has an agreeing partner on the other side is never held
against a different value. What is left is paired by what it measures and by the words around it, the close
ones counting more, the surest pair first. ``pairs(a, b)`` is the mirror of ``pairs(b, a)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rapidfuzz import fuzz

from factcheck.align.occasions import Occasion, occasion, partial
from factcheck.align.same_matter import NO, SURE, Likeness, likeness, recurs, same_matter
from factcheck.align.words import stem, stems
from factcheck.records import (
    AnyFact,
    Bound,
    Claim,
    FactPair,
    Hedge,
    Kind,
    Name,
    NameKind,
    Polarity,
    Published,
    Quantity,
    Quotation,
    Status,
    TimeRelation,
    TimeValue,
    TimexType,
    Title,
)

MIN_SCORE = 0.5  # a differing pair below this is not taken to fill one slot
OTHER_PERSONS = 0.4  # how much surer a figure or time must be where the claims name different persons
REACH = 6  # content words looked at on either side of a fact
FADE = 0.7  # what each word further away counts, of the one before it
ACROSS = 0.4  # what a word beyond a comma, a dash or an "and" counts
MIN_SIMILAR_NAMES = 75.0  # rapidfuzz ratio, 0 to 100
MAX_ROUNDING = Decimal("0.05")  # of the amount
ROUGHLY = Decimal("0.1")
FAR_BEYOND = 2
MAX_TIMES_LARGER = 20  # a figure without a noun is not held against one of another order
MAX_TIMES_WIDER = 32  # a month may stand for its day; a year says nothing of the day
BY_EVENT = 0.6  # what a differing pair scores at least where act and subject agree
MIN_SHARE_OF_OTHER_GRAIN = 0.6  # of the words, where one time is far wider than the other
DAYS_IN_A_DATE = 1.5  # one and a half: "early March" and a time of day are still one grain
SECONDS_OF_DAY = 86400.0
MAX_DAYS_OLD = 2  # what happened so long before publication is told as the day's news

_UNDATED = Published()
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*|[,;:()–—]")
_BREAKS = frozenset([*",;:()–—", "and", "but", "while", "whereas"])
_ABOUT_PERSONS = frozenset({Kind.NUMBER, Kind.TIME})
_FLOORS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_CEILINGS = frozenset({Bound.LESS_THAN, Bound.AT_MOST, Bound.NEARLY})
_FAMILIES = {"%": "share", "pp": "share"}
_ANYWHERE = frozenset({"ordinal", "score", "age"})  # an act alone does not tell two of these apart
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class _Slot:
    """A fact with the words around it: stems with their weights, and its direct neighbours."""

    fact: AnyFact
    before: Mapping[str, float]
    after: Mapping[str, float]
    previous: str
    following: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """How facts of one kind are paired: may two be one slot, do they agree, how sure is the slot (0 to 1)."""

    comparable: Callable[[_Slot, _Slot], bool]
    agree: Callable[[_Slot, _Slot], bool]
    score: Callable[[_Slot, _Slot, bool], float]  # the flag: no other candidate on either side


_Gate = Callable[[_Slot, _Slot, float], float]  # the score of a differing pair after asking for one event


@dataclass(frozen=True, slots=True)
class Prepared:
    """What pairing reads of one claim, read once: it meets many others."""

    claim: Claim
    slots: Mapping[Kind, Sequence[_Slot]]
    persons: Sequence[frozenset[str]]
    content: frozenset[str]  # stems outside of times and figures
    published: Published


def prepared(claim: Claim, published: Published = _UNDATED) -> Prepared:
    words = _words(claim.sentence_text, claim.sentence.start)
    slots = {kind: _slots(claim, kind, words) for kind in _RULES}
    taken = {found for fact in claim.facts if fact.kind in _ABOUT_PERSONS for found in stems(fact.text)}
    content = frozenset(stems(claim.text)) - taken
    return Prepared(claim, slots, _persons(claim), content, published)


def pairs(left: Claim, right: Claim) -> tuple[FactPair, ...]:
    """The facts of two claims that belong together, of every kind, sorted by both spans."""
    return paired(prepared(left), prepared(right))


def paired(left: Prepared, right: Prepared) -> tuple[FactPair, ...]:
    """The same, of prepared claims: the dates of publication tell a recurring event from a misdated one."""
    found: list[FactPair] = []
    strangers = _about_others(left, right)
    alike = likeness(left.content, right.content)
    for kind, rule in _RULES.items():
        if not (left.slots[kind] and right.slots[kind]):
            continue
        malus = OTHER_PERSONS if strangers and kind in _ABOUT_PERSONS else 0.0
        gate = _gate(left, right, alike, kind)
        found += _chosen(left.slots[kind], right.slots[kind], rule, MIN_SCORE + malus, gate)
    return tuple(sorted(found, key=lambda pair: (pair.left.span, pair.right.span, pair.left.kind)))


def _chosen(
    left: Sequence[_Slot], right: Sequence[_Slot], rule: _Rule, min_score: float, gate: _Gate
) -> list[FactPair]:
    fit = [(i, j) for i, a in enumerate(left) for j, b in enumerate(right) if rule.comparable(a, b)]
    agreeing = [(i, j) for i, j in fit if rule.agree(left[i], right[j])]
    taken = {i for i, _ in agreeing}, {j for _, j in agreeing}
    differing = [(i, j) for i, j in fit if i not in taken[0] and j not in taken[1]]
    scores = {(i, j): rule.score(left[i], right[j], _is_only(fit, i, j)) for i, j in (*agreeing, *differing)}
    scores |= {(i, j): gate(left[i], right[j], scores[i, j]) for i, j in differing}
    exact = [(i, j) for i, j in agreeing if left[i].fact.value.label == right[j].fact.value.label]
    chosen = _assigned(exact, scores, [])
    chosen = _assigned(agreeing, scores, chosen)
    chosen = _assigned([p for p in differing if scores[p] >= min_score], scores, chosen)
    return [FactPair(left[i].fact, right[j].fact, round(scores[i, j], 3)) for i, j in chosen]


# ------------------------------------------------------------------------------------- one event


def _gate(left: Prepared, right: Prepared, alike: Likeness, kind: Kind) -> _Gate:
    """What a pair of differing values scores once it is asked whether both speak of one event."""
    if kind is Kind.TIME:
        return lambda a, b, score: _gated_time(left, right, alike, a, b, score)
    if kind is Kind.NUMBER:
        return lambda a, b, score: _gated_number(left, right, alike, a, b, score)
    return lambda _a, _b, score: score


def _occasion(claim: Claim, slot: _Slot) -> Occasion:
    offset = claim.sentence.start
    return occasion(claim.sentence_text, slot.fact.span.start - offset, slot.fact.span.end - offset)


def _partial(claim: Claim, slot: _Slot) -> bool:
    offset = claim.sentence.start
    return partial(claim.sentence_text, slot.fact.span.start - offset, slot.fact.span.end - offset)


def _gated_time(left: Prepared, right: Prepared, alike: Likeness, a: _Slot, b: _Slot, score: float) -> float:
    one, other = _occasion(left.claim, a), _occasion(right.claim, b)
    sure = same_matter(one, other, alike)
    if sure == NO or (sure < SURE and _of_other_grain(a, b)):
        return 0.0
    if _of_other_grain(a, b) and alike.share < MIN_SHARE_OF_OTHER_GRAIN:
        return 0.0
    if recurs(one, other) and _each_its_own_day(left, right, a, b):
        return 0.0
    return max(score, BY_EVENT) if sure == SURE else score


def _of_other_grain(a: _Slot, b: _Slot) -> bool:
    """Whether one time is so much wider that it hardly dates the same: a founding year, an opening day."""
    widths = [_width(slot.fact.value) for slot in (a, b)]
    if None in widths:
        return False
    narrow, wide = sorted(width for width in widths if width is not None)
    return wide > narrow * MAX_TIMES_WIDER * DAYS_IN_A_DATE


def _width(value: object) -> float | None:
    """The seconds between both ends of a placed time, a day at least."""
    if not isinstance(value, TimeValue) or value.earliest is None or value.latest is None:
        return None
    return max((value.latest - value.earliest).total_seconds(), SECONDS_OF_DAY)


def _each_its_own_day(left: Prepared, right: Prepared, a: _Slot, b: _Slot) -> bool:
    """Whether each outlet tells of the days before it was published: a second meeting, not a misdated one."""
    days = _days_before(left.published, a), _days_before(right.published, b)
    if days[0] is None or days[1] is None or left.published.earliest == right.published.earliest:
        return False
    return all(0 <= since <= MAX_DAYS_OLD for since in days if since is not None)


def _days_before(published: Published, slot: _Slot) -> int | None:
    value = slot.fact.value
    if not isinstance(value, TimeValue) or value.earliest is None or published.earliest is None:
        return None
    short = value.latest is not None and (value.latest - value.earliest).days < 1
    return (published.earliest.date() - value.earliest.date()).days if short else None


def _gated_number(
    left: Prepared, right: Prepared, alike: Likeness, a: _Slot, b: _Slot, score: float
) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit in _ANYWHERE:
        return score
    if one.unit == "count" and _partial(left.claim, a) != _partial(right.claim, b):
        return 0.0  # three of the five
    counted = one.noun == other.noun and bool(one.noun or one.unit != "count")
    if counted and score < BY_EVENT:
        sure = same_matter(_occasion(left.claim, a), _occasion(right.claim, b), alike)
        return max(score, BY_EVENT) if sure == SURE else score
    return score


def _about_others(left: Prepared, right: Prepared) -> bool:
    """Whether both claims name persons and none of them is the same: two people's votes are two figures."""
    ours, theirs = left.persons, right.persons
    return bool(ours and theirs) and not any(_shared(one, other) for one in ours for other in theirs)


def _persons(claim: Claim) -> list[frozenset[str]]:
    """The words of each person's name; two words of no known kind are taken for a person."""
    named = [fact.value for fact in claim.facts if isinstance(fact.value, Name) and fact.kind is Kind.NAME]
    return [
        frozenset(_name_words(name.full))
        for name in named
        if name.kind is NameKind.PERSON or (name.kind is NameKind.OTHER and len(_name_words(name.full)) > 1)
    ]


def _shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have a word in common, or one that differs by a letter or two."""
    return any(fuzz.ratio(a, b) >= MIN_SIMILAR_NAMES for a in one for b in other)


def _is_only(fit: Sequence[tuple[int, int]], i: int, j: int) -> bool:
    return sum(1 for p in fit if p[0] == i or p[1] == j) == 1


def _assigned(
    offered: Sequence[tuple[int, int]],
    scores: Mapping[tuple[int, int], float],
    chosen: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """``chosen`` and the best of ``offered``, each fact once; ties go by place, either side alike."""
    kept = list(chosen)
    order = sorted(offered, key=lambda p: (-scores[p], p[0] + p[1], abs(p[0] - p[1])))
    groups: dict[tuple[float, int, int], list[tuple[int, int]]] = {}
    for p in order:
        groups.setdefault((-scores[p], p[0] + p[1], abs(p[0] - p[1])), []).append(p)
    for group in groups.values():
        free = [p for p in group if not any(p[0] == k[0] or p[1] == k[1] for k in kept)]
        # Two mirrored candidates, (0, 1) and (1, 0), share no fact, so taking both keeps the symmetry.
        kept += free
    return kept


# ------------------------------------------------------------------------------------- the words around


def _slots(claim: Claim, kind: Kind, words: Sequence[tuple[str, int, int]]) -> list[_Slot]:
    """The claim's facts of one kind in order, each once, with the words around them."""
    facts = sorted({fact.span: fact for fact in claim.facts if fact.kind is kind}.items())
    return [_slot(fact, words) for _, fact in facts]


def _words(text: str, offset: int) -> list[tuple[str, int, int]]:
    return [(m[0].lower(), offset + m.start(), offset + m.end()) for m in _WORD.finditer(text)]


def _slot(fact: AnyFact, words: Sequence[tuple[str, int, int]]) -> _Slot:
    before = [word for word, _, end in words if end <= fact.span.start]
    after = [word for word, start, _ in words if start >= fact.span.end]
    return _Slot(fact, _weighed(before[::-1]), _weighed(after), _neighbour(before[::-1]), _neighbour(after))


def _neighbour(words: Sequence[str]) -> str:
    """The stem of the nearest word or sign; a sign for the end of the sentence."""
    return stem(words[0]) if words else "."


def _weighed(words: Sequence[str]) -> dict[str, float]:
    """Stems of the nearest content words; the further, and beyond a comma, the lighter."""
    weights: dict[str, float] = {}
    weight = 1.0
    for word in words:
        if word in _BREAKS:
            weight *= ACROSS
        elif not word[0].isdecimal() and (content := stems(word)):
            weights.setdefault(content[0], weight)
            weight *= FADE
        if len(weights) == REACH:
            break
    return weights


def _context(a: _Slot, b: _Slot) -> float:
    """How far the words around two facts agree, 0 to 1; the side they stand on does not matter."""
    left, right = _both_sides(a), _both_sides(b)
    smaller = min(sum(left.values()), sum(right.values()))
    shared = sum(min(left[word], right[word]) for word in sorted(left.keys() & right.keys()))
    if not smaller:
        return 0.0
    whole = (sum(left.values()) + sum(right.values())) / 2
    return shared / ((smaller + whole) / 2)


def _both_sides(slot: _Slot) -> dict[str, float]:
    words = dict(slot.before)
    for word, weight in slot.after.items():
        words[word] = max(weight, words.get(word, 0.0))
    return words


def _same_neighbours(a: _Slot, b: _Slot) -> int:
    return (a.previous == b.previous) + (a.following == b.following)


# ------------------------------------------------------------------------------------- numbers


def _family(unit: str) -> str:
    if unit in _FAMILIES:
        return _FAMILIES[unit]
    return "money" if len(unit) == 3 and unit.isupper() else unit


def _numbers_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    if _family(one.unit) != _family(other.unit):
        return False
    if one.noun == other.noun:
        return True
    small, large = sorted((abs(one.amount), abs(other.amount)))
    return not (one.noun and other.noun) and large <= small * MAX_TIMES_LARGER


def _numbers_agree(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit != other.unit:
        return False
    if "score" in (one.unit, other.unit):
        return one.amount == other.amount and one.upper == other.upper
    if (one.bound in _FLOORS and other.bound in _CEILINGS) or (
        one.bound in _CEILINGS and other.bound in _FLOORS
    ):
        return one.amount != other.amount and _overlap(one, other)
    if one.bound in _FLOORS and other.bound in _FLOORS:
        return _near(one, other)
    return _overlap(one, other)


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether two floors can bound one figure: the same, or one of them rounded down."""
    apart = abs(one.amount - other.amount)
    return apart == 0 or (one.step != other.step and apart < max(one.step, other.step))


def _overlap(one: Quantity, other: Quantity) -> bool:
    low, high = _range(one, other)
    other_low, other_high = _range(other, one)
    return low <= other_high and other_low <= high


def _range(value: Quantity, other: Quantity) -> tuple[Decimal, Decimal]:
    """The amounts a figure allows: its rounding where it is the coarser one, a bound's open side."""
    amount, top = value.amount, value.amount if value.upper is None else value.upper
    if value.bound in _FLOORS:
        return amount, abs(amount) * FAR_BEYOND + value.step
    if value.bound is Bound.NEARLY:
        return amount - max(value.step / 2, abs(amount) * ROUGHLY), top
    if value.bound in _CEILINGS:
        return Decimal(0), top
    slack = min(value.step / 2, abs(amount) * MAX_ROUNDING) if value.step > other.step else Decimal(0)
    if value.bound is Bound.ABOUT:
        slack = max(slack, abs(amount) * ROUGHLY)
    return amount - slack, top + slack


def _number_score(a: _Slot, b: _Slot, only: bool) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return 0.0
    if one.unit == "ordinal":  # "in the 33rd minute": its neighbours say nothing
        return 0.05 + 0.55 * _context(a, b) + 0.1 * only
    counted = 0.42 if one.noun and one.noun == other.noun else 0.2
    base = counted if one.unit == "count" else 0.35
    # "from 9" and "to 9" are two ends of one change.
    turned = {a.previous, b.previous} == {"from", "to"}
    return min(1.0, base + 0.55 * _context(a, b) + 0.1 * only + 0.05 * _same_neighbours(a, b) - 0.3 * turned)


# ------------------------------------------------------------------------------------- times


def _group(value: TimeValue) -> str:
    return "date" if value.type in {TimexType.DATE, TimexType.TIME} else value.type.value


def _times_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, TimeValue) and isinstance(other, TimeValue)):
        return False
    return _group(one) == _group(other)


def _times_agree(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, TimeValue) and isinstance(other, TimeValue)):
        return False
    if one.label == other.label:
        return True
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    if one.latest < other.earliest or other.latest < one.earliest:
        return False
    widths = sorted(
        (value[1] - value[0]).total_seconds() + 60
        for value in ((one.earliest, one.latest), (other.earliest, other.latest))
    )
    return widths[1] <= widths[0] * MAX_TIMES_WIDER or _context(a, b) >= 0.5


def _time_score(a: _Slot, b: _Slot, only: bool) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, TimeValue) and isinstance(other, TimeValue)):
        return 0.0
    plain = {one.relation, other.relation} <= {TimeRelation.AT, TimeRelation.BY}
    relation = 0.15 if one.relation is other.relation else 0.08 if plain else 0.0
    return min(1.0, 0.2 + relation + 0.6 * _context(a, b) + 0.15 * only)


# ------------------------------------------------------------------------------------- titles


def _name_words(name: str) -> tuple[str, ...]:
    words = tuple(word.strip(".,").lower() for word in name.split())
    return tuple(word for word in words if word and word not in _SUFFIXES)


def _person_score(one: Title, other: Title) -> float:
    """1 for one full name, 0.9 for one surname, 0.6 for two unnamed holders of one office, else 0."""
    left, right = _name_words(one.name), _name_words(other.name)
    if not left and not right:
        return 0.6 if one.office == other.office else 0.0
    if not left or not right or left[-1] != right[-1]:
        return 0.0
    if left == right:
        return 1.0
    given = left[0][0] == right[0][0] or min(len(left), len(right)) == 1
    return 0.9 if given else 0.0


def _titles_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return isinstance(one, Title) and isinstance(other, Title) and _person_score(one, other) > 0


def _titles_agree(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Title) and isinstance(other, Title)):
        return False
    return (one.office, one.modifiers) == (other.office, other.modifiers)


def _title_score(a: _Slot, b: _Slot, only: bool) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Title) and isinstance(other, Title)):
        return 0.0
    alike = fuzz.token_set_ratio(one.office, other.office) / 100
    return _person_score(one, other) * (0.85 + 0.1 * alike + 0.05 * only)


# ------------------------------------------------------------------------------------- names


def _names_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Name) and isinstance(other, Name)):
        return False
    return one.kind is other.kind or NameKind.OTHER in (one.kind, other.kind)


def _names_agree(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return (
        isinstance(one, Name) and isinstance(other, Name) and _one_name(one.full.lower(), other.full.lower())
    )


@cache
def _one_name(one: str, other: str) -> bool:
    """One name, a part of it, or a spelling of it; "Ilse Brandt" and "Ines Brandt" are two."""
    left, right = set(_name_words(one)), set(_name_words(other))
    return left == right or left <= right or right <= left


def _name_score(a: _Slot, b: _Slot, only: bool) -> float:
    """How sure two names fill one slot: both neighbours alike, or one and a name that looks alike."""
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Name) and isinstance(other, Name)):
        return 0.0
    neighbours, context = _same_neighbours(a, b), _context(a, b)
    alike = fuzz.ratio(one.full.lower(), other.full.lower()) >= MIN_SIMILAR_NAMES
    if neighbours == 2:
        return 0.55 + 0.4 * context + 0.05 * alike
    if neighbours == 1 or alike:
        return 0.4 * alike + 0.55 * context + 0.05 * (only + neighbours)
    return 0.5 * context


# ------------------------------------------------------------------------------------- the others


def _polarities_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return isinstance(one, Polarity) and isinstance(other, Polarity) and one.predicate == other.predicate


def _statuses_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return isinstance(one, Status) and isinstance(other, Status) and one.ladder == other.ladder


def _hedges_comparable(a: _Slot, b: _Slot) -> bool:
    return isinstance(a.fact.value, Hedge) and isinstance(b.fact.value, Hedge)


def _quotes_comparable(a: _Slot, b: _Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quotation) and isinstance(other, Quotation)):
        return False
    return fuzz.token_set_ratio(one.words.lower(), other.words.lower()) >= MIN_SIMILAR_NAMES


def _same_label(a: _Slot, b: _Slot) -> bool:
    return a.fact.value.label == b.fact.value.label


def _by_context(a: _Slot, b: _Slot, only: bool) -> float:
    return min(1.0, 0.4 + 0.5 * _context(a, b) + 0.1 * only)


def _always(_a: _Slot, _b: _Slot, _only: bool) -> float:
    return 0.9


_RULES: Mapping[Kind, _Rule] = {
    Kind.TIME: _Rule(_times_comparable, _times_agree, _time_score),
    Kind.NUMBER: _Rule(_numbers_comparable, _numbers_agree, _number_score),
    Kind.TITLE: _Rule(_titles_comparable, _titles_agree, _title_score),
    Kind.NAME: _Rule(_names_comparable, _names_agree, _name_score),
    Kind.PLACE: _Rule(_names_comparable, _names_agree, _name_score),
    Kind.POLARITY: _Rule(_polarities_comparable, _same_label, _by_context),
    Kind.HEDGE: _Rule(_hedges_comparable, _same_label, _by_context),
    Kind.STATUS: _Rule(_statuses_comparable, _same_label, _by_context),
    Kind.QUOTE: _Rule(_quotes_comparable, _same_label, _always),
}
