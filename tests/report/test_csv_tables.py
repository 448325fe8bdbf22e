"""The tables: fixed columns, one record a line, no formula, nothing lost on the way to pandas."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace

import pandas
import pytest
import report_builders as build
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.report import csv_tables
from factcheck.report.csv_tables import MAX_CELL_CHARS, guarded

COLUMNS = {
    "findings": "finding_id story_id kind relation status confidence reason "
    "a_outlet a_published a_quote a_sentence a_value a_path a_start a_end "
    "b_outlet b_published b_quote b_sentence b_value b_path b_start b_end "
    "majority_value n_outlets_a n_outlets_b outlier note reviewer dispute_id truncated",
    "claims": "claim_id source_id story_id sentence_index start end text attribution_source attribution_cue "
    "polarity hedge values n_links n_conflicts cluster_id truncated",
    "disputes": "dispute_id story_id label values_by_outlet n_outlets n_values majority_value outlier "
    "likely_original truncated",
    "sources": "path format outlet role published published_how encoding extraction n_chars n_claims status "
    "skip_reason sha256 copy_of truncated",
    "links": "a_claim_id b_claim_id story_id relation score why a_outlet a_path a_text a_start a_end "
    "b_outlet b_path b_text b_start b_end truncated",
}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def tables(report, **options) -> dict[str, bytes]:
    return csv_tables.render(report, **options)


def rows(report, table: str) -> list[dict[str, str]]:
    content = tables(report)[f"{table}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def with_reason(text: str):
    story = build.ferry_story()
    first = story.findings[0]
    changed = replace(first, judgement=replace(first.judgement, reason=text))
    return build.report(replace(story, findings=(changed, *story.findings[1:])))


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_stand_in_their_fixed_order(table):
    for report in (build.full_report(), build.report()):
        header = tables(report)[f"{table}.csv"].decode("utf-8-sig").split("\r\n")[0]
        assert header.replace('"', "").split(",") == COLUMNS[table].split()


@pytest.mark.parametrize(
    ("table", "number"), [("findings", 4), ("claims", 18), ("disputes", 2), ("sources", 8), ("links", 4)]
)
def test_a_row_a_record(table, number):
    assert len(rows(build.full_report(), table)) == number


def test_a_finding_with_its_dispute():
    first, second, third, _ = rows(build.full_report(), "findings")
    assert (first["majority_value"], first["outlier"]) == ("2025-11-01/2025-11-30", "Harbour Post")
    assert (first["n_outlets_a"], first["n_outlets_b"], first["a_start"]) == ("1", "2", "34")
    assert (second["n_outlets_a"], second["majority_value"]) == ("1", "")
    assert (third["n_outlets_a"], third["b_published"], third["status"]) == ("", "", "open")


def test_claims_count_their_links_and_conflicts():
    by_text = {
        row["text"]: row
        for row in rows(build.full_report(), "claims")
        if row["source_id"] == "ferry/tern.txt"
    }
    disputed, plain = (by_text[build.TERN.splitlines()[line]] for line in (1, 0))
    assert (disputed["n_links"], disputed["n_conflicts"], disputed["cluster_id"]) == ("2", "1", "D-1")
    assert (plain["n_links"], plain["n_conflicts"], plain["cluster_id"]) == ("0", "0", "")
    assert disputed["values"] == "name: The"


def test_skipped_files_are_sources_with_a_reason():
    by_path = {row["path"]: row for row in rows(build.full_report(), "sources")}
    assert by_path["ferry/broken.html"]["status"] == "skipped"
    assert by_path["ferry/broken.html"]["skip_reason"] == "unreadable: the file ends in the middle of a tag"
    assert by_path["ferry/notes.doc"]["status"] == "ignored"
    assert (by_path["ferry/harbour.txt"]["status"], by_path["ferry/harbour.txt"]["skip_reason"]) == (
        "read",
        "",
    )
    assert by_path["ferry/tern-copy.txt"]["copy_of"] == "ferry/tern.txt"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("\x00=1+1", "'=1+1"),
        ("\t@SUM(A1)", "' @SUM(A1)"),
        ("＝1", "'＝1"),
        ("-3 degrees", "'-3 degrees"),
        ("a=b", "a=b"),
        ("3 - 1", "3 - 1"),
        ("first\r\nsecond\u2028third\x85fourth", "first second third fourth"),
        ('a "quoted", word', 'a "quoted", word'),
        ("bell\x07 \ud800surrogate", "bell surrogate"),
        ("עברית 12", "עברית 12"),
        ("NA", "NA"),
    ],
)
def test_cells_are_cleaned_and_guarded(text, cell):
    assert rows(with_reason(text), "findings")[0]["reason"] == cell


@given(st.text(st.characters(codec=None), max_size=60))
@example("\r=1")
@example("\ud800+1")
def test_no_text_becomes_a_formula_or_a_second_line(text):
    content = tables(with_reason(text))["findings.csv"].decode("utf-8-sig")
    assert content.count("\r\n") == len(content.splitlines()) == 5
    cell = next(csv.DictReader(io.StringIO(content, newline="")))["reason"]
    assert not cell.lstrip().startswith(DANGEROUS)


@given(st.text(max_size=20))
def test_a_harmless_text_is_not_guarded(text):
    assert guarded(f"a{text}") == f"a{text}"


@pytest.mark.parametrize(
    ("text", "length", "flag"),
    [
        ("x" * MAX_CELL_CHARS, MAX_CELL_CHARS, "0"),
        ("x" * (MAX_CELL_CHARS + 1), MAX_CELL_CHARS, "1"),
        ("x" * (MAX_CELL_CHARS - 1) + "e\u0301", MAX_CELL_CHARS - 1, "1"),
        ("=" + "x" * MAX_CELL_CHARS, MAX_CELL_CHARS, "1"),
    ],
)
def test_long_cells_are_cut_and_flagged(text, length, flag):
    first, second = rows(with_reason(text), "findings")[:2]
    assert (len(first["reason"]), first["truncated"], second["truncated"]) == (length, flag, "0")


def test_pandas_reads_back_every_cell():
    content = tables(build.full_report())
    for table in COLUMNS:
        frame = pandas.read_csv(io.BytesIO(content[f"{table}.csv"]), dtype=str, keep_default_na=False)
        assert frame.to_dict("records") == rows(build.full_report(), table)
    frame = pandas.read_csv(io.BytesIO(content["findings.csv"]))
    assert frame["confidence"].tolist() == [0.9, 0.8, 0.7, 0.6]
    assert frame["a_start"].dtype == "int64"


def test_numbers_stand_unquoted_and_negative_ones_unguarded():
    link = replace(build.ferry_story().links[0], score=-0.25)
    story = replace(build.ferry_story(), links=(link,))
    assert b',"contradiction",-0.25,' in tables(build.report(story))["links.csv"]


@pytest.mark.parametrize(
    ("encoding", "start"), [("utf-8-sig", b'\xef\xbb\xbf"'), ("utf-8", b'"'), ("cp1252", b'"')]
)
def test_the_encoding_is_a_choice(encoding, start):
    content = tables(with_reason("Ωmega — née"), encoding=encoding)["findings.csv"]
    assert content.startswith(start)
    assert "née" in content.decode(encoding)


def test_the_package_describes_the_tables():
    content = tables(build.full_report())
    package = json.loads(content["datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == list(COLUMNS)
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == COLUMNS[resource["name"]].split()
        assert all(
            field["description"] and field["type"] in ("string", "integer", "number") for field in fields
        )
        assert resource["hash"] == "sha256:" + hashlib.sha256(content[resource["path"]]).hexdigest()


def test_the_types_of_the_package_hold():
    types = {"integer": int, "number": float, "string": str}
    for resource in json.loads(tables(build.full_report())["datapackage.json"])["resources"]:
        for row in rows(build.full_report(), resource["name"]):
            for field in resource["schema"]["fields"]:
                assert row[field["name"]] == "" or types[field["type"]](row[field["name"]]) is not None


def test_links_and_claims_share_their_ids():
    claims = {row["claim_id"] for row in rows(build.full_report(), "claims")}
    ends = {row[end] for row in rows(build.full_report(), "links") for end in ("a_claim_id", "b_claim_id")}
    assert ends <= claims
    assert len(claims) == len(rows(build.full_report(), "claims"))
