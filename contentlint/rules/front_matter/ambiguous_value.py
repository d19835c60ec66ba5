"""YAML parses an unquoted value as another type.

In `tags: [no]` the tag is the boolean `false`, `version: 1.10` is the number 1.1, `012` is 10 and
`12:30` is 750. The site then shows a value that nobody wrote. Quote a value that is meant as text.

Keys that expect a boolean or a date (`comments: no`, `date: 2024-03-18`) are not reported.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, replace, rule

EXAMPLES = [
    good("---\ncomments: no\ntoc: off\ndate: 2024-03-18\nweight: 10\nratio: 0.5\n---\n"),
    good("---\ntitle: 'No'\ntags: ['no', sea]\nversion: '1.10'\n---\n"),
    good("---\ntitle: True grit\nupdated_on: 2024-03-18\nprice: 3.0\n---\n"),
    bad(
        "---\ntags: [sea, ⟦no⟧]\n---\n",
        "`no` is parsed as boolean `false`; quote it",
        fixed='---\ntags: [sea, "no"]\n---\n',
    ),
    bad(
        "---\r\ntitle: ⟦2024-03-18⟧\r\nversion: ⟦1.10⟧\r\n---\r\n👍",
        "`2024-03-18` is parsed as a date; quote it",
        "`1.10` is parsed as number `1.1`; quote it",
        fixed='---\r\ntitle: "2024-03-18"\r\nversion: "1.10"\r\n---\r\n👍',
    ),
    bad(
        "---\n标题: 潮\nslug: ⟦012⟧\nopens: ⟦12:30⟧\n---\n",
        "`012` is parsed as number `10`; quote it",
        "`12:30` is parsed as number `750` (base 60); quote it",
        fixed='---\n标题: 潮\nslug: "012"\nopens: "12:30"\n---\n',
        path="a.md",
    ),
    good("---\ntitle: Low\nauthor: &mara Mara\neditor: *mara\nn: !!str 3\n---\n"),
    bad(
        "---\ntitle: ⟦{{ page.title }}⟧\nnote: ⟦!low tide⟧\nmood: ⟦&calm⟧\n---\n",
        "`{{ page.title }}` is parsed as a mapping; quote it",
        "`!low tide` is parsed as a tag; quote it",
        "`&calm` is parsed as an anchor; quote it",
        fixed='---\ntitle: "{{ page.title }}"\nnote: "!low tide"\nmood: "&calm"\n---\n',
    ),
]

# Keys whose value is a string in every generator.
_STRING_KEYS = frozenset(
    "title subtitle description summary excerpt author authors tag tags category categories "
    "keyword keywords slug permalink lang language country locale version name id series "
    "layout".split()
)
_BOOLEAN = lazy(r"(?i)yes|no|on|off|y|n")
_VERSION = lazy(r"\d+\.\d*0")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    reported = {problem.span for problem in document.field_problems}
    for value in document.front_matter.retyped:
        key = next((k for k in reversed(value.path) if isinstance(k, str)), "")
        is_string = key.lower() in _STRING_KEYS or value.is_unintended
        if value.span in reported or not (is_string or _loses_text(value.raw, value.kind)):
            continue
        if _VERSION.fullmatch(value.raw) and key.lower() not in ("version", "title", "slug"):
            continue
        message = f"`{cut(value.raw)}` is parsed as {value.became}; quote it"
        quote = "'" if '"' in value.raw or "\\" in value.raw else '"'
        fix = None
        if quote not in value.raw and "\n" not in value.raw:
            fix = replace(value.span, f"{quote}{value.raw}{quote}", "quote the value")
        yield Problem(value.span, message, fix)


def _loses_text(raw: str, kind: str) -> bool:
    """Whether the parsed value no longer shows what was written: `007`, `22:30`."""
    if _BOOLEAN.fullmatch(raw) or kind in ("date", "time"):
        return False
    return (raw[:1] == "0" and raw.isdigit()) or kind == "sexagesimal"
