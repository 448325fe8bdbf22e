"""Sentences in, unit vectors out: the shipped ONNX encoder, or any sentence-transformers model."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.errors import ModelError
from factcheck.protocols import Encoder, Vectors

DEFAULT_ENCODER = "all-MiniLM-L6-v2-int8"
MAX_TOKENS = 128  # a claim is one sentence at most; the original model reads 256
DIMENSIONS = 384


class OnnxEncoder:
    """The quantised all-MiniLM-L6-v2 that ships with the package; see weights/encoder/MODEL_CARD.md."""

    name = DEFAULT_ENCODER

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        if folder is None:
            with as_file(files("factcheck.models") / "weights" / "encoder") as shipped:
                folder = shipped
        self._folder = folder
        self._threads = threads

    @cached_property
    def _session(self) -> Any:  # onnxruntime ships no types
        import onnxruntime

        path = self._folder / "model.onnx"
        if not path.exists():
            raise ModelError(f"the encoder {path} is missing", "reinstall factcheck")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # texts run side by side, see encode
        options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:  # tokenizers ships no types
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, 384) float32, unit rows, in the order of ``texts``.

        Each text is run alone: dynamic quantisation reads the range of a whole batch, and a text's vector
        must not depend on what else is asked for. The rows of different texts run side by side instead.
        """
        session = self._session
        encodings = self._tokenizer.encode_batch([text or " " for text in texts])

        def row(ids: list[int]) -> Vectors:
            tokens = np.array([ids], dtype=np.int64)
            feed = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
            return np.asarray(session.run(None, feed)[0][0], dtype=np.float32)

        if not encodings:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        with ThreadPoolExecutor(self._threads or os.cpu_count() or 1) as pool:
            return np.stack(list(pool.map(row, (encoding.ids for encoding in encodings))))


class SentenceTransformerEncoder:
    """Any sentence-transformers model, on a GPU where there is one. Imports torch."""

    def __init__(self, name_or_path: str) -> None:
        self.name = name_or_path

    @cached_property
    def _model(self) -> Any:
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(self.name)
        except (OSError, ValueError) as error:
            hint = "give a folder that holds a sentence-transformers model, or the name of an installed one"
            raise ModelError(f"cannot load the encoder {self.name!r}: {error}", hint) from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, d) float32, unit rows, in the order of ``texts``."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def encoder(name_or_path: str = DEFAULT_ENCODER, threads: int | None = None) -> Encoder:
    """The shipped encoder for its own name, else a sentence-transformers model; nothing is loaded yet."""
    if name_or_path == DEFAULT_ENCODER:
        return OnnxEncoder(threads=threads)
    return SentenceTransformerEncoder(name_or_path)


def damaged(folder: Path) -> tuple[str, ...]:
    """The shipped files whose SHA-256 is not the one that ``checksums.json`` names."""
    wanted = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
    return tuple(
        name
        for name, digest in sorted(wanted.items())
        if not (folder / name).exists() or hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest
    )
