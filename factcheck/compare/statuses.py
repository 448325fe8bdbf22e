"""Statuses: two outlets put one person, bill, deal, suit or office on different steps of one procedure.

Reads the STATUS facts of two claims on the same matter, the events that tell whose step it is and what for,
the steps of the whole other article, and the publication dates.

Ladder: ``other step`` (both published on the same day, or two ends of one case), ``earlier step`` (the later
article has the earlier step), ``later step`` (the later article has the later step), ``undated step`` (the
dates are unknown and could explain it), ``near step`` (two steps that are near each other), ``planned step``
(planned on one side, done on the other).

Contradicts: "Ode was charged with fraud." / "Ode was convicted of fraud.", both of one day.
Drifts: "The bill was approved by a committee." / "The bill was passed by the senate."
Does not: "Ode was arrested over the fraud." / "Ode was charged with fraud.": a person may be both.

It cannot see: steps that no ladder lists, or two cases against one person that the claims tell in the same
words. It says nothing where an article holds both steps of the same person, where the steps are of others or
for other deeds, or where the claims name different times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from factcheck.compare.clauses import (
    Frame,
    Word,
    content,
    different_modifiers,
    different_names,
    different_times,
    frame,
    hedges_over,
    kin,
    modality,
    other_voice,
    overlap,
    places,
    stem,
    words,
)
from factcheck.compare.word_lists import lines_of, table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Argument,
    BlockKind,
    Claim,
    Event,
    Judgement,
    Kind,
    Matter,
    Relation,
    Span,
    Status,
)

name = "statuses"
kind = Kind.STATUS
matters = frozenset({Matter.CLAIM})
ladder = ("other step", "earlier step", "later step", "undated step", "near step", "planned step")

_CONFIDENCE = {
    "other step": 0.85,
    "earlier step": 0.6,
    "later step": 0.7,
    "undated step": 0.7,
    "near step": 0.6,
    "planned step": 0.75,
}
_FINAL = frozenset(
    {
        "acquitted",
        "charges dropped",
        "convicted",
        "dismissed",
        "pleaded guilty",
        "ruled",
        "sentenced",
        "settled",
        "signed",
        "vetoed",
    }
)
_OTHERS = frozenset({"another", "fourth", "other", "others", "second", "third"})
_WHOSE = frozenset({"against", "agent", "attribute", "between", "patient", "recipient", "with"})
_DEEDS = frozenset({"for", "of", "over", "with"})
_TERMS = frozenset({"day", "life", "month", "week", "year"})
_PRONOUNS = frozenset({"he", "her", "him", "it", "she", "them", "they", "who"})
_PLANS = frozenset(
    {
        "aim to",
        "consider",
        "expect to",
        "expected to",
        "intend to",
        "plan to",
        "prepare to",
        "threaten to",
        "want to",
        "weigh",
    }
)
_AGO = frozenset({"earlier", "had", "originally", "previously"})
_MIN_OVERLAP = 0.5
_MIN_OVERLAP_EARLIER = 0.7


@dataclass(frozen=True)
class _Step:
    """A step of one claim: whose it is and what for."""

    claim: Claim
    fact: AnyFact
    value: Status
    facts: tuple[AnyFact, ...]  # of the claim, or of the whole article

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        events = (
            fact.value
            for fact in self.facts
            if isinstance(fact.value, Event) and fact.span.overlaps(self.fact.span)
        )
        return tuple(argument for event in events for argument in event.arguments)

    @cached_property
    def holders(self) -> frozenset[str]:
        """The stems of the names and nouns whose step it is, without those that only decide on it."""
        found = {
            stem(word)
            for argument in self.arguments
            if argument.role in _WHOSE
            for word in argument.label.split()
            if argument.role != "with" or argument.name
        }
        return frozenset(found - {stem(word) for word in words_of("status_officials.txt")} - _PRONOUNS)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """What the person is charged with."""
        found = {stem(found.head) for found in self.arguments if found.role in _DEEDS and not found.name}
        return frozenset(word for word in found if not word[0].isdigit()) - {stem(word) for word in _TERMS}

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words(self.claim)

    @cached_property
    def around(self) -> Frame | None:
        place = places(self.words, self.fact.span)
        return None if place is None else frame(self.words, *place)

    @cached_property
    def cue(self) -> AnyFact | None:
        """The words by which it is only planned."""
        cues = hedges_over(self.claim, self.fact.span)
        return next((fact for fact in cues if fact.value.label in _PLANS), None)

    @property
    def plan(self) -> str:
        return self.cue.value.label if self.cue is not None else ""

    @property
    def evidence(self) -> Span:
        """The words of the step, with those of the plan before it."""
        start = self.fact.span.start
        if self.cue is not None and any(span.contains(self.cue.span) for span in self.claim.spans):
            start = min(start, self.cue.span.start)
        return Span(start, self.fact.span.end)

    @cached_property
    def moods(self) -> frozenset[str]:
        """The modal words of its clause; those of the step itself ("proposed to buy") are the step."""
        if self.around is None:
            return frozenset()
        first, end = self.around.predicate
        beside = (*self.words[:first], *self.words[end:])
        return modality(self.claim, beside, replace(self.around, end=self.around.end - (end - first)))

    @property
    def another(self) -> bool:
        """Whether it is said of one more person: "acquitted a third"."""
        end = self.around.predicate[1] if self.around is not None else 0
        first = self.around.predicate[0] if self.around is not None else 0
        near = (*self.words[max(first - 3, 0) : first], *self.words[end : end + 2])
        return bool(_OTHERS & {word.lower for word in near})

    @property
    def background(self) -> bool:
        """Whether it is told as what went before: "had been charged"."""
        first = self.around.predicate[0] if self.around is not None else 0
        return bool(_AGO & {word.lower for word in self.words[max(first - 3, 0) : first + 1]})


@cache
def _exclusive() -> dict[tuple[str, str, str], str]:
    """How two steps of one ladder stand to each other, for both orders."""
    found: dict[tuple[str, str, str], str] = {}
    for row in lines_of("status_exclusive.csv")[1:]:
        of, step, other, relation = row.split(",")
        found[of, step, other] = found[of, other, step] = relation
    return found


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement a ladder: the first pair of steps that cannot both be the latest one."""
    left, right = alignment.left, alignment.right
    if different_times(left, right):
        return ()
    found: dict[str, Judgement] = {}
    for ours in _steps(left, left.facts):
        for theirs in _steps(right, right.facts):
            judgement = _judged(alignment, ours, theirs)
            if judgement is not None:
                found.setdefault(ours.value.ladder, judgement)
    return tuple(found[of] for of in sorted(found))


