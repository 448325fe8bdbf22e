"""A word and its neighbours in, the act it names out: "ruling", "ruled" and "struck down" name one act."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")


@cache
def listed(file: str) -> frozenset[str]:
    """The entries of one of this room's lists, one a line."""
    return frozenset((files("factcheck.align") / "data" / file).read_text("utf-8").split())


@cache
def table(file: str) -> Mapping[str, str]:
    """One of this room's two-column tables, its first column to its second."""
    text = (files("factcheck.align") / "data" / file).read_text("utf-8")
    return dict(list(csv.reader(text.splitlines()))[1:])


@cache
def listed_acts() -> frozenset[str]:
    return frozenset(table("acts.csv"))


@cache
def _acts() -> Mapping[str, str]:
    """Every form of every listed word to its act. A form that is listed itself goes before a built one."""
    irregular = table("irregular_verbs.csv")
    written = {word: act for act, words in table("acts.csv").items() for word in words.split()}
    built = {form: act for word, act in written.items() for form in _forms(word)}
    pasts = {form: written[base] for form, base in irregular.items() if base in written}
    return {**built, **pasts, **written}


def _forms(word: str) -> Iterator[str]:
    """The regular forms of a verb or noun; of a phrase ("call off"), those of its first word."""
    head, mark, rest = word.partition("_")
    ends = mark + rest
    yield from (head + "s" + ends, head + "es" + ends, head + "ed" + ends, head + "ing" + ends)
    if head.endswith("e"):
        yield from (head + "d" + ends, head[:-1] + "ing" + ends)
    if head.endswith("y"):
        yield from (head[:-1] + "ies" + ends, head[:-1] + "ied" + ends)
    if len(head) > 2 and head[-1] not in _VOWELS and head[-2] in _VOWELS:
        yield from (head + head[-1] + "ed" + ends, head + head[-1] + "ing" + ends)


def act_at(words: Sequence[str], at: int) -> str:
    """The listed act that the lower-case word names, alone or with the one or two after it; "" for none."""
    known = _acts()
    for length in (3, 2, 1):
        phrase = "_".join(words[at : at + length])
        if at + length <= len(words) and phrase in known:
            return known[phrase]
    # what is reopened is opened, what is rebuilt is built
    return known.get(words[at].removeprefix("re").removeprefix("-"), "") if words[at].startswith("re") else ""


def verb_at(words: Sequence[str], at: int) -> str:
    """The act of the verb that stands here, listed or not ("" where no verb does).

    Without a parser a verb is told by its form: an irregular past, "-ed", a word after "to", "will", "has",
    or a listed act in "-s" that no determiner introduces.
    """
    word, before = words[at], words[at - 1] if at else ""
    if word in listed("copulas.txt"):
        return "be"
    if before in listed("determiners.txt") or word in listed("determiners.txt"):
        return ""
    if not _looks_like_a_verb(words, at, before):
        return ""
    return act_at(words, at) or lemma(word)


def _looks_like_a_verb(words: Sequence[str], at: int, before: str) -> bool:
    word = words[at]
    if not word[0].islower():  # a name; see occasions
        return False
    if word in table("irregular_verbs.csv") or (word.endswith("ed") and len(word) > 4):
        return True
    if before == "to":  # "to launch it", not "to court in June"
        return bool(act_at(words, at)) or word in listed("light_verbs.txt") or _has_object(words, at)
    if before in listed("auxiliaries.txt"):
        return word.isalpha() and word not in listed("stopwords.txt") and not word.endswith("ly")
    present = bool(act_at(words, at)) and word.endswith("s") and before not in table("time_prepositions.csv")
    following = words[at + 1] if at + 1 < len(words) else ""
    return present and (_has_object(words, at) or following in table("time_prepositions.csv"))


def _has_object(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1] in listed("determiners.txt")


@cache
def lemma(word: str) -> str:
    """The base of an unlisted verb, as far as its ending tells: enough for one verb to meet itself."""
    if word in table("irregular_verbs.csv"):
        return table("irregular_verbs.csv")[word]
    for ending in ("ing", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word
