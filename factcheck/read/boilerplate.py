"""The text of an article comes in; what each of its lines is, story or boilerplate, goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from factcheck.read import cues
from factcheck.read.dateline import Byline, byline, dateline
from factcheck.read.dates import Dated
from factcheck.read.headline import headline_index, is_hashtags, is_short, site_of
from factcheck.read.lines import Line, lines, unwrapped
from factcheck.records import Block, BlockKind, Span

_URL = re.compile(r"(?:https?://|www\.)\S+")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)")
_STEP = re.compile(r" ?[>›»] ?")
_PART = re.compile(r"[^|·•]+")
_RULE = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"[\d.,]*\d\s*[km]?\+?(?!\w)", re.IGNORECASE)
_LABEL = re.compile(r"(?:\*\*|__)?([^:.!?\n]{2,60}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=[\"“'‘($€£A-Z0-9])")
_INLINE = re.compile(r"[^:]{2,30}:\s*\S")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+|\b\d[\d,.]*\d\b")

MOST_HEADING_WORDS = 16
MOST_HEADING_CHARS = 120
MOST_LABEL_WORDS = 7
MOST_TAG_WORDS = 6
LEAST_SAID_WORDS = 4
MOST_CREDIT_WORDS = 12
MOST_SITE_LINE_CHARS = 160
MOST_SECTION_WORDS = 8
MOST_LINES_AHEAD = 20
MOST_FACT_WORDS = 45
LATE_PART = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text turned out to be: its blocks in order, its headline, its site, its dates."""

    blocks: tuple[Block, ...]
    headline: Span | None = None
    site: str = ""
    bylines: tuple[Byline, ...] = ()
    datelines: tuple[Dated, ...] = ()


@dataclass(slots=True)
class _Draft:
    """A line while it is being labelled."""

    line: Line
    kind: BlockKind = BlockKind.PARAGRAPH
    reason: str = ""
    by: Byline | None = None
    parts: tuple[Block, ...] = field(default=())

    def drop(self, reason: str) -> None:
        self.kind, self.reason = BlockKind.BOILERPLATE, reason

    @property
    def dropped(self) -> bool:
        return self.kind is BlockKind.BOILERPLATE

    @property
    def long(self) -> bool:
        """Whether the line is body text: a sentence, or too long for a heading."""
        return self.line.ended or self.line.n_words > MOST_HEADING_WORDS

    def blocks(self) -> tuple[Block, ...]:
        return self.parts or (Block(self.line.span, self.kind, self.reason),)


def read_text(text: str, *, start: int = 0, headline: Span | None = None, flowing: bool = False) -> Reading:
    """Every non-empty line of ``text`` from ``start`` on as a block.

    ``headline`` is where the headline is known to stand, before ``start`` or at it. ``flowing`` says
    that single line breaks mean nothing, as in Markdown.
    """
    found = unwrapped(text, lines(text, start), always=flowing)
    drafts = [_first_look(line) for line in found]
    site = "" if headline else _drop_site(drafts)
    headline = headline or _find_headline(drafts)
    _mark_headline(drafts, text, headline)
    _mark_bylines(drafts)
    _mark_sections(drafts, text)
    _mark_headings(drafts)
    datelines = tuple(_split_datelines(drafts))
    blocks = tuple(block for draft in drafts for block in draft.blocks())
    return Reading(blocks, headline, site, tuple(d.by for d in drafts if d.by and d.dropped), datelines)


# ---------------------------------------------------------------------------- one line by itself


def _first_look(line: Line) -> _Draft:
    draft = _Draft(line, BlockKind.LIST_ITEM if line.marker == "-" else BlockKind.PARAGRAPH)
    reason = _reason(line)
    if reason:
        draft.drop(reason)
    else:
        draft.by = byline(line.text, line.span.start) or _mixed_byline(line)
    return draft


def _mixed_byline(line: Line) -> Byline | None:
    """``3 min read · June 3, 2025 | By Ada Quill``: parts of which each alone would be no story."""
    if len(line.text) > MOST_SITE_LINE_CHARS:
        return None
    parts = [match for match in _PART.finditer(line.text) if match[0].strip()]
    found = [byline(part[0].strip(), line.span.start + _inner(part)) for part in parts]
    if len(parts) < 2 or not any(found):
        return None
    if not all(
        by or is_counter(part[0]) or cues.marked(part[0]) for by, part in zip(found, parts, strict=True)
    ):
        return None
    return Byline("byline", tuple(dated for by in found if by for dated in by.dates))


def _inner(part: re.Match[str]) -> int:
    return part.start() + len(part[0]) - len(part[0].lstrip())


