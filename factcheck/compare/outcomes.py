"""Outcomes: the same thing came out the opposite way, in other words.

Reads the POLARITY facts of two claims on the same matter with what each outcome befell (its theme), scores,
and the names, places and figures beside them.

Ladder: ``opposite`` (opposite outcomes of one thing), ``contest`` (one side won, lost or drew), ``refused``
(what one side won, the other was refused), ``base`` (the figure of now on one side is the figure of before on
the other).

Contradicts: "Judges threw out the port's levy." / "The court upheld the harbour levy in the port case."
Does not: "Ticket prices rose." / "Ticket sales fell.": two things.

It cannot see: opposites that are in no table, or a theme that is told in wholly other words. It says nothing
where the two themes have names, figures or places that differ, where somebody else decided, or where one is
a plan, a condition or a possibility and the other is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.compare.clauses import (
    Frame,
    Word,
    content,
    different_speakers,
    different_times,
    facts_of,
    frame,
    kin,
    moods,
    other_voice,
    places,
    published_apart,
    words,
)
from factcheck.compare.word_lists import table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    BlockKind,
    Claim,
    Judgement,
    Kind,
    Matter,
    Name,
    Polarity,
    Quantity,
    Relation,
    Span,
)

name = "outcomes"
kind = Kind.POLARITY
matters = frozenset({Matter.CLAIM})
ladder = ("opposite", "contest", "refused", "base")

_UNSURE = frozenset({"denied", "past", "possible", "question"})
_BY_SOMEBODY = frozenset({"accept", "admit", "praise", "support", "trust"})  # two may differ in these
_CHANGES = frozenset({"alive", "find", "go ahead", "open"})  # a later article may tell a later state
# who backs or blocks a plan has not rejected or approved it; what is scrapped is not upheld
_AS = {"allow": "accept", "keep": "uphold", "support": "accept"}
_PLANNED = frozenset({"future", "plan", "would"})
_CONTEST = frozenset({"beat", "draw", "win"})
_HARDLY = frozenset({"few", "hardly", "rarely", "scarcely", "seldom"})
_LOSING = ("lose", "lost", "losing")
_CONFLICTS = frozenset(
    {
        frozenset({"win", "lose"}),
        frozenset({"win", "draw"}),
        frozenset({"lose", "draw"}),
        frozenset({"win", "not win"}),
        frozenset({"decided", "draw"}),
    }
)
_PREPOSITIONS = frozenset({"about", "as", "at", "by", "for", "from", "in", "of", "on", "over", "to", "with"})
_PRONOUNS = frozenset(
    {"he", "it", "she", "that", "they", "this", "those", "these", "them", "him", "her", "who"}
)
_NAMED = frozenset({Kind.NAME, Kind.PLACE})
_BASE = re.compile(
    r"(?:compared (?:with|to)|up from|down from|(?:before|earlier|previously),? when it (?:was|stood at)|"
    r"(?:year|month|quarter|week) before,? when it (?:was|stood at))\s+(?:(?:about|only|just|some)\s+)?$"
)


@dataclass(frozen=True)
class _Side:
    """One claim with its words."""

    claim: Claim

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words(self.claim)

    @cached_property
    def outcomes(self) -> tuple[_Outcome, ...]:
        found = []
        for fact in facts_of(self.claim, Kind.POLARITY):
            place = places(self.words, fact.span)
            if place is not None and isinstance(fact.value, Polarity):
                found.append(_Outcome(self, fact, fact.value, frame(self.words, *place)))
        return tuple(found)

    @cached_property
    def stems(self) -> frozenset[str]:
        attribution = self.claim.attribution
        speaker = attribution.speaker.lower().split() if attribution is not None else []
        return content(self.words) | frozenset(speaker)

    def within(self, span: Span | None) -> tuple[Word, ...]:
        return tuple(word for word in self.words if span is not None and span.contains(word.span))

    def names(self, span: Span | None) -> frozenset[str]:
        """The full names of persons, houses and places in a stretch of the claim."""
        return frozenset(
            fact.value.full.casefold()
            for fact in self.claim.facts
            if fact.kind in _NAMED
            and isinstance(fact.value, Name)
            and span is not None
            and span.contains(fact.span)
        )

    def figures(self, span: Span | None) -> frozenset[str]:
        return frozenset(
            fact.value.label
            for fact in facts_of(self.claim, Kind.NUMBER)
            if span is not None and span.contains(fact.span)
        )

    def restored(self) -> tuple[Word, ...]:
        """The words that stand for a pronoun: slices from outside the sentence."""
        outside = [span for span in self.claim.spans if not self.claim.sentence.overlaps(span)]
        return tuple(word for word in self.words if any(span.contains(word.span) for span in outside))


@dataclass(frozen=True)
class _Outcome:
    """A predicate of the table of opposites, with the words of what it befell."""

    side: _Side
    fact: AnyFact
    value: Polarity
    around: Frame

    @cached_property
    def theme(self) -> tuple[Word, ...]:
        found = self.side.within(self.value.theme)
        if len(found) == 1 and found[0].lower in _PRONOUNS:
            return self.side.restored()
        return found

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.theme if word.content)

    @cached_property
    def head(self) -> str:
        """The stem of the last word before a preposition: "levy" of "the port's levy on fish"."""
        core: list[str] = []
        for word in self.theme:
            if word.lower in _PREPOSITIONS and core:
                break
            if word.content:
                core.append(word.stem)
        return core[-1] if core else ""

    @cached_property
    def names(self) -> frozenset[str]:
        return self.side.names(self.value.theme)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The stems of the words with a capital: names that no reader of names knows."""
        return frozenset(word.stem for word in self.theme if word.capital and word.content)

    @property
    def agent(self) -> Span | None:
        """Who brought it about, where that is somebody else than the theme."""
        subject, about = self.value.subject, self.value.theme
        return None if subject is None or (about is not None and about.contains(subject)) else subject

    @cached_property
    def moods(self) -> frozenset[str]:
        return moods(self.side.claim, self.side.words, self.around, self.fact.span)

    @property
    def deed(self) -> frozenset[str]:
        """The first word of what somebody is guilty of."""
        end = self.around.predicate[1]
        after = self.side.words[end - 1 : end + 8]
        of = next((i for i, word in enumerate(after) if word.lower == "of"), len(after))
        return frozenset([word.stem for word in after[of:] if word.content][:1])

    @property
    def hardly(self) -> bool:
        """Whether it is only nearly denied: "few shops opened" does not exclude that some did."""
        return bool(_HARDLY & set(self.fact.text.lower().split()))

    def head_words(self, span: Span | None) -> frozenset[str]:
        return frozenset(word.stem for word in self.side.within(span) if word.content)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement: the first pair of outcomes that exclude each other."""
    left, right = _Side(alignment.left), _Side(alignment.right)
    if different_times(left.claim, right.claim):
        return ()
    if different_speakers(left.claim, right.claim, left.words, right.words):
        return ()
    if alignment.within_one_article and other_voice(left.claim, right.claim):
        return ()
    for judgement in _judgements(alignment, left, right):
        return (judgement,)
    return ()


def _judgements(alignment: Alignment, left: _Side, right: _Side) -> Iterator[Judgement]:
    for ours in left.outcomes:
        for theirs in right.outcomes:
            if not _said_alike(ours, theirs) or ours.hardly or theirs.hardly:
                continue
            if _opposite(ours, theirs) and not _says_both(left, right, ours, theirs):
                yield _judged(alignment, "opposite", ours, theirs, 0.8)
            elif _refused(ours, theirs) or _refused(theirs, ours):
                yield _judged(alignment, "refused", ours, theirs, 0.7)
    yield from _contests(alignment, left, right)
    yield from _bases(alignment)


def _said_alike(ours: _Outcome, theirs: _Outcome) -> bool:
    """Whether both are said in one mood; what was called off "will go ahead" is a plan by its nature."""
    left, right = ours.moods, theirs.moods
    if ours.value.predicate == "go ahead":
        left, right = left - _PLANNED, right - _PLANNED
    return left == right and not left & _UNSURE


def _judged(
    alignment: Alignment, level: str, ours: _Outcome, theirs: _Outcome, confidence: float
) -> Judgement:
    changed = ours.value.predicate in _CHANGES and published_apart(alignment)
    return Judgement(
        Relation.UPDATE if changed else Relation.CONTRADICTION,
        level,
        f"One says “{ours.fact.text}”, the other “{theirs.fact.text}”: opposite outcomes.",
        confidence,
        ours.fact.span,
        theirs.fact.span,
        ours.value.label,
        theirs.value.label,
    )


def _says_both(left: _Side, right: _Side, ours: _Outcome, theirs: _Outcome) -> bool:
    """Whether one claim tells both outcomes itself: rises here, falls there."""
    labels = [{outcome.value.label for outcome in side.outcomes} for side in (left, right)]
    return theirs.value.label in labels[0] or ours.value.label in labels[1]


# ------------------------------------------------------------------------------------ one thing


def _opposite(ours: _Outcome, theirs: _Outcome) -> bool:
    one, other = (_AS.get(outcome.value.predicate, outcome.value.predicate) for outcome in (ours, theirs))
    if one != other or ours.value.negated == theirs.value.negated:
        return False
    if ours.value.predicate in _CONTEST or not (ours.head and theirs.head):
        return False
    if ours.value.predicate == "guilty" and _apart(ours.deed, theirs.deed):
        return False
    return _same_theme(ours, theirs) and _same_agent(ours, theirs) and not _elsewhere(ours, theirs)


def _same_theme(ours: _Outcome, theirs: _Outcome) -> bool:
    """Whether the two outcomes befell one thing: the nouns agree and nothing tells them apart."""
    if _apart(ours.names, theirs.names) or _apart(
        ours.side.figures(ours.value.theme), theirs.side.figures(theirs.value.theme)
    ):
        return False
    extra, other = _unlike(ours.stems, theirs.stems), _unlike(theirs.stems, ours.stems)
    shared = _context(ours, theirs)
    if not kin(ours.head, theirs.head):
        near = any(kin(ours.head, stem) for stem in theirs.stems) or any(
            kin(theirs.head, stem) for stem in ours.stems
        )
        return (
            bool(ours.names & theirs.names or shared >= 2) and near and not (extra and other and shared < 2)
        )
    if extra and other:
        return bool(ours.names & theirs.names) or shared >= 2
    if extra or other:
        return bool(ours.names & theirs.names) or shared >= 1 or bool(ours.stems & theirs.stems - {ours.head})
    return True


def _unlike(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return frozenset(a for a in ours if not any(kin(a, b) for b in theirs))


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _context(ours: _Outcome, theirs: _Outcome) -> int:
    """How many words the two claims share besides their themes and predicates."""
    own = _predicate(ours) | _predicate(theirs)
    own |= {a for a in ours.stems if any(kin(a, b) for b in theirs.stems)}
    left, right = ours.side.stems - own, theirs.side.stems - own
    return sum(any(kin(a, b) for b in right) for a in left)


def _predicate(outcome: _Outcome) -> frozenset[str]:
    first, end = outcome.around.predicate
    return frozenset(word.stem for word in outcome.side.words[first:end])


def _same_agent(ours: _Outcome, theirs: _Outcome) -> bool:
    """Whether the same one may have brought both about; for a vote or an opinion it must be the same."""
    a, b = ours.agent, theirs.agent
    if a is None or b is None:
        return ours.value.predicate not in _BY_SOMEBODY or bool(_strong(ours, theirs))
    if _apart(ours.side.names(a), theirs.side.names(b)):
        return False
    left, right = ours.head_words(a), theirs.head_words(b)
    if not _unlike(left, right) or not _unlike(right, left):
        return True
    if ours.value.predicate not in _BY_SOMEBODY:
        return not _two_bodies(left, right)
    return _one_body(left, right) or (_strong(ours, theirs) and not _two_bodies(left, right))


def _strong(ours: _Outcome, theirs: _Outcome) -> bool:
    return (
        bool(ours.names & theirs.names) or len(ours.stems & theirs.stems) >= 2 or _context(ours, theirs) >= 2
    )


def _bodies(stems: frozenset[str]) -> frozenset[str]:
    table = table_of("polarity_bodies.csv")
    return frozenset(table[word] for word in table if word in stems or any(kin(word, s) for s in stems))


def _one_body(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(_bodies(left) & _bodies(right))


def _two_bodies(left: frozenset[str], right: frozenset[str]) -> bool:
    return _apart(_bodies(left), _bodies(right))


def _elsewhere(ours: _Outcome, theirs: _Outcome) -> bool:
    """Whether the two clauses name different places or people beside their themes: "in Europe", "in Asia"."""
    left, right = (_clause_names(outcome) for outcome in (ours, theirs))
    return bool(left - _all_names(theirs.side)) and bool(right - _all_names(ours.side))


def _clause_names(outcome: _Outcome) -> frozenset[str]:
    line = outcome.side.words
    span = Span(line[outcome.around.first].span.start, line[outcome.around.end - 1].span.end)
    return outcome.side.names(span)


def _all_names(side: _Side) -> frozenset[str]:
    return frozenset(
        fact.value.full.casefold()
        for fact in side.claim.facts
        if fact.kind in _NAMED and isinstance(fact.value, Name)
    )


# ------------------------------------------------------------------------------------ won and refused


def _refused(won: _Outcome, refused: _Outcome) -> bool:
    """ "Port Harrow wins the games" against "Port Harrow was turned down": one participant, by name."""
    if won.value.predicate != "win" or won.value.negated or refused.value.predicate != "accept":
        return False
    if not refused.value.negated or not (won.names & refused.names or won.capitals & refused.capitals):
        return False
    top = BlockKind.HEADLINE in {won.side.claim.block, refused.side.claim.block}
    return top or _context(won, refused) >= 1


# ------------------------------------------------------------------------------------ contests


@dataclass(frozen=True)
class _Result:
    """How a contest ended for some, by their names; the others of the contest are ``rivals``."""

    who: frozenset[str]
    how: str
    rivals: frozenset[str]
    span: Span
    text: str


def _contests(alignment: Alignment, left: _Side, right: _Side) -> Iterator[Judgement]:
    ours, theirs = tuple(_results(left)), tuple(_results(right))
    for a in ours:
        for b in theirs:
            if frozenset({a.how, b.how}) not in _CONFLICTS or not _meet(a.who, b.who):
                continue
            if a.rivals and b.rivals and not _meet(a.rivals | a.who, b.rivals):
                continue
            if any(_meet(a.who, c.who) and c.how == a.how for c in theirs):
                continue
            if any(_meet(b.who, c.who) and c.how == b.how for c in ours):
                continue
            yield Judgement(
                Relation.CONTRADICTION,
                "contest",
                f"One says “{a.text}”, the other “{b.text}”: two results of one contest.",
                0.8,
                a.span,
                b.span,
                a.how,
                b.how,
            )


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours & theirs)


def _results(side: _Side) -> Iterator[_Result]:
    for outcome in side.outcomes:
        if outcome.value.predicate in _CONTEST and not outcome.moods:
            yield from _won_or_lost(side, outcome)
    for fact in facts_of(side.claim, Kind.NUMBER):
        place = places(side.words, fact.span)
        if isinstance(fact.value, Quantity) and fact.value.unit == "score" and place is not None:
            drawn = fact.value.upper is not None and fact.value.amount == fact.value.upper
            around = frame(side.words, *place)
            who = side.names(Span(side.words[around.first].span.start, side.words[around.end - 1].span.end))
            yield _Result(who, "draw" if drawn else "decided", frozenset(), fact.span, fact.text)


def _won_or_lost(side: _Side, outcome: _Outcome) -> Iterator[_Result]:
    value, fact = outcome.value, outcome.fact
    who, whom = side.names(value.subject), side.names(value.object)
    beside = _clause_names(outcome) - who
    if value.predicate == "draw" and not value.negated:
        yield _Result(who | whom | beside, "draw", frozenset(), fact.span, fact.text)
    elif value.predicate == "beat" and not value.negated:
        yield _Result(who, "win", whom, fact.span, fact.text)
        yield _Result(whom, "lose", who, fact.span, fact.text)
    elif value.predicate == "win":
        lost = fact.text.lower().startswith(_LOSING)
        how = "lose" if lost else "not win" if value.negated else "win"
        yield _Result(who, how, beside if lost else frozenset(), fact.span, fact.text)


# ------------------------------------------------------------------------------------ now and before


def _bases(alignment: Alignment) -> Iterator[Judgement]:
    """One figure that is the present one on one side and the earlier one on the other."""
    for pair in alignment.pairs:
        if pair.left.kind is not Kind.NUMBER or pair.left.value.label != pair.right.value.label:
            continue
        bases = _is_base(alignment.left, pair.left), _is_base(alignment.right, pair.right)
        if bases[0] == bases[1]:
            continue
        plain = alignment.right if bases[0] else alignment.left
        if _has_base(plain):
            yield Judgement(
                Relation.CONTRADICTION,
                "base",
                f"“{pair.left.text}” is the figure of before on one side, of now on the other.",
                0.8,
                pair.left.span,
                pair.right.span,
                "before" if bases[0] else "now",
                "before" if bases[1] else "now",
            )


def _is_base(claim: Claim, figure: AnyFact) -> bool:
    before = claim.sentence_text[: max(figure.span.start - claim.sentence.start, 0)]
    return bool(_BASE.search(before[-80:].lower()))


def _has_base(claim: Claim) -> bool:
    said = claim.sentence_text.lower()
    return any(cue in said for cue in words_of("polarity_base_cues.txt"))
