"""A sentence's words and its amounts in; each amount with what it is in a change or a whole, and with the
unit or the noun that it borrows from its neighbours, out.

"It fell from 24,000 tonnes to 15,000" holds a base and a target, "by 9,000" a change, "two points ahead" what
sets two apart, "214 of 530 flights" a part and its whole, "the other 316" the rest. A change is never held
against a level, nor a part against its whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.records import Quantity, Sentence
from factcheck.values.quantities_nouns import counted, is_casualty, singular
from factcheck.values.quantities_words import DASHES, Token, low
from factcheck.values.word_lists import pairs_of, words_of

_BE = frozenset({"be", "been", "being", "is", "was", "were"})
BASE, TARGET, CHANGE, APART = "base", "target", "change", "apart"
PART, WHOLE, REST, EACH, TOGETHER = "part", "whole", "rest", "each", "together"

_ENDS = frozenset({BASE, TARGET})
_FRAME = frozenset({BASE, TARGET, CHANGE})
_SHARES = frozenset({"%", "pp"})
_STOPS = frozenset(".;:!?()[]") | {"while", "whereas", "but"}
_MARKS = frozenset(".,;:!?()[]—")
_OPENERS = frozenset({"the", "its", "their", "his", "her", "our", "those", "these", "all"})
_REACH = 12  # words between a verb of change and its figure
_REACH_OF_WINNER = 25  # the loser's name and standing come between
_NEAR = 7  # words between the two figures of one change
_WIN = frozenset(
    {"beat", "beaten", "beats", "defeated", "lost", "won", "win", "wins", "lead", "leads", "led"}
)
_POINTS = frozenset({"delegate", "game", "goal", "place", "point", "run", "seat", "shot", "stroke", "vote"})
_MARGINS = frozenset({"difference", "gap", "lead", "majority", "margin"})
_NO_MARK = frozenset({"sea", "ground", "zero", "freezing", "deck"})  # "1,200 feet above sea level" is a level
_REMAINING = frozenset({"other", "another", "remaining", "further", "additional"})
_TOTALS = frozenset({"altogether", "combined", "together"})
_TOTALLING = frozenset({"altogether", "totaling", "totalling", "totaled", "totalled"})
_TALLIES = frozenset({"number", "numbers", "tally", "count", "total"})
_LINKED = frozenset(
    {"to", "of", "at", "was", "is", "were", "are", "stood", "stands", "reached", "from", "by"}
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity at tokens [first, last); ``worth`` is one of what was written: 0.3048 for feet."""

    value: Quantity
    first: int
    last: int
    worth: Decimal = Decimal(1)


def with_roles(
    words: Sequence[Token], amounts: Sequence[Amount], sentence: Sentence | None = None
) -> tuple[Amount, ...]:
    """``amounts``, in order, each with its role and with what it borrows."""
    plain = [k for k, found in enumerate(amounts) if found.value.unit not in {"ordinal", "age", "score"}]
    told = list(amounts)
    for at, k in enumerate(plain):
        nearby = [amounts[plain[n]] if 0 <= n < len(plain) else None for n in (at - 1, at + 1)]
        role = amounts[k].value.role or _role(words, amounts[k], nearby[0], nearby[1])
        told[k] = _with(amounts[k], role=role)
    told = [_total_or_each(words, told, k) if k in plain else told[k] for k in range(len(told))]
    return tuple(_lent(words, told, plain, sentence))


def _with(found: Amount, **changes: str) -> Amount:
    return replace(found, value=replace(found.value, **changes))  # type: ignore[arg-type]


# ------------------------------------------------------------------ one amount


def _role(words: Sequence[Token], found: Amount, before: Amount | None, after: Amount | None) -> str:
    for rule in (_rest, _part_or_whole, _end, _apart, _change):
        role = rule(words, found, before, after)
        if role:
            return role
    return ""


def _rest(words: Sequence[Token], found: Amount, _before: Amount | None, _after: Amount | None) -> str:
    previous, following = low(words, found.first - 1), low(words, found.last)
    if is_casualty(found.value.noun):  # "12 died and 30 others were hurt": all the hurt
        return ""
    if previous in _REMAINING or (previous == "but" and low(words, found.first - 2) == "all"):
        return REST
    more = following == "more" and low(words, found.last + 1) != "than"
    return REST if following in {"other", "others", "remaining"} or more else ""


