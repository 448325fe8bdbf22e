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
            "Ada Vos urged the council to listen to the fishermen, particularly Jon Lind of Harrow.",
            "Ada Vos urged the council to listen to Jon Lind of Harrow.",
            (D, "example"),
        ),
        (
            "The auditors criticised her exclusive use of a harbour account for the tenders.",
            "The auditors criticised her use of a harbour account for the tenders.",
            (D, "exclusive"),
        ),
        (
            "The city released a summary of the audit findings on Monday.",
            "The city released the audit findings on Monday.",
            (D, "part"),
        ),
        (
            "Vos has yet to adequately answer the harbour board's letter about the crane.",
            "Vos did not answer the harbour board's letter about the crane.",
            (D, "manner"),
        ),
        (
            "The mayor said that he had misspoken at the fair and may have misspoken on other occasions.",
            "The mayor said that he had misspoken at the fair in Harrow.",
            (D, "other times"),
        ),
        (
            "The harbour firm would not comply with a subpoena from the Harrow council.",
            "The harbour firm would not comply with subpoenas from the Harrow council.",
            (D, "several"),
        ),
        (
            "Vos's campaign called the audit of the pier a “plain distortion” on Monday.",
            "Vos called the audit of the pier a “plain distortion” on Monday.",
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
            "Lind said he had misspoken about the flood at the Norwick event in March.",
            "Lind said he had misspoken about the flood at an event in Norfack in March.",
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
            "Lind is defending himself against a report that he misstated his service in Belmora.",
            "Lind, the report said, never worked in Belmora.",
        ),
        (
            "Vos has refused to take a position on the harbour deal.",
            "Vos would not take a position on the harbour deal.",
        ),
        (
            "Vos's campaign called the audit a “plain distortion” on Monday.",
            "The campaign of Ada Vos called the audit a “plain distortion” on Monday.",
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
