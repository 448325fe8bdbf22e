"""The command that measures a folder of stories against their expected.toml files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import UsageError
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.records import Finding, Side, StoryReport


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--show", is_flag=True, help="List what was missed and what was wrongly reported.")
def score(folder: Path, show: bool) -> None:
    """Precision and recall on FOLDER, whose stories each hold an expected.toml."""
    from factcheck import pipeline

    report = pipeline.run([folder], Settings())
    tally = {
        "expected": 0,
        "found": 0,
        "same relation": 0,
        "contradictions": 0,
        "false": 0,
        "traps": 0,
        "fallen": 0,
    }
    for story in report.stories:
        for line in _scored(story, _expected(folder / story.story.id / "expected.toml"), tally):
            if show:
                click.echo(line)
    for key, value in tally.items():
        click.echo(f"{key:18} {value}")
    click.echo(f"{'recall':18} {_ratio(tally['found'], tally['expected'])}")
    true = tally["contradictions"] - tally["false"]
    click.echo(f"{'precision':18} {_ratio(true, tally['contradictions'])} (of contradictions)")


def _expected(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}", "each story needs an expected.toml") from error


def _scored(story: StoryReport, expected: dict[str, Any], tally: dict[str, int]) -> Iterable[str]:
    planted = expected.get("discrepancy", [])
    met: set[str] = set()
    for row in planted:
        hits = [finding for finding in story.findings if _meets(finding, row)]
        met.update(finding.id for finding in hits)
        tally["expected"] += 1
        tally["found"] += bool(hits)
        tally["same relation"] += any(str(f.judgement.relation) == row["relation"] for f in hits)
        if not hits:
            what = f"{story.story.id} {row['relation']} {row['kind']}"
            yield f"MISSED {what}: {row['a']['quote']} | {row['b']['quote']}"
    for finding in story.findings:
        if str(finding.judgement.relation) == "contradiction":
            tally["contradictions"] += 1
            tally["false"] += finding.id not in met
            if finding.id not in met:
                yield f"FALSE {story.story.id} {finding.kind}: {finding.judgement.reason}"
    for row in expected.get("silent", []):
        wrong = [f for f in story.findings if str(f.judgement.relation) == "contradiction" and _meets(f, row)]
        fallen = any(finding.id not in met for finding in wrong)
        tally["traps"] += 1
        tally["fallen"] += fallen
        if fallen:
            yield f"TRAP {story.story.id}: {row['a']['quote']} | {row['b']['quote']}"


def _meets(finding: Finding, row: dict[str, Any]) -> bool:
    sides = (finding.left, finding.right), (finding.right, finding.left)
    return any(_shows(a, row["a"]) and _shows(b, row["b"]) for a, b in sides)


def _shows(side: Side, expected: dict[str, str]) -> bool:
    """The finding's sentence holds the expected words, or its evidence lies within them."""
    if Path(side.uri).name != expected["file"]:
        return False
    words, sentence = (" ".join(text.split()) for text in (expected["quote"], side.sentence_text))
    return words in sentence or sentence in words or " ".join(side.quote.split()) in words


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
