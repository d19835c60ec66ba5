"""What a run depends on, as it stands on the disk: looked at again and again while one writes."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.config.resolve import Config, Layers, Plan, Request, load
from contentlint.engine.discover import discover
from contentlint.schema.references import JSON_SCHEMA_SUFFIXES, is_json_schema, is_python
from contentlint.site.recognise import recognise

# Folders of a site that hold nothing which an article could name, and very much of it.
_LEFT_OUT = frozenset({"node_modules", "bower_components", "__pycache__", "venv"})

State = tuple[int, int, int] | None
"""When a file was changed, its size and its number; None: it is not there."""


class Seen(NamedTuple):
    """The state of all that findings depend on.

    Args:
        articles: by path, absolute.
        settings: of the files that say what holds: configuration, schemas, baselines, lists of
            credits, and those by which generators are recognised.
        names: what is in the folders of the sites, by folder: a file that an article names may
            have come or gone.
    """

    articles: dict[Path, State]
    settings: dict[Path, State]
    names: dict[str, frozenset[str]]

    def changed(self, before: "Seen") -> list[Path]:
        """The articles that are new or have changed, in order."""
        return [path for path, state in self.articles.items() if before.articles.get(path) != state]


class Lookout:
    """Looks at a run's articles and at what they depend on.

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
        self._folders: dict[str, _Folder] = {}

    def look(self) -> Seen:
        """How things stand now.

        Raises:
            UsageError: a path does not exist.
            ConfigError: a configuration file has a mistake.
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
        return Seen(articles, settings, dict(self._names(articles)))

    def _names(self, articles: Iterable[Path]) -> Iterator[tuple[str, frozenset[str]]]:
        sites = (recognise(folder) for folder in {path.parent for path in articles})
        pending = sorted({str(site.root) for site in sites if site is not None})
        seen: set[str] = set()
        while pending:
            place = pending.pop()
            if place in seen:
                continue
            seen.add(place)
            folder = self._folder(place)
            yield place, folder.names
            pending += folder.inner
        for gone in self._folders.keys() - seen:
            del self._folders[gone]

    def _folder(self, place: str) -> "_Folder":
        """A folder, read again only where something has come to it or gone from it."""
        known = self._folders.get(place)
        try:
            changed = os.stat(place).st_mtime_ns  # noqa: PTH116  # of many folders
            if known is not None and known.changed == changed:
                return known
            with os.scandir(place) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except OSError:
            return _Folder(0, frozenset(), ())
        inner = (
            entry.path
            for entry in entries
            if entry.name not in _LEFT_OUT and entry.is_dir(follow_symlinks=False)
        )
        read = _Folder(changed, frozenset(entry.name for entry in entries), tuple(inner))
        self._folders[place] = read
        return read


class _Folder(NamedTuple):
    """What was in a folder, when it had been changed last, and the folders in it."""

    changed: int
    names: frozenset[str]
    inner: tuple[str, ...]


def _settings(config: Config, articles: Iterable[Path]) -> Iterator[Path]:
    """The files that say what holds for articles, those included that are not there."""
    yield from _of_layers(config.layers(config.cwd))
    for folder in {path.parent for path in articles}:
        yield from _of_layers(config.layers(folder))
        site = recognise(folder)
        if site is not None:
            yield site.marker
            yield from (site.root / name for name in site.generator.configs)
    plans = {id(plan): plan for plan in map(config.plan, articles)}
    for plan in plans.values():
        yield from _of_schema(plan)
        if plan.credits is not None:
            yield plan.credits


def _of_layers(layers: Layers) -> Iterator[Path]:
    yield from (file.path for file in layers.files if file.path is not None)
    if layers.baseline.value is not None:
        yield layers.baseline.value


def _of_schema(plan: Plan) -> Iterator[Path]:
    """The files of a schema of the site's own: it may refer to its neighbours."""
    if plan.schema is None:
        return
    name, kinds = plan.schema, tuple[str, ...]()
    if is_python(name):
        name = name.rpartition(":")[0] or name
        kinds = (".py",) if name.endswith(".py") else ()
    elif is_json_schema(name):
        kinds = JSON_SCHEMA_SUFFIXES
    if kinds:
        file = plan.base / name
        yield file
        yield from (beside for beside in file.parent.glob("*") if beside.suffix in kinds)


def _state(path: Path) -> State:
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_mtime_ns, state.st_size, state.st_ino)
