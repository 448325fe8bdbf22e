"""An article's sentences in, its named people, organisations and places out, each with its fullest form.

There is no parser here: a name is a run of capitalised words, and what kind it is follows from word
lists and from the words around it. A word that opens a sentence counts only with other evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

from factcheck.records import Article, BlockKind, Fact, Kind, Name, NameKind, Sentence, Span

kind = Kind.NAME

_RUN = re.compile(r"[^\W_][\w\u0300-\u036f]*")
_HYPHENS = frozenset("-‑")
_APOSTROPHES = frozenset("'’")
_OPENING = frozenset('“"‘:•\n.!?…*#')  # a capital after one of these is no evidence of a name
_NICKNAME_OPENS = frozenset({" “", ' "', " ‘", " '", " ("})
_NICKNAME_CLOSES = frozenset({"” ", '" ', "’ ", "' ", ") "})
_SPACES = frozenset({" ", "\u00a0"})
_AGE = re.compile(r", \d{1,3}\b")
_MAX_OFFICE_WORDS = 4
_MAX_ACRONYM_LETTERS = 7
_LINKING = frozenset({"of", "for"})
_PAST = frozenset({"former", "then", "ex", "late"})


# ---------------------------------------------------------------------------- word lists


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of one word list."""
    return frozenset((files("factcheck") / "values" / "data" / name).read_text("utf-8").splitlines())


@cache
def pairs_of(name: str) -> dict[str, str]:
    """The rows of one two-column table, first column to second."""
    lines = (files("factcheck") / "values" / "data" / name).read_text("utf-8").splitlines()
    return {first: second for first, _, second in (line.partition(",") for line in lines[1:])}


@cache
def offices() -> dict[tuple[str, ...], str]:
    """Office phrases, as lower-case words without full stops, to the office's canonical name."""
    return {office_words(phrase): office for phrase, office in sorted(pairs_of("role_offices.csv").items())}


def office_words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().replace(".", "").replace("-", " ").replace("‑", " ").split())


# ---------------------------------------------------------------------------- tokens


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its offsets; a possessive ending is outside the span."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        head, _, tail = self.text.replace("‑", "-").partition("-")
        return self.text[0].isupper() or (head in ("al", "el", "bin", "ul", "as") and tail[:1].isupper())

    @property
    def acronym(self) -> bool:
        letters = self.text.replace(".", "").replace("&", "")
        return 2 <= len(letters) <= _MAX_ACRONYM_LETTERS and letters.isupper() and letters.isalpha()


def tokens_of(text: str, span: Span, *, hyphenated: bool = True) -> tuple[Token, ...]:
    """The words of ``span`` in order; hyphenated words are one token unless asked otherwise."""
    runs = [match.span() for match in _RUN.finditer(text, span.start, span.end)]
    found, at = [], 0
    while at < len(runs):
        start, end = runs[at]
        possessive = False
        while at + 1 < len(runs) and not possessive:
            gap, following = text[end : runs[at + 1][0]], text[slice(*runs[at + 1])]
            if gap in _APOSTROPHES and following in ("s", "S"):
                possessive = True
            elif not _one_word(text[start:end], gap, following, hyphenated):
                break
            else:
                end = runs[at + 1][1]
            at += 1
        end = _with_full_stop(text, start, end)
        found.append(Token(text[start:end], start, end, possessive))
        at += 1
    return tuple(found)


def _one_word(before: str, gap: str, after: str, hyphenated: bool) -> bool:
    if gap in _APOSTROPHES or gap == "&":
        return True
    if gap in _HYPHENS:
        return hyphenated
    last = before.rpartition(".")[2]
    return gap == "." and len(last) == 1 and last.isalpha() and len(after) == 1 and after.isalpha()


def _with_full_stop(text: str, start: int, end: int) -> int:
    """An initial and a dotted abbreviation keep their last full stop: "J.", "U.S."."""
    word = text[start:end]
    dotted = (len(word) == 1 and word.isupper()) or ("." in word and len(word.rpartition(".")[2]) == 1)
    return end + 1 if dotted and text[end : end + 1] == "." else end


# ---------------------------------------------------------------------------- evidence


