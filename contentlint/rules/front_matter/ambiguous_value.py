"""YAML parses an unquoted value as another type.

`version: 1.10` is the number 1.1 for every parser; about others they differ. In `tags: [no]` the
tag is the boolean `false` for Jekyll and MkDocs and text for Hugo and Hexo, `title: 1e3` is 1000
for Hexo and text for Hugo, `012` is 10 or 12, `12:30` is text, 750 or 45000. The site then shows a
value that nobody wrote. The parser of the detected generator decides what is reported; without one,
YAML 1.1 does. Quote a value that is meant as text.

Keys that expect a boolean or a date (`comments: no`, `date: 2024-03-18`) are not reported.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Retyped,
    Site,
    bad,
    cut,
    good,
    lazy,
    replace,
    rule,
)
from contentlint.rules.front_matter._retyped import parser, quoted

EXAMPLES = [
    good("---\ncomments: no\ntoc: off\ndate: 2024-03-18\nweight: 10\nratio: 0.5\n---\n"),
    good("---\ntitle: 'No'\ntags: ['no', sea]\nversion: '1.10'\n---\n"),
    good("---\nseason: 01\nepisode: 00\n---\n"),
    good("---\ntitle: True grit\nupdated_on: 2024-03-18\nprice: 3.0\n---\n"),
    bad(
        "---\ntags: [sea, ⟦no⟧]\n---\n",
        "`no` is parsed as boolean `false` by YAML 1.1 parsers; quote it",
        fixed='---\ntags: [sea, "no"]\n---\n',
    ),
    bad(
        "---\r\ntitle: ⟦2024-03-18⟧\r\nversion: ⟦1.10⟧\r\n---\r\n👍",
        "`2024-03-18` is parsed as a date by most generators; quote it",
        "`1.10` is parsed as number `1.1`; quote it",
        fixed='---\r\ntitle: "2024-03-18"\r\nversion: "1.10"\r\n---\r\n👍',
    ),
    bad(
        "---\n标题: 潮\nslug: ⟦012⟧\nopens: ⟦12:30⟧\n---\n",
        "`012` is parsed as number `10` by YAML 1.1 parsers; quote it",
        "`12:30` is parsed as number `750` (base 60) by YAML 1.1 parsers; quote it",
        fixed='---\n标题: 潮\nslug: "012"\nopens: "12:30"\n---\n',
        path="a.md",
    ),
    good("---\ntitle: NO\ntags: [on, 1_000]\nopens: 12:30\n---\n", site=Site("hexo")),
    good("---\ntitle: 1e3\ntags: [no, 2024-03-18]\n---\n", site=Site("hugo")),
    good("---\ntitle: 21E08\nslug: 08\n---\n", site=Site("mkdocs")),
    good("---\ntitle: 1.10\ntags: [no, 012]\n---\n", site=Site("pelican")),
    good("---\ntitle: no\nslug: 012\n---\n", site=Site("quarto")),
    bad(
        "---\ntitle: ⟦21E08⟧\nslug: ⟦08⟧\nversion: ⟦3.0⟧\n---\n",
        "`21E08` is parsed as number `2100000000` by Eleventy; quote it",
        "`08` is parsed as number `8` by Eleventy; quote it",
        "`3.0` is parsed as number `3` by Eleventy; quote it",
        fixed='---\ntitle: "21E08"\nslug: "08"\nversion: "3.0"\n---\n',
        site=Site("eleventy"),
    ),
    bad(
        "---\ntitle: ⟦12:30⟧\ntags: [⟦no⟧, ⟦2024-3-8⟧]\n---\n",
        "`12:30` is parsed as number `45000` (base 60) by Jekyll; quote it",
        "`no` is parsed as boolean `false` by Jekyll; quote it",
        "`2024-3-8` is parsed as a date by Jekyll; quote it",
        fixed='---\ntitle: "12:30"\ntags: ["no", "2024-3-8"]\n---\n',
        site=Site("jekyll"),
    ),
    good("---\ntitle: 2024\n---\n", site=Site("hugo")),
    bad(
        "---\ntitle: ⟦2024⟧\n---\n",
        "`2024` is parsed as a number by Starlight, which expects a string; quote it",
        fixed='---\ntitle: "2024"\n---\n',
        site=Site("starlight"),
    ),
    good("---\ntitle: Low\nauthor: &mara Mara\neditor: *mara\nn: !!str 3\n---\n"),
    good("---\ncategories: [[sea]]\nsize: {width: 3, height: }\n---\n"),
    bad(
        "---\ntitle: ⟦{{ page.title }}⟧\nnote: ⟦!low tide⟧\nmood: ⟦&calm⟧\n---\n",
        "`{{ page.title }}` is parsed as a mapping; quote it",
        "`!low tide` is parsed as a tag; quote it",
        "`&calm` is parsed as an anchor; quote it",
        fixed='---\ntitle: "{{ page.title }}"\nnote: "!low tide"\nmood: "&calm"\n---\n',
    ),
    bad(
        "---\ntitle: ⟦&Ole and sons⟧\nnote: ⟦{low, tide}⟧\nup: ⟦[[Sea]]⟧\n---\n",
        "`&Ole and sons` is parsed as an anchor by Hexo; quote it",
        "`{low, tide}` is parsed as a mapping by Hexo; quote it",
        "`[[Sea]]` is parsed as a list inside a list by Hexo; quote it",
        fixed='---\ntitle: "&Ole and sons"\nnote: "{low, tide}"\nup: "[[Sea]]"\n---\n',
        site=Site("hexo"),
    ),
]

# Keys whose value is a string in every generator.
_STRING_KEYS = frozenset(
    "title subtitle description summary excerpt author authors tag tags category categories "
    "keyword keywords slug permalink lang language country locale version name id series "
    "layout".split()
)
# Hexo's categories may be lists of lists.
_NESTED_KEYS = frozenset({"categories", "category"})
_VERSION = lazy(r"\d+\.\d*0")


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when="has:front_matter.retyped,reading.strings",
)
def check(document: Document) -> Problems:
    reported = {problem.span for problem in document.field_problems}
    for value in document.front_matter.retyped:
        key = next((k for k in reversed(value.path) if isinstance(k, str)), "").lower()
        is_string = key in _STRING_KEYS or value.is_unintended
        if value.span in reported or not (is_string or _loses_text(value)):
            continue
        if _VERSION.fullmatch(value.raw) and key not in ("version", "title", "slug"):
            continue
        if value.is_refused or (value.kind == "nested-list" and key in _NESTED_KEYS):
            continue
        by = parser(document, value)
        if by is not None:
            message = f"`{cut(value.raw)}` is parsed as {value.became}{by}; quote it"
            yield Problem(value.span, message, quoted(value))
    yield from _numbers(document)


def _numbers(document: Document) -> Problems:
    """Plain numbers under keys for which the generator expects a string."""
    front_matter = document.front_matter
    retyped = {value.path for value in front_matter.retyped}
    for key in document.reading.strings:
        value = front_matter.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            raw = front_matter.raw((key,)) or ""
            if front_matter.format == "yaml" and (key,) not in retyped:
                title = document.generator.title
                message = f"`{raw}` is parsed as a number by {title}, which expects a string"
                span = front_matter.span_of((key,))
                fix = replace(span, f'"{raw}"', "quote the value")
                yield Problem(span, f"{message}; quote it", fix)


def _loses_text(value: Retyped) -> bool:
    """Whether the parsed value is another than a person would read: `012`, `22:30`."""
    if value.kind == "sexagesimal":
        return True
    is_number = value.kind == "number" and value.raw[:1] == "0" and value.raw.isdigit()
    return is_number and value.raw.lstrip("0") != value.value and value.value != "0"
