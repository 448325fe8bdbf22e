"""One sentence with its parse comes in, the sayings that its parse shows come out, in token indices.

A verb, adjective or noun of saying, thinking, judging or wanting has a source (its subject or possessor,
or the subject it shares) and takes what is said as a clause, an infinitive, an object or with a
preposition: see attitude_verbs.csv, attitude_adjectives.csv and attitude_nouns.csv.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.split import word_lists
from factcheck.split.cues import inflected
from factcheck.split.lines import Line
from factcheck.split.reached import Range, Reached

SHARING = frozenset({"conj", "xcomp", "advcl"})  # a verb in these relations may share its head's subject
NO_PREDICATE = frozenset({"amod", "aux", "case", "compound", "cop", "det", "fixed", "flat", "nmod"})
MAX_MEDIUM = 4  # words before the noun in "in a lengthy phone interview"
MAX_UP = 4  # heads that a shared subject is looked for at


@dataclass(frozen=True, slots=True)
class Attitude:
    """How a word takes what is said: the letters of attitude_verbs.csv, and prepositions."""

    complements: str
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A saying in token indices; ``clause`` where what is said is a clause or a quotation."""

    word: int
    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    clause: bool


@dataclass(frozen=True, slots=True)
class _Complement:
    content: tuple[Range, ...]
    clause: bool = False
    cue_end: int = 0  # where the cue ends if a preposition or a noun belongs to it


@cache
def verbs() -> dict[str, Attitude]:
    """Every inflected form, lower case, to what its verb takes."""
    forms: dict[str, Attitude] = {}
    for verb, past, complements, prepositions in word_lists.rows("attitude_verbs"):
        attitude = Attitude(complements, frozenset(prepositions.split()))
        for form in past.split("|"):
            for inflection in inflected(verb, form):
                forms.setdefault(inflection, attitude)
    return forms


@cache
def adjectives() -> dict[str, Attitude]:
    return {
        word: Attitude(complements, frozenset(prepositions.split()))
        for word, complements, prepositions in word_lists.rows("attitude_adjectives")
    }


@cache
def nouns() -> dict[str, Attitude]:
    """Singular and plural."""
    return {
        form: Attitude("cx", frozenset(prepositions.split()))
        for noun, prepositions in word_lists.rows("attitude_nouns")
        for form in (noun, inflected(noun)[1])
    }


TABLES = {"VERB": verbs, "ADJ": adjectives, "NOUN": nouns}


def parsed_sayings(line: Line) -> list[Parsed]:
    """The sayings of the sentence by its parse, those nearest to its root first."""
    cues = _candidates(line)
    if not cues:
        return []
    tree = Reached(line)
    found = [saying for i, kind, attitude in cues if (saying := _saying(tree, i, kind, attitude))]
    return sorted(found, key=lambda saying: (not saying.clause, len(tree.above(saying.word)), saying.word))


def cue_ranges(line: Line, words: Sequence[int]) -> list[Range]:
    """The verb groups of the verbs that stand at these tokens."""
    if not words:
        return []
    tree = Reached(line)
    return [_cue(tree, i) for i in words]


def _candidates(line: Line) -> list[tuple[int, str, Attitude]]:
    found = []
    quoted = [quote.outer for quote in line.quoted]
    for i, token in enumerate(line.sentence.parse.tokens):
        if token.upos not in ("VERB", "ADJ", "NOUN"):
            continue
        form = line.text[token.start : token.end].lower()
        attitude = TABLES[token.upos]().get(form) or (verbs().get(form) if token.tag == "NNS" else None)
        if attitude is not None and not any(s.start < token.start < s.end for s in quoted):
            found.append((i, token.upos, attitude))
    return found


def _saying(tree: Reached, i: int, kind: str, attitude: Attitude) -> Parsed | None:
    if kind == "NOUN" and tree.kids(i, "nsubj", "obj") and not tree.kids(i, "cop"):
        verb = verbs().get(tree.lower[i])  # "plans to", "endorses": the tagger's slip
        return _plain(tree, i, verb) if verb is not None else None
    if kind == "NOUN":
        noun = nouns().get(tree.lower[i])
        return _by_possessor(tree, i, noun) if noun is not None else None
    if kind == "ADJ":
        return _plain(tree, i, attitude) if tree.kids(i, "cop") else None
    if tree.relation(i) in NO_PREDICATE:
        return None
    participle = tree.tokens[i].dep == "acl" and tree.tokens[i].tag == "VBN" and not _is_main(tree, i)
    if participle or tree.kids(i, "aux:pass", "nsubj:pass"):
        return _passive(tree, i, attitude)
    return _plain(tree, i, attitude)


