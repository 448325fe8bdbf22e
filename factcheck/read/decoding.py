"""Bytes come in; text and the name of their encoding go out, or what kind of binary file they are."""

from __future__ import annotations

import codecs
import re
import unicodedata

from factcheck.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"

DECLARED_WITHIN = 4_096
LOOKED_AT = 65_536
MOST_CONTROL_SHARE = 0.02
MOST_ACCENTED_SHARE = 0.1


def binary_kind(content: bytes) -> str:
    """What kind of binary file ``content`` is, in words; empty where it looks like text."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:LOOKED_AT]
    if not head or _marked_or_wide(content):
        return ""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    filler = max(head.count(byte) for byte in (b"\xff", b"\x00"))
    if controls > MOST_CONTROL_SHARE * len(head) or filler > 0.5 * len(head):
        return "binary data"
    return ""


def _marked_or_wide(content: bytes) -> bool:
    return any(content.startswith(mark) for mark, _ in _BOMS) or bool(_wide(content))


def decode(content: bytes, *, declares: bool = False) -> tuple[str, str]:
    """The text and the encoding it was in; ``declares`` where the format can name its own.

    Tried in this order: byte order mark, UTF-8, UTF-16 without a mark, the declared encoding,
    Windows-1252 where that gives plausible English, a statistical guess. Raises ReadError.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _strictly(content, name)
    for name in ("utf-8", _wide(content), _declared(content) if declares else "", _western(content)):
        text = _attempt(content, name)
        if text is not None:
            return text, name
    return _guessed(content)


def _strictly(content: bytes, name: str) -> tuple[str, str]:
    try:
        return content.decode(name), name
    except UnicodeDecodeError as error:
        raise ReadError(
            f"says that it is {name} but is not: bad bytes at {error.start}", "save it as UTF-8"
        ) from error


def _attempt(content: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    head = content[: LOOKED_AT - LOOKED_AT % 2]
    if len(head) < 4 or len(content) % 2:
        return ""
    zeros = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if zeros[1] > 0.6 * half and zeros[0] < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.6 * half and zeros[1] < 0.1 * half else ""


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:DECLARED_WITHIN])
    if not match:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return ""
    # browsers read Latin-1 as Windows-1252; curly quotes live only there
    return "cp1252" if name in ("iso8859-1", "ascii") else name if _is_text_codec(name) else ""


def _is_text_codec(name: str) -> bool:
    """Whether a codec turns bytes into text; "rot13" and "zlib" are codecs too."""
    try:
        return isinstance(b"".decode(name), str)
    except (LookupError, UnicodeError, ValueError):
        return False


def _western(content: bytes) -> str:
    """Windows-1252 where few letters are accented: a statistical guess fails on short English texts."""
    text = _attempt(content, "cp1252")
    if text is None:
        return ""
    letters = [c for c in text if c.isalpha()]
    accented = sum(not c.isascii() for c in letters)
    odd = sum(unicodedata.category(c) in ("Cc", "Cn") and c not in "\t\n\v\f\r" for c in text)
    return "cp1252" if not odd and accented <= MOST_ACCENTED_SHARE * max(1, len(letters)) else ""


def _guessed(content: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:LOOKED_AT]).best()
    text = _attempt(content, best.encoding) if best else None
    if best is None or text is None:
        raise ReadError("is in no encoding that could be recognised", "save it as UTF-8")
    return text, str(best.encoding)
