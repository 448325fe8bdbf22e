"""Parsed sentences come in, what may name somebody or something comes out: pronouns, names, noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property

from factcheck.records import Article, BlockKind, Entity, Sentence, Span, Token
from factcheck.split import word_lists
from factcheck.split.quotations import quotations

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
SUBJECT = "subject"
CHAINED = ("conj", "appos", "flat", "list", "parataxis")  # what stands beside its head, in the head's place
AGE_MARK = "-year-old"


class Form(StrEnum):
    """How a mention is worded."""

    PRONOUN = "pronoun"
    NAME = "name"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; ``head`` and ``governors`` are indices of tokens in its sentence."""

    span: Span
    form: Form
    sentence: int  # place among the sentences given
    paragraph: int
    head: int
    text: str  # for a pronoun its nominative, for a noun phrase the lemma of its noun
    role: str  # "subject", "object", "possessor" or "other"
    quoted: bool
    label: str = ""  # PERSON, ORG, LOC, or THING for a noun phrase that is no person
    gender: str = ""
    plural: bool = False
    headline: bool = False
    nouns: frozenset[str] = frozenset()  # what the sentence calls a bearer of a name: "commissioner"
    described: frozenset[str] = frozenset()  # what narrows the noun: "former", "police"
    open: bool = False  # a noun phrase that says itself which one it is: "the mayor of Harrow"
    verb: int = -1  # the clause that it is subject or object of
    governors: tuple[int, ...] = ()  # subjects of the clauses around it, nearest first
    around: tuple[int, ...] = ()  # tokens that it hangs on
    reflexive: bool = False
    beside: int = -1  # the token that it is an apposition to


@dataclass(frozen=True)
class Tree:
    """One sentence made ready for its mentions."""

    text: str
    place: int
    sentence: Sentence
    quoted: Sequence[Span]
    children: tuple[tuple[int, ...], ...] = field(default=())

    @cached_property
    def words(self) -> tuple[Token, ...]:
        return self.sentence.parse.tokens

    def word(self, i: int) -> str:
        return self.text[self.words[i].start : self.words[i].end]

    def child(self, i: int, *deps: str) -> int | None:
        return next((c for c in self.children[i] if self.words[c].relation in deps), None)


def mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention of the parsed sentences, sorted by span; those inside a name are left out."""
    quoted = [quote.inner for quote in quotations(article)]
    found: list[Mention] = []
    for place, sentence in enumerate(sentences):
        if sentence.parse.tokens:
            inside = [span for span in quoted if span.overlaps(sentence.span)]
            tree = Tree(article.text, place, sentence, inside, sentence.parse.children())
            found.extend(_of_sentence(tree))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _of_sentence(tree: Tree) -> Iterator[Mention]:
    names = list(_names(tree))
    taken = {i for a, b, _ in names for i in range(a, b)}
    for a, b, label in names:
        yield _name(tree, a, b, label)
    for i, token in enumerate(tree.words):
        if token.tag in ("PRP", "PRP$") and tree.word(i).lower() in PRONOUNS:
            if token.dep != "expl":
                yield _pronoun(tree, i)
        elif i not in taken and (_aged(tree, i) or _stands_for_something(tree, i)):
            yield _noun_phrase(tree, i)


def _stands_for_something(tree: Tree, i: int) -> bool:
    token = tree.words[i]
    whole = token.upos == "NOUN" and token.dep not in ("compound", "flat", "fixed")
    return whole and not _predicate(tree, i)


def _predicate(tree: Tree, i: int) -> bool:
    """``a novelist`` of ``became a novelist``, ``was one``, ``as a novelist``: it stands for nobody."""
    if tree.words[i].dep == "xcomp" or tree.child(i, "cop") is not None:
        return True
    case = tree.child(i, "case")
    if case is not None and tree.word(case).lower() == "as":
        return True
    return tree.words[i].dep == "obj" and tree.words[tree.words[i].head].lemma in ("become", "remain")


# ---------------------------------------------------------------------------- names


def _names(tree: Tree) -> Iterator[tuple[int, int, str]]:
    """First token, token after the last, and label of each name: what the parser named, and proper runs."""
    headline = tree.sentence.block in (BlockKind.HEADLINE, BlockKind.HEADING)
    entities = sorted(tree.sentence.parse.entities, key=lambda e: e.start)
    labels = _labels(tree, entities)
    i, size = 0, len(tree.words)
    while i < size:
        proper = tree.words[i].tag in ("NNP", "NNPS") and not headline
        if not (proper or labels[i]):
            i += 1
            continue
        j = i + 1
        while j < size and _goes_on(tree, labels, j, headline):
            j += 1
        yield from _trimmed(tree, i, j, [label for label in labels[i:j] if label])
        i = j


def _labels(tree: Tree, entities: Sequence[Entity]) -> list[str]:
    labels, k = [], 0
    for token in tree.words:
        while k < len(entities) and entities[k].end <= token.start:
            k += 1
        labels.append(entities[k].label if k < len(entities) and entities[k].start <= token.start else "")
    return labels


def _goes_on(tree: Tree, labels: Sequence[str], j: int, headline: bool) -> bool:
    """Whether token ``j`` goes on with the name before it."""
    before, token = tree.words[j - 1], tree.words[j]
    touching = token.start - before.end <= 1
    if labels[j] and labels[j] == labels[j - 1]:
        return True
    if labels[j] and labels[j - 1]:
        return False  # "Harrow" and "Ada Vos" side by side
    return touching and token.tag in ("NNP", "NNPS") and not headline and before.upos != "PUNCT"


def _trimmed(tree: Tree, a: int, b: int, labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The run without titles before it, articles, and the possessive mark."""
    while b > a and (tree.words[b - 1].tag == "POS" or tree.words[b - 1].upos == "PUNCT"):
        b -= 1
    label = max(sorted(set(labels)), key=lambda one: (labels.count(one), one)) if labels else ""
    if label not in ("ORG", "LOC") or _titled(tree, a, b):
        start = a
        for i in range(a, b - 1):
            if _plain(tree.word(i)) in word_lists.words("titles") | word_lists.words("person_titles"):
                start = i + 1
        a, label = start, "PERSON" if start > a and b > start else label
    while a < b and tree.words[a].upos in ("DET", "ADP", "PUNCT", "CCONJ"):
        a += 1
    worded = b - a > 1 or (a < b and tree.words[a].tag in ("NNP", "NNPS", "JJ", "NN", "NNS", "FW"))
    if worded and not _calendar(tree, a, b):
        yield a, b, label or _guessed(tree, a, b)


def _titled(tree: Tree, a: int, b: int) -> bool:
    """``Harrow Mayor Ilse Brandt``: a title within, and one or two words after it."""
    titles = word_lists.words("titles")
    last = max((i for i in range(a, b) if _plain(tree.word(i)) in titles), default=-1)
    return (
        last >= 0 and 1 <= b - 1 - last <= 3 and tree.word(last)[0].isupper() and _given(tree.word(last + 1))
    )


def _calendar(tree: Tree, a: int, b: int) -> bool:
    return all(_plain(tree.word(i)) in word_lists.words("time_words") for i in range(a, b))


def _guessed(tree: Tree, a: int, b: int) -> str:
    words = [tree.word(i) for i in range(a, b)]
    if words[-1].lower() in organisation_heads():
        return "ORG"
    return "PERSON" if b - a > 1 and _given(words[0]) else ""


def _given(word: str) -> bool:
    return bool(given_gender(word))


def given_gender(word: str) -> str:
    """ "female" or "male" for a given name that is nearly always one of them."""
    lower = word.lower()
    if lower in word_lists.words("given_names_female"):
        return "female"
    return "male" if lower in word_lists.words("given_names_male") else ""


def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def _head(tree: Tree, a: int, b: int) -> int:
    """The token of the run that hangs outside it."""
    return next((i for i in range(a, b) if not a <= tree.words[i].head < b or tree.words[i].head == i), b - 1)


