"""A sentence and the place of a time or figure in it come in, what it is said of comes out.

Without a parser: the act is that of the nearest verb of the clause, and where the verb is a light one
("took effect", "held a vote") or there is none, the nearest noun that names an act. A parser can stand
behind the same door, ``occasion``, later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from factcheck.align.acts import act_at, listed, table, verb_at
from factcheck.align.words import stem

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;:()–—]|[“”\"]")
_SIGNS = frozenset(',;:()–—“”"')
_OWNER = re.compile(r"['’]s?\b|['’](?=\s)")
_MAX_NOUN_WORDS = 3  # "last year's presidential election campaign"
_MONTH_LIKE = re.compile(r"[A-Z][a-z]+$")


class Use(StrEnum):
    """How a time is used: of the clause's event, of a noun ("the 2014 protests"), to compare, of the saying."""

    EVENT = "event"
    NOUN = "noun"
    COMPARISON = "comparison"
    SAYING = "saying"


@dataclass(frozen=True, slots=True)
class Occasion:
    """``acts`` are what happened, listed acts or lemmas; ``nouns`` the noun that a NOUN time belongs to."""

    use: Use
    acts: frozenset[str]
    nouns: frozenset[str]
    role: str  # of the preposition: point, start, end, length, limit, window, offset ...


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentence's lower-case words and signs, with the fact's first word and the first one after it."""

    words: tuple[str, ...]
    first: int
    end: int
    rest: str  # the text right after the fact


@lru_cache(maxsize=1 << 16)
def occasion(sentence: str, start: int, end: int) -> Occasion:
    """What ``sentence[start:end]``, a time or a figure, is said of."""
    found = list(_WORD.finditer(sentence))
    words = tuple(match[0].lower() for match in found)
    first = sum(1 for match in found if match.end() <= start)
    text = _Text(words, first, sum(1 for match in found if match.start() < end), sentence[end : end + 40])
    role = _role(text)
    nouns = _owner(text, sentence[start:end])
    if nouns:
        return Occasion(Use.NOUN, _named(nouns), frozenset(stem(noun) for noun in nouns), role)
    acts = _acts(text)
    if _compares(text):
        return Occasion(Use.COMPARISON, acts, frozenset(), role)
    said = acts == {"say"} or acts == {"announce"}
    return Occasion(Use.SAYING if said else Use.EVENT, acts, frozenset(), role)


def _named(nouns: Sequence[str]) -> frozenset[str]:
    return frozenset(act for i in range(len(nouns)) if (act := act_at(nouns, i)))


# ------------------------------------------------------------------------------------- the noun


def _owner(text: _Text, written: str) -> tuple[str, ...]:
    """The words of the noun that the time belongs to: "last year’s campaign", "the 2014 protests"."""
    after = text.words[text.end :]
    if _OWNER.match(text.rest) or written.endswith(("'s", "’s", "s'", "s’")):
        return _noun_words(after)
    before = text.words[text.first - 1] if text.first else ""
    noun = _noun_words(after)
    if not noun or not text.rest.startswith((" ", "-")):
        return _owner_before(text)
    if before in listed("determiners.txt") or before.endswith(("’s", "'s")):
        return noun
    # "in November elections", but not "on Tuesday meetings resumed"
    bare = _MONTH_LIKE.match(written) and before in table("time_prepositions.csv")
    return noun if bare and act_at(noun, 0) and not verb_at(text.words, text.end) else ()


def _owner_before(text: _Text) -> tuple[str, ...]:
    """ "the attacks in 2012 on a mill", "the flood of 1968": a noun of an act right before the preposition."""
    at = text.first - 2
    if at < 1 or text.words[at + 1] not in ("of", "in") or not act_at(text.words, at):
        return ()
    introduced = text.words[at - 1] in listed("determiners.txt")
    return (text.words[at],) if introduced and not verb_at(text.words, at) else ()


def _noun_words(words: Sequence[str]) -> tuple[str, ...]:
    """The first words up to one that no noun holds."""
    kept: list[str] = []
    for i, word in enumerate(words[:_MAX_NOUN_WORDS]):
        if word in _SIGNS or word in listed("stopwords.txt") or word in table("time_followers.csv"):
            break
        if word in listed("clause_openers.txt") or (kept and verb_at(words, i)):
            break
        kept.append(word)
    return tuple(kept)


# ------------------------------------------------------------------------------------- the preposition


def _role(text: _Text) -> str:
    """The role of the preposition or of the word after; "" for a bare time."""
    following = text.words[text.end] if text.end < len(text.words) else ""
    if following in table("time_followers.csv"):
        return table("time_followers.csv")[following]
    for word in reversed(text.words[max(text.first - 3, 0) : text.first]):
        if word in table("time_prepositions.csv"):
            return table("time_prepositions.csv")[word]
        if word not in listed("time_softeners.txt") and word not in listed("determiners.txt"):
            break
    # a time is read with its own preposition: "for nine days", "since 1968"
    opening = text.words[text.first] if text.first < text.end else ""
    return table("time_prepositions.csv").get(opening, "")


def _compares(text: _Text) -> bool:
    """ "than a year earlier", "since 1968" after a superlative: a time to compare with."""
    near = text.words[max(text.first - 4, 0) : text.first]
    if listed("comparison_cues.txt") & set(near):
        return True
    following = text.words[text.end] if text.end < len(text.words) else ""
    if near and near[-1] == "from" and following in ("before", "earlier"):
        return True
    since = "since" in near[-2:] or text.words[text.first : text.first + 1] == ("since",)
    earlier = text.words[max(text.first - 10, 0) : text.first]
    return since and bool(listed("superlatives.txt") & set(earlier))


# ------------------------------------------------------------------------------------- the act


def _acts(text: _Text) -> frozenset[str]:
    """The acts of the fact's clause; of the clause after a leading time, else of the one before."""
    clauses = _clauses(text.words)
    own = next((i for i, (a, b) in enumerate(clauses) if a <= text.first < b), len(clauses) - 1)
    if own < 0:
        return frozenset()
    nearby = [own, own - 1, own + 1, own + 2]
    if own == 0 or clauses[own][0] == text.first - 1 or clauses[own][0] == text.first:
        nearby = [own, own + 1, own - 1, own + 2]
    for i in nearby:
        if 0 <= i < len(clauses) and (acts := _clause_acts(text, *clauses[i])):
            return acts
    return frozenset()


