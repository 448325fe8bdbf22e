"""How the work is handed to the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck import pipeline
from factcheck.records import AnalysedArticle, StoryReport
from factcheck.report import render_all
from factcheck.settings import Settings

TEXTS = {
    "harrow/a.txt": "The mayor of Harrow said on Monday that 12 homes were lost.",
    "harrow/b.txt": "The mayor of Harrow said on Monday that 14 homes were lost.",
    "orlen/a.txt": "Orlen beat Tavik by three goals to one.",
}


class Recording:
    """Works on the items one after another, as the serial engine does, and keeps what came out."""

    def __init__(self) -> None:
        self.made: list[Any] = []

    def map(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.made.append(function(item))
            yield self.made[-1]


@pytest.mark.parametrize(("shared_from", "articles"), [(0, len(TEXTS)), (10**6, 0)])
def test_much_text_is_shared_out_by_article_with_the_same_report(
    shared_from: int, articles: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    plain = pipeline.run([tmp_path], Settings())
    monkeypatch.setattr(pipeline, "SHARED_FROM", shared_from)
    engine = Recording()
    shared = pipeline.run([tmp_path], Settings(), engine=engine)
    assert render_all(shared) == render_all(plain)
    assert sum(isinstance(made, AnalysedArticle) for made in engine.made) == articles
    assert sum(isinstance(made, StoryReport) for made in engine.made) == len(plain.stories) == 2
