"""Every record that passes a door between two rooms: frozen, slotted, tuples inside, picklable.

All offsets are half-open and count Unicode code points of ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, Protocol, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------------------- articles


class PublishedHow(StrEnum):
    """How a publication date was known, the surest first."""

    METADATA = "metadata"
    BYLINE = "byline"
    DATELINE = "dateline"
    FILE = "file"
    OPTION = "option"
    STORY = "story"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Published:
    """The closed interval in which an article was published; both ends None when nothing is known.

    Instants are naive and in UTC where the article gave a zone, else as the article wrote them.
    A date without a time of day is the whole day, 00:00:00 to 23:59:59.
    """

    earliest: datetime | None = None
    latest: datetime | None = None
    how: PublishedHow = PublishedHow.NONE
    span: Span | None = None

    @property
    def known(self) -> bool:
        return self.earliest is not None and self.latest is not None

    def iso(self) -> str:
        """ISO 8601: one day, one instant, or an interval ``a/b``; empty when unknown."""
        if self.earliest is None or self.latest is None:
            return ""
        first, last = self.earliest.date().isoformat(), self.latest.date().isoformat()
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return first if first == last else f"{first}/{last}"


class BlockKind(StrEnum):
    """What a stretch of an article is. Claims are read from every kind but BOILERPLATE."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    KEY_FACT = "key_fact"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article without a line break that matters: one headline, paragraph or list item."""

    span: Span
    kind: BlockKind
    reason: str = ""  # for boilerplate: what it is ("view counter", "related article", "front matter")


class Role(StrEnum):
    CANDIDATE = "candidate"
    REFERENCE = "reference"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's version. ``text`` is the file as decoded (txt, md) or as extracted (html, json)."""

    uri: str  # path relative to the folder given to `run`, forward slashes; unique in a report
    text: str
    blocks: tuple[Block, ...]  # in order, not overlapping
    outlet: str
    published: Published = Published()
    headline: Span | None = None
    url: str = ""
    format: str = "txt"
    encoding: str = "utf-8"
    extraction: str = ""
    language: str = "en"
    sha256: str = ""
    role: Role = Role.PEER
    story_hint: str = ""  # a story id from the article's own metadata


class SkipReason(StrEnum):
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too large"
    LANGUAGE = "other language"
    LINK = "link"
    FORMAT = "unknown format"
    IGNORED = "ignored by rule"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read. ``incomplete`` is True where the input should have been an article."""

    uri: str
    reason: SkipReason
    detail: str
    incomplete: bool = True


@dataclass(frozen=True, slots=True)
class Copy:
    """``uri`` repeats ``of``: the whole article exactly, or nearly so."""

    uri: str
    of: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that tell one story, sorted by uri; the copies among them keep one vote."""

    id: str
    articles: tuple[Article, ...]
    copies: tuple[Copy, ...] = ()


