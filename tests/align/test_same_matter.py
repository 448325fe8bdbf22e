from __future__ import annotations

import pytest

from factcheck.align.occasions import Occasion, occasion
from factcheck.align.same_matter import LIKELY, NO, SURE, Likeness, likeness, recurs, same_matter
from factcheck.align.words import stems

# (left, its time or figure, right, its time or figure, whether both fill one slot of one event)
ROWS = [
    ("The dam failed on Monday.", "Monday", "The dam gave way on Sunday.", "Sunday", True),
    ("The council met on 3 May.", "3 May", "A meeting of the council was held on 4 May.", "4 May", True),
    ("Brandt resigned in June.", "June", "Brandt quit the board in July.", "July", True),
    ("The mill was shut in March.", "March", "In April the mill closed.", "April", True),
    ("In May the agency reworded its notices.", "May", "By June its notices were updated.", "June", True),
    ("A judge ruled against the levy in May.", "May",
     "Last week a judge in Harrow held that the levy was void.", "Last week", True),
    ("He was held for nine days.", "nine days", "He was held for nine weeks.", "nine weeks", True),
    ("Orlen sued the port in June.", "June", "Orlen took the port to court in July.", "July", True),
    ("The probe lasted six weeks.", "six weeks", "The probe lasted eight weeks.", "eight weeks", True),
    ("Thursday’s vote split the council.", "Thursday", "The council voted on Friday.", "Friday", True),
    ("The mill will cut 340 jobs.", "340", "The mill plans to cut 430 jobs.", "430", True),
    ("Seven people died in the flood.", "Seven", "Three people were killed.", "Three", True),
    ("The bridge opened at 9 a.m. on Monday.", "9 a.m.", "The bridge was opened at noon.", "noon", True),
    ("The firm was fined $2.", "$2", "The regulator's fine for the firm was $24.", "$24", True),
    ("The ferry is scheduled to launch in May.", "May", "The ferry launches in June.", "June", True),
    ("The dam failed on Monday.", "Monday", "It is the worst flood since 1968.", "1968", False),
    ("The council met on Monday.", "Monday", "It recalled last year’s campaign.", "last year", False),
    ("The mill closed on Monday.", "Monday", "Vos said on Tuesday that she would stay.", "Tuesday", False),
    ("Brandt resigned in June.", "June", "Brandt opened the bridge in July.", "July", False),
    ("Tavik lost in court on Friday.", "Friday", "Tavik opened a yard in June.", "June", False),
    ("He was held for nine days.", "nine days", "He was held within a year.", "a year", False),
    ("It sold more than a year earlier.", "a year", "It sold ferries in the three months.", "three months",
     False),
    ("The board met Sunday.", "Sunday", "A crew sailed on Thursday.", "Thursday", False),
    ("Vos spoke of the 2014 protests.", "2014", "Vos voted on 4 September.", "4 September", False),
    ("Talks lasted an hour.", "an hour", "Three weeks remain for the talks.", "Three weeks", False),
    ("Rain fell on the hills on Friday.", "Friday", "Troops left the town on Sunday.", "Sunday", False),
    ("Vos spoke of the November election.", "November", "Vos sued the port in May.", "May", False),
    ("The raid found 20 guns.", "20", "The hearing drew 40 people.", "40", False),
]  # fmt: skip


def told(sentence: str, part: str) -> Occasion:
    start = sentence.index(part)
    return occasion(sentence, start, start + len(part))


def content(sentence: str, part: str) -> frozenset[str]:
    return frozenset(stems(sentence)) - frozenset(stems(part))


def gated(left: str, one: str, right: str, other: str) -> float:
    alike = likeness(content(left, one), content(right, other))
    return same_matter(told(left, one), told(right, other), alike)


