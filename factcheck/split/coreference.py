"""Sources of attributions come in, the names of the speakers come out, as full as the article gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.records import Article, Attribution, BlockKind, Sentence, Span
from factcheck.split import tokens, word_lists
from factcheck.split.references import Reference

PRONOUNS = frozenset({"he", "she"})
SUBJECTS = frozenset({"he", "i", "it", "she", "there", "they", "we", "you"})
PARTICLES = frozenset(
    {"al", "ben", "bin", "da", "de", "del", "der", "di", "du", "la", "le", "van", "von", "y"}
)
APPOSITION = re.compile(r"\s*[,(;—–]\s*")
TAIL = re.compile(r"\s(?:of|from|who|at|for|with|in)\s")
MAX_OPENING = 4
MAX_BACK = 6  # attributions that a pronoun may reach back over


def speakers(
    article: Article,
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Attribution]],
    known: Sequence[Reference],
) -> tuple[tuple[str, ...], ...]:
    """A name for every attribution, in the same shape; the source as written where it has no name."""
    full = full_names(article, sentences)
    meant = {one.span: one.name for one in known if one.name.split()[-1][0].isupper()}  # no "The driver"
    sources = [one.source.of(article.text) for row in found for one in row if one.source is not None]
    surnames = {name.split()[-1] for source in sources if (name := person(" ".join(source.split())))}
    people = {surname: full[surname] for surname in sorted(surnames & full.keys())}
    resolved: list[tuple[str, ...]] = []
    said: list[tuple[int, str]] = []  # paragraph and named speaker, in order
    before = (-1, "")  # paragraph and subject of the sentence before
    for sentence, row in zip(sentences, found, strict=True):
        names = []
        opening = _subject(article.text, sentence.span, people)
        if not row and opening:
            said.append((sentence.paragraph, opening))
        for one in row:
            name = _meant(article.text, one, meant) or _speaker(
                article.text, one, full, said, before, sentence.paragraph
            )
            if one.source is not None and (name in full.values() or name == person(name)):
                said.append((sentence.paragraph, name))
            names.append(name)
        resolved.append(tuple(names))
        before = (sentence.paragraph, opening)
    return tuple(resolved)


def _meant(text: str, one: Attribution, meant: dict[Span, str]) -> str:
    """The name that a pronoun or a description as the source surely means: ``the former commissioner``."""
    name = meant.get(one.source, "") if one.source is not None else ""
    if one.source is None or not name:
        return ""
    lower = one.source.of(text).lower()
    return name if lower in PRONOUNS or lower.startswith("the ") else ""


def _speaker(
    text: str,
    one: Attribution,
    full: dict[str, str],
    said: Sequence[tuple[int, str]],
    before: tuple[int, str],
    paragraph: int,
) -> str:
    if one.source is None:
        return ""
    written = " ".join(one.source.of(text).split())
    if written.lower() in PRONOUNS:
        subject = before[1] if before[0] == paragraph and fits(written, before[1]) else ""
        return subject or _antecedent([row for row in said if fits(written, row[1])], paragraph) or written
    name = person(written)
    if not name:
        return _without_tail(written)
    return full.get(name.split()[-1], name)


def fits(pronoun: str, name: str) -> bool:
    """Whether "he" or "she" may stand for a name: not where its given name is known as the other one's."""
    other = "given_names_male" if pronoun.lower() == "she" else "given_names_female"
    return bool(name) and name.split(maxsplit=1)[0].lower() not in word_lists.words(other)


def _antecedent(said: Sequence[tuple[int, str]], paragraph: int) -> str:
    """The last named speaker of this paragraph or the one before, if there is only one."""
    near = {name for where, name in said[-MAX_BACK:] if where >= paragraph - 1}
    here = {name for where, name in said[-MAX_BACK:] if where == paragraph}
    for names in (here, near):
        if len(names) == 1:
            return next(iter(names))
    return ""


def _subject(text: str, sentence: Span, people: dict[str, str]) -> str:
    """The known person with whom a sentence without attribution begins, within its first words."""
    if text[sentence.start] in "“\"‘'«„":
        return ""  # the words of a quotation come first
    opening = tokens.words(text, sentence)[:MAX_OPENING]
    return next((people[word.text] for word in opening if word.text in people), "")


def person(source: str) -> str:
    """The person's name in a source, without titles: ``Ilse Brandt`` of ``Mayor Ilse Brandt``."""
    parts = APPOSITION.split(source)
    names = [name for part in parts if (name := _name(part))]
    return names[0] if names else ""


def _name(part: str) -> str:
    """The capitalised words that end the part, without titles; nothing for ``the Transit Authority``."""
    head = TAIL.split(part)[0]
    raw = [word.strip("“”\"'’.") for word in head.split()]
    run: list[str] = []
    for word in reversed(raw):
        if not word or not (word[0].isupper() or word.lower() in PARTICLES):
            break
        run.insert(0, word)
    leading = raw[: len(raw) - len(run)]
    titled = [i for i, word in enumerate(run[:-1]) if word.lower() in word_lists.words("titles")]
    run = run[titled[-1] + 1 :] if titled else run  # "Harrow Mayor Ilse Brandt"
    while run and (
        run[0].lower() in word_lists.words("titles") or run[0].lower() in PARTICLES - {"de", "van"}
    ):
        run.pop(0)
    if not run or run[-1].lower() in word_lists.words("titles") or run[0] in word_lists.words("starters"):
        return ""
    articled = bool(leading) and leading[-1].lower() in ("the", "a", "an", "its", "their", "our")
    acronym = len(run) == 1 and run[0].isupper() and len(run[0]) > 1
    return "" if articled or acronym else " ".join(run).removesuffix("’s").removesuffix("'s")


def _without_tail(written: str) -> str:
    """A source without a name, without its apposition: ``an official, speaking anonymously``."""
    return APPOSITION.split(written)[0]


def full_names(article: Article, sentences: Sequence[Sentence]) -> dict[str, str]:
    """Surname to the first full name that ends with it."""
    full: dict[str, str] = {}
    for sentence in sentences:
        if sentence.block not in (BlockKind.HEADLINE, BlockKind.HEADING):
            for run in capital_runs(article.text, sentence.span):
                _remember(full, run)
    return full


def _remember(full: dict[str, str], run: Sequence[tokens.Word]) -> None:
    words = [word.text for word in run]
    titles = word_lists.words("titles")
    titled = [i for i, word in enumerate(words[:-1]) if word.lower() in titles]
    words = words[titled[-1] + 1 :] if titled else words
    while words and words[0] in word_lists.words("starters"):
        words.pop(0)
    words = [word.removesuffix("’s").removesuffix("'s") for word in words]
    if 2 <= len(words) <= 4 and not any(word.isupper() and len(word) > 2 for word in words):
        full.setdefault(words[-1], " ".join(words))


def capital_runs(text: str, span: Span) -> list[list[tokens.Word]]:
    """Runs of capitalised words with nothing but spaces, initials' full stops and particles between them."""
    runs: list[list[tokens.Word]] = []
    last: tokens.Word | None = None
    for word in tokens.words(text, span):
        joined = (
            last is not None
            and text[last.end : word.start].strip(" ") in ("", ".")
            and (
                len(last.text) == 1
                or "." not in text[last.end : word.start]
                or last.lower in word_lists.words("titles")
            )
        )
        if word.capital and joined and runs and last is runs[-1][-1]:
            runs[-1].append(word)
        elif word.capital:
            runs.append([word])
        elif word.lower in PARTICLES and joined and runs and last is runs[-1][-1]:
            runs[-1].append(word)
        last = word
    return [run for run in runs if len(run) > 1]
