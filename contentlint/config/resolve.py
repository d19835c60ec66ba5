"""Configuration: the command line and the files of it, made into a plan for each article.

`contentlint.toml`, or `[tool.contentlint]` in `pyproject.toml`; for each article the nearest one
upwards holds, whole. What a file says is checked here, once; inside there are only `Plan`s.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from contentlint import registry
from contentlint.config.plan import Limits, Plan, Request, RulePlan, Setting
from contentlint.config.settings import (
    COMMAND_LINE,
    RENAMED,
    ConfigFile,
    Memory,
    Place,
    RuleSetting,
    from_json,
    place_in,
    to_json,
)
from contentlint.core.errors import ConfigError, UsageError
from contentlint.core.finding import PRESETS, FailOn, Safety, Severity
from contentlint.core.globs import below, matches
from contentlint.core.reading import read_settings, reason, repository_of
from contentlint.core.spelling import beginning, either, nearest
from contentlint.registry import Head
from contentlint.schema.references import is_python
from contentlint.site import credits_file as credits_list
from contentlint.site.context import Surroundings
from contentlint.site.credits_file import CreditsList
from contentlint.site.generator import UNKNOWN, Generator
from contentlint.site.generators import named
from contentlint.site.lookups import Folders
from contentlint.site.recognise import SKILLS, Recognised, recognise, schema_of

__all__ = ["Config", "Layers", "Plan", "Request", "RulePlan", "Setting", "check_name", "load"]

if TYPE_CHECKING:
    from contentlint.schema.problem import Schema


# The origins of what a person has named for this run.
NAMED = (COMMAND_LINE, "--baseline")


@dataclass
class _Chosen:
    """A rule's severity and options while the settings are gone through, with their origins."""

    severity: Severity | Literal["off"]
    origin: str
    options: dict[str, Any] = field(default_factory=dict)
    option_origins: dict[str, str] = field(default_factory=dict)


# Keys of a configuration file that say how safe fixes are, the strongest last.
_FIX_SAFETIES: dict[str, Safety] = {"extend-safe-fixes": "safe", "extend-unsafe-fixes": "unsafe"}


