"""Alignments in, findings out: every comparator is registered here, in one tuple."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import (
    arguments,
    arithmetic,
    attributions,
    causes,
    channels,
    contraries,
    degrees,
    forces,
    hedges,
    lone_dates,
    lone_figures,
    lone_names,
    names,
    narrowings,
    outcomes,
    places,
    polarity,
    proxies,
    quantities,
    quotes,
    role_reversal,
    roles,
    scope,
    slips,
    speakers,
    statuses,
    substitutions,
    times,
)
from factcheck.compare.findings import findings
from factcheck.errors import UsageError
from factcheck.protocols import Comparator

COMPARATORS: tuple[Comparator, ...] = (
    times,
    quantities,
    roles,
    names,
    slips,
    places,
    polarity,
    outcomes,
    contraries,
    quotes,
    speakers,
    attributions,
    channels,
    hedges,
    forces,
    statuses,
    scope,
    causes,
    degrees,
    narrowings,
    proxies,
    role_reversal,
    arguments,
    arithmetic,
    lone_names,
    lone_figures,
    lone_dates,
    substitutions,
)

__all__ = ["COMPARATORS", "chosen", "findings"]


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Comparator, ...]:
    """The comparators named in ``select`` (all, when empty) but not in ``ignore``; by name or kind.

    Raises UsageError for a name that no comparator has.
    """
    known = {name for comparator in COMPARATORS for name in _names(comparator)}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(f"no comparator {name!r}", f"comparators: {', '.join(sorted(known))}")
    return tuple(
        comparator
        for comparator in COMPARATORS
        if (not select or _names(comparator) & set(select)) and not _names(comparator) & set(ignore)
    )


def _names(comparator: Comparator) -> set[str]:
    return {comparator.name, str(comparator.kind)}
