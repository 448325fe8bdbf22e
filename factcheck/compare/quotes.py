"""What was said: compares the words that two sources put between quotation marks.

Reads the quotations of both claims. Two quotations are one utterance when their words run together:
three quarters of the shorter one in the same order, or fewer with enough rare words among them. Capitals,
punctuation, spelling, contractions, a dropped article, marked omissions (… or [...]), bracketed words and
[sic] are not differences. A quotation that is a part of the other is a trim, not a change.

The ladder: ``identical``, ``trimmed``, ``ellipsis``, ``spelling``, ``bracketed change`` (all silent),
``cut unmarked`` (set as a whole sentence, though the other goes on in it or begins before),
``words changed``, ``meaning changed`` (a number, a rank, a negation or a word that excludes the other's),
``paraphrase in quotation marks`` (one speaker, the same rare words, another wording).

Contradicts: “It was not safe.” / “It was safe.”
Drifts: “We will appeal this ruling,” she said. / “We will fight this ruling,” she said.
Does not: “We will … appeal.” / “We will, as promised, appeal.”

It cannot see what was really said, nor two honest translations of one utterance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from factcheck.compare import quoted_words
from factcheck.compare.quoted_words import BRACKET, ELLIPSIS, Change, Comparison
from factcheck.compare.speakers import Source, compatible, source_of
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import Alignment, Fact, Judgement, Kind, Matter, Quotation, Relation

name = "quotes"
kind = Kind.QUOTE
matters = frozenset({Matter.CLAIM, Matter.QUOTATION})
ladder = (
    "identical",
    "trimmed",
    "ellipsis",
    "spelling",
    "bracketed change",
    "cut unmarked",
    "words changed",
    "meaning changed",
    "paraphrase in quotation marks",
)

MIN_PARAPHRASE_CONTENT = 4
MIN_PARAPHRASE_OVERLAP = 0.6  # of the rare words of the quotation with fewer of them
MIN_PARAPHRASE_OF_LONGER = 0.4
MIN_UNNAMED_WORDS = 6
MIN_UNNAMED_NAMES = 2
MIN_UNNAMED_SCORE = 0.5
SURE_SHARE = 0.9  # of the shared words, from which two speakers were given one utterance
MAX_REPLACED = 2  # stretches that are replaced by others, from which two are no longer one utterance
MAX_REPLACED_WORDS = 8  # the same of the words of one stretch
MAX_PHRASE = 3
MIN_CUT_RUN = 8  # words that both have in one piece, from which a cut at its end shows
MIN_CUT_WORDS = 5  # words that were cut
MIN_TYPO = 6

PARAPHRASED = "Both put one speaker's statement in quotation marks, in other words."
CUT = "One source ends or begins a sentence where the other's quotation goes on in it, and marks no omission."
UNNAMED = "Both quote a statement on one matter in other words, and only one side names who made it."

Facts = tuple[Fact[Quotation], Fact[Quotation]]


@dataclass(frozen=True, slots=True)
class _Verdict:
    level: str
    relation: Relation | None
    comparison: Comparison
    differing: str = ""

    @property
    def rank(self) -> tuple[float, int]:
        return (self.comparison.share, min(len(self.comparison.left), len(self.comparison.right)))


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """One judgement for each quotation of the left claim whose best match on the right differs from it."""
    found: list[Judgement] = []
    right = list(quoted_words.quotations(alignment.right))
    left = list(quoted_words.quotations(alignment.left))
    candidates = [
        (verdict, ours, theirs)
        for ours in left
        for theirs in right
        if (verdict := _verdict(ours, theirs, alignment)) is not None
    ]
    candidates.sort(key=lambda row: (-row[0].rank[0], -row[0].rank[1], row[1].span, row[2].span))
    taken: set[tuple[str, object]] = set()
    for verdict, ours, theirs in candidates:
        if ("left", ours.span) in taken or ("right", theirs.span) in taken:
            continue
        taken |= {("left", ours.span), ("right", theirs.span)}
        if verdict.relation is not None:
            found.append(_judgement(verdict, verdict.relation, ours, theirs))
    return tuple(found)


def _verdict(ours: Fact[Quotation], theirs: Fact[Quotation], alignment: Alignment) -> _Verdict | None:
    """How two quotations stand as one utterance; None where they are two."""
    told = _by_words(ours, theirs, alignment)
    silent = told is None or (told.relation is None and told.level != "identical")
    if silent and _cut_unmarked(ours, theirs, alignment):
        comparison = quoted_words.compared(ours.value.words, theirs.value.words)
        return _Verdict("cut unmarked", Relation.DRIFT, comparison, CUT)
    return told


def _by_words(ours: Fact[Quotation], theirs: Fact[Quotation], alignment: Alignment) -> _Verdict | None:
    """How their words stand to each other, wherever they begin and end."""
    comparison = quoted_words.compared(ours.value.words, theirs.value.words)
    if comparison.left == comparison.right:
        return _Verdict("identical", None, comparison)
    one = comparison.repeated or (_one_speaker(ours, theirs, alignment) and comparison.alike)
    one = one or (compatible(ours.value.speaker, theirs.value.speaker) and _same_frame(comparison, alignment))
    if one and not _two_utterances(ours, theirs, comparison):
        return _graded(comparison)
    if alignment.within_one_article or not compatible(ours.value.speaker, theirs.value.speaker):
        return None
    if _paraphrased(ours, theirs):
        return _Verdict("paraphrase in quotation marks", Relation.DRIFT, comparison, PARAPHRASED)
    if alignment.matter is Matter.CLAIM and _phrase_changed(comparison):
        return _graded(comparison)
    if _attributed_elsewhere(ours, theirs, alignment):
        return _Verdict("paraphrase in quotation marks", Relation.DRIFT, comparison, UNNAMED)
    return None


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = ("…", "...", "[")


def _cut_unmarked(ours: Fact[Quotation], theirs: Fact[Quotation], alignment: Alignment) -> bool:
    """Whether one side sets as a whole sentence what is a part of the other's sentence."""
    if alignment.within_one_article or not compatible(ours.value.speaker, theirs.value.speaker):
        return False
    sides = ours.value.words, theirs.value.words
    tokens = [list(_WORD.finditer(text)) for text in sides]
    words = [[token[0].lower().replace("’", "'") for token in row] for row in tokens]
    run = SequenceMatcher(None, words[0], words[1], autojunk=False).find_longest_match()
    if run.size < MIN_CUT_RUN:
        return False
    starts = run.a, run.b
    return any(
        _begun_later(sides, tokens, starts, i) or _ended_sooner(sides, tokens, starts, run.size, i)
        for i in (0, 1)
    )


