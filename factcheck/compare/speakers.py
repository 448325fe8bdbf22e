"""Who said it: compares the speakers to whom two sources give one utterance.

Reads the quotations of both claims and their speakers, and the attribution of both claims where neither
quotes. Two quotations are one utterance when their words run together (at least four words); two indirect
claims are one when they say the same in nearly the same words.

The ladder: ``same`` (one name), ``less specific`` (a name against an office, an agency or a pronoun),
``lost`` (a named speaker's words given to a group), ``other speaker``.

Contradicts: “Budgets are tight,” said treasurer Ada Vos. / “Budgets are tight,” said mayor Jon Lind.
Does not: “Budgets are tight,” said Ada Vos. / “Budgets are tight,” the treasurer said.
Does not: The union says 400 walked out. / The company says 250 did. Two speakers, two statements.

It cannot see that two people used the same words, nor that a name and an office are two persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from factcheck.compare import quoted_words
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import Alignment, Claim, Fact, Judgement, Kind, Matter, Quotation, Relation, Span

name = "speakers"
kind = Kind.SPEAKER
matters = frozenset({Matter.CLAIM, Matter.QUOTATION})
ladder = ("same", "less specific", "lost", "other speaker")

PARTICLES = frozenset({"al", "bin", "da", "de", "der", "la", "of", "van", "von"})
MAX_CROWD_WORDS = 3
MIN_CONTENT = 4  # content words that two indirect claims share, unless a number is among them
MIN_OVERLAP = 0.8  # of the content words of the shorter claim

MIN_PHRASE_SCORE = 0.6  # of the alignment: two words alone are anybody's


class Source(IntEnum):
    """How well a speaker is known."""

    VAGUE = 0  # "an official", "he", nobody
    CROWD = 1  # "critics", "experts"
    GROUP = 2  # "the union", "police"
    ORGANISATION = 3  # "the Transit Authority"
    PERSON = 4


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement: the strongest of all pairs of passages that are one utterance."""
    found = [
        judgement for left, right in _pairs(alignment) if (judgement := _judged(left, right)) is not None
    ]
    found.sort(key=lambda one: (ladder.index(one.level) * -1, -one.confidence, one.left, one.right))
    return tuple(found[:1])


class _Passage:
    """One saying: its speaker, what is said, and the evidence."""

    def __init__(self, claim: Claim, speaker: str, inside: Span, text: str, quoted: bool) -> None:
        self.speaker, self.text, self.quoted = speaker, text, quoted
        self.evidence = _evidence(claim, inside)
        self.source = source_of(speaker)


def _pairs(alignment: Alignment) -> Iterator[tuple[_Passage, _Passage]]:
    quotes = [
        (ours, theirs)
        for ours in quoted_words.quotations(alignment.left)
        for theirs in quoted_words.quotations(alignment.right)
        if one_utterance(ours, theirs)
    ]
    for ours, theirs in quotes:
        yield _quoted(alignment.left, ours), _quoted(alignment.right, theirs)
    if quotes or alignment.matter is not Matter.CLAIM:
        return
    if _same_statement(alignment.left, alignment.right):
        yield _indirect(alignment.left), _indirect(alignment.right)
    elif alignment.score >= MIN_PHRASE_SCORE:
        yield from _phrases(alignment)


def _phrases(alignment: Alignment) -> Iterator[tuple[_Passage, _Passage]]:
    """A short phrase that both quote to the letter, where a name stands on one side, a crowd on the other."""
    for ours in quoted_words.quotations(alignment.left):
        for theirs in quoted_words.quotations(alignment.right):
            passages = _quoted(alignment.left, ours), _quoted(alignment.right, theirs)
            known = {passage.source for passage in passages}
            if known == {Source.CROWD, Source.PERSON} and _same_phrase(ours.value.words, theirs.value.words):
                yield passages


def _same_phrase(ours: str, theirs: str) -> bool:
    words = quoted_words.normalised(ours)
    return len(words) >= 2 and words == quoted_words.normalised(theirs)


def one_utterance(left: Fact[Quotation], right: Fact[Quotation]) -> bool:
    """Whether two quotations of at least four words are one utterance by their words."""
    comparison = quoted_words.compared(left.value.words, right.value.words)
    return comparison.repeated


def _quoted(claim: Claim, fact: Fact[Quotation]) -> _Passage:
    speaker = fact.value.speaker or (claim.attribution.speaker if claim.attribution else "")
    return _Passage(claim, speaker, fact.span, fact.text, True)


def _indirect(claim: Claim) -> _Passage:
    speaker = claim.attribution.speaker if claim.attribution else ""
    return _Passage(claim, speaker, claim.spans[0], claim.text, False)


def _evidence(claim: Claim, fallback: Span) -> Span:
    """The source where it stands in the sentence, else what was said."""
    source = claim.attribution.source if claim.attribution else None
    return source if source is not None and claim.sentence.contains(source) else fallback


def _same_statement(left: Claim, right: Claim) -> bool:
    """Two indirect claims that say the same: nearly all content words are shared, and enough of them."""
    if left.attribution is None or right.attribution is None:
        return False
    words = [quoted_words.content(quoted_words.normalised(_said(claim))) for claim in (left, right)]
    shared = words[0] & words[1]
    numbers = [{word for word in part if word[0].isdigit()} for part in words]
    negations = [_negations(_said(claim)) for claim in (left, right)]
    if numbers[0] != numbers[1] or negations[0] != negations[1] or not all(words):
        return False
    exact = words[0] == words[1] and bool(numbers[0]) and len(shared) >= 2
    enough = len(shared) >= (MIN_CONTENT - 1 if numbers[0] else MIN_CONTENT)
    return exact or (enough and len(shared) >= MIN_OVERLAP * max(map(len, words)))


