"""Two claims on one matter come in, what their figures say once they are worked out goes out.

A share against the part and the whole that it is of ("a fifth of the tenants", "5 of the 40 tenants"), more
of the special than of the general ("12 people", "14 passengers"), and figures told in one row with their
owners ("Norvik and Talvik cut 340 and 210 jobs respectively").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.word_lists import words_of
from factcheck.records import Alignment, AnyFact, Bound, Claim, Kind, Name, Quantity, Span

SHARE = "%"
PERSON = "person"
MAX_POINTS = Decimal(3)  # a share worked out of two rounded counts lies this near to the one that is told
RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]+")
AND = re.compile(r"\s*,?\s*and\s+$|\s*,\s*$")
NOUN_REACH = 40  # characters behind "a fifth of" in which its whole is named


class Derived(NamedTuple):
    """What two figures say: where they stand, how they read, the sentence and how sure it is."""

    left: Span
    right: Span
    left_value: str
    right_value: str
    reason: str
    confidence: float


Level = Callable[[Quantity, Quantity], str]


def derived(alignment: Alignment, level: Level) -> Iterator[Derived]:
    """The contradictions between worked out figures of the two claims."""
    yield from _share_of_counts(alignment)
    yield from _more_than_all(alignment, level)
    yield from _of_owners(alignment, level) if not _swapped(alignment) else _turned_row(alignment)


def _numbers(claim: Claim) -> list[tuple[AnyFact, Quantity]]:
    return [(fact, fact.value) for fact in claim.facts if isinstance(fact.value, Quantity)]


# ---------------------------------------------------------------------------- shares


def _share_of_counts(alignment: Alignment) -> Iterator[Derived]:
    left, right = alignment.left, alignment.right
    for counts, told, turned in ((left, right, False), (right, left, True)):
        worked, share = _worked_out(counts, told), _told_share(told)
        if worked is None or share is None or not _of_one_whole(counts, worked, told, share[0]):
            continue
        part, percent, fact, value = worked[0], worked[2], share[0], share[1]
        if _fits(percent, value) or _has_number(told, worked[1][1]) is False:
            continue
        figures = f"“{part[0].text}” of “{worked[1][0].text}”", f"“{fact.text}”"
        reason = f"One side says {figures[0]}, which is {percent:.0f} percent, the other {figures[1]}."
        one = part[0].span, f"{percent:.0f} %"
        other = fact.span, value.label
        first, second = (other, one) if turned else (one, other)
        yield Derived(first[0], second[0], first[1], second[1], reason, 0.85)


Amount = tuple[AnyFact, Quantity]


def _worked_out(claim: Claim, told: Claim) -> tuple[Amount, Amount, Decimal] | None:
    """The part, the whole and the percentage, where one of each is told in one unit: the whole here, or
    beside the share ("of which the region pays 900,000" / "two thirds of the 1.2 million")."""
    parts = [one for one in _numbers(claim) if one[1].role == "part" and one[1].unit != SHARE]
    here = [one for one in _numbers(claim) if one[1].role == "whole" and one[1].unit != SHARE]
    wholes = here or [one for one in _numbers(told) if parts and one[1].unit == parts[0][1].unit]
    if len(parts) != 1 or len(wholes) != 1:
        return None
    part, whole = parts[0][1], wholes[0][1]
    same = part.unit == whole.unit and part.bound is whole.bound is Bound.EXACT
    if not same or not 0 < part.amount < whole.amount:
        return None
    return parts[0], wholes[0], part.amount / whole.amount * 100


def _told_share(claim: Claim) -> Amount | None:
    """The only share of a claim, of something and no change."""
    shares = [one for one in _numbers(claim) if one[1].unit == SHARE]
    if len(shares) != 1 or shares[0][1].role not in {"", "part"}:
        return None
    rest = claim.sentence_text[shares[0][0].span.end - claim.sentence.start :]
    return shares[0] if rest.startswith(" of ") else None


def _of_one_whole(counts: Claim, worked: tuple[Amount, Amount, Decimal], told: Claim, share: AnyFact) -> bool:
    """Whether the share is of what the part is of: the same whole in figures, or its noun."""
    noun, whole = worked[1][1].noun or worked[0][1].noun, worked[1][1]
    if _has_number(told, whole):
        return True
    start = share.span.end - told.sentence.start
    named = {word.lower() for word in WORDS.findall(told.sentence_text[start : start + NOUN_REACH])}
    return bool(noun) and bool({noun, f"{noun}s", f"{noun}es"} & named) and counts.uri != told.uri


def _has_number(claim: Claim, whole: Quantity) -> bool | None:
    """Whether the claim names this whole; None where it names none."""
    wholes = [value for _, value in _numbers(claim) if value.unit == whole.unit]
    return any(value.amount == whole.amount for value in wholes) if wholes else None


def _fits(percent: Decimal, share: Quantity) -> bool:
    if share.upper is not None:
        return share.amount - MAX_POINTS <= percent <= share.upper + MAX_POINTS
    if share.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return percent >= share.amount - MAX_POINTS
    if share.bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        return percent <= share.amount + MAX_POINTS
    loose = MAX_POINTS * (2 if share.bound is not Bound.EXACT else 1)
    return abs(percent - share.amount) <= loose


# ---------------------------------------------------------------------------- the general and the special


def _more_than_all(alignment: Alignment, level: Level) -> Iterator[Derived]:
    """Such as "12 people were on the bus", "14 passengers were": a part is no larger than its whole."""
    ours, theirs = _only_count(alignment.left), _only_count(alignment.right)
    if ours is None or theirs is None:
        return
    (a, one), (b, other) = ours, theirs
    general, special = (one, other) if one.noun == PERSON else (other, one)
    people = words_of("quantity_people.txt")
    if general.noun != PERSON or special.noun not in people or special.amount <= general.amount:
        return
    if general.bound is not Bound.EXACT or level(one, other) != "different":
        return
    reason = (
        f"One side counts “{a.text}” ({one.noun}), the other “{b.text}” ({other.noun}): both cannot be right."
    )
    yield Derived(a.span, b.span, one.label, other.label, reason, 0.8)


def _only_count(claim: Claim) -> Amount | None:
    counts = [one for one in _numbers(claim) if one[1].unit == "count" and one[1].noun]
    plain = len(counts) == 1 and counts[0][1].role in {"", "together"}
    return counts[0] if plain else None


# ---------------------------------------------------------------------------- owners


def _of_owners(alignment: Alignment, level: Level) -> Iterator[Derived]:
    """Figures in one row ("340 and 210 respectively") against the same owners' figures on the other side."""
    left, right = _owned(alignment.left), _owned(alignment.right)
    if not (left and right) or not (left.is_row or right.is_row):
        return
    for owner in sorted(set(left.figures) & set(right.figures)):
        (a, one), (b, other) = left.figures[owner], right.figures[owner]
        nouns = {one.noun, other.noun} - {""}
        if one.unit == other.unit and len(nouns) <= 1 and level(one, other) == "different":
            reason = f"For {owner} one side says “{a.text}”, the other “{b.text}”: both cannot be right."
            yield Derived(a.span, b.span, one.label, other.label, reason, 0.85)
            return


