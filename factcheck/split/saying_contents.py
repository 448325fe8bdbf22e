"""A cue of saying in its sentence comes in, where what is said begins comes out."""

from __future__ import annotations

from factcheck.split import coreference, tokens, word_lists
from factcheck.split.cues import Cue
from factcheck.split.lines import Line

MAX_ADDRESSEE = 9  # words between "told" and what was told


def content_start(line: Line, i: int, cue: Cue, *, bare: bool = False) -> int | None:
    """The first word of what is said after the cue at ``i``; None where nothing of the kind follows."""
    n = len(line.words)
    if i + 1 >= n:
        return None
    at = _complement(line, i, cue)
    if at is not None:
        return at
    k = i + 1
    if line.breaks(k, ",;.()"):
        return None
    if "a" in cue.frames:
        return k if object_complement(line, k) else None
    first = line.lower(k)
    if first in word_lists.words("prepositions"):
        return _bare_after_time(line, k) if "b" in cue.frames else None
    if "i" in cue.frames and first == "to":
        return k
    if "b" in cue.frames or bare:
        at = _bare_after_time(line, k) or (k if _may_be_bare(line, k, cue) else None)
        return at if at is None or not bare or begins_clause(line, at) else None
    return k if "n" in cue.frames and _noun_phrase_at(line, k) else None


def _complement(line: Line, i: int, cue: Cue) -> int | None:
    """The word ``that`` or ``whether``, or the quotation, that the cue governs within its clause."""
    if set(cue.frames) <= {"n", "a"}:
        return None
    for k in range(i + 1, min(len(line.words), i + 2 + MAX_ADDRESSEE)):
        if line.opens(k) and (k == i + 1 or line.breaks(k, ",:") or "d" in cue.frames):
            return k
        if ":" in line.gap(k):
            return k
        if line.breaks(k, ",;()—–"):
            return None
        word = line.lower(k)
        if word == "that" and (k == i + 1 or _that_clause(line, k)):
            return k
        if word in ("whether", "if", "how", "why", "what") and k <= i + 3 and "n" not in cue.frames[:1]:
            return k if k == i + 1 or "d" in cue.frames or "w" in cue.frames else None
        if word in ("to", "who", "which", "because", "when", "while", "and", "but") and k > i + 1:
            return None if word != "to" or "i" not in cue.frames else k
        if k > i + 1 and tokens.is_finite(line.words, k) and not line.breaks(k, ","):
            return None
    return None


def _that_clause(line: Line, k: int) -> bool:
    """``on Monday that the board``: a clause after "that", not "that the board" within a noun phrase."""
    return k + 1 < len(line.words) and line.lower(k - 1) not in ("the", "of", "in", "so")


def _bare_after_time(line: Line, k: int) -> int | None:
    """``said Monday the board …``, ``said in a statement he …``: the first word after the adverbial."""
    j = k
    while j < len(line.words) and j - k < MAX_ADDRESSEE:
        word = line.lower(j)
        timely = tokens.is_time(line.words, j) or (word.isdigit() and j > k)
        leading = word in word_lists.words("prepositions") or word in word_lists.words("adverbs")
        if not (timely or leading):
            break
        j += 1
    if j == k or j >= len(line.words) or line.breaks(j, ",.;"):
        return None
    return j if begins_clause(line, j) else None


def begins_clause(line: Line, k: int) -> bool:
    """Whether a clause with its subject begins at ``k``: a finite verb follows a few words later."""
    verb = tokens.first_finite(line.words, k + 1, min(len(line.words), k + 14))
    return verb is not None and not any(line.breaks(j, ",;:—") for j in range(k + 1, verb + 1))


def _may_be_bare(line: Line, k: int, cue: Cue) -> bool:
    if "d" in cue.frames:
        pronoun = next(
            (j for j in range(k + 1, min(k + 6, len(line.words))) if line.lower(j) in coreference.SUBJECTS),
            None,
        )
        return pronoun is None and "n" in cue.frames
    return begins_clause(line, k) or "n" in cue.frames


def _noun_phrase_at(line: Line, k: int) -> bool:
    return line.lower(k) not in word_lists.words("clause_openers") or line.lower(k) == "that"


def object_complement(line: Line, k: int) -> bool:
    """``calls it “…”``, ``described the plan as …``."""
    for j in range(k, min(len(line.words), k + MAX_ADDRESSEE)):
        if line.opens(j) or (j > k and line.lower(j) == "as"):
            return True
        if line.breaks(j, ";:"):
            return False
    return False


def is_clause(line: Line, start: int) -> bool:
    """Whether what is said is a clause, or a quotation and nothing else, not the object of the verb."""
    first = line.lower(start)
    if line.opens(start) or first in ("that", "whether", "if", "how", "why", "what"):
        return True
    return first != "to" and not first.endswith("ing") and begins_clause(line, start)