def _name(tree: Tree, a: int, b: int, label: str) -> Mention:
    head = _head(tree, a, b)
    start = a
    nouns, narrowed, gender = _descriptions(tree, a, b, head)
    before = _plain(tree.word(a - 1)) if a else ""
    gender = {"mr": "male", "mrs": "female", "ms": "female", "sir": "male", "miss": "female"}.get(
        before, gender
    )
    if not label and b - a > 1 and _speaks(tree, head):
        label = "PERSON"
    if label in ("", "PERSON") and (before in word_lists.words("titles") or nouns & _persons()):
        label = "PERSON"
    gender = gender or (given_gender(tree.word(a)) if label == "PERSON" else "")
    # The place of "Mayor Ilse Brandt" in its clause is that of "Mayor", where the parser hangs the name on it
    top = head
    while tree.words[top].relation in ("flat", "compound", "nmod") and (
        a - 3 <= tree.words[top].head < a and tree.words[top].dep != "nmod:poss"
    ):
        top = tree.words[top].head
    span = Span(tree.words[start].start, tree.words[b - 1].end)
    return _mention(
        tree,
        span,
        Form.NAME,
        top,
        " ".join(span.of(tree.text).split()),
        label=label,
        gender=gender,
        nouns=nouns,
        described=narrowed,
        head=head,
    )


def _speaks(tree: Tree, head: int) -> bool:
    """Whether it is the subject of a verb of saying."""
    verb = tree.words[tree.words[head].head]
    return tree.words[head].dep == "nsubj" and verb.lemma in ("add", "argue", "say", "tell", "think", "write")


def _descriptions(tree: Tree, a: int, b: int, head: int) -> tuple[frozenset[str], frozenset[str], str]:
    """Nouns that the sentence gives the name, before, beside or after it; what narrows them; their gender."""
    places = set(_titles_before(tree, a))
    token = tree.words[head]
    beside = [c for i in range(a, b) for c in tree.children[i] if tree.words[c].dep.startswith("appos")]
    places.update(c for c in beside if tree.words[c].upos == "NOUN" and not a <= c < b)
    if token.dep.startswith("appos") and tree.words[token.head].upos == "NOUN":
        places.add(token.head)
    predicate = tree.words[token.head]
    if (
        token.dep.startswith("nsubj")
        and predicate.upos == "NOUN"
        and tree.child(token.head, "cop") is not None
        and not _denied(tree, token.head)
    ):
        places.add(token.head)
    singular = [i for i in sorted(places) if tree.words[i].tag not in ("NNS", "NNPS")]
    nouns = {noun_of(tree, i) for i in singular} | _age(tree, b)
    narrowed = {word for i in singular for word in _modifiers(tree, i)}
    nouns |= {noun_of(tree, c) for i in singular for c in _joined_nouns(tree, i)}
    genders = {person_gender(noun) for noun in nouns if person_gender(noun)}
    return frozenset(nouns), frozenset(narrowed), next(iter(genders)) if len(genders) == 1 else ""


def _denied(tree: Tree, i: int) -> bool:
    return any(tree.word(c).lower() in ("not", "n't", "n’t", "no", "never") for c in tree.children[i])


def _titles_before(tree: Tree, a: int) -> Iterator[int]:
    """Person nouns right before a name: ``Harrow police commissioner Ada Vos``."""
    for i in range(a - 1, max(-1, a - 4), -1):
        if tree.words[i].upos not in ("NOUN", "PROPN"):
            return
        if noun_of(tree, i) in person_nouns() or _plain(tree.word(i)) in word_lists.words("titles"):
            yield i


def _modifiers(tree: Tree, i: int) -> set[str]:
    """The words that narrow a noun: ``former`` and ``police`` of ``former police commissioner``."""
    near = [c for c in tree.children[i] if c < i and tree.words[c].dep in ("amod", "compound")]
    return {_narrowing(tree, c) for c in near}


def _narrowing(tree: Tree, i: int) -> str:
    """A place keeps its capital."""
    return tree.word(i) if tree.words[i].tag in ("NNP", "NNPS") else _plain(tree.word(i))


