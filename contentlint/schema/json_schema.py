"""Check front matter against a JSON Schema file (2020-12, or the draft that it names).

Errors have the same spans and messages as those of a Pydantic model. Dates of YAML and TOML are
checked as ISO 8601 strings, since JSON has no dates.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from contentlint.core.errors import SchemaError, said_by
from contentlint.core.parsing import NotParsed, parsed
from contentlint.core.source import Source, Span
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.schema.json_wording import Messages, SchemaFault
from contentlint.schema.problem import FieldProblem
from contentlint.schema.sources import Origin, schema_data

# Maximum number of files that the `$ref`s of a schema refer to.
_MAX_FILES = 500


class JsonSchema:
    """A JSON Schema that front matter is checked against.

    Args:
        name: the reference that it was loaded from, as shown in reports.
        file: the file; a JSON Schema in JSON or YAML.
        base: the folder of the configuration.
        root: the folder that must contain it and the files of its `$ref`s, links resolved; None:
            it may be anywhere, and its `$ref`s must stay in `base` or in its own folder.

    Raises:
        SchemaError: the file cannot be read, is not a JSON Schema, or refers to something other
            than files in these folders.
    """

    is_shipped = False

    def __init__(self, name: str, file: Path, base: Path, root: Path | None = None) -> None:
        import jsonschema_rs

        self.name = name
        self.file = file
        self.base = base
        self.origins: tuple[Origin, ...] = ()
        self._ref_root = root or (base if file.is_relative_to(base) else file.parent)
        self.schema = self._read(file, root)
        try:
            self._validator = jsonschema_rs.validator_for(
                self.schema,
                validate_formats=True,
                retriever=self._retrieve,
                base_uri=file.resolve().as_uri(),
            )
        except jsonschema_rs.ValidationError as error:
            path = tuple(error.instance_path)
            where = f"`{'.'.join(map(str, path))}`: " if path else ""
            message = f"not a valid JSON Schema: {where}{error.message}"
            if error.kind.name == "$ref":
                message = f"unresolved `$ref`: {error.message}"
            raise SchemaError(message, str(file), self._line(path)) from error
        except (jsonschema_rs.ReferencingError, ValueError) as error:
            reason = said_by(error).partition("\n")[0]
            raise SchemaError(f"schema cannot be used: {reason}", str(file)) from error

    def _retrieve(self, uri: str) -> Any:
        parts = urlsplit(uri)
        file = Path(url2pathname(parts.path))
        if parts.scheme != "file" or parts.netloc or not file.is_absolute():
            raise ValueError(
                f"`$ref` to `{uri}` is not allowed; only files in `{self._ref_root}` are read"
            )
        if len(self.origins) >= _MAX_FILES:
            raise ValueError(f"`$ref`s refer to more than {_MAX_FILES} files")
        try:
            return self._read(file, self._ref_root)
        except SchemaError as error:
            raise ValueError(f"`$ref`: {error}") from error

    def _read(self, file: Path, root: Path | None) -> Any:
        """Parse a schema file and record it as an origin."""
        self.origins = tuple(sorted({*self.origins, Origin("file", str(file.absolute()))}))
        try:
            text = schema_data(file, root).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SchemaError("schema is not valid UTF-8", str(file)) from error
        is_json = file.suffix.lower() == ".json"
        try:
            return parsed(text, ".json" if is_json else ".yaml")
        except NotParsed as error:
            words = f"cannot be parsed as {'JSON' if is_json else 'YAML'}: {error.reason}"
            raise SchemaError(words, str(file), error.line) from error

    def _line(self, path: KeyPath) -> int | None:
        """The line of a key path in a JSON file."""
        if self.file.suffix != ".json":
            return None
        from contentlint.front_matter.block import DEEPEST
        from contentlint.front_matter.formats.json import parse

        text = schema_data(self.file, None).decode("utf-8-sig")
        entry = parse(text, Span(0, len(text)), DEEPEST).entries.get(path)
        return None if entry is None else Source("", text).position(entry.value.start).line

    def check(self, front_matter: FrontMatter) -> tuple[FieldProblem, ...]:
        """Every problem of a front matter block, in file order."""
        if front_matter.is_broken:
            return ()
        data = _as_json(front_matter.data, front_matter, ())
        if self._validator.is_valid(data):
            return ()
        messages = Messages(self.at, front_matter)
        found = {
            (problem.path, problem.message): problem
            for error in self._validator.iter_errors(data)
            for problem in messages.problems(SchemaFault.of(error))
        }
        # A misspelled required key is reported once, as missing.
        reported = {problem.span for problem in found.values() if problem.kind == "missing"}
        kept = [p for p in found.values() if p.kind != "unknown" or p.span not in reported]
        return tuple(sorted(kept, key=lambda problem: (problem.span, problem.message)))

    def at(self, path: Sequence[str | int]) -> Mapping[str, Any]:
        """The subschema at a path, with `$ref`s within the file resolved."""
        place: Any = self.schema
        for part in path:
            if isinstance(place, dict) and part == "$ref":
                place = self._referenced(place.get("$ref"))
            elif isinstance(place, dict):
                place = place.get(part)
            elif isinstance(place, list) and isinstance(part, int) and part < len(place):
                place = place[part]
            else:
                return {}
        return place if isinstance(place, dict) else {}

    def _referenced(self, reference: Any) -> Any:
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return None
        place: Any = self.schema
        for part in unquote(reference[2:]).split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            place = place.get(key) if isinstance(place, dict) else None
        return place


def _as_json(value: Any, front_matter: FrontMatter, path: KeyPath) -> Any:
    """A value as JSON: dates and times in ISO 8601, keys as strings."""
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        return {str(k): _as_json(v, front_matter, (*path, k)) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_as_json(v, front_matter, (*path, i)) for i, v in enumerate(value)]
    if isinstance(value, datetime):
        text = value.isoformat()
        return (
            text.removesuffix("+00:00") + "Z"
            if value.tzinfo is None or text.endswith("+00:00")
            else text
        )
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return front_matter.raw(path) or str(value)
