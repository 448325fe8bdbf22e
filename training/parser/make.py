"""Make the shipped parser: treebanks and entity sets in, a spaCy pipeline with its checksums out.

    python -m training.parser.make --data FOLDER --work FOLDER data
    python -m training.parser.make --data FOLDER --work FOLDER vectors
    python -m training.parser.make --data FOLDER --work FOLDER syntax --steps 3500 --schedule 6500
    python -m training.parser.make --data FOLDER --work FOLDER syntax-again --steps 1200
    python -m training.parser.make --data FOLDER --work FOLDER syntax-again --steps 5000
    python -m training.parser.make --data FOLDER --work FOLDER names --steps 2600
    python -m training.parser.make --data FOLDER --work FOLDER teacher
    python -m training.parser.make --data FOLDER --work FOLDER silver
    python -m training.parser.make --data FOLDER --work FOLDER names-again --steps 6000
    python -m training.parser.make --data FOLDER --work FOLDER assemble

The data folder holds ``treebanks/``, ``ner/``, ``nli/`` and ``time/`` as the model card names them; nothing
is fetched. "Again" goes on from the best weights so far; the teacher keeps each epoch and goes on after the
last one.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import load_config
from spacy.vectors import Vectors
from spacy.vocab import Vocab
from thinc.api import set_current_ops

import training.parser.augment
import training.parser.start
import training.parser.tokens  # noqa: F401  (all register what the configurations name)
from factcheck.models.parser import fast_ops
from training.parser import entities, lemmas, names_teacher, treebanks, vectors

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "factcheck" / "models" / "weights" / "parser"
SEED = 20
SILVER_GROUP = 2  # sentences of one document that the teacher marked
SILVER_PART = 2000  # sentences
SILVER_SENTENCES = 60_000  # at most
HEADLINES = 0.2  # share of single sentences that lose their full stop
EXCHANGED = 0.5  # share of the names that are exchanged in the second copy of a sentence
LAYERS = (2, 3)  # of the encoder, read for word vectors
DIMENSIONS = (40, 48)
MAX_VECTORS = 48_000
WORD = re.compile(r"^[a-z][a-z'’.-]*$")
STEPS = (
    "data",
    "vectors",
    "syntax",
    "syntax-again",
    "names",
    "teacher",
    "silver",
    "names-again",
    "assemble",
)
TEACHER_EPOCHS = 2
TREEBANKS = ("ewt", "gum_ccby")


def saved(docs: Iterable[Doc], target: Path) -> None:
    store = DocBin(store_user_data=False)
    count = 0
    for doc in docs:
        store.add(doc)
        count += len(doc)
    store.to_disk(target)
    print(f"{target.name}: {len(store)} documents, {count} tokens")


def silver(source: Path, work: Path, sentences: int) -> list[entities.Marked]:
    """Sentences of Wikipedia as the teacher marks them; each part is kept, and not marked a second time."""
    nlp = spacy.load(work / "syntax" / "model-best", exclude=["tok2vec", "tagger", "morphologizer", "parser"])
    model = names_teacher.teacher(source, work / "teacher", TEACHER_EPOCHS, SEED)
    folder = work / "silver"
    folder.mkdir(exist_ok=True)
    texts = list(names_teacher.free_text(source))[:sentences]
    marked: list[entities.Marked] = []
    for at in range(0, len(texts), SILVER_PART):
        part = folder / f"{at}.json"
        if not part.exists():
            found = list(names_teacher.marked_by(model, nlp, texts[at : at + SILVER_PART]))
            part.write_text(json.dumps(found), encoding="utf-8")
            print(f"{at + SILVER_PART} sentences", flush=True)
        marked += [
            (words, after, [(start, end, label) for start, end, label in names_])
            for words, after, names_ in json.loads(part.read_text(encoding="utf-8"))
        ]
    return marked


def gold_and_silver(source: Path, work: Path, sentences: int) -> None:
    """Write the corpus of the second round of names: the first one's, and what the teacher marked."""
    vocab = Vocab()
    marked = list(names_teacher.mended(silver(source, work, sentences)))
    again = entities.exchanged(marked, EXCHANGED, SEED)
    groups = (entities.documents(vocab, each, group=SILVER_GROUP) for each in (iter(marked), again))
    saved(chain(names(vocab, source), *groups), work / "names-again-train.spacy")


