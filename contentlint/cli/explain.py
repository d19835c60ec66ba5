"""`contentlint explain RULE`: what a rule finds, why it matters, and what to do."""

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contentlint import registry, renames
from contentlint.cli.options import Parser, style, write
from contentlint.core.errors import UsageError
from contentlint.core.finding import Explanation, Report
from contentlint.core.spelling import beginning, either, nearest
from contentlint.reporters import Style

if TYPE_CHECKING:
    from contentlint.rule import Example, Rule

# Findings that the engine makes itself.
_OF_THE_ENGINE = {
    "lint/internal-error": (
        "A rule failed on this file.\n\nThat is a fault of contentlint, not of the article: please "
        "report it with the line below the message. It names versions and places in programs and "
        "holds nothing of the article. All other rules have run."
    ),
    "lint/limit-reached": (
        "The file is larger, deeper or slower than contentlint deals with.\n\nLimits keep one file "
        "from holding up a run or filling a report: `limits.file-size`, `limits.depth`, "
        "`limits.findings` and `limits.seconds` in the configuration. The message says which "
        "was reached; raise it where the file is meant to be like that, or exclude the file."
    ),
    "lint/fix-failed": (
        "A fix could not be made.\n\nAfter every fix the article is checked again; one that "
        "brings another fault, changes what the front matter says elsewhere or what readers see, "
        "was taken back: mend the fault by hand. Where rules undo each other, turn one of them "
        "off. As an error it means that the file could not be written, or was changed by somebody "
        "else meanwhile; it is as it was."
    ),
    "lint/unreadable-file": (
        "The file could not be read.\n\nIt was found, and then could not be opened: look at its "
        "permissions, or whether it has gone."
    ),
}

_MOST_EXAMPLES = 3
# How many rules are named that may be meant.
_MOST_MEANT = 4


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
    if given.rule in _OF_THE_ENGINE:
        write([f"{given.rule}  (error)\n\n{_OF_THE_ENGINE[given.rule]}\n"])
        return 0
    rule = registry.load(_known(given.rule))
    write(_page(rule, style(given.color, sys.stdout, summary=False)))
    return 0


def explanation(rule_id: str) -> Explanation | None:
    """What a report may say of a rule; None where nobody knows it."""
    if rule_id in _OF_THE_ENGINE:
        return Explanation(_OF_THE_ENGINE[rule_id])
    if rule_id not in registry.rule_ids():
        return None
    rule = registry.load(rule_id)
    return Explanation(rule.page, rule.standard)


def _known(name: str) -> str:
    """The id that is meant: whole, or without its category where that is clear.

    Raises:
        UsageError: no rule is meant; the nearest one is named.
    """
    ids = registry.rule_ids()
    name = renames.current(name)
    if name in ids:
        return name
    tails = [rule_id for rule_id in ids if rule_id.partition("/")[2] == name]
    if len(tails) == 1:
        return tails[0]
    near = nearest(name, ids) or nearest(
        name.rpartition("/")[2], [i.partition("/")[2] for i in ids]
    )
    meant = [near] if near else beginning(name, ids)
    is_clear = 0 < len(meant) <= _MOST_MEANT
    hint = either(meant) if is_clear else "`contentlint rules` lists all rules"
    raise UsageError(f"unknown rule `{name}`; {hint}")


def _page(rule: "Rule", look: Style) -> Iterator[str]:
    yield look.paint(rule.id, "bold")
    yield f"  ({rule.severity}, {rule.preset}, since {rule.since})\n\n{rule.page}\n"
    if rule.standard is not None:
        yield f"\nStandard: {rule.standard}\n"
    if rule.options:
        yield "\nOptions:\n"
        yield from _options(rule)
    yield "\nFor example:\n\n"
    for example in [e for e in rule.examples if e.spans][:_MOST_EXAMPLES]:
        yield from _example(rule, example, look)


def _options(rule: "Rule") -> Iterator[str]:
    """Each option with its default and the line of the docstring about it."""
    written = inspect.getdoc(rule.main) or ""
    for name, parameter in rule.options.items():
        match = re.search(rf"^\s*{name}:\s*(.+?)(?=^\s*\w+:\s|\Z)", written, re.M | re.S)
        meaning = " ".join(match[1].split()) if match else ""
        yield f"  {name} = {_as_toml(parameter.default)}\n      {meaning}\n"


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, frozenset)):
        return f"[{', '.join(map(_as_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _example(rule: "Rule", example: "Example", look: Style) -> Iterator[str]:
    from contentlint.engine.check import problems_of
    from contentlint.engine.lift import finding
    from contentlint.reporters import render

    document = example.document(example.text)
    findings = [
        finding(document.source, problem, rule.id, rule.severity)
        for problem in problems_of(rule, document, example.options)
    ]
    yield from render("text", Report(tuple(findings), 1, 0.0), look)
