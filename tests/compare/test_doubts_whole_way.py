"""T6, T7, T16, T17 and what only looks like them, from articles to findings, by the shipped models."""

from __future__ import annotations

import dataclasses

import pytest
from builders import article

import factcheck
from factcheck.records import Article, BlockKind, Finding, Kind, Relation

CONTRADICTIONS: list[tuple[str, str]] = [
    (
        "The school board approved the merger with Ovel College.",
        "The school board did not approve the merger with Ovel College.",
    ),
    (
        "No one was hurt when the Harrow warehouse burned.",
        "Two people were hurt when the Harrow warehouse burned.",
    ),
    ("Neither the treasurer nor the clerk signed the audit.", "The treasurer signed the audit."),
    ("The zoo never sold its elephants.", "The zoo sold its elephants."),
    ("Captain Edda Lunde refused to leave the sinking ferry.", "Captain Edda Lunde left the sinking ferry."),
    ("The brewery failed to pay its tax bill last year.", "The brewery paid its tax bill last year."),
    ("The museum no longer owns the Tavik painting.", "The museum still owns the Tavik painting."),
    ("The rector stopped short of naming the donor.", "The rector named the donor."),
    ("None of the miners survived the flood.", "All of the miners survived the flood."),
    ("The appeals court upheld the fishing levy.", "The appeals court struck down the fishing levy."),
    ("Shares of Orlen Steel rose on Thursday.", "Shares of Orlen Steel fell on Thursday."),
    ("The senate confirmed Judge Ana Holt.", "The senate rejected Judge Ana Holt."),
    ("The hospital confirmed the theft of the vaccines.", "The hospital denied the theft of the vaccines."),
    ("The cinema closed on Sunday.", "The cinema opened on Sunday."),
    ("The jury acquitted baker Piet Maas of arson.", "The jury convicted baker Piet Maas of arson."),
    ("The farmer admitted knowing the smuggling plan.", "The farmer denied knowing the smuggling plan."),
    (
        "Police said that no passengers were injured when the tram derailed near Ovel station.",
        "Three passengers were injured when the tram derailed near Ovel station, police said.",
    ),
    (
        "The state's highest court on Friday upheld a law that bans fishing in the Lomar bay.",
        "A law banning fishing in the Lomar bay was struck down by the state's highest court on Friday.",
    ),
    (
        "The company said it had not received any complaints about the brakes.",
        "The company said it had received complaints about the brakes.",
    ),
    (
        "Unemployment in the region fell in March, the labour office said.",
        "Unemployment in the region rose in March, the labour office said.",
    ),
    (
        "Tests showed the water from the well was not safe to drink.",
        "Tests showed the water from the well was safe to drink.",
    ),
    (
        "The minister, Karel Dunn, denied that he had met the lobbyist.",
        "The minister, Karel Dunn, admitted that he had met the lobbyist.",
    ),
    (
        "The fire, which started in a kitchen, did not spread to the school.",
        "The fire started in a kitchen and spread to the school.",
    ),
    (
        "The council of Perl rejected a plan to build 40 homes.",
        "The council of Perl approved a plan to build 40 homes.",
    ),
]
DRIFTS: list[tuple[str, str]] = [
    (
        "The rail company may close two stations in Marrow.",
        "The rail company will close two stations in Marrow.",
    ),
    (
        "Governor Ines Abara allegedly took bribes from a builder.",
        "Governor Ines Abara took bribes from a builder.",
    ),
    ("The airport is likely to cancel the night flights.", "The airport will cancel the night flights."),
    ("The bank is expected to raise its fees in spring.", "The bank will raise its fees in spring."),
    (
        "The theatre could sell its old building to a hotel chain.",
        "The theatre will sell its old building to a hotel chain.",
    ),
    ("The singer reportedly donated the prize to a shelter.", "The singer donated the prize to a shelter."),
    ("It is possible that the dam will flood the valley.", "The dam will flood the valley."),
    ("The tunnel appears to have damaged the old chapel.", "The tunnel damaged the old chapel."),
    ("An intern tried to delete the police files.", "An intern deleted the police files."),
    (
        "The ministry plans to build a bridge over the Senn.",
        "The ministry will build a bridge over the Senn.",
    ),
    ("Vos is suspected of stealing the harbour ledger.", "Vos stole the harbour ledger."),
    ("The festival expects 5,200 visitors this year.", "The festival has drawn 5,200 visitors this year."),
    (
        "Officials said the storm might force the port to close.",
        "The storm will force the port to close, officials said.",
    ),
    (
        "According to two people familiar with the talks, the bank is considering selling its Dutch unit.",
        "The bank is selling its Dutch unit.",
    ),
    (
        "The new drug appears to slow the disease, researchers wrote.",
        "The new drug slows the disease, researchers wrote.",
    ),
    ("The drug may have caused the deaths of two patients.", "The drug caused the deaths of two patients."),
    ("Scientists believe the lake was probably formed by a meteor.", "The lake was formed by a meteor."),
    (
        "The chief of the harbour police is believed to have fled to Lomar.",
        "The chief of the harbour police has fled to Lomar.",
    ),
    ("The strike threatens to halt all trains in the north.", "The strike halted all trains in the north."),
    ("Maas is unlikely to win the race in Senn.", "Maas will win the race in Senn."),
    ("The tower may not be safe after the quake.", "The tower is unsafe after the quake."),
]
SILENT: list[tuple[str, str]] = [
    (
        "Any relocation that may be required will be paid by the city.",
        "The city will pay for the required relocation.",
    ),
    (
        "The rail company may close two stations in Marrow.",
        "The rail company could close two stations in Marrow.",
    ),
    (
        "The airport is likely to cancel the night flights.",
        "The airport will probably cancel the night flights.",
    ),
    (
        "Governor Ines Abara allegedly took bribes from a builder.",
        "Prosecutors say that Governor Ines Abara took bribes from a builder.",
    ),
    ("The bank may raise its fees in spring.", "The bank did not raise its fees in spring."),
    ("The bridge in Ovel may be closed in May.", "The bridge in Ovel will be closed in March."),
    ("The choir plans to hire 100 singers.", "The choir has hired none of the singers yet."),
    ("The dam could flood the valley.", "Will the dam flood the valley?"),
    ("The harbour is set to close for repairs.", "The harbour will close for repairs."),
    ("The clerk tried to delete the police files.", "The clerk was unable to delete the police files."),
    ("The idea that Baron Ekholm fought in the war is false.", "Baron Ekholm did not fight in the war."),
    (
        "It is unclear whether the pilot slept before the flight.",
        "The pilot did not sleep before the flight.",
    ),
    ("Skaters may use the frozen lake until dark.", "Skaters used the frozen lake until dark."),
    (
        "Residents of Tarn were told not to drink the water.",
        "Residents of Tarn were told to drink only bottled water.",
    ),
    (
        "The council not only approved the park but also named it.",
        "The council approved the park and named it.",
    ),
    ("Ballots must arrive no later than Friday.", "Ballots must arrive by Friday."),
    ("The library did not open until May.", "The library opened in May."),
    ("The senator did not fail to pay the fine.", "The senator paid the fine."),
    ("The union cannot rule out a strike at the port.", "The union has announced no strike at the port."),
    (
        "Doctors do not think that the virus spread to the school.",
        "Doctors think that the virus did not spread to the school.",
    ),
    ("The senator failed to block the sale of the mill.", "The sale of the mill was allowed."),
    ("Wheat prices rose in autumn.", "Wheat profits fell in autumn."),
    ("The lower house approved the pension bill.", "The upper house rejected the pension bill."),
    ("The bank cut its rates on Monday.", "The bank raised its forecasts on Monday."),
    ("The firm said sales of skis rose.", "Analysts said sales of skis fell."),
    ("The law would ban vaping in cafes if it were signed.", "The town has not banned vaping in cafes."),
    ("The vote on the stadium was not unanimous.", "The vote on the stadium was 5 to 1."),
    ("Few shops in Perl opened on the holiday.", "Some shops in Perl opened on the holiday."),
    ("The trainer did not resign because of the scandal.", "The trainer resigned for health reasons."),
    (
        "The orchestra was not founded by the duke but by his sister.",
        "The orchestra was founded by the sister of the duke.",
    ),
    ("Lind denied that the airline paid the spy.", "Rivals claim that the airline paid the spy."),
    ("The play had never been staged before the war.", "The play was staged after the war."),
    (
        "Police said they do not believe that the fire in the mill was set.",
        "Police believe the fire in the mill was an accident.",
    ),
    ("The mayor did not say whether the town would sue the builder.", "The town has not sued the builder."),
    (
        "The minister did not rule out new taxes on fuel.",
        "The minister said new taxes on fuel were possible.",
    ),
    (
        "Nobody but the pilot was on board when the plane crashed.",
        "The pilot was alone on board when the plane crashed.",
    ),
    (
        "The committee has not yet voted on the housing bill.",
        "The committee will vote on the housing bill next week.",
    ),
    (
        "The company does not expect to cut jobs in Ovel this year.",
        "The company expects no job cuts in Ovel this year.",
    ),
    ("Hardly any seats were empty at the concert.", "Almost all seats were taken at the concert."),
    ("The judge did not allow cameras in the courtroom.", "The judge banned cameras from the courtroom."),
    ("The treaty was not signed until 1962.", "The treaty was signed in 1962."),
    ("The painter was never charged with the theft.", "The painter was arrested over the theft."),
    (
        "The council may vote on the bridge plan next week.",
        "The council is due to vote on the bridge plan next week.",
    ),
    ("The firm planned to sell the mill but changed its mind.", "The firm did not sell the mill."),
    (
        "Voters rejected the tax on sugar but approved the tax on tobacco.",
        "Voters approved the tax on tobacco and rejected the tax on sugar.",
    ),
    ("Imports rose while exports fell in July.", "Exports fell in July as imports rose."),
    (
        "It is not true that the vaccine harms children, the agency said.",
        "The vaccine does not harm children, the agency said.",
    ),
    ("The museum lifted its ban on cameras.", "The museum now allows cameras."),
    ("Trains were not running on Sunday because of the strike.", "No trains ran on Sunday."),
    ("Experts doubt that the dam can hold.", "The dam may not hold, experts warn."),
    (
        "The airline has the right to cancel flights if there is fog.",
        "The airline may cancel flights in fog.",
    ),
    ("The coach would not comment on the transfer.", "The coach declined to comment on the transfer."),
    ("The city expects 500 guests at the gala.", "The city has invited 500 guests to the gala."),
    ("Few people believed that the mine would reopen.", "The mine reopened."),
    (
        "There is no evidence that the senator knew of the payments.",
        "The senator did not know of the payments.",
    ),
    ("The plan to close the school was not popular.", "The plan to close the school was unpopular."),
    ("Neither side won the match in Tarn.", "The match in Tarn ended in a draw."),
    ("A possible closure of the mill worries the town.", "The town worries that the mill might close."),
    ("The bank's shares did not rise as much as expected.", "The bank's shares rose less than expected."),
    ("Opponents wanted the court to strike down the law, but judges upheld it.", "Judges upheld the law."),
    ("Without the grant, the choir would have closed.", "The choir has not closed."),
]

