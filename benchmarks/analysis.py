"""How long the analysis of articles takes after loading: sentences, parse, claims, values, encoding claims.

python -m benchmarks.analysis FOLDER [--rounds 3] [--processes 2]

Prints milliseconds for 600 words, the median of the rounds: for each step in one process, wall-clock time and
the processor time of all its threads, and for the whole with several worker processes, which share the
articles. Where other programs keep the processor busy, only the processor time can be compared.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing.synchronize import Barrier
from pathlib import Path

from factcheck import models, pipeline, split, values
from factcheck.protocols import Encoder, Parser
from factcheck.read import read_content
from factcheck.records import Article, Claim
from factcheck.settings import Settings

WORDS = 600  # of the article that the figures are for
STEPS = ("sentences", "parse", "claims", "values", "encode")
LONGEST_LOAD = 120  # seconds
WARM_UP = "Dana Ruiz, the mayor of Harrow, said on Monday that 12 homes were lost."

Costs = dict[str, tuple[float, float]]  # step: seconds of wall-clock time, seconds of processor time


@cache
def loaded(processes: int) -> tuple[Parser, Encoder]:
    """The shipped models, ready to run; the worker processes keep to one thread each."""
    parser, encoder = models.parser(), models.encoder(threads=1 if processes > 1 else None)
    parser.parse([WARM_UP])
    encoder.encode([WARM_UP])
    return parser, encoder


def steps(article: Article, parser: Parser, encoder: Encoder) -> Iterator[str]:
    """The analysis of one article; yields a step's name when the step is done."""
    sentences = split.sentences(article)
    yield "sentences"
    sentences = split.parsed(article, sentences, parser)
    yield "parse"
    claims = split.claims(article, sentences)
    yield "claims"
    claims = values.with_facts(article, sentences, claims)
    yield "values"
    encoder.encode(compared(claims))
    yield "encode"


def compared(claims: Iterable[Claim]) -> list[str]:
    """What alignment encodes: fuller claims, each text once."""
    return list(dict.fromkeys(claim.text for claim in claims if not claim.minimal))


def one_process(articles: Iterable[Article]) -> Costs:
    parser, encoder = loaded(1)
    wall, worked = dict.fromkeys(STEPS, 0.0), dict.fromkeys(STEPS, 0.0)
    for article in articles:
        began = time.perf_counter(), time.process_time()
        for step in steps(article, parser, encoder):
            now = time.perf_counter(), time.process_time()
            wall[step] += now[0] - began[0]
            worked[step] += now[1] - began[1]
            began = now
    return {step: (wall[step], worked[step]) for step in STEPS}


def begin(processes: int, together: Barrier) -> None:
    """What a worker process does first: it loads the models, and the word lists with a first article."""
    _shared.append(together)
    loaded(processes)
    article = read_content("warm-up.txt", WARM_UP.encode())
    assert isinstance(article, Article)
    analyse(article)


_shared: list[Barrier] = []


def meet() -> None:
    """Wait until each worker process has come here, so that none of them still loads."""
    _shared[0].wait(LONGEST_LOAD)


def analyse(article: Article) -> None:
    """All steps in a worker process."""
    for _ in steps(article, *loaded(2)):
        pass


def several_processes(articles: list[Article], processes: int, rounds: int) -> list[float]:
    """Seconds of each round from the first article handed out to the last one done."""
    context = multiprocessing.get_context("spawn")
    given = (processes, context.Barrier(processes))
    with ProcessPoolExecutor(processes, mp_context=context, initializer=begin, initargs=given) as pool:
        for waiting in [pool.submit(meet) for _ in range(processes)]:
            waiting.result()
        seconds = []
        for _ in range(rounds):
            began = time.perf_counter()
            list(pool.map(analyse, articles))
            seconds.append(time.perf_counter() - began)
    return seconds


def main() -> None:
    given = arguments()
    stories, _ = pipeline.collect([given.folder], Settings())
    articles = [article for story in stories for article in story.articles]
    words = sum(len(article.text.split()) for article in articles)

    def milliseconds(seconds: Iterable[float]) -> float:
        return 1000 * statistics.median(seconds) / words * WORDS

    loaded(1)
    one_process(articles[:1])
    rounds = [one_process(articles) for _ in range(given.rounds)]
    print(
        f"{len(articles)} articles, {words} words; milliseconds for {WORDS} words, median of {given.rounds}"
    )
    print(f"{'one process':16}{'wall':>8}{'work':>8}")
    for step in STEPS:
        wall, worked = (milliseconds(costs[step][clock] for costs in rounds) for clock in (0, 1))
        print(f"  {step:14}{wall:8.1f}{worked:8.1f}")
    sums = [[sum(cost[clock] for cost in costs.values()) for costs in rounds] for clock in (0, 1)]
    print(f"  {'in all':14}{milliseconds(sums[0]):8.1f}{milliseconds(sums[1]):8.1f}")
    shared = several_processes(articles, given.processes, given.rounds)
    print(f"{f'{given.processes} processes':16}{milliseconds(shared):8.1f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
