"""What two times or figures are said of comes in, how sure it is that they fill one slot of one event out.

Similar sentences often tell of two events: a meeting on Thursday and one on Sunday, a flood and "the worst
since 1968". A pair of values is only worth judging when both are used alike (of the event, of a noun, to
compare, of the saying), when their prepositions are of one kind, and when the act agrees together with its
subject or object. Claims that repeat each other nearly word for word need no agreeing act.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.align.acts import listed
from factcheck.align.occasions import Occasion, Use

SURE, LIKELY, NO = 0.6, 0.5, 0.0
MIN_VERBATIM = 0.75  # share of words outside the values from which two claims are one sentence
MIN_BOTH = 0.7  # the same of both claims: a short claim that only names the parties repeats nothing
MIN_BOTH_ALIKE = 0.5  # the same where less than the whole wording agrees
MIN_OTHER_ACT = 0.65  # the same where the acts differ
MIN_MENTIONED = 0.4  # the same where one side names the other's act in passing: "the updates confirmed"
MIN_NO_ACT = 0.5  # the same where no act is known on a side
MIN_SAYING = 0.5
MIN_SHARED = 3  # words that such a share must rest on
MIN_SHARED_ALONE = 4  # the same where no act speaks for the pair
SMALLEST = 4  # a share of fewer words than these proves little
_BARE = frozenset({"", "length"})  # "nine days in a cell", "for nine days"
_PLACED = frozenset({"", "point"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many content words outside their values two claims share, as a count, as a share of the shorter
    claim, and as a share of both."""

    shared: int
    share: float
    share_of_both: float


def likeness(left: frozenset[str], right: frozenset[str]) -> Likeness:
    shared = len(left & right)
    sizes = len(left), len(right)
    return Likeness(shared, shared / max(min(sizes), SMALLEST), 2 * shared / max(sum(sizes), 1))


def verbatim(alike: Likeness) -> bool:
    """Whether two claims repeat each other nearly word for word, apart from their values."""
    return alike.share >= MIN_VERBATIM and alike.shared >= MIN_SHARED and alike.share_of_both >= MIN_BOTH


def same_matter(one: Occasion, other: Occasion, alike: Likeness) -> float:
    """SURE where act and subject or object agree, LIKELY where the wording does, else NO. Symmetric."""
    if not _used_alike(one, other):
        return NO
    if verbatim(alike):
        return SURE
    if not _one_role(one.role, other.role):
        return NO
    if one.use is Use.SAYING:
        return LIKELY if alike.share >= MIN_SAYING else NO
    if one.acts & other.acts:
        return _by_subject(one, other)
    if (one.acts & other.nearby or other.acts & one.nearby) and alike.share >= MIN_MENTIONED:
        return LIKELY if alike.shared >= MIN_SHARED else NO
    least = MIN_OTHER_ACT if one.acts and other.acts else MIN_NO_ACT
    enough = alike.share >= least and alike.shared >= MIN_SHARED_ALONE
    return LIKELY if enough and alike.share_of_both >= MIN_BOTH_ALIKE else NO


def recurs(one: Occasion, other: Occasion) -> bool:
    """Whether the act is one of those that happen again and again in a story: a meeting, a match, a rally."""
    return bool(one.acts & other.acts & listed("repeated_acts.txt"))


def _used_alike(one: Occasion, other: Occasion) -> bool:
    if one.use is other.use:
        return one.use is not Use.NOUN or bool(one.nouns & other.nouns or one.acts & other.acts)
    if {one.use, other.use} == {Use.NOUN, Use.EVENT}:
        return bool(one.acts & other.acts)
    return False


def _one_role(one: str, other: str) -> bool:
    return one == other or {one, other} <= _BARE or {one, other} <= _PLACED or "" in (one, other)


def _by_subject(one: Occasion, other: Occasion) -> float:
    """Of clauses with one act: SURE where they share a word beside it, LIKELY where one has only pronouns."""
    if one.about & other.about:
        return SURE
    return NO if one.about and other.about else LIKELY
