"""One line comes in; whether it is a byline, a date line or opens with a dateline goes out, with its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.read import cues
from factcheck.read.dates import Dated, dates_in, month_pattern
from factcheck.records import Span

_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,2}(?=\s?[ap]\.?m)", re.IGNORECASE)
_BY = re.compile(
    r"\W{0,3}(?:story |written |posted |published |words |report(?:ed)? )?by:?\s+", re.IGNORECASE
)
_AUTHOR = re.compile(r"(?:authors?|writers?|words|contributors?)\s?:\s*", re.IGNORECASE)
_BREAK = re.compile(r"\s*[—―]\s*|\s+(?:–|--?|_)\s+|\s*--\s*|:\s+")
_AGENCY = re.compile(r"\s*\(([^()]{2,40})\)\s*$|\s*/([A-Z][A-Za-z ]{1,20})/\s*$")
_UPPER_PLACE = re.compile(r"[^\W\d_]{3,}")

_UPDATED = ("updated", "last updated", "last modified", "modified", "last edited", "revised")

MOST_BYLINE_WORDS = 30
MOST_BYLINE_CHARS = 400
MOST_DATELINE_CHARS = 70


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that says who wrote or published an article, or when, and nothing of the story."""

    reason: str  # "byline", "date line", "origin"
    dates: tuple[Dated, ...] = ()
    updated: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a paragraph that names place, day or agency; ``span`` ends where the story begins."""

    span: Span
    dates: tuple[Dated, ...] = ()


def byline(text: str, offset: int = 0) -> Byline | None:
    """What a whole line says about author and date; None where it says anything else."""
    n_words = len(text.split())
    if n_words > MOST_BYLINE_WORDS or len(text) > MOST_BYLINE_CHARS:
        return None
    dates, plain = dates_in(text, offset), cues.folded(text)
    if any(cues.starts(plain, cue) for cue in cues.entries("origin_starts")):
        return Byline("origin", dates)
    if dates and _only_dates(text, dates, offset):
        return Byline("date line", dates, plain.startswith(_UPDATED))
    if _is_names(text, dates, offset):
        return Byline("byline", dates)
    return None


def _only_dates(text: str, dates: tuple[Dated, ...], offset: int) -> bool:
    left = _without(text, dates, offset)
    allowed = cues.words("date_line_words") | cues.words("weekdays")
    rest = [word.casefold().rstrip(".") for word in _WORD.findall(_CLOCK.sub(" ", left))]
    figures = [part for part in _CLOCK.sub(" ", left).split() if any(c.isdigit() for c in part)]
    return all(word in allowed for word in rest) and len(figures) <= 1


def _without(text: str, dates: tuple[Dated, ...], offset: int) -> str:
    kept, at = [], 0
    for dated in dates:
        kept.append(text[at : dated.span.start - offset])
        at = dated.span.end - offset
    return " ".join([*kept, text[at:]])


def _is_names(text: str, dates: tuple[Dated, ...], offset: int) -> bool:
    """``By A. Writer and B. Writer, Staff``; or ``A. Writer | June 3, 2025``."""
    left = _CLOCK.sub(" ", _without(text, dates, offset))
    opened = _BY.match(left) or _AUTHOR.match(left)
    if not opened and not (dates and re.search(r"[|•·]|\s-\s", left)):
        return False
    names = _WORD.findall(left[opened.end() :] if opened else left)
    if not names or _starts_with_time(names[0]) or left.rstrip().endswith(("!", "?")):
        return False
    return all(_is_name(name) for name in names) and (opened is None or not names[0].islower())


def _starts_with_time(word: str) -> bool:
    """``By Monday`` and ``By March`` open a sentence or a heading, not a byline."""
    plain = word.casefold().rstrip(".")
    return plain in cues.words("weekdays") or bool(re.fullmatch(_months(), word.rstrip(".")))


@cache
def _months() -> re.Pattern[str]:
    return re.compile(month_pattern())


def _is_name(word: str) -> bool:
    plain = word.casefold().rstrip(".")
    return word[0].isupper() or plain in cues.words("byline_words") or plain in cues.words("date_line_words")


def dateline(text: str, offset: int = 0) -> Dateline | None:
    """The dateline at the head of a paragraph: ``HARTLEY, June 3 (Agency) — The mill ...``."""
    dated = _leading_date(text, offset)
    if dated:
        return dated
    for match in _BREAK.finditer(text, 0, MOST_DATELINE_CHARS):
        if not _begins(text[match.end() : match.end() + 2]):
            continue
        head = text[: match.start()]
        if _is_head(head, colon=match[0].startswith(":")):
            return Dateline(Span(offset, offset + match.end()), dates_in(head, offset))
    return None


def _begins(after: str) -> bool:
    first = after.lstrip("\"'“‘([«")[:1]
    return first.isupper() or first.isdigit()


@cache
def _short_date() -> re.Pattern[str]:
    days = "|".join(name.capitalize() for name in cues.entries("weekdays"))
    month = month_pattern()
    return re.compile(
        rf",?\s*(?:(?:{days})\.?,?\s*)?(?:(?:{month})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{month})\.?)(?:,?\s+\d{{4}})?\s*,?\s*$"
    )


def _is_head(head: str, *, colon: bool) -> bool:
    """Whether ``head`` is a place with a day, an agency, or written as datelines are."""
    place, agency = _cut(head.rstrip(" ,"), _AGENCY)
    place, day = _cut(place, _short_date())
    sure = agency or day
    if colon and not sure:
        return False
    names = place.replace(",", " ").replace("/", " ").split()
    if not names or len(names) > 7 or not all(_is_place_word(name) for name in names):
        return False
    first = place.split(",")[0]
    if first.isupper():
        return bool(_UPPER_PLACE.search(first)) and len(first.split()) <= 4
    return sure or ("," in place and len(names) <= 6)


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, bool]:
    match = pattern.search(text)
    return (text[: match.start()], True) if match else (text, False)


def _is_place_word(word: str) -> bool:
    bare = word.strip(".,'’")
    return word[0].isupper() or bare.casefold() in {"and", "de", "del", "la", "of", "on", "the", "upon"}


def _leading_date(text: str, offset: int) -> Dateline | None:
    """``Thursday, May 7, 2015 On Tuesday, the council``: a date line run into the first paragraph."""
    head = text[:40]
    found = dates_in(head, 0)
    if not found:
        return None
    weekday = head[: found[0].span.start].strip(" ,")
    after = text[found[0].span.end :]
    gap = len(after) - len(after.lstrip(" \t\n–—-|:"))
    if weekday.casefold() not in cues.words("weekdays") or not gap or not _begins(after[gap : gap + 2]):
        return None
    end = offset + found[0].span.end
    return Dateline(Span(offset, end + gap), dates_in(head, offset)[:1])
