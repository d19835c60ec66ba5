"""The facts of an article that must hold for a rule to have anything to say.

A condition is written in `@rule(when=…)` as facts joined by `and` and `or`; `and` binds closer:

    when="tag:img,picture"
    when="markdown and text:| or key:tables"

| fact | holds if |
|---|---|
| `html`, `markdown` | the body is HTML, or Markdown (which includes MDX) |
| `mdx` | its tags are JSX |
| `front-matter` | there is a front matter block |
| `non-ascii` | the file has a character that is not ASCII |
| `tag:a,b` | the body may have an element with one of these names, also one that Markdown makes |
| `attribute:a,b` | the body may have an attribute with one of these names |
| `key:a,b` | the front matter has one of these keys at its top level, in any case |
| `text:…` | the file contains this text |
| `running:…` | the running text of Markdown contains this text |
| `repair:a,b` | tree construction made a repair of one of these kinds |
| `error:a,b` | the tokenizer reported one of these parse errors |
| `fault:a,b` | an MDX compiler stops with a fault of one of these kinds |
| `field:a,b` | the schema found a problem of one of these kinds in the front matter |
| `has:a,b` | one of these properties of the document, or of its parts, is not empty: `has:images` |
| `generator:a,b` | one of these fields of the generator is set |
| `test:a/b` | the function `b` in the module `_when` of the category `a` returns true |

A fact may hold although the rule has nothing to say, never the other way round. Conditions are
resolved once for the rules of a plan, so that their cost depends on the facts that hold and not on
the number of rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from contentlint.core.source import Characters
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.article.document import Document

Test = Callable[["Document"], bool]
"""A function of a category that decides whether its rules may have something to say."""

# Facts with a text instead of a list.
_SEARCHES = ("text", "running")
# What `Document.running_parts` lacks.
_NOT_IN_PARTS = frozenset("&<\\")
FLAGS = ("html", "markdown", "mdx", "front-matter", "non-ascii")


class Condition(NamedTuple):
    """One fact of a condition: a kind, and the values of which one must be there."""

    kind: str
    values: frozenset[str] = frozenset()


Alternatives = tuple[tuple[Condition, ...], ...]
"""A condition: at least one of the groups of facts must hold, with all its facts."""


def parse(when: str) -> Alternatives:
    """The facts of a condition; empty if it always holds.

    Raises:
        ValueError: it has an unknown kind of fact, or one without a value.
    """
    if not when:
        return ()
    return tuple(
        tuple(_condition(fact) for fact in group.split(" and ")) for group in when.split(" or ")
    )


def _condition(fact: str) -> Condition:
    kind, colon, rest = fact.partition(":")
    if not colon and kind in FLAGS:
        return Condition(kind)
    if (kind not in _PRESENT and kind != "test") or not rest:
        raise ValueError(f"unknown fact in `when`: {fact!r}")
    if kind == "running" and not _NOT_IN_PARTS.isdisjoint(rest):
        raise ValueError(f"`running:` does not find `&`, `<` and escapes: {fact!r}")
    return Condition(kind, frozenset([rest] if kind in _SEARCHES else rest.split(",")))


def holds(when: str, document: "Document", test: Callable[[str], Test] | None = None) -> bool:
    """Whether a single condition holds for an article; `test` as for `Conditions`."""
    return bool(Conditions([when], test).chosen(document))


class Conditions:
    """The conditions of several rules, which are evaluated together.

    Args:
        whens: a condition for each rule; empty: it always runs.
        test: returns the function that a `test:` names; None: all of them hold.
    """

    def __init__(self, whens: Sequence[str], test: Callable[[str], Test] | None = None) -> None:
        self._alternatives = [parse(when) for when in whens]
        self._test = test
        self._tables: dict[tuple[bool, ...], _Table] = {}
        self._numbers: dict[int, tuple[int, ...]] = {}

    def chosen(self, document: "Document") -> tuple[int, ...]:
        """The numbers of the rules whose condition holds, in order."""
        flags = _flags(document)
        table = self._tables.get(flags)
        if table is None:
            known = {name for name, is_set in zip(FLAGS, flags, strict=True) if is_set}
            table = self._tables[flags] = _Table(self._alternatives, known, self._test)
        mask = table.mask(document)
        numbers = self._numbers.get(mask)
        if numbers is None:
            numbers = _numbers(mask)
            if len(self._numbers) < _MOST_CHOICES:
                self._numbers[mask] = numbers
        return numbers


# Maximum number of remembered choices of rules.
_MOST_CHOICES = 10_000


def _numbers(mask: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, in order."""
    return tuple([number for number, bit in enumerate(reversed(f"{mask:b}")) if bit == "1"])


def _flags(document: "Document") -> tuple[bool, ...]:
    """Whether each of `FLAGS` holds."""
    is_html = document.is_html
    return (
        is_html,
        not is_html,
        document.is_jsx,
        document.front_matter.format is not None,
        not document.text.isascii(),
    )


