"""Text in, content-word stems out: what two claims are compared by besides their vectors."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SUFFIXES = (
    "ations",
    "ation",
    "ingly",
    "ities",
    "ings",
    "ness",
    "ment",
    "ing",
    "ies",
    "ity",
    "ed",
    "es",
    "ly",
    "s",
)
_MIN_STEM = 4  # letters that a suffix must leave


@cache
def _stopwords() -> frozenset[str]:
    return frozenset((files("factcheck.align") / "data" / "stopwords.txt").read_text("utf-8").split())


@cache
def stem(word: str) -> str:
    """A crude stem: enough that "vetoed", "vetoes" and "vetoing" meet; not a linguistic one."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            return word[: -len(suffix)].rstrip("e")
    return word.rstrip("e") if len(word) > _MIN_STEM else word


def stems(text: str) -> tuple[str, ...]:
    """Stems of the content words of ``text``, in order; numbers stay as they are."""
    words = (match[0].lower().replace("’s", "").replace("'s", "") for match in _WORD.finditer(text))
    return tuple(stem(word) for word in words if word not in _stopwords())


def rarity(texts: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Smoothed inverse document frequency of each stem over the claims of one story."""
    counts: Counter[str] = Counter()
    n = 0
    for words in texts:
        counts.update(words)
        n += 1
    return {word: math.log((n + 1) / (count + 0.5)) for word, count in sorted(counts.items())}


def overlap(left: frozenset[str], right: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weighted share of the smaller side's words that the other side holds, 0 to 1."""
    shared = sum(weight[word] for word in sorted(left & right))
    smaller = min(sum(weight[word] for word in sorted(side)) for side in (left, right))
    return shared / smaller if smaller else 0.0
