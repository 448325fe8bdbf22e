"""A sentence and the place of a time or figure in it come in, what it is said of comes out.

Without a parser: the act is that of the nearest verb of the clause, and where the verb is a light one
("took effect", "held a vote") or there is none, the nearest noun that names an act. A parser can stand
behind the same door, ``occasion``, later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from factcheck.align.acts import act_at, lemma, listed, table, verb_at
from factcheck.align.words import stem, stems

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;:()–—]|[“”\"]")
_SIGNS = frozenset(',;:()–—“”"')
_OWNER = re.compile(r"['’]s?\b|['’](?=\s)")
_MAX_CLAUSES = 6
_MAX_NOUN_WORDS = 3  # "last year's presidential election campaign"
MAX_SHARE_OF_CAPITALS = 0.6
_MONTH_LIKE = re.compile(r"[A-Z][a-z]+$")


class Use(StrEnum):
    """How a time is used: of the event, of a noun ("the 2014 protests"), to compare, of the saying."""

    EVENT = "event"
    NOUN = "noun"
    COMPARISON = "comparison"
    SAYING = "saying"


@dataclass(frozen=True, slots=True)
class Occasion:
    """``acts`` are what happened, listed acts or lemmas; ``nouns`` the noun that a NOUN time belongs to;
    ``about`` the stems of the clause that tells it, its subject and object among them, and ``nearby`` every
    act that the clause names."""

    use: Use
    acts: frozenset[str]
    nouns: frozenset[str]
    about: frozenset[str]
    nearby: frozenset[str]
    role: str  # of the preposition: point, start, end, length, limit, window, offset ...


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentence's words and signs, with the fact's first word and the first one after it.

    Words are in lower case except for names, which so are found in no list of acts.
    """

    words: tuple[str, ...]
    first: int
    end: int
    rest: str  # the text right after the fact


@lru_cache(maxsize=1 << 16)
def occasion(sentence: str, start: int, end: int) -> Occasion:
    """What ``sentence[start:end]``, a time or a figure, is said of."""
    found = list(_WORD.finditer(sentence))
    first = sum(1 for match in found if match.end() <= start)
    last = sum(1 for match in found if match.start() < end)
    text = _Text(_lowered([match[0] for match in found]), first, last, sentence[end : end + 40])
    role = _role(text)
    nouns = _owner(text, sentence[start:end])
    if nouns:
        heads = frozenset(stem(noun.lower()) for noun in nouns)
        everything = [(0, len(text.words))]
        named = _named(nouns)
        return Occasion(Use.NOUN, named, heads, _stems(text, everything, named), named, role)
    acts, told = _acts(text)
    about, nearby = _stems(text, told, acts), _all_acts(text, told)
    if _compares(text):
        return Occasion(Use.COMPARISON, acts, frozenset(), about, nearby, role)
    said = bool(acts) and acts <= {"say", "announce"}
    return Occasion(Use.SAYING if said else Use.EVENT, acts, frozenset(), about, nearby, role)


def _lowered(words: Sequence[str]) -> tuple[str, ...]:
    """The words in lower case, names as they are; in a headline of capitals nothing tells a name."""
    capitals = sum(1 for word in words if word[0].isupper())
    headline = capitals > MAX_SHARE_OF_CAPITALS * len(words)
    return tuple(word.lower() if headline or i == 0 else word for i, word in enumerate(words))


_PART_AFTER = re.compile(r"\s+of\s+(?:the|them|those|these|whom|her|his|its|our|their)\b")
_PART_BEFORE = re.compile(r"\b(?:among|including|of)\s+(?:them|whom|which),?\s*$")


def partial(sentence: str, start: int, end: int) -> bool:
    """Whether the figure ``sentence[start:end]`` counts a part: "two of the dead", "among them two"."""
    before = sentence[max(start - 20, 0) : start]
    return bool(_PART_AFTER.match(sentence[end : end + 20]) or _PART_BEFORE.search(before))


_OF_A_WHOLE = re.compile(
    r"\b(?:\d[\d,.]*|half|most|none|one|two|three|four|five|six|seven|eight|nine|ten|percent|%)\s+(?:out\s+)?of\s+"
    r"(?:(?:the|its|their|his|her|a|an|all|those|these)\s+)?(?:[^\W\d_]+['’]s\s+)?$"
)


def whole(sentence: str, start: int) -> bool:
    """Whether the figure at ``start`` is what a part is taken of: "214 of the line's 530 flights"."""
    return bool(_OF_A_WHOLE.search(sentence[max(start - 40, 0) : start].lower()))


def _named(nouns: Sequence[str]) -> frozenset[str]:
    return frozenset(act for i in range(len(nouns)) if (act := act_at(nouns, i)))


def _stems(text: _Text, told: Sequence[tuple[int, int]], acts: frozenset[str]) -> frozenset[str]:
    """Stems of the content words there, without the fact's own, the acts' own and figures."""
    words = (text.words[i] for i in _places(text, told) if not _names(text, i) & acts)
    return frozenset(found for word in words if not word[0].isdecimal() for found in stems(word))


