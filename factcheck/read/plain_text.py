"""A text file comes in, its article goes out: the text as decoded, every line a block."""

from __future__ import annotations

from pathlib import PurePosixPath

from factcheck.read.assembling import Facts, Source, article
from factcheck.read.decoding import decode
from factcheck.records import Article

name = "txt"
suffixes: tuple[str, ...] = (".text", ".txt")


def read(path: PurePosixPath, content: bytes) -> Article:
    """The article in a plain text. Raises ReadError where its encoding cannot be recognised."""
    text, encoding = decode(content)
    return article(Source(path, content, name, encoding), text, Facts())
