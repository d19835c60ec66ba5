"""The registry of rules, built from file names: listing ids imports no rule.

`rules/html/duplicate_attribute.py` is `html/duplicate-attribute`; modules with a leading `_` are
not rules.
"""

import importlib
import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.core.finding import Preset, Severity
from contentlint.core.records import replace

if TYPE_CHECKING:
    from contentlint.rule import Rule

_RULES = Path(__file__).parent / "rules"


@cache
def rule_ids() -> tuple[str, ...]:
    """Every rule id, sorted."""
    found = []
    for category in os.listdir(_RULES):  # noqa: PTH208  # in every run; a tenth of the time
        if category.isidentifier() and category[0] != "_":
            names = os.listdir(f"{_RULES}/{category}")  # noqa: PTH208
            rules = [name[:-3] for name in names if name.endswith(".py") and name[0] != "_"]
            found += [f"{category}/{name}".replace("_", "-") for name in rules]
    return tuple(sorted(found))


@cache
def categories() -> tuple[str, ...]:
    """Every category, sorted."""
    return tuple(sorted({rule_id.partition("/")[0] for rule_id in rule_ids()}))


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
    rule_defaults.cache_clear()


@cache
def rule_defaults() -> Mapping[str, RuleDefaults]:
    """The defaults of all rules by id; imports every rule unless an earlier run has."""
    if _remembered is None:
        return _imported_defaults()
    text = _remembered(lambda: json.dumps(_imported_defaults()))
    try:
        found = {rule_id: RuleDefaults(*values) for rule_id, values in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return _imported_defaults()
    return found if found.keys() == set(rule_ids()) else _imported_defaults()


def _imported_defaults() -> dict[str, RuleDefaults]:
    return {rule_id: _defaults(load(rule_id)) for rule_id in rule_ids()}


def _defaults(rule: "Rule") -> RuleDefaults:
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


def defaults_of(rule_id: str) -> RuleDefaults:
    """The defaults of a rule; imports it unless an earlier run has."""
    return _defaults(load(rule_id)) if _remembered is None else rule_defaults()[rule_id]


@cache
def load(rule_id: str) -> "Rule":
    """Import a rule.

    Raises:
        KeyError: no rule has this id.
        TypeError: the rule's module has no `check` or `check_site` decorated with `@rule`, or only
            one of `collect` and `check_site`.
    """
    from contentlint.rule import Rule

    if rule_id not in rule_ids():
        raise KeyError(rule_id)
    name = rule_id.replace("-", "_").replace("/", ".")
    module = importlib.import_module(f"contentlint.rules.{name}")
    collect, check_site = getattr(module, "collect", None), getattr(module, "check_site", None)
    rule: Any = getattr(module, "check", check_site)
    if not isinstance(rule, Rule):
        raise TypeError(f"{module.__file__}: no `check` or `check_site` decorated with @rule")
    own = check_site.check_site if isinstance(check_site, Rule) else check_site
    if (collect is None) != (own is None):
        raise TypeError(f"{module.__file__}: `collect` and `check_site` require each other")
    return replace(rule, module=module, id=rule_id, collect=collect, check_site=own)
