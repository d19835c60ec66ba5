"""The front matter is not valid YAML, TOML or JSON, or is not closed.

A generator fails on such a file, or publishes it without title, date and tags. The usual cause is a
value that contains `: ` or begins with a character that is reserved in YAML. Quote such a value.
"""

from contentlint.rule import Document, Problem, Problems, Site, Span, bad, cut, good, rule
from contentlint.rules.front_matter._retyped import quoted

EXAMPLES = [
    good("---\ntitle: 'Low tide: a walk'\ntags: [sea, walk]\n---\n"),
    good("+++\ntitle = 'Low tide'\n[extra]\nn = [1, 2]\n+++\n"),
    good('{\n  "title": "Low tide"\n}\n\nText\n', path="a.md"),
    good("---\n\nA line above the text is not front matter.\n", path="a.md"),
    bad(
        "---\ntitle: ⟦Low tide: a walk⟧\n---\n",
        "`title`: value contains `: `; quote it",
    ),
    bad(
        "⟦---⟧\ntitle: Low tide\n\nText\n",
        "unclosed front matter; add `---` after the last key",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 低潮 👍\r\nauthor: ⟦@mara⟧\r\n---\r\n",
        "a value cannot begin with `@`; quote it",
    ),
    bad(
        "---\ntags:\n⟦\t⟧- sea\n---\n",
        "tab in the indentation; use spaces",
        path="a.md",
    ),
    bad(
        "---\n⟦title:Low⟧\ndate: 2024-01-02\n---\n",
        "missing space after `:` in `title:Low`; add it",
    ),
    bad('---\ntitle: ⟦"Low tide⟧\n---\n', 'unclosed `"`; add the closing quote'),
    bad("---\ntags: ⟦[sea, walk⟧\n---\n", "unclosed `[`; add `]` or quote the value"),
    bad("---\n⟦just words⟧\n---\n", "front matter is not a mapping; use `key: value` lines"),
    good("---\ntitle: a\ndescription: low tide\n  - and high - at the sea\n---\n"),
    bad(
        "---\ntags:\n- sea\n ⟦- tide⟧\n---\n",
        "`- tide` continues the value above; align it with the other items",
    ),
    bad(
        "---\ntags:\n  - sea\n  ⟦-mud⟧\n---\n",
        "missing space after `-` in `-mud`; add it",
    ),
    bad("+++\ntitle = ⟦Low⟧\n+++\n", "unquoted string `Low`; quote it"),
    good("---\nglobs: *.md, *.html\nalwaysApply: false\n---\n", path=".cursor/rules/tides.mdc"),
    bad("---\ntitle: ⟦> 3 boats⟧\n---\n", "a value cannot begin with `>`; quote it"),
    bad(
        "---\ntitle:⟦\u00a0⟧Low\ndate: 2024-03-18\n---\n",
        "special space U+00A0 after `:`; use a plain space",
    ),
    # TOML 1.1
    good("+++\ndate = 2024-03-18 10:00\ncover = {\n  image = 'a.png',\n}\n+++\n", path="a.md"),
    bad(
        "+++\r\ntitle = '潮 👍'\r\ndraft = ⟦True⟧ # not yet\r\n+++\r\n",
        "`True` is not a boolean in TOML; write `true` or quote it",
    ),
    bad(
        "+++\ndate = ⟦2024-03-18T10:00:00+0100⟧\n+++\n",
        "date `2024-03-18T10:00:00+0100` is not valid in TOML; write `2024-03-18T10:00:00+01:00`",
    ),
    bad(
        '+++\ntitle = "a ⟦"⟧low" tide"\n+++\n',
        'unescaped `"` in a string; escape or replace it',
    ),
    bad('{\n  "draft": ⟦True⟧\n}\n', "booleans are lower case in JSON; write `true` or `false`"),
    good("---\ntitle: :tide\nnote: {{ low }}\n---\n", site=Site("hexo")),
    good('{"title": "Low tide"} Text\n', path="a.md", site=Site("hugo")),
    bad(
        '{\n  "title": "Low tide"\n}⟦}⟧\n\nText\n',
        "text that begins with `{` is parsed as JSON by Hugo: "
        "unexpected text after the closing `}`",
        path="a.md",
        site=Site("hugo"),
    ),
    good("{mud} and sand\n", path="a.md", site=Site("jekyll")),
    good("---\ntags:\n\t- sea\n---\n", site=Site("hexo")),
    good("---\ntitle: @low\n---\n", site=Site("nuxt")),
    bad(
        '{\n  ⟦// tide⟧\n  "title": "Low tide"\n}\n',
        "text that begins with `{` is parsed as JSON by Hugo: "
        "comments are not valid in JSON; remove it",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: Low tide\ntags:\n⟦  - sea⟧\n---\n",
        "`- sea` is not `key: value`, and is shown as text with all below; "
        "put each value on one line",
        site=Site("pelican"),
    ),
    bad(
        "---\ntitle: ⟦!low tide⟧\n---\n",
        "`!low tide` cannot be parsed by Astro; quote it",
        fixed='---\ntitle: "!low tide"\n---\n',
        site=Site("astro"),
    ),
    bad(
        "---\ntitle: ⟦{{ low }}⟧\n---\n",
        "`{{ low }}` cannot be parsed by Hugo; quote it",
        fixed='---\ntitle: "{{ low }}"\n---\n',
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: ⟦:tide⟧\n---\n",
        "`:tide` cannot be parsed by Jekyll; quote it",
        fixed='---\ntitle: ":tide"\n---\n',
        site=Site("jekyll"),
    ),
]


