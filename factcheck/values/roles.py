"""An article's sentences in, its titles out: office, modifiers, organisation, and who holds the office.

The span of a title is the phrase itself, not the holder's name. The holder stands right after it,
before it in apposition, beside a verb such as "served as", or earlier in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.records import Article, Fact, Kind, Name, NameKind, Sentence, Span, Title
from factcheck.values import names
from factcheck.values.names import Token, office_words, offices, pairs_of, words_of

kind = Kind.TITLE

_MAX_OFFICE_WORDS = 4
_MAX_ORGANISATION_WORDS = 4
_WORDS_BEFORE_AS = 6
_MAX_AGE_WIDTH = 6
_NAMES_BEFORE_VERB = 8
_JOINTS = frozenset({" ", "\u00a0", "-", "‑"})
_CAPACITY = re.compile(r",? (?:in|on) an? (acting|interim|temporary|caretaker) (?:capacity|basis)\b")
_LED = re.compile(
    r"\b(?:led|leads|leading|ran|runs|running|headed|heads|heading) (?:the )?[^,.;:]{1,60}?"
    r" (?:in|on) an? (acting|interim|temporary|caretaker) (?:capacity|basis)\b"
)
_AGED = re.compile(r", \d{1,3}$")
_AFTER_APPOSITION = (",", ".", ")", ";", " –", " —", " -", "”", '"')
_PORTFOLIO_OFFICES = frozenset({"minister", "secretary", "undersecretary"})
_TITLE_LIKE_FIRST = frozenset({"chief", "head", "executive", "principal", "general", "major", "lead"})
_AFTER_HEAD = frozenset({"elect", "designate", "nominee", "emeritus", "emerita"})
_TELLING = frozenset(
    {"acting", "interim", "former", "deputy", "vice", "assistant", "associate", "elect", "nominee"}
)
_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_NOT_APPOSED = frozenset({"whose", "this"})
_DEFINITE = frozenset({"the", "this"})


@dataclass(frozen=True, slots=True)
class _Phrase:
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


def _start_of(fact: Fact[Name]) -> int:
    return fact.span.start


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence: its words with hyphens split, and the names that stand in it."""

    text: str
    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Fact[Name], ...]
    plain: bool  # capitals mean something here

    def name_around(self, token: Token) -> Fact[Name] | None:
        i = bisect_right(self.names, token.start, key=_start_of) - 1
        return self.names[i] if i >= 0 and token.end <= self.names[i].span.end else None

    def name_at(self, offset: int) -> Fact[Name] | None:
        i = bisect_left(self.names, offset, key=_start_of)
        return self.names[i] if i < len(self.names) and self.names[i].span.start == offset else None

    def name_ending(self, offset: int) -> Fact[Name] | None:
        i = bisect_left(self.names, offset, key=_start_of) - 1
        return self.names[i] if i >= 0 and self.names[i].span.end == offset else None

    def last_before(self, offset: int) -> int:
        """The index of the last token that begins before ``offset``."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start) - 1

    def gap(self, i: int) -> str:
        """What stands between token ``i`` and the next one."""
        if i < 0 or i + 1 >= len(self.tokens):
            return "\n"
        return self.text[self.tokens[i].end : self.tokens[i + 1].start]


# ---------------------------------------------------------------------------- the phrase


def _phrases(line: _Line) -> Iterator[_Phrase]:
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


def _office_size(line: _Line, at: int) -> int:
    """How many tokens from ``at`` on name an office; the longest phrase wins, 0 for none."""
    for size in range(min(_MAX_OFFICE_WORDS, len(line.tokens) - at), 0, -1):
        if all(_joined(line, i) for i in range(at, at + size - 1)):
            words = tuple(word for token in line.tokens[at : at + size] for word in office_words(token.text))
            if words in offices():
                return size
    return 0


def _joined(line: _Line, i: int) -> bool:
    if line.tokens[i].possessive:
        return False
    gap = line.gap(i)
    return gap in _JOINTS or (gap == ". " and line.tokens[i].lower in words_of("name_abbreviations.txt"))


def _not_an_office(line: _Line, at: int, size: int) -> bool:
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


def _within_a_body(line: _Line, at: int) -> bool:
    """The Office of the Special Counsel: the office is part of an organisation's name."""
    i = at - 1
    if i > 0 and line.tokens[i].lower == "the":
        i -= 1
    head = line.tokens[i - 1] if i > 0 and line.tokens[i].lower == "of" else None
    return (
        head is not None and head.text[0].isupper() and head.lower in words_of("name_organisation_heads.txt")
    )