def _reason(line: Line) -> str:
    """Why a line is no part of the story, by its own wording; empty where it may be."""
    text = line.text
    if _RULE.fullmatch(text):
        return "rule"
    if is_hashtags(text):
        return "hashtag"
    if len(text) <= MOST_SITE_LINE_CHARS and _is_menu(text):
        return "share line"
    if is_counter(text):
        return "view counter"
    said = _said(text)
    return _link_reason(text) or cues.marked(said) or _credit(said)


@cache
def _ago() -> re.Pattern[str]:
    units = "|".join(cues.entries("ago_units"))
    return re.compile(rf"(?:posted |updated |published )?(?:\d{{1,3}}|an?) ?(?:{units}) ago", re.IGNORECASE)


def _is_menu(text: str) -> bool:
    """Whether a line leads through the site (``Home > News``, ``Facebook Twitter``) or says ``3h ago``."""
    if _ago().fullmatch(text):
        return True
    words = cues.folded(text).replace(",", " ").replace("|", " ").replace("·", " ").split()
    if words and all(word in cues.words("social_names") for word in words):
        return True
    steps = [step for step in _STEP.split(text) if step.strip()]
    home = cues.folded(steps[0]) == "home" if steps else False
    return (home or len(steps) > 2) and len(steps) > 1 and all(len(step.split()) <= 4 for step in steps)


def _said(text: str) -> str:
    """The words of a line, a link's label in the place of the link."""
    return _LINK.sub(r"\1", text)


def is_counter(text: str) -> bool:
    """Whether a line only counts: ``6 views0 comments``, ``1.2K shares``, ``16``."""
    if not any(character.isdigit() for character in text) or len(text) > 80:
        return False
    rest = _counted().sub(" ", text.casefold())
    bare = _FIGURE.sub(" ", rest)
    return not any(character.isalnum() for character in bare) and not any(c in rest for c in "%$€£:/")


@cache
def _counted() -> re.Pattern[str]:
    things = sorted(cues.entries("counted_things"), key=lambda thing: (-len(thing), thing))
    return re.compile(rf"[\d.,]*\d\s*[km]?\+?\s?(?:{'|'.join(map(re.escape, things))})")


def _link_reason(text: str) -> str:
    """A line that is an address or a picture, with at most a label before it."""
    if text.startswith("<") and text.endswith(">"):
        return "markup"
    image = _IMAGE.fullmatch(text)
    if image:
        return "image"
    if not _LINK.search(text) and _URL.search(text):
        words = _URL.sub(" ", text).split()
        return "source link" if len(words) <= 4 else ""
    return ""


def _credit(text: str) -> str:
    plain = cues.folded(text)
    short = len(plain.split()) <= MOST_CREDIT_WORDS
    credited = any(plain.startswith(cue) for cue in cues.entries("credit_starts"))
    return "photo credit" if short and credited else ""


# ---------------------------------------------------------------------------- the head of the article


def _drop_site(drafts: Sequence[_Draft]) -> str:
    plain = [not draft.dropped and draft.by is None for draft in drafts]
    name, at = site_of([draft.line for draft in drafts], plain)
    if at is not None:
        drafts[at].drop("site name")
    return name


def _find_headline(drafts: Sequence[_Draft]) -> Span | None:
    first = next((d for d in drafts if d.line.marker == "#" and not d.dropped), None)
    if first:
        return first.line.span
    plain = [not draft.dropped and draft.by is None for draft in drafts]
    at = headline_index([draft.line for draft in drafts], plain)
    return None if at is None else drafts[at].line.span


def _mark_headline(drafts: Sequence[_Draft], text: str, headline: Span | None) -> None:
    """The headline, the lines that repeat it, and the labels above it."""
    if headline is None:
        return
    said = _bare(headline.of(text))
    for draft in drafts:
        if draft.line.span == headline:
            draft.kind, draft.reason, draft.by = BlockKind.HEADLINE, "", None
        elif _bare(draft.line.text) == said:
            draft.drop("repeated headline")
        elif draft.line.span.end <= headline.start and not draft.dropped and draft.by is None:
            draft.drop("section label")


def _bare(text: str) -> str:
    return cues.folded(text).strip(" .\"'*_#")


def _mark_bylines(drafts: Sequence[_Draft]) -> None:
    """Bylines go anywhere; a bare date below the first paragraph may head a timeline's entry."""
    body = False
    for draft in drafts:
        stamped = draft.by is not None and _is_stamped(draft, body=body)
        if draft.by and stamped and not draft.dropped and draft.kind is not BlockKind.HEADLINE:
            draft.drop(draft.by.reason)
        elif not stamped:
            draft.by = None
        body = body or (not draft.dropped and draft.kind is not BlockKind.HEADLINE and draft.long)


