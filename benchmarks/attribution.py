"""Token F1 of content, source and cue of attributions: ``python -m benchmarks.attribution FOLDER``.

FOLDER holds ``text/*.txt`` and ``attributions/*.ann`` (brat) as PolNeAR has them (Newell, Margolin and
Ruths, 2018). A token counts for a role where any span of that role touches it. The attributions are
those that the claims carry, so what is said inside what another one says is left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from factcheck import models, split
from factcheck.protocols import Parser
from factcheck.records import Article, Block, BlockKind, Span

ROLES = ("content", "source", "cue")
ANNOTATION = re.compile(r"T\d+\t(Content|Source|Cue) ([\d ;]+)\t")
LINE = re.compile(r"[^\n]*\S[^\n]*")
TOKEN = re.compile(r"\w+")

Spans = dict[str, set[Span]]


def gold_spans(annotations: str) -> Spans:
    """The spans of each role in a brat file."""
    found: Spans = {role: set() for role in ROLES}
    for match in map(ANNOTATION.match, annotations.splitlines()):
        if match is not None:
            for piece in match[2].split(";"):
                start, end = piece.split()
                found[match[1].lower()].add(Span(int(start), int(end)))
    return found


def read_spans(text: str, parser: Parser) -> Spans:
    """The spans of each role in the claims of an article, one block a line."""
    blocks = tuple(Block(Span(*match.span()), BlockKind.PARAGRAPH) for match in LINE.finditer(text))
    article = Article("article.txt", text, blocks, "")
    found: Spans = {role: set() for role in ROLES}
    for claim in split.claims(article, split.parsed(article, split.sentences(article), parser)):
        if claim.attribution is not None:
            found["content"].update(claim.attribution.content)
            found["cue"].add(claim.attribution.cue)
            if claim.attribution.source is not None:
                found["source"].add(claim.attribution.source)
    return found


def touched(tokens: Iterable[Span], spans: Iterable[Span]) -> set[Span]:
    spans = tuple(spans)
    return {token for token in tokens if any(span.overlaps(token) for span in spans)}


def f1(shared: int, ours: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1, each from 0 to 1."""
    precision, recall = shared / max(ours, 1), shared / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def measured(folder: Path) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of every role over the folder's articles."""
    counts: Counter[tuple[str, str]] = Counter()
    parser = models.parser()
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        annotations = folder / "attributions" / f"{path.stem}.ann"
        gold, ours = gold_spans(annotations.read_text(encoding="utf-8")), read_spans(text, parser)
        tokens = [Span(*match.span()) for match in TOKEN.finditer(text)]
        for role in ROLES:
            pair = touched(tokens, ours[role]), touched(tokens, gold[role])
            counts[role, "shared"] += len(pair[0] & pair[1])
            counts[role, "ours"] += len(pair[0])
            counts[role, "gold"] += len(pair[1])
    return {role: f1(*(counts[role, what] for what in ("shared", "ours", "gold"))) for role in ROLES}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    for role, (precision, recall, score) in measured(arguments.parse_args().folder).items():
        print(f"{role:8} precision {precision:6.1%}  recall {recall:6.1%}  F1 {score:6.1%}")


if __name__ == "__main__":
    main()
