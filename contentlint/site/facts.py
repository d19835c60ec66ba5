"""Facts that rules collect from articles: those of one article, and those of a whole site.

A fact is a small JSON value with its span in the article. It is stored as JSON from the start, so a
rule sees the same value with and without the cache.
"""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from contentlint.core.digests import blake2b
from contentlint.core.finding import Confidence, Edit, Fix, RelatedSpan
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.site.pages import PAGES

if TYPE_CHECKING:
    from contentlint.site.links.faults import SiteLinks
    from contentlint.site.links.linked import LinkedSite
    from contentlint.site.links.navigation import Entry, Navigation
    from contentlint.site.links.urls import Urls
    from contentlint.site.pages import Link, Outcome, Page


class Fact(NamedTuple):
    """A fact about an article, as `collect` yields it.

    Args:
        span: its range in the article, as code-point offsets.
        value: strings, numbers, booleans, None, and lists and dicts of these; tuples become lists.
        name: the name of a fact that several rules share; empty: it belongs to the rule.
    """

    span: Span
    value: Any
    name: str = ""


class CollectedFact(NamedTuple):
    """A fact in stored form.

    Args:
        rule: the rule that collected it, or the name of a shared fact.
        start, end: its span.
        value: the value as JSON.
        is_suppressed: whether a suppression of the rule covers the span; of a shared fact, the
            rules whose suppressions do.
    """

    rule: str
    start: int
    end: int
    value: str
    is_suppressed: bool | tuple[str, ...] = False


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def collected(rule: str, fact: Fact) -> CollectedFact:
    """A fact in stored form.

    Raises:
        TypeError, ValueError: the value cannot be represented as JSON.
    """
    return CollectedFact(fact.name or rule, *fact.span, _as_json(fact.value))


class SiteProblem(NamedTuple):
    """A problem of a whole site, reported at the span of a fact; otherwise like `Problem`."""

    fact: "SiteFact"
    message: str
    related: tuple[RelatedSpan, ...] = ()
    help: str | None = None
    confidence: Confidence = "high"
    about: str = ""
    fix: Fix | None = None


SiteProblems = Iterator[SiteProblem]


NO_ARTICLE = -1


class SiteFact(NamedTuple):
    """A fact among those of its site.

    Args:
        path: the path of the article, relative to the site's root, with `/`.
        span: its range in the article.
        value: the value that `collect` yielded, with lists instead of tuples.
        is_suppressed: whether a suppression covers it; problems there are not reported.
        article: the index of its article among those of the site; `NO_ARTICLE` if it is in another
            file of the site, such as the configuration.
    """

    path: str
    span: Span
    value: Any
    is_suppressed: bool
    article: int

    def problem(
        self,
        message: str,
        *,
        related: tuple[RelatedSpan, ...] = (),
        help: str | None = None,
        confidence: Confidence = "high",
        about: str = "",
        fix: Fix | None = None,
    ) -> SiteProblem:
        """A problem at the span of this fact; `related` are other spans in the same article."""
        return SiteProblem(self, message, related, help, confidence, about, fix)


def kept(problems: Sequence[SiteProblem]) -> str:
    """Problems as JSON."""
    return json.dumps(problems, ensure_ascii=False, separators=(",", ":"))


def problems_of(text: str) -> list[SiteProblem]:
    """The inverse of `kept`.

    Raises:
        ValueError, TypeError: the text was not made by `kept`.
    """
    return [_problem_of(*value) for value in json.loads(text)]


def _problem_of(
    fact: list[Any],
    message: str,
    related: list[Any],
    help: str | None,
    confidence: Confidence,
    about: str,
    fix: list[Any] | None,
) -> SiteProblem:
    path, span, value, is_suppressed, article = fact
    return SiteProblem(
        SiteFact(path, Span(*span), value, is_suppressed, article),
        message,
        tuple(RelatedSpan(Span(*offsets), note) for offsets, note in related),
        help,
        confidence,
        about,
        None if fix is None else fix_of(fix),
    )


def fix_of(value: list[Any]) -> Fix:
    """A fix from its form in JSON."""
    title, edits, safety, names = value
    made = tuple(Edit(Span(*span), text) for span, text in edits)
    return Fix(title, made, safety, tuple(Span(*name) for name in names))


