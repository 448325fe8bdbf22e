"""The word lists of this room come in as data files and go out as tuples, tables and yes-or-no answers."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

MOST_DISCLAIMER_WORDS = 45

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of ``data/NAME.txt``, in file order; lines that begin with ``# `` are comments."""
    text = files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("# "))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/NAME.txt`` for membership tests."""
    return frozenset(entries(name))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/NAME.csv``, in file order, without comments."""
    text = files(__package__).joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("# ")]
    return tuple(tuple(row) for row in csv.reader(lines))


def folded(text: str) -> str:
    """Lower case, straight quotation marks, single spaces: the form in which cues are written."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that marks a whole line as no part of the story."""

    phrase: str
    where: str  # "whole", "start", "anywhere"
    most_words: int
    reason: str

    def marks(self, line: str, n_words: int) -> bool:
        """Whether this cue marks ``line``, which is folded and has ``n_words`` words."""
        if n_words > self.most_words:
            return False
        if self.where == "whole":
            return line.strip(" .:!|→»>") == self.phrase.strip(" .:!|")
        if self.where == "start":
            return starts(line, self.phrase)
        return self.phrase in line


@cache
def line_cues() -> tuple[Cue, ...]:
    """Every cue of ``data/boilerplate_lines.csv``."""
    table = rows("boilerplate_lines")
    return tuple(Cue(phrase, where, int(most), reason) for phrase, where, most, reason in table)


@cache
def _cues_by_initial() -> dict[str, tuple[Cue, ...]]:
    """The cues that can mark a line with this first character; those for anywhere stand under ""."""
    table = line_cues()
    initials = sorted({cue.phrase[0] for cue in table if cue.where != "anywhere"})
    found = {c: tuple(q for q in table if q.where != "anywhere" and q.phrase[0] == c) for c in initials}
    return {**found, "": tuple(cue for cue in table if cue.where == "anywhere")}


def starts(line: str, phrase: str) -> bool:
    """Whether ``line`` begins with ``phrase`` and the phrase's last word ends there."""
    if not line.startswith(phrase):
        return False
    after = line[len(phrase) : len(phrase) + 1]
    return not (after.isalpha() and phrase[-1:].isalpha())


def marked(line: str) -> str:
    """The reason why a whole line is boilerplate by its wording, or an empty string."""
    plain = folded(line)
    n_words = len(plain.split())
    initials = {plain[:1], plain.strip(" .:!|→»>")[:1], ""}
    likely = [cue for initial in sorted(initials) for cue in _cues_by_initial().get(initial, ())]
    found = next((cue.reason for cue in likely if cue.marks(plain, n_words)), "")
    return found or ("disclaimer" if n_words <= MOST_DISCLAIMER_WORDS and _disclaims(plain) else "")


def _disclaims(plain: str) -> bool:
    """Whether a line speaks of itself and of the machine that wrote it."""
    itself = any(term in plain for term in entries("self_references"))
    return itself and any(term in plain for term in entries("machine_writing"))
