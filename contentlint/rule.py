"""All that a rule file imports.

A rule is one file, `rules/<category>/<name>.py`; its path is its id. Its docstring is its page,
its `EXAMPLES` are its tests, the keyword arguments of `check` are its options, and the decorator
says the rest:

    @rule(severity="error", preset="recommended", since="0.1", standard="…")
    def check(document: Document, *, hosts: tuple[str, ...] = ()) -> Problems:
        …yield Problem(span, "one sentence in lower case: thing, value, what would be right")
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as dataclass_replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from contentlint.article.document import Document
from contentlint.article.images import Image, ImageCredit
from contentlint.article.images.words import IMAGE_KEYS, INNER_KEYS, UNNAMED, plain_key
from contentlint.core.dates import date_of
from contentlint.core.finding import (
    Confidence,
    Edit,
    Fix,
    Preset,
    RelatedSpan,
    Safety,
    Severity,
)
from contentlint.core.patterns import lazy
from contentlint.core.source import Source, Span, decode
from contentlint.core.urls import host, is_templated, url_fault
from contentlint.markup.elements import Attribute, Element, TextRun
from contentlint.markup.repairs.open_elements import Repair
from contentlint.site.context import FakeSiteContext
from contentlint.site.credits_file import Entry
from contentlint.site.facts import Fact, SiteFact, SiteFacts, SiteProblem, SiteProblems
from contentlint.site.generators import named
from contentlint.site.lookups import Lookup

__all__ = [
    "IMAGE_KEYS",
    "INNER_KEYS",
    "UNNAMED",
    "Attribute",
    "Confidence",
    "Document",
    "Edit",
    "Element",
    "Entry",
    "Example",
    "Fact",
    "Facts",
    "Fix",
    "Image",
    "ImageCredit",
    "Lookup",
    "Problem",
    "Problems",
    "RelatedSpan",
    "Repair",
    "Rule",
    "Safety",
    "Site",
    "SiteFact",
    "SiteFacts",
    "SiteProblem",
    "SiteProblems",
    "Span",
    "TextRun",
    "bad",
    "cut",
    "date_of",
    "delete",
    "good",
    "host",
    "insert",
    "is_templated",
    "lazy",
    "plain_key",
    "replace",
    "rule",
    "url_fault",
]

LONGEST_QUOTE = 40


class Problem(NamedTuple):
    """What a rule says: a span of the file's text and one sentence about it.

    Args:
        span: what is marked, as code-point offsets.
        message: one sentence in lower case without full stop that names the thing and the value
            and says what would be right; source text in backticks, shortened with `cut`.
        fix: a repair of the text, where there is a mechanical one.
        related: other places that explain it.
        help: what to do, where neither message nor fix say it.
        confidence: how sure a heuristic is; only "high" is reported by default.
        expected: the words that may stand there, where a schema lists them.
        is_secret: whether what is marked is a secret, which no report may quote.
        about: what it is about where the marked text does not say so, such as the path of a key
            that is missing; it tells the problem from others at the same place in every run.
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


Problems = Iterator[Problem]
Facts = Iterator[Fact]


class Site(NamedTuple):
    """The site around an example.

    Args:
        generator: the name of what builds it.
        files: all that it has, from its root.
        is_collection: whether configuration says that the article has front matter.
        credits: its list of the pictures' credits.
        host: the host that it is read at.
        credit_keys: further keys of the front matter that say whose the pictures are.
    """

    generator: str | None
    files: tuple[str, ...] = ()
    is_collection: bool = False
    credits: Mapping[str, Entry] = MappingProxyType({})
    host: str | None = None
    credit_keys: tuple[str, ...] = ()


