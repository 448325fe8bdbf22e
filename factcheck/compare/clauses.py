"""Claims in, their words as stems with article spans out; and how far the clauses around two predicates
agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from factcheck.compare.word_lists import lines_of, table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    FactPair,
    Hedge,
    Kind,
    Name,
    Polarity,
    Span,
    TimeValue,
)

_WORD = re.compile(r"\w[\w'’-]*")
_BREAKS = frozenset(',;:()[]—–…“”"?!')
_BACKSHIFTED = {"would": "future", "earlier": ""}  # "said it would close" reports "will close"
_MIN_STEM = 3
_MIN_KIN = 5  # letters that two words of one family share at least
_MOODS = {"attempt": "plan", "condition": "if", "content": "if", "future": "plan", "question": "question"}
_MOODS |= {"doubt": "possible", "report": "possible", "settled": "plan"}
_TURNS = frozenset(
    {"but", "earlier", "eventually", "first", "however", "initially", "instead", "later", "now"}
)
_TURNS |= {"previously", "then", "yet"}
_DENY = ("deni", "deny")
_OPEN = frozenset({"condition", "doubt", "question"})  # families of hedges that leave open whether it is so
_MAX_WORDS = (
    300  # a claim is a sentence; what is longer is a list, and pairs of words would grow without bound
)
_SLICES_KEPT = 8192  # one claim meets many others, and every comparator reads its words
_MAX_BEFORE = 8  # words of the clause that are read before and after a predicate
_MAX_AFTER = 10


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a claim; ``span`` is in code points of the article; ``opens``: a clause begins here."""

    text: str
    lower: str
    stem: str
    span: Span
    content: bool
    opens: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@cache