class Layers:
    """What holds in one folder tree: its configuration file, and the command line's over it.

    Args:
        root: the folder that patterns are relative to.
        base: the folder that schemas, baselines and lists of credits are relative to: the same, or
            its place in the copy of a trusted commit.
        project: the folder that files which they name must lie in; None: any.
        files: the weakest first.
        request: the command line.
        heads: gives the heads of all rules.
    """

    def __init__(
        self,
        root: Path,
        base: Path,
        project: Path | None,
        files: tuple[ConfigFile, ...],
        request: Request,
        heads: Callable[[], Mapping[str, Head]],
    ) -> None:
        self.root = root
        self.base = base
        self.project = project
        self._heads = heads
        self.files = files
        self.request = request
        # Schemas that are code and must not run.
        self.refused: set[str] = set()
        self._plans: dict[tuple[Any, ...], Plan] = {}
        self._by_generator: dict[Generator, Plan] = {}

    def root_of(self, setting: Setting) -> Path | None:
        """The folder that a file of the settings must lie in; None: a person named it, so any."""
        return None if setting.origin in NAMED else self.project

    def value(self, name: str, default: Any) -> Setting:
        """A setting at the top of the files, the strongest that says it, with its origin."""
        for file in reversed(self.files):
            if name in file.settings.said:
                key = name.replace("_", "-").rstrip("-")
                return Setting(key, getattr(file.settings, name), file.origin(key))
        return Setting(name.replace("_", "-").rstrip("-"), default, "default")

    @cached_property
    def excludes(self) -> list[Setting]:
        """The patterns of `exclude`, each with its origin."""
        return [
            Setting("exclude", pattern, file.origin("exclude"))
            for file in self.files
            for pattern in file.settings.exclude
        ]

    def excluded_by(self, path: str) -> Setting | None:
        """The first `exclude` pattern that matches a path relative to the root."""
        return next((s for s in self.excludes if matches((s.value,), path)), None)

    def plan(self, path: Path, site: Recognised | None) -> Plan:
        """What to do with one article; the same object for all that are treated alike."""
        generator = site.generator if site else UNKNOWN
        if self.files or str(path).endswith(SKILLS.content) or generator.special_kinds:
            return self._plan(path, site)
        # Nothing but the generator tells the articles apart.
        if generator not in self._by_generator:
            self._by_generator[generator] = self._plan(path, site)
        return self._by_generator[generator]

    def _plan(self, path: Path, site: Recognised | None) -> Plan:
        relative = _relative(path, self.root)
        overrides = tuple(
            matches(override.paths, relative)
            for file in self.files
            for override in file.settings.overrides
        )
        collection = self.collection(relative)
        generator = self.generator(site)
        built_by = _of_name(generator.value, site)
        schema = self.schema(collection, built_by, path, site)
        key = (overrides, collection, built_by, schema.value, schema.origin in NAMED)
        plan = self._plans.get(key)
        if plan is None:
            plan = Plan(
                rules=tuple(self._rules(relative)),
                schema=self._allowed(schema.value),
                base=self.base,
                collection=collection and collection.value,
                generator=built_by,
                confidence=self.confidence.value,
                inline_schemas=not self.request.trusted
                and self.value("inline_schemas", default=False).value,
                is_whole=not (self.request.select or self.request.ignore),
                credits=self.credits.value,
                schema_root=self.root_of(schema),
                credits_root=self.root_of(self.credits),
                credit_keys=tuple(self.credit_keys.value),
                limits=Limits(*(setting.value for setting in self.limits)),
                suppressions=self.request.suppressions,
            )
            self._plans[key] = plan
        return plan

    @cached_property
    def confidence(self) -> Setting:
        """The least confidence that is reported."""
        if self.request.confidence is not None:
            return Setting("confidence", self.request.confidence, "--confidence")
        return self.value("confidence", "high")

    @cached_property
    def baseline(self) -> Setting:
        """The file of the baseline, or None."""
        if self.request.baseline is not None:
            said = Setting("baseline", self.request.baseline, "--baseline")
        else:
            said = self.value("baseline", None)
        file = self._named(said.value)
        if file and self.request.trusted and not self.request.baseline and not file.is_file():
            file = None  # what a trusted commit does not have holds nothing back
        return said._replace(value=file)

    @cached_property
    def credits(self) -> Setting:
        """The file of the list of credits, or None."""
        said = self.value("credits", None)
        return said._replace(value=self._named(said.value))

    def _named(self, name: str | None) -> Path | None:
        """A file that the settings name."""
        if not name:
            return None
        trusted = self.request.trusted
        return trusted.in_copy(self.base / name) if trusted else self.base / name

    @cached_property
    def credit_keys(self) -> Setting:
        """Further keys of the front matter that say whose the pictures are."""
        return self.value("credit_keys", ())

    @cached_property
    def limits(self) -> tuple[Setting, ...]:
        """The limits of one article, in the order of `Limits`."""
        return tuple(self._limit(name, value) for name, value in Limits()._asdict().items())

    def _limit(self, name: str, default: float) -> Setting:
        key = name.replace("_", "-")
        old = next(old for old, new in RENAMED.items() if new == ("limits", key))
        for file in reversed(self.files):
            if key in file.settings.limits:
                is_old = old in file.settings.deprecated
                origin = file.origin(old) if is_old else file.origin("limits", key)
                return Setting(f"limits.{key}", file.settings.limits[key], origin)
        return Setting(f"limits.{key}", default, "default")

    @cached_property
    def follow_links(self) -> Setting:
        """Whether symbolic links are followed that lead out of the folder that is searched."""
        if self.request.trusted is not None:
            return Setting("follow-links", False, "--trusted-ref")
        return self.value("follow_links", default=False)

    def generator(self, site: Recognised | None) -> Setting:
        """The generator's name, or None."""
        said = self.value("generator", None)
        if said.value is not None or site is None:
            return said
        return Setting("generator", site.generator.name, f"recognised by {site.marker.name}")

    def collection(self, relative: str) -> Setting | None:
        """The collection of an article: the last one, strongest file first, that includes it."""
        for file in reversed(self.files):
            collections = list(enumerate(file.settings.collections))
            for index, collection in reversed(collections):
                if matches(collection.include, relative) and not matches(
                    collection.exclude, relative
                ):
                    origin = file.origin("collections", index)
                    return Setting("collection", collection.name, origin)
        if relative.rpartition("/")[2] in SKILLS.content:
            return Setting("collection", SKILLS.name, "file name")
        return None

    def schema(
        self,
        collection: Setting | None,
        generator: Generator,
        path: Path,
        site: Recognised | None,
    ) -> Setting:
        """The reference of the schema that holds: the collection's, the file's, the generator's."""
        for file in reversed(self.files):
            for index, item in enumerate(file.settings.collections):
                if collection and item.name == collection.value and item.schema_ is not None:
                    return Setting(
                        "schema", item.schema_, file.origin("collections", index, "schema")
                    )
        if path.name in SKILLS.content:
            return Setting("schema", SKILLS.schema, "file name")
        said = self.value("schema_", None)
        if said.value is not None:
            return said
        root = site.root if site is not None and site.generator is generator else self.root
        origin = f"generator {generator.name}" if generator.is_known else "default"
        return Setting("schema", schema_of(generator, root, path), origin)

    def _allowed(self, schema: str) -> str | None:
        if self.request.python_schemas or not is_python(schema):
            # One with a whole path must not lead back into the checkout.
            is_there = self.request.trusted and Path(schema).is_absolute()
            return str(self._named(schema)) if is_there else schema
        self.refused.add(schema)
        return None

    def _rules(self, relative: str) -> Iterator[RulePlan]:
        for rule_id, chosen in self.chosen(relative).items():
            if chosen.severity != "off":
                safety = self.fix_safeties.get(rule_id)
                yield RulePlan(rule_id, chosen.severity, chosen.options, safety and safety.value)

    @cached_property
    def fix_safeties(self) -> dict[str, Setting]:
        """How safe the fixes of rules are by configuration, with the origin of each.

        A rule's own name beats its category's, a stronger file beats a weaker one; of the two
        lists of one file, that of the unsafe ones holds.
        """
        found: dict[str, Setting] = {}
        for name_of in (_category, str):
            for file in self.files:
                for key, safety in _FIX_SAFETIES.items():
                    names = getattr(file.settings, key.replace("-", "_"))
                    origin = file.origin(key)
                    for rule_id in registry.rule_ids():
                        if name_of(rule_id) in names:
                            found[rule_id] = Setting(f"{rule_id} fixes", safety, origin)
        return found

    def chosen(self, relative: str) -> dict[str, _Chosen]:
        """Every rule with the severity and options that hold for a path."""
        preset = self.value("preset", "recommended")
        rules: dict[str, _Chosen] = {}
        for rule_id in registry.rule_ids():
            rule = self._heads()[rule_id]
            runs = PRESETS.index(rule.preset) <= PRESETS.index(preset.value)
            origin = f"preset {preset.value}"
            rules[rule_id] = _Chosen(rule.severity if runs else "off", origin)
        for file in self.files:
            self._apply(rules, file.settings.rules, file, ("rules",))
            for index, override in enumerate(file.settings.overrides):
                if matches(override.paths, relative):
                    self._apply(rules, override.rules, file, ("overrides", index, "rules"))
        self._apply_request(rules)
        return rules

    def _apply(
        self,
        rules: dict[str, _Chosen],
        settings: Mapping[str, RuleSetting],
        file: ConfigFile,
        where: tuple[str | int, ...],
    ) -> None:
        for name, setting in settings.items():
            origin = file.origin(*where, name)
            for rule_id, chosen in rules.items():
                in_category = rule_id.partition("/")[0] == name and chosen.severity != "off"
                if rule_id != name and not in_category:
                    continue
                if setting.severity is not None:
                    chosen.severity, chosen.origin = setting.severity, origin
                elif setting.options and chosen.severity == "off":
                    chosen.severity, chosen.origin = self._heads()[rule_id].severity, origin
                chosen.options.update(setting.options)
                chosen.option_origins.update(dict.fromkeys(setting.options, origin))

    def _apply_request(self, rules: dict[str, _Chosen]) -> None:
        """`--select` and `--ignore`; a category means those of its rules that are on."""
        select, ignore = self.request.select, self.request.ignore
        for rule_id, chosen in rules.items():
            category = rule_id.partition("/")[0]
            rule = self._heads()[rule_id]
            presets = PRESETS[PRESETS.index(rule.preset) :]
            if chosen.severity == "off" and not {rule_id, *presets}.isdisjoint(select):
                chosen.severity, chosen.origin = rule.severity, "--select"
            elif select and {rule_id, category, *presets}.isdisjoint(select):
                chosen.severity, chosen.origin = "off", "--select"
            if not {rule_id, category}.isdisjoint(ignore):
                chosen.severity, chosen.origin = "off", "--ignore"


