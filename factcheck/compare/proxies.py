"""Who stands behind it: a person's words given to that person's campaign or office.

Reads two sentences on one topic, from two articles or from one (a headline and the body), and what stands
between quotation marks in them; a headline needs no verb of saying that the split knows.

The ladder: ``proxy`` (the candidate / the candidate's campaign).

Drifts: Vos Calls Audit ‘Plain Nonsense’ / Vos's office called the audit “plain nonsense”.
Does not: Vos Calls Audit ‘Plain Nonsense’ / The audit is “plain nonsense,” said Vos.

It cannot see that both said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.compare import quoted_words
from factcheck.compare.passages import WORD, Passage, drift, either_way, root
from factcheck.compare.word_lists import words_of
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "proxies"
kind = Kind.SPEAKER
matters = frozenset({Matter.TOPIC})
ladder = ("proxy",)

MIN_PHRASE = 2  # words
MIN_RESTATED = 5  # stems that two sentences without a common quotation share
MIN_RESTATED_SCORE = 0.75
_MARKED = re.compile(r"(?<!\w)[\"“‘'](?P<said>[^\"“”‘]{5,120}?)[\"”’'](?!\w)")
_PROXY = re.compile(
    r"\b(?P<name>[A-Z][\w-]+)['’]s? (?:[a-z]+ )?"
    r"(?P<body>campaign|office|lawyers?|attorneys?|spokes(?:man|woman|person)|aides?|allies|team|camp|family)\b"
)

_BODY_OF = re.compile(
    r"\b(?:campaign|office|lawyers?|attorneys?|spokes(?:man|woman|person)|aides?|allies|team|camp|family) "
    r"(?:of|for|to) "
)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement."""
    return either_way((_proxy,), alignment)[:1]


def _same_words(ours: Passage, theirs: Passage, score: float) -> bool:
    """Whether both quote one phrase, or say nearly the same without marks."""
    if _phrases(ours) & _phrases(theirs):
        return True
    return score >= MIN_RESTATED_SCORE and ours.shared(theirs) >= MIN_RESTATED


def _phrases(passage: Passage) -> frozenset[tuple[str, ...]]:
    found = (quoted_words.normalised(match["said"]) for match in passage.found(_MARKED))
    return frozenset(words for words in found if len(words) >= MIN_PHRASE)


def _proxy(ours: Passage, theirs: Passage, score: float) -> Iterator[Judgement]:
    """ "Vos's campaign called it “plain nonsense”" / "Vos calls it “plain nonsense”"."""
    for body in ours.found(_PROXY):
        person = re.search(rf"\b{re.escape(body['name'])}\b(?!['’]s?\b)", theirs.text)
        verb = _verb(ours.text[body.end() :])
        if (
            person is None
            or theirs.first(_PROXY)
            or theirs.first(_BODY_OF)
            or not _same_words(ours, theirs, score)
        ):
            continue
        behind = _verb(theirs.text[person.end() :])
        if behind and (verb == behind or {verb, behind} <= _saying()):
            reason = f"The words are {body['name']}’s own in one source, of “{body[0]}” in the other."
            spans = ours.span(body), theirs.span(person)
            yield drift("proxy", reason, 0.65, spans, (body[0], person[0]))
            return


def _verb(text: str) -> str:
    """The root of the first word, an adverb left out."""
    words = [word for word in WORD.findall(text)[:2] if not word.endswith("ly") and word.lower() != "also"]
    return root(words[0]) if words else ""


def _saying() -> frozenset[str]:
    return frozenset(root(word) for word in words_of("proxy_verbs.txt"))
