"""`contentlint explain RULE`: what a rule finds, why it matters, and how to fix it."""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contentlint import registry, renames
from contentlint.cli.options import Parser, style, write
from contentlint.config.settings import as_toml
from contentlint.core.errors import UsageError
from contentlint.core.finding import Explanation, Report
from contentlint.core.spelling import beginning, either, nearest
from contentlint.reporters import Style

if TYPE_CHECKING:
    from contentlint.rule import Example, Rule

# The pages of findings that the engine reports itself.
_ENGINE_PAGES = {
    "lint/internal-error": (
        "A rule failed on this file.\n\nThis is a bug in contentlint, not a fault of the article. "
        "Report it with the line below the message: it contains program versions and code "
        "locations, but nothing from the article. All other rules have run."
    ),
    "lint/limit-reached": (
        "The file exceeds a limit on size, depth, findings or time.\n\nLimits keep a single file "
        "from delaying the run or flooding the report: `limits.file-size`, `limits.depth`, "
        "`limits.findings` and `limits.seconds` in the configuration. The message names the limit; "
        "raise it if the file is meant to be that large, or exclude the file."
    ),
    "lint/fix-failed": (
        "A fix could not be applied.\n\nAfter every fix the article is checked again. A fix that "
        "causes another finding, changes other front matter values or changes what readers see is "
        "undone: fix the fault by hand. If two rules undo each other's fixes, turn one of them "
        "off. With severity error, the file could not be written, or another program changed it "
        "in the meantime; the file is unchanged."
    ),
    "lint/unreadable-file": (
        "The file could not be read.\n\nThe file was found, but could not be opened. Check its "
        "permissions, and whether it still exists."
    ),
}

_MOST_EXAMPLES = 3
# How many similar rules an error names at most.
_MOST_SIMILAR = 4


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser(
        "explain", description="Show what a rule finds, why it matters and how to fix it."
    )
    parser.add_argument("rule", metavar="RULE", help="rule id, such as html/unclosed-element")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="color the examples (default: auto)",
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    if given.rule in _ENGINE_PAGES:
        write([f"{given.rule}  (error)\n\n{_ENGINE_PAGES[given.rule]}\n"])
        return 0
    rule = registry.load(_full_id(given.rule))
    write(_page(rule, style(given.color, sys.stdout, summary=False)))
    return 0


def explanation(rule_id: str) -> Explanation | None:
    """The explanation of a rule in a report; None for an unknown rule."""
    if rule_id in _ENGINE_PAGES:
        return Explanation(_ENGINE_PAGES[rule_id])
    if rule_id not in registry.rule_ids():
        return None
    rule = registry.load(rule_id)
    return Explanation(rule.page, rule.standard)


def _full_id(name: str) -> str:
    """The id for a name: the name itself, or with its category if that is unambiguous.

    Raises:
        UsageError: no rule has this name; the message names the nearest ones.
    """
    ids = registry.rule_ids()
    name = renames.current(name)
    if name in ids:
        return name
    tails = [rule_id for rule_id in ids if rule_id.partition("/")[2] == name]
    if len(tails) == 1:
        return tails[0]
    if any(known.startswith(f"{name}/") for known in ids):
        hint = f"run `contentlint rules {name}` to list its rules"
        raise UsageError(f"`{name}` is a category; {hint}")
    near = nearest(name, ids) or nearest(
        name.rpartition("/")[2], [i.partition("/")[2] for i in ids]
    )
    similar = [near] if near else beginning(name, ids)
    are_few = 0 < len(similar) <= _MOST_SIMILAR
    hint = either(similar) if are_few else "run `contentlint rules` to list all rules"
    raise UsageError(f"unknown rule `{name}`; {hint}")


def _page(rule: "Rule", painter: Style) -> Iterator[str]:
    yield painter.paint(rule.id, "bold")
    yield f"  ({rule.severity}, {rule.preset}, since {rule.since})\n\n{rule.page}\n"
    if rule.standard is not None:
        yield f"\nStandard: {rule.standard}\n"
    if rule.options:
        yield "\nOptions:\n"
        yield from _options(rule)
    yield "\nExamples:\n\n"
    for example in [e for e in rule.examples if e.spans][:_MOST_EXAMPLES]:
        yield from _example(rule, example, painter)


def _options(rule: "Rule") -> Iterator[str]:
    """Each option, named as in TOML, with its default and its description in the docstring."""
    written = rule.options_help
    for name, parameter in rule.options.items():
        match = re.search(rf"^\s*{name}:\s*(.+?)(?=^\s*\w+:\s|\Z)", written, re.M | re.S)
        meaning = " ".join(match[1].split()) if match else ""
        yield f"  {name.replace('_', '-')} = {as_toml(parameter.default)}\n      {meaning}\n"


def _example(rule: "Rule", example: "Example", painter: Style) -> Iterator[str]:
    from contentlint.engine.check import problems_of
    from contentlint.engine.lift import finding
    from contentlint.reporters import render

    document = example.document(example.text)
    findings = [
        finding(document.source, problem, rule.id, rule.severity)
        for problem in problems_of(rule, document, example.options)
    ]
    yield from render("text", Report(tuple(findings), 1, 0.0), painter)
