"""The page: nothing an article wrote becomes markup, nothing is fetched, everything is said."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import report_builders as build
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report import html_page
from factcheck.report.html_page import script_data

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</style><style>*{display:none}",
    "<!--",
    "{{ 7 * 7 }}{% raw %}",
    "=HYPERLINK(1)",
    "\ud800 lone",
    "nul\x00 bell\x07 esc\x1b]8;;",
    "\u202eעברית",
    "&lt;b&gt;",
]
RESOURCE_ATTRIBUTES = {
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "xlink:href",
    "style",
}
VOID = {"meta", "input", "link", "br", "img", "hr"}


class Elements(HTMLParser):
    """Every start tag with its attributes, the text outside scripts and styles, and whether tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"script", "style"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def page(report) -> str:
    return html_page.render(report)["report.html"].decode()


def with_payload(payload: str):
    """The payload at the end of every text but an address, which would no longer be one."""

    def change(text: str) -> str:
        return text if text.startswith("https://") else text + payload

    return build.with_every_text(build.report(build.ferry_story(), build.pier_story()), change)


def shape(report) -> list[tuple[str, list[str]]]:
    """Tags and the names of their attributes: what no text of an article may change.

    But for marks: which words of two sentences differ is a matter of their text.
    """
    tags = Elements(page(report)).tags
    return [(tag, sorted(attributes)) for tag, attributes in tags if tag != "mark"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_an_article_becomes_markup(payload):
    assert shape(with_payload("x")) == shape(with_payload(payload))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("start", ["", "https://harbour.example/"])
def test_an_address_is_a_whole_link_or_none(payload, start):
    def change(text: str) -> str:
        return start + payload if text.startswith("https://") else text

    html = page(build.with_every_text(build.full_report(), change))
    links = {
        attributes["href"] for tag, attributes in Elements(html).tags if tag == "a" and "rel" in attributes
    }
    assert links <= {start + payload}
    assert not links or start


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_is_still_shown(payload):
    shown = Elements(page(with_payload(payload))).text
    reason = build.ferry_story().findings[0].judgement.reason + payload
    expected = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "", reason)
    assert " ".join(expected.split()) in shown


@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_gives_a_page_without_controls(text):
    html = page(build.with_every_text(build.report(build.quiet_story()), lambda old: old + text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", html)


@pytest.mark.parametrize("report", [build.report(), build.full_report()])
def test_the_page_asks_the_network_for_nothing(report):
    for tag, attributes in Elements(page(report)).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video", "source"}
        assert not RESOURCE_ATTRIBUTES & set(attributes), (tag, attributes)
        href = attributes.get("href") or "#"
        assert href.startswith("#") or (tag == "a" and "noopener noreferrer" in attributes["rel"])
    style = html_page._text("page.css")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_names_the_style_and_the_script():
    html = page(build.full_report())
    policy = next(
        a["content"] for tag, a in Elements(html).tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for pattern in (r"<style>(.*?)</style>", r"<script>(.*?)</script>"):
        (code,) = re.findall(pattern, html, re.DOTALL)
        assert base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() in policy


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere():
    tags = Elements(page(build.report(build.ferry_story(), build.pier_story()))).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for _, a in tags if (a.get("href") or "").startswith("#")}
    assert targets <= set(ids)


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (build.report(build.quiet_story()), "No disagreement found among 2 articles in 1 story"),
        (
            build.report(build.quiet_story(), build.quiet_story()),
            "No disagreement found among 4 articles in 2 stories",
        ),
        (
            build.report(build.ferry_story()),
            "2 contradictions, 1 drift and 1 update on 4 matters among 4 articles in 1 story",
        ),
        (build.report(), "No article was read, so nothing was compared"),
    ],
)
def test_the_verdict_says_what_was_found(report, sentence):
    html = page(report)
    assert f"<h1>{sentence}</h1>" in html
    assert f"<title>{sentence}</title>" in html


def test_a_quiet_page_says_what_was_compared():
    words = Elements(page(build.report(build.quiet_story()))).text
    assert "Compared: 1 pair of passages on the same matter, 1 of them in agreement." in words
    assert 'class="card' not in page(build.report(build.quiet_story()))


def test_a_card_says_all_that_an_editor_needs():
    html = page(build.report(build.ferry_story()))
    words = Elements(html).text
    for part in [
        "The sharing began in late 2020 according to one, in November 2025 according to the other.",
        "By late 2020, the Ferry Agency had begun to share passenger lists with the Coast Office.",
        "Read as September to December 2020",
        "Read as November 2025",
        "It could be an update: The Tern published later.",
        "November 2025 Quay Courier, The Tern most outlets",
        "September to December 2020 Harbour Post alone against the others",
        "Confidence: 90%",
        "Why these passages were compared",
        "Both name “Ferry Agency”.",
        "FC-7QK2M9XW4BTD",
        "Probably the original: Quay Courier",
        "publication date unknown",
        "the article has no publication date",
    ]:
        assert part in words
    assert "<mark>By late 2020</mark>, the Ferry Agency" in html
    assert '<a href="https://harbour.example/lists" rel="noopener noreferrer">' in html


def test_one_card_a_dispute_holds_every_finding_once():
    tags = Elements(page(build.report(build.pier_story()))).tags
    classes = [(attributes.get("class") or "", attributes.get("id")) for _, attributes in tags]
    cards = [name for name, _ in classes if name.startswith("card ")]
    findings = [(name.split()[1], id) for name, id in classes if name.startswith("finding ")]
    assert len(cards) == 2
    assert findings == [("lead", "FC-P1"), ("other", "FC-P2"), ("other", "FC-P3"), ("lead", "FC-P4")]


def test_the_fold_repeats_no_reason_but_says_what_differs():
    words = Elements(page(build.report(build.pier_story()))).text
    assert "The same disagreement between other outlets (2)" in words
    assert words.count("One side says “34”, the other “43”: both cannot be right.") == 1
    assert words.count("The figure moved.") == 1
    assert "Apply to all 3 pairs" in words
    assert "Read as" not in words


def test_matters_are_counted_once():
    html = page(build.report(build.pier_story()))
    assert "<h1>2 contradictions among 4 articles in 1 story</h1>" in html
    assert "4 passages were compared in 4 pairs on the same matter; 1 pair agrees." in html
    assert '<option value="contradiction">Contradiction (2)</option>' in html
    assert '<option value="update">Update (1)</option>' in html


def test_the_table_says_who_is_silent_and_leads_to_the_card():
    html = page(build.report(build.ferry_story()))
    words = Elements(html).text
    assert "does not say" in words
    assert html.count('<a href="#FC-7QK2M9XW4BTD">See the passages</a>') == 2  # the table and the timeline


@pytest.mark.parametrize(("incomplete", "said"), [(True, True), (False, False)])
def test_an_incomplete_run_says_so_at_the_top(incomplete, said):
    skipped = replace(build.full_report().skipped[0], incomplete=incomplete)
    words = Elements(page(build.report(build.quiet_story(), skipped=(skipped,)))).text
    assert ("Incomplete: 1 file that should have been an article was not read." in words) is said
    assert words.count("ferry/broken.html") == 1 + said


@given(
    st.recursive(
        st.text(st.characters(codec=None)), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_script_data_holds_no_markup_and_reads_back(value):
    text = script_data(value)
    assert not set("<>&'") & set(text)
    text.encode()


def test_script_data_is_json():
    import json

    value = {"a": ["</script>", "<!--", "\u2028", "é", 1.5, None]}
    assert json.loads(script_data(value)) == value
