"""The content blocks of an article come in, its sentences come out as spans, and with their parses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.protocols import Parser
from factcheck.records import Article, Block, BlockKind, Sentence, Span
from factcheck.split import quotations, word_lists

STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*")
BEFORE = re.compile(r"[^\s\"“”‘’(\[«»]+$")
NEXT = re.compile(r"[\"“‘'«(\[]*([^\W_][\w’'\-]*)")
WHOLE = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LIST_ITEM})
MAX_WORD = 40  # a longer run without a space is no word
MIN_WORDS_BEFORE_LOWER = 4
CUE_AFTER_NAME = 4  # "Are you sure?" Ilse van Brandt asked


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every block but boilerplate, in order; headlines and list items stay whole."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind is not BlockKind.BOILERPLATE:
            spans = _whole(article.text, block.span) if block.kind in WHOLE else in_block(article.text, block)
            first = len(found)
            found.extend(Sentence(s, first + i, block.kind, number) for i, s in enumerate(spans))
    return tuple(found)


def parsed(article: Article, sentences: Sequence[Sentence], parser: Parser) -> tuple[Sentence, ...]:
    """The sentences with their parses, in the offsets of the article."""
    parses = parser.parse([sentence.span.of(article.text) for sentence in sentences])
    return tuple(
        replace(sentence, parse=parse.shifted(sentence.span.start))
        for sentence, parse in zip(sentences, parses, strict=True)
    )


def in_block(text: str, block: Block) -> list[Span]:
    """The sentences of one running block, without the spaces around them."""
    quoted = [quote.outer for quote in quotations.in_block(text, block)]
    spans: list[Span] = []
    start = block.span.start
    for stop in STOP.finditer(text, block.span.start, block.span.end):
        if stop.end() > start and _ends(text, Span(start, block.span.end), stop, quoted):
            spans.extend(_whole(text, Span(start, stop.end())))
            start = stop.end()
    return spans + _whole(text, Span(start, block.span.end))


def _whole(text: str, span: Span) -> list[Span]:
    part = span.of(text)
    if not any(map(str.isalnum, part)):
        return []
    start = span.start + len(part) - len(part.lstrip())
    return [Span(start, start + len(part.strip()))]


def _ends(text: str, rest: Span, stop: re.Match[str], quoted: list[Span]) -> bool:
    """Whether a sentence ends with ``stop``. ``rest`` runs from the sentence's start to its block's end."""
    end = stop.end()
    if end >= rest.end:
        return True
    before = BEFORE.search(text, max(rest.start, stop.start() - MAX_WORD), stop.start())
    word = before[0] if before else ""
    following = text[end : min(rest.end, end + 80)]
    if not following[0].isspace():
        return _glued(word, stop[0], following)
    after = NEXT.match(following.lstrip())
    if after is None:
        return "." in stop[0] and not word.isdigit() and "..." not in stop[0]
    inside = any(span.start < stop.start() and end < span.end for span in quoted)
    if "…" in stop[0] or "..." in stop[0]:
        return after[1][0].isupper() and not inside
    if "!" in stop[0] or "?" in stop[0]:
        return not after[1][0].islower() and not _says_next(stop[0], following)
    return _ends_with_dot(text, rest, stop, word, after[0])


def _glued(word: str, stop: str, following: str) -> bool:
    """A lost space: "…the lines.Residents said"; not "U.S.A.", "3.5", "example.com" or "www.Example.org"."""
    token = re.split(r"\s", following, maxsplit=1)[0]
    lower = len(word) > 2 and word[-2:].isalpha() and word[-1].islower()
    begins = following[0].isupper() and following[1:2].islower()
    return lower and begins and stop != "…" and not any(mark in word + token.rstrip(".,") for mark in "/@.")


def _says_next(stop: str, following: str) -> bool:
    """``“Are you sure?” Brandt asked``: the sentence goes on to who says it."""
    if stop[-1].isalnum() or stop[-1] in "!?":
        return False
    return any(word in cue_forms() for word in re.findall(r"[\w’'\-]+", following)[1 : CUE_AFTER_NAME + 1])


@cache
def cue_forms() -> frozenset[str]:
    """Forms of the verbs that most often follow a question in quotation marks."""
    return frozenset(
        {"asked", "asks", "said", "says", "wondered", "wonders", "wrote", "writes", "added", "adds"}
    )


def _ends_with_dot(text: str, rest: Span, stop: re.Match[str], word: str, after: str) -> bool:
    closed = len(stop[0]) > 1
    following = after.lstrip("\"“‘'«([")
    role = "" if word == "ill" else _roles().get(word.lower(), "")  # Illinois has a capital
    if not role and re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        role = "ender"
    if not closed and (role == "title" or _initial(word, following)):
        return False
    if not closed and role == "number" and following[0].isdigit():
        return False
    if role and not closed and (role == "ender" or word[0].isupper()):
        return _starts(after, following)
    if word.isdigit() and text[rest.start : stop.start()].strip() == word:
        return False  # "1. The first point"
    if following[0].islower():
        return not closed and _clearly_two(text, rest, stop, word)
    return True


def _initial(word: str, following: str) -> bool:
    """``J. K. Rowe``; "Plan B. The board" ends, because "The" begins a sentence."""
    return (
        len(word) == 1 and word.isupper() and (word != "I") and following not in word_lists.words("starters")
    )


def _starts(after: str, following: str) -> bool:
    """Whether what follows an abbreviation that may end a sentence begins one."""
    return following in word_lists.words("starters") or (after[0] in '"“«' and following[0].isupper())


def _clearly_two(text: str, rest: Span, stop: re.Match[str], word: str) -> bool:
    """A lower-case word after a full stop begins a sentence only where both sides look like sentences."""
    before = text[rest.start : stop.start()].split()
    after = text[stop.end() : min(rest.end, stop.end() + 200)].split()
    plain = word.isalpha() and word.islower() and len(word) > 2
    return plain and len(before) >= MIN_WORDS_BEFORE_LOWER and len(after) >= 3


@cache
def _roles() -> dict[str, str]:
    return {row[0]: row[1] for row in word_lists.rows("abbreviations")}
