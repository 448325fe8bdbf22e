"""spaCy's English tokeniser in, the same one a step closer to the treebanks' tokens out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import compile_prefix_regex, compile_suffix_regex, registry

RUNS = (r"[!?]{2,}", r"\*{2,}", r"_{2,}", r"={2,}", r"-{2,}", r"~{2,}")  # one mark, however often repeated
PREFIXES = Path(__file__).parent / "hyphenated.txt"


def bound_prefix() -> str:
    """A pattern of words such as "co-founder", whose first part is no word of its own."""
    return rf"^(?:{'|'.join(PREFIXES.read_text(encoding='utf-8').split())})-[A-Za-z]+$"


@registry.callbacks("factcheck.tokens.v1")  # type: ignore[untyped-decorator]
def create_tokens() -> Callable[[Language], Language]:
    def change(nlp: Language) -> Language:
        tokenizer: Any = nlp.tokenizer
        defaults: Any = nlp.Defaults
        tokenizer.prefix_search = compile_prefix_regex([*RUNS, *defaults.prefixes]).search
        tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, *RUNS]).search
        tokenizer.token_match = re.compile(bound_prefix(), re.IGNORECASE).match
        return nlp

    return change
