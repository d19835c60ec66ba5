"""Messages and spans for the errors of a JSON Schema validator."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from contentlint.core.dates import NotADate, read_date
from contentlint.core.finding import Edit, Fix, Safety
from contentlint.core.source import Span
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.schema.problem import FieldProblem, Kind, inside_quotes, rename
from contentlint.schema.wording import described, plain_value

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

At = Callable[[Sequence[str | int]], Mapping[str, Any]]
"""The subschema at a path."""

_TYPES = {
    "array": "a list",
    "boolean": "`true` or `false`",
    "integer": "an integer",
    "null": "an empty value",
    "number": "a number",
    "object": "a mapping",
    "string": "a string",
}
_FORMATS = {
    "date": "a date such as `2024-03-18`",
    "date-time": "a time such as `2024-03-18T20:00:00Z`",
    "duration": "a duration such as `PT20M`",
    "email": "an e-mail address such as `mara@example.org`",
    "hostname": "a host name such as `example.org`",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "iri": "a URL such as `https://example.org/`",
    "json-pointer": "a JSON pointer",
    "regex": "a regular expression",
    "time": "a time of day such as `20:00:00Z`",
    "uri": "a URL such as `https://example.org/`",
    "uri-reference": "a URL such as `/tides/` or `https://example.org/`",
    "uuid": "a UUID",
}
_BOUNDS = {
    "minLength": "expected at least {limit} characters, found {length}",
    "maxLength": "expected at most {limit} characters, found {length}",
    "minItems": "expected at least {limit} items",
    "maxItems": "expected at most {limit} items",
    "minProperties": "expected at least {limit} keys",
    "maxProperties": "expected at most {limit} keys",
    "minimum": "expected at least {limit}, found `{raw}`",
    "maximum": "expected at most {limit}, found `{raw}`",
    "exclusiveMinimum": "expected more than {limit}, found `{raw}`",
    "exclusiveMaximum": "expected less than {limit}, found `{raw}`",
}
_MAX_OPTIONS = 12
# Keywords whose errors on an empty value mean that it is empty.
_EMPTY = ("type", "minLength", "format", "enum", "const", "pattern")


class SchemaFault(NamedTuple):
    """An error of the validator: the keyword that failed, and the value."""

    keyword: str
    facts: dict[str, Any]
    path: KeyPath
    schema_path: tuple[str | int, ...]
    instance: Any

    @classmethod
    def of(cls, error: "ValidationError", within: KeyPath = ()) -> "SchemaFault":
        """Convert an error of the validator; in a branch of a union, its path is relative."""
        path = tuple(error.instance_path)
        path = path if path[: len(within)] == within else (*within, *path)
        kind = error.kind
        return cls(kind.name, kind.as_dict(), path, tuple(error.schema_path), error.instance)


class Messages:
    """Turns the errors of one block into problems with messages and spans."""

    def __init__(self, at: At, front_matter: FrontMatter) -> None:
        self.at = at
        self.front_matter = front_matter

    def problems(self, error: SchemaFault) -> Iterator[FieldProblem]:
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

    def missing(self, path: KeyPath, error: SchemaFault) -> FieldProblem:
        name = _dotted(path)
        near = self.misspelled(path, error)
        if near is not None:
            span = self.front_matter.span_of(near, key=True)
            message = f"`{name}` is missing; found `{_dotted(near)}`, did you mean `{path[-1]}`?"
            return FieldProblem("missing", path, span, message, None, rename(span, path[-1]))
        front_matter = self.front_matter
        span = front_matter.span_of(path[:-1]) if len(path) > 1 else front_matter.opening
        about = self.about(path[-1], (*error.schema_path[:-1], "properties", path[-1]))
        return FieldProblem("missing", path, span, f"`{name}` is missing", about)

    def misspelled(self, path: KeyPath, error: SchemaFault) -> KeyPath | None:
        """An unknown key next to the missing one that is most likely a misspelling of it."""
        known = self.at((*error.schema_path[:-1], "properties"))
        others = [k for k in error.instance if k not in known] if error.instance else []
        near = nearest(str(path[-1]), others)
        return None if near is None else (*path[:-1], near)

    def unknown(self, path: KeyPath, error: SchemaFault) -> FieldProblem:
        span = self.front_matter.span_of(path, key=True)
        known = self.at((*error.schema_path[:-1], "properties"))
        near = nearest(str(path[-1]), known)
        message = f"`{_dotted(path)}`: unknown key"
        if near is None or near in (error.instance or {}):
            listed = ", ".join(f"`{key}`" for key in sorted(known)[:_MAX_OPTIONS])
            about = f"known keys: {listed}" if listed else None
            return FieldProblem("unknown", path, span, message, about)
        fix = rename(span, near)
        return FieldProblem("unknown", path, span, f"{message}; did you mean `{near}`?", None, fix)

    # --- values

    def invalid(self, error: SchemaFault) -> FieldProblem:
        path = error.path
        span = self.front_matter.span_of(path)
        raw = self.raw(path, error.instance)
        about = self.about(path[-1] if path else "", error.schema_path[:-1])
        if error.instance in (None, "") and error.keyword in _EMPTY:
            return self.empty(error, about)
        if error.keyword == "format" and error.facts.get("format") in ("date", "date-time"):
            return self.date(error, raw)
        if (
            error.keyword == "uniqueItems"
            and (duplicate := _duplicate_index(error.instance)) is not None
        ):
            path = (*path, duplicate)
            words = f"duplicate value `{plain_value(error.instance[duplicate])}`; remove it"
            span = self.front_matter.span_of(path)
            return FieldProblem("invalid", path, span, f"`{_dotted(path)}`: {words}", about)
        message = f"{self.name(path)}: {self.words(error, raw)}"
        return self.with_options("invalid", path, span, message, about, raw, [error])

    def with_options(
        self,
        kind: Kind,
        path: KeyPath,
        span: Span,
        message: str,
        about: str | None,
        raw: str,
        errors: list[SchemaFault],
    ) -> FieldProblem:
        """A problem with the allowed values, and a fix to the nearest one."""
        listed = [_as_written(option) for error in errors for option in _options(error)]
        allowed = tuple(dict.fromkeys(listed))
        near = nearest(raw, allowed)
        fix = None if near is None else rename(inside_quotes(span, raw), near)
        return FieldProblem(kind, path, span, message, about, fix, allowed)

    def empty(self, error: SchemaFault, about: str | None) -> FieldProblem:
        path = error.path
        span = self.front_matter.span_of(path)
        span = self.front_matter.span_of(path, key=True) if span.start == span.end else span
        is_required = len(path) == 1 and path[0] in self.at(()).get("required", ())
        kind: Kind = "missing" if is_required else "invalid"
        expected = self.expected(error) or "a value"
        message = f"{self.name(path)} is empty; expected {expected}"
        return self.with_options(kind, path, span, message, about, "", [error])

    def words(self, error: SchemaFault, raw: str) -> str:
        keyword, facts = error.keyword, error.facts
        if keyword in _BOUNDS:
            length = len(error.instance) if isinstance(error.instance, str) else 0
            limit = _number(facts["limit"])
            return _BOUNDS[keyword].format(raw=plain_value(raw), limit=limit, length=length)
        if keyword == "multipleOf":
            factor = _number(facts["multiple_of"])
            return f"expected a multiple of {factor}, found `{plain_value(raw)}`"
        if keyword == "pattern":
            pattern = plain_value(facts["pattern"])
            return f"`{plain_value(raw)}` does not match the pattern `{pattern}`"
        found = described(error.instance, raw)
        if near := nearest(raw, [_as_written(option) for option in _options(error)]):
            return f"{found} is not allowed; did you mean `{near}`?"
        if expected := self.expected(error):
            return f"expected {expected}, found {found}"
        if keyword == "contains":
            return "expected an item that the list does not contain"
        if keyword in ("not", "falseSchema"):
            return f"{found} is not allowed"
        return f"{found} does not match `{keyword}` of the schema"

    def expected(self, error: SchemaFault) -> str | None:
        """The allowed types, format or values, in words."""
        if error.keyword == "type":
            return _alternatives([_TYPES[name] for name in error.facts["types"] if name in _TYPES])
        if error.keyword == "format":
            form = error.facts["format"]
            return _FORMATS.get(form, f"a value in the format `{form}`")
        shown = [f"`{plain_value(_as_written(option))}`" for option in _options(error)]
        if len(shown) > _MAX_OPTIONS:
            more = len(shown) - _MAX_OPTIONS
            return f"{', '.join(shown[:_MAX_OPTIONS])} or one of {more} more"
        return _alternatives(shown) if shown else None

    def date(self, error: SchemaFault, raw: str) -> FieldProblem:
        """The problem of an invalid date, or of one that has a time or lacks it."""
        path = error.path
        span = self.front_matter.span_of(path)
        right: str | None
        proposal: str | None = None
        try:
            right = _formatted(read_date(raw), error.facts["format"])
            words = f"has the wrong format; write `{right}`"
        except NotADate as fault:
            words, right, proposal = fault.message, None, fault.proposal
            if fault.proposal is not None:
                right = _formatted(read_date(fault.proposal), error.facts["format"])
                words = fault.proposing(right)
        fix = None
        if right is not None:
            # A fix that adds a time zone or drops the time needs a review.
            is_same = right == proposal
            edit = Edit(inside_quotes(span, raw), right)
            safety: Safety = "safe" if is_same else "unsafe"
            fix = Fix(f"write `{right}`", (edit,), safety, names=(edit.span,))
        message = f"`{_dotted(path)}`: `{plain_value(raw)}` {words}"
        return FieldProblem("date", path, span, message, None, fix)

    # --- unions

    def union(self, error: SchemaFault) -> Iterator[FieldProblem]:
        """The errors of the closest branch, or one that lists all allowed types."""
        path = error.path
        branches = [[SchemaFault.of(e, path) for e in branch] for branch in error.facts["context"]]
        plain = [
            branch[0]
            for branch in branches
            if len(branch) == 1 and branch[0].path == path and self.expected(branch[0])
        ]
        if len(plain) == len(branches):
            raw = self.raw(path, error.instance)
            near = nearest(raw, [_as_written(o) for branch in plain for o in _options(branch)])
            expected = _alternatives([self.expected(branch) for branch in plain])
            found = described(error.instance, raw)
            message = f"{self.name(path)}: expected {expected}, found {found}"
            if near is not None:
                message = f"{self.name(path)}: {found} is not allowed; did you mean `{near}`?"
            span = self.front_matter.span_of(path)
            if error.instance is None:
                span = self.front_matter.span_of(path, key=True)
                message = f"{self.name(path)} is empty; expected {expected}"
            about = self.about(path[-1] if path else "", error.schema_path[:-1])
            yield self.with_options("invalid", path, span, message, about, raw, plain)
            return
        closest = min(branches, key=lambda branch: _distance(branch, path))
        for inner in closest:
            yield from self.problems(inner)

    # --- helpers

    def name(self, path: KeyPath) -> str:
        return f"`{_dotted(path)}`" if path else "front matter"

    def raw(self, path: KeyPath, instance: Any) -> str:
        raw = self.front_matter.raw(path)
        return _as_written(instance) if raw is None else raw

    def about(self, key: str | int, schema_path: Sequence[str | int]) -> str | None:
        said = self.at(schema_path).get("description")
        return f"`{key}`: {said.strip()}" if isinstance(said, str) and said.strip() else None


def _distance(branch: list[SchemaFault], path: KeyPath) -> tuple[int, int]:
    """The distance of a value from a branch of a union: a wrong type outweighs a missing key."""
    wrong = sum(
        error.keyword in ("type", "const", "enum") for error in branch if error.path == path
    )
    # A constant in a nested key identifies the branch.
    wrong += sum(error.keyword == "const" for error in branch if error.path != path)
    return wrong, len(branch)


def _options(error: SchemaFault) -> list[Any]:
    if error.keyword == "const":
        return [error.facts.get("expected_value")]
    return list(error.facts.get("options", ())) if error.keyword == "enum" else []


def _formatted(moment: date, form: str) -> str:
    """A date in the format `date` or `date-time`; without a time zone it is in UTC."""
    if form == "date":
        return moment.isoformat()[:10]
    if not isinstance(moment, datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    text = moment.isoformat()
    return f"{text}Z" if moment.tzinfo is None else re.sub(r"\+00:00$", "Z", text)


def _as_written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _duplicate_index(items: Any) -> int | None:
    """The index of the first duplicate item of a list."""
    seen: list[Any] = []
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if any(type(item) is type(other) and item == other for other in seen):
            return index
        seen.append(item)
    return None


def _dotted(path: KeyPath) -> str:
    return ".".join(map(str, path))


def _alternatives(words: Iterable[str | None]) -> str:
    *most, last = dict.fromkeys(word for word in words if word) or [""]
    return f"{', '.join(most)} or {last}" if most else last