def _is_stamped(draft: _Draft, *, body: bool) -> bool:
    bare = draft.by is not None and draft.by.reason == "date line" and draft.line.text[:1].isdigit()
    named = draft.by is not None and draft.by.reason == "date line" and not _says_published(draft.line.text)
    return not (body and (bare or named))


def _says_published(text: str) -> bool:
    plain = cues.folded(text)
    return any(word in plain for word in ("publish", "updated", "posted", "modified"))


# ---------------------------------------------------------------------------- sections


@dataclass(frozen=True, slots=True)
class _Section:
    """What the lines below a section's heading are, until the section ends."""

    name: str = ""
    needed_names: int = 0  # how many names must recur before teasers give way to the story again
    begun: bool = False  # whether a line of it was seen
    bulleted: bool = False


def _mark_sections(drafts: Sequence[_Draft], text: str) -> None:
    section, known = _Section(), set[str]()
    for i, draft in enumerate(drafts):
        opened = _opened(drafts, i, len(text))
        if opened is not None:
            section = opened
            draft.drop(f"{section.name} heading" if section.name else "section label")
        elif draft.kind is not BlockKind.HEADLINE:
            section = _inside(section, draft, known)
        if not draft.dropped:
            known.update(_NAME.findall(draft.line.text))


def _opened(drafts: Sequence[_Draft], i: int, size: int) -> _Section | None:
    """The section that line ``i`` opens; None where it is no section's heading."""
    line = drafts[i].line
    if drafts[i].kind is BlockKind.HEADLINE or line.n_words > MOST_SECTION_WORDS:
        return None
    plain = cues.folded(_said(line.text)).strip(" :.!|→»>-—*")
    late = line.span.start >= LATE_PART * size
    if plain in cues.words("key_fact_headings"):
        return _Section("key facts")
    if plain in cues.words("question_headings"):
        return _Section("questions")
    if _is_related(plain, line):
        return _Section("related article", 3 if late else 1)
    if plain in cues.words("comment_headings") and _is_comments(drafts, i, late=late):
        return _Section("comments")
    if plain in cues.words("footer_headings") and late:
        return _Section("footer")
    label = plain in cues.words("section_labels") or plain in cues.words("section_names")
    return _Section() if label and not line.ended else None


def _is_related(plain: str, line: Line) -> bool:
    """``Related Articles``, ``More from Business``; not ``Related: a title``, which is one line."""
    if line.ended or (":" in plain):
        return False
    for cue in cues.entries("related_headings"):
        extra = plain[len(cue) :].split() if cues.starts(plain, cue) else None
        open_ended = cue.rsplit(" ", 1)[-1] in ("about", "from", "on", "this")
        if extra is not None and (not extra or (open_ended and len(extra) <= 3)):
            return True
    return False


def _is_comments(drafts: Sequence[_Draft], i: int, *, late: bool) -> bool:
    """A heading such as ``Thoughts`` opens the readers' part only where the next line invites comments."""
    following = drafts[i + 1 : i + 3]
    invited = any(draft.reason in ("comments", "sign-in line", "view counter") for draft in following)
    ahead = drafts[i + 1 : i + 1 + MOST_LINES_AHEAD]
    return invited or (late and not any(draft.long and not draft.dropped for draft in ahead))


def _inside(section: _Section, draft: _Draft, known: set[str]) -> _Section:
    """Label one line by the section it stands in; gives the section that goes on after it."""
    if draft.dropped:
        return section
    if _is_inline_teaser(draft.line):
        draft.drop("related article")
        return section
    match section.name:
        case "key facts":
            return _key_fact(section, draft)
        case "questions":
            return _question(section, draft)
        case "related article":
            return _teaser(section, draft, known)
        case "comments" | "footer":
            draft.drop(section.name)
    return section


def _is_inline_teaser(line: Line) -> bool:
    """``Read more: Harbour levy in doubt``: a cue, a colon and another story's title."""
    if line.n_words > 30 or not _INLINE.match(line.text):
        return False
    opening = cues.folded(_said(line.text)).split(":", 1)[0].strip(" *_")
    return opening in cues.words("related_headings") and opening != "highlights"


