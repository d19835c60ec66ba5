"""Named tuples like those of `typing`, whose constructor is made when the first one is.

`typing.NamedTuple` compiles a constructor for each class, which costs more than a module without
one; a run on one article imports 150 such classes, and makes objects of a third of them.
"""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple
else:
    from _collections import _tuplegetter

    def _make(cls, values):
        """An object from the values of all fields, in order."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"{cls.__name__}: {len(made)} values for {len(cls._fields)} fields")
        return made

    def _replace(self, /, **changes):
        """A copy with other values for some fields."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            kind = TypeError if sys.version_info >= (3, 13) else ValueError
            raise kind(f"{type(self).__name__}: unknown fields {list(changes)}")
        return made

    def _shown(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in self._asdict().items()])
        return f"{type(self).__name__}({fields})"

    _METHODS = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,  # for `copy.replace` of Python 3.13
        "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
        "__repr__": _shown,
        "__getnewargs__": lambda self: tuple(self),
        "__slots__": (),
    }

    class _Maker(type):
        """The metaclass of `NamedTuple`, whose subclasses are plain tuples."""

        def __new__(cls, name: str, bases: tuple[type, ...], own: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, own)
            fields = tuple(own.get("__annotations__", ()))
            defaults = {field: own[field] for field in fields if field in own}
            getters = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
            about = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            first = {"__new__": lambda *given, **named: _construct(made, given, named)}
            made = type(name, (tuple,), {**_METHODS, **own, **getters, **about, **first})
            return made

    def _construct(made, given, named):
        """The first object of a class; gives the class its constructor."""
        names = ", ".join(made._fields)
        make = eval(  # of the names of fields in the source, as in `collections`
            f"lambda _cls, {names}: _new(_cls, ({names}{',' * bool(names)}))",
            {"_new": tuple.__new__, "__builtins__": {}},
        )
        make.__defaults__ = tuple(made._field_defaults.values())
        make.__name__ = "__new__"
        make.__qualname__ = f"{made.__qualname__}.__new__"
        made.__new__ = staticmethod(make)
        return make(*given, **named)

    class NamedTuple(metaclass=_Maker):
        """As `typing.NamedTuple`."""


__all__ = ["NamedTuple"]
