"""Suppressions: the findings that an author asked contentlint not to report.

A suppression names rules, covers a part of the file and may have a reason. `Suppressions.apply`
filters the findings; rules of the category `lint` report suppressions that are unused, unknown or
expired.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from contentlint.article.suppressions import comments, key
from contentlint.article.suppressions.comments import MARK
from contentlint.article.suppressions.model import ALL, Known, Malformed, Mention, Suppression
from contentlint.article.suppressions.removal import Removals
from contentlint.article.suppressions.scope import Scope
from contentlint.core.finding import Edit, Finding, Fix
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.article.document import Document

__all__ = ["MARK", "Known", "Malformed", "Mention", "Suppression", "Suppressions", "Unused"]


# Maximum number of unknown names for which a similar known name is searched.
_MAX_UNKNOWN = 200


class Unused(NamedTuple):
    """Unused names of a suppression.

    Args:
        suppression: the suppression that contains them.
        mentions: the unused names; all names if the whole suppression is unused.
        fix: removes them; None if there is no safe way.
    """

    suppression: Suppression
    mentions: tuple[Mention, ...]
    fix: Fix | None


class Suppressions:
    """The suppressions of one file.

    Args:
        document: the file.
        known: the names of existing rules and categories.
        today: the date that `until` is compared with.
    """

    def __init__(self, document: "Document", known: Known, today: date) -> None:
        self.document = document
        self.known = known
        self.today = today
        self._ran: Collection[str] = ()
        self._is_unfiltered = False
        found = [*key.read(document), *comments.read(document, known)]
        self.malformed = [item for item in found if isinstance(item, Malformed)]
        self.items = sorted(
            (item for item in found if isinstance(item, Suppression)), key=lambda item: item.span
        )
        self._removals = Removals(document)
        self._scopes: dict[str, Scope] = {}
        self._used: set[Mention] = set()
        self._kept: list[Finding] = []
        self._near: dict[str, str | None] = {}

    # --- applying

    def apply(
        self, findings: Iterable[Finding], ran: Collection[str], *, is_unfiltered: bool
    ) -> list[Finding]:
        """The findings that are not suppressed; remembers which suppressions were used.

        Args:
            findings: the findings of this file.
            ran: the ids of the rules that ran.
            is_unfiltered: whether the command line excluded no rule, so that unused categories can
                be reported.
        """
        self._ran, self._is_unfiltered = ran, is_unfiltered
        kept = []
        for finding in findings:
            hiding = list(self._hiding(finding.rule, finding.span.start))
            self._used.update(hiding)
            if not hiding:
                kept.append(finding)
        self._kept += kept
        return kept

    def hides(self, rule_id: str, offset: int, *, only_named: bool = False) -> bool:
        """Whether a finding of a rule at an offset is suppressed; marks the suppression as used.

        Args:
            rule_id: the rule.
            offset: where its finding would be.
            only_named: whether a suppression of all rules is not marked, because every article has
                something there that the rule may report.
        """
        hiding = list(self._hiding(rule_id, offset))
        self._used.update(m for m in hiding if not only_named or m.name != ALL)
        return bool(hiding)

    def _hiding(self, rule_id: str, offset: int) -> Iterator[Mention]:
        """The names that suppress a finding of a rule at an offset."""
        scope = self._scopes.get(rule_id)
        if scope is None:
            scope = self._scopes[rule_id] = Scope(self.items, rule_id, self.today)
        yield from scope.hiding(offset)

    # --- unused, unknown and expired suppressions

    def is_expired(self, item: Suppression) -> bool:
        """Whether a suppression is past its `until` date."""
        return item.is_expired(self.today)

    def expired(self) -> Iterator[tuple[Suppression, Fix | None]]:
        """The expired suppressions, each with a fix that removes it."""
        ended = self._ended()
        expired = [item for item in self.items if self.is_expired(item)]
        following = self._enables_ending_only({m for i in expired for m in i.mentions}, ended)
        for item in expired:
            fix = self._removal([(item, item.mentions), *following.get(item, ())])
            yield item, fix and fix._replace(safety="unsafe")

    def unknown(self) -> Iterator[tuple[Mention, str | None, Fix | None]]:
        """The unknown names, each with the nearest known name and a fix."""
        for item in self.items:
            for mention in item.mentions:
                if not self.known.has(mention.name) and not self.is_expired(item):
                    near = self._nearest(mention.name)
                    yield mention, near, self._unknown_fix(item, mention, near)

    def renamed(self) -> Iterator[tuple[Mention, Fix]]:
        """The names of rules that were renamed since, each with the edit to the current one."""
        for item in self.items:
            for mention in item.mentions:
                if mention.old is not None and not self.is_expired(item):
                    edits = (Edit(mention.span, mention.name),)
                    title = f"replace with `{mention.name}`"
                    yield mention, Fix(title, edits, names=(mention.span,))

    def _unknown_fix(self, item: Suppression, mention: Mention, near: str | None) -> Fix | None:
        """Replace the name with the nearest one, or remove it if that one would be unused too."""
        if near is not None:
            meant = Mention(near, mention.span)
            if not self._can_be_unused(meant) or self._would_hide(item, meant):
                return Fix(
                    f"replace with `{near}`", (Edit(mention.span, near),), names=(mention.span,)
                )
        fix = self._removal([(item, (mention,))])
        # A name without a similar one may be a rule of another version.
        return fix and fix._replace(safety="unsafe" if near is None else "safe")

    def _removal(self, parts: "list[tuple[Suppression, tuple[Mention, ...]]]") -> Fix | None:
        """One fix that removes names from suppressions; None if there is no safe way."""
        edits: list[Edit] = []
        for item, mentions in parts:
            found = self._removals.of(item, mentions)
            if found is None:
                return None
            edits += found
        edits.sort()
        return Fix("remove the suppression", tuple(edits), names=tuple(edit.span for edit in edits))

    def _nearest(self, name: str) -> str | None:
        """The rule or category most similar to a name, with or without its category prefix."""
        if name not in self._near:
            is_within_limit = len(self._near) < _MAX_UNKNOWN
            self._near[name] = self._find_nearest(name) if is_within_limit else None
        return self._near[name]

    def _find_nearest(self, name: str) -> str | None:
        known = {*self.known.rules, *self.known.categories}
        near = nearest(name, known)
        if near is not None:
            return near
        tails: dict[str, list[str]] = {}
        for rule_id in self.known.rules:
            tails.setdefault(rule_id.partition("/")[2], []).append(rule_id)
        tail = name.rpartition("/")[2]
        meant = tails.get(tail) or tails.get(nearest(tail, tails) or "", [])
        return meant[0] if len(meant) == 1 else None

    def _would_hide(self, item: Suppression, mention: Mention) -> bool:
        return any(
            mention.matches(finding.rule)
            and item.covers.start <= finding.span.start < item.covers.end
            for finding in self._kept
        )

    def unused(self) -> Iterator[Unused]:
        """The suppressions with at least one unused name."""
        ended = self._ended()
        unused = {
            mention
            for item in self.items
            if item.kind != "enable" and not self.is_expired(item)
            for mention in item.mentions
            if mention not in self._used and self._can_be_unused(mention)
        }
        following = self._enables_ending_only(unused, ended)
        for item in self.items:
            mentions = tuple(m for m in item.mentions if m in unused or ended.get(m) == [])
            if not mentions:
                continue
            fix = self._removal([(item, mentions), *following.get(item, ())])
            yield Unused(item, mentions, fix)

    def _can_be_unused(self, mention: Mention) -> bool:
        """Whether enough rules ran to report a name as unused."""
        name = mention.name
        if name.partition("/")[0] == "lint":
            return False
        if name in self.known.rules:
            return name in self._ran
        ran = any(mention.matches(rule_id) for rule_id in self._ran)
        return ran and self._is_unfiltered and self.known.has(name)

    def _ended(self) -> dict[Mention, list[Mention]]:
        """Maps each name of an `enable` to the names of the earlier `disable`s that it ends."""
        ended: dict[Mention, list[Mention]] = {}
        active: list[Mention] = []
        for item in self.items:
            if item.kind == "disable":
                active += item.mentions
            elif item.kind == "enable":
                for mention in item.mentions:
                    if self.known.has(mention.name):
                        ended[mention] = [
                            o for o in active if mention.includes(o) or o.includes(mention)
                        ]
                active = [o for o in active if not any(m.includes(o) for m in item.mentions)]
        return ended

    def _enables_ending_only(
        self, removed: set[Mention], ended: dict[Mention, list[Mention]]
    ) -> "dict[Suppression, list[tuple[Suppression, tuple[Mention, ...]]]]":
        """The `enable`s that end only removed `disable`s, by the last of these."""
        found: dict[Suppression, list[tuple[Suppression, tuple[Mention, ...]]]] = {}
        for item in self.items:
            enabling = tuple(
                m for m in item.mentions if ended.get(m) and removed.issuperset(ended[m])
            )
            if enabling:
                ending = {other for mention in enabling for other in ended[mention]}
                last = [i for i in self.items if not ending.isdisjoint(i.mentions)][-1]
                found.setdefault(last, []).append((item, enabling))
        return found
