"""Sentences in, predicates that are denied or have a known opposite out, each as a Polarity with its span.

A negated predicate reaches from the word that denies it to the predicate ("did not approve" is read from
"not" to "approve"). Antonyms share one predicate with opposite signs, and a denied antonym is turned round,
so that "failed to block" and "allowed" have equal values. A verb that is neither denied nor in the table is
no fact.

The cues and opposites are words of lists. Where the sentence is parsed, the parse says which predicate a cue
denies ("neither the mayor nor the clerk signed"), how far the denial reaches (its scope), and who does what
to whom; where the parse and the words beside the cue disagree beyond reason, the words decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from factcheck.records import AnyFact, Article, Fact, Kind, Polarity, Sentence, Span
from factcheck.values.lemmas import Token, forms, lemma, phrase_at, tokens
from factcheck.values.outcomes import banned, by_order, is_nominal, is_real, phrase, theme
from factcheck.values.trees import Tree
from factcheck.values.word_lists import lines_of, rows_of, words_of

kind = Kind.POLARITY

_BREAKS = frozenset(',;:.!?—–()[]"“”…\n')
_LONGEST = 4  # words of the longest cue or antonym
_MAX_DENIALS = 3  # cues in a row; more is no English, and would be read anew from every word
_MAX_SKIPPED = 4  # function words between a cue and its predicate
_SUBJECTS = frozenset({"no", "none", "no one", "nobody", "neither", "few"})
_ADVERBS = frozenset({"hardly", "n't", "never", "no longer", "not", "rarely", "scarcely", "seldom"})
_MAX_SUBJECT = 12  # words between a denied subject and its verb
_RAISING = frozenset(
    {"appear", "believe", "expect", "feel", "intend", "plan", "seem", "suppose", "think", "want"}
)
_PLACES = frozenset({"obl", "nmod", "appos"})  # "not by the mayor": a phrase is denied, no predicate
_EXCEPT = frozenset({"apart", "besides", "but", "except", "other"})
_DEGREES = frozenset({"as", "enough", "far", "further", "more", "much", "so"})
_BANS = frozenset({"accept", "impose", "keep", "uphold"})
_PASSING = frozenset({"beat", "pass"})  # what is done to a bill is a vote, and no contest or examination
_HOLDING = frozenset({"held", "hold", "holding", "holds"})
_MAY = frozenset({"can", "may"})
_FROM_NOW = frozenset({"again", "legally", "now", "once"})
_UP_OR_DOWN = frozenset({"down", "up"})
_BEING = frozenset({"are", "been", "is", "was", "were"})
_NOT_OF_LEVELS = frozenset({"and", "for", "to", "with"})
_AFTER_A_CHANGE = frozenset(
    {
        "",
        "a",
        "about",
        "again",
        "almost",
        "at",
        "by",
        "compared",
        "from",
        "in",
        "last",
        "more",
        "nearly",
        "on",
    }
    | {"over", "sharply", "since", "slightly", "some", "this", "year"}
)
_DRAWS = frozenset({"draw", "stalemate", "tie"})
_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})


@cache
def _cues() -> dict[str, str]:
    return {form: cue for cue in lines_of("polarity_negation.txt") for form in _phrase_forms(cue)}


@cache
def _antonyms() -> dict[str, tuple[str, bool, str]]:
    """Every form with its predicate, whether it is the denied one, and which argument it befalls."""
    return {
        form: (row["predicate"], row["sign"] == "-", row["theme"])
        for row in rows_of("polarity_antonyms.csv")
        for form in forms(row["form"])
    }


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    """Nouns that name an outcome: "rejection"."""
    return {row["noun"]: (row["predicate"], row["sign"] == "-") for row in rows_of("polarity_nouns.csv")}


@cache
def _reversals() -> frozenset[str]:
    return frozenset(form for verb in lines_of("polarity_reversals.txt") for form in forms(verb))


@cache
def _noun_forms() -> frozenset[str]:
    return frozenset(form for noun in _nouns() for form in (noun, f"{noun}s"))


def _phrase_forms(cue: str) -> frozenset[str]:
    # Only "fail to", "refuse to" and the like are verbs; "no longer" must not become "noes longer".
    is_verb = cue.endswith((" to", " of", " from", " out")) and cue.split(maxsplit=1)[0] not in {
        "yet",
        "unable",
        "barred",
    }
    return forms(cue) if is_verb else frozenset({cue})


class _Line:
    """One sentence as words and, where it was parsed, as a tree; the two are joined by their offsets."""

    def __init__(self, article: Article, sentence: Sentence) -> None:
        self.text = article.text
        self.words = tokens(sentence.span.of(article.text), sentence.span.start)
        self.tree = Tree(sentence)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {word.start: place for place, word in enumerate(self.words)}

    def token(self, place: int) -> int | None:
        """The token of the parse that begins where this word begins."""
        return self.tree.at(self.words[place].start)

    def place(self, token: int) -> int | None:
        return self._places.get(self.tree.tokens[token].start)


@dataclass(frozen=True, slots=True)
class _Denial:
    """The cues from word ``first`` on: the last one begins at ``last``, the next word is ``end``."""

    cue: str
    count: int
    first: int
    last: int
    end: int
    subject: bool  # one of them denies a subject: "no passenger"


def facts(article: Article, sentences: Sequence[Sentence]) -> tuple[AnyFact, ...]:
    """Denied predicates and predicates with a known opposite, sorted by span, not overlapping."""
    return tuple(fact for sentence in sentences for fact in _sentence_facts(article, sentence))


def _sentence_facts(article: Article, sentence: Sentence) -> Iterator[AnyFact]:
    line = _Line(article, sentence)
    at = 0
    while at < len(line.words):
        read = _denied(line, at) or _opposite(line, at) if line.words[at].word in _starts() else None
        if read is None:
            at += _harmless_size(line.words, at) or 1
            continue
        last, value = read
        span = Span(line.words[at].start, line.words[last].end)
        yield Fact(Kind.POLARITY, span, span.of(article.text), value)
        at = last + 1


@cache
def _starts() -> frozenset[str]:
    """The first words of all cues and opposites: most words of a text are none of them."""
    return frozenset(
        phrase.split(maxsplit=1)[0]
        for phrase in (*_cues(), *_antonyms(), *_noun_forms(), *_HOLDING, *_UP_OR_DOWN)
    )


@cache
def _harmless() -> dict[str, str]:
    return {phrase: phrase for phrase in lines_of("polarity_harmless.txt")}


@cache
def _harmless_starts() -> frozenset[str]:
    return frozenset(phrase.split(maxsplit=1)[0] for phrase in _harmless())


def _harmless_size(words: Sequence[Token], at: int) -> int:
    """The number of words of a phrase such as "not only" at word ``at``; 0 where there is none."""
    if words[at].word not in _harmless_starts():
        return 0
    found = phrase_at(words, at, _harmless(), _LONGEST)
    return found[1] if found else 0


# ------------------------------------------------------------------------------------ denials


def _denied(line: _Line, at: int) -> tuple[int, Polarity] | None:
    """The predicate that a cue at word ``at`` denies, as the index of its last word and its value."""
    denial = _denial(line.words, at)
    if denial is None:
        return None
    known, place = _parsed_place(line, denial)
    if not known:
        place = _after_auxiliary(line.text, line.words, denial.end) if denial.subject else None
        place = place if place is not None else _predicate_place(line.text, line.words, denial.end)
    if place is None or _until(line, place) or _is_partial(line, denial, place):
        return None
    return _value(line, place, denial)


def _denial(words: Sequence[Token], at: int) -> _Denial | None:
    found: _Denial | None = None
    here = at
    while (found is None or found.count < _MAX_DENIALS) and (cue := _cue_at(words, here)) is not None:
        count, subject = (found.count, found.subject) if found else (0, False)
        end = here + cue[1]
        found = _Denial(cue[0], count + 1, at, here, end, subject or cue[0] in _SUBJECTS)
        here = _over_auxiliaries(words, end)
    return found


def _cue_at(words: Sequence[Token], at: int) -> tuple[str, int] | None:
    if at >= len(words) or words[at].word not in _starts() or _harmless_size(words, at):
        return None
    return phrase_at(words, at, _cues(), _LONGEST)


def _over_auxiliaries(words: Sequence[Token], at: int) -> int:
    # "did not fail to", "has not been unable to": look past the auxiliary only when a second cue follows it.
    following = at + 1 if at < len(words) and words[at].word in words_of("polarity_auxiliaries.txt") else at
    return following if _cue_at(words, following) else at


def _parsed_place(line: _Line, denial: _Denial) -> tuple[bool, int | None]:
    """Whether the parse tells what is denied, and the word: None for a phrase ("not by the mayor")."""
    tree = line.tree
    cue = line.token(denial.last)
    if cue is None:
        return False, None
    if denial.cue in _ADVERBS:
        cue = line.token(denial.end - 1)
        head = tree.tokens[cue].head if cue is not None and tree.tokens[cue].relation == "advmod" else None
        if head is not None and _is_phrase(tree, head):
            return True, None
    elif denial.cue in _SUBJECTS:
        head = _of_subject(tree, cue)
    else:
        span = Span(line.words[denial.last].start, line.words[denial.end - 1].end)
        head = tree.governed(span)[1]
    place = line.place(_raised(tree, head)) if head is not None and _is_content(tree, head) else None
    near = place is not None and denial.end <= place <= denial.end + _MAX_SUBJECT
    return (True, place) if near else (False, None)


def _is_content(tree: Tree, head: int) -> bool:
    return tree.tokens[head].upos in _CONTENT


def _is_phrase(tree: Tree, head: int) -> bool:
    return tree.tokens[head].relation in _PLACES and tree.child(head, "cop", "aux", "nsubj") is None


def _of_subject(tree: Tree, cue: int) -> int | None:
    """The predicate of a denied subject ("no passenger was hurt"), or the denied noun ("has no crowds")."""
    noun = cue if tree.tokens[cue].relation in {"nsubj", "obj", "obl", "root"} else tree.tokens[cue].head
    token = tree.tokens[noun]
    if noun < cue:
        return None
    return token.head if token.relation == "nsubj" and token.head > noun else noun if noun > cue else None


def _raised(tree: Tree, head: int) -> int:
    """ "Does not think that it leaks" denies the leak."""
    if tree.tokens[head].lemma not in _RAISING:
        return head
    inner = tree.child(head, "ccomp", "xcomp")
    return inner if inner is not None and inner > head and _is_content(tree, inner) else head


def _unbroken(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether word ``at`` exists and follows the word before it without punctuation."""
    return at < len(words) and not (at and _BREAKS & set(text[words[at - 1].end : words[at].start]))


