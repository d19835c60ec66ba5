"""The credits page of a site: every picture with its author, licence, source and where it is used.

What comes from articles is text here: it is escaped, and only http(s) addresses become links.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from contentlint.core.patterns import lazy

_WEB = lazy(r"(?:https?:)?//[^\s<>\"'`]+", re.IGNORECASE)
_MARKS = lazy(r"([\\`*_{}\[\]()#+!|~<>-])")

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; inline-size: 100% }
th, td { border-block-end: 1px solid #8886; padding: .4rem .6rem; text-align: start;
  vertical-align: top; overflow-wrap: anywhere }
"""


class Use(NamedTuple):
    """Where a picture is used: a file, and the line from 1."""

    path: str
    line: int


class Credited(NamedTuple):
    """A picture of a site.

    Args:
        address: its address; a relative one from where the paths of `used` begin.
        author, licence, source: what is known; None where nothing is.
        text: the credit as it is written; empty where there is none.
        alt: its alternative text, where it has one.
        used: where it is used, in the order of the articles.
    """

    url: str
    author: str | None
    license: str | None
    source: str | None
    text: str
    alt: str
    used: tuple[Use, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """What of author, licence and source is not known."""
        known = {"author": self.author, "license": self.license, "source": self.source}
        return tuple(name for name, value in known.items() if not value)

    @property
    def is_credited(self) -> bool:
        """Whether anybody is named for it."""
        return bool(self.text)


def markdown(images: Sequence[Credited]) -> Iterator[str]:
    """The page as Markdown."""
    yield "# Picture credits\n"
    credited = [image for image in images if image.is_credited]
    if credited:
        yield "\n| picture | author | licence | source | used in |\n|---|---|---|---|---|\n"
    for image in credited:
        used = ", ".join(_code(_place(use)) for use in image.used)
        cells = (
            _shown_in_markdown(image.url),
            _marked(image.author or image.text),
            _marked(image.license or ""),
            _shown_in_markdown(image.source or ""),
            used,
        )
        yield f"| {' | '.join(cells)} |\n"
    lacking = [image for image in images if image.lacks]
    if lacking:
        yield f"\n## Lacking ({len(lacking)} of {len(images)})\n\n"
    for image in lacking:
        used = ", ".join(_code(_place(use)) for use in image.used)
        lacks = ", ".join(image.lacks) if image.is_credited else "any credit"
        yield f"- {_shown_in_markdown(image.url)}: {lacks} ({used})\n"


def html(images: Sequence[Credited]) -> Iterator[str]:
    """The page as one HTML file without anything from outside."""
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<title>Picture credits</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Picture credits</h1>\n"
    )
    credited = [image for image in images if image.is_credited]
    if credited:
        yield "<table>\n<tr><th scope=col>Picture<th scope=col>Author<th scope=col>Licence"
        yield "<th scope=col>Source<th scope=col>Used in\n"
    for image in credited:
        cells = (
            _shown_in_html(image.url),
            escape(image.author or image.text),
            escape(image.license or ""),
            _shown_in_html(image.source or ""),
            "<br>".join(escape(_place(use)) for use in image.used),
        )
        yield f"<tr>{''.join(f'<td>{cell}' for cell in cells)}\n"
    if credited:
        yield "</table>\n"
    lacking = [image for image in images if image.lacks]
    if lacking:
        yield f"<h2>Lacking ({len(lacking)} of {len(images)})</h2>\n<ul>\n"
    for image in lacking:
        used = ", ".join(escape(_place(use)) for use in image.used)
        lacks = ", ".join(image.lacks) if image.is_credited else "any credit"
        yield f"<li>{_shown_in_html(image.url)}: {lacks} ({used})\n"
    if lacking:
        yield "</ul>\n"
    yield "</body>\n</html>\n"


def as_json(images: Sequence[Credited]) -> Iterator[str]:
    """The page as JSON: `{"version": 1, "pictures": […]}`."""
    data = [
        {
            "address": image.url,
            "author": image.author,
            "license": image.license,
            "source": image.source,
            "credit": image.text or None,
            "alt": image.alt or None,
            "lacks": list(image.lacks),
            "used": [{"path": use.path, "line": use.line} for use in image.used],
        }
        for image in images
    ]
    yield json.dumps({"version": 1, "pictures": data}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Credited]], Iterator[str]]] = {
    "markdown": markdown,
    "html": html,
    "json": as_json,
}


def _place(use: Use) -> str:
    return f"{use.path}:{use.line}"


def _marked(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKS.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;")


def _code(text: str) -> str:
    plain = " ".join(text.split()).replace("|", "\\|")
    return f"`{plain}`" if "`" not in plain else _marked(plain)


def _shown_in_markdown(url: str) -> str:
    if not _WEB.fullmatch(url):
        return _code(url) if url else ""
    return f"[{_marked(url)}](<{quote(url, safe=_SAFE)}>)"


def _shown_in_html(url: str) -> str:
    shown = escape(url)
    if not _WEB.fullmatch(url):
        return shown
    return f'<a href="{escape(quote(url, safe=_SAFE))}" rel="noopener nofollow">{shown}</a>'


# What stands in addresses as it is; `%` so that nothing is encoded twice.
_SAFE = "/:?#@!$&'()*+,;=%~-._[]"
