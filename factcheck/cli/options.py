"""Flags in, Settings out: the options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck import settings as settings_file
from factcheck.settings import STORY_BY, Settings

F = TypeVar("F", bound=Callable[..., Any])


class Date(click.ParamType[date]):
    """An ISO 8601 date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date like 2025-06-03", param, ctx)


_READING = (
    click.option("--story-by", type=click.Choice(STORY_BY), help="What makes articles one story."),
    click.option("--include", multiple=True, metavar="GLOB", help="Read only these files (repeatable)."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these files out (repeatable)."),
    click.option("--as-of", type=Date(), metavar="DATE", help="Publication date of undated articles."),
    click.option("--max-file-bytes", type=click.IntRange(1), help="Larger files are skipped (5,000,000)."),
    click.option(
        "--config", type=click.Path(path_type=Path), help="Settings file instead of factcheck.toml."
    ),
    click.option("--isolated", is_flag=True, help="Read no settings file."),
    click.option("--parser", metavar="NAME_OR_PATH", help="Any spaCy pipeline, installed or a folder."),
)
_CHECKING = (
    click.option("--select", multiple=True, metavar="NAME", help="Run only these comparators (repeatable)."),
    click.option("--ignore", multiple=True, metavar="NAME", help="Leave these comparators out (repeatable)."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave less certain findings out."),
    click.option("--encoder", metavar="NAME_OR_PATH", help="Any sentence-transformers model."),
)


def reading_options(command: F) -> F:
    return _decorated(command, _READING)


def checking_options(command: F) -> F:
    return _decorated(command, (*_READING, *_CHECKING))


def _decorated(command: F, options: tuple[Callable[[F], F], ...]) -> F:
    return functools.reduce(lambda decorated, option: option(decorated), reversed(options), command)


def settings_of(config: Path | None, isolated: bool, flags: dict[str, Any]) -> Settings:
    """The settings file with the given flags over it; a flag that was not given changes nothing."""
    given = {key: value for key, value in flags.items() if value not in (None, (), False)}
    return settings_file.merged(settings_file.load(config, isolated=isolated), given, "command line")
