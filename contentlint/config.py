"""Configuration: the command line and the files of it, made into a plan for each article.

`contentlint.toml`, or `[tool.contentlint]` in `pyproject.toml`; for each article the nearest one
upwards holds, whole. What a file says is checked here, once; inside there are only `Plan`s.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from contentlint import credits_list, registry
from contentlint.credits_list import CreditsList
from contentlint.errors import UsageError
from contentlint.finding import Confidence, FailOn, Safety, Severity
from contentlint.front_matter.references import is_python
from contentlint.generators import SKILLS, Recognised, by_name, recognise, schema_of
from contentlint.globs import matches
from contentlint.rule import PRESETS
from contentlint.site_files import Folders
from contentlint.spelling import nearest
from contentlint.surroundings import Surroundings

if TYPE_CHECKING:
    from contentlint.config_file import ConfigFile, RuleSetting
    from contentlint.front_matter.problem import Schema


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for.

    Args:
        paths: files and folders; none: the working directory.
        select: rules, categories or presets to run instead of the configured ones.
        ignore: rules or categories not to run.
        config: configuration files, or lines of TOML, the last one strongest.
        isolated: whether configuration files are left unread.
        fail_on, confidence: as the options of that name.
        python_schemas: whether schemas may be loaded that are Python code of the site's own.
        baseline: the file of a baseline, absolute, in place of the configured one; empty: none.
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: tuple[str, ...] = ()
    isolated: bool = False
    fail_on: FailOn | None = None
    confidence: Confidence | None = None
    python_schemas: bool = True
    baseline: str | None = None


class Setting(NamedTuple):
    """One setting that holds for an article, and where it comes from."""

    key: str
    value: Any
    origin: str


class RulePlan(NamedTuple):
    """A rule that runs, how bad its findings are, its options, and how safe its fixes are.

    `fix_safety` is None where the rule itself says so of each fix.
    """

    rule_id: str
    severity: Severity
    options: Mapping[str, Any]
    fix_safety: Safety | None = None


class Plan(NamedTuple):
    """All that is to be known to check an article.

    Args:
        rules: what runs, sorted by id.
        schema: the reference of its front matter's schema; None: no check of fields.
        base: the folder that the reference is relative to.
        collection: the collection that it belongs to.
        generator: what builds it, where that is known.
        confidence: the least confidence that is reported.
        inline_schemas: whether an article may name its own schema.
        is_whole: whether the command line takes no rule out.
        credits: the file of the site's list of the pictures' credits, absolute; None: it has none.
        credit_keys: further keys of the front matter that say whose the pictures are.
    """

    rules: tuple[RulePlan, ...]
    schema: str | None
    base: Path
    collection: str | None
    generator: str | None
    confidence: Confidence
    inline_schemas: bool = False
    is_whole: bool = True
    credits: Path | None = None
    credit_keys: tuple[str, ...] = ()


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
        root: the folder that patterns and schemas are relative to.
        files: the weakest first.
        request: the command line.
    """

    def __init__(self, root: Path, files: "tuple[ConfigFile, ...]", request: Request) -> None:
        self.root = root
        self.files = files
        self.request = request
        # Schemas that are code and must not run.
        self.refused: set[str] = set()
        self._plans: dict[tuple[Any, ...], Plan] = {}

    def value(self, name: str, default: Any) -> Setting:
        """A setting at the top of the files, the strongest that says it, with its origin."""
        for file in reversed(self.files):
            if name in file.settings.model_fields_set:
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
        relative = _relative(path, self.root)
        overrides = tuple(
            matches(override.paths, relative)
            for file in self.files
            for override in file.settings.overrides
        )
        collection = self.collection(relative)
        generator = self.generator(site)
        schema = self.schema(collection, generator.value, path, site)
        key = (overrides, collection, generator.value, schema.value)
        plan = self._plans.get(key)
        if plan is None:
            plan = Plan(
                rules=tuple(self._rules(relative)),
                schema=self._allowed(schema.value),
                base=self.root,
                collection=collection and collection.value,
                generator=generator.value,
                confidence=self.confidence.value,
                inline_schemas=self.value("inline_schemas", default=False).value,
                is_whole=not (self.request.select or self.request.ignore),
                credits=self.credits.value,
                credit_keys=tuple(self.credit_keys.value),
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
        return said._replace(value=self.root / said.value if said.value else None)

    @cached_property
    def credits(self) -> Setting:
        """The file of the list of credits, or None."""
        said = self.value("credits", None)
        return said._replace(value=self.root / said.value if said.value else None)

    @cached_property
    def credit_keys(self) -> Setting:
        """Further keys of the front matter that say whose the pictures are."""
        return self.value("credit_keys", ())

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
        generator: str | None,
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
        if site is not None and site.generator.name == generator:
            schema = schema_of(site.generator, site.root, path)
            return Setting("schema", schema, f"generator {generator}")
        if generator is not None:
            schema = schema_of(by_name(generator), self.root, path)
            return Setting("schema", schema, f"generator {generator}")
        return Setting("schema", "article", "default")

    def _allowed(self, schema: str) -> str | None:
        if self.request.python_schemas or not is_python(schema):
            return schema
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
            rule = registry.load(rule_id)
            runs = PRESETS.index(rule.preset) <= PRESETS.index(preset.value)
            origin = f"preset {preset.value}"
            rules[rule_id] = _Chosen(rule.severity if runs else "off", origin)
        for file in self.files:
            _apply(rules, file.settings.rules, file, ("rules",))
            for index, override in enumerate(file.settings.overrides):
                if matches(override.paths, relative):
                    _apply(rules, override.rules, file, ("overrides", index, "rules"))
        self._apply_request(rules)
        return rules

    def _apply_request(self, rules: dict[str, _Chosen]) -> None:
        """`--select` and `--ignore`; a category means those of its rules that are on."""
        select, ignore = self.request.select, self.request.ignore
        for rule_id, chosen in rules.items():
            category = rule_id.partition("/")[0]
            rule = registry.load(rule_id)
            presets = PRESETS[PRESETS.index(rule.preset) :]
            if chosen.severity == "off" and not {rule_id, *presets}.isdisjoint(select):
                chosen.severity, chosen.origin = rule.severity, "--select"
            elif select and {rule_id, category, *presets}.isdisjoint(select):
                chosen.severity, chosen.origin = "off", "--select"
            if not {rule_id, category}.isdisjoint(ignore):
                chosen.severity, chosen.origin = "off", "--ignore"


def _category(rule_id: str) -> str:
    return rule_id.partition("/")[0]


def _apply(
    rules: dict[str, _Chosen],
    settings: "Mapping[str, RuleSetting]",
    file: "ConfigFile",
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
                chosen.severity, chosen.origin = registry.load(rule_id).severity, origin
            chosen.options.update(setting.options)
            chosen.option_origins.update(dict.fromkeys(setting.options, origin))


class Config:
    """The configuration of a run, for any path.

    Args:
        request: the command line.
        cwd: the working directory, absolute.
    """

    def __init__(self, request: Request, cwd: Path) -> None:
        self.request = request
        self.cwd = cwd
        self._layers: dict[Path, Layers] = {}
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
        folder = path.parent
        return self.layers(folder).plan(path, recognise(folder))

    def schema(self, plan: Plan) -> "Schema | None":
        """The schema of a plan; None where it has none.

        Raises:
            SchemaError: it cannot be found or imported.
        """
        if plan.schema is None:
            return None
        key = (plan.schema, plan.base)
        if key not in self._schemas:
            from contentlint.front_matter.schema import load_schema

            self._schemas[key] = load_schema(*key)
        return self._schemas[key]

    def surroundings(self, path: Path, plan: Plan) -> Surroundings:
        """What rules may ask about an article's site and the day.

        Args:
            path: the article, absolute.
            plan: what is done with it.

        Raises:
            ConfigError: the list of credits cannot be read.
        """
        listed = None if plan.credits is None else self._credits_of(plan.credits)
        return Surroundings(
            path, plan.generator, self._folders_of, listed, credit_keys=plan.credit_keys
        )

    def _credits_of(self, file: Path) -> CreditsList:
        if file not in self._credits:
            self._credits[file] = credits_list.read(file, self._shown(file))
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
        site = recognise(path.parent)
        generator = layers.generator(site)
        baseline = layers.baseline
        settings = [
            generator._replace(value=generator.value or "unknown"),
            collection or Setting("collection", "none", "default"),
            layers.schema(collection, generator.value, path, site),
            layers.confidence,
            baseline._replace(value=self._shown(baseline.value)),
            layers.credits._replace(value=self._shown(layers.credits.value)),
            layers.credit_keys._replace(value=", ".join(layers.credit_keys.value) or "none"),
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
        return file.relative_to(self.cwd).as_posix() if file.is_relative_to(self.cwd) else str(file)

    def _from_command_line(self) -> "tuple[ConfigFile, ...]":
        if not self.request.config:
            return ()
        from contentlint.config_file import read_argument

        return tuple(read_argument(text, self.cwd) for text in self.request.config)

    def _find(self, folder: Path) -> Layers:
        from contentlint.config_file import read_folder

        named = [file for file in self._over if file.path is not None]
        if self.request.isolated or named:
            root = named[-1].path.parent if named and named[-1].path else self.cwd
            return Layers(root, self._over, self.request)
        if file := read_folder(folder, self.cwd):
            return Layers(folder, (file, *self._over), self.request)
        if folder.parent == folder:
            return Layers(self.cwd, self._over, self.request)
        return self.layers(folder.parent)


def _relative(path: Path, root: Path) -> str:
    """A path for patterns: relative to the root, with `/`; the whole path where it lies outside."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix().lstrip("/")


def load(request: Request, cwd: Path) -> Config:
    """Read and check the configuration of a run.

    Args:
        request: the command line.
        cwd: the working directory, absolute.

    Raises:
        UsageError: an option names a rule that does not exist.
        ConfigError: a configuration file has a mistake; file, line and nearest valid key are named.
    """
    for option, chosen in (("--select", request.select), ("--ignore", request.ignore)):
        for name in chosen:
            check_name(name, option)
    config = Config(request, cwd)
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
        hint = f"did you mean `{near}`?" if near else "`contentlint rules` lists them"
        raise UsageError(f"{option}: no rule or category `{name}`; {hint}")