Found = dict[tuple[str, str], tuple[Finding, ...]]

_KINDS = frozenset({Kind.HEDGE, Kind.POLARITY, Kind.STATUS})
ONE_VOICE_AGAINST_ANOTHER = [
    "Critics said that the serum caused the rash.\nThe agency said that the serum did not cause the rash.",
    "The idea that Baron Ekholm fought in the war is old.\nBaron Ekholm did not fight in the war.",
    "The town council first rejected the new harbour.\nLater the town council approved the new harbour.",
]
ITSELF = [
    "The town council approved the new harbour.\nThe town council did not approve the new harbour.",
    "Shares of Orlen Steel rose on Thursday.\nShares of Orlen Steel fell on Thursday.",
    "The court upheld the fishing levy.\nThe court struck down the fishing levy.",
]


def _by_row(rows: list[tuple[str, str]]) -> Found:
    """Every row as a paragraph of one article and of the other: the findings by row."""
    left, right = ("\n".join(row[side] for row in rows) for side in (0, 1))
    report = factcheck.check(
        [article(left, uri="story/a.txt", outlet="A"), article(right, uri="story/b.txt", outlet="B")]
    )
    found: dict[tuple[str, str], list[Finding]] = {row: [] for row in rows}
    for finding in report.findings:
        found.get((finding.left.sentence_text, finding.right.sentence_text), []).append(finding)
    return {row: tuple(row_findings) for row, row_findings in found.items()}