class _Table:
    """Maps facts to the rules that need them, for articles with the same flags.

    A set of rules is an integer with a bit for each. `single` has the rules for which one fact is
    enough, by kind and value; `several` the groups of facts of which all must hold, as numbers of
    `facts`, so that each is found out once for all groups.
    """

    def __init__(
        self,
        rules: Iterable[Alternatives],
        flags: set[str],
        test: Callable[[str], Test] | None,
    ) -> None:
        self._test = test
        self.always = 0
        self.single: dict[str, dict[str, int]] = {}
        self.several: list[tuple[list[int], int]] = []
        self.facts: list[tuple[str, Wanted]] = []
        numbers: dict[Condition, int] = {}
        for number, alternatives in enumerate(rules):
            self._add(1 << number, alternatives, flags, numbers)

    def _add(
        self, rule: int, alternatives: Alternatives, flags: set[str], numbers: dict[Condition, int]
    ) -> None:
        groups = [
            tuple(fact for fact in group if fact.kind not in FLAGS)
            for group in alternatives
            if all(fact.kind in flags for fact in group if fact.kind in FLAGS)
        ]
        if not alternatives or () in groups:
            self.always |= rule
            return
        for group in groups:
            if len(group) > 1:
                self.several.append(([self._number(fact, numbers) for fact in group], rule))
                continue
            [(kind, values)] = group
            rules = self.single.setdefault(kind, defaultdict(int))
            for value in values:
                rules[value] |= rule

    def _number(self, fact: Condition, numbers: dict[Condition, int]) -> int:
        """The number of a fact of a group; `numbers` has those that are known."""
        number = numbers.setdefault(fact, len(self.facts))
        if number == len(self.facts):
            self.facts.append((fact.kind, dict.fromkeys(fact.values, 0)))
        return number

    def mask(self, document: "Document") -> int:
        """The rules whose condition holds."""
        mask = self.always
        for kind, rules in self.single.items():
            for value in self._present(kind, document, rules):
                mask |= rules[value]
        known: list[bool | None] = [None] * len(self.facts)
        for group, rule in self.several:
            if not mask & rule and self._hold(group, document, known):
                mask |= rule
        return mask

    def _hold(self, group: list[int], document: "Document", known: list[bool | None]) -> bool:
        """Whether all facts of a group hold; `known` has what was found out before."""
        for number in group:
            holds = known[number]
            if holds is None:
                kind, wanted = self.facts[number]
                holds = known[number] = any(True for _ in self._present(kind, document, wanted))
            if not holds:
                return False
        return True

    def _present(self, kind: str, document: "Document", wanted: "Wanted") -> Iterable[str]:
        if kind != "test":
            return _PRESENT[kind](document, wanted)
        test = self._test
        return [name for name in wanted if test is None or test(name)(document)]


Wanted = Mapping[str, int]


def _tags(document: "Document", wanted: Wanted) -> Iterable[str]:
    return document.markup.present_tags(wanted.keys())


def _attributes(document: "Document", wanted: Wanted) -> Iterable[str]:
    return document.markup.present_attributes(wanted.keys())


def _keys(document: "Document", wanted: Wanted) -> Iterable[str]:
    front_matter = document.front_matter
    names: Iterable[str] = map(str, front_matter.data)
    if front_matter.syntax_problems:  # then `data` may be empty, but not what was read before
        names = (str(path[0]) for path in (*front_matter.entries, *front_matter.scalars))
    return wanted.keys() & set(map(str.lower, names))


def _texts(document: "Document", wanted: Wanted) -> Iterable[str]:
    has = document.source.characters
    return [value for value in wanted if (has.has_word(value) if value[1:] else has[value])]


def _running(document: "Document", wanted: Wanted) -> Iterable[str]:
    has = Characters(document.running_parts)
    return [value for value in wanted if (has.has_word(value) if value[1:] else has[value])]


def _repairs(document: "Document", wanted: Wanted) -> Iterable[str]:
    return wanted.keys() & {repair.kind for repair in document.repairs}


def _errors(document: "Document", wanted: Wanted) -> Iterable[str]:
    return wanted.keys() & {error.code for error in document.parse_errors}


def _faults(document: "Document", wanted: Wanted) -> Iterable[str]:
    return wanted.keys() & {fault.kind for fault in document.mdx_faults}


def _problems(document: "Document", wanted: Wanted) -> Iterable[str]:
    return wanted.keys() & {problem.kind for problem in document.field_problems}


def _parts(document: "Document", wanted: Wanted) -> Iterable[str]:
    return [name for name in wanted if _part(name)(document)]


@cache
def _part(name: str) -> Callable[["Document"], Any]:
    """What returns a property of a document, or of a part of it: `front_matter.duplicates`."""
    return attrgetter(name)


def _fields(document: "Document", wanted: Wanted) -> Iterable[str]:
    return [name for name in wanted if getattr(document.generator, name)]


_PRESENT: Mapping[str, Callable[["Document", Wanted], Iterable[str]]] = {
    "tag": _tags,
    "attribute": _attributes,
    "key": _keys,
    "text": _texts,
    "running": _running,
    "repair": _repairs,
    "error": _errors,
    "fault": _faults,
    "field": _problems,
    "has": _parts,
    "generator": _fields,
}
"""Returns those of the wanted values that an article has, by kind of fact."""
