"""Correct articles for error insertion: their tags and the words of their prose.

The parser is deliberately simple and independent, so that the measurement does not depend on the
rules. It supports only articles with all end tags.
"""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generate_site import Words
from mutation_judge import has_markdown, paragraphs

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Elements that contain prose, where errors can be inserted.
PROSE = frozenset("p li td th h1 h2 h3 h4 em strong b i u span blockquote figcaption dd dt".split())
_NO_PROSE = frozenset("a pre code script style textarea title svg math kbd samp".split())

_NAME = r"[a-zA-Z][a-zA-Z0-9-]*"
_ATTRIBUTE = re.compile(
    r"""\s+([^\s"'<>/=`]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""",
)
_TAG = re.compile(rf"<(/?)({_NAME})((?:{_ATTRIBUTE.pattern})*)\s*(/?)>")
_HIDDEN = re.compile(
    r"<!--.*?-->|\{\{([<%])[ ]*([\w-]+).*?\{\{\1[ ]*/[ ]*\2|\{\{.*?\}\}|\{%.*?%\}|"
    r"<(script|style|textarea|title)\b[^>]*>(?P<raw>.*?)</\3>",
    re.DOTALL,
)
_FENCE = re.compile(
    r"^([ \t>*+-]*)(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\2[`~]*[ \t]*$|\Z)", re.M | re.S
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)*?(?<!`)\1(?!`)", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*(?:\r?\n|\Z)", re.M | re.S)

_WORD = re.compile(r"(?<= )[A-Za-z]{3,}(?= )|(?<=[一-鿿])[一-鿿]{2}(?=[一-鿿])")
# A line of Markdown with only words of a paragraph.
_PLAIN_LINE = re.compile(r"^[A-Za-z一-鿿][^<>\[\]()`$\\{}|*_~:&\"'\n]*$", re.MULTILINE)


class Attribute(NamedTuple):
    """An attribute: `start` to `end` with its quotes, the value without them; None: no value."""

    start: int
    end: int
    name: str
    value: tuple[int, int] | None
    quote: str


class Tag(NamedTuple):
    """A tag of the source, with its angle brackets."""

    start: int
    end: int
    name: str
    is_end: bool
    attributes: tuple[Attribute, ...] = ()


class Element(NamedTuple):
    """A start tag, its end tag, and the names of the elements around it, outermost first."""

    first: Tag
    last: Tag
    around: tuple[str, ...]


