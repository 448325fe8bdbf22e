"""The mentions of one article come in, for each the fullest form that the article gives comes out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.records import NameKind
from factcheck.values.names_mentions import Mention
from factcheck.values.names_tokens import Token


class Forms:
    """The names of one article, and for each the fullest form that the article gives."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._by_key: dict[tuple[str, ...], Mention] = {}
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        for mention in mentions:
            self._add(mention)
        self._acronyms = self._bracketed(mentions) | self._initials()

    def _add(self, mention: Mention) -> None:
        known = self._by_key.get(mention.key)
        if known is None:
            for word in sorted(set(mention.key)):
                self._by_word.setdefault(word, []).append(mention.key)
        unsure = known is not None and not known.sure
        if known is None or (unsure and (mention.sure or known.kind is NameKind.OTHER)):
            self._by_key[mention.key] = mention

    def _bracketed(self, mentions: Sequence[Mention]) -> dict[str, Mention]:
        """The Transit Authority (TA); TA (Transit Authority)."""
        found: dict[str, Mention] = {}
        for left, right in pairwise(mentions):
            if self._text[left.end : right.start] != " (" or self._text[right.end : right.end + 1] != ")":
                continue
            for short, full in ((right, left), (left, right)):
                fits = short.tokens[0].text[0] == full.tokens[0].text[0] and len(full.tokens) > 1
                if len(short.tokens) == 1 and short.tokens[0].acronym and fits:
                    found.setdefault(_letters(short.tokens[0]), full)
        return found

    def _initials(self) -> dict[str, Mention]:
        """Acronyms whose letters are the initials of exactly one longer name."""
        found: dict[str, list[Mention]] = {}
        for mention in self._by_key.values():
            if len(mention.tokens) > 1 and mention.kind is not NameKind.PERSON:
                for letters in sorted(
                    {_initials(mention.tokens, small=True), _initials(mention.tokens, small=False)}
                ):
                    found.setdefault(letters, []).append(mention)
        return {letters: names[0] for letters, names in found.items() if len(names) == 1}

    def fullest(self, mention: Mention) -> Mention:
        """The fullest form of this name, itself where the article has no other or more than one."""
        own = self._by_key.get(mention.key, mention)
        if len(mention.tokens) == 1 and mention.tokens[0].acronym:
            full = self._acronyms.get(_letters(mention.tokens[0]), own)
            return full if (full.kind is NameKind.PLACE) == (mention.kind is NameKind.PLACE) else own
        longer = [key for key in self._by_word.get(mention.key[-1], []) if self._extends(mention, key)]
        if len(mention.key) == 1:
            ending = [key for key in longer if key[-1] == mention.key[0]]
            longer = ending or longer
        top = [key for key in longer if not any(set(key) < set(other) for other in longer)]
        return self._by_key[top[0]] if len(top) == 1 else own

    def _extends(self, mention: Mention, key: tuple[str, ...]) -> bool:
        short, full = mention.key, self._by_key[key]
        if len(key) <= len(short) or not _covers(key, short):
            return False
        if full.kind is NameKind.PLACE or (mention.kind is NameKind.PLACE and mention.sure):
            return False
        if full.kind is NameKind.ORGANISATION:
            return _shortens(mention, key)
        if mention.kind is NameKind.ORGANISATION:
            return False
        return len(short) > 1 or short[0] in (key[0], key[-1])


def _shortens(mention: Mention, key: tuple[str, ...]) -> bool:
    """Transit Authority for Harrow Transit Authority, Tavik for Tavik Industries."""
    short = mention.key
    if mention.kind is NameKind.PERSON:
        return False
    if mention.kind is NameKind.ORGANISATION:
        return len(short) > 1 and key[-len(short) :] == short
    return key[: len(short)] == short and len(key) == len(short) + 1


def _covers(key: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether each word of ``short`` stands in ``key``, an initial for the word it begins."""
    return all(word in key or (len(word) == 1 and any(k[0] == word for k in key)) for word in short)


def _letters(token: Token) -> str:
    return token.text.replace(".", "")


def _initials(tokens: Sequence[Token], *, small: bool) -> str:
    return "".join(token.text[0].upper() for token in tokens if small or token.capital)
