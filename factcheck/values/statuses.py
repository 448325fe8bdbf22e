"""Sentences in, steps of legal and procedural ladders ("charged with") out, each as a Status."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.records import AnyFact, Article, Fact, Kind, Sentence, Span, Status
from factcheck.values.lemmas import Token, forms, phrase_at, tokens
from factcheck.values.word_lists import text_of

kind = Kind.STATUS

_LONGEST = 5  # words of the longest phrase
_BE = "be "
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_DENIALS = frozenset({"not", "n't", "never", "without", "no", "nor", "neither"})
_WINDOW = 3  # words before a step in which a denial cancels it


@cache
def _steps() -> dict[str, Status]:
    """Every written form of every step. Forms of "be charged" carry no "be": it is looked for before them."""
    text = text_of("status_ladders.toml")
    return {
        form: Status(ladder["name"], step, row["name"])
        for ladder in tomllib.loads(text)["ladder"]
        for step, row in enumerate(ladder["step"])
        for phrase in row["phrases"]
        for form in _written(phrase)
    }


def _written(phrase: str) -> frozenset[str]:
    if phrase.startswith(_BE):
        return frozenset(f"{being} {phrase.removeprefix(_BE)}" for being in _BEING)
    if phrase.startswith("bill "):
        return frozenset(f"bill {form}" for form in forms(phrase.removeprefix("bill ")))
    return forms(phrase) | {phrase}


@cache
def _names() -> dict[str, str]:
    return {form: form for form in _steps()}


@cache
def _starts() -> frozenset[str]:
    """The first words of all forms: most words of a text are none of them."""
    return frozenset(form.split(maxsplit=1)[0] for form in _names())


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Every step that is not denied, sorted by span, not overlapping; the longest phrase wins."""
    return tuple(fact for sentence in sentences for fact in _sentence_facts(article, sentence))


def _sentence_facts(article: Article, sentence: Sentence) -> Iterator[AnyFact]:
    words = tokens(sentence.span.of(article.text), sentence.span.start)
    at = 0
    while at < len(words):
        found = phrase_at(words, at, _names(), _LONGEST) if words[at].word in _starts() else None
        if found is None:
            at += 1
            continue
        form, size = found
        if not _denied(words, at):
            span = Span(words[at].start, words[at + size - 1].end)
            yield Fact(Kind.STATUS, span, span.of(article.text), _steps()[form])
        at += size


def _denied(words: Sequence[Token], at: int) -> bool:
    return any(token.word in _DENIALS for token in words[max(at - _WINDOW, 0) : at])
