"""Sentences in, cues of doubt ("may", "allegedly", "plans to") out, each with the certainty it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.records import AnyFact, Article, Fact, Hedge, Kind, Sentence, Span
from factcheck.values.lemmas import Token, forms, phrase_at, tokens
from factcheck.values.word_lists import pairs_of

kind = Kind.HEDGE

_LONGEST = 4  # words of the longest cue
_NAMES = frozenset({"may", "might", "could"})  # "May" in capitals is a month or a person


@cache
def _cues() -> dict[str, str]:
    return {
        form: cue for cue in pairs_of("hedge_cues.csv") for form in (forms(cue) if _is_verb(cue) else {cue})
    }


@cache
def _certainties() -> dict[str, float]:
    return {cue: float(certainty) for cue, certainty in pairs_of("hedge_cues.csv").items()}


def _is_verb(cue: str) -> bool:
    """Whether the first word of a cue is a verb in its base form: "plan to" yes, "expected to", "may" no."""
    head = cue.split(maxsplit=1)[0]
    return (cue.endswith(" to") and not head.endswith(("ed", "ely", "ly"))) or head in {"consider", "weigh"}


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Every hedge, sorted by span, not overlapping. The longest cue wins: "is likely to" before "likely"."""
    return tuple(fact for sentence in sentences for fact in _sentence_facts(article, sentence))


def _sentence_facts(article: Article, sentence: Sentence) -> Iterator[AnyFact]:
    words = tokens(sentence.span.of(article.text), sentence.span.start)
    at = 0
    while at < len(words):
        found = phrase_at(words, at, _cues(), _LONGEST)
        if found is None or not _doubts(words, at, found[1]):
            at += 1
            continue
        cue, size = found
        span = Span(words[at].start, words[at + size - 1].end)
        yield Fact(Kind.HEDGE, span, span.of(article.text), Hedge(cue, _certainties()[cue]))
        at += size


def _doubts(words: Sequence[Token], at: int, size: int) -> bool:
    """Whether the cue is a cue here: not a month, not the noun of "the plan to", not denied ("could not")."""
    after = words[at + size].word if at + size < len(words) else ""
    if words[at].word in _NAMES:
        return words[at].text.islower() and after not in {"not", "n't", ""}
    return after != ""
