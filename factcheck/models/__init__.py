"""Model names in, loaded models out. The only room that imports onnxruntime, tokenizers, spacy or torch."""

from factcheck.models.encoder import DEFAULT_ENCODER, encoder

__all__ = ["DEFAULT_ENCODER", "encoder"]
