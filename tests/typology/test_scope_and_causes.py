"""T9, T11, T12, T19, T23 to T26 and H1, H11, H18, H21, from text to finding."""

from __future__ import annotations

import pytest

from factcheck import pipeline
from factcheck.records import Finding, Relation, Story
from factcheck.settings import Settings
from tests.builders import article

OWN = ("roles", "scope", "causes", "arithmetic", "quantities")
SAME_DAY = ("2025-12-10", "2025-12-10")
C, D, S = Relation.CONTRADICTION, Relation.DRIFT, Relation.UPDATE


def found(left: str, right: str, days: tuple[str, str] = SAME_DAY) -> list[Finding]:
    articles = (
        article(left, uri="s/a.txt", day=days[0]),
        article(right, uri="s/b.txt", outlet="B", day=days[1]),
    )
    return list(pipeline.check(Story("s", articles), Settings(select=OWN)).findings)


DIFFERENT = [
    # T9
    (
        "Dana Ruiz, a former acting commissioner of the Ports Agency, spoke on Monday.",
        "Dana Ruiz, a former commissioner of the Ports Agency, spoke on Monday.",
        C,
    ),
    ("Deputy finance minister Bo Lind resigned.", "Finance minister Bo Lind resigned.", C),
    (
        "The film won the praise of director Nadia Serrano.",
        "It won the praise of acting director Nadia Serrano.",
        C,
    ),
    (
        "His deputy Sofia Lund is tipped to follow him.",
        "His predecessor, Sofia Lund, is tipped to follow him.",
        C,
    ),
    (
        "Bob Mann, Orlen's senior vice president for tractor sales, will lead it.",
        "Bob Mann, Orlen's senior vice president for harvester sales, will lead it.",
        C,
    ),
    (
        "Joe Lund, Chairman and Chief Operating Officer of Airlane, spoke.",
        "Joe Lund, the airline's vice chairman and chief operating officer, spoke.",
        C,
    ),
    (
        "Viktor Lund, 46, a former security guard of the museum, broke in.",
        "Viktor Lund, 46, the former head of security of the museum, broke in.",
        C,
    ),
    (
        "Bo Lind told the Senate so when nominated for the position of Secretary of Defense.",
        "Bo Lind told the Senate so when he had been nominated for Secretary of State.",
        C,
    ),
    ("Federal industry minister Ian Lund spoke.", "Ian Lund, the Bavarian industry minister, spoke.", C),
    ("Assistant coach Ken Dahl praised the team.", "Head coach Ken Dahl praised the team.", C),
    ("Ken Dahl, the ship's captain, was held.", "Ken Dahl, the ship's first officer, was held.", C),
    # T11, T12
    ("Some teachers wore black ribbons.", "The teachers all wore black ribbons.", D),
    (
        "Some workers from the Harrow plant have been moved to the new line.",
        "The workers from the Harrow plant have all been moved to the new line.",
        D,
    ),
    (
        "The guards, most of whom are retired, met in Perl.",
        "The guards, all of whom are retired, met in Perl.",
        D,
    ),
    ("The order blocks the rule for two states.", "The order blocks the rule nationwide.", D),
    ("Most tenants objected to the new rent.", "All tenants objected to the new rent.", D),
    (
        "All lamp buyers will be eligible to receive a free case.",
        "A free case was available only to those lamp buyers who had complained.",
        C,
    ),
    (
        "Some councillors now want the mayor to keep a part of the relief fund.",
        "Councillors without exception now want the mayor to keep a part of the relief fund.",
        D,
    ),
    (
        "Orlen has built the most valuable cement company in the world.",
        "Orlen has built the most valuable company in the world.",
        D,
    ),
    # T19
    (
        "Shares of Orlen Steel fell after the audit report.",
        "Shares of Orlen Steel fell because of the audit report.",
        D,
    ),
    ("Heavy rain contributed to the collapse of the dam.", "Heavy rain caused the collapse of the dam.", D),
    (
        "In three days the index has lost 5.7%, mainly over concerns about the debts of Varland.",
        "Concerns about the debts of Varland are the only reason why the index has lost 5.7% in three days.",
        D,
    ),
    (
        "Fears that the mill is at a standstill have led Orlen to issue a warning.",
        "A warning by Orlen has led to fears that the mill is at a standstill.",
        C,
    ),
    ("The guard died days after the shot.", "The guard died from the shot.", D),
    ("The drop in crime is partly due to patrols.", "The drop in crime is entirely due to patrols.", C),
    (
        "The ferry left the channel after its steering failed.",
        "The steering of the ferry failed because it left the channel.",
        C,
    ),
    # T23: one article is enough
    ("Inspectors found that 12 of 40 barns, or 25 percent, leaked.", "The harvest was good.", C),
    ("Karel Dunn, born in 1961, is a 57-year-old baker in Harrow.", "The harvest was good.", C),
    ("There were 12 dead: five men and six women.", "The harvest was good.", C),
    ("Sales increased from 200 to 250 cars, a rise of 20 percent.", "The harvest was good.", C),
    ("The council votes on Tuesday, 5 March 2025.", "The harvest was good.", C),
]
SILENT = [
    # H1
    ("The ruling by district judge Ana Holt stands.", "The ruling by federal judge Ana Holt stands."),
    ("A lawmaker opposed the bridge toll.", "State Rep. Kim Dahl opposed the bridge toll."),
    ("Ruth Sand, the mayor's deputy, opposed the gift.", "Deputy mayor Ruth Sand opposed the gift."),
    (
        "Tim Coe was recommended by Ed Jarl to take over as chief executive.",
        "Ed Jarl, who was the chief executive, recommended Tim Coe.",
    ),
    ("The port grew under acting director Ken Dahl.", "Acting director Ken Dahl runs the port."),
    ("They drove past mayor Ada Holt's house.", "They drove by the house of Ada Holt, the mayor."),
    ("Lund, who once worked as a guard, was held.", "Lund, a former guard, was held."),
    ("Associate justice Ada Holt wrote it.", "Justice Ada Holt wrote it."),
    ("Bavarian senator Ada Holt spoke.", "Federal senator Ada Holt spoke."),
    # T11, T12
    ("The teachers wore black ribbons.", "The teachers all wore black ribbons."),
    ("The books have not all been sold.", "Some books have been sold."),
    ("The council gave the schools all the books.", "The council gave some schools the books."),
    ("None but residents of Harrow pay the fee.", "The fee is paid only by residents of Harrow."),
    ("Nobody except the mayor can lift the ban on boats.", "Only the mayor can lift the ban on boats."),
    ("Some tenants objected to the new rent.", "Several tenants objected to the new rent."),
    ("All 12 members voted for the levy.", "The 12 members voted for the levy."),
    (
        "Breck wants no ferry older than 25 years to sail.",
        "Breck wants a ban on all ferries older than 25 years.",
    ),
    # T19
    (
        "The bridge in Harrow closed due to the flood.",
        "The flood led to the closing of the bridge in Harrow.",
    ),
    ("The talks failed because the union walked out.", "Because the union walked out, the talks failed."),
    (
        "Leading members called on Friday for Lund to cancel the meeting after the audit.",
        "Leading members want Lund to cancel the meeting after the audit.",
    ),
    ("Lund had to go as he did not fit in.", "Lund had to go because he did not fit in."),
    # T23
    ("Inspectors found that 12 of 40 barns, or 30 percent, leaked.", "The harvest was good."),
    ("Inspectors found that 13 of 40 barns, or about a third, leaked.", "The harvest was good."),
    ("Karel Dunn, born in 1961, is a 64-year-old baker in Harrow.", "The harvest was good."),
    ("There were 11 dead: five men and six women.", "The harvest was good."),
    ("Membership fell from 8,000 to 6,000 (25%) in May.", "The harvest was good."),
    ("Membership fell from 8,000 to 6,000, and 40 percent of the young left.", "The harvest was good."),
    ("The council votes on Wednesday, March 5, 2025.", "The harvest was good."),
    # T25, H21: what one leaves out
    ("A man, 34, was held in Perl.", "A man was held in Perl."),
    ("Lund, who has a criminal record, appeared in court on Friday.", "Lund appeared in court."),
    ("Lund, who has not been charged, was questioned in Perl.", "Lund was questioned in Perl."),
    # T26: whom a pronoun means is not guessed
    ("Ruiz met Cole before he resigned.", "Ruiz met Cole before Ruiz resigned."),
    (
        "The agency met the board before its chief resigned.",
        "The agency met the board before the agency's chief resigned.",
    ),
]