def _predicate_place(text: str, words: Sequence[Token], at: int) -> int | None:
    for place in range(at, at + _MAX_SKIPPED + 1):
        if not _unbroken(text, words, place):
            return None
        if words[place].word not in words_of("polarity_skipped.txt") and not _is_manner(words, place):
            return place if words[place].word[0].isalpha() else None
    return None


def _is_manner(words: Sequence[Token], at: int) -> bool:
    return words[at].word.endswith("ly") and words[at].word not in _antonyms() and at + 1 < len(words)


def _after_auxiliary(text: str, words: Sequence[Token], at: int) -> int | None:
    """The verb after "no passenger was", "none of them has": the subject is denied, so the verb is."""
    for place in range(at, at + _MAX_SKIPPED + 1):
        if not _unbroken(text, words, place):
            return None
        if words[place].word in words_of("polarity_auxiliaries.txt"):
            return _predicate_place(text, words, place + 1)
    return None


def _until(line: _Line, at: int) -> bool:
    """Whether "until" follows the predicate: "was not cast until noon" says that it was cast."""
    token = line.token(at)
    if token is not None:
        below = [t for child in line.tree.children[token] for t in (child, *line.tree.children[child])]
        if any(line.tree.tokens[t].lemma == "until" and t > token for t in below):
            return True
    for place in range(at + 1, min(at + _MAX_SKIPPED + 3, len(line.words))):
        if not _unbroken(line.text, line.words, place):
            return False
        if line.words[place].word == "until":
            return True
    return False