class Beside(NamedTuple):
    """Another article of the site of an example; `spans` as in `Example`."""

    path: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Example:
    """An article that a rule must pass (`spans` empty) or must fault at exactly these spans.

    `beside` are other articles of its site, with their own spans; `messages` are first those of the
    article itself, then those of the others.
    """

    text: str
    spans: tuple[Span, ...]
    messages: tuple[str, ...]
    fixed: str | None
    path: str
    schema: str | None
    options: Mapping[str, Any]
    site: Site | None = None
    beside: tuple[Beside, ...] = ()

    def document(self, text: str, path: str | None = None) -> Document:
        """An article of this example with a text, which a fix may have changed.

        Args:
            text: of the article.
            path: which article; None: the one that the example is about.
        """
        path = path or self.path
        # A lone surrogate in an example is a byte that is no UTF-8.
        decoded, fault = decode(text.encode("utf-8", "surrogateescape"))
        site = self.site or Site(None)
        generator = named(site.generator)
        document = Document(
            Source(path, decoded, fault),
            generator=generator,
            expects_front_matter=site.is_collection,
            site=FakeSiteContext(
                path, generator, site.files, site.credits, site.host, site.credit_keys
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
        text: the whole file, front matter included where the rule needs one.
        path: its name; the ending decides between HTML and Markdown.
        schema: the shipped schema for its front matter; `named`: the one that it names itself.
        site: the site around it, where the rule asks for one.
        files: other articles of its site by path, for a rule about a whole site.
        options: options of the rule.
    """
    beside = tuple(Beside(name, files[name], ()) for name in sorted(files))
    return Example(text, (), (), None, path, schema, options, site, beside)


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
    """An article that the rule faults, with `⟦ ⟧` around each span that it must mark.

    Args:
        text: the whole file; the marks are taken out before the rule runs.
        messages: the message of each marked span, in order; those of `files` come last, by path.
        fixed: the text after the fixes, where the rule has one.
        path, schema, site, files, options: as for `good`; texts of `files` may have marks, too.

    Raises:
        ValueError: the marks and the messages differ in number.
    """
    own, spans = _unmarked(text)
    beside = tuple(Beside(name, *_unmarked(files[name])) for name in sorted(files))
    marked = len(spans) + sum(len(article.spans) for article in beside)
    if marked != len(messages):
        raise ValueError(f"{marked} marked spans, {len(messages)} messages: {text!r}")
    return Example(own, spans, messages, fixed, path, schema, options, site, beside)


def _unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its marks, and the spans that they mark, in order.

    Raises:
        ValueError: one of them is not closed.
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
        raise ValueError(f"a mark without its end: {text!r}")
    return "".join(plain), tuple(sorted(spans))


@dataclass(frozen=True)
class Rule:
    """What `@rule` makes of a function; id, page and examples come from its module.

    `check` says what is wrong with one article; `collect` what it says that others need; and
    `check_site` what is wrong when all facts of a site are known.
    """

    check: Callable[..., Problems]
    severity: Severity
    preset: Preset
    since: str
    standard: str | None
    module: ModuleType | None = field(default=None, repr=False)
    id: str = ""
    collect: Callable[..., Facts] | None = None
    check_site: Callable[..., SiteProblems] | None = None

    @property
    def main(self) -> Callable[..., Any]:
        """The function that `@rule` decorates; its docstring explains the options."""
        is_of_site = self.check is says_nothing and self.check_site is not None
        return self.check_site if is_of_site and self.check_site else self.check

    @property
    def summary(self) -> str:
        """The first line of the page: a sentence that says what is wrong."""
        return self.page.partition("\n")[0]

    @property
    def page(self) -> str:
        """The docstring of the rule's module: what, why, and what to do."""
        return inspect.getdoc(self.module) or ""

    @property
    def examples(self) -> list[Example]:
        """The module's `EXAMPLES`."""
        examples: list[Example] = getattr(self.module, "EXAMPLES", [])
        return examples

    @property
    def options(self) -> dict[str, inspect.Parameter]:
        """The rule's options by name: the keyword-only parameters of its functions."""
        found: dict[str, inspect.Parameter] = {}
        for function in (self.check, self.collect, self.check_site):
            if function is not None:
                found |= _keywords(function)
        return found

    def options_of(
        self, function: Callable[..., Any], options: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Those of some options that one of the rule's functions takes."""
        if not options or (self.collect is None and self.check_site is None):
            return options
        own = _keywords(function)
        return {name: value for name, value in options.items() if name in own}

    @property
    def fixable(self) -> bool:
        """Whether an example shows a fix."""
        return any(example.fixed is not None for example in self.examples)


def says_nothing(document: Document) -> Problems:
    """The `check` of a rule that is about whole sites alone."""
    return iter(())


def _keywords(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    parameters = inspect.signature(function).parameters.values()
    return {p.name: p for p in parameters if p.kind is p.KEYWORD_ONLY}


def rule(
    *, severity: Severity, preset: Preset, since: str, standard: str | None = None
) -> Callable[[Callable[..., Problems | SiteProblems]], Rule]:
    """Make a function a rule: `check`, or `check_site` where there is no `check`.

    Args:
        severity: how bad a finding is unless configuration says otherwise.
        preset: the smallest preset that runs it.
        since: the release that brought it.
        standard: the section of the standard that it enforces, as a URL or an anchor.
    """

    def wrap(function: Callable[..., Any]) -> Rule:
        if function.__name__ == "check_site":
            made = Rule(says_nothing, severity, preset, since, standard)
            return dataclass_replace(made, check_site=function)
        return Rule(function, severity, preset, since, standard)

    return wrap


def cut(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Text fit for a message: one line, at most `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def delete(
    span: Span,
    title: str = "remove it",
    safety: Safety = "safe",
    names: tuple[Span, ...] = (),
) -> Fix:
    """A fix that takes a span out; `names` as for `Fix`."""
    return Fix(title, (Edit(span, ""),), safety, names)


def replace(
    span: Span, text: str, title: str, safety: Safety = "safe", names: tuple[Span, ...] = ()
) -> Fix:
    """A fix that writes another text in place of a span; `names` as for `Fix`."""
    return Fix(title, (Edit(span, text),), safety, names)


def insert(offset: int, text: str, title: str, safety: Safety = "safe") -> Fix:
    """A fix that puts text before a code-point offset."""
    return Fix(title, (Edit(Span(offset, offset), text),), safety)
