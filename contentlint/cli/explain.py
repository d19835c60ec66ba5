"""`contentlint explain RULE`: what a rule finds, why it matters, and how to fix it."""

import sys
from collections.abc import Iterator, Sequence

from contentlint import registry, renames
from contentlint.cli import rule_pages
from contentlint.cli.options import Parser, style, write, write_document
from contentlint.cli.request import add_configuration, add_plugins, extra_here
from contentlint.core.errors import UsageError
from contentlint.engine.explanations import ENGINE_PAGES, full_id
from contentlint.reporters import Style


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser(
        "explain", description="Show what a rule finds, why it matters and how to fix it."
    )
    parser.add_argument(
        "rules", nargs="*", metavar="RULE", help="rule id, such as html/unclosed-element"
    )
    parser.add_argument("--all", action="store_true", help="explain all rules")
    parser.add_argument(
        "--format",
        choices=("text", "json", "markdown"),
        default="text",
        help="output format (default: text)",
    )
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
    own = {*registry.rule_ids(), *ENGINE_PAGES}
    is_ours = all(renames.current(name) in own for name in given.rules)
    extra = "" if is_ours and not given.all else extra_here(given)
    rule_ids = _chosen(given.rules, extra, everything=given.all)
    if given.format == "json":
        write_document([rule_pages.as_json(rule_ids, extra)])
    elif given.format == "markdown":
        write_document([rule_pages.as_markdown(rule_ids, extra)])
    else:
        painter = style(given.color, sys.stdout, summary=False)
        for number, rule_id in enumerate(rule_ids):
            write(["\n" if number else "", *_page(rule_id, extra, painter)])
    return 0


def _chosen(names: Sequence[str], extra: str, *, everything: bool) -> list[str]:
    """The ids of the rules to explain, in the order of the command line.

    Args:
        names: their names.
        extra: the token of further rules that are active; empty: there are none.
        everything: whether all rules are meant.

    Raises:
        UsageError: a rule is unknown, or no rule is named.
    """
    if everything:
        if names:
            raise UsageError(f"`--all` and `{names[0]}` cannot be combined")
        return sorted({*registry.active_ids(extra), *ENGINE_PAGES})
    if not names:
        raise UsageError("RULE is missing; name a rule, or use `--all`")
    return [full_id(name, extra) for name in names]


def _page(rule_id: str, extra: str, painter: Style) -> Iterator[str]:
    if rule_id in ENGINE_PAGES:
        yield f"{rule_id}  (error)\n\n{ENGINE_PAGES[rule_id]}\n"
        return
    rule = registry.load(rule_id, extra)
    yield painter.rule_link(painter.paint(rule.id, "bold"), rule.id)
    since = f", since {rule.since}" if rule.since else ""
    yield f"  ({rule.severity}, {rule.preset}{since})\n\n{rule.page}\n"
    if rule.standard is not None:
        yield f"\nStandard: {rule.standard}\n"
    if rule.options:
        yield "\nOptions:\n"
        for option in rule_pages.options(rule):
            yield f"  {option['name']} = {rule_pages.default_of(option)}\n"
            yield f"      {option['description']}\n"
    examples = rule_pages.examples(rule)
    yield "\nExamples:\n\n" if examples else ""
    for example in examples:
        yield f"{rule_pages.example_of(rule, example).report(painter)}\n"
