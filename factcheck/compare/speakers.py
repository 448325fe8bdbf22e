"""Who said it: compares the speakers to whom two sources give one utterance.

Reads the quotations of both claims and their speakers, and the attribution of both claims where neither
quotes. Two quotations are one utterance when their words run together (at least four words); two indirect
claims are one when they say the same in nearly the same words.

The ladder: ``same`` (one name), ``less specific`` (a name against an office, an agency or a pronoun),
``lost`` (a named speaker's words given to a group), ``proxy`` (a person against that person's campaign or
lawyers), ``other body`` (two authorities), ``other speaker``.

Contradicts: “Budgets are tight,” said treasurer Ada Vos. / “Budgets are tight,” said mayor Jon Lind.
Does not: “Budgets are tight,” said Ada Vos. / “Budgets are tight,” the treasurer said.
Does not: The union says 400 walked out. / The company says 250 did. Two speakers, two statements.

It cannot see that two people used the same words, nor that a name and an office are two persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache

from factcheck.compare import quoted_words
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import (
    Alignment,
    Claim,
    Fact,
    Judgement,
    Kind,
    Matter,
    Polarity,
    Quotation,
    Relation,
    Span,
)

name = "speakers"
kind = Kind.SPEAKER
matters = frozenset({Matter.CLAIM, Matter.QUOTATION})
ladder = ("same", "less specific", "lost", "proxy", "other body", "other speaker")

PROXY = re.compile(
    r"(?P<name>[^\W\d_]+)['’]s? (?:\w+ )?(?:allies|campaign|family|lawyers?|attorneys?|party|supporters|team)"
)
PROXY_OF = re.compile(
    r"\b(?:allies|campaign|family|lawyers?|attorneys?|party|supporters|team|office|spokes(?:man|woman|person))"
    r" (?:of|for) "
)
PRONOUNS = frozenset({"he", "it", "she", "they", "who"})
AUTHORITIES = frozenset({"army", "court", "government", "municipality", "police", "prosecution", "rescue"})
INNER_MARKS = "‘'“\""
MARKED = 15  # letters after a mark by which a quotation is known again
PARTICLES = frozenset({"al", "bin", "da", "de", "der", "la", "of", "van", "von"})
MAX_CROWD_WORDS = 3
MIN_CONTENT = 4  # content words that two indirect claims share, unless a number is among them
MIN_OVERLAP = 0.8  # of the content words of the longer claim
MIN_OVERLAP_OF_FIGURES = 0.7  # the same where a number is among them
MIN_EXACT_WORDS = 5  # words of two statements that are the same to the letter
MIN_RESTATED_SCORE = 0.85  # of the alignment of two statements in other words

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
        self.written = _written(claim)  # "the union" where the speaker is known as "Cabin United"
        self.frame = _frame(claim)
        self.voices = claim.voices

    @property
    def sides(self) -> frozenset[str]:
        words = f"{self.speaker} {self.written}".lower().replace("’", "'").split()
        return frozenset(_groups()[word.strip(",.")] for word in words if word.strip(",.") in _groups())

    @property
    def is_named(self) -> bool:
        """Whether the sentence names the speaker, or its pronoun can mean nobody else who speaks near."""
        written = self.written.lower()
        described = self.source is Source.PERSON and written.startswith(("the ", "a ", "an "))
        if written in PRONOUNS:
            return {v for v in self.voices if source_of(v) is Source.PERSON} <= {self.speaker}
        return not described or self.speaker.split()[-1].lower() in written

    def may_be(self, other: _Passage) -> bool:
        """Whether the other speaker is named with this one, or may be whom this one's pronoun means."""
        names = [word for word in other.speaker.split() if word[0].isupper() and word not in ("The", "A")]
        if names and names[-1] in self.frame and names[-1] not in self.speaker.split():
            return True
        pronoun = self.written.lower() in PRONOUNS
        return pronoun and any(
            compatible(other.speaker, v) for v in self.voices if source_of(v) is Source.PERSON
        )


