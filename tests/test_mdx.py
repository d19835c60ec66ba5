"""MDX is judged as its compilers judge it, and no text takes long."""

from pathlib import Path
from typing import Final

import pytest
from growth import Work, grows_too_fast
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contentlint.article.document import Document
from contentlint.config.resolve import Request, load
from contentlint.core.source import Source
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files
from contentlint.markup.mdx import Fault, faults
from contentlint.site.generator import UNKNOWN, MdxExtension
from contentlint.site.generators import by_name
from contentlint.site.recognise import recognise
from tests.mdx.inputs import BY_KIND
from tests.mdx.truth import Cell, Variant, cells

EXTENSIONS: Final[dict[Variant, frozenset[MdxExtension]]] = {
    "mdx": frozenset(),
    "math": frozenset({"maths"}),
    "docusaurus-mdx": by_name("docusaurus").mdx_extensions,
    "docusaurus-strict": frozenset({"code-blocks", "directives"}),
}
"""The variants that compile MDX, and what they add to it; `docusaurus-md` is the same compiler."""

# Where the verdict differs from the compilers', and why.
DIFFERENT: Final = {
    # Docusaurus makes a link of it whose host is not valid, and stops without a place.
    "\\<https://example.org>": {"docusaurus-mdx", "docusaurus-strict"},
    "Text \\<https://example.org> text.": {"docusaurus-mdx", "docusaurus-strict"},
}

VARIANTS = pytest.mark.parametrize("variant", EXTENSIONS)


def lines_of(text: str, found: list[Fault]) -> list[int]:
    """The lines of faults, from 1."""
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    return [1 + plain.count("\n", 0, fault.span.start) for fault in found]


def recorded(variant: Variant) -> list[Cell]:
    """The recorded texts, but for those on which this judges differently."""
    return [cell for cell in cells() if variant not in DIFFERENT.get(cell.text, ())]


@VARIANTS
def test_what_compiles_has_no_fault_and_what_does_not_has_one(variant: Variant) -> None:
    wrong = [
        (cell.text, cell.stops[variant])
        for cell in recorded(variant)
        if bool(faults(cell.text, EXTENSIONS[variant])) == cell.compiles(variant)
    ]
    assert wrong == []


@VARIANTS
def test_a_fault_is_within_two_lines_of_the_place_of_the_compiler(variant: Variant) -> None:
    far = []
    for cell in recorded(variant):
        stop = cell.stops[variant]
        if stop is None:
            continue
        # The compiler names the end of the block and, in its message, the open tag.
        places = [line for line in (stop.line, stop.other_line) if line]
        found = lines_of(cell.text, faults(cell.text, EXTENSIONS[variant]))
        if not any(abs(line - place) <= 2 for line in found for place in places):
            far.append((cell.text, stop, found))
    assert far == []


@VARIANTS
def test_the_differences_are_still_there(variant: Variant) -> None:
    for text, variants in DIFFERENT.items():
        if variant in variants:
            stop = next(cell for cell in cells() if cell.text == text).stops[variant]
            assert stop is not None
            assert faults(text, EXTENSIONS[variant]) == [], f"{text!r} can leave the list"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Low <1 and {b c}\n\n<br>\n\n<Tide a=b/>\n", ["not-a-tag", "invalid-expression", "unclosed", "unquoted-value"]),
        ("import low\n\n<b>\n\n> {a b}\n", ["invalid-module", "unclosed", "invalid-expression"]),
        ("a <<< 2 and {{{\n", ["not-a-tag", "unclosed-expression"]),
        ("<b><i>x</b></i>\n", ["swapped-end"]),
        ("<ol>\n  <li>\n    1<ol>\n      <li>x</li>\n    </ol>\n  </li>\n</ol>\n", ["across-blocks"]),
        ("<A b={{\n  c: d e\n}}>\n\nlow\n\n</A>\n", ["invalid-expression"]),
        ("<path/to> and <a b=c>d</a>\n", ["not-a-tag", "unquoted-value"]),
    ],
)  # fmt: skip
def test_every_fault_is_found_once(text: str, expected: list[str]) -> None:
    assert [fault.kind for fault in faults(text)] == expected


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("---\na: b\n---\n\r\nLow <1\r\n", "<"),
        ("\ufeffLow\r\r{a b}\r", "{a b}"),
        ("> > - a\n> >   {b\n> > 潮 c}\n", "潮 c}"),
        ("| a | b <c |\n| - | - |\n| a | b {d e} |\n", "{d e}"),
        ("1. \ta\n\n\t<b>c</d>\n", "</d>"),
        ("[^1]\n\n[^1]: 👍 {a b}\n", "{a b}"),
        ("## 潮 {#a} {b c}\n\n:::note 潮 {d e}\n{f g}\n:::\n", "{b c} {d e} {f g}"),
        ("```mdx-code-block\n{a b}\n```\n\n## c {#d}\n\n{e f}\n", "{a b} {e f}"),
        ("![a {b c}](d)\n", "{b c}"),
    ],
)
def test_faults_are_marked_where_they_are(text: str, marked: str) -> None:
    spans = [fault.span for fault in faults(text, EXTENSIONS["docusaurus-mdx"])]
    found = [text[start:end] for start, end in spans if text[start] != "<" or end - start > 2]
    assert " ".join(found or [text[spans[0].start]]) == marked