@pytest.mark.parametrize(
    ("left", "one", "right", "other", "same"), ROWS, ids=[row[0] + row[2] for row in ROWS]
)
def test_rows(left: str, one: str, right: str, other: str, same: bool) -> None:
    assert (gated(left, one, right, other) > NO) is same
    assert gated(left, one, right, other) == gated(right, other, left, one)


def test_rows_are_balanced() -> None:
    assert abs(sum(1 if row[-1] else -1 for row in ROWS)) <= 2


# sentences as papers write them; first met, in two batches: precision 0.71 and 1.0, recall 0.5 and 0.38
MIN_PRECISION, MIN_RECALL = 0.95, 0.75
LONGER = [
    ("Union leaders walked out of the pay talks on Tuesday night, blaming the port.", "Tuesday night",
     "The unions quit talks over pay late on Wednesday.", "Wednesday", True),
    ("The regulator, which had waited for months, approved the merger on 4 March.", "4 March",
     "Approval of the merger came on 14 March, the regulator said.", "14 March", True),
    ("Firefighters were called to the warehouse at 3 a.m.", "3 a.m.",
     "Crews were called to a burning warehouse at 5 a.m.", "5 a.m.", True),
    ("After a two-day hearing, Judge Holt sentenced Rehn on Friday to four years in prison.", "Friday",
     "Rehn was jailed on Thursday by Judge Holt for four years.", "Thursday", True),
    ("The vaccine programme, the first of its kind, was launched in 2019.", "2019",
     "The programme began in 2021 and has reached ten towns.", "2021", True),
    ("Hallin, who took office in January, announced the cuts last week.", "January",
     "Hallin, in office since taking it in March, has announced cuts.", "March", True),
    ("The airline grounded its fleet on Sunday after an engine caught fire.", "Sunday",
     "On Monday the airline grounded all of its planes.", "Monday", True),
    ("Police arrested three men in Wendle on Saturday.", "Saturday",
     "The arrests of the three men were made on Sunday.", "Sunday", True),
    ("The tunnel is due to be completed by the end of 2027.", "the end of 2027",
     "Completion of the tunnel is expected in 2029.", "2029", True),
    ("Voters go to the polls on 9 May to pick a mayor.", "9 May",
     "The election for mayor will be held on 19 May.", "19 May", True),
    ("Union leaders walked out of the pay talks on Tuesday night.", "Tuesday night",
     "The port raised the pay of its union members in January.", "January", False),
    ("The regulator approved the merger on 4 March.", "4 March",
     "The regulator fined the same firm over a merger in 2018.", "2018", False),
    ("Firefighters were called to the warehouse at 3 a.m.", "3 a.m.",
     "The warehouse was still burning on Tuesday.", "Tuesday", False),
    ("Judge Holt sentenced Rehn on Friday.", "Friday",
     "Rehn, who was arrested in May, told Judge Holt that he was sorry.", "May", False),
    ("The programme was launched in 2019.", "2019",
     "Spending on the programme is the highest since 2015.", "2015", False),
    ("Hallin took office in January.", "January",
     "Hallin said on Thursday that her office would close early.", "Thursday", False),
    ("The airline grounded its fleet on Sunday.", "Sunday",
     "The airline has bought a dozen planes over the past year.", "the past year", False),
    ("Police arrested three men in Wendle on Saturday.", "Saturday",
     "Wendle police hold a press briefing for the men’s families on Monday.", "Monday", False),
    ("The tunnel is due to be completed in 2027.", "2027",
     "Engineers found the tunnel’s first leak in November.", "November", False),
    ("Voters go to the polls on 9 May to pick a mayor.", "9 May",
     "Turnout rose from the May 2021 election, voters said.", "May 2021", False),
    ("The museum reopened to visitors on 2 April after a long repair.", "2 April",
     "Visitors returned as the museum opened its doors on 12 April.", "12 April", True),
    ("Parliament passed the water bill late on Wednesday.", "Wednesday",
     "The water bill was adopted by parliament on Thursday.", "Thursday", True),
    ("Coach Ines Vos was sacked on Sunday.", "Sunday",
     "Vos lost her job as coach on Monday.", "Monday", True),
    ("A lorry hit the bridge at 7 a.m.", "7 a.m.",
     "The bridge was struck by a lorry at 9 a.m.", "9 a.m.", True),
    ("The strike, now in its third week, began on 3 June.", "3 June",
     "Drivers have been on strike since 13 June.", "13 June", True),
    ("The bank raised its rates in May.", "May",
     "In July the bank increased its rates.", "July", True),
    ("The clinic treated 40 patients overnight on Friday.", "Friday",
     "On Saturday night the clinic treated 40 patients.", "Saturday night", True),
    ("Rescuers found the boy on Tuesday.", "Tuesday",
     "The boy was discovered by rescuers on Wednesday.", "Wednesday", True),
    ("The museum reopened on 2 April.", "2 April",
     "The museum lost a painting in a theft in 2011.", "2011", False),
    ("Parliament passed the water bill late on Wednesday.", "Wednesday",
     "Parliament debated the water bill for the first time in March.", "March", False),
    ("Coach Ines Vos was sacked on Sunday.", "Sunday",
     "Vos, hired in 2022, won two titles as coach.", "2022", False),
    ("A lorry hit the bridge at 7 a.m.", "7 a.m.",
     "Traffic on the bridge was moving again by noon.", "noon", False),
    ("The strike began on 3 June.", "3 June",
     "A strike in 2019 ended after a week.", "2019", False),
    ("The bank raised its rates in May.", "May",
     "Rates at the bank are now the highest since 2008.", "2008", False),
    ("The clinic treated 40 patients on Friday.", "Friday",
     "The clinic opened last autumn with 40 beds.", "last autumn", False),
    ("Rescuers found the boy on Tuesday.", "Tuesday",
     "The boy was last seen on Sunday by a neighbour.", "Sunday", False),
]  # fmt: skip