def _clauses(words: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open ranges of words between signs and words that open a clause."""
    cuts = [0]
    for i, word in enumerate(words):
        if word in _SIGNS or word in listed("clause_openers.txt"):
            cuts += [i, i + 1]
    cuts.append(len(words))
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a and words[a] not in _SIGNS]


def _clause_acts(text: _Text, start: int, end: int) -> frozenset[str]:
    """The nearest verb, with the verb after its "to"; the nearest noun of an act for a light verb or none."""
    words = text.words
    verbs = [
        (i, verb)
        for i in range(start, end)
        if not text.first <= i < text.end and (verb := verb_at(words[start:end], i - start))
    ]
    strong = [(i, verb) for i, verb in verbs if verb not in listed("light_verbs.txt")]
    if strong:
        at, verb = min(strong, key=lambda found: _distance(text, found[0]))
        chained = {other for i, other in strong if _chained(words, at, i)}
        return frozenset({verb, *chained})
    nouns = [
        (i, act)
        for i in range(start, end)
        if not text.first <= i < text.end and (act := act_at(words[start:end], i - start))
    ]
    if nouns:
        return frozenset({min(nouns, key=lambda found: _distance(text, found[0]))[1]})
    return frozenset(verb for _, verb in verbs if verb != "be")


def _distance(text: _Text, at: int) -> tuple[int, int]:
    """A time mostly follows its verb, so a verb before it goes before an equally near one after it."""
    return (text.first - at, 0) if at < text.first else (at - text.end + 2, 1)


def _chained(words: Sequence[str], one: int, other: int) -> bool:
    """Whether the second verb is the first one's complement, or the first the second's: "plans to cut"."""
    early, late = sorted((one, other))
    return late - early == 2 and words[early + 1] == "to"


def content(stems: Iterable[str], taken: Iterable[str]) -> frozenset[str]:
    """The stems without those that stand in a fact's own words."""
    return frozenset(stems) - frozenset(taken)
