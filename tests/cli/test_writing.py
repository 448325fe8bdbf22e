"""A report is whole or the earlier one stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli import writing
from factcheck.errors import OutputError

OLD = {"report.html": b"old", "run.json": b"old run"}
NEW = {"report.html": b"new", "run.json": b"new run"}


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    writing.write(OLD, tmp_path / "a" / "b")
    writing.write(NEW, tmp_path / "a" / "b")
    assert there(tmp_path / "a" / "b") == NEW


def test_a_full_disk_keeps_the_earlier_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing.write(OLD, tmp_path)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_synced", full)
    with pytest.raises(OutputError, match="No space left"):
        writing.write(NEW, tmp_path)
    assert there(tmp_path) == OLD


def test_an_interruption_while_staging_keeps_the_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing.write(OLD, tmp_path)

    def interrupted(_path: Path, _content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_synced", interrupted)
    with pytest.raises(KeyboardInterrupt):
        writing.write(NEW, tmp_path)
    assert there(tmp_path) == OLD


def test_the_run_record_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = []
    real = Path.replace

    def noted(self: Path, target: Path) -> Path:
        moved.append(target.name)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    writing.write({"run.json": b"", "zz.csv": b"", "a.csv": b""}, tmp_path)
    assert moved == ["a.csv", "zz.csv", "run.json"]
