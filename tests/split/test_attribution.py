"""Who is said to say what, in every form that news uses."""

from __future__ import annotations

import builders
import pytest
from parsing import parsed

from factcheck import split
from factcheck.records import Attribution
from factcheck.split.attribution import attributions
from factcheck.split.lines import lines
from factcheck.split.quotations import quotations
from factcheck.split.references import references


def found(text: str) -> list[Attribution]:
    article = builders.article(text)
    sentences = split.sentences(article)
    made = lines(article, sentences, quotations(article))
    rows = attributions(article, made, references(article, sentences))
    return [said.attribution for row in rows for said in row]


ONE = [
    # direct
    ("“Budgets are tight,” said Ada Vos.", "Ada Vos", "said", ["Budgets are tight"], True),
    ("“Budgets are tight,” Vos said.", "Vos", "said", ["Budgets are tight"], True),
    (
        "“Budgets are tight,” lamented Ada Vos, a treasurer.",
        "Ada Vos, a treasurer",
        "lamented",
        ["Budgets are tight"],
        True,
    ),
    ("“Is it over?” Brandt asked.", "Brandt", "asked", ["Is it over"], True),
    ("“Is it over?” asked Mayor Brandt.", "Mayor Brandt", "asked", ["Is it over"], True),
    ("Vos said: “Budgets are tight.”", "Vos", "said", ["Budgets are tight"], True),
    ("Vos told reporters, “Budgets are tight.”", "Vos", "told", ["Budgets are tight"], True),
    (
        '"Budgets are tight," a clerk with direct knowledge tells BEACON, speaking anonymously.',
        "a clerk with direct knowledge",
        "tells",
        ["Budgets are tight"],
        True,
    ),
    (
        "“The plan fails the city,” stated a former clerk at the agency.",
        "a former clerk at the agency",
        "stated",
        ["The plan fails the city"],
        True,
    ),
    ("“We lost,” Vos said, “and we know it.”", "Vos", "said", ["We lost", "and we know it"], True),
    (
        "Vos stresses the value of this step: “We had to sign it.”",
        "Vos",
        "stresses",
        ["We had to sign it"],
        True,
    ),
    # indirect
    ("Vos said that budgets were tight.", "Vos", "said", ["that budgets were tight"], False),
    ("Vos said budgets were tight.", "Vos", "said", ["budgets were tight"], False),
    ("Budgets were tight, Vos said.", "Vos", "said", ["Budgets were tight"], False),
    ("Budgets were tight, critics say.", "critics", "say", ["Budgets were tight"], False),
    ("The house, he said, was empty.", "he", "said", ["The house", "was empty"], False),
    (
        "Police told reporters on Monday that the driver was speeding.",
        "Police",
        "told",
        ["that the driver was speeding"],
        False,
    ),
    ("She said Monday the vote was lost.", "She", "said", ["the vote was lost"], False),
    (
        "In March, The Beacon reported that the mill had closed.",
        "The Beacon",
        "reported",
        ["that the mill had closed"],
        False,
    ),
    (
        "Former clerks have warned that the plan fails.",
        "Former clerks",
        "warned",
        ["that the plan fails"],
        False,
    ),
    (
        "Ada Vos, a former clerk, warns that the plan fails.",
        "Ada Vos, a former clerk",
        "warns",
        ["that the plan fails"],
        False,
    ),
    (
        "A judge in Harrow ruled that the firm could not share data.",
        "A judge in Harrow",
        "ruled",
        ["that the firm could not share data"],
        False,
    ),
    (
        "According to a clerk, workers were told to help.",
        "a clerk",
        "According to",
        ["workers were told to help"],
        False,
    ),
    (
        "Workers were told to help, according to the lawsuit.",
        "the lawsuit",
        "according to",
        ["Workers were told to help"],
        False,
    ),
    ("As Vos warns, the plan is bad.", "Vos", "warns", ["the plan is bad"], False),
    ("Tavik denied knowing the plan.", "Tavik", "denied", ["knowing the plan"], False),
    ("A clerk confirmed the new rule.", "A clerk", "confirmed", ["the new rule"], False),
    (
        "They questioned how anybody could feel safe.",
        "They",
        "questioned",
        ["how anybody could feel safe"],
        False,
    ),
    ("It was reported that the mill had closed.", None, "reported", ["that the mill had closed"], False),
    # mixed, nominal
    ("Vos calls the order “highly unusual.”", "Vos", "calls", ["the order “highly unusual"], False),
    ("Vos describes it as “highly unusual.”", "Vos", "describes", ["it as “highly unusual"], False),
    ("Vos said the order was “highly unusual.”", "Vos", "said", ["the order was “highly unusual"], False),
    ("The agency's claim that it was safe drew fire.", "The agency's", "claim", ["that it was safe"], False),
    ("A report by the union that wages fell drew fire.", "the union", "report", ["that wages fell"], False),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "direct"), ONE)
