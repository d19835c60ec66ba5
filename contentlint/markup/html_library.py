"""turbohtml without the parts that a check does not use, whose import takes as long as the check.

The package imports its renderers, extractors and selectors, and registers their types with its C
module. Parsing needs only the C module and the types of locations and of errors in selectors, which
are imported here; the rest follows when an attribute is asked for that these do not have.
"""

import importlib.util
import sys
from types import ModuleType
from typing import Any

_NAME = "turbohtml"
_NEEDED = ("_internal._locations", "_internal._selectors")


def load() -> ModuleType:
    """The module `turbohtml`, for parsing; complete if another version has other parts."""
    known = sys.modules.get(_NAME)
    if known is not None:
        return known
    try:
        return _part()
    except (ImportError, AttributeError):
        for name in [name for name in sys.modules if name.partition(".")[0] == _NAME]:
            del sys.modules[name]
        return importlib.import_module(_NAME)


def _part() -> ModuleType:
    """The module with the names of its C module only, so far.

    Raises:
        ImportError, AttributeError: the library has other parts.
    """
    spec = importlib.util.find_spec(_NAME)
    if spec is None or spec.loader is None:
        raise ImportError(name=_NAME)
    module, loader = importlib.util.module_from_spec(spec), spec.loader

    def complete(name: str) -> Any:
        # Names that Python asks every module for are not names of the library.
        if name.startswith("__") and name != "__version__":
            raise AttributeError(name)
        del module.__getattr__
        loader.exec_module(module)
        return getattr(module, name)

    sys.modules[_NAME] = module
    core = importlib.import_module(f"{_NAME}._html")
    for needed in _NEEDED:
        importlib.import_module(f"{_NAME}.{needed}")
    names = ("parse", "Element", "Text", "Comment", "Document", "Node")
    vars(module).update({name: getattr(core, name) for name in names}, __getattr__=complete)
    return module
