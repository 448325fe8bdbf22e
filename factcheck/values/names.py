"""An article's sentences in, its named people, organisations and places out, each with its fullest form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.records import Article, Fact, Kind, Name, NameKind, Sentence, Span
from factcheck.values.names_chains import evidence_of
from factcheck.values.names_forms import Forms
from factcheck.values.names_mentions import Mention, mentions_of
from factcheck.values.names_tokens import Token, headline_case, tokens_of
from factcheck.values.word_lists import words_of

kind = Kind.NAME

_ARTICLES_KEPT = 8  # the roles are read from the names of the same article


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[Fact[Name], ...]:
    """Every name in these sentences, by span; places carry ``Kind.PLACE``, all others ``Kind.NAME``."""
    return _facts(article.text, tuple((s.span, headline_case(article.text, s)) for s in sentences))


@lru_cache(maxsize=_ARTICLES_KEPT)
def _facts(text: str, sentences: tuple[tuple[Span, bool], ...]) -> tuple[Fact[Name], ...]:
    """The names in these spans, of each of which it is known whether its capitals mean nothing."""
    lines = [tokens_of(text, span) for span, titled in sentences if not titled]
    headlines = [tokens_of(text, span) for span, titled in sentences if titled]
    evidence = evidence_of(text, lines)
    mentions = [mention for line in lines for mention in mentions_of(text, line, evidence)]
    forms = Forms(text, mentions)
    known = {mention.key: mention for mention in reversed(mentions)}
    for line in headlines:
        mentions.extend(_known_mentions(line, known))
    found = [_fact(text, mention, forms) for mention in mentions]
    found.extend(court for line in (*lines, *headlines) for court in _courts(text, line))
    return tuple(sorted(found, key=lambda fact: fact.span))


def _courts(text: str, line: Sequence[Token]) -> Iterator[Fact[Name]]:
    """A state court, a federal appeals court: the jurisdiction counts as the place."""
    jurisdictions = words_of("name_jurisdictions.txt")
    for i, token in enumerate(line):
        if token.text not in jurisdictions:  # the list is in lower case, and so is such a word
            continue
        court = next((t for t in line[i + 1 : i + 3] if t.lower == "court"), None)
        if court is not None and not set(text[token.end : court.start]) & set(",;:.()–—"):
            span = Span(token.start, court.end)
            yield Fact(
                Kind.PLACE, span, span.of(text), Name(span.of(text), f"{token.lower} court", NameKind.PLACE)
            )


def _known_mentions(line: Sequence[Token], known: dict[tuple[str, ...], Mention]) -> Iterator[Mention]:
    """The names of the body that stand in a headline, the longest first."""
    at, longest = 0, max((len(key) for key in known), default=0)
    while at < len(line):
        size = min(longest, len(line) - at)
        while size and tuple(token.lower.rstrip(".") for token in line[at : at + size]) not in known:
            size -= 1
        if size and (line[at].capital):
            part = tuple(line[at : at + size])
            model = known[tuple(token.lower.rstrip(".") for token in part)]
            yield Mention(part[0].start, part[-1].end, part, model.kind, model.sure)
        at += size or 1


def _fact(text: str, mention: Mention, forms: Forms) -> Fact[Name]:
    span = Span(mention.start, mention.end)
    full = forms.fullest(mention)
    trusted = full.key != mention.key or full.sure or mention.kind is NameKind.OTHER
    known = full.kind if trusted else mention.kind
    value = Name(span.of(text), text[full.start : full.end], known)
    return Fact(Kind.PLACE if known is NameKind.PLACE else Kind.NAME, span, span.of(text), value)
