"""Bylines, date lines and datelines are told from sentences that only look like them."""

from __future__ import annotations

import pytest

from factcheck.read.dateline import byline, dateline

BYLINES = [
    ("By Ada Quill", "byline", ""),
    ("By Ada Quill and Tom Verne, Staff Writers", "byline", ""),
    ("by Zoë Quill, Tom Verne, Lea FinkFebruary 13, 2026", "byline", "2026-02-13"),
    ("Ada Quill | June 3, 2025", "byline", "2025-06-03"),
    ("Author: Ada Quill", "byline", ""),
    ("Friday, September 9, 2016", "date line", "2016-09-09"),
    ("February 14, 2026", "date line", "2026-02-14"),
    ("14 February 2026", "date line", "2026-02-14"),
    ("Feb. 14, 2026", "date line", "2026-02-14"),
    ("Published: 2025-06-03 10:15 am EDT", "date line", "2025-06-03"),
    ("Posted on 13/2/2026", "date line", "2026-02-13"),
    ("Updated June 4, 2025, 6:02 p.m. ET", "date line", "2025-06-04"),
    ("Originally published on Courier on 2/13/2026", "origin", "2026-02-13"),
    ("This article originally appeared in the Kessel Post.", "origin", ""),
]

SENTENCES = [
    "By Monday the quay had been fenced off.",
    "By late 2020, official notices had been changed.",
    "By March",
    "By the time the fence stood, three ships had left.",
    "The board met on June 3, 2025.",
    "June 3, 2025 was the day on which the quay closed.",
    "Updated plans show a longer fence.",
    "Ada Quill was elected on June 3, 2025",
    "In 2016",
    "Posted guards turned the dockers away.",
    "Tuesday",
    "By far the largest quay",
    "First quay reopened on June 3, 2025, board says",
    "Published plans",
]


@pytest.mark.parametrize(("line", "reason", "day"), BYLINES)
def test_a_line_that_says_who_or_when(line: str, reason: str, day: str) -> None:
    found = byline(line)
    assert found is not None
    assert found.reason == reason
    assert [dated.first.isoformat() for dated in found.dates] == ([day] if day else [])


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline(line) is None


def test_an_update_is_known_as_one() -> None:
    updated, published = byline("Updated June 4, 2025"), byline("Published June 3, 2025")
    assert updated is not None
    assert published is not None
    assert updated.updated
    assert not published.updated


DATELINES = [
    ("HARTLEY, June 3 (Harbour Wire) — The mill burned down.", "The mill burned down."),
    ("HARTLEY (HW) - The mill burned down.", "The mill burned down."),
    ("HARTLEY — The mill burned down.", "The mill burned down."),
    ("PORT HARROW, N.Y., Sept. 26 (HW) — The mill burned down.", "The mill burned down."),
    ("HARTLEY -- The mill burned down.", "The mill burned down."),
    ("Hartley, Westmark — The mill burned down.", "The mill burned down."),
    ("Hartley, Westmark, United Shires - The mill burned down.", "The mill burned down."),
    ("Hartley (Harbour Wire) – “The mill is gone,” Brandt said.", "“The mill is gone,” Brandt said."),
    ("Tuesday, June 3, 2025 On Monday, the mill burned down.", "On Monday, the mill burned down."),
    ("HARTLEY, 3 June 2025 — Forty men lost their work.", "Forty men lost their work."),
    ("HARTLEY (Harbour Wire): The mill burned down.", "The mill burned down."),
]

OPENINGS = [
    "The mill — the oldest in Hartley — burned down.",
    "NATO — which met in Hartley — agreed.",
    "Group F — Sarland 1 – 0 Kessel, a match of few chances, ended late.",
    "Nobody was hurt - Brandt said so twice.",
    "In Hartley, Westmark, the mill burned down — Brandt saw it.",
    "June 3, 2025 was the day on which the mill burned down.",
    "Well-known dockers left the town.",
    "Brandt: The mill is gone.",
    "The Hartley mill, Brandt said - The Courier reported it - burned down.",
    "On Monday, June 2, 2025, the mill burned down.",
    "“The mill — My grandfather's mill — is gone,” Brandt said.",
]


@pytest.mark.parametrize(("line", "rest"), DATELINES)
def test_a_dateline_ends_where_the_story_begins(line: str, rest: str) -> None:
    found = dateline(line)
    assert found is not None
    assert line[found.span.end :] == rest


@pytest.mark.parametrize("line", OPENINGS)
def test_a_sentence_has_no_dateline(line: str) -> None:
    assert dateline(line) is None


def test_only_a_full_date_dates_the_article() -> None:
    full, short = (
        dateline("HARTLEY, June 3, 2025 — The mill burned."),
        dateline("HARTLEY, June 3 — The mill burned."),
    )
    assert full is not None
    assert short is not None
    assert [dated.first.isoformat() for dated in full.dates] == ["2025-06-03"]
    assert short.dates == ()
