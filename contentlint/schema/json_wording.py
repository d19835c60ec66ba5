"""What a JSON Schema's validator finds, at its place in the front matter and in words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.core.dates import NotADate, read_date
from contentlint.core.finding import Edit, Fix, Safety
from contentlint.core.source import Span
from contentlint.core.spelling import nearest
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.schema.problem import FieldProblem, Kind, inside_quotes, rename
from contentlint.schema.wording import plain_value, what

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

At = Callable[[Sequence[str | int]], Mapping[str, Any]]
"""The schema at a place of the whole one."""

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
# Keywords that an empty value breaks because it is empty.
_EMPTY = ("type", "minLength", "format", "enum", "const", "pattern")


class SchemaFault(NamedTuple):
    """What the validator found: which keyword fails, at which value."""

    keyword: str
    facts: dict[str, Any]
    path: KeyPath
    schema_path: tuple[str | int, ...]
    instance: Any

    @classmethod
    def of(cls, error: "ValidationError", within: KeyPath = ()) -> "SchemaFault":
        """An error of the validator; one in a union's branch has its path from the union on."""
        path = tuple(error.instance_path)
        path = path if path[: len(within)] == within else (*within, *path)
        kind = error.kind
        return cls(kind.name, kind.as_dict(), path, tuple(error.schema_path), error.instance)


class Teller:
    """One block's errors in words, at their places."""

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
            message = f"`{name}` is missing; `{_dotted(near)}` looks like it"
            return FieldProblem("missing", path, span, message, None, rename(span, path[-1]))
        front_matter = self.front_matter
        span = front_matter.span_of(path[:-1]) if len(path) > 1 else front_matter.opening
        about = self.about(path[-1], (*error.schema_path[:-1], "properties", path[-1]))
        return FieldProblem("missing", path, span, f"`{name}` is missing; add it", about)

    def misspelled(self, path: KeyPath, error: SchemaFault) -> KeyPath | None:
        """A key beside the missing one that the schema does not know and that is one slip away."""
        known = self.at((*error.schema_path[:-1], "properties"))
        others = [k for k in error.instance if k not in known] if error.instance else []
        near = nearest(str(path[-1]), others)
        return None if near is None else (*path[:-1], near)

    def unknown(self, path: KeyPath, error: SchemaFault) -> FieldProblem:
        span = self.front_matter.span_of(path, key=True)
        known = self.at((*error.schema_path[:-1], "properties"))
        near = nearest(str(path[-1]), known)
        message = f"the schema knows no `{_dotted(path)}`"
        if near is None or near in (error.instance or {}):
            listed = ", ".join(f"`{key}`" for key in sorted(known)[:_MOST_OPTIONS])
            about = f"it knows {listed}" if listed else None
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
        errors: list[SchemaFault],
    ) -> FieldProblem:
        """A problem with the words that may stand there, and the nearest as its fix."""
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
        wanted = self.wanted(error) or "some text"
        message = f"{self.name(path)} is empty; write {wanted}"
        return self.of_words(kind, path, span, message, about, "", [error])

    def words(self, error: SchemaFault, raw: str) -> str:
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

    def wanted(self, error: SchemaFault) -> str | None:
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

    def date(self, error: SchemaFault, raw: str) -> FieldProblem:
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

    def union(self, error: SchemaFault) -> Iterator[FieldProblem]:
        """The errors of the branch that came closest, or all types that would do."""
        path = error.path
        branches = [[SchemaFault.of(e, path) for e in branch] for branch in error.facts["context"]]
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
        said = self.at(schema_path).get("description")
        return f"`{key}`: {said.strip()}" if isinstance(said, str) and said.strip() else None


def _distance(branch: list[SchemaFault], path: KeyPath) -> tuple[int, int]:
    """How far a value is from a branch of a union: a wrong type says more than a missing key."""
    wrong = sum(
        error.keyword in ("type", "const", "enum") for error in branch if error.path == path
    )
    # A constant further in tells which branch is meant.
    wrong += sum(error.keyword == "const" for error in branch if error.path != path)
    return wrong, len(branch)


def _options(error: SchemaFault) -> list[Any]:
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
