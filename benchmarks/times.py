"""How well the times are read: strict span F1 and value F1 against TimeML gold.

python -m benchmarks.times [--timeml FOLDER ...] [--meantime FOLDER ...] [--show]

FOLDER of --timeml holds *.tml (TimeBank, AQUAINT), of --meantime NAF-like *.xml (MEANTIME). The creation time
is given as the publication date and is not scored itself, nor are the empty TIMEX3 that MEANTIME adds; of
MEANTIME only the headline, the date line and the first sentences are read: the annotated part. A found
time counts where it overlaps a gold one; strict wants the same span, value the same TIMEX3 value.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from factcheck import split
from factcheck.records import Article, Block, BlockKind, Published, PublishedHow, Span, TimeValue
from factcheck.values import times

ANNOTATED = 5  # MEANTIME's last annotated sentence, counted from the headline as 0


class Gold(NamedTuple):
    start: int
    end: int
    value: str
    type: str


class Document(NamedTuple):
    name: str
    text: str
    created: str
    gold: tuple[Gold, ...]
    unscored: tuple[Span, ...] = ()


def timeml(path: Path) -> Document:
    """A TimeML document; offsets count from the start of its TEXT."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a corpus
    created = next((node.get("value", "") for node in root.iter("TIMEX3") if _is_creation(node)), "")
    pieces: list[str] = []
    found: list[Gold] = []
    text = root.find("TEXT")
    if text is not None:
        _walk(text, 0, pieces, found)
    return Document(path.stem, "".join(pieces), created[:10], tuple(found))


def _is_creation(node: ElementTree.Element) -> bool:
    return node.get("functionInDocument") == "CREATION_TIME"


def _walk(node: ElementTree.Element, at: int, pieces: list[str], found: list[Gold]) -> int:
    """The offset after the node; its text goes to ``pieces``, its times to ``found``."""
    at = _add(node.text, at, pieces)
    for child in node:
        start, at = at, _walk(child, at, pieces, found)
        if child.tag == "TIMEX3" and not _is_creation(child):
            found.append(Gold(start, at, child.get("value", ""), child.get("type", "")))
        at = _add(child.tail, at, pieces)
    return at


def _add(text: str | None, at: int, pieces: list[str]) -> int:
    pieces.append(text or "")
    return at + len(text or "")


def meantime(path: Path) -> Document:
    """A MEANTIME document: its words joined by spaces, a line a sentence."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a corpus
    pieces: list[str] = []
    places: dict[str, Span] = {}
    at, sentence = 0, ""
    for token in root.iter("token"):
        if int(token.get("sentence", "0")) > ANNOTATED:
            break
        gap = "" if not pieces else " " if token.get("sentence") == sentence else "\n"
        sentence = token.get("sentence", "")
        word = token.text or ""
        pieces += [gap, word]
        at += len(gap) + len(word)
        places[token.get("t_id", "")] = Span(at - len(word), at)
    nodes = list(root.iter("TIMEX3"))
    created = next((node.get("value", "") for node in nodes if _is_creation(node)), "")
    placed = [(node, span) for node in nodes if (span := _anchor(node, places)) is not None]
    gold = [
        Gold(span.start, span.end, node.get("value", ""), node.get("type", ""))
        for node, span in placed
        if not _is_creation(node)
    ]
    unscored = tuple(span for node, span in placed if _is_creation(node))
    return Document(path.stem, "".join(pieces), created[:10], tuple(sorted(gold)), unscored)


def _anchor(node: ElementTree.Element, places: dict[str, Span]) -> Span | None:
    anchors = [places[a.get("t_id", "")] for a in node.iter("token_anchor") if a.get("t_id") in places]
    return Span(min(a.start for a in anchors), max(a.end for a in anchors)) if anchors else None


def article(document: Document) -> Article:
    """Paragraphs are parted by empty lines, or by every line break where there are none."""
    mark = "\n\n" if "\n\n" in document.text.strip() else "\n"
    blocks, at = [], 0
    for part in document.text.split(mark):
        if part.strip():
            blocks.append(Block(Span(at, at + len(part)), BlockKind.PARAGRAPH))
        at += len(part) + len(mark)
    return Article(document.name, document.text, tuple(blocks), document.name, _published(document.created))


def _published(created: str) -> Published:
    if not created:
        return Published()
    fields = created.split("-")
    day = date.fromisoformat(created if len(fields[0]) == 4 else "-".join(reversed(fields)))
    ends = datetime.combine(day, time.min), datetime.combine(day, time(23, 59, 59))
    return Published(*ends, PublishedHow.METADATA)


def score(documents: Sequence[Document], *, show: bool = False) -> Counter[str]:
    """How many gold times, found times, and hits of each measure."""
    n: Counter[str] = Counter()
    for document in documents:
        subject = article(document)
        found = {
            (f.span.start, f.span.end): f.value
            for f in times.facts(subject, split.sentences(subject))
            if not any(f.span.overlaps(span) for span in document.unscored)
        }
        n["gold"] += len(document.gold)
        n["ours"] += len(found)
        used: set[tuple[int, int]] = set()
        for gold in document.gold:
            hit = _hit(gold, found, used)
            value = found[hit].value if hit else ""
            if hit:
                used.add(hit)
                n["relaxed"] += 1
                n["strict"] += hit == (gold.start, gold.end)
                n["value"] += value == gold.value
                n["type"] += found[hit].type == gold.type
            if show and value != gold.value:
                around = " ".join(document.text[max(gold.start - 70, 0) : gold.end + 40].split())
                mine = document.text[hit[0] : hit[1]] if hit else ""
                print(
                    f"{document.name} {document.created} gold {gold.value}"
                    f" {document.text[gold.start : gold.end]!r}"
                    f" ours {value} {mine!r}   | {around}"
                )
        for start, end in sorted(set(found) - used) if show else ():
            around = " ".join(document.text[max(start - 70, 0) : end + 40].split())
            print(
                f"{document.name} EXTRA {document.text[start:end]!r} {found[start, end].value}   | {around}"
            )
    return n


def _hit(
    gold: Gold, found: dict[tuple[int, int], TimeValue], used: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """The found time on this gold one, the same span before an overlapping one."""
    exact = (gold.start, gold.end)
    order = sorted(found, key=lambda span: (span != exact, span))
    return next((s for s in order if s not in used and s[0] < gold.end and gold.start < s[1]), None)


def printed(name: str, documents: Sequence[Document], *, show: bool) -> None:
    n = score(documents, show=show)
    figures = {
        measure: _f1(n[measure], n["ours"], n["gold"]) for measure in ("strict", "relaxed", "value", "type")
    }
    told = "  ".join(f"{measure} {figure:.1f}" for measure, figure in figures.items())
    print(f"{name}: {len(documents)} documents, {n['gold']} gold, {n['ours']} found: {told}")


def _f1(hits: int, ours: int, gold: int) -> float:
    return 200 * hits / (ours + gold) if ours + gold else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--timeml", type=Path, action="append", default=[])
    parser.add_argument("--meantime", type=Path, action="append", default=[])
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    for folder in args.timeml:
        printed(folder.name, [timeml(path) for path in sorted(folder.rglob("*.tml"))], show=args.show)
    for folder in args.meantime:
        printed(folder.name, [meantime(path) for path in sorted(folder.rglob("*.xml"))], show=args.show)


if __name__ == "__main__":
    main()
