"""The title that two passages give one person in, contradictions and drifts of title out.

Reads the titles of one named person (or of one unnamed office holder): office, modifiers, organisation.

Ladder: same; wider term (a district judge is a federal judge); former only ("former" on one side);
other organisation; other level (a federal and a state minister); other field (a vice president for two
things); other modifier (acting, interim, deputy, vice, assistant, associate, -elect,
nominee on one side only); other office (two offices that one person does not hold at once);
other relation (a man's deputy and his predecessor, a wife and a daughter).

Contradicts: "former acting commissioner Dana Ruiz" and "former commissioner Dana Ruiz".
Does not: "district judge Ana Holt" and "federal judge Ana Holt".

It cannot see that a person was promoted between two publications less than a month apart, nor that
"Commissioner Ruiz" leaves out "acting" on purpose: after a surname alone the short title stays silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from factcheck.compare.names import same_name
from factcheck.compare.word_lists import rows_of, table_of, words_of
from factcheck.records import (
    Alignment,
    AnyFact,
    Claim,
    Judgement,
    Kind,
    Matter,
    Name,
    NameKind,
    Relation,
    Span,
    Title,
)

name = "roles"
kind = Kind.TITLE
matters = frozenset({Matter.CLAIM, Matter.PERSON})
ladder = (
    "same",
    "wider term",
    "former only",
    "other organisation",
    "other level",
    "other field",
    "other modifier",
    "other office",
    "other relation",
)

_MAX_DAYS_IN_ONE_OFFICE = 30  # publications further apart may both be right about a change of office
_PASSING = frozenset({"acting", "elect"})  # classes that a later promotion or an oath ends
_EXCUSED = frozenset({"then", "retired", "late", "first", "outgoing", "incoming", "emeritus"})
_HEADS = frozenset({"head", "leader", "chief", "boss"})
_PAST = frozenset(
    {
        "left",
        "post",
        "quit",
        "resigned",
        "stepped",
        "was",
        "were",
        "been",
        "served",
        "serving",
        "became",
        "led",
        "appointed",
        "elected",
        "formerly",
        "nominated",
        "once",
        "previously",
        "worked",
        "when",
    }
)
_WORDS_BEFORE = 4
_BESIDE = 10  # characters: "Lund, 46, the former guard"
_OFTEN_SHORT = {  # offices that are said in short without their rank
    "judge": frozenset({"assistant", "associate", "deputy"}),
    "justice": frozenset({"associate"}),
    "lecturer": frozenset({"assistant", "associate"}),
    "professor": frozenset({"assistant", "associate"}),
    "prosecutor": frozenset({"assistant", "associate", "deputy"}),
}
_UNDER_ANOTHER = frozenset({"assistant", "deputy"})
_CHOSEN = frozenset({"appointed", "named", "nominated", "proposed", "tipped"})
_WORDS_BEFORE_OFFICE = 7  # "nominated by the president for the position of"
_NO_PORTFOLIO = frozenset({"general", "parliamentary", "permanent", "press", "private"})
_CERTAIN_GROUPS = frozenset({"board", "executives", "posts", "ranks", "team"})
_RARELY_BOTH = frozenset({"public", "court"})
_LEVELS = {
    "federal": "nation",
    "national": "nation",
    "state": "region",
    "provincial": "region",
    "regional": "region",
    "county": "county",
    "city": "town",
    "municipal": "town",
}
_APPOSED = re.compile(r"\w, (?:a|an|the) [\w-]{1,20}['’]s $")
_GOVERNING = frozenset({"minister", "secretary", "treasurer", "general", "commissioner"})
_FIELD = re.compile(r"\s(?:for|of|in charge of|responsible for)\s((?:[\w’'&-]+ ?){1,5})")
_POSSESSORS = frozenset({"his", "her", "their", "its"})
_MAX_ALIKE = 3  # first letters that two fields of work share where the one is short for the other
_SHORT_TITLE_CONFIDENCE = 0.75


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """A judgement for each pair of titles that cannot both be right, or of which one says less."""
    judged = tuple(
        judgement
        for pair in alignment.pairs
        if isinstance(pair.left.value, Title) and isinstance(pair.right.value, Title)
        if (judgement := _judged(alignment, pair.left, pair.right)) is not None
    )
    return judged + _relatives(alignment)


def _judged(alignment: Alignment, left: AnyFact, right: AnyFact) -> Judgement | None:
    one, other = left.value, right.value
    if not isinstance(one, Title) or not isinstance(other, Title):
        return None
    if not _one_holder(alignment, one, other):
        return None
    if (one.office, one.modifiers) == (other.office, other.modifiers):
        found_apart = _same_words(alignment, left, one, right, other)
        if found_apart is not None or replace(one, name=other.name) == other:
            return found_apart
    if _also_said(alignment.left, other) or _also_said(alignment.right, one):
        return None
    found = _compared(alignment, left, one, right, other)
    if found is None:
        return None
    relation, level, confidence, why = found
    reason = _reason(one, other, why)
    if not one.name or not other.name:
        confidence = min(confidence, 0.7)
    values = [_value(title, level) for title in (one, other)]
    return Judgement(relation, level, reason, confidence, left.span, right.span, *values)


def _same_words(
    alignment: Alignment, left: AnyFact, one: Title, right: AnyFact, other: Title
) -> Judgement | None:
    """One title in both passages, of two levels or for two fields of work; each is a named person's."""
    found = _other_level(left, right) or _other_field(alignment, left, right) if one.name else None
    if found is None:
        return None
    relation, level, confidence, why = found
    spans = _with_field(alignment.left, left), _with_field(alignment.right, right)
    values = [_text(alignment.left, spans[0]), _text(alignment.right, spans[1])]
    reason = f"One passage calls {one.name} “{values[0]}”, the other “{values[1]}”: {why}."
    return Judgement(relation, level, reason, confidence, *spans, values[0], values[1])


