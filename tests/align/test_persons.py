from __future__ import annotations

import builders
import pytest

from factcheck.align.persons import person_alignments
from factcheck.records import AnalysedArticle, Claim, Fact, Kind, Matter, Span, Title


def analysed(uri: str, *titles: Title) -> AnalysedArticle:
    text = "\n".join(f"The {title.office} spoke." for title in titles)
    article = builders.article(text, uri=uri)
    claims: list[Claim] = []
    for i, title in enumerate(titles):
        line = article.blocks[i].span
        span = Span(line.start + 4, line.start + 4 + len(title.office))
        fact = Fact(Kind.TITLE, span, title.office, title)
        claims.append(builders.claim(article, facts=(fact,), block=i))
    return AnalysedArticle(article, tuple(claims))


ACTING = Title("Dana Ruiz", "commissioner", ("acting",))
ROWS = [
    (ACTING, Title("Dana Ruiz", "commissioner"), True),
    (ACTING, Title("Ruiz", "commissioner"), True),
    (ACTING, Title("D. Ruiz", "chief"), True),
    (ACTING, Title("Mona Ruiz", "commissioner"), False),
    (ACTING, Title("Dana Vos", "commissioner"), False),
    (ACTING, Title("", "commissioner"), False),
]


@pytest.mark.parametrize(("one", "other", "together"), ROWS)
def test_across_articles(one: Title, other: Title, together: bool) -> None:
    found = person_alignments(analysed("s/a.txt", one), analysed("s/b.txt", other))
    assert bool(found) is together
    assert all(a.matter is Matter.PERSON and a.pairs[0].left.value == one for a in found)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Title("", "commissioner", ("acting",)), Title("", "commissioner"), True),
        (Title("", "commissioner", ("acting",)), Title("", "senator"), False),
        (ACTING, ACTING, False),
    ],
)
def test_inside_one_article(one: Title, other: Title, together: bool) -> None:
    article = analysed("s/a.txt", one, other)
    assert bool(person_alignments(article, article)) is together
