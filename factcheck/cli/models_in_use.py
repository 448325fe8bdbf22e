"""The command that lists the shipped models and checks their checksums."""

from __future__ import annotations

from importlib.resources import as_file, files

import click

from factcheck.errors import ModelError


@click.group()
def models() -> None:
    """The models in use, their cards and checksums."""


@models.command("list")
def list_models() -> None:
    """Print the model cards of the shipped models."""
    with as_file(files("factcheck.models") / "weights") as folder:
        for card in sorted(folder.glob("*/MODEL_CARD.md")):
            click.echo(card.read_text(encoding="utf-8"))


@models.command()
def check() -> None:
    """Compare every shipped model file with its checksum; exit 2 where one differs."""
    from factcheck.models.encoder import damaged

    with as_file(files("factcheck.models") / "weights") as folder:
        for model in sorted(path.parent for path in folder.glob("*/checksums.json")):
            wrong = damaged(model)
            if wrong:
                raise ModelError(
                    f"model {model.name}: {', '.join(wrong)} damaged or missing", "reinstall factcheck"
                )
            click.echo(f"{model.name}: intact")
