"""Text from an article comes in; text that no table, page or terminal can trip over goes out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

LINE_BREAKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"  # whatever str.splitlines or a spreadsheet breaks at
)

URL_SCHEMES = ("http", "https")

_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")


def without_controls(text: str) -> str:
    """``text`` without lone surrogates and control characters; line feeds and tabs stay."""
    return text.translate(_page_table())


def on_one_line(text: str) -> str:
    """``text`` without lone surrogates and control characters, every line break as one space."""
    return text.replace("\r\n", "\n").translate(_line_table())


def shortened(text: str, max_chars: int) -> str:
    """At most ``max_chars`` code points of ``text``, no combining sequence torn apart at the cut."""
    if len(text) <= max_chars:
        return text
    end = max_chars
    while end > 0 and _joins(text[end - 1], text[end]):
        end -= 1
    return text[: end or max_chars]


def link_target(url: str) -> str:
    """``url`` where it is an absolute web address, else nothing: an article's own link may be a script."""
    if _SPACE_OR_CONTROL.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in URL_SCHEMES and parts.hostname else ""


def _joins(before: str, after: str) -> bool:
    return bool(unicodedata.combining(after)) or "\u200d" in (before, after) or after == "\ufe0f"


@cache
def _page_table() -> dict[int, str | None]:
    return {
        code: None
        for code in [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
        if chr(code) not in "\t\n"
    }


@cache
def _line_table() -> dict[int, str | None]:
    return _page_table() | {ord(char): " " for char in LINE_BREAKS}