_Texts = tuple[str, str]
_Tokens = list[list[re.Match[str]]]


def _begun_later(sides: _Texts, tokens: _Tokens, starts: tuple[int, int], i: int) -> bool:
    """Side ``i`` begins with a capital inside the other side's sentence."""
    other = 1 - i
    if starts[i] != 0:
        return False
    first, there = tokens[i][0], tokens[other][starts[other]]
    opened = sides[i][: first.start()].strip()
    before = re.split(r"[.?!…]", sides[other][: there.start()])[-1]
    linked = first[0].lower() in ("and", "but", "i", "i’m", "i'm", "or", "so")
    capital = first[0][0].isupper() and there[0][0].islower() and not linked
    return capital and not opened and len(_WORD.findall(before)) >= MIN_CUT_WORDS


def _ended_sooner(sides: _Texts, tokens: _Tokens, starts: tuple[int, int], size: int, i: int) -> bool:
    """Side ``i`` ends its sentence with a stop where the other goes on."""
    other = 1 - i
    end, there = starts[i] + size, starts[other] + size
    if end != len(tokens[i]) or there >= len(tokens[other]):
        return False
    tail = sides[i][tokens[i][end - 1].end() :].strip()
    after = sides[other][tokens[other][there - 1].end() :]
    rest = re.split(r"[.?!…]", after)[0]
    stopped = tail[:1] in ("?", "!") and not any(mark in tail for mark in _MARKS)
    return stopped and len(_WORD.findall(rest)) >= MIN_CUT_WORDS