def test_one_attribution(text: str, source: str | None, cue: str, content: list[str], direct: bool) -> None:
    (one,) = found(text)
    assert (one.source.of(text) if one.source else None) == source
    assert one.cue.of(text) == cue
    assert [span.of(text).rstrip(".") for span in one.content] == content
    assert one.direct is direct


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The union said 400 walked out, but the company said 250 did.",
            [("The union", "400 walked out"), ("the company", "250 did")],
        ),
        (
            "Vos said the plan was late and warned that costs would rise.",
            [("Vos", "the plan was late"), ("Vos", "that costs would rise")],
        ),
        (
            "Vos said the plan was late, adding that costs would rise.",
            [("Vos", "the plan was late"), ("Vos", "that costs would rise")],
        ),
        ("Clerks spoke about the plan, stating that it fails.", [("Clerks", "that it fails")]),
    ],
)
def test_several_attributions_in_one_sentence(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [
        (one.source.of(text) if one.source else "", one.content[0].of(text)) for one in found(text)
    ] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "The report reached the states on Monday.",
        "His claims and her notes were lost.",
        "The state of the harbour is poor.",
        "A call for votes went out.",
        "The court rules were old.",
        "The mill closed in 2019 and workers left.",
        "The “safe space” was closed.",
        "She declined to say more.",
        "The boat that he built sank.",
        "Questions remain.",
        "The firm was told nothing.",
        "The sign reads well from afar.",
    ],
)
def test_what_only_looks_like_an_attribution(text: str) -> None:
    assert [one for one in found(text) if "closed" not in text or one.direct] == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mayor Ilse Brandt spoke. “It is safe,” Brandt said.", ["Ilse Brandt"]),
        ("“It is safe,” said Mayor Ilse Brandt. “It stays open,” she added.", ["Ilse Brandt", "Ilse Brandt"]),
        (
            "“It is safe,” said Ilse Brandt.\n“It stays open,” said Jon Lind. “We know,” he added.",
            ["Ilse Brandt", "Jon Lind", "Jon Lind"],
        ),
        (
            "“It is safe,” said Ilse Brandt. “No,” said Jon Lind.\nIt rained.\n“Fine,” she said.",
            ["Ilse Brandt", "Jon Lind", "she"],
        ),
        (
            "“It is safe,” said Ilse Brandt. “No,” said Jon Lind. “Fine,” she said.",
            ["Ilse Brandt", "Jon Lind", "Ilse Brandt"],
        ),
        (
            "“It is safe,” said Ilse Brandt. “No,” said Tavi Okoro. “Fine,” she said.",
            ["Ilse Brandt", "Tavi Okoro", "she"],
        ),
        ("“It is safe,” said Mary Brandt. “Fine,” he said.", ["Mary Brandt", "he"]),
        ("“It is safe,” the former commissioner said.", ["the former commissioner"]),
        ("“It is safe,” an official told The Beacon on condition of anonymity.", ["an official"]),
        ("“It is safe,” said Roberto Salas, head of the port.", ["Roberto Salas"]),
        ("White House spokesman Jon Lind said it was safe.", ["Jon Lind"]),
        ("The Transit Authority said it was safe.", ["The Transit Authority"]),
        ("Sen. Kim Dahl (Harrow) said it was safe. “It stays open,” Dahl said.", ["Kim Dahl", "Kim Dahl"]),
        (
            "“Yes,” said Jon Lind. “No,” said Ada Vos. Lind left. He said it leaked.",
            ["Jon Lind", "Ada Vos", "Jon Lind"],
        ),
        (
            "The Blue House met. “It is safe,” said Ada Vos. House rules fell. “Yes,” she added.",
            ["Ada Vos", "Ada Vos"],
        ),
        ("Rep. Kim Dahl (Harr.), the senior member, said it was safe.", ["Kim Dahl"]),
        (
            "Council Majority Leader Ada Vos wept. Vos said it was over. “It is,” she said.",
            ["Ada Vos", "Ada Vos"],
        ),
        (
            "Tom Brandt said it was safe, Jon Lind said it was not.\nIt rained. He said it leaked.",
            ["Tom Brandt", "Jon Lind", "He"],
        ),
        ("“It is safe. It stays open,” said Ilse Brandt.", ["Ilse Brandt", "Ilse Brandt"]),
        ("“It is safe,” said Ilse Brandt. “It stays open. We checked.”", ["Ilse Brandt"] * 3),
        ("“It is safe,” said Ilse Brandt.\n“It stays open.”", ["Ilse Brandt"] * 2),
        ("“It is safe,” said Ilse Brandt.\nIt rained.\n“It stays open.”", ["Ilse Brandt"]),
        ("Ilse Brandt continued:\n“It stays open.”", ["Ilse Brandt"]),
    ],
)
def test_speakers_have_the_fullest_name_of_the_article(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in found(text)] == speakers


