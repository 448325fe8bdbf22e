"""Trees as spaCy's English pipelines draw them, and as Universal Dependencies draws them."""

from __future__ import annotations

import pytest

from factcheck.models.clear_labels import is_clear, universal
from factcheck.records import Entity, Parse, Token

# each word: form, lemma, part of speech, head, ClearNLP relation; then head and UD relation
Row = tuple[str, str, str, int, str, int, str]
MAYOR: tuple[Row, ...] = (
    ("Vos", "Vos", "PROPN", 1, "nsubj", 2, "nsubj"),
    ("was", "be", "AUX", 1, "ROOT", 2, "cop"),
    ("mayor", "mayor", "NOUN", 1, "attr", 2, "root"),
    ("of", "of", "ADP", 2, "prep", 4, "case"),
    ("Orlen", "Orlen", "PROPN", 3, "pobj", 2, "nmod"),
)
FINED: tuple[Row, ...] = (
    ("Vos", "Vos", "PROPN", 2, "nsubjpass", 2, "nsubj:pass"),
    ("was", "be", "AUX", 2, "auxpass", 2, "aux:pass"),
    ("fined", "fine", "VERB", 2, "ROOT", 2, "root"),
    ("by", "by", "ADP", 2, "agent", 5, "case"),
    ("the", "the", "DET", 5, "det", 5, "det"),
    ("court", "court", "NOUN", 3, "pobj", 2, "obl:agent"),
)
THERE: tuple[Row, ...] = (
    ("There", "there", "PRON", 1, "expl", 1, "expl"),
    ("is", "be", "VERB", 1, "ROOT", 1, "root"),
    ("smoke", "smoke", "NOUN", 1, "attr", 1, "nsubj"),
)
LISTED: tuple[Row, ...] = (
    ("Vos", "Vos", "PROPN", 1, "nsubj", 1, "nsubj"),
    ("sold", "sell", "VERB", 1, "ROOT", 1, "root"),
    ("boats", "boat", "NOUN", 1, "dobj", 1, "obj"),
    ("nets", "net", "NOUN", 2, "conj", 2, "conj"),
    ("and", "and", "CCONJ", 3, "cc", 5, "cc"),
    ("ropes", "rope", "NOUN", 3, "conj", 2, "conj"),
)
OUT_OF: tuple[Row, ...] = (
    ("Vos", "Vos", "PROPN", 1, "nsubj", 1, "nsubj"),
    ("walked", "walk", "VERB", 1, "ROOT", 1, "root"),
    ("out", "out", "ADP", 1, "prep", 4, "case"),
    ("of", "of", "ADP", 2, "prep", 4, "case"),
    ("court", "court", "NOUN", 3, "pobj", 1, "obl"),
    ("without", "without", "ADP", 1, "prep", 6, "mark"),
    ("speaking", "speak", "VERB", 5, "pcomp", 1, "advcl"),
)


def tree(rows: tuple[Row, ...]) -> Parse:
    tokens, at = [], 0
    for form, lemma, upos, head, dep, _, _ in rows:
        tokens.append(Token(at, at + len(form), lemma, upos, "", "", head, dep, at == 0))
        at += len(form) + 1
    return Parse(tuple(tokens), (Entity(0, 3, "GPE"),))


@pytest.mark.parametrize("rows", [MAYOR, FINED, THERE, LISTED, OUT_OF])
def test_turned(rows: tuple[Row, ...]) -> None:
    turned = universal(tree(rows))
    assert [(token.head, token.dep) for token in turned.tokens] == [(row[5], row[6]) for row in rows]


def test_places_and_facilities_are_one_label() -> None:
    assert universal(tree(MAYOR)).entities == (Entity(0, 3, "LOC"),)


def test_a_parser_tells_its_scheme_by_its_labels() -> None:
    assert is_clear(("nsubj", "dobj", "prep"))
    assert not is_clear(("nsubj", "obj", "obl"))
