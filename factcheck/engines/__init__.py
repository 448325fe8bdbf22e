"""A function and items in, results in the order of the items out: where the work runs."""

from factcheck.engines.processes import ProcessEngine
from factcheck.engines.serial import SerialEngine
from factcheck.protocols import Engine

ENGINES = ("serial", "processes")

__all__ = ["ENGINES", "engine"]


def engine(name: str, jobs: int) -> Engine:
    """The engine of that name; one job is always serial, since a second process would only wait."""
    return ProcessEngine(jobs) if name == "processes" and jobs > 1 else SerialEngine()
