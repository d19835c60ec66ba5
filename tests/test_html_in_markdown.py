"""HTML inside Markdown is parsed with it: only invalid markup is reported."""

import re

from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source
from contentlint.markup.standard import OPTIONAL_END
from contentlint.rule import Problem

RULES = [
    rule
    for rule in map(registry.load, registry.rule_ids())
    if rule.id.startswith("html/") and rule.preset == "recommended"
]

WORDS = st.sampled_from(
    [
        "low tide",
        "潮",
        "👍",
        "*ebb*",
        "`<b>`",
        "[a](/b)",
        "![c](d.png)",
        "a < b",
        "**x** y",
        "5 > 4",
    ]
)
INLINE_TAGS = ["em", "kbd", "sub", "span", "mark", "small", "del"]


@st.composite
def phrases(draw: st.DrawFn, depth: int = 2) -> str:
    words = draw(WORDS)
    if depth == 0 or draw(st.booleans()):
        return words
    tag = draw(st.sampled_from(INLINE_TAGS))
    inside = draw(phrases(depth=depth - 1))
    return f'{words} <{tag} title="t">{inside}</{tag}> {words}'


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> str:
    kind = draw(
        st.sampled_from(["text", "heading", "list", "quote", "code", "table", *["html"] * 4])
    )
    phrase = draw(phrases())
    if kind == "text" or depth == 0:
        return f"{phrase}\n"
    if kind == "heading":
        return f"## {phrase}\n"
    if kind == "code":
        return "```html\n<div><p></ul>\n```\n"
    if kind == "table":
        return f"| a | b |\n|---|---|\n| {phrase} | x |\n"
    inner = "\n".join(draw(st.lists(blocks(depth=depth - 1), min_size=1, max_size=2)))
    if kind == "list":
        return "- " + inner.rstrip("\n").replace("\n", "\n  ") + "\n"
    if kind == "quote":
        return "> " + inner.rstrip("\n").replace("\n", "\n> ") + "\n"
    tag = draw(st.sampled_from(["div", "details", "section", "blockquote", "aside", "center"]))
    summary = "<summary>Tides</summary>\n" if tag == "details" else ""
    return f'<{tag} class="x">\n{summary}\n{inner}\n</{tag}>\n'


ARTICLES = st.lists(blocks(), min_size=1, max_size=3).map("\n".join)
LINE_ENDS = st.sampled_from(["\n", "\r\n"])
FRONT = st.sampled_from(["", "---\ntitle: 潮\n---\n", "\n---\ntitle: Low tide\n---\n"])


def problems(text: str) -> list[Problem]:
    document = Document(Source("a.md", text))
    return [problem for rule in RULES for problem in rule.check(document)]


def said(text: str) -> list[tuple[str, str]]:
    return [(p.message, text[p.span.start : p.span.end]) for p in problems(text)]


@given(FRONT, ARTICLES, LINE_ENDS)
@examples(300)
def test_valid_markup_is_never_reported(front: str, body: str, line_end: str) -> None:
    assert said((front + body).replace("\n", line_end)) == []


@given(FRONT, ARTICLES, LINE_ENDS, st.data())
@examples(400)
def test_a_missing_end_tag_is_found(
    front: str, body: str, line_end: str, data: st.DataObject
) -> None:
    text = (front + body).replace("\n", line_end)
    in_code = [m.span() for m in re.finditer(r"```.*?```|`[^`\n]*`", text, re.DOTALL)]
    ends = [
        m
        for m in re.finditer(r"</(\w+)>", text)
        if m[1] not in OPTIONAL_END and not any(a <= m.start() < b for a, b in in_code)
    ]
    if not ends:
        return
    end = data.draw(st.sampled_from(ends))
    broken = text[: end.start()] + text[end.end() :]
    found = problems(broken)
    assert found, broken
    # The reported tag is in the source, and it is the one without an end tag or inside it.
    for problem in found:
        assert 0 <= problem.span.start < problem.span.end <= len(broken)
        assert re.fullmatch(r"</?\w+[^<>]*>", broken[problem.span.start : problem.span.end]), said(
            broken
        )
