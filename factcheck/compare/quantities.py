"""Two claims on one matter come in, what their figures say against each other comes out.

Reads every paired amount as the range of true amounts it allows: an exact figure as far as its rounding
reaches, "about" a tenth more, "nearly", "more than", "at least", "up to" on one side only. The coarser
figure decides, and units of one dimension are converted first. The ladder, from agreement to disagreement:
equal, rounds to, within bound, compatible, different bound, different base, different role, different unit,
different.

Contradicts: 340 jobs in one outlet, 430 jobs in another; "nearly 9,000" against "more than 9,000"; 12 miles
against 12 km; 3 percent against 3 percentage points; "fell by 15,000" against "fell to 15,000"; "up 4 percent
from a year earlier" against "from the prior month"; "doubled" against "tripled"; "a fifth of the tenants"
against "5 of the 40 tenants"; "12 people" against "14 passengers".
Does not: 1.2 million and 1,187,000; "a third" and 33.6 percent; "more than 70,000" and 70,214.

A toll that grows from an earlier article to a later one is an update, and so is a count of the missing or
the stranded that moves either way, and a figure that the other side names as revised. Figures that count
different things, or that two named sources give for themselves, are left alone. It cannot see a sum ("ten
adults and two children" for twelve people), and it takes from pairing which figure belongs to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.clauses import is_open_on_one_side
from factcheck.compare.quantities_derived import Derived, derived
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Bound,
    Claim,
    FactPair,
    Judgement,
    Kind,
    Matter,
    Published,
    Quantity,
    Relation,
)

name = "quantities"
kind = Kind.NUMBER
matters = frozenset({Matter.CLAIM})
ladder = (
    "equal",
    "rounds to",
    "within bound",
    "compatible",
    "different bound",
    "different base",
    "different role",
    "different unit",
    "different",
)

FLOORS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
CEILINGS = frozenset({Bound.LESS_THAN, Bound.AT_MOST, Bound.NEARLY})
SHARES = frozenset({"%", "pp"})
INDIVISIBLE = frozenset({"ordinal", "age", "score"})
MAX_ROUNDING = Decimal("0.05")  # of the amount: 1,000 may stand for 1,050, never for 1,400
MAX_CONVERSION = Decimal("0.1")  # rounding in one unit and again in another
ROUGHLY = Decimal("0.1")
MAX_ROUGHLY = Decimal("0.2")
NEARLY_FROM = Decimal("0.88")  # "nearly 100" begins here
FAR_BEYOND = 2  # "more than 28,000" is no way to say 82,000
FAR_BEYOND_FROM = 10
BOUNDS_APART = Decimal("1.5")  # two floors further apart than this cannot be one figure
# What two figures may be and still answer one question; a figure without a role is a level.
LEVELS = frozenset({"", "target", "part", "together"})
TURNED = (frozenset({"change", "target"}), frozenset({"change", "base"}), frozenset({"each", "together"}))
DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"})
BY_ROLE = 0.5  # how sure a pair is that rests on its role in one change alone
HOUR = timedelta(hours=1)
INFINITE = Decimal("Infinity")
DIGITS = re.compile(r"\d[\d,.]*\d|\d")
WORD = re.compile(r"[^\W\d_]+")
CLAUSE_END = re.compile(r"[;,:.]|\band\b|\bwhile\b|\bbut\b|\d")
BARE_DOLLAR = re.compile(r"[^A-Z]{0,40}\$|[^$]{1,60}\bdollars?$")


class Reach(NamedTuple):
    """The closed range of true amounts that a figure allows."""

    lowest: Decimal
    highest: Decimal


class Sides(NamedTuple):
    """Two paired figures, as written and as read."""

    left: AnyFact
    right: AnyFact
    a: Quantity
    b: Quantity


class Verdict(NamedTuple):
    relation: Relation
    level: str
    factor: float


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """What the paired figures of two claims say against each other, in the order of the pairs."""
    if _two_sources(alignment):
        return ()
    told = [pair for pair in alignment.pairs if pair.left.kind is Kind.NUMBER]
    judged = (_judgement(alignment, pair) for pair in (*told, *_by_role(alignment, told)))
    found = tuple(judgement for judgement in judged if judgement is not None)
    return found or tuple(_worked_out(one) for one in derived(alignment, level))


def _worked_out(found: Derived) -> Judgement:
    return Judgement(
        Relation.CONTRADICTION,
        "different",
        found.reason,
        found.confidence,
        found.left,
        found.right,
        found.left_value,
        found.right_value,
    )


def _by_role(alignment: Alignment, told: Sequence[FactPair]) -> Iterator[FactPair]:
    """The beginnings, ends and sizes of one change that were paired with something else or not at all."""
    paired = {(pair.left.span, pair.right.span) for pair in told}
    for role in ("base", "target", "change"):
        left, right = (_having(claim, role) for claim in (alignment.left, alignment.right))
        if len(left) == len(right) == 1 and (left[0].span, right[0].span) not in paired:
            yield FactPair(left[0], right[0], BY_ROLE)


def _having(claim: Claim, role: str) -> list[AnyFact]:
    return [fact for fact in claim.facts if isinstance(fact.value, Quantity) and fact.value.role == role]


def _judgement(alignment: Alignment, pair: FactPair) -> Judgement | None:
    a, b = pair.left.value, pair.right.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or (a.noun and b.noun and a.noun != b.noun):
        return None
    if is_open_on_one_side(alignment, pair):
        return None
    sides = Sides(pair.left, pair.right, a, b)
    verdict = _turned(alignment, sides) or _verdict(sides) or _other_base(alignment, sides)
    if verdict is None or (0 in (a.amount, b.amount) and a.amount != b.amount and _yet_to_come(alignment)):
        return None
    relation = _dated(alignment, sides, verdict)
    confidence = round(_sureness(sides) * verdict.factor * (0.7 + 0.3 * min(pair.score, 1.0)), 2)
    reason = _reason(sides, relation, verdict.level)
    left, right = pair.left.span, pair.right.span
    values = _values(alignment, sides, verdict.level)
    return Judgement(relation, verdict.level, reason, confidence, left, right, *values)


def _values(alignment: Alignment, sides: Sides, rung: str) -> tuple[str, str]:
    """The labels; of one figure in two roles, or on two bases, what tells them apart, as a reader says it."""
    if rung == "different base":
        bases = _base(alignment.left, sides.left), _base(alignment.right, sides.right)
        return f"{sides.left.text} on the {bases[0]}", f"{sides.right.text} on the {bases[1]}"
    if rung == "different role":
        return _in_role(sides.left, sides.a.role), _in_role(sides.right, sides.b.role)
    return sides.a.label, sides.b.label


def _in_role(fact: AnyFact, role: str) -> str:
    """Such as "by 15,000 tonnes", "to 15,000 tonnes", "9 million euros each"."""
    return ROLE_PHRASES.get(role, "{}").format(fact.text)


# ------------------------------------------------------------------------------------- what is said


def level(a: Quantity, b: Quantity) -> str:
    """The rung of two amounts in one unit that both say how much one thing was."""
    if a.label == b.label:
        return "equal"
    if _opposed(a, b) is not None:
        floor, ceiling = _opposed(a, b) or (a, b)
        return "different bound" if floor.amount >= ceiling.amount else "compatible"
    if a.unit in INDIVISIBLE and Bound.EXACT is a.bound is b.bound and None is a.upper is b.upper:
        return "equal" if a.amount == b.amount else "different"
    if a.unit == "score":
        return "different"
    first, second = reach(a, b), reach(b, a)
    if first.lowest > second.highest or second.lowest > first.highest:
        return "different"
    if a.bound is b.bound is Bound.EXACT:
        return "rounds to" if a.upper is b.upper is None else "compatible"
    return "within bound" if {a.bound, b.bound} & (FLOORS | CEILINGS) else "compatible"


def _opposed(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """The floor and the ceiling, where one figure is each."""
    if a.bound in FLOORS and b.bound in CEILINGS:
        return a, b
    return (b, a) if b.bound in FLOORS and a.bound in CEILINGS else None


def reach(value: Quantity, other: Quantity) -> Reach:
    """The amounts that ``value`` allows when it is held against ``other``."""
    amount, top = value.amount, value.amount if value.upper is None else value.upper
    slack = _slack(value, other)
    if value.bound in FLOORS:
        far = value.bound is Bound.MORE_THAN and amount >= FAR_BEYOND_FROM and other.bound not in FLOORS
        return Reach(amount, amount * FAR_BEYOND if far else INFINITE)
    if value.bound is Bound.NEARLY:
        return Reach(min(amount * NEARLY_FROM, amount - value.step / 2), top)
    if value.bound in CEILINGS:
        return Reach(-INFINITE, top + slack)
    return Reach(amount - slack, top + slack)


def _slack(value: Quantity, other: Quantity) -> Decimal:
    """How far from its figure the true amount may lie: half of its last digit's worth, within limits."""
    size, half = abs(value.amount), value.step / 2
    if value.bound is Bound.ABOUT:
        return max(min(half, size * MAX_ROUGHLY), size * ROUGHLY)
    if value.bound not in {Bound.EXACT, Bound.AT_MOST} or value.step <= other.step:
        return Decimal(0)  # of two figures only the coarser is rounded
    limit = MAX_CONVERSION if _converted(value) or _converted(other) else MAX_ROUNDING
    return min(half, size * limit)


