"""findings.json: its schema, its law of round trip, raw text untouched."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
import report_builders as build

from factcheck.errors import UsageError
from factcheck.records import Kind, PublishedHow, Relation, Role
from factcheck.report import json_document

SCHEMA = json.loads(files("factcheck.report").joinpath("data/findings.schema.json").read_text("utf-8"))
AWKWARD = ["<b>&</b>", "line\nbreak", "nul\x00", "\ud83d alone", "\u202eעברית", "\u2028", "=1+1", "e\u0301"]


def rendered(report) -> bytes:
    return json_document.render(report)["findings.json"]


@pytest.mark.parametrize("report", [build.report(), build.full_report(), build.report(build.quiet_story())])
def test_the_document_is_valid(report):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(rendered(report)), SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), 2),
        (("findings", 0, "relation"), "lie"),
        (("findings", 0, "left", "start"), -1),
        (("findings", 0, "confidence"), "high"),
        (("links", 0, "left", "quote"), None),
    ],
)
def test_the_schema_refuses_a_wrong_document(path, wrong):
    document = json.loads(rendered(build.full_report()))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("definition", "codes"),
    [("relation", Relation), ("kind", Kind)],
)
def test_the_schema_names_every_code(definition, codes):
    assert sorted(SCHEMA["$defs"][definition]["enum"]) == sorted(codes)
    source = SCHEMA["$defs"]["source"]["properties"]
    assert sorted(source["role"]["enum"]) == sorted(Role)
    assert sorted(source["published_how"]["enum"]) == sorted(PublishedHow)


def test_a_finding_as_the_interface_lays_down():
    found = json.loads(rendered(build.full_report()))["findings"][0]
    keys = ["id", "story", "kind", "relation", "confidence", "reason", "level", "left", "right"]
    assert list(found)[: len(keys)] == keys
    assert found["left"] == {
        "source": "ferry/harbour.txt",
        "outlet": "Harbour Post",
        "published": "2025-12-08",
        "start": 34,
        "end": 46,
        "quote": "By late 2020",
        "value": "2020-09-01/2020-12-31",
        "sentence": build.HARBOUR.splitlines()[1],
        "sentence_start": 34,
        "sentence_end": 122,
    }


def test_offsets_slice_the_article():
    texts = {a.uri: a.text for a in build.ferry_story().story.articles}
    document = json.loads(rendered(build.full_report()))
    sides = [found[end] for found in document["findings"] for end in ("left", "right")]
    assert len(sides) == 8
    for side in sides:
        assert texts[side["source"]][side["start"] : side["end"]] == side["quote"]
        assert texts[side["source"]][side["sentence_start"] : side["sentence_end"]] == side["sentence"]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_survives_the_round_trip(text):
    report = build.with_every_text(build.full_report(), lambda old: old + text)
    document = json_document.parse(rendered(report))
    assert document["findings"][0]["reason"].endswith(text)
    assert document["skipped"][0]["detail"].endswith(text)
    assert document["links"][0]["left"]["sentence"].endswith(text)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema": 2}', b"\xff", b"[" * 100_000])
def test_another_file_is_a_usage_error(content):
    with pytest.raises(UsageError):
        json_document.parse(content)


def test_contradictions_come_first_whatever_their_story():
    story = build.ferry_story()
    relations = [f["relation"] for f in json.loads(rendered(build.report(story, story)))["findings"]]
    assert relations == ["contradiction"] * 4 + ["drift"] * 2 + ["update"] * 2
