"""An article's parsed sentences in, one event for each predicate out: who does what to whom, for whom, where.

The arguments are those of an active sentence: the passive, "the resignation of X" and converse verbs ("lost
to", "was bought by") are turned round, so that two outlets' ways to tell one act have one form. An act that
only a noun tells is read where the noun is surely one. A sentence that was not parsed has no events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.records import AnyFact, Argument, Article, Claim, Event, Fact, Kind, Name, Sentence, Span
from factcheck.values import names
from factcheck.values.events_frames import Frames
from factcheck.values.events_lists import gapped, listed, paired
from factcheck.values.events_meanings import normalised

kind = Kind.EVENT

_PRONOUNS = frozenset({"he", "her", "him", "his", "it", "its", "she", "their", "them", "they"})
_SAID = frozenset({"say"})  # who said what is the matter of the attributions


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Every event, by the span of its predicate, spans not overlapping."""
    named = [fact for fact in names.facts(article, sentences) if isinstance(fact.value, Name)]
    starts = [fact.span.start for fact in named]
    found: list[AnyFact] = []
    for sentence in sentences:
        here = named[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        found.extend(_events(article, sentence, here))
    return tuple(found)


def _events(article: Article, sentence: Sentence, named: Sequence[Fact[Name]]) -> Iterator[AnyFact]:
    if not sentence.parse.tokens:
        return
    frames = Frames(article.text, sentence, named)
    read = [(span, normalised(event)) for span, event in frames.events() if event.predicate not in _SAID]
    read = [row for span, event in read for row in gapped(frames, span, event)]
    end = sentence.span.start
    for span, event in sorted((*read, *paired(frames), *listed(frames)), key=lambda row: row[0]):
        if span.start >= end and event.arguments:
            end = span.end
            yield Fact(Kind.EVENT, span, span.of(article.text), event)


# ------------------------------------------------------------------------------------ pronouns


def restored(article: Article, found: Sequence[AnyFact], claims: Sequence[Claim]) -> tuple[AnyFact, ...]:
    """The facts, in their order; a pronoun in an event named by the antecedent that a claim restores."""
    known = _antecedents(article, found, claims)
    return tuple(_restored(fact, known) for fact in found) if known else tuple(found)


_Known = Mapping[tuple[int, str], str]


def _restored(fact: AnyFact, known: _Known) -> AnyFact:
    event = fact.value
    if not isinstance(event, Event):
        return fact
    arguments = tuple(
        replace(a, name=_meant(a, known)) if a.head in _PRONOUNS and not a.name else a
        for a in event.arguments
    )
    return fact if arguments == event.arguments else replace(fact, value=replace(event, arguments=arguments))


def _meant(argument: Argument, known: _Known) -> str:
    return known.get((argument.span.start, argument.head), "")


def _antecedents(article: Article, found: Sequence[AnyFact], claims: Sequence[Claim]) -> _Known:
    """Whom a pronoun at this place means: its claim holds the antecedent in its stead."""
    full = {fact.span.start: fact.value.full for fact in found if isinstance(fact.value, Name)}
    known: dict[tuple[int, str], str] = {}
    for claim in claims:
        for antecedent, after in pairwise(claim.spans):
            if claim.sentence.overlaps(antecedent) and not _is_capital(article.text, antecedent):
                continue
            before = article.text[claim.sentence.start : after.start].rstrip()
            word = before.rsplit(maxsplit=1)[-1].lower() if before else ""
            if word in _PRONOUNS and not article.text[antecedent.end : after.start].isspace():
                start = claim.sentence.start + len(before) - len(word)
                name = full.get(antecedent.start) or antecedent.of(article.text)
                known[start, word] = name
    return known


def _is_capital(text: str, span: Span) -> bool:
    return text[span.start : span.start + 1].isupper()