def _is_globs(text: str, place: int) -> bool:
    """Whether a line of a Cursor rule has patterns; the editor itself writes `globs: *.ts`."""
    return text.startswith("globs:", text.rfind("\n", 0, place) + 1)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    when="has:front_matter.syntax_problems,front_matter.retyped,json_fault",
)
def check(document: Document) -> Problems:
    for problem in document.front_matter.syntax_problems:
        if document.path.endswith(".mdc") and _is_globs(document.text, problem.span.start):
            continue
        if not _is_accepted(document, problem.code, problem.span):
            yield Problem(problem.span, problem.message, help=problem.help)
    fault = document.json_fault
    if fault is not None:
        title = document.generator.title
        message = f"text that begins with `{{` is parsed as JSON by {title}: {fault.message}"
        yield Problem(fault.span, message)
    for value in document.front_matter.retyped:
        if value.is_refused:
            title = document.generator.title
            message = f"`{cut(value.raw)}` cannot be parsed by {title}; quote it"
            yield Problem(value.span, message, quoted(value))


def _is_accepted(document: Document, code: str, span: Span) -> bool:
    """Whether the generator does not mind an error, or another rule reports it.

    Args:
        document: the article.
        code: the kind of the error.
        span: the text with the error.
    """
    reading = document.reading
    if document.front_matter.format == "toml" and document.ignores_toml:
        return True  # reported by `front-matter/invalid-delimiter`
    if document.has_lone_returns and "\n" not in document.text:
        return True  # some generators read such lines, and `file/mixed-line-endings` reports them
    if code == "unclosed":
        # `front-matter/invalid-delimiter` reports a line that looks like the closing delimiter,
        # and `file/mixed-line-endings` the carriage returns that hide one.
        has_closing = any(flaw.closing is not None for flaw in document.front_matter_flaws)
        is_read = reading.fate("no-closing") == "read"
        return has_closing or is_read
    if code == "text":
        # Text between thematic breaks, which `front-matter/text-as-front-matter` reports.
        is_spaced = any(flaw.shape == "blank-first" for flaw in document.front_matter_flaws)
        return is_spaced and reading.fate("leading-rules") in ("read", "cut", "stops")
    if code in ("reserved", "comma") and reading.reserved is not None:
        written = document.text[span.start : span.end]
        return reading.reserved.fullmatch(written.strip()) is not None
    if code == "tab":
        # A tab below a key is read as two spaces.
        above = document.text[: span.start].rstrip()
        return "tab" in reading.accepts and above.endswith(":")
    return code in reading.accepts
