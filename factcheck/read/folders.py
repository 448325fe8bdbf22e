"""Paths come in; the files that may be articles go out, with a reason for each that cannot be."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from factcheck.errors import ReadError, UsageError
from factcheck.read import cues
from factcheck.records import SkipReason

RUN_FILE = "run.json"

IGNORED_RULES = (
    ("dotfiles and dotfolders", "their name begins with a dot"),
    ("data/ignored_names.txt", "notes, licences and settings, such as README* and expected.toml"),
    ("data/ignored_suffixes.txt", "tables, pictures, code and other files that are no articles"),
    ("report folders", f"a folder that holds {RUN_FILE} was written by a run"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One entry below a root: a file to read, or one already known to be left out."""

    root: Path  # the folder, or the folder of the file given alone
    path: Path
    relative: str  # to the root, forward slashes
    alone: bool = False  # given by itself: no rule ignores it
    skipped: SkipReason | None = None
    detail: str = ""
    incomplete: bool = True


def found_files(paths: Sequence[Path]) -> tuple[tuple[str, Found], ...]:
    """Every entry below the paths with its uri, sorted by uri. Raises UsageError for a missing path."""
    entries: dict[str, Found] = {}
    # not resolve(): a link that is given by itself keeps its own name
    for path in sorted({Path(os.path.abspath(path)) for path in paths}):  # noqa: PTH100
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{path}: no such file or folder", "check the spelling of the path")
        for entry in _below(path):
            entries.setdefault(str(entry.path), entry)
    return _named(list(entries.values()))


def _below(path: Path) -> Iterator[Found]:
    if path.is_dir():
        yield from _walk(path, path)
    else:
        yield _entry(path.parent, path, alone=True)


def _walk(root: Path, folder: Path) -> Iterator[Found]:
    try:
        children = sorted(folder.iterdir(), key=lambda child: child.name)
    except OSError as error:
        detail = f"the folder cannot be opened: {error.strerror}"
        yield Found(root, folder, _relative(root, folder), skipped=SkipReason.UNREADABLE, detail=detail)
        return
    for child in children:
        if child.is_dir() and not child.is_symlink():
            ignored = _ignored_folder(root, child)
            if ignored:
                yield ignored
            else:
                yield from _walk(root, child)
        else:
            yield _entry(root, child)


def _ignored_folder(root: Path, folder: Path) -> Found | None:
    detail = ""
    if folder.name.startswith("."):
        detail = "dotfolder"
    elif (folder / RUN_FILE).is_file():
        detail = f"report folder: it holds {RUN_FILE}"
    if not detail:
        return None
    relative = _relative(root, folder) + "/"
    return Found(root, folder, relative, skipped=SkipReason.IGNORED, detail=detail, incomplete=False)


def _entry(root: Path, path: Path, *, alone: bool = False) -> Found:
    found = Found(root, path, _relative(root, path), alone=alone)
    rule = "" if alone else ignored_by(path.name)
    if rule:
        return _left_out(found, SkipReason.IGNORED, rule, incomplete=False)
    if path.is_symlink():
        return _link(found)
    if not _is_regular(path):
        return _left_out(found, SkipReason.UNREADABLE, "not a regular file: give a file that holds text")
    return found


def _left_out(found: Found, reason: SkipReason, detail: str, *, incomplete: bool = True) -> Found:
    return Found(found.root, found.path, found.relative, found.alone, reason, detail, incomplete)


def _link(found: Found) -> Found:
    """A link is followed only to a regular file inside the root."""
    try:
        target = found.path.resolve(strict=True)
    except (OSError, RuntimeError):
        return _left_out(found, SkipReason.LINK, "the link leads nowhere")
    if target.is_dir():
        return _left_out(found, SkipReason.LINK, "links to folders are not followed: give the folder itself")
    if not found.alone and not target.is_relative_to(found.root.resolve()):
        return _left_out(found, SkipReason.LINK, "the link leads out of the folder")
    if not _is_regular(target):
        return _left_out(found, SkipReason.UNREADABLE, "not a regular file: give a file that holds text")
    return found


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def ignored_by(file_name: str) -> str:
    """The rule that ignores a file of this name, in words; empty where none does."""
    if file_name.startswith("."):
        return "dotfile"
    for pattern in cues.entries("ignored_names"):
        if fnmatchcase(file_name.casefold(), pattern.casefold()):
            return f"ignored name: {pattern}"
    suffix = PurePosixPath(file_name).suffix.casefold()
    return f"ignored suffix: {suffix}" if suffix in cues.words("ignored_suffixes") else ""


def chosen(uri: str, include: Sequence[str], exclude: Sequence[str]) -> str:
    """Why the user's own patterns leave a file out, in words; empty where they do not."""
    for pattern in exclude:
        if matches(uri, pattern):
            return f"excluded by {pattern!r}"
    if include and not any(matches(uri, pattern) for pattern in include):
        return "not among the included files"
    return ""


def matches(uri: str, pattern: str) -> bool:
    """Whether a glob names this uri, one of its folders, or its file name; ``*`` crosses slashes."""
    plain = pattern.removeprefix("./")
    folder = plain.rstrip("/") + "/*"
    return any(
        (fnmatchcase(uri, plain), fnmatchcase(uri, folder), fnmatchcase(uri.rsplit("/", 1)[-1], plain))
    )


def content_of(path: Path, max_file_bytes: int) -> bytes | None:
    """The bytes of a regular file, None where there are more than ``max_file_bytes``.

    The size is asked of the open file, so that nothing can be exchanged in between. Raises ReadError.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(path.resolve(), flags), "rb") as file:  # noqa: PTH123
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise ReadError("is not a regular file", "give a file that holds text")
            if state.st_size > max_file_bytes:
                return None
            content = file.read(max_file_bytes + 1)
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}", "check the file's permissions") from error
    return content if len(content) <= max_file_bytes else None


# ---------------------------------------------------------------------------- names


def _named(found: list[Found]) -> tuple[tuple[str, Found], ...]:
    """Each entry with a uri of its own: as many names of parent folders as it takes, none at best."""
    deepest = max((len(entry.root.parts) for entry in found), default=0)
    for depth in range(deepest + 1):
        uris = [_uri(entry, depth) for entry in found]
        if len(set(uris)) == len(uris):
            break
    return tuple(sorted(zip(uris, found, strict=True), key=lambda pair: pair[0])) if found else ()


def _uri(entry: Found, depth: int) -> str:
    parts = entry.root.parts[1:]
    return "/".join([*map(_printable, parts[len(parts) - depth :] if depth else ()), entry.relative])


def _relative(root: Path, path: Path) -> str:
    return _printable(path.relative_to(root).as_posix())


def _printable(name: str) -> str:
    """A file name that is no valid Unicode, with its bad bytes replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
