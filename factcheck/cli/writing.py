"""Rendered files in, a folder on disk out: staged first, then moved, run.json last."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import OutputError

LAST = "run.json"  # whoever sees it sees a whole report


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write every file, ``run.json`` last. Raises OutputError; what stood there before then still stands."""
    staging: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".staging-", dir=folder))
        for name, content in sorted(files.items()):
            _synced(staging / name, content)
        for name in sorted(files, key=lambda name: (name == LAST, name)):
            (staging / name).replace(folder / name)
    except OSError as error:
        hint = "choose another folder with -o, or free some space"
        raise OutputError(f"cannot write the report to {folder}: {error.strerror or error}", hint) from error
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)


def _synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
