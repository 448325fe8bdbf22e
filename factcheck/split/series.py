"""A tree comes in, its lists of three or more come out, read from commas and kinds of words.

A parser goes astray most often in long lists, where the surface is plain: ``A, B and C`` with members alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.split.trees import Tree, Words

NOUNS = frozenset({"NOUN", "NUM", "PROPN", "SYM", "X"})
BEFORE_NOUN = frozenset({"ADJ", "DET", "PART"}) | NOUNS
LIKE_NOUNS = frozenset({"ADJ", "VERB"})  # an abstract noun is read as an adjective now and then
OUTSIDE = frozenset({"AUX", "CCONJ", "INTJ", "SCONJ", "VERB"})
MAX_MEMBER = 9  # tokens
EXAMPLE = frozenset({"including", "such"})
LINKS = EXAMPLE | {",", "and", "or"}
OF = frozenset({"of"})
SEPARATORS = frozenset({",", "and", "or"})


class Series(NamedTuple):
    """A list: its members in order, and the commas and the conjunction between them."""

    members: tuple[Words, ...]
    links: Words
    kind: Words = frozenset()  # "features" in "features such as A and B", a choice of its own

    @property
    def all(self) -> Words:
        return self.links.union(self.kind, *self.members)

    @property
    def choices(self) -> tuple[Words, ...]:
        return (*self.members, self.kind) if self.kind else self.members


def series(tree: Tree, words: Words) -> list[Series]:
    """The lists that stand in ``words``, in order; they do not overlap."""
    row = sorted(words)
    found: list[Series] = []
    for at, i in enumerate(row):
        link = tree.word(i)
        if i in tree.quoted or link not in LINKS or _is_choice(tree, row, at):
            continue
        made = [_examples(tree, row, at)] if link in EXAMPLE else [_qualities(tree, row, at)]
        if link in ("and", "or"):
            made.insert(0, _ending(tree, row, at))
        for one in made:
            if one is not None and all(one.all.isdisjoint(other.all) for other in found):
                found.append(one)
    return found


def _is_choice(tree: Tree, row: Sequence[int], at: int) -> bool:
    """Whether an ``or`` stands at ``at`` or ends the list that goes on there: no member is told by itself."""
    if tree.word(row[at]) == "or":
        return True
    ends = (tree.word(i) for i in row[at + 1 :] if tree.word(i) in ("and", "or"))
    return tree.word(row[at]) == "," and next(ends, "and") == "or"


def _examples(tree: Tree, row: Sequence[int], at: int) -> Series | None:
    """``features such as A and B``: the kind, and the examples one by one."""
    after = at + 1
    if tree.word(row[at]) == "such":
        if after >= len(row) or tree.word(row[after]) != "as":
            return None
        after += 1
    before = at - 1 if at and tree.word(row[at - 1]) == "," else at
    kind = _run_before(tree, row, before, OF)
    members = _enumerated(tree, row[after:]) if kind else []
    listed = kind and min(kind) - 1 in row and tree.word(min(kind) - 1) in SEPARATORS
    if not members or listed:  # the last of a list brings its own examples
        return None
    inside = frozenset(i for i in row if max(kind) < i < max(members[-1]))
    return Series(tuple(members), inside.difference(*members), kind)


def _enumerated(tree: Tree, row: Sequence[int]) -> list[Words]:
    """The members of a list that ``row`` begins with; the last one ends with its first noun."""
    members: list[Words] = []
    inner = frozenset({"of"})
    at = 0
    while at < len(row):
        end = next((n for n in range(at, len(row)) if tree.word(row[n]) in SEPARATORS), len(row))
        piece = row[at:end]
        if end == len(row) or not (_is_member(tree, piece) and end - at <= MAX_MEMBER):
            last = _run(tree, row[at : at + MAX_MEMBER], inner)
            return [*members, last] if last else members
        members.append(frozenset(piece))
        inner |= frozenset(tree.word(i) for i in piece if tree.token(i).upos == "ADP")
        last_mark = tree.word(row[end])
        at = end + 1
        while at < len(row) and tree.word(row[at]) in SEPARATORS:
            last_mark, at = tree.word(row[at]), at + 1
        if last_mark in ("and", "or"):
            last = _run(tree, row[at : at + MAX_MEMBER], inner)
            return [*members, last] if last else members
    return members


def _qualities(tree: Tree, row: Sequence[int], at: int) -> Series | None:
    """``a clear, concise and logical style``: what stands before one noun; ``row[at]`` is the last link."""
    if not at:
        return None
    first = at
    pieces: list[Words] = []
    end = at if tree.word(row[at - 1]) != "," else at - 1
    while True:
        start = end
        while start and _is_quality(tree, row[start - 1]):
            start -= 1
        piece = row[start:end]
        if not piece or not _is_modifier(tree, piece[-1]):
            break
        pieces.append(frozenset(piece))
        first = start
        if not start or tree.word(row[start - 1]) != ",":
            break
        end = start - 1
    last = _last_quality(tree, row[at + 1 : at + 1 + MAX_MEMBER])
    if not pieces or not last:
        return None
    members = (*reversed(pieces), last)
    inside = frozenset(row[first : row.index(max(last))])
    return Series(members, inside.difference(*members))


def _last_quality(tree: Tree, row: Sequence[int]) -> Words:
    """The last modifier before a noun that comes soon."""
    end, noun = 0, False
    for n, i in enumerate(row):
        if not _is_quality(tree, i) and tree.token(i).upos not in ("NOUN", "PROPN"):
            break
        if _is_modifier(tree, i):
            end, noun = n + 1, False
        elif tree.token(i).upos in ("NOUN", "PROPN"):
            noun = True
    return frozenset(row[:end]) if noun and end else frozenset()


def _is_modifier(tree: Tree, i: int) -> bool:
    """An adjective, a participle, or a noun after a hyphen."""
    token = tree.token(i)
    hyphened = i - 1 in tree.children and tree.token(i - 1).end == token.start and tree.word(i - 1) == "-"
    return token.upos == "ADJ" or token.tag in ("VBN",) or (hyphened and token.upos == "NOUN")


def _is_quality(tree: Tree, i: int) -> bool:
    token = tree.token(i)
    beside = tree.word(i) == "-" or (i + 1 in tree.children and tree.word(i + 1) == "-")
    return token.upos in ("ADJ", "ADV") or token.tag == "VBN" or beside or _is_modifier(tree, i)


def _ending(tree: Tree, row: Sequence[int], at: int) -> Series | None:
    """The list whose last member follows the conjunction at ``row[at]``."""
    middle, comma, first = _middle(tree, row, at)
    inner = frozenset(tree.word(i) for member in middle for i in member if tree.token(i).upos == "ADP")
    last = _run(tree, row[at + 1 : at + 1 + MAX_MEMBER], inner)
    if not first:
        first = _run_before(tree, row, comma, inner)
    members = [first, *reversed(middle), last]
    if not middle or not all(members) or len({_is_name(tree, member) for member in members}) != 1:
        return None
    links = frozenset(i for i in row if min(first) < i < max(last)).difference(*members)
    return Series(tuple(members), links)


def _middle(tree: Tree, row: Sequence[int], at: int) -> tuple[list[Words], int, Words]:
    """The members between commas, last first; where the first comma stands; what follows ``such as``."""
    found: list[Words] = []
    end = at - 1 if at and tree.word(row[at - 1]) == "," else at
    while True:
        start = _comma_before(tree, row, end)
        piece = row[start + 1 : end] if start >= 0 else []
        if [tree.word(i) for i in piece[:2]] == ["such", "as"]:
            return found, end, frozenset(piece[2:])
        if not _is_member(tree, piece):
            return found, end, frozenset()
        found.append(frozenset(piece))
        end = start


def _comma_before(tree: Tree, row: Sequence[int], end: int) -> int:
    """Where in the row the comma stands that opens the stretch that ends before ``end``; -1 for none."""
    for at in range(end - 1, max(-1, end - MAX_MEMBER - 2), -1):
        if not tree.is_word(row[at]) and tree.word(row[at]) not in ("-", "'", "’", "–", "&"):
            return at if tree.word(row[at]) == "," else -1
    return -1


def _is_member(tree: Tree, words: Sequence[int]) -> bool:
    if not words or any(_is_outside(tree, i, len(words)) for i in words):
        return False
    opens = _goes_on(tree, words[0]) or len(words) == 1
    named = any(tree.token(i).upos in NOUNS for i in words) or tree.token(words[-1]).upos in LIKE_NOUNS
    return opens and named and not tree.word(words[0]).isdigit()


def _is_outside(tree: Tree, i: int, size: int) -> bool:
    """Whether a word cannot stand in a member; ``fishing`` alone is one."""
    if tree.word(i) == "&" or _is_capital(tree, i) or (size == 1 and tree.token(i).tag == "VBG"):
        return False
    return tree.token(i).upos in OUTSIDE


def _run(tree: Tree, row: Sequence[int], inner: frozenset[str]) -> Words:
    """The noun that ``row`` begins with, and what stands before it; ``inner`` are prepositions inside."""
    run: list[int] = []
    for i in row:
        again = run and tree.token(i).upos == "DET" and tree.token(run[-1]).upos != "ADP"
        if again or not (_goes_on(tree, i) or (run and tree.word(i) in inner)):
            break
        run.append(i)
    return _with_noun(tree, run)


def _run_before(tree: Tree, row: Sequence[int], at: int, inner: frozenset[str]) -> Words:
    """The noun with what stands before it that ends before ``row[at]``."""
    run: list[int] = []
    for i in reversed(row[max(0, at - MAX_MEMBER) : at]):
        opened = run and (tree.token(run[-1]).upos == "DET" or tree.token(run[-1]).tag == "PRP$")
        if tree.word(i) in inner if opened else not (_goes_on(tree, i) or tree.word(i) in inner):
            if not opened:
                break
        elif opened:
            break
        run.append(i)
    return _with_noun(tree, run)


def _goes_on(tree: Tree, i: int) -> bool:
    token = tree.token(i)
    inside = token.tag in ("HYPH", "PRP$") or tree.word(i) == "&"
    return token.upos in BEFORE_NOUN or inside or _is_capital(tree, i)


def _is_capital(tree: Tree, i: int) -> bool:
    """A verb's form with a capital inside a sentence is a name: ``Reading`` in "Reading Borough"."""
    return i > 0 and not tree.token(i).sentence_start and tree.form(i)[0].isupper()


def _with_noun(tree: Tree, run: Sequence[int]) -> Words:
    return frozenset(run) if any(tree.token(i).upos in NOUNS for i in run) else frozenset()


def _is_name(tree: Tree, member: Words) -> bool:
    """Whether a member is a name: its first noun phrase ends with one."""
    head = -1
    for i in sorted(member):
        if not _goes_on(tree, i):
            break
        head = i if tree.token(i).upos in NOUNS else head
    return head >= 0 and (tree.token(head).upos == "PROPN" or _is_capital(tree, head))
