"""The same text is read from every encoding, and what is no text is refused."""

from __future__ import annotations

import unicodedata

import pytest

from factcheck.errors import ReadError
from factcheck.read.decoding import binary_kind, decode

TEXT = "“The quay is closed,” said Zoë Brandt — the café’s owner — on Tuesday in Ostermoor."

ENCODINGS = [
    ("utf-8", "utf-8"),
    ("utf-8-sig", "utf-8-sig"),
    ("utf-16", "utf-16"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
    ("utf-32", "utf-32"),
    ("cp1252", "cp1252"),
]


@pytest.mark.parametrize(("written", "named"), ENCODINGS)
def test_encodings(written: str, named: str) -> None:
    assert decode(TEXT.encode(written)) == (TEXT, named)


@pytest.mark.parametrize("declared", ["iso-8859-2", "cp1250", "koi8-r", "shift_jis"])
def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf8(declared: str) -> None:
    said = {"koi8-r": "Мост закрыт", "shift_jis": "橋は閉鎖された"}.get(
        declared, "Łódź i Kraków zamknęły nabrzeże"
    )
    page = f'<meta charset="{declared}"><p>{said}</p>'
    assert decode(page.encode(declared), declares=True)[0] == page


def test_a_wrong_declaration_does_not_spoil_utf8() -> None:
    page = f'<meta charset="iso-8859-1"><p>{TEXT}</p>'
    assert decode(page.encode(), declares=True) == (page, "utf-8")


@pytest.mark.parametrize("declared", ["rot13", "zlib", "no-such-code"])
def test_a_codec_that_is_no_encoding_is_ignored(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>caf\u00e9 at the quay</p>'
    assert decode(page.encode("cp1252"), declares=True)[1] == "cp1252"


def test_decomposed_letters_and_odd_line_ends_are_left_alone() -> None:
    text = unicodedata.normalize("NFD", TEXT) + "\r\nA\u2028B\x0cC\rD"
    assert decode(text.encode())[0] == text


def test_a_false_mark_is_an_error() -> None:
    with pytest.raises(ReadError):
        decode(b"\xef\xbb\xbfquay \xff\xfe")


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + b"text" * 50,
        b"%PDF-1.7\n",
        b"PK\x03\x04rest",
        b"\x1f\x8b\x08\x00",
        bytes(range(256)) * 20,
        b"\xff" * 400,
        b"\x00" * 400,
    ],
)
def test_binary_files(content: bytes) -> None:
    assert binary_kind(content)


@pytest.mark.parametrize("content", [TEXT.encode(name) for name, _ in ENCODINGS] + [b"", b"A\tB\r\n\x0cC"])
def test_text_is_not_taken_for_binary(content: bytes) -> None:
    assert binary_kind(content) == ""
