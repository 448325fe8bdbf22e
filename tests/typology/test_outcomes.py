"""T6, T7, T16 to T18, H11, H13 to H16 and H20, from text to judgement: outcomes, doubts, orders, statuses."""

from __future__ import annotations

import dataclasses

import pytest
from builders import alignment, article
from parsing import shipped

import factcheck
from factcheck import split, values
from factcheck.compare import forces, hedges, outcomes, polarity
from factcheck.records import Article, BlockKind, Claim, Kind, Relation

OUTCOMES = [
    ("C", "The appeals court upheld the harbour levy.", "The levy was struck down by the appeals court."),
    (".", "The court struck down the law.", "The law was ruled unconstitutional."),
    ("C", "Shares in Norvik slid on Tuesday.", "Norvik's share price climbed on Tuesday."),
    (".", "Prices rose in March.", "Profits fell in March."),
    (".", "The bank cut rates.", "The bank raised its forecasts."),
    (".", "The senate failed to block the sale.", "The senate allowed the sale."),
    (
        "C",
        "The board approved the merger with Talvik.",
        "Directors at the company turned down the Talvik merger.",
    ),
    ("C", "Karlin was found guilty of fraud.", "Karlin was acquitted of fraud."),
    ("C", "The minister admitted that he knew of the leak.", "The minister denied that he knew of the leak."),
    ("C", "The town banned fireworks in the park.", "Fireworks are allowed in the park, the town decided."),
    ("C", "All four climbers survived the avalanche.", "The four climbers died in the avalanche."),
    ("C", "The bridge remains closed to traffic.", "The bridge is open to traffic again."),
    ("C", "The council rejected a plan to build 40 flats.", "Councillors backed the plan for 40 flats."),
    ("C", "Norvik United beat Harlow 2-1.", "Harlow held Norvik United to a draw."),
    ("C", "Mayor Brandt supports the tunnel.", "Mayor Brandt opposes the tunnel."),
    (".", "Mayor Brandt supports the tunnel.", "Mayor Lind opposes the tunnel."),
    (
        "C",
        "The violas' seats in the orchestra increased from 9 to 12.",
        "Violas lose ground in the orchestra",
    ),
    (
        "C",
        "Talvik wins the hosting contract",
        "The rejection of Talvik as host was announced in a statement.",
    ),
    ("C", "Talvik wins the hosting contract", "Talvik was turned down as host of the games."),
    (".", "Talvik wins the hosting contract", "Norvik was turned down as host of the games."),
    ("C", "The hives of the abbey saw no crowds.", "The hives of the abbey were just as crowded."),
    ("C", "Demand for goat bells is growing.", "Demand for goat bells has fallen to a tenth."),
    ("C", "Exports grew last year.", "Exports shrank last year."),
    ("C", "The search team found the missing boat.", "The missing boat has not been found."),
    ("C", "The firm denied the report.", "The firm confirmed the report."),
    (".", "The firm denied the report of losses.", "The firm confirmed the appointment of Ana Holt."),
    ("C", "Membership increased by 200 last year.", "Membership dropped last year."),
    (".", "The vote was not unanimous.", "The vote was 5-1."),
    ("C", "The jury convicted Karlin of theft.", "The jury cleared Karlin of theft."),
    ("C", "The strike was called off.", "The strike will go ahead."),
    ("C", "Lind will stand for re-election.", "Lind will not stand for re-election."),
    ("C", "Lind refused to resign.", "Lind resigned."),
    ("C", "The levy passed.", "The levy was defeated at the polls."),
    ("C", "Harlow won the cup.", "Harlow lost the cup final."),
    ("C", "The union accepted the pay offer.", "Union members voted down the pay offer."),
    ("C", "Unemployment fell to 4 per cent in May.", "Unemployment rose to 4 per cent in May."),
    (".", "Unemployment fell to 4 per cent in May.", "The number of jobs rose in May."),
    (".", "Ticket prices went up while attendance fell.", "Attendance fell while ticket prices went up."),
    ("C", "The deal was signed on Friday.", "The deal was not signed on Friday."),
    (".", "Sales fell in Europe.", "Sales rose in Asia."),
    (".", "Lind lost the first round but won the second.", "Lind won the second round."),
    (
        "C",
        "Talks between Talvik and the union broke down on Friday.",
        "Talks between Talvik and the union succeeded on Friday.",
    ),
    (".", "The number of accidents fell by half.", "Accidents were down 50 per cent."),
    ("C", "The patient is alive.", "The patient died."),
    ("C", "The pool reopened on Monday.", "The pool stayed shut on Monday."),
    (".", "The pool reopened on Monday.", "The pool had been closed since May."),
    (".", "Two people died and three survived the crash.", "Three people survived the crash."),
    (".", "The minister defended the ban on fireworks.", "The minister supported the ban on fireworks."),
    ("C", "Parliament lifted the ban on whale hunting.", "Parliament kept the ban on whale hunting."),
    (".", "Parliament lifted the ban on whale hunting.", "Whale hunting is now allowed, parliament decided."),
    ("C", "Parliament lifted the ban on whale hunting.", "Whale hunting remains banned."),
]

