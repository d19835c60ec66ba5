"""The findings about a whole site, stored for the next run over all of its articles.

They are valid while the facts of all articles are the same, and the rules, everything that decided
about links, and the articles that rules had something to say about. Then no rule about a site is
imported, and no article is read.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from contentlint.cache.entries import findings_of, findings_text
from contentlint.cache.key import digest, file_state
from contentlint.config.task import SiteRoot, Task, TaskOf
from contentlint.core.finding import Finding
from contentlint.core.tuples import NamedTuple
from contentlint.engine.links import Links

if TYPE_CHECKING:
    from contentlint.cache.store import Cache

MOST_STORED = 20_000
"""The number of findings about a site above which none are stored."""

States = Mapping[str, tuple[str, str]]
"""How articles are checked, and the states of their files, by path from the root of the site."""


class Stored(NamedTuple):
    """What rules found.

    Args:
        findings: sorted by article.
        unchecked: the number of links that were not checked, by reason.
    """

    findings: list[Finding]
    unchecked: Counter[str]


class SiteMemory:
    """The findings about one site in the last run over all of its articles.

    Args:
        cache: where they are stored.
        root: the root of the site.
        rules: the rules that run, with their options.
        facts: a digest of the facts of all articles.
        links: the links of the site; None if no rule asks for them.
        task_of: creates the tasks of articles.
    """

    def __init__(
        self,
        cache: "Cache",
        root: SiteRoot,
        rules: Iterable[object],
        facts: bytes,
        links: Links | None,
        task_of: TaskOf,
    ) -> None:
        parts = (b"findings of a site", repr((root, list(rules))).encode("utf-8", "surrogatepass"))
        self._cache = cache
        self._root = root
        self._key = digest((cache.keys.program, *parts))
        self._facts = facts.hex()
        self._links = links
        self._task_of = task_of

    def state_of(self, path: str) -> tuple[str, str]:
        """How an article is checked, and the state of its file; empty if either is not known.

        Args:
            path: from the root of the site.
        """
        task = self._task_of(self._root.folder / path)
        treatment = self._cache.keys.treatment(task.plan)
        if treatment is None:
            return "", ""
        name = task.name.encode("utf-8", "surrogatepass")
        selectors = str(task.plan.selectors).encode()
        return digest((treatment.plan, treatment.schema, selectors, name)).hex(), _state(task)

    def recall(self) -> Stored | None:
        """The findings, if everything they depend on is unchanged."""
        facts, *lines = self._cache.shared(self._key).split("\n")
        if facts != self._facts or len(lines) != 4:
            return None
        try:
            state, articles, unchecked, findings = lines
            known = {path: tuple(states) for path, states in json.loads(articles).items()}
            if any(self.state_of(path) != states for path, states in known.items()):
                return None
            if self._links is not None and not self._links.still_holds(state):
                return None
            return Stored(findings_of(findings), Counter(json.loads(unchecked)))
        except (ValueError, TypeError, IndexError, AttributeError):
            return None  # damaged

    def keep(self, states: States, found: Stored) -> None:
        """Store the findings.

        Args:
            states: of the articles that rules had something to say about, before they were read.
            found: the findings.
        """
        if len(found.findings) > MOST_STORED or any(not all(pair) for pair in states.values()):
            return
        state = "" if self._links is None else self._links.state
        lines = (self._facts, state, json.dumps(states), json.dumps(found.unchecked))
        self._cache.share(self._key, "\n".join((*lines, findings_text(found.findings))))


def _state(task: Task) -> str:
    try:
        return file_state(task.path)
    except OSError:
        return ""
