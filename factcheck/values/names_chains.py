"""A sentence's words come in, the runs of capitalised words that may be names come out.

A word that opens a sentence counts only with other evidence: the article writes it with a capital elsewhere,
or a word list knows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.values.names_tokens import HYPHENS, SPACES, Token
from factcheck.values.word_lists import words_of

_OPENING = frozenset('“"‘:•\n.!?…*#')  # a capital after one of these is no evidence of a name
_NICKNAME_OPENS = frozenset({" “", ' "', " ‘", " '", " ("})
_NICKNAME_CLOSES = frozenset({"” ", '" ', "’ ", "' ", ") "})
LINKING = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole article says about capitals: words seen in lower case, and capitals in mid-sentence."""

    lower: frozenset[str]
    middle: Counter[str] = field(default_factory=Counter)
    bigrams: frozenset[tuple[str, str]] = frozenset()


def evidence_of(text: str, lines: Iterable[tuple[Token, ...]]) -> Evidence:
    """What the article's lines, headlines left out, say about its capitals."""
    lower: set[str] = set()
    bigrams: set[tuple[str, str]] = set()
    middle: Counter[str] = Counter()
    for line in lines:
        for i, token in enumerate(line):
            if token.text.islower():
                lower.add(token.text)
            elif token.capital and not _opens(text, line, i):
                middle[token.text] += 1
                if i + 1 < len(line) and line[i + 1].capital:
                    bigrams.add((token.text, line[i + 1].text))
    return Evidence(frozenset(lower), middle, frozenset(bigrams))


