"""Articles or paths in, a report with a data frame and a graph out: the door for Python programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factcheck
from factcheck import gather, graph, pipeline, read, records, report
from factcheck.errors import ReadError
from factcheck.records import Article, Dispute, Finding, Skipped, StoryReport
from factcheck.settings import Settings

if TYPE_CHECKING:
    import networkx
    import pandas

Source = str | Path | Article | Mapping[str, Any]


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What ``check`` found. ``record`` is what the report writers see."""

    record: records.Report

    def __repr__(self) -> str:
        return f"<Report: {len(self.stories)} stories, {len(self.disputes)} disputes>"

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.record.findings

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        return self.record.disputes

    @property
    def stories(self) -> tuple[StoryReport, ...]:
        return self.record.stories

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return self.record.skipped

    def to_dataframe(self) -> pandas.DataFrame:
        """A row a finding, with the columns of findings.csv."""
        return report.dataframe(self.record)

    def to_graph(self) -> networkx.MultiGraph[str]:
        """Articles, claims and facts, and how they stand to each other; see ``factcheck.graph``."""
        return graph.graph(self.record.stories)

    def write(self, folder: str | Path) -> None:
        """Write report.html, the CSV tables and findings.json into ``folder``."""
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name, content in sorted(report.render_all(self.record).items()):
            (target / name).write_bytes(content)


def check(
    sources: Source | Iterable[Source], settings: Settings | None = None, *, story: str = "story"
) -> Report:
    """Compare ``sources``, one or several: paths of files or folders, or articles as records or mappings.

    A mapping has the keys of a JSON article: headline, outlet, published, url, text. Articles that are given
    directly form one story named ``story``; folders keep their own stories. Raises UsageError for a missing
    path and ReadError for a mapping without text.
    """
    settings = settings or Settings()
    paths: list[Path] = []
    articles: list[Article] = []
    given = [sources] if isinstance(sources, (str, Path, Article, Mapping)) else sources
    for number, source in enumerate(given):
        match source:
            case Article():
                articles.append(source)
            case Mapping():
                articles.append(_article(source, number))
            case _:
                paths.append(Path(source))
    stories, skipped = pipeline.collect(paths, settings) if paths else ((), ())
    if articles:
        stories += gather.stories(tuple(articles), story_by="folder", root_name=story)
    checked = tuple(pipeline.check(told, settings) for told in sorted(stories, key=lambda told: told.id))
    return Report(records.Report(checked, skipped, settings.fingerprint(), factcheck.__version__))


def _article(source: Mapping[str, Any], number: int) -> Article:
    """The mapping as a JSON article; its number keeps its uri apart from the others'."""
    name = f"{number:03d}-{source.get('outlet') or 'article'}.json".replace("/", "-")
    article = read.read_content(name, json.dumps(dict(source), default=str).encode("utf-8"))
    if isinstance(article, Skipped):
        raise ReadError(f"source {number}: {article.detail}", "a mapping needs outlet, published and text")
    return article
