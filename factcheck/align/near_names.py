"""Two articles in, pairs of claims whose names differ by a letter or two out: one may be a slip.

Two places with nearly one name are paired where their sentences say much the same and one of the articles
never has the other name. A bare surname that nobody in its article bears is paired with the full name that
it nearly is. Endings, vowels and countries that look alike are no slips.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from factcheck.align.acts import listed
from factcheck.align.words import stems
from factcheck.records import (
    Alignment,
    AnalysedArticle,
    Claim,
    Fact,
    FactPair,
    Kind,
    Matter,
    Name,
    NameKind,
    Span,
)

MIN_LETTERS = 6
MAX_LETTERS_APART = 2
MIN_SHARED = 3  # stems of both sentences, names left out
MIN_SHARED_WITHIN = 4
MIN_WITH_RARE = 2  # the same where one of them stands in few sentences
MAX_RARE = 3  # sentences
MAX_PAIRS = 2  # of sentences for two names in two articles
MIN_SURNAME = 5

_CAPITAL = re.compile(r"[A-Z][^\W\d_]*(?:['’][A-Z]?[^\W\d_]+)*")
_FIRST_NAME = re.compile(r"[A-Z][\w.’'-]*,? $")
_TITLES = ("Mr. ", "Mrs. ", "Ms. ", "Dr. ", "Sen. ", "Rep. ", "Gov. ")

_Mention = tuple[Claim, Fact[Name]]


def near_name_alignments(left: AnalysedArticle, right: AnalysedArticle) -> list[Alignment]:
    """The left claim is the left article's; each alignment holds the two names as its one pair."""
    rows = [*_places(left, right), *_surnames(left, right)]
    if left is not right:
        rows += [(b, a) for a, b in _surnames(right, left)]
    return [
        Alignment(
            a[0],
            b[0],
            0.8,
            (f"names nearly alike: {a[1].text}, {b[1].text}",),
            Matter.NAME,
            (FactPair(a[1], b[1], 1.0),),
            left.article.published,
            right.article.published,
        )
        for a, b in rows
    ]


# ---------------------------------------------------------------------------- places


def _places(left: AnalysedArticle, right: AnalysedArticle) -> Iterator[tuple[_Mention, _Mention]]:
    ours, theirs = _named(left), _named(right)
    for name in sorted(ours):
        for other in sorted(theirs):
            apart = name not in theirs or other not in ours
            if (
                not (_nearly(name, other) and _a_place(ours[name], theirs[other]))
                or (left is right and name > other)
                or not (apart or left is right)
            ):
                continue
            least = MIN_SHARED_WITHIN if left is right else MIN_SHARED
            yield from _alike(ours[name], theirs[other], least, _rare(left) & _rare(right))


def _named(analysed: AnalysedArticle) -> dict[str, list[_Mention]]:
    """The mentions of each name of one word but a person's, one a sentence, those too before a noun."""
    known = {
        fact.value.full: fact.value
        for claim in analysed.claims
        for fact in claim.facts
        if isinstance(fact.value, Name)
        and fact.value.kind is not NameKind.PERSON
        and fact.value.full.isalpha()
    }
    found: dict[str, dict[int, _Mention]] = {}
    for claim in analysed.claims:
        for match in _CAPITAL.finditer(claim.sentence_text):
            if (value := known.get(match[0])) is not None:
                start = claim.sentence.start + match.start()
                fact = Fact(Kind.NAME, Span(start, start + len(match[0])), match[0], value)
                found.setdefault(match[0].lower(), {}).setdefault(claim.sentence_index, (claim, fact))
    return {name: list(rows.values()) for name, rows in found.items()}


def _a_place(ours: Sequence[_Mention], theirs: Sequence[_Mention]) -> bool:
    """Whether one of the two is known to be a place."""
    return any(side[0][1].value.kind is NameKind.PLACE for side in (ours, theirs))


