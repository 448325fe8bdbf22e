"""Two articles in, alignments of claims that tell one utterance out, found by their words with rapidfuzz."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from factcheck.align.words import stems
from factcheck.records import Alignment, AnalysedArticle, Claim, Fact, Matter, Quotation

MIN_WORDS = 4  # shorter quotations are phrases that anybody may use
MIN_RATIO = 72.0  # rapidfuzz partial ratio, 0 to 100
MIN_WHOLE_RATIO = 80.0  # rapidfuzz ratio of the whole quotations, 0 to 100
MIN_SHARED_STEMS = 3
MIN_BESIDE_RATIO = 60.0  # rapidfuzz ratio of two sentences beside two that are alike
SCORE_BESIDE = 0.75
MIN_RESTATED_STEMS = 5
MIN_RESTATED_SHARE = 0.8  # of the claim's stems in the quotation

Mention = tuple[Claim, Fact[Quotation], frozenset[str]]


def utterance_alignments(
    left: AnalysedArticle, right: AnalysedArticle, ours: Sequence[Mention], theirs: Sequence[Mention]
) -> list[Alignment]:
    """One alignment for each pair of quotations alike, of the two articles' mentions."""
    found = []
    published = left.article.published, right.article.published
    ratios = {
        (i, j): ratio
        for i, (_, quotation, words) in enumerate(ours)
        for j, (_, repeated, their_words) in enumerate(theirs)
        if (ratio := _likeness(quotation.value.words, repeated.value.words, words, their_words))
    }
    for (i, j), ratio in ratios.items():
        why = (f"quotations alike: {ratio:.0f} of 100",)
        score = round(ratio / 100, 4)
        found.append(Alignment(ours[i][0], theirs[j][0], score, why, Matter.QUOTATION, (), *published))
    for i, j in _goes_on(ours, theirs, ratios):
        why = ("quotations that follow on one that both have",)
        found.append(Alignment(ours[i][0], theirs[j][0], SCORE_BESIDE, why, Matter.QUOTATION, (), *published))
    return found


def _goes_on(
    ours: Sequence[Mention], theirs: Sequence[Mention], alike: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The sentences of two quotations that stand beside sentences which are alike, and are alike in form."""
    for i, j in sorted(alike):
        for beside in (-1, 1):
            k, m = i + beside, j + beside
            if (k, m) in alike or not (0 <= k < len(ours) and 0 <= m < len(theirs)):
                continue
            near = _distance(ours[i], ours[k]) == _distance(theirs[j], theirs[m]) == 1
            said = ours[k][1].value.words.lower(), theirs[m][1].value.words.lower()
            if near and fuzz.ratio(*said) >= MIN_BESIDE_RATIO:
                yield k, m


def _distance(one: Mention, other: Mention) -> int:
    return abs(one[0].sentence_index - other[0].sentence_index)


def restatement_alignments(
    left: AnalysedArticle, right: AnalysedArticle, ours: Sequence[Mention], theirs: Sequence[Mention]
) -> list[Alignment]:
    """A quotation of one article with a claim of the other that says the same in no quotation marks.

    The sides keep their places: the left claim is the left article's.
    """
    published = left.article.published, right.article.published
    found = []
    plain = [_unquoted(right), _unquoted(left)]
    for quoted, claims, turned in ((ours, plain[0], False), (theirs, plain[1], True)):
        for claim, _, words in quoted:
            for other, their_words in claims:
                shared = len(words & their_words)
                share = shared / len(their_words)
                if shared < MIN_RESTATED_STEMS or share < MIN_RESTATED_SHARE:
                    continue
                sides = (other, claim) if turned else (claim, other)
                why = (f"the words of a quotation: {share:.2f}",)
                found.append(Alignment(*sides, round(share, 4), why, Matter.QUOTATION, (), *published))
    return found


def _unquoted(analysed: AnalysedArticle) -> list[tuple[Claim, frozenset[str]]]:
    """The claims without a quotation that say enough to be known again, with their stems."""
    rows = [
        (claim, frozenset(stems(claim.text)))
        for claim in analysed.claims
        if not any(isinstance(fact.value, Quotation) for fact in claim.facts)
    ]
    return [row for row in rows if len(row[1]) >= MIN_RESTATED_STEMS]


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
