"""`run` and `gate`: exit codes, files, and what stands on the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"
MILL = "The mill at Port Harrow will cut 340 jobs, the company said.\n\nThe council regrets the decision.\n"
WRITTEN = {
    "report.html",
    "findings.csv",
    "claims.csv",
    "disputes.csv",
    "sources.csv",
    "links.csv",
    "datapackage.json",
    "findings.json",
    "run.json",
}


def factcheck(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
        encoding="utf-8",
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two outlets that disagree on one figure."""
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "ledger.md").write_text(f"---\noutlet: Ledger\npublished: 2025-06-03\n---\n\n{MILL}")
    (folder / "gazette.md").write_text(
        f"---\noutlet: Gazette\npublished: 2025-06-03\n---\n\n{MILL.replace('340', '430')}"
    )
    return folder


def test_run_writes_every_file_and_exits_0(story: Path, tmp_path: Path) -> None:
    done = factcheck("run", story, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == WRITTEN
    assert "340" in done.stdout
    assert "430" in done.stdout
    assert done.stdout.rstrip().endswith("done")
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert record["outcome"] == {"code": 0, "words": "done"}


@pytest.mark.parametrize(("fail_on", "code"), [("contradiction", 1), ("drift", 1), ("never", 0)])
def test_fail_on(story: Path, tmp_path: Path, fail_on: str, code: int) -> None:
    assert factcheck("run", story, "-o", tmp_path / "out", "--fail-on", fail_on).returncode == code


def test_gate_fails_on_a_contradiction_and_passes_a_faithful_rewrite(story: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (story / "ledger.md").rename(sources / "ledger.md")
    out = ("-o", tmp_path / "out")
    assert factcheck("gate", story / "gazette.md", "--against", sources, *out).returncode == 1
    faithful = tmp_path / "faithful.md"
    faithful.write_text((sources / "ledger.md").read_text().replace("outlet: Ledger", "outlet: Desk"))
    assert factcheck("gate", faithful, "--against", sources, *out).returncode == 0


def test_a_candidate_of_the_same_name_as_its_source(story: Path, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (story / "ledger.md").rename(tmp_path / "sources" / "gazette.md")
    done = factcheck("gate", story / "gazette.md", "--against", tmp_path / "sources", "-o", tmp_path / "out")
    assert done.returncode == 1, done.stderr
    finding = json.loads((tmp_path / "out" / "findings.json").read_text("utf-8"))["findings"][0]
    assert (finding["left"]["outlet"], finding["right"]["outlet"]) == ("Gazette", "Ledger")


def test_broken_input_is_one_line_each_and_the_rest_is_checked(story: Path, tmp_path: Path) -> None:
    (story / "broken.html").write_text("<html><head><title>x</title></head><body></body></html>")
    (story / "cut.json").write_text('{"headline": "Mill", "text": "The mi')
    (story / "empty.txt").write_text("")
    (story / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (story / "old.txt").write_bytes(
        "The café at Port Harrow said “no”: 340 jobs went, and more may go.".encode("cp1252")
    )
    (story / "large.txt").write_text("The mill will close. " * 300_000)
    (story / "link").symlink_to(tmp_path, target_is_directory=True)
    done = factcheck("run", story, "-o", tmp_path / "out")
    assert done.returncode == 3, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("not read: ")]
    named = [line.removeprefix("not read: ").split(":")[0] for line in lines]
    assert named == sorted(["broken.html", "cut.json", "empty.txt", "picture.txt", "large.txt", "link"])
    findings = json.loads((tmp_path / "out" / "findings.json").read_text("utf-8"))
    assert findings["findings"]
    assert any(source["source"] == "old.txt" for source in findings["sources"])
    assert factcheck("run", story, "-o", tmp_path / "out", "--allow-incomplete").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("run", "nowhere-at-all"), "nowhere-at-all"),
        (("run", "{empty}"), "no articles"),
        (("run", "{story}", "--select", "unknown"), "unknown"),
        (("run", "{story}", "--as-of", "yesterday"), "2025-06-03"),
        (("run", "{story}", "--config", "{story}/ledger.md"), "ledger.md"),
        (("explain", "nothing"), "times"),
        (("claims", "nowhere-at-all"), "nowhere-at-all"),
    ],
)
def test_wrong_usage_is_exit_2_and_says_what(
    story: Path, tmp_path: Path, arguments: tuple[str, ...], named: str
) -> None:
    (tmp_path / "empty").mkdir()
    filled = [argument.format(story=story, empty=tmp_path / "empty") for argument in arguments]
    done = factcheck(*filled)
    assert done.returncode == 2
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_one_article_alone_is_incomplete(story: Path, tmp_path: Path) -> None:
    done = factcheck("run", story / "ledger.md", "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "nothing to compare with" in done.stdout


def test_a_report_folder_that_cannot_be_written_is_exit_2(story: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = factcheck("run", story, "-o", tmp_path / "file" / "out")
    assert done.returncode == 2
    assert "cannot write the report" in done.stderr


def test_terminal_orders_in_an_article_stay_visible_text(story: Path, tmp_path: Path) -> None:
    path = story / "gazette.md"
    path.write_text(path.read_text().replace("The mill at", "The \x1b]52;c;x\x07mill \u202e at"))
    done = factcheck("run", story, "-o", tmp_path / "out")
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)


@pytest.mark.parametrize("form", ["json", "jsonl", "concise"])
def test_other_formats_on_stdout(story: Path, tmp_path: Path, form: str) -> None:
    done = factcheck("run", story, "-o", tmp_path / "out", "--format", form)
    if form == "json":
        assert json.loads(done.stdout)["findings"][0]["relation"] == "contradiction"
    elif form == "jsonl":
        assert json.loads(done.stdout.splitlines()[0])["kind"] == "number"
    else:
        assert done.stdout.startswith("gazette.md: contradiction number FC-")


def test_flags_come_from_the_environment_too(story: Path, tmp_path: Path) -> None:
    done = factcheck(
        "run", story, FACTCHECK_RUN_FAIL_ON="contradiction", FACTCHECK_RUN_OUTPUT_DIR=str(tmp_path / "o")
    )
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "o" / "report.html").exists()


