"""Forces: the same is said more firmly: advice became an order, a chance a certainty, a condition is gone.

Reads the HEDGE and POLARITY facts and the modal and directing words of two claims that share most of their
words, whatever their verbs.

Ladder: ``certainty`` ("may" / "will"), ``order`` ("recommended" / "forbade"), ``condition`` ("if signed" is
gone), ``open`` ("whether it leaks" / "it leaks"), ``choice`` ("at their option" / "all"), ``evidence`` ("no
evidence that it leaks" / "it leaks"), ``ruled out`` ("ruled out" / "is considering").

Contradicts: "The city ruled out a tunnel." / "The city is considering a tunnel."
Drifts: "The city asked residents to save water." / "The city ordered residents to save water."
Does not: "The city asked residents to save water." / "The city urged residents to save water."

It cannot see: a force that only the context tells. It says nothing where the claims share too few words, name
different times, people or places, or are said by different sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property

from factcheck.compare.clauses import (
    Word,
    content,
    different_speakers,
    different_times,
    facts_of,
    kin,
    published_apart,
    stem,
    words,
    words_in,
)
from factcheck.compare.word_lists import lines_of, table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    Hedge,
    Judgement,
    Kind,
    Matter,
    Name,
    Polarity,
    Relation,
    Span,
)

name = "forces"
kind = Kind.HEDGE
matters = frozenset({Matter.CLAIM})
ladder = ("certainty", "order", "condition", "open", "choice", "evidence", "ruled out")

_MIN_OVERLAP = 0.6
_MIN_SAME = 0.75  # where the rule rests on a single small word
_MIN_SHARED = 3
_CERTAIN = frozenset({"shall", "will", "'ll"})
_DENIALS = frozenset({"never", "no", "not", "n't", "without"})
_OPEN = frozenset({"future"})
_PLANS = frozenset(
    {
        "aim to",
        "intend to",
        "plan to",
        "pledge to",
        "promise to",
        "vow to",
        "expect",
        "expect to",
        "expected to",
    }
)
_NAMED = frozenset({Kind.NAME, Kind.PLACE})
_BARRING = re.compile(r"(?:^|[,;]\s+)(?:barring|subject to|should \w+ \w+(?: \w+)?,)", re.IGNORECASE)
_EVERYBODY = frozenset({"all", "each", "every", "everybody", "everyone", "must"})
_WEIGHING = frozenset({"consider", "explor", "studi", "study", "weigh", "mull"})


class _Side:
    """One claim with its words and its cues."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.words: tuple[Word, ...] = words(claim)
        self.text = " ".join(word.lower for word in self.words).replace("n't", " not")

    @cached_property
    def stems(self) -> frozenset[str]:
        cues = {word.stem for word in self.words if _directing(word)}
        return content(self.words) - cues

    @cached_property
    def sentence_stems(self) -> frozenset[str]:
        return content(words_in(self.claim.sentence_text, self.claim.sentence.start)) | self.stems

    @cached_property
    def said(self) -> frozenset[str]:
        return frozenset(self.text.split())

    @cached_property
    def hedges(self) -> tuple[AnyFact, ...]:
        return facts_of(self.claim, Kind.HEDGE)

    def family(self, fact: AnyFact) -> str:
        return table_of("hedge_families.csv").get(fact.value.label, "")

    def softened(self) -> bool:
        cues = lines_of("hedge_softeners.txt")
        return any(f" {cue} " in f" {self.text} " for cue in cues)

    def attributed(self) -> bool:
        return self.claim.attribution is not None

    def names(self) -> frozenset[str]:
        return frozenset(
            fact.value.full.casefold()
            for fact in self.claim.facts
            if fact.kind in _NAMED and isinstance(fact.value, Name)
        )

    def word(self, *wanted: str) -> Span | None:
        return next((word.span for word in self.words if word.lower in wanted), None)

    def whole(self) -> Span:
        inside = [span for span in self.claim.spans if self.claim.sentence.overlaps(span)]
        return inside[0] if inside else self.claim.spans[0]


@cache
def _directives() -> dict[str, str]:
    return {stem(base): force for base, force in table_of("hedge_directives.csv").items()}


