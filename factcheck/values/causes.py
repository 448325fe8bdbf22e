"""Parsed sentences in, what is said to have brought about what out, each as a Cause.

The two sides of a connective are read as far as the next mark; "due to that" and "as a result" look back to
what was said before. Nothing is read from a sentence without a parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.records import AnyFact, Article, Cause, Fact, Kind, Sentence, Span, Token
from factcheck.values.lemmas import lemma
from factcheck.values.word_lists import pairs_of, rows_of

kind = Kind.CAUSE

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_POINTING = (("this",), ("that",), ("it",), ("these",), ("those",))  # "due to that"
_LIGHT = frozenset({"be", "do", "get", "have", "make", "own"})
_SAYING = frozenset({"say", "tell", "add", "accord", "report", "explain", "believe", "think"})
_MARKS = frozenset(',;:()[]—–“”"')
_LONGEST = 4  # words of the longest connective
_SHARE_REACH = 3  # words before a connective in which its weight may stand
_FEW = 2  # content words: a stretch with fewer is read one mark further
_REACH = 60  # words of a stretch between two marks: lists without marks would grow without bound
_MAX_MOVED = 20  # words between "led" and "to close"
_MOST = 25  # content words of one side
_SPLIT = frozenset({"blame", "attribute", "owe", "trace"})  # "blamed the fire on a heater"
_NOUNS = frozenset({"cause", "reason"})


@dataclass(frozen=True, slots=True)
class _Link:
    """A connective at the half-open places first to end; ``before``: the cause stands before it."""

    first: int
    end: int
    link: str
    before: bool
    middle: tuple[int, int] | None = None  # what stands inside it: the fire of "blamed the fire on"
    shown: int = -1  # the word it is shown by, where that is not its first: "blamed"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence's tokens with their lower-case words, and what the sentence before it says."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    earlier: tuple[str, ...]
    earlier_span: Span | None


@cache
def _links() -> dict[tuple[str, ...], tuple[str, bool]]:
    return {
        tuple(row["phrase"].split()): (row["link"], row["side"] == "before")
        for row in rows_of("cause_links.csv")
    }


@cache
def _longest_first() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(_links(), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _openers() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _links())


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Every cause named in these sentences, by the span of its connective."""
    found: list[AnyFact] = []
    earlier: tuple[str, ...] = ()
    earlier_span: Span | None = None
    for sentence in sentences:
        tokens = sentence.parse.tokens
        words = tuple(article.text[t.start : t.end].lower().replace("’", "'") for t in tokens)
        reading = _Reading(tokens, words, earlier, earlier_span)
        found.extend(_sentence_facts(article, reading))
        earlier = _content(tokens, 0, len(tokens))[:_MOST]
        earlier_span = sentence.span
    return tuple(sorted(found, key=lambda fact: fact.span))


def _sentence_facts(article: Article, reading: _Reading) -> Iterator[AnyFact]:
    for link in _found(reading):
        value = _cause(reading, link)
        if value is not None:
            span = _shown(reading, link)
            yield Fact(Kind.CAUSE, span, span.of(article.text), value)


def _shown(reading: _Reading, link: _Link) -> Span:
    if link.shown >= 0:
        return reading.tokens[link.shown].span
    return Span(reading.tokens[link.first].start, reading.tokens[link.end - 1].end)


# ---------------------------------------------------------------------------- connectives


def _found(reading: _Reading) -> Iterator[_Link]:
    at = 0
    while at < len(reading.tokens):
        link = _link_at(reading, at)
        if link is None:
            at += 1
            continue
        yield link
        at = link.end


def _link_at(reading: _Reading, at: int) -> _Link | None:
    token = reading.tokens[at]
    forms = _forms(reading, at)
    if token.upos == "NOUN" and _NOUNS & set(forms):
        return _noun_link(reading, at)
    if _openers().isdisjoint(forms):
        return None
    split = _split_at(reading, at) if _SPLIT & set(forms) and token.upos == "VERB" else None
    return split or _phrase_at(reading, at) or _led_to_act(reading, at)


