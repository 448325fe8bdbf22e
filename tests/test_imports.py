"""The arrow between the rooms, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_imports_point_down_only() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import factcheck.cli", "numpy pandas networkx onnxruntime spacy torch trafilatura rich"),
        ("import factcheck.pipeline", "pandas onnxruntime spacy torch trafilatura sentence_transformers"),
        ("import factcheck; factcheck.check", "pandas onnxruntime spacy torch sentence_transformers"),
    ],
)
def test_nothing_heavy_is_imported_until_asked_for(statement: str, heavy: str) -> None:
    code = f"import sys; {statement}; print(*sorted(set({heavy.split()!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