def stem(word: str) -> str:
    """A rough stem: equal for the forms of one verb or noun, not a word that is shown to anyone."""
    root = table_of("polarity_irregular_verbs.csv").get(word, word)
    for ending in ("'s", "ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if root.endswith(ending) and len(root) - len(ending) >= _MIN_STEM and not root.endswith(("ss", "us")):
            root = root[: -len(ending)] + ("i" if ending in {"ied", "ies", "y"} else "")
            break
    doubled = len(root) > _MIN_STEM and root[-1] == root[-2] and root[-1] not in "lsz"
    return root[:-1] if doubled else root


def words(claim: Claim) -> tuple[Word, ...]:
    """The first words of a claim in order, over all its slices; a new slice opens a clause."""
    found: list[Word] = []
    at = 0
    for span in claim.spans:
        part = claim.text[at : at + span.end - span.start]
        at += len(part) + 1
        found.extend(_slice_words(part, span.start))
        if len(found) > _MAX_WORDS:
            break
    return tuple(found[:_MAX_WORDS])


@lru_cache(maxsize=_SLICES_KEPT)
def _slice_words(part: str, start: int) -> tuple[Word, ...]:
    found: list[Word] = []
    end = 0
    for match in islice(_WORD.finditer(part), _MAX_WORDS):
        text = match.group().rstrip("'’-")
        gap = part[end : match.start()]
        end = match.start() + len(text)
        lower = text.lower().replace("’", "'")
        opens = not found or bool(_BREAKS & set(gap)) or " - " in gap or lower in _openers()
        content = lower not in _function_words() and not lower[0].isdigit()
        found.append(Word(text, lower, stem(lower), Span(start + match.start(), start + end), content, opens))
    return tuple(found)


def words_in(text: str, start: int) -> tuple[Word, ...]:
    """The words of a stretch of the article that begins at ``start``."""
    return _slice_words(text, start)


def _openers() -> frozenset[str]:
    return words_of("polarity_clause_openers.txt")


def _function_words() -> frozenset[str]:
    return words_of("polarity_function_words.txt")


def places(claim_words: Sequence[Word], span: Span) -> tuple[int, int] | None:
    """The half-open range of the words that lie in ``span``; None where the claim does not hold it."""
    inside = [i for i, word in enumerate(claim_words) if span.contains(word.span) or word.span.overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else None


@dataclass(frozen=True, slots=True)
class Frame:
    """The content stems of the clause around a predicate, in the order of the text."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    first: int  # the words of the clause, as a half-open range of places
    end: int
    predicate: tuple[int, int]
    passive: bool = False

    @property
    def bag(self) -> frozenset[str]:
        return frozenset(self.before + self.after)


def frame(claim_words: Sequence[Word], first: int, end: int) -> Frame:
    """The clause around the words first to end. A clause without a subject borrows the one before it."""
    left = _clause_start(claim_words, first)
    while left > 0 and not _stems(claim_words[left:first]):
        left = _clause_start(claim_words, left - 1)
    right = end
    while right < len(claim_words) and right - end < _MAX_AFTER and not claim_words[right].opens:
        right += 1
    left = max(left, first - _MAX_BEFORE)
    return Frame(
        _stems(claim_words[left:first]),
        _stems(claim_words[end:right]),
        left,
        right,
        (first, end),
        _passive(claim_words, first, end),
    )


def _clause_start(claim_words: Sequence[Word], at: int) -> int:
    while at > 0 and not claim_words[at].opens:
        at -= 1
    return at


def _stems(part: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in part if word.content)


def _passive(claim_words: Sequence[Word], first: int, end: int) -> bool:
    be = {"is", "are", "was", "were", "be", "been", "being"}
    near = claim_words[max(first - 2, 0) : end]
    return any(word.lower in be for word in near) or (
        end < len(claim_words) and claim_words[end].lower == "by"
    )


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared stems as a part of the smaller set, 0 to 1; 0 where one is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def kin(ours: str, theirs: str) -> bool:
    """Whether two stems are one, or of one family: "council" and "councillor", "worship" and "worshipper"."""
    if ours == theirs:
        return True
    shorter = min(len(ours), len(theirs))
    if shorter < _MIN_KIN or ours[:_MIN_KIN] != theirs[:_MIN_KIN]:
        return False
    common = next((i for i in range(shorter) if ours[i] != theirs[i]), shorter)
    return common >= shorter - 1 and common >= _MIN_KIN


def content(claim_words: Sequence[Word]) -> frozenset[str]:
    return frozenset(_stems(claim_words))


def heads_agree(left: Frame, right: Frame) -> bool:
    """Whether the words next to the two predicates recur on the other side, where both have any."""
    if left.passive != right.passive:
        return bool(left.bag & right.bag)
    befores = (
        not (left.before and right.before) or left.before[-1] in right.bag or right.before[-1] in left.bag
    )
    afters = not (left.after and right.after) or left.after[0] in right.bag or right.after[0] in left.bag
    return befores and afters


def same_clause(left: Frame, right: Frame, min_overlap: float = 0.5) -> bool:
    """Whether two clauses, their predicates aside, speak of the same things."""
    shared = left.bag & right.bag
    enough = len(shared) >= 2 or (
        shared and min(len(left.bag), len(right.bag)) == 1 and len(left.bag | right.bag) <= 3
    )
    return bool(enough) and overlap(left.bag, right.bag) >= min_overlap and heads_agree(left, right)


@cache
def _modal_cues() -> tuple[tuple[str, str], ...]:
    rows = (row.split(",") for row in lines_of("polarity_modality.csv")[1:])
    return tuple((cue, kind) for cue, kind in rows)


def modality(claim: Claim, claim_words: Sequence[Word], around: Frame) -> frozenset[str]:
    """The classes of modal words that govern a clause: future, plan, if, possible, should, can, would."""
    read = ["" if word.text == "May" else word.lower for word in claim_words]  # the month, or a person
    clause, whole = " ".join(read[around.first : around.end]), " ".join(read)
    clause, whole = clause.replace("n't", " not"), whole.replace("n't", " not")
    found = {kind for cue, kind in _modal_cues() if f" {cue} " in f" {whole if kind == 'if' else clause} "}
    if claim.sentence_text.rstrip(" ”\"'’").endswith("?"):
        found.add("question")
    if claim.attribution is not None or {"announced", "said", "told"} & set(whole.split()):
        found = {_BACKSHIFTED.get(kind, kind) for kind in found} - {""}
    return frozenset(found)


def hedges_over(claim: Claim, span: Span) -> tuple[AnyFact, ...]:
    """The claim's doubts that reach these words; one without a scope reaches all of the claim."""
    return tuple(
        fact
        for fact in claim.facts
        if isinstance(fact.value, Hedge) and (fact.value.scope is None or fact.value.scope.overlaps(span))
    )


def denials_over(claim: Claim, span: Span) -> tuple[AnyFact, ...]:
    """The claim's denials of something else whose scope holds these words: "denied that [it leaks]"."""
    return tuple(
        fact
        for fact in claim.facts
        if isinstance(fact.value, Polarity)
        and fact.value.negated
        and fact.value.scope is not None
        and fact.value.scope.contains(span)
        and not fact.span.overlaps(span)
    )


def moods(claim: Claim, claim_words: Sequence[Word], around: Frame, span: Span) -> frozenset[str]:
    """How a predicate is said: the modal words of its clause, and the doubts and denials that reach it."""
    doubts = hedges_over(claim, claim_words[around.predicate[1] - 1].span)
    families = (table_of("hedge_families.csv").get(fact.value.label, "") for fact in doubts)
    found = {_MOODS[family] for family in families if family in _MOODS}
    found |= {"denied"} if denials_over(claim, span) else set()
    return modality(claim, claim_words, around) | found


def other_voice(left: Claim, right: Claim) -> bool:
    """Whether one article lets somebody speak on one side only, or turns from one side to the other."""
    if _voiced(left) != _voiced(right):
        return True
    said = f"{left.sentence_text} {right.sentence_text}".lower().replace(",", " ")
    return bool(_TURNS & set(said.split()))


def _voiced(claim: Claim) -> bool:
    """Whether somebody says it; who rejects a bill and stands in the claim himself is no voice, but acts."""
    source = claim.attribution.source if claim.attribution is not None else None
    if source is not None and any(span.contains(source) for span in claim.spans):
        return False
    return claim.attribution is not None


def published_apart(alignment: Alignment) -> bool:
    """Whether both articles are dated, and differently: what changes may have changed in between."""
    times = alignment.left_published.iso(), alignment.right_published.iso()
    return bool(times[0] and times[1]) and times[0] != times[1]


def is_open_on_one_side(alignment: Alignment, pair: FactPair) -> bool:
    """Whether one claim states its fact where the other only asks, supposes, doubts or denies."""
    return _is_asserted(alignment.left, pair.left.span) != _is_asserted(alignment.right, pair.right.span)


def _is_asserted(claim: Claim, span: Span) -> bool:
    """Whether no question, condition, doubt or denial reaches these words of the claim."""
    open_cues = (table_of("hedge_families.csv").get(fact.value.label) for fact in hedges_over(claim, span))
    asked = claim.sentence_text.rstrip().endswith("?")
    denied = any(_is_negation(fact.text) for fact in denials_over(claim, span))
    return not asked and _OPEN.isdisjoint(open_cues) and not denied


def _is_negation(cue: str) -> bool:
    """``no``, ``did not``, ``denied``; not ``fell``, which denies that it rose."""
    words = cue.lower().replace("n't", " n't").split()
    return any(word in words_of("quote_negations.txt") or word.startswith(_DENY) for word in words)


def facts_of(claim: Claim, kind: Kind) -> tuple[AnyFact, ...]:
    return tuple(fact for fact in claim.facts if fact.kind is kind)


def different_times(left: Claim, right: Claim) -> bool:
    """Whether both claims name times on the calendar and no two of them can be the same."""
    ours, theirs = _intervals(left), _intervals(right)
    return bool(ours and theirs) and not any(
        a.earliest <= b.latest and b.earliest <= a.latest
        for a in ours
        for b in theirs
        if a.earliest and a.latest and b.earliest and b.latest
    )


def _intervals(claim: Claim) -> tuple[TimeValue, ...]:
    values = [fact.value for fact in facts_of(claim, Kind.TIME)]
    return tuple(
        v for v in values if isinstance(v, TimeValue) and v.earliest is not None and v.latest is not None
    )


def names(claim_words: Sequence[Word], first: int, end: int) -> frozenset[str]:
    """The stems of the capitalised words in a range, the first word of the claim aside."""
    return frozenset(word.stem for word in claim_words[max(first, 1) : end] if word.capital and word.content)


def different_names(left: Sequence[Word], a: Frame, right: Sequence[Word], b: Frame) -> bool:
    """Whether each clause names somebody, or some day, that the other claim does not name at all."""
    ours, theirs = names(left, a.first, a.end), names(right, b.first, b.end)
    missing = ours - {word.stem for word in right}
    return bool(missing) and bool(theirs - {word.stem for word in left})


def different_modifiers(left: Sequence[Word], a: Frame, right: Sequence[Word], b: Frame) -> bool:
    """Whether a noun of both is told apart by the word before it: "the first plan", "the second plan"."""
    ours, theirs = _modifiers(left, a), _modifiers(right, b)
    seen = {word.lower for word in left}, {word.lower for word in right}
    return any(
        ours[noun] != theirs[noun] and not ours[noun] & seen[1] and not theirs[noun] & seen[0]
        for noun in sorted(ours.keys() & theirs.keys())
    )


def _modifiers(claim_words: Sequence[Word], around: Frame) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for at in range(max(around.first, 1), around.end):
        before = claim_words[at - 1]
        tells = before.content or before.lower in words_of("polarity_ordinals.txt")
        inside = around.predicate[0] < at <= around.predicate[1]  # the predicate itself tells nothing apart
        if claim_words[at].content and tells and not inside and not claim_words[at].opens:
            found[claim_words[at].stem] = found.get(claim_words[at].stem, frozenset()) | {before.lower}
    return found


def different_speakers(
    left: Claim, right: Claim, left_words: Sequence[Word], right_words: Sequence[Word]
) -> bool:
    """Whether the two claims are said by sources that share no word."""
    ours, theirs = _speaker(left, left_words), _speaker(right, right_words)
    return bool(ours and theirs) and not ours & theirs


def _speaker(claim: Claim, claim_words: Sequence[Word]) -> frozenset[str]:
    source = claim.attribution.source if claim.attribution else None
    if claim.attribution is not None and claim.attribution.speaker:
        named = _content_stems(claim.attribution.speaker)  # "he" is the name that the article gives him
        if named:
            return named
    if source is not None:
        offset = claim.sentence.start
        text = claim.sentence_text[max(source.start - offset, 0) : max(source.end - offset, 0)]
        return _content_stems(text)
    for at, word in enumerate(claim_words):
        if at and word.lower in {"said", "says"}:
            return frozenset(_stems(claim_words[_clause_start(claim_words, at - 1) : at]))
    return frozenset()


def _content_stems(text: str) -> frozenset[str]:
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in found if word not in _function_words())


def full_names(claim: Claim) -> tuple[str, ...]:
    """The fullest forms of the names in a claim, in order."""
    values = [fact.value for fact in facts_of(claim, Kind.NAME)]
    return tuple(value.full for value in values if isinstance(value, Name))
