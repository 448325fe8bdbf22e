"""Reports for tests, built by hand: invented outlets, people and places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

import builders

from factcheck.records import (
    AnalysedArticle,
    Article,
    Claim,
    Copy,
    Dispute,
    Fact,
    Finding,
    Judgement,
    Kind,
    Link,
    Name,
    NotCompared,
    Position,
    Relation,
    Report,
    Role,
    Side,
    Skipped,
    SkipReason,
    Story,
    StoryReport,
)

HARBOUR = (
    "Ferry agency shares sailing lists\n"
    "By late 2020, the Ferry Agency had begun to share passenger lists with the Coast Office.\n"
    "Ilse Brandt, a former acting director of the agency, called the practice unusual.\n"
    "The agency said that more than 4,000 passengers were affected."
)
TERN = (
    "Lists of ferry passengers handed over\n"
    "The Ferry Agency began to share passenger lists with the Coast Office in November.\n"
    "Ilse Brandt, a former director of the agency, called the practice unusual.\n"
    "The agency may have shared 4,012 names."
)
QUAY = (
    "Coast Office gets ferry lists\n"
    "Lists of passengers have gone to the Coast Office since November 2025.\n"
    "At least 4,000 passengers were affected, the agency said.\n"
    "The agency shared 4,012 names."
)


def article(text: str, uri: str, outlet: str, day: str | None = "2025-12-10", **more: Any) -> Article:
    return replace(builders.article(text, uri=uri, outlet=outlet, day=day), **more)


def analysed(subject: Article) -> AnalysedArticle:
    """Each line as one claim, with one fact, its first word as a name."""
    return AnalysedArticle(subject, tuple(claim(subject, line) for line in range(len(subject.blocks))))


def claim(subject: Article, line: int) -> Claim:
    plain = builders.claim(subject, block=line)
    word = builders.span(subject.text[plain.start :], plain.text.split(" ", 1)[0])
    where = replace(word, start=word.start + plain.start, end=word.end + plain.start)
    fact = Fact(
        Kind.NAME, where, where.of(subject.text), Name(where.of(subject.text), where.of(subject.text))
    )
    return replace(plain, facts=(fact,))


def side(subject: Article, part: str, value: str) -> Side:
    """The evidence ``part`` in its line of the article."""
    where = builders.span(subject.text, part)
    line = next(block.span for block in subject.blocks if block.span.contains(where))
    return Side(
        subject.uri, subject.outlet, subject.published, where, part, value, line, line.of(subject.text)
    )


def finding(
    id: str,
    kind: Kind,
    relation: Relation,
    reason: str,
    *sides: Side,
    story: str = "ferry",
    confidence: float = 0.9,
    why: Sequence[str] = ("cosine 0.83", "same name: Ferry Agency"),
) -> Finding:
    left, right = sides
    judgement = Judgement(
        relation, "disjoint", reason, confidence, left.evidence, right.evidence, left.value, right.value
    )
    return Finding(id, story, kind, f"{kind}s", judgement, left, right, 0.83, tuple(why))


def ferry_story() -> StoryReport:
    """Three outlets and a copy: a contradiction on a date, one on a title, a drift and an update."""
    harbour = article(
        HARBOUR, "ferry/harbour.txt", "Harbour Post", "2025-12-08", url="https://harbour.example/lists"
    )
    quay = article(QUAY, "ferry/quay.txt", "Quay Courier", None)
    tern = article(TERN, "ferry/tern.txt", "The Tern", "2025-12-10", role=Role.CANDIDATE)
    copy = replace(tern, uri="ferry/tern-copy.txt", outlet="Island Wire", role=Role.PEER)
    late = side(harbour, "By late 2020", "2020-09-01/2020-12-31")
    november = side(tern, "in November", "2025-11-01/2025-11-30")
    november_too = side(quay, "since November 2025", "2025-11-01/2025-11-30")
    acting = side(harbour, "former acting director", "acting former director (Ferry Agency)")
    former = side(tern, "former director", "former director (Ferry Agency)")
    findings = (
        finding(
            "FC-7QK2M9XW4BTD",
            Kind.TIME,
            Relation.CONTRADICTION,
            "The sharing began in late 2020 according to one, in November 2025 according to the other.",
            late,
            november,
        ),
        finding(
            "FC-1AAAAAAAAAAA",
            Kind.TITLE,
            Relation.CONTRADICTION,
            "Ilse Brandt is a former acting director in one and a former director in the other.",
            acting,
            former,
            confidence=0.8,
        ),
        finding(
            "FC-2BBBBBBBBBBB",
            Kind.HEDGE,
            Relation.DRIFT,
            "One says that it may have happened, the other that it did.",
            side(tern, "may have shared", "may"),
            side(quay, "shared 4,012", "plain"),
            confidence=0.7,
        ),
        finding(
            "FC-3CCCCCCCCCCC",
            Kind.NUMBER,
            Relation.UPDATE,
            "The later article gives the exact number of names.",
            side(harbour, "more than 4,000", "more_than 4000 passenger"),
            side(tern, "4,012", "4012 name"),
            confidence=0.6,
        ),
    )
    disputes = (
        Dispute(
            "D-1",
            "ferry",
            Kind.TIME,
            Relation.CONTRADICTION,
            "When the sharing of passenger lists began",
            (
                Position("2025-11-01/2025-11-30", ("Quay Courier", "The Tern"), (november_too, november), 2),
                Position("2020-09-01/2020-12-31", ("Harbour Post",), (late,), 1),
            ),
            ("FC-7QK2M9XW4BTD",),
            majority="2025-11-01/2025-11-30",
            outlier="Harbour Post",
            likely_original="Quay Courier",
        ),
        Dispute(
            "D-2",
            "ferry",
            Kind.TITLE,
            Relation.CONTRADICTION,
            "Title of Ilse Brandt",
            (
                Position(acting.value, ("Harbour Post",), (acting,), 1),
                Position(former.value, ("The Tern",), (former,), 1),
            ),
            ("FC-1AAAAAAAAAAA",),
        ),
    )
    links = (
        Link(claim(harbour, 1), claim(tern, 1), Relation.CONTRADICTION, 0.83, ("cosine 0.83",)),
        Link(claim(harbour, 3), claim(quay, 2), Relation.AGREEMENT, 0.91, ("cosine 0.91",)),
        Link(claim(quay, 1), claim(tern, 1), Relation.AGREEMENT, 0.78, ("cosine 0.78",)),
    )
    return StoryReport(
        Story("ferry", (harbour, quay, copy, tern), (Copy(copy.uri, tern.uri, exact=True),)),
        tuple(map(analysed, (harbour, quay, copy, tern))),
        links,
        findings,
        disputes,
        (NotCompared(quay.uri, "Lists of passengers", "the article has no publication date"),),
    )


def pier_story() -> StoryReport:
    """Four outlets on one figure: three findings of one dispute, the last an update; one finding in none."""
    told = {
        "Bay Mirror": ("The pier will lose 34 berths.", "2025-05-02"),
        "Coast Daily": ("In all, 34 berths of the pier will go.", "2025-05-02"),
        "Dune Radio": ("The pier is to lose 43 berths, Rafe Oster said.", "2025-05-03"),
        "Ebb Weekly": ("34 berths will be taken from the pier, Rafe Ostrer said.", "2025-05-09"),
    }
    mirror, daily, radio, weekly = (
        article(text, f"pier/{outlet[0].lower()}.txt", outlet, day) for outlet, (text, day) in told.items()
    )
    fewer = [side(one, "34", "34") for one in (mirror, daily, weekly)]
    more = side(radio, "43", "43")
    reason = "One side says “34”, the other “43”: both cannot be right."
    findings = (
        finding("FC-P1", Kind.NUMBER, Relation.CONTRADICTION, reason, fewer[0], more, story="pier"),
        finding("FC-P2", Kind.NUMBER, Relation.CONTRADICTION, reason, more, fewer[1], story="pier"),
        finding(
            "FC-P4",
            Kind.NAME,
            Relation.CONTRADICTION,
            "The speaker is Rafe Oster in one and Rafe Ostrer in the other.",
            side(radio, "Rafe Oster", "Rafe Oster"),
            side(weekly, "Rafe Ostrer", "Rafe Ostrer"),
            story="pier",
        ),
        finding("FC-P3", Kind.NUMBER, Relation.UPDATE, "The figure moved.", more, fewer[2], story="pier"),
    )
    positions = (
        Position("34", ("Bay Mirror", "Coast Daily", "Ebb Weekly"), tuple(fewer), 2),
        Position("43", ("Dune Radio",), (more,), 1),
    )
    dispute = Dispute(
        "D-3",
        "pier",
        Kind.NUMBER,
        Relation.CONTRADICTION,
        "The pier will lose 34 berths.",
        positions,
        ("FC-P1", "FC-P2", "FC-P3"),
        majority="34",
        outlier="Dune Radio",
        likely_original="Bay Mirror",
    )
    articles = mirror, daily, radio, weekly
    why = ("similarity 0.93",)
    links = tuple(
        Link(claim(one, 0), claim(radio, 0), Relation.CONTRADICTION, 0.9, why)
        for one in (mirror, daily, weekly)
    )
    agreeing = Link(claim(mirror, 0), claim(daily, 0), Relation.AGREEMENT, 0.9, why)
    return StoryReport(
        Story("pier", articles), tuple(map(analysed, articles)), (*links, agreeing), findings, (dispute,)
    )


def quiet_story() -> StoryReport:
    """Two articles that agree."""
    one = article("The mill reopened on 4 May 2025.", "mill/one.txt", "Mill Gazette")
    two = article("On 4 May 2025 the mill opened again.", "mill/two.txt", "The Sluice")
    link = Link(claim(one, 0), claim(two, 0), Relation.AGREEMENT, 0.9, ("cosine 0.90",))
    return StoryReport(Story("mill", (one, two)), tuple(map(analysed, (one, two))), (link,), (), ())


def report(*stories: StoryReport, skipped: tuple[Skipped, ...] = ()) -> Report:
    return Report(stories, skipped, (("encoder", "small-encoder"), ("min_confidence", "0.5")), "0.1.0")


def full_report() -> Report:
    skipped = (
        Skipped("ferry/broken.html", SkipReason.UNREADABLE, "the file ends in the middle of a tag"),
        Skipped("ferry/notes.doc", SkipReason.IGNORED, "*.doc", incomplete=False),
    )
    return report(ferry_story(), quiet_story(), skipped=skipped)


def with_every_text(record: Any, change: Callable[[str], str]) -> Any:
    """The record with ``change`` applied to every plain string in it, however deep; enums and spans stay."""
    if type(record) is str:
        return change(record)
    if type(record) is tuple:
        return tuple(with_every_text(part, change) for part in record)
    if is_dataclass(record) and not isinstance(record, type):
        return replace(
            record, **{f.name: with_every_text(getattr(record, f.name), change) for f in fields(record)}
        )
    return record
