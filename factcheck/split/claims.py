"""An article and its sentences come in, its claims come out with attributions and quotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.records import AnyFact, Article, Attribution, Claim, Fact, Kind, Quotation, Sentence, Span
from factcheck.split import attribution, coreference, propositions, quotations, tokens
from factcheck.split.attribution import Said
from factcheck.split.lines import Line, lines
from factcheck.split.propositions import Proposition, Slices
from factcheck.split.quotations import Quoted
from factcheck.split.references import Reference, references

MAX_CARRIED = 3  # sentences over which a report of what somebody said may go on without naming him again
MUCH_MORE = 1.5  # of the letters of cue and content
SUBJECT_PRONOUNS = frozenset({"he", "it", "she", "they"})


def claims(article: Article, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The claims of these sentences, sorted by their spans; quotations are the only facts so far."""
    quoted = quotations.quotations(article)
    known = references(article, sentences)
    rows = lines(article, sentences, quoted)
    said = attribution.attributions(article, rows, known)
    subjects = {one.span.start: one for one in known if one.how == "pronoun" and _names(one)}
    made: list[Claim] = []
    for i, (line, found) in enumerate(zip(rows, said, strict=True)):
        told = _claims_of(article, line.sentence, found, line.quoted)
        made.extend(replace(claim, voices=_voices(rows, said, i, claim.attribution)) for claim in told)
    named = [_with_subject(article.text, claim, subjects) for claim in made]
    return tuple(sorted(named, key=lambda claim: (claim.sentence, claim.spans)))


def _voices(
    rows: Sequence[Line], said: Sequence[Sequence[Said]], i: int, own: Attribution | None
) -> tuple[str, ...]:
    """Who says something in sentence ``i`` and in those before it, the nearest first.

    A report goes on within its paragraph; whom the "she" of a saying means, within a few sentences.
    """
    heard: dict[str, None] = {}
    for j in range(i, max(-1, i - 1 - MAX_CARRIED), -1):
        if own is None and rows[j].sentence.paragraph != rows[i].sentence.paragraph:
            break
        heard |= dict.fromkeys(one.attribution.speaker for one in said[j] if not one.phrase)
    return tuple(heard)


def _names(one: Reference) -> bool:
    return one.span.end - one.span.start <= len("they") and one.name.split()[-1][0].isupper()


def _with_subject(text: str, claim: Claim, subjects: Mapping[int, Reference]) -> Claim:
    """``He left the board`` with the name that the pronoun stands for in its place."""
    first, *others = claim.spans
    one = subjects.get(first.start)
    if one is None or one.span.of(text).lower() not in SUBJECT_PRONOUNS or one.span.end >= first.end:
        return claim
    told = propositions.trim(text, Span(one.span.end, first.end))
    if not any(map(str.isalnum, told.of(text))):
        return claim
    slices = (one.antecedent, told, *others)
    return replace(claim, spans=slices, text=" ".join(span.of(text) for span in slices))


def _claims_of(
    article: Article, sentence: Sentence, said: Sequence[Said], quoted: Sequence[Quoted]
) -> list[Claim]:
    outer = _outermost(said)
    made: dict[Slices, Claim] = {}
    within = [one for one in outer if one.phrase and one.embedded]
    rows: list[tuple[Attribution | None, Proposition]] = [
        (one.attribution, told)
        for one in outer
        if one not in within
        for told in _contents(article.text, sentence, one, quoted)
    ]
    rest = _rest(article.text, sentence, outer, quoted)
    for one in within:
        told = _holding(article.text, one, rest)
        rest = [other for other in rest if other.slices != told.slices]
        rows.append((one.attribution, told))
    rows += [(None, told) for told in rest]
    # what is told in full by anybody is no minimal claim
    for speaking, told in sorted(rows, key=lambda row: row[1].minimal):
        if told.slices and told.slices not in made:
            made[told.slices] = _claim(article, sentence, told, speaking, quoted, said)
    return list(made.values())


def _holding(text: str, one: Said, rest: Sequence[Proposition]) -> Proposition:
    """The shortest of the sentence's own propositions that holds the cue and all that is said by it.

    One that says much more ("rents rise because tenants want lifts") is not said by the source.
    """
    whole = Proposition((propositions.trim(text, _with_frame(text, one)),), True)
    spans = (one.attribution.cue, *one.attribution.content)
    fitting = [
        told
        for told in rest
        if not told.compound and all(any(part.overlaps(span) for part in told.slices) for span in spans)
    ]
    shortest = min(fitting, key=lambda told: (_length(told.slices), told.slices), default=whole)
    much_more = _length(shortest.slices) > MUCH_MORE * _length(whole.slices)
    return whole if one.attribution.source is not None and much_more else shortest


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _contents(text: str, sentence: Sentence, one: Said, quoted: Sequence[Quoted]) -> list[Proposition]:
    """The propositions of what is said.

    An object that is no clause says nothing without its verb ("denied the charge"), and a saying with
    a time of its own ("said on Monday that …") is a fact too: both keep their frame.
    """
    found: list[Proposition] = []
    whole = _with_frame(text, one)
    dated = _timed(text, one.frame) and not one.attribution.direct and sentence.span.contains(whole)
    if one.phrase or dated:
        found.append(Proposition((propositions.trim(text, whole),)))
    if not one.phrase:
        for span in one.attribution.content:
            found.extend(propositions.told(text, _without_that(text, span), quoted, sentence.parse))
    return found


def _without_that(text: str, span: Span) -> Span:
    """The clause after its ``that``."""
    opener = text[span.start : span.start + 5].lower() == "that "
    return Span(span.start + 5, span.end) if opener and span.end - span.start > 5 else span