def _phrase_at(reading: _Reading, at: int) -> _Link | None:
    """The longest connective that begins here; a weight may stand inside it: "due entirely to"."""
    for phrase in _longest_first():
        end = _matched(reading, at, phrase)
        if end is not None and _is_used(reading, at, end, phrase):
            link, before = _links()[phrase]
            return _Link(at, end, link, before)
    return None


def _matched(reading: _Reading, at: int, phrase: tuple[str, ...]) -> int | None:
    for n, part in enumerate(phrase):
        if n == 1 and at < len(reading.words) and reading.words[at] in pairs_of("cause_shares.csv"):
            at += 1
        if at >= len(reading.tokens):
            return None
        if part not in _forms(reading, at):
            return None
        at += 1
    return at


def _forms(reading: _Reading, at: int) -> tuple[str, ...]:
    """A word as written, as the parser's lemma, and as a verb's base by rule."""
    word = reading.words[at]
    return word, reading.tokens[at].lemma.lower(), lemma(word)


def _is_used(reading: _Reading, first: int, end: int, phrase: tuple[str, ...]) -> bool:
    """Whether these words connect: no noun "a spark", no "due to open", no "after" of an hour."""
    token = reading.tokens[first]
    following = reading.tokens[end] if end < len(reading.tokens) else None
    if phrase == ("due", "to"):
        return not _is_infinitive(reading, end)
    if len(phrase) == 1 and phrase[0] in {"cause", "prompt", "provoke", "spark", "trigger"}:
        return token.upos == "VERB" and token.tag != "VBN"
    if phrase == ("thus",):
        return token.relation == "advmod"
    if phrase[0] in {"die", "lead", "result", "arise", "stem", "attribute", "blame", "drive", "trace", "owe"}:
        return token.upos in {"VERB", "AUX"}
    if phrase == ("following",):
        return token.upos != "ADJ" and token.relation in {"case", "mark", "acl", "advcl"}
    if phrase == ("over",):
        return _weighs(reading, first) or (following is not None and _is_worry(reading, end))
    if phrase == ("as",):
        governor = reading.tokens[token.head]
        return governor.relation == "nsubj" or (
            token.relation == "mark" and _has_subject(reading, token.head)
        )
    if phrase == ("after",):
        return following is not None and following.upos != "NUM" and token.relation in {"case", "mark"}
    return True


def _is_infinitive(reading: _Reading, at: int) -> bool:
    """Due to open, due to last until May: a verb, even where the parser takes it for an adjective."""
    if at >= len(reading.tokens) or reading.tokens[at].upos not in {"VERB", "ADJ"}:
        return False
    after = reading.tokens[at + 1].upos if at + 1 < len(reading.tokens) else "PUNCT"
    return reading.tokens[at].tag in {"VB", "VBP"} or after not in {"NOUN", "PROPN", "ADJ", "VERB"}


def _weighs(reading: _Reading, first: int) -> bool:
    return first > 0 and reading.words[first - 1] in {"chiefly", "largely", "mainly", "mostly", "partly"}


def _is_worry(reading: _Reading, end: int) -> bool:
    return bool({"anger", "concern", "concerns", "fears", "worries"} & set(reading.words[end : end + 2]))


def _has_subject(reading: _Reading, verb: int) -> bool:
    near = reading.tokens[max(verb - _REACH, 0) : verb + _REACH]
    return any(token.head == verb and token.relation == "nsubj" for token in near)


def _split_at(reading: _Reading, at: int) -> _Link | None:
    """They blamed the fire on a heater: the preposition stands behind what is explained."""
    wanted = "on" if "blame" in _forms(reading, at) else "to"
    for place in range(at + 2, min(at + 12, len(reading.tokens))):
        if reading.words[place] in _MARKS:
            return None
        if reading.words[place] == wanted and reading.tokens[place].relation in {"case", "mark"}:
            return _Link(place, place + 1, "cause", False, (at + 1, place), at)
    return None


