"""The two sides of a finding come in; their sentences cut into marked and unmarked stretches go out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from factcheck.records import Side

MAX_COMPARED_CHARS = 2_000  # longer sentences are shown with their evidence marked instead
MIN_SHARED_WORDS = 0.25  # below this, marking what differs would mark nearly everything

_TOKEN = re.compile(r"\d[\d.,]*\d|\w[\w’']*|\s+|[^\w\s]")  # a figure and its separators are one word


class Stretch(NamedTuple):
    text: str
    marked: bool


Passage = tuple[Stretch, ...]


def evidence(side: Side) -> Passage:
    """The side's sentence with its evidence marked; the quote alone where the sentence does not hold it."""
    sentence = side.sentence_text
    if not sentence:
        return _stretches([(side.quote, True)])
    start = max(side.evidence.start, side.sentence.start) - side.sentence.start
    end = min(side.evidence.end, side.sentence.end) - side.sentence.start
    if not 0 <= start <= end <= len(sentence):
        start = end = 0
    return _stretches([(sentence[:start], False), (sentence[start:end], True), (sentence[end:], False)])


def differing(left: Side, right: Side) -> tuple[Passage, Passage]:
    """Both sentences, marked where the other one has other words; the evidence where they share few words."""
    if max(len(left.sentence_text), len(right.sentence_text)) > MAX_COMPARED_CHARS:
        return evidence(left), evidence(right)
    ours, theirs = _TOKEN.findall(left.sentence_text), _TOKEN.findall(right.sentence_text)
    kept_left, kept_right = _kept(ours, theirs)
    n_words = min(sum(map(_is_word, ours)), sum(map(_is_word, theirs)))
    if sum(_is_word(ours[at]) for at in kept_left) < MIN_SHARED_WORDS * n_words or not n_words:
        return evidence(left), evidence(right)
    return _marked(ours, kept_left), _marked(theirs, kept_right)


def _kept(left: list[str], right: list[str]) -> tuple[set[int], set[int]]:
    matcher = SequenceMatcher(
        None, [t.casefold() for t in left], [t.casefold() for t in right], autojunk=False
    )
    blocks = matcher.get_matching_blocks()
    return (
        {block.a + step for block in blocks for step in range(block.size)},
        {block.b + step for block in blocks for step in range(block.size)},
    )


def _marked(tokens: list[str], kept: set[int]) -> Passage:
    """A space is marked only between two marked words, so that a run of changed words is one mark."""
    marks = [at not in kept and not token.isspace() for at, token in enumerate(tokens)]
    for at in range(1, len(tokens) - 1):
        if tokens[at].isspace():
            marks[at] = marks[at - 1] and marks[at + 1]
    return _stretches(list(zip(tokens, marks, strict=True)))


def _is_word(token: str) -> bool:
    return token[0].isalnum()


def _stretches(pieces: list[tuple[str, bool]]) -> Passage:
    runs = groupby((piece for piece in pieces if piece[0]), key=lambda piece: piece[1])
    return tuple(Stretch("".join(text for text, _ in run), marked) for marked, run in runs)