def _of_name(name: str | None, site: Recognised | None) -> Generator:
    """The generator of a name: the site's own where that is it, as its configuration has it."""
    return site.generator if site is not None and site.generator.name == name else named(name)


def _category(rule_id: str) -> str:
    return rule_id.partition("/")[0]


class Config:
    """The configuration of a run, for any path.

    Args:
        request: the command line.
        cwd: the working directory, absolute.
        memory: what was made in other runs; none: all is made anew.
    """

    def __init__(self, request: Request, cwd: Path, memory: Memory | None = None) -> None:
        self.request = request
        self.cwd = cwd
        self._trusted = request.trusted
        self._memory = memory
        self._layers: dict[Path, Layers] = {}
        self._places: dict[str, tuple[Layers, Recognised | None]] = {}
        self._schemas: dict[tuple[str, Path], Schema] = {}
        self._folders: dict[Path, Folders] = {}
        self._credits: dict[Path, CreditsList] = {}
        self._over = self._from_command_line()

    def layers(self, folder: Path) -> Layers:
        """What holds in a folder (absolute), by the nearest configuration file upwards."""
        known = self._layers.get(folder)
        if known is None:
            known = self._layers[folder] = self._find(folder)
        return known

    def plan(self, path: Path) -> Plan:
        """What to do with one article; path absolute."""
        folder = os.path.dirname(str(path))  # noqa: PTH120  # of every file, so it must be quick
        known = self._places.get(folder)
        if known is None:
            known = self._places[folder] = (self.layers(path.parent), self.site(path.parent))
        layers, site = known
        return layers.plan(path, site)

    def schema(self, plan: Plan) -> "Schema | None":
        """The schema of a plan; None where it has none.

        Raises:
            SchemaError: it cannot be found or imported.
        """
        if plan.schema is None:
            return None
        key = (plan.schema, plan.base)
        if key not in self._schemas:
            from contentlint.schema.pydantic_model import load_schema

            self._schemas[key] = load_schema(*key, root=plan.schema_root)
        return self._schemas[key]

    def surroundings(self, path: Path, plan: Plan) -> Surroundings:
        """What rules may ask about an article's site and the day.

        Args:
            path: the article, absolute.
            plan: what is done with it.

        Raises:
            ConfigError: the list of credits cannot be read.
        """
        listed = None if plan.credits is None else self._credits_of(plan.credits, plan)
        return Surroundings(
            path,
            plan.generator,
            self._folders_of,
            listed,
            credit_keys=plan.credit_keys,
            site_of=self.site,
        )

    def site(self, folder: Path) -> Recognised | None:
        """The site that a folder (absolute) belongs to, by files that no stranger has written."""
        if self._trusted is None:
            return recognise(folder)
        site = recognise(self._trusted.in_copy(folder))
        return site and site._replace(root=self._trusted.in_checkout(site.root))

    def _credits_of(self, file: Path, plan: Plan) -> CreditsList:
        if file not in self._credits:
            self._credits[file] = credits_list.read(file, self._shown(file), plan.credits_root)
        return self._credits[file]

    def _folders_of(self, root: Path) -> Folders:
        if root not in self._folders:
            self._folders[root] = Folders(root)
        return self._folders[root]

    @property
    def refused_schemas(self) -> list[str]:
        """References of schemas that are code and were left unloaded so far, sorted."""
        return sorted({name for layers in self._layers.values() for name in layers.refused})

    @property
    def deprecated(self) -> list[str]:
        """A line for each old key of the configuration files that were read so far."""
        layers = self._layers.values()
        return sorted({line for one in layers for file in one.files for line in file.deprecated})

    @property
    def fail_on(self) -> FailOn:
        """The least severity that makes the run fail, by the working directory's configuration."""
        if self.request.fail_on is not None:
            return self.request.fail_on
        value: FailOn = self.layers(self.cwd).value("fail_on", "error").value
        return value

    def settings(self, path: Path) -> list[Setting]:
        """All that holds for one article, with its origin; path absolute."""
        layers = self.layers(path.parent)
        relative = _relative(path, layers.root)
        collection = layers.collection(relative)
        site = self.site(path.parent)
        generator = layers.generator(site)
        baseline = layers.baseline
        settings = [
            generator._replace(value=generator.value or "unknown"),
            collection or Setting("collection", "none", "default"),
            layers.schema(collection, _of_name(generator.value, site), path, site),
            layers.confidence,
            baseline._replace(value=self._shown(baseline.value)),
            layers.credits._replace(value=self._shown(layers.credits.value)),
            layers.credit_keys._replace(value=", ".join(layers.credit_keys.value) or "none"),
            *layers.limits,
            layers.follow_links,
        ]
        for rule_id, chosen in layers.chosen(relative).items():
            settings.append(Setting(rule_id, chosen.severity, chosen.origin))
            for name, value in chosen.options.items():
                origin = chosen.option_origins[name]
                settings.append(Setting(f"{rule_id}.{name}", repr(value), origin))
            if rule_id in layers.fix_safeties:
                settings.append(layers.fix_safeties[rule_id])
        return settings

    def _shown(self, file: Path | None) -> str:
        if file is None:
            return "none"
        if self._trusted is not None and (shown := self._trusted.shown(file)):
            return shown
        return file.relative_to(self.cwd).as_posix() if file.is_relative_to(self.cwd) else str(file)

    def _from_command_line(self) -> tuple[ConfigFile, ...]:
        return tuple(self._argument(text) for text in self.request.config)

    def _argument(self, text: str) -> ConfigFile:
        """What `--config` names: a file, or TOML such as `rules."image/placeholder" = "off"`."""
        file = self._copied(self.cwd / text)
        if os.path.exists(file):  # noqa: PTH110  # TOML may be longer than a name can be
            table = ("tool", "contentlint") if file.name == "pyproject.toml" else ()
            return self._file(Place(file, table), None)
        if "=" not in text:
            where = f" in `{self._trusted.ref}`" if self._trusted else ""
            raise ConfigError(f"--config: no file `{text}`{where}, and no TOML (`key = value`)")

        def read() -> ConfigFile:
            from contentlint.config.file import read_line

            return read_line(text)

        return self._known((b"line", text.encode("utf-8", "replace")), read, None, COMMAND_LINE)

    def _file(self, place: Place, root: Path | None) -> ConfigFile:
        shown = self._shown(place.file)

        def read() -> ConfigFile:
            from contentlint.config.file import read

            return read(place, data, shown)

        try:
            data = read_settings(place.file, root)
        except OSError as error:
            raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
        parts = (b"file", ".".join(place.table).encode(), data)
        return self._known(parts, read, place.file, shown)

    def _known(
        self,
        parts: tuple[bytes, ...],
        read: Callable[[], ConfigFile],
        path: Path | None,
        shown: str,
    ) -> ConfigFile:
        """Settings that were checked in another run, or are checked now."""
        if self._memory is None:
            return read()
        try:
            return from_json(self._memory.remembered(parts, lambda: to_json(read())), path, shown)
        except (ValueError, TypeError, KeyError):
            return read()

    @cached_property
    def heads(self) -> Mapping[str, Head]:
        """The heads of all rules by id."""
        if self._memory is None:
            return registry.heads()
        text = self._memory.remembered((b"heads",), lambda: json.dumps(registry.heads()))
        try:
            return {rule_id: Head(*head) for rule_id, head in json.loads(text).items()}
        except (ValueError, TypeError, AttributeError):
            return registry.heads()

    def _find(self, folder: Path) -> Layers:
        named = [file.path for file in self._over if file.path is not None]
        if self.request.isolated or named:
            return self._made(named[-1].parent if named else self._copied(self.cwd), self._over)
        place = self._copied(folder)
        within = self._project(place)
        try:
            found = place_in(place, within)
        except OSError as error:
            shown = self._shown(place / "pyproject.toml")
            raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
        if found is not None:
            return self._made(place, (self._file(found, within), *self._over))
        if folder.parent == folder or (self._trusted and folder == self._trusted.root):
            return self._made(self._copied(self.cwd), self._over)
        return self.layers(folder.parent)

    def _copied(self, path: Path) -> Path:
        """Where a file or folder is read: in the copy of a trusted commit, if there is one."""
        return path if self._trusted is None else self._trusted.in_copy(path)

    def _project(self, folder: Path) -> Path | None:
        """The folder that files for the settings of a folder must lie in.

        None above the working directory's project: what is there is the user's own.
        """
        if self._trusted is not None and folder.is_relative_to(self._trusted.copy):
            return self._trusted.copy
        root = repository_of(folder)
        if root is not None:
            return root
        if folder in self.cwd.parents:
            return None
        return self.cwd if folder.is_relative_to(self.cwd) else folder

    def _made(self, base: Path, files: tuple[ConfigFile, ...]) -> Layers:
        root = base if self._trusted is None else self._trusted.in_checkout(base)
        project = self._project(base)
        return Layers(root, base, project, files, self.request, lambda: self.heads)


