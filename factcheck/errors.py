"""What can go wrong, as exceptions; each message names the file or setting, each hint what to do."""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of our own errors. ``hint`` says what the user can do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(FactcheckError):
    """Wrong flags, settings or paths (exit 2)."""


class SettingsError(UsageError):
    """A settings file or value is wrong."""


class NoArticlesError(UsageError):
    """Nothing to check at all."""


class ReadError(FactcheckError):
    """One file could not be read; the run goes on and reports it."""


class ModelError(FactcheckError):
    """A model is missing, damaged or not of the kind asked for."""


class OutputError(FactcheckError):
    """The report could not be written; nothing earlier was replaced."""
