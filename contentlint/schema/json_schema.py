"""Front matter against a JSON Schema file (2020-12, draft-07 and others that it names).

Errors stand at the same places and speak in the same words as those of a Pydantic model. Dates
that YAML or TOML reads as such are checked in their ISO 8601 form, since JSON has none.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from contentlint.core.dates import NotADate, read_date
from contentlint.core.errors import SchemaError, said_by
from contentlint.core.finding import Edit, Fix, Safety
from contentlint.core.parsing import NotParsed, parsed
from contentlint.core.source import Source, Span
from contentlint.core.spelling import nearest
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.schema.problem import FieldProblem, Kind
from contentlint.schema.pydantic_model import inside_quotes, schema_data
from contentlint.schema.sources import Origin
from contentlint.schema.wording import plain_value, what

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError


_TYPES = {
    "array": "a list",
    "boolean": "`true` or `false`",
    "integer": "a whole number",
    "null": "nothing",
    "number": "a number",
    "object": "a mapping",
    "string": "text",
}
_FORMATS = {
    "date": "a date such as `2024-03-18`",
    "date-time": "a time such as `2024-03-18T20:00:00Z`",
    "duration": "a duration such as `PT20M`",
    "email": "an address such as `mara@example.org`",
    "hostname": "a host such as `example.org`",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "iri": "an address such as `https://example.org/`",
    "json-pointer": "a JSON pointer",
    "regex": "a regular expression",
    "time": "a time of day such as `20:00:00Z`",
    "uri": "an address such as `https://example.org/`",
    "uri-reference": "an address such as `/tides/` or `https://example.org/`",
    "uuid": "a UUID",
}
_BOUNDS = {
    "minLength": "has less than {limit} characters",
    "maxLength": "has more than {limit} characters",
    "minItems": "has less than {limit} items",
    "maxItems": "has more than {limit} items",
    "minProperties": "has less than {limit} keys",
    "maxProperties": "has more than {limit} keys",
    "minimum": "is `{raw}`; write at least {limit}",
    "maximum": "is `{raw}`; write at most {limit}",
    "exclusiveMinimum": "is `{raw}`; write more than {limit}",
    "exclusiveMaximum": "is `{raw}`; write less than {limit}",
}
_MOST_OPTIONS = 12
# How many files the `$ref`s of a schema may lead to.
_MOST_FILES = 500
# Keywords that an empty value breaks because it is empty.
_EMPTY = ("type", "minLength", "format", "enum", "const", "pattern")


class JsonSchema:
    """A JSON Schema that front matter is checked against.

    Args:
        name: what reports call it: the reference that it was loaded by.
        file: the file; a JSON Schema in JSON or YAML.
        base: the folder of the configuration.
        root: the folder that it and all that its `$ref`s lead to must lie in, links followed; None:
            it may lie anywhere, and its `$ref`s must stay in `base` or in its own folder.

    Raises:
        SchemaError: the file cannot be read, is no JSON Schema, or refers to what is not a file
            in these folders.
    """

    is_shipped = False

    def __init__(self, name: str, file: Path, base: Path, root: Path | None = None) -> None:
        import jsonschema_rs

        self.name = name
        self.file = file
        self.base = base
        self.origins: tuple[Origin, ...] = ()
        self._around = root or (base if file.is_relative_to(base) else file.parent)
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
            message = f"this is no JSON Schema: {where}{error.message}"
            if error.kind.name == "$ref":
                message = f"a `$ref` leads nowhere: {error.message}"
            raise SchemaError(message, str(file), self._line(path)) from error
        except (jsonschema_rs.ReferencingError, ValueError) as error:
            reason = said_by(error).partition("\n")[0]
            raise SchemaError(f"this schema cannot be used: {reason}", str(file)) from error

    def _retrieve(self, uri: str) -> Any:
        parts = urlsplit(uri)
        file = Path(url2pathname(parts.path))
        if parts.scheme != "file" or parts.netloc or not file.is_absolute():
            raise ValueError(f"`$ref` to `{uri}`: only files in {self._around} are read")
        if len(self.origins) >= _MOST_FILES:
            raise ValueError(f"`$ref`s lead to more than {_MOST_FILES} files")
        try:
            return self._read(file, self._around)
        except SchemaError as error:
            raise ValueError(f"`$ref`: {error}") from error

    def _read(self, file: Path, root: Path | None) -> Any:
        """The value of a schema's file, of which note is taken."""
        self.origins = tuple(sorted({*self.origins, Origin("file", str(file.absolute()))}))
        try:
            text = schema_data(file, root).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SchemaError("schema is not UTF-8", str(file)) from error
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
        """Every problem of a front matter block, in the order of the file."""
        if front_matter.is_broken:
            return ()
        data = _as_json(front_matter.data, front_matter, ())
        if self._validator.is_valid(data):
            return ()
        teller = _Teller(self, front_matter)
        found = {
            (problem.path, problem.message): problem
            for error in self._validator.iter_errors(data)
            for problem in teller.problems(_Error.of(error))
        }
        # A key that is missing because it is misspelled is told once, as missing.
        told = {problem.span for problem in found.values() if problem.kind == "missing"}
        kept = [p for p in found.values() if p.kind != "unknown" or p.span not in told]
        return tuple(sorted(kept, key=lambda problem: (problem.span, problem.message)))

    def at(self, path: Sequence[str | int]) -> Mapping[str, Any]:
        """The schema at a place of this one, `$ref`s within the file followed."""
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


