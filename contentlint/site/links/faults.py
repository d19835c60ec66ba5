"""The faulty links of a site, found once for all rules that report them."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from contentlint.core.digests import blake2b
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.site.facts import ArticleFacts
from contentlint.site.links.linked import LinkedSite, is_between, page_part
from contentlint.site.pages import LINKS, Link, Outcome, link_of, link_value

_LINK = f'["{LINKS}",'
# The number of articles whose facts are joined into one text.
_AT_ONCE = 1000


class FaultyLink(NamedTuple):
    """A link with a fault.

    Args:
        article: the index of its article among those of the site.
        span: the span of its target.
        hidden: the rules whose findings are suppressed there.
        link: the link.
        outcome: what resolving it found.
    """

    article: int
    span: Span
    hidden: tuple[str, ...]
    link: Link
    outcome: Outcome


class SiteLinks:
    """The faulty links in some articles of a site.

    Args:
        links: the links with a fault, by article and position.
        unknown: how many links were not checked, by reason.
    """

    def __init__(self, links: Sequence[FaultyLink], unknown: Counter[str]) -> None:
        self.links = links
        self.unknown = unknown

    def text(self, site: LinkedSite) -> str:
        """The links as JSON, with the state of all that decided."""
        links = [
            [each.article, *each.span, each.hidden, link_value(each.link), each.outcome]
            for each in self.links
        ]
        return json.dumps([state_of(site), self.unknown, links], ensure_ascii=False)


def found(
    site: LinkedSite, articles: Sequence[ArticleFacts], reported: Sequence[bool]
) -> SiteLinks:
    """Resolve the links of a site.

    Args:
        site: the site.
        articles: the facts of its articles, sorted by path.
        reported: for each of them, whether its links are resolved.
    """
    resolver = site.resolver
    links: list[FaultyLink] = []
    reasons: Counter[str] = Counter()
    for number, (path, packed) in enumerate(articles):
        if not reported[number] or _LINK not in packed:
            continue
        page = site.page(path)
        for name, start, end, hidden, value in json.loads(packed) if page is not None else ():
            if name != LINKS or page is None:
                continue
            link = link_of(value)
            if resolver is None:
                reasons["links of this generator"] += 1
                continue
            outcome = resolver.resolve(page, link)
            if outcome.fault:
                names = tuple(hidden) if isinstance(hidden, list) else ()
                links.append(FaultyLink(number, Span(start, end), names, link, outcome))
            elif outcome.state == "unknown":
                reasons[outcome.reason] += 1
    return SiteLinks(links, reasons)


def read(text: str) -> SiteLinks:
    """The inverse of `SiteLinks.text`.

    Raises:
        ValueError, TypeError: the text was not made by it.
    """
    _, reasons, links = json.loads(text)
    return SiteLinks(
        [
            FaultyLink(article, Span(start, end), tuple(hidden), link_of(link), Outcome(*outcome))
            for article, start, end, hidden, link, outcome in links
        ],
        Counter(reasons),
    )


def still_holds(text: str, site: LinkedSite) -> bool:
    """Whether the folders, files and days that decided stored links are unchanged.

    If so, they have decided for this site as well, and are part of its state.
    """
    try:
        folders, files, days = json.loads(text)[0]
        same = site.folders.state
        holds = (
            is_between(days)
            and all(same(folder) == state for folder, state in folders.items())
            and all(_digest(site.text(name)) == state for name, state in files.items())
        )
        if holds:
            site.days.narrow(days)
        return holds
    except (ValueError, TypeError, AttributeError, IndexError):
        return False


def with_state(text: str, site: LinkedSite) -> str:
    """A result, as JSON, with the state of the folders, files and days that decided."""
    return json.dumps([state_of(site), text], ensure_ascii=False)


def without_state(text: str) -> str:
    """The inverse of `with_state`.

    Raises:
        ValueError, TypeError: the text was not made by it.
    """
    result: str = json.loads(text)[1]
    return result


def pages_digest(site: LinkedSite, articles: Sequence[ArticleFacts]) -> bytes:
    """A digest of the articles as targets of links; arguments as for `found`."""
    hasher = blake2b(digest_size=16)
    hasher.update(f"{site.generator!r}\0{site.config}\0".encode("utf-8", "surrogatepass"))
    for start in range(0, len(articles), _AT_ONCE):
        batch = articles[start : start + _AT_ONCE]
        text = "\0".join([f"{path}\0{page_part(packed)}" for path, packed in batch])
        hasher.update(f"{text}\0".encode("utf-8", "surrogatepass"))
    return hasher.digest()


def digest(pages: bytes, articles: Sequence[ArticleFacts], reported: Sequence[bool]) -> bytes:
    """A digest of the facts that decide which links are faulty.

    Args:
        pages: the digest of the articles as targets of links.
        articles, reported: as for `found`.
    """
    hasher = blake2b(pages, digest_size=16)
    for number, (article, is_reported) in enumerate(zip(articles, reported, strict=True)):
        if is_reported:
            hasher.update(f"{number}\0{article.packed}\0".encode("utf-8", "surrogatepass"))
    return hasher.digest()


def state_of(site: LinkedSite) -> list[Any]:
    """The state of all that decided beside the facts: folders, files and the date."""
    folders = {folder: site.folders.state(folder) for folder in site.folders.listed}
    return [folders, {name: _digest(text) for name, text in site.texts.items()}, site.days.state]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
