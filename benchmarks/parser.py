"""Measure a parser on public treebanks and newswire: heads, labels, tags, lemmas, sentences, names, speed.

python -m benchmarks.parser --data FOLDER [--parser NAME_OR_PATH] [--every N]

The data folder holds ``treebanks/`` and ``ner/`` as the parser's model card names them. Every figure but the
speed is a percentage. LAS is that of the CoNLL 2018 shared task (F1 over words, punctuation counts, subtypes
of relations do not); LAS+ counts subtypes too, LAS- leaves punctuation out. "raw" lets the pipeline find the
tokens of each sentence's text, "gold" gives it the treebank's tokens.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from factcheck.models.names_agree import agreed
from factcheck.models.parser import DEFAULT_PARSER, Parser, parsed
from factcheck.records import Parse
from training.parser import entities
from training.parser.treebanks import Tree, Word, paragraphs, trees

Reading = dict[
    tuple[int, int], tuple[tuple[int, int], str, Any]
]  # a word's span: its head's span, relation, word
Names = set[tuple[int, int, int, str]]  # text, start, end, label

TREEBANKS = {"PUD": "pud/test", "EWT test": "ewt/test", "GUM test": "gum_ccby/test"}
PLACES = {"GPE": "LOC", "Location": "LOC", "Organization": "ORG", "Person": "PERSON", "FAC": "LOC"}
SEED = 20  # of how sentences are put into paragraphs
ENDINGS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})  # after an apostrophe
INITIAL = re.compile(r"^[A-Z]$")
SCORED = ("PERSON", "ORG", "LOC")


def joined(words: Sequence[Word]) -> str:
    """The sentence's text as its words and spaces make it."""
    return "".join(word.form + (" " if word.space else "") for word in words).rstrip()


def gold_reading(words: Sequence[Word]) -> Reading:
    spans, at = [], 0
    for word in words:
        spans.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    return {
        span: (spans[word.head], word.deprel.lower(), word) for span, word in zip(spans, words, strict=True)
    }


def own_reading(doc: Doc) -> Reading:
    def span(token: Any) -> tuple[int, int]:
        return token.idx, token.idx + len(token)

    return {span(token): (span(token.head), token.dep_.lower(), token) for token in doc if not token.is_space}


def f1(hits: int, wanted: int, given: int) -> float:
    return 200.0 * hits / max(1, wanted + given)


Test = Callable[[tuple[Any, str, Any], tuple[Any, str, Any]], bool]  # gold, own
TESTS: dict[str, Test] = {
    "tokens": lambda gold, own: True,
    "UAS": lambda gold, own: gold[0] == own[0],
    "LAS": lambda gold, own: gold[0] == own[0] and gold[1].split(":")[0] == own[1].split(":")[0],
    "LAS+": lambda gold, own: gold[:2] == own[:2],
    "UPOS": lambda gold, own: gold[2].upos == own[2].pos_,
    "XPOS": lambda gold, own: gold[2].xpos == own[2].tag_,
    "feats": lambda gold, own: gold[2].feats == str(own[2].morph),
    "lemma": lambda gold, own: gold[2].lemma == own[2].lemma_,
}


def treebank_scores(pipeline: Any, sentences: Sequence[Tree], gold_tokens: bool) -> dict[str, float]:
    """F1 of each test over all words."""
    texts: Iterable[Any] = [joined(tree.words) for tree in sentences]
    if gold_tokens:
        texts = [
            Doc(
                pipeline.vocab,
                [word.form for word in tree.words],
                [*(w.space for w in tree.words[:-1]), False],
            )
            for tree in sentences
        ]
    hits, wanted, given, bare = dict.fromkeys(TESTS, 0), 0, 0, [0, 0, 0]
    for tree, doc in zip(sentences, pipeline.pipe(texts), strict=True):
        gold, own = gold_reading(tree.words), own_reading(doc)
        wanted, given = wanted + len(gold), given + len(own)
        for span in sorted(gold.keys() & own.keys()):
            for name, test in TESTS.items():
                hits[name] += test(gold[span], own[span])
            bare[0] += gold[span][2].upos != "PUNCT" and TESTS["LAS"](gold[span], own[span])
        bare[1] += sum(word.upos != "PUNCT" for word in tree.words)
        bare[2] += sum(word.pos_ != "PUNCT" for _, _, word in own.values())
    return {**{name: f1(hits[name], wanted, given) for name in TESTS}, "LAS-": f1(*bare)}


def sentence_score(pipeline: Any, sentences: Sequence[Tree]) -> float:
    """F1 of sentences, first to last code point, in paragraphs of up to eight."""
    hits = wanted = given = 0
    groups = list(paragraphs(sentences, random.Random(SEED)))  # noqa: S311
    texts = [" ".join(joined(tree.words) for tree in group) for group in groups]
    for group, doc in zip(groups, pipeline.pipe(texts), strict=True):
        gold, at = set(), 0
        for tree in group:
            length = len(joined(tree.words))
            gold.add((at, at + length))
            at += length + 1
        own = {(sent.start_char, sent.start_char + len(sent.text.rstrip())) for sent in doc.sents}
        hits, wanted, given = hits + len(gold & own), wanted + len(gold), given + len(own)
    return f1(hits, wanted, given)