# ---------------------------------------------------------------------------- claims


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, half-open in code points of the text that was parsed."""

    start: int
    end: int
    lemma: str
    upos: str  # Universal Dependencies part of speech
    tag: str  # Penn Treebank tag
    morph: str  # features as in CoNLL-U: "Number=Sing|Person=3"
    head: int  # index among the tokens of the text; a root is its own head
    dep: str  # Universal Dependencies relation, subtype included: "nsubj:pass"
    sentence_start: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def relation(self) -> str:
        """``dep`` without its subtype: "nsubj" of "nsubj:pass"."""
        return self.dep.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, half-open in code points; the shipped parser's labels are PERSON, ORG and LOC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser read in one text: its tokens and its names, both in order; white space is no token."""

    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()

    def children(self) -> tuple[tuple[int, ...], ...]:
        """For every token the tokens that hang on it, in order."""
        rows: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                rows[token.head].append(i)
        return tuple(tuple(row) for row in rows)

    def shifted(self, by: int) -> Parse:
        """The same parse of a text that stands ``by`` code points later."""
        return Parse(
            tuple(replace(token, start=token.start + by, end=token.end + by) for token in self.tokens),
            tuple(replace(name, start=name.start + by, end=name.end + by) for name in self.entities),
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``parse`` counts from the start of the article's text."""

    span: Span
    index: int  # running number in the article
    block: BlockKind
    paragraph: int  # running number of its block
    parse: Parse = Parse()  # empty where no parser was asked


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say it. ``speaker`` is the source as a name where the article gives one."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    direct: bool
    speaker: str = ""


class Kind(StrEnum):
    """What a fact or a finding is about. Public API."""

    TIME = "time"
    NUMBER = "number"
    TITLE = "title"
    NAME = "name"
    PLACE = "place"
    POLARITY = "polarity"
    QUOTE = "quote"
    SPEAKER = "speaker"
    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    SCOPE = "scope"
    ROLE_REVERSAL = "role_reversal"
    CAUSE = "cause"
    STATUS = "status"
    ARITHMETIC = "arithmetic"
    SUBSTITUTION = "substitution"
    ENTAILMENT = "entailment"
    EVENT = "event"


class Value(Protocol):
    """A normalised value. ``label`` is its canonical text: equal values have equal labels."""

    @property
    def label(self) -> str: ...


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeHow(StrEnum):
    """How a time expression got its place on the calendar."""

    EXPLICIT = "explicit"  # the expression says it all
    ANCHORED = "anchored"  # relative to the publication date
    INFERRED_YEAR = "inferred-year"  # the year was inferred from the publication date
    FRAMED = "framed"  # narrowed by another time in the same paragraph
    UNRESOLVED = "unresolved"


class TimeRelation(StrEnum):
    """How the claim stands to the time it names."""

    AT = "at"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A TIMEX3 value (TimeML 1.2.1) and the closed interval it may denote; None is an open or unknown end."""

    type: TimexType
    value: str
    mod: str = ""  # TIMEX3 mod: START, MID, END, BEFORE, AFTER, APPROX, LESS_THAN, MORE_THAN ...
    earliest: datetime | None = None
    latest: datetime | None = None
    how: TimeHow = TimeHow.UNRESOLVED
    relation: TimeRelation = TimeRelation.AT

    @property
    def label(self) -> str:
        if self.earliest is None or self.latest is None:
            return self.value if not self.mod else f"{self.value} {self.mod}"
        first, last = self.earliest, self.latest
        if self.type is TimexType.TIME:
            return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        days = first.date().isoformat(), last.date().isoformat()
        return days[0] if days[0] == days[1] else "/".join(days)


class Bound(StrEnum):
    """What a figure claims about the true amount."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit. ``step`` is what its last significant written digit is worth."""

    amount: Decimal
    unit: str  # "count", "%", "pp", an ISO 4217 code, a UCUM code, "ordinal", "age", "score"
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None  # the other end of a range
    step: Decimal = Decimal(1)
    noun: str = ""  # the counted noun, lower case, singular: "home", "vote"
    role: str = ""  # in a change or a whole: base, target, change, apart, part, whole, rest, each, together

    @property
    def label(self) -> str:
        figure = f"{self.amount.normalize():f}"
        if self.upper is not None:
            figure += f"-{self.upper.normalize():f}"
        unit = "" if self.unit == "count" else f" {self.unit}"
        return f"{figure}{unit}" if self.bound is Bound.EXACT else f"{self.bound} {figure}{unit}"


@dataclass(frozen=True, slots=True)
class Title:
    """Who holds which office, with its modifiers (former, acting, deputy ...), sorted."""

    name: str  # the full name where the article gives one, else as written; empty when nobody is named
    office: str
    modifiers: tuple[str, ...] = ()
    organisation: str = ""

    @property
    def label(self) -> str:
        """As a reader says it: "former acting commissioner"; outlets differ in how they name the house."""
        past = {"former", "late", "retired", "then"}
        return " ".join([*sorted(self.modifiers, key=lambda word: (word not in past, word)), self.office])


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity; ``full`` is its fullest form in the same article."""

    text: str
    full: str
    kind: NameKind = NameKind.OTHER

    @property
    def label(self) -> str:
        return self.full


@dataclass(frozen=True, slots=True)
class Polarity:
    """A predicate, and whether it is denied. ``scope`` is what the denial reaches, ``subject`` and ``object``
    are the heads of its arguments as in an active sentence, ``theme`` is the whole phrase of what the outcome
    befalls (the levy that was upheld, the prices that fell); None where no parse tells."""

    negated: bool
    predicate: str  # lower-case lemma; antonyms carry one name with opposite signs
    scope: Span | None = None
    subject: Span | None = None
    object: Span | None = None
    theme: Span | None = None

    @property
    def label(self) -> str:
        return f"not {self.predicate}" if self.negated else self.predicate


@dataclass(frozen=True, slots=True)
class Hedge:
    """A cue of doubt. ``certainty`` runs from 0 (denied) to 1 (plain assertion); ``scope`` is what it
    weakens, None where no parse tells."""

    cue: str
    certainty: float
    scope: Span | None = None

    @property
    def label(self) -> str:
        return self.cue


@dataclass(frozen=True, slots=True)
class Status:
    """A step on a published ladder (legal, procedural): 'charged' is step 2 of 'criminal case'."""

    ladder: str
    step: int
    name: str

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what fills one role of an event. ``name`` is the full name where the phrase names somebody or
    some place; a pronoun's is its antecedent's where that is known."""

    role: str  # "agent", "patient", "recipient", "attribute", or the preposition: "in", "for", "because of"
    span: Span  # the whole phrase
    head: str  # lower-case lemma of its head
    name: str = ""

    @property
    def label(self) -> str:
        return self.name.lower() or self.head


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with its arguments as in an active sentence (PropBank's numbered roles by other names); the
    fact's span is the predicate's own."""

    predicate: str  # lower-case lemma, a light verb's noun in its place: "make a decision" is "decide"
    arguments: tuple[Argument, ...] = ()
    negated: bool = False

    @property
    def label(self) -> str:
        told = f"not {self.predicate}" if self.negated else self.predicate
        return " ".join((told, *(f"{found.role}={found.label}" for found in self.arguments)))


@dataclass(frozen=True, slots=True)
class Cause:
    """What is said to have brought about what; the fact's span is the connective's own."""

    effect: tuple[str, ...]  # lower-case lemmas of its content words, in the order of the text
    cause: tuple[str, ...]
    link: str = "cause"  # "cause"; "time" where the one only came after the other; "as" may be either
    share: str = ""  # "part", "main", "whole" or "none" where the text weighs the cause
    effect_span: Span | None = None
    cause_span: Span | None = None

    @property
    def label(self) -> str:
        weights = {"part": "partly ", "main": "mainly ", "whole": "entirely ", "none": "not "}
        link = "because of" if self.link == "cause" else "after"
        return f"{weights.get(self.share, '')}{link} {' '.join(self.cause)}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between quotation marks; the fact's span lies inside the marks."""

    words: str
    speaker: str = ""

    @property
    def label(self) -> str:
        return self.words


V_co = TypeVar("V_co", bound=Value, covariant=True)


@dataclass(frozen=True, slots=True)
class Fact(Generic[V_co]):
    """A normalised value and the span it was read from."""

    kind: Kind
    span: Span
    text: str
    value: V_co


AnyFact = Fact[Value]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition as verbatim slices of its article; ``text`` joins the slices with a space."""

    uri: str
    spans: tuple[Span, ...]
    text: str
    sentence: Span
    sentence_index: int
    sentence_text: str
    block: BlockKind = BlockKind.PARAGRAPH
    attribution: Attribution | None = None
    facts: tuple[AnyFact, ...] = ()
    minimal: bool = False  # cut from a fuller claim of its sentence: listed, but the fuller one is compared
    compound: bool = False  # a fuller claim whose words all stand in smaller ones: compared, but not listed
    voices: tuple[str, ...] = ()  # who speaks in its sentence and in the few before it, the nearest first
    # the names, places and events of the whole article: one tuple, shared by all its claims
    context: tuple[AnyFact, ...] = field(default=(), compare=False, repr=False)

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


# ---------------------------------------------------------------------------- comparison


class Matter(StrEnum):
    """What two claims are taken to share; a comparator says which of them it may judge."""

    CLAIM = "claim"  # the same event and slot
    PERSON = "person"  # one named person, nothing else: titles may be compared
    QUOTATION = "quotation"  # one utterance: quotes and speakers may be compared
    SELF = "self"  # a claim and itself: whether its figures add up
    TOPIC = (
        "topic"  # two sentences on one topic, perhaps not one statement: only telling words may be compared
    )
    NAME = "name"  # two names that differ by a letter or two, and nothing else: whether one is a slip


@dataclass(frozen=True, slots=True)
class FactPair:
    """Two facts of one kind that fill the same slot of two aligned claims, and how sure that is (0 to 1)."""

    left: AnyFact
    right: AnyFact
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims on the same matter, from two articles or from one."""

    left: Claim
    right: Claim
    score: float  # 0 to 1
    why: tuple[str, ...]  # in words: "cosine 0.83", "same name: Leland Dudek"
    matter: Matter = Matter.CLAIM
    pairs: tuple[FactPair, ...] = ()
    left_published: Published = Published()
    right_published: Published = Published()

    @property
    def within_one_article(self) -> bool:
        return self.left.uri == self.right.uri

    def mirrored(self) -> Alignment:
        """The same with its sides exchanged."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            left_published=self.right_published,
            right_published=self.left_published,
            pairs=tuple(FactPair(pair.right, pair.left, pair.score) for pair in self.pairs),
        )


class Relation(StrEnum):
    CONTRADICTION = "contradiction"
    DRIFT = "drift"
    UPDATE = "update"
    ADDITION = "addition"
    AGREEMENT = "agreement"

    @property
    def rank(self) -> int:
        """0 for the gravest, in the order of the enumeration."""
        return list(Relation).index(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One comparator's opinion on one pair; None in its place means nothing to say."""

    relation: Relation
    level: str  # the rung of the comparator's ladder
    reason: str  # one sentence that an editor understands
    confidence: float  # 0 to 1
    left: Span  # the evidence
    right: Span
    left_value: str
    right_value: str

    def mirrored(self) -> Judgement:
        """The same with its sides exchanged."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            left_value=self.right_value,
            right_value=self.left_value,
        )


@dataclass(frozen=True, slots=True)
class Side:
    """Everything needed to show one side of a finding with no other record at hand."""

    uri: str
    outlet: str
    published: Published
    evidence: Span
    quote: str
    value: str
    sentence: Span
    sentence_text: str

    @classmethod
    def of(cls, article: Article, claim: Claim, evidence: Span, value: str) -> Side:
        """The claim of this article, shown by the words at ``evidence``."""
        return cls(
            article.uri,
            article.outlet,
            article.published,
            evidence,
            evidence.of(article.text),
            value,
            claim.sentence,
            claim.sentence_text,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    story: str
    kind: Kind
    comparator: str
    judgement: Judgement
    left: Side
    right: Side
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims taken to be on the same matter, agreeing ones too, so that alignment can be measured."""

    left: Claim
    right: Claim
    relation: Relation
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One value and every outlet that holds it; ``origins`` counts the independent ones."""

    value: str
    outlets: tuple[str, ...]
    sides: tuple[Side, ...]
    origins: int
    superseded: bool = False
    """Whether later reports have moved on from it: the first toll, the charge before the conviction."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Who says what on one matter. A contradiction is never outvoted; the majority only informs."""

    id: str
    story: str
    kind: Kind
    relation: Relation
    label: str
    positions: tuple[Position, ...]
    findings: tuple[str, ...]
    majority: str = ""
    outlier: str = ""
    likely_original: str = ""


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Something that was read but not compared, and why."""

    uri: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """An article with its claims; claim embeddings travel beside it, see ``protocols.Encoder``."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StoryReport:
    story: Story
    articles: tuple[AnalysedArticle, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...]
    not_compared: tuple[NotCompared, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The only thing a writer sees. Stories by id, findings ranked, skipped files by uri."""

    stories: tuple[StoryReport, ...]
    skipped: tuple[Skipped, ...] = ()
    settings: tuple[tuple[str, str], ...] = field(default=())
    version: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for story in self.stories for finding in story.findings)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        return tuple(dispute for story in self.stories for dispute in story.disputes)
