"""A stretch of a sentence comes in, its propositions come out as tuples of verbatim slices.

The fuller ones are the clauses of the stretch, see clauses.py: together they hold all its words. The minimal
ones are cut from these: one member of a coordination, a modifier with its noun, a clause without an adjunct.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.records import Parse, Span, Token
from factcheck.split import atoms, clauses
from factcheck.split.clauses import Clause
from factcheck.split.quotations import Quoted
from factcheck.split.trees import CLOSE_MARKS, FINITE, OPEN_MARKS, Tree, Words

Slices = tuple[Span, ...]

NEAR = 0.8  # a minimal one that shares so much with another says nothing new
EXACT = frozenset({"coordination"})
MIN_WORDS = clauses.MIN_WORDS
MIN_REST = clauses.MIN_REST
MAX_LABEL = 8  # tokens
LINKING = frozenset({"as", "both", "including", "such", "well"})
EDGE = " \t\r\n,;:—–-•*"
STOPS = ".!?…"
MARKS = "“”\"‘’'«»"
FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
CURRENCIES = frozenset("$£€¥₹")
DOUBLE = '“”"«»'


class Proposition(NamedTuple):
    """What is told, as slices in order; ``minimal`` where a fuller one tells it too.

    ``compound`` is a fuller one whose words all stand in smaller ones that are told beside it.
    ``rule`` says how it was cut, so that each way of cutting can be measured.
    """

    slices: Slices
    minimal: bool = False
    rule: str = "whole"
    compound: bool = False


def told(text: str, region: Span, quoted: Sequence[Quoted], parse: Parse) -> tuple[Proposition, ...]:
    """The propositions of ``region``, sorted by their slices; every word of it is in a fuller one.

    Without a parse the region is one proposition.
    """
    found: dict[Slices, Proposition] = {}
    for part in _sentences(text, region, quoted, parse):
        if not _is_answered(text, part, quoted):
            for proposition in _of_sentence(text, part, quoted, parse):
                if proposition.slices:
                    found.setdefault(proposition.slices, proposition)
    return tuple(sorted(found.values()))


def _of_sentence(text: str, part: Span, quoted: Sequence[Quoted], parse: Parse) -> list[Proposition]:
    """Each with the label that the sentence begins with, if any, as its first slice."""
    label = _label(text, part, parse)
    tree = Tree(text, parse, Span(label.end, part.end), quoted)
    if tree.root < 0:
        return [Proposition(_trimmed(text, [part]))]
    before = _trimmed(text, [label])
    made = []
    for piece in _pieces(tree):
        slices = _trimmed(text, _runs(tree, piece.words))
        if slices and not (piece.minimal and _cuts_amount(tree, piece.words)):
            made.append(Proposition((*before, *slices), piece.minimal, piece.rule, piece.compound))
    return made


def _cuts_amount(tree: Tree, words: Words) -> bool:
    """Whether a currency sign is left without its figure."""
    signs = [i for i in words if tree.word(i) in CURRENCIES and i + 1 in tree.children]
    return any(i + 1 not in words for i in signs)


def _label(text: str, part: Span, parse: Parse) -> Span:
    """``Key facts: Opening:`` before a sentence with a verb of its own; empty where there is none."""
    end = part.start
    if ": " not in part.of(text) or not parse.tokens or parse.tokens[0].start < part.start:
        return Span(end, end)
    rows = [token for token in parse.tokens if token.start < part.end]
    for n, token in enumerate(rows[:MAX_LABEL]):
        if text[token.start : token.end] == ":" and text[token.end : token.end + 1] == " ":
            rest = rows[n + 1 :]
            told = len(rest) > MIN_WORDS and text[rest[0].start].isupper()
            if told and any(other.tag in FINITE for other in rest):
                end = token.end
        elif token.tag in FINITE or (token.upos == "PUNCT" and token.tag != "HYPH"):
            break
    return Span(part.start, end)


def _is_answered(text: str, part: Span, quoted: Sequence[Quoted]) -> bool:
    """Whether the stretch is a question whose answer follows in the same line: it asserts nothing."""
    asked = part.of(text).rstrip()
    if not asked.endswith("?") or any(q.outer.start < part.end <= q.outer.end for q in quoted):
        return False
    line = text.find("\n", part.end)
    after = text[part.end : line if line >= 0 else len(text)]
    return after[:1].isspace() and len(after.split()) >= MIN_REST


class _Piece(NamedTuple):
    words: Words
    minimal: bool
    rule: str
    compound: bool = False


def _pieces(tree: Tree) -> Iterator[_Piece]:
    """The clauses, each followed by what is cut from it and says something else than what came before."""
    known: list[Words] = []
    found = clauses.clauses(tree)
    fuller = [_Piece(tree.completed(clause.all), False, clause.rule) for clause in found]
    contents = [tree.without_marks(piece.words) for piece in fuller]
    for clause, piece, content in zip(found, fuller, contents, strict=True):
        if not content:
            continue
        parts = _parts(tree, clause, [*known, *(other for other in contents if other != content)])
        cut = [tree.without_marks(part.words) for part in parts]
        compound = _is_covered(tree, content, cut)
        yield piece._replace(compound=compound)
        for part, own in zip(parts, cut, strict=True):
            told = not compound and not _is_new(part.rule, own, [content])
            if not told and not _is_covered(tree, own, cut):
                known.append(own)
                yield part


def _parts(tree: Tree, clause: Clause, known: list[Words]) -> list[_Piece]:
    """What is cut from a clause and is not told yet."""
    found: list[_Piece] = []
    seen = list(known)
    for rule, cut in atoms.atoms(tree, clause):
        words = tree.completed(cut)
        content = tree.without_marks(words)
        if content and _is_new(rule, content, seen):
            seen.append(content)
            found.append(_Piece(words, True, rule))
    return found


def _is_new(rule: str, content: Words, known: Iterable[Words]) -> bool:
    """The members of a list differ in one word, and are told one by one all the same."""
    nearest = 1.0 if rule in EXACT else NEAR
    return all(_likeness(content, other) < nearest for other in known)


def _is_covered(tree: Tree, content: Words, parts: Sequence[Words]) -> bool:
    """Whether each word but those that link stands in a smaller part, of which there are two or more."""
    smaller = [part for part in parts if part < content]
    if len(smaller) < 2:
        return False
    left = content.difference(*smaller)
    return all(tree.relation(i) == "cc" or tree.word(i) in LINKING for i in left)


def _likeness(words: Words, other: Words) -> float:
    shared = len(words & other)
    return shared / (len(words) + len(other) - shared)


def _sentences(text: str, region: Span, quoted: Sequence[Quoted], parse: Parse) -> list[Span]:
    """The region cut at each semicolon outside brackets and quotations with a finite verb on both sides."""
    if ";" not in region.of(text):
        return [region]
    ends: list[Span] = []
    depth, finite, start = 0, False, region.start
    for token in parse.tokens:
        if region.start <= token.start and token.end <= region.end:
            mark = text[token.start : token.end]
            depth += (mark in OPEN_MARKS) - (mark in CLOSE_MARKS)
            finite = finite or token.tag in FINITE
            if mark == ";" and depth == 0 and finite and not _inside(token, quoted):
                ends.append(Span(start, token.start))
                start, finite = token.end, False
    if ends and not finite:
        start = ends.pop().start
    return [*ends, Span(start, region.end)]


def _inside(token: Token, quoted: Sequence[Quoted]) -> bool:
    return any(q.outer.start < token.start < q.outer.end for q in quoted)


def _runs(tree: Tree, words: Iterable[int]) -> list[Span]:
    """The words as spans, those that follow each other in one."""
    runs: list[list[int]] = []
    for i in sorted(words):
        if runs and runs[-1][1] == i - 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return [Span(tree.token(a).start, tree.token(b).end) for a, b in runs]


def _trimmed(text: str, spans: Iterable[Span]) -> Slices:
    cut = (trim(text, span) for span in spans)
    return tuple(span for span in cut if any(map(str.isalnum, span.of(text))))


def trim(text: str, span: Span) -> Span:
    """The span without punctuation at its edges and without a quotation mark that has no partner.

    A mark that closes right after the span is taken in, so that a quotation at the end stays whole.
    """
    start, end = span.start, span.end
    while start < end and text[start] in EDGE + STOPS:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    if text[end - 1 : end] in CURRENCIES and (figure := FIGURE.match(text, end)):
        end = figure.end()  # a currency sign keeps its figure
    part = text[start:end]
    first, last = part[:1], part[-1:]
    if first and first in MARKS and not any(mark in part[1:] for mark in MARKS):
        return trim(text, Span(start + 1, end))
    if last and last in MARKS and not any(mark in part[:-1] for mark in MARKS):
        return trim(text, Span(start, end - 1))
    if len(part) > 1 and {first, last} <= set(DOUBLE) and not any(mark in part[1:-1] for mark in DOUBLE):
        return trim(text, Span(start + 1, end - 1))
    if last == "." and part.split()[-1].count(".") == 1:
        return trim(text, Span(start, end - 1))
    return Span(start, _closing(text, Span(start, end)))


def _closing(text: str, span: Span) -> int:
    """The end of the span, after the mark that closes its last quotation within three characters."""
    part = span.of(text)
    opened = part.rfind("“") > part.rfind("”") or part.count('"') % 2 == 1
    after = text[span.end : span.end + 3]
    at = next((i for i, character in enumerate(after) if character in '”"'), None)
    if not opened or at is None or any(character.isalnum() for character in after[:at]):
        return span.end
    return span.end + at + 1
