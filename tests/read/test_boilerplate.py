"""Each line of an article is labelled as story or boilerplate, and every block lies in its text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.read.boilerplate import is_counter, read_text
from factcheck.records import BlockKind

STORY = (
    "The harbour board of Ostermoor voted on Tuesday to close the north quay for two years.\n"
    "Board chair Ilse Brandt said the piles under the quay had rusted through.\n"
)

ARTICLE = f"Ostermoor closes its north quay\n\n{STORY}"


def kinds(text: str) -> dict[str, BlockKind]:
    return {block.span.of(text): block.kind for block in read_text(text).blocks}


# each boilerplate line has a near miss that belongs to the story
LINES = [
    ("6 views0 comments", "Six views of the quay were sold for 40 crowns each."),
    ("1.2K shares", "1.2 million shares were sold on Friday."),
    ("16", "16 ships were turned away on Monday."),
    ("#Ostermoor #Harbour", "#OpenTheQuay was the slogan that the dockers chose."),
    ("Sign in to leave a comment", "Signing in took the dockers two hours on Monday."),
    ("Share this article", "Share prices of the harbour company fell by 4 percent."),
    ("Subscribe to our newsletter for more", "Subscribers to the ferry pass will be paid back in May."),
    ("Advertisement", "Advertisements for the new ferry went up on Monday."),
    ("We use cookies to improve your visit.", "Brandt handed out cookies to the dockers."),
    ("© 2025 Ostermoor Courier. All rights reserved.", "The board copyrighted its map of the quay in 2025."),
    (
        "This content is AI-generated based on source articles. Errors may occur.",
        "Brandt said the forged letter was generated with a chat program.",
    ),
    ("Source reference: https://courier.example/quay", "The source asked not to be named."),
    (
        "https://courier.example/quay/closing",
        "The plan is at https://courier.example/plan and runs to nine pages.",
    ),
    ("By Ada Quill and Tom Verne", "By Monday the quay had been fenced off."),
    ("by Ada Quill, Tom Verne, Lea FinkMay 6, 2025", "By May 6, 2025 the fence will be up, Brandt said."),
    ("Originally published on Courier on 5/6/2025", "The plan was published on 5/6/2025 by the board."),
    ("Updated May 7, 2025 at 10:15 am", "Updated plans show a longer fence than those of May 7, 2025."),
    ("Photo: Ada Quill / Courier", "The photo shows Brandt on the quay in April."),
    ("Read more: Ferry fares rise again", "Read more slowly, the plan also names the south quay."),
    ("***", "*Nobody* was hurt, Brandt said."),
    ("Loading comments...", "Loading of coal at the quay ended in March."),
    ("Log in", "Logs in the quay's foundation had rotted."),
    (
        "3 min read · June 3, 2025 | By Ada Quill",
        "Quill | Verne, the builders, began on June 3, 2025.",
    ),
    ("Bo Marsh contributed to this report.", "Marsh contributed to the report on the piles."),
    ("Home > News > Harbour", "Brandt said 4 > 3 is no argument."),
    ("Facebook Twitter WhatsApp", "Facebook and X took the video down on Monday."),
    ("Posted 3 hours ago", "The quay was fenced off 3 hours ago."),
    (
        "This summary was written with the help of AI and may be wrong.",
        "This summary of the divers’ report was read out on Tuesday.",
    ),
    ("Source: Harbour Wire", "Source: Brandt’s letter to the province, which the Courier has seen in full."),
    ("Tags: harbour, quay, ferry", "Tags on the piles show which are to be replaced."),
    ("Get the harbour news delivered to your inbox.", "The letter was delivered to Brandt on Monday."),
    ("5 min read", "It took 5 minutes to read the plan aloud."),
]


@pytest.mark.parametrize("line", [row[0] for row in LINES])
def test_a_line_of_the_site_is_boilerplate(line: str) -> None:
    text = ARTICLE + line + "\n" + STORY.replace("two years", "three years")
    found = [block for block in read_text(text).blocks if line in block.span.of(text)]
    assert [block.kind for block in found] == [BlockKind.BOILERPLATE]
    assert found[0].reason


@pytest.mark.parametrize("line", [row[1] for row in LINES])
def test_a_line_of_the_story_is_kept(line: str) -> None:
    text = ARTICLE + line + "\n" + STORY.replace("two years", "three years")
    assert [b.kind for b in read_text(text).blocks if b.span.of(text) == line] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("6 views0 comments", True),
        ("12,400 views • 3 replies", True),
        ("16", True),
        ("4 min read", True),
        ("1912", True),
        ("$16", False),
        ("16%", False),
        ("2–1", True),
        ("16 dead", False),
        ("Views", False),
    ],
)
def test_counters(line: str, counts: bool) -> None:
    assert is_counter(line) is counts


def test_the_teasers_of_other_stories_are_left_out() -> None:
    text = (
        ARTICLE
        + "Related Articles\n"
        + "Zoo in Kessel welcomes a pair of otters after a long winter of repairs.\n"
        + "Kessel tram line delayed again\n"
        + "Thoughts\nShare your thoughts on this article\n"
    )
    found = kinds(text)
    assert (
        found["Zoo in Kessel welcomes a pair of otters after a long winter of repairs."]
        is BlockKind.BOILERPLATE
    )
    assert found["Kessel tram line delayed again"] is BlockKind.BOILERPLATE
    assert found["Thoughts"] is BlockKind.BOILERPLATE


def test_the_story_goes_on_after_teasers_in_the_middle() -> None:
    more = (
        "The board of Ostermoor will meet again in June, and Brandt said that until then no ship of more "
        "than 200 tonnes may tie up at the quay."
    )
    text = ARTICLE + "Related Articles\nKessel tram line delayed again\n" + more + "\n" + STORY * 4
    assert kinds(text)[more] is BlockKind.PARAGRAPH


def test_thoughts_is_a_heading_where_no_comments_follow() -> None:
    text = ARTICLE + "Thoughts\n" + "The dockers' union called the closure a blow to the town.\n"
    assert kinds(text)["Thoughts"] is BlockKind.HEADING


def test_key_facts_lose_bullet_and_label() -> None:
    items = "  • Closure: The north quay closes for two years.\n  • Repairs cost 4 million crowns.\n"
    text = f"{ARTICLE}Key Facts\n\n{items}"
    reading = read_text(text)
    facts = [b.span.of(text) for b in reading.blocks if b.kind is BlockKind.KEY_FACT]
    assert facts == ["The north quay closes for two years.", "Repairs cost 4 million crowns."]


def test_a_time_is_no_label_of_a_key_fact() -> None:
    text = ARTICLE + "Key Facts\n- The quay closes at 6:30 p.m. on Friday.\n"
    assert kinds(text)["The quay closes at 6:30 p.m. on Friday."] is BlockKind.KEY_FACT


def test_the_answer_is_a_claim_and_the_question_is_not() -> None:
    text = ARTICLE + "Frequently Asked Questions\n\nWhen does the quay close?\n\nThe quay closes on Friday.\n"
    found = kinds(text)
    assert found["When does the quay close?"] is BlockKind.BOILERPLATE
    assert found["The quay closes on Friday."] is BlockKind.PARAGRAPH


def test_headings_lead_and_labels_do_not() -> None:
    text = ARTICLE + "What the divers found\n" + STORY + "Verticals\nharbourlife\n"
    found = kinds(text)
    assert found["What the divers found"] is BlockKind.HEADING
    assert found["Verticals"] is BlockKind.BOILERPLATE
    assert found["harbourlife"] is BlockKind.BOILERPLATE


def test_a_last_line_with_a_figure_is_no_label() -> None:
    found = kinds(ARTICLE + "Ships turned away: 16\nHarbour life\n")
    assert found["Ships turned away: 16"] is BlockKind.PARAGRAPH
    assert found["Harbour life"] is BlockKind.BOILERPLATE


def test_list_items_leave_their_bullets_out() -> None:
    text = ARTICLE + "- The fence costs 9,000 crowns.\n1. The ferry moves to the south quay.\n"
    found = kinds(text)
    assert found["The fence costs 9,000 crowns."] is BlockKind.LIST_ITEM
    assert found["The ferry moves to the south quay."] is BlockKind.LIST_ITEM


def test_a_dateline_is_cut_off_its_paragraph() -> None:
    text = "Quay closes\n\nOSTERMOOR, May 6 (Harbour Wire) — The board voted on Tuesday to close the quay.\n"
    found = kinds(text)
    assert found["OSTERMOOR, May 6 (Harbour Wire) —"] is BlockKind.BOILERPLATE
    assert found["The board voted on Tuesday to close the quay."] is BlockKind.PARAGRAPH


def test_the_headline_is_found_below_site_name_and_section() -> None:
    text = "Courier — News For The Coast\n\nBusiness\n\n" + ARTICLE
    reading = read_text(text)
    assert reading.headline is not None
    assert reading.headline.of(text) == "Ostermoor closes its north quay"
    assert reading.site == "Courier"


def test_a_name_above_its_sections_is_the_site() -> None:
    text = "The Kessel Post\nHome\nPolitics\n" + ARTICLE
    reading = read_text(text)
    assert reading.headline is not None
    assert (reading.headline.of(text), reading.site) == ("Ostermoor closes its north quay", "The Kessel Post")


@pytest.mark.parametrize(
    ("opening", "site"),
    [
        ("THE KESSEL HERALD\n\n", "The Kessel Herald"),
        ("The Kessel Herald\n\nNews | Money | Sport\n\n", "The Kessel Herald"),
        ("Kessel Brief — the news, shorter\n\n", "Kessel Brief"),
        ("Sport\n\n", ""),
    ],
)
def test_a_paper_above_its_headline_is_the_site(opening: str, site: str) -> None:
    text = opening + ARTICLE
    reading = read_text(text)
    assert reading.headline is not None
    assert (reading.headline.of(text), reading.site) == ("Ostermoor closes its north quay", site)


def test_a_short_headline_above_a_heading_is_no_site() -> None:
    text = "Quay closes\n\nWhat the board of Ostermoor decided\n\n" + STORY
    reading = read_text(text)
    assert reading.headline is not None
    assert (reading.headline.of(text), reading.site) == ("Quay closes", "")


def test_key_facts_without_bullets_end_at_a_blank_line() -> None:
    text = "Quay closes\n\nKey Takeaways:\nThe quay closes on Friday.\nIt opens in 2027.\n\n" + STORY
    facts = [b.span.of(text) for b in read_text(text).blocks if b.kind is BlockKind.KEY_FACT]
    assert facts == ["The quay closes on Friday.", "It opens in 2027."]


def test_a_headline_with_a_dash_is_no_site_name() -> None:
    text = "North quay — closed for two years\n\n" + STORY
    reading = read_text(text)
    assert reading.headline is not None
    assert reading.headline.of(text) == "North quay — closed for two years"
    assert reading.site == ""


def test_a_text_of_one_sentence_is_a_paragraph() -> None:
    text = "The north quay of Ostermoor closed on Friday.\n"
    assert [(b.span.of(text), b.kind) for b in read_text(text).blocks] == [
        (text.strip(), BlockKind.PARAGRAPH)
    ]


def test_one_line_without_a_full_stop_still_says_something() -> None:
    assert read_text("North quay of Ostermoor closes").blocks[0].kind is BlockKind.HEADLINE


def test_a_headline_that_is_repeated_counts_once() -> None:
    text = ARTICLE.replace("\n\n", "\n\nOstermoor closes its north quay\n\n", 1)
    blocks = read_text(text).blocks
    assert [b.kind for b in blocks[:2]] == [BlockKind.HEADLINE, BlockKind.BOILERPLATE]
    assert blocks[1].reason == "repeated headline"


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "The harbour board of Ostermoor voted on Tuesday to close the\n"
        "north quay for two years, because the piles under it had rusted\n"
        "through and divers had found holes in most of them.\n\n"
        "The ferry to Kessel will leave from the south quay until then.\n"
    )
    assert [b.span.start for b in read_text(text).blocks] == [0, text.index("The ferry")]


def test_short_paragraphs_are_not_joined() -> None:
    text = ARTICLE + "Nobody was hurt.\nThe ferry still runs.\n"
    assert kinds(text)["Nobody was hurt."] is BlockKind.PARAGRAPH


PIECES = st.sampled_from(
    [row for pair in LINES for row in pair]
    + [
        "Related Articles",
        "Key Facts",
        "FAQ",
        "Comments",
        "",
        "  ",
        "\u2028",
        "- item: Four words stand here",
        "**",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=25))
def test_blocks_lie_in_the_text_ordered_and_disjoint(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    blocks = read_text(text).blocks
    assert all(0 <= b.span.start < b.span.end <= len(text) for b in blocks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert all(b.span.of(text) == b.span.of(text).strip() for b in blocks)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=15))
def test_every_word_stands_in_a_block(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    inside = {i for b in read_text(text).blocks for i in range(b.span.start, b.span.end)}
    lost = [c for i, c in enumerate(text) if i not in inside and c.isalpha()]
    assert not lost


LARGE = {
    "short lines": "North quay\n" * 15_000,
    "brackets": "[" * 1_000_000,
    "one word": "quay" * 500_000,
    "questions": "FAQ\n" + "Why?\n" * 15_000,
    "wrapped": "the harbour board of Ostermoor voted on Tuesday to close\n" * 30_000,
    "headings": "Comments\nKey Facts\nRelated\n" * 5_000,
    "blanks": "quay" + " " * 1_000_000 + "closed",
}


@pytest.mark.parametrize("name", sorted(LARGE))
def test_a_large_text_is_read_in_linear_time(name: str) -> None:
    started = time.perf_counter()
    read_text(LARGE[name], flowing=name == "wrapped")
    assert time.perf_counter() - started < 10