def headline_case(text: str, sentence: Sentence) -> bool:
    """True where capitals mean nothing: Title Case and ALL CAPS lines."""
    found = tokens_of(text, sentence.span)
    heading = sentence.block in (BlockKind.HEADLINE, BlockKind.HEADING)
    if len(found) < 3:
        return heading and all(token.capital for token in found)
    if sum(token.text.isupper() for token in found) > 0.7 * len(found):
        return True
    content = [
        token for token in found[1:] if token.capital or token.lower not in words_of("name_openers.txt")
    ]
    ends = text[sentence.span.start : sentence.span.end].rstrip("\"'”’ )")[-1:]
    fewest = 2 if heading else 3
    title = heading or ends not in (".", "!", "?")
    return title and len(content) >= fewest and sum(t.capital for t in content) >= 0.7 * len(content)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the whole article says about capitals: words seen in lower case, and capitals in mid-sentence."""

    lower: frozenset[str]
    middle: Counter[str] = field(default_factory=Counter)
    bigrams: frozenset[tuple[str, str]] = frozenset()


def _evidence(text: str, lines: Iterable[tuple[Token, ...]]) -> _Evidence:
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
    return _Evidence(frozenset(lower), middle, frozenset(bigrams))


def _opens(text: str, line: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` opens a sentence, a quotation or what follows a colon."""
    if i == 0:
        return True
    gap = text[line[i - 1].end : line[i].start]
    abbreviated = gap.startswith(".") and line[i - 1].lower in words_of("name_abbreviations.txt")
    return not abbreviated and any(mark in _OPENING for mark in gap)


# ---------------------------------------------------------------------------- chains of capitals


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: NameKind
    sure: bool = True  # the kind rests on a cue, not on the shape alone

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(
            t.lower.rstrip(".") for t in self.tokens if t.lower not in words_of("name_suffixes.txt")
        ) or tuple(t.lower for t in self.tokens)


def _chains(text: str, line: Sequence[Token], evidence: _Evidence) -> Iterator[list[int]]:
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
    timed = before in (
        "in",
        "on",
        "by",
        "since",
        "last",
        "this",
        "next",
        "late",
        "early",
        "mid",
        "until",
        "from",
        "of",
    )
    given = line[i].lower in words_of("name_given.txt")
    following = line[i + 1] if i + 1 < len(line) else None
    named = following is not None and following.capital and following.start == line[i].end + 1
    return timed or not given or not named


def _may_start(text: str, line: Sequence[Token], i: int, evidence: _Evidence) -> bool:
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
    party = len(token.text) > 2 and token.text[0] in "DIR" and token.text[1] in _HYPHENS
    return party or (head in words_of("name_openers.txt") and not token.acronym)


def _capital_next(text: str, line: Sequence[Token], i: int) -> bool:
    following = line[i + 1] if i + 1 < len(line) else None
    return following is not None and following.capital and text[line[i].end : following.start] in _SPACES


def _organisation_follows(text: str, line: Sequence[Token], i: int) -> bool:
    """Whether the run of capitals from ``i`` on ends in a word such as "Administration"."""
    while i + 1 < len(line) and line[i + 1].capital and text[line[i].end : line[i + 1].start] in _SPACES:
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
        return [last + 1] if _abbreviation(line[last]) and following.capital else []
    if gap == " & " and following.capital:
        return [last + 1]
    if gap not in _SPACES:
        return []
    if following.capital:
        stops = _calendar(line, last + 1) or following.lower in words_of("name_breaks.txt")
        return [] if stops else [last + 1]
    return _through_small_words(text, line, members)


def _abbreviation(token: Token) -> bool:
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
        if text[line[at].end : line[at + 1].start] not in _SPACES:
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
        small in _LINKING
        and between[1:] in ([], ["the"])
        and line[at].text not in words_of("name_acronym_places.txt")
    ):
        return reach if chain[-1] in heads or (small == "for" and chain[0] in heads) else []
    if small == "and" and between == ["and"]:
        linked = any(word in _LINKING for word in chain) and chain[0] in heads
        return reach if linked or (len(members) == 1 and _compound(text, line, members[0], at)) else []
    return []


def _compound(text: str, line: Sequence[Token], first: int, second: int) -> bool:
    """Food and Drug Administration: one word, "and", then a run that ends in an organisation word."""
    lone = line[first].text not in words_of("name_places.txt") and line[first].lower not in words_of(
        "name_given.txt"
    )
    return lone and not line[first].acronym and _organisation_follows(text, line, second)


# ---------------------------------------------------------------------------- from chains to mentions


def office_at(chain: Sequence[Token], i: int) -> int:
    """How many tokens of ``chain`` from ``i`` on name an office; 0 for none."""
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
    starts = words_of("name_leading.txt") | {
        "first",
        "second",
        "third",
        "national",
        "regional",
        "chief",
        "executive",
    }
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
    if len(chain) < 2 or any(_abbreviation(token) or token.lower == "mr" for token in chain):
        return False
    place = last in words_of("name_place_words.txt")
    surname = titled and last in words_of("name_place_surnames.txt")
    return last in words_of("name_organisation_words.txt") or (place and not surname)