def _with_frame(text: str, one: Said) -> Span:
    spans = (one.frame, *one.attribution.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _timed(text: str, frame: Span) -> bool:
    words = tokens.words(text, frame)
    return any(tokens.is_time(words, i) or word.text.isdigit() for i, word in enumerate(words))


def _outermost(said: Sequence[Said]) -> list[Said]:
    """The attributions whose content does not stand inside another's: who speaks to the reader."""
    return [one for one in said if not any(_holds(other, one) for other in said if other is not one)]


def _holds(other: Said, one: Said) -> bool:
    theirs, mine = other.attribution.content, one.attribution.content
    if not all(any(span.contains(inner) for span in theirs) for inner in mine):
        return False
    longer, shorter = _length(theirs), _length(mine)
    return longer > shorter or (longer == shorter and other.attribution.cue < one.attribution.cue)


def _rest(
    text: str, sentence: Sentence, outer: Sequence[Said], quoted: Sequence[Quoted]
) -> list[Proposition]:
    """What nobody is said to say: the stretches outside contents and frames, and who the sources are."""
    plain = [one for one in outer if not one.embedded]
    if not plain:
        return list(propositions.told(text, sentence.span, quoted, sentence.parse))
    found: list[Proposition] = []
    taken = [_with_marks(text, s, quoted) for one in plain for s in (*one.attribution.content, one.frame)]
    for span in _gaps(sentence.span, taken):
        found.extend(_remainder(text, sentence, span, plain, quoted))
        if _short_but_dated(text, span):
            found.append(Proposition((propositions.trim(text, sentence.span),)))
    for one in plain:
        source = one.attribution.source
        if source is not None and sentence.span.contains(source):
            found.extend(_description(text, source))
    return found


def _with_marks(text: str, span: Span, quoted: Sequence[Quoted]) -> Span:
    """With the marks of the quotations whose words it takes up to the last one."""
    for quote in quoted:
        inner = quote.inner
        whole = inner.overlaps(span) and not any(
            character.isalnum()
            for character in text[inner.start : span.start] + text[max(span.end, inner.start) : inner.end]
        )
        if whole:
            span = Span(min(span.start, quote.outer.start), max(span.end, quote.outer.end))
    return span


def _short_but_dated(text: str, gap: Span) -> bool:
    """``… by the council in 2015``: too short for a proposition, too telling to be lost."""
    return len(tokens.words(text, gap)) < propositions.MIN_WORDS and _timed(text, gap)


def _remainder(
    text: str, sentence: Sentence, gap: Span, outer: Sequence[Said], quoted: Sequence[Quoted]
) -> list[Proposition]:
    """A stretch that no attribution took; a participle after the frame gets its source as subject."""
    words = tokens.words(text, gap)
    if len(words) < propositions.MIN_WORDS:
        return []
    source = next((one.attribution.source for one in outer if one.frame.end == gap.start), None)
    if source is not None and words[0].lower.endswith("ing"):
        return [Proposition((source, propositions.trim(text, gap)))]
    return list(propositions.told(text, gap, quoted, sentence.parse))


def _gaps(within: Span, taken: Sequence[Span]) -> list[Span]:
    gaps, at = [], within.start
    for span in sorted(span for span in taken if span.overlaps(within)):
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    return gaps + ([Span(at, within.end)] if at < within.end else [])


def _description(text: str, source: Span) -> list[Proposition]:
    """Who a named source is: ``[name][apposition]``, or ``former commissioner Dana Ruiz`` in one slice."""
    words = tokens.words(text, source)
    name = coreference.person(source.of(text))
    if not name or len(words) <= len(name.split()):
        return []
    comma = text.find(",", source.start, source.end)
    if comma > 0 and any(word.start > comma for word in words):
        return [Proposition((Span(source.start, comma), propositions.trim(text, Span(comma, source.end))))]
    return [Proposition((source,))]


def _claim(
    article: Article,
    sentence: Sentence,
    told: Proposition,
    one: Attribution | None,
    quoted: Sequence[Quoted],
    said: Sequence[Said],
) -> Claim:
    text, slices = article.text, told.slices
    return Claim(
        uri=article.uri,
        spans=slices,
        text=" ".join(span.of(text) for span in slices),
        sentence=sentence.span,
        sentence_index=sentence.index,
        sentence_text=sentence.span.of(text),
        block=sentence.block,
        attribution=one,
        facts=_quotes(text, sentence, slices, one, quoted, said),
        minimal=told.minimal,
        compound=told.compound,
    )


def _quotes(
    text: str,
    sentence: Sentence,
    slices: Slices,
    one: Attribution | None,
    quoted: Sequence[Quoted],
    said: Sequence[Said],
) -> tuple[AnyFact, ...]:
    """The quotations that the claim touches, each cut to the sentence."""
    facts: list[AnyFact] = []
    for quote in quoted:
        span = Span(max(quote.inner.start, sentence.span.start), min(quote.inner.end, sentence.span.end))
        if span.start < span.end and any(piece.overlaps(span) for piece in slices):
            words = span.of(text)
            facts.append(Fact(Kind.QUOTE, span, words, Quotation(words, _speaker(span, one, said))))
    return tuple(facts)


def _speaker(span: Span, one: Attribution | None, said: Sequence[Said]) -> str:
    """The innermost attribution that holds the quotation says who speaks."""
    holding = [a for a in (s.attribution for s in said) if any(c.overlaps(span) for c in a.content)]
    holding.sort(key=lambda a: _length(a.content))
    named = [a.speaker for a in holding if a.speaker]
    if not named and one is None:  # ``Vos called it "odd", since it was made as a "refuge"``
        quoting = {s.attribution.speaker for s in said if s.attribution.direct or s.phrase}
        return quoting.pop() if len(quoting) == 1 else ""
    return named[0] if named else (one.speaker if one is not None else "")
