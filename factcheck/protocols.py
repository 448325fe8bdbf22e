"""What can be swapped: readers, value readers, comparators, writers, engines, the encoder, the parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from factcheck.records import (
    Alignment,
    AnyFact,
    Article,
    Judgement,
    Kind,
    Matter,
    Parse,
    Report,
    Sentence,
)

T = TypeVar("T")
R = TypeVar("R")

Vectors = NDArray[np.float32]  # (n, d), unit rows


class Reader(Protocol):
    """A module of read/: one file format."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: PurePosixPath, content: bytes) -> Article:
        """The article in ``content``. Raises ReadError where the file is broken or holds no article."""


class ValueReader(Protocol):
    """A module of values/: one kind of fact."""

    kind: Kind

    def facts(self, article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
        """Every fact of this kind in these sentences, sorted by span, spans not overlapping."""


class Comparator(Protocol):
    """A module of compare/: one aspect. Its docstring is its page in the manual."""

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> Kind: ...

    @property
    def matters(self) -> frozenset[Matter]: ...

    @property
    def ladder(self) -> tuple[str, ...]: ...

    def compare(self, alignment: Alignment) -> tuple[Judgement, ...]:
        """What is to be said of this pair; an empty tuple where nothing is. Symmetric in its relation."""


class ReportWriter(Protocol):
    """A module of report/: a pure function of the report."""

    name: str

    def render(self, report: Report) -> dict[str, bytes]:
        """File name to content, equal bytes for equal reports."""


class Engine(Protocol):
    """Where the work runs. Results come in the order of the items."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterable[R]: ...


class Encoder(Protocol):
    """Sentences to unit vectors."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, d) float32, unit rows, in the order of ``texts``."""


class Parser(Protocol):
    """Texts to words, heads and names."""

    name: str

    def parse(self, texts: Sequence[str]) -> tuple[Parse, ...]:
        """One parse for each text, in their order; offsets count from the start of each text."""