def _opens(text: str, line: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` opens a sentence, a quotation or what follows a colon."""
    if i == 0:
        return True
    gap = text[line[i - 1].end : line[i].start]
    abbreviated = gap.startswith(".") and line[i - 1].lower in words_of("name_abbreviations.txt")
    return not abbreviated and any(mark in _OPENING for mark in gap)


# ------------------------------------------------------------------------------------ runs


def chains(text: str, line: Sequence[Token], evidence: Evidence) -> Iterator[list[int]]:
    """Runs of capitalised words, as the indices of their members."""
    at = 0
    while at < len(line):
        if not line[at].capital or _calendar(line, at) or not _may_start(text, line, at, evidence):
            at += 1
            continue
        members = [at]
        while more := _next_members(text, line, members):
            members.extend(more)
        yield members
        at = members[-1] + 1


def _calendar(line: Sequence[Token], i: int) -> bool:
    """Days and months; "April Jones" is a name where no preposition of time stands before it."""
    if line[i].lower.rstrip(".") not in words_of("name_days_and_months.txt"):
        return False
    before = line[i - 1].lower if i else ""
    timed = before in words_of("name_time_prepositions.txt")
    given = line[i].lower in words_of("name_given.txt")
    following = line[i + 1] if i + 1 < len(line) else None
    named = following is not None and following.capital and following.start == line[i].end + 1
    return timed or not given or not named


def _may_start(text: str, line: Sequence[Token], i: int, evidence: Evidence) -> bool:
    token = line[i]
    if _small_word(token) or (
        token.lower in words_of("name_leading.txt") and not _capital_next(text, line, i)
    ):
        return False
    if not _opens(text, line, i):
        return True
    if (
        token.acronym
        or token.lower in words_of("name_given.txt")
        or token.text in words_of("name_places.txt")
    ):
        return True
    if evidence.middle[token.text] and token.lower not in evidence.lower:
        return True
    following = line[i + 1] if i + 1 < len(line) else None
    paired = following is not None and following.capital
    if paired and following is not None:
        known = (token.text, following.text) in evidence.bigrams
        return known or token.lower not in evidence.lower or _organisation_follows(text, line, i)
    return bool(evidence.middle[token.text])


def _small_word(token: Token) -> bool:
    """Function words, contractions of them ("I've") and the parties of legislators ("R-S.C.")."""
    head = token.lower.replace("’", "'").partition("'")[0]
    party = len(token.text) > 2 and token.text[0] in "DIR" and token.text[1] in HYPHENS
    return party or (head in words_of("name_openers.txt") and not token.acronym)


def _capital_next(text: str, line: Sequence[Token], i: int) -> bool:
    following = line[i + 1] if i + 1 < len(line) else None
    return following is not None and following.capital and text[line[i].end : following.start] in SPACES


def _organisation_follows(text: str, line: Sequence[Token], i: int) -> bool:
    """Whether the run of capitals from ``i`` on ends in a word such as "Administration"."""
    while i + 1 < len(line) and line[i + 1].capital and text[line[i].end : line[i + 1].start] in SPACES:
        i += 1
    return line[i].lower in words_of("name_organisation_words.txt")


def _next_members(text: str, line: Sequence[Token], members: list[int]) -> list[int]:
    """The indices of the tokens that carry the run on; empty where it ends."""
    last = members[-1]
    if line[last].possessive or last + 1 >= len(line):
        return []
    following, gap = line[last + 1], text[line[last].end : line[last + 1].start]
    if gap in _NICKNAME_OPENS:
        return _nickname(text, line, last)
    if gap == ", " and following.lower.rstrip(".") in ("jr", "sr"):
        return [last + 1]
    if gap in (". ", ".\u00a0"):
        return [last + 1] if abbreviation(line[last]) and following.capital else []
    if gap == " & " and following.capital:
        return [last + 1]
    if gap not in SPACES:
        return []
    if following.capital:
        stops = _calendar(line, last + 1) or following.lower in words_of("name_breaks.txt")
        return [] if stops else [last + 1]
    return _through_small_words(text, line, members)


def abbreviation(token: Token) -> bool:
    """Whether a full stop after the word ends no sentence: "Sen.", "Dr."."""
    return token.lower in words_of("name_abbreviations.txt")


def _nickname(text: str, line: Sequence[Token], last: int) -> list[int]:
    """Roberto “Beto” Salas: the name in quotation marks and the one after it."""
    if last + 2 >= len(line) or not (line[last + 1].capital and line[last + 2].capital):
        return []
    closes = text[line[last + 1].end : line[last + 2].start] in _NICKNAME_CLOSES
    return [last + 1, last + 2] if closes and not line[last + 1].acronym else []


def _through_small_words(text: str, line: Sequence[Token], members: list[int]) -> list[int]:
    """Particles, "of" after a word such as "Department", and "and" within an organisation's name."""
    last = members[-1]
    small, at = line[last + 1].lower, last + 1
    reach = [at]
    while at + 1 < len(line) and len(reach) < 3 and not line[at].capital:
        if text[line[at].end : line[at + 1].start] not in SPACES:
            return []
        at += 1
        reach.append(at)
    if not line[at].capital or _calendar(line, at):
        return []
    between = [line[i].lower for i in reach[:-1]]
    heads = words_of("name_organisation_heads.txt") | words_of("name_place_heads.txt")
    chain = [line[i].lower for i in members]
    if all(word in words_of("name_particles.txt") for word in between):
        return reach
    if (
        small in LINKING
        and between[1:] in ([], ["the"])
        and line[at].text not in words_of("name_acronym_places.txt")
    ):
        return reach if chain[-1] in heads or (small == "for" and chain[0] in heads) else []
    if small == "and" and between == ["and"]:
        linked = any(word in LINKING for word in chain) and chain[0] in heads
        return reach if linked or (len(members) == 1 and _compound(text, line, members[0], at)) else []
    return []


def _compound(text: str, line: Sequence[Token], first: int, second: int) -> bool:
    """Food and Drug Administration: one word, "and", then a run that ends in an organisation word."""
    lone = line[first].text not in words_of("name_places.txt") and line[first].lower not in words_of(
        "name_given.txt"
    )
    return lone and not line[first].acronym and _organisation_follows(text, line, second)
