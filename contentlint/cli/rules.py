"""`contentlint rules`: list the rules."""

import json
from collections.abc import Sequence

from contentlint import registry, renames
from contentlint.cli.options import Parser, write, write_document
from contentlint.cli.request import add_configuration, add_plugins, extra_here
from contentlint.config.names import check_name


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
    add_configuration(parser)
    add_plugins(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    extra = extra_here(given)
    for name in given.names:
        check_name(name, "rules", {extra})
    names = {renames.current(name) for name in given.names}
    chosen = [
        registry.load(rule_id, extra)
        for rule_id in registry.active_ids(extra)
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
    longest = max(len(rule.id) for rule in chosen)
    for rule in chosen:
        fix = "fix" if rule.fixable else ""
        facts = f"{rule.severity:<7}  {rule.preset:<11}  {fix:<3}"
        write([f"{rule.id:<{longest}}  {facts}  {rule.summary}\n"])
    return 0
