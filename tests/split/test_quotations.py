"""What stands between quotation marks, whatever the glyphs, and what only looks like it."""

from __future__ import annotations

from itertools import pairwise

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.split.quotations import quotations


def inner(text: str) -> list[str]:
    return [quoted.inner.of(text) for quoted in quotations(builders.article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” said Vos.", ["It is over"]),
        ('"It is over," said Vos.', ["It is over"]),
        ("‘It is over,’ said Vos.", ["It is over"]),
        ("'It is over,' said Vos.", ["It is over"]),
        ("«It is over», said Vos.", ["It is over"]),
        ("„It is over“, said Vos.", ["It is over"]),
        ("„It is over”, said Vos.", ["It is over"]),
        ("a “safe space” for all", ["safe space"]),
        ("“We said ‘no’ to it,” he said.", ["We said ‘no’ to it"]),
        ("\"We said 'no' to it,\" he said.", ["We said 'no' to it"]),
        ("“It is over,” said Vos, “and done.”", ["It is over", "and done."]),
        ('"It is over," said Vos. "It is done."', ["It is over", "It is done."]),
        ("The workers' hall wasn't Vos's.", []),
        ("The workers’ hall wasn’t Vos’s.", []),
        ("‘The workers’ rights matter,’ she said.", ["The workers’ rights matter"]),
        ("It was ‘90s music and ’tis 'em.", []),
        ("A 6\" pipe and a 5' ladder.", []),
        ("“It is over,” said Vos.\n“It is done.”", ["It is over", "It is done."]),
        ("“It is over.\n“It is done,” said Vos.", ["It is over.", "It is done"]),
        ("She said it was “over and left.", []),
        ("It was over” and done.", []),
        ('Vos said, "It is over.\n"It is done."', ["It is over.", "It is done."]),
        ("‘women’s rights’ and “men’s”", ["women’s rights", "men’s"]),
        ('The ("quoted") word', ["quoted"]),
        ("“”", []),
        ("“...”", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@given(st.text(alphabet="ab c.,\"“”„‘’'«»‚‟\n", max_size=80))
def test_quotations_lie_inside_their_marks_in_order(text: str) -> None:
    found = quotations(builders.article(text))
    for quoted in found:
        assert quoted.outer.contains(quoted.inner)
        assert quoted.outer.start < quoted.inner.start
        assert "\n" not in quoted.outer.of(text)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
