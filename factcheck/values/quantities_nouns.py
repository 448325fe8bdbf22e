"""The words after a figure in; the noun it counts, singular and in lower case, out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.values.quantities_words import DASHES, Token, adjacent, figure, low
from factcheck.values.word_lists import rows_of, words_of

_REACH = 6  # words looked at for the head of the noun phrase
_PERSON = "person"
_OPENERS = frozenset({"the", "its", "his", "her", "their", "our", "those", "these", "all", "of", "such"})
_NOT_PLURAL = ("ss", "us", "is")


@cache
def _nouns() -> dict[str, str]:
    return {row["written"]: row["noun"] for row in rows_of("quantity_nouns.csv")}


@cache
def _casualties() -> dict[str, str]:
    return {row["word"]: row["noun"] for row in rows_of("quantity_casualties.csv")}


def is_casualty(noun: str) -> bool:
    """Whether a noun, as ``counted`` gives it, says what befell people."""
    return noun in _casualties().values()


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in words_of("quantity_stops.txt"):
        return False
    irregular = word in _nouns() and _nouns()[word] != word and not word.endswith("ed")
    return irregular or (len(word) > 2 and word.endswith("s") and not word.endswith(_NOT_PLURAL))


def singular(word: str) -> str:
    """The singular of a noun in lower case, by table or by ending."""
    if word in _nouns():
        return _nouns()[word]
    if word.endswith("'s"):
        word = word[:-2]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return _nouns().get(word[:-3] + "y", word[:-3] + "y")
    for ending in ("sses", "shes", "ches", "xes", "zzes"):
        if word.endswith(ending):
            return word[:-2]
    return word[:-1]


def counted(words: Sequence[Token], j: int, amount: Decimal) -> str:
    """The noun counted by the figure that ends before token j; empty where none is plain.

    A bare "people" takes the name of what befell them ("12 people were killed" counts deaths), so that
    two texts about the same dead agree and the dead are never compared with the hurt.
    """
    model = _model(words, j)
    if model:
        return model
    head, after = _head(words, _opened(words, j), amount)
    if head == _PERSON:
        return befell(words, after) or head
    return head


def _model(words: Sequence[Token], j: int) -> str:
    """Such as "six A320s": letters, digits and an s without a gap."""
    if j + 1 >= len(words) or not (words[j].is_capitalised and words[j + 1].is_number and adjacent(words, j)):
        return ""
    return f"{words[j].low}{words[j + 1].text}"


def _opened(words: Sequence[Token], j: int) -> int:
    """The start of the noun phrase: past "of the", "of the 40" and a hyphen ("12-member")."""
    if low(words, j) in DASHES and adjacent(words, j):
        return j + 1
    if low(words, j) == "of" or low(words, j) in _OPENERS:
        while low(words, j) in _OPENERS or low(words, j).endswith(("'s", "s'")):
            j += 1
        whole = figure(words, j) if j < len(words) else None
        return whole.last if whole is not None else j
    return j


def _head(words: Sequence[Token], j: int, amount: Decimal) -> tuple[str, int]:
    """The head noun of the phrase at j and the token after it."""
    run = _run(words, j)
    for k in run:
        if is_plural(words[k].low):
            return singular(words[k].low), k + 1
        if words[k].low in _casualties() and k == run[0]:
            return _casualties()[words[k].low], k + 1
    hyphened = j > 0 and low(words, j - 1) in DASHES
    if run and (abs(amount) <= 1 or hyphened):
        plain = [k for k in run if words[k].low not in words_of("quantity_adjectives.txt")]
        if plain and words[plain[0]].text.islower():
            return singular(words[plain[0]].low), plain[0] + 1
    return "", j


def _run(words: Sequence[Token], j: int) -> list[int]:
    """The tokens of the noun phrase at j: words up to a function word, a sign or another number."""
    run: list[int] = []
    while j < len(words) and len(run) < _REACH:
        word = words[j].low
        if word in DASHES and adjacent(words, j) and run:
            j += 1
            continue
        if not words[j].is_word or (word in words_of("quantity_stops.txt")):
            break
        run.append(j)
        j += 1
    return run


def befell(words: Sequence[Token], j: int) -> str:
    """What befell the people named before token j: "were killed", "have died", "missing"."""
    for k in range(j, min(j + 4, len(words))):
        if low(words, k) in _casualties():
            return _casualties()[low(words, k)]
        if low(words, k) not in {
            "were",
            "was",
            "had",
            "have",
            "has",
            "been",
            "are",
            "is",
            "reported",
            "more",
            "being",
        }:
            return ""
    return ""
