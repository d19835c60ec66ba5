"""`contentlint rules`: list the rules."""

import json
import shutil
import sys
from collections.abc import Iterator, Sequence

from contentlint import registry, renames
from contentlint.cli.options import Parser, write, write_document
from contentlint.config.resolve import check_name
from contentlint.reporters import wrap
from contentlint.rule import Rule


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("rules", description="List all rules, or the given rules and categories.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="rules or categories")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="output format (default: text)",
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    for name in given.names:
        check_name(name, "rules")
    names = {renames.current(name) for name in given.names}
    chosen = [
        registry.load(rule_id)
        for rule_id in registry.rule_ids()
        if not names or {rule_id, rule_id.partition("/")[0]} & names
    ]
    if given.format == "json":
        data = [
            {
                "rule": rule.id,
                "severity": rule.severity,
                "preset": rule.preset,
                "since": rule.since,
                "fixable": rule.fixable,
                "options": sorted(rule.options),
                "standard": rule.standard,
                "summary": rule.summary,
            }
            for rule in chosen
        ]
        write_document([json.dumps(data, ensure_ascii=False, indent=1), "\n"])
        return 0
    write(_table(chosen))
    return 0


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    """A row for each rule, with its summary below it."""
    longest = max(len(rule.id) for rule in rules)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 80
    yield f"{'rule':<{longest}}  severity  preset       fix\n"
    for rule in rules:
        fix = "yes" if rule.fixable else ""
        row = f"{rule.id:<{longest}}  {rule.severity:<8}  {rule.preset:<11}  {fix}"
        yield f"{row.rstrip()}\n"
        for line in wrap(rule.summary, max(min(columns, 80) - 2, 20)):
            yield f"  {line}\n"
