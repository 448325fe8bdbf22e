"""Sentences in, predicates that are denied or have a known opposite out, each as a Polarity with its span.

A negated predicate reaches from the word that denies it to the predicate ("did not approve" is read from
"not" to "approve"). Antonyms share one predicate with opposite signs, and a denied antonym is turned round,
so that "failed to block" and "allowed" have equal values. A verb that is neither denied nor in the table is
no fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.records import AnyFact, Article, Fact, Kind, Polarity, Sentence, Span
from factcheck.values.lemmas import Token, forms, lemma, phrase_at, tokens
from factcheck.values.word_lists import lines_of, words_of

kind = Kind.POLARITY

_BREAKS = frozenset(',;:.!?—–()[]"“”…\n')
_LONGEST = 4  # words of the longest cue or antonym
_MAX_DENIALS = 3  # cues in a row; more is no English, and would be read anew from every word
_MAX_SKIPPED = 4  # function words between a cue and its predicate
_SUBJECTS = frozenset({"no", "none", "no one", "nobody", "neither"})


@cache
def _cues() -> dict[str, str]:
    return {form: cue for cue in lines_of("polarity_negation.txt") for form in _phrase_forms(cue)}


@cache
def _antonyms() -> dict[str, tuple[str, bool]]:
    rows = (line.split(",") for line in lines_of("polarity_antonyms.csv")[1:])
    return {form: (predicate, sign == "-") for base, predicate, sign in rows for form in forms(base)}


@cache
def _reversals() -> frozenset[str]:
    return frozenset(form for verb in lines_of("polarity_reversals.txt") for form in forms(verb))


def _phrase_forms(cue: str) -> frozenset[str]:
    # Only "fail to", "refuse to" and the like are verbs; "no longer" must not become "noes longer".
    is_verb = cue.endswith((" to", " of", " from", " out")) and cue.split(maxsplit=1)[0] not in {
        "yet",
        "unable",
        "barred",
    }
    return forms(cue) if is_verb else frozenset({cue})


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Denied predicates and predicates with a known opposite, sorted by span, not overlapping."""
    return tuple(fact for sentence in sentences for fact in _sentence_facts(article, sentence))


def _sentence_facts(article: Article, sentence: Sentence) -> Iterator[AnyFact]:
    words = tokens(sentence.span.of(article.text), sentence.span.start)
    at = 0
    while at < len(words):
        read = _denied(article.text, words, at) or _opposite(article.text, words, at)
        if read is None:
            at += _harmless_size(words, at) or 1
            continue
        last, value = read
        span = Span(words[at].start, words[last].end)
        yield Fact(Kind.POLARITY, span, span.of(article.text), value)
        at = last + 1


@cache
def _harmless() -> dict[str, str]:
    return {phrase: phrase for phrase in lines_of("polarity_harmless.txt")}


def _harmless_size(words: Sequence[Token], at: int) -> int:
    """The number of words of a phrase such as "not only" at word ``at``; 0 where there is none."""
    found = phrase_at(words, at, _harmless(), _LONGEST)
    return found[1] if found else 0


def _denied(text: str, words: Sequence[Token], at: int) -> tuple[int, Polarity] | None:
    """The predicate that a cue at word ``at`` denies, as the index of its last word and its value."""
    denials, here, subject = 0, at, False
    while denials < _MAX_DENIALS and (cue := _cue_at(words, here)) is not None:
        denials, here, subject = denials + 1, here + cue[1], subject or cue[0] in _SUBJECTS
        here = _over_auxiliaries(words, here)
    if not denials:
        return None
    place = _after_auxiliary(text, words, here) if subject else None
    place = place if place is not None else _predicate_place(text, words, here)
    if place is None or _until(text, words, place):
        return None
    return _value(words, place, denied=denials % 2 == 1)


def _cue_at(words: Sequence[Token], at: int) -> tuple[str, int] | None:
    return None if _harmless_size(words, at) else phrase_at(words, at, _cues(), _LONGEST)


def _over_auxiliaries(words: Sequence[Token], at: int) -> int:
    # "did not fail to", "has not been unable to": look past the auxiliary only when a second cue follows it.
    following = at + 1 if at < len(words) and words[at].word in words_of("polarity_auxiliaries.txt") else at
    return following if _cue_at(words, following) else at


def _unbroken(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether word ``at`` exists and follows the word before it without punctuation."""
    return at < len(words) and not (at and _BREAKS & set(text[words[at - 1].end : words[at].start]))


def _predicate_place(text: str, words: Sequence[Token], at: int) -> int | None:
    for place in range(at, at + _MAX_SKIPPED + 1):
        if not _unbroken(text, words, place):
            return None
        if words[place].word not in words_of("polarity_skipped.txt") and not _is_manner(words, place):
            return place if words[place].word[0].isalpha() else None
    return None


def _until(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether "until" follows the predicate: "was not cast until noon" says that it was cast."""
    for place in range(at + 1, min(at + _MAX_SKIPPED + 3, len(words))):
        if not _unbroken(text, words, place):
            return False
        if words[place].word == "until":
            return True
    return False


def _is_manner(words: Sequence[Token], at: int) -> bool:
    return words[at].word.endswith("ly") and words[at].word not in _antonyms() and at + 1 < len(words)


def _after_auxiliary(text: str, words: Sequence[Token], at: int) -> int | None:
    """The verb after "no passenger was", "none of them has": the subject is denied, so the verb is."""
    for place in range(at, at + _MAX_SKIPPED + 1):
        if not _unbroken(text, words, place):
            return None
        if words[place].word in words_of("polarity_auxiliaries.txt"):
            return _predicate_place(text, words, place + 1)
    return None


def _value(words: Sequence[Token], place: int, *, denied: bool) -> tuple[int, Polarity]:
    if lemma(words[place].word) == "find" and _antonym_at(words, place + 1):
        place += 1  # "was not found guilty" denies the guilt
    size, predicate, opposite = _antonym_at(words, place) or (1, lemma(words[place].word), False)
    return place + size - 1, Polarity(denied != opposite, predicate)


def _antonym_at(words: Sequence[Token], at: int) -> tuple[int, str, bool] | None:
    if _harmless_size(words, at):
        return None  # "close to the river" is no opposite of "open"
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(token.word for token in words[at : at + size])
        if phrase in _antonyms():
            return (size, *_antonyms()[phrase])
    return None


def _opposite(text: str, words: Sequence[Token], at: int) -> tuple[int, Polarity] | None:
    """A word of the antonym table that stands as a predicate, not as a noun that another verb governs."""
    found = _antonym_at(words, at)
    if found is None or _is_noun(words, at) or _reversed(text, words, at):
        return None
    size, predicate, negated = found
    return at + size - 1, Polarity(negated, predicate)


def _is_noun(words: Sequence[Token], at: int) -> bool:
    before = words[at - 1].word if at else ""
    if before in words_of("polarity_determiners.txt"):
        return True
    auxiliary = before == "to" or before in words_of("polarity_auxiliaries.txt")
    return words[at].word in words_of("polarity_ambiguous.txt") and not auxiliary


def _reversed(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a verb such as "lifted" stands shortly before, so that the opposite may be meant."""
    for place in range(at - 1, max(at - _LONGEST, 0) - 1, -1):
        if not _unbroken(text, words, place + 1):
            return False
        phrases = {" ".join(token.word for token in words[place : place + size]) for size in (1, 2)}
        if phrases & _reversals() or (at - place < 3 and words[place].word in _antonyms()):
            return True
    return False
