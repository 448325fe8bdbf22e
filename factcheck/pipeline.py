"""The rooms in order: files, articles, stories, claims, facts, alignments, findings, disputes, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache, partial
from itertools import islice
from pathlib import Path

import factcheck
from factcheck import align, compare, engines, gather, graph, models, read, split, values
from factcheck.errors import NoArticlesError
from factcheck.protocols import Encoder, Engine, Parser
from factcheck.records import (
    AnalysedArticle,
    Article,
    Kind,
    Link,
    Matter,
    NotCompared,
    Relation,
    Report,
    Role,
    Skipped,
    Story,
    StoryReport,
    TimeHow,
    TimeValue,
)
from factcheck.settings import Settings

SHARED_FROM = 60_000  # characters: with fewer, one more worker takes longer to load its models than it saves

# these are looked at for one kind of slip only: where there is none, they tie nothing together
_UNLINKED = frozenset({Matter.SELF, Matter.TOPIC, Matter.NAME})

Progress = Callable[[Iterable[StoryReport], int], Iterable[StoryReport]]


def analyse(article: Article, settings: Settings) -> AnalysedArticle:
    """The article's claims with their facts. A pure function of the article and the settings."""
    sentences = split.parsed(article, split.sentences(article), _parser(settings.parser))
    claims = split.claims(article, sentences)
    return AnalysedArticle(article, values.with_facts(article, sentences, claims))


def check(story: Story, settings: Settings, analysed: Sequence[AnalysedArticle] | None = None) -> StoryReport:
    """Alignments, findings and disputes of one story. A pure function of the story and the settings.

    ``analysed`` are the story's articles in their order, where they have been analysed before.
    """
    articles = tuple(analysed or (analyse(article, settings) for article in story.articles))
    by_uri = {article.uri: article for article in story.articles}
    aligned = align.alignments(
        _folded(story, articles),
        _encoder(settings.encoder).encode,
        min_cosine=settings.min_cosine,
        min_score=settings.min_link_score,
        comparable=partial(_comparable, story),
    )
    comparators = compare.chosen(settings.select, settings.ignore)
    findings, relations = compare.findings(
        story.id, aligned, by_uri, comparators, min_confidence=settings.min_confidence
    )
    return StoryReport(
        story,
        articles,
        tuple(
            Link(a.left, a.right, relations.get(i, Relation.AGREEMENT), a.score, a.why)
            for i, a in enumerate(aligned)
            if a.matter not in _UNLINKED or (a.matter is not Matter.SELF and i in relations)
        ),
        findings,
        graph.disputes(
            story.id, findings, aligned, by_uri, gather.origin_groups(story.articles), story.copies
        ),
        tuple(_not_compared(story, articles)),
    )


def run(
    paths: Sequence[Path],
    settings: Settings,
    *,
    against: Sequence[Path] = (),
    engine: Engine | None = None,
    progress: Progress = lambda reports, _total: reports,
) -> Report:
    """The report of every story under ``paths``; with ``against``, of the candidates ``paths`` only.

    Raises NoArticlesError where there is nothing to read at all, UsageError for a path that does not exist.
    """
    stories, skipped = collect(paths, settings, against=against)
    if not stories:
        unread = [f"{row.uri}: {row.detail}" for row in skipped if row.incomplete]
        hint = "; ".join(unread[:3]) or "give a folder that holds .txt, .md, .html or .json articles"
        raise NoArticlesError(f"no articles in {', '.join(map(str, [*paths, *against]))}", hint)
    reports = _checked(stories, settings, engine or engines.engine("serial", 1))
    return Report(
        tuple(progress(reports, len(stories))), skipped, settings.fingerprint(), factcheck.__version__
    )


def _checked(stories: Sequence[Story], settings: Settings, engine: Engine) -> Iterable[StoryReport]:
    """Every story's report, in order; much text is analysed by article: one story is shared out too."""
    articles = [article for story in stories for article in story.articles]
    if sum(len(article.text) for article in articles) < SHARED_FROM:
        return engine.map(partial(check, settings=settings), stories)
    analysed = iter(engine.map(partial(analyse, settings=settings), articles))
    told = ((story, tuple(islice(analysed, len(story.articles)))) for story in stories)
    return engine.map(partial(_check_told, settings=settings), told)


