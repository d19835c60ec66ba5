"""The settings of one folder tree: its configuration file, overridden by the command line.

The settings are resolved into a `Plan` for each article; each setting has an origin.

In one module, for every setting is resolved by the same few functions.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from contentlint import registry
from contentlint.config.online import online_settings
from contentlint.config.plan import BaselineFile, Limits, Plan, Request, RulePlan, Setting
from contentlint.config.settings import (
    COMMAND_LINE,
    RENAMED,
    ConfigFile,
    RuleSetting,
)
from contentlint.core.finding import PRESETS, Safety, Severity
from contentlint.core.globs import below, matches
from contentlint.core.records import field, record
from contentlint.registry import RuleDefaults
from contentlint.schema.references import is_python
from contentlint.site.agent_files import agent_file, is_plain_agent_file
from contentlint.site.generator import UNKNOWN, Generator
from contentlint.site.generators import named
from contentlint.site.recognise import Recognised, schema_of

# The origins of settings from the command line.
NAMED = (COMMAND_LINE, "--baseline")


@record(frozen=False)
class ResolvedRule:
    """A rule's severity and options while settings are resolved, with their origins."""

    severity: Severity | Literal["off"]
    origin: str
    options: dict[str, Any] = field(default_factory=dict)
    option_origins: dict[str, str] = field(default_factory=dict)


# Configuration keys for the safety of fixes, in ascending precedence.
_FIX_SAFETIES: dict[str, Safety] = {"extend-safe-fixes": "safe", "extend-unsafe-fixes": "unsafe"}


