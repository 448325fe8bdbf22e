"""Files and folders come in, articles go out, and a reason for every file that was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from factcheck.errors import ReadError
from factcheck.protocols import Reader
from factcheck.read import html_page, json_article, markdown, plain_text
from factcheck.read.dates import option_date
from factcheck.read.decoding import binary_kind
from factcheck.read.folders import IGNORED_RULES, Found, chosen, content_of, found_files, matches
from factcheck.read.language import language, language_name
from factcheck.records import Article, BlockKind, Skipped, SkipReason

READERS: tuple[Reader, ...] = (plain_text, markdown, html_page, json_article)

MOST_FILE_BYTES = 5_000_000

__all__ = ["IGNORED_RULES", "MOST_FILE_BYTES", "READERS", "articles", "formats", "matches", "read_content"]


def articles(
    paths: Sequence[Path],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    max_file_bytes: int = MOST_FILE_BYTES,
    as_of: date | None = None,
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """The articles below ``paths`` and the files left out, both sorted by uri.

    ``as_of`` dates the articles that name no date themselves. Raises UsageError for a missing path.
    """
    read, skipped = [], []
    for uri, found in found_files(paths):
        result = _one(uri, found, include, exclude, max_file_bytes)
        if isinstance(result, Article):
            read.append(result)
        else:
            skipped.append(result)
    return _dated(_distinct(read), as_of), tuple(skipped)


def formats() -> dict[str, Reader]:
    """Each file suffix with its reader."""
    return {suffix: reader for reader in READERS for suffix in reader.suffixes}


def _one(
    uri: str, found: Found, include: Sequence[str], exclude: Sequence[str], max_file_bytes: int
) -> Article | Skipped:
    if found.skipped:
        return Skipped(uri, found.skipped, found.detail, found.incomplete)
    unwanted = chosen(uri, include, exclude)
    if unwanted:
        return Skipped(uri, SkipReason.IGNORED, unwanted, incomplete=False)
    if PurePosixPath(uri).suffix.casefold() not in formats():
        return Skipped(uri, SkipReason.FORMAT, f"unknown format: give one of {', '.join(sorted(formats()))}")
    try:
        content = content_of(found.path, max_file_bytes)
    except ReadError as error:
        return _unreadable(uri, error)
    if content is None:
        return Skipped(uri, SkipReason.TOO_LARGE, f"over {max_file_bytes:,} bytes: raise --max-file-bytes")
    return read_content(uri, content)


def read_content(uri: str, content: bytes) -> Article | Skipped:
    """The article in the bytes of one file, or why there is none."""
    kind = binary_kind(content)
    if kind:
        return Skipped(uri, SkipReason.BINARY, f"looks like {kind}: give the article's text")
    if not content.strip():
        return Skipped(uri, SkipReason.EMPTY, "the file is empty")
    path = PurePosixPath(uri)
    try:
        article = formats()[path.suffix.casefold()].read(path, content)
    except ReadError as error:
        return _unreadable(uri, error)
    return _judged(article)


def _unreadable(uri: str, error: ReadError) -> Skipped:
    hint = f": {error.hint}" if error.hint else ""
    return Skipped(uri, SkipReason.UNREADABLE, " ".join(f"{error}{hint}".split()))


def _judged(article: Article) -> Article | Skipped:
    """An article with something to say, in English; else why it is left out."""
    said = [b.span.of(article.text) for b in article.blocks if b.kind is not BlockKind.BOILERPLATE]
    if not any(any(c.isalnum() for c in part) for part in said):
        return Skipped(article.uri, SkipReason.EMPTY, "no article text beside menus, labels and counters")
    code = language("\n".join(said))
    if code != "en":
        return Skipped(article.uri, SkipReason.LANGUAGE, f"looks like {language_name(code)} ({code})")
    return article


def _distinct(read: Sequence[Article]) -> tuple[Article, ...]:
    """Articles named after their file, in full where a folder would hold one outlet name twice."""
    names = Counter((_folder(a.uri), a.outlet.casefold()) for a in read)
    return tuple(
        replace(a, outlet=PurePosixPath(a.uri).name)
        if a.outlet == PurePosixPath(a.uri).stem and names[_folder(a.uri), a.outlet.casefold()] > 1
        else a
        for a in read
    )


def _folder(uri: str) -> str:
    return uri.rpartition("/")[0]


def _dated(read: Sequence[Article], as_of: date | None) -> tuple[Article, ...]:
    if as_of is None:
        return tuple(read)
    return tuple(a if a.published.known else replace(a, published=option_date(as_of)) for a in read)
