"""Repairs of tree construction: each error once, at the tag that must be changed."""

import re
import sys

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from contentlint.core.source import Span
from contentlint.markup.repairs.construction import repairs
from contentlint.markup.repairs.well_formed import is_well_formed
from contentlint.markup.standard import OPTIONAL_END, VOID
from contentlint.markup.tree import Markup

BEFORE = "<!DOCTYPE html><body>"


def found(html: str) -> list[tuple[str, str]]:
    return [(repair.kind, html[repair.span.start : repair.span.end]) for repair in repairs(html)]


@pytest.mark.parametrize(
    "html",
    [
        "<p>one<p>two<ul><li>a<li>b</ul>",
        "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
        "<table><tr><td>a<td>b<tr><td>c</table>",
        "<table><caption>c</caption><colgroup><col></colgroup><thead><tr><th>h<tbody><tr><td>x</table>",
        "<select><option>a<option>b<optgroup label=c><option>d</select>",
        "<ruby>漢<rp>(<rt>kan<rp>)</ruby>",
        "<div><p>one</div>",
        "<svg><path d='M0'/><g><circle r=1 /></g></svg><p>x",
        "<svg><foreignObject><p>x</p></foreignObject></svg>",
        "<math><mi>x</mi><mo>=</mo></math>",
        "<p>a<br>b<br/>c<img src=x alt=''/>",
        "<details><summary>s</summary><p>t</details>",
        "<template><tr><td>x</td></tr></template>",
        "<script>if (a < b) document.write('<p>')</script>",
        "<textarea><b></textarea><title></b></title>",
        "<my-widget><slot></slot></my-widget>",
        "<p><a href=a><b>x</b></a> <a href=b>y</a></p>",
        "<button><p>x</button>",
        "<table><tr><td><table><tr><td>x</table></table>",
        "<!-- <div> --><p>x",
        "<!DOCTYPE html><html><head><title>t</title></head><body><p>x</body></html>",
        "",
    ],
)
def test_valid_markup_needs_no_repair(html: str) -> None:
    assert found(html) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><p>x</p>", [("unclosed", "<div>")]),
        ("<b>x <select><option>a<select>y</b>", [("nested", "<select>")]),
        ("<p>x <select><p>a</select> <select><input>", [("nested", "<input>")]),
        (
            "<pre><code<!-- a='b'>x</code></pre> -->",
            [("unclosed", "<code<!-- a='b'>"), ("stray-end", "</code>")],
        ),
        ("<div><p>x <plaintext></p></div>", [("unclosed", "<plaintext>")]),
        ("<ul><li>a</li\n<li>b</li></ul>", [("unfinished", "</li")]),
        ("<div\n<p class='x'>a</p></div>", [("unfinished", "<div")]),
        ("<h2 id='x'<em>a</em></h2>", [("unfinished", "<h2 id='x'")]),
        ("<p>x <Map<b> y", [("unclosed", "<Map<b>")]),
        ("<table><tr><td>a</td></tr><p>b</p>", [("unclosed", "<table>")]),
        ("<table><tr>b<td>a</td></tr>", [("unclosed", "<table>"), ("foster-parented", "b")]),
        ("<p>x <em>y</p><p>z</p>", [("unclosed", "<em>")]),
        ("<ul><li><b>x<li>y</ul>", [("unclosed", "<b>")]),
        ("<td>x</td>", [("ignored-start", "<td>")]),
        ("<tr><td>x</td><td>y</td></tr>", [("ignored-start", "<tr>")]),
        ("<b>x<b> y", [("repeated", "<b>")]),
        ("<figure><figcaption>x<figcaption></figure>", [("repeated", "<figcaption>")]),
        ("<ol><li>x<ul><li>y</li></li></ol>", [("unclosed", "<ul>")]),
        ("<table><tr><td>x</td></tr><p>y</p><p>z</p>", [("unclosed", "<table>")]),
        ("<div><select><option>x</div><p>y</p>", [("unclosed", "<select>")]),
        ("<div><section>x</div></section>y</div>", [("stray-end", "</div>")]),
        ("<div><div/>x</div>", [("self-closing", "<div/>")]),
        ("<h2><a id=b />x</h2><h3><a id=c></a>y</h3>", [("self-closing", "<a id=b />")]),
        ("<div>\n <div class=a>\n <p>x</p>\n</div>", [("unclosed", "<div class=a>")]),
        ("<strong>x</strnog>", [("mismatched", "<strong>")]),
        ("<p>x</p></div>", [("stray-end", "</div>")]),
        ("<p>x<div>y</div></p>", [("stray-end", "</p>")]),
        ("<p>x</br>y", [("stray-end", "</br>")]),
        ("<b>x<i>y</b>z</i>", [("misnested", "</b>")]),
        ("<b><p>x</b>y</p>", [("misnested", "</b>")]),
        ("<span>x<em>y</span>z</em>", [("misnested", "</span>")]),
        ("<a href=a>x<a href=b>y</a>", [("nested", "<a href=b>")]),
        ("<h2>x<h3>y</h3>", [("nested", "<h3>")]),
        ("<h2>x</h3>", [("unclosed", "<h2>")]),
        ("<form><form></form>", [("nested", "<form>")]),
        ("<button>x<button>y</button>", [("nested", "<button>")]),
        ("<table><tr>x<td>y</table>", [("foster-parented", "x")]),
        ("<table><p>x</p><tr><td>y</table>", [("foster-parented", "<p>")]),
        ("<table><td>x</table>", [("ignored-start", "<td>")]),
        ("<p><div/>x", [("self-closing", "<div/>")]),
        ("<a id=top />x", [("self-closing", "<a id=top />")]),
        ("<p>x <span>y <div>z</div></span> </p>", [("unclosed", "<span>")]),
        ("<svg><g></svg>", [("unclosed", "<g>")]),
        ("<svg><p>x</svg>", [("unclosed", "<svg>"), ("stray-end", "</svg>")]),
        ("<script>x", [("unclosed", "<script>")]),
        ("<body><p>x", [("ignored-start", "<body>")]),
    ],
)
def test_each_error_is_reported_once_at_its_tag(html: str, expected: list[tuple[str, str]]) -> None:
    assert found(html) == expected


