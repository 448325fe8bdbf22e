"""Make reports/example/ anew: the report of fixtures/, without the run record that holds a clock.

python -m benchmarks.example_report
"""

from __future__ import annotations

import shutil
from pathlib import Path

from factcheck import pipeline
from factcheck.report import render_all
from factcheck.settings import Settings

ROOT = Path(__file__).parents[1]


def main() -> None:
    made = render_all(pipeline.run([ROOT / "fixtures"], Settings()))
    target = ROOT / "reports" / "example"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, content in sorted(made.items()):
        (target / name).write_bytes(content)
        print(f"{len(content):9,} bytes  reports/example/{name}")


if __name__ == "__main__":
    main()
