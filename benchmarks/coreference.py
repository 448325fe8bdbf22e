"""Measure the references of pronouns, names and descriptions on GUM's coreference groups.

python -m benchmarks.coreference --data FOLDER [--part dev] [--errors]

The data folder holds ``treebanks/gum_ccby``. Sentences are the treebank's, the parse is the shipped parser's.
A reference is right where the antecedent's head word is that of a gold mention of the same group. A pronoun
that is no gold mention at all counts as wrong; a name or description that is none is left out. Wanted are:
pronouns whose group has a noun phrase or name; names of persons and organisations whose longer form stands
earlier; "the ..." in up to four words for a person or an organisation that is named earlier. P and R are in
percent, with the counts that they come from.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.models.parser import Parser
from factcheck.records import Span
from factcheck.split.mentions import PRONOUNS
from factcheck.split.references import Reference, references
from training.coreference.weights import Document, Gold, documents

NEWS = ("news", "interview", "bio")
CLASSES = ("he/she", "it", "they", "name", "description")
Row = tuple[str, str]  # genre, class


def class_of(text: str, reference: Reference) -> str:
    if reference.how == "pronoun":
        kind = PRONOUNS[reference.span.of(text).lower()]
        return "he/she" if kind in ("he", "she") else kind
    return "description" if reference.how == "description" else "name"


def wanted(document: Document) -> Iterator[tuple[str, Gold]]:
    """The gold mentions that a reference is wanted for, each with its class."""
    for one in document.golds:
        group = [other for other in document.golds if other.group == one.group and other != one]
        earlier = [other for other in group if other.tag.startswith("NNP") and other.span < one.span]
        text = one.span.of(document.article.text)
        if one.tag in ("PRP", "PRP$") and text.lower() in PRONOUNS:
            if any(other.tag.startswith("NN") for other in group):
                kind = PRONOUNS[text.lower()]
                yield "he/she" if kind in ("he", "she") else kind, one
        elif one.label not in ("person", "organization"):
            continue
        elif one.tag.startswith("NNP") and any(longer(document, other, text) for other in earlier):
            yield "name", one
        elif one.tag == "NN" and text.lower().startswith("the ") and len(text.split()) <= 4 and earlier:
            yield "description", one


def longer(document: Document, other: Gold, text: str) -> bool:
    own = [word for word in text.split() if word[0].isupper() and not word.endswith(".")]
    full = [word.strip(",") for word in other.span.of(document.article.text).split() if word[0].isupper()]
    acronym = len(own) == 1 and own[0].isupper() and len(own[0]) > 1
    return len(own) < len(full) and len(text.split()) <= 3 and (acronym or set(own) < set(full))


def measure(made: Sequence[Document], errors: bool) -> tuple[Counter[Row], Counter[Row], Counter[Row]]:
    """Right, given and wanted for every genre and class."""
    right: Counter[Row] = Counter()
    given: Counter[Row] = Counter()
    asked: Counter[Row] = Counter()
    for document in made:
        text = document.article.text
        asked.update((document.genre, kind) for kind, _ in wanted(document))
        for one in references(document.article, document.sentences):
            kind, gold = class_of(text, one), document.gold(one.span)
            if gold is None and one.how != "pronoun":
                continue
            named = document.gold(one.antecedent)
            fits = gold is not None and named is not None and gold.group == named.group
            given[document.genre, kind] += 1
            right[document.genre, kind] += fits
            if errors and not fits:
                print(document.name, kind, one.confidence, f"{one.name!r}", "...", around(text, one.span))
    return right, given, asked


def around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 160) : span.start], text[span.end : span.end + 50]
    return f"{before}[[{span.of(text)}]]{after}".replace("\n", " / ")


def table(right: Counter[Row], given: Counter[Row], asked: Counter[Row]) -> Iterator[str]:
    """A line for each class, in news, interviews and biographies, and in all genres."""
    for title, genres in (("news, interview, bio", NEWS), ("all", sorted({genre for genre, _ in asked}))):
        for name, kinds in (*((one, (one,)) for one in CLASSES), ("pronouns", CLASSES[:3]), ("all", CLASSES)):
            hits, shown, wished = (
                sum(counted[genre, kind] for genre in genres for kind in kinds)
                for counted in (right, given, asked)
            )
            precision, recall = 100 * hits / max(1, shown), 100 * hits / max(1, wished)
            figures = f"P {precision:5.1f} ({hits}/{shown})  R {recall:5.1f} ({hits}/{wished})"
            yield f"{title:22}{name:12} {figures}"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--part", default="dev", choices=("train", "dev", "test"))
    options.add_argument("--errors", action="store_true", help="print every reference that is wrong")
    given = options.parse_args()
    path = given.data / "treebanks" / "gum_ccby" / f"{given.part}.conllu"
    for line in table(*measure(list(documents(path, Parser())), given.errors)):
        print(line)


if __name__ == "__main__":
    main()
