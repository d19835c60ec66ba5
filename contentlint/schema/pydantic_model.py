"""Check front matter against a Pydantic model, with messages and spans for its errors."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, Any

from contentlint.core.dates import NotADate, read_date
from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span
from contentlint.core.spelling import nearest
from contentlint.core.urls import is_templated
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.schema.branches import KEY, Located, located
from contentlint.schema.failures import check_failed
from contentlint.schema.problem import FieldProblem, Kind, inside_quotes, rename
from contentlint.schema.shape import Field, fields_at, words_of
from contentlint.schema.shipped import common_keys, real_words
from contentlint.schema.sources import Origin
from contentlint.schema.wording import (
    allowed_options,
    date_words,
    listed,
    message_for,
    plain_value,
    reason_of,
)

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


class ModelSchema:
    """A Pydantic model that front matter is checked against.

    Args:
        name: the reference that it was loaded from, as shown in reports.
        model: the model.
        is_shipped: whether it is the shipped schema of a generator, whose required keys nobody
            chose.
        origins: the files that it was loaded from.
    """

    def __init__(
        self,
        name: str,
        model: "type[BaseModel]",
        *,
        is_shipped: bool = False,
        origins: tuple[Origin, ...] = (),
    ) -> None:
        self.name = name
        self.origins = origins
        self.model = model
        self.is_shipped = is_shipped

    def check(self, front_matter: FrontMatter) -> tuple[FieldProblem, ...]:
        """Every problem of a front matter block, in file order."""
        from pydantic import ValidationError

        if front_matter.is_broken:
            return ()
        found: list[FieldProblem] = []
        try:
            self._validate(dict(front_matter.data))
        except ValidationError as error:
            found.extend(self._problems(front_matter, error))
        found.extend(self._misspelled(front_matter, {problem.span for problem in found}))
        # A required key that is misspelled is reported once, at the misspelled key.
        missing = [problem for problem in found if problem.kind == "missing"]
        renamed = [(p.path[:-1], self._field(p.path)) for p in missing if p.fix]
        duplicates = [
            p for p in missing if not p.fix and (p.path[:-1], self._field(p.path)) in renamed
        ]
        found = [problem for problem in found if problem not in duplicates]
        found = list(dict.fromkeys(found))  # the misspelled key is unknown, and another is missing
        return tuple(sorted(found, key=lambda problem: (problem.span, problem.message)))

    def _validate(self, data: dict[str, Any]) -> None:
        """Validate a front matter block.

        Raises:
            ValidationError: it is not valid.
            SchemaError: code of the schema fails.
        """
        if not self.origins:
            self.model.model_validate(data)
            return
        from pydantic import ValidationError

        try:
            # A validator may print, and change what it gets: not the report, and not the article.
            with redirect_stdout(sys.stderr):
                self.model.model_validate(deepcopy(data))
        except (ValidationError, MemoryError):
            raise
        except (Exception, SystemExit) as error:
            raise check_failed(error, self.name) from error

    def _problems(self, front_matter: FrontMatter, error: Any) -> Iterator[FieldProblem]:
        """One problem for each path."""
        by_path: dict[KeyPath, list[Located]] = {}
        for found in located(front_matter.data, error.errors(include_url=False)):
            if found.branch == KEY:
                yield _invalid_key(front_matter, found)
                continue
            by_path.setdefault(found.path, []).append(found)
        retyped = {value.path for value in front_matter.retyped}
        unintended = {value.path for value in front_matter.retyped if value.is_unintended}
        # Errors inside a mapping or list are more specific than those of other union branches.
        parents = {path[:depth] for path in by_path for depth in range(1, len(path))}
        for path, located_errors in by_path.items():
            errors = [found.error for found in located_errors]
            is_parent = path in parents
            branch = located_errors[0].branch
            problem = None if is_parent else self._problem(front_matter, path, errors, branch)
            if problem is None:
                continue
            # An ambiguous `no` or `1.10` is reported once, by `front-matter/ambiguous-value`.
            is_reported = path in unintended or (
                problem.kind == "invalid" and path in retyped and _expects_string(errors)
            )
            if not is_reported:
                yield problem

    def _problem(
        self,
        front_matter: FrontMatter,
        path: KeyPath,
        errors: "list[ErrorDetails]",
        branch: str | None,
    ) -> FieldProblem | None:
        first = errors[0]
        if len(path) > 1 and (_is_from_template(first["input"]) or str(path[-1])[:1] == "{"):
            return None
        name = ".".join(map(str, path))
        about = self._description(path)
        if first["type"] == "missing":
            return self._missing(front_matter, path, first, branch)
        span = front_matter.span_of(path)
        if first["type"] == "extra_forbidden":
            return self._unknown(front_matter, path, branch)
        if first["type"] == "contentlint_empty" or first["input"] is None:
            return self._empty(front_matter, path, first)
        raw = front_matter.raw(path)
        if _is_from_template(first["input"] if raw is None else raw):
            return None
        raw = str(first["input"]) if raw is None else raw
        dated = next((error for error in errors if _is_a_date(error)), first)
        if dated["type"].startswith(("date", "contentlint_date")) and not date_words(dated, raw):
            return self._date(front_matter, path, dated, raw)
        if not path:
            message = f"front matter: {reason_of(first)}"
            return FieldProblem("invalid", path, front_matter.opening, message, about)
        message = f"`{name}`: {message_for(errors, raw)}"
        allowed = allowed_options(errors)
        near = nearest(raw, allowed)
        fix = None if near is None else rename(inside_quotes(span, raw), near)
        return FieldProblem("invalid", path, span, message, about, fix, allowed)

    def _missing(
        self, front_matter: FrontMatter, path: KeyPath, error: "ErrorDetails", branch: str | None
    ) -> FieldProblem:
        """The problem of a missing key, which may be there with another spelling."""
        name, about = ".".join(map(str, path)), self._description(path)
        if error.get("ctx", {}).get("discriminator"):
            fields = [f for f in self._fields(path[:-1]) if path[-1] in f.keys]
            words = tuple(dict.fromkeys(w for f in fields for w in words_of(f.annotation)))
            message = f"`{name}` is missing; expected {listed(words)}"
            span = front_matter.span_of(path[:-1]) if len(path) > 1 else front_matter.opening
            return FieldProblem("missing", path, span, message, about, None, words)
        if len(path) == 1:
            return FieldProblem(
                "missing", path, front_matter.opening, f"`{name}` is missing", about
            )
        holder = error["input"]
        unknown = set(holder) - self._names(path[:-1], branch) if _is_mapping(holder) else set()
        near = nearest(str(path[-1]), unknown)
        if near is not None:
            written = (*path[:-1], near)
            span = front_matter.span_of(written, key=True)
            return _misspelled_field(path, span, ".".join(map(str, written)))
        span = front_matter.span_of(path[:-1])
        return FieldProblem("missing", path, span, f"`{name}` is missing", about)

    def _empty(
        self, front_matter: FrontMatter, path: KeyPath, error: "ErrorDetails"
    ) -> FieldProblem | None:
        is_required = self._is_required(path)
        if len(path) == 1 and not is_required:
            return None
        words = error["msg"] if error["type"] == "contentlint_empty" else "is empty"
        span = front_matter.span_of(path)
        span = front_matter.span_of(path, key=True) if span.start == span.end else span
        message = f"`{'.'.join(map(str, path))}` {words}"
        kind: Kind = "missing" if is_required else "invalid"
        return FieldProblem(kind, path, span, message, self._description(path))

    def _date(
        self, front_matter: FrontMatter, path: KeyPath, error: "ErrorDetails", raw: str
    ) -> FieldProblem:
        """The problem of an invalid date; the same words for `PublishDate` and Pydantic's types."""
        name = ".".join(map(str, path))
        span = front_matter.span_of(path)
        words, proposal = error["msg"], error.get("ctx", {}).get("iso")
        if error["type"] != "contentlint_date":
            try:
                iso = read_date(raw).isoformat()
                forms = listed(tuple(dict.fromkeys((iso[:10], iso))))
                words, proposal = f"has the wrong format; write {forms}", None
            except NotADate as fault:
                words, proposal = fault.message, fault.proposal
        message = f"`{name}`: `{plain_value(raw)}` {words}"
        fix = None
        if proposal is not None:
            written = inside_quotes(span, raw)
            fix = Fix(f"write `{proposal}`", (Edit(written, proposal),), names=(written,))
        return FieldProblem("date", path, span, message, None, fix)

    def _unknown(
        self, front_matter: FrontMatter, path: KeyPath, branch: str | None = None
    ) -> FieldProblem:
        name = ".".join(map(str, path))
        span = front_matter.span_of(path, key=True)
        known = self._names(path[:-1], branch)
        near = nearest(str(path[-1]), known)
        if near is None:
            names = ", ".join(f"`{key}`" for key in sorted(known)[:12])
            about = f"known keys: {names}" if names else None
            about = getattr(self.model, "unknown_key_help", about) if len(path) == 1 else about
            return FieldProblem("unknown", path, span, f"`{name}`: unknown key", about)
        meant = (*path[:-1], near)
        if self._is_required(meant) and meant not in front_matter.entries:
            return _misspelled_field(meant, span, name)
        message = f"`{name}`: unknown key; did you mean `{near}`?"
        return FieldProblem("unknown", path, span, message, None, rename(span, near))

    def _misspelled(self, front_matter: FrontMatter, reported: set[Span]) -> Iterator[FieldProblem]:
        """Unknown keys that are probably misspellings of a key in this schema."""
        known = self._names(())
        for key in front_matter.data:
            if key in known or key[:1] == "_":
                continue
            near = nearest(key, known)
            if near is None or near in front_matter.data or key in common_keys():
                continue
            if _is_compound(key, near):
                continue
            # A title is so rarely missing that its key was misspelled, whatever the word means.
            if key.lower() in real_words() and not self._is_required((near,)):
                continue
            span = front_matter.span_of((key,), key=True)
            if span in reported or (near.lower() == key.lower() and self._takes_any_case):
                continue
            if self._is_required((near,)):
                yield _misspelled_field((near,), span, key)
                continue
            message = f"`{key}`: unknown key; did you mean `{near}`?"
            yield FieldProblem("unknown", (key,), span, message, None, rename(span, near))

    def _fields(self, path: KeyPath, branch: str | None = None) -> tuple[Field, ...]:
        """The fields of the model at a path.

        Args:
            path: the path of a mapping.
            branch: the branch of a union, if it is known: the name of its model.
        """
        found = fields_at(self.model, path)
        return tuple(field for field in found if field.owner == branch) or found

    def _names(self, path: KeyPath, branch: str | None = None) -> frozenset[str]:
        """The keys of the model at a path: names and aliases of its fields."""
        if not path and branch is None:
            return self._known
        return frozenset(key for field in self._fields(path, branch) for key in field.keys)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(key for field in self._fields(()) for key in field.keys)

    @cached_property
    def _takes_any_case(self) -> bool:
        from contentlint.bases import AnyCase

        return issubclass(self.model, AnyCase)

    def _field(self, path: KeyPath) -> Field | None:
        """The field of a path; None if the schema has none."""
        key = str(path[-1]) if path else ""
        for field in self._fields(path[:-1]):
            if key in field.keys or key == field.name:
                return field
            if self._takes_any_case and key.lower() == field.name.lower():
                return field
        return None

    def _description(self, path: KeyPath) -> str | None:
        field = self._field(path)
        return f"`{path[-1]}`: {field.description}" if field and field.description else None

    def _is_required(self, path: KeyPath) -> bool:
        field = self._field(path)
        return field is not None and field.is_required


