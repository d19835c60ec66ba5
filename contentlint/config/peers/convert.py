"""Settings of another linter as those of contentlint, with what does not correspond and why."""

from contentlint import registry
from contentlint.config.peers.files import Settings
from contentlint.config.peers.tables import PEERS
from contentlint.core.globs import compiled
from contentlint.core.tuples import NamedTuple


class Converted(NamedTuple):
    """The result.

    Args:
        rules: the severity of our rules, with the rules of the other linter that it follows from.
        exclude: patterns of files to skip.
        kept: how many of its settings are as in contentlint anyway.
        left: what does not correspond, as `name: reason`, sorted.
    """

    rules: dict[str, tuple[str, str]]
    exclude: list[str]
    kept: int
    left: list[str]


def convert(name: str, settings: Settings) -> Converted:
    """The settings of a linter as ours: those that its configuration names.

    Args:
        name: the linter, as in `PEERS`.
        settings: its configuration.
    """
    peer = PEERS[name]
    by_name = {rule.lower(): rule for rule in peer.rules} | dict(peer.aliases)
    states = {by_name[rule]: state for rule, state in settings.rules.items() if rule in by_name}
    left = [f"`{rule}`: unknown" for rule in settings.rules if rule not in by_name]
    left += settings.notes
    rules: dict[str, tuple[str, str]] = {}
    kept = 0
    for theirs in sorted(peer.rules):
        state = states.get(theirs)
        if state is None:
            continue
        reason = peer.reason(theirs)
        if reason is not None:
            if state != "off":
                left.append(f"`{theirs}`: {reason}")
            continue
        for ours in peer.same[theirs].split():
            severity, usual = _severities(ours, state)
            if severity == usual:
                kept += 1
            elif ours not in rules or rules[ours][0] == "off":
                rules[ours] = severity, theirs
    if settings.is_default_off:
        left.append("rules that it does not name are off there: they are as contentlint has them")
    left += [
        f"`{by_name[rule]}`: its options have no counterpart"
        for rule in sorted(settings.with_options)
        if rule in by_name and by_name[rule] in peer.same
    ]
    exclude = list(filter(_is_pattern, settings.exclude))
    left += [
        f"pattern `{pattern}`: not valid in .gitignore"
        for pattern in settings.exclude
        if pattern not in exclude
    ]
    return Converted(rules, exclude, kept, sorted(set(left)))


def _severities(rule_id: str, state: str) -> tuple[str, str]:
    """The severity of our rule for a state of theirs, and its default; `off` if it does not run."""
    own = registry.rule_defaults()[rule_id]
    usual = own.severity if own.preset == "recommended" else "off"
    return own.severity if state == "on" else state, usual


def _is_pattern(pattern: str) -> bool:
    try:
        compiled((pattern,))
    except ValueError:
        return False
    return True
