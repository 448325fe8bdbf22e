"""Marked sentences in, a fine-tuned sentence encoder out that finds names in plain sentences.

The encoder (all-MiniLM-L6-v2) is too slow to ship. It is the teacher: it marks many sentences for the small
recogniser to learn from. It reads words in lower case, so their capitals are told to it apart.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import AutoTokenizer, BertModel

from training.parser.entities import OTHER, UNKNOWN, Marked
from training.parser.vectors import original

KINDS = ("PERSON", "ORG", "LOC", OTHER)
TAGS = ("O", *(f"{begins}-{kind}" for kind in KINDS for begins in "BI"))
IGNORED = -100  # the tag of a word from which nothing is learned
SHAPES = ("lower", "title", "upper", "mixed", "none")
MAX_PIECES = 256
RATES = {"encoder": 1e-4, "new": 1e-3}
WARMUP = 0.1  # share of the steps
RECASED = 0.04  # share of the documents in capitals, of those in headline case and of those in lower case


class Teacher(nn.Module):
    """Scores of the tags, one row a word."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(original(), add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shapes.weight)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(TAGS))

    def forward(self, pieces: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        scores: Tensor = self.tags(self.drop(hidden[first]))
        return scores


def shape(word: str) -> int:
    if word.islower():
        return 0
    if word.istitle():
        return 1
    if word.isupper():
        return 2
    return 3 if any(letter.isalpha() for letter in word) else 4


def tags(words: Sequence[str], names: Iterable[tuple[int, int, str]]) -> list[int]:
    found = [0] * len(words)
    for start, end, label in names:
        for i in range(start, end):
            found[i] = IGNORED if label == UNKNOWN else TAGS.index(f"{'B' if i == start else 'I'}-{label}")
    return found


def visible(word: str) -> bool:
    """Whether the encoder's tokeniser leaves anything of the word: it drops control characters."""
    return any(unicodedata.category(letter)[0] not in "CMZ" and letter != "\ufffd" for letter in word)


class Reader:
    """Words in, what the encoder reads out."""

    def __init__(self) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(original())

    def batch(self, documents: Sequence[Sequence[str]]) -> tuple[tuple[Tensor, ...], list[int]]:
        """The encoder's input, and how many words of each document it holds: a long one is cut."""
        read = self.tokenizer(
            [[word if visible(word) else "-" for word in words] for words in documents],
            is_split_into_words=True,
            truncation=True,
            max_length=MAX_PIECES,
            padding=True,
            return_tensors="pt",
        )
        shapes = torch.full_like(read["input_ids"], len(SHAPES) - 1)
        first = torch.zeros_like(read["input_ids"], dtype=torch.bool)
        counts = []
        for row, words in enumerate(documents):
            last = -1
            for column, word in enumerate(read.word_ids(row)):
                if word is None:
                    continue
                shapes[row, column] = shape(words[word])
                first[row, column] = word != last
                last = word
            counts.append(last + 1)
        return (read["input_ids"], read["attention_mask"], shapes, first), counts


def merged(sentences: Sequence[Marked]) -> Marked:
    """Neighbouring sentences as one, for the context that they give each other."""
    words: list[str] = []
    after: list[bool] = []
    names: list[tuple[int, int, str]] = []
    for own_words, own_after, own_names in sentences:
        names += [(start + len(words), end + len(words), label) for start, end, label in own_names]
        words += own_words
        after += [*own_after[:-1], True]
    return words, after, names


def recased(words: Sequence[str], chance: random.Random) -> list[str]:
    drawn = chance.random() / RECASED
    if drawn < 1:
        return [word.upper() for word in words]
    if drawn < 2:
        return [word.capitalize() if word.islower() else word for word in words]
    return [word.lower() for word in words] if drawn < 2.5 else list(words)


def batches(documents: Sequence[Marked], words: int, chance: random.Random) -> Iterator[list[Marked]]:
    """Documents of about the same length together, up to so many words; in a random order."""
    order = sorted(range(len(documents)), key=lambda i: (len(documents[i][0]) + chance.random() * 8, i))
    groups: list[list[Marked]] = [[]]
    for i in order:
        if (len(groups[-1]) + 1) * len(documents[i][0]) > words and groups[-1]:
            groups.append([])
        groups[-1].append(documents[i])
    chance.shuffle(groups)
    yield from groups


def fitted(epochs: Sequence[Sequence[Marked]], folder: Path, seed: int, batch_words: int = 600) -> Teacher:
    """The teacher after these epochs, each given as its documents; goes on after those in ``folder``."""
    torch.manual_seed(seed)
    model, reader = Teacher(), Reader()
    new = [*model.shapes.parameters(), *model.tags.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "lr": RATES["encoder"]},
            {"params": new, "lr": RATES["new"]},
        ],
        weight_decay=0.01,
    )
    plans = [list(batches(docs, batch_words, random.Random(seed + i))) for i, docs in enumerate(epochs)]  # noqa: S311
    steps = sum(map(len, plans))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (WARMUP * steps), (steps - step) / (steps * (1 - WARMUP)))
    )
    begun = 0
    for number in range(len(plans), 0, -1):
        if (folder / f"epoch{number}.pt").exists():
            kept = torch.load(folder / f"epoch{number}.pt")
            model.load_state_dict(kept["model"])
            optimizer.load_state_dict(kept["optimizer"])
            schedule.load_state_dict(kept["schedule"])
            begun = number
            break
    for number in range(begun, len(plans)):
        one_epoch(model, reader, plans[number], optimizer, schedule, random.Random(seed + number))  # noqa: S311
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
            },
            folder / f"epoch{number + 1}.pt",
        )
    return model