def _check_told(told: tuple[Story, tuple[AnalysedArticle, ...]], settings: Settings) -> StoryReport:
    story, analysed = told
    return check(story, settings, analysed)


def collect(
    paths: Sequence[Path], settings: Settings, *, against: Sequence[Path] = ()
) -> tuple[tuple[Story, ...], tuple[Skipped, ...]]:
    """What would be read: the stories, with each article's role, and the skipped files."""
    reader = partial(
        read.articles,
        include=settings.include,
        exclude=settings.exclude,
        max_file_bytes=settings.max_file_bytes,
        as_of=settings.as_of,
    )
    articles, skipped = reader(paths)
    if not against:
        articles = tuple(replace(article, role=_role(article, settings)) for article in articles)
        return _stories(articles, settings, paths), skipped
    references, also_skipped = reader(against)
    taken = {article.uri for article in references}
    candidates = [
        replace(a, role=Role.CANDIDATE, uri=f"candidate/{a.uri}" if a.uri in taken else a.uri)
        for a in articles
    ]
    known = _stories(tuple(replace(a, role=Role.REFERENCE) for a in references), settings, against)
    joined = gather.with_candidates(known, candidates, _encoder(settings.encoder).encode)
    return joined, tuple(sorted((*skipped, *also_skipped), key=lambda row: row.uri))


def _stories(articles: tuple[Article, ...], settings: Settings, paths: Sequence[Path]) -> tuple[Story, ...]:
    root = paths[0].resolve()
    return gather.stories(
        articles,
        story_by=settings.story_by,
        root_name=root.stem if root.is_file() else root.name,
        vectors=lambda texts: _encoder(settings.encoder).encode(texts),
    )


def _role(article: Article, settings: Settings) -> Role:
    if _matches(article.uri, settings.candidate):
        return Role.CANDIDATE
    if settings.candidate and (not settings.reference or _matches(article.uri, settings.reference)):
        return Role.REFERENCE
    return Role.PEER


def _matches(uri: str, globs: Sequence[str]) -> bool:
    # the slash lets **/b.txt meet b.txt at the top
    return any(fnmatchcase(name, glob) for glob in globs for name in (uri, f"/{uri}"))


def _folded(story: Story, articles: Sequence[AnalysedArticle]) -> tuple[AnalysedArticle, ...]:
    """Without the exact copies: they are the claims of another article, with one more provenance."""
    role = {article.uri: article.role for article in story.articles}
    # a candidate that copies one source is still held against the others
    copied = {copy.uri for copy in story.copies if copy.exact and role[copy.uri] is role[copy.of]}
    return tuple(analysed for analysed in articles if analysed.article.uri not in copied)


def _comparable(story: Story, left: AnalysedArticle, right: AnalysedArticle) -> bool:
    """With a candidate, only what concerns a candidate is compared."""
    roles = {left.article.role, right.article.role}
    if not any(article.role is Role.CANDIDATE for article in story.articles):
        return True
    return roles == {Role.CANDIDATE, Role.REFERENCE} or (left is right and roles == {Role.CANDIDATE})


def _not_compared(story: Story, articles: Sequence[AnalysedArticle]) -> Iterator[NotCompared]:
    if len(story.articles) == 1:
        yield NotCompared(story.articles[0].uri, "the whole article", "no other article tells this story")
    for analysed in articles:
        open_times = {
            fact.span
            for claim in analysed.claims
            for fact in claim.facts
            if fact.kind is Kind.TIME
            and isinstance(fact.value, TimeValue)
            and fact.value.how is TimeHow.UNRESOLVED
        }
        if open_times and not analysed.article.published.known:
            what = f"{len(open_times)} time expressions"
            yield NotCompared(
                analysed.article.uri, what, "the article has no publication date to anchor them on"
            )


@cache
def _parser(name: str) -> Parser:
    """Each worker process loads a parser once."""
    return models.parser(name)


@cache
def _encoder(name: str) -> Encoder:
    """Each worker process loads an encoder once."""
    return models.encoder(name)
