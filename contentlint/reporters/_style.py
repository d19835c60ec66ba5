"""The style of a report: chosen by the command line, applied by the reporters."""

from posixpath import join, normpath
from urllib.parse import quote

from contentlint import addresses
from contentlint.core.finding import Severity
from contentlint.core.records import record

_CODES = {
    "bold": "1",
    "dim": "2",
    "reverse": "7",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "help": "32",
}


@record
class Style:
    """What the output of a report supports.

    Args:
        color: whether it supports ANSI color sequences.
        folder: the absolute folder that paths of findings are relative to, with `/`, if the
            terminal supports links; None: no links.
        width: its width in columns.
        wraps: whether longer lines are wrapped; only on terminals.
        unicode: whether it supports characters outside ASCII.
        summary: whether the report ends with a summary.
        limit: maximum number of findings in a text report; None: all.
        files: the URL template for links to files, with the placeholders `{path}` (percent-encoded)
            and `{line}`; by default relative to the report.
        root: the folder that paths of findings are relative to, relative to the repository's root,
            with `/`; empty if it is the root or the root is unknown.
        token: resumes the commands of a pipeline after untrusted text, which must not be able to
            guess it; None: a random one.
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
        """The mark for omitted text."""
        return "…" if self.unicode else "..."

    def paint(self, text: str, name: Severity | str) -> str:
        """The text in the color of a severity, or as `bold`, `dim`, `reverse` or `help`."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.color and text else text

    def at_root(self, path: str) -> str:
        """A finding's path relative to the repository's root, as CI services expect it."""
        return normpath(join(self.root, path)) if self.root else path

    def link(self, text: str, path: str) -> str:
        """The text as a terminal link (OSC 8) to a file."""
        if self.folder is None:
            return text
        absolute = path if path.startswith("/") else f"{self.folder.rstrip('/')}/{path}"
        # A drive letter (`C:/…`) needs the slash that all other absolute paths start with.
        target = quote("/" + absolute.lstrip("/"), safe="/:", errors="surrogateescape")
        return _linked(text, f"file://{target}")

    def rule_link(self, text: str, rule: str) -> str:
        """The text as a terminal link (OSC 8) to the page of a rule, if it has one."""
        page = addresses.rule_page(rule)
        return text if self.folder is None or page is None else _linked(text, page)


def _linked(text: str, url: str) -> str:
    return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\"
