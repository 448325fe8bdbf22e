"""Text in, words with their spans out; and the base form of an English verb or noun, by rule and by a short
list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.values.word_lists import pairs_of

_WORD = re.compile(r"\w[\w'’-]*")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case with straight apostrophes; start and end are code points of the text."""

    word: str
    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0) -> tuple[Token, ...]:
    """The words of ``text`` in order, "didn't" as "did" and "n't"; ``start`` is added to every offset."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        found.extend(_split(match.group().rstrip("'’-"), start + match.start()))
    return tuple(found)


def _split(text: str, start: int) -> list[Token]:
    word = text.lower().replace("’", "'")
    end = start + len(text)
    if word.endswith("n't") and len(word) > 3:
        # "can't" keeps its n in the verb, "won't" is irregular: only the cue matters to the reader.
        cut = end - 3
        return [Token(word[:-3], start, cut, text[:-3]), Token("n't", cut, end, text[-3:])]
    if word == "cannot":
        return [Token("can", start, start + 3, text[:3]), Token("not", start + 3, end, text[3:])]
    return [Token(word, start, end, text)]


@cache
def lemma(word: str) -> str:
    """The base form of a lower-case word, as well as rules can tell it."""
    if word in pairs_of("polarity_irregular_verbs.csv"):
        return pairs_of("polarity_irregular_verbs.csv")[word]
    for suffix, ending in (("ied", "y"), ("ies", "y")):
        if word.endswith(suffix) and len(word) > 4:
            return word[: -len(suffix)] + ending
    if word.endswith("ing") and len(word) > 5:
        return _restored(word[:-3])
    if word.endswith("ed") and len(word) > 4:
        return _restored(word[:-2])
    return _without_s(word)


def _without_s(word: str) -> str:
    if word.endswith(("ches", "shes", "sses", "xes", "zes")) and len(word) > 5:
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3
    return word[:-1] if plural else word


def _restored(root: str) -> str:
    """A root after its -ed or -ing went: undoubled, or with its silent e back."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsfz":
        return root[:-1]
    if root.endswith(
        (
            "v",
            "c",
            "u",
            "ag",
            "dg",
            "eg",
            "rg",
            "ng",
            "rs",
            "ns",
            "iz",
            "yz",
            "at",
            "ut",
            "ir",
            "os",
            "us",
            "is",
            "as",
        )
    ):
        return root + ("" if root.endswith(("eat", "oat", "put", "ing", "ong")) else "e")
    single = (
        len(root) > 2 and root[-1] not in "wxyh" + _VOWELS and root[-2] in _VOWELS and root[-3] not in _VOWELS
    )
    return (
        root + "e"
        if single and len(root) <= (3 if root[-1] == "t" else 4) and root[-1] in "kdlmpbgst"
        else root
    )


@cache
def forms(base: str) -> frozenset[str]:
    """Every inflected form of a regular or listed verb; the first word of a phrase is inflected."""
    head, _, tail = base.partition(" ")
    irregular = {form for form, of in pairs_of("polarity_irregular_verbs.csv").items() if of == head}
    found = {head, *irregular, *_regular(head, past=not irregular)}
    return frozenset(f"{form} {tail}" if tail else form for form in found)


def _regular(head: str, *, past: bool) -> set[str]:
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        found = {head[:-1] + "ies", head + "ing", head[:-1] + "ied"}
    elif head.endswith("e"):
        found = {head + "s", head[:-1] + "ing", head + "d"}
    else:
        doubled = head + head[-1] if _doubles(head) else head
        plural = "es" if head.endswith(("s", "x", "z", "ch", "sh")) else "s"
        found = {head + plural, doubled + "ing", doubled + "ed"}
    return found if past else {form for form in found if not form.endswith("ed")}


def _doubles(head: str) -> bool:
    ending = (
        len(head) > 2 and head[-1] not in "wxy" + _VOWELS and head[-2] in _VOWELS and head[-3] not in _VOWELS
    )
    syllables = sum(
        1
        for here, after in zip(head, head[1:] + ".", strict=True)
        if here in _VOWELS and after not in _VOWELS
    )
    return (ending and syllables == 1) or head in {
        "acquit",
        "admit",
        "commit",
        "omit",
        "permit",
        "refer",
        "transfer",
    }


def phrase_at(
    words: Sequence[Token], at: int, phrases: dict[str, str], longest: int
) -> tuple[str, int] | None:
    """The longest phrase that starts at word ``at``, as its entry and its number of words."""
    for size in range(min(longest, len(words) - at), 0, -1):
        phrase = " ".join(token.word for token in words[at : at + size])
        if phrase in phrases:
            return phrases[phrase], size
    return None
