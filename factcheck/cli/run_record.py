"""A finished run in, run.json out: the only file with a clock, versions, hashes and timings."""

from __future__ import annotations

import importlib.metadata
import json
import platform
from datetime import UTC, datetime

from factcheck.outcome import Outcome
from factcheck.records import Report

_LIBRARIES = ("numpy", "onnxruntime", "rapidfuzz", "networkx", "trafilatura", "tokenizers")


def run_record(report: Report, outcome: Outcome, *, started: datetime, seconds: float, jobs: int) -> bytes:
    record = {
        "schema": 1,
        "outcome": {"code": outcome.code, "words": outcome.words},
        "started": started.astimezone(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
        "jobs": jobs,
        "version": report.version,
        "python": platform.python_version(),
        "libraries": {name: importlib.metadata.version(name) for name in _LIBRARIES},
        "settings": dict(report.settings),
        "inputs": {
            analysed.article.uri: analysed.article.sha256
            for story in report.stories
            for analysed in story.articles
        },
        "skipped": {row.uri: f"{row.reason}: {row.detail}" for row in report.skipped},
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