def test_lines_of_an_expression_in_text_begin_no_block() -> None:
    assert faults("- {a\n  + b}  {c} d\n\n{`a\n- b`} c\n") == []


# --- which articles are MDX


def is_checked(files: dict[str, str], tmp_path: Path) -> dict[str, bool]:
    """Whether each article of a site is checked as MDX.

    Args:
        files: the files of the site; articles are those with an invalid expression.
        tmp_path: an empty folder.
    """
    recognise.cache_clear()
    (tmp_path / ".git").mkdir()
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    config = load(Request(isolated=True, select=("mdx",)), tmp_path)
    report = check_files(discover((), config, tmp_path), config.task)
    found = {finding.path for finding in report.findings}
    return {name: name in found for name, text in files.items() if "{a b}" in text}


BAD = "Low {a b}\n"
DOCUSAURUS = "docusaurus.config.js"


@pytest.mark.parametrize(
    ("files", "checked"),
    [
        ({"a.mdx": BAD, "a.md": BAD}, "a.mdx"),
        ({DOCUSAURUS: "", "docs/a.md": BAD, "docs/README.md": BAD, "README.md": BAD}, "docs/a.md docs/README.md"),
        ({DOCUSAURUS: "c = {markdown: {format: 'detect'}}", "docs/a.md": BAD, "docs/b.mdx": BAD}, "docs/b.mdx"),
        ({DOCUSAURUS: "c = {\n  // markdown: {format: 'md'}\n}", "docs/a.md": BAD}, "docs/a.md"),
        ({DOCUSAURUS: "", "docs/a.md": f"---\nmdx:\n  format: md\n---\n{BAD}", "b.mdx": f"---\nmdx: {{format: md}}\n---\n{BAD}"}, ""),
        ({DOCUSAURUS: "", "package.json": '{"dependencies": {"@docusaurus/core": "^2.4.1"}}', "docs/a.mdx": BAD}, ""),
        ({"website/docusaurus.config.js": "docs: {path: '../docs'}", "docs/a.md": BAD, "b/a.md": BAD, "website/blog/a.md": BAD}, "docs/a.md website/blog/a.md"),
        ({"website/docusaurus.config.js": "docs: {path: 'docs'}", "docs/a.md": BAD}, ""),
        ({"next.config.js": "", "package.json": '{"dependencies": {"next-mdx-remote-client": "2"}}', "posts/a.md": BAD}, "posts/a.md"),
        ({"next.config.js": "'nextra'", "posts/a.md": BAD, "posts/b.mdx": BAD}, "posts/b.mdx"),
        (
            {
                "next.config.js": "",
                "package.json": '{"dependencies": {"@mdx-js/mdx": "3", "vfile": "6"}}',
                "posts/a.md": BAD,
                "posts/b.mdx": BAD,
            },
            "posts/b.mdx",
        ),
        ({"next.config.js": "", "posts/a.md": BAD}, ""),
    ],
)  # fmt: skip
def test_only_what_is_compiled_as_mdx_is_checked(
    files: dict[str, str], checked: str, tmp_path: Path
) -> None:
    found = is_checked(files, tmp_path)
    assert {name for name, is_mdx in found.items() if is_mdx} == set(checked.split())


@pytest.mark.parametrize(
    ("settings", "clean"),
    [
        ("", True),
        ("mdx1Compat: {comments: false}", False),
        ("mdx1Compat: {headingIds: false}", False),
        ("mdx1Compat: {admonitions: false, comments: true}", True),
    ],
)
def test_settings_of_docusaurus_count(settings: str, clean: bool, tmp_path: Path) -> None:
    article = "## Low {#low-tide}\n\n<!-- {a b} -->\n"
    files = {DOCUSAURUS: f"c = {{markdown: {{{settings}}}}}", "docs/a.md": article}
    assert is_checked(files, tmp_path) == {"docs/a.md": not clean}


def test_maths_of_docusaurus_are_not_expressions(tmp_path: Path) -> None:
    article = "Low $x_{a b}$ and\n\n$$\n{a b}\n$$\n"
    files = {DOCUSAURUS: "import remarkMath from 'remark-math'", "docs/a.md": article}
    assert is_checked(files, tmp_path) == {"docs/a.md": False}


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("next.config.js", {"package.json": '{"dependencies": {"remark-math": "6"}}'}),
        ("next.config.js", {"next.config.js": "nextra({latex: true})"}),
        ("astro.config.mjs", {"astro.config.mjs": "import remarkMath from 'remark-math'"}),
    ],
)
def test_maths_of_other_sites_are_not_expressions(
    config: str, files: dict[str, str], tmp_path: Path
) -> None:
    article = "Start:\n$$low = {a b}$$\n\nEbb:\n\n$$\n{a b}\n$$\n"
    files = {config: "export default {}\n", **files, "posts/a.mdx": article}
    assert is_checked(files, tmp_path) == {"posts/a.mdx": False}


