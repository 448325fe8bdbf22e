"""The page in a real Chromium: silent, offline, usable by keyboard and without JavaScript, accessible."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import report_builders as build
from playwright.sync_api import Browser, Page, sync_playwright

from factcheck.report import html_page

pytestmark = pytest.mark.browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FIRST, SECOND = "FC-7QK2M9XW4BTD", "FC-1AAAAAAAAAAA"
PAYLOAD = """<script>alert(1)</script>"'></title></style><img src=x onerror=alert(1)>\u202e\ud800\x00"""


def hostile_report():
    report = build.report(build.ferry_story(), build.pier_story(), skipped=build.full_report().skipped)
    return build.with_every_text(report, lambda text: text + PAYLOAD)


def long_names_report():
    """Outlets called after their files, as where an article names no outlet of its own."""

    def change(text: str) -> str:
        return f"{text}_3ce20a09fe502b4f9d07_eba695c1c9835b21" if text in names else text

    story = build.pier_story()
    names = {article.outlet for article in story.story.articles}
    return build.report(build.with_every_text(story, change))


REPORTS = {
    "full": build.full_report(),
    "quiet": build.report(build.quiet_story()),
    "empty": build.report(),
    "hostile": hostile_report(),
    "many": build.report(build.pier_story(), build.ferry_story()),
    "long": long_names_report(),
}


@pytest.fixture(scope="module")
def browser():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None and os.environ.get("FACTCHECK_BROWSER") == "required":
        pytest.fail(f"no browser found: {', '.join(BROWSERS)}")
    if path is None:
        pytest.skip(f"left out: no browser found ({', '.join(BROWSERS)})")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path):
    """Opens a report; no dialog, no message and no request but for the file itself may then have occurred."""
    contexts, trouble = [], []

    def start(name: str, *, fragment: str = "", **options) -> Page:
        path = tmp_path / f"{name}.html"
        path.write_bytes(html_page.render(REPORTS[name])["report.html"])
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("dialog", lambda dialog: trouble.append(f"dialog {dialog.message}"))
        page.on("console", lambda message: trouble.append(f"console {message.type} {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error {error}"))
        page.on("request", lambda sent: trouble.append(sent.url) if not is_the_file(sent.url, path) else None)
        page.goto(path.as_uri() + fragment)
        return page

    yield start
    for context in contexts:
        context.close()
    assert trouble == []


def is_the_file(url: str, path: Path) -> bool:
    return url.partition("#")[0] == path.as_uri() or url.startswith("blob:")


def shown(page: Page) -> list[str]:
    """The ids of the leads of the cards that are shown."""
    leads = page.locator(".lead").all()
    return [lead.get_attribute("id") or "" for lead in leads if lead.is_visible()]


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


@pytest.mark.parametrize("name", REPORTS)
def test_the_page_stays_silent(opened, name):
    page = opened(name)
    page.wait_for_load_state("load")
    assert page.locator("h1").is_visible()
    assert page.locator("html").get_attribute("class") == "js"


def test_the_watch_on_the_page_can_fail(browser, tmp_path):
    """The policy blocks an inline handler, and the blocking is heard: silence above means something."""
    html = html_page.render(REPORTS["quiet"])["report.html"].decode()
    path = tmp_path / "broken.html"
    path.write_text(html.replace("<h1>", '<img src="x" onerror="alert(1)"><h1>'), encoding="utf-8")
    page = browser.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(path.as_uri())
    page.close()
    assert any("Content Security Policy" in text for text in heard)


