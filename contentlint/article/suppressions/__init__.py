"""What authors told contentlint not to report, and what became of it.

A suppression names rules, a part of the file, a reason. Findings go through `Suppressions.apply`;
what then hid nothing, named nothing or ended is for the rules of the category `lint` to tell.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from contentlint.article.suppressions import comments, key
from contentlint.article.suppressions.comments import MARK
from contentlint.article.suppressions.model import Known, Malformed, Mention, Suppression
from contentlint.article.suppressions.removal import Removals
from contentlint.article.suppressions.scope import Scope
from contentlint.core.finding import Edit, Finding, Fix
from contentlint.core.spelling import nearest

if TYPE_CHECKING:
    from contentlint.article.document import Document

__all__ = ["MARK", "Known", "Malformed", "Mention", "Suppression", "Suppressions", "Useless"]


# For how many unknown names the nearest known one is looked for.
_MOST_UNKNOWN = 200


class Useless(NamedTuple):
    """Names of a suppression that hide nothing.

    Args:
        suppression: where they stand.
        mentions: which; all of them where the whole suppression is of no use.
        fix: takes them out, where that is plain.
    """

    suppression: Suppression
    mentions: tuple[Mention, ...]
    fix: Fix | None


class Suppressions:
    """The suppressions of one file.

    Args:
        document: the file.
        known: the names that exist.
        today: the day on which they hold or no longer do.
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

    # --- hiding

    def apply(
        self, findings: Iterable[Finding], ran: Collection[str], *, is_unfiltered: bool
    ) -> list[Finding]:
        """The findings that no suppression hides; which ones did is kept in mind.

        Args:
            findings: of this file.
            ran: the rules that looked at it.
            is_unfiltered: whether the command line took no rule out, so that a category can be
                judged.
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

    def hides(self, rule_id: str, offset: int) -> bool:
        """Whether what a rule has to say of a place is hidden; what hides it is used then."""
        hiding = list(self._hiding(rule_id, offset))
        self._used.update(hiding)
        return bool(hiding)

    def _hiding(self, rule_id: str, offset: int) -> Iterator[Mention]:
        """The names that hide a rule's finding at an offset."""
        scope = self._scopes.get(rule_id)
        if scope is None:
            scope = self._scopes[rule_id] = Scope(self.items, rule_id, self.today)
        yield from scope.hiding(offset)

    # --- what became of them

    def is_expired(self, item: Suppression) -> bool:
        """Whether its last day is over."""
        return item.is_over(self.today)

    def expired(self) -> Iterator[tuple[Suppression, Fix | None]]:
        """The suppressions whose last day is over, and how to take them out."""
        ended = self._ended()
        expired = [item for item in self.items if self.is_expired(item)]
        following = self._enables_that_go_with({m for i in expired for m in i.mentions}, ended)
        for item in expired:
            fix = self._removal([(item, item.mentions), *following.get(item, ())])
            yield item, fix and fix._replace(safety="unsafe")

    def unknown(self) -> Iterator[tuple[Mention, str | None, Fix | None]]:
        """The names that nothing has, each with the nearest one and a repair."""
        for item in self.items:
            for mention in item.mentions:
                if not self.known.has(mention.name) and not self.is_expired(item):
                    near = self._nearest(mention.name)
                    yield mention, near, self._repair(item, mention, near)

    def renamed(self) -> Iterator[tuple[Mention, Fix]]:
        """The names of rules that were renamed since, each with the edit to the current one."""
        for item in self.items:
            for mention in item.mentions:
                if mention.old is not None and not self.is_expired(item):
                    edits = (Edit(mention.span, mention.name),)
                    yield mention, Fix(f"use `{mention.name}`", edits, names=(mention.span,))

    def _repair(self, item: Suppression, mention: Mention, near: str | None) -> Fix | None:
        """Write the nearest name, unless that one would hide nothing either."""
        if near is not None:
            meant = Mention(near, mention.span)
            if not self._is_judged(meant) or self._would_hide(item, meant):
                return Fix(f"write `{near}`", (Edit(mention.span, near),), names=(mention.span,))
        fix = self._removal([(item, (mention,))])
        # A name without a near one may be that of a rule of another version.
        return fix and fix._replace(safety="unsafe" if near is None else "safe")

    def _removal(self, parts: "list[tuple[Suppression, tuple[Mention, ...]]]") -> Fix | None:
        """One fix that takes names out of suppressions; None where that is not plain."""
        edits: list[Edit] = []
        for item, mentions in parts:
            found = self._removals.of(item, mentions)
            if found is None:
                return None
            edits += found
        edits.sort()
        return Fix("remove it", tuple(edits), names=tuple(edit.span for edit in edits))

    def _nearest(self, name: str) -> str | None:
        """The rule or category that a name is one slip away from, with or without its category."""
        if name not in self._near:
            is_open = len(self._near) < _MOST_UNKNOWN
            self._near[name] = self._looked_for(name) if is_open else None
        return self._near[name]

    def _looked_for(self, name: str) -> str | None:
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

    def unused(self) -> Iterator[Useless]:
        """The suppressions that hide nothing, or some of whose names do not."""
        ended = self._ended()
        idle = {
            mention
            for item in self.items
            if item.kind != "enable" and not self.is_expired(item)
            for mention in item.mentions
            if mention not in self._used and self._is_judged(mention)
        }
        following = self._enables_that_go_with(idle, ended)
        for item in self.items:
            useless = tuple(m for m in item.mentions if m in idle or ended.get(m) == [])
            if not useless:
                continue
            fix = self._removal([(item, useless), *following.get(item, ())])
            yield Useless(item, useless, fix)

    def _is_judged(self, mention: Mention) -> bool:
        """Whether the run can tell that a name hides nothing: all that it means has looked."""
        name = mention.name
        if name.partition("/")[0] == "lint":
            return False
        if name in self.known.rules:
            return name in self._ran
        ran = any(mention.matches(rule_id) for rule_id in self._ran)
        return ran and self._is_unfiltered and self.known.has(name)

    def _ended(self) -> dict[Mention, list[Mention]]:
        """For each name of an `enable` the names of the `disable`s before it that it ends."""
        ended: dict[Mention, list[Mention]] = {}
        open_: list[Mention] = []
        for item in self.items:
            if item.kind == "disable":
                open_ += item.mentions
            elif item.kind == "enable":
                for mention in item.mentions:
                    if self.known.has(mention.name):
                        ended[mention] = [
                            o for o in open_ if mention.includes(o) or o.includes(mention)
                        ]
                open_ = [o for o in open_ if not any(m.includes(o) for m in item.mentions)]
        return ended

    def _enables_that_go_with(
        self, idle: set[Mention], ended: dict[Mention, list[Mention]]
    ) -> "dict[Suppression, list[tuple[Suppression, tuple[Mention, ...]]]]":
        """The `enable`s that end idle `disable`s alone, by the last one of these."""
        found: dict[Suppression, list[tuple[Suppression, tuple[Mention, ...]]]] = {}
        for item in self.items:
            going = tuple(m for m in item.mentions if ended.get(m) and idle.issuperset(ended[m]))
            if going:
                ending = {other for mention in going for other in ended[mention]}
                last = [i for i in self.items if not ending.isdisjoint(i.mentions)][-1]
                found.setdefault(last, []).append((item, going))
        return found