def _converted(value: Quantity) -> bool:
    """Whether the figure was written in another unit than its base: its step is then no power of ten."""
    return value.unit not in SHARES and value.step.normalize().as_tuple().digits != (1,)


def _turned(alignment: Alignment, sides: Sides) -> Verdict | None:
    """One figure in two roles: "fell by 15,000" and "fell to 15,000", nine million each and together."""
    a, b = sides.a, sides.b
    if (
        frozenset({a.role, b.role}) not in TURNED
        or a.unit != b.unit
        or level(a, b) in {"different", "different bound"}
    ):
        return None
    both = [
        {
            fact.value.role
            for fact in claim.facts
            if isinstance(fact.value, Quantity) and fact.value.amount == one.amount
        }
        for claim, one in ((alignment.left, a), (alignment.right, b))
    ]
    return None if both[0] & both[1] else Verdict(Relation.CONTRADICTION, "different role", 0.9)


def _other_base(alignment: Alignment, sides: Sides) -> Verdict | None:
    """One percentage against two pasts: "up 4 % from a year earlier", "up 4 % from the prior month"."""
    if not {sides.a.unit, sides.b.unit} <= SHARES or sides.a.label != sides.b.label:
        return None
    bases = _base(alignment.left, sides.left), _base(alignment.right, sides.right)
    if not all(bases) or bases[0] == bases[1]:
        return None
    return Verdict(Relation.CONTRADICTION, "different base", 0.9)


