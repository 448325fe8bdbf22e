"""Who or what pronouns, descriptions and short names mean, and when nothing is said of it."""

from __future__ import annotations

import builders
import pytest
from parsing import parsed

from factcheck import split
from factcheck.split.references import Reference, references


def found(text: str) -> tuple[Reference, ...]:
    article = builders.article(text)
    return references(article, parsed(article))


MEANT = [
    ("Mayor Mary Brandt opened the bridge. She thanked the workers.", "She", "Mary Brandt"),
    ("Mary Brandt met John Lind on Monday. He thanked the workers.", "He", "John Lind"),
    ("Residents said they were afraid.", "they", "Residents"),
    ("The Harrow Transit Agency said it would close its office in May.", "its", "Harrow Transit Agency"),
    ("Mary Brandt wrote the book. Brandt sold it in May.", "Brandt", "Mary Brandt"),
    (
        "Commissioner Mary Brandt opened the bridge. The commissioner was late.",
        "The commissioner",
        "Mary Brandt",
    ),
    ("Sen. Mary Brandt voted no. The senator left early.", "The senator", "Mary Brandt"),
    (
        "Mary Brandt, 41, was arrested on Monday. The 41-year-old denied the charge.",
        "The 41-year-old",
        "Mary Brandt",
    ),
    ("Senator Mary Brandt voted no. The Ohio senator left early.", "The Ohio senator", "Mary Brandt"),
    (
        "The Harrow Transit Agency closed. The agency blamed the weather.",
        "The agency",
        "Harrow Transit Agency",
    ),
    ("Norvik Corp. hired 40 workers. The company closed in May.", "The company", "Norvik Corp."),
    ("The Harrow Transit Agency (HTA) closed. The HTA blamed it.", "HTA", "Harrow Transit Agency"),
]
UNSURE = [
    ("John Brandt met Peter Lind at the bridge. It rained. He was late.", "He"),
    ("John Brandt told him to leave.", "him"),
    ("Mary Brandt left early. He was late.", "He"),
    ("It is clear that the bridge is old.", "It"),
    ("Mary Brandt and John Brandt opened the bridge. Brandt thanked the workers.", "Brandt thanked"),
    ("Commissioner Mary Brandt met Commissioner John Lind. The commissioner was late.", "The commissioner"),
    ("Mary Brandt voted no. The senator left early.", "The senator"),
    ("Mary Brandt, 41, was arrested on Monday. The 52-year-old denied the charge.", "The 52-year-old"),
    (
        "The Harrow Transit Agency and the Norwick Water Agency met. The agency blamed the weather.",
        "The agency",
    ),
    ("Mary Brandt hired 40 workers. The company closed in May.", "The company"),
    ("The Harrow Transit Agency closed. The NWA blamed the weather.", "NWA"),
    ("“We are late,” said Mary Brandt.", "We"),
]


@pytest.mark.parametrize(("text", "part", "name"), MEANT)
def test_a_mention_means_the_fullest_name_of_the_article(text: str, part: str, name: str) -> None:
    where = [one for one in found(text) if one.span.of(text) == part]
    assert where and {one.name for one in where} == {name}
    assert all(one.antecedent.of(text) == name for one in where)


@pytest.mark.parametrize(("text", "part"), UNSURE)
def test_what_is_not_sure_is_left_out(text: str, part: str) -> None:
    start = text.rindex(part)
    assert [one for one in found(text) if start <= one.span.start < start + len(part)] == []


def test_references_are_sorted_and_need_a_parse() -> None:
    text = "Mayor Mary Brandt opened the bridge. She thanked her workers. Brandt left."
    article = builders.article(text)
    assert list(found(text)) == sorted(found(text)) != []
    assert references(article, split.sentences(article)) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Commissioner Mary Brandt left. The commissioner said the bridge was old.", "Mary Brandt"),
        ("Mayor Mary Brandt left. The commissioner said the bridge was old.", "The commissioner"),
        ("Mary Brandt left in May. She said the bridge was old.", "Mary Brandt"),
        ("Mary Brandt met Anna Lind in Harrow. It rained. She said the bridge was old.", "She"),
    ],
)
def test_speakers_are_named_where_the_source_surely_means_them(text: str, speaker: str) -> None:
    article = builders.article(text)
    claims = split.claims(article, parsed(article))
    names = {one.attribution.speaker for one in claims if one.attribution is not None}
    assert names == {speaker}
