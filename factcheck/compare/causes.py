"""Causes: what two claims on one matter say brought something about.

Reads the connectives of cause ("because", "due to", "led to", "blamed on", "as a result") and of time
("after", "following", "amid") with what stands on either side of them, and the words that weigh a cause
("partly", "mainly", "entirely").

Ladder: same; added (it came after on one side, because of it on the other); share (how much of it);
other cause (one effect, two causes); reversed (cause and effect change places).

Contradicts: "The mill closed because the river rose." / "The river rose because the mill closed."
Does not: "The mill closed due to the flood." / "The flood led to the closure of the mill."

It cannot see: a cause that no connective names, nor whether two causes in wholly different words are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.compare.clauses import different_times, stem
from factcheck.records import Alignment, AnyFact, Cause, Claim, Judgement, Kind, Matter, Name, Relation, Span

name = "causes"
kind = Kind.CAUSE
matters = frozenset({Matter.CLAIM})
ladder = ("same", "added", "share", "other cause", "reversed")

_MAX_CAUSES = 12  # of one claim
_SAME = 0.5  # share of the shorter side's words from which two effects, or two causes, are one
_MIN_ONE_EFFECT = 0.34  # share of the words of both effects from which two causes compete
_CROSSED = 0.5  # the same for an effect that is the other side's cause
_OPPOSED = frozenset(
    {frozenset({"part", "whole"}), frozenset({"main", "part"}), frozenset({"main", "whole"})}
)
_EXCLUSIVE = frozenset({frozenset({"part", "whole"})})
_ALONE = frozenset({"main", "whole"})  # of one effect there is one such cause
_WEIGHTED = {
    "": "the cause",
    "part": "one cause among others",
    "main": "the main cause",
    "whole": "the only cause",
}

_TIES = frozenset({"a", "an", "are", "be", "been", "is", "the", "was", "were", "which"})

_Sides = tuple[AnyFact, Cause, AnyFact, Cause]
_Found = tuple[Relation, str, float, str]


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement a pair of connectives, in the order of the text."""
    if different_times(alignment.left, alignment.right):
        return ()
    found: list[Judgement] = []
    for sides in _pairs(alignment):
        judged = _judged(alignment, sides)
        if judged is not None:
            found.append(_judgement(alignment, sides, judged))
    return tuple(found)


def _pairs(alignment: Alignment) -> Iterator[_Sides]:
    theirs = tuple(islice(_causes(alignment.right), _MAX_CAUSES))
    for left, one in islice(_causes(alignment.left), _MAX_CAUSES):
        for right, other in theirs:
            yield left, one, right, other


def _causes(claim: Claim) -> Iterator[tuple[AnyFact, Cause]]:
    for fact in claim.facts:
        if isinstance(fact.value, Cause):
            yield fact, fact.value


def _judged(alignment: Alignment, sides: _Sides) -> _Found | None:
    _, one, _, other = sides
    links = {one.link, other.link}
    effects, causes = _overlap(one.effect, other.effect), _overlap(one.cause, other.cause)
    crossed = _overlap(one.effect, other.cause), _overlap(one.cause, other.effect)
    if min(crossed) >= _CROSSED and min(crossed) > max(effects, causes) and "cause" in links:
        return Relation.CONTRADICTION, "reversed", 0.85, "cause and effect change places"
    if effects >= _SAME and causes >= _SAME:
        return None if _withdrawn(alignment, one, other) else _one_cause(one, other)
    if effects >= _SAME and causes == 0 and "cause" in links:
        return _other_cause(alignment, one, other)
    return None


def _withdrawn(alignment: Alignment, one: Cause, other: Cause) -> bool:
    """Whether the report that only tells what came before is a later one, which claims less."""
    left, right = alignment.left_published, alignment.right_published
    early, late = (left, right) if one.link == "cause" else (right, left)
    if one.link == other.link or early.latest is None or late.earliest is None:
        return False
    return late.earliest > early.latest