DOUBTS = [
    (
        "D",
        "Roy Karlin said he might go to court, because shopkeepers weren't asked.",
        "Roy Karlin said that he would go to court, since shopkeepers had not been asked.",
    ),
    (
        "D",
        "Police believe that the van may have left the county.",
        "Police believe that the van has left the county.",
    ),
    (
        "D",
        "Her cabinet may also hold a vote on the planned port at Lund Bay.",
        "Her cabinet will hold a vote on the port planned at Lund Bay.",
    ),
    (
        "D",
        "The takeover is also unlikely to receive approval from the regulator.",
        "The takeover will not get approval from the regulator.",
    ),
    ("D", "The firm may close two plants.", "The firm will close two plants."),
    ("D", "Holt allegedly took bribes from builders.", "Holt took bribes from builders."),
    ("D", "Holt tried to delete the files.", "Holt deleted the files."),
    (".", "Holt intends to appeal.", "Holt will appeal, her lawyer said."),
    (".", "Holt plans to appeal.", "Holt said she would appeal."),
    (
        "D",
        "The minister has recommended that ferries should not carry gas.",
        "Ferries have been forbidden by the minister to carry gas.",
    ),
    ("D", "The city asked residents to save water.", "The city ordered residents to save water."),
    ("D", "The panel urged schools to ban phones.", "The panel required schools to ban phones."),
    (".", "The city asked residents to save water.", "The city urged residents to save water."),
    (".", "The city ordered residents to save water.", "The city required residents to save water."),
    ("D", "Drivers should carry chains on the pass.", "Drivers must carry chains on the pass."),
    (".", "The firm may close two plants.", "The firm is likely to close two plants."),
    (
        "D",
        "The museum expressed interest in buying the harbour mill.",
        "The museum will buy the harbour mill.",
    ),
    ("D", "The deal will be signed in May if shareholders agree.", "The deal will be signed in May."),
    (
        "D",
        "The wording of the pact could be to Talvik's advantage, observers said.",
        "The wording of the pact will work to the advantage of Talvik, observers have said.",
    ),
    (
        "DC",
        "The court did not decide whether night fishing is harmful to the char.",
        "The court accepted that night fishing is harmful to the char.",
    ),
    (
        "D",
        "The names of donors will be carved on the wall, at their option.",
        "The names of all donors will be carved on the wall.",
    ),
    ("C", "Holt denied knowing of the plan.", "Holt admitted knowing of the plan."),
    ("C", "The mayor ruled out a tunnel under the bay.", "The mayor is considering a tunnel under the bay."),
    (".", "Holt said the firm might move to Harrow.", "Holt said the firm might be moved to Harrow."),
    (".", "Prosecutors say Holt took bribes from builders.", "Holt allegedly took bribes from builders."),
    (".", "The firm could not pay its workers.", "The firm did not pay its workers."),
    ("D", "The bridge is believed to be unsafe.", "The bridge is unsafe."),
    ("D", "The ship appears to have left the channel.", "The ship had left the channel."),
    (".", "The club hopes to sign Karlin.", "The club has not signed Karlin."),
    (".", "Will Lind quit the council?", "Lind has not quit the council."),
    ("D", "The fire was probably started by a heater.", "The fire was started by a heater."),
    (".", "In the event of rain the concert will move indoors.", "The concert was held outdoors."),
    ("D", "Barring a late appeal, the plant will close in June.", "The plant will close in June."),
    (".", "There is no evidence that Holt stole £5,000.", "Holt denied stealing £5,000."),
    ("D", "There is no evidence that Holt stole the £5,000.", "Holt stole the £5,000."),
]


