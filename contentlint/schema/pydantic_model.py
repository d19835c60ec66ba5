"""Check front matter against a Pydantic model, with messages and spans for its errors."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from contentlint.core.dates import NotADate, read_date
from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span
from contentlint.core.spelling import nearest
from contentlint.core.urls import is_templated
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.schema.problem import FieldProblem, Kind, inside_quotes, rename
from contentlint.schema.shipped import common_keys
from contentlint.schema.sources import Origin
from contentlint.schema.wording import allowed_options, message_for, plain_value, reason_of

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
            self.model.model_validate(dict(front_matter.data))
        except ValidationError as error:
            found.extend(self._problems(front_matter, error))
        found.extend(self._misspelled(front_matter, {problem.span for problem in found}))
        # A required key that is misspelled is reported once, at the misspelled key.
        missing = [problem for problem in found if problem.kind == "missing"]
        renamed = [self._field(problem.path) for problem in missing if problem.fix]
        duplicates = [
            p for p in missing if not p.fix and any(self._field(p.path) is f for f in renamed)
        ]
        found = [problem for problem in found if problem not in duplicates]
        return tuple(sorted(found, key=lambda problem: (problem.span, problem.message)))

    def _problems(self, front_matter: FrontMatter, error: Any) -> Iterator[FieldProblem]:
        """One problem for each path; all branches of a union fail at the same one."""
        by_path: dict[KeyPath, list[ErrorDetails]] = {}
        for details in error.errors(include_url=False):
            missing = details["type"] == "missing"
            path = _path(front_matter.data, details["loc"], missing=missing)
            by_path.setdefault(path, []).append(details)
        retyped = {value.path for value in front_matter.retyped}
        unintended = {value.path for value in front_matter.retyped if value.is_unintended}
        # Errors inside a mapping or list are more specific than those of other union branches.
        parents = {path[:depth] for path in by_path for depth in range(1, len(path))}
        for path, errors in by_path.items():
            problem = None if path in parents else self._problem(front_matter, path, errors)
            if problem is None:
                continue
            # An ambiguous `no` or `1.10` is reported once, by `front-matter/ambiguous-value`.
            is_reported = path in unintended or (
                problem.kind == "invalid" and path in retyped and _expects_string(errors)
            )
            if not is_reported:
                yield problem

    def _problem(
        self, front_matter: FrontMatter, path: KeyPath, errors: "list[ErrorDetails]"
    ) -> FieldProblem | None:
        first = errors[0]
        if len(path) > 1 and (_is_from_template(first["input"]) or str(path[-1])[:1] == "{"):
            return None
        name = ".".join(map(str, path))
        about = self._description(path)
        if first["type"] == "missing":
            span = front_matter.span_of(path[:-1]) if len(path) > 1 else front_matter.opening
            return FieldProblem("missing", path, span, f"`{name}` is missing", about)
        span = front_matter.span_of(path)
        if first["type"] == "extra_forbidden":
            return self._unknown(front_matter, path)
        if first["type"] == "contentlint_empty" or first["input"] is None:
            return self._empty(front_matter, path, first)
        raw = front_matter.raw(path)
        if _is_from_template(first["input"] if raw is None else raw):
            return None
        raw = str(first["input"]) if raw is None else raw
        dated = next((error for error in errors if _is_a_date(error)), first)
        if dated["type"].startswith(("date", "contentlint_date")):
            return self._date(front_matter, path, dated, raw)
        if not path:
            message = f"front matter: {reason_of(first)}"
            return FieldProblem("invalid", path, front_matter.opening, message, about)
        message = f"`{name}`: {message_for(errors, raw)}"
        allowed = allowed_options(errors)
        near = nearest(raw, allowed)
        fix = None if near is None else rename(inside_quotes(span, raw), near)
        return FieldProblem("invalid", path, span, message, about, fix, allowed)

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
                words, proposal = f"has the wrong format; write `{iso[:10]}` or `{iso}`", None
            except NotADate as fault:
                words, proposal = fault.message, fault.proposal
        message = f"`{name}`: `{plain_value(raw)}` {words}"
        fix = None
        if proposal is not None:
            written = inside_quotes(span, raw)
            fix = Fix(f"write `{proposal}`", (Edit(written, proposal),), names=(written,))
        return FieldProblem("date", path, span, message, None, fix)

    def _unknown(self, front_matter: FrontMatter, path: KeyPath) -> FieldProblem:
        name = ".".join(map(str, path))
        span = front_matter.span_of(path, key=True)
        known = self._names(path[:-1])
        near = nearest(str(path[-1]), known)
        if near is None:
            listed = ", ".join(f"`{key}`" for key in sorted(known)[:12])
            about = f"known keys: {listed}"
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
            span = front_matter.span_of((key,), key=True)
            if span in reported or (near.lower() == key.lower() and self._takes_any_case):
                continue
            if self._is_required((near,)):
                yield _misspelled_field((near,), span, key)
                continue
            message = f"`{key}`: unknown key; did you mean `{near}`?"
            yield FieldProblem("unknown", (key,), span, message, None, rename(span, near))

    def _model_at(self, path: KeyPath) -> "type[BaseModel] | None":
        """The model of a nested mapping; None if it has none."""
        from pydantic import BaseModel

        model: type[BaseModel] | None = self.model
        for part in path:
            if model is None or not isinstance(part, str):
                return None
            field = model.model_fields.get(part)
            inner: Any = field.annotation if field else None
            is_model = isinstance(inner, type) and issubclass(inner, BaseModel)
            model = inner if is_model else None
        return model

    def _names(self, path: KeyPath) -> frozenset[str]:
        """The keys of the model at a path: names and aliases of its fields."""
        if not path:
            return self._known
        return _field_names(self._model_at(path))

    @cached_property
    def _known(self) -> frozenset[str]:
        return _field_names(self.model)

    @cached_property
    def _takes_any_case(self) -> bool:
        from contentlint.bases import AnyCase

        return issubclass(self.model, AnyCase)

    def _field(self, path: KeyPath) -> Any:
        model = self._model_at(path[:-1])
        if model is None or not path:
            return None
        for name, field in model.model_fields.items():
            choices = getattr(field.validation_alias, "choices", ())
            if path[-1] in (name, field.alias, field.validation_alias, *choices):
                return field
            if self._takes_any_case and str(path[-1]).lower() == name.lower():
                return field
        return None

    def _description(self, path: KeyPath) -> str | None:
        field = self._field(path)
        return f"`{path[-1]}`: {field.description}" if field and field.description else None

    def _is_required(self, path: KeyPath) -> bool:
        field = self._field(path)
        return field is not None and field.is_required()


# Keys that only articles have, unlike redirects, layouts and the settings of a section.
_ARTICLE_KEYS = frozenset(
    "date author authors byline tags tag categories category excerpt cover thumbnail headimg "
    "pubDate publishDate published_at updated lastmod".split()
)


def describes_an_article(data: Mapping[str, Any]) -> bool:
    """Whether a block belongs to an article, which must have the required keys."""
    return not _ARTICLE_KEYS.isdisjoint(data)


def article_keys() -> tuple[str, ...]:
    """The keys that identify the block of an article, sorted."""
    return tuple(sorted(_ARTICLE_KEYS))


def _field_names(model: "type[BaseModel] | None") -> frozenset[str]:
    names: set[str] = set()
    for name, field in (model.model_fields if model else {}).items():
        aliases = [field.alias, field.validation_alias]
        choices = getattr(field.validation_alias, "choices", [])
        found = [alias for alias in (*aliases, *choices) if isinstance(alias, str)]
        names.update(found or [name])
        if model is not None and model.model_config.get("populate_by_name"):
            names.add(name)
    return frozenset(names)


def _path(data: Mapping[str, Any], location: tuple[int | str, ...], *, missing: bool) -> KeyPath:
    """The key path of an error, without Pydantic's names of union branches and wrappers."""
    path: list[str | int] = []
    value: Any = data
    for part in location:
        if isinstance(value, Mapping):
            part = _as_written(value, part)
            is_there = part in value
        else:
            is_there = (
                isinstance(value, (list, tuple)) and isinstance(part, int) and part < len(value)
            )
        if is_there:
            value = value[part]
            path.append(part)
    if missing:
        path.append(location[-1])
    return tuple(path)


