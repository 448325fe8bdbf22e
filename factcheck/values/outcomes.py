"""A predicate of a parsed sentence in, what its outcome befalls out: the levy of "the court upheld it", the
prices of "prices fell", the site of "the rejection of the site", the fishing of "a ban on fishing".

The table of opposites says of each predicate which argument its outcome befalls: its logical subject (``s``),
its logical object (``o``), the object and for want of one the subject (``a``), or what its preposition takes
(``p``)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.records import Span
from factcheck.values.lemmas import Token as Word
from factcheck.values.trees import Tree
from factcheck.values.word_lists import words_of

_NOUNS = frozenset({"NOUN", "PROPN"})
_MEASURES = frozenset(
    {"cent", "degree", "dollar", "euro", "mark", "penny", "percent", "point", "pound", "time"}
)
_OF = frozenset({"for", "in", "of", "on", "to"})
_BANNING = frozenset({"against", "of", "on"})
_TAKEN = frozenset({"accept", "impose", "keep", "uphold"})  # what may be done to a ban
_MARKS = frozenset(",;:.!?—–")
_MAX_PHRASE = 6  # words of a headline that are taken for one phrase
_MAX_UP = 2  # governors of a noun among which a wish is looked for


def theme(tree: Tree, token: int, which: str) -> int | None:
    """The head of what the outcome of the predicate ``token`` befalls; None where the parse does not tell."""
    if is_nominal(tree, token):
        return _of_noun(tree, token)
    if tree.tokens[token].relation == "amod" or tree.tokens[token].upos in _NOUNS:
        return None
    subject, affected = tree.roles(token)
    if affected is None:
        affected = tree.child(token, "ccomp", "xcomp") if which == "o" else None
    if affected is not None and _is_measure(tree, affected):
        affected = None
    if subject is None and affected is None and which in {"a", "s"} and _is_headed(tree, token):
        return tree.tokens[token].head
    if which == "p":
        return tree.child(token, "obl", "nmod", "obj")
    return {"s": subject, "o": affected}.get(which, affected if affected is not None else subject)


def _is_headed(tree: Tree, token: int) -> bool:
    """ "Fares to rise in Perl": a headline's noun and what will befall it."""
    head = tree.tokens[token].head
    noun = tree.tokens[head].upos in _NOUNS and tree.tokens[head].head == head
    return noun and tree.tokens[token].relation == "acl" and tree.child(token, "mark") is not None


def is_nominal(tree: Tree, token: int) -> bool:
    """Whether the predicate is a noun that names what happened: "the rejection of the site"."""
    return tree.tokens[token].upos in _NOUNS and tree.child(token, "cop", "nsubj") is None


def _of_noun(tree: Tree, noun: int) -> int | None:
    """ "the rejection of the site", "a rise in prices", "the site's rejection"."""
    for child in tree.children[noun]:
        if tree.tokens[child].relation == "nmod" and tree.tokens[child].dep != "nmod:poss":
            case = tree.child(child, "case")
            if case is not None and tree.tokens[case].lemma.lower() in _OF:
                return child
    return tree.child(noun, "nmod:poss")


def _is_measure(tree: Tree, token: int) -> bool:
    """ "Rose 3 percent": a figure is what it rose by, not what rose."""
    word = tree.tokens[token]
    return word.upos in {"NUM", "SYM"} or word.lemma.lower() in _MEASURES


def phrase(tree: Tree, head: int | None) -> Span | None:
    """The whole phrase of a head: a noun with what narrows it, a verb with its clause."""
    if head is None:
        return None
    if tree.tokens[head].upos in {"VERB", "AUX"}:
        return tree.verb_phrase(head, -1)
    return tree.noun_phrase(head, -1)


def is_real(tree: Tree, noun: int) -> bool:
    """Whether a noun tells what happened: not "seeks approval", not "approval is expected"."""
    at = noun
    for _ in range(_MAX_UP):
        if tree.tokens[at].head == at:
            break
        at = tree.tokens[at].head
        if tree.tokens[at].lemma.lower() in words_of("polarity_unreal.txt"):
            return False
        if tree.child(at, "aux") is not None and tree.tokens[at].upos == "VERB" and _is_open(tree, at):
            return False
    return True


def _is_open(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[child].relation == "aux" and tree.tokens[child].tag == "MD"
        for child in tree.children[verb]
    )


def by_order(text: str, words: Sequence[Word], after: int, *, first: bool) -> Span | None:
    """What stands after the words up to ``after``, or before: where a headline's verb was read as a noun."""
    part = words[after : after + _MAX_PHRASE] if not first else words[max(after - _MAX_PHRASE, 0) : after]
    if not part:
        return None
    span = Span(part[0].start, part[-1].end)
    return None if _MARKS & set(span.of(text)) else span


def banned(tree: Tree, predicate: str, head: int | None) -> int | None:
    """What is banned where the outcome is about a ban: the fishing of "lifted a ban on fishing"."""
    if head is None or predicate not in _TAKEN:
        return None
    if tree.tokens[head].lemma.lower() not in words_of("polarity_ban_nouns.txt"):
        return None
    for child in tree.children[head]:
        token = tree.tokens[child]
        case = tree.child(child, "case", "mark")
        banning = case is not None and tree.tokens[case].lemma.lower() in _BANNING
        if token.relation in {"nmod", "acl"} and banning:
            return child
    return tree.child(head, "compound")
