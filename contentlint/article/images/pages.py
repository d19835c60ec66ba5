"""The credits page of a site: every image with its author, license, source and uses.

Text from articles is escaped, and only HTTP(S) URLs become links.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

from contentlint.core.entities import escape
from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple

_WEB = lazy(r"(?:https?:)?//[^\s<>\"'`]+", re.IGNORECASE)
_SPECIAL = lazy(r"([\\`*_{}\[\]()#+!|~<>-])")

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; inline-size: 100% }
th, td { border-block-end: 1px solid #8886; padding: .4rem .6rem; text-align: start;
  vertical-align: top; overflow-wrap: anywhere }
"""


class Use(NamedTuple):
    """A use of an image: the file, and the line from 1."""

    path: str
    line: int


class CreditedImage(NamedTuple):
    """An image of a site.

    Args:
        url: the URL; a relative one is relative to the same folder as the paths of `used_in`.
        author, license, source: parts of the credit; None if missing.
        text: the credit as written; empty if there is none.
        alt: the alt text; empty if there is none.
        used_in: its uses, in the order of the articles.
    """

    url: str
    author: str | None
    license: str | None
    source: str | None
    text: str
    alt: str
    used_in: tuple[Use, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The missing parts among author, license and source."""
        known = {"author": self.author, "license": self.license, "source": self.source}
        return tuple(name for name, value in known.items() if not value)

    @property
    def is_credited(self) -> bool:
        """Whether it has a credit."""
        return bool(self.text)


def markdown(images: Sequence[CreditedImage]) -> Iterator[str]:
    """The page as Markdown."""
    yield "# Image credits\n"
    credited = [image for image in images if image.is_credited]
    if credited:
        yield "\n| image | author | license | source | used in |\n|---|---|---|---|---|\n"
    for image in credited:
        used = ", ".join(_code(_place(use)) for use in image.used_in)
        cells = (
            _url_in_markdown(image.url),
            _escaped(image.author or image.text),
            _escaped(image.license or ""),
            _url_in_markdown(image.source or ""),
            used,
        )
        yield f"| {' | '.join(cells)} |\n"
    incomplete = [image for image in images if image.missing]
    if incomplete:
        yield f"\n## Incomplete credits ({len(incomplete)} of {len(images)})\n\n"
    for image in incomplete:
        used = ", ".join(_code(_place(use)) for use in image.used_in)
        missing = _missing(image)
        yield f"- {_url_in_markdown(image.url)}: {missing} ({used})\n"


def html(images: Sequence[CreditedImage]) -> Iterator[str]:
    """The page as one HTML file without external resources."""
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<title>Image credits</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Image credits</h1>\n"
    )
    credited = [image for image in images if image.is_credited]
    if credited:
        yield "<table>\n<tr><th scope=col>Image<th scope=col>Author<th scope=col>License"
        yield "<th scope=col>Source<th scope=col>Used in\n"
    for image in credited:
        cells = (
            _url_in_html(image.url),
            escape(image.author or image.text),
            escape(image.license or ""),
            _url_in_html(image.source or ""),
            "<br>".join(escape(_place(use)) for use in image.used_in),
        )
        yield f"<tr>{''.join(f'<td>{cell}' for cell in cells)}\n"
    if credited:
        yield "</table>\n"
    incomplete = [image for image in images if image.missing]
    if incomplete:
        yield f"<h2>Incomplete credits ({len(incomplete)} of {len(images)})</h2>\n<ul>\n"
    for image in incomplete:
        used = ", ".join(escape(_place(use)) for use in image.used_in)
        missing = _missing(image)
        yield f"<li>{_url_in_html(image.url)}: {missing} ({used})\n"
    if incomplete:
        yield "</ul>\n"
    yield "</body>\n</html>\n"


def as_json(images: Sequence[CreditedImage]) -> Iterator[str]:
    """The page as JSON: `{"version": 2, "images": […]}`."""
    data = [
        {
            "url": image.url,
            "author": image.author,
            "license": image.license,
            "source": image.source,
            "credit": image.text or None,
            "alt": image.alt or None,
            "missing": list(image.missing),
            "used_in": [{"path": use.path, "line": use.line} for use in image.used_in],
        }
        for image in images
    ]
    yield json.dumps({"version": 2, "images": data}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[CreditedImage]], Iterator[str]]] = {
    "markdown": markdown,
    "html": html,
    "json": as_json,
}


def _place(use: Use) -> str:
    return f"{use.path}:{use.line}"


def _missing(image: CreditedImage) -> str:
    return f"no {', '.join(image.missing)}" if image.is_credited else "no credit"


def _escaped(text: str) -> str:
    """Text with the special characters of Markdown escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;")


def _code(text: str) -> str:
    plain = " ".join(text.split()).replace("|", "\\|")
    return f"`{plain}`" if "`" not in plain else _escaped(plain)


def _url_in_markdown(url: str) -> str:
    if not _WEB.fullmatch(url):
        return _code(url) if url else ""
    return f"[{_escaped(url)}](<{quote(url, safe=_SAFE)}>)"


def _url_in_html(url: str) -> str:
    shown = escape(url)
    if not _WEB.fullmatch(url):
        return shown
    return f'<a href="{escape(quote(url, safe=_SAFE))}" rel="noopener nofollow">{shown}</a>'


# Characters that are not percent-encoded; `%` is one so that nothing is encoded twice.
_SAFE = "/:?#@!$&'()*+,;=%~-._[]"
