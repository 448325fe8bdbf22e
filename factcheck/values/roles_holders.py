"""A title phrase in its sentence comes in, the person who holds the office comes out.

The holder stands right after the title, before it in apposition, or beside a verb such as "served as".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from factcheck.records import Fact, Name, NameKind
from factcheck.values.roles_lines import Line, first_of, start_of
from factcheck.values.roles_phrases import JOINTS, Phrase
from factcheck.values.word_lists import words_of

_WORDS_BEFORE_AS = 6
_MAX_AGE_WIDTH = 6
_NAMES_BEFORE_VERB = 8
_AGED = re.compile(r", \d{1,3}$")
_AFTER_APPOSITION = (",", ".", ")", ";", " –", " —", " -", "”", '"')
_CHOSEN = frozenset({"nominated", "proposed", "tipped"})
_POSTS = frozenset({"job", "office", "position", "post", "role"})
_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_NOT_APPOSED = frozenset({"whose", "this"})


def holder(line: Line, phrase: Phrase) -> str:
    """The full name of the person whom this sentence says to hold the office; empty for none."""
    person = (
        _named_after(line, phrase)
        or _named_before(line, phrase)
        or _in_apposition_after(line, phrase)
        or _beside_a_verb(line, phrase)
    )
    return person.value.full if person is not None else ""


def _person(fact: Fact[Name] | None) -> Fact[Name] | None:
    return fact if fact is not None and fact.value.kind in (NameKind.PERSON, NameKind.OTHER) else None


def _named_after(line: Line, phrase: Phrase) -> Fact[Name] | None:
    """Commissioner Dana Ruiz; Sen. Kim Dahl; Professor Dr. Ann Bell."""
    at = phrase.end + line.text.startswith(("]", ")"), phrase.end)
    if line.text[at : at + 1] not in JOINTS or line.tokens[phrase.last].possessive:
        return None
    following = phrase.last + 1
    if following < len(line.tokens) and line.tokens[following].lower in words_of("name_honorifics.txt"):
        at = line.tokens[following].end + line.text.startswith(".", line.tokens[following].end)
    name = _person(line.name_at(at + 1))
    return None if name is not None and _relative_clause(line, phrase, name) else name


def _relative_clause(line: Line, phrase: Phrase, name: Fact[Name]) -> bool:
    """The president Ruiz worked for: a surname right after a definite common noun begins a clause."""
    i = phrase.first - 1
    definite = i >= 0 and line.gap(i) == " " and line.tokens[i].lower in words_of("role_determiners.txt")
    return definite and " " not in name.text and line.tokens[phrase.last].text.islower()


def _before(line: Line, phrase: Phrase) -> int:
    """The token that stands before the phrase and its determiner."""
    i = phrase.first - 1
    if i >= 0 and line.tokens[i].possessive and line.tokens[i].text.islower():
        i -= 1  # the "airline" of "Ruiz, the airline's vice chair"
    if i > 1 and line.tokens[i].lower == "of" and line.tokens[i - 1].lower in _POSTS:
        i -= 2
    if i >= 0 and line.gap(i) == " " and line.tokens[i].lower in words_of("role_determiners.txt"):
        i -= 1
    return i


def _named_before(line: Line, phrase: Phrase) -> Fact[Name] | None:
    """Dana Ruiz, a former commissioner; Dana Ruiz, 54, the mayor; Dana Ruiz (mayor)."""
    i = _before(line, phrase)
    if i < 0 or line.gap(i) not in (", ", " (", " – ", " — ") or _speech_follows(line, phrase):
        return None
    if line.tokens[i + 1].lower in _NOT_APPOSED:
        return None
    end = line.tokens[i].end
    if aged := _AGED.search(line.text, max(line.span.start, end - _MAX_AGE_WIDTH), end):
        end = aged.start()
    return _person(line.name_ending(end))


def _speech_follows(line: Line, phrase: Phrase) -> bool:
    """He will meet Dana Ruiz, the mayor said: another person speaks."""
    following = phrase.last + 1
    speaks = following < len(line.tokens) and line.tokens[following].lower in words_of(
        "name_speech_verbs.txt"
    )
    return speaks and line.gap(phrase.last) == " "


def _in_apposition_after(line: Line, phrase: Phrase) -> Fact[Name] | None:
    """The deputy minister, Ana Holt, said."""
    if not line.text.startswith(", ", phrase.end):
        return None
    name = _person(line.name_at(phrase.end + 2))
    if name is None or (name.value.kind is not NameKind.PERSON and " " not in name.text):
        return None
    closed = name.span.end >= line.span.end or line.text.startswith(_AFTER_APPOSITION, name.span.end)
    return name if closed else None


def _beside_a_verb(line: Line, phrase: Phrase) -> Fact[Name] | None:
    """Holt, who served as mayor; Holt became mayor; the board named Holt mayor."""
    i = _before(line, phrase)
    if i < 1 or line.gap(i) != " ":
        return None
    word = line.tokens[i].lower
    if word == "for":
        return _chosen_for(line, i)
    if word == "as":
        verbs = {token.lower for token in line.tokens[max(0, i - _WORDS_BEFORE_AS) : i]}
        return nearest_person(line, i) if verbs & words_of("role_as_verbs.txt") else None
    if word in words_of("role_link_verbs.txt"):
        return _subject(line, i)
    name = _person(line.name_ending(line.tokens[i].end))
    if name is None:
        return None
    verb = first_of(line, name, i) - 1
    return name if verb >= 0 and line.tokens[verb].lower in words_of("role_naming_verbs.txt") else None


def _chosen_for(line: Line, i: int) -> Fact[Name] | None:
    """Holt was nominated for secretary of state; when he had been nominated, he is the one person named."""
    if i < 1 or line.tokens[i - 1].lower not in _CHOSEN:
        return None
    person = nearest_person(line, i)
    end = line.tokens[i].start
    people = [f for f in line.names if f.value.kind is NameKind.PERSON and f.span.start < end]
    named = {fact.value.full for fact in people}
    return person or (people[0] if len(named) == 1 and not _is_agent(line, people[0], i) else None)


def nearest_person(line: Line, i: int) -> Fact[Name] | None:
    """The last person named before token ``i``, unless a pronoun comes between."""
    before = bisect_left(line.names, line.tokens[i].start, key=start_of)
    near = [
        f
        for f in line.names[max(0, before - _NAMES_BEFORE_VERB) : before]
        if _person(f) and not _is_agent(line, f, i)
    ]
    people = [f for f in near if f.value.kind is NameKind.PERSON] or near
    if not people:
        return None
    since = line.tokens[line.last_before(people[-1].span.end) + 1 : i]
    return None if _PRONOUNS & {token.lower for token in since} else people[-1]


def _is_agent(line: Line, name: Fact[Name], i: int) -> bool:
    """Cook was recommended by Jobs to serve as chief: who only acts on the subject holds nothing."""
    first = first_of(line, name, i)
    return first > 0 and line.tokens[first - 1].lower == "by"


def _subject(line: Line, i: int) -> Fact[Name] | None:
    """The person right before the verb; auxiliaries and "who" may stand between."""
    i -= 1
    while i > 0 and line.tokens[i].lower in words_of("role_light_words.txt"):
        i -= 1
    return _person(line.name_ending(line.tokens[i].end)) if i >= 0 else None
