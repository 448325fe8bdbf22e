"""Why the program is silent on planted errors: the step at which each missed pair of passages is lost.

python -m benchmarks.missed FOLDER [--case ID] [--all]

FOLDER/ID/{source,faithful,drifted}.md and gold.json, as the labelled rewrites come. For each planted error
that no finding touches (with --all, for each) it prints both passages, their claims with their facts, whether
the claims were aligned, and which facts were paired; then every finding on the faithful rewrite.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import align, compare, models, pipeline
from factcheck.read import read_content
from factcheck.records import Alignment, AnalysedArticle, Article, Claim, Finding, Relation, Span
from factcheck.settings import Settings

FLAGGED = (Relation.CONTRADICTION, Relation.DRIFT)


class Pair:
    """Two versions of one story, analysed, aligned and compared."""

    def __init__(self, folder: Path, rewrite: str, settings: Settings) -> None:
        self.articles = [read(folder / name) for name in ("source.md", f"{rewrite}.md")]
        self.analysed = [pipeline.analyse(article, settings) for article in self.articles]
        self.aligned = align.alignments(
            self.analysed,
            models.encoder(settings.encoder).encode,
            min_cosine=settings.min_cosine,
            min_score=settings.min_link_score,
        )
        by_uri = {article.uri: article for article in self.articles}
        found, _ = compare.findings(folder.name, self.aligned, by_uri, compare.chosen())
        self.findings = [row for row in found if row.judgement.relation in FLAGGED]


def read(path: Path) -> Article:
    article = read_content(path.name, path.read_bytes())
    if not isinstance(article, Article):
        raise SystemExit(f"{path}: {article.detail}")
    return article


def place(article: Article, quote: str) -> Span | None:
    start = article.text.find(quote)
    return Span(start, start + len(quote)) if start >= 0 else None


def touches(finding: Finding, spans: Sequence[Span | None], uris: Sequence[str]) -> bool:
    """Whether the sentences of both its sides meet both passages."""
    sides = {side.uri: side.sentence for side in (finding.left, finding.right)}
    told = zip(spans, uris, strict=True)
    return all(span is not None and uri in sides and sides[uri].overlaps(span) for span, uri in told)


def shown(analysed: AnalysedArticle, span: Span | None) -> tuple[Claim, ...]:
    """The compared claims in the passage."""
    return tuple(
        claim
        for claim in analysed.claims
        if not claim.minimal and span is not None and any(part.overlaps(span) for part in claim.spans)
    )


def described(claim: Claim) -> Iterator[str]:
    said = f"  [said by {claim.attribution.speaker}]" if claim.attribution else ""
    yield f"    claim: {claim.text}{said}"
    yield "      " + "; ".join(f"{fact.kind}: {fact.value.label}" for fact in claim.facts)


def between(aligned: Sequence[Alignment], left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[str]:
    """The alignments of claims of both passages with the facts paired on them."""
    for row in aligned:
        if (row.left in left and row.right in right) or (row.left in right and row.right in left):
            yield f"    aligned {row.score:.2f} {row.matter} ({', '.join(row.why)})"
            yield f"      {row.left.text[:100]!r} / {row.right.text[:100]!r}"
            for pair in row.pairs:
                yield f"      pair {pair.left.value.label} / {pair.right.value.label} {pair.score:.2f}"


def report(folder: Path, settings: Settings, every: bool) -> Iterator[str]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    drifted = Pair(folder, "drifted", settings)
    for row in gold["drifted"]:
        source, rewrite = drifted.articles
        spans = [place(source, row["source_quote"]), place(rewrite, row["rewrite_quote"])]
        uris = [source.uri, rewrite.uri]
        hit = [finding for finding in drifted.findings if touches(finding, spans, uris)]
        if hit and not every:
            continue
        yield f"{'FOUND' if hit else 'MISSED'} {folder.name} {row['type']}/{row['severity']}: {row['why']}"
        yield f"  A {row['source_quote']!r}\n  B {row['rewrite_quote']!r}"
        yield from (f"    {f.judgement.relation} {f.kind}: {f.judgement.reason}" for f in hit)
        sides = [shown(one, span) for one, span in zip(drifted.analysed, spans, strict=True)]
        for claim in (*sides[0], *sides[1]):
            yield from described(claim)
        yield from list(between(drifted.aligned, *sides)) or ["    not aligned"]
    for finding in Pair(folder, "faithful", settings).findings:
        told = finding.judgement
        yield f"FALSE {folder.name}-faithful {told.relation} {finding.kind}: {told.reason}"
        yield f"  A {finding.left.sentence_text!r}\n  B {finding.right.sentence_text!r}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--case", default="")
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    for folder in sorted(path.parent for path in given.folder.glob("*/gold.json")):
        if given.case in ("", folder.name):
            for line in report(folder, Settings(), given.all):
                print(line)


if __name__ == "__main__":
    main()
