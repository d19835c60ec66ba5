"""Everything that a rule file imports.

A rule is one file, `rules/<category>/<name>.py`; its path is its id. Its docstring is its page,
its `EXAMPLES` are its tests, the keyword arguments of `check` are its options, and the decorator
has the rest:

    @rule(severity="error", preset="recommended", since="0.1", standard="…", when="tag:img")
    def check(document: Document, *, allowed_hosts: tuple[str, ...] = ()) -> Problems:
        …yield Problem(span, "what is wrong: `value`; what to do")

In one module, for a rule needs one import line.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from contentlint.article.document import Document
from contentlint.article.images import Image, ImageCredit
from contentlint.article.images.words import IMAGE_KEYS, INNER_KEYS, UNNAMED, plain_key
from contentlint.article.links import PlacedLink, collect_links
from contentlint.core.dates import NotADate, date_of, read_date
from contentlint.core.entities import unescape
from contentlint.core.finding import (
    Confidence,
    Edit,
    Fix,
    Preset,
    RelatedSpan,
    Safety,
    Severity,
)
from contentlint.core.patterns import compile_once, lazy
from contentlint.core.properties import cached_property
from contentlint.core.records import record
from contentlint.core.records import replace as record_replace
from contentlint.core.source import Source, Span, decode
from contentlint.core.spelling import nearest
from contentlint.core.tables import Rows, stored_byte_words, stored_rows, stored_words
from contentlint.core.tuples import NamedTuple
from contentlint.core.urls import host, is_templated, url_fault
from contentlint.front_matter.block import Retyped
from contentlint.front_matter.flaws import Flaw
from contentlint.markup.elements import Attribute, Element, TextRun
from contentlint.markup.repairs.open_elements import Repair
from contentlint.markup.running_text import MASK
from contentlint.site.answers import ANCHOR, PAGE, Answer
from contentlint.site.context import FakeSiteContext
from contentlint.site.credits_file import Entry
from contentlint.site.dates import Dates
from contentlint.site.facts import Fact, SiteFact, SiteFacts, SiteProblem, SiteProblems
from contentlint.site.generators import named
from contentlint.site.lookups import Lookup
from contentlint.site.majority import outliers
from contentlint.site.pages import Link, Outcome
from contentlint.site.reading import Shape

if TYPE_CHECKING:
    import inspect

__all__ = [
    "IMAGE_KEYS",
    "INNER_KEYS",
    "MASK",
    "UNNAMED",
    "Answer",
    "Attribute",
    "Confidence",
    "Dates",
    "Document",
    "Edit",
    "Element",
    "Entry",
    "Example",
    "Fact",
    "Facts",
    "Fix",
    "Flaw",
    "Image",
    "ImageCredit",
    "Link",
    "Lookup",
    "NamedTuple",
    "NotADate",
    "Outcome",
    "PlacedLink",
    "Problem",
    "Problems",
    "RelatedSpan",
    "Repair",
    "Retyped",
    "Rows",
    "Rule",
    "Safety",
    "Severity",
    "Shape",
    "Site",
    "SiteFact",
    "SiteFacts",
    "SiteProblem",
    "SiteProblems",
    "Span",
    "TextRun",
    "bad",
    "collect_links",
    "compile_once",
    "cut",
    "date_of",
    "delete",
    "good",
    "host",
    "insert",
    "is_templated",
    "lazy",
    "nearest",
    "outliers",
    "plain_key",
    "read_date",
    "replace",
    "rule",
    "stored_byte_words",
    "stored_rows",
    "stored_words",
    "unescape",
    "unmarked",
    "url_fault",
]

LONGEST_QUOTE = 40


class Problem(NamedTuple):
    """A fault found by a rule: a span of the file's text and a message.

    Args:
        span: the marked text, as code-point offsets.
        message: what is wrong, with the value, and what to do: lower case, no full stop, on one
            line; source text in backticks, shortened with `cut`.
        fix: edits that repair the text, if it can be repaired mechanically.
        related: other locations that explain the fault.
        help: what to do, if neither message nor fix contain it.
        at_most: the highest severity for a problem that does less harm than others of its rule;
            None: that of the rule.
        confidence: the confidence of a heuristic; only "high" is reported by default.
        expected: the allowed values, if a schema lists them.
        is_secret: whether the marked text is a secret, which no report may quote.
        about: the subject if the marked text does not contain it, such as the path of a missing
            key; distinguishes the problem from others at the same position, in every run.
    """

    span: Span
    message: str
    fix: Fix | None = None
    related: tuple[RelatedSpan, ...] = ()
    help: str | None = None
    confidence: Confidence = "high"
    expected: tuple[str, ...] = ()
    is_secret: bool = False
    about: str = ""
    at_most: Severity | None = None


Problems = Iterator[Problem]
Facts = Iterator[Fact]


class Site(NamedTuple):
    """The site of an example.

    Args:
        generator: the name of its generator; None: unknown.
        files: all its files, relative to its root.
        is_collection: whether the article is in a collection, and must have front matter.
        credits: the entries of its credits file.
        host: the host of the published site.
        credit_keys: additional front matter keys with image credits.
        configuration: the text of the generator's configuration file; empty: not known.
        has_author: whether its configuration names an author.
        web: what is wrong with external URLs; any answer about one with a fragment means that
            the page lacks the anchor.
    """

    generator: str | None
    files: tuple[str, ...] = ()
    is_collection: bool = False
    credits: Mapping[str, Entry] = MappingProxyType({})
    host: str | None = None
    credit_keys: tuple[str, ...] = ()
    configuration: str = ""
    has_author: bool = False
    web: Mapping[str, Answer] = MappingProxyType({})


class Beside(NamedTuple):
    """Another article in the site of an example; `spans` as in `Example`."""

    path: str
    text: str
    spans: tuple[Span, ...]


class Example:
    """An article in which a rule must find problems at exactly these spans, or none if empty.

    A run imports rules with hundreds of examples, and looks at none, so that marks are removed on
    first use.

    Args:
        marked: the text of the article; with `⟦ ⟧` around the spans, if there are messages.
        messages: those of the article itself first, then those of `files`.
        fixed, path, schema, options, site: as for `bad`.
        files: other articles of its site, with their own marks.
        is_bad: whether there must be problems, anywhere if nothing is marked.
    """

    def __init__(
        self,
        marked: str,
        messages: tuple[str, ...],
        fixed: str | None,
        path: str,
        schema: str | None,
        options: Mapping[str, Any],
        *,
        site: Site | None = None,
        files: Mapping[str, str] = MappingProxyType({}),
        is_bad: bool = False,
    ) -> None:
        self._marked = marked
        self._files = files
        self.messages = messages
        self.fixed = fixed
        self.path = path
        self.schema = schema
        self.options = options
        self.site = site
        self.is_bad = is_bad

    @property
    def text(self) -> str:
        """The text of the article."""
        return self._own[0]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked spans, in order."""
        return self._own[1]

    @cached_property
    def beside(self) -> tuple[Beside, ...]:
        """The other articles of its site, by path."""
        return tuple(
            Beside(name, *self._unmarked(self._files[name])) for name in sorted(self._files)
        )

    @cached_property
    def _own(self) -> tuple[str, tuple[Span, ...]]:
        return self._unmarked(self._marked)

    def _unmarked(self, text: str) -> tuple[str, tuple[Span, ...]]:
        return unmarked(text) if self.messages or self.is_bad else (text, ())

    def document(self, text: str, path: str | None = None) -> Document:
        """The document of an article of this example.

        Args:
            text: the text of the article, possibly changed by a fix.
            path: the path of the article; None: the example's own article.
        """
        path = path or self.path
        # A lone surrogate in an example represents a byte that is not valid UTF-8.
        decoded, fault = decode(text.encode("utf-8", "surrogateescape"))
        site = self.site or Site(None)
        generator = named(site.generator)
        if generator.refine is not None and site.configuration:
            generator = generator.refine(generator, lambda _: site.configuration)
        document = Document(
            Source(path, decoded, fault),
            generator=generator,
            expects_front_matter=site.is_collection,
            site=FakeSiteContext(
                path,
                generator,
                site.files,
                site.credits,
                site.host,
                site.credit_keys,
                has_author=site.has_author,
                web={
                    (ANCHOR if "#" in url else PAGE, url): list(answer)
                    for url, answer in site.web.items()
                },
            ),
        )
        if self.schema == "named":
            document.take_named_schema(Path())
        elif self.schema:
            from contentlint.schema.loading import load_schema

            document.schema = load_schema(self.schema, Path())
        return document


