"""What findings depend on, beside what rules ask of the site and the day.

The file's bytes and name; the files of contentlint itself; the plan: which rules run and how; what
a schema of the site's own was made of; and the day, where a suppression ends on one.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from contentlint.config.plan import Plan, RulePlan
from contentlint.schema import sources
from contentlint.schema.references import is_json_schema, is_python
from contentlint.schema.sources import Origin

# Raised when the form of an entry changes.
FORM = 7

# What parses, validates and matches: another version of it may find something else.
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

# How old a file must be for its time of change to tell: what is written twice within a clock's
# tick has the same time. In nanoseconds.
_SETTLED = 2 * 10**9
if TYPE_CHECKING:
    from contentlint.schema.problem import Schema


class Treatment(NamedTuple):
    """How a file is treated, as digests that are compared one by one.

    Args:
        program: of contentlint's own files.
        plan: of the rules, their options and all else that configuration says.
        schema: of all that a schema of the site's own was made of.
        facts: of what decides which facts are collected; empty where none are.
    """

    program: bytes
    plan: bytes
    schema: bytes
    facts: bytes


class Memory(Protocol):
    """Texts that were kept in another run."""

    def recall(self, key: bytes) -> str | None:
        """The text that was kept last for a key, if any."""

    def remember(self, key: bytes, text: str) -> None:
        """Keep a text in place of the one that was kept before."""


class Keys:
    """Makes the keys of files; what plans have in common is computed once.

    Args:
        program: the digest of contentlint's own files.
        memory: knows of earlier runs what schemas were made of.
    """

    def __init__(self, program: bytes, memory: Memory) -> None:
        self.program = program
        self._memory = memory
        self._schemas: dict[tuple[Any, ...], bytes] = {}
        self._treatments: dict[int, tuple[Plan, Treatment | None]] = {}

    def treatment(self, plan: Plan) -> Treatment | None:
        """How a plan treats its files; None where that cannot be known."""
        known = self._treatments.get(id(plan))
        if known is None:
            # The plan is kept, so that no other one gets its identity.
            known = self._treatments[id(plan)] = (plan, self._treatment(plan))
        return known[1]

    def _treatment(self, plan: Plan) -> Treatment | None:
        if plan.inline_schemas:
            return None
        schema = self._schema(plan)
        rules = list(map(_rule, plan.rules))
        where = (plan.schema, plan.collection, plan.generator)
        rest = (*where, plan.confidence, plan.is_unfiltered, plan.credit_keys, plan.limits)
        said = repr((rules, rest, plan.suppressions)).encode("utf-8", "replace")
        facts = digest([_what_facts_depend_on(plan)]) if plan.site_rules else b""
        # What is found where facts alone are wanted is nothing that anybody else asks for.
        whole = b"" if plan.only_facts else digest([said])
        return Treatment(self.program, whole, schema, facts)

    def _schema(self, plan: Plan) -> bytes:
        """The state of a schema of the site's own; nothing of a shipped one.

        What it was made of is known from the run that loaded it. As long as all of that is the
        same it need not be loaded; else it is, for it may be made of other files now.

        Raises:
            SchemaError: it cannot be loaded.
        """
        if plan.schema is None or not (is_python(plan.schema) or is_json_schema(plan.schema)):
            return b""
        place = (plan.schema, plan.base, plan.schema_root)
        if place not in self._schemas:
            parts = (plan.schema.encode("utf-8", "surrogatepass"), os.fsencode(plan.base))
            key = digest((self.program, b"schema", *parts))
            said = _still(self._memory.recall(key), plan.base)
            if said is None:
                said = _said(_loaded(*place).origins, plan.base)
                self._memory.remember(key, said)
            self._schemas[place] = digest((said.encode("utf-8", "surrogatepass"),))
        return self._schemas[place]


def _rule(rule: RulePlan) -> tuple[Any, ...]:
    return rule.rule_id, rule.severity, rule.fix_safety, sorted(rule.options.items())


def _what_facts_depend_on(plan: Plan) -> bytes:
    rules = [(rule.rule_id, sorted(rule.options.items())) for rule in plan.site_rules]
    where = (plan.schema, plan.collection, plan.generator, plan.credit_keys)
    said = repr((rules, where, plan.limits, plan.suppressions))
    return said.encode("utf-8", "replace")


def _loaded(reference: str, base: Path, root: Path | None) -> "Schema":
    from contentlint.schema.loading import load_schema  # with all of Pydantic

    return load_schema(reference, base, root=root)


def _said(origins: Iterable[Origin], base: Path) -> str:
    """What a schema was made of, and the state of each, as JSON; paths from a folder."""
    places = ((kind, path, os.path.relpath(path, base)) for kind, path in origins)
    return json.dumps([[k, place, sources.state(Origin(k, p)).hex()] for k, p, place in places])


def _still(said: str | None, base: Path) -> str | None:
    """What was said of a schema, if all of it is as it was."""
    try:
        for kind, place, state in json.loads(said or "null"):
            path = os.path.normpath(os.path.join(base, place))  # noqa: PTH118  # not resolved
            if sources.state(Origin(kind, path)).hex() != state:
                return None
    except (ValueError, TypeError, OSError):
        return None
    return said


def content(data: bytes, name: str) -> bytes:
    """The part of a key that the file itself has.

    Args:
        data: the file's bytes.
        name: what reports call it.
    """
    return digest((os.fsencode(name), data, day(data).encode()))


def digest(parts: Iterable[bytes]) -> bytes:
    """A digest of some parts and of where they are cut."""
    made = blake2b(digest_size=20)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()


def day(data: bytes) -> str:
    """The day (UTC), where the file has suppressions that end on one; else nothing."""
    return today() if b"contentlint" in data and b"until" in data else ""


def file_state(path: Path) -> str:
    """Size and times of a file, which tell that it has not changed; empty where they cannot.

    Raises:
        OSError: there is no such file.
    """
    state = path.stat()
    if time.time_ns() - max(state.st_mtime_ns, state.st_ctime_ns) < _SETTLED:
        return ""
    return f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}"


def today() -> str:
    """The day in Greenwich."""
    return str(datetime.now(UTC).date())


def program_state() -> bytes:
    """What tells quickly whether contentlint or what it is built on is another one.

    Size and time of change of its own files, and the versions of Python and of the libraries.
    """
    found = []
    for file in _own_files():
        state = file.stat()
        found.append(os.fsencode(f"{file}:{state.st_size}:{state.st_mtime_ns}"))
    return digest([*found, *_libraries()])


def program() -> bytes:
    """The same by content alone: two installations of one version are the same."""
    package = Path(__file__).parents[1]
    names = (os.fsencode(os.path.relpath(file, package)) for file in _own_files())
    parts = [part for name in names for part in (name, (package / os.fsdecode(name)).read_bytes())]
    return digest([*parts, *_libraries()])


@cache
def _own_files() -> list[Path]:
    package = Path(__file__).parents[1]
    beside = package.parent / "schemas"
    schemas = beside if (beside / "article.py").is_file() else package / "schemas"
    folders = [Path(folder) for folder, _, _ in os.walk(package)]
    return sorted({file for folder in (*folders, schemas) for file in _python_files(folder)})


def _libraries() -> Iterator[bytes]:
    """What findings hang on besides: the form of entries, Python, and the libraries' versions."""
    yield f"{FORM} {sys.version}".encode()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  # names are all that is needed
        except OSError:
            continue
        for name in sorted(names):
            if name.endswith(".dist-info") and name.startswith(_LIBRARIES):
                yield name.encode("utf-8", "surrogateescape")


def _python_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.py"))
