"""Who or what fills a role of an event: two claims tell one act, with another person, body or place in it.

Reads the events of both claims (a predicate with its arguments, the passive and converse verbs turned round)
and, of both articles, all names and events: whether an article knows the other one and tells the act of both.

Ladder: same; part (one list within the other, a place within a place); other noun (nouns that exclude each
other: the first half, the second half); other name; known to both (each article names both); crossed (two
acts, or two members of a list, have changed places).

Contradicts: "Wolf was brought down by Pratt" and "Pratt brought down Faye"; "gold for Norway, silver for
Sweden" and "silver for Norway, gold for Sweden".
Does not: "Norvia scored" and "Bo Lind scored"; "Lind criticised it" and "Holt criticised it".

It cannot see that a name and a description are two, nor that two people did the same at different times.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.compare import places, word_lists
from factcheck.compare.argument_matching import (
    PAIR,
    Told,
    agree,
    agreeing,
    elsewhere,
    kind_of,
    known,
    one_name,
    tied,
    told,
    weight,
)
from factcheck.compare.clauses import different_times
from factcheck.compare.names import words_of
from factcheck.records import (
    Alignment,
    Argument,
    Claim,
    Event,
    Judgement,
    Kind,
    Matter,
    NameKind,
    Relation,
    Span,
)

name = "arguments"
kind = Kind.EVENT
matters = frozenset({Matter.CLAIM})
ladder = ("same", "part", "other noun", "other name", "known to both", "crossed")

min_weight = 2  # what else must agree: one name, or two nouns
min_weight_of_strangers = 3  # where one of the two is unknown to the other article
min_close_score = 0.6  # of an alignment: it counts as one more agreeing noun
_ROLES = frozenset(
    {"agent", "patient", "recipient", "attribute", "in", "to", "from", "for", "by", "with", "item"}
)
_CORE = frozenset({"agent", "patient", "item"})
_MAX_EVENTS = 30  # of a claim


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """The surest judgement of each two phrases that fill one role of one act and cannot be one."""
    if different_times(alignment.left, alignment.right):
        return ()
    ours, theirs = told(alignment.left)[:_MAX_EVENTS], told(alignment.right)[:_MAX_EVENTS]
    found: dict[tuple[object, object], Judgement] = {}
    for e in ours:
        for f in theirs:
            for judgement in _judged(alignment, e, f) if _one_act(e, f) else _acts_exchanged(e, f):
                key = judgement.left, judgement.right
                if key not in found or found[key].confidence < judgement.confidence:
                    found[key] = judgement
    for alone in _exchanged(alignment):
        found.setdefault((alone.left, alone.right), alone)
    # of a crossing only one pair is told, whichever article stands on the left
    crossed = [key for key in found if found[key].level == "crossed"]
    crossed.sort(key=lambda key: _places(alignment, found[key]))
    return tuple(found[key] for key in sorted(found, key=str) if key not in crossed[1:])


def _places(alignment: Alignment, judgement: Judgement) -> list[tuple[str, Span]]:
    """Both places of the evidence, in an order that does not depend on the side."""
    return sorted([(alignment.left.uri, judgement.left), (alignment.right.uri, judgement.right)])


def _one_act(e: Told, f: Told) -> bool:
    return e.act == f.act and e.event.negated == f.event.negated


def _judged(alignment: Alignment, e: Told, f: Told) -> Iterator[Judgement]:
    for role in e.roles():
        if role not in _ROLES and e.act != PAIR:
            continue
        differing = _differing(e, f, role) or _apart(e, f, role)
        if differing is not None and not _other_event(e, f, role):
            found = _weighed(alignment, e, f, role, *differing)
            if found is not None:
                yield found


def _differing(e: Told, f: Told, role: str) -> tuple[Argument, Argument] | None:
    """The two phrases that stand against each other in this role; None where one agrees or nobody can tell.

    Of two lists of one length all members but one must agree.
    """
    ours, theirs = e.filled(role), f.filled(role)
    if not ours or not theirs:
        return None
    left = [a for a in ours if not any(agree(a, b) for b in theirs)]
    right = [b for b in theirs if not any(agree(a, b) for a in ours)]
    if len(left) != 1 or len(right) != 1 or len(ours) != len(theirs):
        return None
    return left[0], right[0]


def _apart(e: Told, f: Told, role: str) -> tuple[Argument, Argument] | None:
    """Two phrases with one noun and words before it that exclude each other: "the eastern wing"."""
    ours, theirs = e.filled(role), f.filled(role)
    if len(ours) != 1 or len(theirs) != 1 or ours[0].name or theirs[0].name:
        return None
    a, b = ours[0], theirs[0]
    if role != "in" and _ordinals(e, role) != _ordinals(f, role):
        return None  # the first and the second hearing are two
    return (a, b) if _excluding(e, f, a, b) else None


def _other_event(e: Told, f: Told, role: str) -> bool:
    """Whether another role tells that these are two acts: other figures, other ordinals, other names."""
    for other in e.roles():
        if other == role or not f.filled(other):
            continue
        if _ordinals(e, other) and _ordinals(f, other) and _ordinals(e, other) != _ordinals(f, other):
            return True
        named = [bool(a.name) for a in (*e.filled(other), *f.filled(other))]
        if all(named) and not agreeing(e, f, other) and other in _ROLES:
            return True
    return False


def _ordinals(e: Told, role: str) -> set[str]:
    """The ordinals and figures in the phrases of a role, "another" among them."""
    words = {word.strip(",.").lower() for a in e.filled(role) for word in e.words(a).split()}
    listed = word_lists.words_of("polarity_ordinals.txt")
    return {word for word in words if word in listed or word[:1].isdigit() or word == "another"}


# ---------------------------------------------------------------------------- how sure


def _weighed(alignment: Alignment, e: Told, f: Told, role: str, a: Argument, b: Argument) -> Judgement | None:
    if _crossed(e, f, role, a, b):
        why = "the other article tells it the other way round"
        return _judgement("crossed", Relation.CONTRADICTION, 0.9, why, e, f, a, b)
    if e.act in word_lists.words_of("argument_shared_acts.txt"):
        return None
    rest = weight(e, f, (role,)) + (alignment.score >= min_close_score) + len(e.filled(role)) - 1
    if rest < min_weight or _told_of_both(e, f, role, a, b):
        return None
    if a.name and b.name:
        return _names_weighed(e, f, a, b, rest)
    why = _exclusive(e, f, a, b)
    return _judgement("other noun", Relation.CONTRADICTION, 0.75, why, e, f, a, b) if why else None


def _names_weighed(e: Told, f: Told, a: Argument, b: Argument, rest: int) -> Judgement | None:
    if not _rivals(e, f, a, b):
        return None
    both = known(e.claim, b.name) and known(f.claim, a.name)
    if both:
        why = "both articles name both"
        return _judgement("known to both", Relation.CONTRADICTION, 0.85, why, e, f, a, b)
    if NameKind.OTHER in {kind_of(e.claim, a), kind_of(f.claim, b)}:
        return None
    sure = rest >= min_weight_of_strangers or _twins(a.name, b.name)
    relation = Relation.CONTRADICTION if sure else Relation.DRIFT
    return _judgement("other name", relation, 0.75 if sure else 0.6, "all else agrees", e, f, a, b)


def _rivals(e: Told, f: Told, a: Argument, b: Argument) -> bool:
    """Whether the two names are of one kind, and neither is a part of the other or stands for it."""
    kinds = {kind_of(e.claim, a), kind_of(f.claim, b)}
    if _is_acronym(a.name) != _is_acronym(b.name):
        return False  # nobody can tell whose initials they are
    if NameKind.OTHER in kinds:
        alike = not kinds & {NameKind.PLACE, NameKind.ORGANISATION} or a.head == b.head
    else:
        alike = len(kinds) == 1
    if not alike or one_name(a.name, b.name) or _shares_its_last(a.name, b.name):
        return False
    if kinds == {NameKind.PLACE}:
        sizes = [places.level_of(x.name) for x in (a, b)]
        if sizes[0] and sizes[1]:
            return sizes[0] == sizes[1]
    return not (tied(e.claim, a.name, b.name) or tied(f.claim, a.name, b.name))


def _twins(one: str, other: str) -> bool:
    """Two bodies of one type that share a further word: "University of Harrow", "Harrow State University"."""
    return len(set(words_of(one)) & set(words_of(other))) > 1


def _is_acronym(full: str) -> bool:
    return full.replace(".", "").isupper() and " " not in full


def _shares_its_last(one: str, other: str) -> bool:
    """A surname for a family member is told apart by the comparator of names."""
    left, right = words_of(one), words_of(other)
    return len(left) != len(right) and left[-1] == right[-1]


def _told_of_both(e: Told, f: Told, role: str, a: Argument, b: Argument) -> bool:
    """Whether one article tells the act of the other one, too: two people did it, or did it twice."""
    return _tells(e, role, b, f) or _tells(f, role, a, e)


def _tells(own: Told, role: str, other: Argument, theirs: Told, *, anywhere: bool = True) -> bool:
    """Whether the article tells the act of the other filler, too, or (``anywhere``) its own sentence does."""
    for row in elsewhere(own.claim):
        told_too = (
            row.act == own.act and row.span != own.span and any(agree(x, other) for x in row.filled(role))
        )
        if told_too and ((anywhere and own.claim.sentence.contains(row.span)) or _overlap(row, theirs, role)):
            return True
    return False


def _overlap(row: Told, theirs: Told, role: str) -> bool:
    """Whether the rest of an event of the article agrees with the other's, or says nothing against it."""
    shared = [other for other in row.roles() if other != role and theirs.filled(other)]
    return all(agreeing(row, theirs, other) for other in shared)