def _phrase(line: _Line, at: int, size: int, free: int) -> _Phrase:
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
    title = Title("", office, tuple(sorted(modifiers - {""})), left.organisation or after)
    return _Phrase(line.tokens[left.first].start, end, left.first, last, title)


def _leftwards(line: _Line, at: int, free: int) -> _Left:
    """What stands before the office at token ``at``; tokens before ``free`` belong to another title."""
    left, i = _Left(at), at - 1
    while i >= free and _carries_on(line, i):
        name = line.name_around(line.tokens[i])
        if line.tokens[i].possessive:
            owner = _possessor(line.tokens[i], name)
            return replace(left, first=_first_of(line, name, i), organisation=owner) if owner else left
        step = _step(line, i, name, left, free)
        if step is None:
            return left
        left, i = step, step.first - 1
    return left


def _carries_on(line: _Line, i: int) -> bool:
    gap = line.gap(i)
    return gap in _JOINTS or (line.tokens[i].possessive and gap[1:] in ("s ", "S "))


def _step(line: _Line, i: int, name: Fact[Name] | None, left: _Left, free: int) -> _Left | None:
    """The phrase with token ``i`` taken in; None where it does not belong to the title."""
    word = line.tokens[i].lower
    if word in pairs_of("role_modifiers.csv"):
        return replace(left, first=i, modifiers=left.modifiers | {pairs_of("role_modifiers.csv")[word]})
    if name is not None:
        if name.value.kind is NameKind.PERSON:
            return None
        owner = left.organisation or name.value.full
        return replace(left, first=_first_of(line, name, i), organisation=owner)
    if word in words_of("role_portfolios.txt"):
        return replace(left, first=i, portfolio=f"{word} {left.portfolio}".strip())
    loose = word in words_of("role_qualifiers.txt") or word in words_of("name_demonyms.txt")
    if loose or _capital(line, i) or _between(line, i, free):
        return replace(left, first=i)
    return None


def _between(line: _Line, i: int, free: int) -> bool:
    """A common noun between a telling modifier and the office: "acting parks commissioner"."""
    token = line.tokens[i]
    small = token.lower in words_of("name_openers.txt") or token.lower in words_of("name_speech_verbs.txt")
    if small or not token.text.islower() or i <= free or line.gap(i - 1) not in _JOINTS:
        return False
    name = line.name_around(line.tokens[i - 1])
    j = _first_of(line, name, i - 1) - 1 if name is not None else i - 1
    return j >= free and pairs_of("role_modifiers.csv").get(line.tokens[j].lower) in _TELLING


def _possessor(token: Token, name: Fact[Name] | None) -> str:
    """The organisation in "the agency's commissioner", "Norhaven's mayor"; a person's aide has none."""
    if name is not None:
        return "" if name.value.kind is NameKind.PERSON else name.value.full
    if token.text[0].isupper() and token.lower not in words_of("name_openers.txt"):
        return token.text
    return token.lower if token.lower in words_of("role_organisation_nouns.txt") else ""


def _first_of(line: _Line, name: Fact[Name] | None, i: int) -> int:
    while name is not None and i > 0 and line.tokens[i - 1].start >= name.span.start:
        i -= 1
    return i


def _capital(line: _Line, i: int) -> bool:
    """A capitalised word in mid-sentence that is no name of its own: the "FBI" of "ex-FBI director"."""
    token = line.tokens[i]
    small = token.lower in words_of("name_openers.txt") or token.lower in words_of("name_days_and_months.txt")
    return line.plain and i > 0 and token.text[0].isupper() and not small and line.name_around(token) is None


def _suffixes(line: _Line, last: int) -> tuple[int, frozenset[str]]:
    """President-elect, commissioner nominee, professor emeritus."""
    following = last + 1
    if following < len(line.tokens) and _joined(line, last) and line.tokens[following].lower in _AFTER_HEAD:
        return following, frozenset({pairs_of("role_modifiers.csv")[line.tokens[following].lower]})
    return last, frozenset()


def _organisation_after(line: _Line, last: int, end: int, office: str) -> tuple[int, int, str, str]:
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


def _organisation_noun(line: _Line, at: int) -> int:
    """The last organisation noun of a short run, the "panel" of "the project's panel"; 0 for none."""
    found = 0
    for i in range(at, min(at + _MAX_ORGANISATION_WORDS, len(line.tokens))):
        if line.tokens[i].lower in words_of("name_openers.txt"):
            break
        if line.tokens[i].lower in words_of("role_organisation_nouns.txt"):
            found = i
        if line.gap(i) not in _JOINTS and not line.tokens[i].possessive:
            break
    return found if not found or not line.tokens[found].possessive else 0


