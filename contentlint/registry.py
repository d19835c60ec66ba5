"""The registry of rules, built from file names: listing ids imports no rule.

`rules/html/duplicate_attribute.py` is `html/duplicate-attribute`; modules with a leading `_` are
not rules.
"""

import importlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.core.finding import Preset, Severity

if TYPE_CHECKING:
    from contentlint.rule import Rule

_RULES = Path(__file__).parent / "rules"


@cache
def rule_ids() -> tuple[str, ...]:
    """Every rule id, sorted."""
    files = _RULES.glob("[!_]*/[!_]*.py")
    return tuple(sorted(f"{f.parent.name}/{f.stem}".replace("_", "-") for f in files))


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
    """

    severity: Severity
    preset: Preset
    is_of_site: bool = False


def rule_defaults() -> dict[str, RuleDefaults]:
    """The defaults of all rules by id; imports every rule."""
    rules = map(load, rule_ids())
    return {
        rule.id: RuleDefaults(rule.severity, rule.preset, rule.check_site is not None)
        for rule in rules
    }


def when(rule_id: str) -> str:
    """The condition of a rule, as in `contentlint.article.conditions`."""
    return load(rule_id).when


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