def _base(claim: Claim, fact: AnyFact) -> str:
    """The length of time between the figure and the past it is held against, where its clause names one."""
    rest = claim.sentence_text[fact.span.end - claim.sentence.start :].lower().replace("-", " ")
    clause = CLAUSE_END.split(rest, maxsplit=1)[0]
    found = {base for phrase, base in table_of("quantity_bases.csv").items() if phrase in clause}
    return found.pop() if len(found) == 1 else ""


def _one_role(a: Quantity, b: Quantity) -> bool:
    """Whether both figures answer one question: a change is no level, a part is not its whole."""
    return a.role == b.role or {a.role, b.role} <= LEVELS or {a.role, b.role} == {"together", "whole"}


def _verdict(sides: Sides) -> Verdict | None:
    a, b = sides.a, sides.b
    if not _one_role(a, b):
        return None
    if _same_figure_other_unit(sides):
        return Verdict(Relation.CONTRADICTION, "different unit", 0.95)
    if a.unit != b.unit:
        return None
    found = level(a, b)
    if found == "within bound" and _both_in(a, b, FLOORS, CEILINGS):
        return _two_bounds(a, b)
    if found in {"different", "different bound"}:
        return Verdict(Relation.CONTRADICTION, found, 1.0)
    return None


def _same_figure_other_unit(sides: Sides) -> bool:
    """3 percent and 3 percentage points, 12 miles and 12 km, $5 and €5: one figure, two measures."""
    a, b = sides.a, sides.b
    if {a.unit, b.unit} == SHARES:
        return a.amount == b.amount
    if "count" in (a.unit, b.unit) or a.unit in INDIVISIBLE or b.unit in INDIVISIBLE:
        return False
    if a.unit != b.unit:
        return _is_money(a.unit) and _is_money(b.unit) and a.amount == b.amount and not _local_dollar(sides)
    written = DIGITS.findall(sides.left.text), DIGITS.findall(sides.right.text)
    return written[0] == written[1] != [] and level(a, b) == "different" and not _is_money(a.unit)


