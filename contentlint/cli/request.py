"""The options for rules and configuration, shared by several commands."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.core.finding import CONFIDENCES

if TYPE_CHECKING:
    from contentlint.config.plan import Trusted
    from contentlint.config.resolve import Request


def add_rules(parser: argparse._ActionsContainer) -> None:
    """Add the options that choose rules."""
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="NAME",
        help="run only these rules, categories or presets",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="NAME",
        help="do not run these rules or categories",
    )
    parser.add_argument(
        "--confidence",
        choices=CONFIDENCES,
        help="report findings with at least this confidence (default: high)",
    )


def add_force_exclude(parser: argparse._ActionsContainer) -> None:
    """Add the option that applies exclusions to named files."""
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="apply exclusions to named files as well; useful in hooks",
    )


def add_configuration(parser: argparse._ActionsContainer) -> None:
    """Add the options that choose the configuration."""
    parser.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|TOML",
        help="configuration file to use instead of the nearest one, or TOML that overrides it",
    )
    parser.add_argument("--isolated", action="store_true", help="ignore configuration files")


def add_python_schemas(parser: argparse._ActionsContainer) -> None:
    """Add the option for untrusted sites."""
    parser.add_argument(
        "--no-python-schemas",
        action="store_true",
        help="skip schemas and rules that are Python files, so that no Python code of the site "
        "runs",
    )


def add_plugins(parser: argparse._ActionsContainer) -> None:
    """Add the option that turns plugins off."""
    parser.add_argument(
        "--no-plugins",
        action="store_true",
        help="skip the rules of plugins, of the site and of packages",
    )


def add_baseline(parser: argparse._ActionsContainer) -> None:
    """Add the options that choose the baseline."""
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="baseline file to use instead of the configured one (see `contentlint baseline "
        "--help`)",
    )
    parser.add_argument("--no-baseline", action="store_true", help="ignore the baseline")


def request(given: argparse.Namespace, trusted: "Trusted | None" = None) -> "Request":
    """The request of a command line; options that a command does not have are ignored.

    Args:
        given: the options.
        trusted: the commit whose settings apply; None: the checkout's settings apply.
    """
    from contentlint.config.resolve import Request

    options = vars(given)
    return Request(
        paths=tuple(given.paths),
        select=_split(options.get("select", [])),
        ignore=_split(options.get("ignore", [])),
        config=tuple(given.config),
        isolated=given.isolated,
        fail_on=options.get("fail_on"),
        confidence=options.get("confidence"),
        python_schemas=not options.get("no_python_schemas", False),
        plugins=not (options.get("no_plugins") or options.get("no_python_schemas")),
        baseline=_baseline(options, trusted),
        suppressions=not options.get("no_suppressions", False),
        trusted=trusted,
        online=options.get("online", False),
    )


def extra_here(given: argparse.Namespace) -> str:
    """The token of the rules that the configuration of the working directory adds.

    Args:
        given: the options of `add_configuration` and `add_plugins`.

    Raises:
        ConfigError: the configuration is not valid.
    """
    from contentlint.config.resolve import Request, load

    asked = Request(
        config=tuple(given.config), isolated=given.isolated, plugins=not given.no_plugins
    )
    return load(asked, Path.cwd()).layers(Path.cwd()).extra


def _baseline(options: dict[str, object], trusted: "Trusted | None") -> str | None:
    """The baseline of the command line, absolute; empty: none; None: the configured one."""
    if options.get("no_baseline"):
        return ""
    name = options.get("baseline")
    if name is None:
        return None
    file = Path.cwd() / str(name)
    return str(file if trusted is None else trusted.in_copy(file))


def _split(names: list[str]) -> tuple[str, ...]:
    """Names given in repeated options or separated by commas."""
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())
