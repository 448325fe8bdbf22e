"""The names of an article come in, those of one bearer come out together: surnames, acronyms, short forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from factcheck.split.mentions import Form, Mention, given_gender, organisation_heads

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SMALL = frozenset({"of", "the", "for", "and", "in", "on", "&", "de", "la", "at"})
BRACKETED = re.compile(r"\s?\((?:the\s|or\s)?[“\"]?(?P<short>[A-Z][\w.&-]{1,11})[”\"]?[,;)]")
MAX_WORDS = 8
OPENING = 2  # sentences after the first, within which an article names whom it is about


@dataclass(eq=False)
class Referent:
    """Somebody or something that the article speaks of, with its mentions so far, in order."""

    label: str
    gender: str = ""
    plural: bool = False
    names: list[Mention] = field(default_factory=list)  # every one of the article, read ahead or not
    nouns: set[str] = field(default_factory=set)  # what it has been called so far
    described: set[str] = field(default_factory=set)  # what narrowed those nouns
    mentions: list[Mention] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)  # its names and acronyms in lower case
    said: set[str] = field(default_factory=set)  # pronouns that have stood for it

    @property
    def person(self) -> bool:
        return self.label == "PERSON"


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name without article and the likes of "Jr."."""
    parts = tuple(part for part in name.split() if part.strip(",.").lower() not in SUFFIXES)
    return parts[1:] if len(parts) > 1 and parts[0].lower() == "the" else parts


def joined(text: str, mentions: Iterable[Mention]) -> dict[Mention, Referent]:
    """The bearer of every name. Where two bearers fit a short name, it gets a bearer of its own."""
    names = [mention for mention in mentions if mention.form is Form.NAME]
    made: list[Referent] = []
    bearer: dict[Mention, Referent] = {}
    usual = _usual_labels(names)
    # Long names first, so that a headline's surname finds the full name further down
    for mention in sorted(names, key=lambda one: (-min(2, len(words(one.text))), one.headline, one.span)):
        found = _bearer(mention, usual[mention.text], made)
        if found is None:
            found = Referent(mention.label, mention.gender)
            found.aliases.update(_bracketed(text, mention))
            made.append(found)
        _add(found, mention)
        bearer[mention] = found
    for referent in made:
        referent.names.sort(key=lambda one: one.span)
        _settle(referent)
    return bearer


def _usual_labels(names: Sequence[Mention]) -> dict[str, str]:
    """The label that each wording has most often in the article; a person where two are as frequent."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        counted[name.text][name.label] += bool(name.label)
    return {
        text: max(sorted(labels), key=lambda one: (labels[one], one == "PERSON", bool(one)))
        if any(labels.values())
        else ""
        for text, labels in sorted(counted.items())
    }


def _add(referent: Referent, mention: Mention) -> None:
    referent.names.append(mention)
    referent.aliases.add(" ".join(words(mention.text)).lower())
    referent.gender = referent.gender or mention.gender
    if mention.label == "PERSON" and not referent.label:
        referent.label = "PERSON"


def _settle(referent: Referent) -> None:
    """The label that most of the names have; a gender only where the names do not quarrel."""
    labels = [name.label for name in referent.names if name.label]
    if labels:
        referent.label = max(sorted(set(labels)), key=lambda one: (labels.count(one), one == "PERSON"))
    titled = {name.gender for name in referent.names if name.gender}
    referent.gender = next(iter(titled)) if len(titled) == 1 else ""


def _bearer(mention: Mention, label: str, made: Sequence[Referent]) -> Referent | None:
    own = words(mention.text)
    if not own:
        return None
    usual = mention if mention.label == label else replace(mention, label=label)
    for test in (_same, _same_person, _short_for):
        fitting = [one for one in made if test(own, usual, one)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return _head_of_family(own, fitting) if test is _same_person else None
    return None


def _head_of_family(own: Sequence[str], fitting: Sequence[Referent]) -> Referent | None:
    """A bare surname of several bearers means the one with whom the article begins, before the others."""
    first, second, *_ = sorted((min(name.sentence for name in one.names), i) for i, one in enumerate(fitting))
    one = fitting[first[1]]
    surname = len(own) == 1 and all(own[0] == words(name.text)[-1] for name in one.names)
    return one if surname and first[0] <= OPENING and first[0] < second[0] else None


def _same(own: Sequence[str], mention: Mention, referent: Referent) -> bool:
    return " ".join(own).lower() in referent.aliases


def _same_person(own: Sequence[str], mention: Mention, referent: Referent) -> bool:
    """``Ada Vos`` and ``Ada M. Vos``; ``Vos`` and ``Ada Vos``; ``Ada`` and ``Ada Vos``."""
    if mention.label not in ("PERSON", "") or not referent.person:
        return False
    if mention.gender and referent.gender and mention.gender != referent.gender:
        return False
    for name in referent.names:
        full = words(name.text)
        if len(full) < 2 or full[-1].lower() in organisation_heads():
            continue
        if len(own) == 1 and (own[0] == full[-1] or (own[0] == full[0] and bool(given_gender(own[0])))):
            return True
        if len(own) > 1 and own[-1] == full[-1] and own[0] == full[0]:
            return True
        if len(own) > 1 and len(full) > len(own) and full[-len(own) :] == tuple(own):
            return True
    return False


def _short_for(own: Sequence[str], mention: Mention, referent: Referent) -> bool:
    """An acronym or the first words of an organisation's name."""
    if mention.label == "PERSON" or referent.label == "PERSON":
        return False
    for name in referent.names:
        full = words(name.text)
        if len(own) == 1 and own[0].replace(".", "") in initials(full):
            return True
        whole = own[-1].lower() in organisation_heads() or own[-1].isupper()  # "Senate", "BBC"
        longer = referent.label == "ORG" and mention.label != "LOC" and len(full) > len(own) and not whole
        if longer and full[: len(own)] == tuple(own) and full[-1].lower() in organisation_heads():
            return True
    return False


def initials(full: Sequence[str]) -> tuple[str, ...]:
    """With and without the small words; none for names of fewer than three words."""
    if len(full) < 3 or len(full) > MAX_WORDS:
        return ()
    every = "".join(word[0].upper() for word in full)
    great = "".join(word[0] for word in full if word.lower() not in SMALL)
    return tuple(one for one in (every, great) if len(one) >= 2)


def _bracketed(text: str, mention: Mention) -> Iterable[str]:
    """``SSA`` after ``Social Security Administration``, where its letters are found in the name in order."""
    match = BRACKETED.match(text, mention.span.end, mention.span.end + 20)
    own = words(mention.text)
    if match is None or not own:
        return
    short = match["short"].rstrip(".")
    rest = iter(" ".join(own).lower())
    if (
        short[0] == own[0][:1]
        and sum(c.isupper() for c in short) >= 2
        and all(c in rest for c in short.lower() if c.isalpha())
    ):
        yield short.lower()
