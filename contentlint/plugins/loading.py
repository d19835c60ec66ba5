"""The rules that a configuration adds, as one set; each module is imported on first use."""

import importlib
import json
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from contentlint import registry
from contentlint.core.digests import blake2b
from contentlint.core.errors import ConfigError, name_of, said_by
from contentlint.core.finding import PRESETS, SEVERITIES
from contentlint.core.spelling import nearest
from contentlint.plugins.folders import Plugin
from contentlint.registry import RuleDefaults

if TYPE_CHECKING:
    from contentlint.plugins.declared import Declared
    from contentlint.rule import Rule

Remembered = Callable[[tuple[bytes, ...], Callable[[], str]], str]
"""Returns the text that an earlier run made from the same parts, or makes it now."""


class PluginSet:
    """The rules of the plugins and checks of a configuration.

    Args:
        plugins: the folders of rules.
        checks: the rules without Python.
        remembered: results of earlier runs; None: there are none.
        is_on: whether plugins may be imported; otherwise only the names of their rules are known.

    Raises:
        ConfigError: a plugin cannot be read, or two rules have the same id.
    """

    def __init__(
        self,
        plugins: Sequence[Plugin],
        checks: "Sequence[Declared]",
        remembered: Remembered | None = None,
        *,
        is_on: bool = True,
    ) -> None:
        self.plugins = plugins
        self.off = frozenset() if is_on else frozenset(plugin.name for plugin in plugins)
        self._remembered = remembered
        self._modules: dict[str, tuple[Plugin, str]] = {}
        self._checks: dict[str, Declared] = {}
        self._loaded: dict[str, Rule] = {}
        hasher = blake2b(digest_size=16)
        for plugin in plugins:
            if not is_on:
                with suppress(ConfigError):
                    self._modules.update({i: (plugin, module) for i, module in plugin.rules()})
                hasher.update(repr(("off", plugin.name, sorted(self._modules))).encode())
                continue
            own = {rule_id: (plugin, module) for rule_id, module in plugin.rules()}
            if not own:
                raise plugin.error(f"plugin `{plugin.name}`: no rules in `{plugin.shown}`")
            self._modules |= own
            for part in (plugin.name.encode(), plugin.shown.encode("utf-8", "replace")):
                hasher.update(len(part).to_bytes(8, "little") + part)
            for part in plugin.content():
                hasher.update(len(part).to_bytes(8, "little"))
                hasher.update(part)
        for check in checks:
            if check.id in self._modules:
                plugin, module = self._modules[check.id]
                raise ConfigError(
                    f"check `{check.id}` has the id of a rule in `{plugin.shown}/{module}.py`",
                    check.place,
                )
            self._checks[check.id] = check
            hasher.update(repr(check).encode("utf-8", "surrogatepass"))
        off = () if is_on else self._modules
        self.active = tuple(sorted({*self._modules, *self._checks}.difference(off)))
        self.ids = tuple(sorted((*self._modules, *self._checks)))
        self.token = hasher.hexdigest()

    def source(self, rule_id: str) -> str:
        """Where a rule is defined, for lists: a file, or a line of the configuration."""
        if rule_id in self._checks:
            return self._checks[rule_id].place
        plugin, module = self._modules[rule_id]
        return f"{plugin.shown}/{module}.py"

    def file(self, rule_id: str) -> Path | None:
        """The file of a rule; None for one without Python."""
        if rule_id not in self._modules:
            return None
        plugin, module = self._modules[rule_id]
        return plugin.folder / f"{module}.py"

    def files(self) -> Iterator[Path]:
        """The files that the rules consist of."""
        for plugin in self.plugins:
            yield from map(Path, plugin.files())

    def place_of_failure(self, rule_id: str, error: BaseException) -> str:
        """The file of a rule that failed, with the line if it is known."""
        if rule_id in self._modules:
            plugin, module = self._modules[rule_id]
            file, line = _place(error, plugin, f"{module}.py")
            return f"{plugin.shown}/{file}" + ("" if line is None else f":{line}")
        return self.source(rule_id)

    def load(self, rule_id: str) -> "Rule":
        """Import a rule.

        Raises:
            KeyError: none of the rules has this id.
            ConfigError: its module fails, or does not define a rule.
        """
        known = self._loaded.get(rule_id)
        if known is None:
            known = self._loaded[rule_id] = self._load(rule_id)
        return known

    def _load(self, rule_id: str) -> "Rule":
        if rule_id in self._checks:
            return self._checks[rule_id].rule()
        plugin, module = self._modules[rule_id]
        loaded = _imported(plugin, module)
        try:
            rule = registry.rule_in(loaded, rule_id)
            _validate(rule)
        except (TypeError, ValueError) as error:
            said = str(error).removeprefix(f"{loaded.__file__}: ")
            raise plugin.error(said, f"{module}.py") from error
        return rule

    def defaults(self) -> Mapping[str, RuleDefaults]:
        """The defaults of all rules; imports them unless an earlier run has.

        Raises:
            ConfigError: as for `load`.
        """
        return self._defaults

    @cached_property
    def _defaults(self) -> dict[str, RuleDefaults]:
        def make() -> str:
            return json.dumps({i: registry.defaults_in(self.load(i)) for i in self.active})

        if self._remembered is None:
            return _parsed(make())
        text = self._remembered((b"plugins", self.token.encode()), make)
        try:
            return _parsed(text)
        except (ValueError, TypeError, AttributeError):
            return _parsed(make())