@pytest.mark.parametrize("name", ["full", "quiet", "empty", "many"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_no_serious_accessibility_violation(opened, name, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(name, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    if name in ("full", "many"):
        page.locator("[data-decide=dismiss]").first.click()
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    response = Axe().run(page).response
    assert len(response["passes"]) > 10
    found = response["violations"]
    grave = [
        (v["id"], [n["html"][:120] for n in v["nodes"]])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert grave == []


@pytest.mark.parametrize("width", [1280, 420, 320])
@pytest.mark.parametrize("name", ["full", "many", "long"])
def test_the_page_never_scrolls_sideways(opened, name, width):
    page = opened(name, viewport={"width": width, "height": 900})
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_filters_stand_on_one_line(opened):
    page = opened("many", viewport={"width": 1280, "height": 900})
    controls = page.locator("#filters select, #filters input, #filters button").all()
    bottoms = {round(box["y"] + box["height"]) for control in controls if (box := control.bounding_box())}
    assert len(controls) == 7
    assert max(bottoms) - min(bottoms) <= 2


def test_long_names_leave_the_table_in_view(opened):
    page = opened("long", viewport={"width": 1280, "height": 900})
    assert page.evaluate("(t => t.scrollWidth <= t.clientWidth)(document.querySelector('#matters .scroll'))")


def test_everything_is_readable_without_javascript(opened):
    page = opened("many", java_script_enabled=False)
    assert len(shown(page)) == 6
    for summary in page.locator(".card summary").all():
        summary.click()
    assert page.get_by_text("Both name “Ferry Agency”.").first.is_visible()
    assert page.locator("#FC-P2 blockquote").first.is_visible()
    assert page.locator("#FC-P3 .reason").is_visible()
    assert page.locator("#matters table").first.is_visible()
    assert page.locator("#timeline svg").first.is_visible()
    for control in ("#filters", ".decide", "#tray", "#help"):
        assert not page.locator(control).first.is_visible()


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("relation", "drift", ["FC-2BBBBBBBBBBB"]),
        ("kind", "title", [SECOND]),
        ("outlet", "Quay Courier", ["FC-2BBBBBBBBBBB"]),
        ("status", "open", [FIRST, SECOND, "FC-2BBBBBBBBBBB", "FC-3CCCCCCCCCCC"]),
        ("status", "confirm", []),
        ("q", "ILSE BRANDT", [SECOND]),
        ("q", "zeppelin", []),
    ],
)
def test_filters_keep_what_matches_and_their_state_in_the_address(opened, field, value, kept):
    page = opened("full")
    control = page.locator(f"#filters [name={field}]")
    control.fill(value) if field == "q" else control.select_option(value)
    assert shown(page) == kept
    assert page.locator("#none-shown").is_visible() is (not kept)
    page.reload()
    assert shown(page) == kept
    page.locator("#filters [type=reset]").click()
    page.wait_for_function("document.querySelectorAll('li[hidden]').length === 0")


@pytest.mark.parametrize(
    ("field", "value", "kept", "unfolded"),
    [
        ("outlet", "Bay Mirror", ["FC-P1"], False),
        ("outlet", "Dune Radio", ["FC-P1", "FC-P4"], False),
        ("outlet", "Coast Daily", ["FC-P1"], True),
        ("relation", "update", ["FC-P1", "FC-3CCCCCCCCCCC"], True),
        ("q", "figure moved", ["FC-P1"], True),
    ],
)
def test_a_card_is_kept_for_any_of_its_findings(opened, field, value, kept, unfolded):
    page = opened("many")
    control = page.locator(f"#filters [name={field}]")
    control.fill(value) if field == "q" else control.select_option(value)
    assert shown(page) == kept
    assert page.locator("#FC-P2").is_visible() is unfolded
    assert page.locator("#shown").inner_text() == f"{len(kept)} of 6 matters shown"


def test_the_address_of_a_folded_finding_opens_its_fold(opened):
    page = opened("many", fragment="#FC-P3")
    assert focused(page) == "FC-P3"
    assert page.locator("#FC-P3").is_visible()
    page.keyboard.press("c")
    assert page.locator("#FC-P3").get_attribute("data-status") == "confirm"
    assert page.locator("#FC-P1").get_attribute("data-status") == "open"
    page.keyboard.press("j")
    assert focused(page) == shown(page)[shown(page).index("FC-P1") + 1]


def test_a_decision_can_be_applied_to_the_whole_card(opened):
    page = opened("many")
    lead = page.locator("#FC-P1")
    assert not lead.locator("[data-apply]").is_visible()
    lead.locator("[data-decide=dismiss]").click()
    lead.locator("[name=reason]").select_option("both are right")
    assert [page.locator(f"#FC-P{n}").get_attribute("data-status") for n in (1, 2, 3)] == [
        "dismiss",
        "open",
        "open",
    ]
    lead.locator("[data-apply]").click()
    page.reload()
    assert page.locator("#tray-count").inner_text() == "3 decisions on this page"
    for n in (2, 3):
        assert page.locator(f"#FC-P{n}").get_attribute("data-status") == "dismiss"
        assert page.locator(f"#FC-P{n} [name=reason]").input_value() == "both are right"
    assert page.locator("#FC-P4").get_attribute("data-status") == "open"


def test_the_address_of_a_finding_leads_to_its_card(opened):
    page = opened("full", fragment=f"#{SECOND}")
    assert focused(page) == SECOND
    assert page.locator(f"#{SECOND}").is_visible()


def test_keys_step_through_the_shown_findings_and_decide(opened):
    page = opened("full")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == SECOND
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert focused(page) == FIRST
    page.keyboard.press("c")
    assert page.locator(f"#{FIRST}").get_attribute("data-status") == "confirm"
    page.keyboard.press("c")
    assert page.locator(f"#{FIRST}").get_attribute("data-status") == "open"
    page.keyboard.press("/")
    page.keyboard.type("jkd")
    assert page.locator("[name=q]").input_value() == "jkd"
    assert shown(page) == []


def test_keys_are_explained_and_can_be_turned_off(opened):
    page = opened("full")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert focused(page) != FIRST


def test_decisions_are_downloaded_as_json_lines_sorted_by_id(opened):
    page = opened("full")
    assert not page.locator("#tray").is_visible()
    first, second = page.locator(f"#{FIRST}"), page.locator(f"#{SECOND}")
    first.locator("[data-decide=dismiss]").click()
    first.locator("[name=reason]").select_option("not the same matter")
    first.locator("[name=note]").fill("two </script> agencies")
    second.locator("[data-decide=defer]").click()
    second.locator("[name=until]").fill("2026-03-01")
    with page.expect_download() as waiting:
        page.locator("#download").click()
    assert waiting.value.suggested_filename == "factcheck-review.jsonl"
    lines = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"id": SECOND, "decision": "defer", "until": "2026-03-01"},
        {
            "id": FIRST,
            "decision": "dismiss",
            "reason": "not the same matter",
            "note": "two </script> agencies",
        },
    ]


def test_decisions_outlive_a_reload(opened):
    page = opened("full")
    page.locator(f"#{FIRST} [data-decide=confirm]").click()
    page.reload()
    assert page.locator(f"#{FIRST}").get_attribute("data-status") == "confirm"
    page.locator(f"#{FIRST} [data-decide=confirm]").click()
    page.reload()
    assert page.locator(f"#{FIRST}").get_attribute("data-status") == "open"


def test_every_control_is_reached_by_tab(opened):
    page = opened("full")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().slice(0, 20)"))
    assert {
        "Skip to the findings",
        "Who says what",
        "Confirm",
        "Dismiss",
        "Defer",
        "Copy link",
        FIRST,
    } <= reached
