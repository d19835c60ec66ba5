"""Rules without Python: the tables `[[checks]]` of a configuration.

Each looks for elements (`select`), for text (`pattern`) or at a key of the front matter (`field`),
and reports what it finds (`mode = "forbid"`) or its absence (`mode = "require"`).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import ModuleType
from typing import Any

from contentlint import registry
from contentlint.core.tuples import NamedTuple
from contentlint.rule import (
    Document,
    Example,
    Fix,
    Problem,
    Problems,
    Rule,
    Span,
    cut,
    good,
    replace,
    rule,
    unmarked,
)

MATCH = "{match}"
"""Stands for the marked text in a message."""

FRONT_MATTER = "front-matter"
SCOPES = ("prose", "raw", FRONT_MATTER)

_SAMPLE = "sample.md"


class Declared(NamedTuple):
    """A check of a configuration, validated.

    Args:
        id: its rule id.
        place: where it is defined, as `contentlint.toml:12`.
        data: its keys as JSON.
    """

    id: str
    place: str
    data: str

    def rule(self) -> Rule:
        """The rule."""
        return _Check(self, json.loads(self.data)).rule()


class _Check:
    """Makes the rule of a check."""

    def __init__(self, declared: Declared, keys: Mapping[str, Any]) -> None:
        self._declared = declared
        self._keys = keys
        self._message: str = keys["message"]
        self._is_required = mode_of(keys) == "require"

    def rule(self) -> Rule:
        find = next(made for key, made in self._kinds.items() if key in self._keys)

        def check(document: Document) -> Problems:
            yield from find(document)

        made = rule(severity=self._keys.get("severity", "warning"))(check)
        module = ModuleType(self._declared.id)
        module.__doc__ = self._page
        vars(module)["EXAMPLES"] = [*self._examples()]
        vars(module)["check"] = made
        return registry.rule_in(module, self._declared.id)

    @property
    def _kinds(self) -> Mapping[str, Callable[[Document], Problems]]:
        return {"select": self._elements, "pattern": self._text, "field": self._field}

    @property
    def _page(self) -> str:
        """The description, or what the check looks for, and where it is defined."""
        kind = next(key for key in self._kinds if key in self._keys)
        looks = f"{kind} `{self._keys[kind]}`"
        verb = "requires" if self._is_required else "forbids"
        summary = f"The configuration {verb} the {looks}."
        description = self._keys.get("description", "")
        return f"{description or summary}\n\nDefined in {self._declared.place}."

    def _problem(self, document: Document, span: Span, fix: Fix | None = None) -> Problem:
        found = cut(document.text[span.start : span.end])
        return Problem(span, self._message.replace(MATCH, found), fix)

    def _absent(self, document: Document, span: Span | None = None) -> Problem:
        """The problem of something that is required and missing, at the start of the body."""
        if span is None:
            text, start = document.text, document.body.start
            start += len(text[start:]) - len(text[start:].lstrip())
            end = text.find("\n", start)
            span = Span(start, len(text) if end < 0 else end)
        return Problem(span, self._message.replace(MATCH, ""), about=self._declared.id)

    # --- elements

    def _elements(self, document: Document) -> Problems:
        found = [e for e in document.select(self._keys["select"]) if e.span.start < e.span.end]
        if self._is_required:
            if not found:
                yield self._absent(document)
            return
        for element in found:
            # The range of a Markdown block ends with its line.
            start, end = element.span
            end = start + len(document.text[start:end].rstrip())
            yield self._problem(document, Span(start, end))

    # --- text

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._keys["pattern"], flags_of(self._keys))

    def _text(self, document: Document) -> Problems:
        is_found = False
        for span, is_value in self._scopes(document):
            for match in self._pattern.finditer(document.text, span.start, span.end):
                if match.end() > match.start():
                    is_found = True
                    if not self._is_required:
                        place = Span(*match.span())
                        names = (place,) if is_value else ()
                        yield self._problem(document, place, self._fix(place, match, names))
        if self._is_required and not is_found:
            yield self._absent(document, self._value_span(document))

    def _scopes(self, document: Document) -> Iterator[tuple[Span, bool]]:
        """The ranges that are searched, and whether each is a value of the front matter."""
        scope, dot, key = str(self._keys.get("in", "prose")).partition(".")
        if scope == "raw":
            yield Span(0, len(document.text)), False
        elif scope == "prose":
            for run in document.text_runs:
                yield run.span, False
        else:
            wanted = tuple(key.split(".")) if dot else ()
            front_matter = document.front_matter
            for path in front_matter.scalars:
                if path[: len(wanted)] == wanted:
                    yield front_matter.span_of(path), True

    def _value_span(self, document: Document) -> Span | None:
        scope, dot, key = str(self._keys.get("in", "prose")).partition(".")
        if scope != FRONT_MATTER:
            return None
        return document.front_matter.span_of(tuple(key.split(".")) if dot else ())

    def _fix(self, span: Span, match: re.Match[str] | None, names: tuple[Span, ...]) -> Fix | None:
        fix = self._keys.get("fix")
        if fix is None:
            return None
        fix = {"replace": fix} if isinstance(fix, str) else fix
        text = fix["replace"] if match is None else match.expand(fix["replace"])
        title = fix.get("title") or (f"replace it with `{cut(text)}`" if text else "remove it")
        return replace(span, text, title, "safe" if fix.get("safe") else "unsafe", names)

    # --- a key of the front matter

    @cached_property
    def _validator(self) -> Any:
        import jsonschema_rs

        return jsonschema_rs.validator_for(self._keys.get("schema", {}), retriever=_no_retrieval)

    def _field(self, document: Document) -> Problems:
        path = tuple(self._keys["field"].split("."))
        front_matter = document.front_matter
        if front_matter.is_broken:
            return
        value: Any = front_matter.data
        for name in path:
            if not isinstance(value, Mapping) or name not in value:
                if self._is_required and not self._keys.get("optional"):
                    yield self._absent(document, front_matter.span_of(path))
                return
            value = value[name]
        if self._validator.is_valid(_plain(value)) != self._is_required:
            span = front_matter.span_of(path)
            yield self._problem(document, span, self._fix(span, None, (span,)))

    # --- samples

    def _examples(self) -> Iterator[Example]:
        for sample in self._keys.get("good", ()):
            text, path, _ = _sample(sample)
            yield good(text, path=path, schema=None)
        for sample in self._keys.get("bad", ()):
            text, path, fixed = _sample(sample)
            plain, spans = unmarked(text)
            messages = [
                self._message.replace(MATCH, cut(plain[span.start : span.end])) for span in spans
            ]
            yield Example(text, tuple(messages), fixed, path, None, {}, is_bad=True)


def mode_of(keys: Mapping[str, Any]) -> str:
    """Whether a check forbids or requires what it looks for."""
    mode: str = keys.get("mode") or ("require" if "field" in keys else "forbid")
    return mode


def flags_of(keys: Mapping[str, Any]) -> int:
    """The flags of a check's pattern: `^` and `$` are those of lines."""
    return re.MULTILINE | (re.IGNORECASE if keys.get("ignore-case") else 0)


def _sample(sample: str | Mapping[str, Any]) -> tuple[str, str, str | None]:
    if isinstance(sample, str):
        return sample, _SAMPLE, None
    return sample["text"], sample.get("path", _SAMPLE), sample.get("fixed")


def _no_retrieval(uri: str) -> Any:
    raise ValueError(uri)


def _plain(value: Any) -> Any:
    """A value of the front matter as JSON has it: dates are strings."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
