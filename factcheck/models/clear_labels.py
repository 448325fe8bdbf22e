"""A parse with the labels of spaCy's own English pipelines in, the same in Universal Dependencies out.

These pipelines follow ClearNLP (Choi and Palmer, 2012): prepositions govern their nouns, a copula governs its
predicate, a conjunct hangs on the one before. UD v2 turns each of these round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.records import Parse, Token

MARKS_OF_CLEAR = frozenset({"pobj", "nsubjpass", "dobj"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
RELATIONS = {
    "ROOT": "root",
    "attr": "xcomp",
    "acomp": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
LABELS = {"FAC": "LOC", "GPE": "LOC", "PER": "PERSON"}


@dataclass(slots=True)
class _Node:
    """A token's place in the tree while it is turned."""

    head: int
    dep: str
    lemma: str
    upos: str


def is_clear(labels: Sequence[str]) -> bool:
    """Whether a parser with these labels follows ClearNLP."""
    return not MARKS_OF_CLEAR.isdisjoint(labels)


def universal(parse: Parse) -> Parse:
    """The same tokens with heads and relations of UD v2, and names as PERSON, ORG and LOC."""
    nodes = [_Node(token.head, token.dep, token.lemma, token.upos) for token in parse.tokens]
    _turn_prepositions(nodes)
    _turn_copulas(nodes)
    _turn_coordinations(nodes)
    tokens = [_token(token, node) for token, node in zip(parse.tokens, nodes, strict=True)]
    names = [replace(name, label=LABELS.get(name.label, name.label)) for name in parse.entities]
    return Parse(tuple(tokens), tuple(names))


def _token(token: Token, node: _Node) -> Token:
    return replace(token, head=node.head, dep=RELATIONS.get(node.dep, node.dep))


def _children(nodes: Sequence[_Node], i: int) -> list[int]:
    return [k for k, node in enumerate(nodes) if node.head == i and k != i]


def _promote(nodes: Sequence[_Node], child: int, relation: str, own: str) -> None:
    """``child`` takes the place and the other children of its head, which becomes its ``own``."""
    head = nodes[child].head
    above = nodes[head].head
    for k in _children(nodes, head):
        nodes[k].head = child
    nodes[child].head = child if above == head else above
    nodes[child].dep = relation
    nodes[head].head, nodes[head].dep = child, own


def _turn_prepositions(nodes: Sequence[_Node]) -> None:
    """``in <- May`` becomes ``May -> in``; the innermost first, as in "out of the house"."""
    for i in sorted(range(len(nodes)), key=lambda i: -_depth(nodes, i)):
        node = nodes[i]
        if node.dep not in ("prep", "agent", "dative"):
            continue
        below = [k for k in _children(nodes, i) if nodes[k].dep in ("pobj", "pcomp", "nmod", "obl")]
        if not below:
            continue
        of_verb = nodes[node.head].upos in PREDICATES
        if nodes[below[0]].dep == "pcomp":
            _promote(nodes, below[0], "advcl" if of_verb else "acl", "mark")
        else:
            plain = "obl" if of_verb else "nmod"
            _promote(nodes, below[0], "obl:agent" if node.dep == "agent" else plain, "case")


def _depth(nodes: Sequence[_Node], i: int) -> int:
    depth = 0
    while nodes[i].head != i and depth < len(nodes):
        i, depth = nodes[i].head, depth + 1
    return depth


def _turn_copulas(nodes: Sequence[_Node]) -> None:
    """``is -> clerk`` becomes ``clerk -> is``; "there is a clerk" keeps its verb."""
    for i, node in enumerate(nodes):
        below = _children(nodes, i)
        predicates = [k for k in below if nodes[k].dep in ("attr", "acomp")]
        if node.lemma != "be" or node.dep in ("aux", "auxpass") or not predicates:
            continue
        if any(nodes[k].dep == "expl" for k in below):
            nodes[predicates[0]].dep = "nsubj"
        else:
            _promote(nodes, predicates[0], node.dep, "cop")


def _turn_coordinations(nodes: Sequence[_Node]) -> None:
    """All conjuncts hang on the first, and each conjunction on the conjunct that follows it."""
    for i, node in enumerate(nodes):
        if node.dep == "conj":
            while nodes[node.head].dep == "conj" and node.head != i:
                node.head = nodes[node.head].head
    for i, node in enumerate(nodes):
        if node.dep == "cc":
            first = nodes[node.head].head if nodes[node.head].dep == "conj" else node.head
            after = [k for k in _children(nodes, first) if k > i and nodes[k].dep == "conj"]
            if after:
                node.head = after[0]
