"""Which rules exist, from file names alone: asking for ids imports no rule.

`rules/html/duplicate_attribute.py` is `html/duplicate-attribute`; a name with a leading `_` is no
rule.
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
    """What configuration must know of a rule.

    Args:
        severity: how bad its findings are unless configuration says otherwise.
        preset: the smallest preset that runs it.
        is_of_site: whether it needs what all articles of a site say.
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


@cache
def load(rule_id: str) -> "Rule":
    """Import one rule.

    Raises:
        KeyError: no rule has this id.
        TypeError: the rule's file has no `check` or `check_site` made by `@rule`, or one of
            `collect` and `check_site` without the other.
    """
    from contentlint.rule import Rule

    if rule_id not in rule_ids():
        raise KeyError(rule_id)
    name = rule_id.replace("-", "_").replace("/", ".")
    module = importlib.import_module(f"contentlint.rules.{name}")
    collect, check_site = getattr(module, "collect", None), getattr(module, "check_site", None)
    rule: Any = getattr(module, "check", check_site)
    if not isinstance(rule, Rule):
        raise TypeError(f"{module.__file__}: no `check` or `check_site` made by @rule")
    own = check_site.check_site if isinstance(check_site, Rule) else check_site
    if (collect is None) != (own is None):
        raise TypeError(f"{module.__file__}: `collect` and `check_site` go together")
    return replace(rule, module=module, id=rule_id, collect=collect, check_site=own)
