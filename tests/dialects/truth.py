"""What the Markdown renderers make of invented texts, as `record.py` wrote it down."""

import json
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal, get_args

DATA = Path(__file__).with_name("truth.jsonl")

Renderer = Literal[
    "commonmark", "github", "remark-raw", "markdown-it", "vitepress", "hexo", "jekyll", "kramdown",
    "redcarpet", "hugo", "hugo-unsafe", "mkdocs", "material",
]  # fmt: skip
"""A renderer and how it is set up.

- `commonmark`: commonmark.js
- `github`: micromark with GFM and its filter of tags, other HTML let through (GitHub itself removes
  more afterwards)
- `remark-raw`: remark with GFM and rehype-raw, so HTML as a browser would build it: Astro, and
  Docusaurus where `.md` is not MDX
- `markdown-it`: with `html: true`: Eleventy
- `vitepress`: markdown-it as VitePress sets it up; what comes out is a Vue template
- `hexo`: marked by hexo-renderer-marked
- `jekyll`: kramdown with the GFM parser and Jekyll's options
- `kramdown`: kramdown's own dialect
- `redcarpet`: with tables, fenced code, autolinks, strikethrough, footnotes, no emphasis in words
- `hugo`, `hugo-unsafe`: Hugo's goldmark, without and with `markup.goldmark.renderer.unsafe`
- `mkdocs`: Python-Markdown with toc, tables, fenced_code
- `material`: Python-Markdown with the extensions that Material for MkDocs advises
"""

RENDERERS: tuple[Renderer, ...] = get_args(Renderer)


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and what became of it.

    Args:
        kind: which kind of input it is, a key of `inputs.BY_KIND`.
        text: the Markdown.
        html: by renderer, what it writes, without the line ends at the end; None: it stops.
        vue: the numbers of the faults for which Vue refuses VitePress's page (24: an element is
            never closed, 23: an end tag closes nothing), or the names of errors without a number.
    """

    kind: str
    text: str
    html: dict[Renderer, str | None]
    vue: tuple[int | str, ...]


class _Seen(HTMLParser):
    """Collects the text of a page and the names of its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def seen(html: str) -> tuple[str, tuple[str, ...]]:
    """The text that an HTML fragment holds, and the names of its elements in order."""
    page = _Seen()
    page.feed(html)
    page.close()
    return "".join(page.text), tuple(page.elements)


def _cell(line: dict[str, Any]) -> Cell:
    html = {name: found for names, found in line["html"] for name in names.split()}
    return Cell(line["kind"], line["text"], html, tuple(line.get("vue", ())))


def _lines() -> list[dict[str, Any]]:
    # Not splitlines: a text may hold U+2028, which JSON leaves as it is.
    return [json.loads(line) for line in DATA.read_text("utf-8").split("\n") if line]


@cache
def versions() -> dict[str, str]:
    """The renderers' packages and their versions."""
    found: dict[str, str] = _lines()[0]["versions"]
    return found


@cache
def cells() -> tuple[Cell, ...]:
    """Every recorded text, in the order of `inputs.py`."""
    return tuple(_cell(line) for line in _lines()[1:])
