"""A cue of saying in its sentence comes in, the noun phrase of whoever says it comes out."""

from __future__ import annotations

from factcheck.split import coreference, tokens, word_lists
from factcheck.split.lines import Line

MAX_APPOSITION = 16
MAX_SOURCE = 14
SUBJECTS = frozenset({"he", "i", "she", "they", "we"})
MAX_PARENTHESIS = 9  # words of a party or place in parentheses after a name


def source_before(line: Line, i: int) -> tuple[int, int] | None:
    """The noun phrase whose verb stands at ``i``, with the apposition that follows it."""
    b = before_auxiliaries(line, i)
    if b == 0 or line.closes(b):
        return None
    head = b
    if ")" in line.gap(b) and "," not in line.gap(b):
        head = _before_parenthesis(line, b)
    elif "," in line.gap(b):
        opened = _apposition_start(line, b)
        if opened is None:
            return None
        head = _before_parenthesis(line, opened) if ")" in line.gap(opened) else opened
    elif line.lower(b - 1) == "who":
        head = b - 1
    a = _noun_phrase_start(line, head)
    if a is None or (a, b) == (b, b) or line.lower(a) in ("there", "which", "what"):
        return None
    return (a, b if line.lower(b - 1) != "who" else b - 1)


def _before_parenthesis(line: Line, b: int) -> int:
    """``Sen. Kim Dahl (Harrow) said``: the index after the name."""
    return next((c for c in range(b - 1, max(0, b - MAX_PARENTHESIS), -1) if "(" in line.gap(c)), b)


def before_auxiliaries(line: Line, i: int) -> int:
    """Where the auxiliaries and adverbs before the verb at ``i`` begin; ``i`` itself where there are none."""
    b = i
    skipped = word_lists.words("auxiliaries") | word_lists.words("adverbs") | {"going", "on", "went"}
    while b > 0 and not line.breaks(b) and not line.closes(b):
        word = line.lower(b - 1)
        if word not in skipped and not (word.endswith("ly") and not line.words[b - 1].capital):
            break
        b -= 1
    return b


def _apposition_start(line: Line, b: int) -> int | None:
    """The index after the name in ``Name, the treasurer of the club, said``; ``b`` is the verb's index."""
    for c in range(b - 1, max(0, b - MAX_APPOSITION), -1):
        if line.closes(c) or any(mark in line.gap(c) for mark in ";:"):
            return None
        if "," in line.gap(c):
            verb = tokens.first_finite(line.words, c, b)
            relative = line.lower(c) in ("who", "which", "whose")
            plain = verb is None or relative or _is_participle(line, c)
            return c if plain and line.lower(c) not in ("and", "but") else None
    return None


def _is_participle(line: Line, c: int) -> bool:
    """``Vos, asked about it, said``, ``Vos, speaking on Monday, said``."""
    after = line.lower(c + 1)
    prepositional = after in word_lists.words("prepositions") or after in ("if", "when", "whether")
    return line.lower(c).endswith(("ed", "ing")) and prepositional


def _noun_phrase_start(line: Line, head: int) -> int | None:
    """The first word of the noun phrase that ends before ``head``."""
    if line.lower(head - 1) in SUBJECTS and not line.breaks(head):
        return head - 1  # "Of the mill she said …"
    a = head
    while a > 0 and head - a < MAX_SOURCE:
        stops = a < head and (line.breaks(a) or line.closes(a))
        if stops or line.inside[a - 1] or _outside_phrase(line, a - 1, head):
            break
        a -= 1
    a = _strip_adverbial(line, a, head)
    return a if a < head else None


def _outside_phrase(line: Line, k: int, head: int) -> bool:
    """Whether word ``k`` stands before the noun phrase and does not belong to it."""
    word = line.lower(k)
    if word == "and":
        return not (k + 1 < head and k > 0 and (line.words[k + 1].capital == line.words[k - 1].capital))
    if word in ("for", "since", "than", "as", "like"):
        return word in ("as", "than", "since")
    return word in word_lists.words("clause_openers") or (tokens.is_finite(line.words, k))


def _strip_adverbial(line: Line, a: int, head: int) -> int:
    """Drops ``Meanwhile``, ``On Monday``, ``But`` before the noun phrase."""
    while a < head - 1:
        word = line.lower(a)
        opener = word in ("in", "on", "at", "by", "during", "after", "before") and a + 1 < head
        timely = tokens.is_time(line.words, a)
        numeral = word.isdigit() and a > 0
        if not (word in word_lists.words("adverbs") or opener or timely or numeral):
            break
        a += 1
    return a


def noun_phrase_end(line: Line, k: int) -> int:
    """The index after the noun phrase that begins at ``k``, with its apposition."""
    n = len(line.words)
    j = k + 1
    in_apposition = False
    while j < n and j - k < MAX_SOURCE + MAX_APPOSITION:
        if line.opens(j) or line.breaks(j, ";:—–") or _ends_phrase(line, j):
            break
        if "," in line.gap(j):
            if in_apposition or not _apposition_after(line, j):
                break
            in_apposition = True
        j += 1
    return j


def _ends_phrase(line: Line, j: int) -> bool:
    word = line.lower(j)
    if word in ("in", "on", "during", "after", "before", "to", "at", "about", "by"):
        return word not in ("at", "in") or not _place_follows(line, j)
    timely = tokens.is_time(line.words, j) and line.lower(j - 1) != "of"
    opener = word in word_lists.words("clause_openers") and word not in ("for", "and")
    return timely or opener or word == "referring"


def _place_follows(line: Line, j: int) -> bool:
    """``a fellow at the institute``, ``a judge in Harrow``, not ``in a statement``, ``at a hearing``."""
    return line.lower(j + 1) == "the" or (
        j + 1 < len(line.words)
        and line.words[j + 1].capital
        and line.lower(j + 1) not in word_lists.words("time_words")
    )


def _apposition_after(line: Line, j: int) -> bool:
    """``…, a former acting commissioner``: a phrase without a finite verb up to the next comma."""
    end = next((k for k in range(j + 1, len(line.words)) if line.breaks(k, ",;—–")), len(line.words))
    starts = line.lower(j) not in ("who", "which", "when", "and", "but", "as") and not line.lower(j).endswith(
        "ing"
    )
    pronoun = line.lower(j) in coreference.SUBJECTS
    return (
        starts
        and not pronoun
        and end - j <= MAX_APPOSITION
        and tokens.first_finite(line.words, j, end) is None
    )