def _with_field(claim: Claim, fact: AnyFact) -> Span:
    """A title with what it is said to be for."""
    found = _said_for(claim, fact)
    if found is None:
        return fact.span
    return Span(fact.span.start, claim.sentence.start + len(claim.sentence_text[: found.end()].rstrip()))


def _text(claim: Claim, span: Span) -> str:
    return claim.sentence_text[span.start - claim.sentence.start : span.end - claim.sentence.start]


_Found = tuple[Relation, str, float, str]


def _compared(alignment: Alignment, left: AnyFact, one: Title, right: AnyFact, other: Title) -> _Found | None:
    if one.office == other.office:
        return (
            _modifiers_differ(alignment, left, one, right, other)
            or _former_only(alignment, left, one, right, other)
            or _other_organisation(alignment, one, other)
        )
    if _wider(one.office, other.office):
        head = {one.office, other.office} & _HEADS
        acting = ("acting" in _classes(one)) != ("acting" in _classes(other))
        if (head and acting) or _heads_and_helps(one, other) or _heads_and_helps(other, one):
            return _modifiers_differ(alignment, left, one, right, other)
        return _former_only(alignment, left, one, right, other)
    return _other_office(alignment, left, one, right, other)


def _heads_and_helps(one: Title, other: Title) -> bool:
    """A head coach and an assistant coach."""
    named = one.office in (f"head {other.office}", f"chief {other.office}")
    return named and bool(_classes(other) & _UNDER_ANOTHER)


# ---------------------------------------------------------------------------- one person


def _one_holder(alignment: Alignment, one: Title, other: Title) -> bool:
    """Whether both titles are one person's, or both an unnamed holder's of one office."""
    if one.name and other.name:
        return same_name(one.name, other.name)
    if one.name or other.name or one.office != other.office:
        return False
    if not _one_body(one.organisation, other.organisation):
        return False
    both_former = "former" in one.modifiers and "former" in other.modifiers
    return both_former if alignment.within_one_article else alignment.matter is Matter.CLAIM


def _one_body(one: str, other: str) -> bool:
    """Whether two organisations may be one; a common noun ("agency") fits any."""
    return not one or not other or one.islower() or other.islower() or same_name(one, other)


def _also_said(claim: Claim, title: Title) -> bool:
    """Whether the claim gives the same person this very title, too."""
    return any(
        isinstance(fact.value, Title)
        and (fact.value.office, _classes(fact.value), "former" in fact.value.modifiers)
        == (title.office, _classes(title), "former" in title.modifiers)
        and bool(fact.value.name) == bool(title.name)
        and (not title.name or same_name(fact.value.name, title.name))
        and _one_body(fact.value.organisation, title.organisation)
        for fact in claim.facts
    )


# ---------------------------------------------------------------------------- modifiers


def _classes(title: Title) -> frozenset[str]:
    """The modifiers that change the office, near-synonyms (acting, interim) as one."""
    classes = table_of("role_modifiers.csv")
    return frozenset(classes[word] for word in title.modifiers if word in classes)


