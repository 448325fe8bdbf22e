from __future__ import annotations

import pytest

from factcheck.align.words import overlap, rarity, stem, stems


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("vetoed", "vetoes", True),
        ("notices", "notice", True),
        ("updates", "updated", True),
        ("strike", "stride", False),
        ("state", "station", False),
        ("court", "county", False),
    ],
)
def test_stem(one: str, other: str, meet: bool) -> None:
    assert (stem(one) == stem(other)) is meet


def test_stems_keep_figures_and_order_and_drop_small_words() -> None:
    assert stems("The mayor’s 12 ferries were of the harbour") == ("mayor", "12", "ferr", "harbour")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [({"a", "b"}, {"a", "b", "c"}, 1.0), ({"a"}, {"b"}, 0.0), (set(), {"a"}, 0.0)],
)
def test_overlap(left: set[str], right: set[str], expected: float) -> None:
    weight = {"a": 1.0, "b": 2.0, "c": 1.0}
    assert overlap(frozenset(left), frozenset(right), weight) == expected


def test_rare_words_weigh_more() -> None:
    weight = rarity([frozenset({"flood", "dam"}), frozenset({"flood"}), frozenset({"flood"})])
    assert weight["dam"] > weight["flood"] > 0
