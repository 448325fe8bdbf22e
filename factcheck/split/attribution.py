"""Sentences come in, who is said to say what comes out: source, cue and content, each a span.

Inside one sentence the sayings are found by their form, see sayings.py; here a quotation of several
sentences gets one speaker, a free-standing quotation goes on with the speaker before it, and every
speaker gets a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.records import Article, Attribution, Span
from factcheck.split import coreference, tokens
from factcheck.split.lines import Line
from factcheck.split.quotations import Quoted
from factcheck.split.references import Reference
from factcheck.split.sayings import Saying, announcement, sayings

MAX_TAIL = 4  # words from the verb to the end of "Vos demanded of the crowd."
MOSTLY = 0.8  # of the words of a direct quotation stand in quotation marks


@dataclass(frozen=True)
class Said:
    """An attribution with its ``frame``: what of the sentence says who says it. See Saying."""

    attribution: Attribution
    frame: Span
    phrase: bool = False
    embedded: bool = False


def attributions(
    article: Article, made: Sequence[Line], known: Sequence[Reference] = ()
) -> tuple[tuple[Said, ...], ...]:
    """The attributions of each line, in the order of the lines, sorted by their cue."""
    said = [[saying for saying in sayings(line) if saying.content] for line in made]
    found = [[_attribution(line, saying) for saying in row] for line, row in zip(made, said, strict=True)]
    _spread_over_quotation(made, found)
    _continue_quotations(made, found)
    _take_quotation_before(made, found)
    named = coreference.speakers(article, [line.sentence for line in made], found, known)
    result = []
    for line, own, row, names in zip(made, said, found, named, strict=True):
        full = [replace(a, speaker=name) for a, name in zip(row, names, strict=True)]
        framed = [Said(a, _frame(line, s), s.phrase, s.embedded) for a, s in zip(full, own, strict=False)]
        taken_over = [Said(a, a.cue) for a in full[len(own) :]]  # from another sentence
        result.append((*framed, *taken_over))
    return tuple(result)


def _frame(line: Line, saying: Saying) -> Span:
    """The frame with the adverbial before it: ``On Monday, the board said``."""
    a, b = saying.frame
    introduction = not saying.embedded and all(start >= b for start, _ in saying.content)
    if introduction and tokens.first_finite(line.words, 0, a) is None and not any(line.inside[:a]):
        a = 0
    return line.span(a, max(b, a + 1))


# ---------------------------------------------------------------------------- over sentences


def _attribution(line: Line, saying: Saying) -> Attribution:
    source = line.span(*saying.source) if saying.source and saying.source[1] > saying.source[0] else None
    content = tuple(line.span(a, b) for a, b in saying.content)
    cue = line.span(*(saying.group or (saying.cue, max(saying.cue_end, saying.cue + 1))))
    return Attribution(source, cue, content, _mostly_quoted(line, saying.content))


def _mostly_quoted(line: Line, content: Sequence[tuple[int, int]]) -> bool:
    inside = [line.inside[k] for a, b in content for k in range(a, b)]
    return bool(inside) and sum(inside) >= MOSTLY * len(inside)


def _spread_over_quotation(made: Sequence[Line], found: list[list[Attribution]]) -> None:
    """A quotation of several sentences has one speaker: every sentence of it gets the attribution."""
    for i, line in enumerate(made):
        if found[i]:
            continue
        for j in (i - 1, i + 1, i - 2, i + 2, i + 3):
            if 0 <= j < len(made) and (shared := _shared_quotation(line, made[j])) and found[j]:
                owner = next((a for a in found[j] if any(s.overlaps(shared.inner) for s in a.content)), None)
                if owner is not None:
                    found[i] = [replace(owner, content=(_clip(shared.inner, line.sentence.span),))]
                    break


def _shared_quotation(line: Line, other: Line) -> Quoted | None:
    return next((quote for quote in line.quoted if quote in other.quoted), None)


def _clip(span: Span, within: Span) -> Span:
    return Span(max(span.start, within.start), min(span.end, within.end))


def _continue_quotations(made: Sequence[Line], found: list[list[Attribution]]) -> None:
    """A sentence that is a quotation and nothing else goes on with the speaker before it.

    The speaker before is looked for in the same paragraph, and in the paragraph before where this
    one begins with the quotation; ``X continued:`` at a paragraph's end announces the next one.
    """
    for i, line in enumerate(made):
        if found[i] or not _is_free_quotation(line):
            continue
        owner = _owner(made, found, i)
        if owner is not None:
            content = tuple(_clip(quote.inner, line.sentence.span) for quote in line.quoted)
            found[i] = [replace(owner, content=content, direct=True)]


def _take_quotation_before(made: Sequence[Line], found: list[list[Attribution]]) -> None:
    """``“Why not?” … Vos demanded.``: a short sentence that only says who said the quotation before it."""
    for i in range(1, len(made)):
        line, before = made[i], made[i - 1]
        same = line.sentence.paragraph == before.sentence.paragraph
        if found[i] or found[i - 1] or not same or line.quoted or not _is_free_quotation(before):
            continue
        saying = announcement(line)
        if saying is not None and saying.source is not None and len(line.words) - saying.cue <= MAX_TAIL:
            cue = Attribution(line.span(*saying.source), line.span(saying.cue, saying.cue + 1), (), True)
            content = tuple(_clip(quote.inner, before.sentence.span) for quote in before.quoted)
            found[i - 1] = [replace(cue, content=content)]


def _is_free_quotation(line: Line) -> bool:
    return bool(line.words) and sum(line.inside) >= MOSTLY * len(line.words)


def _owner(made: Sequence[Line], found: Sequence[list[Attribution]], i: int) -> Attribution | None:
    paragraph = made[i].sentence.paragraph
    for j in (i - 1, i - 2):
        if j < 0 or made[j].sentence.paragraph < paragraph - 1:
            break
        said = [a for a in found[j] if a.source is not None and (a.direct or j == i - 1)]
        if said:
            return said[-1]
        announced = _announced(made[j]) if j == i - 1 else None
        if announced is not None:
            return announced
        if not _is_free_quotation(made[j]):
            break
    following = found[i + 1] if i + 1 < len(found) and made[i + 1].sentence.paragraph == paragraph else []
    return next((a for a in following if a.direct), None)


def _announced(line: Line) -> Attribution | None:
    """``Dahl continued:`` or ``She put it this way:`` without content of its own."""
    tail = line.text[line.words[-1].end : line.sentence.span.end] if line.words else ""
    if ":" not in tail:
        return None
    saying = announcement(line)
    if saying is None:
        return None
    return (
        Attribution(line.span(*saying.source), line.span(saying.cue, saying.cue + 1), (), True)
        if saying.source
        else None
    )