def _mentions(text: str, line: Sequence[Token], evidence: _Evidence) -> Iterator[_Mention]:
    place = {token.start: i for i, token in enumerate(line)}
    for members in _chains(text, line, evidence):
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
            yield _Mention(part[0].start, part[-1].end, part, known, sure)


def _label(text: str, chain: Sequence[Token], evidence: _Evidence) -> bool:
    """A label at the head of a line, "Key Change: ...": not a name unless the article uses it as one."""
    return text.startswith(":", chain[-1].end) and not evidence.middle[chain[0].text]


def _plain_words(part: Sequence[Token], evidence: _Evidence) -> bool:
    """Capitalised words that the article also writes small: "the Government", "Policy Change"."""
    if len(part) == 1 and part[0].lower in words_of("name_openers.txt") and not part[0].acronym:
        return True
    if any(token.acronym or token.lower in words_of("name_given.txt") for token in part):
        return False
    body = len(part) > 1 and _is_organisation(part)
    return not body and all(token.lower in evidence.lower for token in part)


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
    headed = any(word in _LINKING and words[i] in heads for i, word in enumerate(words[1:]))
    if len(part) == 1:
        return part[0].acronym or words[0] in words_of("name_lone_organisations.txt")
    return words[-1] in organisation or headed or "&" in part[-1].text


