"""One article, parsed once: its text, front matter and body, and the indexes that rules use.

Everything is computed on first use and cached; rules do not parse anything themselves.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from contentlint.core.properties import cached_property
from contentlint.core.source import Source, Span
from contentlint.site.context import SiteContext
from contentlint.site.generator import UNKNOWN, Generator
from contentlint.site.reading import MOST, Reading

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

    from contentlint.article.images import Image
    from contentlint.article.links import PlacedLink
    from contentlint.article.suppressions import Suppressions
    from contentlint.front_matter import FrontMatter
    from contentlint.front_matter.block import SyntaxProblem
    from contentlint.front_matter.breaks import LeadingBreak, SecondBlock
    from contentlint.front_matter.flaws import Flaw
    from contentlint.markup import Element, Markup, ParseError, Repair, TextRun
    from contentlint.markup.mdx import Fault as MdxFault
    from contentlint.schema.inline import NamedSchema
    from contentlint.schema.problem import FieldProblem, Schema

Made = TypeVar("Made")

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".mdown", ".mkd", ".qmd", ".mdc"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
# Files about a repository, which a generator compiles only in its folders of articles.
_ABOUT_REPOSITORY = frozenset(
    "readme contributing code_of_conduct code-of-conduct changelog license security".split()
)


class Document:
    """A read-only view of one file for rules.

    Args:
        source: the file's path and text.
        schema: the schema for its front matter; None: keys are not validated.
        generator: the generator of its site; decides which template syntax and Markdown dialect is
            recognized.
        expects_front_matter: whether the configuration expects a front matter block, so that a file
            without one is missing the required keys of its schema.
        site: the site and the current date; None: unknown.
        deepest: maximum nesting depth of its front matter, in levels; None: the default.
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
        # The whole text of the file; every `Span` is a range of it.
        self.text = source.text
        self.schema = schema
        self.generator = generator
        elsewhere = generator.other_metadata
        is_elsewhere = elsewhere is not None and elsewhere.match(source.text) is not None
        self.expects_front_matter = expects_front_matter and not is_elsewhere
        self.site = site or SiteContext()
        self._deepest = deepest
        # The schema that the article names, if it could not be loaded.
        self.schema_fault: NamedSchema | None = None
        # Set after all rules except those of the category `lint` have run.
        self.suppressions: Suppressions | None = None
        self._made: dict[Callable[[Document], Any], Any] = {}

    def once(self, make: "Callable[[Document], Made]") -> Made:
        """The cached result of a function of this article.

        Rules of a category share common analysis this way: `document.once(links)`.

        Args:
            make: a module-level function that depends only on the article.
        """
        try:
            made: Made = self._made[make]
        except KeyError:
            made = self._made[make] = make(self)
        return made

    def forget(self) -> None:
        """Clear the cache of `once`; for measurements."""
        self._made.clear()

    @property
    def path(self) -> str:
        """The file name as shown in reports."""
        return self.source.path

    @cached_property
    def is_html(self) -> bool:
        """Whether the body is HTML, by the file suffix; otherwise it is Markdown."""
        return self.path.lower().endswith(tuple(HTML_SUFFIXES))

    def of_text(self, text: str) -> "Document":
        """The same file with another text and the same generator, but no schema or site."""
        return Document(Source(self.path, text), generator=self.generator)

    @cached_property
    def is_jsx(self) -> bool:
        """Whether tags in the body are JSX (MDX), which does not follow HTML syntax.

        Some generators parse every Markdown file as MDX, unless its front matter says otherwise.
        """
        if self.is_html:
            return False
        is_mdx = self.path.lower().endswith(".mdx")
        generator = self.generator
        if generator.has_mdx_format and "mdx" in self.text:
            settings = self.front_matter.data.get("mdx")
            given = settings.get("format") if isinstance(settings, dict) else None
            if given in ("md", "mdx", "detect"):
                return is_mdx if given == "detect" else given == "mdx"
        return is_mdx or (generator.markdown_is_mdx and self._is_content)

    @property
    def _is_content(self) -> bool:
        """Whether its folder is one of articles; otherwise it may be a file such as `README.md`."""
        folders = self.path.split("/")
        name = folders.pop().partition(".")[0].lower()
        if folders and self.generator.mdx_folders:
            return not self.generator.mdx_folders.isdisjoint(folders)
        if name not in _ABOUT_REPOSITORY:
            return True
        kinds = self.generator.kinds
        return any(path.partition("/")[0] in folders for kind in kinds for path in kind.content)

    @cached_property
    def is_strict_mdx(self) -> bool:
        """Whether this is compiled as MDX for sure, by the current version of its syntax."""
        generator = self.generator
        is_loose = generator.has_loose_mdx and not self.path.lower().endswith(".mdx")
        return self.is_jsx and not generator.has_mdx_1 and not is_loose

    @cached_property
    def mdx_faults(self) -> "list[MdxFault]":
        """What stops the MDX compilers, in the order of the text; empty if this is not MDX."""
        if not self.is_strict_mdx:
            return []
        from contentlint.markup.mdx import faults

        return faults(self.text, self.generator.mdx_extensions)

    @cached_property
    def front_matter(self) -> "FrontMatter":
        """The front matter block; empty if the file has none."""
        from contentlint.front_matter import read

        reading = self.generator.reading
        return read(self.text, self._deepest, None if reading is None else reading.yaml)

    @property
    def reading(self) -> Reading:
        """How the generator reads front matter; what most do, if that is not known."""
        return self.generator.reading or MOST

    @property
    def ignores_toml(self) -> bool:
        """Whether `+++` is known to be text for the generator, whatever is between."""
        is_ignored = self.reading.fate("plus-yaml") in ("shown", "skipped")
        return self.generator.reading is not None and is_ignored

    @cached_property
    def front_matter_flaws(self) -> "list[Flaw]":
        """Forms of the front matter block that not every generator reads, whether or not this one
        does; also of what looks like a block, if the file has none."""
        from contentlint.front_matter.flaws import flaws

        return flaws(self.text, self.front_matter)

    @property
    def json_fault(self) -> "SyntaxProblem | None":
        """The error in the JSON at the start of a file, if the generator takes it for front matter
        and it is not."""
        if self.front_matter.format is not None or not self.reading.has_json:
            return None
        start = len(self.text) - len(self.text.lstrip("\ufeff \t\r\n"))
        if not self.text.startswith("{", start):
            return None
        from contentlint.front_matter.formats.json import fault_of_object

        return fault_of_object(self.text, start)

    @property
    def leading_break(self) -> "LeadingBreak | None":
        """The thematic break that makes front matter of text, if the file has no block."""
        from contentlint.front_matter.breaks import leading_break

        above = self.reading.reads_above
        return leading_break(self.text, self.front_matter, reads_above=above)

    @property
    def second_block(self) -> "SecondBlock | None":
        """What looks like another front matter block below the first."""
        from contentlint.front_matter.breaks import second_block

        return second_block(self.text, self.front_matter)

    def take_named_schema(self, base: Path, root: Path | None = None) -> None:
        """Use the schema that the front matter names, if any.

        Args:
            base: the folder that file references are relative to.
            root: the folder that must contain them, after symbolic links; None: `base`.
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
        """The schema errors of the front matter; empty without a schema or a block.

        A block that does not describe an article (a redirect, the settings of a section) has no
        missing keys, unless the configuration expects articles or names its own schema.
        """
        from contentlint.schema.article_keys import describes_an_article

        front_matter = self.front_matter
        if self.schema is None or (front_matter.format is None and not self.expects_front_matter):
            return ()
        # `contentlint` is always allowed, whatever the schema defines.
        problems = tuple(
            problem
            for problem in self.schema.check(front_matter)
            if problem.kind != "unknown" or problem.path[:1] != ("contentlint",)
        )
        is_chosen = self.expects_front_matter or not self.schema.is_shipped
        if is_chosen or describes_an_article(front_matter.data):
            return problems
        # A key that is misnamed or empty is missing all the same.
        written = front_matter.entries.keys()
        return tuple(p for p in problems if p.kind != "missing" or p.fix or p.path in written)

    @property
    def body(self) -> Span:
        """The span after the front matter."""
        return Span(self.front_matter.body_start, len(self.text))

    @cached_property
    def markup(self) -> "Markup":
        """The body as one tree, whether HTML or Markdown."""
        from contentlint.markup import Markup

        return Markup(
            self.text,
            self.body,
            is_html=self.is_html,
            generator=self.generator,
            is_jsx=self.is_jsx,
            has_no_controls=not self.source.may_have_controls,
        )

    def release(self) -> None:
        """Free the memory of the parsed body at once; for the engine only."""
        markup = self.__dict__.pop("markup", None)
        if markup is not None:
            markup.release()

    @cached_property
    def omits_html(self) -> bool:
        """Whether the generator leaves out all HTML of this Markdown body.

        The content of a shortcode such as `{{< low >}}<b>{{< /low >}}` is not left out.
        """
        is_omitted = not self.is_html and self.generator.dialect.omits_html
        ends = ("{{< /", "{{</", "{{% /", "{{%/")
        return is_omitted and not any(end in self.text for end in ends)

    def elements(self, *tags: str) -> "Iterator[Element]":
        """The body's elements in document order, of the given tags or all."""
        return self.markup.elements(*tags)

    def elements_with(self, attribute: str) -> "Iterator[Element]":
        """The body's elements that have an attribute, in document order."""
        return self.markup.elements_with(attribute)

    def select(self, selector: str) -> "Iterator[Element]":
        """The body's elements that a CSS selector matches, in document order."""
        return self.markup.select(selector)

    @cached_property
    def images(self) -> "list[Image]":
        """The images of the front matter and the body, each with its credit."""
        from contentlint.article.images import images_of

        return images_of(self)

    @cached_property
    def links(self) -> "list[PlacedLink]":
        """The links of the body that are not to other sites, in order, with their spans."""
        from contentlint.article.links import links_of

        return links_of(self)

    @cached_property
    def running_text(self) -> str:
        """The text that Markdown leaves as it is, in place; empty if the body is HTML.

        It is as long as `text`; all else but white space is `MASK`: syntax that was rendered,
        URLs, code, HTML blocks, template syntax, and in MDX expressions and modules.
        """
        from contentlint.markup.running_text import without_expressions

        if self.is_html:
            return ""
        found = self.markup.running_text
        return without_expressions(found) if self.is_jsx else found

    @property
    def running_parts(self) -> str:
        """The parts of `running_text` that are not masked, for a quick search, each on a line.

        `&`, `<` and the backslashes of escapes are missing, and what MDX evaluates is there.
        """
        return "" if self.is_html else self.markup.running_parts

    @cached_property
    def broken_tags(self) -> frozenset[int]:
        """The offsets of tags that the parser repaired; their elements may not be as intended."""
        found = [repair.span.start for repair in self.repairs]
        found += [repair.other.start for repair in self.repairs if repair.other is not None]
        return frozenset(found)

    def is_in_faulty_tag(self, span: Span) -> bool:
        """Whether a range overlaps a tag with invalid quotes, which safe fixes must not change."""
        return not self.is_jsx and self.markup.is_in_faulty_tag(span)

    @cached_property
    def has_lone_returns(self) -> bool:
        """Whether a line ends with a lone carriage return, which programs treat differently."""
        text = self.text
        return "\r" in text and text.count("\r") > text.count("\r\n")

    @property
    def text_runs(self) -> "list[TextRun]":
        """The body's displayed text without code, each run with its span."""
        return self.markup.text_runs

    def is_code(self, offset: int) -> bool:
        """Whether an offset of the body is in code or template syntax."""
        return self.markup.is_code(offset)

    @property
    def parse_errors(self) -> "list[ParseError]":
        """The WHATWG tokenizer's parse errors in the author's HTML."""
        return [] if self.is_jsx else self.markup.parse_errors

    @property
    def repairs(self) -> "list[Repair]":
        """The repairs that WHATWG tree construction made to the author's HTML tags."""
        return [] if self.is_jsx else self.markup.repairs

    @property
    def soup(self) -> "BeautifulSoup":
        """The body as BeautifulSoup, built from the same tree, for heuristics."""
        return self.markup.soup

    def span_of(self, tag: "Tag") -> Span:
        """The span of a tag of `soup` in the file, as `Element.span`.

        Raises:
            ValueError: the tag is not one of the tree.
        """
        from contentlint.markup.soup import SPAN

        span = vars(tag).get(SPAN)
        if not isinstance(span, Span):
            raise ValueError(f"`{tag.name}` has no position: it is not a tag of the article")
        return span