def told(text: str, uri: str) -> tuple[Claim, ...]:
    subject: Article = article(text, uri=uri)
    sentences = split.parsed(subject, split.sentences(subject), shipped())
    claims = values.with_facts(subject, sentences, split.claims(subject, sentences))
    return tuple(claim for claim in claims if not claim.minimal)


def relations(left: str, right: str) -> set[Relation]:
    """What is judged of any two claims of the two texts."""
    return {
        judgement.relation
        for ours in told(left, "story/a.txt")
        for theirs in told(right, "story/b.txt")
        for comparator in (polarity, outcomes, hedges, forces)
        for judgement in comparator.compare(alignment(ours, theirs))
    }


EXPECTED = {"C": {Relation.CONTRADICTION}, "D": {Relation.DRIFT}, ".": set()}


@pytest.mark.parametrize(("verdict", "left", "right"), [*OUTCOMES, *DOUBTS])
def test_pair(verdict: str, left: str, right: str) -> None:
    found = relations(left, right)
    if verdict == "DC":
        assert found
    elif verdict == "C":
        assert Relation.CONTRADICTION in found
    else:
        assert found == EXPECTED[verdict]


# ------------------------------------------------------------------------------------ the whole way

# Each row as two articles of one day, or of the two days given; "S" is an update, "S?" an update or silence.
ROWS = [
    # T6
    ("C", "The board of Talvik did approve the merger.", "The board of Talvik did not approve the merger."),
    ("C", "No one was hurt in the Harrow blaze.", "Two people were hurt in the Harrow blaze."),
    ("C", "Holt never met the lobbyist Karlin.", "Holt met the lobbyist Karlin."),
    (
        "C",
        "In 2010 Lind missed a doping test and received a warning, but was not banned.",
        "Lind herself was banned in 2010 after she had missed a doping test.",
    ),
    (
        "C",
        "The prosecutor Ana Holt denied that there was any such deal.",
        "The prosecutor Ana Holt did not deny that there had been such a deal.",
    ),
    # T7
    ("C", "The court upheld the harbour levy.", "The court struck down the harbour levy."),
    ("C", "Shares of Orlen Steel slid on Tuesday.", "Shares of Orlen Steel climbed on Tuesday."),
    ("C", "Orlen's sales were up 5 percent in May.", "Orlen's sales were down 5 percent in May."),
    (
        "C",
        "The party won a majority in the Perl council.",
        "The party fell two seats short of a majority in the Perl council.",
    ),
    ("C", "Perl bars cars from Mill Street for good", "Cars are banned from Mill Street for a trial period."),
    (
        "C",
        "The council voted unanimously to close the pool.",
        "The vote to close the pool was not unanimous.",
    ),
    ("C", "The vaccine is effective against the virus.", "The vaccine is ineffective against the virus."),
    ("C", "Turnout hits record high in Perl", "Turnout in Perl was the lowest in 20 years."),
    ("C", "Pilots and Talvik reach deal on pay", "Talks of pilots and Talvik ended without a deal on pay."),
    ("C", "Court blocks the tunnel under Lake Senn", "The tunnel under Lake Senn can go ahead."),
    # T16
    ("D", "Orlen may close two plants.", "Orlen will close two plants."),
    ("D", "Holt allegedly took bribes.", "Holt took bribes."),
    (
        "D",
        "The ministry plans to build a bridge over the Senn.",
        "The ministry will build a bridge over the Senn.",
    ),
    ("D", "The bridge is believed to be unsafe.", "The bridge is unsafe."),
    (
        "D",
        "A dome with a large telescope is planned for the roof, and is to open in 2019 if money is raised.",
        "A dome with a large telescope will open on the roof in 2019.",
    ),
    # T17
    ("D", "Holt tried to delete the files.", "Holt deleted the files."),
    ("C", "Holt denied knowing the plan.", "Holt admitted knowing the plan."),
    ("D", "Police think the van may have left the county.", "Police think the van has left the county."),
    ("D", "Rescuers attempted to reach the cave.", "Rescuers reached the cave."),
    (
        "C",
        "The court did not decide whether night fishing is harmful to the pike.",
        "The court did accept, though, that fishing after dark does harm to the pike.",
    ),
    # T18
    ("C", "Karlin was charged with fraud.", "Karlin was convicted of fraud."),
    ("C", "Lind was nominated to the seat on the bench.", "Lind was confirmed to the seat on the bench."),
    (
        "C",
        "A court acquitted Karlin of bribery.",
        "The bribery charges against Karlin were dropped by a court.",
    ),
    ("C", "The governor signed the harbour bill.", "The governor vetoed the harbour bill."),
    ("C", "The harbour bill passed the senate.", "The harbour bill was signed into law."),
    ("D", "The harbour bill was approved by a committee.", "The harbour bill was passed by the senate."),
    (
        "D",
        "The senate panel asked Holt for her letters.",
        "The senate panel subpoenaed Holt for her letters.",
    ),
    ("C", "Talvik has filed for bankruptcy.", "Talvik plans to file for bankruptcy."),
    (
        "C",
        "Talvik and Orlen reached a settlement in the patent case.",
        "A jury found in favour of Talvik in its patent case against Orlen.",
    ),
    ("C", "Talvik has agreed to buy Orlen.", "Talvik has proposed to buy Orlen."),
    # H11 and T18 with dates
    (".", "Dunn, the nominee, spoke in Perl.", "Dunn, who was sworn in as secretary, spoke in Perl."),
    (".", "Then-mayor Ode opened the bridge.", "Former mayor Ode had opened the bridge."),
    (".", "Ode was arrested over the fraud.", "Ode was charged with the fraud."),
    (".", "Dunn was convicted of fraud and sentenced to six years.", "Dunn was sentenced to six years."),
    (
        ".",
        "Two men were convicted of the theft and a third was acquitted.",
        "Karel Dunn, one of the three men, was convicted of the theft.",
    ),
    (".", "Karel Dunn was acquitted of fraud.", "Karel Dunn was convicted of perjury."),
    # H13
    (".", "Wheat prices rose.", "Wheat profits fell."),
    (".", "The bank cut rates.", "The bank raised forecasts."),
    (".", "Fuel prices hit a record high in Perl.", "Fuel sales in Perl were the lowest in ten years."),
    (".", "The permanent exhibition in Perl reopens.", "A temporary exhibition in Perl opens on Sunday."),
    (".", "The town banned fireworks.", "The town allowed barbecues."),
    # H14
    (".", "The senate failed to block the sale of the mill.", "The senate allowed the sale of the mill."),
    (".", "The vote on the stadium was not unanimous.", "The vote on the stadium was 5–1."),
    (".", "The clerk did not fail to pay the fine.", "The clerk paid the fine."),
    (".", "The road is not unsafe.", "The road is safe."),
    (".", "The judge did not allow cameras.", "The judge banned cameras."),
    # H15
    (".", "The law would ban vaping in cafes if signed.", "The town has not banned vaping in cafes."),
    (".", "Orlen plans to hire 100 welders.", "Orlen has hired none of the welders yet."),
    (".", "In the event of rain the concert will move indoors.", "The concert was held outdoors."),
    (".", "The council wants to close Mill Street for good.", "Mill Street is closed for a trial period."),
    (".", "The union threatened to strike in May.", "The union did not strike in May."),
    # H16
    (".", "The slain officer was from Perl.", "The police officer who was killed was from Perl."),
    (".", "The court struck down the law.", "The law was ruled unconstitutional."),
    (".", "Karlin was found not guilty.", "Karlin was cleared."),
    (".", "The company went bust in May.", "The company was declared insolvent in May."),
    (".", "The treaty was not signed until 1962.", "The treaty was signed in 1962."),
    # H20
    (".", "“If we lose, the plant closes,” Lind said.", "The plant remains open."),
    (".", "Will Lind quit?", "Lind has not quit."),
    (".", "Should the vote fail, the pool will close.", "The pool will stay open."),
    (".", "Is the dam safe?", "The dam is not safe."),
    (".", "“Suppose Karlin is convicted,” Holt said.", "Karlin was acquitted."),
]
DATED = [
    (Relation.UPDATE, "Karlin was charged with fraud.", "Karlin was convicted of fraud."),
    (Relation.UPDATE, "Lind was nominated to the seat.", "Lind was confirmed to the seat."),
    (Relation.UPDATE, "The harbour bill passed the senate.", "The harbour bill was signed into law."),
    (Relation.CONTRADICTION, "Karlin was convicted of fraud.", "Karlin was charged with fraud."),
    (Relation.CONTRADICTION, "A court acquitted Karlin of fraud.", "A court convicted Karlin of fraud."),
]
_OURS = frozenset({Kind.HEDGE, Kind.POLARITY, Kind.STATUS})


