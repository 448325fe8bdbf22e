"""A web page comes in, its article goes out: from JSON-LD where the page has it, else extracted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from factcheck.errors import ReadError
from factcheck.read import cues, json_article
from factcheck.read.assembling import Facts, Source, article
from factcheck.read.dates import metadata_date
from factcheck.read.decoding import decode
from factcheck.records import Article, Published, Span

name = "html"
suffixes: tuple[str, ...] = (".htm", ".html", ".xhtml")

_TAG = re.compile(r"<[A-Za-z]")
_SCRIPT = re.compile(r"<(script|style)\b", re.IGNORECASE)
_TAG_PART = re.compile(r"[>\"']")
_ENCODING = re.compile(r"\A\s{0,100}<\?xml[^>]{0,500}\?>")
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}\Z")
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")

_HINT = "save the page again, or give its text as .txt"
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "td", "pre", "div")

MOST_TAG_CHARS = 100_000
MOST_ATTRIBUTE_SIGNS = 2_000
LEAST_BODY_CHARS = 200
MOST_TITLE_CHARS = 500


def read(path: PurePosixPath, content: bytes) -> Article:
    """The article in a page. Raises ReadError where the page is broken or holds no article text."""
    text, encoding = decode(content, declares=True)
    check_tags(text)
    tree = _tree(text)
    linked = _linked_data(tree)
    body, extraction = _body(text, linked)
    if not any(character.isalnum() for character in body):
        raise ReadError("is a page in which no article text was found", _HINT)
    headline = _one_line(_headline(tree, linked))
    whole = headline + json_article.SEPARATOR + body if headline else body
    return article(
        Source(path, content, name, encoding, extraction),
        whole,
        _facts(tree, linked),
        headline=Span(0, len(headline)) if headline else None,
    )


# ---------------------------------------------------------------------------- hostile pages


def check_tags(text: str) -> None:
    """Raises ReadError for a tag with so many attributes that parsing it would take minutes."""
    at, closings = 0, {"script": 0, "style": 0}
    while match := _TAG.search(text, at):
        end, signs = _tag_end(text, match.end())
        if end - match.start() > MOST_TAG_CHARS and signs > MOST_ATTRIBUTE_SIGNS:
            raise ReadError(f"has a tag of {end - match.start():,} characters", _HINT)
        at = _past_script(text, match.start(), end, closings)


def _past_script(text: str, start: int, end: int, closings: dict[str, int]) -> int:
    """The end of a script or style element that starts here: what it holds are no tags.

    ``closings`` remembers how far a closing tag was sought in vain, so that none is sought twice.
    """
    match = _SCRIPT.match(text, start)
    kind = match[1].casefold() if match else ""
    if not kind or closings[kind] < 0:
        return end
    closings[kind] = text.find(f"</{kind}", end)
    return max(end, closings[kind])


def _tag_end(text: str, at: int) -> tuple[int, int]:
    """Where a tag ends, and how many attributes it has at most; quoted values may hold ``>``."""
    signs = 0
    while part := _TAG_PART.search(text, at):
        signs += len(text[at : part.start()].split())
        at = part.end()
        if part[0] == ">":
            return at, signs
        if text[part.start() - 1] == "=":  # else an apostrophe in loose text
            closing = text.find(part[0], at)
            at = closing + 1 if closing >= 0 else len(text)
    return len(text), signs + len(text[at:].split())


def without_doctype(text: str) -> str:
    """The page below its XML declaration and document type, whose entities nobody shall expand."""
    page = _ENCODING.sub("", text, count=1).lstrip("\ufeff \t\r\n\f")
    if page[:9].casefold() != "<!doctype":
        return page
    close, subset = page.find(">"), page.find("[")
    if 0 <= subset < close:
        close = page.find(">", page.find("]", subset))
    return page[close + 1 :] if close >= 0 else page


def _tree(text: str) -> Any:
    """The parsed page. ``lxml`` reads neither files nor network here: its HTML parser loads no DTD."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        tree = html.document_fromstring(without_doctype(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise ReadError(f"is no page that can be parsed: {error}", _HINT) from error
    return tree