def _expects_string(errors: "list[ErrorDetails]") -> bool:
    """Whether the value would be valid as a string."""
    return any(
        error["type"] == "string_type" or error.get("ctx", {}).get("wants_text") for error in errors
    )


def _is_a_date(error: "ErrorDetails") -> bool:
    """Whether a value was meant as a date, whatever other branches of a union expect."""
    return error["type"] == "contentlint_date" and bool(error.get("ctx", {}).get("is_dated"))


def _invalid_key(front_matter: FrontMatter, found: Located) -> FieldProblem:
    """The problem of a key that the type of a mapping does not allow."""
    name = ".".join(map(str, found.path[:-1]))
    words = message_for([found.error], str(found.path[-1]))
    span = front_matter.span_of(found.path, key=True)
    return FieldProblem("invalid", found.path, span, f"`{name}`: key: {words}")


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_from_template(value: Any) -> bool:
    """Whether a template fills in the value; YAML parses an unquoted `{{ title }}` as mappings."""
    if isinstance(value, Mapping):
        return any(str(key).startswith("{") for key in value)
    return isinstance(value, str) and is_templated(value)


def _is_compound(key: str, near: str) -> bool:
    """Whether a key has a key of the schema as a part, as in `og-description`."""
    parts = key.lower().replace("-", "_").split("_")
    return all(parts) and len(parts) > 1 and near.lower() in parts


def _misspelled_field(path: KeyPath, span: Span, written: str) -> FieldProblem:
    """The problem of a required field with a misspelled key."""
    name = ".".join(map(str, path))
    message = f"`{name}` is missing; found `{written}`, did you mean `{path[-1]}`?"
    return FieldProblem("missing", path, span, message, None, rename(span, str(path[-1])))
