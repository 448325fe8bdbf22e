"""Model names in, loaded models out. The only room that imports onnxruntime, tokenizers, spacy or torch."""

from factcheck.models.encoder import DEFAULT_ENCODER, encoder
from factcheck.models.parser import DEFAULT_PARSER, parser

__all__ = ["DEFAULT_ENCODER", "DEFAULT_PARSER", "encoder", "parser"]
