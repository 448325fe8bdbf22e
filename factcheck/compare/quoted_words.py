"""Two quotations in, how their words run together out: what both share and what only one of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import Claim, Fact, Kind, Quotation

ELLIPSIS = "…"
BRACKET = "[]"
TOKEN = re.compile(r"…|[Nn]o one\b|\.\s?\.\s?\.|\[[^\[\]]{0,80}\]|\d[\d.,]*\d|%|[^\W_]+(?:['’][^\W_]+)?")
MIN_WORDS = 4  # fewer words are a phrase that anybody may use
MIN_SHARE = 0.75  # shared words of the shorter quotation
MIN_LOOSE_SHARE = 0.7
MIN_REPEATED_SHARE = 0.85
MIN_LONG_WORDS = 6
MIN_LOOSE_CONTENT = 4
SUFFIXES = ("ingly", "edly", "ing", "ies", "ed", "es", "s", "ly")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the left and of the right quotation that stand in the same place and differ."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``share`` is the part of the shorter quotation's words found in the other, in order (0 to 1)."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    share: float
    shared_content: int
    changes: tuple[Change, ...]  # inside what both quote
    trimmed: bool  # one of them begins or ends elsewhere

    @property
    def length(self) -> int:
        """Words of the shorter quotation."""
        return min(len(self.left), len(self.right))

    @property
    def alike(self) -> bool:
        """Whether one speaker's words are too alike to be two utterances."""
        if self.length < MIN_WORDS - 1 or not self.shared_content:
            return False
        if self.length < MIN_WORDS:
            return self.share == 1.0
        loose = self.share >= MIN_LOOSE_SHARE and self.shared_content >= MIN_LOOSE_CONTENT
        return self.share >= MIN_SHARE or loose

    @property
    def repeated(self) -> bool:
        """Whether the words are one utterance, whoever is said to have spoken."""
        whole = self.length >= MIN_WORDS and self.share == 1.0
        return bool(self.shared_content) and (
            whole or (self.length >= MIN_LONG_WORDS and self.share >= MIN_REPEATED_SHARE)
        )


def quotations(claim: Claim) -> Iterator[Fact[Quotation]]:
    """The quotations of a claim, in its facts' order."""
    for fact in claim.facts:
        if fact.kind is Kind.QUOTE and isinstance(fact.value, Quotation):
            yield Fact(fact.kind, fact.span, fact.text, fact.value)


@cache
def normalised(words: str) -> tuple[str, ...]:
    """Lower-case words in one spelling, contractions written out; ``…`` and ``[]`` for marked changes."""
    found: list[str] = []
    for match in TOKEN.finditer(words):
        token = match[0].lower().replace("’", "'")
        if token.startswith("["):
            found.extend(_bracket(token))
        elif token == ELLIPSIS or ("." in token and not any(map(str.isalnum, token))):
            found.append(ELLIPSIS)
        else:
            found.extend(_expanded(token))
    return tuple(found)


def _bracket(token: str) -> list[str]:
    inner = token.strip("[]. ")
    if inner == "sic":
        return []
    return [BRACKET if inner.strip("…") else ELLIPSIS]


def _expanded(word: str) -> list[str]:
    if word == "%":
        return ["percent"]
    if word[0].isdigit():
        return [word.replace(",", "")]
    if word in table_of("quote_contractions.csv"):
        return table_of("quote_contractions.csv")[word].split()
    if word.endswith("n't"):
        return [part for part in (word[:-3], "not") if part]  # a lone "n't" of tokenised text
    return [_spelling(table_of("quote_numbers.csv").get(word, word))]


def _spelling(word: str) -> str:
    """One spelling for British and American words."""
    if word in table_of("quote_spellings.csv"):
        return table_of("quote_spellings.csv")[word]
    for british, american in (("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing")):
        if word.endswith(british) and len(word) > len(british) + 3:
            return word[: -len(british)] + american
    if len(word) > 5 and "our" in word[2:]:
        return word[:2] + word[2:].replace("our", "or", 1)
    return word


@cache
def stem(word: str) -> str:
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def content(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(
        stem(word) for word in words if word not in words_of("quote_common_words.txt") and word[0].isalnum()
    )


def compared(left: str, right: str) -> Comparison:
    """How the words of two quotations run together; the same the other way round."""
    ours, theirs = normalised(left), normalised(right)
    if ours <= theirs:
        return _run_together(ours, theirs)
    there = _run_together(theirs, ours)  # of two equally short alignments one is chosen for both directions
    changes = tuple(Change(change.right, change.left) for change in there.changes)
    return replace(there, left=ours, right=theirs, changes=changes)


@cache
def _run_together(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Comparison:
    if _part_of(ours, theirs) or _part_of(theirs, ours):
        return Comparison(ours, theirs, 1.0, min(len(content(ours)), len(content(theirs))), (), True)
    blocks = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(ours, theirs)
        if op.tag == "equal"
    ]
    shared = [word for a, b, _, _ in blocks for word in ours[a:b] if word[0].isalnum()]
    shorter = min(sum(word[0].isalnum() for word in words) for words in (ours, theirs))
    share = len(shared) / shorter if shorter else 0.0
    changes, trimmed = _changes(ours, theirs, blocks)
    return Comparison(ours, theirs, share, len(content(tuple(shared))), changes, trimmed)


def _part_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether ``part``, without articles at its ends, stands in ``whole`` word by word."""
    kept = [i for i, word in enumerate(part) if word not in words_of("quote_light_words.txt")]
    core = part[kept[0] : kept[-1] + 1] if kept else ()
    n = len(core)
    return n > 0 and any(whole[i : i + n] == core for i in range(len(whole) - n + 1))


def _changes(
    ours: tuple[str, ...], theirs: tuple[str, ...], blocks: list[tuple[int, int, int, int]]
) -> tuple[tuple[Change, ...], bool]:
    """What differs between the shared stretches; at an edge, only where both quotations go on."""
    while len(blocks) > 1 and all(
        word in words_of("quote_light_words.txt") for word in ours[slice(*blocks[0][:2])]
    ):
        blocks = blocks[1:]  # an article far from the shared words is no shared beginning
    if not blocks:
        return (Change(ours, theirs),), False
    edges = [
        _edge(ours[: blocks[0][0]], theirs[: blocks[0][2]]),
        _edge(ours[blocks[-1][1] :], theirs[blocks[-1][3] :]),
    ]
    inner = [
        Change(ours[before[1] : after[0]], theirs[before[3] : after[2]]) for before, after in pairwise(blocks)
    ]
    replaced = [edge for edge in edges if edge.left and edge.right]
    found = tuple(change for change in [*inner, *replaced] if change.left or change.right)
    return found, any(bool(edge.left) != bool(edge.right) for edge in edges)


def _edge(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Change:
    """What differs at an end; where one side has nothing there but an article, the other was trimmed."""
    light = words_of("quote_light_words.txt")
    sides = [side if any(word not in light for word in side) else () for side in (ours, theirs)]
    return Change(*sides)
