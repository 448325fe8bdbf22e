"""The commands that show what the program sees: claims, sources, a comparator's page, one finding."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import click

from factcheck.cli.options import reading_options, settings_of
from factcheck.cli.terminal import visible
from factcheck.errors import UsageError

PATH = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--format", "form", type=click.Choice(("jsonl", "text")), default="jsonl", show_default=True)
@reading_options
def claims(paths: tuple[Path, ...], form: str, config: Path | None, isolated: bool, **flags: Any) -> None:
    """Print every atomic claim with its spans, attribution and values; nothing is compared."""
    from factcheck import pipeline
    from factcheck.report.claim_lines import claim_line

    settings = settings_of(config, isolated, flags)
    stories, _ = pipeline.collect(paths, settings)
    for story in stories:
        for article in story.articles:
            analysed = pipeline.analyse(article, settings)
            for claim in (one for one in analysed.claims if not one.compound):
                if form == "text":
                    click.echo(visible(f"{article.uri}: {claim.text}"))
                else:
                    click.echo(json.dumps(claim_line(article, claim), ensure_ascii=False))


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATH)
@reading_options
def sources(paths: tuple[Path, ...], config: Path | None, isolated: bool, **flags: Any) -> None:
    """Print what would be read, as which outlet and role, and what is skipped and why."""
    from factcheck import pipeline

    stories, skipped = pipeline.collect(paths, settings_of(config, isolated, flags))
    for story in stories:
        click.echo(visible(f"story {story.id}"))
        copies = {copy.uri: copy for copy in story.copies}
        for article in story.articles:
            dated = article.published.iso() or "undated"
            told = f"  {article.uri}  {article.outlet}  {article.role}  {dated} ({article.published.how})"
            copy = copies.get(article.uri)
            told += f"  {'copy' if copy.exact else 'near copy'} of {copy.of}" if copy else ""
            click.echo(visible(told))
    for row in skipped:
        click.echo(visible(f"skipped {row.uri}: {row.reason}: {row.detail}"))


@click.command()
@click.argument("what")
@click.option("-o", "--output-dir", type=PATH, default=Path("reports"), show_default=True)
def explain(what: str, output_dir: Path) -> None:
    """Print a comparator's manual page (explain times), or one finding's whole evidence (explain FC-...)."""
    if what.upper().startswith("FC-"):
        click.echo(_finding(what.upper(), output_dir))
        return
    from factcheck.compare import COMPARATORS

    for comparator in COMPARATORS:
        if what in (comparator.name, str(comparator.kind)):
            page = inspect.cleandoc(comparator.__doc__ or "")
            click.echo(f"{comparator.name} (kind: {comparator.kind})\n\n{page}\n")
            click.echo("Ladder: " + " / ".join(comparator.ladder))
            return
    known = ", ".join(comparator.name for comparator in COMPARATORS)
    raise UsageError(f"no comparator or finding {what!r}", f"comparators: {known}; findings begin with FC-")


def _finding(identity: str, folder: Path) -> str:
    path = folder / "findings.json"
    try:
        findings = json.loads(path.read_text(encoding="utf-8"))["findings"]
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"cannot read {path}: {error}", "run `factcheck run` first, or give -o") from error
    for finding in findings:
        if finding["id"] == identity:
            text = json.dumps(finding, ensure_ascii=False, indent=2)
            return "\n".join(visible(line) for line in text.split("\n"))
    raise UsageError(f"no finding {identity} in {path}", "ids stand in findings.csv and on each card")


@click.command()
@click.option("--json", "as_json", is_flag=True)
def version(as_json: bool) -> None:
    """Print the version."""
    import platform

    import factcheck

    if as_json:
        click.echo(json.dumps({"factcheck": factcheck.__version__, "python": platform.python_version()}))
    else:
        click.echo(factcheck.__version__)
