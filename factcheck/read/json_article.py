"""A JSON file comes in, its article goes out: our own form, a schema.org article, or an IPTC ninjs item."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NoReturn

from factcheck.errors import ReadError
from factcheck.read.assembling import Facts, Source, article
from factcheck.read.dates import metadata_date
from factcheck.read.decoding import decode
from factcheck.records import Article, Span

name = "json"
suffixes: tuple[str, ...] = (".json", ".jsonld")

Fields = dict[str, object]

_MEND = "mend the file, or leave it out with --exclude"
_TEXT_KEYS = ("text", "articleBody", "body_text", "body", "content", "maintext")
_HTML_KEYS = ("body_xhtml", "body_html")
_HEADLINE_KEYS = ("headline", "title", "name", "headlines")
_OUTLET_KEYS = ("outlet", "publisher", "provider", "source", "infosources", "sourceOrganization", "isPartOf")
_DATE_KEYS = ("published", "datePublished", "firstcreated", "versioncreated", "date", "dateCreated")
_URL_KEYS = ("url", "mainEntityOfPage", "link", "@id")

SEPARATOR = "\n\n"


def read(path: PurePosixPath, content: bytes) -> Article:
    """The article in a JSON document. Raises ReadError where it is broken or holds no article."""
    text, encoding = decode(content)
    found = article_fields(loads(text))
    if found is None:
        raise ReadError(
            "holds no article text (looked for text, articleBody, body_text, body_xhtml)",
            'give it the form {"headline": ..., "outlet": ..., "published": ..., "text": ...}',
        )
    headline, body = _first(found, _HEADLINE_KEYS).strip(), body_text(found)
    whole = headline + SEPARATOR + body if headline else body
    return article(
        Source(path, content, name, encoding, extraction=_form(found)),
        whole,
        facts(found),
        start=0,
        headline=Span(0, len(headline)) if headline else None,
    )


# ---------------------------------------------------------------------------- parsing


def loads(text: str) -> object:
    """The value of a JSON text. Raises ReadError with the place of the fault."""
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        kind = "ends too early" if error.pos >= len(text.rstrip()) else "is not JSON"
        place = f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"{kind} ({place}: {error.msg.removesuffix(' at')})", _MEND) from error
    except RecursionError as error:
        raise ReadError("is nested too deeply to be an article", _MEND) from error
    except ValueError as error:  # CPython's limit on the digits of one integer
        raise ReadError("holds a number with too many digits", _MEND) from error


def _no_constant(constant: str) -> NoReturn:
    raise ReadError(f"holds {constant}, which is no JSON value", _MEND)


def _unique(pairs: list[tuple[str, object]]) -> Fields:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise ReadError(f"has the key {twice[:60]!r} twice in one object", _MEND)
    return fields


# ---------------------------------------------------------------------------- finding the article


def article_fields(value: object) -> Fields | None:
    """The object that holds article text: the document, one of a list, or one of an ``@graph``."""
    with_text = [fields for fields in _objects(value) if body_text(fields).strip()]
    return max(with_text, key=lambda fields: len(body_text(fields))) if with_text else None


def _objects(value: object) -> Iterator[Fields]:
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "article", "item", "mainEntity"):
            if isinstance(value.get(key), dict | list):
                yield from _objects(value[key])


def body_text(fields: Fields) -> str:
    """The article's text without markup; empty where the object holds none."""
    plain = _first(fields, _TEXT_KEYS)
    if plain.strip():
        return plain
    marked_up = _first(fields, _HTML_KEYS)
    if marked_up.strip():
        return _paragraphs(marked_up)
    return _bodies(fields.get("bodies"))


def _bodies(value: object) -> str:
    """The body of a ninjs 2 item: plain text before marked-up text."""
    bodies = [body for body in value if isinstance(body, dict)] if isinstance(value, list) else []
    for wanted, render in (("plain", _scalar), ("html", lambda v: _paragraphs(_scalar(v)))):
        for body in bodies:
            if wanted in _scalar(body.get("contenttype") or body.get("contentType")):
                return str(render(body.get("value")))
    return ""


def _paragraphs(markup: str) -> str:
    from factcheck.read.html_page import paragraphs

    return paragraphs(markup)


def _form(fields: Fields) -> str:
    kind = fields.get("@type")
    if kind:
        return "schema.org"
    return "ninjs" if any(key in fields for key in (*_HTML_KEYS, "body_text", "bodies")) else ""


def facts(fields: Fields) -> Facts:
    """Outlet, date and address of an article's object."""
    dates = (metadata_date(fields.get(key)) for key in _DATE_KEYS)
    return Facts(
        outlet=_first(fields, _OUTLET_KEYS),
        published=next((date for date in dates if date.known), metadata_date(None)),
        url=_first(fields, _URL_KEYS),
        story=_first(fields, ("story", "story_id")),
    )


def _first(fields: Fields, keys: Sequence[str]) -> str:
    values = (_scalar(fields.get(key)) for key in keys)
    return next((value for value in values if value.strip()), "")


def _scalar(value: object) -> str:
    """A string, the name in an object, or the first of a list; lone surrogates are replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not value.isprintable() else value
    if isinstance(value, dict):
        keys = ("name", "value", "@id", "url")
        return next((_scalar(value[key]) for key in keys if isinstance(value.get(key), str)), "")
    if isinstance(value, list) and value:
        return _scalar(value[0])
    return ""
