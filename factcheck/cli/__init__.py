"""Command lines in, exit codes out. The only room that reads flags, writes files and prints."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import click

import factcheck
from factcheck.cli.checking import gate, run
from factcheck.cli.looking import claims, explain, sources, version
from factcheck.cli.models_in_use import models
from factcheck.cli.scoring import score
from factcheck.cli.terminal import visible
from factcheck.errors import FactcheckError

INTERRUPTED, TERMINATED, UNTRUSTED = 130, 143, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "FACTCHECK"})
@click.version_option(factcheck.__version__, prog_name="factcheck")
def cli() -> None:
    """Find every fact on which several outlets' versions of one story disagree.

    Put each outlet's article into one folder a story, then type: factcheck run FOLDER
    """


for command in (run, gate, explain, claims, sources, score, models, version):
    cli.add_command(command)


def main() -> None:
    """Run the command line; every error is one message on stderr and the exit code of its kind."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = _said("interrupted: no earlier report was replaced", INTERRUPTED)
    except KeyboardInterrupt:
        code = _said("interrupted: no earlier report was replaced", INTERRUPTED)
    except click.ClickException as error:
        error.show()
        code = UNTRUSTED
    except FactcheckError as error:
        code = _said(f"error: {error}" + (f"\n  hint: {error.hint}" if error.hint else ""), UNTRUSTED)
    except BrokenPipeError:
        # the reader of stdout went away (| head): nothing is wrong, but the rest cannot be printed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if "-vv" in sys.argv:
            raise
        code = _said(
            f"internal error: {type(error).__name__}: {error}\n  hint: run again with -vv", UNTRUSTED
        )
    sys.exit(code if isinstance(code, int) else 0)


def _said(message: str, code: int) -> int:
    click.echo("\n".join(visible(line) for line in message.split("\n")), err=True)
    return code


def _terminated(_number: int, _frame: FrameType | None) -> None:
    click.echo("terminated: no earlier report was replaced", err=True)
    sys.exit(TERMINATED)
