"""The pages of rules as data and as Markdown, for `contentlint explain` and the documentation."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from contentlint import addresses, registry, renames
from contentlint.config.settings import as_toml
from contentlint.core.finding import Finding, Report, Safety
from contentlint.core.tuples import NamedTuple
from contentlint.engine.explanations import ENGINE_PAGES
from contentlint.reporters import Style, render
from contentlint.site.generators import named

if TYPE_CHECKING:
    from contentlint.rule import Example, Rule

VERSION = 1
"""The version of the JSON; changes when a field is removed or its meaning changes."""

MOST_EXAMPLES = 3
"""How many examples a page shows."""

# Types of options, as TOML and JSON name them.
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}


class Shown(NamedTuple):
    """An example with its findings.

    Args:
        path: the name of the article.
        text: its text.
        generator: the generator of its site; None: not detected.
        options: the options of the rule, with hyphens.
        findings: what the rule finds in it, and in other articles of its site.
        fixed: the text after the fixes; None if nothing is fixed.
    """

    path: str
    text: str
    generator: str | None
    options: dict[str, Any]
    findings: tuple[Finding, ...]
    fixed: str | None

    def report(self, style: Style) -> str:
        """The findings as `contentlint check` prints them."""
        return "".join(render("text", Report(self.findings, 1, 0.0), style)).strip("\n") + "\n"


def as_json(rule_ids: list[str], extra: str = "") -> str:
    """The pages of rules as one JSON object.

    Args:
        rule_ids: the ids of rules, or of findings that the engine itself reports.
        extra: the token of further rules that are active; empty: there are none.
    """
    data = {"version": VERSION, "rules": [page_of(rule_id, extra) for rule_id in rule_ids]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_markdown(rule_ids: list[str], extra: str = "") -> str:
    """The pages of rules as Markdown, one below the other; arguments as for `as_json`."""
    return "\n".join(markdown_of(page_of(rule_id, extra)) for rule_id in rule_ids)


def page_of(rule_id: str, extra: str = "") -> dict[str, Any]:
    """The page of a rule, or of a finding that the engine itself reports, as data for JSON."""
    if rule_id in ENGINE_PAGES:
        return _of_engine(rule_id, ENGINE_PAGES[rule_id])
    rule = registry.load(rule_id, extra)
    shown = [example_of(rule, example) for example in examples(rule)]
    description, safety = _split(rule.page)
    return {
        "rule": rule.id,
        "category": rule.id.partition("/")[0],
        "summary": rule.summary,
        "description": description,
        "fix-safety": safety,
        "severity": rule.severity,
        "preset": rule.preset,
        "since": rule.since,
        "standard": rule.standard,
        "url": addresses.rule_page(rule.id),
        "fixes": _safeties(rule),
        "online": rule.is_online,
        "whole-site": rule.check_site is not None,
        "former-names": sorted(old for old, new in renames.RULES.items() if new == rule.id),
        "options": list(options(rule)),
        "examples": [_example_data(example) for example in shown],
    }


def _of_engine(rule_id: str, page: str) -> dict[str, Any]:
    """The page of a finding of the engine, which has no rule file."""
    empty: dict[str, Any] = {key: [] for key in ("fixes", "former-names", "options", "examples")}
    return empty | {
        "rule": rule_id,
        "category": rule_id.partition("/")[0],
        "summary": page.partition("\n")[0],
        "description": page.partition("\n")[2].strip("\n"),
        "fix-safety": None,
        "severity": "error",
        "preset": None,
        "since": "0.1",
        "standard": None,
        "url": addresses.rule_page(rule_id),
        "online": False,
        "whole-site": False,
    }


def _split(page: str) -> tuple[str, str | None]:
    """The paragraphs of a page after its summary, and the one about the safety of fixes."""
    paragraphs = page.split("\n\n")[1:]
    about_fixes = [p for p in paragraphs if p.startswith("Fix safety:")]
    rest = "\n\n".join(p for p in paragraphs if not p.startswith("Fix safety:"))
    safety = about_fixes[0].removeprefix("Fix safety:").strip() if about_fixes else None
    return rest, safety


def _safeties(rule: "Rule") -> list[Safety]:
    """The kinds of fixes that its examples have."""
    found = {f.fix.safety for e in rule.examples for f in example_of(rule, e).findings if f.fix}
    kinds: tuple[Safety, ...] = ("safe", "unsafe")
    return [kind for kind in kinds if kind in found]


def options(rule: "Rule") -> Iterator[dict[str, Any]]:
    """Each option, named as in TOML, with its type, default and description."""
    for name, parameter in rule.options.items():
        match = re.search(
            rf"^\s*{name}:\s*(.+?)(?=^\s*\w+:\s|\Z)", rule.options_help, re.MULTILINE | re.DOTALL
        )
        yield {
            "name": name.replace("_", "-"),
            "type": _TYPES.get(parameter.annotation, "list of strings"),
            "default": list(parameter.default)
            if isinstance(parameter.default, tuple | frozenset)
            else parameter.default,
            "description": " ".join(match[1].split()) if match else "",
        }


def examples(rule: "Rule") -> list["Example"]:
    """The examples of a page: the first with findings in the article itself, else the first."""
    found = [example for example in rule.examples if example.messages]
    own = [example for example in found if example.spans]
    return (own or found)[:MOST_EXAMPLES]


def example_of(rule: "Rule", example: "Example") -> Shown:
    """An example with what the rule finds in it."""
    from contentlint.engine.check import problems_of, site_problems_of
    from contentlint.engine.lift import finding
    from contentlint.rule import Problem

    document = example.document(example.text)
    findings = [
        finding(document.source, problem, rule.id, rule.severity)
        for problem in problems_of(rule, document, example.options)
        if problem.confidence == "high"
    ]
    texts = {example.path: example.text, **{path: text for path, text, _ in example.beside}}
    for path, problem in site_problems_of(rule, example):
        source = example.document(texts[path], path).source
        lifted = Problem(problem.fact.span, problem.message, confidence=problem.confidence)
        if lifted.confidence == "high":
            findings.append(finding(source, lifted, rule.id, rule.severity))
    findings.sort(key=lambda found: found.sort_key)
    given = {name.replace("_", "-"): value for name, value in example.options.items()}
    generator = example.site.generator if example.site else None
    return Shown(example.path, example.text, generator, given, tuple(findings), example.fixed)


def _example_data(shown: Shown) -> dict[str, Any]:
    return {
        "path": shown.path,
        "text": shown.text.encode("utf-8", "replace").decode(),
        "generator": shown.generator,
        "options": shown.options,
        "report": shown.report(Style(summary=False)),
        "fixed": shown.fixed,
    }


def markdown_of(page: dict[str, Any]) -> str:
    """A page as Markdown, from its data."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: dict[str, Any]) -> Iterator[str]:
    yield from (f"# {page['rule']}", "", page["summary"], "")
    if page["description"]:
        yield from (page["description"], "")
    yield from _facts(page)
    if page["fix-safety"]:
        yield from ("## Fix safety", "", _sentence(page["fix-safety"]), "")
    if page["options"]:
        yield from ("## Options", "", "| option | type | default | meaning |", "|---|---|---|---|")
        for option in page["options"]:
            default = _cell(f"`{default_of(option)}`")
            meaning = _cell(option["description"])
            yield f"| `{option['name']}` | {option['type']} | {default} | {meaning} |"
        yield ""
    if page["examples"]:
        yield from ("## Examples", "")
        for example in page["examples"]:
            yield from _example_lines(page["rule"], example)


