"""Options of `contentlint check` for changes from strangers: what of a checkout is believed."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contentlint.config.plan import Trusted
from contentlint.core.errors import UsageError
from contentlint.core.finding import TrustedRun

# Options that write what a stranger has written, or go on when the commit's settings are gone.
_APART = ("fix", "diff", "add_suppressions", "watch")


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
    """Add the option that says which commit is trusted."""
    parser.add_argument(
        "--trusted-ref",
        metavar="REF",
        help="take configuration, schemas, baseline and credits from this commit, not from the "
        "checkout; no cache, no suppressions, no schemas named by articles, and files tracked by "
        "git are checked even if .gitignore ignores them",
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together; complete those that a trusted commit brings along.

    Raises:
        UsageError: two of them contradict each other.
    """
    if given.trusted_ref is None:
        return
    for option in _APART:
        if getattr(given, option):
            name = option.replace("_", "-")
            raise UsageError(f"--trusted-ref and --{name} cannot be combined; remove one")
    given.no_cache = given.no_suppressions = True


@contextmanager
def trusted_commit(given: argparse.Namespace, cwd: Path) -> Iterator[Trusted | None]:
    """The commit whose settings apply, for as long as the `with` takes; None: the checkout's.

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


def told(trusted: Trusted | None) -> TrustedRun | None:
    """What a report says of a trusted commit."""
    return trusted and TrustedRun(trusted.ref, trusted.commit, trusted.has_settings)