def _exclusive(e: Told, f: Told, a: Argument, b: Argument) -> str:
    """Why two common nouns cannot be one; empty where they may."""
    if bool(a.name) != bool(b.name) and not (_body(a) and _body(b)):
        return ""
    sides = _body(a), _body(b)
    if sides[0] and sides[1] and sides[0] != sides[1]:
        return "these are two bodies"
    return "the one excludes the other" if _excluding(e, f, a, b) else ""


def _excluding(e: Told, f: Told, a: Argument, b: Argument) -> bool:
    """Whether the phrases have words of one group on either side that the other has not."""
    groups = word_lists.table_of("argument_exclusive.csv")
    ours, theirs = _words(e, a) & groups.keys(), _words(f, b) & groups.keys()
    shared = {groups[w] for w in ours - theirs} & {groups[w] for w in theirs - ours}
    lone = len(ours) == len(theirs) == 1
    return bool(shared) and lone and (a.head == b.head or {a.head, b.head} <= groups.keys())


def _words(row: Told, argument: Argument) -> set[str]:
    """The words of a phrase in lower case, a plural as its singular where that is listed."""
    groups = word_lists.table_of("argument_exclusive.csv")
    words = row.words(argument).lower().replace("-", " ").split()
    return {word if word in groups else word.removesuffix("s") for word in words}


