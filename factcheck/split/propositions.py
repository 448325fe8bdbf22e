"""A stretch of a sentence comes in, its propositions come out as tuples of verbatim slices.

No parser is used: a stretch is taken apart only where punctuation and a finite verb agree that two
propositions stand there; otherwise it stays whole. A restored subject or antecedent is a slice of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.records import Span
from factcheck.split import tokens, word_lists
from factcheck.split.quotations import Quoted
from factcheck.split.tokens import Word

Slices = tuple[Span, ...]

CONJUNCTIONS = frozenset({"and", "but", "so", "yet", "while", "whereas"})
RELATIVES = frozenset({"who", "which"})
MIN_WORDS = 3  # a shorter piece is no proposition of its own
MAX_SUBJECT = 12
MAX_APPOSITION = 14
EDGE = " \t\r\n,;:—–-•*"
STOPS = ".!?…"
MARKS = "“”\"‘’'«»"
DOUBLE = '“”"«»'


class _Cut(NamedTuple):
    """A piece taken out of a stretch: its own slices, and the span that the rest does without."""

    slices: Slices
    removed: Span


def propositions(text: str, region: Span, quoted: Sequence[Quoted]) -> tuple[Slices, ...]:
    """The propositions of ``region``, sorted by their first slice; every word of it is in one of them."""
    found: list[Slices] = []
    for clause in _clauses(text, region, quoted):
        found.extend(_within(text, clause, quoted))
    return tuple(sorted({_trimmed(text, slices) for slices in found if _counts(text, slices)}))


def _counts(text: str, slices: Slices) -> bool:
    return any(tokens.words(text, span) for span in slices)


def _trimmed(text: str, slices: Slices) -> Slices:
    return tuple(span for span in (trim(text, part) for part in slices) if span.start < span.end)


def trim(text: str, span: Span) -> Span:
    """The span without punctuation at its edges and without a quotation mark that has no partner.

    A mark that closes right after the span is taken in, so that a quotation at the end stays whole.
    """
    start, end = span.start, span.end
    while start < end and text[start] in EDGE + STOPS:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    part = text[start:end]
    first, last = part[:1], part[-1:]
    if first and first in MARKS and not any(mark in part[1:] for mark in MARKS):
        return trim(text, Span(start + 1, end))
    if last and last in MARKS and not any(mark in part[:-1] for mark in MARKS):
        return trim(text, Span(start, end - 1))
    if len(part) > 1 and {first, last} <= set(DOUBLE) and not any(mark in part[1:-1] for mark in DOUBLE):
        return trim(text, Span(start + 1, end - 1))
    if last == "." and part.split()[-1].count(".") == 1:
        return trim(text, Span(start, end - 1))
    return Span(start, _closing(text, Span(start, end)))


def _closing(text: str, span: Span) -> int:
    """The end of the span, after the mark that closes its last quotation within three characters."""
    part = span.of(text)
    opened = part.rfind("“") > part.rfind("”") or part.count('"') % 2 == 1
    after = text[span.end : span.end + 3]
    at = next((i for i, character in enumerate(after) if character in '”"'), None)
    if not opened or at is None or any(character.isalnum() for character in after[:at]):
        return span.end
    return span.end + at + 1


# ---------------------------------------------------------------------------- clauses side by side


def _clauses(text: str, region: Span, quoted: Sequence[Quoted]) -> list[tuple[Slices, tuple[Word, ...]]]:
    """Coordinated clauses; a shared subject is restored as the first slice."""
    line = tokens.words(text, region)
    cuts = [i for i in range(1, len(line)) if not _inside(line[i], quoted) and _clause_begins(text, line, i)]
    made: list[tuple[Slices, tuple[Word, ...]]] = []
    subject: Span | None = None
    for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True):
        start = region.start if a == 0 else line[a].start
        end = region.end if b == len(line) else line[b - 1].end
        own = _skip_conjunction(line, a, b)
        shared = a > 0 and _begins_with_verb(line, own)
        here = Span(line[own].start if a else start, end)
        made.append(((subject, here) if shared and subject else (here,), line[own:b]))
        subject = subject if shared else _subject(text, line, own, b)
    return made if line else []


def _skip_conjunction(line: Sequence[Word], a: int, b: int) -> int:
    return a + 1 if a > 0 and a + 1 < b and line[a].lower in CONJUNCTIONS - {"while", "whereas"} else a


def _begins_with_verb(line: Sequence[Word], k: int) -> bool:
    """Whether a verb stands at ``k``, or right after one adverb: the clause shares a subject."""
    adverb = line[k].lower in word_lists.words("adverbs") or line[k].lower.endswith("ly")
    return tokens.is_finite(line, k) or (adverb and k + 1 < len(line) and tokens.is_finite(line, k + 1))


def _inside(word: Word, quoted: Sequence[Quoted]) -> bool:
    return any(q.outer.start < word.start and word.end <= q.outer.end for q in quoted)


def _clause_begins(text: str, line: Sequence[Word], i: int) -> bool:
    """Whether a clause coordinated with the one before begins with word ``i``."""
    gap = text[line[i - 1].end : line[i].start]
    if ";" in gap:
        return i > 1 and tokens.first_finite(line, i, len(line)) is not None
    if tokens.first_finite(line, 0, i) is None or line[0].lower in ("if", "when", "unless"):
        return False
    if line[i].lower not in CONJUNCTIONS or i + 2 >= len(line):
        return False
    shared = _begins_with_verb(line, i + 1) and line[i + 1].lower not in word_lists.words("present_verbs")
    if "," not in gap:
        return shared and line[i].lower in ("and", "but") and _firm(line, i + 1)
    return shared or _has_own_subject(text, line, i + 1)


def _firm(line: Sequence[Word], k: int) -> bool:
    """A verb that is no adjective and no participle after "and": the past of a clause in the active voice."""
    if line[k].lower in word_lists.words("auxiliaries") or line[k].lower in word_lists.words("past_verbs"):
        return True
    verb = tokens.first_finite(line, 0, k)
    follows = k + 1 < len(line) and line[k + 1].lower not in CONJUNCTIONS | {"by", "or"}
    passive = verb is None or line[verb].lower in word_lists.words("auxiliaries")
    return follows and not passive and line[k].lower.endswith("ed")


def _has_own_subject(text: str, line: Sequence[Word], k: int) -> bool:
    """Whether a subject begins at ``k``: a finite verb follows before the next comma."""
    if line[k].lower in word_lists.words("prepositions") or line[k].lower.endswith("ing"):
        return False
    for j in range(k + 1, min(len(line), k + MAX_SUBJECT)):
        if any(mark in text[line[j - 1].end : line[j].start] for mark in ",;:()—–"):
            return False
        if tokens.is_finite(line, j):
            return line[j - 1].lower not in ("who", "which", "that")
    return False


def _subject(text: str, line: Sequence[Word], a: int, b: int) -> Span | None:
    """The noun phrase before the first finite verb of the clause, without an introduction."""
    verb = tokens.first_finite(line, a, b)
    if verb is None or verb == a:
        return None
    start = a
    for j in range(a + 1, verb):
        gap = text[line[j - 1].end : line[j].start]
        if "," in gap and not _opens_apposition(line, j):
            start = j
    while start < verb and line[start].lower in word_lists.words("adverbs") | CONJUNCTIONS:
        start += 1
    comma = next((j for j in range(start + 1, verb) if "," in text[line[j - 1].end : line[j].start]), verb)
    end = comma
    while end > start and (
        line[end - 1].lower.endswith("ly") or line[end - 1].lower in word_lists.words("adverbs")
    ):
        end -= 1
    if end == start or end - start > MAX_SUBJECT or line[start].lower in word_lists.words("clause_openers"):
        return None
    if line[start].lower in word_lists.words("prepositions"):
        return None
    return Span(line[start].start, line[end - 1].end)


# ---------------------------------------------------------------------------- what hangs on a clause


def _within(text: str, clause: tuple[Slices, tuple[Word, ...]], quoted: Sequence[Quoted]) -> list[Slices]:
    """The clause without its relative clauses, appositions and tails, and each of these by itself."""
    slices, line = clause
    cuts: list[_Cut] = []
    at = 1
    while at < len(line):
        cut, after = _cut_at(text, line, at, quoted)
        if cut is not None:
            cuts.append(cut)
        at = max(at + 1, after)
    kept = slices
    for cut in cuts:
        kept = _without(kept, cut.removed)
    left = sum(len(tokens.words(text, span)) for span in kept)
    if left < MIN_WORDS:
        return [slices]
    return [kept, *(cut.slices for cut in cuts)]


def _cut_at(text: str, line: Sequence[Word], i: int, quoted: Sequence[Quoted]) -> tuple[_Cut | None, int]:
    """A piece that begins with word ``i``, and the index to go on from."""
    gap = text[line[i - 1].end : line[i].start]
    if _inside(line[i], quoted):
        return None, i + 1
    if "(" in gap:
        return _parenthesis(text, line, i)
    if "," not in gap:
        return None, i + 1
    end = _piece_end(text, line, i)
    piece = Span(line[i].start, line[end - 1].end)
    removed = Span(line[i - 1].end, piece.end)
    if line[i].lower in RELATIVES:
        return _relative(text, line, i, end, removed)
    if _opens_apposition(line, i) and _is_apposition(text, line, i, end):
        name = _phrase_before(text, line, i)
        if name is not None:
            return _Cut((name, piece), removed), end
    participle = line[i].lower.endswith("ing") and line[i].lower not in word_lists.words("prepositions")
    if participle and end - i >= MIN_WORDS:
        end = len(line)
        piece, removed = Span(line[i].start, line[-1].end), Span(line[i - 1].end, line[-1].end)
        subject = _subject(text, line, 0, i)
        if subject is not None and tokens.first_finite(line, 0, i) is not None:
            return _Cut((subject, piece), removed), end
    return None, i + 1


def _parenthesis(text: str, line: Sequence[Word], i: int) -> tuple[_Cut | None, int]:
    """Words in brackets that hold a verb are a proposition; an acronym or a note stays where it is."""
    end = next(
        (j for j in range(i + 1, len(line)) if ")" in text[line[j - 1].end : line[j].start]), len(line)
    )
    closed = ")" in text[line[end - 1].end : line[end - 1].end + 3]
    if not closed or end - i < MIN_WORDS or tokens.first_finite(line, i, end) is None:
        return None, end
    piece = Span(line[i].start, line[end - 1].end)
    close = text.index(")", piece.end) + 1
    return _Cut((piece,), Span(line[i - 1].end, close)), end


def _piece_end(text: str, line: Sequence[Word], i: int) -> int:
    """The index after the last word before the next comma or stronger mark."""
    return next(
        (
            j
            for j in range(i + 1, len(line))
            if any(m in text[line[j - 1].end : line[j].start] for m in ",;:—–()")
        ),
        len(line),
    )


def _relative(text: str, line: Sequence[Word], i: int, end: int, removed: Span) -> tuple[_Cut | None, int]:
    """``…, who was fined in May, …`` with its antecedent in place of the pronoun."""
    antecedent = _phrase_before(text, line, i)
    verb = i + 1 < len(line) and tokens.first_finite(line, i + 1, min(end, i + 4)) is not None
    if antecedent is None or not verb or end - i < MIN_WORDS:
        return None, end
    if end < len(line) and tokens.is_finite(line, end) is False and not _verb_after(line, end):
        end = len(line)  # a comma inside the relative clause: no second comma closes it for sure
    body = Span(line[i + 1].start, line[end - 1].end)
    return _Cut((antecedent, body), Span(removed.start, body.end)), end


def _verb_after(line: Sequence[Word], end: int) -> bool:
    """Whether the main clause goes on after the comma at ``end``: its verb comes at once."""
    return tokens.first_finite(line, end, min(len(line), end + 3)) is not None


def _opens_apposition(line: Sequence[Word], i: int) -> bool:
    word = line[i].lower
    return word in ("a", "an", "the", "its", "his", "her", "their") or word in word_lists.words("titles")


def _is_apposition(text: str, line: Sequence[Word], i: int, end: int) -> bool:
    """No finite verb inside, not a member of a list, and the clause goes on after it or ends."""
    if not 2 <= end - i <= MAX_APPOSITION or tokens.first_finite(line, i, end) is not None:
        return False
    listed = end < len(line) and line[end].lower in ("and", "or")
    in_list = any(word.lower in ("and", "or") for word in line[i:end]) and end == len(line)
    before = line[i - 1]
    named = before.capital or line[i - 1].lower.endswith(
        ("er", "or", "ist", "ent", "ant", "ian", "man", "cy", "ity")
    )
    return named and not listed and not in_list


def _phrase_before(text: str, line: Sequence[Word], i: int) -> Span | None:
    """The noun phrase that ends before word ``i``: a run of capitals, or back to its determiner."""
    j = i - 1
    if line[j].capital and j > 0:
        while j > 0 and line[j - 1].capital and text[line[j - 1].end : line[j].start].strip(". ") == "":
            j -= 1
        return Span(line[j].start, line[i - 1].end)
    if line[j].capital:
        return Span(line[j].start, line[j].end)
    for k in range(i - 1, max(-1, i - 9), -1):
        if any(mark in text[line[k].end : line[i - 1].start] for mark in ",;:"):
            return None
        if tokens.is_finite(line, k):
            return None
        if line[k].lower in word_lists.words("determiners"):
            return Span(line[k].start, line[i - 1].end)
    return None


def _without(slices: Slices, removed: Span) -> Slices:
    kept: list[Span] = []
    for span in slices:
        if not span.overlaps(removed):
            kept.append(span)
            continue
        kept.extend(
            part
            for part in (Span(span.start, removed.start), Span(removed.end, span.end))
            if part.start < part.end
        )
    return tuple(kept)
