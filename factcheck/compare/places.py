"""The places in one slot of two aligned claims in, places that cannot be one out.

Reads place names and the jurisdiction of courts.

Ladder: same; variant (another language's name, another spelling); wider place (one address within the
other, or places of different size); other jurisdiction (a state and a federal court); other place.

Contradicts: "shipped from Port Harrow" and "shipped from Port Marrow".
Does not: "Kyiv" and "Kiev"; "Portland" and "Portland, Oregon"; "Oregon" and "the West".

It has no map: a town and the county around it are never compared, nor two unknown names of unlike shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.compare import word_lists
from factcheck.compare.names import same_spelling, words_of
from factcheck.records import Alignment, AnyFact, Claim, Judgement, Kind, Matter, Name, Relation

name = "places"
kind = Kind.PLACE
matters = frozenset({Matter.CLAIM})
ladder = ("same", "variant", "wider place", "other jurisdiction", "other place")

min_slot_score = 0.6
min_likeness = 60.0  # of 100: above it two unknown names of one shape are taken for one slot's rivals
min_twin_likeness = 70.0  # of 100: the same, where no common slot is known
min_alignment_of_twins = 0.5
_COMPASS = (
    frozenset({"north", "south", "east", "west"}),
    frozenset({"northern", "southern", "eastern", "western"}),
    frozenset({"upper", "lower"}),
)
_LOCAL = frozenset({"county", "district", "municipal", "provincial", "state", "tribal"})


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """A judgement for each slot that the two claims fill with places that cannot be one."""
    paired = [
        judgement
        for pair in alignment.pairs
        if pair.left.kind is pair.right.kind is Kind.PLACE and pair.score >= min_slot_score
        if (judgement := _judged(alignment, pair.left, pair.right)) is not None
    ]
    shown = {(judgement.left, judgement.right) for judgement in paired}
    return (*paired, *(j for j in _near_twins(alignment) if (j.left, j.right) not in shown))


def _near_twins(alignment: Alignment) -> Iterator[Judgement]:
    """Places whose names are nearly one: in claims on one event they need no common slot."""
    if alignment.score < min_alignment_of_twins:
        return
    for left in alignment.left.facts:
        for right in alignment.right.facts:
            if left.kind is right.kind is Kind.PLACE and _near(left.value.label, right.value.label):
                judgement = _judged(alignment, left, right)
                if judgement is not None:
                    yield judgement


def _near(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return one[0] == other[0] and fuzz.ratio(one.lower(), other.lower()) >= min_twin_likeness


def _judged(alignment: Alignment, left: AnyFact, right: AnyFact) -> Judgement | None:
    one, other = left.value.label, right.value.label
    if _named(alignment.left, other) or _named(alignment.right, one):
        return None
    found = _differ(one, other)
    if found is None:
        return None
    level, confidence, why = found
    reason = f"Where one passage has {one}, the other has {other}: {why}."
    return Judgement(Relation.CONTRADICTION, level, reason, confidence, left.span, right.span, one, other)


def _named(claim: Claim, place: str) -> bool:
    """Whether the claim names this place too, so that the pair may only be wrongly matched."""
    return any(
        isinstance(fact.value, Name) and _today(fact.value.full) == _today(place) for fact in claim.facts
    )


def _differ(left: str, right: str) -> tuple[str, float, str] | None:
    one, other = _today(left), _today(right)
    if one == other or set(one) <= set(other) or set(other) <= set(one):
        return None
    if one[-1] == other[-1] == "court":
        return _other_jurisdiction(one[0], other[0])
    if _opposed(one, other):
        return "other place", 0.9, "the two lie in different directions"
    if _one_type(one, other):
        return "other place", 0.85, "the names differ"
    return _other_of_one_size(" ".join(one), " ".join(other))


def _today(place: str) -> tuple[str, ...]:
    """The words of the place's present name in English."""
    table = word_lists.table_of("place_exonyms.csv")
    plain = " ".join(words_of(place))
    return tuple(table.get(place.lower(), table.get(plain, plain)).split())


def _other_jurisdiction(one: str, other: str) -> tuple[str, float, str] | None:
    apart = {one, other} & {"federal", "military"} and {one, other} & (_LOCAL - {"district"})
    return ("other jurisdiction", 0.8, "these are two kinds of court") if apart else None


def _opposed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """North Korea and South Korea: all words the same but the direction."""
    apart = set(one) ^ set(other)
    return len(one) == len(other) and len(apart) == 2 and any(apart <= compass for compass in _COMPASS)


def _one_type(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two counties, two ports: one word of type in both, in the same position, and other names."""
    if len(one) != len(other) or len(one) < 2:
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    shared = [a for a, b in zip(one, other, strict=True) if a == b]
    return (
        len(apart) == 1
        and bool(word_lists.words_of("place_types.txt") & set(shared))
        and not word_lists.words_of("place_types.txt") & set(apart[0])
    )


def _other_of_one_size(one: str, other: str) -> tuple[str, float, str] | None:
    levels = _levels()
    if one in levels and other in levels:
        same_size = levels[one] == levels[other]
        return ("other place", 0.75, f"these are two {_plural(levels[one])}") if same_size else None
    if one in levels or other in levels or " " in one or " " in other or same_spelling(one, other):
        return None
    from rapidfuzz import fuzz

    alike = one[0] == other[0] and fuzz.ratio(one, other) >= min_likeness
    return ("other place", 0.7, "the names are alike but differ") if alike else None


def same_place(one: str, other: str) -> bool:
    """Whether two names are one place's in two languages: "Kiev", "Kyiv"."""
    return _today(one) == _today(other)


def level_of(place: str) -> str:
    """Whether a known place is a city, a state, a country ...; empty for an unknown one."""
    return _levels().get(" ".join(_today(place)), "")


@cache
def _levels() -> dict[str, str]:
    """Places of known size under their present names."""
    return {
        " ".join(_today(place)): level for place, level in word_lists.table_of("place_levels.csv").items()
    }


def _plural(level: str) -> str:
    return {"city": "cities", "country": "countries"}.get(level, f"{level}s")