def _is_main(tree: Reached, i: int) -> bool:
    """A past that the parse takes for a participle though the sentence has no other verb."""
    head = tree.tokens[i].head
    bare = tree.tokens[head].dep == "root" and tree.tokens[head].upos in ("NOUN", "PROPN", "PRON")
    return (
        bare
        and not tree.kids(head, "cop", "nsubj", "parataxis", "acl:relcl")
        and not tree.kids(i, "obl:agent")
    )


def _plain(tree: Reached, i: int, attitude: Attitude) -> Parsed | None:
    source = _source(tree, i)
    said = _complement(tree, i, attitude)
    if said is None or source is None or _is_light(tree, i, said):
        return None
    a, b = _cue(tree, i)
    cue = (a, max(b, said.cue_end))
    if source[0] < cue[1] and cue[0] < source[1]:
        return None
    return Parsed(i, source, cue, _beside(said.content, cue, source), said.clause)


def _beside(content: Sequence[Range], cue: Range, source: Range) -> tuple[Range, ...]:
    """The content without source and cue where they interrupt it or stand at its end."""
    parts: list[Range] = []
    for start, end in content:
        at = start
        for x, y in sorted((cue, source)):
            if at < x < end:
                parts.append((at, x))
            if x < end and at < y:
                at = y
        if at < end:
            parts.append((at, end))
    return tuple(parts)


# --------------------------------------------------------------------------- the source


def _source(tree: Reached, i: int) -> Range | None:
    """The subject, or the subject that the verb shares, or the noun that its participle hangs on."""
    at = i
    for _ in range(MAX_UP):
        subjects = tree.kids(at, "nsubj", "nsubj:outer") or (tree.kids(at, "nsubj:pass") if at != i else [])
        if subjects:
            return _noun_phrase(tree, subjects[0], at)
        head = tree.tokens[at].head
        if at == i and tree.relation(at) == "acl":
            told = tree.tokens[at].tag == "VBG" or _is_main(tree, at)
            return _noun_phrase(tree, head, at) if told else None
        if head == at or tree.relation(at) not in SHARING:
            return None
        controller = tree.kids(head, "obj", "iobj") if tree.relation(at) == "xcomp" else []
        if controller:
            return _noun_phrase(tree, controller[0], at)
        at = head
    return None


def _noun_phrase(tree: Reached, noun: int, verb: int) -> Range:
    """The noun phrase without its preposition, kept on its side of the verb."""
    a, b = tree.reach[noun]
    while a < noun and tree.tokens[a].head == noun and tree.relation(a) == "case":
        a += 1
    return tree.trimmed(a, min(b, verb)) if noun < verb else tree.trimmed(max(a, verb + 1), b)


# --------------------------------------------------------------------------- the cue


def _cue(tree: Reached, i: int) -> Range:
    a, b = _with_medium(tree, i, group(tree, i))
    return _raised(tree, i, a), b


def group(tree: Reached, i: int) -> Range:
    """The verb with its auxiliaries, negation, adverbs and particles, as far as they touch it."""
    a, b = i, i + 1
    while a > 0 and _leads(tree, a - 1, i):
        a -= 1
    while b < len(tree.tokens) and tree.tokens[b].head == i and _follows(tree, b):
        b += 1
    return a, b


def _follows(tree: Reached, k: int) -> bool:
    token = tree.tokens[k]
    return token.dep == "compound:prt" or (
        token.dep == "advmod" and token.upos == "ADV" and tree.reach[k] == (k, k + 1)
    )


def _leads(tree: Reached, k: int, verb: int) -> bool:
    token = tree.tokens[k]
    if token.head == verb and (token.dep in ("aux", "aux:pass", "cop") or tree.lower[k] == "to"):
        return True
    adverb = token.dep in ("advmod", "obl:unmarked") and token.upos in ("ADV", "PART")
    return adverb and (token.head == verb or k < token.head < verb)


def _with_medium(tree: Reached, i: int, cue: Range) -> Range:
    """The cue with the day or the medium right after it: ``said Friday``, ``said in a statement``."""
    a, b = cue
    for c in tree.kids(i, "obl", "obl:unmarked", "obl:tmod"):
        x = tree.range(c)[0]
        if (
            x == b
            and c - x <= MAX_MEDIUM
            and (tree.lower[c] in word_lists.words("media") or _is_day(tree, x, c))
        ):
            b = c + 1
    return a, b