class _Error(NamedTuple):
    """What the validator found: which keyword fails, at which value."""

    keyword: str
    facts: dict[str, Any]
    path: KeyPath
    schema_path: tuple[str | int, ...]
    instance: Any

    @classmethod
    def of(cls, error: "ValidationError", within: KeyPath = ()) -> "_Error":
        """An error of the validator; one in a union's branch has its path from the union on."""
        path = tuple(error.instance_path)
        path = path if path[: len(within)] == within else (*within, *path)
        kind = error.kind
        return cls(kind.name, kind.as_dict(), path, tuple(error.schema_path), error.instance)


class _Teller:
    """One block's errors in words, at their places."""

    def __init__(self, schema: JsonSchema, front_matter: FrontMatter) -> None:
        self.schema = schema
        self.front_matter = front_matter

    def problems(self, error: _Error) -> Iterator[FieldProblem]:
        facts = error.facts
        if "property" in facts:
            yield self.missing((*error.path, facts["property"]), error)
        elif "unexpected" in facts and isinstance(error.instance, dict):
            for name in facts["unexpected"]:
                yield self.unknown((*error.path, name), error)
        elif facts.get("context"):
            yield from self.union(error)
        else:
            yield self.invalid(error)

    # --- keys

    def missing(self, path: KeyPath, error: _Error) -> FieldProblem:
        name = _dotted(path)
        near = self.misspelled(path, error)
        if near is not None:
            span = self.front_matter.span_of(near, key=True)
            message = f"`{name}` is missing; `{_dotted(near)}` looks like it"
            return FieldProblem("missing", path, span, message, None, _rename(span, path[-1]))
        front_matter = self.front_matter
        span = front_matter.span_of(path[:-1]) if len(path) > 1 else front_matter.opening
        about = self.about(path[-1], (*error.schema_path[:-1], "properties", path[-1]))
        return FieldProblem("missing", path, span, f"`{name}` is missing; add it", about)

    def misspelled(self, path: KeyPath, error: _Error) -> KeyPath | None:
        """A key beside the missing one that the schema does not know and that is one slip away."""
        known = self.schema.at((*error.schema_path[:-1], "properties"))
        others = [k for k in error.instance if k not in known] if error.instance else []
        near = nearest(str(path[-1]), others)
        return None if near is None else (*path[:-1], near)

    def unknown(self, path: KeyPath, error: _Error) -> FieldProblem:
        span = self.front_matter.span_of(path, key=True)
        known = self.schema.at((*error.schema_path[:-1], "properties"))
        near = nearest(str(path[-1]), known)
        message = f"the schema knows no `{_dotted(path)}`"
        if near is None or near in (error.instance or {}):
            listed = ", ".join(f"`{key}`" for key in sorted(known)[:_MOST_OPTIONS])
            about = f"it knows {listed}" if listed else None
            return FieldProblem("unknown", path, span, message, about)
        fix = _rename(span, near)
        return FieldProblem("unknown", path, span, f"{message}; did you mean `{near}`?", None, fix)

    # --- values

    def invalid(self, error: _Error) -> FieldProblem:
        path = error.path
        span = self.front_matter.span_of(path)
        raw = self.raw(path, error.instance)
        about = self.about(path[-1] if path else "", error.schema_path[:-1])
        if error.instance in (None, "") and error.keyword in _EMPTY:
            return self.empty(error, about)
        if error.keyword == "format" and error.facts.get("format") in ("date", "date-time"):
            return self.date(error, raw)
        if error.keyword == "uniqueItems" and (again := _repeated(error.instance)) is not None:
            path = (*path, again)
            words = f"is `{plain_value(error.instance[again])}` once more; name each one once"
            span = self.front_matter.span_of(path)
            return FieldProblem("invalid", path, span, f"`{_dotted(path)}` {words}", about)
        message = f"{self.name(path)} {self.words(error, raw)}"
        return self.of_words("invalid", path, span, message, about, raw, [error])

    def of_words(
        self,
        kind: Kind,
        path: KeyPath,
        span: Span,
        message: str,
        about: str | None,
        raw: str,
        errors: list[_Error],
    ) -> FieldProblem:
        """A problem with the words that may stand there, and the nearest as its fix."""
        listed = [_as_written(option) for error in errors for option in _options(error)]
        allowed = tuple(dict.fromkeys(listed))
        near = nearest(raw, allowed)
        fix = None if near is None else _rename(inside_quotes(span, raw), near)
        return FieldProblem(kind, path, span, message, about, fix, allowed)

    def empty(self, error: _Error, about: str | None) -> FieldProblem:
        path = error.path
        span = self.front_matter.span_of(path)
        span = self.front_matter.span_of(path, key=True) if span.start == span.end else span
        is_required = len(path) == 1 and path[0] in self.schema.at(()).get("required", ())
        kind: Kind = "missing" if is_required else "invalid"
        wanted = self.wanted(error) or "some text"
        message = f"{self.name(path)} is empty; write {wanted}"
        return self.of_words(kind, path, span, message, about, "", [error])

    def words(self, error: _Error, raw: str) -> str:
        keyword, facts = error.keyword, error.facts
        if keyword in _BOUNDS:
            return _BOUNDS[keyword].format(raw=plain_value(raw), limit=_number(facts["limit"]))
        if keyword == "multipleOf":
            return f"is `{plain_value(raw)}`; write a multiple of {_number(facts['multiple_of'])}"
        if keyword == "pattern":
            pattern = plain_value(facts["pattern"])
            return f"is `{plain_value(raw)}`, which does not fit the pattern `{pattern}`"
        is_what = f"is {what(error.instance, raw)}"
        if near := nearest(raw, [_as_written(option) for option in _options(error)]):
            return f"{is_what}; did you mean `{near}`?"
        if wanted := self.wanted(error):
            return f"{is_what}; write {wanted}"
        if keyword == "contains":
            return f"{is_what} without an item that the schema asks for"
        if keyword in ("not", "falseSchema"):
            return f"{is_what}, which the schema forbids"
        return f"{is_what}, which breaks the schema's `{keyword}`"

    def wanted(self, error: _Error) -> str | None:
        """What would be right, in words."""
        if error.keyword == "type":
            return _either([_TYPES[name] for name in error.facts["types"] if name in _TYPES])
        if error.keyword == "format":
            form = error.facts["format"]
            return _FORMATS.get(form, f"what fits the format `{form}`")
        shown = [f"`{plain_value(_as_written(option))}`" for option in _options(error)]
        if len(shown) > _MOST_OPTIONS:
            more = len(shown) - _MOST_OPTIONS
            return f"{', '.join(shown[:_MOST_OPTIONS])} or one of {more} more"
        return _either(shown) if shown else None

    def date(self, error: _Error, raw: str) -> FieldProblem:
        """A date that is none, or has a time too many or too few, with the form that is right."""
        path = error.path
        span = self.front_matter.span_of(path)
        right: str | None
        proposal: str | None = None
        try:
            right = _in_form(read_date(raw), error.facts["format"])
            words = f"does not fit; write `{right}`"
        except NotADate as fault:
            words, right, proposal = fault.message, None, fault.proposal
            if fault.proposal is not None:
                right = _in_form(read_date(fault.proposal), error.facts["format"])
                words = fault.proposing(right)
        fix = None
        if right is not None:
            # Where a zone is made up or a time is dropped, somebody has to look.
            is_same = right == proposal
            edit = Edit(inside_quotes(span, raw), right)
            safety: Safety = "safe" if is_same else "unsafe"
            fix = Fix(f"write `{right}`", (edit,), safety, names=(edit.span,))
        message = f"{_dotted(path)} `{plain_value(raw)}` {words}"
        return FieldProblem("date", path, span, message, None, fix)

    # --- unions

    def union(self, error: _Error) -> Iterator[FieldProblem]:
        """The errors of the branch that came closest, or all types that would do."""
        path = error.path
        branches = [[_Error.of(e, path) for e in branch] for branch in error.facts["context"]]
        plain = [
            branch[0]
            for branch in branches
            if len(branch) == 1 and branch[0].path == path and self.wanted(branch[0])
        ]
        if len(plain) == len(branches):
            raw = self.raw(path, error.instance)
            near = nearest(raw, [_as_written(o) for branch in plain for o in _options(branch)])
            right = _either([self.wanted(branch) for branch in plain])
            words = f"is {what(error.instance, raw)}; write {right}"
            if near is not None:
                words = f"is {what(error.instance, raw)}; did you mean `{near}`?"
            span = self.front_matter.span_of(path)
            if error.instance is None:
                span = self.front_matter.span_of(path, key=True)
                words = f"is empty; write {right}"
            about = self.about(path[-1] if path else "", error.schema_path[:-1])
            message = f"{self.name(path)} {words}"
            yield self.of_words("invalid", path, span, message, about, raw, plain)
            return
        closest = min(branches, key=lambda branch: _distance(branch, path))
        for inner in closest:
            yield from self.problems(inner)

    # --- helpers

    def name(self, path: KeyPath) -> str:
        return f"`{_dotted(path)}`" if path else "front matter as a whole"

    def raw(self, path: KeyPath, instance: Any) -> str:
        raw = self.front_matter.raw(path)
        return _as_written(instance) if raw is None else raw

    def about(self, key: str | int, schema_path: Sequence[str | int]) -> str | None:
        said = self.schema.at(schema_path).get("description")
        return f"`{key}`: {said.strip()}" if isinstance(said, str) and said.strip() else None


