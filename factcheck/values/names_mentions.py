"""A sentence's words come in, the names in them come out, titles taken off, each with its kind.

There is no parser here: what kind of thing a name names follows from word lists and the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from factcheck.records import NameKind
from factcheck.values.names_chains import LINKING, Evidence, abbreviation, chains
from factcheck.values.names_tokens import SPACES, Token
from factcheck.values.offices import may_open_office, office_words, offices
from factcheck.values.word_lists import pairs_of, words_of

_AGE = re.compile(r", \d{1,3}\b")
_MAX_OFFICE_WORDS = 4
_PAST = frozenset({"former", "then", "ex", "late"})
_LONGEST_HEAD = 16  # characters before "of" that can hold the kind of a place


@dataclass(frozen=True, slots=True)
class Mention:
    """One name where it stands, in code points of the article, with its words."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: NameKind
    sure: bool = True  # the kind rests on a cue, not on the shape alone
    key: tuple[str, ...] = field(init=False)
    """The words in lower case; "Jr." and its like tell no two names apart."""

    def __post_init__(self) -> None:
        suffixes = words_of("name_suffixes.txt")
        words = tuple(t.lower.rstrip(".") for t in self.tokens if t.lower not in suffixes)
        object.__setattr__(self, "key", words or tuple(t.lower for t in self.tokens))


def mentions_of(text: str, line: Sequence[Token], evidence: Evidence) -> Iterator[Mention]:
    """The names of one sentence, in order."""
    place = {token.start: i for i, token in enumerate(line)}
    for members in chains(text, line, evidence):
        chain = tuple(line[i] for i in members)
        if members[0] == 0 and _label(text, chain, evidence):
            continue
        for part, cue in _split(chain):
            if cue is None and _plain_words(part, evidence):
                continue
            following = members[-1] + 1
            first = place[part[0].start]
            before = line[first - 1] if first else None
            after = line[following] if following < len(line) and part[-1] is chain[-1] else None
            known, sure = _kind(text, part, cue, before, after)
            yield Mention(part[0].start, part[-1].end, part, known, sure)


def _label(text: str, chain: Sequence[Token], evidence: Evidence) -> bool:
    """A label at the head of a line, "Key Change: ...": not a name unless the article uses it as one."""
    return text.startswith(":", chain[-1].end) and not evidence.middle[chain[0].text]


def _plain_words(part: Sequence[Token], evidence: Evidence) -> bool:
    """Capitalised words that the article also writes small: "the Government", "Policy Change"."""
    if len(part) == 1 and part[0].lower in words_of("name_openers.txt") and not part[0].acronym:
        return True
    if any(token.acronym or token.lower in words_of("name_given.txt") for token in part):
        return False
    body = len(part) > 1 and _is_organisation(part)
    return not body and all(token.lower in evidence.lower for token in part)


# ------------------------------------------------------------------------------------ titles and prefixes


def office_at(chain: Sequence[Token], i: int) -> int:
    """How many tokens of ``chain`` from ``i`` on name an office; 0 for none."""
    if not may_open_office(chain[i].text):
        return 0
    for size in range(min(_MAX_OFFICE_WORDS, len(chain) - i), 0, -1):
        words = tuple(word for token in chain[i : i + size] for word in office_words(token.text))
        bare = tuple(word for word in words if word not in _modifiers()) if size == 1 else words
        if words in offices() or bare in offices() or _singular(words) in offices():
            return size
    return 0


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """Senators Kim Dahl and Bo Lind: a plural office is still no part of the name."""
    return (*words[:-1], words[-1].removesuffix("s")) if words else words


def _split(chain: tuple[Token, ...]) -> Iterator[tuple[tuple[Token, ...], NameKind | None]]:
    """The names in one run of capitals, titles taken off: "SSA Commissioner Dana Ruiz" holds two."""
    while chain and not chain[-1].capital:
        chain = chain[:-1]
    chain = _without_prefixes(chain) if chain else chain
    if not chain:
        return
    first, after = _title_bounds(chain)
    if _one_name(chain, titled=after > 0):
        yield chain, None
    elif after == 0:
        yield from _place_apart(chain)
    elif after < len(chain):
        yield from _split(chain[:first])
        yield chain[after:], NameKind.PERSON
    elif len(chain) == 2 and chain[0].lower in words_of("name_given.txt"):
        yield chain, NameKind.PERSON
    else:
        yield from _split(chain[:first])


def _place_apart(chain: tuple[Token, ...]) -> Iterator[tuple[tuple[Token, ...], NameKind | None]]:
    """A place or body that runs into a person ("Oregon Kim Dahl") or a party ("Iowa Republican")."""
    for size in range(min(3, len(chain) - 1), 0, -1):
        if " ".join(token.text for token in chain[:size]) in words_of("name_places.txt"):
            rest = chain[size:]
            if len(rest) > 1 and rest[0].lower in words_of("name_given.txt"):
                yield from ((chain[:size], NameKind.PLACE), (rest, NameKind.PERSON))
                return
            if all(token.lower in words_of("name_demonyms.txt") for token in rest):
                yield chain[:size], NameKind.PLACE
                return
    given = words_of("name_given.txt")
    inner = [i for i in range(1, len(chain) - 1) if chain[i].lower in given and chain[i - 1].capital]
    if inner and chain[0].lower not in given and (inner[0] > 1 or chain[0].acronym):
        yield from ((chain[: inner[0]], None), (chain[inner[0] :], NameKind.PERSON))
    else:
        yield chain, None


