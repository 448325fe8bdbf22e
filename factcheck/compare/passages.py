"""A claim in, the words of its whole sentence with their places out: what telling words are looked for in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from factcheck.compare import quoted_words
from factcheck.records import Alignment, AnyFact, Claim, Event, Judgement, Relation, Span

_TEXTS_KEPT = 65_536  # sentences and words of the stories at hand
_ARTICLES_KEPT = 64  # the articles of one story are read in turn
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Passage:
    """The sentence of a claim. ``stems`` are those of its content words."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.text = claim.sentence_text
        self.stems = stems(self.text)
        self.roots = roots(self.text)

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.text)

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.text)

    def span(self, match: re.Match[str], group: int | str = 0) -> Span:
        start = self.claim.sentence.start
        return Span(start + match.start(group), start + match.end(group))

    def whole(self) -> Span:
        return self.claim.spans[0]

    def acts(self) -> frozenset[str]:
        """Roots of the predicates of the sentence."""
        sentence = self.claim.sentence
        starts, events = _events(_Shared(self.claim.context))
        first, end = bisect_left(starts, sentence.start), bisect_right(starts, sentence.end)
        return frozenset(
            root(fact.value.predicate)
            for fact in (*self.claim.facts, *events[first:end])
            if isinstance(fact.value, Event) and sentence.contains(fact.span)
        )

    def shared(self, other: Passage) -> int:
        return len(self.stems & other.stems)


class _Shared:
    """The facts of a whole article as a key, equal to itself only: comparing them one by one costs more."""

    __slots__ = ("context",)

    def __init__(self, context: tuple[AnyFact, ...]) -> None:
        self.context = context

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shared) and self.context is other.context

    def __hash__(self) -> int:
        return id(self.context)


@lru_cache(maxsize=_ARTICLES_KEPT)
def _events(shared: _Shared) -> tuple[list[int], list[AnyFact]]:
    """The events of an article in the order of the text, and where each starts."""
    found = sorted(
        (fact for fact in shared.context if isinstance(fact.value, Event)), key=lambda fact: fact.span.start
    )
    return [fact.span.start for fact in found], found


@lru_cache(maxsize=_TEXTS_KEPT)
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a sentence."""
    plain = text.replace("’s ", " ").replace("'s ", " ")
    return quoted_words.content(quoted_words.normalised(plain))


@lru_cache(maxsize=_TEXTS_KEPT)
def roots(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in WORD.findall(text))


@lru_cache(maxsize=_TEXTS_KEPT)
def root(word: str) -> str:
    """A crude root in which "cancel", "cancelled" and "cancelling" meet."""
    cut = quoted_words.stem(word.lower().replace("’s", "").replace("'s", ""))
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "se":
        cut = cut[:-1]
    return cut.rstrip("e") if len(cut) > 3 else cut


Rule = Callable[[Passage, Passage, float], Iterator[Judgement]]  # with the alignment's score


def either_way(rules: Iterable[Rule], alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement for each rung, whichever side the rule asks for stands on the left."""
    left, right = Passage(alignment.left), Passage(alignment.right)
    found: dict[str, Judgement] = {}
    for rule in rules:
        for judgement in rule(left, right, alignment.score):
            found.setdefault(judgement.level, judgement)
        for judgement in rule(right, left, alignment.score):
            found.setdefault(judgement.level, judgement.mirrored())
    return tuple(found.values())


def drift(
    level: str, reason: str, confidence: float, spans: tuple[Span, Span], values: tuple[str, str]
) -> Judgement:
    """The judgement with the first of each pair on the left."""
    return Judgement(Relation.DRIFT, level, reason, confidence, *spans, *values)
