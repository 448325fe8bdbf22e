"""Sentences in, steps of legal and procedural ladders ("charged with") out, each as a Status.

A step is a phrase of the list of ladders or, where the sentence is parsed, an act of the table of acts: a
verb with the thing that it is done to, in whatever order ("the charges against him were dropped")."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.records import AnyFact, Article, Fact, Kind, Sentence, Span, Status
from factcheck.values.lemmas import Token, forms, phrase_at, tokens
from factcheck.values.trees import Tree
from factcheck.values.word_lists import pairs_of, rows_of, text_of

kind = Kind.STATUS

_LONGEST = 5  # words of the longest phrase
_BE = "be "
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_DENIALS = frozenset({"not", "n't", "never", "without", "no", "nor", "neither"})
_WINDOW = 3  # words before a step in which a denial cancels it
_IN_COMMITTEE = ("bill", "passed"), ("bill", "in committee")
_COMMITTEES = frozenset({"committee", "panel", "subcommittee"})


@cache
def _steps() -> dict[str, Status]:
    """Every written form of every step. Forms of "be charged" carry no "be": it is looked for before them."""
    text = text_of("status_ladders.toml")
    return {
        form: Status(ladder["name"], step, row["name"])
        for ladder in tomllib.loads(text)["ladder"]
        for step, row in enumerate(ladder["step"])
        for phrase in row["phrases"]
        for form in _written(phrase)
    }


def _written(phrase: str) -> frozenset[str]:
    if phrase.startswith(_BE):
        return frozenset(f"{being} {phrase.removeprefix(_BE)}" for being in _BEING)
    if phrase.startswith("bill "):
        return frozenset(f"bill {form}" for form in forms(phrase.removeprefix("bill ")))
    return forms(phrase) | {phrase}


@cache
def _names() -> dict[str, str]:
    return {form: form for form in _steps()}


@cache
def _starts() -> frozenset[str]:
    """The first words of all forms: most words of a text are none of them."""
    return frozenset(form.split(maxsplit=1)[0] for form in _names())


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Every step that is not denied, sorted by span, not overlapping; the longest phrase wins."""
    return tuple(fact for sentence in sentences for fact in _sentence_facts(article, sentence))


def _sentence_facts(article: Article, sentence: Sentence) -> Iterator[AnyFact]:
    words = tokens(sentence.span.of(article.text), sentence.span.start)
    tree = Tree(sentence)
    at = 0
    while at < len(words):
        found = phrase_at(words, at, _names(), _LONGEST) if words[at].word in _starts() else None
        status, size = (_steps()[found[0]], found[1]) if found else (_act(tree, words[at]), 1)
        if status is not None and not _denied(words, at):
            span = Span(words[at].start, words[at + size - 1].end)
            yield Fact(Kind.STATUS, span, span.of(article.text), status)
        at += size


# ------------------------------------------------------------------------------------ acts


@cache
def _acts() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["verb"], row["thing"]): (row["ladder"], row["step"]) for row in rows_of("status_acts.csv")}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verb, _ in _acts())


@cache
def _by_name() -> dict[tuple[str, str], Status]:
    return {(status.ladder, status.name): status for status in _steps().values()}


def _act(tree: Tree, word: Token) -> Status | None:
    """The step that a verb and what it is done to make: "drop" and "charges"."""
    token = tree.at(word.start)
    if token is None or tree.tokens[token].upos != "VERB":
        return None
    verb = tree.tokens[token].lemma.lower()
    if verb not in _verbs():
        return _by_name().get(_of_person(tree, token, verb))
    agent, affected = tree.roles(token)
    told = [affected, *(child for child in tree.children[token] if tree.tokens[child].relation == "obl")]
    things = (pairs_of("status_things.csv").get(tree.tokens[i].lemma.lower()) for i in told if i is not None)
    step = next((_acts()[verb, thing] for thing in things if thing and (verb, thing) in _acts()), None)
    by_committee = agent is not None and tree.tokens[agent].lemma.lower() in _COMMITTEES
    if step is not None and step == _IN_COMMITTEE[0] and by_committee:
        step = _IN_COMMITTEE[1]
    return _by_name().get(step or _of_person(tree, token, verb))


def _of_person(tree: Tree, token: int, verb: str) -> tuple[str, str]:
    """The step that a verb and its preposition make, the person between them: "charged Dunn with arson"."""
    for row in rows_of("status_persons.csv"):
        if row["verb"] == verb and _has_case(tree, token, row["preposition"]):
            return row["ladder"], row["step"]
    return "", ""


def _has_case(tree: Tree, token: int, preposition: str) -> bool:
    thing = tree.child(token, "obj")
    below = (*tree.children[token], *(tree.children[thing] if thing is not None else ()))
    return any(
        tree.tokens[case].lemma.lower() == preposition
        for child in below
        for case in tree.children[child]
        if tree.tokens[case].relation in {"case", "mark"}
    )


# ------------------------------------------------------------------------------------ denials


def _denied(words: Sequence[Token], at: int) -> bool:
    return any(token.word in _DENIALS for token in words[max(at - _WINDOW, 0) : at])