def _body(argument: Argument) -> str:
    """Which kind of body a phrase names by its last word: "ministry" of the Transport Ministry."""
    bodies = word_lists.table_of("argument_bodies.csv")
    return bodies.get(words_of(argument.name)[-1] if argument.name else argument.head, "")


# ---------------------------------------------------------------------------- crossed


def _exchanged(alignment: Alignment) -> Iterator[Judgement]:
    """Two acts of one kind in one claim, which the other article tells the other way round in other words.

    "The drill will be shown at the fair and the saw at the museum"; there the drill goes to the museum and
    the saw to the fair, and nothing there brings the drill to the fair or the saw to the museum.
    """
    left, right = alignment.left, alignment.right
    for own, other, turned in ((left, right, False), (right, left, True)):
        for (a, b), (c, d) in _parallel(own):
            met = _together(other, a, d), _together(other, c, b)
            if met[0] is None or met[1] is None or _together(other, a, b) or _together(other, c, d):
                continue
            shown = [(x, y) for x, y in ((b, met[0]), (d, met[1])) if y and other.sentence.contains(y.span)]
            if not shown:
                continue
            here, there = shown[0]
            ours, theirs = Told(own, Event("exchange"), here.span), Told(other, Event("exchange"), there.span)
            rows = (theirs, ours, there, here) if turned else (ours, theirs, here, there)
            why = "the other article tells it the other way round"
            yield _judgement("crossed", Relation.CONTRADICTION, 0.85, why, *rows)