def _is_day(tree: Reached, first: int, c: int) -> bool:
    return first == c and tree.tokens[c].upos == "PROPN" and tree.lower[c] in word_lists.words("time_words")


def _raised(tree: Reached, i: int, a: int) -> int:
    """Where the cue begins if another verb raises this one: ``appeared to suggest``, ``refused to say``."""
    head = tree.tokens[i].head
    if tree.relation(i) not in ("xcomp", "advcl", "ccomp") or head >= a or not _raises(tree, head):
        return a
    start, end = group(tree, head)
    return start if all(tree.tokens[k].upos in ("ADP", "ADV", "PART", "SCONJ") for k in range(end, a)) else a


def _raises(tree: Reached, i: int) -> bool:
    return tree.lower[i] in word_lists.words("raising_verbs")


def _is_light(tree: Reached, i: int, said: _Complement) -> bool:
    """Whether the verb only raises another one that is a saying itself."""
    if said.clause or not _raises(tree, i):
        return False
    for c in tree.kids(i, "xcomp"):
        attitude = verbs().get(tree.lower[c])
        if attitude is not None and _complement(tree, c, attitude) is not None:
            return True
    return False


# --------------------------------------------------------------------------- the content


def _complement(tree: Reached, i: int, attitude: Attitude) -> _Complement | None:
    takes = attitude.complements
    if "c" in takes and (clauses := _clauses(tree, i)):
        return _Complement(clauses, True)
    after = [c for c in tree.children[i] if c > i]
    objects = [c for c in after if tree.tokens[c].dep in ("obj", "iobj")]
    predicates = [
        c for c in after if tree.tokens[c].dep in ("xcomp", "ccomp", "advcl") and tree.is_infinitive(c)
    ]
    if "a" in takes:
        predicates += [c for c in after if tree.tokens[c].dep == "xcomp"]
    if objects and predicates and set(takes) & {"v", "a"}:
        return _Complement((_joined(tree, objects[0], predicates[-1]),))
    if objects and (noun := nouns().get(tree.lower[objects[-1]])) is not None:
        inner = _phrase(tree, objects[-1], noun)
        if inner is not None and tree.lower[i] in word_lists.words("light_verbs"):
            return _Complement(inner.content, inner.clause, inner.cue_end or objects[-1] + 1)
    if "d" in takes and objects and (after_object := _after_object(tree, i, objects[0], attitude)):
        return after_object
    if "x" in takes and predicates and not objects:
        return _Complement((tree.range(predicates[0]),))
    if "o" in takes and objects:
        return _Complement((_object(tree, i, objects[0]),))
    return _phrase(tree, i, attitude)


def _joined(tree: Reached, first: int, last: int) -> Range:
    return tree.range(first)[0], max(tree.range(first)[1], tree.range(last)[1])


def _clauses(tree: Reached, i: int) -> tuple[Range, ...]:
    """The clause that is said; one that the saying stands beside: ``it is late, she said``."""
    clauses = [c for c in tree.kids(i, "ccomp") if tree.tokens[c].upos != "PUNCT"]
    if not clauses:
        clauses = [
            c for c in tree.kids(i, "parataxis") if c > i and tree.kids(c, "mark", "nsubj", "nsubj:pass")
        ]
    if clauses:
        return tuple(r for r in (tree.range(c) for c in clauses) if r[0] < r[1])
    head = tree.tokens[i].head
    if tree.tokens[i].dep != "parataxis" or head >= i:
        return ()
    a, b = tree.reach[head]
    x, y = tree.reach[i]
    return tuple(r for r in (tree.trimmed(a, x), tree.trimmed(y, b)) if r[0] < r[1])


def _object(tree: Reached, i: int, noun: int) -> Range:
    """The object with the ``as`` phrase that says what it is taken for."""
    a, b = tree.range(noun)
    for c in tree.kids(i, "obl", "advcl", "xcomp"):
        x, y = tree.range(c)
        if x == b and tree.lower[x] == "as":
            b = y
    return a, b