def _is_partial(line: _Line, denial: _Denial, place: int) -> bool:
    """Whether only a part is denied: "nobody but him", "did not rise as much", "not by him but by her"."""
    following = [word.word for word in line.words[denial.end : denial.end + 1]]
    degree = [word.word for word in line.words[place + 1 : place + 2]]
    return bool(_EXCEPT.intersection(following) or _DEGREES.intersection(degree)) or _corrected(line, place)


def _corrected(line: _Line, place: int) -> bool:
    """Whether "but" and a preposition follow: the place or the doer is denied, not the verb."""
    for at in range(place + 1, min(place + _MAX_SUBJECT, len(line.words) - 1)):
        if line.words[at].word == "but":
            token = line.token(at + 1)
            return token is not None and line.tree.tokens[token].upos == "ADP"
    return False


# ------------------------------------------------------------------------------------ values


def _value(line: _Line, place: int, denial: _Denial) -> tuple[int, Polarity]:
    words = line.words
    if lemma(words[place].word) == "find" and _antonym_at(line, place + 1):
        place += 1  # "was not found guilty" denies the guilt
    size, predicate, opposite, which = _antonym_at(line, place) or (1, lemma(words[place].word), False, "a")
    value = Polarity((denial.count % 2 == 1) != opposite, predicate)
    found = _placed(line, value, place, after=denial.end - 1, whole=denial.subject)
    return place + size - 1, _themed(line, found, place, which)