@pytest.mark.parametrize(("left", "right", "relation"), DIFFERENT)
def test_differs(left: str, right: str, relation: Relation) -> None:
    assert [row.judgement.relation for row in found(left, right)] == [relation]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert found(left, right) == []
    assert found(right, left) == []


DATED = [
    # T24
    (
        "The landslide in Perl has left three people dead.",
        "The landslide in Perl has left seven people dead.",
        [S],
    ),
    ("Police have arrested 12 people over the riot.", "Police have arrested 30 people over the riot.", [S]),
    (
        "The landslide in Perl has left seven people dead.",
        "The landslide in Perl has left three people dead.",
        [C],
    ),
    # H11
    ("The bridge was opened by then-mayor Ida Ode.", "The bridge was opened by former mayor Ida Ode.", []),
    # H18
    (
        "The office put growth in the spring at 3.1 percent.",
        "The office revised growth in the spring from 3.1 percent to 2.8 percent.",
        [],
    ),
    (
        "Forty people are missing after the landslide in Perl.",
        "Twelve people are missing after the landslide in Perl.",
        [S],
    ),
    (
        "Growth in the spring was 3.1 percent, the office said.",
        "Growth in the spring was 2.8 percent, down from the 3.1 percent first reported, the office said.",
        [],
    ),
    # T19: the later report claims less
    (
        "The strike in Perl began because talks broke down.",
        "The strike in Perl began after talks broke down.",
        [],
    ),
    (
        "The strike in Perl began after talks broke down.",
        "The strike in Perl began because talks broke down.",
        [D],
    ),
    ("The search for the missing boy continues.", "The missing boy was found.", []),
]


@pytest.mark.parametrize(("earlier", "later", "relations"), DATED)
def test_what_a_later_report_may_change(earlier: str, later: str, relations: list[Relation]) -> None:
    rows = found(earlier, later, ("2025-12-09", "2025-12-10"))
    assert [row.judgement.relation for row in rows] == relations


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Forty people are missing after the landslide in Perl.", "Twelve people are missing in Perl."),
        ("Police have arrested 12 people over the riot.", "Police have arrested 30 people over the riot."),
    ],
)
def test_the_earlier_value_is_shown_as_superseded(earlier: str, later: str) -> None:
    articles = (
        article(earlier, uri="s/a.txt", day="2025-12-09"),
        article(later, uri="s/b.txt", outlet="B", day="2025-12-10"),
    )
    (dispute,) = pipeline.check(Story("s", articles), Settings(select=OWN)).disputes
    assert [(position.outlets, position.superseded) for position in dispute.positions] == [
        (("B",), False),
        (("A",), True),
    ]


def test_a_later_title_is_no_contradiction() -> None:
    assert (
        found(
            "Nominee for secretary Ida Ode spoke.", "Secretary Ida Ode spoke.", ("2025-10-01", "2025-12-10")
        )
        == []
    )