def _said(claim: Claim) -> str:
    """What of the claim is said, without the source and the cue that it may hold."""
    content = claim.attribution.content if claim.attribution else ()
    parts = [
        Span(max(span.start, piece.start), min(span.end, piece.end))
        for span in claim.spans
        for piece in content
    ]
    start = claim.sentence.start
    inside = [part for part in parts if part.start < part.end and claim.sentence.contains(part)]
    words = [claim.sentence_text[part.start - start : part.end - start] for part in inside]
    return " ".join(words) or claim.text


def _negations(text: str) -> int:
    return sum(word in words_of("quote_negations.txt") for word in quoted_words.normalised(text)) % 2


def _judged(left: _Passage, right: _Passage) -> Judgement | None:
    sources = sorted((left.source, right.source))
    if compatible(left.speaker, right.speaker):
        return None
    if sources[0] is sources[1] and sources[0] >= Source.GROUP:
        return _judgement(left, right, Relation.CONTRADICTION, "other speaker")
    if sources == [Source.CROWD, Source.PERSON] and left.quoted and right.quoted:
        return _judgement(left, right, Relation.DRIFT, "lost")
    return None


def _judgement(left: _Passage, right: _Passage, relation: Relation, level: str) -> Judgement:
    what = "the same words" if left.quoted and right.quoted else "the same statement"
    reason = f"One source gives {what} to {left.speaker}, the other to {right.speaker}."
    named = left.source is Source.PERSON and right.source is Source.PERSON
    confidence = (0.95 if named else 0.8) if left.quoted and right.quoted else 0.7
    return Judgement(
        relation, level, reason, confidence, left.evidence, right.evidence, left.speaker, right.speaker
    )


# ---------------------------------------------------------------------------- names of speakers


def _groups() -> dict[str, str]:
    """The head noun of a group to the side that it stands for."""
    return table_of("speaker_groups.csv")


def source_of(speaker: str) -> Source:
    """How well the words of an attribution's speaker name somebody."""
    words = speaker.split()
    if not words or words[0].lower() in ("a", "an", "one", "he", "she", "it", "they", "who", "i", "we"):
        return Source.VAGUE
    if words[0] in ("The", "the", "its", "their") or (len(words) == 1 and speaker.isupper()):
        inner = words[1:] or words
        if any(word[0].isupper() for word in inner):
            return Source.ORGANISATION if inner[-1][0].isupper() else Source.VAGUE
        return Source.GROUP if inner[-1].lower() in _groups() and words[0].lower() == "the" else Source.VAGUE
    capital = all(word[0].isupper() or word.lower() in PARTICLES for word in words)
    if capital and (len(words) > 1 or speaker.lower() not in {*_groups(), *words_of("quote_crowds.txt")}):
        return Source.PERSON
    head = words[-1].lower()
    if head in words_of("quote_crowds.txt") and len(words) <= MAX_CROWD_WORDS:
        return Source.CROWD
    return Source.GROUP if len(words) == 1 and head in _groups() else Source.VAGUE


def compatible(left: str, right: str) -> bool:
    """Whether two speakers may be one: a shared name, an acronym, groups of one side, or too little known."""
    ours, theirs = source_of(left), source_of(right)
    if Source.VAGUE in (ours, theirs):
        return True
    if ours is theirs is Source.PERSON:
        return _one_person(left, right)
    if ours is theirs is Source.ORGANISATION:
        return _one_organisation(left, right)
    if ours is theirs is Source.GROUP:
        return _groups().get(_head(left)) == _groups().get(_head(right))
    return {ours, theirs} != {Source.CROWD, Source.PERSON}


def _one_person(left: str, right: str) -> bool:
    """``Vos`` and ``Ada Vos``, ``J. Vos`` and ``Jon Vos``; not ``Ada Vos`` and ``Jon Vos``."""
    ours, theirs = (speaker.lower().replace(".", "").split() for speaker in (left, right))
    if {*ours} <= {*theirs} or {*theirs} <= {*ours}:
        return True
    if ours[-1] != theirs[-1]:
        return bool({*ours} & {*theirs}) and min(len(ours), len(theirs)) == 1
    if min(len(ours), len(theirs)) == 1:
        return True
    return ours[0].startswith(theirs[0][:1]) and (
        ours[0] == theirs[0] or 1 in (len(ours[0]), len(theirs[0])) or ours[0][:3] == theirs[0][:3]
    )


def _one_organisation(left: str, right: str) -> bool:
    """Shared capitalised words, or initials that match: ``the Transit Authority`` and ``the TA``."""
    ours, theirs = (
        [word for word in speaker.split() if word[0].isupper() and word != "The"] for speaker in (left, right)
    )
    if {word.lower() for word in ours} & {word.lower() for word in theirs}:
        return True
    initials = ["".join(word[0] for word in words).lower() for words in (ours, theirs)]
    return "".join(ours).lower() == initials[1] or "".join(theirs).lower() == initials[0]


def _head(speaker: str) -> str:
    return speaker.rsplit(maxsplit=1)[-1].lower()
