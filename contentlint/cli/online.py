"""`contentlint check --online`: asking external URLs, with progress and notes on stderr."""

import argparse
import sys
from typing import TYPE_CHECKING

from contentlint.cli import watch
from contentlint.cli.options import note
from contentlint.core.errors import UsageError
from contentlint.core.finding import OnlineCounts
from contentlint.engine.progress import Progress

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import Config
    from contentlint.engine.discover import Discovery
    from contentlint.engine.run import Contents

# The libraries of the extra `online`.
_LIBRARIES = ("httpcore2", "h2", "anyio", "idna")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the option to a parser."""
    group = parser.add_argument_group("external URLs")
    group.add_argument(
        "--online",
        action="store_true",
        help="also request external URLs and report dead and moved ones (see `[online]` in the "
        "configuration); without it, nothing uses the network",
    )


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the libraries are there, and that rules that need the option have it.

    Raises:
        UsageError: they are not.
    """
    if given.online:
        from importlib.util import find_spec

        if any(find_spec(name) is None for name in _LIBRARIES):
            raise UsageError("--online needs httpcore2; run `pip install 'contentlint[online]'`")
        return
    from contentlint import registry

    for name in (part.strip() for text in given.select for part in text.split(",")):
        is_known = name.startswith("link/") and name in registry.rule_ids()
        if is_known and registry.load(name).is_online:
            raise UsageError(f"--select: `{name}` needs --online")


def ask(
    discovery: "Discovery",
    config: "Config",
    cache: "Cache | None",
    given: argparse.Namespace,
    contents: "Contents | None" = None,
) -> OnlineCounts:
    """Ask the external URLs of a run, so that its rules know the answers.

    Args:
        discovery: the articles.
        config: their settings, and those of the working directory for the requests.
        cache: findings and answers of earlier runs.
        given: the options.
        contents: content that replaces that of some files.
    """
    from contentlint.config.online import ignored_private
    from contentlint.config.plan import Online
    from contentlint.engine.online import ask_urls

    layers = config.layers(config.cwd)
    settings = Online(*(setting.value for setting in layers.online))
    ignored = ignored_private(layers.files, is_trusted=config.request.trusted is not None)
    if ignored is not None and not given.quiet:
        hint = "use `--config 'online.allow-private = true'`"
        note(f"contentlint: ignored `online.allow-private` of {ignored}; {hint}")
    is_seen = watch.is_seen(given)
    files = Progress(sys.stderr) if is_seen else None
    urls = Progress(sys.stderr, "URLs") if is_seen else None
    try:
        counts = ask_urls(
            discovery,
            config.task,
            config.web,
            settings,
            cache,
            contents=contents,
            jobs=given.jobs,
            watches=(files, urls),
        )
    finally:
        for progress in (files, urls):
            if progress is not None:
                progress.close()
    if not given.quiet:
        _print_notes(counts)
    return counts


def _print_notes(counts: OnlineCounts) -> None:
    for reason, number, example in counts.reasons:
        urls = f"{number} URL{'' if number == 1 else 's'}"
        note(f"contentlint: unknown: {urls}: {reason}, such as `{example}`")
    if counts.left:
        urls = f"{counts.left} URL{'' if counts.left == 1 else 's'}"
        note(f"contentlint: interrupted; {urls} not asked")