def _is_person(text: str, part: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    if before is not None and text[before.end : part[0].start] in _SPACES and office_at([before], 0):
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
    spoke = after is not None and gap in _SPACES and after.lower in words_of("name_speech_verbs.txt")
    return (spoke and len(part) > 1) or (given and len(part) == 1)


def _place_around(text: str, part: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """In X; X, Oregon."""
    cued = before is not None and before.lower in words_of("name_place_cues.txt")
    comma = after is not None and text[part[-1].end : after.start] == ", "
    return cued or (comma and after is not None and after.text in words_of("name_places.txt"))


# ---------------------------------------------------------------------------- fullest forms


class _Forms:
    """The names of one article, and for each the fullest form that the article gives."""

    def __init__(self, text: str, mentions: Sequence[_Mention]) -> None:
        self._text = text
        self._by_key: dict[tuple[str, ...], _Mention] = {}
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        for mention in mentions:
            self._add(mention)
        self._acronyms = self._bracketed(mentions) | self._initials()

    def _add(self, mention: _Mention) -> None:
        known = self._by_key.get(mention.key)
        if known is None:
            for word in sorted(set(mention.key)):
                self._by_word.setdefault(word, []).append(mention.key)
        unsure = known is not None and not known.sure
        if known is None or (unsure and (mention.sure or known.kind is NameKind.OTHER)):
            self._by_key[mention.key] = mention

    def _bracketed(self, mentions: Sequence[_Mention]) -> dict[str, _Mention]:
        """The Transit Authority (TA); TA (Transit Authority)."""
        found: dict[str, _Mention] = {}
        for left, right in pairwise(mentions):
            if self._text[left.end : right.start] != " (" or self._text[right.end : right.end + 1] != ")":
                continue
            for short, full in ((right, left), (left, right)):
                fits = short.tokens[0].text[0] == full.tokens[0].text[0] and len(full.tokens) > 1
                if len(short.tokens) == 1 and short.tokens[0].acronym and fits:
                    found.setdefault(_letters(short.tokens[0]), full)
        return found

    def _initials(self) -> dict[str, _Mention]:
        """Acronyms whose letters are the initials of exactly one longer name."""
        found: dict[str, list[_Mention]] = {}
        for mention in self._by_key.values():
            if len(mention.tokens) > 1 and mention.kind is not NameKind.PERSON:
                for letters in sorted(
                    {_initials(mention.tokens, small=True), _initials(mention.tokens, small=False)}
                ):
                    found.setdefault(letters, []).append(mention)
        return {letters: names[0] for letters, names in found.items() if len(names) == 1}

    def fullest(self, mention: _Mention) -> _Mention:
        """The fullest form of this name, itself where the article has no other or more than one."""
        own = self._by_key.get(mention.key, mention)
        if len(mention.tokens) == 1 and mention.tokens[0].acronym:
            full = self._acronyms.get(_letters(mention.tokens[0]), own)
            return full if (full.kind is NameKind.PLACE) == (mention.kind is NameKind.PLACE) else own
        longer = [key for key in self._by_word.get(mention.key[-1], []) if self._extends(mention, key)]
        if len(mention.key) == 1:
            ending = [key for key in longer if key[-1] == mention.key[0]]
            longer = ending or longer
        top = [key for key in longer if not any(set(key) < set(other) for other in longer)]
        return self._by_key[top[0]] if len(top) == 1 else own

    def _extends(self, mention: _Mention, key: tuple[str, ...]) -> bool:
        short, full = mention.key, self._by_key[key]
        if len(key) <= len(short) or not _covers(key, short):
            return False
        if full.kind is NameKind.PLACE or (mention.kind is NameKind.PLACE and mention.sure):
            return False
        if full.kind is NameKind.ORGANISATION:
            return _shortens(mention, key)
        if mention.kind is NameKind.ORGANISATION:
            return False
        return len(short) > 1 or short[0] in (key[0], key[-1])


def _shortens(mention: _Mention, key: tuple[str, ...]) -> bool:
    """Transit Authority for Harrow Transit Authority, Tavik for Tavik Industries."""
    short = mention.key
    if mention.kind is NameKind.PERSON:
        return False
    if mention.kind is NameKind.ORGANISATION:
        return len(short) > 1 and key[-len(short) :] == short
    return key[: len(short)] == short and len(key) == len(short) + 1


def _covers(key: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether each word of ``short`` stands in ``key``, an initial for the word it begins."""
    return all(word in key or (len(word) == 1 and any(k[0] == word for k in key)) for word in short)


def _letters(token: Token) -> str:
    return token.text.replace(".", "")


def _initials(tokens: Sequence[Token], *, small: bool) -> str:
    return "".join(token.text[0].upper() for token in tokens if small or token.capital)


# ---------------------------------------------------------------------------- the reader


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[Fact[Name], ...]:
    """Every name in these sentences, by span; places carry ``Kind.PLACE``, all others ``Kind.NAME``."""
    text = article.text
    lines = {s: tokens_of(text, s.span) for s in sentences if not headline_case(text, s)}
    evidence = _evidence(text, lines.values())
    mentions = [mention for line in lines.values() for mention in _mentions(text, line, evidence)]
    forms = _Forms(text, mentions)
    known = {mention.key: mention for mention in reversed(mentions)}
    for sentence in sentences:
        if sentence not in lines:
            mentions.extend(_known_mentions(tokens_of(text, sentence.span), known))
    found = [_fact(text, mention, forms) for mention in mentions]
    found.extend(court for sentence in sentences for court in _courts(text, sentence))
    return tuple(sorted(found, key=lambda fact: fact.span))


def _courts(text: str, sentence: Sentence) -> Iterator[Fact[Name]]:
    """A state court, a federal appeals court: the jurisdiction counts as the place."""
    line = tokens_of(text, sentence.span)
    for i, token in enumerate(line):
        if not token.text.islower() or token.lower not in words_of("name_jurisdictions.txt"):
            continue
        court = next((t for t in line[i + 1 : i + 3] if t.lower == "court"), None)
        if court is not None and not set(text[token.end : court.start]) & set(",;:.()–—"):
            span = Span(token.start, court.end)
            yield Fact(
                Kind.PLACE, span, span.of(text), Name(span.of(text), f"{token.lower} court", NameKind.PLACE)
            )


def _known_mentions(line: Sequence[Token], known: dict[tuple[str, ...], _Mention]) -> Iterator[_Mention]:
    """The names of the body that stand in a headline, the longest first."""
    at, longest = 0, max((len(key) for key in known), default=0)
    while at < len(line):
        size = min(longest, len(line) - at)
        while size and tuple(token.lower.rstrip(".") for token in line[at : at + size]) not in known:
            size -= 1
        if size and (line[at].capital):
            part = tuple(line[at : at + size])
            model = known[tuple(token.lower.rstrip(".") for token in part)]
            yield _Mention(part[0].start, part[-1].end, part, model.kind, model.sure)
        at += size or 1


def _fact(text: str, mention: _Mention, forms: _Forms) -> Fact[Name]:
    span = Span(mention.start, mention.end)
    full = forms.fullest(mention)
    trusted = full.key != mention.key or full.sure or mention.kind is NameKind.OTHER
    known = full.kind if trusted else mention.kind
    value = Name(span.of(text), text[full.start : full.end], known)
    return Fact(Kind.PLACE if known is NameKind.PLACE else Kind.NAME, span, span.of(text), value)
