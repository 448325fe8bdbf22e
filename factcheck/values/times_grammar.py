"""The code string of a sentence comes in, the time expressions in it come out as named matches.

A pattern reads the characters of ``times_words.CODES``: ``t?xQ?U`` is "the next (two) weeks".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.values.times_words import Token, neighbours

NUM = "(?:[ndy]|c(?:-?c){0,3}(?:&aH)?)"
QTY = f"(?P<n>{NUM}|f|a)"
YEAR = "(?P<y>y)"
REL = "(?P<rel>[lix])"
MOD = "(?P<mod>e)(?:-|p)?"
EDGE = "(?:t?(?P<edge>[BOl]H?)o)"
UNIT = "(?P<u>[UVqK])"

# Name, the code characters one of which must be there, the pattern. Of two matches the longer one wins,
# of two equally long ones the earlier rule.
RULES: tuple[tuple[str, str, str], ...] = (
    ("iso", "D", "(?P<iso>D)"),
    (
        "day_month",
        "M",
        f"(?:W,?)?(?P<m>M)(?:t(?=O))?(?P<d>[dO])(?:[-/](?P<d2>d)(?![:.dn]))?(?:[,op]?{YEAR}|,?o?{REL}U)?",
    ),
    (
        "day_month",
        "M",
        f"(?:W,?)?(?:t(?=[dO]))?(?P<d>[dO])(?:-(?P<d2>d))?o?(?P<m>M)(?:[,op]?{YEAR}|,?o?{REL}U)?",
    ),
    ("day_only", "O", "tO(?P<dd>)"),
    ("month", "M", f"(?:t?{MOD}|t?(?P<edge>B)o)?(?:{REL}l?)?(?P<m>M)(?:[,p]?o?{YEAR}|,?o?(?P<rely>[lix])U)?"),
    ("season", "S", f"(?:t?{MOD}|t?(?P<edge>B)o)?t?(?:{REL}l?)?(?P<s>S)(?:,?o?t?{YEAR})?"),
    ("quarter", "G", f"t?(?P<g>G),?o?Z?{YEAR}?|{YEAR.replace('<y>', '<y2>')}(?P<g2>G)"),
    (
        "quarter",
        "q",
        f"t?(?:{YEAR}|{REL}U'|(?P<ago>U-?[AE]))?Z?-?(?P<o>[Ol])-?[qV](?:(?:o|,|)Z?(?P<y2>y)|o?,?(?P<rely>[lix])U)?",
    ),
    ("bare_quarter", "qI", f"t?(?:{REL}|(?P<ago>U-?[AE])|{YEAR})(?P<q>[qI])|t(?P<q2>q)"),
    ("half", "H", f"t?(?P<o>[OlBe])-?H(?:(?:o|,|)t?(?:{YEAR}|(?P<dec>X)|(?:{REL}|(?P<bare>t))U))?"),
    ("half_year", "H", "(?P<o>[OlBe])-?Ho(?P<bare>t)U"),
    ("year", "y", f"(?:t?{MOD}|t?(?P<edge>B)o)?(?P<z>Z)?U?{YEAR}"),
    ("year", "y", f"tU{YEAR}"),
    ("fiscal", "F", "(?P<fy>F)"),
    ("year_end", "U", "(?P<u>U)'?-?(?P<edge>B)"),
    ("decade", "X", f"t?(?:{MOD}|(?P<edge>B)ot?)?(?P<dec>X)"),
    ("years", "Y", "(?P<span>Y)"),
    ("period", "UVqK", f"t?(?:{MOD}|t?(?P<edge>B)ot?)?(?P<e>E)?(?:l(?=l)|i(?=l))?{REL}Z?{UNIT}"),
    ("weekend", "K", "t(?P<u>K)"),
    ("past", "l", "tl"),
    ("ended_year", "U", "tZ?(?P<u>U)"),
    ("century", "U", "t?(?P<o>O)-?(?P<u>U)"),
    ("year_words", "c", "(?P<n>cc(?:-?c)?)"),
    ("vague", "V", "(?P<u>V)"),
    ("period_end", "UKq", f"t(?P<edge>B)ot{UNIT}"),
    ("period_end", "Uq", f"(?P<edge>e)pt{UNIT}"),
    ("unit_before", "U", "t(?P<u>U)_"),
    ("earlier_in", "E", "(?P<e>E)pt(?P<u>[Uq])"),
    ("window", "UV", f"t?{REL}(?:(?P<n>{NUM}|a?f|a)){UNIT}"),
    ("ago", "A", f"(?P<about>g)?(?:{QTY}-?\\+?)?{UNIT}A"),
    ("shift", "E", f"(?P<about>g)?{QTY}-?{UNIT}(?P<e>E)"),
    ("year_earlier", "U", "U-[AE]"),
    ("duration", "UV", f"(?P<about>g)?(?:{QTY})(?:[-+]){{0,2}}(?:(?:/|-)(?P<n2>{NUM})-?)?(?P<u>[UV])(?!-?!)"),
    ("duration", "V", f"(?P<about>g)?t{QTY}(?P<u>V)(?!-?!)"),
    ("duration", "UV", f"(?P<about>g)?t?O(?P<n>{NUM}|f)(?P<u>V)"),
    ("half_unit", "H", "(?P<about>g)?(?:H-?(?:aU|a-U)|aH-(?P<u>U))"),
    ("unit_and_half", "H", "(?P<about>g)?aU&aH"),
    ("quarter_unit", "q", "(?P<about>g)?a?qo?aU"),
    ("recent", "R", "tR(?P<u>V)|R(?P<u2>V)"),
    ("each", "vTN", "v(?P<n>[cdOf])?(?P<u>[UVWPSMqKN])(?P<p>P)?|(?P<t>T)|(?P<w>N)(?P<wp>P)?"),
    ("weekday", "W", f"(?:t?{MOD})?(?:t?{REL})?(?P<w>W)(?P<mod2>e)?(?P<p>P)?"),
    ("day", "h", f"(?:{MOD}|(?P<e>E))?(?P<h>h)(?P<p>P)?"),
    ("part", "P", f"(?:{MOD}|(?P<e>E))?{REL}(?P<p>P)"),
    ("overnight", "P", "(?P<p>P)"),
    ("clock", "k", "(?P<k>k)z?"),
    ("reference", "r", "(?P<r>r)"),
    ("holiday", "L", f"(?:{REL})?(?P<hol>L)(?:,?{YEAR})?"),
)


class Match(NamedTuple):
    """One time expression: the rule that found it, its tokens, and the tokens of its named parts."""

    rule: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    parts: dict[str, tuple[Token, ...]]
    priority: int

    def text(self, *names: str) -> str:
        """The value of the first of these parts that is there."""
        for name in names:
            if self.parts.get(name):
                return self.parts[name][0].value
        return ""

    def has(self, *names: str) -> bool:
        return any(self.parts.get(name) for name in names)


@cache
def _compiled() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    return tuple((name, frozenset(needs), re.compile(pattern)) for name, needs, pattern in RULES)


def matches(tokens: Sequence[Token]) -> list[Match]:
    """The longest time expressions of a sentence, from left to right, not overlapping."""
    codes = "".join(token.code for token in tokens)
    present = set(codes)
    found: list[Match] = []
    for priority, (name, needs, pattern) in enumerate(_compiled()):
        if needs & present:
            found += [
                _match(name, m, tokens, priority) for m in pattern.finditer(codes) if m.end() > m.start()
            ]
    return _longest([m for m in found if fits(m, tokens, codes)])


def _match(name: str, found: re.Match[str], tokens: Sequence[Token], priority: int) -> Match:
    parts = {
        part: tuple(tokens[found.start(part) : found.end(part)])
        for part, text in found.groupdict().items()
        if text is not None
    }
    return Match(
        name, found.start(), found.end(), tuple(tokens[found.start() : found.end()]), parts, priority
    )


def _longest(found: list[Match]) -> list[Match]:
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(found, key=lambda m: (m.start - m.end, m.priority, m.start)):
        if taken.isdisjoint(range(match.start, match.end)):
            chosen.append(match)
            taken.update(range(match.start, match.end))
    return sorted(chosen, key=lambda m: m.start)


def fits(match: Match, tokens: Sequence[Token], codes: str) -> bool:
    """Whether the neighbours of a match let it be a time at all."""
    before = tokens[match.start - 1] if match.start else None
    after = tokens[match.end] if match.end < len(tokens) else None
    mod = match.parts.get("mod")
    if mod and mod[0].end < match.tokens[-1].start and _has_other_lead(match, mod[0]):
        return False
    match match.rule:
        case "year":
            return _is_year(match, before, after)
        case "day_only":
            lead = before is not None and before.lower in neighbours("day-lead")
            return lead and match.tokens[-1].text[0].isdigit() and (after is None or after.code in ".,&")
        case "duration" | "window" | "ago" | "shift":
            return _is_amount(match, before, after)
        case "overnight":
            return match.tokens[0].lower == "overnight" or match.text("p") in ("12:00", "24:00")
        case "season" if match.end - match.start == 1:
            return before is not None and before.lower in (
                "in",
                "by",
                "until",
                "since",
                "for",
                "during",
                "through",
            )
        case "season" if match.tokens[0].code == "t" and match.end - match.start == 2:
            return after is None or after.lower not in neighbours("not-after-season")
        case "half":
            return match.has("y", "dec", "rel", "bare")
        case "bare_quarter" if match.parts.get("q") and match.parts["q"][0].code == "I":
            return match.has("y", "ago") or match.tokens[-2].code == "l"
        case "past":
            return match.tokens[1].lower == "past" and (after is None or after.code in "_.,&p")
        case "ended_year":
            return match.text("u") == "Y" and after is not None and after.lower in ("ended", "ending")
        case "unit_before":
            alone = after is None or after.code in ".,&"
            return alone and match.tokens[-1].lower in ("before", "after") and match.text("u") in "DWMY"
        case "century":
            return match.text("u") == "C"
        case "year_words":
            return match.tokens[0].lower == "nineteen"
        case "vague":
            return before is not None and before.lower in neighbours("vague-lead") and match.text("u") != "WE"
        case "reference":
            return after is None or after.lower not in ("as", "after")
        case "period":
            return _is_period(match, after)
        case "part":
            return match.text("rel") != "1"
        case "each" if match.has("u") and match.tokens[0].lower == "per":
            return True
        case _:
            return True


def _has_other_lead(match: Match, mod: Token) -> bool:
    """ "late in May" is a part of May, "late on May 3" and "early at dawn" are not parts of anything."""
    following = match.tokens[match.tokens.index(mod) + 1]
    return following.code == "p" and following.lower != "in"


def _is_year(match: Match, before: Token | None, after: Token | None) -> bool:
    if match.end - match.start > 1:
        return True
    number = int(match.text("y"))
    lead = (
        before is None
        or before.code in ".,'-Me"
        or before.lower in neighbours("year-lead")
        or before.text[:1].isupper()
    )
    if number < 1900 or number > 2060:
        return before is not None and before.lower in ("in", "since", "of", "to", "until") and _ends(after)
    if before is not None and before.code == "g":
        return _ends(after)
    counted = after is not None and (
        after.lower == "people" or (after.code == "_" and after.lower.endswith("s"))
    )
    if counted and (before is None or before.code in ".," or before.lower in ("and", "or")):
        return False
    return lead or _ends(after)


def _ends(after: Token | None) -> bool:
    return (
        after is None or after.code in ".,&-" or after.code != "_" or after.lower in neighbours("year-lead")
    )


def _is_amount(match: Match, before: Token | None, after: Token | None) -> bool:
    """Not an age ("a 57-year-old", "41 years old") and not a share of something else."""
    if after is not None and (after.code == "!" or after.lower in ("old", "aged")):
        return False
    unit = match.parts.get("u", ())
    if unit and unit[0].code == "K" and match.rule == "duration":
        return False
    return not (before is not None and before.code in "#")


def _is_period(match: Match, after: Token | None) -> bool:
    unit = match.parts["u"][0]
    rel = match.parts["rel"][0]
    if unit.value.startswith("T"):
        return False
    if unit.code == "V" and rel.value not in ("-1", "1"):
        return False
    return not (rel.value == "that" and unit.value in ("D", "WE") and unit.code == "V")
