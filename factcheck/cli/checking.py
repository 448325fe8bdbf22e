"""The commands that check: `run` over folders, and `gate` for rewrites against their sources."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import checking_options, settings_of
from factcheck.cli.terminal import FORMATS, summary, visible
from factcheck.settings import FAIL_ON, Settings

if TYPE_CHECKING:
    from factcheck.records import Report, StoryReport

PATH = click.Path(path_type=Path)
SLOW = 1.0  # seconds after which a progress bar is worth its flicker
_OUTPUT = (
    click.option("-o", "--output-dir", type=PATH, default=Path("reports"), show_default=True),
    click.option(
        "--output", multiple=True, metavar="FORMAT", help="Write only these: html, csv, json (repeatable)."
    ),
    click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Summary on stdout."),
    click.option("--allow-incomplete", is_flag=True, help="Exit 0 where some input could not be read."),
    click.option("--strict", is_flag=True, help="The same as --fail-on drift."),
    click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Worker processes."),
    click.option(
        "--engine", type=click.Choice(("serial", "processes")), default="processes", show_default=True
    ),
    click.option("--progress", type=click.Choice(("auto", "on", "off")), default="auto", show_default=True),
    click.option("-q", "--quiet", is_flag=True, help="No summary; a failure is one line on stderr."),
    click.option("-v", "--verbose", count=True, help="Say more (-vv: tracebacks)."),
)


def _output_options(command: Any) -> Any:
    for option in reversed(_OUTPUT):
        command = option(command)
    return command


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--candidate", multiple=True, metavar="GLOB", help="Report only findings about these.")
@click.option("--reference", multiple=True, metavar="GLOB", help="What candidates are held against.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="never", show_default=True)
@checking_options
@_output_options
def run(paths: tuple[Path, ...], **flags: Any) -> int:
    """Check folders or files and write the report.

    A folder of articles is one story; a folder of folders is one story each.
    Exit 0: it ran. 1: with --fail-on, a finding at or above it. 2: wrong usage. 3: incomplete.
    """
    return _check(paths, (), flags)


@click.command()
@click.argument("candidates", nargs=-1, required=True, type=PATH)
@click.option("--against", multiple=True, required=True, type=PATH, help="The sources (repeatable).")
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="contradiction", show_default=True)
@checking_options
@_output_options
def gate(candidates: tuple[Path, ...], against: tuple[Path, ...], **flags: Any) -> int:
    """Hold rewrites against their sources: findings about CANDIDATES only, exit 1 on a contradiction."""
    return _check(candidates, against, flags)


def _check(paths: tuple[Path, ...], against: tuple[Path, ...], flags: dict[str, Any]) -> int:
    own = {key: flags.pop(key) for key in _OWN}
    fail_on = "drift" if own["strict"] and own["fail_on"] != "never" else own["fail_on"]
    settings = settings_of(flags.pop("config"), flags.pop("isolated"), flags)
    started, clock = datetime.now(UTC), time.perf_counter()
    report = _report(paths, against, settings, own)

    from factcheck.cli.run_record import run_record
    from factcheck.cli.writing import write
    from factcheck.outcome import outcome
    from factcheck.report import render_all

    ended = outcome(report, fail_on=fail_on, allow_incomplete=own["allow_incomplete"])
    files = render_all(report, own["output"] or None)
    seconds = time.perf_counter() - clock
    files["run.json"] = run_record(report, ended, started=started, seconds=seconds, jobs=own["jobs"])
    write(files, own["output_dir"])
    if not own["quiet"]:
        where = own["output_dir"] / ("report.html" if "report.html" in files else "run.json")
        for line in summary(report, ended, str(where), own["form"]):
            click.echo(line)
    elif ended.code:
        click.echo(visible(ended.words), err=True)
    return ended.code


_OWN = (
    "output_dir",
    "output",
    "form",
    "allow_incomplete",
    "strict",
    "jobs",
    "engine",
    "progress",
    "quiet",
    "verbose",
    "fail_on",
)


def _report(
    paths: tuple[Path, ...], against: tuple[Path, ...], settings: Settings, own: dict[str, Any]
) -> Report:
    from factcheck import pipeline
    from factcheck.engines import engine

    shown = own["progress"] == "on" or (
        own["progress"] == "auto" and sys.stderr.isatty() and not own["quiet"]
    )
    return pipeline.run(
        paths,
        settings,
        against=against,
        engine=engine(own["engine"], own["jobs"]),
        progress=_progress if shown else lambda reports, _total: reports,
    )


def _progress(reports: Iterable[StoryReport], total: int) -> Iterator[StoryReport]:
    """The reports, with a bar on stderr once the work has taken longer than SLOW."""
    from rich.console import Console
    from rich.progress import Progress

    began = time.perf_counter()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking stories", total=total, visible=False)
        for report in reports:
            bar.update(task, advance=1, visible=time.perf_counter() - began > SLOW)
            yield report