class PackedFacts(Sequence[CollectedFact]):
    """The facts of one article in packed form, unpacked on access.

    Args:
        text: the result of `packed`.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __len__(self) -> int:
        return len(json.loads(self.text))

    def __iter__(self) -> Iterator[CollectedFact]:
        for rule, start, end, is_suppressed, value in json.loads(self.text):
            fact = collected(rule, Fact(Span(start, end), value))
            hidden = is_suppressed
            yield fact._replace(
                is_suppressed=tuple(hidden) if isinstance(hidden, list) else bool(hidden)
            )

    @overload
    def __getitem__(self, index: int) -> CollectedFact: ...

    @overload
    def __getitem__(self, index: slice) -> list[CollectedFact]: ...

    def __getitem__(self, index: int | slice) -> "CollectedFact | list[CollectedFact]":
        return list(self)[index]


NO_FACTS = "[]"


def packed(facts: Sequence[CollectedFact]) -> str:
    """The facts of one article as one JSON text."""
    if isinstance(facts, PackedFacts):
        return facts.text
    parts = (f'["{f.rule}",{f.start},{f.end},{_hidden(f)},{f.value}]' for f in facts)
    return f"[{','.join(parts)}]" if facts else NO_FACTS


def _hidden(fact: CollectedFact) -> str:
    hidden = fact.is_suppressed
    return json.dumps(hidden) if isinstance(hidden, tuple) else str(int(hidden))


class ArticleFacts(NamedTuple):
    """The facts of one article of a site.

    Args:
        path: the path of the article, relative to the site's root, with `/`.
        packed: the facts as returned by `packed`.
    """

    path: str
    packed: str


class SiteFacts:
    """All facts of one rule in a whole site, sorted by path and span; iterable repeatedly.

    Args:
        rule: the rule.
        articles: the articles of the site, sorted by path.
        site: the site as its links see it; None if no rule asks for it.
        links: its faulty links; None if the rule does not ask for them.
        urls: the URLs of its published articles; None if they are not known.
        reported: for each article, whether its findings are reported; empty: all are.
    """

    def __init__(
        self,
        rule: str,
        articles: Sequence[ArticleFacts],
        site: "LinkedSite | None" = None,
        links: "SiteLinks | None" = None,
        urls: "Urls | None" = None,
        reported: Sequence[bool] = (),
    ) -> None:
        self._rule = rule
        self._articles = articles
        self._prefix = f'["{rule}",'
        self.site = site
        self.urls = urls
        self._links = links
        self._reported = reported

    def __bool__(self) -> bool:
        """Whether there are any, or pages or faulty links."""
        if self._links is not None:
            return bool(self._links.links)
        if self.site is not None:
            return True
        return any(self._prefix in article.packed for article in self._articles)

    def links(self, *faults: str) -> "Iterator[tuple[SiteFact, Link, Outcome]]":
        """The links with one of these faults, each with its fact and what resolving it found.

        Args:
            faults: as in `site.pages.Fault`.
        """
        if self._links is None:
            return
        for article, span, hidden, link, outcome in self._links.links:
            if outcome.fault in faults:
                path = self._articles[article].path
                fact = SiteFact(path, span, link.target, self._rule in hidden, article)
                yield fact, link, outcome

    def pages(self) -> "Iterator[tuple[SiteFact, Page]]":
        """The articles whose findings are reported, each with the fact at the start of its body."""
        for number, article in enumerate(self._articles):
            if self.site is None or (self._reported and not self._reported[number]):
                continue
            page = self.site.page(article.path)
            text = self.site.page_text(article.path)
            if page is not None:
                head = _HEAD.match(text)
                start, end, hidden = json.loads(f"[{head[1]}]") if head else (0, 0, 0)
                is_hidden = isinstance(hidden, list) and self._rule in hidden
                yield SiteFact(article.path, Span(start, end), None, is_hidden, number), page

    @property
    def navigation(self) -> "Navigation | None":
        """The navigation of the site; None if it has none, or nothing is known about it."""
        return None if self.site is None else self.site.navigation

    def entries(self) -> "Iterator[tuple[SiteFact, Entry]]":
        """The entries of the navigation, each with a fact at its place in the file that has it.

        None in a run over some articles of the site, which reports no findings in other files.
        """
        if not all(self._reported):
            return
        for entry in self.navigation.entries if self.navigation is not None else ():
            yield SiteFact(entry.file, entry.span, entry.target, False, NO_ARTICLE), entry

    def __iter__(self) -> Iterator[SiteFact]:
        for number, article in enumerate(self._articles):
            if self._prefix not in article.packed:
                continue
            facts = json.loads(of_rules(article.packed))
            found = [fact for fact in facts if fact[0] == self._rule]
            if len(found) > 1:
                found.sort(key=_span)
            for _, start, end, is_suppressed, value in found:
                span = Span(start, end)
                yield SiteFact(article.path, span, value, bool(is_suppressed), number)


def digest_of(articles: Sequence[ArticleFacts]) -> bytes:
    """A digest of everything that rules see: equal for equal facts at equal spans."""
    digest = blake2b(digest_size=16)
    for start in range(0, len(articles), _AT_ONCE):
        text = "\0".join(part for each in articles[start : start + _AT_ONCE] for part in each)
        digest.update(f"{text}\0".encode("utf-8", "surrogatepass"))
    return digest.digest()


def of_rules(packed: str) -> str:
    """Packed facts without those that rules share, which are last."""
    place = packed.find(_SHARED)
    return packed if place < 0 else f"{packed[:place].rstrip(',')}]"


# The span of the fact about a page, and the rules that are suppressed there.
_HEAD = lazy(r'\["[^"]*",(\d+,\d+,(?:\d+|\[[^\]]*\])),')
_SHARED = f'["{PAGES}",'
ONLY_SHARED = f"[{_SHARED}"
"""How packed facts begin that are only those that rules share."""
# The number of articles whose facts are joined into one text.
_AT_ONCE = 1000


def _span(fact: list[Any]) -> tuple[int, int]:
    return fact[1], fact[2]
