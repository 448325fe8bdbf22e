"""A block of an article comes in, what stands between quotation marks comes out, whatever the glyphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.records import Article, Block, BlockKind, Span

MARK = re.compile(r"[\"“”„‟«»‘’‚']")
OPENERS = {"“": '”"“', "„": '”“"', "‟": '”"', "«": "»", "»": "«", "‘": "’'", "‚": "’‘", '"': '"”', "'": "'’"}
DOUBLE = frozenset('"“”„‟«»')
ELISION = re.compile(r"(?:\d\ds?|em|tis|til|till|twas|cause|n|round)\b", re.IGNORECASE)
EDGE = " \t\r\n,"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: ``outer`` holds the marks, ``inner`` the words; not ``closed`` without an end mark."""

    outer: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Open:
    glyph: str
    at: int


def quotations(article: Article) -> tuple[Quoted, ...]:
    """The outermost quotations of the content blocks, in order; a quotation never crosses a block.

    A quotation of several paragraphs is one entry a paragraph, each but the last not closed.
    """
    blocks = [block for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]
    found: list[Quoted] = []
    for block in blocks:
        continued = bool(found) and not found[-1].closed
        found.extend(in_block(article.text, block, continued=continued))
    return tuple(found)


def in_block(text: str, block: Block, *, continued: bool = False) -> tuple[Quoted, ...]:
    """The outermost quotations of one block, in order; ``continued`` where the block before left one open."""
    pairs, left_open = _pairs(text, block.span)
    found = [Quoted(Span(a, b + 1), _inner(text, a + 1, b)) for a, b in pairs]
    if continued:
        found.extend(_taken_up(text, block.span))
    found.extend(_unclosed(text, block.span, left_open, found))
    words = [quoted for quoted in found if any(map(str.isalnum, quoted.inner.of(text)))]
    return tuple(_outermost(words))


def _pairs(text: str, span: Span) -> tuple[list[tuple[int, int]], list[_Open]]:
    """Positions of the marks that open and close a quotation, and the marks that nothing closes."""
    stack: list[_Open] = []
    pairs: list[tuple[int, int]] = []
    for match in MARK.finditer(text, span.start, span.end):
        at = match.start()
        partner = _partner(text, span, stack, at)
        if partner is not None:
            pairs.append((stack[partner].at, at))
            del stack[partner:]
        elif _opens(text, span, at):
            stack.append(_Open(match[0], at))
    return pairs, [mark for mark in stack if mark.glyph in DOUBLE]


def _partner(text: str, span: Span, stack: Sequence[_Open], at: int) -> int | None:
    """The innermost open mark that the mark at ``at`` closes."""
    glyph = text[at]
    for i in range(len(stack) - 1, -1, -1):
        if glyph in OPENERS.get(stack[i].glyph, "") and _closes(text, span, at, stack[i]):
            return i
        if stack[i].glyph in DOUBLE and glyph not in DOUBLE:
            return None  # a single mark never closes what stands outside a double one
    return None


def _closes(text: str, span: Span, at: int, opener: _Open) -> bool:
    before, after = _around(text, span, at)
    if at == opener.at + 1:
        return False
    if text[at] in "”»" and opener.glyph in DOUBLE:
        return True
    if before.isspace() and not (after.isspace() or not after):
        return False
    if text[at] in "'’":
        return not after.isalnum() and not _possessive(text, span, at)
    return text[at] != "“" or not after.isalnum() or opener.glyph == "„"


def _possessive(text: str, span: Span, at: int) -> bool:
    """``workers’ rights``: an apostrophe after s before a lower-case word, with another mark to come."""
    if text[at - 1 : at] not in ("s", "S") or not text[at + 1 : at + 2].isspace():
        return False
    rest = text[at + 1 : min(span.end, at + 300)]
    later = any(m[0] in "'’" and not rest[m.end() : m.end() + 1].isalnum() for m in MARK.finditer(rest))
    return later and rest[1:2].islower()


def _opens(text: str, span: Span, at: int) -> bool:
    glyph = text[at]
    before, after = _around(text, span, at)
    if not after or after.isspace():
        return False
    if glyph in "“„‟«‚":
        return True
    free = not before.isalnum() and before not in (".", ",", "!", "?", ")", "%")
    if glyph in "'’‘":
        apostrophe = ELISION.match(text, at + 1, span.end) is not None
        return free and not apostrophe and (after.isalnum() or after in '“"[…') and glyph != "’"
    return free


def _around(text: str, span: Span, at: int) -> tuple[str, str]:
    """The characters beside ``at`` within the block, empty at its edges."""
    return (text[at - 1] if at > span.start else ""), (text[at + 1] if at + 1 < span.end else "")


def _inner(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def _taken_up(text: str, span: Span) -> list[Quoted]:
    """The words up to the first double mark, where that one only closes: the writer opened none again."""
    first = next((m.start() for m in MARK.finditer(text, span.start, span.end) if m[0] in DOUBLE), None)
    if first is None or first == span.start:
        return []
    before, after = _around(text, span, first)
    closes = before in ".,!?…" and not after.isalnum() and text[first] not in "“„‟«"
    return [Quoted(Span(span.start, first + 1), _inner(text, span.start, first))] if closes else []


def _unclosed(text: str, block: Span, left_open: Sequence[_Open], closed: Sequence[Quoted]) -> list[Quoted]:
    """A mark that nothing closes opens a quotation up to the end of its block or the next quotation.

    Only where the block begins with it or a comma or colon announces it: so a quotation goes on over
    paragraphs. Elsewhere a lone mark is more often a slip or an inch than a quotation.
    """
    for mark in left_open:
        before = text[block.start : mark.at].rstrip()
        if not before.strip("—–- ") or before[-1] in ",:":
            starts = [
                q.outer.start for q in closed if q.outer.start > mark.at and text[q.outer.start] in DOUBLE
            ]
            end = min([block.end, *starts])
            return [Quoted(Span(mark.at, end), _inner(text, mark.at + 1, end), closed=False)]
    return []


def _outermost(found: Sequence[Quoted]) -> list[Quoted]:
    kept: list[Quoted] = []
    for quoted in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        if not kept or quoted.outer.start >= kept[-1].outer.end:
            kept.append(quoted)
    return kept