def _frame(claim: Claim) -> str:
    """The claim's sentence without what is said."""
    content = claim.attribution.content if claim.attribution else ()
    start, text = claim.sentence.start, claim.sentence_text
    inside = {k for span in content for k in range(span.start - start, span.end - start)}
    return "".join(character for k, character in enumerate(text) if k not in inside)


def _written(claim: Claim) -> str:
    """The source as it stands in the claim's sentence."""
    source = claim.attribution.source if claim.attribution else None
    if source is None or not claim.sentence.contains(source):
        return ""
    start = claim.sentence.start
    return claim.sentence_text[source.start - start : source.end - start]


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
    if _same_statement(alignment.left, alignment.right, alignment.score):
        yield _indirect(alignment.left), _indirect(alignment.right)
    elif alignment.score >= MIN_PHRASE_SCORE:
        yield from _phrases(alignment)


def _phrases(alignment: Alignment) -> Iterator[tuple[_Passage, _Passage]]:
    """A short phrase that both quote to the letter, where a name stands on one side, a crowd on the other."""
    for ours in quoted_words.quotations(alignment.left):
        for theirs in quoted_words.quotations(alignment.right):
            passages = _quoted(alignment.left, ours), _quoted(alignment.right, theirs)
            known = {passage.source for passage in passages}
            telling = known == {Source.CROWD, Source.PERSON} or _by_proxy(*passages)
            if telling and _same_phrase(ours.value.words, theirs.value.words):
                yield passages


def _same_phrase(ours: str, theirs: str) -> bool:
    words = quoted_words.normalised(ours)
    return len(words) >= 2 and words == quoted_words.normalised(theirs)


def one_utterance(left: Fact[Quotation], right: Fact[Quotation]) -> bool:
    """Whether two quotations of at least four words are one utterance by their words."""
    comparison = quoted_words.compared(left.value.words, right.value.words)
    return comparison.repeated and not _quoted_within(left.value.words, right.value.words)


def _quoted_within(ours: str, theirs: str) -> bool:
    """Whether one speaker quotes the other: “It was not ‘a war of his’” beside “a war of his”."""
    sides = ours.lower().strip(" .,"), theirs.lower().strip(" .,")
    shorter, longer = sorted(sides, key=lambda words: (len(words), words))
    return any(mark + shorter[:MARKED] in longer for mark in INNER_MARKS)


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


def _same_statement(left: Claim, right: Claim, score: float) -> bool:
    """Two indirect claims that say the same: nearly all content words are shared, and enough of them."""
    if left.attribution is None or right.attribution is None:
        return False
    told = [quoted_words.normalised(said(claim)) for claim in (left, right)]
    words = [quoted_words.content(side) for side in told]
    shared = words[0] & words[1]
    numbers = [{word for word in part if word[0].isdigit()} for part in words]
    negations = [_negations(said(claim)) for claim in (left, right)]
    if numbers[0] != numbers[1] or negations[0] != negations[1] or not all(words):
        return False
    if _denies(left) != _denies(right):
        return False
    letter = told[0] == told[1] and len(told[0]) >= MIN_EXACT_WORDS
    if len(shared) >= 2 and (letter or (words[0] == words[1] and bool(numbers[0]))):
        return True
    least, overlap = (MIN_CONTENT - 1, MIN_OVERLAP_OF_FIGURES) if numbers[0] else (MIN_CONTENT, MIN_OVERLAP)
    if len(shared) >= least and len(shared) >= overlap * max(map(len, words)):
        return True
    return (
        score >= MIN_RESTATED_SCORE and len(shared) >= least - 1 and 2 * len(shared) >= max(map(len, words))
    )


def said(claim: Claim) -> str:
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


def _denies(claim: Claim) -> bool:
    """Whether the saying is a denial: "Lind denied that the airline paid"."""
    return any(isinstance(fact.value, Polarity) and fact.value.negated for fact in claim.facts)


def _negations(text: str) -> int:
    return sum(word in words_of("quote_negations.txt") for word in quoted_words.normalised(text)) % 2


