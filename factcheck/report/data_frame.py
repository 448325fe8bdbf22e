"""A report comes in; a data frame with the columns of findings.csv goes out, its text untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import Report
from factcheck.report.csv_tables import columns, finding_rows

if TYPE_CHECKING:
    import pandas


def dataframe(report: Report) -> pandas.DataFrame:
    """A row a finding, ranked. Nothing is guarded or cut, so the last column of findings.csv is left out."""
    import pandas

    names = [column.name for column in columns()["findings"]][:-1]
    return pandas.DataFrame(list(finding_rows(report)), columns=names)
