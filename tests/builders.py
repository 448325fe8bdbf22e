"""Records for tests, built by hand: no model is run to get a span."""

from __future__ import annotations

from datetime import datetime, time

from factcheck.records import (
    Alignment,
    AnyFact,
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    FactPair,
    Matter,
    Published,
    PublishedHow,
    Sentence,
    Span,
)


def published(day: str | None) -> Published:
    """The whole day ``day`` (ISO), known from metadata; unknown for None."""
    if day is None:
        return Published()
    date = datetime.fromisoformat(day).date()
    return Published(
        datetime.combine(date, time.min), datetime.combine(date, time(23, 59, 59)), PublishedHow.METADATA
    )


def article(
    text: str, *, uri: str = "story/a.txt", outlet: str = "A", day: str | None = "2025-12-10"
) -> Article:
    """One paragraph block a line of ``text``."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH))
        at += len(line) + 1
    return Article(uri=uri, text=text, blocks=tuple(blocks), outlet=outlet, published=published(day))


def sentences(subject: Article) -> tuple[Sentence, ...]:
    """Each block as one sentence; for tests whose lines hold one sentence each."""
    return tuple(Sentence(block.span, i, block.kind, i) for i, block in enumerate(subject.blocks))


def span(text: str, part: str, *, nth: int = 0) -> Span:
    """The span of the nth occurrence of ``part``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def claim(
    subject: Article,
    *,
    facts: tuple[AnyFact, ...] = (),
    attribution: Attribution | None = None,
    block: int = 0,
) -> Claim:
    """The whole block ``block`` of the article as one claim."""
    where = subject.blocks[block].span
    text = where.of(subject.text)
    return Claim(
        subject.uri, (where,), text, where, block, text, subject.blocks[block].kind, attribution, facts
    )


def alignment(
    left: Claim,
    right: Claim,
    *pairs: FactPair,
    matter: Matter = Matter.CLAIM,
    days: tuple[str | None, str | None] = ("2025-12-10", "2025-12-10"),
) -> Alignment:
    return Alignment(
        left, right, 0.9, ("built by hand",), matter, pairs, published(days[0]), published(days[1])
    )
