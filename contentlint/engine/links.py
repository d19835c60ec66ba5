"""The links of a site, resolved at most once in a run."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from contentlint.config.settings import Memory
from contentlint.config.task import SiteRoot
from contentlint.core.digests import blake2b
from contentlint.core.properties import cached_property
from contentlint.site.facts import ArticleFacts, SiteFacts
from contentlint.site.generator import Generator
from contentlint.site.lookups import Folders

if TYPE_CHECKING:
    from contentlint.site.links.faults import SiteLinks
    from contentlint.site.links.linked import LinkedSite
    from contentlint.site.links.urls import Urls

# The number of reported articles up to which the others are searched instead of indexed.
_FEW = 20


class Links:
    """The links of a site.

    Args:
        root: the root of the site.
        generator: its generator.
        articles: the facts of its articles, sorted by path.
        reported: for each of them, whether its links are resolved.
        memory: the faulty links of earlier runs; None: there is none.
    """

    def __init__(
        self,
        root: SiteRoot,
        generator: Generator,
        articles: Sequence[ArticleFacts],
        reported: Sequence[bool],
        memory: Memory | None,
    ) -> None:
        self._root = root
        self._generator = generator
        self._articles = articles
        self._reported = reported
        self._memory = memory

    @cached_property
    def site(self) -> "LinkedSite":
        """The site as its links see it."""
        from contentlint.site.links.linked import LinkedSite

        return LinkedSite(self._generator, Folders(self._root.folder), self._articles)

    def still_holds(self, state: str) -> bool:
        """Whether all that decided about the links beside facts is as it was; as `state`."""
        from contentlint.site.links import faults

        return faults.still_holds(state, self.site)

    @property
    def state(self) -> str:
        """All that has decided about the links so far, beside facts, as text."""
        from contentlint.site.links import faults

        return faults.with_state("", self.site)

    @property
    def digest(self) -> bytes:
        """A digest of the generator and its configuration."""
        generator = f"{self._generator!r}\0{self.site.config}"
        return blake2b(generator.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    @property
    def unchecked(self) -> Counter[str]:
        """The number of links that were not checked, by reason; none if no rule asked."""
        found = vars(self).get("found")
        return Counter() if found is None else found.unknown

    @cached_property
    def found(self) -> "SiteLinks":
        """Its faulty links."""
        from contentlint.site.links import faults

        site, articles, reported = self.site, self._articles, self._reported
        if self._memory is None:
            return faults.found(site, articles, reported)
        parts = (b"links", self._digest)
        text = self._memory.remembered(
            parts,
            lambda: faults.found(site, articles, reported).text(site),
            lambda stored: faults.still_holds(stored, site),
        )
        return faults.read(text)

    def facts_of(self, rule_id: str) -> SiteFacts:
        """The facts of a rule about links, or about pages."""
        if rule_id.startswith("site/"):
            articles, reported = self._articles, self._reported
            return SiteFacts(rule_id, articles, self.site, None, self._urls, reported)
        return SiteFacts(rule_id, self._articles, self.site, self.found)

    @cached_property
    def _urls(self) -> "Urls | None":
        from contentlint.site.links.urls import Urls

        resolver = self.site.resolver
        has_few = sum(self._reported) <= _FEW
        return None if resolver is None else Urls(self.site, resolver, has_few=has_few)

    @cached_property
    def _digest(self) -> bytes:
        from contentlint.site.links import faults

        return faults.digest(self._pages_digest, self._articles, self._reported)

    @cached_property
    def _all_digest(self) -> bytes:
        from contentlint.site.links import faults

        return faults.digest(self._pages_digest, self._articles, [True] * len(self._articles))

    @cached_property
    def _pages_digest(self) -> bytes:
        from contentlint.site.links import faults

        return faults.pages_digest(self.site, self._articles)

    def remembered(self, name: str, make: Callable[[], str], *, by_links: bool = False) -> str:
        """The result of a rule about the pages of the site, as JSON.

        Args:
            name: the rule with its options.
            make: runs the rule.
            by_links: whether the links of all articles decide as well.
        """
        from contentlint.site.links import faults

        if self._memory is None:
            return make()

        def holds(stored: str) -> bool:
            return faults.still_holds(stored, self.site)

        parts: tuple[bytes, ...] = (b"pages", name.encode("utf-8", "surrogatepass"))
        parts = (*parts, self._all_digest if by_links else self._pages_digest)
        text = None
        if not all(self._reported):
            # A run over the whole site with the same pages has the problems of each article.
            text = self._memory.recalled(parts, holds)
            parts = (*parts, bytes(self._reported))
        if text is None:
            text = self._memory.remembered(
                parts, lambda: faults.with_state(make(), self.site), holds
            )
        return faults.without_state(text)
