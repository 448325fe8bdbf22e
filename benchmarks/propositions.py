"""Measure how articles are split into propositions, on sentences whose propositions are known.

python -m benchmarks.propositions FILE.jsonl

The measure is that of PropSegmEnt (Chen et al. 2023): each proposition is a set of tokens; claims and
propositions of a sentence are matched one to one so that most pairs match, where a match is a Jaccard
similarity of at least 0.8 (and, beside it, equality). A compound, which smaller claims tell in full, is not
listed and does not count. A row of the file holds ``sentence``, ``tokens`` and
``propositions``, each a list of token indices; marks do not count. The last lines say of the fuller and the
minimal claims how many there are and how many of them match.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import networkx as nx

from factcheck import pipeline
from factcheck.records import Article, Block, BlockKind, Claim, Span
from factcheck.settings import Settings

NEAR = 0.8
Tokens = frozenset[int]


class Row(NamedTuple):
    """A sentence, the spans of its tokens that are words, and its propositions as sets of these."""

    sentence: str
    words: dict[int, Span]
    propositions: tuple[Tokens, ...]


def rows(path: Path) -> Iterable[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            words = _words(row["sentence"], row["tokens"])
            known = (frozenset(i for i in told if i in words) for told in row["propositions"])
            yield Row(row["sentence"], words, tuple(known))


def _words(sentence: str, tokens: Sequence[str]) -> dict[int, Span]:
    found, at = {}, 0
    for i, token in enumerate(tokens):
        start = sentence.find(token, at)
        if start >= 0:
            at = start + len(token)
            if any(map(str.isalnum, token)):
                found[i] = Span(start, at)
    return found


def claims(sentence: str) -> tuple[Claim, ...]:
    block = Block(Span(0, len(sentence)), BlockKind.PARAGRAPH)
    article = Article(uri="sentence.txt", text=sentence, blocks=(block,), outlet="sentence")
    return pipeline.analyse(article, Settings()).claims


def held(claim: Claim, words: dict[int, Span]) -> Tokens:
    return frozenset(i for i, word in words.items() if any(word.overlaps(span) for span in claim.spans))


def matched(own: Sequence[Tokens], known: Sequence[Tokens], least: float) -> dict[int, int]:
    """A largest one-to-one matching: for each matched claim the proposition it meets, by their indices."""
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    left = [("own", i) for i in range(len(own))]
    graph.add_nodes_from(left)
    for i, words in enumerate(own):
        for j, others in enumerate(known):
            if others and len(words & others) >= least * len(words | others):
                graph.add_edge(("own", i), ("known", j))
    found = nx.bipartite.hopcroft_karp_matching(graph, left)
    return {i: found[side, i][1] for side, i in left if (side, i) in found}


def scores(hits: int, given: int, wanted: int) -> str:
    precision, recall = 100 * hits / max(1, given), 100 * hits / max(1, wanted)
    return f"P {precision:.1f}  R {recall:.1f}  F1 {200 * hits / max(1, given + wanted):.1f}"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("file", type=Path)
    given = options.parse_args()
    total: Counter[str] = Counter()
    made: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for row in rows(given.file):
        own: dict[Tokens, str] = {}
        for claim in claims(row.sentence):
            if claim.compound:
                continue
            own.setdefault(held(claim, row.words), "minimal" if claim.minimal else "fuller")
        own.pop(frozenset(), None)
        near = matched(list(own), row.propositions, NEAR)
        total["near"] += len(near)
        total["same"] += len(matched(list(own), row.propositions, 1.0))
        total["given"] += len(own)
        total["wanted"] += len(row.propositions)
        for i, level in enumerate(own.values()):
            made[level] += 1
            met[level] += i in near
    print(f"Jaccard >= {NEAR}  {scores(total['near'], total['given'], total['wanted'])}")
    print(f"exact           {scores(total['same'], total['given'], total['wanted'])}")
    for level, count in made.most_common():
        print(f"{level:15} {count} claims, {100 * met[level] / count:.1f} % match")


if __name__ == "__main__":
    main()