def test_longer_rows_measured() -> None:
    found = [(gated(*row[:4]) > NO, row[4]) for row in LONGER]
    right = sum(said and same for said, same in found)
    assert right / sum(said for said, _ in found) >= MIN_PRECISION
    assert right / sum(same for _, same in found) >= MIN_RECALL


WORDING = [
    # the same act and subject, whatever else is said
    (
        "The dam failed on Monday.",
        "Monday",
        "The dam burst on Sunday.",
        "Sunday",
        Likeness(1, 0.2, 0.1),
        SURE,
    ),
    # another act: only nearly the same wording lets it pass
    ("The dam held on Monday.", "Monday", "Crews left on Sunday.", "Sunday", Likeness(5, 0.7, 0.7), LIKELY),
    ("The dam held on Monday.", "Monday", "Crews left on Sunday.", "Sunday", Likeness(5, 0.5, 0.5), NO),
    # a short claim that repeats the names of a long one is not the same wording
    ("The dam held on Monday.", "Monday", "Crews left on Sunday.", "Sunday", Likeness(4, 1.0, 0.3), NO),
]


@pytest.mark.parametrize(("left", "one", "right", "other", "alike", "expected"), WORDING)
def test_wording(left: str, one: str, right: str, other: str, alike: Likeness, expected: float) -> None:
    assert same_matter(told(left, one), told(right, other), alike) == expected


@pytest.mark.parametrize(
    ("left", "right", "again"),
    [
        ("The two met on {}.", "They held a meeting on {}.", True),
        ("Harrow played Wendle on {}.", "The match was on {}.", True),
        ("The dam failed on {}.", "The dam burst on {}.", False),
        ("The two met on {}.", "The dam burst on {}.", False),
    ],
)
def test_recurs(left: str, right: str, again: bool) -> None:
    one, other = left.format("Monday"), right.format("Sunday")
    assert recurs(told(one, "Monday"), told(other, "Sunday")) is again