def _part_or_whole(words: Sequence[Token], found: Amount, before: Amount | None, after: Amount | None) -> str:
    if found.value.unit == "pp":
        return ""
    if after is not None and _is_of(words, found.last, after.first):
        return PART
    if before is not None and _is_of(words, before.last, found.first):
        return WHOLE
    if _opens_with_of(words, found.first) and after is not None:
        return WHOLE
    if before is not None and _opens_with_of(words, before.first):
        return PART
    following = [low(words, found.last + k) for k in range(3)]
    if following[:1] == ["of"] and following[1] in {"them", "whom", "which"}:
        return PART
    return PART if _after_of_which(words, found.first) or _among_them(words, found.first) else ""


def _is_of(words: Sequence[Token], last: int, first: int) -> bool:
    """Whether "of the", "flights of its", "out of" stands between the figures, "of Norvia's" too."""
    between = [low(words, k) for k in range(last, first)]
    if not 0 < len(between) <= 6 or "of" not in between[:3]:
        return False
    at = between.index("of")
    noun, owner = between[:at], between[at + 1 :]
    owned = not owner or owner[0] in _OPENERS or any("'" in word for word in owner)
    return owned and not any(
        word in _MARKS or word in words_of("quantity_stops.txt") - {"out"} for word in noun
    )


def _opens_with_of(words: Sequence[Token], first: int) -> bool:
    """Such as "Of the 40 tenants, 12 left"."""
    at = first - 1
    if low(words, at) in _OPENERS:
        at -= 1
    return low(words, at) == "of" and (at == 0 or low(words, at - 1) in _MARKS)


def _after_of_which(words: Sequence[Token], first: int) -> bool:
    """Such as "40 million, of which the state pays 30 million"."""
    for at in range(first - 1, max(first - 8, 0), -1):
        if low(words, at) in {"which", "whom"}:
            return low(words, at - 1) == "of"
        if not words[at].is_word:
            return False
    return False


def _among_them(words: Sequence[Token], first: int) -> bool:
    if low(words, first - 1) in {"including", "includes", "included"}:
        return True
    return [low(words, first - 2), low(words, first - 1)] == ["among", "them"]


def _end(words: Sequence[Token], found: Amount, before: Amount | None, after: Amount | None) -> str:
    """Where a change begins or ends: "from 310 to 400", "rose to 6.4 metres", "up from 9"."""
    previous = low(words, found.first - 1)
    if previous == "from":
        onward = after is not None and _is_next(words, found, after, "to")
        return BASE if onward or _changed(words, found.first) else ""
    if previous == "to":
        came = before is not None and _is_next(words, before, found, "to") and _starts(words, before)
        return TARGET if came or _changed(words, found.first) else ""
    return ""


def _starts(words: Sequence[Token], found: Amount) -> bool:
    return low(words, found.first - 1) in {"from", "by"}


def _is_next(words: Sequence[Token], one: Amount, other: Amount, link: str) -> bool:
    near = other.first - one.last <= _NEAR and low(words, other.first - 1) == link
    return near and not any(low(words, k) in _STOPS for k in range(one.last, other.first))


def _changed(words: Sequence[Token], first: int) -> bool:
    """Whether a word of change stands before the figure in its clause."""
    changes = pairs_of("quantity_changes.csv")
    for at in range(first - 1, max(first - _REACH - 1, -1), -1):
        if low(words, at) in _STOPS:
            return False
        if low(words, at) in changes and low(words, at + 1) not in {"until"}:
            return True
    return False


