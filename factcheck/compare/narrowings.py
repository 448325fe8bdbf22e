"""How far it reaches: words that narrow what is told, which one sentence has and another on the topic lacks.

Reads two sentences on one topic, from two articles or from one (a headline and the body).

The ladder: ``exclusive`` (only, exclusive use / use), ``part`` (a summary of the findings / the findings),
``modified`` (the private meeting / the meeting), ``manner`` (has not fully answered / has not answered),
``several`` (a ferry / ferries), ``share`` (some members / most members).

Drifts: The city released a summary of the report. / The city released the report.
Does not: The city released a summary of the report. / The city published an outline of its report.

It cannot see that the wider statement stands in the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.compare.passages import WORD, Passage, Rule, drift, either_way, root, roots, stems
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "narrowings"
kind = Kind.SCOPE
matters = frozenset({Matter.TOPIC})
ladder = (
    "exclusive",
    "part",
    "modified",
    "manner",
    "several",
    "share",
)

MIN_SHARED = 3
MIN_MODIFIED_SHARED = 5
MIN_MODIFIED_SCORE = 0.6
MIN_SEVERAL_SCORE = 0.6
MIN_SHARE_SCORE = 0.5
REACH = 8  # words behind a limit
MAX_ACT = 4  # words before a noun in which its verb stands
NEAR = 30  # characters

_LIMIT = re.compile(r"\b(?:only|exclusive(?:ly)?|solely)\b", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:only|exclusive(?:ly)?|solely|alone|lone|just|merely|mere|purely|barely|sole|single|except"
    r"|apart from|other than|nothing (?:but|else)|none but|no (?:other|one else|more than)|nobody else"
    r"|the one|rest|remaining|elsewhere|limited to|restricted to|reserved for|confined to|in a row"
    r"|in succession|straight|running|consecutive(?:ly)?|successive(?:ly)?)\b",
    re.IGNORECASE,
)
_EVALUATED = re.compile(
    r"\bonly\s+(?:\d|he\b|she\b|they\b|we\b|a\b|an\b|one|two|three|four|five|six|seven|eight|nine|ten|few|after"
    r"|before|when|if|because|then|to\b|recently|on\b"
    r"|days|hours|minutes|months|weeks|years|the (?:first|second|third|latest))"
    r"|\b(?:not|if|the|perhaps|possibly) only\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:summar(?:y|ies)|excerpts?|portions?|redacted (?:version|copy)|outline|overview|draft) of "
    r"(?P<whole>[^.,;:]{3,40})",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:about|after|at|by|before|for|from|in|into|on|that|to|which|with)\b")
_OPENED = frozenset({"releas", "publish", "disclos", "unveil", "post", "print", "hand", "made", "issu"})
_MODIFIED = re.compile(
    r"\b(?P<how>one-on-one|closed-door|private|temporary|partial|voluntary|provisional|interim|informal"
    r"|conditional|preliminary)\s+(?P<noun>agreements?|approval|bans?|cease-?fire|closures?|conversations?|deals?"
    r"|hearings?|interviews?|meetings?|results?|sessions?|settlements?|summit|suspension|talks|truce|votes?)\b",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"(?:\b(?:yet to|not|never|failed to)|n['’]t)\s+(?P<how>adequately|fully|properly|sufficiently|completely"
    r"|publicly|formally|satisfactorily|entirely)\s+(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|failed to|refused to|declined to)|n['’]t)\s+(?:been\s+)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:a|an|one|a single|[A-Za-z]+['’]s)\s+(?P<noun>[a-z]{4,})\b")
_SHARES = {
    "few": r"a few|few|a handful of|some|several|a small (?:group|number) of",
    "many": r"many|most|a majority of|dozens of|scores of|hundreds of|a (?:large|growing) number of",
    "all": r"all|every|each",
}
_SHARE = {
    known: re.compile(
        rf"\b(?:{words}) (?:of )?(?:the |its |his |her |their )?(?:[\w-]+ ){{0,2}}?"
        rf"(?P<noun>[A-Za-z]{{3,}}s)\b",
        re.IGNORECASE,
    )
    for known, words in _SHARES.items()
}
_NUMBERED = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|all|both|other|of the|any)\s+$"
)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement for each rung, whichever side is the narrower."""
    # an article narrows and widens what it tells as it goes on; only the whole for its part misleads there
    return either_way((_part,) if alignment.within_one_article else _RULES, alignment)


def _exclusive(ours: Passage, theirs: Passage, score: float) -> Iterator[Judgement]:
    """ "The guild's exclusive use of the old quay" / "the guild's use of the old quay"."""
    if theirs.first(_LIMITED) or score < 0.5:
        return
    for match in ours.found(_LIMIT):
        if _EVALUATED.search(ours.text[max(match.start() - 9, 0) : match.end() + 16]):
            continue
        before = WORD.findall(ours.text[: match.start()])[-1:]
        after = WORD.findall(ours.text[match.end() :])[:REACH]
        beside = {root(word) for word in (*before, *after[:1]) if len(word) > 2} & theirs.roots
        if beside and len(stems(" ".join(after)) & theirs.stems) >= 2 and ours.shared(theirs) >= MIN_SHARED:
            there = next(m for m in WORD.finditer(theirs.text) if root(m[0]) in beside)
            reason = f"“{match[0]}” in one source is missing in the other."
            spans = ours.span(match), theirs.span(there)
            yield drift("exclusive", reason, 0.5, spans, (match[0].lower(), "not limited"))
            return


