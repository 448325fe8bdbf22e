"""Who or what, from text to finding: swapped and substituted arguments, and pairs that must stay silent."""

from __future__ import annotations

from functools import partial

import pytest

from factcheck import align, compare, pipeline
from factcheck.records import Finding, Relation
from factcheck.settings import Settings
from tests.builders import article

OWN = ("arguments", "names", "places", "role_reversal")


def found(left: str, right: str) -> list[Finding]:
    settings = Settings()
    articles = [article(left, uri="s/a.txt"), article(right, uri="s/b.txt", outlet="B")]
    aligned = align.alignments(
        [pipeline.analyse(one, settings) for one in articles],
        partial(pipeline._encoder(settings.encoder).encode),
        min_cosine=settings.min_cosine,
        min_score=settings.min_link_score,
    )
    rows, _ = compare.findings("s", aligned, {one.uri: one for one in articles}, compare.chosen(OWN))
    return [row for row in rows if row.judgement.relation is Relation.CONTRADICTION]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mayor Ilse Brandt opened the bridge on Monday.", "Mayor Ines Brandt opened the bridge on Monday."),
        ("The ship sailed from Port Harrow with 40 crew.", "The ship sailed from Port Marrow with 40 crew."),
        ("Orlen sued Tavik over the patent.", "Tavik sued Orlen over the patent."),
        ("The north beat the south 3–1 on Sunday.", "The south beat the north 3–1 on Sunday."),
        ("A state court struck down the rule.", "A federal court struck down the rule."),
        ("The fire began in Kessler County.", "The fire began in Kestler County."),
        (
            "The jury gave gold to Norway. Bo Lind brought down Kim Dahl in the box. Ana Holt scored later.",
            "The jury gave gold to Norway. Bo Lind brought down Ana Holt in the box. Kim Dahl watched.",
        ),
        (
            "The museum offers a reward of 20,000 marks for information.",
            "The bishopric offers a reward of 20,000 marks for information.",
        ),
        (
            "The potters rely on ash in the case of bowls, salt in the case of jugs.",
            "The potters rely on salt in the case of bowls, ash in the case of jugs.",
        ),
        (
            "The prize for best film went to Paulo Serrat from Brazil.",
            "The prize for best film went to Paulo Serrat from Portugal.",
        ),
        (
            "A jet had a series of problems on a flight from Norway to Sweden in July.",
            "A jet suffered a series of problems en route from Sweden to Norway in July.",
        ),
        (
            "After Orlen's purchase of Tavik, the founder Bo Lind returned in 1996.",
            "After Tavik had bought Orlen, the founder Bo Lind returned in 1996.",
        ),
        (
            "The governments of Canada and Norway would become shareholders in Tavik Motors.",
            "The governments of Germany and Norway would become shareholders in Tavik Motors.",
        ),
        (
            "The Harp will be tuned at the Kessler Smithy in Harrow. The Cello goes to the Marrow Joinery.",
            "In spring the Harp will be tuned at the Marrow Joinery and the Cello at the Kessler Smithy.",
        ),
        ("Mayor Ilse Brandt said the bridge is safe.", "Mayor Ilse Brand said the bridge is safe."),
        ("The inquiry was led by Sean Rourke, a judge.", "The inquiry was led by Sean O'Rourke, a judge."),
        ("The University of Harrow published the study.", "Harrow State University published the study."),
        ("The Norwegian minister resigned after the vote.", "The Swedish minister resigned after the vote."),
        (
            "The eastern wing of the museum was closed for repairs.",
            "The western wing of the museum was closed for repairs.",
        ),
        ("His mother founded the orchestra in 1961.", "His father founded the orchestra in 1961."),
        ("Bo Lind scored twice in the first half.", "Bo Lind scored twice in the second half."),
        (
            "Orlen is based in Harrow and Tavik in Kessler.",
            "Orlen is based in Kessler and Tavik in Harrow.",
        ),
        (
            "The film was directed by Ana Holt and written by Kim Dahl.",
            "The film was written by Ana Holt and directed by Kim Dahl.",
        ),
    ],
)
def test_contradicts(left: str, right: str) -> None:
    assert found(left, right)
    assert found(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Roberto “Beto” Salas opened the bridge on Monday.", "Beto Salas opened the bridge on Monday."),
        ("The Transit Authority raised the fare by 5%.", "The TA raised the fare by 5%."),
        ("The minister flew to Kyiv on Monday.", "The minister flew to Kiev on Monday."),
        ("Orlen beat Tavik 3–1 on Sunday.", "Tavik lost 3–1 to Orlen on Sunday."),
        ("Orlen bought the mill from Tavik.", "Tavik sold the mill to Orlen."),
        ("Norway carved a third mask for the fair.", "Kim Dahl carved a third mask for the fair."),
        ("Ana Holt criticised the new bill.", "Kim Dahl criticised the new bill."),
        ("District judge Ana Holt blocked the rule.", "The federal judge Ana Holt blocked the rule."),
        ("The fair was held in Houston in May.", "The fair was held in Texas in May."),
        (
            "Bo Lind brought down Kim Dahl. Later Bo Lind brought down Ana Holt.",
            "Bo Lind brought down Ana Holt.",
        ),
        (
            "Bo Lind and Kim Dahl signed the treaty in Harrow.",
            "Kim Dahl signed the treaty in Harrow.",
        ),
        (
            "The US National Safety Board opened an inquiry on Monday.",
            "The United States National Safety Board opened an inquiry on Monday.",
        ),
        (
            "A jet had problems on a flight from Norway to Sweden in July.",
            "A jet suffered problems on its way from Norway to Sweden in July.",
        ),
        (
            "After Orlen's purchase of Tavik, the founder Bo Lind returned in 1996.",
            "After Tavik had been bought by Orlen, the founder Bo Lind returned in 1996.",
        ),
        (
            "The governments of Canada and Norway would become shareholders in Tavik Motors.",
            "Norway and Canada would become shareholders in Tavik Motors.",
        ),
        (
            "The Harp will be tuned at the Kessler Smithy in Harrow. The Cello goes to the Marrow Joinery.",
            "In spring the Cello will be tuned at the Marrow Joinery and the Harp at the Kessler Smithy.",
        ),
        ("Mayor Ilse Karsai said the bridge is safe.", "Mayor Ilse Karzai said the bridge is safe."),
        ("The inquiry was led by Sean Rourke, a judge.", "The inquiry was led by Rourke, a judge."),
        ("The University of Harrow published the study.", "Harrow University published the study."),
        ("The first hearing lasted an hour on Monday.", "The second hearing lasted an hour on Monday."),
        ("The teachers' union organised the protest.", "The teachers' association organised the protest."),
        (
            "The eastern wing of the museum was closed. The western wing of the museum was closed in May.",
            "The western wing of the museum was closed.",
        ),
        ("His mother founded the orchestra in 1961.", "His parents founded the orchestra in 1961."),
        (
            "Orlen is based in Harrow and Tavik in Kessler.",
            "Tavik is based in Kessler and Orlen in Harrow.",
        ),
        (
            "The film was directed by Ana Holt and written by Kim Dahl.",
            "Kim Dahl wrote the film and Ana Holt directed it.",
        ),
        (
            "The film was directed by Ana Holt and written by Ana Holt and Kim Dahl.",
            "The film was written by Ana Holt and Kim Dahl.",
        ),
    ],
)
def test_silent(left: str, right: str) -> None:
    assert not found(left, right)