def _steps(claim: Claim, facts: Sequence[AnyFact]) -> Iterator[_Step]:
    for fact in facts:
        if isinstance(fact.value, Status):
            yield _Step(claim, fact, fact.value, tuple(facts))


def _judged(alignment: Alignment, ours: _Step, theirs: _Step) -> Judgement | None:
    a, b = ours.value, theirs.value
    if a.ladder != b.ladder:
        return None
    if a.name == b.name:
        return _planned(alignment, ours, theirs)
    relation = _exclusive().get((a.ladder, a.name, b.name), "")
    if not relation or _told_too(alignment, ours, theirs):
        return None
    level = "near step" if relation == "drift" else _level(alignment, a, b)
    least = _MIN_OVERLAP_EARLIER if level == "earlier step" else _MIN_OVERLAP
    if not level or not _alike(ours, theirs) or not _same_holder(ours, theirs, least):
        return None
    return _judgement(level, ours, theirs, f"two steps of one {a.ladder}")


def _judgement(level: str, ours: _Step, theirs: _Step, told: str) -> Judgement:
    drifts = {"near step", "undated step"}
    relation = Relation.DRIFT if level in drifts else Relation.CONTRADICTION
    values = [step.value.label for step in (ours, theirs)]
    if level == "planned step":
        values = [
            f"planned: {step.value.label}" if step.plan else step.value.label for step in (ours, theirs)
        ]
    return Judgement(
        Relation.UPDATE if level == "later step" else relation,
        level,
        f"One says “{ours.fact.text}”, the other “{theirs.fact.text}”: {told}.",
        _CONFIDENCE[level],
        ours.evidence,
        theirs.evidence,
        values[0],
        values[1],
    )


def _alike(ours: _Step, theirs: _Step) -> bool:
    """Whether both are told in one mood, and none as what went before."""
    if ours.background or theirs.background:
        return False
    return ours.moods == theirs.moods and not ours.plan and not theirs.plan


