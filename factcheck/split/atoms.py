"""A clause comes in, its minimal propositions come out with the rule that cut each of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.split import clauses, coordinations
from factcheck.split.clauses import Clause, antecedent, core, is_participle, phrase
from factcheck.split.trees import CLOSE_MARKS, OPEN_MARKS, Tree, Words

LONG_DESCRIPTION = 2  # words
COMPLEMENTS = ("ccomp", "xcomp")  # without an object or one of them an adjunct is what is told
NOMINAL_RELATIONS = frozenset({"appos", "compound", "conj", "flat", "nmod", "nsubj", "obj", "obl"})
ARGUMENT_OPENERS = frozenset(
    {"about", "against", "as", "for", "from", "into", "of", "on", "out", "to", "with"}
)
CONDITIONS = frozenset({"barring", "despite", "except", "without"})  # "closes without a deal"
JOINTS = frozenset({"&", "-", "–"})
INNER_WORDS = ("ADP", "DET", "PART")  # "Museum of Tools"


class Atom(NamedTuple):
    """A minimal proposition as indices of tokens."""

    rule: str
    words: Words


class _Described(NamedTuple):
    """A description with the name it describes; ``plain`` are the words that the name does without."""

    rule: str
    words: Words
    plain: Words


class _Hung(NamedTuple):
    """A clause that hangs on a noun: what it tells, and the words that the noun does without."""

    root: int
    rule: str
    own: Words
    below: Words
    alone: bool  # told by itself, about the subject of a copula or about a subject


def atoms(tree: Tree, clause: Clause) -> Iterator[Atom]:
    """What the clause tells besides itself; a proposition may come twice."""
    brackets = _brackets(tree, clause.all)
    words = clause.all.difference(*brackets)
    yield from _bracketed(tree, clause.all, brackets)
    described = list(_described(tree, words))
    yield from (Atom(one.rule, one.words) for one in described)
    yield from _opening_participles(tree, clause, words)
    named = words.difference(*(one.plain for one in described if tree.count(one.plain) >= LONG_DESCRIPTION))
    hung = list(_hung(tree, words))
    light = named.difference(*(one.below for one in hung))
    light = light if tree.count(light) >= clauses.MIN_WORDS else named
    if light != words and all(one.alone for one in hung):
        yield Atom("without modifying clause" if hung else "name alone", light)
    for part, root in _coordinating(tree, clause, named, light, hung):
        groups = coordinations.groups(tree, part)
        if coordinations.fits(groups):
            yield from _members(tree, root, part, groups)
            continue
        # too many choices together: the members beside one adjunct at a time
        for stretch in [one.words for one in _without_adjuncts(tree, root, part)] or [part]:
            yield from _members(tree, root, stretch, coordinations.groups(tree, stretch))
    yield from (Atom(one.rule, one.own) for one in hung if one.rule == "where" or _is_told(one))
    if light != named:
        yield from _without_adjuncts(tree, clause.root, named)


def _is_told(one: _Hung) -> bool:
    """A restrictive clause says which one is meant, and is told with its noun only."""
    return one.rule == "relative" and one.alone


def _members(tree: Tree, root: int, words: Words, groups: list[list[Words]]) -> Iterator[Atom]:
    """The clause with one member of each list, each with one adjunct, and with one modifier."""
    choices = coordinations.choices(words, groups)
    yield from (Atom("coordination", choice) for choice in choices)
    for choice in choices or [words]:
        yield from _qualified(tree, root, choice)
        yield from _without_adjuncts(tree, root, choice)


def _qualified(tree: Tree, root: int, words: Words) -> Iterator[Atom]:
    """``is a late Orlen drawing``: what a copula links, with one of its modifiers and with none."""
    if root not in words or not tree.kids(root, "cop") or tree.is_negated(root):
        return
    if tree.token(root).upos != "NOUN":
        return
    modifiers = [
        tree.below(c) & words
        for c in tree.kids(root, "amod", "compound", "nummod")
        if c in words and c < root
    ]
    if modifiers:
        yield Atom("no modifier", words.difference(*modifiers))
    if len(modifiers) > 1:
        yield from (Atom("one modifier", words.difference(*modifiers) | one) for one in modifiers)


# ---------------------------------------------------------------------------- brackets and names


def _brackets(tree: Tree, words: Words) -> list[Words]:
    found, opened = [], -1
    for i in sorted(words):
        mark = tree.word(i)
        if mark in OPEN_MARKS:
            opened = i
        elif mark in CLOSE_MARKS and opened >= 0:
            found.append(frozenset(range(opened, i + 1)) & words)
            opened = -1
    return found


def _bracketed(tree: Tree, words: Words, brackets: list[Words]) -> Iterator[Atom]:
    """``Ada Vos (born 1954)``: the name with what stands in the bracket, and the clause without it."""
    for inside in brackets:
        name = _capitals(tree, min(inside) - 1, words)
        if name:
            yield Atom("bracket", name | inside)
    if brackets:
        yield Atom("without brackets", words.difference(*brackets))


def _capitals(tree: Tree, last: int, words: Words) -> Words:
    """The run of capitals and figures that ends with ``last``; a small word stands between two of them."""
    found: set[int] = set()
    i = last
    while i in words:
        joint = found and tree.token(i).upos in INNER_WORDS and i - 1 in words and _is_capital(tree, i - 1)
        if not (
            _is_capital(tree, i) or (joint and tree.word(i) != "in") or (found and tree.word(i) in JOINTS)
        ):
            break
        found.add(i)
        i -= 1
    return frozenset(found)


def _is_capital(tree: Tree, i: int) -> bool:
    return tree.form(i)[0].isupper() or tree.form(i)[0].isdigit()


def _described(tree: Tree, words: Words) -> Iterator[_Described]:
    """``the clerk Leland Rowe``: a description and the name it describes, without article."""
    known: set[int] = set()
    for name in tree.names:
        before = _described_by(tree, name, words)
        if before:
            known |= name
            yield _Described("described", before | name, before)
    for i in sorted(words):
        for c in tree.kids(i, "appos", "nmod", "compound"):
            pair = _description(tree, i, c) if c in words else None
            if pair is not None and max(pair[0]) == min(pair[1]) - 1 and known.isdisjoint(pair[1]):
                yield _Described("described", _stripped(tree, pair[0] | pair[1]) & words, pair[0] & words)


def _described_by(tree: Tree, name: Words, words: Words) -> Words:
    """The noun right before a name with what stands before it, read from the surface."""
    i = min(name) - 1
    if not name <= words or i not in words or not tree.form(i).islower() or not tree.is_word(i):
        return frozenset()
    if tree.relation(i) not in NOMINAL_RELATIONS:
        return frozenset()
    if tree.token(i).upos != "NOUN" and not tree.kids(i, "case", "det"):
        return frozenset()
    found = {i}
    while i - 1 in words and tree.token(i - 1).upos in ("ADJ", "NOUN", "PROPN"):
        i -= 1
        found.add(i)
    return frozenset(found)


def _description(tree: Tree, i: int, c: int) -> tuple[Words, Words] | None:
    """The description and the name."""
    if tree.relation(c) == "appos" and c > i and tree.token(c).upos == "PROPN":
        described, name = phrase(tree, i) - tree.below(c), phrase(tree, c)
        common = tree.token(i).upos == "NOUN"
    else:
        before = (k for k in tree.kids(i, "amod", "compound", "det", "nmod") if k <= c)
        described = frozenset[int]().union(*(tree.below(k) for k in before))
        name = phrase(tree, i) - described
        common = tree.token(c).dep == "nmod:desc" or _is_common_before_name(tree, i, c)
    name = tree.completed(name)
    return (described - name, name) if common and name and described - name else None


def _is_common_before_name(tree: Tree, i: int, c: int) -> bool:
    """``clerk Leland Rowe``, read as a compound."""
    common = tree.token(c).upos == "NOUN" and tree.form(c).islower() and c < i
    named = tree.token(i).upos == "PROPN" and c + 1 in tree.children and tree.token(c + 1).upos == "PROPN"
    return common and named


def _stripped(tree: Tree, words: Words) -> Words:
    """Without the articles and prepositions before it."""
    first = next((i for i in sorted(words) if tree.token(i).upos not in ("ADP", "DET", "PUNCT")), None)
    return words if first is None else frozenset(i for i in words if i >= first)


# ---------------------------------------------------------------------------- clauses inside, adjuncts


def _hung(tree: Tree, words: Words) -> Iterator[_Hung]:
    """Relative and participial clauses that the clause keeps."""
    for i in sorted(words):
        for c in tree.kids(i, "acl"):
            relative = tree.token(c).dep == "acl:relcl"
            below = tree.below(c) & words
            if c not in words or tree.count(below) < clauses.MIN_WORDS:
                continue
            if relative and clauses.is_adverbial(tree, c):
                if tree.is_set_off(c) and tree.subject(c) is not None:
                    yield _Hung(c, "where", below - {tree.first(below)}, below, True)
                continue
            about = antecedent(tree, i) if relative or is_participle(tree, c) else frozenset()
            if about:
                own = (about | below) - (clauses.pronoun(tree, c) if relative else frozenset())
                linked = bool(tree.kids(i, "cop")) or i == tree.subject(tree.head(i))
                yield _Hung(c, "relative" if relative else "participle", own, below, linked)


def _coordinating(
    tree: Tree, clause: Clause, words: Words, light: Words, hung: list[_Hung]
) -> list[tuple[Words, int]]:
    """The stretches whose coordinations are taken apart; a restrictive clause with a list stays."""
    kept = [one for one in hung if not one.alone and coordinations.groups(tree, one.own)]
    main = words.difference(*(one.below for one in hung if one not in kept)) if kept else light
    return [(main, clause.root), *((one.own, one.root) for one in hung if one.alone)]


def _opening_participles(tree: Tree, clause: Clause, words: Words) -> Iterator[Atom]:
    """``Opened in May, it …``"""
    subject = tree.subject(clause.root)
    for c in tree.kids(clause.root, "advcl"):
        bare = c < clause.root and is_participle(tree, c) and not tree.kids(c, "mark")
        if bare and c in words and subject is not None:
            yield Atom("opening participle", core(tree, subject) | (tree.below(c) & words))


def _without_adjuncts(tree: Tree, root: int, words: Words) -> Iterator[Atom]:
    """The clause with each of its adjuncts alone, and with none.

    A denial keeps its adjuncts: who did not leave on Monday may have left on Tuesday.
    """
    if root not in words or not tree.is_clause(root) or tree.is_negated(root):
        return
    subject = tree.subject(root)
    parts = _adjuncts(tree, root, words)
    opening = [part for part in parts if subject is not None and max(part) < subject]
    parts = [part for part in parts if part not in opening]
    if len(parts) > 1:
        bare = words.difference(*parts)
        for part in parts:
            yield Atom("one adjunct", bare | part)
            if opening:
                yield Atom("one adjunct", (bare | part).difference(*opening))
    elif parts and _is_full(tree, root):
        yield Atom("no adjunct", words.difference(*parts))
    if opening:
        yield Atom("without opening", words.difference(*opening))


def _is_full(tree: Tree, root: int) -> bool:
    """Whether the predicate tells something without its adjunct; ``took place`` does not."""
    if tree.kids(root, "cop"):
        return tree.token(root).upos in clauses.NOMINAL
    objects = tree.kids(root, "obj")
    bare = any(tree.token(i).tag == "NN" and not tree.children[i] for i in objects)
    return not bare and bool(objects or tree.kids(root, *COMPLEMENTS))


def _adjuncts(tree: Tree, root: int, words: Words) -> list[Words]:
    """What can be left out, in order; what the verb asks for cannot: ``based on a novel``."""
    found: list[Words] = []
    for c in tree.kids(root, "obl", "advcl"):
        part = tree.below(c) & words
        if (
            c not in words
            or clauses.is_condition(tree, c)
            or not (tree.count(part) > 1 or tree.is_time(part))
            or tree.word(tree.first(part)) in CONDITIONS
        ):
            continue
        if found and _is_absolute(tree, found[-1], part):
            found[-1] |= part
        elif not _is_argument(tree, root, c, part):
            found.append(part)
    return found


def _is_absolute(tree: Tree, before: Words, part: Words) -> bool:
    """``with Ada Vos as its head``: one adjunct, read as two."""
    opened = tree.word(tree.first(before)) == "with"
    return opened and tree.word(tree.first(part)) in ("as", "in") and tree.first(part) - max(before) <= 2


def _is_argument(tree: Tree, root: int, c: int, part: Words) -> bool:
    """A prepositional phrase right after a verb without an object, or ``as`` after it."""
    first = tree.first(part)
    if tree.relation(c) != "obl" or first != root + 1 or tree.is_time(part):
        return False
    return tree.word(first) in ARGUMENT_OPENERS