def _local_dollar(sides: Sides) -> bool:
    """Whether a bare "$" stands against the dollar of a country: at home nobody names it."""
    if not {sides.a.unit, sides.b.unit} <= DOLLARS:
        return False
    return any(
        value.unit == "USD" and BARE_DOLLAR.match(fact.text)
        for fact, value in ((sides.left, sides.a), (sides.right, sides.b))
    )


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _both_in(a: Quantity, b: Quantity, *groups: frozenset[Bound]) -> bool:
    return any(a.bound in group and b.bound in group for group in groups)


def _two_bounds(a: Quantity, b: Quantity) -> Verdict | None:
    """Two floors, or two ceilings, on one figure: a weaker one is fine, a far one is another figure."""
    small, large = sorted((abs(a.amount), abs(b.amount)))
    coarser = max(a.step, b.step)
    if large - small < coarser and large <= small * BOUNDS_APART and a.step != b.step:
        return None
    if Bound.NEARLY in (a.bound, b.bound) and a.bound is not b.bound:
        return None
    if small == large:
        return None
    if small * BOUNDS_APART < large:
        return Verdict(Relation.CONTRADICTION, "different", 0.85)
    return Verdict(Relation.DRIFT, "different bound", 0.75)


# ------------------------------------------------------------------------------------- when, who


def _dated(alignment: Alignment, sides: Sides, verdict: Verdict) -> Relation:
    """An update where a developing figure is larger in the article that is strictly later."""
    if _explained(alignment, sides):
        return Relation.UPDATE
    if verdict.level == "different unit" or sides.a.unit != "count":
        return verdict.relation
    later = _later(alignment.left_published, alignment.right_published)
    grown = sides.a.amount - sides.b.amount
    if later * grown > 0 and _developing(alignment, sides):
        return Relation.UPDATE
    if later and _shrinking(alignment, sides):
        return Relation.UPDATE
    return verdict.relation


def _explained(alignment: Alignment, sides: Sides) -> bool:
    """Whether one side names the other's figure as the one it replaces: "down from 3.1 first reported"."""
    return _replaces(alignment.left, sides.right) or _replaces(alignment.right, sides.left)


def _replaces(claim: Claim, other: AnyFact) -> bool:
    """Read in the whole sentence: the claim may be no more than its first clause."""
    sentence = claim.sentence_text.lower()
    cued = bool(_words(sentence) & words_of("quantity_revised.txt")) or "first reported" in sentence
    written = DIGITS.search(other.text)
    figure = written.group() if written else other.text.lower()
    return cued and any(f"{lead} {figure}" in sentence for lead in ("from", "of", "reported", "at"))


def _shrinking(alignment: Alignment, sides: Sides) -> bool:
    """Whether the figure counts what passes: the missing, the stranded, homes without power."""
    cues = words_of("shrinking_figures.txt")
    if {sides.a.noun, sides.b.noun} & cues:
        return True
    texts = [claim.sentence_text.lower() for claim in (alignment.left, alignment.right)]
    return all(cues & _words(text) or "without power" in text for text in texts)


