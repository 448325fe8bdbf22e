"""What stands on the terminal: no order that a terminal obeys, and words an editor can act on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.terminal import counts, visible
from factcheck.records import Report


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana Holt – “so” é 漢", "Ana Holt – “so” é 漢"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\rb", "a\\x0db"),
        ("a\u202eb", "a\\u202eb"),
        ("\x9b0m", "\\x9b0m"),
        ("a\ud800b", "ab"),
    ],
)
def test_orders_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_unprintable_is_left(text: str) -> None:
    assert all(character.isprintable() for character in visible(text))


def test_no_article_at_all_is_said_plainly() -> None:
    assert counts(Report(())) == "Nothing was compared: 0 articles in 0 stories."
