"""Role reversal: who did it and to whom it was done are swapped.

Reads the names (words in capitals, else the nouns next to the verb) on both sides of a verb that two
claims on the same matter share, or of its converse ("beat", "lost to"). The passive is turned round first.

Ladder: ``swapped`` (the one who acts on one side is the one acted on on the other, and the other way round).

Contradicts: "Orlen sued Tavik." / "Tavik sued Orlen."
Does not: "Orlen beat Tavik 3-1." / "Tavik lost to Orlen 3-1."

It cannot see: roles that are told over two clauses, verbs in neither the table nor both claims, or a swap
in which one of the two is only a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from factcheck.compare.argument_matching import Told, agree, elsewhere, one_name, same_role, told
from factcheck.compare.clauses import Word, different_times, frame, modality, stem, words
from factcheck.compare.word_lists import lines_of, words_of
from factcheck.records import Alignment, Argument, Judgement, Kind, Matter, Relation, Span

name = "role_reversal"
kind = Kind.ROLE_REVERSAL
matters = frozenset({Matter.CLAIM})
ladder = ("swapped",)

_CORE = frozenset({"agent", "patient"})
_CONFIDENCE = 0.85
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})
_ATTACHING = frozenset(
    {"at", "by", "for", "from", "in", "of", "on", "with", "over", "against", "after", "before"}
)
_MAX_WORDS = 12  # words of the clause that are read on each side of a verb
_NEVER = frozenset({"not", "n't", "never", "to"})


@dataclass(frozen=True, slots=True)
class _Act:
    """One verb with the stems of those who act and those acted on; ``span`` covers verb and both."""

    relation: str
    agents: frozenset[str]
    patients: frozenset[str]
    span: Span
    text: str


@cache
def _verbs() -> tuple[tuple[tuple[str, ...], str, bool], ...]:
    """Phrase as stems, relation, whether its subject acts; the longest phrase first."""
    rows = (row.split(",") for row in lines_of("role_verbs.csv")[1:])
    found = [
        ((stem(verb.split()[0]), *verb.split()[1:]), relation, subject == "agent")
        for verb, relation, subject in rows
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement: the first act whose two sides are swapped, and told straight nowhere."""
    left, right = alignment.left, alignment.right
    if different_times(left, right):
        return ()
    by_events = _by_events(alignment)
    if by_events:
        return by_events
    left_words, right_words = words(left), words(right)
    theirs = tuple(_acts(right_words))
    for ours in _acts(left_words):
        straight = [act for act in theirs if _same(ours, act)]
        swapped = [act for act in theirs if _swapped(ours, act)]
        if swapped and not straight and _same_mood(alignment, left_words, right_words):
            return (_judgement(ours, swapped[0]),)
    return ()


def _by_events(alignment: Alignment) -> tuple[Judgement, ...]:
    """The first act whose two named parties have changed roles: who asks and who is asked, from and to."""
    for e in told(alignment.left):
        for f in told(alignment.right):
            if e.event.negated == f.event.negated:
                for a, b in _exchanged(e, f):
                    if not (_straight(e, a, b) or _straight_there(f, a, b)):
                        return (_event_judgement(e, f, a, b),)
    return ()


def _exchanged(e: Told, f: Told) -> Iterator[tuple[Argument, Argument]]:
    """Two arguments of the one act, one of them a name, each in the other’s role in the other act."""
    for a, b in combinations(e.event.arguments, 2):
        one, other = same_role(a.role), same_role(b.role)
        if one == other or not _opposed(e, f, a, b):
            continue
        turned = any(agree(a, x) for x in f.filled(other)) and any(agree(b, x) for x in f.filled(one))
        straight = any(agree(a, x) for x in f.filled(one)) or any(agree(b, x) for x in f.filled(other))
        if turned and not straight:
            yield a, b


def _opposed(e: Told, f: Told, a: Argument, b: Argument) -> bool:
    """Whether the two stand against each other in one act; the ends of a way do so in any act."""
    if not (a.name or b.name) or a.head == b.head or (a.name and b.name and one_name(a.name, b.name)):
        return False
    ends = {a.role, b.role} == {"from", "to"} and bool(a.name and b.name)
    return ends or (e.act == f.act and e.act not in words_of("argument_symmetric.txt"))


def _straight_there(f: Told, a: Argument, b: Argument) -> bool:
    """Whether the other article tells the act this way, too."""
    return _straight(f, replace(a, role=b.role), replace(b, role=a.role))


def _straight(e: Told, a: Argument, b: Argument) -> bool:
    """Whether an article tells the act the other way round somewhere, too: a second leg, a countersuit."""
    return any(
        (row.act == e.act or {a.role, b.role} == {"from", "to"})
        and any(agree(a, x) for x in row.filled(same_role(b.role)))
        and any(agree(b, x) for x in row.filled(same_role(a.role)))
        for row in elsewhere(e.claim)
    )


def _event_judgement(e: Told, f: Told, a: Argument, b: Argument) -> Judgement:
    reason = (
        f"{_party(e, a)} and {_party(e, b)} have changed places in one act (“{e.event.predicate}”): "
        "who acts and who is acted on, or where from and where to, are swapped."
    )
    left, right = _around(e), _around(f)
    one, other = e.event.label, f.event.label
    return Judgement(Relation.CONTRADICTION, "swapped", reason, _CONFIDENCE, left, right, one, other)


def _party(row: Told, argument: Argument) -> str:
    return argument.name or row.words(argument)


def _around(row: Told) -> Span:
    """From the first to the last of the predicate and its named arguments."""
    spans = [row.span, *(a.span for a in row.event.arguments if a.name or a.role in _CORE)]
    inside = [span for span in spans if row.claim.sentence.contains(span)]
    return Span(min(span.start for span in inside), max(span.end for span in inside))


