"""The title that two passages give one person in, contradictions and drifts of title out.

Reads the titles of one named person (or of one unnamed office holder): office, modifiers, organisation.

Ladder: same; wider term (a district judge is a federal judge); former only ("former" on one side);
other organisation; other modifier (acting, interim, deputy, vice, assistant, associate, -elect,
nominee on one side only); other office (two offices that one person does not hold at once).

Contradicts: "former acting commissioner Dana Ruiz" and "former commissioner Dana Ruiz".
Does not: "district judge Ana Holt" and "federal judge Ana Holt".

It cannot see that a person was promoted between two publications less than a month apart, nor that
"Commissioner Ruiz" leaves out "acting" on purpose: after a surname alone the short title stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from factcheck.compare.names import same_name
from factcheck.compare.word_lists import rows_of, table_of
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
    Title,
)

name = "roles"
kind = Kind.TITLE
matters = frozenset({Matter.CLAIM, Matter.PERSON})
ladder = ("same", "wider term", "former only", "other organisation", "other modifier", "other office")

_MAX_DAYS_IN_ONE_OFFICE = 30  # publications further apart may both be right about a change of office
_PASSING = frozenset({"acting", "elect"})  # classes that a later promotion or an oath ends
_EXCUSED = frozenset({"then", "retired", "late", "first", "outgoing", "incoming", "emeritus"})
_HEADS = frozenset({"head", "leader", "chief", "boss"})
_PAST = frozenset(
    {"was", "were", "been", "served", "serving", "became", "led", "appointed", "elected", "when"}
)
_WORDS_BEFORE = 4
_CERTAIN_GROUPS = frozenset({"executives", "ranks"})
_SHORT_TITLE_CONFIDENCE = 0.75


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """A judgement for each pair of titles that cannot both be right, or of which one says less."""
    return tuple(
        judgement
        for pair in alignment.pairs
        if isinstance(pair.left.value, Title) and isinstance(pair.right.value, Title)
        if (judgement := _judged(alignment, pair.left, pair.right)) is not None
    )


def _judged(alignment: Alignment, left: AnyFact, right: AnyFact) -> Judgement | None:
    one, other = left.value, right.value
    if not isinstance(one, Title) or not isinstance(other, Title):
        return None
    if replace(one, name=other.name) == other or not _one_holder(alignment, one, other):
        return None
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
        if head and acting:
            return _modifiers_differ(alignment, left, one, right, other)
        return _former_only(alignment, left, one, right, other)
    return _other_office(alignment, left, one, right, other)


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
    if not differing:
        return None
    former = "former" in one.modifiers or "former" in other.modifiers
    if differing <= _PASSING and not former and _days_apart(alignment) > _MAX_DAYS_IN_ONE_OFFICE:
        return None
    if "elect" in differing and _days_apart(alignment) > 0:
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
    return frozenset(group for one, group in rows_of("role_exclusive.csv") if one == office)


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
    if not (_beside_name(alignment.left, left) and _beside_name(alignment.right, right)):
        return None
    if groups & _CERTAIN_GROUPS:
        return Relation.CONTRADICTION, "other office", 0.8, "these are two offices"
    if alignment.matter is not Matter.CLAIM:
        return None
    return Relation.DRIFT, "other office", 0.6, "these are two offices"


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
    reach = range(-8, 9)
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
