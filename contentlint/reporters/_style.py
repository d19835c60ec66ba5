"""How a report may be drawn: decided by the command line, obeyed by the reporters."""

from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import quote

from contentlint.core.finding import Severity

_CODES = {
    "bold": "1",
    "dim": "2",
    "reverse": "7",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "help": "32",
}


@dataclass(frozen=True, slots=True)
class Style:
    """What the place that a report goes to can show.

    Args:
        color: whether it obeys ANSI colour sequences.
        folder: the absolute folder that paths of findings are relative to, with `/`, where the
            terminal shows links; none: no links.
        width: how many columns a line has.
        wraps: whether lines of text longer than that are broken; never where a program reads.
        unicode: whether it takes characters outside ASCII.
        summary: whether a summary stands at the end.
        limit: how many findings a report for people lists at most; none: all.
        files: the URL of a file for a report that has links, with `{path}` and `{line}` where the
            file's path, percent-encoded, and the line go; by default the way from the report to it.
        root: the folder that paths of findings are relative to, as the repository has it, with
            `/`; empty where it is the repository's root or nothing is known of one.
        token: what begins the commands of a pipeline again behind the words of articles, which
            must not be able to know it; none: a new one is made.
    """

    color: bool = False
    folder: str | None = None
    width: int = 100
    wraps: bool = False
    unicode: bool = True
    summary: bool = True
    limit: int | None = None
    files: str = "./{path}"
    root: str = ""
    token: str | None = None

    @property
    def ellipsis(self) -> str:
        """What stands for text that is left out."""
        return "…" if self.unicode else "..."

    def paint(self, text: str, name: Severity | str) -> str:
        """The text in the colour of a severity, or `bold`, `dim`, `reverse`, `help`."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.color and text else text

    def at_root(self, path: str) -> str:
        """A finding's path as the repository has it, for services that know files from its root."""
        return normpath(join(self.root, path)) if self.root else path

    def link(self, text: str, path: str) -> str:
        """The text as a terminal link (OSC 8) to a file."""
        if self.folder is None:
            return text
        absolute = path if path.startswith("/") else f"{self.folder.rstrip('/')}/{path}"
        # A drive letter (`C:/…`) needs the slash that every other absolute path begins with.
        target = quote("/" + absolute.lstrip("/"), safe="/:", errors="surrogateescape")
        return f"\x1b]8;;file://{target}\x1b\\{text}\x1b]8;;\x1b\\"
