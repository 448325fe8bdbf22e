"""One sentence as a row of words comes in, every saying in it comes out: source, cue, content.

The forms: direct (``“…,” said X``), indirect (``X said that …``, ``…, X said``, ``according to X``,
``as X warns``), mixed, by a noun (``X's claim that …``) and by a participle (``…, adding that …``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.split import tokens, word_lists
from factcheck.split.cues import Cue, cue_forms
from factcheck.split.lines import Line
from factcheck.split.parsed_sayings import Parsed, cue_ranges, parsed_sayings, verbs
from factcheck.split.saying_contents import (
    MAX_ADDRESSEE,
    begins_clause,
    content_start,
    is_clause,
    object_complement,
)
from factcheck.split.saying_sources import MAX_SOURCE, before_auxiliaries, noun_phrase_end, source_before

MAX_OWNER = 5  # words of the owner in "in the harbour board's view"


@dataclass(frozen=True)
class Saying:
    """An attribution in word indices of its line. ``frame`` is what is no content: source, cue, addressee."""

    source: tuple[int, int] | None
    cue: int
    content: tuple[tuple[int, int], ...]
    frame: tuple[int, int]
    cue_end: int = 0
    phrase: bool = False  # the content is no clause: "denied the charge", "calls it “…”"
    embedded: bool = False  # inside a noun phrase: "the claim that …"
    group: tuple[int, int] | None = None  # the verb with its auxiliaries, adverbs and particles


def sayings(line: Line) -> list[Saying]:
    """Every attribution inside one sentence, by its cue's place."""
    found = _surface(line)
    if line.sentence.parse.tokens and line.words:
        found = with_parse(line, found)
    return found


def _surface(line: Line) -> list[Saying]:
    cues = [i for i in range(len(line.words)) if not line.inside[i] and _is_cue(line, i)]
    found: list[Saying] = []
    for i in cues:
        saying = _by_verb(line, i, found)
        if saying is not None:
            found.append(saying)
    found.extend(_according_to(line))
    found.extend(_in_view_of(line))
    found.extend(_by_noun(line, {s.cue for s in found}))
    found.sort(key=lambda s: s.cue)
    return [_cut(line, saying, found) for saying in found]


def announcement(line: Line) -> Saying | None:
    """The last verb of saying with a source in a sentence that ends with a colon."""
    for i in range(len(line.words) - 1, 0, -1):
        if not line.inside[i] and _is_cue(line, i) and (source := source_before(line, i)) is not None:
            return Saying(source, i, (), (source[0], i + 1))
    return None


# --------------------------------------------------------------------------- verbs of saying


def _is_cue(line: Line, i: int) -> bool:
    """Whether word ``i`` is a form of a verb of saying and stands where a verb can stand."""
    cue = cue_forms().get(line.lower(i))
    if cue is None or (line.words[i].capital and i > 0):
        return False
    before = line.lower(i - 1)
    if before in ("to", "of", "not") or (i + 1 < len(line.words) and line.gap(i + 1) == "-"):
        return False
    if line.lower(i) not in word_lists.words("cue_or_noun"):
        return True
    return _verb_in_context(line, i, before)


def _verb_in_context(line: Line, i: int, before: str) -> bool:
    """``reports``, ``claims``, ``state``: a verb before a complement or after a quotation."""
    if line.closes(i):
        return True
    article_before = before in word_lists.words("determiners") or before in word_lists.words("prepositions")
    if i == 0 or article_before or before.endswith("'s") or line.breaks(i):
        return False
    if line.opens(i + 1) or line.lower(i + 1) in ("that", "whether", "how", "why"):
        return True
    if _announces(line, i) or ("a" in cue_forms()[line.lower(i)].frames and object_complement(line, i + 1)):
        return True
    ends = i + 1 >= len(line.words) or line.breaks(i + 1)
    return ends or begins_clause(line, i + 1) or before in ("who", "he", "she", "they", "it", "i", "we")


def _announces(line: Line, i: int) -> bool:
    """``Brandt highlights the process: “…”``: a colon before a quotation, and no other verb between."""
    for k in range(i + 1, min(len(line.words), i + 2 + MAX_ADDRESSEE)):
        if ":" in line.gap(k):
            return line.opens(k)
        if line.breaks(k) or tokens.is_finite(line.words, k):
            return False
    return False


def _by_verb(line: Line, i: int, earlier: Sequence[Saying]) -> Saying | None:
    cue = cue_forms()[line.lower(i)]
    if cue.past and line.lower(i - 1) in ("is", "are", "was", "were", "be", "been", "being"):
        return _passive(line, i)
    if cue.participle and not _progressive(line, i):
        return _participle(line, i, cue, earlier)
    inverted = _inverted(line, i, cue)
    if inverted is not None:
        return inverted
    source = source_before(line, i) or _shared_source(line, i, earlier)
    if source is None:
        return None
    return _after_content(line, i, source, cue) or _before_content(line, i, source, cue)


def _progressive(line: Line, i: int) -> bool:
    return line.lower(i - 1) in ("is", "are", "was", "were", "been", "am")


def _passive(line: Line, i: int) -> Saying | None:
    """``it was reported that …`` has no source; ``… was described by X`` has one."""
    if line.lower(i + 1) == "that" and line.lower(i - 2) == "it":
        return Saying(None, i, ((i + 1, len(line.words)),), (i - 2, i + 1))
    if line.lower(i + 1) == "by" and i + 2 < len(line.words):
        end = noun_phrase_end(line, i + 2)
        content = ((0, i - 1),) if i > 1 else ()
        return Saying((i + 2, end), i, content, (i - 1, end), phrase=True) if content else None
    return None


def _participle(line: Line, i: int, cue: Cue, earlier: Sequence[Saying]) -> Saying | None:
    """``…, adding that …``: the source is that of the clause before."""
    if i == 0 or not (line.breaks(i) or line.lower(i - 1) in ("while", "by", "and", "before", "after", "in")):
        return None
    start = content_start(line, i, cue, bare=True)
    source = _shared_source(line, i, earlier, conjoined=False)
    if start is None or source is None:
        return None
    return Saying(source, i, ((start, len(line.words)),), (i, start))


def _shared_source(
    line: Line, i: int, earlier: Sequence[Saying], *, conjoined: bool = True
) -> tuple[int, int] | None:
    """The subject that ``… and warned``, ``…, adding`` share with the clause before."""
    before = before_auxiliaries(line, i)
    joined = line.lower(before - 1) in ("and", "but", "or", "then")
    if conjoined and not joined and not (line.breaks(i, ",") and i > 0):
        return None
    if earlier and earlier[-1].source is not None and (joined or not conjoined):
        return earlier[-1].source
    if conjoined and not joined:
        return None
    verb = tokens.first_finite(line.words, 0, i) or _first_attitude(line, i)
    if verb is None or verb == 0 or line.inside[verb]:
        return None
    source = source_before(line, verb)
    return source if source is not None and source[1] - source[0] <= MAX_SOURCE else None


def _first_attitude(line: Line, i: int) -> int | None:
    """The first verb before word ``i`` that says how somebody stands to something: "disagrees with it"."""
    known = verbs()
    return next((k for k in range(1, i) if line.lower(k) in known and line.lower(k).endswith("s")), None)


# --------------------------------------------------------------------------- where the content stands


def _inverted(line: Line, i: int, cue: Cue) -> Saying | None:
    """``“…,” said X, a treasurer``."""
    if i == 0 or not line.closes(i) or (not cue.past and not line.lower(i).endswith("s")):
        return None
    if (
        i + 1 >= len(line.words)
        or line.breaks(i + 1)
        or line.lower(i + 1) in ("that", "as", "it", "the fact")
    ):
        return None
    if line.lower(i + 1) in word_lists.words("prepositions") or line.opens(i + 1):
        return None
    end = noun_phrase_end(line, i + 1)
    return Saying((i + 1, end), i, _around_frame(line, i, end), (i, end))


def _after_content(line: Line, i: int, source: tuple[int, int], cue: Cue) -> Saying | None:
    """``…, X said`` and ``…, X said, …``: the content stands before, and may go on after."""
    a = source[0]
    if not (set(cue.frames) & {"b", "q"}) or (
        line.lower(a) in ("it", "this", "that", "they") and not line.closes(a)
    ):
        return None
    if a == 0 or not (line.closes(a) or "," in line.gap(a)):
        return None
    quote_before = line.closes(a)
    inserted = i + 1 < len(line.words) and "," in line.gap(i + 1) and not line.opens(i + 1)
    if not quote_before and not inserted and not _ends_in_clause(line, a):
        return None
    if not quote_before and i + 1 < len(line.words) and line.lower(i + 1) in ("against", "for", "over"):
        return None
    end = _frame_end(line, i + 1)
    if end is None or (not quote_before and line.lower(i + 1) in ("that", "whether")):
        return None
    if (
        not quote_before
        and line.lower(0) in ("if", "when", "while", "although", "as")
        and end < len(line.words)
    ):
        return None
    return Saying(source, i, _around_frame(line, a, end), (a, end))


def _ends_in_clause(line: Line, a: int) -> bool:
    """Whether a clause stands before word ``a``: after a colon, "in November" is no content of a saying."""
    start = next((j for j in range(a - 1, 0, -1) if line.breaks(j, ":;")), 0)
    return tokens.first_finite(line.words, start, a) is not None


def _frame_end(line: Line, k: int) -> int | None:
    """Where the frame ends, if nothing in it is what was said; ``k`` is the word after the cue."""
    n = len(line.words)
    if k >= n or line.breaks(k, ",;.—–"):
        return k
    for j in range(k, n):
        if line.opens(j) or line.lower(j) in ("that", "whether"):
            return j if line.opens(j) and "," in line.gap(j) else None
        if j > k and line.breaks(j, ",;—–"):
            return j
    first = line.lower(k)
    tail = first in word_lists.words("prepositions") or tokens.is_time(line.words, k)
    named = line.words[k].capital or first in (
        "reporters",
        "lawmakers",
        "journalists",
        "the",
        "when",
        "as",
        "while",
    )
    adverb = first in word_lists.words("adverbs") or first.endswith("ly")
    return n if tail or named or adverb else None


def _around_frame(line: Line, a: int, end: int) -> tuple[tuple[int, int], ...]:
    """What stands before the frame and, where it goes on, after it."""
    content = [(_clause_start(line, a), a)] if a else []
    n = len(line.words)
    if end < n and (line.opens(end) or (line.breaks(end, ",") and _goes_on(line, a, end))):
        content.append((end, n))
    return tuple(content)


def _goes_on(line: Line, a: int, end: int) -> bool:
    """Whether the text after ``…, X said,`` is more of what was said, not of the saying."""
    first = line.lower(end)
    if first.endswith("ing") or first in (
        "who",
        "which",
        "where",
        "when",
        "as",
        "after",
        "a",
        "an",
        "in",
        "on",
    ):
        return False
    if line.closes(a):
        return False
    return tokens.first_finite(line.words, end, len(line.words)) is not None


def _clause_start(line: Line, a: int) -> int:
    """Where the content that ends before word ``a`` begins: after the last semicolon, else the sentence."""
    for j in range(a - 1, 0, -1):
        if ";" in line.gap(j) and not line.inside[j]:
            return j
    return 0


def _before_content(line: Line, i: int, source: tuple[int, int], cue: Cue) -> Saying | None:
    """``X said that …``, ``X said: “…”``, ``X calls it “…”``; and ``As X warns, …``."""
    start = content_start(line, i, cue)
    as_clause = line.lower(source[0] - 1) in ("as", "like") and start is None
    if as_clause and i + 1 < len(line.words):
        end = next((j for j in range(i + 1, len(line.words)) if "," in line.gap(j)), None)
        if end is not None and end - i <= MAX_ADDRESSEE:
            return Saying(source, i, ((end, len(line.words)),), (source[0] - 1, end))
    if start is None:
        return None
    begin = source[0] if before_auxiliaries(line, i) == source[1] or source[1] > i else i
    phrase = not is_clause(line, start)
    return Saying(source, i, ((start, len(line.words)),), (begin, start), phrase=phrase)


# --------------------------------------------------------------------------- other forms


def _according_to(line: Line) -> Iterator[Saying]:
    """``According to X, …``, ``…, according to X``, ``…, per X``."""
    n = len(line.words)
    for i in range(n - 2):
        if line.inside[i] or (line.lower(i), line.lower(i + 1)) != ("according", "to"):
            continue
        end = noun_phrase_end(line, i + 2)
        while end < n and not line.breaks(end, ",;—–"):
            end += 1
        content: tuple[tuple[int, int], ...]
        if i == 0:
            content = ((end, n),) if end < n else ()
        else:
            after = end < n and not line.breaks(end, ";") and line.lower(end) not in ("who", "which")
            content = ((_clause_start(line, i), i), (end, n)) if after else ((_clause_start(line, i), i),)
        if content:
            yield Saying((i + 2, end), i, content, (i, end), i + 2)


def _in_view_of(line: Line) -> Iterator[Saying]:
    """``In the view of X, …``, ``…, in X's opinion``, ``since in its view …``."""
    n = len(line.words)
    for i in range(n - 2):
        if line.inside[i] or line.lower(i) != "in":
            continue
        nouns = range(i + 2, min(i + 2 + MAX_OWNER, n))
        noun = next((j for j in nouns if line.lower(j) in word_lists.words("view_nouns")), None)
        found = _viewer(line, i, noun) if noun is not None else None
        if noun is None or found is None:
            continue
        source, end = found
        before = end >= n or (i > 0 and line.breaks(end, ",;") and not line.breaks(i, ",;"))
        content = (_clause_start(line, i), i) if before else (end, n)
        if content[0] < content[1]:
            yield Saying(source, noun, (content,), (i, end), noun + 1)


def _viewer(line: Line, i: int, noun: int) -> tuple[tuple[int, int], int] | None:
    """Whose view it is, and where the phrase that begins at word ``i`` ends."""
    if any(line.breaks(k) for k in range(i + 1, noun + 1)):
        return None
    if (
        line.lower(i + 1) == "the"
        and noun == i + 2
        and line.lower(noun + 1) == "of"
        and noun + 2 < len(line.words)
    ):
        end = noun_phrase_end(line, noun + 2)
        return (noun + 2, end), end
    owned = line.lower(noun - 1).endswith(("'s", "s'")) or line.lower(noun - 1) in (
        "her",
        "his",
        "its",
        "their",
    )
    return ((i + 1, noun), noun + 1) if owned else None


def _by_noun(line: Line, taken: set[int]) -> Iterator[Saying]:
    """``X's claim that …``, ``a report by X that …``."""
    for i in range(len(line.words) - 2):
        if line.inside[i] or i in taken or line.lower(i) not in word_lists.words("cue_nouns"):
            continue
        that = next(
            (k for k in range(i + 1, min(i + 6, len(line.words) - 1)) if line.lower(k) == "that"), None
        )
        if that is None or any(line.breaks(k, ",;:") for k in range(i + 1, that + 1)):
            continue
        if not begins_clause(line, that + 1) or tokens.is_finite(line.words, that + 1):
            continue
        source = _noun_source(line, i, that)
        yield Saying(source, i, ((that, _clause_end(line, that)),), (i, that), embedded=True)


def _clause_end(line: Line, start: int) -> int:
    """The end of a clause inside a noun phrase: a comma, or the verb whose subject the phrase is."""
    end = next((k for k in range(start + 1, len(line.words)) if line.breaks(k, ",;—–")), len(line.words))
    seen = False
    for k in range(start + 1, end):
        joined = line.lower(k) in word_lists.words("clause_openers") or line.lower(k) == "or"
        finite = tokens.is_finite(line.words, k)
        if finite and seen and line.lower(k - 1) not in word_lists.words("auxiliaries") | {"not"}:
            return k
        seen = (seen or finite) and not joined
    return end


def _noun_source(line: Line, i: int, that: int) -> tuple[int, int] | None:
    """The possessor of the noun, or what follows ``by`` or ``from``."""
    if line.lower(i + 1) in ("by", "from", "of") and that > i + 2:
        return (i + 2, that)
    owner = next((k for k in range(i - 1, max(-1, i - 4), -1) if line.lower(k).endswith("'s")), None)
    if owner is None:
        return (i - 1, i) if line.lower(i - 1) in ("his", "her", "their", "its") else None
    a = owner
    while a > 0 and line.words[a - 1].capital and not line.breaks(a):
        a -= 1
    return (a, owner + 1)


# --------------------------------------------------------------------------- sayings in a row


def _cut(line: Line, saying: Saying, found: Sequence[Saying]) -> Saying:
    """Ends the content where the frame of a later attribution of the same rank begins."""
    later = [other for other in found if other.cue > saying.cue and _same_rank(line, other)]
    starts = [_boundary(line, other) for other in later]
    content = [(a, min([b, *(at for at in starts if a < at)])) for a, b in saying.content]
    return replace(saying, content=tuple((a, b) for a, b in content if a < b))


def _boundary(line: Line, other: Saying) -> int:
    start = other.frame[0] if other.source is None else min(other.frame[0], other.cue)
    if line.lower(start - 1) in ("and", "but", "while", "then"):
        start -= 1
    return start


def _same_rank(line: Line, other: Saying) -> bool:
    """Coordinated (``and warned``, ``; Y said``, ``, adding``), not embedded (``X said Y said``)."""
    start = other.frame[0]
    conjoined = line.lower(start - 1) in ("and", "but", "while") or line.breaks(start, ";")
    shared = other.source is not None and other.source[1] < start
    comma = "," in line.gap(start)
    at_cue = other.cue > 0 and line.lower(other.cue - 1) in ("and", "but", "then")
    return conjoined or at_cue or (shared and comma) or other.cue_end > 0


# --------------------------------------------------------------------------- what the parse adds


def with_parse(line: Line, found: Sequence[Saying]) -> list[Saying]:
    """The sayings found by form, with their verb groups by the parse, and those that only the parse shows."""
    known = _grouped(line, [one for one in found if not _is_noun(line, one)]) or _labelled(line)
    for row in parsed_sayings(line):
        saying = _from_parse(line, row)
        if saying is None:
            continue
        same = next((one for one in known if one.cue == saying.cue and one.phrase and one.source), None)
        if same is not None and saying.phrase:
            known = [_merged(one, saying) if one is same else one for one in known]
        elif _is_new(saying, known):
            known.append(_before_sayings(line, saying, known) if saying.phrase else saying)
    groups = [one.group for one in known if one.group]
    kept = [one for one in known if one.group or not any(a <= one.cue < b for a, b in groups)]
    return sorted(kept, key=lambda one: one.cue)


def _merged(by_form: Saying, by_parse: Saying) -> Saying:
    """An object or infinitive as the parse has it, told in the frame that its form gave."""
    frame = (min(by_form.frame[0], by_parse.frame[0]), max(by_form.frame[1], by_parse.frame[1]))
    return replace(by_parse, source=by_parse.source or by_form.source, frame=frame, embedded=by_form.embedded)


def _labelled(line: Line) -> list[Saying]:
    """``Ilse Brandt: It is safe.``: the name of a person, a colon, and a clause."""
    name = next(iter(line.sentence.parse.entities), None)
    if name is None or name.label != "PERSON" or name.start > line.words[0].start:
        return []
    end = next((i for i, word in enumerate(line.words) if word.start >= name.end), len(line.words))
    if (
        end >= len(line.words)
        or line.gap(end).strip(" “\"‘'") != ":"
        or not (line.opens(end) or begins_clause(line, end))
    ):
        return []
    return [Saying((0, end), end - 1, ((end, len(line.words)),), (0, end))]


def _grouped(line: Line, found: Sequence[Saying]) -> list[Saying]:
    """Each saying with its verb group; "according to" and nouns have none."""
    tokens = enumerate(line.sentence.parse.tokens)
    verbs = [(line.word_at(i), i, token.start) for i, token in tokens if token.upos == "VERB"]
    at = {k: i for k, i, start in verbs if k < len(line.words) and line.words[k].start == start}
    of_verbs = [one for one in found if one.cue in at and not one.cue_end]
    groups = {
        one.cue: r
        for one, r in zip(of_verbs, cue_ranges(line, [at[one.cue] for one in of_verbs]), strict=True)
    }
    return [
        replace(one, group=line.words_of(*groups[one.cue])) if one.cue in groups else one for one in found
    ]


def _from_parse(line: Line, row: Parsed) -> Saying | None:
    cue = line.words_of(*row.cue)
    source = line.words_of(*row.source) if row.source else None
    content = tuple((a, b) for a, b in (line.words_of(*part) for part in row.content) if a < b)
    if cue[0] >= cue[1] or not content:
        return None
    frame = cue
    if source is not None and not any(
        min(source[1], cue[1]) <= a < max(source[0], cue[0]) for a, _ in content
    ):
        frame = (min(source[0], cue[0]), max(source[1], cue[1]))
    return Saying(
        source,
        line.word_at(row.word),
        content,
        frame,
        phrase=not row.clause,
        embedded=not row.clause,
        group=cue,
    )


def _before_sayings(line: Line, saying: Saying, known: Sequence[Saying]) -> Saying:
    """``rejected the request, which he said …``: what is rejected ends before another one's saying begins."""
    begins = [min(one.frame[0], one.cue) for one in known if not one.phrase]
    content = []
    for a, b in saying.content:
        inside = min((k for k in begins if a < k < b), default=b)
        at = next((k for k in range(inside, a, -1) if line.breaks(k)), b) if inside < b else b
        content.append((a, at))
    return replace(saying, content=tuple(content))


def _is_new(saying: Saying, known: Sequence[Saying]) -> bool:
    """Not found before, and not said inside what another one says."""
    return not any(
        one.cue in range(*saying.group or (0, 0)) or any(a <= saying.cue < b for a, b in one.content)
        for one in known
    )


def _is_noun(line: Line, saying: Saying) -> bool:
    """A form like "states" or "reports" that the parse takes for a noun with nothing of a verb about it."""
    if saying.embedded or saying.cue_end or line.lower(saying.cue) not in word_lists.words("cue_or_noun"):
        return False
    tokens_of = line.sentence.parse.tokens
    at = next((i for i, token in enumerate(tokens_of) if token.start == line.words[saying.cue].start), None)
    if at is None or tokens_of[at].upos not in ("NOUN", "PROPN", "ADJ") or tokens_of[at].dep == "root":
        return False
    return not any(
        token.head == at and token.dep in ("ccomp", "nsubj", "obj", "xcomp") for token in tokens_of
    )
