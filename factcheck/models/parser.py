"""Texts in, their words, heads and names out: the shipped English pipeline, or any other spaCy pipeline."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from factcheck.errors import ModelError
from factcheck.models.clear_labels import is_clear, universal
from factcheck.models.names_agree import agreed
from factcheck.records import Entity, Parse, Token

DEFAULT_PARSER = "factcheck-en"
TEXTS_AT_ONCE = 64  # speed only


class Parser:
    """A spaCy pipeline, loaded when the first text is parsed; see weights/parser/MODEL_CARD.md."""

    def __init__(self, name_or_path: str = DEFAULT_PARSER) -> None:
        self.name = name_or_path

    @cached_property
    def _pipeline(self) -> Any:  # spaCy's types are not checked here
        if self.name == DEFAULT_PARSER:
            with as_file(files("factcheck.models") / "weights" / "parser") as shipped, without_torch():
                return loaded(shipped)
        return loaded(self.name)

    def parse(self, texts: Sequence[str]) -> tuple[Parse, ...]:
        """One parse for each text, in their order; offsets count from the start of each text.

        The texts of one call are those of one article: their names are made to agree with each other.
        """
        pipeline = self._pipeline
        with self._threads.limit(limits=1, user_api="blas"):
            parses = [parsed(doc) for doc in pipeline.pipe(texts, batch_size=TEXTS_AT_ONCE)]
        return agreed(texts, [universal(parse) for parse in parses] if self._follows_clear else parses)

    @cached_property
    def _threads(self) -> Any:
        """These matrices are small: a second thread would only wait for the first."""
        from threadpoolctl import ThreadpoolController

        return ThreadpoolController()

    @cached_property
    def _follows_clear(self) -> bool:
        return self._pipeline.has_pipe("parser") and is_clear(self._pipeline.get_pipe("parser").labels)


def parser(name_or_path: str = DEFAULT_PARSER) -> Parser:
    """The shipped pipeline for its own name, else an installed spaCy pipeline's name or a pipeline's folder.

    Nothing is loaded yet: ModelError is raised by the first ``parse`` where it cannot be.
    """
    return Parser(name_or_path)


def loaded(name_or_path: str | Path) -> Any:
    """The spaCy pipeline, with its arithmetic on numpy; raises ModelError where there is none that loads."""
    if isinstance(name_or_path, Path) and not (name_or_path / "config.cfg").exists():
        raise ModelError(f"the parser {name_or_path} is missing", "reinstall factcheck")
    import spacy
    from thinc.api import get_current_ops, set_current_ops

    before = get_current_ops()
    set_current_ops(fast_ops())  # the layers keep the operations that they were made with
    try:
        pipeline = spacy.load(name_or_path)
    except (OSError, ValueError, ImportError) as error:
        hint = "give a folder that holds a spaCy pipeline, or the name of an installed one"
        raise ModelError(f"cannot load the parser {str(name_or_path)!r}: {error}", hint) from error
    finally:
        set_current_ops(before)
    widened(pipeline)
    return pipeline


@contextmanager
def without_torch() -> Iterator[None]:
    """spaCy imports PyTorch where it is installed, for a second; the shipped pipeline has no use for it."""
    hidden = "torch" not in sys.modules
    if hidden:
        sys.modules["torch"] = None  # type: ignore[assignment]  # the import system's own sign for "not there"
    try:
        yield
    finally:
        if hidden:
            del sys.modules["torch"]


def widened(pipeline: Any) -> None:
    """Weights and word vectors that were stored in fewer bits become 32 bits wide, to compute with."""
    import numpy as np

    vectors = pipeline.vocab.vectors
    if vectors.data.dtype in (np.int8, np.float16):
        vectors.data = vectors.data.astype(np.float32)
    for layer in layers(pipeline):
        for name in layer.param_names:
            if layer.has_param(name) and layer.get_param(name).dtype == np.float16:
                layer.set_param(name, layer.get_param(name).astype(np.float32))


def layers(pipeline: Any) -> Iterator[Any]:
    """Every layer of every component that has a thinc model."""
    for _, component in pipeline.pipeline:
        model: Any = getattr(component, "model", None)
        if hasattr(model, "walk"):
            yield from model.walk()


def fast_ops() -> Any:
    """thinc's operations with numpy's matrix product, which is two to three times as fast as its own."""
    import numpy as np
    from thinc.api import NumpyOps

    class MatmulOps(NumpyOps):  # type: ignore[misc]
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    return MatmulOps()


def parsed(doc: Any) -> Parse:
    """The records of one spaCy document."""
    kept = [token for token in doc if not token.is_space]
    index = {token.i: at for at, token in enumerate(kept)}
    return Parse(
        tuple(tokens(kept, index)),
        tuple(Entity(name.start_char, name.end_char, name.label_) for name in doc.ents),
    )


def tokens(kept: Sequence[Any], index: dict[int, int]) -> Iterator[Token]:
    """The records of these spaCy tokens; ``index`` maps a place in the document to one among them."""
    for at, token in enumerate(kept):
        head = index.get(above(token).i, at)
        yield Token(
            start=token.idx,
            end=token.idx + len(token.text),
            lemma=token.lemma_,
            upos=token.pos_,
            tag=token.tag_,
            morph=str(token.morph),
            head=head,
            dep="root" if head == at else token.dep_,
            sentence_start=at == 0 or opens_sentence(token, kept[at - 1]),
        )


def above(token: Any) -> Any:
    """The nearest token above that is not white space; a token that has none is given back itself."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return token if head.is_space else head


def opens_sentence(token: Any, previous: Any) -> bool:
    """Whether a sentence begins between two tokens, be it at white space that stands between them."""
    return any(token.doc[at].is_sent_start for at in range(previous.i + 1, token.i + 1))