def test_a_stray_p_names_the_tag_that_closed_the_paragraph() -> None:
    html = "<p>x<div>y</div></p>"
    [repair] = repairs(html)
    assert repair.other is not None
    assert html[repair.other.start : repair.other.end] == "<div>"


def test_components_may_be_self_closing_if_the_generator_replaces_them() -> None:
    assert repairs("<p>x <Tide/> y</p>", components=True) == []
    assert [r.kind for r in repairs("<p>x <Tide/> y</p>")] == ["self-closing"]


@pytest.mark.parametrize("tag", ["<div>", "<span>", "<b>", "<ul><li>", "<table><tr><td>"])
def test_too_deep_nesting_stops_the_analysis(tag: str) -> None:
    found = repairs(tag * 3000)
    assert [repair.kind for repair in found] == ["too-deep"]
    assert repairs(tag * 3000 + "</p>" * 9000) == found


def test_at_most_three_identical_formatting_elements_are_reopened() -> None:
    # 13.2.4.3: a fourth entry drops the first, so that depth grows by three a paragraph at most.
    html = "<p>" + "<b>x" * 40 + "</p>" + "<p>y</p>" * 400
    assert {repair.kind for repair in repairs(html)} <= {"unclosed", "repeated"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        "<a ", '<a b="', '<a href="x>y</a>\n', "<p =a ", "<i></b>", "<b><i></b>", "<span></p>",
        "<!--", "<!-- -->", "{{ ", "{% highlight %}", "{{< ", "<![CDATA[", "<table>x", "</li>", "<p><b>",
    ],
)  # fmt: skip
def test_time_is_linear_in_length(part: str) -> None:
    """The steps are counted, not timed; the first run imports modules and is not counted."""
    _steps(part)
    steps = [_steps(part * count) for count in (200, 400, 800)]
    assert steps[2] - steps[1] < 3 * (steps[1] - steps[0]) + 2000


def _steps(text: str) -> int:
    """The number of Python lines and calls that the analysis of a body takes."""
    count = 0

    def tracer(_frame: object, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)  # type: ignore[arg-type]
    try:
        markup = Markup(text, Span(0, len(text)), is_html=True)
        assert markup.repairs is not None
        assert markup.parse_errors is not None
        assert markup.text_runs is not None
    finally:
        sys.settrace(before)
    return count


# --- against the parser