def _distance(branch: list[_Error], path: KeyPath) -> tuple[int, int]:
    """How far a value is from a branch of a union: a wrong type says more than a missing key."""
    wrong = sum(
        error.keyword in ("type", "const", "enum") for error in branch if error.path == path
    )
    # A constant further in tells which branch is meant.
    wrong += sum(error.keyword == "const" for error in branch if error.path != path)
    return wrong, len(branch)


def _options(error: _Error) -> list[Any]:
    if error.keyword == "const":
        return [error.facts.get("expected_value")]
    return list(error.facts.get("options", ())) if error.keyword == "enum" else []


def _in_form(moment: date, form: str) -> str:
    """A date or moment in the format `date` or `date-time`; without a zone it is UTC's."""
    if form == "date":
        return moment.isoformat()[:10]
    if not isinstance(moment, datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    text = moment.isoformat()
    return f"{text}Z" if moment.tzinfo is None else re.sub(r"\+00:00$", "Z", text)


def _as_json(value: Any, front_matter: FrontMatter, path: KeyPath) -> Any:
    """A value as JSON has it: dates and times in ISO 8601, keys as text."""
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


def _as_written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _repeated(items: Any) -> int | None:
    """The index of the first item of a list that stands there before."""
    seen: list[Any] = []
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if any(type(item) is type(other) and item == other for other in seen):
            return index
        seen.append(item)
    return None


def _dotted(path: KeyPath) -> str:
    return ".".join(map(str, path))


def _either(words: Iterable[str | None]) -> str:
    *most, last = dict.fromkeys(word for word in words if word) or [""]
    return f"{', '.join(most)} or {last}" if most else last


def _rename(span: Span, name: str | int) -> Fix:
    return Fix(f"write `{name}`", (Edit(span, str(name)),), "unsafe")
