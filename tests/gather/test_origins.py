"""Articles that echo one text have one origin; outlets that wrote for themselves have their own."""

from __future__ import annotations

from builders import article

from factcheck.gather.origins import origin_groups, origins
from factcheck.records import Story

WIRE = [
    "The board of Ostermoor voted on Tuesday to close the north quay.",
    "Board chair Ilse Brandt said the piles under it had rusted through.",
    "Divers found holes in most of them when they went down in April.",
]
OWN = [
    "A fence now stands around the north quay, and dockers are angry.",
    "Most of the men who work there learned of it from the radio.",
    "The town of Ostermoor lives on its harbour, as it always has done.",
]


def text(*sentences: str) -> str:
    return "\n".join(sentences)


def test_an_echo_shares_its_origin() -> None:
    groups = origin_groups(
        [
            article(text(*WIRE), uri="a.txt", day="2025-06-03"),
            article(text(*WIRE[:2], OWN[0]), uri="b.txt", day="2025-06-04"),
            article(text(*OWN), uri="c.txt", day="2025-06-05"),
        ]
    )
    assert groups == {"a.txt": 0, "b.txt": 0, "c.txt": 1}


def test_one_shared_sentence_is_no_echo() -> None:
    groups = origin_groups([article(text(*WIRE), uri="a.txt"), article(text(WIRE[0], *OWN), uri="b.txt")])
    assert groups == {"a.txt": 0, "b.txt": 1}


def test_a_short_article_with_one_common_sentence_is_no_echo() -> None:
    groups = origin_groups([article(text(*WIRE), uri="a.txt"), article(WIRE[0], uri="b.txt")])
    assert groups == {"a.txt": 0, "b.txt": 1}


def test_short_sentences_do_not_count() -> None:
    small = ["Nobody was hurt.", "Brandt declined to comment.", "The ferry still runs."]
    groups = origin_groups(
        [article(text(*small, WIRE[0]), uri="a.txt"), article(text(*small, OWN[0]), uri="b.txt")]
    )
    assert groups == {"a.txt": 0, "b.txt": 1}


def test_a_chain_has_one_origin_in_any_order() -> None:
    chain = [
        article(text(*WIRE), uri="a.txt"),
        article(text(*WIRE, *OWN[:1]), uri="b.txt"),
        article(text(WIRE[1], WIRE[2], OWN[0]), uri="c.txt"),
    ]
    assert origin_groups(chain) == origin_groups(chain[::-1]) == {"a.txt": 0, "b.txt": 0, "c.txt": 0}


def test_numbers_do_not_cross_stories() -> None:
    first = Story("q", (article(text(*WIRE), uri="q/a.txt"), article(text(*OWN), uri="q/b.txt")))
    second = Story("r", (article(text(*WIRE), uri="r/a.txt"),))
    assert origins([first, second]) == {"q/a.txt": 0, "q/b.txt": 1, "r/a.txt": 2}
