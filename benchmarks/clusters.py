"""Same matter or only the same kind of matter: the gate measured on ECB+, where every topic has two events.

python -m benchmarks.clusters ECBPLUS [--part gate|one-story|side-by-side] [--topics 1,2] [--most N] [--show]

ECB+ (CC BY) holds for each topic articles on two unrelated events of one kind (N_Mecb.xml, N_Mecbplus.xml),
with chains of event mentions across documents. Four measures:

- gate: every two times and every two figures of two articles of one topic, each in a sentence that the
  annotators chose; the same-matter gate says that they are of one event, the gold that the events which hold
  them (the nearest annotated event above the value in the parse) are in one chain;
- pairs: of every two facts that alignment puts into one slot, whether the events which hold them are in one
  chain, by kind; and of every two aligned claims, whether they share an event;
- one story: of two articles of a topic, as many pairs within an event as across, whether one_story.py takes
  them to tell one event or two, against the file they stand in;
- side by side: articles on the two unrelated events of one topic, compared as if they told one story:
  contradictions and drifts an article pair. All of them are false.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, groupby
from pathlib import Path

import numpy as np
from lxml import etree

from factcheck import align, compare, models, split, values
from factcheck.align.occasions import Occasion, occasion
from factcheck.align.one_story import gist, one_event
from factcheck.align.prepared import Prepared, prepared
from factcheck.align.profiles import profile
from factcheck.align.same_matter import NO, likeness, same_matter
from factcheck.protocols import Encoder, Parser, Vectors
from factcheck.read import read_content
from factcheck.records import (
    Alignment,
    AnalysedArticle,
    AnyFact,
    Article,
    Finding,
    Kind,
    Matter,
    Relation,
    Sentence,
    Span,
)
from factcheck.settings import Settings

MOST = 25  # pairs of articles a topic, taken evenly
GATED = (Kind.TIME, Kind.NUMBER)
_CLOSED = frozenset([".", ",", ";", ":", "!", "?", ")", "%", "'s", "’s", "n't", "''", "'", "]", "'re", "'ve"])
_OPENING = frozenset(["``", "(", "$", "£", "#", "["])
_NO_COMPOUND = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "for",
        "he",
        "in",
        "it",
        "of",
        "on",
        "or",
        "she",
        "the",
        "they",
        "to",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated event: its words and its chain, which is its own where it stands alone."""

    span: Span
    chain: str


@dataclass(frozen=True, slots=True)
class Document:
    topic: str
    event: str  # "ecb" or "ecbplus": which of the topic's two events
    analysed: AnalysedArticle
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]  # in the chosen sentences only
    chosen: tuple[Span, ...]  # the sentences whose events are annotated


# ------------------------------------------------------------------------------------- reading ECB+


def documents(root: Path, topics: Sequence[str]) -> Iterator[Document]:
    """Every document of the topics, in the order of topics and names."""
    chosen = chosen_sentences(root)
    for topic in sorted((path.name for path in root.iterdir() if path.is_dir()), key=int):
        if topics and topic not in topics:
            continue
        for path in sorted((root / topic).glob("*.xml")):
            found = document(path, chosen.get((topic, path.stem.partition("_")[2]), frozenset()))
            if found is not None:
                yield found


def chosen_sentences(root: Path) -> Mapping[tuple[str, str], set[str]]:
    """(topic, file) to the numbers of its sentences that the annotators chose."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    with (root / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[row["Topic"], row["File"]].add(row["Sentence Number"])
    return found


def document(path: Path, chosen: frozenset[str] | set[str]) -> Document | None:
    """One file read and analysed; None where it is not read as an article."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    text, places, lines = written(list(root.iter("token")))
    article = read_content(f"{path.stem}.txt", text.encode())
    if not isinstance(article, Article):
        return None
    sentences = split.parsed(article, split.sentences(article), _parser())
    claims = split.claims(article, sentences)
    analysed = AnalysedArticle(article, values.with_facts(article, sentences, claims))
    topic, _, name = path.stem.partition("_")
    kept = tuple(lines[number] for number in sorted(chosen & lines.keys()))
    mentions = tuple(m for m in _mentions(root, path.stem, places) if any(s.contains(m.span) for s in kept))
    return Document(topic, name.lstrip("0123456789"), analysed, sentences, mentions, kept)


def written(tokens: Sequence[etree._Element]) -> tuple[str, Mapping[str, Span], Mapping[str, Span]]:
    """The text, a line a sentence, the place of each token by its id, and of each sentence by its number.

    The leading address of the page is left out.
    """
    text, places, lines = "", {}, {}
    for number, row in groupby(tokens, key=lambda token: token.get("sentence")):
        words = [(token.get("t_id"), token.text or "") for token in row]
        if words[0][1].lower() in ("http", "https"):
            continue
        start = len(text)
        for i, (name, word) in enumerate(words):
            if i and _spaced([other for _, other in words], i):
                text += " "
            shown = {"``": "“", "''": "”"}.get(word, word)
            places[name] = Span(len(text), len(text) + len(shown))
            text += shown
        lines[number] = Span(start, len(text))
        text += "\n"
    return text, places, lines