def _apart(words: Sequence[Token], found: Amount, _before: Amount | None, _after: Amount | None) -> str:
    """What sets two apart: "1.9 metres above the mark", "two points ahead", "by 424 votes"."""
    table = pairs_of("quantity_apart.csv")
    if low(words, found.first - 1) == "of" and low(words, found.first - 2) in _MARGINS:
        return APART
    counted_apart = found.value.unit != "count" or found.value.noun in _POINTS
    # "was won by 12 players" is no margin, "beat Orsa by four wickets" is
    margin = counted_apart or not _passive(words, found.first)
    if low(words, found.first - 1) == "by" and margin and _won(words, found.first):
        return APART
    for at in range(found.last, found.last + 3):
        use, following = table.get(low(words, at), ""), low(words, at + 1)
        told = (
            use == "free"
            or (use == "than" and (following == "than" or found.value.unit == "%"))  # "a third fewer boats"
            or (use == "level" and following not in _NO_MARK and not _is_bound(words, at))
            or (use == "of" and following == "of")  # "300 votes short of the 900"
            or (use == "lead" and counted_apart)
        )
        if told and use:
            return APART
        if at >= len(words) or not words[at].is_word or low(words, at) in words_of("quantity_stops.txt"):
            return ""
    return ""


def _is_bound(words: Sequence[Token], at: int) -> bool:
    """Such as "ages 12 and above", "12 or below"."""
    return low(words, at - 1) in {"and", "or"}


def _passive(words: Sequence[Token], first: int) -> bool:
    """Whether a form of "be" stands before the act of winning."""
    return any(low(words, at) in _BE for at in range(max(first - 5, 0), first))


def _won(words: Sequence[Token], first: int) -> bool:
    for at in range(first - 1, max(first - _REACH_OF_WINNER - 1, -1), -1):
        if low(words, at) in _STOPS:
            return False
        if low(words, at) in _WIN:
            return True
    return False


def _change(words: Sequence[Token], found: Amount, _before: Amount | None, after: Amount | None) -> str:
    """By how much: "fell by 9,000", "rose 4 %", "up 12 points", "a 4 % rise", "an increase of 4 %"."""
    changes = pairs_of("quantity_changes.csv")
    previous = low(words, found.first - 1)
    if previous == "by":
        onward = after is not None and _is_next(words, found, after, "to")
        return CHANGE if onward or _changed(words, found.first) else ""
    use = changes.get(previous) or (
        changes.get(low(words, found.first - 2)) if previous.endswith("ly") else ""
    )
    measured = found.value.unit != "count"
    owned = found.value.unit not in {"count"} and not _is_money(found.value.unit)
    if use == "moves" or (use == "sets" and owned):
        return CHANGE
    if previous == "of" and changes.get(low(words, found.first - 2)) in {"moves", "noun"}:
        return CHANGE
    after_word = low(words, found.last)
    if after_word in {"pay", "price", "tax", "wage", "rate", "point"}:
        after_word = low(words, found.last + 1)
    return (
        CHANGE if measured and changes.get(after_word) in {"moves", "noun"} and after_word != "down" else ""
    )


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


# ------------------------------------------------------------------ each or together


def _total_or_each(words: Sequence[Token], amounts: Sequence[Amount], k: int) -> Amount:
    found = amounts[k]
    if found.value.role:
        return found
    previous = low(words, found.first - 1), low(words, found.first - 2)
    if previous == ("of", "total") or previous[0] in _TOTALLING:
        return _with(found, role=TOGETHER)
    start, end = _alone(words, amounts, found)
    pairs = {(low(words, at), low(words, at + 1)) for at in range(start, end)}
    around = {first for first, _ in pairs}
    if (around & {"each", "apiece"} and ("each", "other") not in pairs) or _per(words, found):
        return _with(found, role=EACH)
    summed = around & _TOTALS or {("in", "all"), ("in", "total")} & pairs
    return _with(found, role=TOGETHER) if summed else found


def _alone(words: Sequence[Token], amounts: Sequence[Amount], found: Amount) -> tuple[int, int]:
    """The tokens around the amount up to a mark or to another amount."""
    start, end = _segment(words, found)
    for other in amounts:
        if other.last <= found.first:
            start = max(start, other.last)
        elif other.first >= found.last:
            end = min(end, other.first)
    return start, end


def _per(words: Sequence[Token], found: Amount) -> bool:
    """Such as "40 euros per head"; a rate of time is none of these."""
    for at in range(found.last, found.last + 3):
        if low(words, at) == "per" and low(words, at + 1) not in words_of("quantity_time_units.txt"):
            return low(words, at + 1) != "cent"
    return False


def _segment(words: Sequence[Token], found: Amount) -> tuple[int, int]:
    """The tokens from one mark to the next around the amount."""
    start, end = found.first, found.last
    while start > 0 and low(words, start - 1) not in _MARKS:
        start -= 1
    while end < len(words) and low(words, end) not in _MARKS:
        end += 1
    return start, end


