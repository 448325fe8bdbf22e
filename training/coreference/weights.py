"""GUM's coreference groups in, the weights of the clues for pronouns out: a softmax over candidates.

python -m training.coreference.weights --data FOLDER

The folder holds ``treebanks/gum_ccby/train.conllu``. Sentences are those of the treebank, their parse is that
of the shipped parser. The weights are written to factcheck/split/data/reference_weights.csv.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck import split
from factcheck.models.parser import Parser
from factcheck.records import Article, Block, BlockKind, Sentence, Span
from factcheck.split.mentions import Mention, mentions
from factcheck.split.names_joined import Referent
from factcheck.split.references import Candidate, resolved

GENRES = ("news", "interview", "bio", "voyage", "textbook", "speech")
OTHER_GENRE_WEIGHT = 0.4  # what a pronoun outside news, interview and bio counts in training
PARTS = re.compile(r"\((?P<opened>[^()]+)(?P<alone>\))?|(?P<closed>[^()]+)\)")
KINDS = {"he": "he", "she": "he", "it": "it", "they": "they"}
PENALTY = 0.006  # of squared weights
STEPS, RATE = 600, 0.5
WEIGHTS = Path(__file__).parents[2] / "factcheck" / "split" / "data" / "reference_weights.csv"
Fold = list[
    tuple[float, list[tuple[str, ...]], int]
]  # what it counts, clues of each candidate, the right one


@dataclass(frozen=True)
class Gold:
    """A mention of the treebank; ``heads`` are its head word and the names that are flat on it."""

    span: Span
    group: str
    heads: tuple[Span, ...]
    tag: str
    label: str


@dataclass(frozen=True)
class Document:
    name: str
    genre: str
    article: Article
    sentences: tuple[Sentence, ...]
    golds: tuple[Gold, ...]

    def gold(self, span: Span) -> Gold | None:
        """The gold mention that this span best covers, among those whose head word it holds."""
        fitting = [one for one in self.golds if any(span.contains(head) for head in one.heads)]
        if not fitting:  # "news agency Norvik (NV)": the smallest mention that the name ends
            tails = (span.end, span.end + 1)
            around = [one for one in self.golds if one.span.contains(span) and one.span.end in tails]
            return min(around, key=lambda one: (one.span.end - one.span.start, one.span), default=None)
        return max(fitting, key=lambda one: (_shared(one.span, span), one.span))


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def documents(path: Path, reader: Parser) -> Iterator[Document]:
    """Every document of the file, one block a paragraph, headings told from the treebank's own marks."""
    for part in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        genre = re.search(r"# meta::genre = (\w+)", part)
        yield _document(part.split("\n", 1)[0], genre[1] if genre else "", part, reader)


def _document(name: str, genre: str, part: str, reader: Parser) -> Document:
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    golds: list[Gold] = []
    text, kind, fresh = "", BlockKind.PARAGRAPH, True
    open_mentions: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for chunk in part.split("\n\n"):
        for line in chunk.splitlines():
            if line.startswith("# newpar_block"):
                kind = BlockKind.HEADING if "= head" in line else BlockKind.PARAGRAPH
            fresh = fresh or line.startswith("# newpar")
        rows = [line.split("\t") for line in chunk.splitlines() if line and line[0].isdigit()]
        if not rows:
            continue
        text += ("\n" if fresh else " ") if text else ""
        start = len(text)
        spans, text = _words(rows, text)
        golds.extend(_golds(rows, spans, open_mentions))
        if fresh:
            blocks.append(Block(Span(start, len(text)), kind))
        else:
            blocks[-1] = replace(blocks[-1], span=Span(blocks[-1].span.start, len(text)))
        sentences.append(Sentence(Span(start, len(text)), len(sentences), kind, len(blocks) - 1))
        fresh = False
    article = Article(name, text, tuple(blocks), name)
    return Document(name, genre, article, split.parsed(article, sentences, reader), tuple(golds))


def _words(rows: Sequence[Sequence[str]], text: str) -> tuple[dict[str, Span], str]:
    """The span of every word, and the text with them; the parts of a contraction are written together."""
    spans: dict[str, Span] = {}
    together, last_space = 0, True
    for row in rows:
        if "." in row[0]:
            continue
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            together, last_space = int(row[0].split("-")[1]), space
            continue
        if int(row[0]) <= together:
            space = last_space and int(row[0]) == together
        spans[row[0]] = Span(len(text), len(text) + len(row[1]))
        text += row[1] + (" " if space else "")
    return spans, text.rstrip()


