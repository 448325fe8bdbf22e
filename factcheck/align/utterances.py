"""Two articles in, alignments of claims that quote one utterance out, found by their words with rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from factcheck.align.words import stems
from factcheck.records import Alignment, AnalysedArticle, Claim, Fact, Matter, Quotation

MIN_WORDS = 4  # shorter quotations are phrases that anybody may use
MIN_RATIO = 72.0  # rapidfuzz partial ratio, 0 to 100
MIN_WHOLE_RATIO = 80.0  # rapidfuzz ratio of the whole quotations, 0 to 100
MIN_SHARED_STEMS = 3

Mention = tuple[Claim, Fact[Quotation], frozenset[str]]


def utterance_alignments(
    left: AnalysedArticle, right: AnalysedArticle, ours: Sequence[Mention], theirs: Sequence[Mention]
) -> list[Alignment]:
    """One alignment for each pair of quotations alike, of the two articles' mentions."""
    found = []
    published = left.article.published, right.article.published
    for claim, quotation, words in ours:
        for other, repeated, their_words in theirs:
            ratio = _likeness(quotation.value.words, repeated.value.words, words, their_words)
            if ratio:
                why = (f"quotations alike: {ratio:.0f} of 100",)
                score = round(ratio / 100, 4)
                found.append(Alignment(claim, other, score, why, Matter.QUOTATION, (), *published))
    return found


def _likeness(ours: str, theirs: str, words: frozenset[str], their_words: frozenset[str]) -> float:
    shared = len(words & their_words)
    ratio = fuzz.partial_ratio(ours.lower(), theirs.lower(), score_cutoff=MIN_RATIO)
    enough = min(MIN_SHARED_STEMS, len(words), len(their_words))
    if ratio and shared >= enough:
        return float(ratio)
    # one changed word in a short sentence leaves few rare words but nearly all letters
    if shared >= enough - 1 > 0 and fuzz.ratio(ours.lower(), theirs.lower()) >= MIN_WHOLE_RATIO:
        return float(ratio)
    # a rewording keeps the rare words but not the letters
    return 60.0 if shared >= MIN_SHARED_STEMS + 1 else 0.0


def mentions(analysed: AnalysedArticle) -> list[Mention]:
    """Each quotation once, with the first claim that holds it."""
    seen: dict[object, Mention] = {}
    for claim in analysed.claims:
        for fact in claim.facts:
            if isinstance(fact.value, Quotation) and len(fact.value.words.split()) >= MIN_WORDS:
                typed = Fact(fact.kind, fact.span, fact.text, fact.value)
                seen.setdefault(fact.span, (claim, typed, frozenset(stems(fact.value.words))))
    return list(seen.values())