def _modifiers_differ(
    alignment: Alignment, left: AnyFact, one: Title, right: AnyFact, other: Title
) -> _Found | None:
    differing = _classes(one) ^ _classes(other)
    plain = not (_classes(one) and _classes(other))
    if not differing or (plain and differing <= _OFTEN_SHORT.get(one.office, frozenset())):
        return None
    former = "former" in one.modifiers or "former" in other.modifiers
    if differing <= _PASSING and not former and _days_apart(alignment) > _MAX_DAYS_IN_ONE_OFFICE:
        return None
    undated = not (alignment.left_published.known and alignment.right_published.known)
    if "elect" in differing and (undated or _days_apart(alignment) > 0):
        return None
    short = _short(alignment.left, left, one) or _short(alignment.right, right, other)
    if short and differing <= _PASSING:
        return None
    if _bare(alignment.left, left, one) or _bare(alignment.right, right, other):
        return None
    words = [
        w for w in (*one.modifiers, *other.modifiers) if table_of("role_modifiers.csv").get(w) in differing
    ]
    quoted = " and ".join(f"“{word}”" for word in sorted(set(words)))
    confidence = _SHORT_TITLE_CONFIDENCE if short else 0.9
    if undated and differing <= _PASSING:
        return Relation.DRIFT, "other modifier", 0.6, f"{quoted} stands on one side only"
    return Relation.CONTRADICTION, "other modifier", confidence, f"{quoted} stands on one side only"


def _former_only(
    alignment: Alignment, left: AnyFact, one: Title, right: AnyFact, other: Title
) -> _Found | None:
    """ "Former" on one side only, with nothing that explains it."""
    if ("former" in one.modifiers) == ("former" in other.modifiers):
        return None
    if set(one.modifiers) & _EXCUSED or set(other.modifiers) & _EXCUSED:
        return None
    if _days_apart(alignment) > _MAX_DAYS_IN_ONE_OFFICE:
        return None
    for claim, fact, title in ((alignment.left, left, one), (alignment.right, right, other)):
        if "former" not in title.modifiers and (
            _short(claim, fact, title) or _bare(claim, fact, title) or _in_the_past(claim, fact)
        ):
            return None
    return Relation.DRIFT, "former only", 0.75, "“former” stands on one side only"


def _days_apart(alignment: Alignment) -> int:
    """Whole days between the two publications; 0 where one is unknown or they may overlap."""
    left, right = alignment.left_published, alignment.right_published
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return 0
    gap = max(left.earliest - right.latest, right.earliest - left.latest)
    return 0 if gap < timedelta(0) else gap.days + 1


def _before(claim: Claim, fact: AnyFact) -> list[str]:
    return claim.sentence_text[: max(0, fact.span.start - claim.sentence.start)].lower().split()


def _in_the_past(claim: Claim, fact: AnyFact) -> bool:
    """He was mayor; Ruiz, who served as commissioner: the tense says what "former" would."""
    return bool(_PAST & set(_before(claim, fact)[-_WORDS_BEFORE:]))


def _holder_fact(claim: Claim, fact: AnyFact) -> AnyFact | None:
    """The name that follows the title at once: "Commissioner Ruiz"."""
    return next((n for n in claim.facts if n.kind is Kind.NAME and n.span.start == fact.span.end + 1), None)


def _short(claim: Claim, fact: AnyFact, title: Title) -> bool:
    """Commissioner Ruiz: a title before a surname, as a form of address."""
    holder = _holder_fact(claim, fact)
    return holder is not None and " " not in holder.text and not title.modifiers and not title.organisation


def _bare(claim: Claim, fact: AnyFact, title: Title) -> bool:
    """The commissioner: a back-reference that need not repeat any modifier."""
    before = _before(claim, fact)
    definite = bool(before) and before[-1].strip("“\"'‘(") in ("the", "this")
    after = claim.sentence_text[max(0, fact.span.end - claim.sentence.start) :]
    apposed = after.startswith(",") or (len(before) > 1 and before[-2].endswith(","))
    return definite and not title.modifiers and _holder_fact(claim, fact) is None and not apposed


# ---------------------------------------------------------------------------- offices


def _wider(one: str, other: str) -> bool:
    """Whether one office is a wider word for the other."""
    rows = rows_of("role_wider.csv")
    return (one, other) in rows or (other, one) in rows or one in other.split() or other in one.split()


