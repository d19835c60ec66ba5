"""The displayed content of an article according to independent parsers: html5lib, markdown-it-py.

Two texts are equal for a reader if their words, paragraphs, cells, items, headings, emphasis,
links, images, attributes and front matter values are equal. The ends of `<div>` and `<span>` are
not visible.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import html5lib
import yaml
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.M | re.S)
_WORD = re.compile(r"[一-鿿]|[^\W一-鿿]+")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
_NOT_PARSED = re.compile(r"<!--.*?-->|(?<=>)[^<]*(?=</(?:script|style|textarea|title)>)", re.DOTALL)

# Elements with visible boundaries; elements that look alike share one name.
_STRUCTURE = frozenset(
    "a h1 h2 h3 h4 h5 h6 ul ol li table tr th td caption blockquote pre figure figcaption details "
    "summary dl dt dd em strong u s code kbd mark small sub sup".split()
)
_ALIKE = {"i": "em", "b": "strong", "cite": "em", "th": "td"}
# Elements that start a new line.
_BLOCKS = frozenset(
    "p div section article aside main header footer nav form hr br h1 h2 h3 h4 h5 h6 ul ol li "
    "table tr td caption blockquote pre figure figcaption details summary dl dt dd".split()
)
# Elements whose text is not displayed.
_INVISIBLE = frozenset("script style template".split())

# Names that a fix may remove or rewrite, because they are markup and not words.
_MARKUP_NAMES = frozenset(
    "a abbr b blockquote br code details div dd dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i "
    "img kbd li ol p pre s section small span strong sub summary sup table tbody td th thead tr u "
    "ul lt gt amp quot".split()
)


def words(text: str) -> Counter[str]:
    """The words of a source, including URLs and values but not element names.

    Each Chinese character is a word, so that a tag between two of them makes no difference.
    """
    return Counter(w for w in _WORD.findall(text.casefold()) if w not in _MARKUP_NAMES)


def lost(text: str, fixed: str, inserted: Counter[str]) -> Counter[str]:
    """The words of a text that a fix has lost, except those inserted by the error.

    Front matter dates may be reformatted; `shown` compares their values.
    """
    figures = {
        word: times for word, times in words(split(text)[0]).items() if re.search(r"\d", word)
    }
    return words(text) - words(fixed) - inserted - Counter(figures)


def split(text: str) -> tuple[str, str]:
    """The front matter with its fences, and the body."""
    block = _FRONT_MATTER.match(text)
    return (block[0], text[block.end() :]) if block else ("", text)


@lru_cache(maxsize=4096)
def page(text: str, *, is_markdown: bool) -> str:
    """The HTML of an article's body."""
    body = split(text)[1]
    return _MARKDOWN.render(body) if is_markdown else body


@lru_cache(maxsize=4096)
def shown(text: str, *, is_markdown: bool) -> str:
    """The displayed content of an article with its front matter, as text for comparison.

    Args:
        text: the whole file.
        is_markdown: whether its body is Markdown.
    """
    tree = html5lib.parseFragment(
        page(text, is_markdown=is_markdown), namespaceHTMLElements=False, treebuilder="etree"
    )
    seen = (tree.text or "") + "".join(_seen(tree))
    seen = re.sub(r"[ \t\r\f]*\n\s*", "\n", re.sub(r"[ \t\r\f]+", " ", seen)).strip()
    return f"{_values(split(text)[0])}\n{seen}"


def errors(text: str, *, is_markdown: bool) -> list[str]:
    """The html5lib errors in an article's body."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parseFragment(page(text, is_markdown=is_markdown))
    return [code for _, code, _ in parser.errors]


def _seen(element: Any) -> Iterator[str]:
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        name = _ALIKE.get(tag, tag)
        values = [f" {key}={child.get(key)}" for key in sorted(child.attrib)] if name else []
        line = "\n" if name in _BLOCKS else ""
        yield line
        if name in _STRUCTURE or values:
            yield f"\x02{name}{''.join(values)}\x03"
        if name and name not in _INVISIBLE:
            yield child.text or ""
            yield from _seen(child)
        yield f"\x02/{name}\x03{line}" if name in _STRUCTURE else line
        yield child.tail or ""


def _values(block: str) -> str:
    """The values of a front matter block."""
    if not block:
        return ""
    inner = re.sub(r"\A.*\n|^(---|\+\+\+)\s*\Z", "", block, flags=re.MULTILINE)
    try:
        loaded = tomllib.loads(inner) if block[0] == "+" else yaml.safe_load(inner)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError):
        return block
    return repr(_plain(loaded))


def _plain(value: Any) -> Any:
    """A value with its dates normalized."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return value
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value


def has_markdown(text: str) -> bool:
    """Whether a body contains Markdown and not only HTML."""
    tokens = _MARKDOWN.parse(split(text)[1])
    return not tokens or any(token.type != "html_block" for token in tokens)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The offsets of the top-level paragraphs of a Markdown body."""
    body = split(text)[1]
    starts = [len(text) - len(body)]
    for line in body.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return [
        (starts[token.map[0]], starts[token.map[1]])
        for token in _MARKDOWN.parse(body)
        if token.type == "paragraph_open" and token.level == 0 and token.map
    ]


def tags(text: str) -> Counter[str]:
    """The number of tags of each name in a Markdown body, outside code."""
    found: Counter[str] = Counter()
    for token in _MARKDOWN.parse(split(text)[1]):
        for one in (token, *(token.children or ())):
            if one.type in ("html_block", "html_inline"):
                found.update(
                    name.lower() for name in _TAG_NAME.findall(_NOT_PARSED.sub("", one.content))
                )
    return found