# ---------------------------------------------------------------------------- the holder


def _holder(line: _Line, phrase: _Phrase) -> str:
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


def _named_after(line: _Line, phrase: _Phrase) -> Fact[Name] | None:
    """Commissioner Dana Ruiz; Sen. Kim Dahl; Professor Dr. Ann Bell."""
    at = phrase.end + line.text.startswith(("]", ")"), phrase.end)
    if line.text[at : at + 1] not in _JOINTS or line.tokens[phrase.last].possessive:
        return None
    following = phrase.last + 1
    if following < len(line.tokens) and line.tokens[following].lower in words_of("name_honorifics.txt"):
        at = line.tokens[following].end + line.text.startswith(".", line.tokens[following].end)
    name = _person(line.name_at(at + 1))
    return None if name is not None and _relative_clause(line, phrase, name) else name


def _relative_clause(line: _Line, phrase: _Phrase, name: Fact[Name]) -> bool:
    """The president Ruiz worked for: a surname right after a definite common noun begins a clause."""
    i = phrase.first - 1
    definite = i >= 0 and line.gap(i) == " " and line.tokens[i].lower in words_of("role_determiners.txt")
    return definite and " " not in name.text and line.tokens[phrase.last].text.islower()


def _before(line: _Line, phrase: _Phrase) -> int:
    """The token that stands before the phrase and its determiner."""
    i = phrase.first - 1
    if i >= 0 and line.gap(i) == " " and line.tokens[i].lower in words_of("role_determiners.txt"):
        i -= 1
    return i


def _named_before(line: _Line, phrase: _Phrase) -> Fact[Name] | None:
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


def _speech_follows(line: _Line, phrase: _Phrase) -> bool:
    """He will meet Dana Ruiz, the mayor said: another person speaks."""
    following = phrase.last + 1
    speaks = following < len(line.tokens) and line.tokens[following].lower in words_of(
        "name_speech_verbs.txt"
    )
    return speaks and line.gap(phrase.last) == " "


def _in_apposition_after(line: _Line, phrase: _Phrase) -> Fact[Name] | None:
    """The deputy minister, Ana Holt, said."""
    if not line.text.startswith(", ", phrase.end):
        return None
    name = _person(line.name_at(phrase.end + 2))
    if name is None or (name.value.kind is not NameKind.PERSON and " " not in name.text):
        return None
    closed = name.span.end >= line.span.end or line.text.startswith(_AFTER_APPOSITION, name.span.end)
    return name if closed else None


def _beside_a_verb(line: _Line, phrase: _Phrase) -> Fact[Name] | None:
    """Holt, who served as mayor; Holt became mayor; the board named Holt mayor."""
    i = _before(line, phrase)
    if i < 1 or line.gap(i) != " ":
        return None
    word = line.tokens[i].lower
    if word == "as":
        verbs = {token.lower for token in line.tokens[max(0, i - _WORDS_BEFORE_AS) : i]}
        return _nearest(line, i) if verbs & words_of("role_as_verbs.txt") else None
    if word in words_of("role_link_verbs.txt"):
        return _subject(line, i)
    name = _person(line.name_ending(line.tokens[i].end))
    if name is None:
        return None
    verb = _first_of(line, name, i) - 1
    return name if verb >= 0 and line.tokens[verb].lower in words_of("role_naming_verbs.txt") else None


def _nearest(line: _Line, i: int) -> Fact[Name] | None:
    """The last person named before token ``i``, unless a pronoun comes between."""
    before = bisect_left(line.names, line.tokens[i].start, key=_start_of)
    near = [f for f in line.names[max(0, before - _NAMES_BEFORE_VERB) : before] if _person(f)]
    people = [f for f in near if f.value.kind is NameKind.PERSON] or near
    if not people:
        return None
    since = line.tokens[line.last_before(people[-1].span.end) + 1 : i]
    return None if _PRONOUNS & {token.lower for token in since} else people[-1]


def _subject(line: _Line, i: int) -> Fact[Name] | None:
    """The person right before the verb; auxiliaries and "who" may stand between."""
    i -= 1
    light = {
        "who",
        "has",
        "had",
        "have",
        "then",
        "later",
        "also",
        "was",
        "were",
        "been",
        "is",
        "will",
        "be",
        "once",
    }
    while i > 0 and line.tokens[i].lower in light:
        i -= 1
    return _person(line.name_ending(line.tokens[i].end)) if i >= 0 else None


