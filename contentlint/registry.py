"""The registry of rules, built from file names: listing ids imports no rule.

`rules/html/duplicate_attribute.py` is `html/duplicate-attribute`; modules with a leading `_` are
not rules.
"""

import importlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

from contentlint.core.finding import Preset, Severity
from contentlint.core.records import replace
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.article.conditions import Test
    from contentlint.rule import Rule

_RULES = Path(__file__).parent / "rules"


class Extra(Protocol):
    """The rules that a configuration adds: plugins and `[[checks]]`.

    Args:
        token: identifies them and the content of their files; not empty.
        ids: the ids of their rules, sorted.
        active: those that can run, sorted.
        off: the categories of plugins that must not be imported.
    """

    token: str
    ids: tuple[str, ...]
    active: tuple[str, ...]
    off: frozenset[str]

    def load(self, rule_id: str) -> "Rule":
        """Import one of the rules."""

    def defaults(self) -> "Mapping[str, RuleDefaults]":
        """The defaults of the active rules."""

    def place_of_failure(self, rule_id: str, error: BaseException) -> str:
        """The file of a rule that failed, with the line if it is known."""

    def source(self, rule_id: str) -> str:
        """Where a rule is defined, for messages."""

    def file(self, rule_id: str) -> Path | None:
        """The file of a rule; None for one without Python."""

    def files(self) -> Iterator[Path]:
        """The files that the rules consist of."""


_extras: dict[str, Extra] = {}


def add(extra: Extra) -> None:
    """Make rules of a configuration available by the token that names them."""
    _extras[extra.token] = extra


def rule_ids(extra: str = "") -> tuple[str, ...]:
    """Every rule id, sorted.

    Args:
        extra: the token of the rules that a configuration adds; empty: none.
    """
    return tuple(sorted((*_own_ids(), *_extras[extra].ids))) if extra else _own_ids()


def active_ids(extra: str = "") -> tuple[str, ...]:
    """The ids of all rules that can run, sorted; `extra` as for `rule_ids`."""
    return tuple(sorted((*_own_ids(), *_extras[extra].active))) if extra else _own_ids()


def is_off(name: str, extra: str) -> bool:
    """Whether a rule or category is that of a plugin that must not be imported."""
    return bool(extra) and name.partition("/")[0] in _extras[extra].off


def extra_rules(extra: str) -> Extra | None:
    """The rules that a configuration adds, by their token."""
    return _extras.get(extra)


@cache
def _own_ids() -> tuple[str, ...]:
    found = []
    for category in os.listdir(_RULES):  # noqa: PTH208  # in every run; a tenth of the time
        if category.isidentifier() and category[0] != "_":
            names = os.listdir(f"{_RULES}/{category}")  # noqa: PTH208
            rules = [name[:-3] for name in names if name.endswith(".py") and name[0] != "_"]
            found += [f"{category}/{name}".replace("_", "-") for name in rules]
    return tuple(sorted(found))


@cache
def categories(extra: str = "") -> tuple[str, ...]:
    """Every category, sorted; `extra` as for `rule_ids`."""
    return tuple(sorted({rule_id.partition("/")[0] for rule_id in rule_ids(extra)}))


class RuleDefaults(NamedTuple):
    """The defaults of a rule, for the configuration.

    Args:
        severity: the default severity of its findings.
        preset: the smallest preset that includes it.
        is_of_site: whether it needs facts of all articles of a site.
        is_online: whether it runs only with `--online`.
        when: its condition, as in `contentlint.article.conditions`.
        has_check: whether it reports problems of single articles.
        collector: the function that collects its facts, if other rules have the same; else empty.
    """

    severity: Severity
    preset: Preset
    is_of_site: bool = False
    is_online: bool = False
    when: str = ""
    has_check: bool = True
    collector: str = ""


_remembered: Callable[[Callable[[], str]], str] | None = None


