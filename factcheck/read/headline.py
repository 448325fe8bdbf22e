"""The lines of an article without a stated headline come in; its headline and its site's name go out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.read import cues
from factcheck.read.lines import Line

_SITE_BREAK = re.compile(r"\s+[—–|·-]\s+|\s*\|\s*")
_MENU_BREAK = re.compile(r"\s*[|·•]\s*")
_HASHTAG = re.compile(r"#[^\W\d_]\w*")

MOST_HEADLINE_CHARS = 220
MOST_SITE_WORDS = 8
MOST_SITE_NAME_WORDS = 3
LEAST_MENU_PARTS = 3


def headline_index(lines: Sequence[Line], plain: Sequence[bool]) -> int | None:
    """Which line is the headline: the first short one without a final full stop.

    ``plain`` says for each line that it is no counter, byline or other boilerplate. A line that is
    repeated below comes first. None where the text begins with a sentence.
    """
    shorts = _shorts(lines, plain)
    counts = Counter(cues.folded(line.text) for line in lines)
    twice = [i for i in shorts if counts[cues.folded(lines[i].text)] > 1 and lines[i].n_words > 3]
    if twice:
        return twice[0]
    if len(shorts) > 1 and _is_site_line(lines, shorts):
        return shorts[1]
    return shorts[0] if shorts else None


def site_of(lines: Sequence[Line], plain: Sequence[bool]) -> tuple[str, int | None]:
    """The site's name and the line where it stands, where the text opens with one."""
    shorts = _shorts(lines, plain)
    if len(shorts) < 2 or not _is_site_line(lines, shorts):
        return "", None
    name = _SITE_BREAK.split(lines[shorts[0]].text, maxsplit=1)[0].strip()
    name = name.title() if name.isupper() and " " in name else name
    return (name if _is_capitalised(name) else ""), shorts[0]


def _shorts(lines: Sequence[Line], plain: Sequence[bool]) -> list[int]:
    return [i for i in _before_body(lines) if plain[i] and is_short(lines[i]) and not _is_label(lines[i])]


def _is_site_line(lines: Sequence[Line], shorts: Sequence[int]) -> bool:
    """Whether the first line names the site: ``Newsdesk — Local Stories``, or a name above its sections."""
    first, second = lines[shorts[0]], lines[shorts[1]]
    parts = _SITE_BREAK.split(first.text, maxsplit=1)
    if shorts[0] != 0 or len(parts[0].split()) > MOST_SITE_NAME_WORDS or first.n_words > MOST_SITE_WORDS:
        return False
    if any(c.isdigit() for c in first.text):
        return False
    if len(parts) > 1:
        return _is_capitalised(first.text) or _names_an_outlet(parts[0])
    labels = any(_is_label(line) for line in lines[1 : shorts[1]])
    return (labels or _names_an_outlet(first.text)) and second.n_words > MOST_SITE_NAME_WORDS


def _names_an_outlet(text: str) -> bool:
    """``THE DAILY TRUMPET``, ``Harrow Ledger``: capitalised, and its last word is one that papers bear."""
    folded = cues.folded(text).split()
    return _is_capitalised(text) and len(folded) > 1 and folded[-1] in cues.words("outlet_words")


def _is_capitalised(text: str) -> bool:
    return all(not word[0].islower() or len(word) <= 4 for word in text.split())


def _before_body(lines: Sequence[Line]) -> list[int]:
    found = []
    for i, line in enumerate(lines):
        if not is_short(line) and not line.marker:
            break
        if line.marker not in ("-", ">"):
            found.append(i)
    return found


def is_short(line: Line) -> bool:
    """Whether a line can be a headline or a heading: it ends no sentence, nor leads into a list."""
    return len(line.text) <= MOST_HEADLINE_CHARS and not line.text.endswith((".", ":", ";", ",", '."', ".”"))


def _is_label(line: Line) -> bool:
    """A section's name, a hashtag, or one word alone."""
    return (
        cues.folded(line.text) in cues.words("section_names")
        or line.n_words == 1
        or is_hashtags(line.text)
        or _is_menu(line.text)
    )


def _is_menu(text: str) -> bool:
    """``News | Money | Sport``: three or more short names between bars."""
    parts = [part.split() for part in _MENU_BREAK.split(text)]
    return len(parts) >= LEAST_MENU_PARTS and all(1 <= len(part) <= MOST_SITE_NAME_WORDS for part in parts)


def is_hashtags(text: str) -> bool:
    """Whether a line holds nothing but hashtags."""
    parts = text.replace(",", " ").split()
    return bool(parts) and all(_HASHTAG.fullmatch(part) for part in parts)
