"""The HTML page in a real browser: its use, and what it must not do."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from contentlint.core.finding import (
    BaselineCounts,
    Confidence,
    Excerpt,
    Fix,
    RelatedLocation,
    Report,
    Severity,
)
from contentlint.reporters import Style, render_statistics
from tests.browser import Watched, launched
from tests.test_page import HOSTILE, finding, grouped, many, page, report, run

pytestmark = pytest.mark.slow

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 740}


def located(
    path: str,
    line: int,
    rule: str,
    severity: Severity,
    message: str,
    excerpt: str = "x",
    **said: Any,
) -> Any:
    return finding(
        path=path, line=line, end_line=line, rule=rule, severity=severity, message=message,
        excerpt=Excerpt(excerpt, 1), column=1, end_column=2, **{"fix": None, "help": None, **said},
    )  # fmt: skip


SITE = report(
    located("posts/news/ebb.md", 3, "front-matter/missing-field", "error", "`cover` is missing"),
    located("posts/news/ebb.md", 12, "html/stray-end-tag", "error", "`</b>` has no matching start tag; remove it",
         "<p>The ebb</b> came", fix=Fix("remove `</b>`", ()), help="remove `</b>`",
         related=(RelatedLocation("`<p>` here", 11, 1),)),
    located("posts/news/潮汐.md", 5, "image/missing-alt", "warning", "`img` has no `alt`", "<img src='潮.png'>"),
    located("posts/opinion/fog.md", 8, "image/missing-alt", "warning", "`img` has no `alt`", "<img src=fog.png>"),
    located("pages/about.md", 1, "text/unrendered-markdown", "info", "`**` is not read as Markdown",
         confidence="medium"),
    files=40,
    in_baseline=BaselineCounts(7, 9),
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as browser:
        yield browser


@pytest.fixture
def shown(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Shows a report in a tab; at the end, no tab may have errors."""
    watched: list[Watched] = []

    def show(found: Report | str, behind: str = "", **options: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_text(found if isinstance(found, str) else page(found), "utf-8")
        watched.append(Watched(browser, **{"viewport": WIDE, **options}))
        return watched[-1].open(file, behind)

    yield show
    for tab in watched:
        tab.check()
        tab.tab.close()


def places(tab: Any) -> list[str]:
    """The locations of the findings in the list, in order."""
    return [where.inner_text().replace("\n", "") for where in tab.locator("#list .where").all()]


# --- content


def test_totals_and_the_trend(shown: Any) -> None:
    tab = shown(SITE)
    totals = [" ".join(part.inner_text().split()) for part in tab.locator("#totals > div").all()]
    assert totals == [
        "Errors 2",
        "Warnings 2",
        "Info 1",
        "Articles checked 40",
        "Articles with findings 4 10 %",
        "Fixable 1",
    ]
    trend = [part.inner_text().split()[:2] for part in tab.locator("#trend dl > div").all()]
    assert trend == [["Fixed", "9"], ["Suppressed", "7"], ["New", "5"]]
    assert tab.locator(".verdict").inner_text() == "4 findings fewer than in the baseline."


def test_no_findings(shown: Any) -> None:
    tab = shown(report())
    assert tab.locator(".lead").inner_text() == "No findings in 12 articles."
    assert not tab.locator("#findings").is_visible()
    assert not tab.locator("#map").is_visible()


def test_the_lead_needs_no_scripts(shown: Any) -> None:
    tab = shown(SITE, java_script_enabled=False)
    assert tab.locator(".lead").inner_text().startswith("5 findings in 4 of 40 articles.")
    assert "need JavaScript" in tab.locator("main").inner_text()


def test_statistics_have_only_charts(shown: Any) -> None:
    tab = shown("".join(render_statistics("html", SITE, Style())))
    assert tab.locator("#by-rule li").count() == 4
    assert not tab.locator("#findings").is_visible()
    tab.locator("#by-rule button").first.click()
    assert tab.locator("#by-rule button").first.get_attribute("aria-pressed") == "true"


# --- search, filters, order


def test_search(shown: Any) -> None:
    tab = shown(SITE)
    assert len(places(tab)) == 5
    tab.fill("#words", "no matching START")
    assert places(tab) == ["posts/news/ebb.md:12:1"]
    assert tab.locator("#status").inner_text() == "1 of 5 findings in 1 article"
    tab.fill("#words", "CAME the EBB")
    assert places(tab) == ["posts/news/ebb.md:12:1"]
    tab.fill("#words", "潮.png")
    assert places(tab) == ["posts/news/潮汐.md:5:1"]
    tab.fill("#words", "unrendered")
    assert places(tab) == ["pages/about.md:1:1"]
    tab.fill("#words", "no such thing")
    assert places(tab) == []
    assert tab.locator("#none").is_visible()
    tab.click("#reset")
    assert len(places(tab)) == 5
    assert tab.evaluate("document.activeElement.id") == "words"


def test_filters_and_their_numbers(shown: Any) -> None:
    tab = shown(SITE)
    tab.uncheck("#severity-error")
    assert places(tab) == [
        "pages/about.md:1:1",
        "posts/news/潮汐.md:5:1",
        "posts/opinion/fog.md:8:1",
    ]
    assert tab.locator("#number-error").inner_text() == "2"
    tab.select_option("#folder", "posts/news/")
    assert places(tab) == ["posts/news/潮汐.md:5:1"]
    tab.check("#severity-error")
    tab.select_option("#rule", label="html/stray-end-tag (1)")
    assert places(tab) == ["posts/news/ebb.md:12:1"]
    assert tab.locator("#number-warning").inner_text() == "0"
    tab.click("#reset")
    tab.check("#fixable")
    assert places(tab) == ["posts/news/ebb.md:12:1"]


def test_sort_order(shown: Any) -> None:
    tab = shown(SITE)
    tab.select_option("#sort", "worst")
    assert places(tab)[:2] == ["posts/news/ebb.md:3:1", "posts/news/ebb.md:12:1"]
    tab.select_option("#sort", "severity")
    severities = tab.locator("#list .severity").all_inner_texts()
    assert severities == ["error", "error", "warning", "warning", "info"]
    tab.check("#reverse")
    assert tab.locator("#list .severity").all_inner_texts() == severities[::-1]
    tab.select_option("#sort", "rule")
    rules = tab.locator("#list .of-rule").all_inner_texts()
    assert rules == sorted(rules, reverse=True)


def test_charts_filter_and_are_filtered(shown: Any) -> None:
    tab = shown(SITE)
    folders = "#by-folder .name"
    assert tab.locator(folders).all_inner_texts() == ["posts/", "pages/"]
    tab.locator("#by-rule button", has_text="image/missing-alt").click()
    assert len(places(tab)) == 2
    assert tab.locator(folders).all_inner_texts() == ["posts/"]
    tab.locator("#by-folder button").first.click()
    assert tab.locator(folders).all_inner_texts() == ["news/", "opinion/"]
    tab.locator("#map button", has_text="opinion/").click()
    assert places(tab) == ["posts/opinion/fog.md:8:1"]
    tab.locator(".crumbs button", has_text="All folders").click()
    assert len(places(tab)) == 2
    tab.locator("#by-rule [aria-pressed=true]").click()
    assert len(places(tab)) == 5


def test_groups_filter(shown: Any) -> None:
    tab = shown(grouped(SITE))
    assert tab.locator("#groups-title").inner_text() == "Publishable, by author"
    groups = [button.inner_text().split("\n") for button in tab.locator("#by-group button").all()]
    assert groups == [["Mara <Ellwood>", "1 of 3"], ["何以宁", "0 of 2"]]
    tab.locator("#by-group button").nth(1).click()
    assert places(tab) == ["posts/news/潮汐.md:5:1", "posts/opinion/fog.md:8:1"]
    assert tab.locator("#by-rule li").count() == 1
    tab.wait_for_url("**group=**")
    tab.reload()
    assert len(places(tab)) == 2
    tab.locator("#by-group [aria-pressed=true]").click()
    assert len(places(tab)) == 5


def test_groups_of_a_clean_run_are_not_buttons(shown: Any) -> None:
    tab = shown(grouped(report()))
    assert tab.locator("#by-group .number").first.inner_text() == "1 of 1"
    assert tab.locator("#by-group button").count() == 0


def test_the_area_of_a_field_is_its_number_of_findings(shown: Any) -> None:
    numbers = {"sport": 24, "news": 12, "travel": 6, "letters": 3, "obituaries": 3}
    found = [
        finding(path=f"{folder}/{index}.md", severity="error" if folder == "news" else "info")
        for folder, number in numbers.items()
        for index in range(number)
    ]
    tab = shown(report(*found))
    fields = tab.evaluate(
        """[...document.querySelectorAll("#map > *")].map((field) => [
          field.title, (field.offsetWidth + 2) * (field.offsetHeight + 2),
          getComputedStyle(field).backgroundColor])"""
    )
    assert [title for title, _, _ in fields] == [f"{folder}/: {n}" for folder, n in numbers.items()]
    whole = sum(area for _, area, _ in fields)
    for (_, area, _), number in zip(fields, numbers.values(), strict=True):
        assert abs(area / whole - number / sum(numbers.values())) < 0.01
    assert len({color for _, _, color in fields}) == 2


def test_a_map_of_many_articles_has_the_number_of_omitted_ones(shown: Any) -> None:
    tab = shown(report(*(finding(path=f"posts/{index}.md") for index in range(100))))
    last = tab.locator("#map > [title^='40 more']")
    assert last.inner_text().split() == ["40", "more", "40"]
    assert tab.locator("#by-folder li").count() == 9
    tab.locator("#by-folder button", has_text="92 more").click()
    assert tab.locator("#by-folder li").count() == 49


def test_the_url_keeps_the_query(shown: Any) -> None:
    tab = shown(
        SITE, behind="#?rule=image%2Fmissing-alt&severity=warning&folder=posts%2Fnews%2F&sort=worst"
    )
    assert places(tab) == ["posts/news/潮汐.md:5:1"]
    assert tab.locator("#sort").input_value() == "worst"
    tab.fill("#words", "img")
    tab.wait_for_url("**words=img**")
    assert "rule=image%2Fmissing-alt" in tab.url
    tab.evaluate("location.hash = '#?severity=nonsense&rule=none&folder=none&sort=none'")
    tab.locator("#status", has_text="0 of").wait_for()


def test_the_back_button_undoes_a_filter(shown: Any) -> None:
    tab = shown(SITE)
    tab.locator("#by-rule button", has_text="image/missing-alt").click()
    tab.select_option("#folder", "posts/news/")
    assert len(places(tab)) == 1
    tab.locator("#words").press_sequentially("img")
    tab.wait_for_url("**words=img**")
    for url, number in (("**folder=posts**", 1), ("**rule=image**", 2)):
        tab.go_back()
        tab.wait_for_url(url)
        assert len(places(tab)) == number
        assert tab.locator("#words").input_value() == ""
    tab.go_back()
    tab.wait_for_url("**report.html")
    assert len(places(tab)) == 5
    tab.go_forward()
    tab.wait_for_url("**rule=image**")
    assert "image/missing-alt" in tab.locator("#by-rule [aria-pressed=true]").inner_text()


def test_a_link_to_a_rule_without_findings_shows_none(shown: Any) -> None:
    tab = shown(SITE, behind="#?rule=html%2Fparse-error")
    assert places(tab) == []
    words = "This report has no findings of html/parse-error."
    assert tab.locator("#none").inner_text() == words
    assert not tab.locator("#copy").is_visible()
    tab.click("#reset")
    assert len(places(tab)) == 5


def test_the_skip_link_keeps_the_filters(shown: Any) -> None:
    tab = shown(SITE, behind="#?rule=image%2Fmissing-alt")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "findings"
    assert "rule=image" in tab.url
    assert len(places(tab)) == 2


# --- copying

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_a_finding_is_copied_as_text(shown: Any) -> None:
    tab = shown(SITE, **CLIPBOARD)
    tab.locator("#list .head", has_text="has no matching start tag").click()
    tab.locator(".actions button", has_text="Copy as text").click()
    tab.locator("#copied", has_text="Copied").wait_for(state="attached")
    assert tab.evaluate("navigator.clipboard.readText()") == (
        "posts/news/ebb.md:12:1: error[html/stray-end-tag]: "
        "`</b>` has no matching start tag; remove it\n"
        "    <p>The ebb</b> came\n"
        "    Safe fix: remove `</b>`\n"
    )


def test_the_filtered_list_is_copied_as_text(shown: Any) -> None:
    tab = shown(SITE, behind="#?folder=posts%2Fnews%2F", **CLIPBOARD)
    tab.locator("#copy button").click()
    tab.locator("#copied", has_text="Copied").wait_for(state="attached")
    assert tab.evaluate("navigator.clipboard.readText()").splitlines() == [
        "newsroom: 3 of 5 findings in 2 articles",
        "",
        "posts/news/ebb.md",
        "  3:1: error[front-matter/missing-field]: `cover` is missing",
        "  12:1: error[html/stray-end-tag]: `</b>` has no matching start tag; remove it",
        "",
        "posts/news/潮汐.md",
        "  5:1: warning[image/missing-alt]: `img` has no `alt`",
    ]


def test_text_is_copied_without_the_clipboard_interface(shown: Any) -> None:
    tab = shown(report(finding(message="a\u202eb \x1b[1m")))
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    tab.locator("#copy button").click()
    tab.locator("#copied", has_text="Copied").wait_for(state="attached")
    tab.focus("#words")
    tab.keyboard.press("Control+V")
    assert "error[html/stray-end-tag]: aU+202Eb U+001B[1m" in tab.locator("#words").input_value()


# --- a finding


def test_open_a_finding(shown: Any, tmp_path: Path) -> None:
    tab = shown(SITE)
    head = tab.locator("#list .head", has_text="has no matching start tag")
    head.click()
    assert head.get_attribute("aria-expanded") == "true"
    opened = tab.locator(".opened")
    assert opened.locator("pre").inner_text() == "<p>The ebb</b> came"
    assert opened.locator("pre mark").inner_text() == "<"
    assert opened.locator(".related").inner_text() == "11:1: <p> here"
    assert opened.locator(".advice").inner_text() == "Safe fix: remove </b>"
    assert opened.locator(".why h3").inner_text() == "An end tag has no matching start tag"
    assert "Browsers ignore the" in opened.locator(".why").inner_text()
    link = opened.locator(".actions a")
    assert link.inner_text() == "Open posts/news/ebb.md"
    assert link.evaluate("(link) => link.href") == (tmp_path / "posts/news/ebb.md").as_uri()
    opened.locator("button", has_text="Only this article").click()
    assert places(tab) == ["posts/news/ebb.md:3:1", "posts/news/ebb.md:12:1"]
    assert opened.is_visible()
    head.click()
    assert opened.count() == 0


# Waits until the page was drawn three times.
FRAMES = """() => new Promise(done => {
  let left = 3;
  const next = () => left-- ? requestAnimationFrame(next) : done();
  next();
})"""


@pytest.mark.parametrize("width", [1280, 900, 400])
def test_rows_below_an_open_finding_move_down(shown: Any, width: int) -> None:
    tab = shown(SITE)
    tab.locator("#list .head").nth(1).click()
    tab.set_viewport_size({"width": width, "height": 900})
    tab.evaluate(FRAMES)  # in the first it is measured, in the next one drawn
    boxes = [item.bounding_box() for item in tab.locator("#list li").all()]
    for above, below in pairwise(boxes):
        assert abs(above["y"] + above["height"] - below["y"]) < 1.5
    end = tab.locator("#list").bounding_box()
    assert abs(end["y"] + end["height"] - boxes[-1]["y"] - boxes[-1]["height"]) < 1.5


def test_low_confidence_is_shown(shown: Any) -> None:
    tab = shown(SITE)
    tab.locator("#list .head").first.click()
    assert "the confidence is medium" in tab.locator(".opened").inner_text()


def test_a_link_to_an_undecodable_name_or_one_like_a_scheme(shown: Any) -> None:
    confidence: Confidence = "high"
    names = ["javascript:alert(1).md", "a b#c?d%.md", "\udcff.md", "潮.md"]
    tab = shown(report(*(finding(path=name, confidence=confidence) for name in names)))
    hrefs = []
    for place in range(len(names)):
        tab.locator("#list .head").nth(place).click()
        hrefs.append(tab.locator(".opened .actions a").get_attribute("href"))
    assert hrefs == [
        "./a%20b%23c%3Fd%25.md",
        "./javascript%3Aalert(1).md",
        "./%E6%BD%AE.md",
        "./%FF.md",
    ]


# --- keys


def test_keys(shown: Any) -> None:
    tab = shown(SITE)

    def focused() -> str:
        return str(
            tab.evaluate(
                "document.activeElement.querySelector('.where')?.textContent ?? document.activeElement.id"
            )
        )

    tab.keyboard.press("/")
    assert focused() == "words"
    tab.keyboard.type("md")
    tab.keyboard.press("Escape")
    assert tab.locator("#words").input_value() == ""
    tab.keyboard.press("ArrowDown")
    assert focused() == "pages/about.md:1:1"
    tab.keyboard.press("j")
    tab.keyboard.press("ArrowDown")
    assert focused() == "posts/news/ebb.md:12:1"
    tab.keyboard.press("k")
    assert focused() == "posts/news/ebb.md:3:1"
    tab.keyboard.press("Enter")
    assert tab.locator(".opened").is_visible()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.opened') !== null")
    tab.keyboard.press("Escape")
    assert tab.locator(".opened").count() == 0
    assert focused() == "posts/news/ebb.md:3:1"
    tab.keyboard.press("End")
    assert focused() == "posts/opinion/fog.md:8:1"
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("#help").is_visible()


def test_single_keys_can_be_disabled(shown: Any) -> None:
    tab = shown(SITE)
    tab.click("#help-open")
    tab.uncheck("#single-keys")
    tab.locator("#help button").click()
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") != "words"
    tab.reload()
    tab.keyboard.press("?")
    assert not tab.locator("#help").is_visible()


def test_the_list_is_one_tab_stop(shown: Any) -> None:
    tab = shown(many(400))
    tab.focus("#help-open")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "head"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") != "head"


# --- what must not happen


def test_no_text_from_an_article_runs(shown: Any, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    title = "<script>document.title='run'</script>"
    (site / "tide.md").write_text(
        f"---\ntitle: \"{title}\"\ndate: {title}\ncover: 'javascript:alert(1)'\n---\n"
        "<p onclick=alert(1)><script>alert(2)</script></b><img src=x onerror=alert(3)></p></p>\n"
        "</script><style>*{display:none}</style></i>\n",
        "utf-8",
    )
    (site / "hugo.toml").write_text("title = 'Tide'\n", "utf-8")
    run(site, "--select", "all", "--output", "report.html")
    tab = shown((site / "report.html").read_text("utf-8"))
    assert tab.locator("#list .head").count() >= 4
    said = ""
    for head in tab.locator("#list .head").all():
        head.click()
        said += tab.locator(".opened").inner_text()
    assert title in said
    assert tab.title() == "site: content report"
    assert tab.evaluate("document.scripts.length") == 2
    assert tab.locator("main img, main style, main script").count() == 0


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_text_stays_text(shown: Any, said: str) -> None:
    seen = finding(
        path=f"{said}.md",
        message=said,
        help=f"`{said}`",
        excerpt=Excerpt(said, 1),
        column=1,
        end_column=3,
    )
    tab = shown(report(seen))
    tab.locator("#list .head").click()
    drawn = tab.locator("#list .message").inner_text()
    visible = "".join(char for char in said if char.isprintable())
    assert visible in "".join(char for char in drawn if char.isprintable()) or "U+" in drawn
    assert not any(char in drawn for char in "\x00\x1b\u202e\u2028")
    assert tab.locator("main script, main img").count() == 0


def test_what_the_policy_forbids_does_not_run(shown: Any, tmp_path: Path, browser: Any) -> None:
    watched = Watched(browser)
    file = tmp_path / "report.html"
    text = page(SITE)
    file.write_text(
        text.replace(
            "</main>",
            "<script>document.title = 'run'</script><p onclick='1' style='color:red'>x</p></main>",
        ),
        "utf-8",
    )
    tab = watched.open(file)
    assert tab.title() == "newsroom: content report"
    assert any("Content Security Policy" in fault for fault in watched.faults)
    tab.close()


def test_invisible_characters_are_shown_and_scripts_keep_their_joiners(shown: Any) -> None:
    text = "a\u200bb\u202ec \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d🚀 ❤\ufe0f\u200d🔥 x\u200dy \ufeff"
    tab = shown(report(finding(message=text)))
    named = tab.locator("#list .message .unseen").all_inner_texts()
    assert named == ["U+200B", "U+202E", "U+200D", "U+FEFF"]


# --- for everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "state", ["whole", "open", "keys", "none", "clean", "statistics", "many", "groups"]
)
def test_axe_has_no_findings(shown: Any, scheme: str, viewport: dict[str, int], state: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found: Report | str = {"clean": report(), "many": many(3000), "groups": grouped(SITE)}.get(
        state, SITE
    )
    if state == "statistics":
        found = "".join(render_statistics("html", SITE, Style()))
    tab = shown(found, color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    if state == "open":
        tab.locator("#by-rule button").first.click()
        tab.locator("#list .head").first.click()
    if state == "keys":
        tab.click("#help-open")
    if state == "none":
        tab.fill("#words", "no such thing")
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    results = Axe().run(tab, options=options)
    assert results.response["passes"]
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 360, 700, 840, 1024, 1280])
def test_no_width_needs_horizontal_scrolling(shown: Any, width: int) -> None:
    tab = shown(many(500), viewport={"width": width, "height": 800})
    tab.locator("#list .head").first.click()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_and_light_differ(shown: Any) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = shown(SITE, color_scheme="light").evaluate(ground)
    assert shown(SITE, color_scheme="dark").evaluate(ground) != light


def test_in_print_the_findings_are_one_below_the_other(shown: Any) -> None:
    tab = shown(many(1500))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator("#list li").count() == 1000
    boxes = tab.evaluate(
        "[...document.querySelectorAll('#list li')].map((item) => item.getBoundingClientRect().top)"
    )
    assert boxes == sorted(boxes)
    assert len(set(boxes)) == 1000
    assert not tab.locator("#tools").is_visible()
    rest = tab.evaluate("getComputedStyle(document.getElementById('list'), '::after').content")
    assert rest == '"500 more not printed"'
    tab.emulate_media(media="screen")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("#list li").count() < 60


# --- many findings

OPENED = """
() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(
  [performance.now(), document.querySelectorAll("#list li").length]))))
"""
FILTERED = """
(words) => new Promise((done) => {
  const field = document.getElementById("words");
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})
"""


def test_fifty_thousand_findings_open_and_filter_within_a_second(
    shown: Any, browser: Any, tmp_path: Path
) -> None:
    text = page(many(50_000))
    opened, filtered = [], []
    for _ in range(3):
        tab = shown(text)
        time, rows = tab.evaluate(OPENED)
        assert 5 < rows < 60
        opened.append(time)
        filtered.append(
            max(tab.evaluate(FILTERED, words) for words in ("pier", "潮水 渔网", "49", ""))
        )
        tab.close()
    # The best of three, to exclude other load on the machine.
    assert min(opened) < 1000, opened
    assert min(filtered) < 1000, filtered


def test_the_end_of_fifty_thousand_findings_is_reachable(shown: Any) -> None:
    tab = shown(many(50_000))
    tab.focus("#list .head")
    tab.keyboard.press("End")
    focused = tab.evaluate(
        "[document.activeElement.parentElement.ariaPosInSet, document.activeElement.getBoundingClientRect().bottom <= innerHeight]"
    )
    assert focused == ["50000", True]
    tab.keyboard.press("Home")
    assert tab.evaluate("document.activeElement.parentElement.ariaPosInSet") == "1"


def test_another_query_scrolls_back_to_the_start(shown: Any) -> None:
    tab = shown(many(3000))
    assert tab.locator("#list li[aria-posinset='900']").count() == 0
    tab.evaluate("scrollTo({ top: document.getElementById('list').offsetTop + 900 * 78 })")
    tab.locator("#list li[aria-posinset='900']").wait_for(state="attached")
    tab.fill("#words", "pier")
    first = tab.locator("#list li[aria-posinset='1']")
    tools = tab.locator(".status").bounding_box()
    assert abs(first.bounding_box()["y"] - tools["y"] - tools["height"]) < 12


def test_the_focus_is_kept(shown: Any) -> None:
    tab = shown(SITE)
    focus = """(selector) => {
      const box = [...document.querySelectorAll("#list, #by-rule, #by-folder, .crumbs, #map")]
        .find((box) => box.contains(document.activeElement));
      return box?.id || box?.className || `lost by ${selector}`;
    }"""
    for selector, place in (
        ("#by-rule button", "by-rule"),
        ("#by-folder button", "by-folder"),
        (".crumbs button", "crumbs"),
        ("#map button", "map"),
        ("#list .head", "list"),
        (".opened .actions button", "list"),
    ):
        tab.locator(selector).first.press("Enter")
        assert tab.evaluate(focus, selector) == place
