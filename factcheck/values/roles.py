"""An article's sentences in, its titles out: office, modifiers, organisation, and who holds the office.

The span of a title is the phrase itself, not the holder's name. Where a sentence names no holder, "the former
commissioner" is the one person whom the article names with that office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.records import Article, Fact, Kind, Sentence, Span, Title
from factcheck.values.roles_holders import holder, nearest_person
from factcheck.values.roles_lines import Line, lines_with_names
from factcheck.values.roles_phrases import TELLING, Phrase, phrases_of
from factcheck.values.word_lists import pairs_of, words_of

kind = Kind.TITLE
_LED = re.compile(
    r"\b(?:led|leads|leading|ran|runs|running|headed|heads|heading) (?:the )?[^,.;:]{1,60}?"
    r" (?:in|on) an? (acting|interim|temporary|caretaker) (?:capacity|basis)\b"
)
_DEFINITE = frozenset({"the", "this"})


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[Fact[Title], ...]:
    """Every title in these sentences, by span; ``Title.name`` is empty where nobody is named."""
    lines = lines_with_names(article, sentences)
    found = [(line, phrase) for line in lines for phrase in _held(line)]
    holders = _holders_by_office(found)
    kept = []
    for line, phrase in found:
        named = phrase if phrase.title.name else _referred(line, phrase, holders)
        if named.title.name or _tells(line, named):
            kept.append(_fact(article.text, named))
    kept.extend(fact for line in lines for fact in _led_in_a_capacity(line, kept))
    return tuple(sorted(kept, key=lambda fact: fact.span))


def _held(line: Line) -> list[Phrase]:
    """The sentence's phrases with their holders; phrases that run together share one."""
    phrases = [_with_name(phrase, holder(line, phrase)) for phrase in phrases_of(line)]
    for i in reversed(range(len(phrases) - 1)):
        left, right = phrases[i], phrases[i + 1]
        if right.title.name and not left.title.name and _together(line, left, right):
            phrases[i] = _with_name(left, right.title.name)
    for i in range(1, len(phrases)):
        left, right = phrases[i - 1], phrases[i]
        if left.title.name and not right.title.name and _together(line, left, right):
            phrases[i] = _with_name(right, left.title.name)
    return phrases


def _with_name(phrase: Phrase, name: str) -> Phrase:
    return replace(phrase, title=replace(phrase.title, name=name)) if name else phrase


def _together(line: Line, left: Phrase, right: Phrase) -> bool:
    """Committee chairman Rep. Kim Dahl; chief financial officer and treasurer."""
    return line.text[left.end : right.start] in (" ", " and ", ", and ", " and the ", " and a ", ". ")


def _holders_by_office(found: Sequence[tuple[Line, Phrase]]) -> dict[str, list[Title]]:
    holders: dict[str, list[Title]] = {}
    for _, phrase in found:
        if phrase.title.name:
            holders.setdefault(phrase.title.office, []).append(phrase.title)
    return holders


def _referred(line: Line, phrase: Phrase, holders: dict[str, list[Title]]) -> Phrase:
    """ "The former commissioner": the one person whom the article names with that office."""
    i = phrase.first - 1
    definite = i >= 0 and line.gap(i) == " " and line.tokens[i].lower in _DEFINITE
    titles = holders.get(phrase.title.office, [])
    people = {title.name for title in titles}
    fits = any(_may_mean(phrase.title, title) for title in titles)
    return _with_name(phrase, min(people)) if definite and fits and len(people) == 1 else phrase


def _may_mean(short: Title, full: Title) -> bool:
    """Whether the definite phrase may mean this holder: a president is no vice president."""
    rank = {"deputy", "vice", "assistant", "associate", "elect", "nominee"}
    same_rank = rank & set(short.modifiers) == rank & set(full.modifiers)
    return same_rank and _one_body(full.organisation, short.organisation)


def _one_body(left: str, right: str) -> bool:
    """Whether two organisations may be one; a common noun ("agency") fits any."""
    return not left or not right or left == right or left.islower() or right.islower()


def _tells(line: Line, phrase: Phrase) -> bool:
    """Whether a title without a holder says enough to be compared: a determiner and an office proper."""
    i = phrase.first - 1
    determined = i >= 0 and line.gap(i) == " " and line.tokens[i].lower in words_of("role_determiners.txt")
    if not set(phrase.title.modifiers) & TELLING:
        return determined and phrase.title.office not in words_of("role_common.txt")
    return phrase.title.office not in words_of("role_common.txt") or determined


def _fact(text: str, phrase: Phrase) -> Fact[Title]:
    span = Span(phrase.start, phrase.end)
    return Fact(Kind.TITLE, span, span.of(text), phrase.title)


def _led_in_a_capacity(line: Line, kept: Sequence[Fact[Title]]) -> Iterator[Fact[Title]]:
    """Who led the agency in an acting capacity: the title "acting head" in other words."""
    for match in _LED.finditer(line.text, line.span.start, line.span.end):
        span = Span(*match.span())
        person = nearest_person(line, line.last_before(span.start) + 1)
        if person is None or any(fact.span.overlaps(span) for fact in kept):
            continue
        past = {"former"} if match[0].startswith(("led", "ran", "headed")) else set()
        modifiers = tuple(sorted(past | {pairs_of("role_modifiers.csv")[match[1]]}))
        organisation = next((f.value.full for f in line.names if span.contains(f.span)), "")
        yield Fact(
            Kind.TITLE, span, span.of(line.text), Title(person.value.full, "head", modifiers, organisation)
        )
