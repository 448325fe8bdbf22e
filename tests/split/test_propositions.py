"""Where a stretch holds several propositions, and where it is left whole."""

from __future__ import annotations

import pytest

from factcheck.records import Span
from factcheck.split.propositions import propositions


def split(text: str) -> list[str]:
    return [
        " | ".join(span.of(text) for span in slices) for slices in propositions(text, Span(0, len(text)), ())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose, and the council voted late.", ["Rents rose", "the council voted late"]),
        ("Rents rose; the council voted late.", ["Rents rose", "the council voted late"]),
        (
            "The mill closed in May and was sold in June.",
            ["The mill closed in May", "The mill | was sold in June"],
        ),
        (
            "The mill closed in May, but later opened again.",
            ["The mill closed in May", "The mill | later opened again"],
        ),
        (
            "Ada Vos, who was fined in May, left the board.",
            ["Ada Vos | left the board", "Ada Vos | was fined in May"],
        ),
        (
            "Leland Rowe, a former acting clerk, left the board.",
            ["Leland Rowe | a former acting clerk", "Leland Rowe | left the board"],
        ),
        (
            "The mill closed on Monday, leaving 340 workers without pay.",
            ["The mill closed on Monday", "The mill | leaving 340 workers without pay"],
        ),
        (
            "Ada Vos left the board (she had joined in 2012).",
            ["Ada Vos left the board", "she had joined in 2012"],
        ),
        (
            "The plan drew fire, which was loud, and the board gave in.",
            ["The plan drew fire, which was loud", "the board gave in"],
        ),
    ],
)
def test_taken_apart(text: str, expected: list[str]) -> None:
    assert sorted(split(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The council and the mayor voted late",
        "Boats, nets and ropes were sold",
        "If rents rise, the council will vote",
        "The board (BTA) voted late",
        "The vote on Tuesday, 4 March, was late",
        "The boats in Harrow, Vantia, sank",
        "He bought bread, including rye",
        "The plan, critics fear",
        "Rents rose because the mill closed",
    ],
)
def test_left_whole(text: str) -> None:
    assert split(text) == [text]