@pytest.fixture(scope="module")
def contradictions() -> Found:
    return _by_row(CONTRADICTIONS)


@pytest.fixture(scope="module")
def drifts() -> Found:
    return _by_row(DRIFTS)


@pytest.fixture(scope="module")
def silent() -> Found:
    return _by_row(SILENT)


@pytest.mark.parametrize("row", CONTRADICTIONS)
def test_contradictions(contradictions: Found, row: tuple[str, str]) -> None:
    found = [finding for finding in contradictions[row] if finding.kind in _KINDS]
    assert Relation.CONTRADICTION in {finding.judgement.relation for finding in found}


@pytest.mark.parametrize("row", DRIFTS)
def test_drifts(drifts: Found, row: tuple[str, str]) -> None:
    found = [finding for finding in drifts[row] if finding.kind is Kind.HEDGE]
    assert [finding.judgement.relation for finding in found] == [Relation.DRIFT]


@pytest.mark.parametrize("row", SILENT)
def test_near_misses_are_silent(silent: Found, row: tuple[str, str]) -> None:
    assert silent[row] == ()


def headlined(text: str) -> Article:
    """The first line is the headline: it is compared with the body."""
    plain = article(text)
    first = dataclasses.replace(plain.blocks[0], kind=BlockKind.HEADLINE)
    return dataclasses.replace(plain, blocks=(first, *plain.blocks[1:]), headline=first.span)


