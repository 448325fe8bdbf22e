"""A report comes in; the files that people and programs read go out, as bytes by file name.

To add a format: one module with ``name`` and ``render``, and its line in ``WRITERS``.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.errors import UsageError
from factcheck.protocols import ReportWriter
from factcheck.records import Report
from factcheck.report import csv_tables, html_page, json_document
from factcheck.report.data_frame import dataframe

__all__ = ["WRITERS", "dataframe", "render_all"]

WRITERS: tuple[ReportWriter, ...] = (html_page, csv_tables, json_document)


def render_all(report: Report, formats: Iterable[str] | None = None) -> dict[str, bytes]:
    """File name to content, in the order of ``WRITERS``; all formats by default. Raises UsageError."""
    known = {writer.name for writer in WRITERS}
    wanted = known if formats is None else set(formats)
    if unknown := sorted(wanted - known):
        raise UsageError(
            f"unknown report format: {', '.join(unknown)}", f"choose from {', '.join(sorted(known))}"
        )
    files: dict[str, bytes] = {}
    for writer in WRITERS:
        if writer.name in wanted:
            files |= writer.render(report)
    return files
