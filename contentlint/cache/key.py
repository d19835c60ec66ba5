"""Cache keys: what findings depend on, apart from questions about the site and the date.

A key covers the content and name of the file, the files of contentlint, the plan (rules and their
settings), the sources of a schema of the site, and the date if a suppression has an end date.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from contentlint.config.plan import Plan, RulePlan
from contentlint.core.digests import blake2b
from contentlint.core.tuples import NamedTuple
from contentlint.schema import sources
from contentlint.schema.references import is_json_schema, is_python
from contentlint.schema.sources import Origin

# Incremented when the format of an entry changes.
FORM = 8

# Libraries that parse, validate and match; another version may give other results.
_LIBRARIES = (
    "beautifulsoup4-",
    "jsonschema_rs-",
    "markdown_it_py-",
    "pathspec-",
    "pydantic-",
    "pydantic_core-",
    "pyromark-",
    "python_frontmatter-",
    "pyyaml-",
    "PyYAML-",
    "turbohtml-",
)

# Minimum age of a file for its modification time to be reliable, in nanoseconds: two writes within
# one clock tick have the same time.
_SETTLED = 2 * 10**9
if TYPE_CHECKING:
    from contentlint.schema.problem import Schema


class Treatment(NamedTuple):
    """How a file is checked, as digests that are compared one by one.

    Args:
        program: of the files of contentlint.
        plan: of the rules, their options and all other settings.
        schema: of the sources of a schema of the site.
        facts: of the settings that affect facts; empty if none are collected.
    """

    program: bytes
    plan: bytes
    schema: bytes
    facts: bytes


class Memory(Protocol):
    """Values stored by earlier runs."""

    def recall(self, key: bytes) -> str | None:
        """The stored value of a key, if any."""

    def remember(self, key: bytes, text: str) -> None:
        """Store a value, replacing the previous one."""


class Keys:
    """Computes the keys of files; the parts of a plan are computed once.

    Args:
        program: the digest of the files of contentlint.
        memory: the sources of schemas in earlier runs.
    """

    def __init__(self, program: bytes, memory: Memory) -> None:
        self.program = program
        self._memory = memory
        self._schemas: dict[tuple[Any, ...], bytes] = {}
        self._treatments: dict[int, tuple[Plan, Treatment | None]] = {}

    def treatment(self, plan: Plan) -> Treatment | None:
        """How a plan checks its files; None if its files cannot be cached."""
        known = self._treatments.get(id(plan))
        if known is None:
            # Keep the plan, so that its `id()` is not reused.
            known = self._treatments[id(plan)] = (plan, self._treatment(plan))
        return known[1]

    def _treatment(self, plan: Plan) -> Treatment | None:
        if plan.inline_schemas:
            return None
        schema = self._schema(plan)
        rules = list(map(_rule, plan.rules))
        where = (plan.schema, plan.collection, plan.generator)
        rest = (*where, plan.confidence, plan.is_unfiltered, plan.credit_keys, plan.limits)
        data = repr((rules, rest, plan.suppressions, plan.extra)).encode("utf-8", "replace")
        facts = digest([_fact_settings(plan)]) if plan.site_rules else b""
        # Runs that only collect facts have no findings to share.
        whole = b"" if plan.only_facts else digest([data])
        return Treatment(self.program, whole, schema, facts)

    def _schema(self, plan: Plan) -> bytes:
        """The state of a schema of the site; empty for a shipped one.

        The run that loaded it stored its sources. While all of them are unchanged, the schema is
        not loaded; otherwise it is, since it may have other sources now.

        Raises:
            SchemaError: it cannot be loaded.
        """
        if plan.schema is None or not (is_python(plan.schema) or is_json_schema(plan.schema)):
            return b""
        place = (plan.schema, plan.base, plan.schema_root)
        if place not in self._schemas:
            parts = (plan.schema.encode("utf-8", "surrogatepass"), os.fsencode(plan.base))
            key = digest((self.program, b"schema", *parts))
            data = _if_unchanged(self._memory.recall(key), plan.base)
            if data is None:
                data = _sources(_loaded(*place).origins, plan.base)
                self._memory.remember(key, data)
            self._schemas[place] = digest((data.encode("utf-8", "surrogatepass"),))
        return self._schemas[place]


def _rule(rule: RulePlan) -> tuple[Any, ...]:
    return rule.rule_id, rule.severity, rule.fix_safety, sorted(rule.options.items()), rule.extra


def _fact_settings(plan: Plan) -> bytes:
    rules = [(r.rule_id, sorted(r.options.items()), r.extra) for r in plan.site_rules]
    where = (plan.schema, plan.collection, plan.generator, plan.credit_keys)
    data = repr((rules, where, plan.limits, plan.suppressions))
    return data.encode("utf-8", "replace")


def _loaded(reference: str, base: Path, root: Path | None) -> "Schema":
    from contentlint.schema.loading import load_schema  # imports Pydantic

    return load_schema(reference, base, root=root)


def _sources(origins: Iterable[Origin], base: Path) -> str:
    """The sources of a schema with their states, as JSON; paths relative to a folder."""
    places = ((kind, path, os.path.relpath(path, base)) for kind, path in origins)
    return json.dumps([[k, place, sources.state(Origin(k, p)).hex()] for k, p, place in places])


def _if_unchanged(data: str | None, base: Path) -> str | None:
    """The stored sources of a schema, if all of them are unchanged."""
    try:
        for kind, place, state in json.loads(data or "null"):
            path = os.path.normpath(os.path.join(base, place))  # noqa: PTH118  # not resolved
            if sources.state(Origin(kind, path)).hex() != state:
                return None
    except (ValueError, TypeError, OSError):
        return None
    return data


def content(data: bytes, name: str) -> bytes:
    """The part of a key for the file itself.

    Args:
        data: the content of the file.
        name: its path in reports.
    """
    return digest((os.fsencode(name), data, day(data).encode()))


def digest(parts: Iterable[bytes]) -> bytes:
    """A digest of parts and their lengths."""
    hasher = blake2b(digest_size=20)
    for part in parts:
        hasher.update(len(part).to_bytes(8, "little"))
        hasher.update(part)
    return hasher.digest()


def day(data: bytes) -> str:
    """The date (UTC) if the file may have suppressions with an end date; otherwise empty."""
    return today() if b"contentlint" in data and b"until" in data else ""


def file_state(path: Path) -> str:
    """Size and times of a file, to detect changes; empty if it is too recent for that.

    Raises:
        OSError: the file does not exist.
    """
    return _state(path.stat(), time.time_ns())


def file_states(paths: Sequence[str]) -> list[str]:
    """The states of many files, as `file_state`; also empty for files that do not exist."""
    latest, found = time.time_ns() - _SETTLED, []
    for path in paths:
        try:
            state = os.stat(path)  # noqa: PTH116  # called for every file
        except (OSError, ValueError):
            found.append("")
            continue
        # As in `_state`, without a call for every file.
        changed, moved = state.st_mtime_ns, state.st_ctime_ns
        is_settled = changed <= latest and moved <= latest
        found.append(f"{state.st_size}:{changed}:{moved}" if is_settled else "")
    return found


def _state(state: os.stat_result, now: int) -> str:
    if now - max(state.st_mtime_ns, state.st_ctime_ns) < _SETTLED:
        return ""
    return f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}"


def today() -> str:
    """The date in UTC."""
    return str(datetime.now(UTC).date())


def program_state() -> bytes:
    """A quick check whether contentlint or its libraries have changed.

    It uses size and modification time of its files, and the versions of Python and the libraries.
    """
    files = _own_files()
    states = [(state.st_size, state.st_mtime_ns) for state in map(os.stat, files)]
    names = os.fsencode("\n".join(map(os.fspath, files)))
    return digest([names, repr(states).encode(), *_libraries()])


def program() -> bytes:
    """The same by content, so that two installations of one version are equal."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    parts = []
    for file in _own_files():
        parts += [os.fsencode(os.path.relpath(file, package)), Path(file).read_bytes()]
    return digest([*parts, *_libraries()])