# ---------------------------------------------------------------------------- the text


def _linked_data(tree: Any) -> json_article.Fields:
    """The page's schema.org article; empty where it has none that can be read."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json_article.loads(script.text_content())
        except ReadError:  # one broken block does not make the page unreadable
            continue
        for fields in _typed(value):
            return fields
    return {}


def _typed(value: object) -> Iterator[json_article.Fields]:
    if isinstance(value, list):
        for item in value:
            yield from _typed(item)
    elif isinstance(value, dict):
        kind = value.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(isinstance(k, str) and k.endswith(("Article", "BlogPosting", "Report")) for k in kinds):
            yield value
        yield from _typed(value.get("@graph"))


def _body(text: str, linked: json_article.Fields) -> tuple[str, str]:
    stated = linked.get("articleBody")
    stated = paragraphs(stated) if isinstance(stated, str) and "<" in stated else stated
    extracted = _extracted(text)
    if isinstance(stated, str) and len(stated) >= max(LEAST_BODY_CHARS, 0.8 * len(extracted)):
        return stated, "json-ld"
    return extracted, "trafilatura"


def _extracted(text: str) -> str:
    import trafilatura

    try:
        found = trafilatura.extract(
            without_doctype(text), include_comments=False, output_format="txt", with_metadata=False
        )
    except (RecursionError, ValueError) as error:
        raise ReadError(f"is a page that could not be read: {error}", _HINT) from error
    return found if isinstance(found, str) else ""


def paragraphs(markup: str) -> str:
    """The text of a fragment of HTML, a block element a paragraph, a blank line between them."""
    check_tags(markup)
    tree = _tree(f"<div>{markup}</div>")
    found = [_SPACES.sub(" ", node.text_content()).strip() for node in tree.iter(*_BLOCKS) if _is_leaf(node)]
    return "\n\n".join(part for part in found if part) or _SPACES.sub(" ", tree.text_content()).strip()


def _is_leaf(node: Any) -> bool:
    return next(node.iterdescendants(*_BLOCKS), None) is None


# ---------------------------------------------------------------------------- what the page says of itself


def _headline(tree: Any, linked: json_article.Fields) -> str:
    stated = linked.get("headline") or linked.get("name")
    if isinstance(stated, str) and stated.strip():
        return _unescaped(stated)
    named = _meta(tree, ("og:title", "twitter:title"))
    heads = tree.xpath("//article//h1|//main//h1|//h1")
    if heads and heads[0].text_content().strip():
        return str(heads[0].text_content())
    title = tree.findtext(".//title") or ""
    return named or _TITLE_TAIL.sub("", title[:MOST_TITLE_CHARS])


def _unescaped(text: str) -> str:
    import html

    return html.unescape(text)


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _facts(tree: Any, linked: json_article.Fields) -> Facts:
    stated = json_article.facts(linked) if linked else Facts()
    url = stated.url or _link(tree, "canonical") or _meta(tree, ("og:url",))
    return replace(
        stated,
        outlet=_unescaped(stated.outlet) or _meta(tree, ("og:site_name", "application-name")) or _host(url),
        published=stated.published if stated.published.known else _meta_date(tree),
        url=url,
    )


def _meta(tree: Any, names: tuple[str, ...]) -> str:
    """The content of the first meta element with one of these names, in the order of ``names``."""
    for wanted in names:
        for node in tree.iter("meta"):
            said = node.get("property") or node.get("name") or node.get("itemprop") or ""
            if said.casefold() == wanted and (node.get("content") or "").strip():
                return str(node.get("content")).strip()
    return ""


def _meta_date(tree: Any) -> Published:
    for wanted in cues.entries("date_meta_names"):
        found = metadata_date(_meta(tree, (wanted,)))
        if found.known:
            return found
    for node in tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished']"):
        return metadata_date(node.get("datetime"))
    return Published()


def _link(tree: Any, relation: str) -> str:
    return next(
        (str(n.get("href")) for n in tree.iter("link") if n.get("rel") == relation and n.get("href")), ""
    )


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
