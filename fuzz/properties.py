"""What holds of every article, however it is written; the tests and the fuzzer try to break it."""

from collections.abc import Iterable
from pathlib import Path

from contentlint.config.resolve import Config, Request, load
from contentlint.core.finding import Finding
from contentlint.core.source import decode
from contentlint.engine.check import check
from contentlint.engine.lift import INTERNAL_ERROR
from contentlint.fixing.files import fix_bytes

HERE = Path("/nowhere")

# Which generator builds the site: it decides which dialects and templates are understood.
GENERATORS = (None, "hexo", "hugo", "jekyll", "eleventy", "docusaurus", "mkdocs", "obsidian")
NAMES = ("a.md", "a.html", "a.mdx")


def config_for(generator: str | None) -> Config:
    """Every rule, at every confidence."""
    lines = ['preset = "all"', 'confidence = "low"', "inline-schemas = true"]
    if generator is not None:
        lines.append(f'generator = "{generator}"')
    return load(Request(isolated=True, config=tuple(lines)), HERE)


def checked(data: bytes, name: str, config: Config) -> list[Finding]:
    """The findings of an article, about which all that should hold holds.

    Raises:
        AssertionError: it does not.
    """
    findings = check(config.task(HERE / name, name), data).findings
    see_that_nothing_failed(findings)
    see_that_places_are_in(decode(data)[0], findings)
    keys = [finding.sort_key for finding in findings]
    assert keys == sorted(keys), "findings are not sorted"
    return findings


def see_that_nothing_failed(findings: Iterable[Finding]) -> None:
    """No rule and no parser raised."""
    for finding in findings:
        assert finding.rule != INTERNAL_ERROR, f"{finding.message}\n{finding.help}"


def see_that_places_are_in(text: str, findings: Iterable[Finding]) -> None:
    """Spans, edits, lines and columns lie within the file."""
    lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
    for finding in findings:
        start, end = finding.span
        assert 0 <= start <= end <= len(text), f"{finding.rule} marks {finding.span}"
        assert 1 <= finding.line <= finding.end_line <= lines, f"{finding.rule} is in no line"
        assert finding.column >= 1, f"{finding.rule} is in no column"
        assert finding.end_column >= 1, f"{finding.rule} is in no column"
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(text), f"{finding.rule} edits"


def fixed(data: bytes, name: str, config: Config, *, unsafe: bool = False) -> str:
    """The article with its fixes, which a second round leaves as it is.

    Raises:
        AssertionError: something of it does not hold.
    """
    first = fix_bytes(config.task(HERE / name, name), data, unsafe=unsafe)
    see_that_nothing_failed(first.findings)
    if decode(data)[1] is not None:
        assert first.fixed == 0, "a file that is not UTF-8 was changed"
        return first.text
    second = fix_bytes(config.task(HERE / name, name), first.text.encode(), unsafe=unsafe)
    assert second.text == first.text, "fixing twice is not fixing once"
    see_that_places_are_in(first.text, first.findings)
    return first.text
