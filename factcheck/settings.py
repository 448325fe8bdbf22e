"""Settings files and flags in, one frozen Settings object out."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import SettingsError

STORY_BY = ("auto", "folder", "metadata", "similarity")
FAIL_ON = ("contradiction", "drift", "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can change a report. Thresholds carry their direction and unit."""

    story_by: str = "auto"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    candidate: tuple[str, ...] = ()  # globs on uris; with any, only findings about a candidate are made
    reference: tuple[str, ...] = ()
    select: tuple[str, ...] = ()  # comparators to run; empty is all
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0  # 0 to 1; findings below it are left out
    min_cosine: float = 0.45  # claims less similar than this are looked at only for shared words
    min_link_score: float = 0.5  # an alignment below it is dropped
    encoder: str = "all-MiniLM-L6-v2-int8"
    parser: str = "factcheck-en"
    as_of: date | None = None  # publication date of undated articles
    max_file_bytes: int = 5_000_000

    def fingerprint(self) -> tuple[tuple[str, str], ...]:
        """Every setting that differs from its default, as text, in the order of the fields."""
        return tuple(
            (field.name, str(getattr(self, field.name)))
            for field in dataclasses.fields(self)
            if getattr(self, field.name) != field.default
        )


def load(config: Path | None, *, isolated: bool = False, folder: Path | None = None) -> Settings:
    """Settings of ``config``, else of the nearest factcheck.toml or [tool.factcheck] from ``folder`` up."""
    if isolated and config is None:
        return Settings()
    path = config or _nearest(folder or Path.cwd())
    return Settings() if path is None else merged(Settings(), _table(path), str(path))


def merged(settings: Settings, values: Mapping[str, Any], where: str) -> Settings:
    """``settings`` with ``values`` over it. Raises SettingsError that names ``where`` and the key."""
    known = {field.name: field for field in dataclasses.fields(Settings)}
    changes: dict[str, Any] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in known:
            raise SettingsError(f"{where}: unknown setting {key!r}", f"known: {', '.join(sorted(known))}")
        changes[name] = _converted(name, value, where)
    return dataclasses.replace(settings, **changes)


def _converted(name: str, value: Any, where: str) -> Any:
    if name == "as_of":
        if not isinstance(value, date):
            raise SettingsError(f"{where}: as-of must be a date", "write as-of = 2025-06-03")
        return value
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f"{where}: {name} must be a list of texts", f'write {name} = ["..."]')
        return tuple(value)
    wanted = (int, float) if isinstance(default, float) else type(default)
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise SettingsError(f"{where}: {name} must be of type {type(default).__name__}")
    if name == "story_by" and value not in STORY_BY:
        raise SettingsError(f"{where}: story_by must be one of {', '.join(STORY_BY)}")
    return float(value) if isinstance(default, float) else value


def _nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (place / "factcheck.toml").is_file():
            return place / "factcheck.toml"
        project = place / "pyproject.toml"
        if project.is_file() and "factcheck" in _toml(project).get("tool", {}):
            return project
    return None


def _table(path: Path) -> dict[str, Any]:
    content = _toml(path)
    if path.name != "pyproject.toml":
        return content
    table = content.get("tool", {}).get("factcheck", {})
    return table if isinstance(table, dict) else {}


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}", "mend the file, or run with --isolated") from error
