"""The pages of rules, and of findings that the engine reports itself."""

from contentlint import registry, renames
from contentlint.core.errors import UsageError
from contentlint.core.finding import Explanation
from contentlint.core.spelling import beginning, either, nearest

ENGINE_PAGES = {
    "lint/internal-error": (
        "A rule failed on this file.\n\nThis is a bug in contentlint, not a fault of the article. "
        "Report it with the line below the message: it contains program versions and code "
        "locations, but nothing from the article. All other rules have run."
    ),
    "lint/limit-reached": (
        "The file exceeds a limit on size, depth, findings or time.\n\nLimits keep a single file "
        "from delaying the run or flooding the report: `limits.file-size`, `limits.depth`, "
        "`limits.findings` and `limits.seconds` in the configuration. The message names the limit; "
        "raise it if the file is meant to be that large, or exclude the file."
    ),
    "lint/fix-failed": (
        "A fix could not be applied.\n\nAfter every fix the article is checked again. A fix that "
        "causes another finding, changes other front matter values or changes what readers see is "
        "undone: fix the fault by hand. If two rules undo each other's fixes, turn one of them "
        "off. With severity error, the file could not be written, or another program changed it "
        "in the meantime; the file is unchanged."
    ),
    "lint/unreadable-file": (
        "The file could not be read.\n\nThe file was found, but could not be opened. Check its "
        "permissions, and whether it still exists."
    ),
}
"""The pages of findings that the engine reports itself."""

# How many similar rules an error names at most.
_MOST_SIMILAR = 4


def explanation(rule_id: str, extra: str = "") -> Explanation | None:
    """The explanation of a rule in a report; None for an unknown rule.

    Args:
        rule_id: its id.
        extra: the token of the rules that it belongs to; empty: our own.
    """
    if rule_id in ENGINE_PAGES:
        return Explanation(ENGINE_PAGES[rule_id])
    if rule_id not in registry.rule_ids(extra):
        return None
    rule = registry.load(rule_id, extra)
    return Explanation(rule.page, rule.standard)


def full_id(name: str, extra: str = "") -> str:
    """The id for a name: the name itself, or with its category if that is unambiguous.

    Args:
        name: the name.
        extra: the token of further rules that are active; empty: there are none.

    Raises:
        UsageError: no rule has this name; the message names the nearest ones.
    """
    ids = registry.active_ids(extra)
    name = renames.current(name)
    if name in ids or name in ENGINE_PAGES:
        return name
    tails = [rule_id for rule_id in ids if rule_id.partition("/")[2] == name]
    if len(tails) == 1:
        return tails[0]
    if any(known.startswith(f"{name}/") for known in ids):
        hint = f"run `contentlint rules {name}` to list its rules"
        raise UsageError(f"`{name}` is a category; {hint}")
    near = nearest(name, ids) or nearest(
        name.rpartition("/")[2], [i.partition("/")[2] for i in ids]
    )
    similar = [near] if near else beginning(name, ids)
    are_few = 0 < len(similar) <= _MOST_SIMILAR
    hint = either(similar) if are_few else "run `contentlint rules` to list all rules"
    raise UsageError(f"unknown rule `{name}`; {hint}")
