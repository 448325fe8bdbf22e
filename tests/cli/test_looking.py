"""`claims`, `sources`, `explain`, `models`, `version`, `score`: what the program sees, for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import factcheck
from factcheck.cli import cli
from factcheck.compare import COMPARATORS
from factcheck.errors import ModelError

FIXTURES = Path(__file__).parents[2] / "fixtures"
TEXT = (
    "The mill at Port Harrow will cut at least 340 jobs in March, Ada Vos said. "
    "Bo Lind, a former acting treasurer, denied it."
)


def called(*arguments: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)), standalone_mode=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.json"
    path.write_text(json.dumps({"outlet": "Ledger", "published": "2025-06-03", "text": TEXT}))
    return path


def test_claims_are_lines_of_json_whose_spans_hold(article: Path) -> None:
    rows = [json.loads(line) for line in called("claims", article).output.splitlines()]
    assert rows
    for row in rows:
        assert (row["source"], row["outlet"], row["published"]) == ("ledger.json", "Ledger", "2025-06-03")
        assert row["text"] == " ".join(TEXT[start:end] for start, end in row["spans"])
        assert all(TEXT[fact["start"] : fact["end"]] == fact["text"] for fact in row["facts"])
    facts = {(fact["kind"], fact["text"]): fact for row in rows for fact in row["facts"]}
    assert facts["time", "March"] | {"value": "2026-03", "how": "inferred-year"} == facts["time", "March"]
    number = next(fact for fact in facts.values() if fact["kind"] == "number")
    assert (number["value"], number["bound"], number["noun"]) == ("340", "at_least", "job")
    title = next(fact for fact in facts.values() if fact["kind"] == "title")
    assert (title["name"], title["modifiers"]) == ("Bo Lind", ["acting", "former"])
    said = next(row["attribution"] for row in rows if row["attribution"])
    assert TEXT[slice(*said["source"])] == "Ada Vos"


def test_claims_as_text(article: Path) -> None:
    assert "ledger.json: " in called("claims", article, "--format", "text").output


def test_any_spacy_pipeline_can_stand_in_for_the_parser(article: Path, tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "words-only")
    rows = [
        json.loads(line)
        for line in called("claims", article, "--parser", tmp_path / "words-only").output.splitlines()
    ]
    assert any("340 jobs" in row["text"] for row in rows)
    assert all(row["text"] == " ".join(TEXT[start:end] for start, end in row["spans"]) for row in rows)


def test_a_parser_that_is_not_there_is_named(article: Path) -> None:
    error = called("claims", article, "--parser", "no-such-parser").exception
    assert isinstance(error, ModelError)
    assert "no-such-parser" in str(error)


def test_sources_say_what_is_read_and_what_is_not() -> None:
    output = called("sources", FIXTURES).output
    assert "story ssa-ice" in output
    assert "ssa-ice/kestrel-wire.md  Kestrel Wire  peer  2026-02-13T15:40:00 (metadata)" in output
    assert "skipped ssa-ice/expected.toml: ignored by rule" in output


@pytest.mark.parametrize("comparator", COMPARATORS, ids=lambda comparator: comparator.name)
def test_explain_prints_a_comparators_page(comparator: object) -> None:
    output = called("explain", comparator.name).output  # type: ignore[attr-defined]
    assert "Ladder: " in output
    assert "annot" in output


def test_explain_prints_a_finding(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "gazette.json"
    other.write_text(article.read_text().replace("340", "430").replace("Ledger", "Gazette"))
    assert called("run", tmp_path, "-o", tmp_path / "out", "-q").exit_code == 0
    finding = json.loads((tmp_path / "out" / "findings.json").read_text("utf-8"))["findings"][0]
    shown = json.loads(called("explain", finding["id"], "-o", tmp_path / "out").output)
    assert shown == finding


def test_models_are_listed_and_intact() -> None:
    assert "Apache-2.0" in called("models", "list").output
    assert "encoder: intact" in called("models", "check").output


def test_version() -> None:
    assert called("version").output.strip() == factcheck.__version__
    assert json.loads(called("version", "--json").output)["factcheck"] == factcheck.__version__


def test_score_counts_what_was_planted(tmp_path: Path) -> None:
    story = tmp_path / "mill"
    story.mkdir()
    for outlet, jobs in (("ledger", 340), ("gazette", 430)):
        text = f"The mill at Port Harrow will cut {jobs} jobs. The council met on Tuesday."
        row = {"outlet": outlet, "published": "2025-06-03", "text": text}
        (story / f"{outlet}.json").write_text(json.dumps(row))
    (story / "expected.toml").write_text(
        '[[discrepancy]]\nrelation = "contradiction"\nkind = "number"\n'
        'a = { file = "ledger.json", quote = "cut 340 jobs" }\n'
        'b = { file = "gazette.json", quote = "cut 430 jobs" }\n'
        '[[silent]]\na = { file = "ledger.json", quote = "met on Tuesday" }\n'
        'b = { file = "gazette.json", quote = "met on Tuesday" }\n'
    )
    rows = dict(line.rsplit(maxsplit=1) for line in called("score", tmp_path).output.splitlines()[:7])
    counted = {key: int(value) for key, value in rows.items()}
    assert counted == {
        "expected": 1,
        "found": 1,
        "same relation": 1,
        "contradictions": 1,
        "false": 0,
        "traps": 1,
        "fallen": 0,
    }