def test_rules_of_other_categories_see_elements_of_mdx(tmp_path: Path) -> None:
    text = (
        "# Low\n\n<Figure>\n\n<img src='a.png' />\n\n</Figure>\n\n"
        '<div id="a">\n  <b id="a">low</b>\n</div>\n\n<p />\n\n<Tide height={3}>\n\nMud.\n\n</Tide>\n'
    )
    (tmp_path / "a.mdx").write_text(text)
    config = load(Request(isolated=True, select=("html", "mdx", "image/missing-alt")), tmp_path)
    report = check_files(discover((), config, tmp_path), config.task)
    found = [(finding.rule, finding.line) for finding in report.findings]
    assert found == [("image/missing-alt", 5), ("html/duplicate-id", 10)]


# --- any text

FRAGMENTS = [text for texts in BY_KIND.values() for text in texts if len(text) < 60]
PIECES = st.sampled_from(
    [*FRAGMENTS, *"<>{}/=\"'`*_[]()!|:-#\\$.\n\t >", "\r\n", "\n\n", "> ", "- ", "    "]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from(sorted(EXTENSIONS)))
@example("<a\n> b", "mdx")
@example("`{`\x00{", "mdx")
@example("> {\n- }", "docusaurus-mdx")
def test_no_text_is_too_much(text: str, variant: Variant) -> None:
    found = faults(text, EXTENSIONS[variant])
    assert len({fault.span.start for fault in found}) == len(found)
    for fault in found:
        for span in filter(None, (fault.span, fault.other)):
            assert 0 <= span.start <= span.end <= len(text)


@given(TEXTS)
def test_text_in_code_has_no_faults(text: str) -> None:
    code = text.replace("`", "'").replace("\r", "")
    assert faults(f"~~~~~~~~~~~~text\n{code.replace('~', '-')}\n~~~~~~~~~~~~\n") == []


@settings(max_examples=50)
@given(TEXTS)
def test_every_rule_works_on_every_text(text: str) -> None:
    from contentlint import registry
    from contentlint.engine.check import problems_of

    for rule_id in registry.rule_ids():
        if rule_id.startswith("mdx/"):
            document = Document(Source("a.mdx", text), generator=UNKNOWN)
            for problem in problems_of(registry.load(rule_id), document, {}):
                assert 0 <= problem.span.start <= problem.span.end <= len(text)
                assert "\n" not in problem.message


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["{", "<", "{\n", "<a>", "<a></b>", "{/*", "[<", "![{a b}](", "- <a\n", "> <a", "**a<b> ",
     "<!-- ", "{`${", "{(", "import a\n\n", "x <b>\n\n", "<a b=\"", ":::note\n", "| <a>\n|-|\n"],
)  # fmt: skip
def test_time_grows_with_the_text(piece: str) -> None:
    def work(size: int) -> Work:
        text = piece * (size // len(piece))
        return Work(size, lambda: faults(text, EXTENSIONS["docusaurus-mdx"]))

    sizes = (300, 1000, 3000, 9000)
    assert not grows_too_fast(map(work, sizes), enough=0.2, nothing=0.05)


@pytest.mark.parametrize(
    ("tag", "alt"),
    [
        ("<img src={require('./a.png').default} alt='low' />", "low"),
        ('<img style={{ width: "9%" }} src="a.png" alt="low" />', "low"),
        ("<img {...tide} alt='low' />", "low"),
        ("<img src={`a/${b({c: '}'})}//c`} alt='low' />", "low"),
        ("<img\n  onLoad={() => a > b}\n  alt='low'\n/>", "low"),
    ],
)
def test_a_tag_with_expressions_is_an_element(tag: str, alt: str) -> None:
    for text in (f"{tag}\n", f"Low {tag} tide\n"):
        [image] = Document(Source("a.mdx", text)).elements("img")
        assert image.value("alt") == alt
        assert text[image.span.start : image.span.end] == tag


def test_tags_in_a_comment_are_not_elements() -> None:
    text = (
        "{/* <img src='a.png' /> */}\n\n{/* contentlint-disable-next-line image -- <b> */}\nLow\n"
    )
    document = Document(Source("a.mdx", text))
    assert not list(document.elements("img"))
    assert document.is_jsx


def test_an_escaped_pipe_in_a_cell_is_part_of_the_expression() -> None:
    head = "| a | b |\n|---|---|\n"
    for row in ("| {1 \\| 2} | c |\n", "| {/* x \\| y */} | {a \\|\\| b} |\n"):
        assert [f.kind for f in faults(head + row, frozenset())] == ["invalid-expression"]
    for row in ('| `x \\| y` | {"c \\| d"} |\n', '| <b title="x \\| y">z</b> | c |\n'):
        assert faults(head + row, frozenset()) == []
