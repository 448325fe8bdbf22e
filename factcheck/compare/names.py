"""The names in one slot of two aligned claims in, swapped people and organisations out.

Reads persons, organisations and other names that fill the same slot. Each is taken in its fullest form.

Ladder: same; variant (initials, nickname, surname alone, acronym, spelling); other spelling (a letter of the
surname, where each article keeps to its own); other given name
(one surname); other name; other organisation.

Contradicts: "Mayor Ilse Brandt opened the bridge" and "Mayor Ines Brandt opened the bridge".
Does not: "Roberto “Beto” Salas" and "Beto Salas"; "the Transit Authority" and "the TA".

It cannot see that two names belong to one person or company by marriage or renaming.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.compare import word_lists
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    Event,
    FactPair,
    Judgement,
    Kind,
    Matter,
    Name,
    NameKind,
    Relation,
)

name = "names"
kind = Kind.NAME
matters = frozenset({Matter.CLAIM})
ladder = ("same", "variant", "other spelling", "other given name", "other name", "other organisation")

min_slot_score = 0.6  # one surname in both: the slot need not be surer
min_other_score = 0.75  # two names with nothing in common
min_spelling_ratio = 85.0  # of 100: below it two spellings are two names
_MIN_LETTERS_OF_SPELLING = 5
_MIN_LETTERS_OF_SHORT_FORM = 3
_WORD = re.compile(r"[^\W_]+")
_COUNTRY = re.compile(r"\bU\.?S\.?(?=\s+[A-Z])")  # "US Senate" is the United States Senate
_VOWELS = re.compile(r"[aeiouyhw]")
_DOUBLE = re.compile(r"(.)\1+")
_MIN_WORDS_OF_FULL = 2
_SOUNDS = str.maketrans("cqzvfj", "kkswwg")  # "Karsai", "Karzai": letters that transliterations exchange
_SMALL = frozenset({"of", "the", "for", "and", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "dr"})
_COPULAS = frozenset({"be", "have", "pair"})
_CHAMBERS = frozenset({"house", "senate"})
_OPPOSED = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "old"}
)


# ---------------------------------------------------------------------------- one name or two


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents, full stops, possessives and small words."""
    text = _COUNTRY.sub("United States", text)
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = (
        plain.lower().replace("’s", "").replace("'s", "").replace("’", "").replace("'", "").replace(".", "")
    )
    found = tuple(_WORD.findall(plain))
    return tuple(word for word in found if word not in _SMALL) or found


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for nickname, given in word_lists.rows_of("name_nicknames.csv"):
        found.setdefault(nickname, set()).add(given)
    return {nickname: frozenset(givens) for nickname, givens in found.items()}


def same_name(left: str, right: str) -> bool:
    """Whether two names may be one: equal, one within the other, initials, nickname, acronym or spelling."""
    one, other = words_of(left), words_of(right)
    if not one or not other:
        return False
    if (
        "".join(one) == "".join(other)
        or set(one) == set(other)
        or _acronym(left, other)
        or _acronym(right, one)
    ):
        return True
    short, full = sorted((one, other), key=lambda words: (len(words), words))
    return _within(short, full)


def _acronym(text: str, words: Sequence[str]) -> bool:
    """Whether ``text`` is the initials of these words: "TA" of the Transit Authority."""
    letters = text.replace(".", "")
    initials = "".join(word[0] for word in words)
    return letters.isupper() and len(letters) > 1 and len(words) > 1 and letters.lower() == initials


