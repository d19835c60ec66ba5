"""Recognize valid front matter without Pydantic, whose import takes longer than a check.

A `Plan` has the keys of a shipped schema and the kinds of their values, made from its Pydantic
model by `clean_plan.py`. `is_clean` answers yes only if the model accepts the block and reports
nothing; for any other block, and if in doubt, the model is asked.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from contentlint.core import dates
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple
from contentlint.core.urls import is_templated, url_fault
from contentlint.front_matter.block import FrontMatter

if TYPE_CHECKING:
    from contentlint.schema.problem import FieldProblem, Schema
    from contentlint.schema.sources import Origin

# Integers up to this size are accepted by Pydantic as any number.
_MOST = 2**63 - 1
_FLAGS = frozenset({"true", "yes", "on", "false", "no", "off"})

LIST, WORD = "[]", "="
"""Suffix of a kind for a list of such values, and prefix of a word that a `Literal` allows."""


class Plan(NamedTuple):
    """The keys of a shipped schema.

    Args:
        is_shipped: as for `Schema`.
        kinds: for each key, the kinds of its valid values: names of `KINDS`, or a word or list.
        required: the keys of each required field, one of which must be present.
        any_case: the keys that are valid in any case, by their lower-case form.
        is_closed: whether unknown keys are invalid.
    """

    is_shipped: bool
    kinds: Mapping[str, list[str]]
    required: list[list[str]]
    any_case: Mapping[str, str]
    is_closed: bool


class ShippedSchema:
    """A shipped schema whose model is loaded for the first block that is not clean.

    Args:
        name: its reference.
        plan: its keys.
        load: returns the schema with its Pydantic model.
    """

    origins: "tuple[Origin, ...]" = ()

    def __init__(self, name: str, plan: Plan, load: "Callable[[], Schema]") -> None:
        self.name = name
        self.is_shipped = plan.is_shipped
        self._plan = plan
        self._load = load
        self._model: Schema | None = None

    def load(self) -> "Schema":
        """The schema with its model."""
        if self._model is None:
            self._model = self._load()
        return self._model

    def check(self, front_matter: FrontMatter) -> "tuple[FieldProblem, ...]":
        """Every problem of a front matter block, in file order."""
        if self._model is None and (
            front_matter.is_broken or is_clean(self._plan, front_matter.data)
        ):
            return ()
        return self.load().check(front_matter)


def shipped_schema(reference: str, plan: str, load: "Callable[[], Schema]") -> "Schema":
    """A shipped schema.

    Args:
        reference: its name.
        plan: its plan as JSON; `null` if it has none.
        load: returns the schema with its Pydantic model.
    """
    try:
        known = Plan(*json.loads(plan))
    except (ValueError, TypeError):
        return load()  # it has no plan
    return ShippedSchema(reference, known, load)


def is_clean(plan: Plan, data: Mapping[str, Any]) -> bool:
    """Whether a block is certainly valid; False if the model has to decide.

    Args:
        plan: the keys of its schema.
        data: its values.
    """
    if plan.any_case:
        exact = {key: value for key, value in data.items() if key in plan.kinds}
        data = {plan.any_case.get(key.lower(), key): value for key, value in data.items()} | exact
    if not all(any(key in data for key in keys) for keys in plan.required):
        return False
    for key, value in data.items():
        kinds = plan.kinds.get(key)
        if kinds is None:
            if plan.is_closed or not _is_text(key) or _may_be_misspelled(key, plan):
                return False
        elif not any(_is_a(kind, value) for kind in kinds):
            return False
    return True


def _may_be_misspelled(key: str, plan: Plan) -> bool:
    return key[:1] != "_" and nearest(key, plan.kinds.keys()) is not None


def _is_a(kind: str, value: Any) -> bool:
    """Whether a value is certainly valid for a kind."""
    if kind[:1] == WORD:
        return isinstance(value, str) and value == kind[1:]
    if kind.endswith(LIST):
        inner = kind.removesuffix(LIST)
        return isinstance(value, list) and all(_is_a(inner, item) for item in value)
    valid = KINDS.get(kind)
    return valid is not None and valid(value)


def _is_text(value: Any) -> bool:
    """Whether a value is a string of valid Unicode, or is converted to one."""
    if isinstance(value, str):
        # Pydantic rejects lone surrogates, which JSON can contain.
        return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)
    return _is_number(value) or isinstance(value, date)


def _is_filled(value: Any) -> bool:
    return _is_text(value) and (not isinstance(value, str) or bool(value.strip()))


def _is_number(value: Any) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return _is_whole_number(value)


def _is_whole_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_MOST <= value <= _MOST


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value.lower() in _FLAGS)


def _is_date(value: Any) -> bool:
    if isinstance(value, date):
        return True
    if not isinstance(value, str) or not value.strip() or is_templated(value):
        return False
    try:
        dates.read_date(value)
    except dates.NotADate:
        return False
    return True


def _is_image(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_image, value))
    return isinstance(value, (bool, dict)) or _is_url(value)


def _is_url(value: Any) -> bool:
    if not isinstance(value, str) or not _is_filled(value):
        return False
    return url_fault(value, ("http", "https")) is None


def _is_language(value: Any) -> bool:
    """Whether it is a code such as `en` or `zh-CN`."""
    if not isinstance(value, str) or not value.isascii():
        return False
    first, *others = value.replace("_", "-").split("-")
    is_code = first.isalpha() and 2 <= len(first) <= 3
    return is_code and all(other.isalnum() and 2 <= len(other) <= 8 for other in others)


def _is_named(value: Any) -> bool:
    """Whether it is a string that is not blank, or a mapping, or nothing."""
    return value is None or isinstance(value, dict) or _is_filled(value)


def _is_one_or_list(value: Any, is_valid: Callable[[Any], bool]) -> bool:
    return all(map(is_valid, value)) if isinstance(value, list) else is_valid(value)


def _is_category(value: Any) -> bool:
    return _is_one_or_list(value, _is_named)


def _is_text_or_none(value: Any) -> bool:
    return value is None or _is_text(value)


# The values that are certainly valid for the types of `contentlint.fields` with these names, and
# for some types of Python. Types that are missing here are always checked by the model.
KINDS: dict[str, Callable[[Any], bool]] = {
    "Any": lambda _: True,
    "Authors": lambda value: _is_one_or_list(value, _is_named),
    "Categories": lambda value: _is_one_or_list(value, _is_category),
    "Flag": _is_flag,
    "Image": _is_image,
    "ImageUrl": _is_url,
    "Language": _is_language,
    "None": lambda value: value is None,
    "Number": _is_number,
    "PublishDate": _is_date,
    "Tag": _is_named,
    "Tags": lambda value: _is_one_or_list(value, _is_named),
    "Text": _is_text,
    "Texts": lambda value: _is_one_or_list(value, _is_text_or_none),
    "Title": _is_filled,
    "Url": _is_url,
    "WholeNumber": _is_whole_number,
    "WordedDate": _is_date,
    "bool": lambda value: isinstance(value, bool),
    "dict": lambda value: isinstance(value, dict) and all(map(_is_text_key, value)),
    "str": lambda value: isinstance(value, str) and _is_text(value),
}


def _is_text_key(key: Any) -> bool:
    return isinstance(key, str) and _is_text(key)