def newswire(folder: Path, every: int) -> Iterator[list[tuple[str, list[tuple[int, int, str]]]]]:
    """Text and names of the paragraphs of every article, names with the labels of the set."""
    for path in sorted(folder.glob("*.tsv"))[::every]:
        rows = [*path.read_text(encoding="utf-8").splitlines()[1:], ""]  # the first line is the address
        article: list[tuple[str, list[tuple[int, int, str]]]] = []
        words: list[str] = []
        tags: list[str] = []
        for row in rows:
            cells = row.split("\t")
            if len(cells) > 1 and cells[0]:
                words.append(cells[0])
                tags.append(cells[1])
            elif words:
                article.append(paragraph(words, tags))
                words, tags = [], []
        yield article


def paragraph(words: Sequence[str], tags: Sequence[str]) -> tuple[str, list[tuple[int, int, str]]]:
    text, names, kind = "", [], ""
    for word, tag, space in zip(words, tags, newswire_spaces(words), strict=True):
        start, text = len(text), text + word
        begins, _, label = tag.partition("-")
        if label and (begins == "B" or label != kind):
            names.append((start, len(text), label))
        elif label:
            names[-1] = (names[-1][0], len(text), label)
        kind = label
        text += " " if space else ""
    return text, names


def newswire_spaces(words: Sequence[str]) -> list[bool]:
    """Where a space most likely stood: this set also cuts at hyphens, apostrophes and between initials."""
    after = entities.guessed_spaces(words)
    for i in range(1, len(words) - 1):
        left, mark, right = words[i - 1], words[i], words[i + 1]
        within = mark in "-/" and left[-1].isalnum() and right[0].isalnum()
        genitive = mark in "'’" and left[-1].isalnum() and right.lower() in ENDINGS
        initials = mark == "." == words[min(i + 2, len(words) - 1)]
        if within or genitive:
            after[i - 1] = after[i] = False
        elif initials and INITIAL.match(left) and INITIAL.match(right):
            after[i] = False
    return after


def name_scores(reader: Parser, data: Path, every: int) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of exact names: each kind, all, all with facilities as places.

    Last all as they are before the names of an article are made to agree.
    """
    alone: Names = set()
    given: Names = set()
    wanted: Names = set()
    facilities: Names = set()
    number = 0
    for article in newswire(data / "ner" / "en_worldwide_newswire" / "processed_annotated", every):
        texts = [text for text, _ in article]
        parses = [parsed(doc) for doc in reader._pipeline.pipe(texts)]
        for before, parse, (_, names) in zip(parses, agreed(texts, parses), article, strict=True):
            number += 1
            wanted |= {(number, start, end, PLACES.get(label, label)) for start, end, label in names}
            facilities |= {(number, start, end, "LOC") for start, end, label in names if label == "Facility"}
            given |= found_names(number, parse)
            alone |= found_names(number, before)
    wanted = {name for name in wanted if name[3] in SCORED}
    rows = {kind: agreement(of(wanted, kind), of(given, kind)) for kind in SCORED}
    return {
        **rows,
        "all": agreement(wanted, given),
        "all, facilities as LOC": agreement(wanted | facilities, given),
        "all, each text alone": agreement(wanted, alone),
    }


def found_names(number: int, parse: Parse) -> Names:
    labelled = ((name, PLACES.get(name.label, name.label)) for name in parse.entities)
    return {(number, name.start, name.end, label) for name, label in labelled if label in SCORED}


def of(names: Names, kind: str) -> Names:
    return {name for name in names if name[3] == kind}


def agreement(wanted: Names, given: Names) -> tuple[float, float, float]:
    hits = len(wanted & given)
    return (
        100 * hits / max(1, len(given)),
        100 * hits / max(1, len(wanted)),
        f1(hits, len(wanted), len(given)),
    )


def words_a_second(reader: Parser, texts: Sequence[str], rounds: int = 3) -> float:
    """Words of the fastest of some rounds, records included."""
    best = 0.0
    for _ in range(rounds):
        begun = time.perf_counter()
        count = sum(len(parse.tokens) for parse in reader.parse(texts))
        best = max(best, count / (time.perf_counter() - begun))
    return best


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--parser", default=DEFAULT_PARSER)
    options.add_argument("--every", type=int, default=1, help="read every N-th newswire article only")
    given = options.parse_args()
    reader = Parser(given.parser)
    pipeline = reader._pipeline  # measures on spaCy's documents, to give gold tokens
    banks = {
        name: list(trees(given.data / "treebanks" / f"{path}.conllu")) for name, path in TREEBANKS.items()
    }
    for name, sentences in banks.items():
        for gold_tokens in (False, True):
            scores = treebank_scores(pipeline, sentences, gold_tokens)
            figures = "  ".join(f"{test} {score:.2f}" for test, score in scores.items())
            print(f"{name:9} {'gold' if gold_tokens else 'raw ':4}  {figures}", flush=True)
        print(f"{name:9} sentences {sentence_score(pipeline, sentences):.2f}", flush=True)
    for name, (precision, recall, score) in name_scores(reader, given.data, given.every).items():
        print(f"names {name:22}  P {precision:.2f}  R {recall:.2f}  F1 {score:.2f}", flush=True)
    texts = [
        " ".join(joined(tree.words) for tree in group)
        for group in paragraphs(banks["PUD"], random.Random(SEED))  # noqa: S311
    ]
    print(f"{words_a_second(reader, texts):,.0f} words a second", flush=True)


if __name__ == "__main__":
    main()