def _facts(page: dict[str, Any]) -> Iterator[str]:
    """The properties of a rule as a table."""
    rows = [("Severity", f"`{page['severity']}`")]
    if page["preset"] is not None:
        rows.append(("Preset", f"`{page['preset']}`"))
        fixes = " and ".join(page["fixes"])
        rows.append(("Fixes", fixes or "none"))
    if page["since"]:
        rows.append(("Since", page["since"]))
    if page["online"]:
        rows.append(("Runs", "with `--online` only"))
    if page["whole-site"]:
        rows.append(("Compares", "all articles of a site"))
    if page["standard"]:
        url = page["standard"]
        rows.append(("Standard", f"<{url}>" if url.startswith("https://") else url))
    if page["former-names"]:
        rows.append(("Former names", ", ".join(f"`{name}`" for name in page["former-names"])))
    yield from ("| property | value |", "|---|---|")
    yield from (f"| {name} | {_cell(value)} |" for name, value in rows)
    yield ""


def _example_lines(rule_id: str, example: dict[str, Any]) -> Iterator[str]:
    """An article and the report about it, as code blocks."""
    generator = named(example["generator"]).title
    site = f" in a {generator} site" if generator else ""
    yield from (f"`{example['path']}`{site}:", "")
    yield from _fenced("html" if example["path"].endswith(".html") else "markdown", example["text"])
    if example["options"]:
        table = ", ".join(f"{k} = {as_toml(v)}" for k, v in example["options"].items())
        yield from ("With this configuration:", "")
        yield from _fenced("toml", f'[rules]\n"{rule_id}" = {{ {table} }}')
    yield from _fenced("text", example["report"])
    if example["fixed"] is not None:
        yield from ("After the fix:", "")
        yield from _fenced("text", example["fixed"])


def _fenced(language: str, text: str) -> Iterator[str]:
    """A code block, with a fence that its text does not contain."""
    ticks = max((len(run) for run in re.findall("`{3,}", text)), default=2) + 1
    # Line endings and control characters of an example would change the page.
    shown = re.sub(r"\r\n?", "\n", text).strip("\n")
    shown = "".join(c if c.isprintable() or c in "\n\t" else f"\\u{ord(c):04x}" for c in shown)
    yield from ("`" * ticks + language, shown, "`" * ticks, "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def default_of(option: dict[str, Any]) -> str:
    """The default of an option of a page, as in TOML."""
    default = option["default"]
    return as_toml(tuple(default) if isinstance(default, list) else default)