def _two_utterances(ours: Fact[Quotation], theirs: Fact[Quotation], comparison: Comparison) -> bool:
    """Two people with one saying, or one person who said it twice: "sought to", and both go on otherwise."""
    if not comparison.changes:
        return False
    if not compatible(ours.value.speaker, theirs.value.speaker) and comparison.share < SURE_SHARE:
        return True
    replaced = [change for change in comparison.changes if change.left and change.right]
    long = any(max(len(change.left), len(change.right)) >= MAX_REPLACED_WORDS for change in replaced)
    several = len(replaced) >= MAX_REPLACED and comparison.share < quoted_words.MIN_REPEATED_SHARE
    return several or (long and comparison.share < SURE_SHARE)


def _same_frame(comparison: Comparison, alignment: Alignment) -> bool:
    """One word changed in a short sentence of a quotation: "It's on my fridge", "It's on my wall"."""
    beside = alignment.matter is Matter.QUOTATION and not alignment.within_one_article
    short = comparison.length >= quoted_words.MIN_WORDS and len(comparison.left) == len(comparison.right)
    return beside and short and _one_word(comparison) and comparison.share >= quoted_words.MIN_SHARE


def _attributed_elsewhere(ours: Fact[Quotation], theirs: Fact[Quotation], alignment: Alignment) -> bool:
    """Whole quotations on one matter and the same names, one by a named person, one by somebody unnamed.

    Whoever takes the name away is free to take the words away too: "“Turning A into an arm of B costs it its
    neutrality,” a former official said" beside "“A has become an extension of B,” Ada Vos said".
    """
    known = {source_of(side.value.speaker) for side in (ours, theirs)}
    long = all(len(side.value.words.split()) >= MIN_UNNAMED_WORDS for side in (ours, theirs))
    if alignment.matter is not Matter.CLAIM or not long or known != {Source.PERSON, Source.VAGUE}:
        return False
    spans = ours.span, theirs.span
    named = [
        pair
        for pair in alignment.pairs
        if pair.left.kind is Kind.NAME
        and pair.left.value.label == pair.right.value.label
        and spans[0].contains(pair.left.span)
        and spans[1].contains(pair.right.span)
    ]
    return alignment.score >= MIN_UNNAMED_SCORE and len(named) >= MIN_UNNAMED_NAMES


def _one_speaker(ours: Fact[Quotation], theirs: Fact[Quotation], alignment: Alignment) -> bool:
    """Whether likeness is enough to take two quotations for one utterance.

    One named person is; where a name is missing, only between claims aligned for what they say.
    """
    left, right = ours.value.speaker, theirs.value.speaker
    if alignment.within_one_article or not compatible(left, right):
        return False
    named = source_of(left) is source_of(right) is Source.PERSON
    return named or alignment.matter is Matter.CLAIM


def _phrase_changed(comparison: Comparison) -> bool:
    """Two or three quoted words of which one differs and the last, a content word, is shared."""
    ours, theirs = comparison.left, comparison.right
    short = 2 <= len(ours) <= MAX_PHRASE and len(ours) == len(theirs)
    one = sum(a != b for a, b in zip(ours, theirs, strict=False)) == 1
    return short and one and ours[-1] == theirs[-1] and comparison.shared_content > 0


def _paraphrased(ours: Fact[Quotation], theirs: Fact[Quotation]) -> bool:
    """One named person's words on one matter: most rare words are shared, names not counted."""
    if not source_of(ours.value.speaker) is source_of(theirs.value.speaker) is Source.PERSON:
        return False
    words = [_rare(side.value.words) for side in (ours, theirs)]
    shared, sizes = len(words[0] & words[1]), sorted(map(len, words))
    return (
        shared >= MIN_PARAPHRASE_CONTENT
        and shared >= MIN_PARAPHRASE_OVERLAP * sizes[0]
        and shared >= MIN_PARAPHRASE_OF_LONGER * sizes[1]
    )


def _rare(words: str) -> frozenset[str]:
    names = {word.strip(",.;:!?").lower() for word in words.split()[1:] if word[0].isupper()}
    return quoted_words.content(tuple(w for w in quoted_words.normalised(words) if w not in names))


# ---------------------------------------------------------------------------- grading what differs


def _graded(comparison: Comparison) -> _Verdict:
    graded = [(_grade(change), change) for change in comparison.changes]
    if not graded and (rank := _rank_cut(comparison.left, comparison.right)):
        return _Verdict("meaning changed", Relation.CONTRADICTION, comparison, _shown(rank))
    if not graded:
        return _Verdict("trimmed" if comparison.trimmed else "spelling", None, comparison)
    level, change = max(graded, key=lambda row: ladder.index(row[0]))
    if level == "meaning changed" and comparison.share < quoted_words.MIN_SHARE and not _one_word(comparison):
        level = "words changed"  # too much differs to pin the sense on one word
    relation = {"words changed": Relation.DRIFT, "meaning changed": Relation.CONTRADICTION}.get(level)
    return _Verdict(level, relation, comparison, _shown(change))