def _groups(office: str) -> frozenset[str]:
    groups = {group for one, group in rows_of("role_exclusive.csv") if one == office}
    first, _, last = office.rpartition(" ")
    governs = last == "minister" or (last == "secretary" and first not in _NO_PORTFOLIO)
    return frozenset(groups | {"public"} if first and governs else groups)


def _other_office(
    alignment: Alignment, left: AnyFact, one: Title, right: AnyFact, other: Title
) -> _Found | None:
    """Two offices of one slot: chief executive and chief financial officer, mayor and treasurer."""
    groups = _groups(one.office) & _groups(other.office)
    if not groups or not one.name or not other.name or not _one_body(one.organisation, other.organisation):
        return None
    if ("former" in one.modifiers) != ("former" in other.modifiers):
        return None
    if _shared_office(alignment, one.name) or _days_apart(alignment) > _MAX_DAYS_IN_ONE_OFFICE:
        return None
    sides = ((alignment.left, left), (alignment.right, right))
    chosen = all(_chosen(claim, fact) for claim, fact in sides)
    if not chosen and not all(_beside_name(claim, fact) for claim, fact in sides):
        return None
    if groups & _CERTAIN_GROUPS:
        return Relation.CONTRADICTION, "other office", 0.8, "these are two offices"
    if alignment.matter is not Matter.CLAIM and not chosen:
        return None
    near = (
        one.office.partition(" ")[0] == other.office.partition(" ")[0]
    )  # special counsel, special prosecutor
    past = not chosen and _told_of_the_past(alignment, left, right)
    if groups & _RARELY_BOTH and not near and not past:
        return Relation.CONTRADICTION, "other office", 0.75, "these are two offices"
    return Relation.DRIFT, "other office", 0.6, "these are two offices"


def _chosen(claim: Claim, fact: AnyFact) -> bool:
    """Was nominated for secretary of state: the choice is one event, of one office."""
    return bool(_CHOSEN & set(_before(claim, fact)[-_WORDS_BEFORE_OFFICE:]))


def _told_of_the_past(alignment: Alignment, left: AnyFact, right: AnyFact) -> bool:
    return _in_the_past(alignment.left, left) or _in_the_past(alignment.right, right)


def _shared_office(alignment: Alignment, person: str) -> bool:
    """Whether both claims also agree on an office of this person."""
    left, right = ({t.office for t in _titles(claim, person)} for claim in (alignment.left, alignment.right))
    return any(one == other or _wider(one, other) for one in left for other in right)


def _titles(claim: Claim, person: str) -> Iterator[Title]:
    for fact in claim.facts:
        if isinstance(fact.value, Title) and fact.value.name and same_name(fact.value.name, person):
            yield fact.value


def _beside_name(claim: Claim, fact: AnyFact) -> bool:
    """Whether the person's name stands right beside the title, not merely in a back-reference."""
    reach = range(-_BESIDE, _BESIDE + 1)
    if _APPOSED.search(claim.sentence_text[: max(0, fact.span.start - claim.sentence.start)]):
        return True
    return any(
        (n.span.start - fact.span.end) in reach or (fact.span.start - n.span.end) in reach
        for n in claim.facts
        if n.kind is Kind.NAME
    )


def _other_organisation(alignment: Alignment, one: Title, other: Title) -> _Found | None:
    """One office at two organisations, in passages on one event."""
    if (
        alignment.matter is not Matter.CLAIM
        or not one.name
        or _one_body(one.organisation, other.organisation)
    ):
        return None
    bodies = (_is_body(alignment.left, one.organisation), _is_body(alignment.right, other.organisation))
    if not all(bodies) or _shared_words(one.organisation, other.organisation):
        return None
    return Relation.DRIFT, "other organisation", 0.65, "the organisations differ"


def _is_body(claim: Claim, organisation: str) -> bool:
    """Whether the claim names this organisation in full; an unexplained acronym may be any."""
    return not organisation.replace(".", "").isupper() and any(
        isinstance(fact.value, Name)
        and fact.value.kind is NameKind.ORGANISATION
        and fact.value.full == organisation
        for fact in claim.facts
    )


def _shared_words(one: str, other: str) -> bool:
    left, right = set(one.lower().split()), set(other.lower().split())
    return left <= right or right <= left


# ---------------------------------------------------------------------------- fields and levels


def _other_level(left: AnyFact, right: AnyFact) -> _Found | None:
    """A federal and a state minister."""
    levels = [_levels(fact) for fact in (left, right)]
    if not all(levels) or levels[0] & levels[1]:
        return None
    return Relation.CONTRADICTION, "other level", 0.75, "these are offices of two levels"


