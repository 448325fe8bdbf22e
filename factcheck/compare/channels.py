"""Where it was said: one utterance that two sources place in a speech and at a news conference.

Reads two quotations that are one utterance, and the words of their sentences that name the occasion.

The ladder: ``other channel``.

Drifts: “We will appeal,” she said in an interview. / “We will appeal,” she wrote in a letter.
Does not: “We will appeal,” she said in a statement. / “We will appeal,” she wrote in a letter.

It cannot see that somebody said the same twice.
"""

from __future__ import annotations

import re

from factcheck.compare import quoted_words
from factcheck.compare.passages import Passage, drift
from factcheck.compare.speakers import one_utterance
from factcheck.records import Alignment, Judgement, Kind, Matter, Quotation

name = "channels"
kind = Kind.ATTRIBUTION
matters = frozenset({Matter.QUOTATION})
ladder = ("other channel",)

MIN_WORDS = 6
_CHANNELS = {
    "interview": r"in an? (?:\w+ ){0,2}interview",
    "letter": r"in an? (?:\w+ ){0,2}(?:letter|email|e-mail|memo)|wrote (?:in a letter|to)",
    "news conference": r"(?:at|in|during) an? (?:\w+ ){0,3}(?:news|press) (?:conference|briefing)",
    "post": r"tweeted|(?:on|in a) (?:\w+ )?(?:Twitter|Facebook|tweet)",
    "speech": r"in an? (?:\w+ ){0,2}(?:speech|address|sermon)",
    "testimony": r"testified|in (?:\w+ )?testimony|told the (?:court|jury)",
}
_PATTERNS = {known: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for known, words in _CHANNELS.items()}


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement."""
    pairs = (
        (ours, theirs)
        for ours in quoted_words.quotations(alignment.left)
        for theirs in quoted_words.quotations(alignment.right)
    )
    if alignment.within_one_article or not any(
        _one(a.value, b.value) and one_utterance(a, b) for a, b in pairs
    ):
        return ()
    left, right = Passage(alignment.left), Passage(alignment.right)
    found = [_named(side) for side in (left, right)]
    if len(found[0]) != 1 or len(found[1]) != 1 or found[0].keys() == found[1].keys():
        return ()
    (ours, here), (theirs, there) = (next(iter(side.items())) for side in found)
    reason = f"One source has it from a {ours}, the other from a {theirs}."
    return (drift("other channel", reason, 0.6, (left.span(here), right.span(there)), (ours, theirs)),)


def _one(ours: Quotation, theirs: Quotation) -> bool:
    return min(len(side.words.split()) for side in (ours, theirs)) >= MIN_WORDS


def _named(passage: Passage) -> dict[str, re.Match[str]]:
    found = ((known, passage.first(pattern)) for known, pattern in _PATTERNS.items())
    return {known: match for known, match in found if match is not None}
