"""Data folder in, the trained teacher of names and the sentences that it marks out."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from spacy.language import Language

from factcheck.models.names_agree import whole
from training.parser import entities
from training.parser.entities import Marked
from training.parser.teacher import Teacher, decoded, fitted, merged, probabilities

NAMELESS = 0.25  # share of the documents without a name that an epoch reads
TWEETS = 0.5  # share of the WNUT documents that an epoch reads: they are unlike news
EXCHANGED = 0.4  # share of the names that are exchanged for others of their kind
MAX_GROUP = 4  # sentences of one document
WIKIPEDIA = ("vitaminc", "fever", "conjnli", "fm2")  # sources of sentence pairs that hold its sentences
CAPITALS = re.compile(r" [A-Z]")
MIN_CAPITALS = 2
MAX_LETTERS = 400
MIN_SURE = 0.7  # probability of a word's tag; below, nothing is learned from the word
MAX_DOUBTED = 3  # words outside names that the teacher doubts, in a sentence that is kept
BRACKETS = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
    "--": "–",
}


def sets(data: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Each entity set that may train, as its name and its sentences in order."""
    ner = data / "ner"
    yield "uner_ewt", list(entities.universal_ner(ner / "uner_ewt" / "en_ewt-ud-train.older.iob2"))
    wikigold = ner / "ner_wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    yield "wikigold", list(entities.column_set(wikigold))
    wnut = ner / "ner_wnut17" / "CONLL-format" / "data" / "train" / "wnut17train.conll"
    yield "wnut", list(entities.column_set(wnut))
    yield "gum", list(entities.gum(data / "treebanks" / "gum_ccby" / "train.conllu"))
    articles = sorted((data / "time" / "meantime").glob("corpus_*/*.xml"))
    yield "meantime", list(chain.from_iterable(entities.meantime(path) for path in articles))


def grouped(sentences: Sequence[Marked], chance: random.Random) -> Iterator[Marked]:
    at = 0
    while at < len(sentences):
        size = chance.randint(1, MAX_GROUP)
        yield merged(sentences[at : at + size])
        at += size


def epoch(every: Sequence[tuple[str, Sequence[Marked]]], seed: int) -> list[Marked]:
    """The documents of one epoch: cut anew, some names exchanged anew, some of the dull ones left out."""
    chance = random.Random(seed)  # noqa: S311
    documents = []
    for name, sentences in every:
        for document in grouped(sentences, chance):
            share = TWEETS if name == "wnut" else 1.0
            if not any(label in entities.KINDS for _, _, label in document[2]):
                share *= NAMELESS
            if chance.random() < share:
                documents.append(document)
    pool = entities.pools(documents)
    return [entities.with_names(*document, pool, EXCHANGED, chance) for document in documents]


def teacher(data: Path, work: Path, epochs: int, seed: int) -> Teacher:
    """The trained teacher; its epochs are kept in ``work``, so that a later call goes on from there."""
    every = list(sets(data))
    work.mkdir(parents=True, exist_ok=True)
    return fitted([epoch(every, seed + i) for i in range(epochs)], work, seed)


def free_text(data: Path) -> Iterator[str]:
    """Distinct sentences of Wikipedia that hold more than one capital inside, in an order of their own."""
    kept: dict[str, None] = {}
    with gzip.open(data / "nli" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            if pair["source"].startswith(WIKIPEDIA):
                kept |= dict.fromkeys(plain_text(pair[side]) for side in ("premise", "hypothesis"))
    chosen = [
        text for text in kept if len(CAPITALS.findall(text)) >= MIN_CAPITALS and len(text) < MAX_LETTERS
    ]
    random.Random(0).shuffle(chosen)  # noqa: S311
    yield from chosen


def plain_text(tokenised: str) -> str:
    """A sentence that was written with a space before every mark, as people write."""
    text = tokenised
    for mark, meant in BRACKETS.items():
        text = text.replace(mark, meant)
    if " ." not in text and " ," not in text:
        return text
    words = text.split()
    after = entities.guessed_spaces(words)
    return "".join(word + (" " if space else "") for word, space in zip(words, after, strict=True)).strip()


def mended(marked: Iterable[Marked]) -> Iterator[Marked]:
    """The sentences with hyphenated words whole in their names, and titles left outside."""
    for words, after, names in marked:
        whole_names = []
        for start, end, label in names:
            hyphens = label in ("PERSON", "ORG")
            whole_names.append((start, whole(words, after, end, label) if hyphens else end, label))
        free = entities.longest([name for name in whole_names if name[2] != entities.UNKNOWN])
        inside = {i for start, end, _ in free for i in range(start, end)}
        doubted = [name for name in whole_names if name[2] == entities.UNKNOWN and name[0] not in inside]
        yield words, after, sorted([*entities.without_titles(words, free), *doubted])


def marked_by(model: Teacher, nlp: Language, texts: Sequence[str]) -> Iterator[Marked]:
    """The texts with the names that the teacher finds; words that it is unsure of are left open."""
    docs = [nlp.make_doc(text) for text in texts]
    words = [[token.text for token in doc] for doc in docs]
    for own, doc, rows in zip(words, docs, probabilities(model, words), strict=True):
        names = []
        for start, end, label, sure in decoded(rows):
            if sure >= MIN_SURE:
                names.append((start, end, label))
            else:
                names += [(i, i + 1, entities.UNKNOWN) for i in range(start, end)]
        inside = {i for start, end, _ in names for i in range(start, end)}
        doubted = [i for i in range(len(own)) if i not in inside and rows[i, 0] < MIN_SURE]
        if len(doubted) <= MAX_DOUBTED:
            names += [(i, i + 1, entities.UNKNOWN) for i in doubted]
            yield own, [bool(token.whitespace_) for token in doc], sorted(names)
