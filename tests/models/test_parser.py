"""The shipped parser reads plain news sentences; offsets slice the text; any spaCy pipeline can stand in."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ModelError
from factcheck.models.encoder import damaged
from factcheck.models.parser import DEFAULT_PARSER, Parse, Parser, Token, parser

SHIPPED = Path(str(files("factcheck.models"))) / "weights" / "parser"
MAX_BYTES = 20_000_000


@cache
def shipped() -> Parser:
    return parser()


def parse(text: str) -> Parse:
    return shipped().parse([text])[0]


def word(text: str, form: str) -> Token:
    """The only token of the text that is written ``form``."""
    (found,) = (token for token in parse(text).tokens if text[token.start : token.end] == form)
    return found


def head(text: str, form: str) -> str:
    tokens = parse(text).tokens
    above = tokens[word(text, form).head]
    return text[above.start : above.end]


# (text, a word, its relation, its head): each pair turns the roles, or what a phrase hangs on, around
RELATIONS = [
    ("The mayor praised the engineer.", "mayor", "nsubj", "praised"),
    ("The engineer praised the mayor.", "mayor", "obj", "praised"),
    ("The judge fined the company.", "company", "obj", "fined"),
    ("The company was fined by the judge.", "company", "nsubj:pass", "fined"),
    ("The company was fined by the judge.", "judge", "obl:agent", "fined"),
    ("The judge was fined in March.", "March", "obl", "fined"),
    ("Officials said the bridge would reopen.", "reopen", "ccomp", "said"),
    ("Officials reopened the bridge.", "reopened", "root", "reopened"),
    ("She sold the house that her brother built.", "built", "acl:relcl", "house"),
    ("Her brother built the house.", "built", "root", "built"),
    ("The plant will not close.", "not", "advmod", "close"),
    ("The plant will close soon.", "will", "aux", "close"),
]


@pytest.mark.parametrize(("text", "form", "relation", "above"), RELATIONS)
def test_heads_and_relations(text: str, form: str, relation: str, above: str) -> None:
    assert (word(text, form).dep, head(text, form)) == (relation, above)


@pytest.mark.parametrize(
    ("text", "form", "lemma", "upos"),
    [
        ("The ministers were late.", "were", "be", "AUX"),
        ("The ministers were late.", "ministers", "minister", "NOUN"),
        ("Prices rose sharply.", "rose", "rise", "VERB"),
        ("He bought a rose.", "rose", "rose", "NOUN"),
        ("They left the meeting.", "meeting", "meeting", "NOUN"),
        ("They are meeting the governor.", "meeting", "meet", "VERB"),
    ],
)
def test_lemmas_and_parts_of_speech(text: str, form: str, lemma: str, upos: str) -> None:
    assert (word(text, form).lemma, word(text, form).upos) == (lemma, upos)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maria Lindqvist moved to Norway.", {("Maria Lindqvist", "PERSON"), ("Norway", "LOC")}),
        ("The nurse moved to the coast.", set()),
        ("John Harlow visited London on Friday.", {("John Harlow", "PERSON"), ("London", "LOC")}),
        ("The visit lasted two days.", set()),
    ],
)
def test_names(text: str, names: set[tuple[str, str]]) -> None:
    assert {(text[name.start : name.end], name.label) for name in parse(text).entities} == names


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("The dam broke. Nobody was hurt.", ["The", "Nobody"]),
        ("The dam broke, and nobody was hurt.", ["The"]),
        ("Dr. Okafor spoke first.", ["Dr."]),
    ],
)
def test_sentences(text: str, openings: list[str]) -> None:
    found = [text[token.start : token.end] for token in parse(text).tokens if token.sentence_start]
    assert found == openings


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aZé’“”\"' \n\t.,-–0$中🙂́\u00a0\u202e"), max_size=60))
def test_offsets_slice_the_text_and_leave_out_white_space_alone(text: str) -> None:
    tokens = parse(text).tokens
    covered = "".join(text[token.start : token.end] for token in tokens)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    assert all(0 <= token.head < len(tokens) for token in tokens)
    assert not tokens or tokens[0].sentence_start
    assert all(text[name.start : name.end].strip() for name in parse(text).entities)


def test_offsets_count_code_points() -> None:
    text = "🙂🙂 Zoë lives in Oslo."
    assert word(text, "Oslo").start == text.index("Oslo")


def test_parses_come_in_the_order_of_the_texts_and_do_not_depend_on_each_other_without_names() -> None:
    texts = [text for text, *_ in RELATIONS] * 12 + ["", " \n "]
    together = shipped().parse(texts)
    assert together == tuple(shipped().parse([text])[0] for text in texts)
    assert shipped().parse(texts[::-1]) == together[::-1]
    assert together[-1] == Parse((), ())
    assert shipped().parse([]) == ()


def test_names_of_one_call_agree() -> None:
    texts = ["Maria Lindqvist moved to Norway.", "Lindqvist likes it there."]
    first, second = shipped().parse(texts)
    assert [texts[0][name.start : name.end] for name in first.entities] == ["Maria Lindqvist", "Norway"]
    assert [(texts[1][name.start : name.end], name.label) for name in second.entities] == [
        ("Lindqvist", "PERSON")
    ]


def test_every_sentence_hangs_on_one_root() -> None:
    text = "The council met on Monday. It approved the plan, and the mayor signed it."
    tokens = parse(text).tokens
    openings = [at for at, token in enumerate(tokens) if token.sentence_start]
    roots = [at for at, token in enumerate(tokens) if token.dep == "root"]
    assert len(roots) == len(openings) == 2
    assert roots == [at for at, token in enumerate(tokens) if token.head == at]


def test_the_shipped_files_are_intact_small_and_damage_is_seen(tmp_path: Path) -> None:
    assert damaged(SHIPPED) == ()
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= MAX_BYTES
    shutil.copytree(SHIPPED, tmp_path / "parser")
    (tmp_path / "parser" / "meta.json").write_bytes(b"{}")
    assert damaged(tmp_path / "parser") == ("meta.json",)


def test_a_folder_takes_its_place(tmp_path: Path) -> None:
    import spacy

    tiny = spacy.blank("en")
    tiny.add_pipe("sentencizer")
    tiny.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Vellmark"}])  # type: ignore[attr-defined]
    tiny.to_disk(tmp_path / "tiny")
    text = "She left Vellmark. He stayed."
    read = parser(str(tmp_path / "tiny")).parse([text])[0]
    assert [text[name.start : name.end] for name in read.entities] == ["Vellmark"]
    assert [text[token.start : token.end] for token in read.tokens if token.sentence_start] == ["She", "He"]


def test_the_default_is_the_shipped_pipeline_and_nothing_is_loaded_before_it_is_asked() -> None:
    assert parser().name == DEFAULT_PARSER
    assert parser("no such pipeline").name == "no such pipeline"


@pytest.mark.parametrize("name", ["no such pipeline", "/nowhere/at/all"])
def test_an_unknown_name_is_a_model_error(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        parser(name).parse(["x"])
    assert name in str(caught.value)
    assert caught.value.hint


def test_an_empty_folder_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        parser(str(tmp_path)).parse(["x"])
    assert caught.value.hint