def thinned(docs: Iterable[Doc], step: int) -> Iterator[Doc]:
    """Every step-th document: enough to choose a checkpoint by."""
    return (doc for i, doc in enumerate(docs) if i % step == 0)


def names(vocab: Vocab, data: Path) -> Iterator[Doc]:
    """Every training document of the entity sets."""
    ner, gum = data / "ner", data / "treebanks" / "gum_ccby" / "train.conllu"
    sets = (
        entities.universal_ner(ner / "uner_ewt" / "en_ewt-ud-train.older.iob2"),
        entities.column_set(ner / "ner_wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"),
        entities.column_set(ner / "ner_wnut17" / "CONLL-format" / "data" / "train" / "wnut17train.conll"),
        entities.gum(gum),
    )
    marked = [list(each) for each in sets]
    again = entities.exchanged(chain.from_iterable(marked), EXCHANGED, SEED)
    return chain.from_iterable(entities.documents(vocab, iter(each)) for each in [*marked, again])


def data(source: Path, work: Path) -> None:
    """Write the four corpora that training reads."""
    vocab, banks = Vocab(), source / "treebanks"
    for part, headlines, step in (("train", HEADLINES, 1), ("dev", 0.0, 3)):
        docs = chain.from_iterable(
            treebanks.documents(vocab, banks / bank / f"{part}.conllu", SEED, headlines) for bank in TREEBANKS
        )
        saved(thinned(docs, step), work / f"syntax-{part}.spacy")
    saved(names(vocab, source), work / "names-train.spacy")
    dev = chain(
        entities.documents(vocab, entities.universal_ner(source / "ner" / "uner_ewt" / "en_ewt-ud-dev.iob2")),
        entities.documents(vocab, entities.gum(banks / "gum_ccby" / "dev.conllu")),
    )
    saved(thinned(dev, 2), work / "names-dev.spacy")


