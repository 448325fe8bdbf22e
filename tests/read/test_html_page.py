"""A page gives its story: from JSON-LD where it stands there, else extracted; metadata beside it."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from factcheck.errors import ReadError
from factcheck.read.html_page import check_tags, paragraphs, read
from factcheck.records import Article

BODY = [
    "The harbour board of Ostermoor voted on Tuesday to close the north quay for two years.",
    "Board chair Ilse Brandt said the piles under the quay had rusted through, and divers had found holes.",
    "The ferry to Kessel will leave from the south quay until the work is done, the board said.",
]
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Quay closes | Kessel Post</title>{head}</head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Quay &amp; ferry close</h1>{body}</article>
<footer>All about us</footer></body></html>"""
META = (
    '<meta property="og:site_name" content="Kessel Post"><link rel="canonical" href="https://www.post.example/q">'
    '<meta property="article:published_time" content="2025-06-03T08:00:00+02:00">'
)


def page(head: str = "") -> Article:
    body = "".join(f"<p>{part}</p>" for part in BODY)
    return read(PurePosixPath("story/a.html"), PAGE.format(head=head, body=body).encode())


def linked(**fields: object) -> str:
    data = {"@type": "NewsArticle", "headline": "Quay closes", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_story_is_extracted() -> None:
    found = page(META)
    assert all(part in found.text for part in BODY)
    assert "Sport" not in found.text
    assert found.headline is not None
    assert found.headline.of(found.text) == "Quay & ferry close"
    assert (found.outlet, found.published.iso(), found.url) == (
        "Kessel Post",
        "2025-06-03T06:00:00",
        "https://www.post.example/q",
    )
    assert found.extraction == "trafilatura"


def test_linked_data_comes_first() -> None:
    found = page(META + linked(articleBody="\n\n".join(BODY), publisher={"name": "Ostermoor Courier"}))
    assert found.text == "Quay closes\n\n" + "\n\n".join(BODY)
    assert (found.outlet, found.extraction) == ("Ostermoor Courier", "json-ld")


def test_a_short_abstract_in_linked_data_does_not_replace_the_story() -> None:
    found = page(linked(articleBody=BODY[0]))
    assert BODY[2] in found.text


def test_broken_linked_data_is_passed_over() -> None:
    assert BODY[2] in page('<script type="application/ld+json">{"@type": </script>').text


def test_the_host_names_the_outlet_and_else_the_file() -> None:
    assert page('<link rel="canonical" href="https://www.post.example/q">').outlet == "post.example"
    assert page().outlet == "a"


def test_a_date_in_the_story_does_not_date_the_page() -> None:
    BODY.append("The quay was built on June 3, 1912, and widened in 1950.")
    try:
        assert not page().published.known
    finally:
        BODY.pop()


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><body><div><<<", "<p></p>", "<html><body><img src=a></body>"]
)
def test_a_page_without_a_story_is_an_error(text: str) -> None:
    with pytest.raises(ReadError):
        read(PurePosixPath("a.html"), text.encode())


def test_paragraphs_of_a_fragment() -> None:
    assert paragraphs("<p>One &amp; two.</p>\n<ul><li>Three\n four</li></ul>") == "One & two.\n\nThree four"
    assert paragraphs("No markup at all.") == "No markup at all."


HARMLESS = [
    "<p>1 <b>2</b> it's 3 < 4</p>" * 2_000,
    '<img src="data:image/png;base64,' + "A" * 300_000 + '">',
    "<script>if (a<b) {x = 'it'}" + "y = 1;" * 30_000 + "</script>",
    "<p>" * 3_000,
    "<script>" * 50_000,
]
BOMBS = [
    "<p " + " ".join(f'a{i}=">"' for i in range(30_000)) + ">",
    "<p " + " ".join(f"a{i}='<'" for i in range(30_000)) + ">",
    "<p " + " ".join(f"a{i}" for i in range(30_000)) + ">",
    "<p " + "\n".join(f"a{i}" for i in range(30_000)),
]


@pytest.mark.parametrize("text", HARMLESS, ids=range(len(HARMLESS)))
def test_ordinary_pages_pass_the_scan(text: str) -> None:
    check_tags(text)


@pytest.mark.parametrize("text", BOMBS, ids=range(len(BOMBS)))
def test_bombs_do_not(text: str) -> None:
    with pytest.raises(ReadError):
        check_tags(text)