def _levels(fact: AnyFact) -> frozenset[str]:
    """The levels a title names; "Victorian" and "Bavarian" are of a region where the office governs."""
    said = fact.text.lower().split()
    governing = said[-1] in _GOVERNING
    named = {"region" for word in said if governing and word in words_of("role_regions.txt")}
    return frozenset(named | {_LEVELS[word] for word in said if word in _LEVELS})


def _other_field(alignment: Alignment, left: AnyFact, right: AnyFact) -> _Found | None:
    """Vice president for hardware engineering, vice president for software engineering."""
    fields = _field(alignment.left, left), _field(alignment.right, right)
    if not all(fields) or fields[0][-1] != fields[1][-1] or len(fields[0]) != len(fields[1]):
        return None
    differing = [(a, b) for a, b in zip(*fields, strict=True) if a != b]
    if len(differing) != 1 or differing[0][0][:_MAX_ALIKE] == differing[0][1][:_MAX_ALIKE]:
        return None
    return Relation.CONTRADICTION, "other field", 0.75, "the fields differ"


def _said_for(claim: Claim, fact: AnyFact) -> re.Match[str] | None:
    """What a title is said to be for, right behind it or within it."""
    start, end = (place - claim.sentence.start for place in (fact.span.start, fact.span.end))
    found = _FIELD.search(claim.sentence_text, start) if start >= 0 else None
    return found if found is not None and found.start() <= end else None


def _field(claim: Claim, fact: AnyFact) -> tuple[str, ...]:
    """The two words at least that say what a title is for, up to the next mark."""
    found = _said_for(claim, fact)
    words = tuple(found[1].lower().split()) if found else ()
    return words if len(words) > 1 else ()


# ---------------------------------------------------------------------------- relations


def _relatives(alignment: Alignment) -> tuple[Judgement, ...]:
    """One person who is two things to another: his deputy, his predecessor; her wife, her daughter."""
    if alignment.matter is not Matter.CLAIM:
        return ()
    ours, theirs = tuple(_related(alignment.left)), tuple(_related(alignment.right))
    return tuple(
        _relative_judgement(a, one, b, other)
        for a, one in ours
        for b, other in theirs
        if one.partition(" ")[0] == other.partition(" ")[0] and one != other
        if _one_person(a, b)
    )


def _one_person(one: AnyFact, other: AnyFact) -> bool:
    left, right = one.value, other.value
    return isinstance(left, Name) and isinstance(right, Name) and same_name(left.full, right.full)


def _related(claim: Claim) -> Iterator[tuple[AnyFact, str]]:
    """Each name right behind "his deputy" or "Lund's wife", with the class of the relation."""
    classes = table_of("role_relations.csv")
    for fact in claim.facts:
        if fact.kind is not Kind.NAME:
            continue
        before = [word.strip(",") for word in _before(claim, fact)[-2:]]
        if len(before) < 2 or before[1] not in classes:
            continue
        if before[0] in _POSSESSORS or before[0].endswith(("'s", "’s", "s'", "s’")):
            yield fact, classes[before[1]]


def _relative_judgement(left: AnyFact, one: str, right: AnyFact, other: str) -> Judgement:
    said = [relation.partition(" ")[2] for relation in (one, other)]
    reason = f"{left.text} is called somebody's {said[0]} in one passage, {said[1]} in the other."
    spans = left.span, right.span
    return Judgement(Relation.CONTRADICTION, "other relation", reason, 0.8, *spans, said[0], said[1])


# ---------------------------------------------------------------------------- words for the reader


def _value(title: Title, level: str) -> str:
    return f"{title.label} ({title.organisation})" if level == "other organisation" else title.label


def _in_words(title: Title) -> str:
    """The title as it is said: "former" first, then the rest."""
    after = [word for word in title.modifiers if word in ("elect", "designate", "nominee")]
    first = [word for word in title.modifiers if word in ("former", "then", "late", "retired")]
    rest = [word for word in title.modifiers if word not in after and word not in first]
    return " ".join([*first, *rest, title.office, *after])


def _reason(one: Title, other: Title, why: str) -> str:
    who = one.name or other.name or f"an unnamed {one.office}"
    said = [_in_words(one), _in_words(other)]
    if said[0] == said[1]:
        said = [f"{_in_words(title)} of {title.organisation}" for title in (one, other)]
    article = ["an" if words[:1] in "aeiou" else "a" for words in said]
    return f"One passage calls {who} {article[0]} {said[0]}, the other {article[1]} {said[1]}: {why}."