def _same_mood(alignment: Alignment, left: Sequence[Word], right: Sequence[Word]) -> bool:
    moods = [modality(c, w, frame(w, 0, 1)) for c, w in ((alignment.left, left), (alignment.right, right))]
    return moods[0] == moods[1] and "question" not in moods[0]


def _same(a: _Act, b: _Act) -> bool:
    return a.relation == b.relation and bool(a.agents & b.agents and a.patients & b.patients)


def _swapped(a: _Act, b: _Act) -> bool:
    """Both crossed over, and nobody on the same side twice."""
    crossed = bool(a.agents & b.patients) and bool(a.patients & b.agents)
    return a.relation == b.relation and crossed and not (a.agents & b.agents or a.patients & b.patients)


def _judgement(a: _Act, b: _Act) -> Judgement:
    reason = f"One says “{a.text}”, the other “{b.text}”: who acts and who is acted on are swapped."
    return Judgement(Relation.CONTRADICTION, "swapped", reason, _CONFIDENCE, a.span, b.span, a.text, b.text)


def _acts(claim_words: Sequence[Word]) -> Iterator[_Act]:
    for at in range(1, len(claim_words)):
        read = _verb_at(claim_words, at)
        if read is None or _NEVER & {word.lower for word in claim_words[max(at - 2, 0) : at]}:
            continue
        size, relation, acts = read
        act = _act(claim_words, at, at + size, relation, acts)
        if act is not None:
            yield act


def _verb_at(claim_words: Sequence[Word], at: int) -> tuple[int, str, bool] | None:
    for phrase, relation, acts in _verbs():
        part = claim_words[at : at + len(phrase)]
        head = len(part) == len(phrase) and part[0].stem == phrase[0] and not part[0].capital
        if head and tuple(word.lower for word in part[1:]) == phrase[1:]:
            return len(phrase), relation, acts
    return None


def _act(claim_words: Sequence[Word], at: int, end: int, relation: str, acts: bool) -> _Act | None:
    after = end
    passive = _by_follows(claim_words, at, end)
    if not passive and _is_passive(claim_words, at):
        return None  # "were defeated here" says nothing of who did it
    if passive:
        after = _agent_place(claim_words, end, len(claim_words)) or end
    first, last = _party_before(claim_words, at), _party_after(claim_words, after)
    if first is None or last is None:
        return None
    sides = _party_stems(claim_words, first), _party_stems(claim_words, last)
    if passive == acts:
        sides = sides[1], sides[0]
    if not sides[0] or not sides[1] or sides[0] & sides[1]:
        return None
    span = Span(claim_words[first[0]].span.start, claim_words[last[1] - 1].span.end)
    if span.start >= span.end:
        return None
    return _Act(relation, *sides, span, " ".join(w.text for w in claim_words[first[0] : last[1]]))


def _is_passive(claim_words: Sequence[Word], at: int) -> bool:
    be = bool(_BE & {word.lower for word in claim_words[max(at - 2, 0) : at]})
    return be and not claim_words[at].lower.endswith("ing")


def _by_follows(claim_words: Sequence[Word], at: int, end: int) -> bool:
    """Whether an agent follows: "was defeated 3-1 by", "beaten by"; "by 424 votes" is none."""
    reach = _MAX_WORDS if _is_passive(claim_words, at) else 1
    return _agent_place(claim_words, end, end + reach) is not None


def _agent_place(claim_words: Sequence[Word], first: int, end: int) -> int | None:
    """The place after the "by" that names an agent; a figure after "by" is a margin."""
    for at in range(first, min(end, len(claim_words) - 1)):
        if claim_words[at].opens:
            return None
        if (
            claim_words[at].lower == "by"
            and claim_words[at + 1].capital | claim_words[at + 1].lower.isalpha()
        ) and claim_words[at + 1].lower not in words_of("role_margins.txt"):
            return at + 1
    return None


def _party_before(claim_words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The words from the start of the clause to the verb; a clause without any borrows the one before it."""
    first = at - 1
    while (
        first > 0
        and at - first < _MAX_WORDS
        and not (claim_words[first].opens and _parties(claim_words, first, at))
    ):
        first -= 1
    return (first, at) if first < at else None


def _party_after(claim_words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The words after the verb up to the next clause, or to a preposition once a party is named."""
    end = at
    while end < len(claim_words) and end - at < _MAX_WORDS and (end == at or not claim_words[end].opens):
        if end > at and claim_words[end].lower in _ATTACHING and _parties(claim_words, at, end):
            break
        end += 1
    return (at, end) if end > at else None


def _parties(claim_words: Sequence[Word], first: int, end: int) -> bool:
    return bool(_party_stems(claim_words, (first, end)))


def _party_stems(claim_words: Sequence[Word], part: tuple[int, int]) -> frozenset[str]:
    """The stems of the names of a part that no preposition attaches to another; else of its content words."""
    names: set[str] = set()
    nouns: set[str] = set()
    attached = False
    for at in range(*part):
        word = claim_words[at]
        if word.lower in _ATTACHING:
            attached = at > part[0]  # "with Orlen suing Tavik": the opening "with" leaves Orlen the subject
        elif not word.content:
            attached = attached and word.lower in {"the", "a", "an", "its", "his", "her", "their"}
        elif not attached:
            (names if word.capital else nouns).add(word.stem)
        elif not word.capital:
            attached = False
    # The first word of a sentence is a capital in any case.
    return frozenset(names | nouns) if not names or part[0] == 0 else frozenset(names)