BLOCKS = ["div", "section", "blockquote", "ul", "article", "details"]
INLINES = ["em", "strong", "b", "span", "code", "q", "small"]


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A valid article: blocks in blocks, phrases in paragraphs."""

    def inline(depth: int) -> str:
        text = draw(st.sampled_from(["low tide ", "潮 ", "👍 ", "<br>", '<img src="a" alt="">']))
        if depth == 0 or draw(st.booleans()):
            return text
        tag = draw(st.sampled_from(INLINES))
        return f"{text}<{tag}>{inline(depth - 1)}</{tag}>{text}"

    def block(depth: int) -> str:
        if depth == 0 or draw(st.booleans()):
            return f"<p>{inline(2)}</p>\n"
        tag = draw(st.sampled_from(BLOCKS))
        inner = block(depth - 1)
        if tag == "ul":
            return f"<ul><li>{inner}</li><li>{inline(1)}</li></ul>\n"
        return f"<{tag}>{inner}{block(depth - 1)}</{tag}>\n"

    return "".join(block(3) for _ in range(draw(st.integers(1, 3))))


@given(articles())
@examples(150)
def test_a_valid_article_needs_no_repair(html: str) -> None:
    assert found(html) == []


@given(articles(), st.data())
@examples(250)
def test_a_missing_end_tag_is_found_unless_it_may_be_omitted(
    html: str, data: st.DataObject
) -> None:
    ends = [m for m in re.finditer(r"</(\w+)>", html) if m[1] not in OPTIONAL_END]
    if not ends:
        return
    end = data.draw(st.sampled_from(ends))
    broken = html[: end.start()] + html[end.end() :]
    assert found(broken)


SOUP = st.sampled_from(
    "<p> </p> <b> </b> <i> </i> <a> </a> <div> </div> <ul> <li> </li> </ul> <table> <tr> <td> </td> "
    "</tr> </table> <h2> </h2> <h3> </h3> <span> </span> <em> </em> <br> text <button> </button> "
    "<blockquote> </blockquote> <dl> <dt> <dd> </dl> <svg> <g> </g> </svg> <select> <option> </select> "
    "<caption> </caption> <th> <tbody> </tbody> <details> </details> <form> </form>".split()
)


BALANCED = st.recursive(
    st.sampled_from(
        [
            "x",
            " ",
            "<br>",
            "<hr>",
            "<col>",
            "<!--<b>-->",
            "<!-- c -->",
            "<img src='a>b'>",
            '<i title="<">y</i>',
            "<",
            "<新>",
            "1 < 2",
            "<3 ",
            '<br title="a<',
        ]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(
            "p b a div ul li h2 h3 span dl dt dd button table tr td th thead tbody caption colgroup "
            "svg g form select option nobr script style textarea iframe title body rt x-tide object "
            "template DIV TABLE".split()
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


TABLES = st.lists(
    st.sampled_from(
        "<table> </table> <thead> </thead> <tbody> </tbody> <tr> </tr> <td> </td> <th> </th> <caption> "
        "</caption> <colgroup> <col> </colgroup> x <新> <b> </b> <br> <p> </p> <!--c-->".split()
    ),
    max_size=14,
).map("".join)


@pytest.mark.slow
@given(
    st.one_of(
        BALANCED, TABLES, st.tuples(TABLES, TABLES).map(lambda t: f"<table>{t[0]}</table>{t[1]}")
    )
)
@examples(3000)
def test_markup_that_passes_the_quick_check_needs_no_repair(html: str) -> None:
    if is_well_formed(html):
        assert repairs(html) == []


@pytest.mark.parametrize(
    "html", ["<p>潮 <新> 1 < 2 <3 <- <</p>", "<script>if (a < b) c()</script>", "<p>low</p> <"]
)
def test_a_bracket_in_text_passes_the_quick_check(html: str) -> None:
    assert is_well_formed(html)


@pytest.mark.parametrize(
    "html",
    ['<p title="a < b">low</p>', "<p>low</p <p>", "<!-- < ", "<p>a <!b> <?c></p>", "<table><3<tr>"],
)
def test_a_bracket_in_a_tag_or_comment_fails_the_quick_check(html: str) -> None:
    assert not is_well_formed(html)


@given(st.lists(SOUP, max_size=10).map("".join))
@examples(1500)
def test_without_repairs_the_parser_uses_every_tag(html: str) -> None:
    if repairs(html):
        return
    tree = turbohtml.parse(BEFORE + html, source_locations=True)
    owned = set()
    for element in tree.find_all(True):
        location = element.source_location
        if location is None or location.start_tag.start_offset < len(BEFORE):
            continue
        owned.add(location.start_tag.start_offset - len(BEFORE))
        if location.end_tag is not None:
            owned.add(location.end_tag.start_offset - len(BEFORE))
        else:
            assert element.tag in OPTIONAL_END | VOID, html
    for match in re.finditer("<[^>]+>", html):
        assert match.start() in owned, (html, match[0])
