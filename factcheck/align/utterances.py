"""Two articles in, alignments of claims that quote one utterance out, found by their words with rapidfuzz."""

from __future__ import annotations

from rapidfuzz import fuzz

from factcheck.align.words import stems
from factcheck.records import Alignment, AnalysedArticle, Claim, Fact, Matter, Quotation

MIN_WORDS = 4  # shorter quotations are phrases that anybody may use
MIN_RATIO = 72.0  # rapidfuzz partial ratio, 0 to 100
MIN_SHARED_STEMS = 3

_Mention = tuple[Claim, Fact[Quotation], frozenset[str]]


def utterance_alignments(left: AnalysedArticle, right: AnalysedArticle) -> list[Alignment]:
    found = []
    for claim, quotation, words in _mentions(left):
        for other, repeated, their_words in _mentions(right):
            ratio = _likeness(quotation.value.words, repeated.value.words, words, their_words)
            if ratio:
                why = (f"quotations alike: {ratio:.0f} of 100",)
                published = left.article.published, right.article.published
                found.append(
                    Alignment(claim, other, round(ratio / 100, 4), why, Matter.QUOTATION, (), *published)
                )
    return found


def _likeness(ours: str, theirs: str, words: frozenset[str], their_words: frozenset[str]) -> float:
    shared = len(words & their_words)
    ratio = fuzz.partial_ratio(ours.lower(), theirs.lower(), score_cutoff=MIN_RATIO)
    enough = min(MIN_SHARED_STEMS, len(words), len(their_words))
    if ratio and shared >= enough:
        return float(ratio)
    # a rewording keeps the rare words but not the letters
    return 60.0 if shared >= MIN_SHARED_STEMS + 1 else 0.0


def _mentions(analysed: AnalysedArticle) -> list[_Mention]:
    """Each quotation once, with the first claim that holds it."""
    seen: dict[object, _Mention] = {}
    for claim in analysed.claims:
        for fact in claim.facts:
            if isinstance(fact.value, Quotation) and len(fact.value.words.split()) >= MIN_WORDS:
                typed = Fact(fact.kind, fact.span, fact.text, fact.value)
                seen.setdefault(fact.span, (claim, typed, frozenset(stems(fact.value.words))))
    return list(seen.values())