def _all_acts(text: _Text, told: Sequence[tuple[int, int]]) -> frozenset[str]:
    return frozenset(act for i in _places(text, told) if (act := act_at(text.words, i)))


def _places(text: _Text, told: Sequence[tuple[int, int]]) -> list[int]:
    """The places of the words there that are not the fact's own."""
    return [i for start, end in told for i in range(start, end) if not text.first <= i < text.end]


def _names(text: _Text, i: int) -> set[str]:
    return {act_at(text.words, i), lemma(text.words[i])}


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
    """ "the attacks in 2012 on a mill", "the flood of 1968": the noun of an act right before it."""
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
    before = text.words[text.first - 1] if text.first else ""
    if following in table("time_followers.csv") and before not in ("on", "at", "by"):
        return table("time_followers.csv")[following]
    near = text.words[max(text.first - 3, 0) : text.first]
    if near[-1:] == ("after",) and near[-2:-1] and near[-2] in listed("time_softeners.txt"):
        return "point"  # "shortly after 2 a.m."
    for word in reversed(near):
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


def _acts(text: _Text) -> tuple[frozenset[str], list[tuple[int, int]]]:
    """The acts of the fact's clause, else of the nearest other one, and the clauses that tell them."""
    clauses = _clauses(text)
    if not clauses:
        return frozenset(), []
    own = next((i for i, (a, b) in enumerate(clauses) if a <= text.first < b), 0)
    nearby = [own, *range(own - 1, -1, -1), *range(own + 1, len(clauses))]
    # a leading time belongs to the clause that follows as well
    told = [clauses[own], clauses[1]] if own == 0 and len(clauses) > 1 else [clauses[own]]
    for i in nearby[:_MAX_CLAUSES]:
        if acts := _clause_acts(text, *clauses[i]):
            return acts, [*told, _with_subject(text, clauses, i)]
    return frozenset(), told


def _with_subject(text: _Text, clauses: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    """The clause, and the one before it where it opens with its verb: "Orlen, a ferry line, sued"."""
    start, end = clauses[i]
    opens_with_verb = bool(verb_at(text.words, start))
    return clauses[max(i - 2, 0)][0] if opens_with_verb else start, end


def _clauses(text: _Text) -> list[tuple[int, int]]:
    """Half-open ranges of words between signs and words that open a clause.

    "after" and "before" right before the fact, and signs inside of it, part nothing.
    """
    cuts = [0]
    for i, word in enumerate(text.words):
        opens = word in listed("clause_openers.txt") and not text.first - 2 <= i < text.end
        if opens or (word in _SIGNS and not text.first <= i < text.end):
            cuts += [i, i + 1]
    cuts.append(len(text.words))
    apart = _SIGNS | listed("clause_openers.txt")
    ranges = pairwise(cuts)
    return [(a, b) for a, b in ranges if b > a and not (b - a == 1 and text.words[a] in apart)]


def _clause_acts(text: _Text, start: int, end: int) -> frozenset[str]:
    """The act of the nearest verb; for a light verb its noun's, else another verb's, else its own."""
    found = {i: verb for i in range(start, end) if (verb := verb_at(text.words, i))}
    # the "been" of "had been updated" says nothing of its own
    plain = [(i, verb) for i, verb in found.items() if verb != "be" or not {i + 1, i + 2} & found.keys()]
    verbs = _nearest(text, plain)
    nouns = _nearest(text, [(i, act) for i in range(start, end) if (act := act_at(text.words, i))])
    if verbs and verbs[0][1] not in listed("light_verbs.txt"):
        return _with_complements(text, verbs, verbs[0])
    strong = [(i, verb) for i, verb in verbs if verb not in listed("light_verbs.txt")]
    complements = [found for found in strong if _chained(text.words, verbs[0][0], found[0])]
    if complements:
        return _with_complements(text, strong, complements[0])
    places = {i for i, _ in verbs}
    named = [act for i, act in nouns if i not in places and act not in listed("light_verbs.txt")]
    if named:
        return frozenset(named[:1])
    return _with_complements(text, strong, strong[0]) if strong else frozenset(verb for _, verb in verbs[:1])


def _nearest(text: _Text, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those outside of the fact, the nearest first."""
    outside = [(i, act) for i, act in found if not text.first <= i < text.end]
    return sorted(outside, key=lambda row: _distance(text, row[0]))


def _with_complements(
    text: _Text, verbs: Sequence[tuple[int, str]], chosen: tuple[int, str]
) -> frozenset[str]:
    chained = {verb for i, verb in verbs if _chained(text.words, chosen[0], i)}
    return frozenset({chosen[1], *chained} - {"be"}) or frozenset({chosen[1]})


def _distance(text: _Text, at: int) -> tuple[int, int]:
    """A time mostly follows its verb, so a verb before it goes before an equally near one after it."""
    return (text.first - at, 0) if at < text.first else (at - text.end + 2, 1)


def _chained(words: Sequence[str], one: int, other: int) -> bool:
    """Whether the second verb is the first one's complement, or the first the second's: "plans to cut"."""
    early, late = sorted((one, other))
    return late - early == 2 and words[early + 1] == "to"
