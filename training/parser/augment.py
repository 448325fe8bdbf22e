"""Training examples in, the same ones as other newsrooms type them out: headline case, curly marks."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

CURLY = {"'": ("‘", "’"), '"': ("“", "”")}


def recased(example: Example, nlp: Language, change: Callable[[str], str]) -> Example:
    """The example with every word changed, each to one of the same length; itself where a length differs."""
    content = example.to_dict()
    words = content["token_annotation"]["ORTH"]
    changed = [change(word) for word in words]
    if any(len(old) != len(new) for old, new in zip(words, changed, strict=True)):
        return example
    content["token_annotation"]["ORTH"] = changed
    spaces = content["token_annotation"]["SPACY"]
    text = "".join(word + (" " if space else "") for word, space in zip(changed, spaces, strict=True))
    return example.from_dict(nlp.make_doc(text), content)


def curly() -> Callable[[str], str]:
    """A change that turns straight marks into curly ones, opening and closing by turns."""
    opens = {'"': True, "'": True}

    def change(word: str) -> str:
        if word in opens:
            first = opens[word]
            opens[word] = not first
            return CURLY[word][0 if first else 1]
        return word.replace("'", "’")

    return change


def title(word: str) -> str:
    return word[:1].upper() + word[1:] if len(word) > 3 else word


@registry.augmenters("factcheck.newsrooms.v1")  # type: ignore[untyped-decorator]
def create_newsrooms(
    lower: float, upper: float, headline: float, quotes: float, seed: int
) -> Callable[[Language, Example], Iterator[Example]]:
    """Yields one example for one; the four shares are those of examples that are changed in each way."""
    chance = random.Random(seed)  # noqa: S311

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        drawn = chance.random()
        has_quotes = any(mark in example.reference.text for mark in "'\"")
        if drawn < lower:
            yield recased(example, nlp, str.lower)
        elif drawn < lower + upper:
            yield recased(example, nlp, str.upper)
        elif drawn < lower + upper + headline:
            yield recased(example, nlp, title)
        elif has_quotes and chance.random() < quotes:
            yield recased(example, nlp, curly())
        else:
            yield example

    return augment
