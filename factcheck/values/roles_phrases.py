"""One sentence comes in, its title phrases come out: office, modifiers and organisation, no holder yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.records import Fact, Name, NameKind, Title
from factcheck.values.names_tokens import Token
from factcheck.values.offices import may_open_office, office_words, offices
from factcheck.values.roles_lines import Line, first_of
from factcheck.values.word_lists import pairs_of, words_of

JOINTS = frozenset({" ", "\u00a0", "-", "‑"})
"""What may stand between the words of one title."""
_MAX_OFFICE_WORDS = 4
_MAX_ORGANISATION_WORDS = 4
_CAPACITY = re.compile(r",? (?:in|on) an? (acting|interim|temporary|caretaker) (?:capacity|basis)\b")
_PORTFOLIO_OFFICES = frozenset({"minister", "secretary", "undersecretary"})
_TITLE_LIKE_FIRST = frozenset({"chief", "head", "executive", "principal", "general", "major", "lead"})
_VERBS_TOO = frozenset({"designate", "elect"})  # they stand behind the office where they belong to it
_AFTER_HEAD = frozenset({"elect", "designate", "nominee", "emeritus", "emerita"})
TELLING = frozenset(
    {"acting", "interim", "former", "deputy", "vice", "assistant", "associate", "elect", "nominee"}
)
"""Modifiers that make even a title without a holder worth comparing."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title phrase: its span in code points, its first and last token, what it says and of whom."""

    start: int
    end: int
    first: int
    last: int
    title: Title


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before an office: where the phrase begins, and what its words say."""

    first: int
    modifiers: frozenset[str] = frozenset()
    portfolio: str = ""
    organisation: str = ""


def phrases_of(line: Line) -> Iterator[Phrase]:
    """The title phrases of one sentence in order, not overlapping."""
    at, free = 0, 0
    while at < len(line.tokens):
        size = _office_size(line, at)
        if not size or _not_an_office(line, at, size):
            at += 1
            continue
        phrase = _phrase(line, at, size, free)
        yield phrase
        at = free = phrase.last + 1


def _office_size(line: Line, at: int) -> int:
    """How many tokens from ``at`` on name an office; the longest phrase wins, 0 for none."""
    if not may_open_office(line.tokens[at].text):
        return 0
    for size in range(min(_MAX_OFFICE_WORDS, len(line.tokens) - at), 0, -1):
        if all(_joined(line, i) for i in range(at, at + size - 1)):
            words = tuple(word for token in line.tokens[at : at + size] for word in office_words(token.text))
            if words in offices():
                return size
    return 0


def _joined(line: Line, i: int) -> bool:
    if line.tokens[i].possessive:
        return False
    gap = line.gap(i)
    return gap in JOINTS or (gap == ". " and line.tokens[i].lower in words_of("name_abbreviations.txt"))


def _not_an_office(line: Line, at: int, size: int) -> bool:
    """Verbs ("to head"), modifiers of a next office ("chief negotiator"), parts of names ("King County")."""
    token, following = line.tokens[at], at + size
    before = line.tokens[at - 1].lower if at and line.gap(at - 1) == " " else ""
    if before in ("to", "will", "would", "can", "could", "must", "should") and token.text.islower():
        return True
    if _within_a_body(line, at):
        return True
    if before == "in" and token.lower in ("general", "chief", "principal", "head"):
        return True
    if token.lower in ("general", "major", "principal", "lead") and size == 1 and token.text.islower():
        return True
    if token.lower in _TITLE_LIKE_FIRST and size == 1 and following < len(line.tokens) and _joined(line, at):
        return _office_size(line, following) > 0 or line.name_around(token) is not None
    return line.name_around(token) is not None


def _within_a_body(line: Line, at: int) -> bool:
    """The Office of the Special Counsel: the office is part of an organisation's name."""
    i = at - 1
    if i > 0 and line.tokens[i].lower == "the":
        i -= 1
    head = line.tokens[i - 1] if i > 0 and line.tokens[i].lower == "of" else None
    return (
        head is not None and head.text[0].isupper() and head.lower in words_of("name_organisation_heads.txt")
    )


def _phrase(line: Line, at: int, size: int, free: int) -> Phrase:
    """The phrase around the office that stands at token ``at``."""
    words = tuple(word for token in line.tokens[at : at + size] for word in office_words(token.text))
    left = _leftwards(line, at, free)
    last, more = _suffixes(line, at + size - 1)
    modifiers = left.modifiers | more
    end = line.tokens[last].end
    if line.tokens[last].lower in words_of("name_abbreviations.txt") and line.text[end : end + 1] == ".":
        end += 1
    office = offices()[words]
    last, end, after_portfolio, after = _organisation_after(line, last, end, office)
    if capacity := _CAPACITY.match(line.text, end, line.span.end):
        modifiers, end = modifiers | {pairs_of("role_modifiers.csv")[capacity[1]]}, capacity.end()
        last = line.last_before(end)
    if office in _PORTFOLIO_OFFICES and (left.portfolio or after_portfolio):
        office = f"{left.portfolio or after_portfolio} {office}"
    if line.tokens[last].possessive and _is_deputy(line, last + 1):
        last, end, modifiers = last + 1, line.tokens[last + 1].end, modifiers | {"deputy"}
    title = Title("", office, tuple(sorted(modifiers - {""})), left.organisation or after)
    return Phrase(line.tokens[left.first].start, end, left.first, last, title)


def _is_deputy(line: Line, i: int) -> bool:
    """The mayor's deputy; no office of its own follows, as in "the mayor's deputy spokesman"."""
    if i >= len(line.tokens) or line.tokens[i].lower != "deputy":
        return False
    return i + 1 >= len(line.tokens) or not _joined(line, i) or not _office_size(line, i + 1)


