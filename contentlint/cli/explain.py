"""`contentlint explain RULE`: what a rule finds, why it matters, and how to fix it."""

import sys
from collections.abc import Iterator, Sequence

from contentlint import registry, renames
from contentlint.cli import rule_pages
from contentlint.cli.options import Parser, style, write, write_document
from contentlint.core.errors import UsageError
from contentlint.core.finding import Explanation
from contentlint.core.spelling import beginning, either, nearest
from contentlint.reporters import Style

# How many similar rules an error names at most.
_MOST_SIMILAR = 4


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
    rule_ids = _chosen(given.rules, everything=given.all)
    if given.format == "json":
        write_document([rule_pages.as_json(rule_ids)])
    elif given.format == "markdown":
        write_document([rule_pages.as_markdown(rule_ids)])
    else:
        painter = style(given.color, sys.stdout, summary=False)
        for number, rule_id in enumerate(rule_ids):
            write(["\n" if number else "", *_page(rule_id, painter)])
    return 0


def explanation(rule_id: str) -> Explanation | None:
    """The explanation of a rule in a report; None for an unknown rule."""
    if rule_id in rule_pages.ENGINE_PAGES:
        return Explanation(rule_pages.ENGINE_PAGES[rule_id])
    if rule_id not in registry.rule_ids():
        return None
    rule = registry.load(rule_id)
    return Explanation(rule.page, rule.standard)


def _chosen(names: Sequence[str], *, everything: bool) -> list[str]:
    """The ids of the rules to explain, in the order of the command line.

    Raises:
        UsageError: a rule is unknown, or no rule is named.
    """
    if everything:
        if names:
            raise UsageError(f"`--all` and `{names[0]}` cannot be combined")
        return sorted({*registry.rule_ids(), *rule_pages.ENGINE_PAGES})
    if not names:
        raise UsageError("RULE is missing; name a rule, or use `--all`")
    return [_full_id(name) for name in names]


def _full_id(name: str) -> str:
    """The id for a name: the name itself, or with its category if that is unambiguous.

    Raises:
        UsageError: no rule has this name; the message names the nearest ones.
    """
    ids = registry.rule_ids()
    name = renames.current(name)
    if name in ids or name in rule_pages.ENGINE_PAGES:
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


def _page(rule_id: str, painter: Style) -> Iterator[str]:
    if rule_id in rule_pages.ENGINE_PAGES:
        yield f"{rule_id}  (error)\n\n{rule_pages.ENGINE_PAGES[rule_id]}\n"
        return
    rule = registry.load(rule_id)
    yield painter.rule_link(painter.paint(rule.id, "bold"), rule.id)
    yield f"  ({rule.severity}, {rule.preset}, since {rule.since})\n\n{rule.page}\n"
    if rule.standard is not None:
        yield f"\nStandard: {rule.standard}\n"
    if rule.options:
        yield "\nOptions:\n"
        for option in rule_pages.options(rule):
            yield f"  {option['name']} = {rule_pages.default_of(option)}\n"
            yield f"      {option['description']}\n"
    yield "\nExamples:\n\n"
    for example in rule_pages.examples(rule):
        yield f"{rule_pages.example_of(rule, example).report(painter)}\n"