def _swapped(alignment: Alignment) -> bool:
    """Whether both claims tell two figures in a row, one the other way round, of owners in one order."""
    rows = _row(alignment.left), _row(alignment.right)
    if rows[0] is None or rows[1] is None:
        return False
    ours, theirs = ([value.label for _, value in row] for row in rows if row is not None)
    return ours == theirs[::-1] != theirs and _one_order(alignment)


def _row(claim: Claim) -> list[Amount] | None:
    numbers = [one for one in _numbers(claim) if one[1].unit not in {"ordinal", "age"}]
    told = len(numbers) == 2 and RESPECTIVELY.search(claim.text)
    return numbers if told and _in_a_row(claim, *(fact for fact, _ in numbers)) else None


def _one_order(alignment: Alignment) -> bool:
    """Whether the names that both sentences have before their figures stand in one order."""
    ours, theirs = (_capitals(claim) for claim in (alignment.left, alignment.right))
    common = [word for word in ours if word in theirs]
    return len(common) >= 2 and common == [word for word in theirs if word in ours]


def _capitals(claim: Claim) -> list[str]:
    start = min(fact.span.start for fact, _ in _numbers(claim)) - claim.sentence.start
    words = [word for word in WORDS.findall(claim.sentence_text[:start]) if word[0].isupper()]
    return list(dict.fromkeys(words))


def _turned_row(alignment: Alignment) -> Iterator[Derived]:
    ours, theirs = _row(alignment.left) or [], _row(alignment.right) or []
    (a, one), (b, other) = ours[0], theirs[0]
    first = f"“{a.text}” comes first on one side, “{b.text}” on the other"
    reason = f"The two figures of one row are swapped: {first}."
    yield Derived(a.span, b.span, one.label, other.label, reason, 0.85)


class Owned(NamedTuple):
    figures: dict[str, Amount]
    is_row: bool


def _owned(claim: Claim) -> Owned | None:
    """Whose figure each is: of a row by its order, else of a claim with one name and one figure."""
    names = [fact for fact in claim.facts if isinstance(fact.value, Name)]
    numbers = [one for one in _numbers(claim) if one[1].unit not in {"ordinal", "age"}]
    if RESPECTIVELY.search(claim.text):
        before = [fact for fact in names if numbers and fact.span.end <= numbers[0][0].span.start]
        if len(numbers) != 2 or len(before) < 2 or not _in_a_row(claim, *(fact for fact, _ in numbers)):
            return None
        owners = [fact.value.label for fact in before[-2:]]
        return Owned(dict(zip(owners, numbers, strict=True)), True) if owners[0] != owners[1] else None
    if len(numbers) != 1 or len({fact.value.label for fact in names}) != 1:
        return None
    return Owned({names[0].value.label: numbers[0]}, False)


def _in_a_row(claim: Claim, one: AnyFact, other: AnyFact) -> bool:
    if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER:
        return False
    start = claim.sentence.start
    between = claim.sentence_text[one.span.end - start : other.span.start - start]
    return len(between) <= NOUN_REACH and bool(AND.search(between))