def _within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether every word of the shorter name answers a word of the fuller one, in the same order."""
    at = 0
    for i, word in enumerate(short):
        last = len(short) > 1 and i == len(short) - 1
        while at < len(full) and not same_word(word, full[at], given=not (last and at == len(full) - 1)):
            at += 1
        at += 1
    return at <= len(full)


def same_word(one: str, other: str, *, given: bool = True) -> bool:
    """Whether two words of names may be one: an initial, a nickname, a short form or a spelling.

    A surname (``given`` False) has no nicknames and no short forms: Holt is not Holtby.
    """
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if not given:
        return same_spelling(one, other)
    nicknames = _nicknames()
    left, right = nicknames.get(one, frozenset()) | {one}, nicknames.get(other, frozenset()) | {other}
    if left & right:
        return True
    short, full = sorted((one, other), key=len)
    if len(short) >= _MIN_LETTERS_OF_SHORT_FORM and full.startswith(short) and len(full) > len(short) + 1:
        return True
    return same_spelling(one, other)


def same_spelling(one: str, other: str) -> bool:
    """Whether two words differ as a slip or a transliteration would: "Kristin", "Kristen"."""
    if one[0] != other[0] or min(len(one), len(other)) < _MIN_LETTERS_OF_SPELLING or {one, other} & _OPPOSED:
        return False
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(one, other) >= min_spelling_ratio) or _sounds(one) == _sounds(other)


def _skeleton(word: str) -> str:
    """The consonants, doubles as one: "Mohammed" and "Muhamed" share them."""
    return word[0] + _DOUBLE.sub(r"\1", _VOWELS.sub("", word[1:]))


def _sounds(word: str) -> str:
    return _skeleton(word).translate(_SOUNDS)


# ---------------------------------------------------------------------------- the comparator


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """A judgement for each slot that the two claims fill with two names: paired slots, then affiliations."""
    paired = [j for pair in alignment.pairs if (j := _judged(alignment, pair)) is not None]
    shown = {(judgement.left, judgement.right) for judgement in paired}
    belonging = [j for j in _affiliations(alignment) if (j.left, j.right) not in shown]
    return (*paired, *belonging)


def _affiliations(alignment: Alignment) -> Iterator[Judgement]:
    """One person of two bodies: "Tavik’s Bo Lind" and "Bo Lind of Harrow"."""
    for person, left in _members(alignment.left):
        for namesake, right in _members(alignment.right):
            one, other = left.value, right.value
            if not isinstance(one, Name) or not isinstance(other, Name) or not same_name(person, namesake):
                continue
            if {one.kind, other.kind} & {NameKind.PERSON, NameKind.PLACE} or _lone_acronym(one, other):
                continue
            if named(alignment.left, other.full) or named(alignment.right, one.full):
                continue
            why = f"each is said to be the body of {max(person, namesake, key=len)}"
            yield _judgement("other organisation", 0.75, why, left, right)


def _members(claim: Claim) -> Iterator[tuple[str, AnyFact]]:
    """The people of a claim that stand right beside the body they belong to, with that body."""
    found = [fact for fact in claim.facts if isinstance(fact.value, Name)]
    for first, second in pairwise(found):
        between = claim.sentence_text[first.span.end - claim.sentence.start :][
            : second.span.start - first.span.end
        ]
        if between in ("'s ", "’s ") and _may_be_a_person(second):
            yield second.value.label, first
        elif between in (" of ", " of the ", " from ", " from the ") and _may_be_a_person(first):
            yield first.value.label, second


def _may_be_a_person(fact: AnyFact) -> bool:
    value = fact.value
    return isinstance(value, Name) and (
        value.kind is NameKind.PERSON or (value.kind is NameKind.OTHER and " " in value.full)
    )


def _judged(alignment: Alignment, pair: FactPair) -> Judgement | None:
    one, other = pair.left.value, pair.right.value
    if pair.left.kind is not Kind.NAME or not isinstance(one, Name) or not isinstance(other, Name):
        return None
    if pair.score < min_slot_score:
        return None
    if same_name(one.full, other.full) or same_name(one.text, other.text):
        return _slip(alignment, pair, one, other)
    if named(alignment.left, other.full) or named(alignment.right, one.full):
        return None
    if _did_so_too(alignment.left, other.full) or _did_so_too(alignment.right, one.full):
        return None
    found = _differ(one, other, pair.score)
    if found is None:
        return None
    return _judgement(*found, pair.left, pair.right)


def _slip(alignment: Alignment, pair: FactPair, one: Name, other: Name) -> Judgement | None:
    """One full name with a consonant more or another: "Brandt", "Brand"; each keeps to its own."""
    if not slipped(one.full, other.full):
        return None
    if _writes(alignment.left, other.full) or _writes(alignment.right, one.full):
        return None
    why = "the given name is the same, the surnames differ by a letter"
    return _judgement("other spelling", 0.7, why, pair.left, pair.right)


def slipped(one: str, other: str) -> bool:
    """Whether two full names differ by one letter of the surname that no transliteration explains."""
    left, right = words_of(one), words_of(other)
    if len(left) != len(right) or len(left) < _MIN_WORDS_OF_FULL or left[:-1] != right[:-1]:
        return False
    from rapidfuzz.distance import Levenshtein

    last = left[-1], right[-1]
    sounds = {_sounds(word) for word in last}
    long_enough = min(map(len, last)) >= _MIN_LETTERS_OF_SPELLING
    return Levenshtein.distance(*last) == 1 and len(sounds) > 1 and long_enough


def _writes(claim: Claim, full: str) -> bool:
    """Whether the claim's article has this very form."""
    words = words_of(full)
    return any(isinstance(f.value, Name) and words_of(f.value.full) == words for f in claim.context)