def checked(
    left: str,
    right: str,
    days: tuple[str, str] = ("2025-12-10", "2025-12-10"),
    kinds: frozenset[Kind] = _OURS,
) -> set[Relation]:
    report = factcheck.check(
        [
            article(left, uri="story/a.txt", outlet="A", day=days[0]),
            article(right, uri="story/b.txt", outlet="B", day=days[1]),
        ]
    )
    return {finding.judgement.relation for finding in report.findings if finding.kind in kinds}


@pytest.mark.parametrize(("verdict", "left", "right"), ROWS)
def test_the_whole_way(verdict: str, left: str, right: str) -> None:
    if verdict == "C":
        assert Relation.CONTRADICTION in checked(left, right, kinds=frozenset(Kind))
    else:
        assert checked(left, right) == EXPECTED[verdict]


@pytest.mark.parametrize(("relation", "left", "right"), DATED)
def test_publication_dates_explain_a_later_step(relation: Relation, left: str, right: str) -> None:
    assert relation in checked(left, right, ("2025-12-10", "2025-12-14"))


HEADLINES = [
    ("C", "Senate approves harbour bill", "The Senate rejected the harbour bill."),
    ("C", "Council turns down ferry offer", "The council accepted the offer for the ferry line."),
    ("C", "Harbour levy scrapped by court", "The court upheld the harbour levy."),
    ("C", "Karlin convicted of fraud", "Karlin was acquitted of fraud on Monday."),
    ("C", "Violas lose ground in Perl", "The violas raised their orchestra seats in Perl from 9 to 12."),
    (
        "C",
        "Perl bars cars from Mill Street for good",
        "Cars are banned from Mill Street for a trial period.",
    ),
    (".", "Senate approves harbour bill", "The Senate passed the harbour bill on Monday."),
    (".", "Karlin convicted of fraud", "Karlin had been charged with fraud in May."),
    (".", "Court upholds harbour levy", "Shipowners said the levy should be scrapped."),
    (".", "Violas lose ground in Perl", "The violas fell from 12 to 9 orchestra seats in Perl."),
]


@pytest.mark.parametrize(("verdict", "headline", "body"), HEADLINES)
def test_a_headline_against_its_body(verdict: str, headline: str, body: str) -> None:
    plain = article(f"{headline}\n{body}")
    top = dataclasses.replace(plain.blocks[0], kind=BlockKind.HEADLINE)
    own = dataclasses.replace(plain, blocks=(top, *plain.blocks[1:]), headline=top.span)
    report = factcheck.check([own, article("It rained in Lomar.", uri="story/b.txt", outlet="B")])
    found = {finding.judgement.relation for finding in report.findings if finding.kind in _OURS}
    assert found == EXPECTED[verdict]
