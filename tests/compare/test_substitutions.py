"""Substitutions, from text to judgement: one gap in nearly the same words, and near misses in silence."""

from __future__ import annotations

import pytest
from builders import article

from factcheck import align, models, pipeline
from factcheck.compare import lone_dates, lone_figures, lone_names, substitutions
from factcheck.records import Alignment, Judgement, Relation
from factcheck.settings import Settings

CONTRADICTIONS = [
    (
        "name",
        "The new ferry line will soon be open to Velmouth.",
        "Soon the new ferry line will be open to Orsa.",
    ),
    (
        "name",
        "Two clerks were hurt when the bus left the icy road near Harrow.",
        "When the bus left the icy road near Tarn, two clerks were hurt.",
    ),
    (
        "figure",
        "The trawler was the 1,204th boat to leave the old yard at the river mouth.",
        "The trawler was the 1,240th boat to leave the old yard at the mouth of the river.",
    ),
    (
        "date",
        "The town won the regional cup of brass bands in 1996.",
        "The regional cup of brass bands was won by the town in 1986.",
    ),
    (
        "sense",
        "Trade with the northern islands has long been a strength of the harbour.",
        "Trade with the northern islands has long been a weakness of the harbour.",
    ),
    (
        "sense",
        "The board puts the delay down partly to a shortage of trained staff at the yard.",
        "The board blamed the delay wholly on a shortage of trained staff at the yard.",
    ),
    (
        "contrast",
        "Some members would leave the scheme unless the rate reached £200.",
        "Some members of the scheme would leave it if the rate reached £200.",
    ),
    (
        "denial",
        "Older programs can be run on the new processors of the maker.",
        "The older programs cannot be run on the maker's new processors.",
    ),
]
SILENT = [
    ("There are 400 pairs of herons in the marsh now, against about 600 in 2008.",
     "For the marsh's herons, 600 pairs in 2008, there are 400 pairs now."),
    ("The yard blames the delay partly on staff.", "The clinic is staffed wholly by volunteers."),
    ("The new ferry line will soon be open to Velmouth.", "A bus line to Orsa may close."),
    ("Two clerks were hurt near Harrow.", "Two guards were hurt in a fire near Tarn last year."),
    ("The Swedes won the regional cup of brass bands.", "Sweden won the regional cup of brass bands."),
    ("The rights to the novel were sold to a distributor by the heirs.",
     "A distributor bought the rights to the novel from the heirs."),
    ("No flood of that size had been reported in the valley before.",
     "It was the first flood of that size reported in the valley."),
    ("Polling stations in the valley could not open until two hours late.",
     "Polling stations in the valley opened two hours late."),
    ("Replays showed that the ball touched the pad and not the bat.",
     "It was the pad rather than the bat that the ball touched, replays showed."),
    ("Will older programs run on the new processors of the maker?",
     "The older programs cannot be run on the maker's new processors."),
]  # fmt: skip


def judged(one: str, other: str, day: str = "2025-12-10") -> list[Judgement]:
    settings = Settings()
    articles = article(one, uri="a.txt"), article(other, uri="b.txt", day=day)
    analysed = [pipeline.analyse(subject, settings) for subject in articles]
    found: tuple[Alignment, ...] = align.alignments(
        analysed,
        models.encoder(settings.encoder).encode,
        min_cosine=settings.min_cosine,
        min_score=settings.min_link_score,
    )
    return [
        row
        for pair in found
        for comparator in (lone_names, lone_figures, lone_dates, substitutions)
        if pair.matter in comparator.matters
        for row in comparator.compare(pair)
    ]


@pytest.mark.parametrize(("rung", "one", "other"), CONTRADICTIONS)
def test_one_gap_is_a_contradiction(rung: str, one: str, other: str) -> None:
    for rows in (judged(one, other), judged(other, one)):
        assert [row.level for row in rows] == [rung]
        assert all(row.relation is Relation.CONTRADICTION for row in rows)


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_what_may_be_one_statement_is_silent(one: str, other: str) -> None:
    assert judged(one, other) == []
    assert judged(other, one) == []


def test_a_figure_of_a_later_day_may_have_grown() -> None:
    one, other = (
        "The fire has destroyed 300 homes in the valley.",
        "The fire has destroyed 450 homes in the valley.",
    )
    assert [row.level for row in judged(one, other)] == ["figure"]
    assert judged(one, other, "2025-12-11") == []
