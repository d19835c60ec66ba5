"""`contentlint.core.tuples.NamedTuple` behaves as `typing.NamedTuple`."""

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from contentlint.core import tuples


class _Own(tuples.NamedTuple):
    """A mark on a map.

    Args:
        name: its name.
    """

    name: str
    height: int = 0
    tags: tuple[str, ...] = ()

    @property
    def is_low(self) -> bool:
        return self.height < 1

    @classmethod
    def none(cls) -> "_Own":
        return cls("")


class _Other(typing.NamedTuple):
    name: str
    height: int = 0
    tags: tuple[str, ...] = ()


class _Below(_Own):
    __slots__ = ()

    def __new__(cls, name: str) -> "_Below":
        return super().__new__(cls, name, -1)


class _Empty(tuples.NamedTuple):
    pass


def test_an_object_is_a_tuple_with_names() -> None:
    mark = _Own("pier", tags=("sea",))
    name, height, tags = mark
    assert (name, height, tags) == mark == ("pier", 0, ("sea",))
    assert (mark.name, mark[1], mark.is_low, _Own.none().name) == ("pier", 0, True, "")
    assert hash(mark) == hash(("pier", 0, ("sea",)))
    assert not hasattr(mark, "__dict__")
    match mark:
        case _Own(found, 0):
            assert found == "pier"
        case _:
            pytest.fail("no match")
    assert (_Own.__doc__ or "").startswith("A mark")
    assert _Own.__module__ == __name__
    assert _Empty() == ()


CASES: list[Callable[[Any], Any]] = [
    lambda kind: kind("a", 1, ("b",)),
    lambda kind: repr(kind("a", height=1)).partition("(")[2],
    lambda kind: kind(tags=(), name="a")._asdict(),
    lambda kind: kind("a")._replace(height=2),
    lambda kind: kind._make(["a", 1, ()]),
    lambda kind: kind._fields,
    lambda kind: kind._field_defaults,
    lambda kind: kind.__match_args__,
    lambda kind: typing.get_type_hints(kind),
    lambda kind: pickle.loads(pickle.dumps(kind("a"))) == kind("a"),
    lambda kind: copy.deepcopy(kind("a", 1, ())),
    lambda kind: type(kind),
    lambda kind: kind.__bases__,
]
FAULTS: list[Callable[[Any], Any]] = [
    lambda kind: kind(),
    lambda kind: kind("a", 1, (), 2),
    lambda kind: kind("a", name="b"),
    lambda kind: kind("a", depth=1),
    lambda kind: kind._make(["a"]),
    lambda kind: kind("a")._replace(depth=1),
    lambda kind: setattr(kind("a"), "name", "b"),
    lambda kind: setattr(kind("a"), "depth", 1),
]


@pytest.mark.parametrize("case", CASES)
def test_it_has_what_others_have(case: Callable[[Any], Any]) -> None:
    assert case(_Own) == case(_Other)


@pytest.mark.parametrize("fault", FAULTS)
def test_it_refuses_what_others_refuse(fault: Callable[[Any], Any]) -> None:
    kinds = []
    for kind in (_Own, _Other):
        with pytest.raises((TypeError, ValueError, AttributeError)) as caught:
            fault(kind)
        kinds.append(caught.type)
    assert kinds[0] is kinds[1]


def test_a_class_may_be_extended() -> None:
    assert _Below("mud") == ("mud", -1, ())
    assert type(_Below("mud")) is _Below
    assert type(_Own("mud")) is _Own


def test_the_first_object_of_a_class_is_made_like_the_others() -> None:
    class Fresh(tuples.NamedTuple):
        a: int
        b: int = 2

    with pytest.raises(TypeError):
        Fresh()  # type: ignore[call-arg]  # on purpose
    assert [Fresh(1), Fresh(b=3, a=2)] == [(1, 2), (2, 3)]

    class Extended(Fresh):
        __slots__ = ()

    assert type(Extended(1)) is Extended