def _key_fact(section: _Section, draft: _Draft) -> _Section:
    if draft.line.marker == "#" or (not draft.line.marker and not draft.line.ended):
        return _Section()
    ended = section.begun and (section.bulleted or draft.line.after_blank)
    if not draft.line.marker and (ended or draft.line.n_words > MOST_FACT_WORDS):
        return _Section()
    draft.kind = BlockKind.KEY_FACT
    label = _LABEL.match(draft.line.text)
    said = draft.line.text[label.end() :].split() if label else []
    if label and len(label[1].split()) <= MOST_LABEL_WORDS and len(said) >= LEAST_SAID_WORDS:
        span = draft.line.span
        draft.parts = (
            Block(Span(span.start, span.start + len(label[0].rstrip())), BlockKind.BOILERPLATE, "label"),
            Block(Span(span.start + label.end(), span.end), BlockKind.KEY_FACT),
        )
    return replace(section, begun=True, bulleted=section.bulleted or draft.line.marker == "-")


def _question(section: _Section, draft: _Draft) -> _Section:
    """The question is the site's; the answer below it is the article's own claim."""
    if draft.line.asks and draft.line.n_words <= 30:
        draft.drop("question")
        return section
    return section if draft.long or draft.line.marker == "-" else _Section()


def _teaser(section: _Section, draft: _Draft, known: set[str]) -> _Section:
    names = set(_NAME.findall(draft.line.text))
    resumed = draft.line.n_words >= 20 and len(names & known) >= section.needed_names
    if resumed and draft.line.ended and not draft.line.marker:
        return _Section()
    draft.drop("related article")
    return section


# ---------------------------------------------------------------------------- headings and datelines


@dataclass(frozen=True, slots=True)
class _Below:
    """What stands below a line: the next line that is kept, and what lies between."""

    kept: int | None = None
    clear: bool = True  # nothing between but repeated headlines


def _below(drafts: Sequence[_Draft]) -> list[_Below]:
    """For every line what stands below it, found in one pass from the end."""
    found, below = [], _Below()
    for i in range(len(drafts) - 1, -1, -1):
        found.append(below)
        if not drafts[i].dropped:
            below = _Below(i)
        elif drafts[i].reason != "repeated headline":
            below = replace(below, clear=False)
    return found[::-1]


def _mark_headings(drafts: Sequence[_Draft]) -> None:
    """A short line is a heading where body text follows it, else a label."""
    below, body = _below(drafts), False
    longs = [i for i, d in enumerate(drafts) if d.long and not d.dropped and d.kind is not BlockKind.HEADLINE]
    last_long = longs[-1] if longs else -1
    for i, draft in enumerate(drafts):
        if draft.kind is BlockKind.PARAGRAPH and not draft.parts and _looks_like_heading(draft.line):
            alone = not longs or longs == [i]
            if alone or _leads(drafts, below[i], last_long, past_boilerplate=body):
                draft.kind = BlockKind.HEADING
            elif _is_label(draft.line):
                draft.drop("section label")
        body = body or draft.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _leads(drafts: Sequence[_Draft], below: _Below, last_long: int, *, past_boilerplate: bool) -> bool:
    """Whether body text stands below; in the head of an article, directly below.

    Of two short lines in a row the first leads where anything long stands further down.
    """
    if below.kept is None or not (past_boilerplate or below.clear):
        return False
    draft = drafts[below.kept]
    return draft.long or draft.kind is not BlockKind.PARAGRAPH or last_long > below.kept


def _is_label(line: Line) -> bool:
    """Whether a short line that leads nowhere says nothing either: ``Total dead: 192`` does."""
    figures = any(character.isdigit() for character in line.text)
    return line.n_words <= MOST_TAG_WORDS and not figures and ":" not in line.text


def _looks_like_heading(line: Line) -> bool:
    if line.marker == "#":
        return True
    short = line.n_words <= MOST_HEADING_WORDS and len(line.text) <= MOST_HEADING_CHARS
    quoted = line.text.endswith(('"', "”")) or line.text.startswith(('"', "“"))
    return short and is_short(line) and not quoted and (not line.ended or line.asks)


def _split_datelines(drafts: Sequence[_Draft]) -> Iterator[Dated]:
    """Cut the dateline off the paragraph it opens; gives the dates that stand in one."""
    for draft in drafts:
        if draft.kind is not BlockKind.PARAGRAPH or draft.parts or not draft.long:
            continue
        opening = dateline(draft.line.text, draft.line.span.start)
        if opening is None:
            continue
        whole = draft.line.span
        head = _tidy(draft.line, opening.span)
        draft.parts = (
            Block(head, BlockKind.BOILERPLATE, "dateline"),
            Block(Span(opening.span.end, whole.end), BlockKind.PARAGRAPH),
        )
        yield from opening.dates


def _tidy(line: Line, span: Span) -> Span:
    said = line.text[: span.end - line.span.start]
    return replace(span, end=span.start + len(said.rstrip()))
