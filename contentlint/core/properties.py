"""Properties that are computed on first use and stored in their object.

Before Python 3.12, `functools.cached_property` takes a lock for every first use, which costs more
than what most of these properties compute. Articles are not shared between threads.
"""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # takes the place of the one in `functools`
        """As `functools.cached_property`, without a lock."""

        def __init__(self, func: Any) -> None:
            self.func = func
            self.name = func.__name__
            self.__doc__ = func.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.func(instance)
            return value


__all__ = ["cached_property"]