def _overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Shared stems as a part of the smaller side."""
    ours, theirs = _stems(left), _stems(right)
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else 0.0


def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


# ---------------------------------------------------------------------------- rungs


def _one_cause(one: Cause, other: Cause) -> _Found | None:
    """The same cause of the same effect: how surely, and how much of it."""
    if "as" in (one.link, other.link):
        return None  # "as" tells when or why
    if one.link != other.link:
        return Relation.DRIFT, "added", 0.6, "a cause, the other only what came before"
    if one.link == "time" or "none" in (one.share, other.share):
        return None
    shares = frozenset({one.share, other.share})
    if shares in _EXCLUSIVE:
        return Relation.CONTRADICTION, "share", 0.85, _weighed(one, other)
    if shares in _OPPOSED or (len(shares) == 2 and "main" not in shares):
        return Relation.DRIFT, "share", 0.75, _weighed(one, other)
    return None


def _weighed(one: Cause, other: Cause) -> str:
    return f"{_WEIGHTED[one.share]}, the other {_WEIGHTED[other.share]}"


def _other_cause(alignment: Alignment, one: Cause, other: Cause) -> _Found | None:
    """One effect, two causes that share no word; each side gives its cause alone."""
    if "none" in (one.share, other.share) or "part" in (one.share, other.share):
        return None
    if _tells(alignment.left, other.cause) or _tells(alignment.right, one.cause):
        return _swapped_weights(one, other)
    if not _one_effect(one, other):
        return None
    if {one.share, other.share} <= _ALONE or _named_apart(alignment, one, other):
        return Relation.CONTRADICTION, "other cause", 0.8, "both cannot be the cause"
    return Relation.DRIFT, "other cause", 0.6, "each names another"


def _one_effect(one: Cause, other: Cause) -> bool:
    """Whether the effects are told in much the same words: only then do two causes compete."""
    ours, theirs = _stems(one.effect), _stems(other.effect)
    shared = len(ours & theirs)
    return shared >= min(2, len(ours), len(theirs)) and shared >= _MIN_ONE_EFFECT * len(ours | theirs)


def _swapped_weights(one: Cause, other: Cause) -> _Found | None:
    """Both know both causes, and each makes another one the main one."""
    if one.share in _ALONE and other.share in _ALONE:
        return Relation.CONTRADICTION, "other cause", 0.85, "each makes another cause the main one"
    return None


def _tells(claim: Claim, cause: tuple[str, ...]) -> bool:
    """Whether the sentence of a claim speaks of most of this cause in any place."""
    known = {stem(word.strip(".,;:!?“”\"'’()").lower()) for word in claim.sentence_text.split()}
    words = _stems(cause)
    return 2 * len(words & known) >= len(words)


def _named_apart(alignment: Alignment, one: Cause, other: Cause) -> bool:
    """Whether each cause is somebody or something with a name of its own."""
    return all(
        _named(claim, cause.cause_span) for claim, cause in ((alignment.left, one), (alignment.right, other))
    )


def _named(claim: Claim, span: Span | None) -> bool:
    return span is not None and any(
        isinstance(fact.value, Name) and span.contains(fact.span) for fact in claim.facts
    )


# ---------------------------------------------------------------------------- words for the reader


def _judgement(alignment: Alignment, sides: _Sides, found: _Found) -> Judgement:
    left, one, right, other = sides
    relation, level, confidence, why = found
    spans = _evidence(alignment.left, left, one), _evidence(alignment.right, right, other)
    reason = _reason(level, why, *(_told(alignment, sides, level)))
    return Judgement(relation, level, reason, confidence, *spans, one.label, other.label)


def _reason(level: str, why: str, first: str, second: str) -> str:
    if level == "other cause":
        return f"One passage gives “{first}” as the cause, the other “{second}”: {why}."
    if level == "reversed":
        return f"One says “{first}”, the other “{second}”: {why}."
    return f"One passage calls “{first}” {why}."


def _told(alignment: Alignment, sides: _Sides, level: str) -> tuple[str, str]:
    """What a reason quotes: two whole sayings where cause and effect change places, else the causes."""
    left, one, right, other = sides
    if level == "reversed":
        spans = _evidence(alignment.left, left, one), _evidence(alignment.right, right, other)
    else:
        spans = one.cause_span or left.span, other.cause_span or right.span
    said = _quoted(alignment.left, spans[0], left), _quoted(alignment.right, spans[1], right)
    return said if level == "reversed" else (_bare(said[0]), _bare(said[1]))


def _bare(said: str) -> str:
    """A cause without the "was the" that ties it to its effect."""
    words = said.split()
    while len(words) > 1 and words[-1].lower() in _TIES:
        words.pop()
    return " ".join(words)


def _evidence(claim: Claim, fact: AnyFact, cause: Cause) -> Span:
    """The effect, the connective and the cause, as far as they stand in the claim's sentence."""
    parts = [
        fact.span,
        *(s for s in (cause.cause_span, cause.effect_span) if s and claim.sentence.contains(s)),
    ]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def _quoted(claim: Claim, span: Span, fact: AnyFact) -> str:
    if not claim.sentence.contains(span):
        return fact.text
    return claim.sentence_text[span.start - claim.sentence.start : span.end - claim.sentence.start]