def _one_word(comparison: Comparison) -> bool:
    """Whether one word alone differs, as in two short phrases."""
    sizes = {len(side) for change in comparison.changes for side in (change.left, change.right)}
    return len(comparison.changes) == 1 and sizes == {1}


def _grade(change: Change) -> str:
    """The rung of one difference inside what both quote."""
    ours, theirs = (tuple(w for w in side if w[0].isalnum()) for side in (change.left, change.right))
    if _negated(ours) != _negated(theirs):
        return "meaning changed"
    if ELLIPSIS in change.left + change.right and (not ours or not theirs):
        return "ellipsis"
    if BRACKET in change.left + change.right:
        return "bracketed change"
    ours, theirs = (
        tuple(w for w in side if w not in words_of("quote_light_words.txt")) for side in (ours, theirs)
    )
    if ours == theirs or "".join(ours) == "".join(theirs) or _typo(ours, theirs):
        return "spelling"
    if _ranked(ours, theirs) or _ranked(theirs, ours) or _sense_changed(ours, theirs):
        return "meaning changed"
    return "words changed"


def _rank_cut(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Change | None:
    """The ordinal before a superlative with which only one of two quotations begins."""
    light = words_of("quote_light_words.txt")
    sides = [tuple(word for word in side if word not in light) for side in (ours, theirs)]
    longer, shorter = sorted(sides, key=len, reverse=True)
    if len(longer) <= len(shorter) or not _ranked(longer[:1], ()) or not shorter:
        return None
    if longer[1 : 1 + len(shorter)] != shorter or not shorter[0].endswith(("est", "most")):
        return None
    return Change(*((longer[:1], ()) if len(sides[0]) > len(sides[1]) else ((), longer[:1])))


def _ranked(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """``largest`` became ``second largest``."""
    return (
        not theirs and len(ours) == 1 and ours[0][:1].isdigit() and ours[0][-2:] in ("nd", "rd", "st", "th")
    )


def _negated(words: tuple[str, ...]) -> bool:
    return sum(word in words_of("quote_negations.txt") for word in words) % 2 == 1


def _typo(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """One letter inside one long word; an ending is grammar, not spelling."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    a, b = ours[0], theirs[0]
    return (
        min(len(a), len(b)) >= MIN_TYPO
        and a[-2:] == b[-2:]
        and a.isalpha()
        and Levenshtein.distance(a, b) == 1
    )


def _sense_changed(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """A number against another number, or a word against its opposite."""
    figures = [{w for w in side if w[0].isdigit()} for side in (ours, theirs)]
    if all(figures) and figures[0] != figures[1]:
        return True
    classes = [
        {table_of("quote_senses.csv")[w] for w in side if w in table_of("quote_senses.csv")}
        for side in (ours, theirs)
    ]
    return any(
        a.split(":")[0] == b.split(":")[0] and a != b
        for a in classes[0] - classes[1]
        for b in classes[1] - classes[0]
    )


def _shown(change: Change) -> str:
    ours, theirs = (" ".join(side) or "nothing" for side in (change.left, change.right))
    return f"“{ours}” against “{theirs}”"


def _judgement(
    verdict: _Verdict, relation: Relation, ours: Fact[Quotation], theirs: Fact[Quotation]
) -> Judgement:
    reasons = {
        "words changed": f"The same utterance is quoted in other words: {verdict.differing}.",
        "meaning changed": f"The same utterance is quoted with another meaning: {verdict.differing}.",
    }
    reason = reasons.get(verdict.level, verdict.differing)
    unsure = verdict.level in ("cut unmarked", "paraphrase in quotation marks")
    confidence = 0.6 if unsure else 0.9 if verdict.comparison.share >= 0.8 else 0.75
    return Judgement(
        relation,
        verdict.level,
        reason,
        confidence,
        ours.span,
        theirs.span,
        ours.value.words,
        theirs.value.words,
    )
