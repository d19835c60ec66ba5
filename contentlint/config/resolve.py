"""Configuration: the command line and configuration files, resolved into a plan for each article.

A file is `contentlint.toml`, or `[tool.contentlint]` in `pyproject.toml`. The nearest file in the
article's folder or its parents applies; it may extend others. Each file is validated once, here.

In one module, for a configuration is found, read and resolved by one class with one state.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from contentlint import registry, renames
from contentlint.config.layers import Layers, generator_named, relative_to_root
from contentlint.config.plan import Plan, Request, RulePlan, Setting
from contentlint.config.settings import (
    COMMAND_LINE,
    EMPTY,
    ConfigFile,
    Memory,
    Place,
    Raw,
    as_toml,
    from_json,
    may_have_heading,
    place_in,
    to_json,
)
from contentlint.config.task import Resources, SiteRoot, Task
from contentlint.core.errors import ConfigError
from contentlint.core.finding import FailOn
from contentlint.core.globs import below
from contentlint.core.reading import read_settings, reason, repository_of
from contentlint.core.records import replace
from contentlint.core.shown import shown
from contentlint.core.tuples import NamedTuple
from contentlint.site.answers import Web
from contentlint.site.recognise import Recognised, recognise, remember

__all__ = ["Config", "Layers", "Plan", "Request", "RulePlan", "Setting", "load"]


class _Place(NamedTuple):
    """The settings that all articles of a folder share."""

    layers: Layers
    site: Recognised | None
    root: SiteRoot


def _is_in(folder: Path, root: Path) -> bool:
    """Whether a folder is another one, or inside of it."""
    return folder == root or below(folder, root) is not None


def _is_too_wide(root: Path) -> bool:
    """Whether a folder is a file system root or the home folder, and thus not a site."""
    try:
        return root.parent == root or root == Path.home()
    except RuntimeError:  # the home folder is unknown
        return False


class Config:
    """The configuration of a run, which makes the `Task` of any path.

    Args:
        request: the command line.
        cwd: the working directory, absolute.
        memory: results of earlier runs; None: everything is computed again.
        index: the same about contentlint itself, for all working directories; None: as `memory`.
    """

    def __init__(
        self,
        request: Request,
        cwd: Path,
        memory: Memory | None = None,
        index: Memory | None = None,
    ) -> None:
        select, ignore = (tuple(map(renames.current, n)) for n in (request.select, request.ignore))
        self.request = replace(request, select=select, ignore=ignore)
        self._renamed = [n for n in (*request.select, *request.ignore) if n in renames.RULES]
        self.cwd = cwd
        self._trusted = request.trusted
        self._memory = memory
        own = memory if index is None else index
        if own is not None:
            registry.remember(lambda make: own.remembered((b"rules",), make))
            remember(lambda make: own.remembered((b"markers of generators",), make))
        self._layers: dict[Path, Layers] = {}
        self._places: dict[str, _Place] = {}
        self._is_too_wide = cache(_is_too_wide)
        # What is known about external URLs: filled by `--online`, empty otherwise.
        self.web: Web = {}
        self._resources = Resources(self.site, self._shown, self.web, index)
        self._over = self._from_command_line()

    def layers(self, folder: Path) -> Layers:
        """The settings of a folder (absolute), from the nearest configuration file."""
        known = self._layers.get(folder)
        if known is None:
            known = self._layers[folder] = self._find(folder)
        return known

    def task(self, path: Path, name: str | None = None) -> Task:
        """The task of an article.

        Args:
            path: absolute; the file need not exist.
            name: its name in reports; None: its path relative to the working directory.
        """
        if name is None:
            name = shown(path, self.cwd)
        known = self._place_of(path)
        return Task(path, name, known.layers.plan(path, known.site), known.root, self._resources)

    def plan(self, path: Path) -> Plan:
        """The plan of an article, which is also part of its task; path absolute."""
        known = self._place_of(path)
        return known.layers.plan(path, known.site)

    def has_one_plan(self, path: Path) -> bool:
        """Whether the articles in the folder of this one have the same settings.

        Files of agents may differ, see `agent_file`.

        Args:
            path: absolute.
        """
        known = self._place_of(path)
        return known.layers.has_one_plan(known.site)

    def __reduce__(self) -> tuple[Any, ...]:
        # A spawned process reads the configuration itself.
        return _restored, (self.request, self.cwd, self.web)

    def _place_of(self, path: Path) -> "_Place":
        folder = os.path.dirname(str(path))  # noqa: PTH120  # called for every file; faster
        known = self._places.get(folder)
        if known is None:
            layers, site = self.layers(path.parent), self.site(path.parent)
            root = self._site_root(path.parent, layers, site)
            known = self._places[folder] = _Place(layers, site, root)
        return known

    def _site_root(self, folder: Path, layers: Layers, site: Recognised | None) -> SiteRoot:
        """The site root of a folder's articles.

        It is the folder of the generator, else of the configuration file, else the repository, else
        the folder named on the command line. Outside of all of these, a site is a single folder.
        """
        candidates = [site.root] if site is not None else []
        if any(file.path is not None for file in layers.files):
            candidates.append(layers.root)
        repository = repository_of(folder)
        candidates += [] if repository is None else [repository]
        if not self.request.paths:
            candidates.append(self.cwd)
        for root in candidates:
            if _is_in(folder, root) and not self._is_too_wide(root):
                return SiteRoot(self._in_trusted(root))
        named = (Path(os.path.normpath(self.cwd / name)) for name in self.request.paths)
        around = [root for root in named if _is_in(folder, root) and root.is_dir()]
        if around:
            return SiteRoot(max(around, key=lambda root: len(root.parts)))
        return SiteRoot(folder, is_deep=False)

    def _in_trusted(self, root: Path) -> Path:
        """A site's root; with a trusted commit, nothing outside of the checkout is read."""
        return root if self._trusted is None or self._trusted.holds(root) else self._trusted.root

    def site(self, folder: Path) -> Recognised | None:
        """The site of a folder (absolute), detected from trusted files only."""
        if self._trusted is None:
            return recognise(folder)
        site = recognise(self._trusted.in_copy(folder))
        return site and site._replace(root=self._trusted.in_checkout(site.root))

    @property
    def refused_schemas(self) -> list[str]:
        """References of Python schemas that were not imported, so far, sorted."""
        return sorted({name for layers in self._layers.values() for name in layers.refused})

    @property
    def skipped_plugins(self) -> list[str]:
        """A line for each plugin that was not imported, so far."""
        found = {name for extra in self._extras for name in extra.off}
        return [f"skipped plugin `{name}`: plugins are not allowed" for name in sorted(found)]

    @property
    def _extras(self) -> list[registry.Extra]:
        """The rules that the files read so far add."""
        tokens = dict.fromkeys(layers.extra for layers in self._layers.values())
        found = map(registry.extra_rules, tokens)
        return [extra for extra in found if extra is not None]

    def extra_of(self, rule_id: str) -> str:
        """The token of the rules with a rule of this id; empty if it is one of our own."""
        return next((extra.token for extra in self._extras if rule_id in extra.active), "")

    @property
    def deprecated(self) -> list[str]:
        """A warning for each deprecated name on the command line and in the files read so far."""
        layers = self._layers.values()
        found = {line for one in layers for file in one.files for line in file.deprecated}
        old = (renames.deprecation(name, renames.current(name)) for name in self._renamed)
        return [*(f"command line: {line}" for line in old), *sorted(found)]

    @property
    def fail_on(self) -> FailOn:
        """The lowest severity that makes the run fail, from the working directory's settings."""
        if self.request.fail_on is not None:
            return self.request.fail_on
        value: FailOn = self.layers(self.cwd).value("fail_on", "error").value
        return value

    def settings(self, path: Path) -> list[Setting]:
        """All settings of an article, with their origins; path absolute."""
        layers = self.layers(path.parent)
        relative = relative_to_root(path, layers.root)
        collection = layers.collection(relative)
        site = self.site(path.parent)
        generator = layers.generator(site)
        baseline = layers.baseline
        inline = layers.value("inline_schemas", default=False).value
        settings = [
            *layers.added(),
            layers.value("preset", "recommended"),
            layers.value("fail_on", "error"),
            layers.value("inline_schemas", default=False)._replace(value=as_toml(inline)),
            generator._replace(value=generator.value or "unknown"),
            collection or Setting("collection", "none", "default"),
            layers.schema(collection, generator_named(generator.value, site), path, site),
            layers.confidence,
            baseline._replace(value=self._shown(baseline.value)),
            layers.credits._replace(value=self._shown(layers.credits.value)),
            layers.credit_keys._replace(value=", ".join(layers.credit_keys.value) or "none"),
            *layers.excludes,
            *layers.limits,
            layers.follow_links._replace(value=as_toml(layers.follow_links.value)),
            *(s._replace(value=as_toml(s.value)) for s in layers.online if s.origin != "default"),
        ]
        for rule_id, chosen in layers.resolved_rules(relative).items():
            settings.append(Setting(rule_id, chosen.severity, chosen.origin))
            for name, value in chosen.options.items():
                key = f"{rule_id}.{name.replace('_', '-')}"
                settings.append(Setting(key, as_toml(value), chosen.option_origins[name]))
            if rule_id in layers.fix_safeties:
                settings.append(layers.fix_safeties[rule_id])
        return settings

    def _shown(self, file: Path | None) -> str:
        if file is None:
            return "none"
        if self._trusted is not None and (shown := self._trusted.shown(file)):
            return shown
        return file.relative_to(self.cwd).as_posix() if file.is_relative_to(self.cwd) else str(file)

    def _from_command_line(self) -> list[Raw]:
        return [raw for text in self.request.config for raw in self._argument(text)]

    def _argument(self, text: str) -> list[Raw]:
        """Read the value of `--config`: a file, or TOML (`rules."image/placeholder" = "off"`)."""
        file = self._copied(self.cwd / text)
        if os.path.exists(file):  # noqa: PTH110  # TOML may be longer than a file name can be
            table = ("tool", "contentlint") if file.name == "pyproject.toml" else ()
            return self._raws(Place(file, table), None)
        if "=" not in text:
            where = f" in `{self._trusted.ref}`" if self._trusted else ""
            raise ConfigError(
                f"--config: file `{text}` not found{where}; for TOML, use `key = value`"
            )
        data = text.encode("utf-8", "replace")
        base = self._copied(self.cwd)
        return self._with_extended(Raw(None, data, COMMAND_LINE, base, None, EMPTY))

    def _raws(self, place: Place, root: Path | None) -> list[Raw]:
        """A file and those that it extends, in ascending precedence."""
        shown = self._shown(place.file)
        try:
            data = read_settings(place.file, root)
        except OSError as error:
            raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
        return self._with_extended(Raw(place, data, shown, place.file.parent, root, EMPTY))

    def _with_extended(self, raw: Raw) -> list[Raw]:
        if not may_have_heading(raw.data):
            return [raw]
        from contentlint.config.extending import Chain

        return Chain(self._shown, self._memory).complete(raw)

    def _extra_of(self, raws: list[Raw]) -> str:
        """The token of the rules that files add; empty if they add none."""
        if all(raw.heading is EMPTY for raw in raws):
            return ""
        from contentlint.config.extending import extra_of

        return extra_of(raws, self._shown, self._memory, is_on=self.request.plugins)

    def _validated(self, raw: Raw, extra: str) -> ConfigFile:
        """The settings of a file, validated in an earlier run or now.

        Args:
            raw: the file.
            extra: the token of the rules that it may name besides our own.

        Raises:
            ConfigError: a setting is not valid.
        """
        place = raw.place

        def read() -> ConfigFile:
            from contentlint.config import file

            if place is None:
                return file.read_line(raw.data.decode(), extra)
            return file.read(place, raw.data, raw.shown, extra)

        own = (extra.encode(),) if extra else ()
        if place is None:
            return self._cached((b"line", raw.data, *own), read, None, raw.shown)
        table = ".".join(place.table).encode()
        found = self._cached((b"file", table, raw.data, *own), read, place.file, raw.shown)
        if not raw.is_extended:
            return found
        from contentlint.config.extending import with_own_paths

        return with_own_paths(found, raw)

    def _cached(
        self,
        parts: tuple[bytes, ...],
        read: Callable[[], ConfigFile],
        path: Path | None,
        shown: str,
    ) -> ConfigFile:
        """Settings validated in an earlier run, or now."""
        if self._memory is None:
            return read()
        try:
            return from_json(self._memory.remembered(parts, lambda: to_json(read())), path, shown)
        except (ValueError, TypeError, KeyError):
            return read()

    def _find(self, folder: Path) -> Layers:
        named = [raw.place.file for raw in self._over if raw.place and not raw.is_extended]
        if self.request.isolated or named:
            return self._make_layers(named[-1].parent if named else self._copied(self.cwd), [])
        place = self._copied(folder)
        try:
            found = place_in(place, self._project)
        except OSError as error:
            shown = self._shown(place / "pyproject.toml")
            raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
        if found is not None:
            return self._make_layers(place, self._raws(found, self._project(place)))
        if folder.parent == folder or (self._trusted and folder == self._trusted.root):
            return self._make_layers(self._copied(self.cwd), [])
        return self.layers(folder.parent)

    def _copied(self, path: Path) -> Path:
        """The path to read for a file or folder: in the copy of the trusted commit, if any."""
        return path if self._trusted is None else self._trusted.in_copy(path)

    def _project(self, folder: Path) -> Path | None:
        """The folder that must contain all files named by the settings of a folder.

        None above the working directory's project, where all files belong to the user.
        """
        if self._trusted is not None and folder.is_relative_to(self._trusted.copy):
            return self._trusted.copy
        root = repository_of(folder)
        if root is not None:
            return root
        if folder in self.cwd.parents:
            return None
        return self.cwd if folder.is_relative_to(self.cwd) else folder

    def _make_layers(self, base: Path, raws: list[Raw]) -> Layers:
        raws = [*raws, *self._over]
        extra = self._extra_of(raws)
        files = tuple(self._validated(raw, extra) for raw in raws)
        root = base if self._trusted is None else self._trusted.in_checkout(base)
        project = self._project(base)
        return Layers(
            root, base, project, files, self.request, lambda: registry.rule_defaults(extra), extra
        )


def _restored(request: Request, cwd: Path, web: Web) -> Config:
    """The configuration of a run in another process."""
    config = load(request, cwd)
    config.web.update(web)
    return config


def load(
    request: Request, cwd: Path, memory: Memory | None = None, index: Memory | None = None
) -> Config:
    """Read and check the configuration of a run.

    Args:
        request: the command line.
        cwd: the working directory, absolute.
        memory: results of earlier runs; None: everything is computed again.
        index: the same about contentlint itself, for all working directories; None: as `memory`.

    Raises:
        UsageError: an option names an unknown rule.
        ConfigError: a configuration file is not valid; the message names the file and line.
    """
    config = Config(request, cwd, memory, index)
    config.layers(cwd)
    if request.select or request.ignore:
        from contentlint.config.names import check_names

        # A named folder may have a configuration with rules of its own.
        places = {Path(os.path.normpath(cwd / path)) for path in request.paths if path != "-"}
        check_names(request, lambda: {config.layers(p).extra for p in (cwd, *map(_folder, places))})
    return config


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent
