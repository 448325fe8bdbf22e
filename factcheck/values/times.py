"""An article and its sentences come in, its times come out as TIMEX3 values with their intervals.

A relative time is placed from the publication date and from nothing else; a time that only a sentence
before it in the same paragraph places ("Under the second term ... By November") is marked as framed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from factcheck.records import (
    Article,
    Fact,
    Kind,
    Published,
    Sentence,
    Span,
    TimeHow,
    TimeRelation,
    TimeValue,
    TimexType,
)
from factcheck.values import times_grammar as grammar
from factcheck.values import times_meaning as meaning
from factcheck.values import times_terms as terms
from factcheck.values.times_calendar import Days
from factcheck.values.times_hours import on_day
from factcheck.values.times_ranges import Timex, together
from factcheck.values.times_readings import Context, Reading
from factcheck.values.times_words import HEADS, Token, cues, neighbours, tokens

kind = Kind.TIME

CLAUSE_ENDS = frozenset(";:")
CUE_REACH = 14
TOLD_REACH = 5  # sentences that "the following year" may look back


class Frame(NamedTuple):
    """What earlier sentences leave for later ones: the longer period of this paragraph, the last quarter."""

    paragraph: int = -1
    days: Days | None = None
    quarter: str = ""
    quarter_at: int = -9
    told: Days | None = None  # the last time on the calendar, and its sentence
    told_at: int = -9


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[Fact[TimeValue], ...]:
    """Every time in these sentences, sorted by span, spans not overlapping."""
    anchors = _anchors(article.published)
    frames = [Frame() for _ in anchors]
    out: list[Fact[TimeValue]] = []
    for sentence in sentences:
        text = sentence.span.of(article.text)
        words = tokens(text)
        runs = []
        for i, anchor in enumerate(anchors):
            kept = frames[i] if frames[i].paragraph == sentence.paragraph else frames[i]._replace(days=None)
            found, frames[i] = _read(text, words, anchor, kept, sentence)
            runs.append(found)
        out += [_fact(article, sentence, timex, words) for timex in _united(runs)]
    return tuple(sorted(out, key=lambda fact: fact.span))


def _anchors(published: Published) -> tuple[date | None, ...]:
    """The publication day, or the first and the last where it is only known as a range."""
    if published.earliest is None or published.latest is None:
        return (None,)
    first, last = published.earliest.date(), published.latest.date()
    return (first,) if first == last else (first, last)


def _united(runs: list[list[Timex]]) -> list[Timex]:
    """One reading a span over both ends of the publication interval."""
    if len(runs) == 1:
        return runs[0]
    second = {(timex.start, timex.end): timex.reading for timex in runs[1]}
    return [
        timex._replace(reading=_union(timex.reading, second[timex.start, timex.end]))
        for timex in runs[0]
        if (timex.start, timex.end) in second
    ]


def _union(one: Reading, other: Reading) -> Reading:
    if one == other:
        return one
    value = one.value if one.value == other.value else _shared(one.value, other.value)
    (a, b), (c, d) = one.bounds(), other.bounds()
    if a is None or b is None or c is None or d is None:
        return replace(one, value=value, days=None, earliest=None, latest=None, how=TimeHow.UNRESOLVED)
    days = one.days.union(other.days) if one.days and other.days else None
    return replace(one, value=value, days=days, earliest=min(a, c), latest=max(b, d))


def _shared(one: str, other: str) -> str:
    """What two values agree on, the rest as X: 2025-11 and 2024-11 give XXXX-11."""
    if len(one) != len(other):
        return "XXXX"
    fields = zip(one.split("-"), other.split("-"), strict=False)
    return "-".join(a if a == b else "X" * len(a) for a, b in fields)


# ------------------------------------------------------------------------------------- one sentence


def _read(
    text: str, words: list[Token], anchor: date | None, frame: Frame, sentence: Sentence
) -> tuple[list[Timex], Frame]:
    """The times of one sentence in order, and the frame they leave for the next."""
    found = [
        Timex(t.start, t.end, t.reading, *_token_range(words, t.start, t.end))
        for t in terms.found(text, anchor)
    ]
    frame = _framed(frame, found, sentence)
    if any(word.code in HEADS for word in words):
        found, frame = _grown(found, words, anchor, frame, sentence)
    joined = together(_joined(sorted(found), words), words)
    return joined, frame._replace(paragraph=sentence.paragraph)


def _grown(
    found: list[Timex], words: list[Token], anchor: date | None, frame: Frame, sentence: Sentence
) -> tuple[list[Timex], Frame]:
    matches = [m for m in grammar.matches(words) if not _inside(m, found, words)]
    frame = _year_frame(matches, words, anchor, frame, sentence)
    day: Days | None = None
    for match in matches:
        quarter = frame.quarter if sentence.index - frame.quarter_at <= 4 else ""
        told = frame.told if sentence.index - frame.told_at <= TOLD_REACH else None
        context = Context(anchor, _tense(words, match), frame.days, quarter, day, told)
        reading = meaning.read(match, context)
        if reading is None:
            continue
        start, end = match.tokens[0].start, match.tokens[-1].end
        found.append(Timex(start, end, reading, match.start, match.end))
        frame = _noted(frame, reading, sentence, match)
        day = reading.days if _is_day(reading) else day
    return found, frame


def _inside(match: grammar.Match, found: list[Timex], words: list[Token]) -> bool:
    return any(match.start < timex.last and timex.first < match.end for timex in found)


def _token_range(words: list[Token], start: int, end: int) -> tuple[int, int]:
    inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _year_frame(
    matches: list[grammar.Match], words: list[Token], anchor: date | None, frame: Frame, sentence: Sentence
) -> Frame:
    """A year that opens a sentence ("In 2019, ...") frames the bare months after it.

    A year further in does not: in dated news most bare months after "since 1980" are recent ones.
    """
    first = matches[0] if matches else None
    if first is None or first.rule != "year" or first.start > 1:
        return frame
    if first.start == 1 and words[0].lower not in neighbours("frame-lead"):
        return frame
    reading = meaning.read(first, Context(anchor))
    if reading is None or not _is_year(reading):
        return frame
    return frame._replace(days=reading.days)


def _noted(frame: Frame, reading: Reading, sentence: Sentence, match: grammar.Match) -> Frame:
    own_quarter = match.rule == "quarter" and not match.has("ago", "rely", "rel")
    if own_quarter and "-Q" in reading.value and reading.how is not TimeHow.UNRESOLVED:
        frame = frame._replace(quarter=reading.value, quarter_at=sentence.index)
    if reading.type is TimexType.DATE and reading.days is not None and reading.value[:1].isdigit():
        frame = frame._replace(told=reading.days, told_at=sentence.index)
    return frame


def _framed(frame: Frame, found: list[Timex], sentence: Sentence) -> Frame:
    for timex in found:
        if timex.reading.days is not None:
            frame = frame._replace(days=timex.reading.days)
    return frame


def _is_year(reading: Reading) -> bool:
    if reading.type is not TimexType.DATE or reading.days is None:
        return False
    return len(reading.value) == 4 and reading.value.isdigit()


def _is_day(reading: Reading) -> bool:
    return (
        reading.type is TimexType.DATE
        and reading.days is not None
        and reading.days.first == reading.days.last
    )


def _tense(words: list[Token], match: grammar.Match) -> int:
    """Whether the clause around a time looks back (-1) or ahead (1): by the nearest cue."""
    for i in range(match.start - 1, max(match.start - CUE_REACH, 0) - 1, -1):
        if words[i].text in CLAUSE_ENDS:
            break
        if cue := _cue(words, i):
            return cue
    for i in range(match.end, min(match.end + CUE_REACH, len(words))):
        if words[i].text in CLAUSE_ENDS:
            break
        if cue := _cue(words, i):
            return cue
    return 0


def _cue(words: list[Token], at: int) -> int:
    """What a word says of its clause; a participle after "be" says nothing: "will be named", "set to be"."""
    word = words[at]
    if word.text == "may":  # the month is written with a capital
        return 1
    if word.code not in "_x/" or not (word.text[0].islower() or word.lower == "i'll"):
        return 0
    ahead = words[at + 1] if at + 1 < len(words) else None
    if word.lower == "to":
        return int(ahead is not None and ahead.lower in neighbours("infinitive"))
    if at and words[at - 1].lower in ("be", "being", "to"):
        return 0
    listed = cues().get(word.lower)
    if listed is not None:
        return listed
    return -1 if len(word.text) > 4 and word.text.endswith("ed") else 0


# ------------------------------------------------------------------------------------- joining


def _joined(found: list[Timex], words: list[Token]) -> list[Timex]:
    """A time of day and the day beside it become one: "Monday at 3 p.m.", "9 a.m. Tuesday"."""
    out: list[Timex] = []
    for timex in found:
        last = out[-1] if out else None
        joined = _join(last, timex, words) if last else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(timex)
    return out


def _join(left: Timex, right: Timex, words: list[Token]) -> Timex | None:
    between = words[left.last : right.first]
    if len(between) > 2 or any(word.code not in "p," for word in between):
        return None
    if _floating(left.reading) and _dated(right.reading):
        reading = on_day(left.reading, right.reading)
    elif _floating(right.reading) and _dated(left.reading):
        reading = on_day(right.reading, left.reading)
    else:
        return None
    return Timex(left.start, right.end, reading, left.first, right.last)


def _floating(reading: Reading) -> bool:
    return reading.value.startswith("XXXX-XX-XXT")


def _dated(reading: Reading) -> bool:
    day = reading.value.partition("T")[0]
    return len(day) == 10 and reading.type in (TimexType.DATE, TimexType.TIME) and not _floating(reading)


# ------------------------------------------------------------------------------------- facts


def _fact(article: Article, sentence: Sentence, timex: Timex, words: list[Token]) -> Fact[TimeValue]:
    span = Span(sentence.span.start + timex.start, sentence.span.start + timex.end)
    reading = timex.reading
    earliest, latest = reading.bounds()
    value = TimeValue(
        reading.type, reading.value, reading.mod, earliest, latest, reading.how, _relation(words, timex)
    )
    return Fact(Kind.TIME, span, span.of(article.text), value)


def _relation(words: list[Token], timex: Timex) -> TimeRelation:
    """The preposition before the time, articles skipped; "to" after "from" closes a range."""
    at = timex.first - 1
    if timex.last < len(words) and words[timex.last].code == "'":
        return TimeRelation.AT  # "after next year's edition": the edition is next year
    told = _compared(words, timex)
    if told is not None:
        return told
    while at >= 0 and words[at].code in "tg":
        at -= 1
    if at < 0:
        return TimeRelation.AT
    word = words[at].lower
    for relation in TimeRelation:
        if word in neighbours(f"relation-{relation}"):
            return relation
    if word == "to" and at > 0 and words[at - 1].lower == "prior":
        return TimeRelation.BEFORE
    return TimeRelation.UNTIL if word in ("to", "and") and _opened(words, at) else TimeRelation.AT


def _compared(words: list[Token], timex: Timex) -> TimeRelation | None:
    """ "No later than 1 March", "later than 2018", "starting on 7 January", "2018 or later"."""
    before = " ".join(word.lower for word in words[max(timex.first - 4, 0) : timex.first] if word.code != "t")
    after = " ".join(word.lower for word in words[timex.last : timex.last + 2])
    if before.endswith(("no later than", "not later than")):
        return TimeRelation.BY
    if before.endswith("later than"):
        return TimeRelation.AFTER
    if before.endswith("earlier than") and not before.endswith(("no earlier than", "not earlier than")):
        return TimeRelation.BEFORE
    following = words[timex.last + 2].code if timex.last + 2 < len(words) else "."
    closed = after if following in ".," or after.endswith(("later", "earlier")) else ""
    opens = ("starting", "starting on", "starting in", "beginning on", "beginning in", "no earlier than")
    if before.endswith(opens) or closed in {"or later", "and later", "and after", "or after"}:
        return TimeRelation.SINCE
    return TimeRelation.UNTIL if closed in {"or earlier", "or before", "and before"} else None


def _opened(words: list[Token], at: int) -> bool:
    """Whether "from" or "between" stands shortly before: "from 20 November to 11 December"."""
    lead = "between" if words[at].lower == "and" else "from"
    return any(word.lower == lead for word in words[max(at - 6, 0) : at])
