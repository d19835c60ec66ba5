"""Watch everything that a run depends on, and see what has changed."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from contentlint import registry
from contentlint.config.resolve import Config, Layers, Plan, Request, load
from contentlint.config.settings import FILE_NAME
from contentlint.core.tuples import NamedTuple
from contentlint.engine.discover import discover
from contentlint.schema.importing import loaded_files
from contentlint.schema.references import JSON_SCHEMA_SUFFIXES, is_json_schema, is_python
from contentlint.site.recognise import recognise

# Large folders of a site that contain nothing that articles refer to.
_SKIPPED_FOLDERS = frozenset({"node_modules", "bower_components", "__pycache__", "venv"})

# How long changes are collected before they are reported, and how often files outside the watched
# folders are polled, in milliseconds.
_DEBOUNCE, _TIMEOUT = 400, 1000

State = tuple[int, int, int] | None
"""Modification time, size and inode of a file; None if it does not exist."""


class Seen(NamedTuple):
    """The state of all that findings depend on.

    Args:
        articles: by absolute path.
        settings: of configuration files, schemas, baselines, lists of credits, and the files that
            identify generators.
        names: the entries of each folder of the sites, since a file that an article refers to may
            appear or disappear.
    """

    articles: dict[Path, State]
    settings: dict[Path, State]
    names: dict[str, frozenset[str]]

    def changed(self, before: "Seen") -> list[Path]:
        """The articles that are new or have changed, in order."""
        return [path for path, state in self.articles.items() if before.articles.get(path) != state]


class Watcher:
    """Watches the articles of a run and what they depend on.

    Args:
        request: the command line.
        cwd: the working directory, absolute.
        force_exclude: as for `discover`.
        apart: as for `discover`.
    """

    def __init__(
        self, request: Request, cwd: Path, *, force_exclude: bool, apart: Collection[str] = ()
    ) -> None:
        self._request = request
        self._cwd = cwd
        self._force_exclude = force_exclude
        self._apart = apart
        # The watched folders, and the state of files elsewhere.
        self._roots: list[Path] = []
        self._outside: dict[Path, State] = {}

    def look(self) -> Seen:
        """The current state.

        Raises:
            UsageError: a path does not exist.
            ConfigError: a configuration file is not valid.
        """
        recognise.cache_clear()
        config = load(self._request, self._cwd)
        found = discover(
            self._request.paths,
            config,
            self._cwd,
            force_exclude=self._force_exclude,
            apart=self._apart,
        )
        articles = {path: _state(path) for path in found.files}
        settings = {path: _state(path) for path in sorted(set(_settings(config, articles)))}
        sites = {s.root for s in map(recognise, {path.parent for path in articles}) if s}
        self._choose_roots(sites, {**articles, **settings})
        return Seen(articles, settings, dict(_names(sites)))

    def events(self) -> Iterator[None]:
        """Wait for changes; yields once at the start and after each change.

        Files outside the watched folders, such as a configuration in a parent folder, are polled
        once a second.
        """
        from watchfiles import watch

        while True:
            roots, is_first = self._roots, True
            for changes in watch(
                *roots,
                rust_timeout=_TIMEOUT,
                yield_on_timeout=True,
                debounce=_DEBOUNCE,
                ignore_permission_denied=True,
            ):
                if is_first or changes or self._outside != _states(self._outside):
                    self._outside = _states(self._outside)
                    yield
                if roots != self._roots:
                    break
                is_first = False

    def _choose_roots(self, sites: Collection[Path], files: Mapping[Path, State]) -> None:
        """Choose the folders to watch, from the current state."""
        names = self._request.paths or (".",)
        folders = {Path(os.path.normpath(self._cwd / name)) for name in names}
        folders = {folder for folder in {*folders, *sites} if folder.is_dir()}
        self._roots = sorted(f for f in folders if folders.isdisjoint(f.parents))
        # Where a configuration file may be created.
        above = {self._cwd, *self._cwd.parents} | {p for root in self._roots for p in root.parents}
        candidates = {folder / name for folder in above for name in (FILE_NAME, "pyproject.toml")}
        self._outside = {
            file: state
            for file, state in {**_states(candidates), **files}.items()
            if not any(file.is_relative_to(root) for root in self._roots)
        }


def _names(sites: Iterable[Path]) -> Iterator[tuple[str, frozenset[str]]]:
    """The entries of the folders of sites, by folder."""
    pending = sorted(map(str, sites))
    seen: set[str] = set()
    while pending:
        place = pending.pop()
        if place in seen:
            continue
        seen.add(place)
        try:
            with os.scandir(place) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except OSError:
            entries = []
        yield place, frozenset(entry.name for entry in entries)
        pending += (
            entry.path
            for entry in entries
            if entry.name not in _SKIPPED_FOLDERS and entry.is_dir(follow_symlinks=False)
        )


def _settings(config: Config, articles: Iterable[Path]) -> Iterator[Path]:
    """The settings files of articles, including missing ones."""
    yield from _layer_files(config.layers(config.cwd))
    for folder in {path.parent for path in articles}:
        yield from _layer_files(config.layers(folder))
        site = recognise(folder)
        if site is not None:
            yield site.marker
            yield from (site.root / name for name in site.generator.configs)
    plans = {id(plan): plan for plan in map(config.plan, articles)}
    for plan in plans.values():
        yield from _schema_files(plan)
        if plan.credits is not None:
            yield plan.credits


def _layer_files(layers: Layers) -> Iterator[Path]:
    yield from (file.path for file in layers.files if file.path is not None)
    extra = registry.extra_rules(layers.extra)
    if extra is not None:
        yield from extra.files()
    if layers.baseline.value is not None:
        yield layers.baseline.value


def _schema_files(plan: Plan) -> Iterator[Path]:
    """The files of a schema of the site, including those next to it and those that it imports."""
    if plan.schema is None:
        return
    if is_python(plan.schema):
        name = plan.schema.rpartition(":")[0] or plan.schema
        file = plan.base / (name if name.endswith(".py") else f"{name.replace('.', '/')}.py")
        yield file
        yield from (found for pattern in ("*.py", "*/*.py") for found in file.parent.glob(pattern))
        yield from map(Path, loaded_files())
    elif is_json_schema(plan.schema):
        file = plan.base / plan.schema
        yield file
        yield from (p for p in file.parent.glob("*") if p.suffix in JSON_SCHEMA_SUFFIXES)


def _states(files: Iterable[Path]) -> dict[Path, State]:
    return {file: _state(file) for file in files}


def _state(path: Path) -> State:
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_mtime_ns, state.st_size, state.st_ino)