def _judged(left: _Passage, right: _Passage) -> Judgement | None:
    sources = sorted((left.source, right.source))
    if _by_proxy(left, right) and left.quoted and right.quoted:
        return _judgement(left, right, Relation.DRIFT, "proxy")
    if left.may_be(right) or right.may_be(left):
        return None
    if compatible(left.speaker, right.speaker):
        return _opposed(left, right)
    if sources[0] is sources[1] and sources[0] >= Source.GROUP:
        if left.sides | right.sides <= AUTHORITIES and left.sides and right.sides and not left.quoted:
            return _judgement(left, right, Relation.DRIFT, "other body")
        if not (left.is_named and right.is_named):
            # whom "he" or "the expert of the firm" means is read wrongly in four cases of ten
            return _judgement(left, right, Relation.DRIFT, "other speaker")
        return _judgement(left, right, Relation.CONTRADICTION, "other speaker")
    if sources == [Source.CROWD, Source.PERSON] and left.quoted and right.quoted:
        return _judgement(left, right, Relation.DRIFT, "lost")
    return None


def _opposed(left: _Passage, right: _Passage) -> Judgement | None:
    """Speakers whose names tell nothing apart, but who stand for two sides: a union, a ministry."""
    ours, theirs = left.sides, right.sides
    if not ours or not theirs or ours & theirs or Source.VAGUE in (left.source, right.source):
        return None
    if ours | theirs <= AUTHORITIES:
        return _judgement(left, right, Relation.DRIFT, "other body")
    return _judgement(left, right, Relation.CONTRADICTION, "other speaker")


def _by_proxy(left: _Passage, right: _Passage) -> bool:
    """``Vos`` on one side, ``Vos's campaign`` on the other."""
    for person, body in ((left, right), (right, left)):
        found = PROXY.search(body.written) or PROXY.search(body.speaker)
        surname = person.speaker.rsplit(maxsplit=1)[-1:] or [""]
        behind = PROXY.search(person.written) or PROXY_OF.search(f"{person.written} {person.frame}")
        if found and found["name"] == surname[0] and not behind:
            return True
    return False


def _judgement(left: _Passage, right: _Passage, relation: Relation, level: str) -> Judgement:
    what = "the same words" if left.quoted and right.quoted else "the same statement"
    reason = f"One source gives {what} to {left.speaker}, the other to {right.speaker}."
    named = left.source is Source.PERSON and right.source is Source.PERSON
    # measured on labelled rewrites: two thirds right, even where both are named
    confidence = (0.75 if named else 0.7) if left.quoted and right.quoted else 0.65
    if relation is Relation.DRIFT:
        confidence = 0.6
    return Judgement(
        relation, level, reason, confidence, left.evidence, right.evidence, left.speaker, right.speaker
    )


# ---------------------------------------------------------------------------- names of speakers


@cache
def _groups() -> dict[str, str]:
    """The head noun of a group to the side that it stands for."""
    return table_of("speaker_groups.csv")


def source_of(speaker: str) -> Source:
    """How well the words of an attribution's speaker name somebody."""
    words = speaker.split()
    if words and words[-1].lower().rpartition(".")[2] in words_of("speaker_media.txt"):
        return Source.VAGUE  # it passes on what somebody said
    if not words or words[0].lower() in ("a", "an", "one", "he", "she", "it", "they", "who", "i", "we"):
        return Source.VAGUE
    if words[0] in ("The", "the", "its", "their") or (len(words) == 1 and speaker.isupper()):
        inner = words[1:] or words
        if any(word[0].isupper() for word in inner):
            return Source.ORGANISATION if inner[-1][0].isupper() else Source.VAGUE
        return Source.GROUP if inner[-1].lower() in _groups() and words[0].lower() == "the" else Source.VAGUE
    if words[-1].lower() in words_of("quote_crowds.txt") and len(words) <= MAX_CROWD_WORDS:
        return Source.CROWD
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
    whole = ["".join(words).lower() for words in (ours, theirs)]
    return any(
        len(one) >= 2 and other.endswith(one) for one, other in zip(whole, initials[::-1], strict=True)
    )


def _head(speaker: str) -> str:
    return speaker.rsplit(maxsplit=1)[-1].lower()