def remember(remembered: Callable[[Callable[[], str]], str]) -> None:
    """Take the defaults of all rules from an earlier run, so that no rule has to be imported.

    Args:
        remembered: returns the text that a function made in an earlier run of this version, or
            makes it now.
    """
    global _remembered
    _remembered = remembered
    _own_defaults.cache_clear()


def rule_defaults(extra: str = "") -> Mapping[str, RuleDefaults]:
    """The defaults of all rules by id; imports every rule unless an earlier run has.

    Args:
        extra: as for `rule_ids`.
    """
    return {**_own_defaults(), **_extras[extra].defaults()} if extra else _own_defaults()


@cache
def _own_defaults() -> Mapping[str, RuleDefaults]:
    if _remembered is None:
        return _imported_defaults()
    text = _remembered(lambda: json.dumps(_imported_defaults()))
    try:
        found = {rule_id: RuleDefaults(*values) for rule_id, values in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return _imported_defaults()
    return found if found.keys() == set(_own_ids()) else _imported_defaults()


def _imported_defaults() -> dict[str, RuleDefaults]:
    return {rule_id: defaults_in(load(rule_id)) for rule_id in _own_ids()}


def defaults_in(rule: "Rule") -> RuleDefaults:
    """The defaults that an imported rule declares."""
    from contentlint.rule import no_problems

    return RuleDefaults(
        rule.severity,
        rule.preset,
        is_of_site=rule.check_site is not None,
        is_online=rule.is_online,
        when=rule.when,
        has_check=rule.check is not no_problems,
        collector=_shared_collector(rule),
    )


def _shared_collector(rule: "Rule") -> str:
    if rule.collect is None or rule.module is None:
        return ""
    place = rule.collect.__module__
    return "" if place == rule.module.__name__ else f"{place}.{rule.collect.__qualname__}"


def defaults_of(rule_id: str, extra: str = "") -> RuleDefaults:
    """The defaults of a rule; imports it unless an earlier run has."""
    if extra:
        return _extras[extra].defaults()[rule_id]
    return defaults_in(load(rule_id)) if _remembered is None else rule_defaults()[rule_id]


def load(rule_id: str, extra: str = "") -> "Rule":
    """Import a rule.

    Args:
        rule_id: its id.
        extra: as for `rule_ids`.

    Raises:
        KeyError: no rule has this id.
        TypeError: the rule's module has no `check` or `check_site` decorated with `@rule`, or only
            one of `collect` and `check_site`.
        ConfigError: a rule that a configuration adds cannot be imported.
    """
    if extra and rule_id in _extras[extra].ids:
        return _extras[extra].load(rule_id)
    return _load_own(rule_id)


@cache
def _load_own(rule_id: str) -> "Rule":
    if rule_id not in _own_ids():
        raise KeyError(rule_id)
    name = rule_id.replace("-", "_").replace("/", ".")
    return rule_in(importlib.import_module(f"contentlint.rules.{name}"), rule_id)


@cache
def test_named(name: str) -> "Test":
    """The function that a condition `test:category/function` names.

    Raises:
        ValueError: there is none.
    """
    category, _slash, function = name.replace("-", "_").partition("/")
    try:
        module = importlib.import_module(f"contentlint.rules.{category}._when")
        test: Test = getattr(module, function)
    except (ImportError, AttributeError):
        raise ValueError(f"unknown test in `when`: `{name}`") from None
    return test


def rule_in(module: ModuleType, rule_id: str) -> "Rule":
    """The rule that a module defines.

    Raises:
        TypeError: as for `load`.
    """
    from contentlint.rule import Rule

    collect, check_site = getattr(module, "collect", None), getattr(module, "check_site", None)
    rule: Any = getattr(module, "check", check_site)
    if not isinstance(rule, Rule):
        raise TypeError(f"{module.__file__}: no `check` or `check_site` decorated with @rule")
    own = check_site.check_site if isinstance(check_site, Rule) else check_site
    if (collect is None) != (own is None):
        raise TypeError(f"{module.__file__}: `collect` and `check_site` require each other")
    return replace(rule, module=module, id=rule_id, collect=collect, check_site=own)
