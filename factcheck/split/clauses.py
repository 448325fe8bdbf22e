"""The tree of a stretch comes in, its clauses come out, each with the subject or antecedent it lacks."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.split import word_lists
from factcheck.split.trees import COMMAS, OPEN_MARKS, Tree, Words

NOMINAL = ("NOUN", "NUM", "PRON", "PROPN", "SYM", "X")
IN_PHRASE = ("amod", "compound", "det", "fixed", "flat", "goeswith", "nummod")
LOOSE_IN_PHRASE = ("appos", "dep", "nmod")
BARE_RELATIVES = frozenset({"that", "which", "who", "whom"})
PARTICIPLES = ("VBG", "VBN")
MIN_WORDS = 3  # a shorter piece is no proposition of its own
MIN_REST = 2  # what a clause must keep, its restored subject included
LONG = 8  # words of a modifier that is no part of a name that is repeated


class Clause(NamedTuple):
    """A clause as indices of tokens; ``restored`` of them are repeated from another clause."""

    root: int
    words: Words
    restored: Words
    rule: str

    @property
    def all(self) -> Words:
        return self.words | self.restored


class Cut(NamedTuple):
    """What a clause that is taken out gets back, and what it drops."""

    rule: str
    restored: Words = frozenset()
    dropped: Words = frozenset()


def clauses(tree: Tree) -> list[Clause]:
    """The clauses of the tree; together they hold every word but relative pronouns and conjunctions."""
    found: list[Clause] = []
    if tree.root >= 0:
        _take(tree, tree.root, Cut("clause"), found)
    return found


def _take(tree: Tree, root: int, cut: Cut, found: list[Clause]) -> None:
    """Add the clause at ``root`` and, after it, those that are cut out of it."""
    whole = tree.below(root) - cut.dropped
    cuts = _cuts(tree, root, cut.restored)
    rest = whole.difference(*(tree.below(i) for i, _ in cuts))
    if tree.count(rest | cut.restored) < MIN_REST:
        cuts, rest = [], whole
    found.append(Clause(root, rest, cut.restored, cut.rule))
    for i, inner in cuts:
        _take(tree, i, inner, found)


def _cuts(tree: Tree, root: int, restored: Words) -> list[tuple[int, Cut]]:
    """What is cut out of the clause at ``root``, in order; what hangs on a cut is its own affair."""
    cuts: list[tuple[int, Cut]] = []
    waiting = [(root, c) for c in tree.children[root]]
    while waiting:
        head, i = waiting.pop()
        cut = _cut_at(tree, root, head, i, restored)
        if cut is not None:
            cuts.append((i, cut))
        else:
            waiting.extend((i, c) for c in tree.children[i])
    return sorted(cuts)


def _cut_at(tree: Tree, root: int, head: int, i: int, restored: Words) -> Cut | None:
    """How the words below ``i`` are told apart from their clause; None where they belong to it."""
    relation = tree.relation(i)
    if i in tree.quoted or not tree.count(tree.below(i)):
        return None
    if head == root and relation == "conj":
        return _coordinated(tree, head, i, restored)
    if head == root and relation in ("parataxis", "top"):
        return _aside(tree, i)
    if head == root and relation == "advcl":
        return _adverbial(tree, head, i, restored)
    if relation == "acl" and tree.is_set_off(i):
        return _modifying(tree, head, i)
    return _apposition(tree, head, i) if relation == "appos" else None


def _coordinated(tree: Tree, head: int, i: int, restored: Words) -> Cut | None:
    """A clause beside a clause; it gets the subject, the auxiliaries and the condition that it shares."""
    links = tree.kids(i, "cc")
    if not (tree.is_clause(i) and tree.is_clause(head) and (links or tree.is_set_off(i))):
        return None
    if any(tree.word(c) in ("or", "nor") for c in links):  # neither is told for itself
        return None
    dropped = _below(tree, [*links, *(c for c in tree.kids(i, "mark") if tree.word(c) == "that")])
    condition = _below(tree, [c for c in tree.kids(head, "advcl") if is_condition(tree, c)])
    if tree.subject(i) is not None:
        return Cut("coordinated", condition, dropped)
    subject = tree.subject(head)
    shared = core(tree, subject) if subject is not None and subject < i else restored
    if shared:
        return Cut("coordinated", shared | condition | _auxiliaries(tree, head, i), dropped)
    return Cut("coordinated", condition, dropped) if tree.is_finite(i) else None


def _below(tree: Tree, heads: list[int]) -> Words:
    return frozenset[int]().union(*(tree.below(i) for i in heads))


def _auxiliaries(tree: Tree, head: int, i: int) -> Words:
    """``was sold``, ``did not testify``: what a bare form takes over from the verb beside it."""
    if tree.is_finite(i) or tree.kids(i, "aux", "cop"):
        return frozenset()
    shared = [c for c in tree.children[head] if c < head and tree.relation(c) in ("aux", "cop")]
    if not any(tree.word(c) == "but" for c in tree.kids(i, "cc")):  # "not seen but heard"
        shared += [c for c in tree.children[head] if c < head and tree.is_negation(c)]
    return _below(tree, shared)


def _aside(tree: Tree, i: int) -> Cut | None:
    """A sentence in brackets, after a semicolon or after a dash."""
    own = tree.subject(i) is not None and tree.is_finite(i)
    opened = tree.mark_before(i) in COMMAS | OPEN_MARKS
    return Cut("aside") if own and opened and tree.count(tree.below(i)) >= MIN_WORDS else None


def _adverbial(tree: Tree, head: int, i: int, restored: Words) -> Cut | None:
    """A participle that follows, with the subject it shares, or a clause that is set against this one."""
    marks = tree.kids(i, "mark")
    if is_participle(tree, i) and not marks and i > head and tree.is_set_off(i):
        subject = tree.subject(head)
        shared = core(tree, subject) if subject is not None else restored
        return Cut("participle", shared) if shared and tree.count(tree.below(i)) >= MIN_WORDS else None
    contrasted = [c for c in marks if tree.word(c) in word_lists.words("contrast_openers")]
    if not contrasted or len(marks) > 1 or tree.subject(i) is None or not tree.is_finite(i):
        return None
    set_off = tree.is_set_off(i) if i > head else _comma_follows(tree, i)
    return Cut("contrast", frozenset(), frozenset(marks)) if set_off else None


def _comma_follows(tree: Tree, i: int) -> bool:
    last = max(tree.below(i))
    after = last + 1 if tree.is_word(last) else last
    return after in tree.children and tree.word(after) in COMMAS


def _modifying(tree: Tree, head: int, i: int) -> Cut | None:
    """A relative or participial clause after a comma, about the noun before it."""
    about = antecedent(tree, head)
    if not about or tree.count(tree.below(i)) < MIN_WORDS:
        return None
    if tree.token(i).dep == "acl:relcl":
        return None if is_adverbial(tree, i) else Cut("relative", about, pronoun(tree, i))
    return Cut("participle", about) if is_participle(tree, i) else None


def _apposition(tree: Tree, head: int, i: int) -> Cut | None:
    """``Leland Rowe, a former acting clerk``; a member of a list is none, nor what stands in a list."""
    listed = tree.kids(head, "conj") or len(tree.kids(head, "appos")) > 1
    nested = tree.relation(head) in ("conj", "appos")
    if listed or nested or not tree.is_set_off(i) or tree.token(i).upos not in NOMINAL:
        return None
    return None if is_one_address(tree, head, i) else Cut("apposition", phrase(tree, head))


def is_one_address(tree: Tree, head: int, i: int) -> bool:
    """``Harrow, Vantia`` and ``Tuesday, 4 March``: a place in a place, a day in a month."""
    names = tree.token(head).upos == tree.token(i).upos == "PROPN" and not tree.kids(i, "det")
    return names or tree.is_time({head, i})


# ---------------------------------------------------------------------------- what a clause is about


def is_condition(tree: Tree, i: int) -> bool:
    """Whether a clause is a condition or a question, told only with the clause it hangs on."""
    words = tree.kids(i, "mark", "advmod")
    return any(tree.word(c) in word_lists.words("condition_openers") for c in words)


def is_participle(tree: Tree, i: int) -> bool:
    """``leaving …``, ``located …``: a participle without a subject or an auxiliary of its own."""
    own = tree.subject(i) is not None or tree.kids(i, "aux", "cop")
    return tree.token(i).tag in PARTICIPLES and not own and not is_adverbial(tree, i)


def is_adverbial(tree: Tree, i: int) -> bool:
    """Whether ``where``, ``when`` or ``why`` opens the clause: it says which place or time it was."""
    first = tree.first(tree.below(i))
    return first >= 0 and tree.token(first).tag == "WRB"


def pronoun(tree: Tree, i: int) -> Words:
    """The bare relative pronoun that opens a clause; ``whose`` and ``of which`` stay where they are."""
    first = tree.first(tree.below(i))
    bare = first >= 0 and tree.word(first) in BARE_RELATIVES and not tree.children[first]
    return frozenset({first}) if bare else frozenset()


def antecedent(tree: Tree, head: int) -> Words:
    """The noun that a modifying clause is about; of what a copula links, the subject."""
    subject = tree.subject(head)
    if tree.kids(head, "cop") and subject is not None:
        return core(tree, subject)
    return core(tree, head) if tree.token(head).upos in NOMINAL else frozenset()


def core(tree: Tree, i: int) -> Words:
    """A subject as it is repeated: its phrase with its coordinated members, without asides."""
    found = phrase(tree, i)
    for c in tree.kids(i, "conj"):
        links = frozenset(k for k in tree.kids(c, "cc", "punct") if k < c)
        found |= core(tree, c) | links
    return found


def phrase(tree: Tree, i: int) -> Words:
    """A noun with its modifiers: no clause, nothing after a comma, no preposition before it."""
    found = frozenset({i})
    for c in tree.children[i]:
        relation = tree.relation(c)
        if relation in LOOSE_IN_PHRASE:
            near = tree.mark_before(c) not in COMMAS | OPEN_MARKS
            if near and tree.count(tree.below(c)) <= LONG:
                found |= phrase(tree, c) | frozenset(tree.kids(c, "case"))
        elif relation in IN_PHRASE or (relation == "case" and c > i):
            found |= tree.below(c)
    return found
