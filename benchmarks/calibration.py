"""How far the confidence of a finding can be believed, on labelled rewrites.

python -m benchmarks.calibration FOLDER...

FOLDER/ID/{source,faithful,drifted}.md and gold.json. A finding on a drifted rewrite is right where it touches
a planted error, one on a faithful rewrite is wrong. Findings inside one article count too. Prints,
for all kinds and for each, a line a bin of confidence, and the expected calibration error: the mean distance
between the confidence said and the share that was right, each bin weighing what it holds.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.missed import Pair, place, touches
from factcheck.records import Finding
from factcheck.settings import Settings

BINS = 10
MIN_OF_A_KIND = 5  # findings; of fewer a kind's figures say nothing


@dataclass(frozen=True, slots=True)
class Answer:
    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    count: int
    said: float  # mean confidence
    right: float  # share


def answers(folder: Path) -> Iterator[Answer]:
    """Every finding on both rewrites of one case."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for rewrite in ("faithful", "drifted"):
        pair = Pair(folder, rewrite, Settings())
        planted = gold["drifted"] if rewrite == "drifted" else []
        for finding in pair.findings:
            right = any(_meets(pair, row, finding) for row in planted)
            yield Answer(str(finding.kind), finding.judgement.confidence, right)


def _meets(pair: Pair, row: dict[str, str], finding: Finding) -> bool:
    source, rewrite = pair.articles
    spans = [place(source, row["source_quote"]), place(rewrite, row["rewrite_quote"])]
    if finding.left.uri == finding.right.uri == rewrite.uri:
        told = spans[1]
        sides = (finding.left.sentence, finding.right.sentence)
        return row["type"] == "self" and told is not None and any(side.overlaps(told) for side in sides)
    return touches(finding, spans, [source.uri, rewrite.uri])


def bins(given: Sequence[Answer]) -> list[Bin]:
    """The bins of equal width that hold an answer, the lowest confidence first."""
    rows: dict[int, list[Answer]] = defaultdict(list)
    for answer in given:
        rows[min(int(answer.confidence * BINS), BINS - 1)].append(answer)
    return [
        Bin(len(row), sum(a.confidence for a in row) / len(row), sum(a.right for a in row) / len(row))
        for _, row in sorted(rows.items())
    ]


def expected_error(given: Sequence[Answer]) -> float:
    """0 where every bin's share of right answers is the confidence said; 0 for no answer."""
    return sum(row.count * abs(row.said - row.right) for row in bins(given)) / max(1, len(given))


def table(given: Sequence[Answer]) -> Iterator[str]:
    kinds = sorted({answer.kind for answer in given})
    for name in ("", *kinds):
        held = [answer for answer in given if name in ("", answer.kind)]
        if name and len(held) < MIN_OF_A_KIND:
            continue
        yield f"{name or 'all kinds'}: {len(held)} findings, expected error {expected_error(held):.3f}"
        yield from (f"  said {row.said:.2f}  right {row.right:.2f}  of {row.count}" for row in bins(held))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    cases = [
        path.parent for folder in parser.parse_args().folders for path in sorted(folder.glob("*/gold.json"))
    ]
    print(*table([answer for case in cases for answer in answers(case)]), sep="\n")


if __name__ == "__main__":
    main()
