"""A clause comes in, it comes out once for each choice of one member from each of its coordinations."""

from __future__ import annotations

from itertools import product
from math import prod

from factcheck.split.series import LINKS, Series, series
from factcheck.split.trees import Tree, Words

MAX_PRODUCT = 12  # of members from several coordinations of one clause
MAX_MEMBERS = 24  # of one coordination that are told one by one
LEFT_SHARED = frozenset({"advmod", "aux", "case", "cop", "csubj", "det", "expl", "mark", "nsubj", "obl"})
ONCE = frozenset({"aux", "case", "cop", "csubj", "det", "expl", "mark", "nmod", "nsubj"})
KINDS = {"AUX": "verb", "NOUN": "noun", "NUM": "noun", "PRON": "noun", "PROPN": "noun", "VERB": "verb"}
WHOLE = frozenset({"&", "/", "between", "either", "neither", "nor"})


def choices(words: Words, groups: list[list[Words]]) -> list[Words]:
    """The clause with one member of each coordination in it, in order; none where there is none.

    Where the members give too many clauses, only the longest coordination is taken apart.
    """
    if not fits(groups):
        groups = [max(groups, key=len)[:MAX_MEMBERS]]
    made = (words.difference(*removed) for removed in product(*groups)) if groups else ()
    return list(dict.fromkeys(made))


def fits(groups: list[list[Words]]) -> bool:
    """Whether every choice of members can be told."""
    return prod(map(len, groups)) <= MAX_PRODUCT


def groups(tree: Tree, words: Words) -> list[list[Words]]:
    """For each coordination in ``words`` and each of its members what goes when this one is chosen."""
    if not any(tree.relation(i) == "conj" or tree.word(i) in LINKS for i in words):
        return []
    lists = series(tree, words)
    listed = frozenset[int]().union(*(one.all for one in lists))
    parsed = (_without_others(tree, i, words, listed) for i in sorted(words - listed))
    return [*(_without_other_members(one) for one in lists), *filter(None, parsed)]


def _without_other_members(one: Series) -> list[Words]:
    return [one.all - member for member in one.choices]


def _without_others(tree: Tree, head: int, words: Words, listed: Words) -> list[Words]:
    """For each member of the coordination at ``head`` what goes when it is chosen; none where it is whole."""
    if not tree.kids(head, "conj"):
        return []
    heads = [head, *_conjuncts(tree, head, words)]
    if len(heads) == 1 or not listed.isdisjoint(heads) or _stays_whole(tree, heads):
        return []
    shared = [c for c in tree.children[head] if _is_shared(tree, head, c, heads)]
    own = [_own(tree, i, heads) for i in heads]
    own[0] = own[0].difference(*(tree.below(c) for c in shared))
    links = frozenset[int]().union(*(_links(tree, i, i == head) for i in heads))
    found = []
    for n, i in enumerate(heads):
        others = links.union(*(part for m, part in enumerate(own) if m != n))
        found.append(others | _displaced(tree, head, i, shared) if n else others)
    return found


def _conjuncts(tree: Tree, head: int, words: Words) -> list[int]:
    """The words coordinated with ``head``, also those that hang on one another."""
    if tree.relation(head) == "conj" and tree.head(head) in words:
        return []
    found, waiting = [], [head]
    while waiting:
        kids = [c for c in tree.kids(waiting.pop(), "conj") if c in words]
        found.extend(kids)
        waiting.extend(kids)
    return sorted(found)


def _stays_whole(tree: Tree, heads: list[int]) -> bool:
    """A name, a range, a denied alternative, words in quotation marks, and what is no list to the eye."""
    links = {tree.word(k) for i in heads for k in tree.kids(i, "cc")}
    inner = {tree.word(k) for i in heads for k in tree.kids(i, "case")}
    kinds = {KINDS.get(tree.token(i).upos, "other") for i in heads}
    if not links or len(kinds) > 1 or not WHOLE.isdisjoint(links | inner):
        return True
    if "or" in links:  # "was fined or jailed", "the mayor or the clerk signed": neither is told
        return True
    return tree.is_one_name(heads) or _looks_like_a_name(tree, heads) or any(i in tree.quoted for i in heads)


def _looks_like_a_name(tree: Tree, heads: list[int]) -> bool:
    """``Fisheries and Harbour Board``: one capital, a conjunction, and more capitals without an article."""
    first, last = min(heads), max(heads)
    between = range(first + 1, last)
    capitals = all(tree.form(i)[0].isupper() for i in (first, *between, last) if tree.word(i) != "and")
    alone = not (first - 1 in tree.children and tree.form(first - 1)[0].isupper())
    return len(heads) == 2 and alone and capitals and len(between) >= 2 and tree.word(first + 1) == "and"


def _own(tree: Tree, i: int, heads: list[int]) -> Words:
    own = tree.below(i)
    return own.difference(*(tree.below(other) for other in heads if other != i and other in own))


def _links(tree: Tree, i: int, first: bool) -> Words:
    """Conjunctions, and the commas before a later member."""
    marks = () if first else (k for k in tree.kids(i, "punct") if k < i)
    return frozenset(marks).union(*(tree.below(c) for c in tree.kids(i, "cc")))


def _is_shared(tree: Tree, head: int, c: int, heads: list[int]) -> bool:
    """What stands before the first member or after the last one belongs to all of them."""
    relation = tree.relation(c)
    if c in heads or relation in ("cc", "conj", "punct"):
        return False
    left = relation in LEFT_SHARED or tree.token(c).dep == "nmod:poss"
    return c > max(heads) or (c < head and left)


def _displaced(tree: Tree, head: int, i: int, shared: list[int]) -> Words:
    """What the first member shares but this one has of its own; ``not`` before ``but`` is the first one's."""
    theirs = {tree.relation(c) for c in tree.children[i]} & ONCE
    if tree.token(i).upos == "PROPN":
        theirs |= {"det"}  # "the Tories and Labour"
    turned = any(tree.word(c) == "but" for c in tree.kids(i, "cc"))
    gone = [
        c for c in shared if (c < head and tree.relation(c) in theirs) or (turned and tree.is_negation(c))
    ]
    return frozenset[int]().union(*(tree.below(c) for c in gone))
