"""A matched time expression and its surroundings come in, its TIMEX3 value and days come out.

Nothing here reads a clock: a relative time is placed from the publication day, or stays unresolved.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.values import times_dates, times_hours, times_periods
from factcheck.values.times_grammar import Match
from factcheck.values.times_readings import Context, Reading, Rule

RULES: Mapping[str, Rule] = {**times_dates.RULES, **times_periods.RULES, **times_hours.RULES}


def read(match: Match, context: Context) -> Reading | None:
    """What the match means in its context; None where it is no time after all."""
    return RULES[match.rule](match, context)
