"""Two articles' claims in, whether both tell one event or two of one kind out: asked before anything else.

Two quakes, two trials, two title fights: such articles share their words and their kinds of figures, but not
who, how many and when. ``TABLE`` weighs how far they agree, each row from 0 or -1 to 1; below
``MIN_ONE_EVENT`` they are taken for two events. Articles of few claims are always taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from factcheck.align.profiles import Profile
from factcheck.records import BlockKind, Name, Quantity

# measured on ECB+ (python -m benchmarks.clusters ECBPLUS --part one-story)
TABLE: Mapping[str, float] = {
    "claims": 4.0,  # how near each claim's nearest one is, on average, of the article that is less met
    "lead": 5.0,  # how near the two nearest claims of both leads are
    "words": 3.5,  # the share of one lead's words in the other article, of the better met lead
    "figures": 1.5,  # the share of the figures, of the article with fewer, that both give; -1 for none
    "others": -2.5,  # how often a lead's names that the other lacks are named, of the better met lead
    "days": 0.5,  # the leads' weekdays: one in common, or none
}
MIN_ONE_EVENT = 5.2
MIN_CLAIMS = 5  # of the shorter article; fewer tell nothing of the whole
LEAD = 6  # claims of the body that count as the lead, beside the headline
SEVERAL = 3  # figures
SMALL = Decimal(10)  # counts below it are in every story

_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")


@dataclass(frozen=True, slots=True)
class Gist:
    """What an article is known by. ``lead`` are the places of its lead's claims."""

    size: int
    lead: Sequence[int]
    lead_words: frozenset[str]
    words: frozenset[str]
    lead_names: frozenset[str]
    named: Mapping[str, int]  # how many claims hold each name
    figures: frozenset[tuple[Decimal, str]]
    days: frozenset[str]


def gist(profiles: Sequence[Profile]) -> Gist:
    heads = [i for i, known in enumerate(profiles) if known.claim.block is BlockKind.HEADLINE]
    body = [i for i in range(len(profiles)) if i not in heads]
    lead = [*heads, *body[:LEAD]]
    told = [profiles[i] for i in lead]
    return Gist(
        len(profiles),
        lead,
        frozenset().union(*(known.words for known in told)),
        frozenset().union(*(known.words for known in profiles)),
        frozenset(name for known in told for name in _names(known)),
        Counter(name for known in profiles for name in set(_names(known))),
        frozenset(figure for known in profiles for figure in _figures(known)),
        frozenset(day for known in told for day in _DAY.findall(known.claim.text.lower())),
    )


def one_event(left: Gist, right: Gist, cosines: NDArray[np.float32]) -> bool:
    """Whether both tell one event; ``cosines`` is (claims of the left, claims of the right). Symmetric."""
    if min(left.size, right.size) < MIN_CLAIMS:
        return True
    return agreement(left, right, cosines) >= MIN_ONE_EVENT


def agreement(left: Gist, right: Gist, cosines: NDArray[np.float32]) -> float:
    """The sum of the table's rows, to two decimals."""
    near = [float(cosines.max(axis=axis).mean(dtype=np.float64)) for axis in (0, 1)]
    rows = {
        "claims": min(near),
        "lead": float(cosines[np.ix_(left.lead, right.lead)].max()),
        "words": max(_share(left.lead_words, right.words), _share(right.lead_words, left.words)),
        "figures": _common_figures(left, right),
        "others": min(_others(left, right), _others(right, left)),
        "days": _days(left, right),
    }
    return round(sum(TABLE[row] * value for row, value in rows.items()), 2)


def _names(known: Profile) -> Iterator[str]:
    """The last words of the names, lower case: outlets shorten names differently."""
    for fact in known.claim.facts:
        if isinstance(fact.value, Name) and fact.value.full:
            yield fact.value.full.split()[-1].lower()


def _figures(known: Profile) -> Iterator[tuple[Decimal, str]]:
    for fact in known.claim.facts:
        if isinstance(fact.value, Quantity) and (fact.value.unit != "count" or fact.value.amount >= SMALL):
            yield fact.value.amount, fact.value.unit


def _share(some: frozenset[str], every: frozenset[str]) -> float:
    return len(some & every) / max(1, len(some))


def _common_figures(left: Gist, right: Gist) -> float:
    """Below 0 where both give several figures, and none in common."""
    fewer = min(len(left.figures), len(right.figures))
    common = len(left.figures & right.figures) / max(1, fewer)
    return common if common or fewer < SEVERAL else -1.0


def _others(one: Gist, other: Gist) -> float:
    """Of the claims that name somebody of the lead, the share for names that the other article lacks."""
    every = sum(one.named[name] for name in one.lead_names)
    lacking = sum(one.named[name] for name in one.lead_names if name not in other.named)
    return lacking / every if every else 0.5


def _days(left: Gist, right: Gist) -> float:
    if not (left.days and right.days):
        return 0.0
    return 1.0 if left.days & right.days else -1.0
