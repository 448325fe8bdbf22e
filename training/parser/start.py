"""A trained pipeline's folder in, a callback out: a recogniser of names starts from its word features."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import registry


@registry.callbacks("factcheck.start.v1")  # type: ignore[untyped-decorator]
def create_start(folder: str) -> Callable[[Language], Language]:
    def change(nlp: Language) -> Language:
        trained: Any = spacy.load(folder).get_pipe("tok2vec")
        recogniser: Any = nlp.get_pipe("ner")
        own = recogniser.model.get_ref("tok2vec").layers[0]
        for ours, theirs in zip(own.walk(), trained.model.walk(), strict=True):
            for name in theirs.param_names:
                ours.set_param(name, theirs.get_param(name).copy())
        return nlp

    return change