def _directing(word: Word) -> str:
    """``weak`` or ``strong`` for a verb that asks or orders, or a modal word; else empty."""
    if word.lower in table_of("hedge_directives.csv") and not word.content:
        return table_of("hedge_directives.csv")[word.lower]
    inflected = word.lower.endswith(("ed", "en", "ing", "s", "bade"))
    return _directives().get(word.stem, "") if inflected and not word.capital else ""


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement: the first rung on which one side is firmer than the other."""
    left, right = _Side(alignment.left), _Side(alignment.right)
    if different_times(left.claim, right.claim) or alignment.within_one_article:
        return ()
    if different_speakers(left.claim, right.claim, left.words, right.words) or _elsewhere(left, right):
        return ()
    for judgement in (*_firmer(left, right), *(found.mirrored() for found in _firmer(right, left))):
        decided_since = judgement.level == "ruled out" and published_apart(alignment)
        return (replace(judgement, relation=Relation.UPDATE) if decided_since else judgement,)
    return ()


def _elsewhere(left: _Side, right: _Side) -> bool:
    ours, theirs = left.names(), right.names()
    return bool(ours - theirs) and bool(theirs - ours) and not ours & theirs


def _firmer(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """The right side says more firmly what the left side says."""
    if firm.claim.sentence_text.rstrip(" ”\"'’").endswith("?"):
        return
    if not _shares(weak, firm, _MIN_OVERLAP):
        if len(firm.stems) >= _MIN_SHARED:
            yield from _unconditional(weak, firm)
        return
    yield from _certain(weak, firm)
    yield from _weighed(weak, firm)
    yield from _ordered(weak, firm)
    yield from _unconditional(weak, firm)
    yield from _settled(weak, firm)
    yield from _everybody(weak, firm)
    yield from _evidence(weak, firm)
    yield from _ruled_out(weak, firm)


def _shares(weak: _Side, firm: _Side, least: float) -> bool:
    shared = sum(any(kin(a, b) for b in firm.stems) for a in weak.stems)
    smaller = min(len(weak.stems), len(firm.stems))
    return shared >= min(_MIN_SHARED, max(smaller, 2)) and shared >= least * smaller


def _judgement(
    level: str, reason: str, left: Span, right: Span, values: tuple[str, str], confidence: float = 0.7
) -> Judgement:
    relation = Relation.CONTRADICTION if level == "ruled out" else Relation.DRIFT
    return Judgement(relation, level, reason, confidence, left, right, *values)


def _certain(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "May hold a vote" / "will hold a vote", "is unlikely to be approved" / "will not be approved"."""
    sure = firm.word(*_CERTAIN, *(["would"] if firm.attributed() else []))
    if sure is None or firm.hedges or weak.word(*_CERTAIN) is not None:
        return  # "a move that may be required will be paid": the doubt is about something else
    if not _shares(weak, firm, _MIN_SAME):
        return
    denied = bool(firm.said & _DENIALS)
    for fact in weak.hedges:
        negative = fact.value.label.startswith("unlikely") or fact.value.label.endswith(" not")
        fits = (weak.family(fact) in _OPEN and fact.value.label not in _WEIGHING) or negative
        alike = negative == denied or bool(weak.said & _DENIALS and denied)
        if fits and alike and fact.value.label not in _PLANS and _inside(weak, fact):
            told = f"“{fact.text}” on one side, “{_text(firm, sure)}” on the other."
            yield _judgement(
                "certainty", told, fact.span, _verb_after(firm, sure), (fact.value.label, "will")
            )


def _word_after(side: _Side, auxiliary: Span) -> Word | None:
    return next((word for word in side.words if word.span.start >= auxiliary.end and word.content), None)


def _verb_after(side: _Side, auxiliary: Span) -> Span:
    """From "will" to the word that it governs, so that the evidence is what is stated."""
    verb = _word_after(side, auxiliary)
    return auxiliary if verb is None or verb.opens else Span(auxiliary.start, verb.span.end)