def _golds(
    rows: Sequence[Sequence[str]], spans: dict[str, Span], opened: dict[str, list[tuple[int, str]]]
) -> Iterator[Gold]:
    """The mentions of one sentence; ``(3-person-new-...`` opens one and ``3)`` closes it."""
    at = [i for i, row in enumerate(rows) if row[0] in spans]
    for i in at:
        for one in rows[i][9].split("|"):
            if not one.startswith("Entity="):
                continue
            for match in PARTS.finditer(one.removeprefix("Entity=")):
                if match["opened"]:
                    group, _, rest = match["opened"].partition("-")
                    if match["alone"]:
                        yield _gold(rows, spans, i, i, group, rest)
                    else:
                        opened[group].append((i, rest))
                elif opened.get(match["closed"].split("-")[0]):
                    group = match["closed"].split("-")[0]
                    first, rest = opened[group].pop()
                    yield _gold(rows, spans, first, i, group, rest)


def _gold(
    rows: Sequence[Sequence[str]], spans: dict[str, Span], first: int, last: int, group: str, rest: str
) -> Gold:
    ids = {rows[i][0] for i in range(first, last + 1) if rows[i][0] in spans}
    heads = [rows[i] for i in range(first, last + 1) if rows[i][0] in ids and rows[i][6] not in ids]
    head = heads[0] if heads else rows[first]
    span = Span(spans[rows[first][0]].start, spans[rows[last][0]].end)
    flat = [row[0] for row in rows if row[0] in ids and row[6] == head[0] and row[7] in ("flat", "nmod:desc")]
    return Gold(span, group, tuple(spans[i] for i in (head[0], *flat)), head[4], rest.partition("-")[0])


# ---------------------------------------------------------------------------- fitting


def examples(document: Document, folds: dict[str, Fold]) -> None:
    """Adds every pronoun of the document with its candidates' clues; gold groups say which one is right."""
    weight = 1.0 if document.genre in GENRES[:3] else OTHER_GENRE_WEIGHT

    def choose(pronoun: Mention, among: Sequence[Candidate]) -> tuple[Referent | None, float]:
        gold = document.gold(pronoun.span)
        right = -1
        for i, (referent, _) in enumerate(among):
            near = document.gold(referent.mentions[-1].span)
            if gold is not None and near is not None and near.group == gold.group:
                right = i
                break
        if among:
            folds[KINDS[pronoun.text]].append((weight, [clues for _, clues in among], right))
        return (among[right][0], 1.0) if right >= 0 else (None, 0.0)

    for _ in resolved(document.article.text, mentions(document.article, document.sentences), choose):
        pass


def fitted(fold: Fold, names: Sequence[str]) -> NDArray[np.float64]:
    """A weight for every clue by gradient steps; the last candidate of each row is "nobody"."""
    place = {name: i for i, name in enumerate(names)}
    most = max(len(row) for _, row, _ in fold) + 1
    x = np.zeros((len(fold), most, len(names)))
    open_ = np.zeros((len(fold), most), dtype=bool)
    right = np.zeros((len(fold), most))
    counts = np.array([weight for weight, _, _ in fold])
    for n, (_, row, answer) in enumerate(fold):
        for i, clues in enumerate(row):
            x[n, i, [place[clue] for clue in clues if clue in place]] = 1
        x[n, len(row), place["nobody"]] = 1
        open_[n, : len(row) + 1] = True
        right[n, answer if answer >= 0 else len(row)] = 1
    w = np.zeros(len(names))
    step = np.zeros_like(w)
    for _ in range(STEPS):
        scores = np.where(open_, x @ w, -np.inf)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = np.einsum("n,nc,ncf->f", counts, right - shares, x) / counts.sum() - PENALTY * w / 4
        step = 0.9 * step + RATE * slope
        w += step
    return w


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    given = options.parse_args()
    folds: dict[str, Fold] = {"he": [], "it": [], "they": []}
    for document in documents(given.data / "treebanks" / "gum_ccby" / "train.conllu", Parser()):
        if document.genre in GENRES:
            examples(document, folds)
    write(folds)


def write(folds: dict[str, Fold]) -> None:
    clues = {clue for fold in folds.values() for _, row, _ in fold for one in row for clue in one}
    names = sorted(clues | {"nobody"})
    columns = {kind: fitted(fold, names) for kind, fold in folds.items()}
    lines = ["clue,he,it,they"]
    for i, name in enumerate(names):
        lines.append(",".join([name, *(f"{columns[kind][i]:.2f}" for kind in ("he", "it", "they"))]))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for kind, fold in folds.items():
        print(kind, len(fold), "pronouns,", sum(answer >= 0 for _, _, answer in fold), "with a candidate")


if __name__ == "__main__":
    main()
