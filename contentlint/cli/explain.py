"""`contentlint explain RULE`: what a rule finds, why it matters, and how to fix it."""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contentlint import registry, renames
from contentlint.cli.options import Parser, style, write
from contentlint.cli.request import add_configuration, add_plugins, extra_here
from contentlint.config.settings import as_toml
from contentlint.core.finding import Report
from contentlint.engine.explanations import ENGINE_PAGES, full_id
from contentlint.reporters import Style

if TYPE_CHECKING:
    from contentlint.rule import Example, Rule

_MOST_EXAMPLES = 3


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser(
        "explain", description="Show what a rule finds, why it matters and how to fix it."
    )
    parser.add_argument("rule", metavar="RULE", help="rule id, such as html/unclosed-element")
    add_configuration(parser)
    add_plugins(parser)
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
    if given.rule in ENGINE_PAGES:
        write([f"{given.rule}  (error)\n\n{ENGINE_PAGES[given.rule]}\n"])
        return 0
    extra = ""
    if renames.current(given.rule) not in registry.rule_ids():
        extra = extra_here(given)
    rule = registry.load(full_id(given.rule, extra), extra)
    write(_page(rule, style(given.color, sys.stdout, summary=False)))
    return 0


def _page(rule: "Rule", painter: Style) -> Iterator[str]:
    yield painter.paint(rule.id, "bold")
    since = f", since {rule.since}" if rule.since else ""
    yield f"  ({rule.severity}, {rule.preset}{since})\n\n{rule.page}\n"
    if rule.standard is not None:
        yield f"\nStandard: {rule.standard}\n"
    if rule.options:
        yield "\nOptions:\n"
        yield from _options(rule)
    examples = [e for e in rule.examples if e.spans][:_MOST_EXAMPLES]
    yield "\nExamples:\n\n" if examples else ""
    for example in examples:
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
