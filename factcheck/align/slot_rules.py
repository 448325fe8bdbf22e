"""How facts of each kind are paired: may two fill one slot, do they agree, how sure is the slot.

One rule a kind, in ``RULES``; a kind without a rule is not paired.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rapidfuzz import fuzz

from factcheck.align.surroundings import Slot, context, same_neighbours
from factcheck.records import (
    Bound,
    Hedge,
    Kind,
    Name,
    NameKind,
    Polarity,
    Quantity,
    Quotation,
    Status,
    TimeRelation,
    TimeValue,
    TimexType,
    Title,
)

MIN_SIMILAR_NAMES = 75.0  # rapidfuzz ratio, 0 to 100
MAX_ROUNDING = Decimal("0.05")  # of the amount
ROUGHLY = Decimal("0.1")
FAR_BEYOND = 2
MAX_TIMES_LARGER = 20  # a figure without a noun is not held against one of another order
MAX_TIMES_WIDER = 32  # a month may stand for its day; a year says nothing of the day

_FLOORS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_CEILINGS = frozenset({Bound.LESS_THAN, Bound.AT_MOST, Bound.NEARLY})
_FAMILIES = {"%": "share", "pp": "share"}
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Rule:
    """How facts of one kind are paired: may two be one slot, do they agree, how sure is the slot (0 to 1)."""

    comparable: Callable[[Slot, Slot], bool]
    agree: Callable[[Slot, Slot], bool]
    score: Callable[[Slot, Slot, bool], float]  # the flag: no other candidate on either side


# ------------------------------------------------------------------------------------- numbers


def _family(unit: str) -> str:
    if unit in _FAMILIES:
        return _FAMILIES[unit]
    return "money" if len(unit) == 3 and unit.isupper() else unit


def _numbers_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    if _family(one.unit) != _family(other.unit):
        return False
    if one.noun == other.noun:
        return True
    small, large = sorted((abs(one.amount), abs(other.amount)))
    return not (one.noun and other.noun) and large <= small * MAX_TIMES_LARGER


def _numbers_agree(a: Slot, b: Slot) -> bool:
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


def _number_score(a: Slot, b: Slot, only: bool) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return 0.0
    if one.unit == "ordinal":  # "in the 33rd minute": its neighbours say nothing
        return 0.05 + 0.55 * context(a, b) + 0.1 * only
    counted = 0.42 if one.noun and one.noun == other.noun else 0.2
    base = counted if one.unit == "count" else 0.35
    # "from 9" and "to 9" are two ends of one change.
    turned = {a.previous, b.previous} == {"from", "to"}
    return min(1.0, base + 0.55 * context(a, b) + 0.1 * only + 0.05 * same_neighbours(a, b) - 0.3 * turned)


# ------------------------------------------------------------------------------------- times


def _group(value: TimeValue) -> str:
    return "date" if value.type in {TimexType.DATE, TimexType.TIME} else value.type.value


def _times_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, TimeValue) and isinstance(other, TimeValue)):
        return False
    return _group(one) == _group(other)


def _times_agree(a: Slot, b: Slot) -> bool:
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
    return widths[1] <= widths[0] * MAX_TIMES_WIDER or context(a, b) >= 0.5


def _time_score(a: Slot, b: Slot, only: bool) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, TimeValue) and isinstance(other, TimeValue)):
        return 0.0
    plain = {one.relation, other.relation} <= {TimeRelation.AT, TimeRelation.BY}
    relation = 0.15 if one.relation is other.relation else 0.08 if plain else 0.0
    return min(1.0, 0.2 + relation + 0.6 * context(a, b) + 0.15 * only)


# ------------------------------------------------------------------------------------- titles


def name_words(name: str) -> tuple[str, ...]:
    words = tuple(word.strip(".,").lower() for word in name.split())
    return tuple(word for word in words if word and word not in _SUFFIXES)


def _person_score(one: Title, other: Title) -> float:
    """1 for one full name, 0.9 for one surname, 0.6 for two unnamed holders of one office, else 0."""
    left, right = name_words(one.name), name_words(other.name)
    if not left and not right:
        return 0.6 if one.office == other.office else 0.0
    if not left or not right or left[-1] != right[-1]:
        return 0.0
    if left == right:
        return 1.0
    given = left[0][0] == right[0][0] or min(len(left), len(right)) == 1
    return 0.9 if given else 0.0


def _titles_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return isinstance(one, Title) and isinstance(other, Title) and _person_score(one, other) > 0


def _titles_agree(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Title) and isinstance(other, Title)):
        return False
    return (one.office, one.modifiers) == (other.office, other.modifiers)


def _title_score(a: Slot, b: Slot, only: bool) -> float:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Title) and isinstance(other, Title)):
        return 0.0
    alike = fuzz.token_set_ratio(one.office, other.office) / 100
    return _person_score(one, other) * (0.85 + 0.1 * alike + 0.05 * only)


# ------------------------------------------------------------------------------------- names


def _names_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Name) and isinstance(other, Name)):
        return False
    return one.kind is other.kind or NameKind.OTHER in (one.kind, other.kind)


def _names_agree(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return (
        isinstance(one, Name) and isinstance(other, Name) and _one_name(one.full.lower(), other.full.lower())
    )


@cache
def _one_name(one: str, other: str) -> bool:
    """One name, a part of it, or a spelling of it; "Ilse Brandt" and "Ines Brandt" are two."""
    left, right = set(name_words(one)), set(name_words(other))
    return left == right or left <= right or right <= left


def _name_score(a: Slot, b: Slot, only: bool) -> float:
    """How sure two names fill one slot: both neighbours alike, or one and a name that looks alike."""
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Name) and isinstance(other, Name)):
        return 0.0
    neighbours, around = same_neighbours(a, b), context(a, b)
    alike = fuzz.ratio(one.full.lower(), other.full.lower()) >= MIN_SIMILAR_NAMES
    if neighbours == 2:
        return 0.55 + 0.4 * around + 0.05 * alike
    if neighbours == 1 or alike:
        return 0.4 * alike + 0.55 * around + 0.05 * (only + neighbours)
    return 0.5 * around


# ------------------------------------------------------------------------------------- the others


def _polarities_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return isinstance(one, Polarity) and isinstance(other, Polarity) and one.predicate == other.predicate


def _statuses_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    return isinstance(one, Status) and isinstance(other, Status) and one.ladder == other.ladder


def _hedges_comparable(a: Slot, b: Slot) -> bool:
    return isinstance(a.fact.value, Hedge) and isinstance(b.fact.value, Hedge)


def _quotes_comparable(a: Slot, b: Slot) -> bool:
    one, other = a.fact.value, b.fact.value
    if not (isinstance(one, Quotation) and isinstance(other, Quotation)):
        return False
    return fuzz.token_set_ratio(one.words.lower(), other.words.lower()) >= MIN_SIMILAR_NAMES


def _same_label(a: Slot, b: Slot) -> bool:
    return a.fact.value.label == b.fact.value.label


def _by_context(a: Slot, b: Slot, only: bool) -> float:
    return min(1.0, 0.4 + 0.5 * context(a, b) + 0.1 * only)


def _always(_a: Slot, _b: Slot, _only: bool) -> float:
    return 0.9


RULES: Mapping[Kind, Rule] = {
    Kind.TIME: Rule(_times_comparable, _times_agree, _time_score),
    Kind.NUMBER: Rule(_numbers_comparable, _numbers_agree, _number_score),
    Kind.TITLE: Rule(_titles_comparable, _titles_agree, _title_score),
    Kind.NAME: Rule(_names_comparable, _names_agree, _name_score),
    Kind.PLACE: Rule(_names_comparable, _names_agree, _name_score),
    Kind.POLARITY: Rule(_polarities_comparable, _same_label, _by_context),
    Kind.HEDGE: Rule(_hedges_comparable, _same_label, _by_context),
    Kind.STATUS: Rule(_statuses_comparable, _same_label, _by_context),
    Kind.QUOTE: Rule(_quotes_comparable, _same_label, _always),
}
