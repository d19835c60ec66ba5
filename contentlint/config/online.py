"""The settings of `--online`, from the configuration files of a folder and the command line."""

from collections.abc import Sequence
from typing import Any

from contentlint.config.plan import Online, Setting
from contentlint.config.settings import ConfigFile

_PRIVATE = "allow-private"


def online_settings(files: Sequence[ConfigFile], *, is_trusted: bool) -> tuple[Setting, ...]:
    """The settings with their origins, in the order of `Online`.

    Args:
        files: in ascending precedence.
        is_trusted: whether the files are those of a trusted commit.
    """
    return tuple(
        _setting(name, default, files, is_trusted=is_trusted)
        for name, default in Online()._asdict().items()
    )


def _setting(name: str, default: Any, files: Sequence[ConfigFile], *, is_trusted: bool) -> Setting:
    key = name.replace("_", "-")
    for file in reversed(files):
        # A checkout must not open the network of the computer that checks it.
        is_ignored = key == _PRIVATE and file.path is not None and not is_trusted
        if key in file.settings.online and not is_ignored:
            value = file.settings.online[key]
            value = tuple(value) if isinstance(value, list) else value
            return Setting(f"online.{key}", value, file.origin("online", key))
    return Setting(f"online.{key}", default, "default")


def ignored_private(files: Sequence[ConfigFile], *, is_trusted: bool) -> str | None:
    """Where a file allows private hosts without effect, since only the command line may.

    Args:
        files, is_trusted: as for `online_settings`.
    """
    if is_trusted:
        return None
    ignored = (f for f in files if f.path is not None and f.settings.online.get(_PRIVATE))
    return next((file.origin("online", _PRIVATE) for file in ignored), None)
