"""Sentences in, cues of doubt ("may", "allegedly", "plans to", "if", "the idea that", "?") out, each with the
certainty it leaves and, where the sentence is parsed, its scope: the stretch whose truth it weakens.

The cues are words of a list. The parse tells the verb "may" from the month and what a cue governs: the clause
after "whether" or "plans to", the phrase after "alleged", both halves of "if it rains, it will close"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.records import AnyFact, Article, Fact, Hedge, Kind, Sentence, Span
from factcheck.values.lemmas import Token, forms, phrase_at, tokens
from factcheck.values.trees import Tree
from factcheck.values.word_lists import lines_of, pairs_of

kind = Kind.HEDGE

_LONGEST = 4  # words of the longest cue
_NAMES = frozenset({"may", "might", "could"})  # "May" in capitals is a month or a person
_BASE_FORMS = frozenset({"consider", "expect", "weigh"})  # verbs that need no "to"
_CONDITIONS = frozenset(
    {"as long as", "assuming", "if", "in case", "in the event", "provided that", "unless"}
)
_MARKS = frozenset({"assuming", "if", "unless", "whether"})
_QUESTION = Hedge("?", 0.3)


@cache
def _cues() -> dict[str, str]:
    return {
        form: cue for cue in pairs_of("hedge_cues.csv") for form in (forms(cue) if _is_verb(cue) else {cue})
    }


@cache
def _starts() -> frozenset[str]:
    """The first words of all cues and harmless phrases: most words of a text are none of them."""
    return frozenset(phrase.split(maxsplit=1)[0] for phrase in (*_cues(), *_harmless()))


@cache
def _certainties() -> dict[str, float]:
    return {cue: float(certainty) for cue, certainty in pairs_of("hedge_cues.csv").items()}


@cache
def _harmless() -> dict[str, str]:
    return {phrase: phrase for phrase in lines_of("hedge_harmless.txt")}


def _is_verb(cue: str) -> bool:
    """Whether the first word of a cue is a verb in its base form: "plan to" yes, "expected to", "may" no."""
    head = cue.split(maxsplit=1)[0]
    return (cue.endswith(" to") and not head.endswith(("ed", "ely", "ly"))) or cue in _BASE_FORMS


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Every hedge, sorted by span, not overlapping. The longest cue wins: "is likely to" before "likely"."""
    return tuple(fact for sentence in sentences for fact in _sentence_facts(article, sentence))


def _sentence_facts(article: Article, sentence: Sentence) -> Iterator[AnyFact]:
    words = tokens(sentence.span.of(article.text), sentence.span.start)
    tree = Tree(sentence)
    at = 0
    while at < len(words):
        found = _cue_at(words, at)
        if found is None:
            at += 1
            continue
        cue, size = found
        span = Span(words[at].start, words[at + size - 1].end)
        if cue and _doubts(words, at, size) and _is_cue(tree, cue, span):
            yield Fact(
                Kind.HEDGE,
                span,
                span.of(article.text),
                Hedge(cue, _certainties()[cue], _scope(tree, cue, span)),
            )
            at += size
        else:
            at += 1 if cue else size
    yield from _question(article.text, sentence)


def _cue_at(words: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The cue at this word with its number of words; an empty cue for a phrase that only looks like one."""
    if words[at].word not in _starts():
        return None
    harmless = phrase_at(words, at, _harmless(), _LONGEST)
    return ("", harmless[1]) if harmless else phrase_at(words, at, _cues(), _LONGEST)


def _doubts(words: Sequence[Token], at: int, size: int) -> bool:
    """Whether the cue is a cue here: not a month, not the noun of "the plan to", not denied ("could not")."""
    after = words[at + size].word if at + size < len(words) else ""
    if words[at].word in _NAMES:
        return words[at].text.islower() and after not in {"not", "n't", ""}
    return after != ""


def _is_cue(tree: Tree, cue: str, span: Span) -> bool:
    """Whether the parse takes the word for the cue: "might" for an auxiliary, "if" for a conjunction."""
    at = tree.at(span.start)
    if at is None:
        return cue not in _MARKS or not tree.tokens
    token = tree.tokens[at]
    if cue.split(maxsplit=1)[0] in _NAMES:
        return token.upos in {"AUX", "VERB"}
    if cue == "expect":
        return token.upos == "VERB" and tree.child(at, "obj", "ccomp", "xcomp") is not None
    return cue not in _MARKS or token.relation in {"mark", "cc"} or token.upos == "SCONJ"


def _scope(tree: Tree, cue: str, span: Span) -> Span | None:
    """What the cue weakens. A condition weakens the clause that it conditions, too."""
    if not tree.tokens:
        return None
    stretch, head = tree.governed(span)
    if cue in _CONDITIONS and head is not None and tree.tokens[head].relation == "advcl":
        return tree.clause(tree.tokens[head].head)
    return stretch


def _question(text: str, sentence: Sentence) -> Iterator[AnyFact]:
    """The mark at the end of a direct question, which weakens all of it."""
    end = sentence.span.end
    while end > sentence.span.start and text[end - 1] in " \"”’'":
        end -= 1
    if text[sentence.span.start : end].endswith("?"):
        mark = Span(end - 1, end)
        yield Fact(
            Kind.HEDGE,
            mark,
            "?",
            Hedge(_QUESTION.cue, _QUESTION.certainty, Span(sentence.span.start, end - 1)),
        )
