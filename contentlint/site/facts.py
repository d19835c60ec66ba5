"""What articles say that others need: facts of one article, and all of a site's.

A fact is a small value that JSON knows, with the place where the article says it. It is kept as
JSON from the beginning, so that a rule sees the same whether the cache answered or not.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple, overload

from contentlint.core.finding import Confidence, RelatedSpan
from contentlint.core.source import Span


class Fact(NamedTuple):
    """What an article says, as `collect` yields it.

    Args:
        span: where it stands, as code-point offsets.
        value: of text, numbers, booleans, None, lists and dicts of these; tuples become lists.
    """

    span: Span
    value: Any


class CollectedFact(NamedTuple):
    """A fact as it is kept.

    Args:
        rule: the rule that collected it.
        start, end: its span.
        value: as JSON.
        is_suppressed: whether a suppression of the rule covers its place.
    """

    rule: str
    start: int
    end: int
    value: str
    is_suppressed: bool = False


def collected(rule: str, fact: Fact) -> CollectedFact:
    """A fact as it is kept.

    Raises:
        TypeError, ValueError: its value is none that JSON knows.
    """
    value = json.dumps(fact.value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return CollectedFact(rule, *fact.span, value)


class SiteProblem(NamedTuple):
    """What a rule says of a whole site, at the place of a fact; otherwise as `Problem`."""

    fact: "SiteFact"
    message: str
    related: tuple[RelatedSpan, ...] = ()
    help: str | None = None
    confidence: Confidence = "high"
    about: str = ""


SiteProblems = Iterator[SiteProblem]


class SiteFact(NamedTuple):
    """A fact among all of its site.

    Args:
        path: the article, from the site's root, with `/`.
        span: where it stands in the article.
        value: what `collect` yielded, lists in place of tuples.
        is_suppressed: whether a suppression covers it; then no problem is told there.
        article: the number of its article among those of the site.
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
    ) -> SiteProblem:
        """A problem at the place of this fact; `related` are other places in the same article."""
        return SiteProblem(self, message, related, help, confidence, about)


def kept(problems: Sequence[SiteProblem]) -> str:
    """Problems as JSON."""
    return json.dumps(problems, ensure_ascii=False, separators=(",", ":"))


def problems_of(text: str) -> list[SiteProblem]:
    """The opposite of `kept`.

    Raises:
        ValueError, TypeError: the text is none of these.
    """
    return [
        SiteProblem(
            SiteFact(path, Span(*span), value, is_suppressed, article),
            message,
            tuple(RelatedSpan(Span(*place), words) for place, words in related),
            *rest,
        )
        for (path, span, value, is_suppressed, article), message, related, *rest in json.loads(text)
    ]


class PackedFacts(Sequence[CollectedFact]):
    """The facts of one article as one text, unpacked when they are looked at.

    Args:
        text: what `packed` has made.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __len__(self) -> int:
        return len(json.loads(self.text))

    def __iter__(self) -> Iterator[CollectedFact]:
        for rule, start, end, is_suppressed, value in json.loads(self.text):
            fact = collected(rule, Fact(Span(start, end), value))
            yield fact._replace(is_suppressed=bool(is_suppressed))

    @overload
    def __getitem__(self, index: int) -> CollectedFact: ...

    @overload
    def __getitem__(self, index: slice) -> list[CollectedFact]: ...

    def __getitem__(self, index: int | slice) -> "CollectedFact | list[CollectedFact]":
        return list(self)[index]


NO_FACTS = "[]"


def packed(facts: Sequence[CollectedFact]) -> str:
    """Facts of one article as one text, which is JSON."""
    if isinstance(facts, PackedFacts):
        return facts.text
    parts = (f'["{f.rule}",{f.start},{f.end},{int(f.is_suppressed)},{f.value}]' for f in facts)
    return f"[{','.join(parts)}]" if facts else NO_FACTS


class ArticleFacts(NamedTuple):
    """The facts of one article among those of its site.

    Args:
        path: from the site's root, with `/`.
        packed: the facts, as `packed` makes them.
    """

    path: str
    packed: str


class SiteFacts:
    """All facts of one rule over a whole site, by path and place; may be gone through repeatedly.

    Args:
        rule: the rule.
        articles: of the site, by path.
    """

    def __init__(self, rule: str, articles: Sequence[ArticleFacts]) -> None:
        self._rule = rule
        self._articles = articles
        self._mark = f'["{rule}",'

    def __bool__(self) -> bool:
        """Whether there are any."""
        return any(self._mark in article.packed for article in self._articles)

    @property
    def digest(self) -> bytes:
        """Of all that a rule may see: equal facts at equal places have an equal one."""
        known = blake2b(digest_size=16)
        for number, article in enumerate(self._articles):
            if self._mark in article.packed:
                said = f"{number}\0{article.path}\0{article.packed}\0"
                known.update(said.encode("utf-8", "surrogatepass"))
        return known.digest()

    def __iter__(self) -> Iterator[SiteFact]:
        for number, article in enumerate(self._articles):
            if self._mark not in article.packed:
                continue
            found = [fact for fact in json.loads(article.packed) if fact[0] == self._rule]
            if len(found) > 1:
                found.sort(key=_place)
            for _, start, end, is_suppressed, value in found:
                span = Span(start, end)
                yield SiteFact(article.path, span, value, bool(is_suppressed), number)


def _place(fact: list[Any]) -> tuple[int, int]:
    return fact[1], fact[2]