def _placed(line: _Line, value: Polarity, place: int, *, after: int, whole: bool = False) -> Polarity:
    """The value with its arguments and its scope: what follows the word ``after``, or the whole clause."""
    token = line.token(place)
    if token is None:
        return value
    subject, affected = line.tree.arguments(token)
    begin = line.token(after)
    if begin is None or (whole and not _is_nominal(line.tree, token)):
        scope = line.tree.clause(token)
    else:
        scope = _reach(line.tree, token, begin)
    return replace(value, scope=scope, subject=subject, object=affected)


def _is_nominal(tree: Tree, token: int) -> bool:
    return tree.tokens[token].upos in {"NOUN", "PROPN"} and tree.child(token, "cop", "nsubj") is None


def _reach(tree: Tree, token: int, begin: int) -> Span | None:
    """What follows ``begin`` in a verb's clause or a noun's phrase: "no [evidence that it leaks]"."""
    if not _is_nominal(tree, token):
        return tree.verb_phrase(token, min(begin, token - 1))
    phrase = tree.noun_phrase(token, begin)
    content = next(
        (c for c in tree.children[token] if tree.tokens[c].dep in {"acl", "ccomp"} and c > token), None
    )
    clause = tree.clause(content) if content is not None else None
    return Span(phrase.start, max(phrase.end, clause.end)) if phrase and clause else phrase


def _themed(line: _Line, value: Polarity, place: int, which: str) -> Polarity:
    """The value with what its outcome befalls; "lifted a ban on fishing" allows fishing."""
    token = line.token(place)
    if token is None:
        return value
    if line.tree.tokens[token].upos in {"NOUN", "PROPN"} and lemma(line.words[place].word) not in _nouns():
        return _ordered(line, value, place, which)
    if value.predicate == "beat" and _is_measure(line.tree, line.tree.roles(token)[1]):
        which = "o"
    head = theme(line.tree, token, which)
    freed = banned(line.tree, value.predicate, head)
    if freed is not None:
        return replace(value, predicate="allow", negated=not value.negated, theme=phrase(line.tree, freed))
    if value.predicate in _PASSING and _is_measure(line.tree, head):
        value = replace(value, predicate="accept", negated=value.negated != (value.predicate == "beat"))
    return replace(value, theme=phrase(line.tree, head))


def _ordered(line: _Line, value: Polarity, place: int, which: str) -> Polarity:
    """The same by the order of the words: "Court upholds ban on fishing", its verb taken for a noun."""
    following = line.words[place + 1 : place + 3]
    banning = [word.word for word in following[:1]]
    if value.predicate in _BANS and banning and banning[0] in words_of("polarity_ban_nouns.txt"):
        span = by_order(line.text, line.words, place + 3, first=False)
        return replace(value, predicate="allow", negated=not value.negated, theme=span)
    return replace(value, theme=by_order(line.text, line.words, place + (which != "s"), first=which == "s"))


def _is_measure(tree: Tree, head: int | None) -> bool:
    """Whether it is a bill or another thing that is passed, failed or defeated by a vote."""
    return head is not None and tree.tokens[head].lemma.lower() in words_of("polarity_measures.txt")


def _antonym_at(line: _Line, at: int) -> tuple[int, str, bool, str] | None:
    words = line.words
    if at >= len(words) or words[at].word not in _starts() or _harmless_size(words, at):
        return None  # "close to the river" is no opposite of "open"
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        written = " ".join(token.word for token in words[at : at + size])
        if written in _antonyms() and (size > 1 or not _apart(line, at)):
            return (size, *_antonyms()[written])
    apart = _apart(line, at)
    return (1, *_antonyms()[apart]) if apart else None


def _apart(line: _Line, at: int) -> str:
    """The entry whose particle stands behind the object: "turned the plan down", "cleared him of fraud"."""
    token = line.token(at)
    if token is None or line.tree.tokens[token].upos != "VERB":
        return ""
    word = line.words[at].word
    below = line.tree.children[token]
    thing = line.tree.child(token, "obj")
    for child in (*below, *(line.tree.children[thing] if thing is not None else ())):
        if child > token:
            case = line.tree.child(child, "case")
            particle = line.tree.tokens[case if case is not None else child].lemma.lower()
            if f"{word} {particle}" in _antonyms():
                return f"{word} {particle}"
    return ""