def _led_to_act(reading: _Reading, at: int) -> _Link | None:
    """Fears led the firm to close: whom the cause moves stands between "led" and what is done."""
    if reading.words[at] not in {"lead", "leads", "led"} or reading.tokens[at].upos != "VERB":
        return None  # "leading members called for him to go" leads nobody to act
    for place in range(at + 2, min(at + _MAX_MOVED, len(reading.tokens) - 1)):
        if reading.words[place] == "to" and reading.tokens[place + 1].tag == "VB":
            return _Link(at, at + 1, "cause", True)
    return None


def _noun_link(reading: _Reading, at: int) -> _Link | None:
    """The (main) cause of the flood was rain; rain was the (main) cause of the flood."""
    following = reading.words[at + 1] if at + 1 < len(reading.words) else ""
    if following not in {"of", "for", "behind", "why", "that"}:
        return None
    near = range(at + 2, min(at + _REACH, len(reading.tokens)))
    be = next((i for i in near if reading.tokens[i].lemma == "be"), None)
    before = _content(reading.tokens, _segment_start(reading, at), at)
    is_subject = reading.tokens[at].relation.startswith("nsubj") or not _has_be(reading, at)
    if is_subject and be is not None:
        return _Link(at, be + 1, "cause", False, (at + 2, be))
    shown = at + 1 if following == "why" else -1  # what the reason explains may be a claim of its own
    return _Link(at, at + 2, "cause", True, None, shown) if before and not is_subject else None


def _has_be(reading: _Reading, at: int) -> bool:
    return any(reading.tokens[i].lemma == "be" for i in range(_segment_start(reading, at), at))


# ---------------------------------------------------------------------------- sides


def _cause(reading: _Reading, link: _Link) -> Cause | None:
    """The two sides in words; None where one of them holds nothing to compare."""
    sides = _back(reading, link.first), _on(reading, link.end)
    if link.before:
        cause, effect = sides
        if not _content(reading.tokens, *cause):
            return _looking_back(reading, link, effect)
    elif link.middle is not None:
        cause, effect = sides[1], link.middle
    elif _opens(reading, link.first):
        cause, effect = _fronted(reading, link.end)
    else:
        cause, effect = sides[1], sides[0]
    if not _content(reading.tokens, *cause):
        back = link.link == "cause" and reading.words[link.end : link.end + 1] in _POINTING
        return _looking_back(reading, link, effect) if back else None
    return _built(reading, link, effect, cause)


def _built(reading: _Reading, link: _Link, effect: tuple[int, int], cause: tuple[int, int]) -> Cause | None:
    told = _content(reading.tokens, *effect)
    if "die" in _forms(reading, link.first):
        told = (*told, "die")
    if not told:
        return None
    return Cause(
        told,
        _content(reading.tokens, *cause),
        link.link,
        _share(reading, link),
        _span(reading, effect),
        _span(reading, cause),
    )


def _looking_back(reading: _Reading, link: _Link, effect: tuple[int, int]) -> Cause | None:
    """As a result, due to that: the cause is what the sentence before says."""
    told = _content(reading.tokens, *effect)
    if not told or not reading.earlier:
        return None
    share = _share(reading, link)
    return Cause(told, reading.earlier, link.link, share, _span(reading, effect), reading.earlier_span)


def _share(reading: _Reading, link: _Link) -> str:
    shares = pairs_of("cause_shares.csv")
    inside = [word for word in reading.words[link.first : link.end] if word in shares]
    start = max(link.first - _SHARE_REACH, 0)
    near = [
        word
        for i, word in enumerate(reading.words[start : link.first], start)
        if word in shares and (shares[word] != "none" or _denies(reading, i, link.first))
    ]
    words = [word for word in (*inside, *near) if word != "one" or _is_noun(reading, link)]
    if {"in", "part"} <= set(reading.words[start : link.first]):
        whole = {"large", "great"} & set(reading.words[start : link.first])
        return "main" if whole else "part"
    return shares[words[-1]] if words else _one_of(reading, link)