def _later(left: Published, right: Published) -> int:
    """1 where the left article is later by more than an hour, -1 where the right one is, else 0."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return 0
    if left.earliest >= right.latest and left.earliest - right.earliest > HOUR:
        return 1
    return -1 if right.earliest >= left.latest and right.earliest - left.earliest > HOUR else 0


def _developing(alignment: Alignment, sides: Sides) -> bool:
    cues = words_of("developing_figures.txt")
    if {sides.a.noun, sides.b.noun} & cues:
        return True
    return all(cues & _words(claim.sentence_text) for claim in (alignment.left, alignment.right))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(text))


def _yet_to_come(alignment: Alignment) -> bool:
    """Whether one claim plans what the other counts: "plans to hire 100", "has hired none yet"."""
    plans = words_of("plan_words.txt")
    left, right = (bool(plans & _words(claim.sentence_text)) for claim in (alignment.left, alignment.right))
    return left != right


def _two_sources(alignment: Alignment) -> bool:
    """Whether each figure is another source's own: "the union: 400", "the company: 250"."""
    speakers = _speaker(alignment.left), _speaker(alignment.right)
    if not all(speakers):
        return False
    left, right = (_words(speaker) - {"the", "a", "an"} for speaker in speakers)
    crowds = words_of("quote_crowds.txt")  # their capital only opens the sentence: "Opponents say"
    named = [
        speaker.removeprefix("the ").removeprefix("The ")[:1].isupper() and speaker.lower() not in crowds
        for speaker in speakers
    ]
    pronouns = words_of("quantity_pronouns.txt")
    # A name and a description ("the mayor") may be one person.
    return named[0] == named[1] and not left & right and not (left | right) & pronouns


def _speaker(claim: Claim) -> str:
    if claim.attribution is None:
        return ""
    if claim.attribution.speaker:
        return claim.attribution.speaker
    source = claim.attribution.source
    if source is None or not claim.sentence.contains(source):
        return ""
    return claim.sentence_text[source.start - claim.sentence.start : source.end - claim.sentence.start]


# ------------------------------------------------------------------------------------- how sure, in words


def _sureness(sides: Sides) -> float:
    sure = min(_written(sides.left, sides.a), _written(sides.right, sides.b))
    if sides.a.unit == sides.b.unit == "count":
        sure -= 0.1 * ((not sides.a.noun) + (not sides.b.noun))
    return sure


def _written(fact: AnyFact, value: Quantity) -> float:
    """Digits are surest; small numbers in words and rough figures are the least."""
    if value.bound in {Bound.ABOUT, Bound.AT_LEAST} and not DIGITS.search(fact.text):
        return 0.75
    if not DIGITS.search(fact.text):
        return 0.82 if value.unit == "count" and value.amount <= 2 else 0.9
    return 0.95 if value.bound is Bound.EXACT and value.upper is None else 0.85


def _reason(sides: Sides, relation: Relation, rung: str) -> str:
    left, right = _named(sides.left, sides.a), _named(sides.right, sides.b)
    if relation is Relation.UPDATE:
        return f"The figure moved between the two reports: {left} on one side, {right} on the other."
    if rung == "different role":
        roles = _told_role(sides.left, sides.a), _told_role(sides.right, sides.b)
        return f"The same figure is {roles[0]} on one side, {roles[1]} on the other."
    if rung == "different base":
        return f"Both say {left}, but hold it against two different times."
    if rung == "different unit":
        return f"The same figure stands in two different units: {left} and {right}."
    if rung == "different bound":
        return f"One side puts the figure at {left}, the other at {right}: they bound it differently."
    return f"One side says {left}, the other {right}: both cannot be right."


ROLE_PHRASES = {
    "base": "from {}",
    "change": "by {}",
    "each": "{} each",
    "target": "to {}",
    "together": "{} together",
}
ROLE_WORDS = {
    "base": "what it began at",
    "change": "the change",
    "each": "the figure for each",
    "target": "what it came to",
    "together": "the figure for all together",
}


def _told_role(fact: AnyFact, value: Quantity) -> str:
    return f"{ROLE_WORDS.get(value.role, value.role)} (“{fact.text}”)"


def _named(fact: AnyFact, value: Quantity) -> str:
    noun = f" ({value.noun})" if value.noun and value.unit == "count" else ""
    return f"“{fact.text}”{noun}"
