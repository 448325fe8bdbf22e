"""Whether every claim of real articles is a slice of its article, and everything that a claim points at too.

python -m benchmarks.slices FOLDER...

Reads what ``factcheck run`` reads, and the texts of TimeML files (*.tml) and of CAT files (*.xml, as ECB+ and
MEANTIME come). Prints counts and the first violations; exit 1 where there is one, 2 where nothing was read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lxml import etree

from factcheck import pipeline
from factcheck.read import read_content
from factcheck.records import Article, Attribution, Claim, Kind, Span
from factcheck.settings import Settings

SHOWN = 20


def articles(folder: Path) -> Iterator[Article]:
    """The articles of every story under ``folder``, then the texts of its corpora, by path."""
    if any(path.suffix in READABLE for path in folder.rglob("*")):
        for story in pipeline.collect([folder], Settings())[0]:
            yield from story.articles
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".tml", ".xml"):
            article = read_content(f"{path.stem}.txt", corpus_text(path).encode())
            if isinstance(article, Article):
                yield article


READABLE = (".txt", ".md", ".html", ".json")


def corpus_text(path: Path) -> str:
    """The text of a TimeML file; the sentences of a CAT file, one a line; empty for other XML."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    body = root.find("TEXT")
    if body is not None:
        return "".join(body.itertext())
    sentences = groupby(root.iter("token"), key=lambda token: token.get("sentence"))
    return "\n".join(" ".join(token.text or "" for token in sentence) for _, sentence in sentences)


def violations(article: Article, claims: tuple[Claim, ...], seen: Counter[str]) -> Iterator[str]:
    """Every breach of the law in one article, in words; ``seen`` counts what was looked at."""
    text = article.text
    characters = frozenset(text) | {" "}  # the slices of a claim are joined with spaces
    for claim in claims:
        seen["claims"] += 1
        seen["slices"] += len(claim.spans)
        yield from _outside(text, "slice of a claim", *claim.spans)
        yield from _outside(text, "sentence", claim.sentence)
        if claim.text != " ".join(span.of(text) for span in claim.spans):
            yield f"a claim is not its slices: {claim.text!r}"
        if claim.sentence.of(text) != claim.sentence_text:
            yield f"a sentence is not its slice: {claim.sentence_text!r}"
        if not characters.issuperset(claim.text):
            yield f"a claim holds what its article lacks: {claim.text!r}"
        yield from _facts(text, claim, seen)
        if claim.attribution is not None:
            yield from _attribution(text, claim.attribution, seen)


def _facts(text: str, claim: Claim, seen: Counter[str]) -> Iterator[str]:
    for fact in claim.facts:
        seen["quotations" if fact.kind is Kind.QUOTE else "facts"] += 1
        yield from _outside(text, f"{fact.kind} fact", fact.span)
        if fact.span.of(text) != fact.text:
            yield f"a {fact.kind} fact is not its slice: {fact.text!r}"
        if fact.kind is Kind.QUOTE and fact.value.label not in text:
            yield f"a quotation is not in its article: {fact.value.label!r}"


def _attribution(text: str, said: Attribution, seen: Counter[str]) -> Iterator[str]:
    seen["attributions"] += 1
    seen["cues"] += 1
    yield from _outside(text, "cue", said.cue)
    yield from _outside(text, "content", *said.content)
    if said.source is not None:
        seen["sources"] += 1
        yield from _outside(text, "source", said.source)


def _outside(text: str, what: str, *spans: Span) -> Iterator[str]:
    """A span that is empty, or that slices to fewer characters than it counts."""
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            yield f"a {what} is no slice of its article: {span}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    seen: Counter[str] = Counter()
    broken: list[str] = []
    for folder in parser.parse_args().folders:
        for article in articles(folder):
            seen["articles"] += 1
            analysed = pipeline.analyse(article, Settings())
            broken += [f"{article.uri}: {breach}" for breach in violations(article, analysed.claims, seen)]
    if not seen["articles"]:
        print("no article was read", file=sys.stderr)
        sys.exit(2)
    print(", ".join(f"{seen[what]} {what}" for what in COUNTED))
    print(f"{len(broken)} violations")
    print(*broken[:SHOWN], sep="\n", end="\n" if broken else "")
    sys.exit(1 if broken else 0)


COUNTED = ("articles", "claims", "slices", "attributions", "cues", "sources", "quotations", "facts")


if __name__ == "__main__":
    main()