def _denies(reading: _Reading, at: int, first: int) -> bool:
    """Not because, not only due to, has not been caused by; but no "were not hurt because"."""
    return all(reading.tokens[i].lemma == "be" or i == at for i in range(at, first))


def _is_noun(reading: _Reading, link: _Link) -> bool:
    return reading.tokens[link.first].upos == "NOUN"


def _one_of(reading: _Reading, link: _Link) -> str:
    """A cause is one of several."""
    if not _is_noun(reading, link) or not link.first:
        return ""
    return "part" if reading.words[link.first - 1] in {"a", "an", "another"} else ""


def _opens(reading: _Reading, first: int) -> bool:
    """Whether a connective opens its sentence, its weight and a link word aside."""
    skipped = {*pairs_of("cause_shares.csv"), "and", "but", "“", '"', "‘", "'"}
    return all(word in skipped for word in reading.words[:first])


def _fronted(reading: _Reading, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Because of the flood, the bridge closed: the cause to the comma that ends it, the effect behind it."""
    comma = _segment_end(reading, max(end, _last_below(reading, reading.tokens[end - 1].head, end)))
    return (end, comma), _on(reading, min(comma + 1, len(reading.tokens)))


def _last_below(reading: _Reading, head: int, first: int) -> int:
    """The last word that hangs on ``head``, where the whole of it stands behind ``first``."""
    if head < first or reading.tokens[head].head == head:
        return first
    below = {head}
    for i in (*range(len(reading.tokens)), *range(len(reading.tokens))):
        if reading.tokens[i].head in below and reading.tokens[i].relation != "punct":
            below.add(i)
    return max(below)


def _back(reading: _Reading, first: int) -> tuple[int, int]:
    """The stretch before a connective, without its weight, "which" and the mark before it."""
    end = first
    skipped = {*pairs_of("cause_shares.csv"), "and", "which", "that", "in", "part", "large", "is", "was", ","}
    while end > 0 and reading.words[end - 1] in skipped:
        end -= 1
    start = _segment_start(reading, end)
    while start > 1 and len(_content(reading.tokens, start, end)) < _FEW:
        start = _segment_start(reading, start - 1)
    return start, end


def _on(reading: _Reading, first: int) -> tuple[int, int]:
    """The stretch from a connective to the next mark; the one after it, too, where it is too short."""
    while first < len(reading.words) and reading.words[first] == ",":
        first += 1
    return first, _segment_end(reading, first)


def _segment_start(reading: _Reading, at: int) -> int:
    least = max(at - _REACH, 0)
    while at > least and reading.words[at - 1] not in _MARKS:
        at -= 1
    return at


def _segment_end(reading: _Reading, at: int) -> int:
    """The next mark."""
    most = min(at + _REACH, len(reading.words))
    while at < most and reading.words[at] not in _MARKS:
        at += 1
    return at


def _tells(token: Token) -> bool:
    lemma_of = token.lemma.lower()
    saying = token.upos == "VERB" and lemma_of in _SAYING
    return token.upos in _CONTENT and lemma_of not in _LIGHT and not saying


def _content(tokens: Sequence[Token], first: int, end: int) -> tuple[str, ...]:
    words = (token.lemma.lower() for token in tokens[first:end] if _tells(token))
    return tuple(words)[:_MOST]


def _span(reading: _Reading, stretch: tuple[int, int]) -> Span | None:
    inside = [t for t in reading.tokens[stretch[0] : stretch[1]] if t.upos != "PUNCT"]
    return Span(inside[0].start, inside[-1].end) if inside else None