def found_with_parse(text: str) -> list[Attribution]:
    article = builders.article(text)
    told = parsed(article)
    made = lines(article, told, quotations(article))
    rows = attributions(article, made, references(article, told))
    return [said.attribution for row in rows for said in row]


PARSED = [
    # verb groups
    (
        "The clerk has repeatedly said that the plan fails.",
        "The clerk",
        "has repeatedly said",
        "that the plan fails",
    ),
    ("The mayor did not say why the mill closed.", "The mayor", "did not say", "why the mill closed"),
    (
        "The clerk said in a statement that the plan fails.",
        "The clerk",
        "said in a statement",
        "that the plan fails",
    ),
    # objects and infinitives
    ("The mayor criticized the plan.", "The mayor", "criticized", "the plan"),
    ("The union urged the council to sell the land.", "The union", "urged", "the council to sell the land"),
    ("The mayor promised to sell the land.", "The mayor", "promised", "to sell the land"),
    ("The union called for a strike.", "The union", "called for", "a strike"),
    ("The mayor accused the union of theft.", "The mayor", "accused the union of", "theft"),
    # passives, states of mind, nouns
    ("The plan was criticized by the mayor.", "the mayor", "was criticized by", "The plan"),
    ("The mayor is worried about the plan.", "The mayor", "is worried about", "the plan"),
    ("The mayor believes that the plan fails.", "The mayor", "believes", "that the plan fails"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), PARSED)
def test_what_the_parse_shows(text: str, source: str, cue: str, content: str) -> None:
    (one,) = found_with_parse(text)
    assert one.source is not None
    assert one.source.of(text) == source
    assert one.cue.of(text) == cue
    assert " ".join(span.of(text) for span in one.content) == content


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the new bridge.",
        "The union met in the town hall on Monday.",
        "The states closed the border.",
        "The boat sank near the harbor.",
        "The company built 40 homes.",
        "Allegedly, the boat sank near the harbor.",
    ],
)
def test_plain_events_have_no_source(text: str) -> None:
    assert found_with_parse(text) == []


def test_a_short_sentence_takes_the_quotation_before_it() -> None:
    text = "“Why is the mill closed?” Vos demanded of the crowd."
    assert [one.source.of(text) if one.source else "" for one in found_with_parse(text)] == ["Vos"]


def test_a_name_and_a_colon_introduce_what_is_said() -> None:
    (one,) = found_with_parse("Maria Jensen: The plan is bad for the town.")
    assert one.speaker == "Maria Jensen"