def _spaced(words: Sequence[str], i: int) -> bool:
    word, before = words[i], words[i - 1]
    if word in _CLOSED or before in _OPENING:
        return False
    if before in ".,:" and i > 1 and words[i - 2].isdecimal() and word.isdecimal():
        return False  # "5 . 9", "120 , 000", "9 : 25"
    hyphen = i if word == "-" else i - 1 if before == "-" else 0
    if 0 < hyphen < len(words) - 1:
        around = words[hyphen - 1], words[hyphen + 1]
        return not all(part[0].isalnum() for part in around) or around[1].lower() in _NO_COMPOUND
    return True


def _mentions(root: etree._Element, name: str, places: Mapping[str, Span]) -> Iterator[Mention]:
    chains: dict[str | None, str] = {}
    for relation in root.iter("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
        chain = relation.get("note") or f"{name}:{relation.get('r_id')}"
        chains |= {source.get("m_id"): chain for source in relation.iter("source")}
    markables = root.find("Markables")
    for found in markables if markables is not None else ():
        anchors = [places[one.get("t_id")] for one in found.iter("token_anchor") if one.get("t_id") in places]
        if anchors and str(found.tag).startswith(("ACTION", "NEG_ACTION")):
            alone = f"{name}#{found.get('m_id')}"
            yield Mention(Span(anchors[0].start, anchors[-1].end), chains.get(found.get("m_id"), alone))


@cache
def _parser() -> Parser:
    return models.parser()


# ------------------------------------------------------------------------------------- the gold


def holder(where: Document, place: Span) -> str:
    """The chain of the nearest annotated event above ``place`` in the parse; "" where none is known."""
    for sentence in where.sentences:
        if sentence.span.contains(place):
            tokens = sentence.parse.tokens
            inside = [i for i, token in enumerate(tokens) if place.overlaps(token.span)]
            seen: set[int] = set()
            at = next((i for i in inside if tokens[i].head not in inside), inside[0] if inside else -1)
            while at >= 0 and at not in seen:
                seen.add(at)
                found = [m.chain for m in where.mentions if m.span.overlaps(tokens[at].span)]
                if found:
                    return found[0]
                at = tokens[at].head
    return ""


def events_in(where: Document, spans: Sequence[Span]) -> set[str]:
    return {m.chain for m in where.mentions if any(span.contains(m.span) for span in spans)}


# ------------------------------------------------------------------------------------- the measures


class Tally:
    """Right, wrong and missed answers of each row of the table."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, bool, bool]] = Counter()

    def add(self, row: str, said: bool, gold: bool) -> None:
        self.counts[row, said, gold] += 1

    def lines(self) -> Iterator[str]:
        for row in sorted({key[0] for key in self.counts}):
            right, wrong, missed = (
                self.counts[row, said, gold] for said, gold in ((True, True), (True, False), (False, True))
            )
            precision, recall = 100 * right / max(1, right + wrong), 100 * right / max(1, right + missed)
            yield (
                f"{row:24} P {precision:5.1f} ({right}/{right + wrong})  R {recall:5.1f} "
                f"({right}/{right + missed})"
            )


def gate(left: Document, right: Document, tally: Tally, show: bool) -> None:
    """Every two times and every two figures of the chosen sentences."""
    ours, theirs = ready(left), ready(right)
    for kind in GATED:
        for claim, fact in facts_of(left, ours, kind):
            for other, value in facts_of(right, theirs, kind):
                chains = holder(left, fact.span), holder(right, value.span)
                if all(chains):
                    alike = likeness(claim.content, other.content)
                    said = same_matter(told(claim, fact), told(other, value), alike) > NO
                    tally.add(f"gate {kind}", said, chains[0] == chains[1])
                    if show and said and chains[0] != chains[1]:
                        print(f"GATE {kind} {fact.text!r} / {value.text!r} {chains}")
                        print(f"   {claim.claim.text!r}\n   {other.claim.text!r}")


def told(claim: Prepared, fact: AnyFact) -> Occasion:
    sentence = claim.claim.sentence
    return occasion(
        claim.claim.sentence_text, fact.span.start - sentence.start, fact.span.end - sentence.start
    )


def pairs(left: Document, right: Document, tally: Tally) -> None:
    """The aligned claims and the paired facts against the chains."""
    for row in aligned(left, right):
        ours, theirs = events_in(left, row.left.spans), events_in(right, row.right.spans)
        if ours and theirs and row.matter is Matter.CLAIM:
            tally.add("aligned claims", True, bool(ours & theirs))
        for pair in row.pairs:
            chains = holder(left, pair.left.span), holder(right, pair.right.span)
            if all(chains):
                differ = "" if pair.left.value.label == pair.right.value.label else ", differing"
                tally.add(f"pairs {pair.left.kind}{differ}", True, chains[0] == chains[1])


def one_story(left: Document, right: Document, tally: Tally) -> None:
    """Whether both tell one event: as one class, and two events as the other."""
    known = [[profile(claim.claim) for claim in ready(where)] for where in (left, right)]
    vectors = [encoded([one.claim.text for one in row]) for row in known]
    said = one_event(gist(known[0]), gist(known[1]), np.round(vectors[0] @ vectors[1].T, 2))
    tally.add("one event", said, left.event == right.event)
    tally.add("two events", not said, left.event != right.event)


def side_by_side(left: Document, right: Document) -> tuple[Finding, ...]:
    articles = {one.analysed.article.uri: one.analysed.article for one in (left, right)}
    found, _ = compare.findings(left.topic, aligned(left, right), articles, compare.chosen())
    return tuple(row for row in found if row.left.uri != row.right.uri)


def aligned(left: Document, right: Document) -> tuple[Alignment, ...]:
    settings = Settings()
    return align.alignments(
        [left.analysed, right.analysed],
        encoded,
        min_cosine=settings.min_cosine,
        min_score=settings.min_link_score,
        comparable=lambda one, other: one is not other,
    )


_VECTORS: dict[str, Vectors] = {}


def encoded(texts: Sequence[str]) -> Vectors:
    """One row a text; a document meets many others, and is encoded once."""
    new = sorted(set(texts) - _VECTORS.keys())
    if new:
        _VECTORS.update(zip(new, _encoder().encode(new), strict=True))
    return np.stack([_VECTORS[text] for text in texts])


@cache
def _encoder() -> Encoder:
    return models.encoder(Settings().encoder)


def ready(where: Document) -> list[Prepared]:
    return [prepared(claim) for claim in where.analysed.claims if not claim.minimal]


def facts_of(where: Document, claims: Sequence[Prepared], kind: Kind) -> Iterator[tuple[Prepared, AnyFact]]:
    """The facts of the chosen sentences, each with the first claim that holds it."""
    seen = set()
    for claim in claims:
        for fact in claim.claim.facts:
            chosen = any(sentence.contains(fact.span) for sentence in where.chosen)
            if fact.kind is kind and chosen and fact.span not in seen:
                seen.add(fact.span)
                yield claim, fact


def evenly(rows: Sequence[tuple[Document, Document]], most: int) -> list[tuple[Document, Document]]:
    """At most so many of the pairs, at even distances; all for 0."""
    if not most or len(rows) <= most:
        return list(rows)
    return [rows[i * len(rows) // most] for i in range(most)]


def of_one_topic(
    docs: Sequence[Document], most: int, *, unrelated: bool
) -> Iterator[tuple[Document, Document]]:
    for _, row in groupby(docs, key=lambda one: one.topic):
        told = list(row)
        met = [(a, b) for a, b in combinations(told, 2) if not unrelated or a.event != b.event]
        yield from evenly(met, most)


def of_one_event(docs: Sequence[Document], most: int) -> Iterator[tuple[Document, Document]]:
    for _, row in groupby(docs, key=lambda one: one.topic):
        yield from evenly([(a, b) for a, b in combinations(list(row), 2) if a.event == b.event], most)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("root", type=Path, metavar="ECBPLUS")
    options.add_argument("--part", default="", choices=("", "gate", "one-story", "side-by-side"))
    options.add_argument("--topics", default="")
    options.add_argument("--most", type=int, default=MOST, help="pairs of articles a topic; 0 is all")
    options.add_argument("--show", action="store_true", help="print every false answer")
    given = options.parse_args()
    docs = list(documents(given.root, [one for one in given.topics.split(",") if one]))
    if given.part in ("", "one-story"):
        print(*_one_stories(docs, given.most), sep="\n")
    if given.part in ("", "gate"):
        tally = Tally()
        for left, right in of_one_topic(docs, 0, unrelated=False):
            gate(left, right, tally, given.show)
        for left, right in of_one_topic(docs, given.most, unrelated=False):
            pairs(left, right, tally)
        print(*tally.lines(), sep="\n")
    if given.part in ("", "side-by-side"):
        print(*_unrelated(docs, given.most, given.show), sep="\n")


def _one_stories(docs: Sequence[Document], most: int) -> Iterator[str]:
    tally = Tally()
    for left, right in (*of_one_event(docs, most), *of_one_topic(docs, most, unrelated=True)):
        one_story(left, right, tally)
    yield from tally.lines()


def _unrelated(docs: Sequence[Document], most: int, show: bool) -> Iterator[str]:
    counts: Counter[Relation] = Counter()
    kinds: Counter[str] = Counter()
    met = list(of_one_topic(docs, most, unrelated=True))
    for left, right in met:
        for found in side_by_side(left, right):
            counts[found.judgement.relation] += 1
            kinds[f"{found.judgement.relation} {found.kind}"] += 1
            if show:
                uris = f"{found.left.uri} {found.right.uri}"
                yield f"FALSE {found.judgement.relation} {found.kind} {uris}: {found.judgement.reason}"
                yield f"   {found.left.sentence_text!r}\n   {found.right.sentence_text!r}"
    yield f"{len(met)} pairs of articles on two unrelated events"
    for relation in (Relation.CONTRADICTION, Relation.DRIFT, Relation.UPDATE):
        rate = counts[relation] / max(1, len(met))
        yield f"{relation}s a pair of articles: {rate:.3f} ({counts[relation]})"
    yield ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))


if __name__ == "__main__":
    main()
