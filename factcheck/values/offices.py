"""The words of a phrase come in, the office that they name comes out, each office under one name."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.values.word_lists import pairs_of

_WORDS_KEPT = 8192  # a text repeats its words


@cache
def offices() -> dict[tuple[str, ...], str]:
    """Office phrases, as lower-case words without full stops, to the office's canonical name."""
    return {office_words(phrase): office for phrase, office in sorted(pairs_of("role_offices.csv").items())}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in offices())


@lru_cache(maxsize=_WORDS_KEPT)
def may_open_office(word: str) -> bool:
    """Whether an office may begin in this word, "ex-president" and the plural "Senators" included."""
    return any(
        part in _first_words() or part.removesuffix("s") in _first_words() for part in office_words(word)
    )


@lru_cache(maxsize=_WORDS_KEPT)
def office_words(phrase: str) -> tuple[str, ...]:
    """The phrase as ``offices`` writes it: lower case, no full stops, hyphens as spaces."""
    return tuple(phrase.lower().replace(".", "").replace("-", " ").replace("‑", " ").split())
