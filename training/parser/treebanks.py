"""CoNLL-U treebanks in, spaCy documents of one to eight sentences out, with tags, heads and relations."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

MAX_SENTENCES = 8  # a news paragraph, or a block of them
MAX_WORDS = 200


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` counts words of its sentence from 0, and is its own index for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str = ""
    space: bool = True


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence with the document and paragraph that it stands in."""

    words: tuple[Word, ...]
    paragraph: str
    text: str


def trees(path: Path) -> Iterator[Tree]:
    """Every sentence of a CoNLL-U file, in order."""
    document, paragraph, text, rows = "", 0, "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = line
        elif line.startswith(("# newpar id", "# newpar_block")) or line == "# newpar":
            paragraph += 1
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Tree(tuple(words(rows)), f"{document}/{paragraph}", text)
            rows = []


def words(rows: Sequence[Sequence[str]]) -> Iterator[Word]:
    """The words of one sentence; the parts of a contraction ("do", "n't") are written together."""
    together, last_space = 0, True
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            together = int(row[0].split("-")[1])
            last_space = "SpaceAfter=No" not in row[9]
            continue
        index = int(row[0]) - 1
        space = "SpaceAfter=No" not in row[9]
        if index + 1 <= together:
            space = last_space and index + 1 == together
        head = index if row[6] == "0" else int(row[6]) - 1
        label = "ROOT" if row[7] == "root" else row[7]  # spaCy reads a root by this spelling alone
        feats = "" if row[5] == "_" else row[5]
        yield Word(row[1], row[2], row[3], row[4], feats, head, label, row[9], space)


def paragraphs(sentences: Sequence[Tree], chance: random.Random) -> Iterator[tuple[Tree, ...]]:
    """Neighbouring sentences of one paragraph together, cut at a random length, as readers give them."""
    group: list[Tree] = []
    limit = chance.randint(1, MAX_SENTENCES)
    for tree in sentences:
        size = sum(len(each.words) for each in group) + len(tree.words)
        if group and (group[-1].paragraph != tree.paragraph or len(group) >= limit or size > MAX_WORDS):
            yield tuple(group)
            group, limit = [], chance.randint(1, MAX_SENTENCES)
        group.append(tree)
    if group:
        yield tuple(group)


def without_final_stop(tree: Tree) -> Tree:
    """The sentence as a headline would have it: without its last mark, where nothing hangs on it."""
    last = len(tree.words) - 1
    if last < 2 or tree.words[last].form != "." or any(word.head == last for word in tree.words):
        return tree
    return replace(tree, words=tree.words[:last])


def document(vocab: Vocab, group: Sequence[Tree]) -> Doc:
    """One spaCy document of these sentences; heads are indices of the document."""
    every = [word for tree in group for word in tree.words]
    starts: list[bool | int | None] = [i == 0 for tree in group for i in range(len(tree.words))]
    heads, offset = [], 0
    for tree in group:
        heads += [word.head + offset for word in tree.words]
        offset += len(tree.words)
    return Doc(
        vocab,
        words=[word.form for word in every],
        spaces=spaces(group),
        tags=[word.xpos for word in every],
        pos=[word.upos for word in every],
        morphs=[word.feats for word in every],
        lemmas=[word.lemma for word in every],
        heads=heads,
        deps=[word.deprel for word in every],
        sent_starts=starts,
    )


def spaces(group: Sequence[Tree]) -> list[bool]:
    """Whether a space follows each word; always between sentences, whose own line break was lost."""
    found: list[bool] = []
    for tree in group:
        own = [word.space for word in tree.words]
        found += [*own[:-1], True]
    return found


def documents(vocab: Vocab, path: Path, seed: int, headlines: float = 0.0) -> Iterator[Doc]:
    """The treebank as documents; of those with one sentence a share of ``headlines`` loses its full stop."""
    chance = random.Random(seed)  # noqa: S311
    for group in paragraphs(list(trees(path)), chance):
        bare = len(group) == 1 and chance.random() < headlines
        yield document(vocab, tuple(without_final_stop(tree) for tree in group) if bare else group)
