"""T19: causes that are added, weighed otherwise, exchanged or turned round; and one cause in other words."""

import pytest
from builders import alignment, article, claim
from parsing import parsed

from factcheck.compare import causes
from factcheck.records import Alignment, Claim, Relation
from factcheck.values import with_facts

D, C = Relation.DRIFT, Relation.CONTRADICTION


def told(text: str, uri: str) -> Claim:
    """The last sentence of the text, as one claim with its facts."""
    subject = article(text, uri=uri)
    claims = [claim(subject, block=len(subject.blocks) - 1)]
    return with_facts(subject, parsed(subject), claims)[-1]


def pair(left: str, right: str) -> Alignment:
    return alignment(told(left, "story/a.txt"), told(right, "story/b.txt"))


DIFFERENT = [
    ("Shares of Orlen fell after the audit report.", "Shares of Orlen fell because of the audit report.", D),
    ("The guard died days after the shot.", "The guard died from the shot.", D),
    ("The drop in crime is partly due to patrols.", "The drop in crime is entirely due to patrols.", C),
    ("They attribute the growth partly to rain.", "They attribute the growth mainly to rain.", D),
    ("The mill fire was caused by a gas leak.", "The mill fire was caused by an electrical fault.", D),
    ("The mayor quit because of the scandal.", "The mayor quit following his wife's illness.", D),
    ("The club blamed the delay on a storm.", "The club blamed the delay on striking pilots.", D),
    (
        "The bridge closed because the river rose above its piers.",
        "The river rose above its piers because the bridge closed.",
        C,
    ),
    (
        "The boat left the channel after its steering failed.",
        "The steering failed because the boat left the channel.",
        C,
    ),
    (
        "The ministry banned the sect from worship.\nDue to that, the sect was secretive.",
        "The ministry had banned the sect because the sect was secretive.",
        C,
    ),
    (
        "The flood was mainly caused by rain, and a blocked sluice had made it worse.",
        "A blocked sluice was the main cause of the flood, and rain had made it worse.",
        C,
    ),
]
SILENT = [
    ("The talks failed because the union walked out.", "Because the union walked out, the talks failed."),
    ("The bridge closed due to the flood.", "The flood led to the closing of the bridge."),
    ("The mill closed because of high costs.", "The mill closed owing to high energy costs."),
    ("The bridge closed after the flood.", "The bridge closed following the flood."),
    ("The mill fire was caused by a gas leak.", "A gas leak caused the fire at the mill."),
    ("Lund had to go as he did not fit in.", "Lund had to go because he did not fit in."),
    ("The theatre is due to close in May.", "The theatre is to close in May because of debts."),
    ("The mill closed because of debts.", "The school closed because of mould."),
    ("Lund quit because of his debts.", "Lund quit."),
    ("The growth is mainly due to rain.", "The growth is largely due to rain."),
    ("The collapse was not caused by the storm.", "The storm was not the cause of the collapse."),
]


@pytest.mark.parametrize(("left", "right", "relation"), DIFFERENT)
def test_differs_either_way_round(left: str, right: str, relation: Relation) -> None:
    assert [row.relation for row in causes.compare(pair(left, right))] == [relation]
    assert [row.relation for row in causes.compare(pair(right, left))] == [relation]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert causes.compare(pair(left, right)) == ()
    assert causes.compare(pair(right, left)) == ()