def test_settings_file_and_isolated(story: Path, tmp_path: Path) -> None:
    settings = tmp_path / "factcheck.toml"
    settings.write_text('ignore = ["number"]\n')
    out = ("-o", tmp_path / "out", "--fail-on", "contradiction")
    assert factcheck("run", story, *out, "--config", settings).returncode == 0
    assert factcheck("run", story, *out, "--isolated").returncode == 1


def test_the_example_report_is_the_report_of_the_fixtures(tmp_path: Path) -> None:
    done = factcheck("run", FIXTURES, "-o", tmp_path / "out", "--isolated")
    assert done.returncode == 0, done.stderr
    example = Path(__file__).parents[2] / "reports" / "example"
    ours = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.name != "run.json"}
    theirs = {p.name: p.read_bytes() for p in example.iterdir()}
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == [], "after a wanted change: make golden"


def test_a_gate_that_compared_nothing_does_not_pass(story: Path, tmp_path: Path) -> None:
    other = tmp_path / "poem.md"
    other.write_text("---\noutlet: Poems\npublished: 2025-06-03\n---\n\nRoses bloom beside quiet windows.\n")
    done = factcheck("gate", other, "--against", story, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "Nothing was compared" in done.stdout


def test_a_quiet_failure_still_says_so(story: Path, tmp_path: Path) -> None:
    done = factcheck("run", story, "-o", tmp_path / "out", "-q", "--fail-on", "contradiction")
    assert (done.returncode, done.stdout) == (1, "")
    assert "failed: 1 open finding" in done.stderr