def _without_prefixes(chain: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without leading modifiers and adjectives of nations: "Former", "Norwegian"."""
    loose = words_of("name_demonyms.txt") | _modifiers()
    tail = chain[-1].lower in words_of("name_organisation_words.txt")
    while chain and set(office_words(chain[0].text)) <= loose and (not tail or chain[0].lower in _PAST):
        if len(chain) > 1 and chain[1].lower in words_of("name_place_heads.txt"):
            break
        chain = chain[1:]
    return chain


@cache
def _modifiers() -> frozenset[str]:
    """Words that stand before a title; not those that often begin a name ("New", "First", "National")."""
    starts = words_of("name_leading.txt") | words_of("name_opening_modifiers.txt")
    return frozenset(pairs_of("role_modifiers.csv")) - starts


def _title_bounds(chain: Sequence[Token]) -> tuple[int, int]:
    """Where the first title in the run begins and where the last one ends; (0, 0) for none."""
    first, after, i = len(chain), 0, 0
    while i < len(chain):
        size = office_at(chain, i)
        if not size and chain[i].lower in words_of("name_honorifics.txt"):
            size = 1
        if size:
            first, after = min(first, i), i + size
        i += size or 1
    return (first, after) if after else (0, 0)


def _one_name(chain: Sequence[Token], *, titled: bool) -> bool:
    """Whether the whole run, titles and all, names an organisation or a place: "King County"."""
    last = chain[-1].lower
    if len(chain) < 2 or any(abbreviation(token) or token.lower == "mr" for token in chain):
        return False
    place = last in words_of("name_place_words.txt")
    surname = titled and last in words_of("name_place_surnames.txt")
    return last in words_of("name_organisation_words.txt") or (place and not surname)


# ------------------------------------------------------------------------------------ kinds


def _kind(
    text: str, part: tuple[Token, ...], cue: NameKind | None, before: Token | None, after: Token | None
) -> tuple[NameKind, bool]:
    """What kind of thing these words name, and whether that is sure."""
    last, whole = part[-1].lower, " ".join(token.text for token in part)
    if cue is not None:
        return cue, True
    if {whole, whole.title()} & words_of("name_places.txt") or whole in words_of("name_acronym_places.txt"):
        return NameKind.PLACE, True
    if _is_organisation(part):
        return NameKind.ORGANISATION, True
    if _is_person(text, part, before, after):
        return NameKind.PERSON, True
    first = part[0].lower
    compass = first in words_of("name_leading.txt") and first not in ("new", "old", "great")
    headed = first in words_of("name_place_heads.txt") or compass
    if last in words_of("name_place_words.txt") or (len(part) > 1 and headed):
        return NameKind.PLACE, True
    if _place_around(text, part, before, after):
        return NameKind.PLACE, False
    return NameKind.OTHER, False


def _is_organisation(part: Sequence[Token]) -> bool:
    words = [token.lower for token in part]
    organisation = words_of("name_organisation_words.txt")
    heads = words_of("name_organisation_heads.txt")
    headed = any(word in LINKING and words[i] in heads for i, word in enumerate(words[1:]))
    if len(part) == 1:
        return part[0].acronym or words[0] in words_of("name_lone_organisations.txt")
    return words[-1] in organisation or headed or "&" in part[-1].text


def _is_person(text: str, part: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    if before is not None and text[before.end : part[0].start] in SPACES and office_at([before], 0):
        return True
    given = part[0].lower in words_of("name_given.txt")
    initial = any(token.text.endswith(".") or len(token.text) == 1 for token in part[:-1])
    if len(part) > 1 and (given or initial or part[-1].lower.rstrip(".") in ("jr", "sr")):
        return True
    if any(token.lower in words_of("name_particles.txt") for token in part[1:]) and len(part) <= 4:
        return True
    if _AGE.match(text, part[-1].end) or text.startswith((", who ", ", whose "), part[-1].end):
        return True
    gap = text[part[-1].end : after.start] if after is not None else ""
    spoke = after is not None and gap in SPACES and after.lower in words_of("name_speech_verbs.txt")
    return (spoke and len(part) > 1) or (given and len(part) == 1)


def _place_around(text: str, part: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """In X; the village of X; X, Oregon."""
    cued = before is not None and (
        before.lower in words_of("name_place_cues.txt") or _of_a_place(text, before)
    )
    comma = after is not None and text[part[-1].end : after.start] == ", "
    return cued or (comma and after is not None and after.text in words_of("name_places.txt"))


def _of_a_place(text: str, before: Token) -> bool:
    """Whether "of" follows the kind of place: "the village of"."""
    head = text[max(before.start - _LONGEST_HEAD, 0) : before.start].split()
    return before.lower == "of" and bool(head) and head[-1].lower() in words_of("name_place_heads.txt")
