"""Whose word it is: finds what one source gives as somebody's word and the other states as a plain fact.

Reads the attribution of both claims, the verb of saying, and who speaks around the claim that has none. Lost
is only what matters: a charge, an opinion, a forecast or an estimate ("accuses", "believes", "expects"), the
word of a party ("the lawsuit says", "critics say"), or a judgement, a cause or a prediction in what is said;
a plain report only where the other side repeats it nearly word for word.

The ladder: ``kept``, ``told nearby`` (the same speaker is quoted just before), ``hedged`` (all silent),
``lost``.

Drifts: Prosecutors allege that the clerk took bribes. / The clerk took bribes.
Does not: Police said a man was arrested. / A man was taken into custody.
Does not: The clerk took bribes, prosecutors say. They add that he hid them. / … He hid them.

It cannot see that the article says elsewhere, on its own account, what it attributes here.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.compare import quoted_words
from factcheck.compare.speakers import compatible, said
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import (
    Alignment,
    BlockKind,
    Claim,
    Hedge,
    Judgement,
    Kind,
    Matter,
    Quotation,
    Relation,
    Span,
)

name = "attributions"
kind = Kind.ATTRIBUTION
matters = frozenset({Matter.CLAIM, Matter.QUOTATION})
ladder = ("kept", "told nearby", "hedged", "lost")

MIN_CONTENT = 3  # content words of what is said
MIN_PLAIN_CONTENT = 5  # the same for a plain report
MIN_SHARE = 0.7  # of them, in the claim that states it
MIN_PLAIN_SHARE = 0.85
MIN_REPRINTED_WORDS = 10
MIN_SCORE = 0.7  # of the alignment
MIN_PLAIN_SCORE = 0.85
SUMMARIES = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.KEY_FACT})


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement: the side with an attribution says who, the other has nobody."""
    left, right = alignment.left, alignment.right
    if alignment.within_one_article or _is_told(left) == _is_told(right):
        return ()
    told, plain = (left, right) if _is_told(left) else (right, left)
    confidence = _lost(told, plain, alignment.score)
    if not confidence:
        return ()
    speaker = told.attribution.speaker if told.attribution else ""
    reason = f"One source gives this as the word of {speaker or 'somebody'}, the other as a plain fact."
    values = (speaker or "attributed", "no attribution")
    spans = _evidence(told), plain.spans[0]
    if told is right:
        values, spans = values[::-1], spans[::-1]
    return (Judgement(Relation.DRIFT, "lost", reason, confidence, *spans, *values),)


def _is_told(claim: Claim) -> bool:
    """Whether it is somebody's word: by a verb of saying, or wholly inside quotation marks."""
    quoted = [fact.span for fact in claim.facts if isinstance(fact.value, Quotation)]
    return claim.attribution is not None or any(
        all(span.contains(part) for part in claim.spans) for span in quoted
    )


def _evidence(told: Claim) -> Span:
    source = told.attribution.source if told.attribution else None
    return source if source is not None and told.sentence.contains(source) else told.spans[0]


def _lost(told: Claim, plain: Claim, score: float) -> float:
    """How sure it is that a word of somebody's became a fact; 0 where it did not."""
    if plain.block in SUMMARIES or told.block in SUMMARIES or score < MIN_SCORE or _reserved(told, plain):
        return 0.0
    if any(
        isinstance(fact.value, Quotation) and _reprinted(fact.text, plain.sentence_text)
        for fact in told.facts
    ):
        return 0.0
    words = [quoted_words.content(quoted_words.normalised(text)) for text in (said(told), plain.text)]
    least = min(map(len, words))
    share = len(words[0] & words[1]) / max(least, 1)
    manner = _manner(told)
    if manner is None or least < MIN_CONTENT or share < MIN_SHARE:
        return 0.0
    if manner != "say" or _by_a_party(told):
        return 0.7
    if _weighty(said(told)) and _weighty(plain.text):
        return 0.65
    near = share >= MIN_PLAIN_SHARE and score >= MIN_PLAIN_SCORE and least >= MIN_PLAIN_CONTENT
    return 0.5 if near else 0.0


def _reprinted(quoted: str, plain: str) -> bool:
    """Whether the plain side prints a long quotation word by word: a letter set off without marks."""
    words = quoted_words.normalised(plain)
    return len(words) >= MIN_REPRINTED_WORDS and " ".join(words) in " ".join(quoted_words.normalised(quoted))


def _reserved(told: Claim, plain: Claim) -> bool:
    """Whether the plain side leaves it open: by a hedge, a question, a quotation, or a speaker nearby."""
    hedged = any(isinstance(fact.value, Hedge | Quotation) for fact in plain.facts)
    asked = plain.sentence_text.rstrip("”\"'’ ").endswith("?")
    speaker = told.attribution.speaker if told.attribution else ""
    named = any(
        word in plain.sentence_text for word in speaker.split() if word[0].isupper() and word != "The"
    )
    return hedged or asked or named or any(compatible(speaker, voice) for voice in plain.voices)


def _manner(told: Claim) -> str | None:
    """The class of the verb of saying; None for one that makes a fact by being said: "ruled", "announced"."""
    cue = told.attribution.cue if told.attribution else None
    if cue is None or not told.sentence.contains(cue):
        return "say"
    start = told.sentence.start
    words = told.sentence_text[cue.start - start : cue.end - start].lower().split()
    classes = table_of("attribution_cues.csv")
    known = [classes[word] for word in words if word in classes]
    return _embedded(told) or known[-1] if known else None


def _embedded(told: Claim) -> str:
    """What is said may itself be somebody's claim: "the paper reported that an insider claimed that …"."""
    classes, words = table_of("attribution_cues.csv"), said(told).lower().split()
    found = [classes.get(word, "say") for word, after in pairwise(words) if after == "that"]
    return next((manner for manner in found if manner != "say"), "")


def _by_a_party(told: Claim) -> bool:
    speaker = told.attribution.speaker if told.attribution else ""
    return any(word.lower() in words_of("attribution_parties.txt") for word in speaker.split())


def _weighty(text: str) -> bool:
    """Whether a judgement, a cause, a duty or a prediction is in the words."""
    words = quoted_words.normalised(text)
    return any(word in words_of("attribution_matters.txt") for word in words)
