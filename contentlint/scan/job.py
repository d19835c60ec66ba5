"""What a scan does with each part: plain values that every process gets."""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from contentlint import __version__
from contentlint.batches.columns import Columns
from contentlint.batches.rows import Settings
from contentlint.core.tuples import NamedTuple


class Job(NamedTuple):
    """The settings of a scan.

    Args:
        columns: of the inputs.
        output: the output folder or URL.
        config: values of `--config`; None: the defaults.
        select, ignore, markup: as the options of that name.
        threshold: the similarity, from 0 to 1, from which articles are duplicates; None: they are
            not searched.
    """

    columns: Columns
    output: str
    config: tuple[str, ...] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    markup: str | None = None
    threshold: float | None = None

    @property
    def settings(self) -> Settings:
        """The resolved settings, once per process."""
        return _settings(self.config, self.select, self.ignore, self.markup)

    @property
    def digest(self) -> str:
        """Changes when the result for the same row could."""
        about = (__version__, self.columns, self.select, self.ignore, self.markup)
        digest = blake2b(repr((about, self.threshold is not None)).encode(), digest_size=16)
        for text in self.config or ():
            file = Path(text)
            try:
                data = file.read_bytes() if file.is_file() else text.encode()
            except (OSError, ValueError):  # TOML may be longer than a file name can be
                data = text.encode()
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()


@lru_cache(maxsize=4)
def _settings(*given: Any) -> Settings:
    return Settings(*given)