def _parsed(text: str) -> dict[str, RuleDefaults]:
    return {rule_id: RuleDefaults(*values) for rule_id, values in json.loads(text).items()}


def _validate(rule: "Rule") -> None:
    """Ensure that a rule's declaration is valid.

    Raises:
        TypeError, ValueError: it is not.
    """
    from contentlint.article.conditions import parse

    words: tuple[tuple[str, Any, Sequence[str]], ...] = (
        ("severity", rule.severity, SEVERITIES),
        ("preset", rule.preset, PRESETS),
    )
    for key, value, allowed in words:
        if value not in allowed:
            near = nearest(str(value), allowed)
            hint = f"did you mean `{near}`?" if near else f"expected {', '.join(allowed)}"
            raise ValueError(f"`{key}`: unknown value `{value}`; {hint}")
    for fact in (fact for facts in parse(rule.when) for fact in facts):
        for name in fact.values if fact.kind == "test" else ():
            registry.test_named(name)
    for name, parameter in rule.options.items():
        if parameter.annotation is parameter.empty or parameter.default is parameter.empty:
            raise TypeError(f"option `{name}` needs a type and a default")
    if not isinstance(rule.examples, list):
        raise TypeError("`EXAMPLES` must be a list")


def _imported(plugin: Plugin, name: str) -> ModuleType:
    """The module of a rule.

    Raises:
        ConfigError: it fails to import; the message has the file and line of the plugin.
    """
    try:
        with redirect_stdout(sys.stderr):
            if plugin.package:
                return importlib.import_module(f"{plugin.package}.{name}")
            return _of_site(plugin, name)
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, MemoryError)):
            raise
        raise _failed(error, plugin, name) from error


def _of_site(plugin: Plugin, name: str) -> ModuleType:
    from contentlint.schema.importing import SiteImports, forget_changed, forget_site
    from contentlint.schema.sources import Recorder

    forget_changed()
    imports = SiteImports(plugin.folder, plugin.folder, plugin.root, Recorder())
    try:
        with imports:
            return imports.load(plugin.folder / f"{name}.py")
    except BaseException:
        forget_site(plugin.folder)
        raise


def _failed(error: BaseException, plugin: Plugin, name: str) -> ConfigError:
    """The error of a rule that cannot be imported, at the line of the plugin that fails."""
    from contentlint.schema.importing import without_namespace

    file, line = _place(error, plugin, f"{name}.py")
    said = without_namespace(said_by(error).partition("\n")[0]) or "no reason given"
    return plugin.error(f"rule fails to import: {name_of(error)}: {said}", file, line)


def _place(error: BaseException, plugin: Plugin, file: str) -> tuple[str, int | None]:
    """The file of a plugin, relative to its folder, and the line, where an exception arose."""
    calls = [(c.filename, c.lineno) for c in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        calls.append((error.filename or "", error.lineno))
    for name, line in reversed(calls):
        path = Path(name)
        if path.is_relative_to(plugin.folder):
            return path.relative_to(plugin.folder).as_posix(), line
    return file, None
