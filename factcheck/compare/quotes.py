"""What was said: compares the words that two sources put between quotation marks.

Reads the quotations of both claims. Two quotations are one utterance when their words run together:
three quarters of the shorter one in the same order, or fewer with enough rare words among them. Capitals,
punctuation, spelling, contractions, a dropped article, marked omissions (… or [...]), bracketed words and
[sic] are not differences. A quotation that is a part of the other is a trim, not a change.

The ladder: ``identical``, ``trimmed``, ``ellipsis``, ``spelling``, ``bracketed change`` (all silent),
``words changed``, ``meaning changed`` (a number, a negation or the sense of a comparison differs),
``paraphrase in quotation marks`` (one speaker, the same rare words, another wording).

Contradicts: “It was not safe.” / “It was safe.”
Drifts: “We will appeal this ruling,” she said. / “We will fight this ruling,” she said.
Does not: “We will … appeal.” / “We will, as promised, appeal.”

It cannot see what was really said, nor two honest translations of one utterance.
"""

from __future__ import annotations

from dataclasses import dataclass

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
MAX_PHRASE = 3
MIN_TYPO = 6

PARAPHRASED = "Both put one speaker's statement in quotation marks, in other words."
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
    comparison = quoted_words.compared(ours.value.words, theirs.value.words)
    if comparison.left == comparison.right:
        return _Verdict("identical", None, comparison)
    if comparison.repeated or (_one_speaker(ours, theirs, alignment) and comparison.alike):
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
    if not graded:
        return _Verdict("trimmed" if comparison.trimmed else "spelling", None, comparison)
    level, change = max(graded, key=lambda row: ladder.index(row[0]))
    if level == "meaning changed" and comparison.share < quoted_words.MIN_SHARE:
        level = "words changed"  # too much differs to pin the sense on one word
    relation = {"words changed": Relation.DRIFT, "meaning changed": Relation.CONTRADICTION}.get(level)
    return _Verdict(level, relation, comparison, _shown(change))


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
    return "meaning changed" if _sense_changed(ours, theirs) else "words changed"


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
    confidence = 0.6 if verdict.level == ladder[-1] else 0.9 if verdict.comparison.share >= 0.8 else 0.75
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
