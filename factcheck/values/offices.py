"""The words of a phrase come in, the office that they name comes out, each office under one name."""

from __future__ import annotations

from functools import cache

from factcheck.values.word_lists import pairs_of


@cache
def offices() -> dict[tuple[str, ...], str]:
    """Office phrases, as lower-case words without full stops, to the office's canonical name."""
    return {office_words(phrase): office for phrase, office in sorted(pairs_of("role_offices.csv").items())}


def office_words(phrase: str) -> tuple[str, ...]:
    """The phrase as ``offices`` writes it: lower case, no full stops, hyphens as spaces."""
    return tuple(phrase.lower().replace(".", "").replace("-", " ").replace("‑", " ").split())