def _leftwards(line: Line, at: int, free: int) -> _Left:
    """What stands before the office at token ``at``; tokens before ``free`` belong to another title."""
    left, i = _Left(at), at - 1
    while i >= free and _carries_on(line, i):
        name = line.name_around(line.tokens[i])
        if line.tokens[i].possessive:
            owner = _possessor(line.tokens[i], name)
            return replace(left, first=first_of(line, name, i), organisation=owner) if owner else left
        step = _step(line, i, name, left, free)
        if step is None:
            return left
        left, i = step, step.first - 1
    return left


def _carries_on(line: Line, i: int) -> bool:
    gap = line.gap(i)
    return gap in JOINTS or (line.tokens[i].possessive and gap[1:] in ("s ", "S "))


def _step(line: Line, i: int, name: Fact[Name] | None, left: _Left, free: int) -> _Left | None:
    """The phrase with token ``i`` taken in; None where it does not belong to the title."""
    word = line.tokens[i].lower
    if word in pairs_of("role_modifiers.csv"):
        if not _modifies(line, i):
            return None
        return replace(left, first=i, modifiers=left.modifiers | {pairs_of("role_modifiers.csv")[word]})
    if name is not None:
        if name.value.kind is NameKind.PERSON:
            return None
        owner = left.organisation or name.value.full
        return replace(left, first=first_of(line, name, i), organisation=owner)
    if word in words_of("role_portfolios.txt"):
        return replace(left, first=i, portfolio=f"{word} {left.portfolio}".strip())
    loose = word in words_of("role_qualifiers.txt") or word in words_of("name_demonyms.txt")
    if loose or _capital(line, i) or _between(line, i, free):
        return replace(left, first=i)
    return None


def _modifies(line: Line, i: int) -> bool:
    """Whether the word is part of the title: not "under deputy director Lund", "past mayor Lund's house"."""
    word, following = line.tokens[i].lower, line.tokens[i + 1].lower
    if word == "under":
        return line.gap(i) != " " or following == "secretary"
    if word in _VERBS_TOO:
        return False
    if word == "past":
        before = line.tokens[i - 1].lower if i else ""
        return before in words_of("role_determiners.txt") or line.gap(i - 1) != " "
    return True


def _between(line: Line, i: int, free: int) -> bool:
    """A common noun between a telling modifier and the office: "acting parks commissioner"."""
    token = line.tokens[i]
    small = token.lower in words_of("name_openers.txt") or token.lower in words_of("name_speech_verbs.txt")
    if small or not token.text.islower() or i <= free or line.gap(i - 1) not in JOINTS:
        return False
    name = line.name_around(line.tokens[i - 1])
    j = first_of(line, name, i - 1) - 1 if name is not None else i - 1
    return j >= free and pairs_of("role_modifiers.csv").get(line.tokens[j].lower) in TELLING


def _possessor(token: Token, name: Fact[Name] | None) -> str:
    """The organisation in "the agency's commissioner", "Norhaven's mayor"; a person's aide has none."""
    if name is not None:
        return "" if name.value.kind is NameKind.PERSON else name.value.full
    if token.text[0].isupper() and token.lower not in words_of("name_openers.txt"):
        return token.text
    return token.lower if token.lower in words_of("role_organisation_nouns.txt") else ""


def _capital(line: Line, i: int) -> bool:
    """A capitalised word in mid-sentence that is no name of its own: the "FBI" of "ex-FBI director"."""
    token = line.tokens[i]
    small = token.lower in words_of("name_openers.txt") or token.lower in words_of("name_days_and_months.txt")
    return line.plain and i > 0 and token.text[0].isupper() and not small and line.name_around(token) is None


def _suffixes(line: Line, last: int) -> tuple[int, frozenset[str]]:
    """President-elect, commissioner nominee, professor emeritus."""
    following = last + 1
    if following < len(line.tokens) and _joined(line, last) and line.tokens[following].lower in _AFTER_HEAD:
        return following, frozenset({pairs_of("role_modifiers.csv")[line.tokens[following].lower]})
    return last, frozenset()


def _organisation_after(line: Line, last: int, end: int, office: str) -> tuple[int, int, str, str]:
    """Of "minister of finance", "head at the agency": last token, end, portfolio, organisation."""
    at = last + 1
    if line.gap(last) != " " or line.tokens[last].possessive:
        return last, end, "", ""
    if line.tokens[at].lower not in ("of", "at", "for", "with", "in") or line.gap(at) != " ":
        return last, end, "", ""
    at += 1
    if line.tokens[at].lower in words_of("role_determiners.txt") and line.gap(at) == " ":
        at += 1
    if office in _PORTFOLIO_OFFICES and line.tokens[at].lower in words_of("role_portfolios.txt"):
        return at, line.tokens[at].end, line.tokens[at].lower, ""
    if name := line.name_at(line.tokens[at].start):
        return line.last_before(name.span.end), name.span.end, "", name.value.full
    noun = _organisation_noun(line, at)
    return (noun, line.tokens[noun].end, "", line.tokens[noun].lower) if noun else (last, end, "", "")


def _organisation_noun(line: Line, at: int) -> int:
    """The last organisation noun of a short run, the "panel" of "the project's panel"; 0 for none."""
    found = 0
    for i in range(at, min(at + _MAX_ORGANISATION_WORDS, len(line.tokens))):
        if line.tokens[i].lower in words_of("name_openers.txt"):
            break
        if line.tokens[i].lower in words_of("role_organisation_nouns.txt"):
            found = i
        if line.gap(i) not in JOINTS and not line.tokens[i].possessive:
            break
    return found if not found or not line.tokens[found].possessive else 0
