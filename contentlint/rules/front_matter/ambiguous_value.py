"""YAML reads a plain value as something else than the text that stands there.

`tags: [no]` is a list with the truth value false, `version: 1.10` is the number 1.1, `012` is ten
and `12:30` is 750. Where text is meant, put it in quotes.

A key that wants a truth value or a date (`comments: no`, `date: 2024-03-18`) is left alone.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, replace, rule

EXAMPLES = [
    good("---\ncomments: no\ntoc: off\ndate: 2024-03-18\nweight: 10\nratio: 0.5\n---\n"),
    good("---\ntitle: 'No'\ntags: ['no', sea]\nversion: '1.10'\n---\n"),
    good("---\ntitle: True grit\nupdated_on: 2024-03-18\nprice: 3.0\n---\n"),
    bad(
        "---\ntags: [sea, ⟦no⟧]\n---\n",
        "YAML reads `no` as the truth value false; put it in quotes",
        fixed='---\ntags: [sea, "no"]\n---\n',
    ),
    bad(
        "---\r\ntitle: ⟦2024-03-18⟧\r\nversion: ⟦1.10⟧\r\n---\r\n👍",
        "YAML reads `2024-03-18` as a date; put it in quotes",
        "YAML reads `1.10` as the number 1.1; put it in quotes",
        fixed='---\r\ntitle: "2024-03-18"\r\nversion: "1.10"\r\n---\r\n👍',
    ),
    bad(
        "---\n标题: 潮\nslug: ⟦012⟧\nopens: ⟦12:30⟧\n---\n",
        "YAML reads `012` as the number 10; put it in quotes",
        "YAML reads `12:30` as the number 750 (base 60); put it in quotes",
        fixed='---\n标题: 潮\nslug: "012"\nopens: "12:30"\n---\n',
        path="a.md",
    ),
    good("---\ntitle: Low\nauthor: &mara Mara\neditor: *mara\nn: !!str 3\n---\n"),
    bad(
        "---\ntitle: ⟦{{ page.title }}⟧\nnote: ⟦!low tide⟧\nmood: ⟦&calm⟧\n---\n",
        "YAML reads `{{ page.title }}` as a mapping; put it in quotes",
        "YAML reads `!low tide` as a tag; put it in quotes",
        "YAML reads `&calm` as an anchor; put it in quotes",
        fixed='---\ntitle: "{{ page.title }}"\nnote: "!low tide"\nmood: "&calm"\n---\n',
    ),
]

# Keys whose value is text to every generator.
_TEXT = frozenset(
    "title subtitle description summary excerpt author authors tag tags category categories "
    "keyword keywords slug permalink lang language country locale version name id series "
    "layout".split()
)
_TRUTH = lazy(r"(?i)yes|no|on|off|y|n")
_VERSION = lazy(r"\d+\.\d*0")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    told = {problem.span for problem in document.field_problems}
    for value in document.front_matter.retyped:
        key = next((k for k in reversed(value.path) if isinstance(k, str)), "")
        is_text = key.lower() in _TEXT or value.is_never_meant
        if value.span in told or not (is_text or _is_lost(value.raw, value.kind)):
            continue
        if _VERSION.fullmatch(value.raw) and key.lower() not in ("version", "title", "slug"):
            continue
        message = f"YAML reads `{cut(value.raw)}` as {value.became}; put it in quotes"
        quote = "'" if '"' in value.raw or "\\" in value.raw else '"'
        fix = None
        if quote not in value.raw and "\n" not in value.raw:
            fix = replace(value.span, f"{quote}{value.raw}{quote}", "put it in quotes")
        yield Problem(value.span, message, fix)


def _is_lost(raw: str, kind: str) -> bool:
    """Whether the value cannot be told from what YAML makes of it: `007`, `22:30`."""
    if _TRUTH.fullmatch(raw) or kind in ("date", "time"):
        return False
    return (raw[:1] == "0" and raw.isdigit()) or kind == "sexagesimal"
