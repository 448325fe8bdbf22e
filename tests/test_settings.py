"""Settings files over defaults, flags over both; every mistake names the file and the key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import Settings, load, merged


def test_without_a_file_the_defaults_stand(tmp_path: Path) -> None:
    assert load(None, folder=tmp_path) == Settings()
    assert Settings().fingerprint() == ()


def test_the_nearest_file_upwards_is_read(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('story-by = "folder"\nas-of = 2025-06-03\nmin_confidence = 1\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    settings = load(None, folder=below)
    assert (settings.story_by, settings.as_of, settings.min_confidence) == ("folder", date(2025, 6, 3), 1.0)
    assert load(None, folder=below, isolated=True) == Settings()


def test_a_table_of_pyproject_is_read_and_others_are_not(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\nignore = ["scope"]\n[tool.other]\nx = 1\n')
    assert load(None, folder=tmp_path).ignore == ("scope",)
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(None, folder=tmp_path) == Settings()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("nonsense = 1", "nonsense"),
        ('ignore = "scope"', "ignore"),
        ("include = [1]", "include"),
        ('min_cosine = "high"', "min_cosine"),
        ("max_file_bytes = true", "max_file_bytes"),
        ('as_of = "yesterday"', "as-of"),
        ('story_by = "colour"', "story_by"),
        ("ignore = [", "factcheck.toml"),
    ],
)
def test_mistakes_name_the_file_and_the_key(tmp_path: Path, content: str, named: str) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert named in str(caught.value)
    assert "factcheck.toml" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.toml"):
        load(tmp_path / "gone.toml")


def test_flags_stand_over_the_file_and_show_in_the_fingerprint() -> None:
    settings = merged(
        Settings(ignore=("scope",)), {"ignore": ("time",), "min_confidence": 0.5}, "command line"
    )
    assert settings.fingerprint() == (("ignore", "('time',)"), ("min_confidence", "0.5"))
