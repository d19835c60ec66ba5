"""One article, read once: its text, front matter and body, and the indexes that rules ask for.

Everything is computed when it is first asked for and kept; a rule never parses anything itself.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from contentlint.core.source import Source, Span
from contentlint.site.context import SiteContext
from contentlint.site.generator import UNKNOWN, Generator

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from contentlint.article.images import Image
    from contentlint.article.suppressions import Suppressions
    from contentlint.front_matter import FrontMatter
    from contentlint.markup import Element, Markup, ParseError, Repair, TextRun
    from contentlint.schema.inline import NamedSchema
    from contentlint.schema.problem import FieldProblem, Schema

Made = TypeVar("Made")

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".mdown", ".mkd", ".qmd"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


class Document:
    """A read-only view of one file for rules.

    Args:
        source: the file's path and text.
        schema: what its front matter is checked against; none: no check of fields.
        generator: what builds its site; decides which template syntax and which Markdown is
            understood.
        expects_front_matter: whether configuration says that such a file has a block, so that a
            file without one lacks the fields that its schema requires.
        site: what rules may ask about its site and the day; none: nothing is known of it.
        deepest: how many levels its front matter may have; None: as many as are common.
    """

    def __init__(
        self,
        source: Source,
        *,
        schema: "Schema | None" = None,
        generator: Generator = UNKNOWN,
        expects_front_matter: bool = False,
        site: SiteContext | None = None,
        deepest: int | None = None,
    ) -> None:
        self.source = source
        self.schema = schema
        self.generator = generator
        elsewhere = generator.other_metadata
        is_elsewhere = elsewhere is not None and elsewhere.match(source.text) is not None
        self.expects_front_matter = expects_front_matter and not is_elsewhere
        self.site = site or SiteContext()
        self._deepest = deepest
        # The schema that the article names itself, where it cannot be had.
        self.schema_fault: NamedSchema | None = None
        # What became of the author's suppressions; set when all rules but those about them ran.
        self.suppressions: Suppressions | None = None
        self._made: dict[Callable[[Document], Any], Any] = {}

    def once(self, make: "Callable[[Document], Made]") -> Made:
        """What a function makes of this article, made when it is first asked for and kept.

        So rules of a category share what they all need: `document.once(links)`.

        Args:
            make: a function of a module, which reads the article and nothing else.
        """
        try:
            made: Made = self._made[make]
        except KeyError:
            made = self._made[make] = make(self)
        return made

    def forget(self) -> None:
        """Drop what `once` has kept, so that it is made anew; for measurements."""
        self._made.clear()

    @property
    def path(self) -> str:
        """The file's name as reports show it."""
        return self.source.path

    @property
    def text(self) -> str:
        """The whole text of the file; every `Span` is a range of it."""
        return self.source.text

    @property
    def is_html(self) -> bool:
        """Whether the body is HTML by the file's ending; otherwise it is Markdown."""
        return any(self.path.lower().endswith(suffix) for suffix in HTML_SUFFIXES)

    def of_text(self, text: str) -> "Document":
        """The same file with another text, of which nothing but the generator is known."""
        return Document(Source(self.path, text), generator=self.generator)

    @cached_property
    def is_jsx(self) -> bool:
        """Whether tags in the body are JSX (MDX), to which HTML's grammar does not apply.

        Some generators read every Markdown file as MDX.
        """
        if self.path.lower().endswith(".mdx"):
            return True
        return self.generator.markdown_is_mdx and not self.is_html

    @cached_property
    def front_matter(self) -> "FrontMatter":
        """The front matter block; empty where the file has none."""
        from contentlint.front_matter import read

        return read(self.text, self._deepest)

    def take_named_schema(self, base: Path, root: Path | None = None) -> None:
        """Check the front matter against the schema that it names itself, if it names one.

        Args:
            base: the folder that files are relative to.
            root: the folder that they must lie in, links followed; None: `base`.
        """
        from contentlint.core.errors import SchemaError
        from contentlint.schema.inline import named_schema
        from contentlint.schema.loading import load_schema
        from contentlint.schema.references import is_python

        named = named_schema(self.text, self.front_matter)
        if named is None:
            return
        if is_python(named.reference):
            self.schema_fault = named._replace(fault="an article cannot name Python code")
            return
        try:
            self.schema = load_schema(named.reference, base, root=root or base)
        except SchemaError as error:
            self.schema_fault = named._replace(fault=str(error))

    @cached_property
    def field_problems(self) -> "tuple[FieldProblem, ...]":
        """Where the front matter breaks its schema; nothing without a schema or a block.

        A block that does not describe an article (a redirect, a section's settings) lacks nothing,
        unless configuration says that such files are articles or names a schema of its own.
        """
        from contentlint.schema.pydantic_model import describes_an_article

        front_matter = self.front_matter
        if self.schema is None or (front_matter.format is None and not self.expects_front_matter):
            return ()
        # `contentlint` is our own key, whatever a schema knows.
        problems = tuple(
            problem
            for problem in self.schema.check(front_matter)
            if problem.kind != "unknown" or problem.path[:1] != ("contentlint",)
        )
        is_chosen = self.expects_front_matter or not self.schema.is_shipped
        if is_chosen or describes_an_article(front_matter.data):
            return problems
        # What is there under another name, or is there and empty, is missing all the same.
        written = front_matter.entries.keys()
        return tuple(p for p in problems if p.kind != "missing" or p.fix or p.path in written)

    @property
    def body(self) -> Span:
        """What stands behind the front matter."""
        return Span(self.front_matter.body_start, len(self.text))

    @cached_property
    def markup(self) -> "Markup":
        """The body as one tree, whether HTML or Markdown."""
        from contentlint.markup import Markup

        return Markup(self.text, self.body, is_html=self.is_html, generator=self.generator)

    def release(self) -> None:
        """Let go of what was computed, so that its memory is free at once; for the engine alone."""
        markup = self.__dict__.pop("markup", None)
        if markup is not None:
            markup.release()

    def elements(self, *tags: str) -> "Iterator[Element]":
        """The body's elements in document order, those of these tags or all."""
        return self.markup.elements(*tags)

    def elements_with(self, attribute: str) -> "Iterator[Element]":
        """The body's elements that have an attribute, in document order."""
        return self.markup.elements_with(attribute)

    def select(self, selector: str) -> "Iterator[Element]":
        """The body's elements that a CSS selector matches, in document order."""
        return self.markup.select(selector)

    @cached_property
    def images(self) -> "list[Image]":
        """The pictures of the front matter and the body, each with its credit."""
        from contentlint.article.images import images_of

        return images_of(self)

    @cached_property
    def broken_tags(self) -> frozenset[int]:
        """Where tags begin that the parser had to repair; what it made of them is not meant."""
        found = [repair.span.start for repair in self.repairs]
        found += [repair.other.start for repair in self.repairs if repair.other is not None]
        return frozenset(found)

    def is_in_faulty_tag(self, span: Span) -> bool:
        """Whether a range touches a tag with a fault in its quotes, which no safe fix may do."""
        return not self.is_jsx and self.markup.is_in_faulty_tag(span)

    @cached_property
    def has_lone_returns(self) -> bool:
        """Whether a line ends in a carriage return alone, which programs disagree about."""
        text = self.text
        return "\r" in text and text.count("\r") > text.count("\r\n")

    @property
    def text_runs(self) -> "list[TextRun]":
        """The body's text that readers see, without code, each run with its span."""
        return self.markup.text_runs

    def is_code(self, offset: int) -> bool:
        """Whether code or template syntax stands at an offset of the body, and no prose."""
        return self.markup.is_code(offset)

    @property
    def parse_errors(self) -> "list[ParseError]":
        """What the WHATWG tokenizer calls a parse error, in what the author wrote as HTML."""
        return [] if self.is_jsx else self.markup.parse_errors

    @property
    def repairs(self) -> "list[Repair]":
        """Where the standard's tree construction had to repair the author's HTML tags."""
        return [] if self.is_jsx else self.markup.repairs

    @property
    def soup(self) -> "BeautifulSoup":
        """The body as BeautifulSoup, built from the same tree, for heuristics."""
        return self.markup.soup
