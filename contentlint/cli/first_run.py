"""Hints on stderr for the first run in a folder: what was detected, and what to do next."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note

if TYPE_CHECKING:
    from contentlint.config.resolve import Config
    from contentlint.engine.discover import Discovery


def print_hints(discovery: "Discovery", config: "Config", cwd: Path) -> None:
    """Print the hints if stderr is a terminal and there is no configuration file.

    Args:
        discovery: the checked files.
        config: the settings of each.
        cwd: the working directory.
    """
    if not sys.stderr.isatty() or any(file.path for file in config.layers(cwd).files):
        return
    note(f"contentlint: {_detected(discovery, config)}")
    note("contentlint: run `contentlint init` to write a commented contentlint.toml")
    note("contentlint: run `contentlint baseline write` to suppress all existing findings")


def _detected(discovery: "Discovery", config: "Config") -> str:
    number = len(discovery.files)
    articles = f"{number} article{'' if number == 1 else 's'}"
    settings = {item.key: item for item in config.settings(discovery.files[0])}
    generator, schema = settings["generator"], settings["schema"]
    if generator.value == "unknown":
        return f"{articles}, no generator detected, front matter schema `{schema.value}`"
    return (
        f"{articles}, generator {generator.value} ({generator.origin}), "
        f"front matter schema `{schema.value}`"
    )