def _acts_exchanged(e: Told, f: Told) -> Iterator[Judgement]:
    """One doer with one act here and another there, where each article gives the other act to another doer.

    "Directed by Holt and written by Dahl" / "written by Holt and directed by Dahl".
    """
    doers = [
        (a, b) for a in e.filled("agent") for b in f.filled("agent") if a.name and b.name and agree(a, b)
    ]
    if e.act == f.act or not doers or not agreeing(e, f, "patient"):
        return
    a, b = doers[0]
    if _does_another(e, f, b) and _does_another(f, e, a):
        yield _exchange("the two acts have changed their doers", e, f, a)


def _does_another(own: Told, theirs: Told, doer: Argument) -> bool:
    """Whether the article gives the other’s act on the same thing to somebody else, and never to this one."""
    rows = [r for r in elsewhere(own.claim) if r.act == theirs.act and agreeing(r, theirs, "patient")]
    agents = [x for row in rows for x in row.filled("agent")]
    return bool(agents) and all(x.name and not agree(x, doer) for x in agents)


def _exchange(why: str, e: Told, f: Told, doer: Argument) -> Judgement:
    one, other = e.event.predicate, f.event.predicate
    reason = f"Of {doer.name} one passage tells “{one}”, the other “{other}”: {why}."
    return Judgement(Relation.CONTRADICTION, "crossed", reason, 0.85, e.span, f.span, one, other)


def _parallel(claim: Claim) -> Iterator[tuple[tuple[Argument, Argument], tuple[Argument, Argument]]]:
    """Two acts of one predicate, each with a named doer or thing and a named phrase of the same role."""
    rows = told(claim)[:_MAX_EVENTS]
    for e, f in combinations(rows, 2):
        if e.act != f.act:
            continue
        for a, b in _named_pairs(e):
            for c, d in _named_pairs(f):
                if b.role == d.role and not agree(a, c) and not agree(b, d):
                    yield (a, b), (c, d)


def _named_pairs(row: Told) -> Iterator[tuple[Argument, Argument]]:
    core = [a for a in row.event.arguments if a.role in _CORE and a.name]
    rest = [a for a in row.event.arguments if a.role not in _CORE and a.name]
    return ((a, b) for a in core for b in rest)


def _together(claim: Claim, a: Argument, b: Argument) -> Argument | None:
    """The second of two as the article has it in one act with the first; None where no act has both."""
    for row in elsewhere(claim):
        if any(agree(a, x) for x in row.event.arguments if x.name):
            for x in row.event.arguments:
                if x.name and agree(b, x):
                    return x
    return None


def _crossed(e: Told, f: Told, role: str, a: Argument, b: Argument) -> bool:
    """Whether each article tells two acts of this kind and the two fillers have changed places.

    Here a with x and b with y, there b with x and a with y.
    """
    rest = weight(e, f, (role,))
    plain = e.act == PAIR or (bool(a.name and b.name) and rest >= min_weight)
    if rest < 1 or bool(a.name) != bool(b.name) or not plain:
        return False
    if _tells(e, role, b, f, anywhere=False) or _tells(f, role, a, e, anywhere=False):
        return False
    return any(
        row.act == e.act and any(agree(y, b) for y in row.filled(role)) and _answered(row, e, f, role, a)
        for row in elsewhere(e.claim)
        if row.span != e.span
    )


def _answered(row: Told, e: Told, f: Told, role: str, a: Argument) -> bool:
    """Whether the other article gives ``a`` what this one gives the second filler."""
    return any(
        weight(row, other, (role,)) >= 1 and weight(row, f, (role,)) < weight(e, f, (role,))
        for other in elsewhere(f.claim)
        if other.act == e.act and other.span != f.span and any(agree(a, x) for x in other.filled(role))
    )


def _judgement(
    level: str, relation: Relation, confidence: float, why: str, e: Told, f: Told, a: Argument, b: Argument
) -> Judgement:
    one, other = (x.name or t.words(x) for t, x in ((e, a), (f, b)))
    act = {PAIR: "In one list", "exchange": "In two acts"}.get(e.act, f"In one act (“{e.event.predicate}”)")
    reason = f"{act} one passage has {one}, the other {other}: {why}."
    return Judgement(relation, level, reason, confidence, a.span, b.span, one, other)
