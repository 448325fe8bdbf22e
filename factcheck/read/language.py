"""A text comes in; the language it is in goes out, English where it is too short to tell."""

from __future__ import annotations

import re
from functools import cache

from factcheck.read import cues

_WORD = re.compile(r"[^\W\d_]+")

LEAST_LETTERS = 200
LOOKED_AT = 20_000
LEAST_ENGLISH_SHARE = 0.18
LEAST_SHARE_WITH_ARTICLE = 0.06


def language(text: str) -> str:
    """The ISO 639-1 code of the text's language; "en" below 200 letters, where a guess is unsafe."""
    found = [word.casefold() for word in _WORD.findall(text[:LOOKED_AT])]
    if sum(map(len, found)) < LEAST_LETTERS or _reads_english(found):
        return "en"
    import py3langid

    return str(py3langid.classify(text[:LOOKED_AT])[0])


def _reads_english(found: list[str]) -> bool:
    """Whether the little words of English stand as close as in English prose: then no model is asked.

    A table of results has few of them, but a "the" among them; Dutch and German have "in" and "was".
    """
    known = cues.words("english_words")
    share = sum(word in known for word in found) / len(found)
    return share >= LEAST_ENGLISH_SHARE or (share >= LEAST_SHARE_WITH_ARTICLE and "the" in found)


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in cues.rows("languages")}


def language_name(code: str) -> str:
    """The English name of a language's code; the code itself where it is a rare one."""
    return _names().get(code, code)