class Layers:
    """The settings of one folder tree: its configuration file, overridden by the command line.

    Args:
        root: the folder that patterns are relative to.
        base: the folder that schemas, baselines and credits files are relative to: the same, or
            its counterpart in the copy of a trusted commit.
        project: the folder that must contain the files named by settings; None: any.
        files: the configuration files, in ascending precedence.
        request: the command line.
        defaults: returns the defaults of all rules.
        extra: the token of the rules that the files add; empty: none.
    """

    def __init__(
        self,
        root: Path,
        base: Path,
        project: Path | None,
        files: tuple[ConfigFile, ...],
        request: Request,
        defaults: Callable[[], Mapping[str, RuleDefaults]],
        extra: str = "",
    ) -> None:
        self.extra = extra
        self.root = root
        self.base = base
        self.project = project
        self._defaults = defaults
        self.files = files
        self.request = request
        # Python schemas that must not be imported.
        self.refused: set[str] = set()
        self._plans: dict[tuple[Any, ...], Plan] = {}
        # The plan of all articles of a generator; None if they have several.
        self._by_generator: dict[int, tuple[Generator, Plan | None]] = {}

    def root_of(self, setting: Setting) -> Path | None:
        """The folder that must contain a setting's file; None: any, on the command line."""
        if setting.origin in NAMED:
            return None
        packages = (file.package for file in self.files if file.package is not None)
        value = str(setting.value)
        return next((p for p in packages if below(Path(value), p) is not None), self.project)

    def value(self, name: str, default: Any) -> Setting:
        """A top-level setting, from the file with the highest precedence, with its origin."""
        for file in reversed(self.files):
            if name in file.settings.present:
                key = name.replace("_", "-").rstrip("-")
                return Setting(key, getattr(file.settings, name), file.origin(key))
        return Setting(name.replace("_", "-").rstrip("-"), default, "default")

    def added(self) -> Iterator[Setting]:
        """The files that are extended, and the plugins, with their origins."""
        for file in self.files:
            for name in file.settings.extends:
                yield Setting("extends", name, file.origin("extends"))
            for name, value in file.settings.plugins.items():
                shown = str(value).lower() if isinstance(value, bool) else value
                yield Setting(f"plugins.{name}", shown, file.origin("plugins", name))

    @cached_property
    def excludes(self) -> list[Setting]:
        """The patterns of `exclude`, each with its origin."""
        return [
            Setting("exclude", pattern, file.origin("exclude"))
            for file in self.files
            for pattern in file.settings.exclude
        ]

    @cached_property
    def hidden_folders(self) -> frozenset[str]:
        """The hidden folders that collections name, and the folders above them."""
        found: set[str] = set()
        for file in self.files:
            for pattern in (p for c in file.settings.collections for p in c.include):
                special = min((at for c in "*?[" if (at := pattern.find(c)) >= 0), default=None)
                plain = pattern if special is None else pattern[:special].rpartition("/")[0]
                parts = plain.strip("/").split("/")
                if any(part.startswith(".") for part in parts):
                    found |= {"/".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
        return frozenset(found)

    def excluded_by(self, path: str) -> Setting | None:
        """The first `exclude` pattern that matches a path relative to the root."""
        return next((s for s in self.excludes if matches((s.value,), path)), None)

    def plan(self, path: Path, site: Recognised | None) -> Plan:
        """The plan of an article; articles with the same settings share one object."""
        if agent_file(path.as_posix()) is not None:
            return self._plan(path, site)
        # By identity, since the hash of a generator is that of all its fields.
        generator = site.generator if site else UNKNOWN
        known = self._by_generator.get(id(generator))
        if known is None:
            plan = self._plan(path, site) if self.has_one_plan(site) else None
            known = self._by_generator[id(generator)] = (generator, plan)
        return known[1] or self._plan(path, site)

    def has_one_plan(self, site: Recognised | None) -> bool:
        """Whether the plan of an article depends only on its folder, except for files of agents."""
        built_by = generator_named(self.generator(site).value, site)
        depends = any(f.settings.overrides or f.settings.collections for f in self.files)
        return not built_by.special_kinds and not depends

    def _plan(self, path: Path, site: Recognised | None) -> Plan:
        relative = relative_to_root(path, self.root)
        overrides = tuple(
            matches(override.paths, relative)
            for file in self.files
            for override in file.settings.overrides
        )
        collection = self.collection(relative)
        generator = self.generator(site)
        built_by = generator_named(generator.value, site)
        schema = self.schema(collection, built_by, path, site)
        key = (overrides, collection, built_by, schema.value, schema.origin in NAMED)
        plan = self._plans.get(key)
        if plan is None:
            rules = tuple(self._rules(relative))
            plan = Plan(
                rules=rules,
                schema=self._allowed(schema.value),
                base=self.base,
                collection=collection and collection.value,
                generator=built_by,
                confidence=self.confidence.value,
                inline_schemas=not self.request.trusted
                and self.value("inline_schemas", default=False).value,
                is_unfiltered=not (self.request.select or self.request.ignore),
                credits=self.credits.value,
                baseline=self._baseline_file(),
                schema_root=self.root_of(schema),
                credits_root=self.root_of(self.credits),
                credit_keys=tuple(self.credit_keys.value),
                limits=Limits(*(setting.value for setting in self.limits)),
                suppressions=self.request.suppressions,
                selectors=self.request.selectors,
                site_rules=tuple(r for r in rules if self._defaults()[r.rule_id].is_of_site),
                extra=self.extra,
            )
            self._plans[key] = plan
        return plan

    @cached_property
    def confidence(self) -> Setting:
        """The lowest confidence that is reported."""
        if self.request.confidence is not None:
            return Setting("confidence", self.request.confidence, "--confidence")
        return self.value("confidence", "high")

    @cached_property
    def baseline(self) -> Setting:
        """The file of the baseline, or None."""
        if self.request.baseline is not None:
            setting = Setting("baseline", self.request.baseline, "--baseline")
        else:
            setting = self.value("baseline", None)
        file = self._named(setting.value)
        if file and self.request.trusted and not self.request.baseline and not file.is_file():
            file = None  # a baseline that a trusted commit does not have is ignored
        return setting._replace(value=file)

    def _baseline_file(self) -> BaselineFile | None:
        file = self.baseline.value
        if file is None:
            return None
        trusted = self.request.trusted
        folder = (trusted.in_checkout(file) if trusted else file).parent
        return BaselineFile(file, self.root_of(self.baseline), folder)

    @cached_property
    def credits(self) -> Setting:
        """The credits file, or None."""
        setting = self.value("credits", None)
        return setting._replace(value=self._named(setting.value))

    def _named(self, name: str | None) -> Path | None:
        """The path of a file named by a setting."""
        if not name:
            return None
        trusted = self.request.trusted
        return trusted.in_copy(self.base / name) if trusted else self.base / name

    @cached_property
    def credit_keys(self) -> Setting:
        """Additional front matter keys with image credits."""
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
    def online(self) -> tuple[Setting, ...]:
        """How external URLs are requested, in the order of `Online`."""
        return online_settings(self.files, is_trusted=bool(self.request.trusted))

    @cached_property
    def follow_links(self) -> Setting:
        """Whether symbolic links that point outside the searched folder are followed."""
        if self.request.trusted is not None:
            return Setting("follow-links", False, "--trusted-ref")
        return self.value("follow_links", default=False)

    def generator(self, site: Recognised | None) -> Setting:
        """The generator's name, or None."""
        setting = self.value("generator", None)
        if setting.value is not None or site is None:
            return setting
        return Setting("generator", site.generator.name, f"detected from {site.marker.name}")

    def collection(self, relative: str) -> Setting | None:
        """The collection of an article: the last one that includes it, by file precedence.

        Instructions for agents are no articles and belong to no collection, unless one names them.
        """
        is_plain = is_plain_agent_file(relative)
        name = relative.rpartition("/")[2]
        for file in reversed(self.files):
            collections = list(enumerate(file.settings.collections))
            for index, collection in reversed(collections):
                if is_plain and not any(p.endswith(name) for p in collection.include):
                    continue
                if matches(collection.include, relative) and not matches(
                    collection.exclude, relative
                ):
                    origin = file.origin("collections", index)
                    return Setting("collection", collection.name, origin)
        kind = agent_file(relative)
        return None if kind is None else Setting("collection", kind.name, "file name")

    def is_in_a_collection(self, relative: str) -> bool:
        """Whether a configured collection includes a path relative to the root."""
        return any(
            matches(collection.include, relative) and not matches(collection.exclude, relative)
            for file in self.files
            for collection in file.settings.collections
        )

    def schema(
        self,
        collection: Setting | None,
        generator: Generator,
        path: Path,
        site: Recognised | None,
    ) -> Setting:
        """The schema reference: of the collection, else of the file, else of the generator."""
        for file in reversed(self.files):
            for index, item in enumerate(file.settings.collections):
                if collection and item.name == collection.value and item.schema_ is not None:
                    return Setting(
                        "schema", item.schema_, file.origin("collections", index, "schema")
                    )
        kind = agent_file(path.as_posix())
        if kind is not None:
            return Setting("schema", kind.schema, "file name")
        setting = self.value("schema_", None)
        if setting.value is not None:
            return setting
        root = site.root if site is not None and site.generator is generator else self.root
        origin = f"generator {generator.name}" if generator.is_known else "default"
        return Setting("schema", schema_of(generator, root, path), origin)

    def _allowed(self, schema: str) -> str | None:
        if self.request.python_schemas or not is_python(schema):
            # An absolute path must not point back into the checkout.
            is_there = self.request.trusted and Path(schema).is_absolute()
            return str(self._named(schema)) if is_there else schema
        self.refused.add(schema)
        return None

    def _rules(self, relative: str) -> Iterator[RulePlan]:
        for rule_id, chosen in self.resolved_rules(relative).items():
            is_offline = self._defaults()[rule_id].is_online and not self.request.online
            if chosen.severity != "off" and not is_offline:
                safety = self.fix_safeties.get(rule_id)
                own = registry.extra_rules(self.extra)
                extra = self.extra if own is not None and rule_id in own.ids else ""
                yield RulePlan(
                    rule_id, chosen.severity, chosen.options, safety and safety.value, extra
                )

    @cached_property
    def fix_safeties(self) -> dict[str, Setting]:
        """The configured safety of the fixes of rules, with the origin of each.

        A rule's id takes precedence over its category, then the later file, then
        `extend-unsafe-fixes` over `extend-safe-fixes` in the same file.
        """
        found: dict[str, Setting] = {}
        for name_of in (_category, str):
            for file in self.files:
                for key, safety in _FIX_SAFETIES.items():
                    names = getattr(file.settings, key.replace("-", "_"))
                    origin = file.origin(key)
                    for rule_id in registry.active_ids(self.extra):
                        if name_of(rule_id) in names:
                            found[rule_id] = Setting(f"{rule_id} fixes", safety, origin)
        return found

    def resolved_rules(self, relative: str) -> dict[str, ResolvedRule]:
        """Every rule with its severity and options for a path."""
        preset = self.value("preset", "recommended")
        rules: dict[str, ResolvedRule] = {}
        for rule_id in registry.active_ids(self.extra):
            rule = self._defaults()[rule_id]
            runs = PRESETS.index(rule.preset) <= PRESETS.index(preset.value)
            origin = f"preset {preset.value}"
            rules[rule_id] = ResolvedRule(rule.severity if runs else "off", origin)
        for file in self.files:
            self._apply(rules, file.settings.rules, file, ("rules",))
            for index, override in enumerate(file.settings.overrides):
                if matches(override.paths, relative):
                    self._apply(rules, override.rules, file, ("overrides", index, "rules"))
        self._apply_request(rules)
        return rules

    def _apply(
        self,
        rules: dict[str, ResolvedRule],
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
                    chosen.severity, chosen.origin = self._defaults()[rule_id].severity, origin
                chosen.options.update(setting.options)
                chosen.option_origins.update(dict.fromkeys(setting.options, origin))

    def _apply_request(self, rules: dict[str, ResolvedRule]) -> None:
        """Apply `--select` and `--ignore`; a category stands for its enabled rules."""
        select, ignore = self.request.select, self.request.ignore
        for rule_id, chosen in rules.items():
            category = rule_id.partition("/")[0]
            rule = self._defaults()[rule_id]
            presets = PRESETS[PRESETS.index(rule.preset) :]
            if chosen.severity == "off" and not {rule_id, *presets}.isdisjoint(select):
                chosen.severity, chosen.origin = rule.severity, "--select"
            elif select and {rule_id, category, *presets}.isdisjoint(select):
                chosen.severity, chosen.origin = "off", "--select"
            if not {rule_id, category}.isdisjoint(ignore):
                chosen.severity, chosen.origin = "off", "--ignore"


def generator_named(name: str | None, site: Recognised | None) -> Generator:
    """The generator with a name: the detected one of the site if it has this name."""
    return site.generator if site is not None and site.generator.name == name else named(name)


def _category(rule_id: str) -> str:
    return rule_id.partition("/")[0]


def relative_to_root(path: Path, root: Path) -> str:
    """A path for patterns: relative to the root, with `/`; absolute outside of the root."""
    relative = below(path, root)
    return path.as_posix().lstrip("/") if relative is None else relative
