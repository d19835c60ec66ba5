"""What a person is told who runs contentlint in a folder for the first time, in three lines."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note

if TYPE_CHECKING:
    from contentlint.config.resolve import Config
    from contentlint.engine.discover import Discovery


def tell(discovery: "Discovery", config: "Config", cwd: Path) -> None:
    """Say what was recognised and what to do next, where a person reads and nothing is configured.

    Args:
        discovery: what is checked.
        config: what holds.
        cwd: the working directory.
    """
    if not sys.stderr.isatty() or any(file.path for file in config.layers(cwd).files):
        return
    note(f"contentlint: {_recognised(discovery, config)}")
    note("contentlint: `contentlint init` writes a commented contentlint.toml to say more")
    note("contentlint: `contentlint baseline write` holds back what is found, to show what is new")


def _recognised(discovery: "Discovery", config: "Config") -> str:
    number = len(discovery.files)
    articles = f"{number} article{'' if number == 1 else 's'}"
    settings = {item.key: item for item in config.settings(discovery.files[0])}
    generator, schema = settings["generator"], settings["schema"]
    if generator.value == "unknown":
        return f"{articles}, no generator recognised; front matter by the schema `{schema.value}`"
    return (
        f"{articles} of a site made with {generator.value} ({generator.origin}); "
        f"front matter by the schema `{schema.value}`"
    )
