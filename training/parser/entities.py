"""Entity sets in their own formats in, spaCy documents out, with the labels PERSON, ORG and LOC alone.

Other names (peoples, works, products) are OTHER here, so that they can be told from no name at all. Where a
set leaves open whether a word is a name, the word is UNKNOWN, and nothing is learned from it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from factcheck.models.names_agree import is_title
from training.parser.treebanks import Tree, Word, spaces, trees

OTHER, UNKNOWN = "OTHER", "UNKNOWN"
KINDS = ("PERSON", "ORG", "LOC")
LABELS = {
    "PER": "PERSON",
    "person": "PERSON",
    "ORG": "ORG",
    "corporation": "ORG",
    "group": "ORG",
    "organization": "ORG",
    "LOC": "LOC",
    "location": "LOC",
    "place": "LOC",
    "MISC": OTHER,
    "OTH": OTHER,
    "creative-work": OTHER,
    "product": OTHER,
    "PRO": OTHER,
}
GROUP = 4  # sentences of one document
FULLY_MARKED = 6  # sentences of a MEANTIME article in which every mention is marked, its headline among them
MAX_PERSON_WORDS = 3
BLEND_EVERY, HYPHEN_EVERY = 3, 8  # of the names, how many are made into a new one
QUOTES = {"``": '"', "''": '"'}
NO_SPACE_BEFORE = re.compile(
    r"^(?:[.,;:?!)\]}%…]|'(?:s|re|ve|ll|d|m)?|’(?:s|re|ve|ll|d|m)?|n't|n’t|''|”)$", re.I
)
NO_SPACE_AFTER = re.compile(r"^(?:[(\[{$£€]|``|“|‘)$")
JOINS = frozenset({"&", "and", "-", "–"})
CONNECTORS = frozenset({"of", "for", "de", "the", "&", "and", "-", "–", "."})
BRACKET = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\)?)|(\d+)\)")  # an entity that opens, or one that closes

Marked = tuple[list[str], list[bool], list[tuple[int, int, str]]]  # words, spaces, (start, end, label)

Name = tuple[list[str], list[bool]]  # words, spaces between them


def columns(path: Path, *, word: int = 0, tag: int = -1) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of each sentence of a column format."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) > 1 and not line.startswith("# ") and cells[0] != "-DOCSTART-":
            words.append(cells[word])
            tags.append(cells[tag])
        elif not cells and words:
            yield words, tags
            words, tags = [], []


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Runs of one kind in IOB1, IOB2 or IO tags, as (start, end, label), only of the kinds that are used."""
    found: list[tuple[int, int, str]] = []
    previous = ""
    for i, tag in enumerate(tags):
        kind = LABELS.get(tag.partition("-")[2], "")
        if kind and kind == previous and not tag.startswith("B-"):
            found[-1] = (found[-1][0], i + 1, kind)
        elif kind:
            found.append((i, i + 1, kind))
        previous = kind
    return found


