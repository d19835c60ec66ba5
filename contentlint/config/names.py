"""The names of rules, categories and presets on the command line."""

from collections.abc import Callable, Collection

from contentlint import registry, renames
from contentlint.config.plan import Request
from contentlint.core.errors import UsageError
from contentlint.core.finding import PRESETS
from contentlint.core.spelling import beginning, either, nearest


def check_names(request: Request, extras_of: Callable[[], Collection[str]]) -> None:
    """Ensure that a command line selects and ignores only rules, categories and presets.

    Args:
        request: the command line.
        extras_of: returns the tokens of the rules that configurations add.

    Raises:
        UsageError: a name is unknown.
    """
    chosen = [("--select", name) for name in request.select]
    chosen += [("--ignore", name) for name in request.ignore]
    if all(name in registry.categories() for _, name in chosen):
        return
    extras = extras_of()
    for option, name in chosen:
        check_name(name, option, extras)


def check_name(name: str, option: str, extras: Collection[str] = ("",)) -> None:
    """Ensure that a name on the command line is a rule, a category or a preset.

    Args:
        name: the name.
        option: the option that has it.
        extras: the tokens of rules that configurations add.

    Raises:
        UsageError: the name is unknown; the message names the nearest one.
    """
    if any(registry.is_off(name, extra) for extra in extras):
        return
    known = {*renames.RULES}
    for extra in extras:
        known |= {*registry.rule_ids(extra), *registry.categories(extra)}
    if option == "--select":
        known |= set(PRESETS)
    if name not in known:
        near = nearest(name, known) or nearest(name, {k.partition("/")[2] or k for k in known})
        near = next((k for k in sorted(known) if near in (k, k.partition("/")[2])), None)
        similar = [near] if near else beginning(name, known)
        is_short = 0 < len(similar) <= 4
        hint = either(similar) if is_short else "run `contentlint rules` to list all rules"
        raise UsageError(f"{option}: unknown rule or category `{name}`; {hint}")