def _joined_nouns(tree: Tree, i: int) -> Iterator[int]:
    """``judge`` of ``a lawyer and former judge``."""
    for c in tree.children[i]:
        if (
            tree.words[c].dep == "conj"
            and tree.words[c].upos == "NOUN"
            and noun_of(tree, c) in person_nouns()
        ):
            yield c


def _age(tree: Tree, b: int) -> set[str]:
    """``Vos, 41,`` as "41"."""
    if b + 1 < len(tree.words) and tree.word(b) == "," and tree.word(b + 1).isdigit():
        closed = b + 2 >= len(tree.words) or tree.words[b + 2].upos == "PUNCT"
        if closed and len(tree.word(b + 1)) <= 2:
            return {tree.word(b + 1)}
    return set()


# ---------------------------------------------------------------------------- noun phrases and pronouns


def noun_of(tree: Tree, i: int) -> str:
    """The noun in the singular, abbreviated titles written out."""
    lemma = _plain(tree.words[i].lemma if tree.words[i].tag in ("NNS", "NNPS") else tree.word(i))
    return short_titles().get(lemma, lemma)


def _aged(tree: Tree, i: int) -> bool:
    """The last word of ``the 41-year-old``, whether the parser has one word or five."""
    word = tree.word(i).lower()
    if word.endswith(AGE_MARK):
        return i + 1 == len(tree.words) or tree.words[i + 1].upos not in ("NOUN", "PROPN", "ADJ")
    tail = word == "old" and i >= 4 and tree.text[tree.words[i - 4].start : tree.words[i].end]
    if not tail or not tail.lower().endswith(AGE_MARK):
        return False
    return (
        i + 1 == len(tree.words)
        or tree.words[i + 1].upos not in ("NOUN", "PROPN", "ADJ", "PUNCT")
        or (tree.word(i + 1) in (",", "."))
    )


def _noun_phrase(tree: Tree, i: int) -> Mention:
    start = _age_edge(tree, i) if _aged(tree, i) else _left_edge(tree, i)
    span = Span(tree.words[start].start, tree.words[i].end)
    first = tree.word(start).lower()
    noun = noun_of(tree, i) if not _aged(tree, i) else _years(span.of(tree.text))
    between = range(start + 1, start if _aged(tree, i) else i)
    modifiers = frozenset(_narrowing(tree, k) for k in between if tree.words[k].upos != "PUNCT")
    person = noun in person_nouns() or _aged(tree, i)
    plural = "Number=Plur" in tree.words[i].morph or tree.words[i].tag == "NNS"
    narrowed = any(tree.words[c].dep.startswith(("nmod", "acl", "appos")) and c > i for c in tree.children[i])
    return _mention(
        tree,
        span,
        Form.DEFINITE if first == "the" else Form.INDEFINITE,
        i,
        noun,
        label="PERSON" if person else "THING",
        gender=person_gender(noun),
        plural=plural,
        described=modifiers,
        is_open=narrowed,
    )


def _years(text: str) -> str:
    return next((part for part in text.replace("-", " ").split() if part.isdigit()), "")


def _age_edge(tree: Tree, i: int) -> int:
    """The first token of ``the 41-year-old``."""
    start = i if tree.word(i).lower().endswith(AGE_MARK) else i - 4
    return start - 1 if start > 0 and tree.words[start - 1].upos == "DET" else start


def _left_edge(tree: Tree, i: int) -> int:
    """The first token of the noun's phrase, as far as it stands right before it."""
    start, kids = i, set(tree.children[i])
    while start > 0:
        k = start - 1
        if not (
            tree.words[k].head in (i, *kids) or tree.words[k].dep in ("det", "amod", "compound", "punct")
        ):
            break
        if tree.words[k].head > i or tree.words[k].relation in (
            "case",
            "cc",
            "mark",
            "cop",
            "advmod",
        ):
            break
        if tree.words[k].upos in ("VERB", "AUX", "CCONJ", "SCONJ", "ADP") or tree.words[k].tag in (",", ":"):
            break
        start = k
        if tree.words[k].dep == "det":
            break
    while start < i and tree.words[start].upos == "PUNCT":
        start += 1
    owner = tree.child(i, "nmod") if start == i or tree.words[start - 1].tag == "POS" else None
    if owner is not None and owner < start and tree.words[owner].dep == "nmod:poss":
        return min(_left_edge(tree, owner), owner)
    return start