def good(
    text: str,
    *,
    path: str = "article.html",
    schema: str | None = "article",
    site: Site | None = None,
    files: Mapping[str, str] = MappingProxyType({}),
    **options: Any,
) -> Example:
    """An article in which the rule finds nothing.

    Args:
        text: the content of the file, including front matter if the rule needs it.
        path: its name; the file extension determines whether it is HTML or Markdown.
        schema: the built-in schema of its front matter; `named`: the one named by the article.
        site: its site, if the rule needs one.
        files: other articles of its site by path, for rules about the whole site.
        options: options of the rule.
    """
    return Example(text, (), None, path, schema, options, site=site, files=files)


def bad(
    text: str,
    *messages: str,
    fixed: str | None = None,
    path: str = "article.html",
    schema: str | None = "article",
    site: Site | None = None,
    files: Mapping[str, str] = MappingProxyType({}),
    **options: Any,
) -> Example:
    """An article in which the rule finds a problem at each span marked by `⟦ ⟧`.

    Args:
        text: the content of the file; the marks are removed before the rule runs.
        messages: the message for each marked span, in order; those for `files` come last, by path.
        fixed: the text after the fixes, if the rule has fixes.
        path, schema, site, files, options: as for `good`; texts in `files` may have marks, too.

    Raises:
        ValueError: the numbers of marks and messages differ, or a mark is not closed.
    """
    texts = (text, *files.values()) if files else (text,)
    marked = sum([part.count("⟦") for part in texts])
    if marked != len(messages):
        raise ValueError(f"{marked} marked spans, {len(messages)} messages: {text!r}")
    if marked != sum([part.count("⟧") for part in texts]):
        raise ValueError(f"unclosed mark: {text!r}")
    return Example(text, messages, fixed, path, schema, options, site=site, files=files)


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its marks, and the marked spans, in order.

    Raises:
        ValueError: a mark is not closed.
    """
    plain: list[str] = []
    spans: list[Span] = []
    starts: list[int] = []
    length = 0
    for piece in re.split("([⟦⟧])", text):
        if piece == "⟦":
            starts.append(length)
        elif piece == "⟧":
            spans.append(Span(starts.pop(), length))
        else:
            plain.append(piece)
            length += len(piece)
    if starts:
        raise ValueError(f"unclosed mark: {text!r}")
    return "".join(plain), tuple(sorted(spans))


@record
class Rule:
    """A rule, made by `@rule` from a function; id, page and examples come from its module.

    `check` yields the problems of an article, `collect` its facts, and `check_site` the problems
    that follow from the facts of all articles of a site. Unless the condition `when` holds for an
    article, neither `check` nor `collect` yields anything. A rule that `is_online` asks about
    external URLs, and runs only with `--online`.
    """

    check: Callable[..., Problems]
    severity: Severity
    preset: Preset
    since: str
    standard: str | None
    when: str = ""
    module: ModuleType | None = None
    id: str = ""
    collect: Callable[..., Facts] | None = None
    check_site: Callable[..., SiteProblems] | None = None
    is_online: bool = False

    @property
    def options_help(self) -> str:
        """The docstrings of its functions, which describe the options."""
        import inspect

        functions = (self.check, self.collect, self.check_site)
        return "\n".join(inspect.getdoc(f) or "" for f in functions if f is not None)

    @property
    def summary(self) -> str:
        """The first line of the page: a sentence about what is wrong."""
        return self.page.partition("\n")[0]

    @property
    def page(self) -> str:
        """The docstring of the rule's module: what is wrong, why it matters, how to fix it."""
        import inspect

        return inspect.getdoc(self.module) or ""

    @property
    def examples(self) -> list[Example]:
        """The module's `EXAMPLES`."""
        examples: list[Example] = getattr(self.module, "EXAMPLES", [])
        return examples

    @property
    def options(self) -> "dict[str, inspect.Parameter]":
        """The rule's options by name: the keyword-only parameters of its functions."""
        found: dict[str, inspect.Parameter] = {}
        for function in (self.check, self.collect, self.check_site):
            if function is not None:
                found |= _keywords(function)
        return found

    def options_of(
        self, function: Callable[..., Any], options: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The options that are parameters of one of the rule's functions."""
        if not options or (self.collect is None and self.check_site is None):
            return options
        own = _keywords(function)
        return {name: value for name, value in options.items() if name in own}

    @property
    def fixable(self) -> bool:
        """Whether the rule has fixes: one of its examples has a fixed text."""
        return any(example.fixed is not None for example in self.examples)


def no_problems(document: Document) -> Problems:
    """The `check` of a rule that has only a `check_site`."""
    return iter(())


def _keywords(function: Callable[..., Any]) -> "dict[str, inspect.Parameter]":
    import inspect

    parameters = inspect.signature(function).parameters.values()
    return {p.name: p for p in parameters if p.kind is p.KEYWORD_ONLY}


def rule(
    *,
    severity: Severity,
    preset: Preset = "recommended",
    since: str = "",
    standard: str | None = None,
    when: str = "",
    online: bool = False,
) -> Callable[[Callable[..., Problems | SiteProblems]], Rule]:
    """Turn a function into a rule: `check`, or `check_site` if there is no `check`.

    Args:
        severity: the default severity of its findings.
        preset: the smallest preset that includes it.
        since: the release of contentlint that introduced it; empty: it is not one of its rules.
        standard: the section of the standard that it enforces, as a URL or an anchor.
        when: the facts that must hold for an article in which `check` or `collect` yields anything,
            as in `contentlint.article.conditions`; empty: it is called for every article.
        online: whether it asks about external URLs, and runs only with `--online`.
    """

    def wrap(function: Callable[..., Any]) -> Rule:
        if function.__name__ == "check_site":
            made = Rule(no_problems, severity, preset, since, standard, when)
            return record_replace(made, check_site=function)
        return Rule(function, severity, preset, since, standard, when, is_online=online)

    return wrap


def cut(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Text shortened for a message: one line, at most `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def delete(
    span: Span,
    title: str = "remove it",
    safety: Safety = "safe",
    names: tuple[Span, ...] = (),
) -> Fix:
    """A fix that removes a span; `names` as for `Fix`."""
    return Fix(title, (Edit(span, ""),), safety, names)


def replace(
    span: Span, text: str, title: str, safety: Safety = "safe", names: tuple[Span, ...] = ()
) -> Fix:
    """A fix that replaces a span with another text; `names` as for `Fix`."""
    return Fix(title, (Edit(span, text),), safety, names)


def insert(offset: int, text: str, title: str, safety: Safety = "safe") -> Fix:
    """A fix that inserts text before a code-point offset."""
    return Fix(title, (Edit(Span(offset, offset), text),), safety)