def _part(ours: Passage, theirs: Passage, _score: float) -> Iterator[Judgement]:
    """ "Released a summary of the findings" / "the findings were released"."""
    for match in ours.found(_PART):
        words = WORD.findall(_BEHIND.split(match["whole"])[0])
        whole = root(words[-1]) if words else ""
        if len(whole) < 4 or whole not in theirs.roots or theirs.first(_PART):
            continue
        there = next(m for m in WORD.finditer(theirs.text) if root(m[0]) == whole)
        if not (_opened(ours, match) & _opened(theirs, there)):
            continue
        reason = f"One source has “{match[0].strip()}”, the other the whole."
        yield drift("part", reason, 0.6, (ours.span(match), theirs.span(there)), (match[0].strip(), there[0]))
        return


def _opened(passage: Passage, what: re.Match[str]) -> frozenset[str]:
    """The verbs of making public that stand near."""
    near = passage.text[max(what.start() - NEAR, 0) : what.end() + NEAR]
    return frozenset(verb for verb in _OPENED for found in roots(near) if found.startswith(verb))


def _modified(ours: Passage, theirs: Passage, score: float) -> Iterator[Judgement]:
    """ "The one-on-one meeting should not take place" / "the meeting should not take place"."""
    if score < MIN_MODIFIED_SCORE or ours.shared(theirs) < MIN_MODIFIED_SHARED:
        return
    for match in ours.found(_MODIFIED):
        noun = match["noun"].lower().rstrip("s")
        there = next((m for m in WORD.finditer(theirs.text) if m[0].lower().rstrip("s") == noun), None)
        if there is not None and root(match["how"]) not in theirs.roots and not _modifier(theirs, there):
            reason = f"“{match['how']}” in one source is missing in the other."
            spans = ours.span(match), theirs.span(there)
            yield drift("modified", reason, 0.5, spans, (match[0].lower(), there[0].lower()))
            return


def _modifier(passage: Passage, noun: re.Match[str]) -> bool:
    """Whether another word of the kind, or a possessive, stands before it."""
    return bool(_MODIFIED.search(passage.text[max(noun.start() - 25, 0) : noun.end()]))


def _manner(ours: Passage, theirs: Passage, _score: float) -> Iterator[Judgement]:
    """ "Has not fully answered" / "has not answered"."""
    for match in ours.found(_MANNER):
        for other in theirs.found(_DENIED):
            same = root(other["verb"]) == root(match["verb"])
            if same and match["how"].lower() not in theirs.text.lower() and ours.shared(theirs) >= MIN_SHARED:
                reason = f"One source denies it of the manner (“{match['how']}”), the other altogether."
                spans = ours.span(match), theirs.span(other)
                yield drift("manner", reason, 0.65, spans, (match[0].lower(), other[0].lower()))
                return


def _several(ours: Passage, theirs: Passage, score: float) -> Iterator[Judgement]:
    """ "Sold a ferry" / "sold ferries"."""
    if score < MIN_SEVERAL_SCORE or ours.shared(theirs) < MIN_SHARED:
        return
    for match in ours.found(_ONE):
        noun = match["noun"]
        plural = re.search(rf"\b{noun}s\b", theirs.text)
        if plural is None or re.search(rf"\b{noun}\b", theirs.text) or re.search(rf"\b{noun}s\b", ours.text):
            continue
        if _NUMBERED.search(theirs.text[: plural.start()]):
            continue
        if not _same_act(ours, match.start(), theirs, plural.start()):
            continue
        reason = f"One source has one {noun}, the other several."
        spans = ours.span(match), theirs.span(plural)
        yield drift("several", reason, 0.5, spans, (match[0].lower(), plural[0].lower()))
        return


def _share(ours: Passage, theirs: Passage, score: float) -> Iterator[Judgement]:
    """ "Some members objected" / "most members objected"."""
    if score < MIN_SHARE_SCORE or ours.shared(theirs) < MIN_SHARED or not ours.acts() & theirs.acts():
        return
    for known, other in (("few", "many"), ("few", "all"), ("many", "all")):
        one, there = ours.first(_SHARE[known]), theirs.first(_SHARE[other])
        if one is None or there is None or root(one["noun"]) != root(there["noun"]):
            continue
        if not theirs.first(_SHARE[known]) and not ours.first(_SHARE[other]):
            reason = f"One source has “{one[0]}”, the other “{there[0]}”."
            spans = ours.span(one), theirs.span(there)
            yield drift("share", reason, 0.55, spans, (one[0].lower(), there[0].lower()))
            return


def _same_act(ours: Passage, at: int, theirs: Passage, there: int) -> bool:
    """Whether one verb leads to both."""
    sides = [WORD.findall(side.text[:end])[-MAX_ACT:] for side, end in ((ours, at), (theirs, there))]
    acts = [{root(word) for word in side} for side in sides]
    return bool(acts[0] & acts[1] & ours.acts() & theirs.acts())


_RULES: tuple[Rule, ...] = (
    _exclusive,
    _part,
    _modified,
    _manner,
    _several,
    _share,
)
