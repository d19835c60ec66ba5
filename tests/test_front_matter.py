"""Front matter: its position, its data, and the spans of its keys and values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from contentlint.core.source import Position, Source, Span
from contentlint.front_matter import FrontMatter, KeyPath, read

YAML = """\
title: "Low tide: a walk"
cover:
  image: /img/潮.jpg
  alt: '低潮 👍'
tags: [sea, walk, 海]
authors:
- name: Mara Ellwood
  url: https://example.org/mara
- 林知微
empty:
text: |
  one
  two

date: 2024-03-18 20:00:00 +08:00
"""


def at(text: str, span: Span) -> str:
    return text[span.start : span.end]


def value(text: str, front_matter: FrontMatter, *path: str | int) -> str:
    return at(text, front_matter.span_of(path))


FRAMES = [
    "---\n{}---\nbody\n",
    "\ufeff---\n{}---\nbody\n",
    "\n\n---\n{}---\nbody\n",
    "\ufeff\n---\n{}---",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_key_path_has_its_spans(frame: str, line_end: str) -> None:
    text = frame.format(YAML).replace("\n", line_end)
    fm = read(text)
    assert (fm.format, fm.closed, fm.syntax_problems) == ("yaml", True, ())
    assert value(text, fm, "title") == '"Low tide: a walk"'
    assert value(text, fm, "cover", "image") == "/img/潮.jpg"
    assert value(text, fm, "cover", "alt") == "'低潮 👍'"
    assert value(text, fm, "tags") == "[sea, walk, 海]"
    assert value(text, fm, "tags", 2) == "海"
    assert value(text, fm, "authors", 0, "url") == "https://example.org/mara"
    assert value(text, fm, "authors", 1) == "林知微"
    assert value(text, fm, "empty") == ""
    assert at(text, fm.span_of(("cover", "alt"), key=True)) == "alt"
    empty = fm.span_of(("empty",))
    assert text[: empty.start].endswith("empty:")
    assert value(text, fm, "text").startswith("|")
    assert value(text, fm, "text").endswith("two")
    assert fm.raw(("date",)) == "2024-03-18 20:00:00 +08:00"
    assert fm.raw(("cover", "alt")) == "低潮 👍"
    assert fm.data["tags"] == ["sea", "walk", "海"]
    assert at(text, fm.opening) == "---"
    assert text[fm.body_start :].startswith("body") or fm.body_start == len(text)


def test_lines_and_columns_after_a_byte_order_mark_and_blank_lines() -> None:
    text = "\ufeff\r\n---\r\n标题: 潮\r\ntitle: 👍 x\r\n---\r\n"
    fm = read(text)
    source = Source("a.md", text)
    assert not fm.at_start
    assert source.position(fm.opening.start) == Position(2, 1)
    assert source.position(fm.span_of(("标题",)).start) == Position(3, 5)
    assert source.position(fm.span_of(("title",)).end) == Position(4, 11)


def test_an_unknown_path_has_the_span_of_its_closest_known_parent() -> None:
    text = "---\ncover: {a: 1}\n---\n"
    fm = read(text)
    assert value(text, fm, "cover", "b") == "{a: 1}"
    assert value(text, fm, "none") == "---"


def test_anchors_and_merge_keys() -> None:
    text = "---\nbase: &b {a: 1, c: 2}\nother:\n  <<: *b\n  c: 3\n---\n"
    fm = read(text)
    assert fm.data["other"] == {"a": 1, "c": 3}
    assert fm.duplicates == ()
    assert value(text, fm, "other", "c") == "3"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "text\n",
        "---\n\nA thematic break, then text.\n",
        "\n---\n\nText between\n\n---\n",
        "- a list\n---\n",
        "{ not: json",
        "{% raw %}{% endraw %}",
        "{{ template }}\n",
        "+++ not toml\n",
        "----x\ntitle: a\n---\n",
    ],
)
def test_text_that_is_not_front_matter(text: str) -> None:
    fm = read(text)
    assert (fm.format, dict(fm.data), fm.syntax_problems) == (None, {}, ())
    assert fm.body_start == (1 if text.startswith("\ufeff") else 0)


def test_an_unclosed_block_ends_after_its_keys() -> None:
    text = "---\ntitle: a\ntags:\n  - b\n\nBody: text.\n"
    fm = read(text)
    assert not fm.closed
    assert fm.data == {"title": "a", "tags": ["b"]}
    assert text[fm.body_start :] == "\nBody: text.\n"
    assert [at(text, p.span) for p in fm.syntax_problems] == ["---"]


def test_an_empty_block_and_dots_at_its_end() -> None:
    assert read("---\n---\nx").body_start == 8
    assert read("---\ntitle: a\n...\nx").data == {"title": "a"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_toml(line_end: str) -> None:
    text = (
        "+++\ntitle = \"潮: 'a'\" # comment\npath = '2024/x'\ntags = [\n  'a', # one\n  '海',\n]\n"
        "date = 2024-03-18T20:00:00+08:00\n[extra.cover]\nimage = 'a.png'\n"
        "[[authors]]\nname = 'A'\n[[authors]]\nname = '林'\ninline = {a = 1, b.c = [1, 2]}\n+++\nbody"
    ).replace("\n", line_end)
    fm = read(text)
    assert (fm.format, fm.syntax_problems) == ("toml", ())
    assert fm.data["title"] == "潮: 'a'"
    assert value(text, fm, "title") == "\"潮: 'a'\""
    assert value(text, fm, "tags", 1) == "'海'"
    assert value(text, fm, "extra", "cover", "image") == "'a.png'"
    assert value(text, fm, "authors", 1, "name") == "'林'"
    assert value(text, fm, "authors", 1, "inline", "b", "c") == "[1, 2]"
    assert fm.raw(("date",)) == "2024-03-18T20:00:00+08:00"
    assert text[fm.body_start :] == "body"


def test_invalid_toml_is_reported_at_its_value() -> None:
    text = "+++\r\ntitle = 'a'\r\nx = y\r\n+++\r\n"
    [problem] = read(text).syntax_problems
    assert at(text, problem.span) == "y"


@pytest.mark.parametrize(
    ("frame", "start"),
    [
        ("{{{}}}\n\nbody", "{"),
        (";;;\n{}\n;;;\nbody", ";;;"),
        ("---json\n{{{}}}\n---\nbody", "---json"),
    ],
)
def test_json(frame: str, start: str) -> None:
    text = frame.format('\n"title": "潮 \\u0041",\n"tags": ["a", {"b": 1}]\n')
    fm = read(text)
    assert (fm.format, fm.syntax_problems) == ("json", ())
    assert fm.data == {"title": "潮 A", "tags": ["a", {"b": 1}]}
    assert value(text, fm, "title") == '"潮 \\u0041"'
    assert value(text, fm, "tags", 1, "b") == "1"
    assert at(text, fm.opening) == start
    assert text[fm.body_start :].strip() == "body"


@pytest.mark.parametrize(
    ("yaml", "marked", "words"),
    [
        ("title: a: b", "a: b", "contains `: `; quote it"),
        ('title: "x', '"x', "unclosed"),
        ("title: [a, b", "[a, b", "add `]`"),
        ("title: 'it's'", "'it's'", "contains the quote"),
        ("tags:\n\t- a", "\t", "tab"),
        ("title:x\nb: c", "title:x", "missing space"),
        ("t: @x", "@x", "cannot begin with `@`"),
        ("t: `x`", "`x`", "a backtick"),
        ("t: *x", "*x", "unknown alias"),
        ('t: "\\d"', "\\d", "invalid escape sequence"),
        ("a: b\n c: d", "c: d", "indentation"),
        ("- a", "- a", "not a mapping"),
        ("a\0b: 1", "\0", "control character U+0000"),
        ("a: &a [*a]", "a: &a [*a]\n", "contains itself"),
        ("a: " + "[" * 60 + "]" * 60, None, "nested deeper"),
    ],
)
def test_messages_for_invalid_yaml(yaml: str, marked: str | None, words: str) -> None:
    text = f"---\n{yaml}\n---\nbody\n"
    [problem] = read(text).syntax_problems
    assert words in problem.message
    assert marked is None or at(text, problem.span) == marked


def test_an_alias_bomb_is_rejected() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    fm = read("---\n" + "\n".join(lines) + "\n---\n")
    assert "too many values" in fm.syntax_problems[0].message
    assert fm.data == {}


def test_ambiguous_yaml_values_are_recorded_with_their_text() -> None:
    fm = read(
        "---\na: no\nb: 1.10\nc: 012\nd: 12:30\ne: 2021-02-30\nf: true\ng: 12\nh: 'no'\n---\n"
    )
    assert [(r.raw, r.became) for r in fm.retyped] == [
        ("no", "boolean `false`"),
        ("1.10", "number `1.1`"),
        ("012", "number `10`"),
        ("12:30", "number `750` (base 60)"),
    ]
    assert fm.data["e"] == "2021-02-30"


def test_a_key_is_a_string_whatever_yaml_parses_it_as() -> None:
    text = "---\non: 1\n404: 2\n? [a, b]\n: 3\n---\n"
    assert list(read(text).data) == ["on", "404", "[a, b]"]


PIECES = st.sampled_from(
    "--- +++ ;;; \n \r\n title: : a 'b \" [ ] { } - * & ! | > # \t 潮 👍 \ufeff = \\ , 2024-01-02 no ... \0".split(" ")
)  # fmt: skip


@given(st.sampled_from(["", "---\n", "+++\n", ";;;\n", "{", "---json\n"]), st.lists(PIECES))
@examples(800)
def test_nothing_raises_and_every_span_lies_in_the_file(start: str, pieces: list[str]) -> None:
    text = start + " ".join(pieces)
    fm = read(text)
    spans = [fm.block, fm.opening, *(p.span for p in fm.syntax_problems)]
    spans += [span for entry in fm.entries.values() for span in entry if span is not None]
    spans += [r.span for r in fm.retyped] + [d.span for d in fm.duplicates]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert 0 <= fm.body_start <= len(text)


def paths(data: object, path: KeyPath = ()) -> list[KeyPath]:
    if isinstance(data, dict):
        return [p for key, item in data.items() for p in ((*path, key), *paths(item, (*path, key)))]
    if isinstance(data, list):
        return [p for i, item in enumerate(data) for p in ((*path, i), *paths(item, (*path, i)))]
    return []


def test_every_path_of_the_data_has_an_entry() -> None:
    fm = read(f"---\n{YAML}---\n")
    assert set(paths(dict(fm.data))) == set(fm.entries)


def test_toml_tables_without_a_header_have_a_span() -> None:
    text = '+++\nseo.card.kind = "wide"\n[[extra.links]]\n"to\\u0020sea" = 1\n[[extra.links]]\na = 2\n+++\n'
    front_matter = read(text)

    def place(*path: str | int, key: bool = False) -> str:
        span = front_matter.span_of(path, key=key)
        return text[span.start : span.end]

    assert place("seo", key=True) == "seo"
    assert place("seo", "card", key=True) == "seo.card"
    assert place("seo") == 'seo.card.kind = "wide"'
    assert place("extra") == "[[extra.links]]"
    assert front_matter.entries["extra", "links"].value.start == text.index("[[extra")
    assert place("extra", "links", 1) == "[[extra.links]]"
    assert place("extra", "links", 0, "to sea") == "1"