# ------------------------------------------------------------------ what is borrowed


def _lent(
    words: Sequence[Token], told: list[Amount], plain: Sequence[int], sentence: Sentence | None
) -> Iterator[Amount]:
    """Bare figures take the unit or the noun of their partners: "from 24,000 tonnes to 15,000"."""
    for k, found in enumerate(told):
        value = found.value
        if k in plain and value.unit == "%" and value.role == CHANGE:
            yield _with(found, noun=_tallied(words, found))
            continue
        if k not in plain or value.unit != "count" or value.noun:
            yield found
            continue
        partners = [told[n] for n in plain if n != k and abs(n - k) <= 2]
        lender = _lender(words, found, partners)
        if lender is not None:
            yield _borrowed(found, lender)
        else:
            noun = _subject_noun(words, found, sentence)
            yield _with(found, noun=noun) if noun else found


def _lender(words: Sequence[Token], found: Amount, partners: Sequence[Amount]) -> Amount | None:
    """The partner in the same change, or the whole of the same part, whose unit or noun is known."""
    role = found.value.role
    for partner in partners:
        other = partner.value
        if (other.unit == "count" and not other.noun) or _apart_by_stop(words, found, partner):
            continue
        if {role, other.role} == {PART, WHOLE} and other.unit != "%":
            return partner
        of_which = [low(words, partner.last + k) for k in range(3)] == [",", "of", "which"]
        if role == PART and of_which and other.unit != "%":  # "1.2 million euros, of which ... 900,000"
            return partner
        framed = role in _FRAME and other.role in _FRAME and role != other.role
        if framed and (other.unit not in _SHARES or {role, other.role} == _ENDS):
            return partner
    return None


def _apart_by_stop(words: Sequence[Token], one: Amount, other: Amount) -> bool:
    first, last = sorted((one, other), key=lambda found: found.first)
    return any(low(words, k) in _STOPS for k in range(first.last, last.first))


def _borrowed(found: Amount, lender: Amount) -> Amount:
    value, worth = found.value, lender.worth
    if lender.value.unit == "count":
        return _with(found, noun=lender.value.noun)
    if lender.value.unit == "Cel" and worth != 1:  # Fahrenheit has its own nought
        return found
    upper = None if value.upper is None else value.upper * worth
    lent = replace(
        value, amount=value.amount * worth, upper=upper, step=value.step * worth, unit=lender.value.unit
    )
    return replace(found, value=lent, worth=worth)


def _subject_noun(words: Sequence[Token], found: Amount, sentence: Sentence | None) -> str:
    """What is counted by a figure that stands apart from its noun: "the death toll rose to 12"."""
    first = found.first - 1
    linked = low(words, first) in _LINKED or low(words, first) in DASHES
    if not (linked or found.value.role in _FRAME) or found.last < 0:
        return ""
    tallied = _tallied(words, found)
    if tallied:
        return tallied
    return _parsed_subject(words, found, sentence) if found.value.role in _FRAME else ""


def _tallied(words: Sequence[Token], found: Amount) -> str:
    """The noun of "the number of ferries", "the payroll" before the figure in its clause."""
    first = found.first - 1
    for at in range(first, max(first - _REACH, -1), -1):
        word = low(words, at)
        if word in _STOPS:
            return ""
        collective = pairs_of("quantity_collectives.csv").get(word)
        if collective:
            return collective
        if word in _TALLIES and low(words, at + 1) == "of":
            return counted(words, at + 2, Decimal(2))
    return ""


def _parsed_subject(words: Sequence[Token], found: Amount, sentence: Sentence | None) -> str:
    """The plural subject of the verb of change before the figure."""
    if sentence is None or not sentence.parse.tokens:
        return ""
    changes = pairs_of("quantity_changes.csv")
    starts = {
        words[at].start for at in range(max(found.first - _REACH, 0), found.first) if words[at].low in changes
    }
    tokens = sentence.parse.tokens
    for token in tokens:
        if token.start in starts:
            for child in tokens:
                if child.dep.startswith("nsubj") and tokens[child.head] is token and child.tag == "NNS":
                    return singular(child.lemma.lower())
    return ""
