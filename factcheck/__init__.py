"""factcheck: every fact on which several outlets' versions of one story disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from factcheck.api import Report, check
    from factcheck.records import Article, Dispute, Finding, Relation
    from factcheck.settings import Settings

__all__ = ["Article", "Dispute", "Finding", "Relation", "Report", "Settings", "__version__", "check"]

_HOMES = {
    "Report": "factcheck.api",
    "check": "factcheck.api",
    "Article": "factcheck.records",
    "Dispute": "factcheck.records",
    "Finding": "factcheck.records",
    "Relation": "factcheck.records",
    "Settings": "factcheck.settings",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when asked for: the command line answers --help without loading any room."""
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