class Article:
    """A correct article.

    Args:
        path: its path, which need not exist; the suffix decides the format.
        text: the whole file.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        block = _FRONT_MATTER.match(text)
        self.body = block.end() if block else 0

    @property
    def is_markdown(self) -> bool:
        """Whether it is parsed as Markdown, even if it contains only HTML."""
        return self.path.suffix not in (".html", ".htm")

    @cached_property
    def body_kind(self) -> str:
        """`html` if the body is HTML, even in a Markdown file; otherwise `markdown`."""
        return "markdown" if self.is_markdown and has_markdown(self.text) else "html"

    @cached_property
    def _bare(self) -> str:
        """The text with everything replaced by spaces that cannot contain tags."""
        bare = _blank(self.text, 0, self.body)
        if self.is_markdown:
            for pattern in (_FENCE, _CODE):
                for match in list(pattern.finditer(bare)):
                    bare = _blank(bare, match.start(), match.end())
        for match in list(_HIDDEN.finditer(bare)):
            bare = _blank(bare, *(match.span("raw") if match["raw"] is not None else match.span()))
        return bare

    @cached_property
    def tags(self) -> list[Tag]:
        found = []
        for match in _TAG.finditer(self._bare):
            attributes = tuple(_attributes(self.text, match.start(3), match.end(3)))
            name = match[2].lower()
            found.append(Tag(match.start(), match.end(), name, bool(match[1]), attributes))
        return found

    @cached_property
    def elements(self) -> list[Element]:
        """All elements that are not void.

        Raises:
            ValueError: a tag is unpaired.
        """
        found: list[Element] = []
        stack: list[Tag] = []
        for tag in self.tags:
            if tag.is_end:
                if not stack or stack[-1].name != tag.name:
                    raise ValueError(f"`{self.text[tag.start : tag.end]}` is unpaired")
                first = stack.pop()
                found.append(Element(first, tag, tuple(one.name for one in stack)))
            elif tag.name not in VOID:
                stack.append(tag)
        if stack:
            raise ValueError(f"`<{stack[-1].name}>` is unpaired")
        return sorted(found, key=lambda element: element.first.start)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The offsets of top-level paragraphs in a Markdown body."""
        return [
            (start, end)
            for start, end in paragraphs(self.text)
            if not any(e.first.start < start < e.last.end for e in self.elements)
        ]

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """The offsets of words in the prose with a word before and after them."""
        return [match for start, end in self._prose() for match in self._words(start, end)]

    def _words(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in _WORD.finditer(self._bare, start, end):
            if start < match.start() and match.end() < end:
                yield match.span()

    def _prose(self) -> Iterator[tuple[int, int]]:
        if self.body_kind == "markdown":
            for start, end in self.paragraphs:
                for match in _PLAIN_LINE.finditer(self._bare, start, end):
                    yield match.span()
            return
        stack: list[str] = []
        for tag, following in zip(self.tags, self.tags[1:], strict=False):
            if tag.is_end:
                stack.pop()
            elif tag.name not in VOID:
                stack.append(tag.name)
            if stack and stack[-1] in PROSE and not _NO_PROSE.intersection(stack):
                yield tag.end, following.start


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _attributes(text: str, start: int, end: int) -> Iterator[Attribute]:
    for match in _ATTRIBUTE.finditer(text, start, end):
        value = match.span(2) if match[2] is not None else None
        quote = match[2][0] if match[2] and match[2][0] in "\"'" else ""
        if value and quote:
            value = (value[0] + 1, value[1] - 1)
        yield Attribute(match.start(1), match.end(), match[1].lower(), value, quote)


class _Writer:
    """Generates one invented article with elements of all kinds."""

    def __init__(self, number: int, words: Words, seed: int) -> None:
        self.chance = random.Random(f"correct {seed} {number}")
        self.vocabulary = words.words
        self.paragraphs = words.chinese if number % 3 == 2 else words.english
        self.number = number

    def word(self) -> str:
        return self.chance.choice(self.vocabulary)

    def title(self) -> str:
        return " ".join(self.chance.choices(self.vocabulary, k=4)).capitalize()

    def url(self) -> str:
        return f"https://{self.word()}.example.org/{self.word()}/{self.word()}"

    def sentence(self) -> str:
        return self.chance.choice(self.paragraphs).split(". ")[0].rstrip(".。") + "."

    def prose(self, *marked: str) -> str:
        """A paragraph with inline elements between its sentences."""
        parts = [self.sentence()]
        for one in marked:
            parts += [f"{self.word().capitalize()} {self.word()} {one} {self.sentence()}"]
        return " ".join(parts)

    def front_matter(self) -> str:
        chance = self.chance
        day = f"20{chance.randint(10, 24)}-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
        tags = "".join(f"  - {word}\n" for word in chance.sample(self.vocabulary, k=3))
        return (
            f'---\ntitle: "{self.title()}"\ndate: {day}\nauthor: Nora Field\ntags:\n{tags}---\n\n'
        )

    def inline(self) -> list[str]:
        """Inline HTML elements."""
        w = self.word
        return [
            f"<em>{w()} {w()}</em>",
            f"<strong>{w()} {w()}</strong>",
            f'<a href="{self.url()}" title="{w()} {w()}">{w()} {w()}</a>',
            f'<span class="{w()} {w()}" lang="en">{w()} {w()}</span>',
            f"<b><i>{w()}</i> {w()}</b>",
            f"<code>{w()}</code>",
        ]

    def html(self) -> list[str]:
        """The blocks of an HTML body."""
        w, s = self.word, self.sentence
        inline = self.inline()
        self.chance.shuffle(inline)
        rows = "".join(
            f'<tr><td class="{w()}">{w()} {w()}</td><td>{w()} <b>{w()}</b></td></tr>\n'
            for _ in "12"
        )
        items = "".join(f"<li>{w()} <em>{w()}</em> {s()}</li>\n" for _ in "123")
        name = f"{w()}-{self.number}"
        return [
            f"<p>{self.prose(*inline[:2])}</p>\n",
            f'<p class="{w()}">{self.prose(*inline[2:4])}</p>\n<p>{self.prose(*inline[4:])}</p>\n',
            f'<h2 id="{name}">{self.title()}</h2>\n<p>{s()} {s()}</p>\n',
            f"<ul>\n{items}</ul>\n<p>{s()}</p>\n",
            f"<ol>\n<li>{s()}\n<ul>\n<li>{w()} {w()}</li>\n</ul>\n</li>\n"
            f"<li>{w()} {w()}</li>\n</ol>\n",
            f"<table>\n<thead>\n<tr><th>{w()}</th><th>{w()}</th></tr>\n</thead>\n"
            f"<tbody>\n{rows}</tbody>\n</table>\n",
            f"<blockquote>\n<p>{s()} {s()}</p>\n</blockquote>\n",
            f'<figure>\n<img src="{self.url()}.jpg" alt="{w()} {w()} {w()}">\n'
            f"<figcaption>{s()} Photo: Nora Field</figcaption>\n</figure>\n",
            f"<details>\n<summary>{w()} {w()}</summary>\n<p>{s()}</p>\n</details>\n",
            f'<div class="{w()} {w()}" data-{w()}="{w()}">\n<p>{s()} {s()}</p>\n</div>\n',
            f"<section>\n<h3>{self.title()}</h3>\n<p>{s()}<br>\n{s()}</p>\n</section>\n",
            f"<pre><code>if ({w()} &lt; 2) {w()}();\n</code></pre>\n",
            f"<p>{s()} {w()} &amp; {w()} &copy; 2020 {w()}&nbsp;{w()} &hellip; {s()}</p>\n",
        ]

    def markdown(self) -> list[str]:
        """The blocks of a Markdown body: Markdown, inline HTML and HTML blocks."""
        w, s = self.word, self.sentence
        inline = self.inline()
        self.chance.shuffle(inline)
        own = [block.rstrip("\n") + "\n" for block in self.html()[1:] if "<pre>" not in block]
        plain = [
            f"{self.prose(*inline[:2])}\n",
            f"{self.prose(*inline[2:])}\n",
            f"{s()} {s()}\n",
            f"{self.prose(f'**{w()} {w()}**', f'[{w()} {w()}]({self.url()})')}\n",
            f"## {self.title()}\n",
            f"* {w()} {self.inline()[0]} {w()}\n* {w()} {self.inline()[3]} {w()}\n",
            f"> {s()} {self.inline()[1]} {w()}\n",
            f"| {w()} | {w()} |\n|---|---|\n| {w()} | {self.inline()[1]} |\n",
            f"```html\n<div><b>{w()}</p>\n```\n",
            f"{s()} `<{w()}>` {s()}\n",
            f"![{w()} {w()}]({self.url()}.jpg)\n",
            f"<details>\n<summary>{w()}</summary>\n\n{s()}\n\n</details>\n",
        ]
        return plain + self.chance.sample(own, k=len(own))


def invented(number: int, *, seed: int = 1) -> Iterator[Article]:
    """Invented articles in three forms: HTML in `.html`, HTML in `.md`, and Markdown.

    Args:
        number: number of articles of each form.
        seed: random seed.
    """
    words = Words(seed)
    for at in range(number):
        for form in ("html", "body", "markdown"):
            writer = _Writer(at, words, seed)
            blocks = writer.markdown() if form == "markdown" else writer.html()
            order: Sequence[str] = writer.chance.sample(blocks, k=len(blocks))
            front_matter = writer.front_matter()
            suffix = "html" if form == "html" else "md"
            body = ("\n" if form == "markdown" else "").join(order)
            if form != "markdown":
                body = f'<div class="article">\n{body}</div>\n'
            yield Article(Path(f"/invented/{form}-{at:03}.{suffix}"), front_matter + body)
