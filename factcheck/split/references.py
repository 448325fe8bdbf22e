"""An article and its parsed sentences come in, who or what its pronouns, descriptions and short names mean.

Left to right, after the fashion of centering (Grosz, Joshi and Weinstein 1995) and of Hobbs (1978): every
mention joins a referent or makes one. A pronoun weighs the referents of the last sentences by clues (how far
back, in which role, which gender); the weights are data, made by training/coreference/weights.py. What is not
sure is left out. "I", "we" and "you" are not read.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.records import Article, Sentence, Span
from factcheck.split import word_lists
from factcheck.split.mentions import SUBJECT, Form, Mention, heads_for, mentions
from factcheck.split.names_joined import Referent, joined, words

MIN_CONFIDENCE = {"he": 0.6, "she": 0.6, "it": 0.85, "they": 0.7}  # so that nine of ten are right; else 0.7
MIN_CONFIDENCE_OF_OTHERS = 0.7
DECISIVE = 0.9  # where one clue decides: right in 66 of 67 of the training set
LINKED = 0.5  # so sure that a pronoun goes on with a referent for the pronouns after it
MAX_SENTENCES_BACK = 3
NEUTRAL = frozenset(
    {"former", "then", "late", "longtime", "veteran", "current", "new", "embattled", "ousted"}
)
Candidate = tuple[Referent, tuple[str, ...]]
Choice = Callable[[Mention, Sequence[Candidate]], "tuple[Referent | None, float]"]


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """``span`` means what ``antecedent`` names, the fullest mention; ``name`` is its text in one line."""

    span: Span
    antecedent: Span
    name: str
    confidence: float  # 0 to 1, at least that of MIN_CONFIDENCE
    how: str  # "pronoun", "name", "acronym", "description"


def references(article: Article, sentences: Sequence[Sentence]) -> tuple[Reference, ...]:
    """What is surely known, sorted by span; antecedents are verbatim slices, nearly always earlier ones."""
    found = []
    for mention, referent, confidence in resolved(article.text, mentions(article, sentences), choice):
        least = MIN_CONFIDENCE.get(mention.text, MIN_CONFIDENCE_OF_OTHERS)
        if confidence >= least and (made := _reference(article.text, mention, referent, confidence)):
            found.append(made)
    return tuple(sorted(found))


def _reference(text: str, mention: Mention, referent: Referent, confidence: float) -> Reference | None:
    if (
        mention.text == "it"
        and mention.form is Form.PRONOUN
        and not (referent.names and referent.label == "ORG")
    ):
        return None  # of things, "it" is right in half the cases only
    fullest = _fullest(mention, referent)
    if fullest is None or fullest.span.overlaps(mention.span):
        return None
    if mention.form is Form.NAME and len(words(fullest.text)) <= len(words(mention.text)):
        return None
    short = mention.text.isupper() and mention.form is Form.NAME and len(mention.text) > 1
    how = "acronym" if short else "description" if mention.form is Form.DEFINITE else mention.form.value
    return Reference(mention.span, fullest.span, " ".join(fullest.span.of(text).split()), confidence, how)


def _fullest(mention: Mention, referent: Referent) -> Mention | None:
    """The longest name, before the mention where there is one; for what has no name its first noun phrase."""
    named = referent.names or [one for one in referent.mentions if one.form is not Form.PRONOUN]
    if not named:
        return None
    size = max(len(words(one.text)) for one in named)
    full = [one for one in named if len(words(one.text)) == size and not one.headline] or named
    before = [one for one in full if one.span < mention.span]
    return min(before or full, key=lambda one: (-len(words(one.text)), one.span))


# ---------------------------------------------------------------------------- left to right


def resolved(
    text: str, found: Sequence[Mention], choose: Choice
) -> Iterator[tuple[Mention, Referent, float]]:
    """Every mention that joins a referent, with the confidence that it does, in the order of the text."""
    bearers = joined(text, found)
    so_far: list[Referent] = []
    beside = _beside(found, bearers)
    for mention in found:
        if mention.form is Form.NAME:
            referent, confidence = bearers[mention], 0.9
        elif mention.form is Form.PRONOUN:
            chosen, confidence = choose(mention, tuple(candidates(mention, so_far)))
            if chosen is None:
                continue
            referent = chosen
        else:
            referent, confidence = _described(mention, so_far, beside)
        if confidence:
            yield mention, referent, confidence
        if confidence >= LINKED or mention.form is not Form.PRONOUN:
            _enter(mention, referent, so_far)


def _enter(mention: Mention, referent: Referent, so_far: list[Referent]) -> None:
    if not referent.mentions:
        so_far.append(referent)
    referent.mentions.append(mention)
    if mention.form is Form.PRONOUN:
        referent.said.add(mention.text)
        referent.gender = referent.gender or mention.gender
    else:
        referent.nouns |= mention.nouns if mention.form is Form.NAME else {mention.text}
        referent.described |= mention.described


def _beside(found: Sequence[Mention], bearers: dict[Mention, Referent]) -> dict[tuple[int, int], Referent]:
    """The bearer of the name that a noun phrase is an apposition to, or has as its apposition."""
    pairs = {}
    heads = {(name.sentence, name.head): bearer for name, bearer in bearers.items()}
    for mention in found:
        if mention.form is Form.NAME and mention.beside >= 0:
            pairs[mention.sentence, mention.beside] = bearers[mention]
        elif mention.beside >= 0 and (mention.sentence, mention.beside) in heads:
            pairs[mention.sentence, mention.head] = heads[mention.sentence, mention.beside]
    return pairs


# ---------------------------------------------------------------------------- descriptions


def _described(
    mention: Mention, so_far: Sequence[Referent], beside: dict[tuple[int, int], Referent]
) -> tuple[Referent, float]:
    """The referent of a noun phrase; 0 where it is a new one, or no surer than that the noun is the same."""
    if (named := beside.get((mention.sentence, mention.head))) is not None:
        return named, 0.0
    fresh = Referent(mention.label, mention.gender, mention.plural)
    if mention.form is not Form.DEFINITE or mention.plural:
        return fresh, 0.0
    named, confidence = _named(mention, so_far)
    last = _same_noun(mention, so_far)
    if named is not None and (last is None or last.mentions[-1].span < named.mentions[-1].span):
        return named, confidence
    if last is not None and not mention.open:
        return last, 0.5 if last.names else 0.0
    return fresh, 0.0


def _same_noun(mention: Mention, so_far: Sequence[Referent]) -> Referent | None:
    fitting = [
        one
        for one in so_far
        if not one.names
        and mention.text in one.nouns
        and not one.plural
        and mention.described <= one.described
    ]
    return max(fitting, key=lambda one: one.mentions[-1].span) if fitting else None


def _named(mention: Mention, so_far: Sequence[Referent]) -> tuple[Referent | None, float]:
    """The one bearer of a name whom the description fits."""
    if mention.open:
        return None, 0.0
    bearers = [one for one in so_far if one.names and not one.plural]
    for test, confidence in ((_called, 0.9), (_headed, 0.85), (_of_the_sort, 0.75)):
        fitting = [one for one in bearers if test(mention, one)]
        if fitting:
            return _only(mention, fitting, confidence)
    return None, 0.0


def _only(mention: Mention, fitting: Sequence[Referent], confidence: float) -> tuple[Referent | None, float]:
    best = max(len(mention.described & one.described) for one in fitting)
    closest = [one for one in fitting if len(mention.described & one.described) == best]
    return (closest[0], confidence) if len(closest) == 1 else (None, 0.0)


def _called(mention: Mention, referent: Referent) -> bool:
    """It has been called so: "Commissioner Ada Vos", and now "the former commissioner"."""
    if mention.text not in referent.nouns or referent.label != (
        "PERSON" if mention.label == "PERSON" else "ORG"
    ):
        return False
    if mention.gender and referent.gender and mention.gender != referent.gender:
        return False
    known = referent.described | referent.nouns | (NEUTRAL if referent.person else set())
    places = referent.person  # "the Ohio senator"
    return all(word in known or (places and not word.islower()) for word in mention.described)


def _headed(mention: Mention, referent: Referent) -> bool:
    """Its name ends so: "Harrow Transit Agency", and now "the agency"."""
    if referent.person or mention.described or mention.text not in word_lists.words("group_nouns"):
        return False
    return any(mention.text in _heads(name) for name in referent.names)


def _of_the_sort(mention: Mention, referent: Referent) -> bool:
    """Its name ends with a word of the same sort: "Norvik Corp.", and now "the company"."""
    if referent.label != "ORG" or mention.described:
        return False
    fitting = heads_for().get(mention.text, frozenset())
    return any(not fitting.isdisjoint(_heads(name)) for name in referent.names)


def _heads(name: Mention) -> frozenset[str]:
    """The last word of a name and that before "of" or "for"."""
    parts = [part.lower() for part in name.text.split()]
    before = [parts[i] for i in range(len(parts) - 1) if parts[i + 1] in ("of", "for")]
    return frozenset({*before[:1]} if before else {parts[-1]}) if len(parts) > 1 else frozenset()


# ---------------------------------------------------------------------------- pronouns


def candidates(pronoun: Mention, so_far: Sequence[Referent]) -> Iterator[Candidate]:
    """The referents that the pronoun may stand for, the nearest first, each with its clues."""
    near = [one for one in so_far if pronoun.sentence - one.mentions[-1].sentence <= MAX_SENTENCES_BACK]
    fitting = [one for one in near if _agrees(pronoun, one) and _may_bind(pronoun, one)]
    fitting.sort(key=lambda one: one.mentions[-1].span, reverse=True)
    if not fitting:
        return
    most = max(len(one.mentions) for one in fitting)
    rivals = sum(one.person or bool(one.names) for one in fitting)
    for rank, one in enumerate(fitting):
        known = tuple(_clues(pronoun, one, rank))
        often = ("often",) if len(one.mentions) > 2 else ()
        top = ("most",) if len(one.mentions) == most > 1 else ()
        alone = ("alone",) if len(fitting) == 1 or (rivals == 1 and (one.person or bool(one.names))) else ()
        sure = ("alone of that gender",) if alone and "gender known" in known and rank == 0 else ()
        yield one, (*known, *often, *top, *alone, *sure)


def _agrees(pronoun: Mention, referent: Referent) -> bool:
    if pronoun.text == "it":
        return not referent.person and not referent.plural and not referent.said & {"he", "she"}
    if pronoun.text == "they":
        return not referent.said & {"he", "she"} and (
            referent.plural or referent.label in ("ORG", "") or not referent.names
        )
    if referent.plural or (referent.gender and referent.gender != pronoun.gender):
        return False
    return (referent.person or (not referent.label and bool(referent.names))) and "it" not in referent.said


def _may_bind(pronoun: Mention, referent: Referent) -> bool:
    """Not "Vos told him" of Vos, nor "his mother" of the mother; "himself" only of his clause's subject."""
    if pronoun.reflexive:
        own = [one for one in referent.mentions[-3:] if one.sentence == pronoun.sentence]
        return any(one.role == SUBJECT and one.verb == pronoun.verb >= 0 for one in own)
    for one in referent.mentions[-3:]:
        if one.sentence != pronoun.sentence:
            continue
        if one.head in pronoun.around[:1] and pronoun.role == "possessor":
            return False
        if one.verb == pronoun.verb >= 0 and one.role == SUBJECT:
            return False
    return True