@cache
def _own_files() -> list[str]:
    """The modules of the package, and the shipped schemas if they are not in it."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    beside = f"{os.path.dirname(package)}/schemas"  # noqa: PTH120
    folders = [package, *([beside] if os.path.isfile(f"{beside}/article.py") else [])]  # noqa: PTH113
    found = []
    while folders:
        folder = folders.pop()
        for name in os.listdir(folder):  # noqa: PTH208
            if name.endswith(".py"):
                found.append(f"{folder}/{name}")
            elif "." not in name and name != "__pycache__":
                folders += [f"{folder}/{name}"] if os.path.isdir(f"{folder}/{name}") else []  # noqa: PTH112
    return sorted(found)


def _libraries() -> Iterator[bytes]:
    """The format of entries and the versions of Python and the libraries."""
    yield f"{FORM} {sys.version}".encode()
    standard = os.path.dirname(os.__file__)  # noqa: PTH120
    for folder in sys.path:
        if folder in (standard, f"{standard}/lib-dynload"):
            continue  # has many files, but no library
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  # only names are needed
        except OSError:
            continue
        for name in sorted(filter(_is_library, names)):
            yield name.encode("utf-8", "surrogateescape")


def _is_library(name: str) -> bool:
    return name.endswith(".dist-info") and name.startswith(_LIBRARIES)