def _relative(path: Path, root: Path) -> str:
    """A path for patterns: relative to the root, with `/`; the whole path where it lies outside."""
    relative = below(path, root)
    return path.as_posix().lstrip("/") if relative is None else relative


def load(request: Request, cwd: Path, memory: Memory | None = None) -> Config:
    """Read and check the configuration of a run.

    Args:
        request: the command line.
        cwd: the working directory, absolute.
        memory: what was made in other runs; none: all is made anew.

    Raises:
        UsageError: an option names a rule that does not exist.
        ConfigError: a configuration file has a mistake; file, line and nearest valid key are named.
    """
    for option, chosen in (("--select", request.select), ("--ignore", request.ignore)):
        for name in chosen:
            check_name(name, option)
    config = Config(request, cwd, memory)
    config.layers(cwd)
    return config


def check_name(name: str, option: str) -> None:
    """See that a name on the command line is a rule, a category or a preset.

    Raises:
        UsageError: it is none; the nearest one is named.
    """
    known = {*registry.rule_ids(), *registry.categories()}
    if option == "--select":
        known |= set(PRESETS)
    if name not in known:
        near = nearest(name, known) or nearest(name, {k.partition("/")[2] or k for k in known})
        near = next((k for k in sorted(known) if near in (k, k.partition("/")[2])), None)
        meant = [near] if near else beginning(name, known)
        hint = either(meant) if 0 < len(meant) <= 4 else "`contentlint rules` lists all rules"
        raise UsageError(f"{option}: unknown rule or category `{name}`; {hint}")
