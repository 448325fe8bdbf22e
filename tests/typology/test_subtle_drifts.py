"""Subtle drifts, from text to finding: narrowed, supposed, cut, slipped; and the traps beside them."""

from __future__ import annotations

import builders
import pytest

from factcheck import pipeline
from factcheck.records import Relation, Story
from factcheck.settings import Settings

OWN = {"channels", "degrees", "narrowings", "proxies", "quotes", "slips", "speakers"}
C, D = Relation.CONTRADICTION, Relation.DRIFT


def levels(left: str, right: str) -> set[tuple[Relation, str]]:
    articles = (
        builders.article(left, uri="story/a.txt", outlet="A"),
        builders.article(right, uri="story/b.txt", outlet="B"),
    )
    report = pipeline.check(Story("story", articles), Settings())
    return {(row.judgement.relation, row.judgement.level) for row in report.findings if row.comparator in OWN}


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            "The guild disputed the bakery's exclusive licence for rye loaves at the winter fair.",
            "The guild disputed the bakery's licence for rye loaves at the winter fair.",
            (D, "exclusive"),
        ),
        (
            "The city released a summary of the audit findings on Monday.",
            "The city released the audit findings on Monday.",
            (D, "part"),
        ),
        (
            "The gardener has yet to properly prune the pear trees along the canal.",
            "The gardener did not prune the pear trees along the canal.",
            (D, "manner"),
        ),
        (
            "The troupe would not rehearse with a trumpeter from the Tarn conservatory.",
            "The troupe would not rehearse with trumpeters from the Tarn conservatory.",
            (D, "several"),
        ),
        (
            "Dahl's office called the copy of the fresco a “muddy cartoon” on Monday.",
            "Dahl called the copy of the fresco a “muddy cartoon” on Monday.",
            (D, "proxy"),
        ),
        (
            "“Because the ledger was hidden from us until May, this council is left with no choice but to "
            "close the pier,” Ada Vos said.",
            "“This council is left with no choice but to close the pier,” Ada Vos said.",
            (D, "cut unmarked"),
        ),
        (
            "“We were never told about the crack in the pier,” Ada Vos said in an interview.",
            "“We were never told about the crack in the pier,” Ada Vos said at a news conference.",
            (D, "other channel"),
        ),
        (
            "Velt weighed her giant marrows at the Kestwick show in August.",
            "Velt weighed her giant marrows at a show in Kestrick in August.",
            (C, "slip"),
        ),
    ],
)
def test_subtle_drifts_are_found(left: str, right: str, found: tuple[Relation, str]) -> None:
    assert found in levels(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The minister told airlines to avoid jets from European makers, such as Aerona.",
            "The minister told airlines to avoid European jets, those of Aerona among them.",
        ),
        (
            "Only nine cores were taken from the sea bed, Lind said.",
            "No more than nine cores were taken from the sea bed, Lind said.",
        ),
        (
            "The city released a summary of the audit findings on Monday.",
            "On Monday the city made an outline of the audit findings public.",
        ),
        (
            "Dahl is contesting an inspection notice that she mislabelled her cheeses in Tarn.",
            "Dahl, the notice said, never made cheese in Tarn.",
        ),
        (
            "The luthier has refused to lend a violin to the school orchestra.",
            "The luthier would not lend a violin to the school orchestra.",
        ),
        (
            "Dahl's office called the fresco a “muddy cartoon” on Monday.",
            "The office of Kim Dahl called the fresco a “muddy cartoon” on Monday.",
        ),
        (
            "“Because the ledger was hidden from us until May, this council is left with no choice but to "
            "close the pier,” Ada Vos said.",
            "Ada Vos said that “this council is left with no choice but to close the pier.”",
        ),
        (
            "“We were never told about the crack in the pier,” Ada Vos said in a statement.",
            "“We were never told about the crack in the pier,” Ada Vos wrote in a letter.",
        ),
        (
            "Lind spoke about the flood at the event in Kharkiv in March.",
            "Lind spoke about the flood at the event in Kharkov in March.",
        ),
    ],
)
def test_the_same_in_other_words_is_silent(left: str, right: str) -> None:
    assert levels(left, right) == set()


def test_a_surname_without_its_particle_is_a_slip() -> None:
    left = "Former mayor Nora O'Tarren spoke in Harrow on Friday.\nTarren demanded the whole report."
    right = "Nora O'Tarren, the former mayor, spoke in Harrow on Friday."
    assert (C, "slip") in levels(left, right)
    assert (C, "slip") not in levels(left.replace("\nTarren", "\nO'Tarren"), right)