def _judgement(level: str, confidence: float, why: str, left: AnyFact, right: AnyFact) -> Judgement:
    one, other = left.value.label, right.value.label
    reason = f"Where one passage names {one}, the other names {other}: {why}."
    return Judgement(Relation.CONTRADICTION, level, reason, confidence, left.span, right.span, one, other)


def _did_so_too(claim: Claim, full: str) -> bool:
    """Whether the claim's article tells one of its acts of the other name elsewhere: it happened twice."""
    acts = {fact.value.predicate for fact in claim.facts if isinstance(fact.value, Event)} - _COPULAS
    return any(
        isinstance(fact.value, Event)
        and fact.value.predicate in acts
        and any(argument.name and same_name(argument.name, full) for argument in fact.value.arguments)
        for fact in claim.context
    )


def named(claim: Claim, full: str) -> bool:
    """Whether the claim names this one too, so that the pair may only be wrongly matched."""
    return any(isinstance(fact.value, Name) and _names(fact, full) for fact in claim.facts)


def _names(fact: AnyFact, full: str) -> bool:
    return isinstance(fact.value, Name) and same_name(fact.value.full, full)


def _differ(one: Name, other: Name, score: float) -> tuple[str, float, str] | None:
    kinds = {one.kind, other.kind}
    if kinds == {NameKind.ORGANISATION}:
        return _organisations_differ(one, other, score)
    if NameKind.ORGANISATION in kinds or NameKind.PLACE in kinds:
        return None
    return _people_differ(one, other, score)


def _people_differ(one: Name, other: Name, score: float) -> tuple[str, float, str] | None:
    left, right = words_of(one.full), words_of(other.full)
    full = len(left) > 1 and len(right) > 1
    if full and left[-1] == right[-1]:
        return "other given name", 0.85, "the surname is the same, the given names are not"
    if NameKind.PERSON not in (one.kind, other.kind) and not full:
        return None
    if score < min_other_score:
        return None
    if full and same_word(left[0], right[0]):
        return "other name", 0.75, "the given name is the same, the surnames are not"
    return "other name", 0.65, "these are two names in the same place of the sentence"


def _organisations_differ(one: Name, other: Name, score: float) -> tuple[str, float, str] | None:
    left, right = set(words_of(one.full)), set(words_of(other.full))
    if score < min_other_score or (not left & right and _lone_acronym(one, other)):
        return None
    if left ^ right == _CHAMBERS:
        return None  # two chambers have committees of one name
    if len(left) == len(right) == 1 and not (one.full.isupper() or other.full.isupper()):
        return None  # the House and the Senate: one-word bodies each have events of their own
    return "other organisation", 0.75, "these are two organisations in the same place of the sentence"


def _lone_acronym(one: Name, other: Name) -> bool:
    """An acronym that its article never spells out, against a name in full: nobody can tell."""
    acronyms = [value.full.replace(".", "").isupper() and " " not in value.full for value in (one, other)]
    return acronyms[0] != acronyms[1]
