"""Classes with named fields, like dataclasses, but made in a tenth of the time.

A dataclass costs half a millisecond at import, because its methods are compiled from text, and
`dataclasses` itself imports five modules: together a fifth of a run that the cache answers. The
methods here are the same for all classes; making an object takes a microsecond more.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


class _Fresh:
    """A default that is made for each object."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], T]) -> T:
    """A field with a default of its own for each object, such as an empty list."""
    fresh: Any = _Fresh(default_factory)
    return fresh  # type: ignore[no-any-return]  # as for `dataclasses.field`


@overload
def record(kind: type[T]) -> type[T]: ...
@overload
def record(*, frozen: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: Any = None, *, frozen: bool = True, eq: bool = True) -> Any:
    """Give a class an `__init__` with its annotated fields, and methods to compare and show it.

    Args:
        kind: the class.
        frozen: whether its fields cannot be set again.
        eq: whether objects with equal fields are equal; if not, each equals only itself.
    """
    return _made(kind, frozen, eq) if kind is not None else lambda kind: _made(kind, frozen, eq)


def replace(given: T, **changes: Any) -> T:
    """A copy of a record with other values for some fields."""
    values = vars(given)
    kept = {name: values[name] for name in given.__match_args__}  # type: ignore[attr-defined]
    return type(given)(**(kept | changes))


def _made(kind: Any, is_frozen: bool, is_compared: bool) -> Any:
    names = tuple(kind.__annotations__)
    own = dict(vars(kind))
    defaults = {name: own[name] for name in names if name in own}
    kind.__match_args__ = names  # type: ignore[misc]  # as `dataclass` does
    methods = {"__init__": _initializer(kind.__name__, names, defaults), "__repr__": _shown}
    methods["__replace__"] = replace  # for `copy.replace` of Python 3.13
    if is_frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if is_compared:
        methods |= _comparison(kind, names, is_frozen=is_frozen)
    for name, method in methods.items():
        if own.get(name) is None:  # Python sets `__hash__` to None in a class with an `__eq__`
            setattr(kind, name, method)
    for name, default in defaults.items():
        if isinstance(default, _Fresh):
            delattr(kind, name)
    return kind


def _initializer(kind: str, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    def __init__(self: Any, *given: Any, **named: Any) -> None:
        values = self.__dict__
        values.update(zip(names, given, strict=False))
        number = len(given) + len(named)
        values.update(named)
        if len(values) != number or number > len(names):
            raise TypeError(f"{kind}: a field is given twice, or too many")
        if number < len(names):
            for name in names:
                if name not in values:
                    values[name] = _default(kind, name, defaults)
        if len(values) != len(names):
            raise TypeError(f"{kind}: unknown field in {sorted(named)}")

    return __init__


def _comparison(kind: type, names: tuple[str, ...], *, is_frozen: bool) -> dict[str, Any]:
    fields: Callable[[Any], Any] = attrgetter(*names)

    def __eq__(self: Any, other: object) -> Any:
        return fields(self) == fields(other) if other.__class__ is kind else NotImplemented

    return {"__eq__": __eq__, "__hash__": (lambda self: hash(fields(self))) if is_frozen else None}


def _default(kind: str, name: str, defaults: dict[str, Any]) -> Any:
    if name not in defaults:
        raise TypeError(f"{kind}: field `{name}` is missing")
    default = defaults[name]
    return default.make() if isinstance(default, _Fresh) else default


def _shown(self: Any) -> str:
    values = vars(self)
    fields = ", ".join(f"{name}={values[name]!r}" for name in self.__match_args__)
    return f"{type(self).__name__}({fields})"


def _refuse(self: Any, name: str, *_: Any) -> NoReturn:
    raise AttributeError(f"{type(self).__name__}: field `{name}` cannot be set")