def _after_object(tree: Reached, i: int, noun: int, attitude: Attitude) -> _Complement | None:
    """``accused her of lying``, ``asked him about it``: the addressee belongs to the cue."""
    end = tree.range(noun)[1]
    for c in (*tree.kids(i, "obl", "advcl", "ccomp"), *tree.kids(noun, "nmod", "acl")):
        case = tree.case(c)
        if case is None or tree.lower[case] not in attitude.prepositions:
            continue
        if case == end or (noun < case < end and tree.tokens[c].head == noun):
            return _Complement((tree.trimmed(case + 1, tree.range(c)[1]),), False, case + 1)
    return None


def _near(tree: Reached, i: int, case: int) -> bool:
    """Right after the word, or with nothing between but an adverb, a particle or a day."""
    return case <= i + 3 and all(tree.tokens[k].upos in ("ADV", "ADP", "PROPN") for k in range(i + 1, case))


def _phrase(tree: Reached, i: int, attitude: Attitude) -> _Complement | None:
    """What a preposition right after the word leads in, or a clause or infinitive that hangs on a noun."""
    for c in tree.kids(i, "obl", "nmod", "advcl", "ccomp", "acl", "xcomp"):
        case = tree.case(c)
        if case is None or case < i:
            continue
        if tree.lower[case] in attitude.prepositions and _near(tree, i, case):
            return _Complement((tree.trimmed(case + 1, tree.range(c)[1]),), False, case + 1)
        noun_clause = tree.tokens[i].upos == "NOUN" and tree.lower[case] in ("that", "to")
        if noun_clause and tree.tokens[c].dep not in ("obl", "nmod") and case <= i + 2:
            return _Complement((tree.range(c),), tree.lower[case] == "that")
    return None


# --------------------------------------------------------------------------- passives and nouns


def _passive(tree: Reached, i: int, attitude: Attitude) -> Parsed | None:
    """``was criticised by X``: the subject is what is judged; in ``was worried that`` it is the source."""
    cases = [(c, tree.case(c)) for c in tree.kids(i, "obl:agent", "obl")]
    agent = next((c for c, k in cases if k is not None and tree.lower[k] == "by"), None)
    if agent is None:
        adjective = adjectives().get(tree.lower[i])
        return _of_state(tree, i, adjective) if adjective is not None else _unnamed(tree, i, attitude)
    content = _passive_subject(tree, i)
    by = tree.case(agent)
    if by is None or content is None or "o" not in attitude.complements:
        return None
    a, b = group(tree, i)
    return Parsed(
        i, tree.trimmed(by + 1, tree.range(agent)[1]), (a, by + 1 if by == b else b), (content,), False
    )


def _passive_subject(tree: Reached, i: int) -> Range | None:
    subject = next(iter(tree.kids(i, "nsubj:pass", "nsubj")), None)
    if subject is not None:
        return _noun_phrase(tree, subject, i)
    if tree.relation(i) != "acl":
        return None
    a, b = tree.trimmed(tree.reach[tree.tokens[i].head][0], i)
    return (a, b) if a < b else None


def _unnamed(tree: Reached, i: int, attitude: Attitude) -> Parsed | None:
    """``was criticised``, ``is expected to come``: nobody is named who says it."""
    about = _passive_subject(tree, i)
    if about is None or not tree.kids(i, "aux:pass"):
        return None
    infinitive = next((c for c in tree.kids(i, "xcomp") if c > i), None)
    if infinitive is not None and "x" in attitude.complements:
        return Parsed(i, None, group(tree, i), (about, tree.range(infinitive)), False)
    return Parsed(i, None, group(tree, i), (about,), False) if "o" in attitude.complements else None


def _of_state(tree: Reached, i: int, attitude: Attitude) -> Parsed | None:
    subject = next(iter(tree.kids(i, "nsubj:pass", "nsubj")), None)
    said = _complement(tree, i, attitude)
    if subject is None or said is None:
        return None
    source, cue = _noun_phrase(tree, subject, i), group(tree, i)
    cue = (cue[0], max(cue[1], said.cue_end))
    return Parsed(i, source, cue, _beside(said.content, cue, source), said.clause)


def _by_possessor(tree: Reached, i: int, attitude: Attitude) -> Parsed | None:
    """``the mayor's plan to sell the land``, ``her support for it``."""
    owner = next(iter(tree.kids(i, "nmod:poss")), None)
    said = _phrase(tree, i, attitude)
    if said is None:
        return None
    source = _noun_phrase(tree, owner, i) if owner is not None else None
    if source is not None and source[1] and tree.lower[source[1] - 1] in ("'s", "'"):
        source = (source[0], source[1] - 1)
    return Parsed(i, source, (i, max(i + 1, said.cue_end)), said.content, False)
