"""The room's door: its writers, and what holds for all of them."""

from __future__ import annotations

import subprocess
import sys

import pytest
import report_builders as build

from factcheck import report as report_room
from factcheck.errors import UsageError
from factcheck.report import WRITERS, dataframe, render_all

TABLES = ["claims.csv", "datapackage.json", "disputes.csv", "findings.csv", "links.csv", "sources.csv"]


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        (["html"], ["report.html"]),
        (["json"], ["findings.json"]),
        (["csv"], TABLES),
        (["json", "html", "json"], ["findings.json", "report.html"]),
        ([], []),
        (None, sorted([*TABLES, "findings.json", "report.html"])),
    ],
)
def test_only_the_files_of_the_wanted_formats(formats, expected):
    assert sorted(render_all(build.full_report(), formats)) == expected


@pytest.mark.parametrize("formats", [["pdf"], ["html", "HTML"], [""]])
def test_an_unknown_format_is_a_usage_error(formats):
    with pytest.raises(UsageError, match="unknown report format"):
        render_all(build.full_report(), formats)


def test_equal_reports_render_to_equal_bytes():
    assert build.full_report() is not build.full_report()
    assert render_all(build.full_report()) == render_all(build.full_report())


def test_bytes_do_not_depend_on_the_hash_seed():
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests'); import report_builders as b; "
        "from factcheck.report import render_all; "
        "print(hashlib.sha256(repr(sorted(render_all(b.full_report()).items())).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, locale, zone in [("1", "C.UTF-8", "UTC"), ("2", "tr_TR.UTF-8", "Pacific/Kiritimati")]
    }
    assert len(seen) == 1


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_a_report_without_stories_still_renders(writer):
    assert all(writer.render(build.report()).values())


def test_importing_the_room_loads_no_heavy_library():
    code = (
        "import sys, factcheck.report; "
        "print(sorted({'pandas', 'jinja2', 'networkx', 'torch', 'spacy', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_data_frame_holds_the_findings_as_written():
    frame = dataframe(build.full_report())
    assert list(frame["finding_id"]) == [found.id for found in build.ferry_story().findings]
    assert frame["a_end"].dtype == "int64"
    assert report_room.dataframe(build.report()).empty
