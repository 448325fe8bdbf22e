"""A text with what a format said about it comes in, the finished article goes out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from factcheck.read.boilerplate import Reading, read_text
from factcheck.read.dates import file_date
from factcheck.records import Article, Block, Published, PublishedHow, Span

_UNKNOWN = Published()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says about its article beside the text; empty where it says nothing."""

    outlet: str = ""
    published: Published = _UNKNOWN
    url: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read from, and how its bytes became text."""

    path: PurePosixPath
    content: bytes
    format: str
    encoding: str = "utf-8"
    extraction: str = ""


def article(
    source: Source,
    text: str,
    facts: Facts,
    *,
    start: int = 0,
    headline: Span | None = None,
    before: tuple[Block, ...] = (),
    flowing: bool = False,
) -> Article:
    """The article in ``text``; ``before`` are the blocks above ``start``, such as front matter."""
    reading = read_text(text, start=start, headline=headline, flowing=flowing)
    return Article(
        uri=source.path.as_posix(),
        text=text,
        blocks=(*before, *reading.blocks),
        outlet=one_line(facts.outlet) or one_line(reading.site) or source.path.stem,
        published=_published(facts.published, reading, source.path),
        headline=reading.headline,
        url=facts.url,
        format=source.format,
        encoding=source.encoding,
        extraction=source.extraction,
        sha256=hashlib.sha256(source.content).hexdigest(),
        story_hint=one_line(facts.story),
    )


def one_line(name: str) -> str:
    """A name on one line, at most 120 characters of it."""
    return " ".join(name.split())[:120].strip()


def _published(stated: Published, reading: Reading, path: PurePosixPath) -> Published:
    """The surest date: metadata, byline, dateline, file name."""
    if stated.known:
        return stated
    lines = sorted((by for by in reading.bylines if by.dates), key=lambda by: by.updated)
    if lines:
        return lines[0].dates[0].published(PublishedHow.BYLINE)
    if reading.datelines:
        return reading.datelines[0].published(PublishedHow.DATELINE)
    return file_date(path.stem)
