"""A Markdown file comes in, its article goes out: the text as decoded, front matter and all."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from factcheck.read.assembling import Facts, Source, article
from factcheck.read.dates import metadata_date
from factcheck.read.decoding import decode
from factcheck.read.lines import trimmed
from factcheck.records import Article, Block, BlockKind, Span

name = "md"
suffixes: tuple[str, ...] = (".markdown", ".md")

_FENCE = re.compile(r"\A\s*---[ \t]*\r?\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_-]{1,40})[ \t]*:[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)

_TITLES = ("title", "headline")
_OUTLETS = ("outlet", "source", "publisher", "publication", "site")
_DATES = ("published", "date", "publication_date", "published_at", "pubdate")
_URLS = ("url", "link", "canonical_url", "canonical")

MOST_FRONT_MATTER_CHARS = 20_000


def read(path: PurePosixPath, content: bytes) -> Article:
    """The article in a Markdown text. Raises ReadError where its encoding cannot be recognised."""
    text, encoding = decode(content)
    source = Source(path, content, name, encoding)
    front = front_matter(text)
    if front is None:
        return article(source, text, Facts(), flowing=True)
    fields = _fields(front.of(text))
    start = _END.search(text, front.end)
    headline = _title_span(text, front, fields)
    return article(
        source,
        text,
        _facts(fields),
        start=start.end() if start else front.end,
        headline=headline,
        before=_front_blocks(text, start.end() if start else front.end, headline),
        flowing=True,
    )


def front_matter(text: str) -> Span | None:
    """The YAML between the two fences at the head of the text; None where there are none."""
    opening = _FENCE.match(text)
    if not opening:
        return None
    closing = _END.search(text, opening.end(), opening.end() + MOST_FRONT_MATTER_CHARS)
    if not closing or not _ENTRY.search(text, opening.end(), closing.start()):
        return None
    return Span(opening.end(), closing.start())


def _fields(front: str) -> dict[str, object]:
    import yaml

    try:
        loaded = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):
        # "title: Floods: the toll rises" is no YAML but plain enough
        loaded = {m["key"]: m["value"].strip().strip("\"'") for m in _ENTRY.finditer(front)}
    pairs = loaded.items() if isinstance(loaded, dict) else ()
    return {key.casefold(): value for key, value in pairs if isinstance(key, str)}


def _facts(fields: dict[str, object]) -> Facts:
    dates = (metadata_date(fields.get(key)) for key in _DATES)
    return Facts(
        outlet=_first(fields, _OUTLETS),
        published=next((date for date in dates if date.known), metadata_date(None)),
        url=_first(fields, _URLS),
        story=_first(fields, ("story", "story_id")),
    )


def _first(fields: dict[str, object], keys: tuple[str, ...]) -> str:
    values = (fields.get(key) for key in keys)
    return next((str(v) for v in values if isinstance(v, str | int | float) and str(v).strip()), "")


def _title_span(text: str, front: Span, fields: dict[str, object]) -> Span | None:
    """Where the title's value stands, only where it stands there exactly as it is meant."""
    title = _first(fields, _TITLES)
    for entry in _ENTRY.finditer(text, front.start, front.end):
        at = text.find(title, entry.start("value"), entry.end("value")) if title else -1
        if entry["key"].casefold() in _TITLES and at >= 0:
            return Span(at, at + len(title))
    return None


def _front_blocks(text: str, end: int, headline: Span | None) -> tuple[Block, ...]:
    gaps = [Span(0, headline.start), Span(headline.end, end)] if headline else [Span(0, end)]
    kept = [trimmed(text, gap) for gap in gaps]
    blocks = [Block(gap, BlockKind.BOILERPLATE, "front matter") for gap in kept if gap.start < gap.end]
    titles = [Block(headline, BlockKind.HEADLINE)] if headline else []
    return tuple(sorted([*blocks, *titles], key=lambda block: block.span))
