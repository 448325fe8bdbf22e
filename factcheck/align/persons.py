"""Two articles in, alignments that hold one person's titles against each other out.

A named person's titles are compared wherever that person is named, whatever else the sentences say. Inside
one article a nameless holder ("a former acting commissioner at the agency") is held against later mentions
of the same office ("the former commissioner").
"""

from __future__ import annotations

from itertools import combinations

from factcheck.records import Alignment, AnalysedArticle, Claim, Fact, FactPair, Matter, Published, Title

MAX_DAYS_APART = 30  # of two articles whose titles of one person say the same of one time

_Mention = tuple[Claim, Fact[Title]]


def person_alignments(left: AnalysedArticle, right: AnalysedArticle) -> list[Alignment]:
    """One alignment for each pair of differing titles of one holder, at their first mentions."""
    ours, theirs = _mentions(left), _mentions(right)
    if left is right:
        pairs = [(a, b) for a, b in combinations(ours, 2) if a[1].value.label != b[1].value.label]
    else:
        pairs = [(a, b) for a in ours for b in theirs]
    return [
        Alignment(
            a[0],
            b[0],
            1.0,
            (_why(a[1].value),),
            Matter.PERSON,
            (FactPair(a[1], b[1], 1.0),),
            left.article.published,
            right.article.published,
        )
        for a, b in pairs
        if _same_holder(a[1].value, b[1].value, within=left is right)
    ]


def near_dated(published: Published, also: Published) -> bool:
    """Whether both dates of publication are known and near each other."""
    if published.earliest is None or also.earliest is None:
        return False
    return abs((published.earliest - also.earliest).days) <= MAX_DAYS_APART


def _mentions(analysed: AnalysedArticle) -> list[_Mention]:
    """The first claim for each distinct (holder, title), in the order of the text."""
    seen: dict[tuple[str, str], _Mention] = {}
    for claim in analysed.claims:
        for fact in claim.facts:
            if isinstance(fact.value, Title):
                typed = Fact(fact.kind, fact.span, fact.text, fact.value)
                seen.setdefault((fact.value.name, fact.value.label), (claim, typed))
    return sorted(seen.values(), key=lambda mention: mention[1].span)


def _same_holder(left: Title, right: Title, *, within: bool) -> bool:
    if left.name and right.name:
        shorter, longer = sorted((left.name.split(), right.name.split()), key=len)
        return shorter[-1] == longer[-1] and (len(shorter) == 1 or shorter[0][0] == longer[0][0])
    # without a name, only the same office in the same article is the same holder
    return within and not left.name and not right.name and left.office == right.office


def _why(title: Title) -> str:
    return f"same person: {title.name}" if title.name else f"same office in one article: {title.office}"