def one_epoch(
    model: Teacher,
    reader: Reader,
    plan: Sequence[Sequence[Marked]],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    chance: random.Random,
) -> None:
    model.train()
    total = 0.0
    for step, batch in enumerate(plan, 1):
        documents = [recased(words, chance) for words, _, _ in batch]
        read, counts = reader.batch(documents)
        wanted = [
            tag
            for (words, _, names), count in zip(batch, counts, strict=True)
            for tag in tags(words, names)[:count]
        ]
        scores = model(*read)
        loss = nn.functional.cross_entropy(scores, torch.tensor(wanted), label_smoothing=0.02)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        if step % 50 == 0:
            print(f"step {step} of {len(plan)}, loss {total / 50:.4f}", flush=True)
            total = 0.0


def probabilities(
    model: Teacher, documents: Sequence[Sequence[str]], batch_words: int = 2400
) -> list[NDArray[np.float32]]:
    """For each document (words, tags) probabilities; a word beyond what the encoder holds is no name."""
    reader = Reader()
    model.train(False)
    found: list[NDArray[np.float32]] = [np.zeros((0, len(TAGS)), np.float32)] * len(documents)
    order = sorted(range(len(documents)), key=lambda i: (len(documents[i]), i))
    at = 0
    with torch.inference_mode():
        while at < len(order):
            end = at + 1
            while end < len(order) and (end + 1 - at) * len(documents[order[end]]) <= batch_words:
                end += 1
            group = order[at:end]
            read, counts = reader.batch([documents[i] for i in group])
            scores = model(*read).softmax(-1).numpy()
            row = 0
            for i, count in zip(group, counts, strict=True):
                own = np.zeros((len(documents[i]), len(TAGS)), np.float32)
                own[:, 0] = 1.0
                own[:count] = scores[row : row + count]
                found[i], row = own, row + count
            at = end
    return found


def decoded(rows: NDArray[np.float32]) -> list[tuple[int, int, str, float]]:
    """The likeliest names, OTHER among them, each with the lowest probability of its words' tags."""
    path = best_path(np.log(rows + 1e-9))
    found: list[tuple[int, int, str, float]] = []
    for i, tag in enumerate(path):
        begins, _, kind = TAGS[tag].partition("-")
        sure = float(rows[i, tag])
        if begins == "B":
            found.append((i, i + 1, kind, sure))
        elif begins == "I":
            start, _, _, least = found[-1]
            found[-1] = (start, i + 1, kind, min(least, sure))
    return found


def allowed() -> NDArray[np.float32]:
    """(tags, tags): 0 where the second may follow the first, else far below."""
    table = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for i, before in enumerate(TAGS):
        for j, tag in enumerate(TAGS):
            if tag.startswith("I-") and before[2:] != tag[2:]:
                table[i, j] = -1e6
    return table


FOLLOWS = allowed()


def best_path(scores: NDArray[np.float32]) -> list[int]:
    if not len(scores):
        return []
    best = scores[0] + FOLLOWS[0]
    back = []
    for row in scores[1:]:
        routes = best[:, None] + FOLLOWS
        back.append(routes.argmax(0))
        best = routes.max(0) + row
    path = [int(best.argmax())]
    for arrows in reversed(back):
        path.append(int(arrows[path[-1]]))
    return path[::-1]