# ------------------------------------------------------------------------------------ when


def _level(alignment: Alignment, a: Status, b: Status) -> str:
    """The rung by the publication dates."""
    if alignment.within_one_article:
        return "other step" if _is_headline_astray(alignment, a, b) else ""
    if {a.name, b.name} <= _FINAL:
        return "other step"
    ours, theirs = alignment.left_published, alignment.right_published
    if ours.latest is None or theirs.latest is None or ours.earliest is None or theirs.earliest is None:
        return "undated step"
    if ours.earliest.date() <= theirs.latest.date() and theirs.earliest.date() <= ours.latest.date():
        return "other step"
    return "later step" if (ours.latest < theirs.latest) == (a.step < b.step) else "earlier step"


def _is_headline_astray(alignment: Alignment, a: Status, b: Status) -> bool:
    """Whether one article ends a case in two ways, or its headline stays behind the news of its body."""
    left, right = alignment.left, alignment.right
    if other_voice(left, right):
        return False
    if {a.name, b.name} <= _FINAL:
        return True
    tops = [claim.block is BlockKind.HEADLINE for claim in (left, right)]
    return tops[0] != tops[1] and (a.step < b.step) == tops[0]


def _told_too(alignment: Alignment, ours: _Step, theirs: _Step) -> bool:
    """Whether a claim, or the other article, gives the same person both steps."""
    if alignment.within_one_article:
        return False
    return _tells(ours.claim, theirs) or _tells(theirs.claim, ours)


def _tells(claim: Claim, step: _Step) -> bool:
    for other in _steps(claim, (*claim.facts, *claim.context)):
        same = other.value.ladder == step.value.ladder and other.value.name == step.value.name
        if same and (not other.holders or not step.holders or _shared(other.holders, step.holders)):
            return True
    return False


# ------------------------------------------------------------------------------------ whose


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(kin(a, b) for a in ours for b in theirs)


def _same_holder(ours: _Step, theirs: _Step, least: float) -> bool:
    """Whether the two steps are of one person or thing, and for one deed."""
    a, b = ours.around, theirs.around
    if a is None or b is None or ours.another != theirs.another:
        return False
    if different_names(ours.words, a, theirs.words, b):
        return False
    if ours.deeds and theirs.deeds and not _shared(ours.deeds, theirs.deeds):
        return False
    if not _one_of(ours, theirs, a, b):
        return False
    if ours.holders and theirs.holders:
        return _shared(ours.holders, theirs.holders)
    if ours.holders or theirs.holders:
        known, other = (ours, theirs) if ours.holders else (theirs, ours)
        return _shared(known.holders, content(other.words))
    return overlap(a.bag, b.bag) >= least and len(a.bag & b.bag) >= 2


def _one_of(ours: _Step, theirs: _Step, a: Frame, b: Frame) -> bool:
    """Whether no word tells two holders apart, unless they share a name or more words."""
    shared = len(content(ours.words) & content(theirs.words))
    return not different_modifiers(ours.words, a, theirs.words, b) or shared >= 3


# ------------------------------------------------------------------------------------ planned


def _planned(alignment: Alignment, ours: _Step, theirs: _Step) -> Judgement | None:
    """ "Plans to file for bankruptcy" / "has filed for bankruptcy"."""
    if bool(ours.plan) == bool(theirs.plan) or alignment.within_one_article:
        return None
    done = theirs if ours.plan else ours
    if done.moods or done.background or not _is_past(done) or not _same_holder(ours, theirs, _MIN_OVERLAP):
        return None
    later = _later(alignment, done is theirs)
    return (
        None if later else _judgement("planned step", ours, theirs, "planned on one side, done on the other")
    )


def _is_past(step: _Step) -> bool:
    """Whether the step is told in the past: "filed", "has filed", "was filed"."""
    first = step.words[step.around.predicate[0]].lower if step.around is not None else ""
    return first.endswith("ed") or first in table_of("polarity_irregular_verbs.csv")


def _later(alignment: Alignment, done_is_right: bool) -> bool:
    ours, theirs = alignment.left_published, alignment.right_published
    done, plan = (theirs, ours) if done_is_right else (ours, theirs)
    return done.earliest is not None and plan.latest is not None and done.earliest > plan.latest