@pytest.mark.parametrize("text", ITSELF)
def test_an_article_may_contradict_itself(text: str) -> None:
    found = factcheck.check(headlined(text)).findings
    assert Relation.CONTRADICTION in {finding.judgement.relation for finding in found}


@pytest.mark.parametrize("text", ONE_VOICE_AGAINST_ANOTHER)
def test_a_claim_and_its_rebuttal_in_one_article_are_silent(text: str) -> None:
    assert factcheck.check(headlined(text)).findings == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It is unclear whether two workers died in the fire.", "Three workers died in the fire."),
        ("Did the mayor take £3,000 from the mill?", "The mayor took £4,000 from the mill."),
        ("The council denied that 40 homes were flooded.", "The storm left 60 homes flooded."),
    ],
)
def test_a_figure_that_nobody_asserts_contradicts_none(left: str, right: str) -> None:
    assert kinds_of(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Two workers died in the fire.", "Three workers died in the fire."),
        ("The mayor took £3,000 from the mill.", "The mayor took £4,000 from the mill."),
        ("Crop yields fell by 10 percent in Orlen.", "Crop yields fell by 20 percent in Orlen."),
    ],
)
def test_a_figure_that_both_assert_does(left: str, right: str) -> None:
    assert kinds_of(left, right) == [(Kind.NUMBER, Relation.CONTRADICTION)]


def kinds_of(left: str, right: str) -> list[tuple[Kind, Relation]]:
    articles = [
        {"outlet": name, "published": "2025-06-03", "text": text}
        for name, text in (("A", left), ("B", right))
    ]
    return [(found.kind, found.judgement.relation) for found in factcheck.check(articles).findings]
