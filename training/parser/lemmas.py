"""A treebank's words and lemmas in, the tables of a rule lemmatiser out: exceptions, rules, known words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.lookups import Lookups

from training.parser.treebanks import Word

AS_WRITTEN = frozenset({"propn", "sym", "x"})  # an unknown one is its own lemma
INFLECTED = frozenset({"adj", "adv", "aux", "noun", "verb"})
LOWERED = ["", ""]  # the rule that only lowers the first letter; it stands last
MAX_SUFFIX = 5
MIN_COUNT = 5  # of different words that a rule must have served
MIN_SHARE = 0.8  # of the words with that ending, those the rule serves


def counted(words: Iterable[Word]) -> dict[str, Counter[tuple[str, str]]]:
    """Counts of (form in lower case, lemma) of each part of speech."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for word in words:
        if word.deprel != "goeswith" and word.lemma != "_":
            found[word.upos.lower()][word.form.lower(), word.lemma] += 1
    return found


def usual(pairs: Counter[tuple[str, str]]) -> dict[str, str]:
    """Each form's most frequent lemma, ties by spelling."""
    best: dict[str, tuple[int, str]] = {}
    for (form, lemma), count in sorted(pairs.items()):
        if count > best.get(form, (0, ""))[0]:
            best[form] = (count, lemma)
    return {form: lemma for form, (_, lemma) in sorted(best.items())}


def rules(lemmas: dict[str, str]) -> list[list[str]]:
    """(ending, its replacement), the longest ending first, as learned from words that change regularly.

    A longer ending is kept only where it says something else than the longest kept ending within it.
    """
    kept: dict[str, str] = {}
    for old, new in sorted(regular(lemmas), key=lambda rule: (len(rule[0]), rule)):
        within = next((old[at:] for at in range(1, len(old)) if old[at:] in kept), None)
        if within is None or old[: -len(within)] + kept[within] != new:
            kept[old] = new
    return sorted(([old, new] for old, new in kept.items()), key=lambda rule: (-len(rule[0]), rule))


def regular(lemmas: dict[str, str]) -> list[tuple[str, str]]:
    """Every (ending, replacement) that is right often enough."""
    served: Counter[tuple[str, str]] = Counter()
    endings: Counter[str] = Counter()
    for form, lemma in lemmas.items():
        same = shared(form, lemma)
        for length in range(1, min(MAX_SUFFIX, len(form) - 2) + 1):
            endings[form[-length:]] += 1
            if form != lemma and len(form) - same <= length:
                served[form[-length:], lemma[len(form) - length :]] += 1
    return [
        (old, new)
        for (old, new), count in served.items()
        if count >= MIN_COUNT and count >= MIN_SHARE * endings[old]
    ]


def shared(form: str, lemma: str) -> int:
    """How many letters both begin with."""
    return next(
        (i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma))
    )


def tables(words: Iterable[Word]) -> Lookups:
    """The tables that spaCy's rule lemmatiser reads."""
    exceptions, endings, index = {}, {}, {}
    for upos, pairs in sorted(counted(words).items()):
        lemmas = usual(pairs)
        if upos in AS_WRITTEN:
            exceptions[upos] = {form: [lemma] for form, lemma in lemmas.items() if form != lemma.lower()}
            continue
        learned = rules(lemmas) if upos in INFLECTED else []
        touched = tuple(old for old, _ in learned)
        # a word that is its own lemma is listed too where a rule would change it
        exceptions[upos] = {
            form: [lemma] for form, lemma in lemmas.items() if form != lemma or form.endswith(touched)
        }
        endings[upos] = [*learned, LOWERED]
        index[upos] = sorted(set(lemmas.values())) if upos in INFLECTED else []
    lookups = Lookups()
    lookups.add_table("lemma_exc", exceptions)
    lookups.add_table("lemma_rules", endings)
    lookups.add_table("lemma_index", index)
    return lookups