def _nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < MIN_LETTERS or one == other or {one, other} & listed("look_alikes.txt"):
        return False
    if one[:2] != other[:2] or one[-1] != other[-1] or one[:-2] == other[:-2]:
        return False
    bones = (re.sub(r"[aeiouyh]", "", word) for word in (one, other))
    return len(set(bones)) == 2 and Levenshtein.distance(one, other) <= MAX_LETTERS_APART


def _alike(
    ours: Sequence[_Mention], theirs: Sequence[_Mention], least: int, rare: frozenset[str]
) -> Iterator[tuple[_Mention, _Mention]]:
    """The pairs of mentions whose sentences share most, the best first."""
    rows = [
        (-shared, a[1].span, b[1].span, (a, b))
        for a in ours
        for b in theirs
        if (shared := len(_words(a) & _words(b))) >= least
        or (shared >= MIN_WITH_RARE and _words(a) & _words(b) & rare)
    ]
    rows.sort(key=lambda row: row[:3])
    yield from (row[3] for row in rows[:MAX_PAIRS])


def _rare(analysed: AnalysedArticle) -> frozenset[str]:
    """The stems that stand in few sentences of the article."""
    sentences = {claim.sentence_index: claim.sentence_text for claim in analysed.claims}
    counts = Counter(word for text in sentences.values() for word in set(stems(text)))
    return frozenset(word for word, count in counts.items() if count <= MAX_RARE)


def _words(mention: _Mention) -> frozenset[str]:
    return frozenset(stems(mention[0].sentence_text)) - frozenset(stems(mention[1].text))


# ---------------------------------------------------------------------------- surnames


def _surnames(slipped: AnalysedArticle, known: AnalysedArticle) -> Iterator[tuple[_Mention, _Mention]]:
    """Each bare surname that nobody bears in its article with the first full name that it nearly is."""
    full = _full_names(known)
    own = {word.lower() for mention in _all_names(slipped) for word in _CAPITAL.findall(mention)}
    seen: set[str] = set()
    for claim in slipped.claims:
        for match in _CAPITAL.finditer(claim.sentence_text):
            word = match[0].removesuffix("’s").removesuffix("'s")
            person = next((who for surname, who in full.items() if _slip(word, surname)), None)
            bare = not _introduced(claim.sentence_text[: match.start()])
            if person is None or word.lower() in own or word.lower() in seen or not bare:
                continue
            seen.add(word.lower())
            start = claim.sentence.start + match.start()
            fact = Fact(Kind.NAME, Span(start, start + len(word)), word, Name(word, word, NameKind.PERSON))
            yield (claim, fact), person


def _full_names(analysed: AnalysedArticle) -> dict[str, _Mention]:
    """The first mention by first and last name, by the last."""
    found: dict[str, _Mention] = {}
    for claim in analysed.claims:
        for fact in claim.facts:
            value = fact.value
            if not isinstance(value, Name) or value.kind is not NameKind.PERSON or " " not in fact.text:
                continue
            if claim.sentence.contains(fact.span):
                mention = claim, Fact(fact.kind, fact.span, fact.text, value)
                found.setdefault(fact.text.split()[-1], mention)
    return dict(sorted(found.items()))


def _all_names(analysed: AnalysedArticle) -> Iterator[str]:
    for claim in analysed.claims:
        yield from (fact.value.full for fact in claim.facts if isinstance(fact.value, Name))


def _slip(word: str, surname: str) -> bool:
    """ "Rourke" for "O'Rourke": the particle is lost; any other letter may be another family's."""
    particle, mark, rest = surname.replace("'", "’").partition("’")
    return bool(mark) and len(particle) == 1 and len(rest) >= MIN_SURNAME and word == rest


def _introduced(before: str) -> bool:
    """Whether a first name or an initial stands right before."""
    return bool(_FIRST_NAME.search(before)) and not before.endswith(_TITLES)