def _pronoun(tree: Tree, i: int) -> Mention:
    word = tree.word(i).lower()
    kind = PRONOUNS[word]
    gender = {"he": "male", "she": "female"}.get(kind, "")
    return _mention(
        tree,
        tree.words[i].span,
        Form.PRONOUN,
        i,
        kind,
        gender=gender,
        plural=kind == "they",
        reflexive=word.endswith(("self", "selves")),
    )


def _mention(
    tree: Tree,
    span: Span,
    form: Form,
    top: int,
    text: str,
    *,
    label: str = "",
    gender: str = "",
    plural: bool = False,
    nouns: frozenset[str] = frozenset(),
    described: frozenset[str] = frozenset(),
    is_open: bool = False,
    reflexive: bool = False,
    head: int = -1,
) -> Mention:
    place, role = _place(tree, top)
    return Mention(
        span=span,
        form=form,
        sentence=tree.place,
        paragraph=tree.sentence.paragraph,
        head=top if head < 0 else head,
        text=text,
        role=role,
        quoted=any(one.contains(span) for one in tree.quoted),
        label=label,
        gender=gender,
        plural=plural,
        headline=tree.sentence.block in (BlockKind.HEADLINE, BlockKind.HEADING),
        nouns=nouns,
        described=described,
        open=is_open,
        verb=tree.words[place].head if role in (SUBJECT, "object", "oblique") else -1,
        governors=tuple(_governors(tree, place)),
        around=tuple(_ancestors(tree, top)),
        reflexive=reflexive,
        beside=tree.words[top].head if tree.words[top].relation == "appos" else -1,
    )


def _place(tree: Tree, i: int) -> tuple[int, str]:
    """The token whose place in the clause this one has, and the role of that place."""
    seen = 0
    while tree.words[i].relation in CHAINED and tree.words[i].head != i and seen < 4:
        if tree.words[tree.words[i].head].upos not in ("NOUN", "PROPN", "PRON"):
            break
        i, seen = tree.words[i].head, seen + 1
    dep = tree.words[i].dep
    if dep.startswith(("nsubj", "csubj")):
        return i, SUBJECT
    if dep == "nmod:poss":
        return i, "possessor"
    if dep.startswith(("obj", "iobj")):
        return i, "object"
    return i, "oblique" if dep.startswith("obl") else "root" if tree.words[i].head == i else "other"


def _ancestors(tree: Tree, i: int) -> Iterator[int]:
    for _ in range(20):
        if tree.words[i].head == i:
            return
        i = tree.words[i].head
        yield i


def _governors(tree: Tree, i: int) -> Iterator[int]:
    """The subjects of the clauses that this place stands in, without itself, nearest first."""
    for above in (*_ancestors(tree, i),):
        subject = tree.child(above, "nsubj")
        if subject is None and tree.words[above].dep == "conj":
            subject = tree.child(tree.words[above].head, "nsubj")
        if subject is not None and subject != i:
            yield subject


# ---------------------------------------------------------------------------- word lists


@cache
def person_nouns() -> dict[str, str]:
    """Nouns for a person, each with the gender that it tells, if any."""
    return {row[0]: row[1] for row in word_lists.rows("person_nouns")}


@cache
def _persons() -> frozenset[str]:
    return frozenset(person_nouns())


def person_gender(noun: str) -> str:
    return person_nouns().get(noun, "")


@cache
def short_titles() -> dict[str, str]:
    return {row[0]: row[1] for row in word_lists.rows("short_titles")}


@cache
def heads_for() -> dict[str, frozenset[str]]:
    """For "the agency": the last words of names that it may stand for."""
    return {row[0]: frozenset(row[1].split()) for row in word_lists.rows("organisation_heads")}


@cache
def organisation_heads() -> frozenset[str]:
    return word_lists.words("group_nouns").union(*heads_for().values())