def _as_written(mapping: Mapping[str, Any], key: str | int) -> str | int:
    """The key as written in the mapping, which may differ in case."""
    if key in mapping or not isinstance(key, str):
        return key
    return next((known for known in mapping if known.lower() == key.lower()), key)


def _expects_string(errors: "list[ErrorDetails]") -> bool:
    """Whether the value would be valid as a string."""
    return any(
        error["type"] == "string_type" or error.get("ctx", {}).get("wants_text") for error in errors
    )


def _is_a_date(error: "ErrorDetails") -> bool:
    """Whether a value was meant as a date, whatever other branches of a union expect."""
    return error["type"] == "contentlint_date" and bool(error.get("ctx", {}).get("is_dated"))


def _is_from_template(value: Any) -> bool:
    """Whether a template fills in the value; YAML parses an unquoted `{{ title }}` as mappings."""
    if isinstance(value, Mapping):
        return any(str(key).startswith("{") for key in value)
    return isinstance(value, str) and is_templated(value)


def _misspelled_field(path: KeyPath, span: Span, written: str) -> FieldProblem:
    """The problem of a required field with a misspelled key."""
    name = ".".join(map(str, path))
    message = f"`{name}` is missing; found `{written}`, did you mean `{path[-1]}`?"
    return FieldProblem("missing", path, span, message, None, rename(span, str(path[-1])))
