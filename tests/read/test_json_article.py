"""Three forms of JSON give one kind of article, whose offsets index headline and text."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from factcheck.errors import ReadError
from factcheck.read.json_article import loads, read
from factcheck.records import BlockKind

TEXT = "The quay closed on Friday.\n\nBrandt said it was not safe."
PATH = PurePosixPath("story/a.json")

OURS = {
    "headline": "Quay closes",
    "outlet": "Kessel Post",
    "published": "2025-06-03",
    "url": "https://post.example/quay",
    "text": TEXT,
}
SCHEMA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Post"},
        {
            "@type": "NewsArticle",
            "headline": "Quay closes",
            "articleBody": TEXT,
            "datePublished": "2025-06-03T08:00:00+02:00",
            "publisher": {"@type": "Organization", "name": "Kessel Post"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://post.example/quay"},
        },
    ],
}
NINJS = {
    "uri": "urn:1",
    "headline": "Quay closes",
    "body_xhtml": "<div><p>The quay closed on Friday.</p><p>Brandt said it was <b>not</b> safe.</p></div>",
    "versioncreated": "2025-06-03T06:00:00Z",
    "provider": "Kessel Post",
}
NINJS_2 = {
    "uri": "urn:1",
    "headlines": [{"role": "main", "value": "Quay closes"}],
    "bodies": [
        {"contenttype": "text/html", "value": "<p>no</p>"},
        {"contenttype": "text/plain", "value": TEXT},
    ],
    "firstcreated": "2025-06-03T06:00:00Z",
    "infosources": [{"name": "Kessel Post"}],
}


@pytest.mark.parametrize(
    "fields", [OURS, SCHEMA, NINJS, NINJS_2], ids=["ours", "schema.org", "ninjs", "ninjs 2"]
)
def test_every_form_gives_the_same_article(fields: dict[str, object]) -> None:
    article = read(PATH, json.dumps(fields).encode())
    assert article.text == f"Quay closes\n\n{TEXT}"
    assert article.headline is not None
    assert article.headline.of(article.text) == "Quay closes"
    assert article.outlet == "Kessel Post"
    assert article.published.iso()[:10] == "2025-06-03"
    assert [b.kind for b in article.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_without_a_headline_the_text_stands_alone() -> None:
    article = read(PATH, json.dumps({"headline": "", "outlet": "s1", "text": "The quay closed"}).encode())
    assert article.text == "The quay closed"
    assert article.blocks[0].kind is not BlockKind.BOILERPLATE


def test_a_repeated_headline_is_boilerplate() -> None:
    article = read(PATH, json.dumps({**OURS, "text": f"Quay closes\n\n{TEXT}"}).encode())
    assert [b.reason for b in article.blocks[:2]] == ["", "repeated headline"]


@pytest.mark.parametrize("published", [None, "", "soon", 7, ["2025"]])
def test_a_strange_date_leaves_the_article_undated(published: object) -> None:
    assert not read(PATH, json.dumps({**OURS, "published": published}).encode()).published.known


def test_lone_surrogates_are_replaced_in_place() -> None:
    article = read(PATH, b'{"text": "The quay \\ud800 closed on Friday."}')
    assert article.text == "The quay ? closed on Friday."


FAULTS = [
    ('{"text": "The quay', "Unterminated"),
    ('{"text": "a"', "ends too early"),
    ("[" * 100_000, "nested too deeply"),
    ('{"n": NaN}', "NaN"),
    ('{"n": -Infinity}', "-Infinity"),
    ('{"n": ' + "9" * 5_000 + "}", "too many digits"),
    ('{"a": 1, "a": 2}', "twice"),
    ("{'a': 1}", "not JSON"),
    ("", "ends too early"),
]


@pytest.mark.parametrize(("text", "word"), FAULTS, ids=[row[1] for row in FAULTS])
def test_a_fault_is_named(text: str, word: str) -> None:
    with pytest.raises(ReadError, match=word) as caught:
        loads(text)
    assert caught.value.hint