def vocabulary(source: Path, work: Path) -> list[str]:
    """Lower-case words of the training corpora, then the encoder's own, then frequent ones; sorted."""
    vocab = Vocab()
    seen: Counter[str] = Counter()
    for part in ("syntax", "names"):
        for doc in DocBin().from_disk(work / f"{part}-train.spacy").get_docs(vocab):
            seen.update(token.lower_ for token in doc)
    # a word seen once stays without a vector, so that training meets unknown words too
    known = [word for word, count in seen.items() if count > 1 and (WORD.match(word) or len(word) < 4)]
    own = (vectors.original() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    frequent: Counter[str] = Counter()
    with gzip.open(source / "nli" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            frequent.update(set(re.findall(r"[a-z]+", f"{pair['premise']} {pair['hypothesis']}".lower())))
    more = [word for word, _ in sorted(frequent.items(), key=lambda each: (-each[1], each[0]))]
    ordered = dict.fromkeys([*known, *(word for word in own if WORD.match(word)), *more])
    print(f"{len(known)} words of the corpora, {len(ordered)} in all")
    return sorted(list(ordered)[:MAX_VECTORS])


def word_vectors(source: Path, work: Path) -> None:
    words = vocabulary(source, work)
    shallow, deep = vectors.distilled(words, LAYERS)
    rows = np.hstack([vectors.reduced(shallow, DIMENSIONS[0]), vectors.reduced(deep, DIMENSIONS[1])])
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=rows, keys=words, attr="LOWER")
    nlp.to_disk(work / "vectors")
    print(f"vectors: {rows.shape}")


def fit(part: str, work: Path, steps: int, schedule: int, first: bool = True) -> None:
    """Train for ``steps``; the rate of learning would reach nothing after ``schedule`` steps.

    A later round goes on from the best weights so far, at half the first one's rate and with large batches;
    it reads a corpus of its own where there is one.
    """
    own = work / f"{part}-again-train.spacy"
    overrides: dict[str, Any] = {
        "paths.train": str(work / f"{part}-train.spacy" if first or not own.exists() else own),
        "paths.dev": str(work / f"{part}-dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": schedule,
    }
    if part == "names":
        overrides["paths.start"] = str(work / "syntax-finished" / "model-best")
    filled = work / f"{part}.cfg"
    fill_config(filled, HERE / f"{part}.cfg", silent=True)
    if not first:
        config = load_config(filled)
        finished = work / f"{part}-finished"
        best = (finished if finished.exists() else work / part) / "model-best"
        config["components"] = {name: {"source": str(best)} for name in config["components"]}
        config["initialize"]["after_init"] = None  # the recogniser keeps the features that it has by now
        config.to_disk(filled)
        overrides |= {
            "training.optimizer.learn_rate.initial_rate": 0.00075,
            "training.batcher.size.start": 1000,
        }
    set_current_ops(fast_ops())
    train(filled, work / (part if first else f"{part}-finished"), overrides=overrides)


def training_words(source: Path) -> Iterator[treebanks.Word]:
    for bank in TREEBANKS:
        for tree in treebanks.trees(source / "treebanks" / bank / "train.conllu"):
            yield from tree.words


def assemble(source: Path, work: Path, target: Path) -> None:
    """Join the two trained halves and the lemma tables, shrink them and write them with checksums."""
    nlp = spacy.load(work / "syntax-finished" / "model-best")
    other = spacy.load(work / "names-finished" / "model-best")
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lemmas.tables(training_words(source)))
    nlp.add_pipe("ner", source=other)
    nlp.meta.update(
        name="factcheck", version="1.0.0", description="see MODEL_CARD.md", license="CC BY-SA 4.0"
    )
    nlp.meta["performance"] = {}
    staged = work / "assembled"
    shutil.rmtree(staged, ignore_errors=True)
    shrink(nlp)
    nlp.to_disk(staged)
    forget_words(nlp, staged)
    forget_training(staged)
    publish(staged, target)


def shrink(nlp: Language) -> None:
    """Word vectors to 8 bits, each dimension on its own scale, which the layers that read them take over.

    Weights to 16 bits. The loader widens both again.
    """
    rows = nlp.vocab.vectors.data
    scale = np.abs(rows).max(0) / 127
    nlp.vocab.vectors.data = np.rint(rows / scale).astype(np.int8)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model else ():
            if layer.name == "static_vectors":
                layer.set_param("W", layer.get_param("W") * scale)
            for name in layer.param_names:
                layer.set_param(name, layer.get_param(name).astype(np.float16))


def forget_words(nlp: Language, folder: Path) -> None:
    """Keep the strings that labels and features need; words come back when they are met in a text."""
    needed = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, ())}
    path = folder / "vocab" / "strings.json"
    kept = {text for text in json.loads(path.read_text(encoding="utf-8")) if text in needed or "=" in text}
    path.write_text(json.dumps(sorted(kept | needed), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def forget_training(folder: Path) -> None:
    """Leave out of the configuration what names this machine's files or the training's own functions."""
    config = load_config(folder / "config.cfg")
    plain = spacy.blank("en").config
    for section in ("paths", "corpora", "training", "initialize"):
        config[section] = plain[section]
    config.to_disk(folder / "config.cfg")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta["spacy_version"] = ">=3.8,<3.9"  # spaCy itself writes the patch release that it was trained with
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def publish(staged: Path, target: Path) -> None:
    """Replace the shipped files, keep the card, and write the checksums."""
    card = (target / "MODEL_CARD.md").read_bytes() if (target / "MODEL_CARD.md").exists() else b""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(staged, target)
    sums = {
        path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(target.rglob("*"))
        if path.is_file()
    }
    (target / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
    if card:
        (target / "MODEL_CARD.md").write_bytes(card)
    print(f"{sum(path.stat().st_size for path in target.rglob('*') if path.is_file()):,} bytes in {target}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=7000)
    parser.add_argument("--schedule", type=int, help="steps after which the rate would be zero; --steps")
    parser.add_argument(
        "--sentences", type=int, default=SILVER_SENTENCES, help="that the teacher marks, at most"
    )
    parser.add_argument("--target", type=Path, default=SHIPPED)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    random.seed(SEED)
    if given.step == "data":
        data(given.data, given.work)
    elif given.step == "vectors":
        word_vectors(given.data, given.work)
    elif given.step == "teacher":
        names_teacher.teacher(given.data, given.work / "teacher", TEACHER_EPOCHS, SEED)
    elif given.step == "silver":
        gold_and_silver(given.data, given.work, given.sentences)
    elif given.step == "assemble":
        assemble(given.data, given.work, given.target)
    else:
        part, _, round_ = given.step.partition("-")
        fit(part, given.work, given.steps, given.schedule or given.steps, first=not round_)


if __name__ == "__main__":
    main()