def _clues(pronoun: Mention, referent: Referent, rank: int) -> Iterator[str]:
    last = referent.mentions[-1]
    back = pronoun.sentence - last.sentence
    yield f"back {back}"
    yield f"{'here' if back == 0 else 'before'} {'subject' if last.role == SUBJECT else last.role}"
    yield f"form {last.form.value}"
    yield f"rank {min(rank, 4)}"
    yield f"label {referent.label or 'none'}{' plural' if referent.plural else ''}"
    if last.paragraph != pronoun.paragraph:
        yield "other paragraph"
    if back == 1 and last.role == pronoun.role == SUBJECT:
        yield "parallel"
    if pronoun.text in referent.said:
        yield "so called"
    if pronoun.gender and referent.gender == pronoun.gender:
        yield "gender known"
    yield from _clues_of_clause(pronoun, referent)
    yield from _clues_of_quotation(pronoun, last, back)


def _clues_of_clause(pronoun: Mention, referent: Referent) -> Iterator[str]:
    here = [one for one in referent.mentions[-4:] if one.sentence == pronoun.sentence]
    heads = {one.head for one in here}
    if pronoun.governors[:1] and pronoun.governors[0] in heads:
        yield "governs"
        if pronoun.role == SUBJECT and pronoun.text == "it":
            yield "parallel clause"
    elif heads.intersection(pronoun.governors[1:]):
        yield "governs from afar"
    if any(pronoun.head in one.around for one in here):
        yield "within"
    if len(here) > 1:
        yield "twice here"
    before = [one for one in referent.mentions[-4:] if one.sentence == pronoun.sentence - 1]
    if any(one.role == SUBJECT for one in before):
        yield "subject of the sentence before"


