"""The options of `contentlint check` for untrusted changes."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contentlint.config.plan import Trusted
from contentlint.core.errors import UsageError
from contentlint.core.finding import TrustedRun

# Options that write untrusted content, or that run longer than the copy of the settings exists.
_INCOMPATIBLE = ("fix", "diff", "add_suppressions", "watch")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    group = parser.add_argument_group("untrusted changes")
    add_trusted_ref(group)
    group.add_argument(
        "--no-suppressions",
        action="store_true",
        help="report suppressed findings as well",
    )


def add_trusted_ref(parser: argparse._ActionsContainer) -> None:
    """Add the option for the trusted commit."""
    parser.add_argument(
        "--trusted-ref",
        metavar="REF",
        help="take configuration, schemas, baseline and credits from this commit instead of the "
        "checkout; use no cache, no suppressions and no schemas named by articles; check files "
        "tracked by git even if .gitignore ignores them",
    )


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the options can be combined, and set those that a trusted commit implies.

    Raises:
        UsageError: two of them contradict each other.
    """
    if given.trusted_ref is None:
        return
    for option in _INCOMPATIBLE:
        if getattr(given, option):
            name = option.replace("_", "-")
            raise UsageError(f"--trusted-ref and --{name} cannot be combined; remove one")
    given.no_cache = given.no_suppressions = True


@contextmanager
def trusted_commit(given: argparse.Namespace, cwd: Path) -> Iterator[Trusted | None]:
    """The commit whose settings apply within the `with`; None: the checkout's settings apply.

    Raises:
        UsageError: the commit cannot be read.
    """
    if given.trusted_ref is None:
        yield None
        return
    from contentlint.engine.trusted import copied, forbid_imports

    named = [*given.config, *([given.baseline] if given.baseline else [])]
    with copied(given.trusted_ref, cwd, named) as trusted:
        forbid_imports(trusted)
        yield trusted


def as_run(trusted: Trusted | None) -> TrustedRun | None:
    """The part of a report about the trusted commit."""
    return trusted and TrustedRun(trusted.ref, trusted.commit, trusted.has_settings)