def without_titles(words: Sequence[str], names: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names with each person's titles left outside: the sets do not agree on them."""
    found = []
    for first, end, label in names:
        start = first
        while label == "PERSON" and start < end and is_title(words[start]):
            start += 1
        if start < end:
            found.append((start, end, label))
    return found


def guessed_spaces(words: Sequence[str]) -> list[bool]:
    """Where a space most likely stood, for sets that did not keep it; straight quotation marks alternate."""
    after = [True] * len(words)
    open_quote = False
    for i, word in enumerate(words):
        if NO_SPACE_BEFORE.match(word) and i:
            after[i - 1] = False
        if NO_SPACE_AFTER.match(word):
            after[i] = False
        if word == '"':
            if open_quote and i:
                after[i - 1] = False
            else:
                after[i] = False
            open_quote = not open_quote
    return after


def spaces_in(words: Sequence[str], text: str) -> list[bool]:
    """Whether a space follows each word in ``text``."""
    found, at = [], 0
    for word in words:
        start = text.find(word, at)
        at = at if start < 0 else start + len(word)
        found.append(start < 0 or at >= len(text) or text[at].isspace())
    return found


def column_set(path: Path) -> Iterator[Marked]:
    """Wikigold or WNUT 17."""
    for words, tags in columns(path):
        yield words, guessed_spaces(words), without_titles(words, spans(tags))


def universal_ner(path: Path) -> Iterator[Marked]:
    """Universal NER over EWT: number, word, tag; the sentence's text is kept in a comment."""
    text = ""
    words: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            words.append(cells[1])
            tags.append(cells[2])
        elif words:
            yield words, spaces_in(words, text), without_titles(words, spans(tags))
            words, tags = [], []


def gum(path: Path) -> Iterator[Marked]:
    """GUM, whose ``Entity=`` marks every noun phrase: of those, the names that head one."""
    opened: list[tuple[str, str, int, int]] = []  # entity, kind, sentence, word
    for number, tree in enumerate(trees(path)):
        found: list[tuple[int, int, str]] = []
        for i, word in enumerate(tree.words):
            field = next((f[7:] for f in word.misc.split("|") if f.startswith("Entity=")), "")
            for match in BRACKET.finditer(field):
                if match[2]:
                    opened.append((match[1], match[2], number, i))
                if match[3] or match[4]:
                    found += closed(opened, match[1] or match[4], number, i, tree)
        words = [word.form for word in tree.words]
        names = without_titles(words, longest(found))
        loose = [i for i, word in enumerate(tree.words) if proper(word)]
        yield words, spaces([tree]), sorted([*names, *left_open(loose, names)])


def left_open(loose: Iterable[int], names: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Each of these words that stands in no name, as UNKNOWN."""
    inside = {i for start, end, _ in names for i in range(start, end)}
    return [(i, i + 1, UNKNOWN) for i in loose if i not in inside]


def closed(
    opened: list[tuple[str, str, int, int]], entity: str, number: int, last: int, tree: Tree
) -> list[tuple[int, int, str]]:
    """The name inside the phrase that closes here, if it has one; the phrase leaves ``opened``."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == entity:
            _, kind, begun, first = opened.pop(at)
            if begun == number and kind in LABELS:
                return name_in(tree.words, first, last, LABELS[kind])
            return []
    return []


def name_in(words: Sequence[Word], first: int, last: int, label: str) -> list[tuple[int, int, str]]:
    """The run of proper nouns around the phrase's head; a person's titles stay outside."""
    inside = range(first, last + 1)
    heads = [i for i in inside if words[i].head not in inside or words[i].head == i]
    if len(heads) != 1 or words[heads[0]].upos != "PROPN":
        return []
    head = start = end = heads[0]
    if label == "PERSON":
        article = any(words[i].head == head and words[i].deprel == "det" for i in inside)
        if article or words[head].xpos == "NNPS":  # "the President", a people
            return []
        part = {i for i in inside if words[i].head == head and words[i].deprel in ("flat", "goeswith")}
        while end + 1 <= last and (end + 1 in part or words[end + 1].form in "-–"):
            end += 1
        return [(start, end + 1, label)]
    while start > first and proper(words[start - 1]):
        start -= 1
        if start - 2 >= first and words[start - 1].form in JOINS and proper(words[start - 2]):
            start -= 2
    while end < last:
        ahead = end + 1
        while ahead < last and words[ahead].form.lower() in CONNECTORS and ahead - end < 3:
            ahead += 1
        if not proper(words[ahead]) or (words[ahead].deprel in ("appos", "conj") and ahead - end > 1):
            break
        end = ahead
    return [(start, end + 1, label)]


def proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.xpos in ("NNP", "NNPS")


def longest(found: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of overlapping names the longest, in order."""
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(set(found), key=lambda each: (each[0] - each[1], each)):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, label))
    return sorted(kept)


def meantime(path: Path) -> Iterator[Marked]:
    """The first sentences of one MEANTIME article, those in which every mention is marked; names only.

    A mention's kind is that of the entity that it refers to. A capitalised word outside is left open.
    """
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314
    kinds = {each.get("m_id"): each.get("ent_type") for each in root.iter("ENTITY")}
    kind_of = {
        source.get("m_id"): LABELS.get(kinds.get(target.get("m_id")) or "", "")
        for relation in root.iter("REFERS_TO")
        for target in relation.iter("target")
        for source in relation.iter("source")
    }
    tokens = list(root.iter("token"))
    place = {token.get("t_id"): i for i, token in enumerate(tokens)}
    found = []
    for mention in root.iter("ENTITY_MENTION"):
        kind = kind_of.get(mention.get("m_id"), "")
        at = sorted(place[anchor.get("t_id")] for anchor in mention.iter("token_anchor"))
        if mention.get("syntactic_type") == "NAM" and kind and at:
            found.append((at[0], at[-1] + 1, kind))
    yield from meantime_sentences(tokens, longest(found))


def meantime_sentences(
    tokens: Sequence[ElementTree.Element], names: Sequence[tuple[int, int, str]]
) -> Iterator[Marked]:
    numbers = [int(token.get("sentence") or 0) for token in tokens]
    for sentence in range(FULLY_MARKED):
        at = [i for i, number in enumerate(numbers) if number == sentence]
        words = [QUOTES.get(tokens[i].text or "", tokens[i].text or "") for i in at]
        if not words:
            continue
        own = [(start - at[0], end - at[0], kind) for start, end, kind in names if numbers[start] == sentence]
        own = without_titles(words, bare(words, own))
        loose = [i for i, word in enumerate(words) if word[:1].isupper()]
        yield words, guessed_spaces(words), sorted([*own, *left_open(loose, own)])


def bare(words: Sequence[str], names: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The names without the words in small letters that their phrases begin or end with."""
    for first, last, label in names:
        start, end = first, last
        while start < end and not words[start][:1].isupper():
            start += 1
        while end > start and words[end - 1].islower():
            end -= 1
        if start < end - 1 and words[start] == "The":
            start += 1
        if start < end and plain(words[start:end], label):
            yield start, end, label


def plain(words: Sequence[str], label: str) -> bool:
    """Whether the phrase is a name alone, with nobody's office and no description beside it."""
    if label == "PERSON":
        return len(words) <= MAX_PERSON_WORDS and all(word.istitle() for word in words)
    return all(word[:1].isupper() or word in CONNECTORS for word in words)


def pools(marked: Iterable[Marked]) -> dict[str, list[Name]]:
    """The names of each kind, as often as they occur."""
    found: dict[str, list[Name]] = {}
    for words, after, names in marked:
        for start, end, label in names:
            found.setdefault(label, []).append((words[start:end], after[start : end - 1]))
    return found


def exchanged(marked: Iterable[Marked], share: float, seed: int) -> Iterator[Marked]:
    """Every sentence that holds a name, again, a ``share`` of its names exchanged for some of their kind.

    What stands around a name then tells more of its kind than the name itself, as it must for unseen names.
    """
    sentences = [each for each in marked if any(label in KINDS for _, _, label in each[2])]
    chance = random.Random(seed)  # noqa: S311
    pool = with_unheard(pools(sentences), chance)
    for words, after, names in sentences:
        yield with_names(words, after, names, pool, share, chance)


def with_unheard(pool: dict[str, list[Name]], chance: random.Random) -> dict[str, list[Name]]:
    """The pool with names that nobody has met: blends of two names' letters, and hyphenated given names."""
    blends: dict[str, list[Name]] = {
        label: [blended(name, chance.choice(pool[label]), chance) for name in pool[label][::BLEND_EVERY]]
        for label in ("PERSON", "LOC")
        if label in pool
    }
    hyphenated = [with_hyphen(name, chance) for name in pool.get("PERSON", [])[::HYPHEN_EVERY]]
    return {
        label: [*names, *blends.get(label, []), *(hyphenated if label == "PERSON" else [])]
        for label, names in pool.items()
    }


def blended(name: Name, other: Name, chance: random.Random) -> Name:
    """The name with the ends of its longer words taken from the other: "Lindqvist", "Okafor": "Lindafor"."""
    words, after = name
    ends = [word for word in other[0] if word.isalpha() and len(word) > 3] or list(words)
    new = []
    for word in words:
        end = chance.choice(ends)
        whole = word.isalpha() and word[0].isupper() and len(word) > 3
        new.append(word[: len(word) // 2] + end[len(end) // 2 :].lower() if whole else word)
    return new, after


def with_hyphen(name: Name, chance: random.Random) -> Name:
    """The name with its last two words joined, as in "Park Seo-yun" or "Adjei-Brown"."""
    words, after = name
    if len(words) < 2 or not all(word.isalpha() for word in words[-2:]):
        return name
    last = words[-1].lower() if chance.random() < 0.5 else words[-1]
    return [*words[:-1], "-", last], [*after[:-1], False, False]


def with_names(
    words: Sequence[str],
    after: Sequence[bool],
    names: Sequence[tuple[int, int, str]],
    pool: dict[str, list[Name]],
    share: float,
    chance: random.Random,
) -> Marked:
    """The sentence with some of its names drawn anew from ``pool``."""
    new_words: list[str] = []
    new_after: list[bool] = []
    new_names: list[tuple[int, int, str]] = []
    at = 0
    for start, end, label in names:
        new_words += words[at:start]
        new_after += after[at:start]
        own = (list(words[start:end]), list(after[start : end - 1]))
        changes = label in KINDS and chance.random() < share
        drawn, inner = chance.choice(pool[label]) if changes else own
        new_names.append((len(new_words), len(new_words) + len(drawn), label))
        new_words += drawn
        new_after += [*inner, after[end - 1]]
        at = end
    return [*new_words, *words[at:]], [*new_after, *after[at:]], new_names


def documents(vocab: Vocab, marked: Iterator[Marked], group: int = GROUP) -> Iterator[Doc]:
    """Documents of ``group`` sentences each; every word outside a name is marked as outside."""
    batch: list[Marked] = []
    for sentence in marked:
        batch.append(sentence)
        if len(batch) == group:
            yield document(vocab, batch)
            batch = []
    if batch:
        yield document(vocab, batch)


def document(vocab: Vocab, batch: Sequence[Marked]) -> Doc:
    words: list[str] = []
    after: list[bool] = []
    names: list[tuple[int, int, str]] = []
    for own_words, own_spaces, own_names in batch:
        names += [(start + len(words), end + len(words), label) for start, end, label in own_names]
        words += own_words
        after += [*own_spaces[:-1], True]
    doc = Doc(vocab, words=words, spaces=after)
    doc.set_ents(
        [Span(doc, start, end, label=label) for start, end, label in names if label in KINDS],
        missing=[doc[start:end] for start, end, label in names if label == UNKNOWN],
        default="outside",
    )
    return doc
