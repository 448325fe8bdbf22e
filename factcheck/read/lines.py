"""A text comes in, its non-empty lines go out: what each says, where, and the marker before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.records import Span

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_HEADING = re.compile(r"#{1,6}[ \t]+")
_QUOTE = re.compile(r">[> \t]*")
_BULLET = re.compile(r"(?:[•●▪◦‣⁃·∙*+–—-]|\d{1,2}[.)])[ \t\u00a0]+")
_EMPHASIS = ("***", "**", "__", "*", "_")
_TERMINAL = ".!?…。！？"
_CLOSING = "\"'”’»)]*_"

MOST_WRAPPED_CHARS = 110
LEAST_WRAPPED_CHARS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or several hard-wrapped ones; ``span`` leaves out marker, emphasis and outer space."""

    span: Span
    text: str
    marker: str = ""  # "#" heading, ">" quotation, "-" bullet
    after_blank: bool = False

    @property
    def n_words(self) -> int:
        return len(self.text.split())

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with this line."""
        return self.text.rstrip(_CLOSING + " ")[-1:] in tuple(_TERMINAL) and self.text.strip() != ""

    @property
    def asks(self) -> bool:
        return self.text.rstrip(_CLOSING + " ").endswith(("?", "？"))


def lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """Every non-empty line from ``start`` on, in order."""
    found, at, blank = [], start, True
    for raw in text[start:].splitlines(keepends=True):
        span = trimmed(text, Span(at, at + len(raw)))
        at += len(raw)
        if span.start == span.end:
            blank = True
            continue
        found.append(_line(text, span, blank))
        blank = False
    return tuple(found)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without white space and zero-width characters at its ends; empty where nothing is left."""
    start, end = span.start, span.end
    while start < end and _empty(text[start]):
        start += 1
    while end > start and _empty(text[end - 1]):
        end -= 1
    return Span(start, end)


def _empty(character: str) -> bool:
    return character.isspace() or character in _ZERO_WIDTH


def _line(text: str, span: Span, after_blank: bool) -> Line:
    marker, start = "", span.start
    for sign, pattern in ((">", _QUOTE), ("#", _HEADING), ("-", _BULLET)):
        match = pattern.match(text, start, span.end)
        if match and match.end() < span.end:
            marker, start = sign, match.end()
    inner = _without_emphasis(text, trimmed(text, Span(start, span.end)))
    return Line(inner, inner.of(text), marker, after_blank)


def _without_emphasis(text: str, span: Span) -> Span:
    """The inside of a line that is emphasised as a whole: ``**Key Facts**``."""
    said = span.of(text)
    for sign in _EMPHASIS:
        inside = said[len(sign) : -len(sign)]
        whole = said.startswith(sign) and said.endswith(sign) and inside.strip() and sign not in inside
        if whole and sign[0] not in (inside[0], inside[-1]):
            return trimmed(text, Span(span.start + len(sign), span.end - len(sign)))
    return span


def unwrapped(text: str, found: tuple[Line, ...], *, always: bool = False) -> tuple[Line, ...]:
    """Hard-wrapped lines joined into paragraphs; ``always`` where the format says that lines flow."""
    if not always and not _is_wrapped(found):
        return found
    groups: list[list[Line]] = []
    for line in found:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_joined(text, group) for group in groups)


def _joined(text: str, group: list[Line]) -> Line:
    span = Span(group[0].span.start, group[-1].span.end)
    return group[0] if len(group) == 1 else replace(group[0], span=span, text=span.of(text))


def _is_wrapped(found: tuple[Line, ...]) -> bool:
    """Whether the text was broken at a column: no long line, and most lines stop in mid-sentence."""
    if not found or max(len(line.text) for line in found) > MOST_WRAPPED_CHARS:
        return False
    pairs = [(a, b) for a, b in pairwise(found) if not b.after_blank and not b.marker]
    broken = [a for a, _ in pairs if len(a.text) >= LEAST_WRAPPED_CHARS and not a.ended]
    return len(broken) >= 2 and 2 * len(broken) >= len(pairs)


def _continues(last: Line, line: Line) -> bool:
    if line.after_blank or line.marker or last.marker == "#":
        return False
    goes_on = len(last.text) >= LEAST_WRAPPED_CHARS or line.text[:1].islower()
    return goes_on and len(last.text) <= MOST_WRAPPED_CHARS
