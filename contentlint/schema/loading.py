"""Load a schema by its reference: shipped, a Python file or module, or a JSON Schema."""

import ast
import dataclasses
import importlib
import re
import sys
import typing
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union

from contentlint.core.errors import SchemaError
from contentlint.core.spelling import nearest
from contentlint.schema.failures import import_failed
from contentlint.schema.importing import SiteImports, forget_changed, forget_site
from contentlint.schema.problem import Schema
from contentlint.schema.pydantic_model import ModelSchema
from contentlint.schema.references import is_json_schema
from contentlint.schema.shape import is_typed_dict
from contentlint.schema.shipped import shipped_schemas
from contentlint.schema.sources import Origin, Recorder, schema_data

if TYPE_CHECKING:
    from pydantic import BaseModel


def load_schema(reference: str, base: Path, *, root: Path | None = None) -> Schema:
    """Load the schema that a configuration names.

    Args:
        reference: a shipped one (`hexo`; `docusaurus.BlogPost` for one of several models),
            `file.py:Model` or a JSON Schema `file.json` relative to `base`, or
            `package.module:Model`.
        base: the folder of the configuration file.
        root: the folder that must contain the file, links resolved; None: any.

    Raises:
        SchemaError: the schema is not found, its file is outside `root` or fails to import, or
            it is not a Pydantic model.
    """
    if is_json_schema(reference):
        from contentlint.schema.json_schema import JsonSchema

        return JsonSchema(reference, base / reference, base, root)
    return load_model(reference, base, root=root)


def load_model(reference: str, base: Path, *, root: Path | None = None) -> ModelSchema:
    """Load a schema that is a Pydantic model; as `load_schema` otherwise."""
    source, colon, name = reference.rpartition(":")
    if not colon:
        shipped, dot, name = reference.partition(".")
        if shipped not in shipped_schemas() or name == "py":
            raise _no_such_schema(reference)
        own = _shipped_model(shipped, name if dot else None)
        # A schema for every file applies to redirects and the like as well: the generator rejects
        # a file without the required keys, or the schema is used only on request.
        is_lenient = not getattr(own, "for_every_file", False)
        return ModelSchema(reference, own, is_shipped=is_lenient)
    module, origins = _module(source, base, root)
    model = getattr(module, name, None)
    if model is None:
        near = nearest(name, frozenset(vars(module)))
        hint = f"; did you mean `{near}`?" if near else ""
        raise SchemaError(f"schema has no `{name}`{hint}", source)
    if not _is_model(model):
        raise SchemaError(_not_a_model(name, model), source)
    _complete(model, getattr(module, "__file__", None) or source)
    return ModelSchema(reference, model, origins=origins)


def _no_such_schema(reference: str) -> SchemaError:
    names = shipped_schemas()
    name, dot, model = reference.partition(".")
    near = nearest(name, frozenset(names))
    hint = f"did you mean `{near}{dot}{model}`?" if near else f"available: {', '.join(names)}"
    if reference.endswith(".py"):
        hint = f"add the name of the model: `{reference}:Model`"
    return SchemaError(f"unknown schema `{reference}`; {hint}")


def _shipped_model(name: str, model: str | None) -> "type[BaseModel]":
    """A model of a shipped schema: the one with this name, or the main one, which is the last."""
    module = importlib.import_module(f"contentlint.schemas.{name}")
    own: dict[str, type[BaseModel]] = {
        key: value
        for key, value in vars(module).items()
        if _is_model(value) and value.__module__ == module.__name__ and key[:1] != "_"
    }
    if model is None:
        return list(own.values())[-1]
    if model not in own:
        near = nearest(model, frozenset(own))
        hint = f"; did you mean `{near}`?" if near else f"; available: {', '.join(own)}"
        raise SchemaError(f"schema `{name}` has no `{model}`{hint}")
    return own[model]


def _is_model(value: Any) -> bool:
    from pydantic import BaseModel

    return isinstance(value, type) and issubclass(value, BaseModel)


def _not_a_model(name: str, value: Any) -> str:
    """The message about a value that is not a model; how to make one of the types of Python."""
    if dataclasses.is_dataclass(value):
        kind = "a dataclass"
    elif is_typed_dict(value):
        kind = "a `TypedDict`"
    elif isinstance(value, UnionType) or typing.get_origin(value) in (Union, Annotated):
        kind = "a union" if "|" in str(value) or "Union" in str(value) else "an annotated type"
    else:
        return f"`{name}` is not a Pydantic model (subclass of `BaseModel`)"
    example = f"class {name}Model(RootModel[{name}]): pass"
    return f"`{name}` is {kind}, not a Pydantic model; wrap it in one: `{example}`"


def _complete(model: "type[BaseModel]", file: str) -> None:
    """Resolve the names in annotations, which Pydantic would otherwise do at the first article.

    Raises:
        SchemaError: a name is not defined.
    """
    from pydantic import PydanticUndefinedAnnotation

    try:
        model.model_rebuild()
    except PydanticUndefinedAnnotation as error:
        line = _line_of_name(file, error.name or "")
        said = f"schema fails to load: NameError: name `{error.name}` is not defined"
        raise SchemaError(said, file, line) from error
    except Exception as error:
        raise import_failed(error, file) from error


def _line_of_name(file: str, name: str) -> int | None:
    """The first line with an annotation that contains a name."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    try:
        tree = ast.parse(Path(file).read_bytes())
    except (OSError, ValueError, SyntaxError):
        return None
    lines = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and word.search(ast.unparse(node.annotation))
    ]
    return min(lines, default=None)


# The origins of the modules of schemas, by their references.
_origins: dict[tuple[str, Path], tuple[ModuleType, tuple[Origin, ...]]] = {}


def _module(source: str, base: Path, root: Path | None) -> tuple[ModuleType, tuple[Origin, ...]]:
    """The module of a schema, and its origins.

    Args:
        source: `file.py` or `package.module`.
        base, root: as for `load_schema`.
    """
    file = base / source if source.endswith(".py") else None
    if file is not None:
        schema_data(file, root)
    forget_changed()
    known = _origins.get((source, base))
    if known is not None and sys.modules.get(known[0].__name__) is known[0]:
        return known
    recorder = Recorder()
    imports = SiteImports(base, file.parent if file else base, root, recorder)
    try:
        with recorder, imports, redirect_stdout(sys.stderr):
            module = imports.load(file) if file else importlib.import_module(source)
            of_site = imports.modules()
    except BaseException as error:
        forget_site(base if file is None else file.parent, base)
        if isinstance(error, (KeyboardInterrupt, MemoryError, SchemaError)):
            raise
        raise import_failed(error, str(file or source)) from error
    origins = recorder.origins(module, of_site)
    _origins[source, base] = module, origins
    return module, origins
