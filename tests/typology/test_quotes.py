"""What people said, from text to finding: T13, T14, T15 and the traps beside them."""

from __future__ import annotations

import builders
import pytest

from factcheck import pipeline
from factcheck.records import Kind, Relation, Story
from factcheck.settings import Settings

OWN = {Kind.QUOTE, Kind.SPEAKER, Kind.ATTRIBUTION}
C, D = Relation.CONTRADICTION, Relation.DRIFT


def found(left: str, right: str) -> set[Relation]:
    articles = (
        builders.article(left, uri="story/a.txt", outlet="A"),
        builders.article(right, uri="story/b.txt", outlet="B"),
    )
    report = pipeline.check(Story("story", articles), Settings())
    return {
        row.judgement.relation
        for row in report.findings
        if row.kind in OWN and row.judgement.relation in (C, D)
    }


@pytest.mark.parametrize(
    ("left", "right", "relations"),
    [
        (
            "“We will appeal this ruling and we expect to win,” said Ada Vos, the mayor.",
            "Mayor Ada Vos told reporters: “We will fight this ruling and we expect to win.”",
            {D},
        ),
        (
            "“We should have settled it in the first round,” said Nora Velt, the trainer.",
            "Trainer Nora Velt said: “We should have settled it in the second round.”",
            {C},
        ),
        (
            "“Every owner must repair the boilers,” Jon Lind said.",
            "Jon Lind said that “every owner may repair the boilers.”",
            {C},
        ),
        (
            "“I kept the ticket. It hangs on my door,” Ada Vos said.",
            "“I kept the ticket. It hangs on my wall,” said Ada Vos.",
            {D},
        ),
        (
            "Lind called it “the largest wreck ever raised in the bay”.",
            "Jon Lind called it “the second-largest wreck ever raised in the bay”.",
            {C},
        ),
        (
            "“The harbour is, at long last, full of ships,” Lind said.",
            "“The harbour is … full of ships,” said Jon Lind.",
            set(),
        ),
        (
            "“The labour of organisation is hard,” Lind said.",
            "“The labor of organization is hard,” said Jon Lind.",
            set(),
        ),
        (
            "“The harbour is full, and nobody will pay for the wall,” Lind said.",
            "“Nobody will pay for the wall,” said Jon Lind.",
            set(),
        ),
        (
            "“If we lose the case, the plant closes,” Lind said.",
            "Jon Lind spoke on Monday. The plant remains open.",
            set(),
        ),
        ("“I am sorry for the delay,” Jon Lind said.", "Jon Lind apologised for the delay.", set()),
    ],
)
def test_quotations(left: str, right: str, relations: set[Relation]) -> None:
    assert found(left, right) == relations


@pytest.mark.parametrize(
    ("left", "right", "relations"),
    [
        (
            "“Budgets are tight this year,” said treasurer Ada Vos.",
            "“Budgets are tight this year,” said mayor Jon Lind.",
            {C},
        ),
        ("The union said 400 workers walked out.", "The company said 400 workers walked out.", {C}),
        (
            "The Tarn Observatory estimates that the age of the crater is closer to 40,000.",
            "The Institute of Geology disputes that, and estimates that the age of the crater is closer"
            " to 40,000.",
            {C},
        ),
        (
            "Asked about it, Luka Sever said it was a fair decision.",
            "Referee Olga Tamm, asked about it, said it was a fair decision.",
            {C},
        ),
        (
            "A spokesman for the Transit Board said the line would reopen.",
            "The Transit Board said the line would reopen.",
            set(),
        ),
        ("Officials said the dam was safe.", "The ministry said the dam was safe.", set()),
        ("The firm said sales rose by a tenth.", "Analysts said sales fell by a tenth.", set()),
        ("Organisers counted 30,000 marchers, police 12,000.", "Police put the march at 12,000.", set()),
    ],
)
def test_speakers(left: str, right: str, relations: set[Relation]) -> None:
    assert found(left, right) == relations


@pytest.mark.parametrize(
    ("left", "right", "relations"),
    [
        (
            "According to the lawsuit, the firm deleted the tax records.",
            "The firm deleted the tax records.",
            {D},
        ),
        ("Police believe the fire was started on purpose.", "The fire was started on purpose.", {D}),
        (
            "“It is plain that haste won over patient carving on this lute,” said Kim Dahl.",
            "Haste won out over patient carving on the lute.",
            {D},
        ),
        ("Police said a man was arrested on Monday.", "A man was arrested on Monday.", set()),
        (
            "In the union's view, the offer is an insult to the drivers.",
            "The offer is an insult to the drivers, the union says.",
            set(),
        ),
        (
            "Prosecutors said the driver had been drinking before the crash.",
            "Prosecutors laid out their case, they said, on Monday. The driver had been drinking"
            " before the crash.",
            set(),
        ),
    ],
)
def test_attributions(left: str, right: str, relations: set[Relation]) -> None:
    assert found(left, right) == relations
