"""One tree for HTML and Markdown, with the file span of each element and attribute."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from contentlint.core.source import Source, Span
from contentlint.markup import Markup
from contentlint.site.generators import named


def html(text: str, generator: str | None = None) -> Markup:
    return Markup(text, Span(0, len(text)), is_html=True, generator=named(generator))


def markdown(text: str, generator: str | None = None) -> Markup:
    return Markup(text, Span(0, len(text)), is_html=False, generator=named(generator))


def at(text: str, span: Span | None) -> str:
    assert span is not None
    return text[span.start : span.end]


PLACES = [
    "<p>one</p>\r\n<p>two</p>\r\n{}\r\n",
    "\ufeff{}",
    "\n\n{}",
    "潮汐表 {} 低潮",
    "\t{}",
    "👍👍 {} 👍",
    "a\rb {}",
    "e\u0301 {}",
]


@pytest.mark.parametrize("frame", PLACES)
@pytest.mark.parametrize("read", [html, markdown])
def test_an_element_has_its_span_in_the_source(read, frame: str) -> None:  # type: ignore[no-untyped-def]
    if read is markdown and frame == "\t{}":
        frame = "*\t{}"  # a leading tab makes code of it
    tag = '<a  href="/潮?a=1&amp;b=2"\ttitle=x>'
    text = frame.format(f"{tag}tide</a>")
    [element] = read(text).elements("a")
    assert at(text, element.span) == tag
    assert at(text, element.end_span) == "</a>"
    href, title = element.attributes
    assert at(text, href.span) == 'href="/潮?a=1&amp;b=2"'
    assert at(text, href.value_span) == "/潮?a=1&amp;b=2"
    assert href.value == "/潮?a=1&b=2"
    assert at(text, title.span) == "title=x"
    start = text.index(tag)
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    bom = line_start == 0 and text.startswith("\ufeff")
    assert Source("a", text).position(element.span.start).column == start - line_start + 1 - bom


def test_a_body_after_front_matter_has_file_offsets() -> None:
    text = "---\ntitle: 潮\n---\n<p>low</p>\n"
    markup = Markup(text, Span(text.index("<p>"), len(text)), is_html=True)
    [element] = markup.elements()
    assert at(text, element.span) == "<p>"


def test_generated_elements_have_the_span_of_their_construct() -> None:
    text = "# 潮\r\n\r\nsee [tide](https://example.org/潮 'T') and ![low 👍](a.png)\r\n"
    markup = markdown(text)
    [link] = markup.elements("a")
    [image] = markup.elements("img")
    assert not link.authored
    assert at(text, link.span) == "[tide](https://example.org/潮 'T')"
    url = link.get("href")
    assert url is not None
    assert url.value == "https://example.org/潮"
    assert at(text, url.span) == "https://example.org/潮"
    alt, src = image.get("alt"), image.get("src")
    assert alt is not None
    assert src is not None
    assert at(text, alt.span) == "low 👍"
    assert at(text, src.span) == "a.png"
    assert link.end_span is None


def test_html_around_markdown_is_one_element() -> None:
    text = "<details>\n<summary>s</summary>\n\n*low*\n\n- one\n- <b>two</b>\n\n</details>\n"
    markup = markdown(text)
    assert markup.repairs == []
    [details] = markup.elements("details")
    assert at(text, details.end_span) == "</details>"
    [bold] = markup.elements("b")
    assert [e.tag for e in bold.ancestors()] == ["li", "ul", "details"]


def test_code_is_not_markup() -> None:
    text = "`<div>` and\n\n```html\n<p></b>\n```\n\n    <i>\n"
    assert [e.tag for e in markdown(text).elements() if e.authored] == []


@pytest.mark.parametrize(
    ("generator", "syntax"),
    [
        ("hexo", "{% asset_img low.png '<b>' %}"),
        ("hugo", '{{< figure src="a<b" >}}'),
        ("hugo", "{{% note %}}"),
        ("jekyll", "{{ page.title | default: '<' }}"),
        ("jekyll", "{% highlight html %}<div></p>{% endhighlight %}"),
        ("eleventy", "<%= a < b %>"),
        ("zola", "{# <div> #}"),
    ],
)
def test_template_syntax_is_not_markup(generator: str, syntax: str) -> None:
    for read in (html, markdown):
        text = f"潮 {syntax} <b>low</b>"
        markup = read(text, generator)
        assert [e.tag for e in markup.elements() if e.authored] == ["b"]
        assert markup.repairs == []
        assert markup.parse_errors == []


@pytest.mark.parametrize(
    ("generator", "text"),
    [
        ("docusaurus", ":::tip <b>\n\n{}\n\n:::\n"),
        ("vitepress", "::: info\n{}\n:::\n"),
        ("quarto", "::: {{.callout}}\n{}\n:::\n\n$a <b> c$\n"),
        ("myst", ":::{{note}} <b>\n{}\n:::\n\n% <b>\n\n$a <b> c$\n"),
        ("mkdocs", '!!! note "a <b>"\n\n    {}\n\n    low\n'),
        ("mkdocs", '=== "Tab <b>"\n\n    ??? tip\n\n        {}\n'),
        ("jekyll", "{}\n{{: .note title='<b>'}}\n"),
        ("obsidian", "%% <b> %% {} [[a <b>|c]]\n"),
        ("hugo", "low\n: {}\n\n$$ a <b> c $$\n"),
    ],
)
def test_dialect_markers_are_not_markup_but_their_content_is(generator: str, text: str) -> None:
    whole = text.format("<i>潮</i>")
    markup = markdown(whole, generator)
    assert [(e.tag, at(whole, e.span)) for e in markup.elements() if e.authored] == [("i", "<i>")]
    assert markup.repairs == []
    open_ = text.format("<i>潮")
    assert [at(open_, r.span) for r in markdown(open_, generator).repairs] == ["<i>"]


def test_template_syntax_in_a_value_is_recognized() -> None:
    text = '<a href="{{ url }}" title="t">x</a>'
    [element] = html(text).elements("a")
    assert [a.templated for a in element.attributes] == [True, False]


def test_braces_around_tags_are_text_without_a_generator() -> None:
    text = "<p>{{ low</p>\n<p><em>tide }}</p>"
    assert [r.kind for r in html(text).repairs] == ["unclosed"]


def test_text_runs_are_the_displayed_text() -> None:
    text = "<p>low <b>潮</b></p><script>x</script><!-- y --><pre>code</pre>&amp; 👍"
    assert [run.text for run in html(text).text_runs] == ["low ", "潮", "& 👍"]
    assert [at(text, run.span) for run in html(text).text_runs] == ["low ", "潮", "&amp; 👍"]


def test_soup_is_the_same_tree_with_offsets() -> None:
    text = "<p>one\r\n<b class='x y'>潮</p>two"
    soup = html(text).soup
    bold = soup.find("b")
    assert bold is not None
    assert bold.get_text() == "潮"
    assert bold.sourcepos == text.index("<b")
    assert bold.sourceline == 2


@pytest.mark.parametrize("read", [html, markdown])
def test_an_empty_body_is_an_empty_tree(read) -> None:  # type: ignore[no-untyped-def]
    markup = read("")
    assert (list(markup.elements()), markup.repairs, markup.parse_errors) == ([], [], [])
    assert markup.text_runs == []


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b x=1>", "</b>", "<div a='1' a=2>", "</div>", "潮", "👍", "\n", "\r\n", "\n\n",
        "# ", "- ", "> ", "*", "**", "`", "```\n", "[a](b)", "![c](d)", "&amp;", "&copy", "<", "<新>",
        "| a | b |\n|---|---|\n| c | d |\n", "{{ x }}", "{% y %}", "<!-- z -->", "<!--", "\t", "\ufeff",
        "</", "<br/>", "<a/>", "1. ", "[^1]", "[^1]: n\n", "\x00", "\\", "<table>", "<td>", "<svg>",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join), st.booleans())
@examples(500)
def test_every_span_is_inside_the_file(text: str, is_html: bool) -> None:
    markup = html(text) if is_html else markdown(text)
    spans = [span for e in markup.elements() for span in (e.span, e.end_span) if span]
    spans += [a.span for e in markup.elements() for a in e.attributes]
    spans += [a.value_span for e in markup.elements() for a in e.attributes]
    spans += [repair.span for repair in markup.repairs]
    spans += [repair.other for repair in markup.repairs if repair.other]
    spans += [error.span for error in markup.parse_errors]
    spans += [run.span for run in markup.text_runs]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    for repair in markup.repairs:
        if repair.tag != "#text":
            tag = text[repair.span.start : repair.span.end]
            assert re.match(rf"</?{repair.tag}\b.*>$", tag, re.IGNORECASE | re.DOTALL), (text, tag)
    for element in markup.elements():
        if element.authored:
            assert text.startswith("<" + element.tag, element.span.start)


@pytest.mark.parametrize("line_ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "text",
    [
        "# 潮 👍\n\n[low](a.md) *tide*\n\n- one\n- ![two](b.png)\n\n> quoted\n",
        "---\n\n| a | b |\n|---|---|\n| 潮 | `<p>` |\n",
        "{{ low }} [a](b) {% if tide %}\n[c](d)\n{% endif %}\n",
    ],
)
def test_elements_of_markdown_are_where_the_parser_located_them(
    text: str, line_ending: str
) -> None:
    markup = markdown(text.replace("\n", line_ending), "jekyll")
    assert markup.is_generated
    elements = list(markup.elements())
    assert elements
    for element in elements:
        place = element._node.source_location.start_tag  # type: ignore[union-attr]
        start, end = place.start_offset - markup.shift, place.end_offset - markup.shift
        assert element.span == markup.source_map.between(start, end)
        assert element.end_span is None


def test_an_element_is_the_same_object_for_all_rules() -> None:
    markup = html("<p><a href='b' id='c'>low</a></p>")
    [first] = markup.elements("a")
    _, second = markup.elements("p", "a")
    [third] = markup.elements_with("id")
    assert first is second is third