def _clues_of_quotation(pronoun: Mention, last: Mention, back: int) -> Iterator[str]:
    if pronoun.quoted and not last.quoted and back == 0 and last.role == SUBJECT:
        yield "speaker"
    elif pronoun.quoted != last.quoted:
        yield "out of quotation" if pronoun.quoted else "into quotation"


@cache
def weights(pronoun: str) -> dict[str, float]:
    """Clue to weight; "nobody" is what a pronoun weighs that means none of the candidates."""
    column = {"he": 1, "she": 1, "it": 2, "they": 3}[pronoun]
    return {row[0]: float(row[column]) for row in word_lists.rows("reference_weights")}


def choice(pronoun: Mention, among: Sequence[Candidate]) -> tuple[Referent | None, float]:
    """The weightiest candidate and its share of all the weight, a softmax."""
    if not among:
        return None, 0.0
    known = weights(pronoun.text)
    scores = [sum(known.get(clue, 0.0) for clue in clues) for _, clues in among]
    best = max(range(len(scores)), key=lambda i: (scores[i], -i))
    total = sum(math.exp(score - scores[best]) for score in (*scores, known.get("nobody", 0.0)))
    confidence = round(1 / total, 3)
    return among[best][0], max(confidence, DECISIVE) if _decisive(among[best][1]) else confidence


def _decisive(clues: Sequence[str]) -> bool:
    """The only one of that gender close by; the organisation that says what "it" will do."""
    alone = "alone of that gender" in clues and ("back 0" in clues or "back 1" in clues)
    return alone or {"governs", "here subject", "label ORG", "rank 0", "parallel clause"}.issubset(clues)
