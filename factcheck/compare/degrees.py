"""How firmly it is put: telling words of which one sentence has the weaker and another the firmer kind.

Reads two sentences on one topic, from two articles or from one (a headline and the body). Each rung has its
words, and asks for the same verb or enough of the same content around them.

The ladder: ``considered`` (considering to do it / doing it), ``questioned`` (being looked into / revealed),
``not proven`` (did not establish / found no evidence), ``accused`` (accused of / revealed), ``demanded``
(asked him to leave / demanded that he leave), ``refused`` (has not yet answered / refused to answer),
``size`` (a slight rise / a sharp rise), ``hoped`` (hopes to build / will build), ``suggested`` (suggested
that it leaked / charged that it leaked), ``admitted`` (claimed / admitted).

Drifts: Members urged the mayor to consider cancelling the fair. / Members urged the mayor to cancel the fair.
Does not: The board is considering closing the pool. / The board may close the pool.

It cannot see that both statements were made, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.compare.passages import Passage, Rule, drift, either_way, root, roots, stems
from factcheck.compare.speakers import Source, compatible, source_of
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "degrees"
kind = Kind.HEDGE
matters = frozenset({Matter.TOPIC})
ladder = (
    "considered",
    "questioned",
    "not proven",
    "accused",
    "demanded",
    "refused",
    "size",
    "hoped",
    "suggested",
    "admitted",
)

MIN_SHARED = 3
MIN_SHARED_ACCUSED = 4
MIN_ASKED_SCORE = 0.5
MIN_DEMANDED_SCORE = 0.6
REACH = 40  # characters behind a verb in which its object stands

_CONSIDER = re.compile(
    r"\b(?:consider|mull|weigh|contemplat|explor|discuss)(?:e|s|es|ed|ing)?\s+(?:\w+ly\s+)?(?P<verb>[a-z]+ing)\b"
    r"|\bthink(?:s|ing)? about (?P<also>[a-z]+ing)\b",
    re.IGNORECASE,
)
_FIRM = r"\b(?:to|will|should|must|would|shall)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b"
_FIRMLY = re.compile(_FIRM, re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:not|never|refus\w+|declin\w+|fail\w*|may|might|could|no plans?|cho\w+|decid\w+|if|whether)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:investigat|examin|inquir|prob|look|review)\w*\b[^.;]{0,40}\bwhether\b(?P<said>[^.;]*)",
    re.IGNORECASE,
)
_REVEALED = re.compile(
    r"\b(?:reveal\w*|found|show(?:ed|n|s)?|emerged|admitted|acknowledged|concluded|determined|confirmed|learned)"
    r" that\b(?P<said>[^.;]*)",
    re.IGNORECASE,
)
_NO_EVIDENCE = re.compile(r"\bno (?:evidence|signs?|indications?)\b", re.IGNORECASE)
_NOT_PROVEN = re.compile(
    r"\b(?:did|does|could|has|have|had|do|was|were) ?(?:not|n['’]t) (?:been )?(?:able to )?"
    r"(?:establish|prove|conclude|determine)(?:d|n|ed)?\b",
    re.IGNORECASE,
)
_ACCUSED = re.compile(
    r"\b(?:accus(?:ed|es|ing|ation)|alleg(?:ed|edly|es|ing|ation)|suspected)\w*\b", re.IGNORECASE
)
_SHOWN = re.compile(
    r"\b(?:reveal(?:ed|s)?|prov(?:ed|es|en)|confirm(?:ed|s)?|establish(?:ed|es))\b", re.IGNORECASE
)
_BOUND = re.compile(r"\b(?:if|unless|until|whether|provided)\b", re.IGNORECASE)
_WILL = re.compile(r"\bwill (?:\w+ly )?(?P<verb>[a-z]{4,})\b", re.IGNORECASE)

_ASK = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|request(?:ed|s|ing)?|invit(?:ed|es|ing)|encourag(?:ed|es|ing)|suggest(?:ed|s|ing)?"
    r"|recommend(?:ed|s|ing)?|propos(?:ed|es|ing))\b(?P<what>[^.;,”\"]{3,80})",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\b(?:demand(?:ed|s|ing)?|order(?:ed|s|ing)|command(?:ed|s|ing)?|insist(?:ed|s|ing)?|forc(?:ed|es|ing)"
    r"|instruct(?:ed|s|ing)?)\b(?P<what>[^.;,”\"]{3,80})",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"\b(?:refus(?:ed|es|ing)?|declin(?:ed|es|ing)?) to (?P<verb>[a-z]{4,})\b", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:(?:did|does|do)(?: not|n['’]t)"
    r"|(?:has|have|had) (?:not yet|yet to)|(?:has|have|had)(?: not|n['’]t) yet|yet to)\s+"
    r"(?P<verb>[a-z]{4,})\b",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|tr(?:y|ies|ied|ying)"
    r"|attempt(?:s|ed|ing)?|looking) to (?P<verb>[a-z]{4,})\b",
    re.IGNORECASE,
)
_SUGGESTED = re.compile(
    r"\b(?:suggest(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|hint(?:s|ed|ing)?)\b", re.IGNORECASE
)
_CHARGED = re.compile(
    r"\b(?:accus(?:es|ed|ing)|alleg(?:es|ed|ing)|charged that|blam(?:es|ed|ing))\b", re.IGNORECASE
)
_ADMITTED = re.compile(
    r"\b(?:admit(?:s|ted)|acknowledg(?:es|ed)|conced(?:es|ed)|confess(?:es|ed))\b", re.IGNORECASE
)
_CLAIMED = re.compile(r"\b(?:claim(?:s|ed)|insist(?:s|ed)|den(?:ies|ied)|disput(?:es|ed))\b", re.IGNORECASE)
_SMALL = r"slight|small|minor|modest|limited|narrow|marginal|faint|mild|partial"
_LARGE = (
    r"huge|major|massive|sweeping|sharp|steep|overwhelming|vast|landslide|severe|dramatic|enormous|strong"
    r"|crushing|total|complete"
)
_SLIGHT = re.compile(rf"\b(?P<how>{_SMALL}) (?P<noun>[a-z]{{4,}})\b", re.IGNORECASE)
_GREAT = re.compile(rf"\b(?P<how>{_LARGE}) (?P<noun>[a-z]{{4,}})\b", re.IGNORECASE)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement for each rung, whichever side is the weaker."""
    return either_way(_RULES, alignment)