def _opposite(line: _Line, at: int) -> tuple[int, Polarity] | None:
    """A word of the antonym table that stands as a predicate, not as a noun that another verb governs."""
    found = _antonym_at(line, at)
    if found is None or _is_noun(line, at) or _reversed(line.text, line.words, at):
        return _named(line, at) or _drawn(line, at) or _permitted(line, at) or _up(line, at)
    size, predicate, negated, which = found
    last = at + size - 1
    nothing = _no_object(line, at)
    if nothing is not None and last < nothing <= last + _MAX_SUBJECT:
        last, negated = nothing, not negated
    value = _placed(line, Polarity(negated, predicate), at, after=at)
    return last, _themed(line, value, at, which)


def _named(line: _Line, at: int) -> tuple[int, Polarity] | None:
    """A noun that names an outcome and what it befell: "the rejection of the site"."""
    token = line.token(at)
    row = _nouns().get(lemma(line.words[at].word))
    if token is None or row is None or not is_nominal(line.tree, token):
        return None
    head = theme(line.tree, token, "o")
    if head is None or not is_real(line.tree, token) or _reversed(line.text, line.words, at):
        return None
    return at, Polarity(row[1], row[0], theme=phrase(line.tree, head))


def _permitted(line: _Line, at: int) -> tuple[int, Polarity] | None:
    """ "May now fish there", "can again fish there": it is allowed from now on."""
    token = line.token(at)
    if token is None or line.words[at].text not in _MAY or line.tree.tokens[token].relation != "aux":
        return None
    if at + 1 >= len(line.words) or line.words[at + 1].word not in _FROM_NOW:
        return None
    verb = line.tree.tokens[token].head
    return at, Polarity(False, "allow", theme=line.tree.verb_phrase(verb, token))


def _up(line: _Line, at: int) -> tuple[int, Polarity] | None:
    """ "Sales were up 5 percent", "sales were down": they rose, or fell."""
    words = line.words
    if words[at].word not in _UP_OR_DOWN or not at or words[at - 1].word not in _BEING:
        return None
    following = words[at + 1].word if at + 1 < len(words) else ""
    if following in _NOT_OF_LEVELS or _is_content_word(following):
        return None
    token = line.token(at)
    subject = line.tree.subject(token) if token is not None else None
    if subject is None and token is not None:
        subject = line.tree.subject(line.tree.tokens[token].head)
    value = Polarity(words[at].word == "down", "rise", subject=line.tree.name(subject))
    return at, replace(value, theme=phrase(line.tree, subject))


def _is_content_word(word: str) -> bool:
    """Whether a word, and no figure or preposition, follows: "was down hill"."""
    return word.isalpha() and word not in _AFTER_A_CHANGE


def _drawn(line: _Line, at: int) -> tuple[int, Polarity] | None:
    """ "Held the visitors to a draw": neither side won."""
    token = line.token(at)
    if line.words[at].word not in _HOLDING or token is None:
        return None
    end = next((c for c in line.tree.children[token] if line.tree.tokens[c].lemma.lower() in _DRAWS), None)
    subject, affected = line.tree.roles(token)
    if end is None or affected is None:
        return None
    return at, Polarity(False, "draw", None, line.tree.name(subject), line.tree.name(affected))


def _no_object(line: _Line, at: int) -> int | None:
    """The word of the object in "won no seats", "confirmed none of the names": the verb is denied by it."""
    token = line.token(at)
    noun = line.tree.child(token, "obj") if token is not None else None
    if noun is None:
        return None
    kids = line.tree.children[noun]
    denied = {
        line.tree.tokens[i].lemma for i in (noun, *kids) if line.tree.tokens[i].relation in {"det", "obj"}
    }
    return line.place(noun) if denied & {"no", "none", "nobody", "nothing"} else None


def _is_noun(line: _Line, at: int) -> bool:
    words = line.words
    before = words[at - 1].word if at else ""
    if before in words_of("polarity_determiners.txt"):
        return True
    auxiliary = before == "to" or before in words_of("polarity_auxiliaries.txt")
    return words[at].word in words_of("polarity_ambiguous.txt") and not auxiliary


def _reversed(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a verb such as "lifted" stands shortly before, so that the opposite may be meant."""
    for place in range(at - 1, max(at - _LONGEST, 0) - 1, -1):
        if not _unbroken(text, words, place + 1):
            return False
        phrases = {" ".join(token.word for token in words[place : place + size]) for size in (1, 2)}
        if phrases & _reversals() or (at - place < 3 and words[place].word in _antonyms()):
            return True
    return False
