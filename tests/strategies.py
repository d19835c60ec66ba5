"""Articles as hypothesis makes them: front matter, HTML, Markdown, templates and encodings."""

from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st


def examples(number: int) -> settings:
    """So many examples in `.ci/run`, and the first quarter of them elsewhere."""
    return settings(max_examples=number * settings.default.max_examples // 100)


class Article(NamedTuple):
    """A file.

    Args:
        name: its name, whose ending decides what it is.
        data: its bytes.
        generator: what builds its site.
    """

    name: str
    data: bytes
    generator: str | None


WORDS = st.sampled_from(
    [
        "low tide",
        "潮汐 ABC",
        "the the",
        "👍",
        "a\u200bb",
        "\u202eebb",
        "“quote",
        "（a)",
        "&copy",
        "&nosuch;",
    ]
)
URLS = st.sampled_from(
    [
        "/a.png",
        "a b.png",
        "javascript:x()",
        "https://u:p@example.org/?utm_source=x",
        "#a",
        "",
        "//[",
        "data:,x",
    ]
)
TAGS = st.sampled_from(
    [
        "p",
        "b",
        "i",
        "a",
        "div",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "select",
        "option",
        "svg",
        "template",
        "h2",
        "新",
        "br",
    ]
)
SCALARS = st.sampled_from(
    [
        "low",
        "'潮: low'",
        '"a\\tb"',
        "2024-02-30",
        "2024-03-18T12:00:00+08:00",
        "Mon, 18 Mar 2024 02:15:40 GMT",
        "0x1f",
        "1:30",
        "yes",
        "~",
        "[a, b]",
        "{a: b}",
        "*x",
        "&x y",
        "!!python/name:a b",
        "{{ x }}",
        ">-\n  a\n  - b",
        "",
    ]
)
KEYS = st.sampled_from(
    [
        "title",
        "date",
        "tags",
        "author",
        "cover",
        "source",
        "lang",
        "contentlint",
        "slug",
        "<<",
        "a.b",
        "潮",
    ]
)
PAIRS = st.lists(st.tuples(KEYS, SCALARS), max_size=5)


@st.composite
def front_matter(draw: st.DrawFn) -> str:
    """A block in YAML, TOML or JSON, whole or not, or none."""
    pairs = draw(PAIRS)
    before = draw(st.sampled_from(["", "", "", "\n", " ", "\ufeff"]))
    kind = draw(st.sampled_from(["yaml", "yaml", "toml", "json", "none"]))
    if kind == "yaml":
        lines = "".join(f"{key}: {value}\n" for key, value in pairs)
        return (
            before
            + "---\n"
            + lines
            + draw(st.sampled_from(["---\n", "---\n", "...\n", "--\n", ""]))
        )
    if kind == "toml":
        lines = "".join(f"{key} = {value}\n" for key, value in pairs)
        return (
            before
            + "+++\n"
            + lines
            + draw(st.sampled_from(["+++\n", "[a.b]\n+++\n", "[[a]]\n+++\n", ""]))
        )
    if kind == "json":
        return before + "{" + ",".join(f'"{key}": "{value}"' for key, value in pairs) + "}\n\n"
    return before


def _tag(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    ends = st.sampled_from(["</{0}>", "</{0}>", "", "</{0} a>", "</{0}/<>", "</p>"])
    attributes = st.sampled_from(["", " id=a", ' class="x', " a=b a=c", "/", " onclick=x()", " <"])
    made = st.tuples(TAGS, attributes, inner, ends)
    return made.map(lambda parts: f"<{parts[0]}{parts[1]}>{parts[2]}{parts[3].format(parts[0])}")


HTML = st.recursive(
    st.one_of(
        WORDS,
        URLS.map(lambda url: f'<img src="{url}" alt>'),
        URLS.map(lambda url: f"<a href='{url}'>x</a>"),
        st.sampled_from(
            ["<!-- a -->", "<!--", "<![CDATA[x]]>", "<?php ?>", "<script>a</script>", "< a", "</>"]
        ),
    ),
    lambda inner: st.one_of(_tag(inner), st.lists(inner, max_size=3).map("".join)),
    max_leaves=8,
)
MARKDOWN = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "# Head",
            "### Skipped!!",
            "> quote\n> - item",
            "1. a\n   - b",
            "```js\n<b>\n```",
            "| a | b |\n|---|---|\n| x | `y` |",
            "[^1] [^1]: note",
            "**a _b** c_",
            "\tcode",
            "a  \nb",
            "***",
            "$x^2$ ==a== ~~b~~",
            "[[Link|text]] ![[pic.png]]",
            "::: note\nx\n:::",
            "!!! note\n    x",
        ]
    ),
    URLS.map(lambda url: f"![]({url})"),
    URLS.map(lambda url: f"[x](<{url}> 't')"),
)
TEMPLATES = st.sampled_from(
    [
        "{{ page.title }}",
        "{% if a %}<p>{% endif %}",
        "{% raw %}</b>{% endraw %}",
        '{{< figure src="a.png" >}}',
        "{{",
        "%}",
        "<X a={1} {...b}>x</X>",
        "{/* contentlint-disable-line */}",
        "<!-- contentlint-disable html/stray-end-tag -- why -->",
        "<!-- contentlint-disable-next-line until 2024-01-01 -->",
        "<!-- contentlint-enable -->",
    ]
)
ENCODINGS = st.sampled_from(["utf-8"] * 12 + ["utf-16", "latin-1", "gb18030", "utf-8-sig"])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """A whole file."""
    pieces = draw(st.lists(st.one_of(HTML, MARKDOWN, TEMPLATES), max_size=6))
    text = draw(front_matter()) + draw(st.sampled_from(["\n\n", "\n", " "])).join(pieces)
    text += draw(st.sampled_from(["", "\n"]))
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    data = text.replace("\n", line_end).encode(draw(ENCODINGS), "replace")
    if draw(st.integers(0, 9)) == 0:
        place = draw(st.integers(0, len(data)))
        data = data[:place] + draw(st.binary(max_size=4)) + data[place:]
    name = draw(st.sampled_from(["a.md", "a.html", "a.mdx"]))
    return Article(
        name, data, draw(st.sampled_from([None, "hexo", "hugo", "jekyll", "docusaurus"]))
    )
