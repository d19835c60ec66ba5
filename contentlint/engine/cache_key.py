"""What findings depend on, beside what rules ask of the site and the day.

The file's bytes and name; the files of contentlint itself; the plan: which rules run and how; the
files of a schema of the site's own; and the day, where a suppression ends on one.
"""

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from contentlint.config import Plan
from contentlint.front_matter.references import is_json_schema, is_python

# Raised when the form of an entry changes.
FORM = 5

# What parses, validates and matches: another version of it may find something else.
_LIBRARIES = (
    "beautifulsoup4-",
    "jsonschema_rs-",
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

_REFERENCE_ELSEWHERE = re.compile(rb"""\$ref["']?\s*:\s*["']?(?![#"'])""")


class Treatment(NamedTuple):
    """How a file is treated, as digests that are compared one by one.

    Args:
        program: of contentlint's own files.
        plan: of the rules, their options and all else that configuration says.
        schema: of a schema of the site's own.
    """

    program: bytes
    plan: bytes
    schema: bytes


class Keys:
    """Makes the keys of files; what plans have in common is computed once.

    Args:
        program: the digest of contentlint's own files.
    """

    def __init__(self, program: bytes) -> None:
        self.program = program
        self._treatments: dict[int, tuple[Plan, Treatment | None]] = {}

    def treatment(self, plan: Plan) -> Treatment | None:
        """How a plan treats its files; None where that cannot be known."""
        known = self._treatments.get(id(plan))
        if known is None:
            # The plan is kept, so that no other one gets its identity.
            known = self._treatments[id(plan)] = (plan, self._treatment(plan))
        return known[1]

    def _treatment(self, plan: Plan) -> Treatment | None:
        schema = _schema(plan)
        if schema is None:
            return None
        rules = [
            (rule.rule_id, rule.severity, rule.fix_safety, sorted(rule.options.items()))
            for rule in plan.rules
        ]
        where = (plan.schema, plan.collection, plan.generator)
        rest = (*where, plan.confidence, plan.is_whole, plan.credit_keys, plan.limits)
        said = repr((rules, rest, plan.suppressions)).encode("utf-8", "replace")
        return Treatment(self.program, digest([said]), schema)

    def key(self, data: bytes, name: str, plan: Plan) -> bytes | None:
        """What findings of a file depend on; None where that cannot be known.

        Args:
            data: the file's bytes.
            name: what reports call it.
            plan: what is done with it.
        """
        treatment = self.treatment(plan)
        if treatment is None:
            return None
        return digest((*treatment, os.fsencode(name), data, day(data).encode()))


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


def _schema(plan: Plan) -> bytes | None:
    """The state of a schema of the site's own; None for one in a package, which may be anywhere."""
    if plan.inline_schemas:
        return None
    if plan.schema is None:
        return b""
    if not is_python(plan.schema):
        return _json_schema(plan.base / plan.schema)
    file = plan.schema.rpartition(":")[0]
    if not file.endswith(".py"):
        return None
    # A schema may import its neighbours, so all files beside it count, by their content: a fresh
    # checkout has other times.
    beside = _python_files((plan.base / file).parent)
    parts = (part for path in beside for part in (os.fsencode(path.name), path.read_bytes()))
    return digest(parts)


def _json_schema(file: Path) -> bytes | None:
    """The content of a JSON Schema; nothing of a shipped schema, None where it refers to others."""
    if not is_json_schema(file.name):
        return b""
    data = file.read_bytes() if file.is_file() else b""
    return None if _REFERENCE_ELSEWHERE.search(data) else digest([data])