def _considered(weak: Passage, firm: Passage, _score: float) -> Iterator[Judgement]:
    """ "Urged him to consider cancelling" / "urged him to cancel"."""
    if firm.first(_CONSIDER) or weak.shared(firm) < MIN_SHARED:
        return
    for one in weak.found(_CONSIDER):
        verb = one["verb"] or one["also"]
        if _REFUSED.search(weak.text[max(one.start() - 40, 0) : one.start()]):
            continue
        for other in firm.found(_FIRMLY):
            before = firm.text[max(other.start() - 40, 0) : other.end()]
            if root(other["verb"]) == root(verb) and not _REFUSED.search(before):
                reason = f"One source has “{one[0]}”, the other “{other[0]}”."
                spans = weak.span(one), firm.span(other)
                yield drift("considered", reason, 0.65, spans, (one[0].lower(), other[0].lower()))
                return


def _questioned(weak: Passage, firm: Passage, _score: float) -> Iterator[Judgement]:
    """ "Is being investigated over whether he misled" / "it was revealed that he misled"."""
    one, other = weak.first(_WHETHER), firm.first(_REVEALED)
    if one is None or other is None or _BOUND.search(other["said"]) or firm.first(_WHETHER):
        return
    if len(stems(one["said"]) & stems(other["said"])) >= MIN_SHARED - 1 and weak.shared(firm) >= MIN_SHARED:
        reason = "What one source says is being looked into, the other gives as found."
        yield drift("questioned", reason, 0.6, (weak.span(one), firm.span(other)), ("whether", "revealed"))


def _not_proven(weak: Passage, firm: Passage, _score: float) -> Iterator[Judgement]:
    """ "Did not establish that" / "found no evidence that"."""
    one, other = weak.first(_NOT_PROVEN), firm.first(_NO_EVIDENCE)
    if one and other and not firm.first(_NOT_PROVEN) and weak.shared(firm) >= MIN_SHARED - 1:
        reason = "That something was not established does not say that there is no evidence of it."
        values = one[0].lower(), other[0].lower()
        yield drift("not proven", reason, 0.65, (weak.span(one), firm.span(other)), values)


def _accused(weak: Passage, firm: Passage, _score: float) -> Iterator[Judgement]:
    """ "The charges accuse him of hacking" / "the charges revealed that he hacked"."""
    one, other = weak.first(_ACCUSED), firm.first(_SHOWN)
    if (
        one is None
        or other is None
        or firm.first(_ACCUSED)
        or _REFUSED.search(firm.text[: other.start()][-20:])
    ):
        return
    told = stems(weak.text[one.end() :]) & stems(firm.text[other.end() :])
    if len(told) >= MIN_SHARED_ACCUSED - 1 and weak.shared(firm) >= MIN_SHARED_ACCUSED:
        reason = "What one source gives as an accusation, the other gives as revealed."
        values = one[0].lower(), other[0].lower()
        yield drift("accused", reason, 0.55, (weak.span(one), firm.span(other)), values)