def _weighed(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "Asked her to consider cancelling the talks" / "asked her to cancel the talks"."""
    for fact in weak.hedges:
        if fact.value.label not in _WEIGHING or not _inside(weak, fact) or firm.hedges:
            continue
        thing = next((w for w in weak.words if w.span.start >= fact.span.end and w.content), None)
        same = next((w for w in firm.words if thing is not None and w.stem == thing.stem), None)
        if same is None or thing is None or not thing.lower.endswith("ing") or firm.said & _DENIALS:
            continue
        told = f"“{fact.text} {thing.text}” on one side, “{same.text}” on the other."
        yield _judgement("certainty", told, fact.span, same.span, (fact.value.label, "stated"))


def _inside(side: _Side, fact: AnyFact) -> bool:
    return any(span.contains(fact.span) for span in side.claim.spans)


def _text(side: _Side, span: Span) -> str:
    return next((word.text for word in side.words if word.span == span), "")


def _ordered(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "Recommended" / "forbade", "should" / "must"."""
    ours, theirs = _directed(weak), _directed(firm)
    if {force for force, _, _ in ours} == {"weak"} and {force for force, _, _ in theirs} == {"strong"}:
        (_, told, here), (_, other, there) = ours[0], theirs[0]
        modal = told.lower() == "should", other.lower() == "must"
        if (firm.hedges and not weak.hedges) or (modal[1] and not modal[0]):
            return
        reason = f"“{told}” on one side, “{other}” on the other."
        yield _judgement("order", reason, here, there, (told.lower(), other.lower()))


def _directed(side: _Side) -> tuple[tuple[str, str, Span], ...]:
    """The directing words of the claim and of the verb that tells whose word it is."""
    found = [(_directing(word), word.text, word.span) for word in side.words if _directing(word)]
    attribution = side.claim.attribution
    if attribution is not None:
        start = attribution.cue.start - side.claim.sentence.start
        text = side.claim.sentence_text[max(start, 0) : attribution.cue.end - side.claim.sentence.start]
        for verb in re.findall(r"\w+", text):
            force = _directives().get(stem(verb.lower()), "")
            if force:
                found.append((force, verb, attribution.cue))
    return tuple(found)


def _unconditional(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "Will close if the vote fails" / "will close"."""
    ifs = [fact for fact in weak.hedges if weak.family(fact) == "condition"]
    barring = _BARRING.search(weak.claim.sentence_text)
    if (not ifs and barring is None) or _conditioned(firm):
        return
    sure = firm.word(*_CERTAIN)
    known = weak.sentence_stems
    mostly = sum(any(kin(a, b) for b in known) for a in firm.stems) >= _MIN_OVERLAP * len(firm.stems)
    planned = weak.word(*_CERTAIN) is not None or " is to " in f" {weak.text} "
    if sure is None or not mostly or not planned:
        return
    verb = _word_after(firm, sure)
    if verb is None or not any(kin(verb.stem, a) for a in weak.stems):
        return
    here = ifs[0].span if ifs else weak.whole()
    yield _judgement(
        "condition", "One side says so only under a condition.", here, sure, ("under a condition", "will")
    )


def _conditioned(side: _Side) -> bool:
    whole = f" {side.claim.sentence_text.lower()} "
    cues = (cue for cue, family in table_of("hedge_families.csv").items() if family == "condition")
    others = (" once ", " when ", " after ", " until ", " or else ", " depend")
    return any(f" {cue} " in whole for cue in cues) or any(cue in whole for cue in others)


def _settled(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "Did not decide whether it leaks" / "accepted that it leaks"."""
    first = weak.whole().start
    asked = [f for f in weak.hedges if weak.family(f) == "question" and f.span.start <= first]
    if len(firm.stems) < _MIN_SHARED or not asked or firm.hedges or firm.softened() or firm.said & _DENIALS:
        return
    denied = any(isinstance(f.value, Polarity) and f.value.negated for f in firm.claim.facts)
    if not denied and _shares(weak, firm, _MIN_SAME):
        told = f"“{asked[0].text}” leaves open what the other side states."
        yield _judgement("open", told, asked[0].span, firm.whole(), ("open", "stated"))


def _everybody(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "At their option" / "all"."""
    choice = next((cue for cue in lines_of("hedge_choices.txt") if f" {cue} " in f" {weak.text} "), "")
    theirs = any(f" {cue} " in f" {firm.text} " for cue in lines_of("hedge_choices.txt"))
    everybody = firm.word(*_EVERYBODY)
    if choice and everybody is not None and not theirs and _shares(weak, firm, _MIN_SAME):
        told = f"“{choice}” on one side, “{_text(firm, everybody)}” on the other."
        yield _judgement("choice", told, weak.whole(), everybody, ("at choice", "all"))


def _evidence(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "No evidence that it leaks" / "it leaks"."""
    doubts = [
        fact
        for fact in weak.claim.facts
        if isinstance(fact.value, Polarity)
        and fact.value.negated
        and fact.value.predicate in words_of("hedge_evidence.txt")
    ]
    if not doubts or firm.hedges or firm.attributed() or firm.said & _DENIALS or firm.softened():
        return
    if any(isinstance(fact.value, Polarity) and fact.value.negated for fact in firm.claim.facts):
        return
    if (
        _shares(weak, firm, _MIN_SAME)
        and _shares(firm, weak, _MIN_SAME)
        and len(weak.stems) <= len(firm.stems) + 2
    ):
        told = f"“{doubts[0].text}” on one side, a plain statement on the other."
        yield _judgement("evidence", told, doubts[0].span, firm.whole(), ("no evidence", "stated"))


def _ruled_out(weak: _Side, firm: _Side) -> Iterator[Judgement]:
    """ "Ruled out a tunnel" / "is considering a tunnel"."""
    out = re.search(r"\b(?:rule|rules|ruled|ruling) out\b", firm.text)
    weighing = [
        fact for fact in weak.hedges if isinstance(fact.value, Hedge) and fact.value.label in _WEIGHING
    ]
    if out is None or not weighing or firm.said & _DENIALS or weak.said & _DENIALS:
        return
    told = f"“{weighing[0].text}” on one side, “{out.group()}” on the other."
    yield _judgement("ruled out", told, weighing[0].span, firm.whole(), ("considered", "ruled out"), 0.8)
