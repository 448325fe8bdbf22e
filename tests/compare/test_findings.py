"""Judgements become findings: verbatim sides, stable ids, nothing said twice."""

from __future__ import annotations

import dataclasses
import re
from types import SimpleNamespace

import builders
import pytest

from factcheck.compare import COMPARATORS, chosen, findings
from factcheck.errors import UsageError
from factcheck.records import Alignment, Article, Finding, Judgement, Kind, Matter, Relation, Role, Span

LEFT = builders.article("The mill will cut 340 jobs.", uri="s/a.txt", outlet="A")
RIGHT = builders.article("The mill will cut 430 jobs.", uri="s/b.txt", outlet="B")


def saying(relation: Relation, *, confidence: float = 0.9, kind: Kind = Kind.NUMBER) -> SimpleNamespace:
    """A comparator that holds the third-last words of both claims against each other."""

    def compare(alignment: Alignment) -> tuple[Judgement, ...]:
        spans = [_figure(claim.text, claim.start) for claim in (alignment.left, alignment.right)]
        values = [re.findall(r"\d+", claim.text)[0] for claim in (alignment.left, alignment.right)]
        return (Judgement(relation, "different", "One says more.", confidence, *spans, *values),)

    return SimpleNamespace(
        name=str(kind), kind=kind, matters=frozenset({Matter.CLAIM}), ladder=(), compare=compare
    )


def _figure(text: str, start: int) -> Span:
    found = re.search(r"\d+", text)
    assert found
    return Span(start + found.start(), start + found.end())


def found(*comparators: SimpleNamespace, left: Article = LEFT, right: Article = RIGHT) -> tuple[Finding, ...]:
    aligned = builders.alignment(builders.claim(left), builders.claim(right))
    return findings("s", [aligned], {left.uri: left, right.uri: right}, comparators)[0]


def test_a_finding_shows_both_sides_verbatim() -> None:
    (finding,) = found(saying(Relation.CONTRADICTION))
    assert (finding.left.quote, finding.right.quote) == ("340", "430")
    assert finding.left.sentence_text == LEFT.text
    assert (finding.left.outlet, finding.right.outlet) == ("A", "B")
    assert re.fullmatch(r"FC-[0-9A-HJKMNP-TV-Z]{12}", finding.id)


def test_the_order_of_the_sides_changes_nothing() -> None:
    assert found(saying(Relation.DRIFT)) == found(saying(Relation.DRIFT), left=RIGHT, right=LEFT)


def test_a_candidate_stands_on_the_left() -> None:
    candidate = dataclasses.replace(RIGHT, role=Role.CANDIDATE)
    (finding,) = found(saying(Relation.DRIFT), right=candidate)
    assert finding.left.outlet == "B"
    assert finding.judgement.left_value == "430"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("A word before. The mill will cut 340 jobs.", True),
        ("The   mill will cut 340 jobs in all.", True),
        ("The mill will cut 350 jobs.", False),
    ],
)
def test_an_id_follows_the_values_not_the_place(text: str, same: bool) -> None:
    edited = builders.article(text, uri=LEFT.uri, outlet="A")
    ids = found(saying(Relation.DRIFT))[0].id, found(saying(Relation.DRIFT), left=edited)[0].id
    assert (ids[0] == ids[1]) is same


def test_the_stronger_of_two_findings_with_one_evidence_stands() -> None:
    weak, strong = saying(Relation.DRIFT), saying(Relation.CONTRADICTION, kind=Kind.NAME)
    assert [row.kind for row in found(weak, strong)] == [Kind.NAME]


def test_findings_below_the_wanted_confidence_are_left_out() -> None:
    aligned = builders.alignment(builders.claim(LEFT), builders.claim(RIGHT))
    articles = {LEFT.uri: LEFT, RIGHT.uri: RIGHT}
    doubtful = [saying(Relation.CONTRADICTION, confidence=0.4)]
    assert findings("s", [aligned], articles, doubtful, min_confidence=0.5) == ((), {})
    assert findings("s", [aligned], articles, doubtful, min_confidence=0.4)[1] == {0: Relation.CONTRADICTION}


def test_a_comparator_judges_only_its_matters() -> None:
    aligned = builders.alignment(builders.claim(LEFT), builders.claim(RIGHT), matter=Matter.PERSON)
    articles = {LEFT.uri: LEFT, RIGHT.uri: RIGHT}
    assert findings("s", [aligned], articles, [saying(Relation.CONTRADICTION)])[0] == ()


def test_comparators_are_chosen_by_name_or_kind() -> None:
    assert [comparator.name for comparator in chosen(("times", "number"))] == [
        "times",
        "quantities",
        "lone_figures",
    ]
    assert len(chosen(ignore=("times",))) == len(COMPARATORS) - 1
    with pytest.raises(UsageError, match="tims"):
        chosen(("tims",))


@pytest.mark.parametrize("comparator", COMPARATORS, ids=lambda comparator: comparator.name)
def test_every_comparator_has_its_page_and_its_ladder(comparator: SimpleNamespace) -> None:
    assert comparator.name == comparator.__name__.rsplit(".", 1)[-1]
    assert comparator.ladder
    page = comparator.__doc__.lower()
    assert all(
        word in page for word in ("contradict" if comparator.name not in DRIFTING else "drift", "cannot")
    )
    assert all(rung in comparator.__doc__ for rung in comparator.ladder)


DRIFTING = frozenset(
    {
        "attributions",
        "channels",
        "degrees",
        "hedges",
        "narrowings",
        "proxies",
        "scope",
    }
)
