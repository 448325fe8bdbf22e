"""Splitting: an article comes in; its sentences come out, and its claims as verbatim slices."""

from __future__ import annotations

from factcheck.split.claims import claims
from factcheck.split.sentences import parsed, sentences

__all__ = ["claims", "parsed", "sentences"]