# ---------------------------------------------------------------------------- the reader


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[Fact[Title], ...]:
    """Every title in these sentences, by span; ``Title.name`` is empty where nobody is named."""
    lines = _lines(article, sentences)
    found = [(line, phrase) for line in lines for phrase in _held(line)]
    holders = _holders_by_office(found)
    kept = []
    for line, phrase in found:
        named = phrase if phrase.title.name else _referred(line, phrase, holders)
        if named.title.name or _tells(line, named):
            kept.append(_fact(article.text, named))
    kept.extend(fact for line in lines for fact in _led_in_a_capacity(line, kept))
    return tuple(sorted(kept, key=lambda fact: fact.span))


def _lines(article: Article, sentences: Sequence[Sentence]) -> list[_Line]:
    known = names.facts(article, sentences)
    lines, at = [], 0
    for sentence in sorted(sentences, key=lambda s: s.span):
        while at < len(known) and known[at].span.start < sentence.span.start:
            at += 1
        upto = at
        while upto < len(known) and known[upto].span.end <= sentence.span.end:
            upto += 1
        tokens = names.tokens_of(article.text, sentence.span, hyphenated=False)
        plain = not names.headline_case(article.text, sentence)
        lines.append(_Line(article.text, sentence.span, tokens, known[at:upto], plain))
        at = upto
    return lines


def _held(line: _Line) -> list[_Phrase]:
    """The sentence's phrases with their holders; phrases that run together share one."""
    phrases = [_with_name(phrase, _holder(line, phrase)) for phrase in _phrases(line)]
    for i in reversed(range(len(phrases) - 1)):
        left, right = phrases[i], phrases[i + 1]
        if right.title.name and not left.title.name and _together(line, left, right):
            phrases[i] = _with_name(left, right.title.name)
    for i in range(1, len(phrases)):
        left, right = phrases[i - 1], phrases[i]
        if left.title.name and not right.title.name and _together(line, left, right):
            phrases[i] = _with_name(right, left.title.name)
    return phrases


def _with_name(phrase: _Phrase, name: str) -> _Phrase:
    return replace(phrase, title=replace(phrase.title, name=name)) if name else phrase


def _together(line: _Line, left: _Phrase, right: _Phrase) -> bool:
    """Committee chairman Rep. Kim Dahl; chief financial officer and treasurer."""
    return line.text[left.end : right.start] in (" ", " and ", ", and ", " and the ", " and a ", ". ")


def _holders_by_office(found: Sequence[tuple[_Line, _Phrase]]) -> dict[str, list[Title]]:
    holders: dict[str, list[Title]] = {}
    for _, phrase in found:
        if phrase.title.name:
            holders.setdefault(phrase.title.office, []).append(phrase.title)
    return holders


def _referred(line: _Line, phrase: _Phrase, holders: dict[str, list[Title]]) -> _Phrase:
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


def _tells(line: _Line, phrase: _Phrase) -> bool:
    """Whether a title without a holder says enough to be compared: a determiner and an office proper."""
    i = phrase.first - 1
    determined = i >= 0 and line.gap(i) == " " and line.tokens[i].lower in words_of("role_determiners.txt")
    if not set(phrase.title.modifiers) & _TELLING:
        return determined and phrase.title.office not in words_of("role_common.txt")
    return phrase.title.office not in words_of("role_common.txt") or determined


def _fact(text: str, phrase: _Phrase) -> Fact[Title]:
    span = Span(phrase.start, phrase.end)
    return Fact(Kind.TITLE, span, span.of(text), phrase.title)


def _led_in_a_capacity(line: _Line, kept: Sequence[Fact[Title]]) -> Iterator[Fact[Title]]:
    """Who led the agency in an acting capacity: the title "acting head" in other words."""
    for match in _LED.finditer(line.text, line.span.start, line.span.end):
        span = Span(*match.span())
        person = _nearest(line, line.last_before(span.start) + 1)
        if person is None or any(fact.span.overlaps(span) for fact in kept):
            continue
        past = {"former"} if match[0].startswith(("led", "ran", "headed")) else set()
        modifiers = tuple(sorted(past | {pairs_of("role_modifiers.csv")[match[1]]}))
        organisation = next((f.value.full for f in line.names if span.contains(f.span)), "")
        yield Fact(
            Kind.TITLE, span, span.of(line.text), Title(person.value.full, "head", modifiers, organisation)
        )