def _demanded(weak: Passage, firm: Passage, score: float) -> Iterator[Judgement]:
    """ "Asked the chief to resign" / "demanded that the chief resign"."""
    one, other = weak.first(_ASK), firm.first(_DEMAND)
    if one is None or other is None or weak.first(_DEMAND) or firm.first(_ASK) or score < MIN_DEMANDED_SCORE:
        return
    what = roots(one["what"]) & roots(other["what"]) & weak.acts() & firm.acts()
    led = {root(verb) for m in (one, other) for verb in re.findall(r"\bto ([a-z]+)", m["what"])}
    if what & led and weak.shared(firm) >= MIN_SHARED:
        reason = "What one source says was asked, the other says was demanded."
        values = one[0].split()[0].lower(), other[0].split()[0].lower()
        yield drift("demanded", reason, 0.55, (weak.span(one), firm.span(other)), values)


def _refused(weak: Passage, firm: Passage, score: float) -> Iterator[Judgement]:
    """ "Has not yet answered the letter" / "refused to answer the letter"."""
    for one in weak.found(_NOT_YET):
        for other in firm.found(_REFUSAL):
            same = root(one["verb"]) == root(other["verb"]) and score >= MIN_ASKED_SCORE
            if same and weak.shared(firm) >= MIN_SHARED and not firm.first(_NOT_YET):
                reason = "One source says that it has not been done yet, the other that it was refused."
                values = one[0].lower(), other[0].lower()
                yield drift("refused", reason, 0.6, (weak.span(one), firm.span(other)), values)
                return


def _size(weak: Passage, firm: Passage, score: float) -> Iterator[Judgement]:
    """ "A slight rise in rents" / "a sharp rise in rents"."""
    for one in weak.found(_SLIGHT):
        for other in firm.found(_GREAT):
            same = root(one["noun"]) == root(other["noun"]) and score >= MIN_ASKED_SCORE
            if same and weak.shared(firm) >= MIN_SHARED and one["how"].lower() not in firm.text.lower():
                reason = f"One source has “{one[0]}”, the other “{other[0]}”."
                values = one[0].lower(), other[0].lower()
                yield drift("size", reason, 0.6, (weak.span(one), firm.span(other)), values)
                return


def _hoped(weak: Passage, firm: Passage, score: float) -> Iterator[Judgement]:
    """ "Hopes to build a bridge" / "will build a bridge"."""
    for one in weak.found(_HOPED):
        for other in firm.found(_WILL):
            same = root(one["verb"]) == root(other["verb"]) and score >= MIN_ASKED_SCORE
            done = [stems(m.string[m.end() : m.end() + REACH]) for m in (one, other)]
            if same and done[0] & done[1] and not firm.first(_HOPED) and not firm.first(_BOUND):
                reason = f"One source has “{one[0]}”, the other “{other[0]}”."
                values = one[0].lower(), other[0].lower()
                yield drift("hoped", reason, 0.6, (weak.span(one), firm.span(other)), values)
                return


def _suggested(weak: Passage, firm: Passage, score: float) -> Iterator[Judgement]:
    """ "Suggested that the plant leaked" / "accused the plant of leaking"."""
    yield from _of_one_voice("suggested", _SUGGESTED, _CHARGED, weak, firm, score)


def _admitted(weak: Passage, firm: Passage, score: float) -> Iterator[Judgement]:
    """ "Claimed that he knew" / "admitted that he knew"."""
    yield from _of_one_voice("admitted", _CLAIMED, _ADMITTED, weak, firm, score)


def _of_one_voice(
    level: str, low: re.Pattern[str], high: re.Pattern[str], weak: Passage, firm: Passage, score: float
) -> Iterator[Judgement]:
    """One speaker's statement, which each sentence gives with words of one of the two kinds only."""
    one, other = weak.first(low), firm.first(high)
    if one is None or other is None or weak.first(high) or firm.first(low):
        return
    if score >= MIN_DEMANDED_SCORE and weak.shared(firm) >= MIN_SHARED_ACCUSED and _one_voice(weak, firm):
        reason = f"One source has “{one[0]}”, the other “{other[0]}”."
        values = one[0].lower(), other[0].lower()
        yield drift(level, reason, 0.55, (weak.span(one), firm.span(other)), values)


def _one_voice(weak: Passage, firm: Passage) -> bool:
    """Whether both are said to be the word of one named speaker."""
    said = [side.claim.attribution.speaker if side.claim.attribution else "" for side in (weak, firm)]
    return all(source_of(speaker) is Source.PERSON for speaker in said) and compatible(*said)


_RULES: tuple[Rule, ...] = (
    _considered,
    _questioned,
    _not_proven,
    _accused,
    _demanded,
    _refused,
    _size,
    _hoped,
    _suggested,
    _admitted,
)
