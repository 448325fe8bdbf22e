"""Every file is read, skipped with a reason, or ignored by a rule; nothing broken stops the run."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.read import IGNORED_RULES, READERS, articles
from factcheck.records import PublishedHow, SkipReason

STORY = (
    "The harbour board of Ostermoor voted on Tuesday to close the north quay for two years.\n\n"
    "Board chair Ilse Brandt said the piles under the quay had rusted through, and that divers had "
    "found holes in most of them.\n"
)
GERMAN = (
    "Der Hafenausschuss von Ostermoor hat am Dienstag beschlossen, den nördlichen Kai für zwei Jahre zu "
    "schließen. Die Vorsitzende Ilse Brandt sagte, die Pfähle unter dem Kai seien durchgerostet, und Taucher "
    "hätten in den meisten von ihnen Löcher gefunden.\n"
)


def skipped(folder: Path) -> dict[str, SkipReason]:
    return {skip.uri: skip.reason for skip in articles([folder])[1]}


BROKEN = [
    ("empty.txt", b"", SkipReason.EMPTY),
    ("blank.md", b" \n\t\n", SkipReason.EMPTY),
    ("menu.txt", b"Sign in\nSubscribe now\n16\n", SkipReason.EMPTY),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", SkipReason.BINARY),
    ("page.html", b"\x1f\x8b\x08" + b"\x00" * 90, SkipReason.BINARY),
    ("cut.json", b'{"headline": "Quay closes", "text": "The quay', SkipReason.UNREADABLE),
    ("deep.json", b"[" * 100_000, SkipReason.UNREADABLE),
    ("nan.json", b'{"text": "The quay closed.", "score": NaN}', SkipReason.UNREADABLE),
    ("long.json", b'{"text": "The quay closed.", "n": ' + b"9" * 5_000 + b"}", SkipReason.UNREADABLE),
    ("twice.json", b'{"text": "The quay closed.", "text": "The quay opened."}', SkipReason.UNREADABLE),
    ("none.json", b'{"headline": "Quay closes"}', SkipReason.UNREADABLE),
    ("number.json", b"7", SkipReason.UNREADABLE),
    ("broken.html", b"<html><body><div><<<", SkipReason.UNREADABLE),
    ("nothing.html", b"<html><head><title>x</title></head><body></body></html>", SkipReason.UNREADABLE),
    ("german.txt", GERMAN.encode(), SkipReason.LANGUAGE),
    ("letter.docx", b"whatever", SkipReason.FORMAT),
    ("large.txt", b"The quay closed. " * 353_000, SkipReason.TOO_LARGE),
    ("README.md", b"# About", SkipReason.IGNORED),
    ("expected.toml", b"x = 1", SkipReason.IGNORED),
    ("gold.json", b"{}", SkipReason.IGNORED),
    ("table.csv", b"a,b", SkipReason.IGNORED),
    (".hidden.txt", b"The quay closed.", SkipReason.IGNORED),
]


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_file_that_is_no_article(tmp_path: Path, name: str, content: bytes, reason: SkipReason) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(STORY)
    read, left_out = articles([tmp_path])
    assert [article.uri for article in read] == ["good.txt"]
    assert [(skip.uri, skip.reason) for skip in left_out] == [(name, reason)]
    assert left_out[0].incomplete is (reason is not SkipReason.IGNORED)
    assert left_out[0].detail
    assert "\n" not in left_out[0].detail


def test_the_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN)
    assert articles([tmp_path])[1][0].detail == "looks like German (de)"


@pytest.mark.parametrize("text", ["Quay closes.", "Über alles.", "Nil nisi bonum, said Brandt.", STORY])
def test_short_or_english_texts_are_kept(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [article.text for article in articles([tmp_path])[0]] == [text]


def test_size_is_counted_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The quay closed on Friday.")
    assert len(articles([tmp_path], max_file_bytes=26)[0]) == 1
    assert articles([tmp_path], max_file_bytes=25)[1][0].reason is SkipReason.TOO_LARGE


def test_links_and_special_files(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    (outside / "folder").mkdir(parents=True)
    root.mkdir()
    (outside / "secret.txt").write_text(STORY)
    (root / "a.txt").write_text(STORY)
    (root / "folder").symlink_to(outside / "folder")
    (root / "loop").symlink_to(root)
    (root / "out.txt").symlink_to(outside / "secret.txt")
    (root / "gone.txt").symlink_to(root / "nowhere")
    (root / "inside.txt").symlink_to(root / "a.txt")
    os.mkfifo(root / "pipe.txt")
    read, left_out = articles([root])
    assert [article.uri for article in read] == ["a.txt", "inside.txt"]
    reasons = {skip.uri: skip.reason for skip in left_out}
    links = ("folder", "gone.txt", "loop", "out.txt")
    assert reasons == {**dict.fromkeys(links, SkipReason.LINK), "pipe.txt": SkipReason.UNREADABLE}
    assert all(skip.incomplete for skip in left_out)


def test_ignored_folders_are_named_once(tmp_path: Path) -> None:
    for name in (".git", "reports"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(STORY)
    (tmp_path / "reports" / "run.json").write_text("{}")
    read, left_out = articles([tmp_path])
    assert read == ()
    assert [(s.uri, s.reason, s.incomplete) for s in left_out] == [
        (".git/", SkipReason.IGNORED, False),
        ("reports/", SkipReason.IGNORED, False),
    ]
    assert all(len(rule) == 2 for rule in IGNORED_RULES)


def test_a_file_given_by_itself_is_always_read(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text(STORY)
    assert [article.uri for article in articles([tmp_path / "README.txt"])[0]] == ["README.txt"]
    assert articles([tmp_path])[0] == ()


def test_uris_are_relative_and_prefixed_only_where_they_collide(tmp_path: Path) -> None:
    for name in ("north/a.txt", "south/a.txt", "south/deep/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORY)
    north, south = tmp_path / "north", tmp_path / "south"
    assert [a.uri for a in articles([south])[0]] == ["a.txt", "deep/b.txt"]
    assert [a.uri for a in articles([north, south])[0]] == ["north/a.txt", "south/a.txt", "south/deep/b.txt"]
    assert articles([north, south]) == articles([south, north, south])
    assert [a.uri for a in articles([north / "a.txt", south / "a.txt"])[0]] == ["north/a.txt", "south/a.txt"]


def test_include_and_exclude(tmp_path: Path) -> None:
    for name in ("draft/a.txt", "final/a.txt", "final/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert [a.uri for a in articles([tmp_path], exclude=["draft"])[0]] == ["final/a.txt", "final/b.txt"]
    assert [a.uri for a in articles([tmp_path], include=["a.txt"])[0]] == ["draft/a.txt", "final/a.txt"]
    left_out = articles([tmp_path], include=["final/*"], exclude=["*/b.txt"])[1]
    assert [(s.uri, s.reason, s.incomplete) for s in left_out] == [
        ("draft/a.txt", SkipReason.IGNORED, False),
        ("final/b.txt", SkipReason.IGNORED, False),
    ]


def test_a_missing_path_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        articles([tmp_path / "nowhere"])


def test_outlets_named_after_files_are_distinct(tmp_path: Path) -> None:
    (tmp_path / "courier.txt").write_text(STORY)
    (tmp_path / "courier.md").write_text(STORY)
    for name in ("x", "y"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"outlet": "Kessel Post", "text": STORY}))
    outlets = {article.uri: article.outlet for article in articles([tmp_path])[0]}
    assert outlets == {
        "courier.md": "courier.md",
        "courier.txt": "courier.txt",
        "x.json": "Kessel Post",
        "y.json": "Kessel Post",
    }


def test_as_of_dates_only_the_undated(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "2025-06-03.txt").write_text(STORY)
    how = {
        a.uri: (a.published.iso(), a.published.how) for a in articles([tmp_path], as_of=date(2025, 7, 1))[0]
    }
    assert how == {
        "2025-06-03.txt": ("2025-06-03", PublishedHow.FILE),
        "a.txt": ("2025-07-01", PublishedHow.OPTION),
    }


def test_a_date_inside_a_sentence_never_dates_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Quay closes\n\nThe quay of Ostermoor was built on June 3, 1912.\n")
    assert not articles([tmp_path])[0][0].published.known


def test_every_suffix_belongs_to_one_reader() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_reading_needs_no_heavy_library() -> None:
    code = (
        "import sys, factcheck.read, factcheck.gather\n"
        "heavy = {'spacy', 'torch', 'onnxruntime', 'pandas', 'networkx', 'trafilatura', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


HOSTILE = [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body><p>&x;</p><p>{story}</p></body></html>",
    "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><html><p>&b;</p><p>{story}</p></html>",
    "<html xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/><p>{story}</p></html>",
    "<!DOCTYPE a SYSTEM 'http://quay.invalid/a.dtd'><html><body><p>{story}</p></body></html>",
]


@pytest.mark.parametrize("page", HOSTILE)
def test_a_page_reaches_neither_files_nor_network(
    tmp_path: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (tmp_path / "a.html").write_text(page.format(story=STORY * 3))
    read, _ = articles([tmp_path])
    assert all("root:" not in a.text and "hahaha" not in a.text for a in read)
    assert any("north quay" in a.text for a in read)


BOMBS = {
    "attributes": "<html><body><p " + " ".join(f'a{i}=">"' for i in range(120_000)) + ">x</p></body></html>",
    "bare attributes": "<html><body><p " + " ".join(f"a{i}" for i in range(120_000)) + ">x</p></body></html>",
    "open tags": "<html><body>" + "<b>" * 20_000 + "x",
    "long word": "<html><body><p>" + "quay" * 500_000 + "</p></body></html>",
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_page_made_to_stall_the_parser_is_quickly_done(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.html").write_text(BOMBS[name])
    started = time.perf_counter()
    articles([tmp_path])
    assert time.perf_counter() - started < 8
