"""Load a schema by its reference: shipped, a Python file or module, or a JSON Schema."""

import importlib
import importlib.util
import sys
import traceback
from importlib.machinery import SourceFileLoader as SourceLoader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from contentlint.core.errors import SchemaError, name_of, said_by
from contentlint.core.spelling import nearest
from contentlint.schema.problem import Schema
from contentlint.schema.pydantic_model import ModelSchema
from contentlint.schema.references import is_json_schema
from contentlint.schema.shipped import shipped_schemas
from contentlint.schema.sources import PREFIX, Origin, Recorder, schema_data

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
    is_file = source.endswith(".py")
    module, origins = _file_module(base / source, root) if is_file else _named_module(source)
    model = getattr(module, name, None)
    if model is None:
        near = nearest(name, frozenset(vars(module)))
        hint = f"; did you mean `{near}`?" if near else ""
        raise SchemaError(f"schema has no `{name}`{hint}", source)
    if not _is_model(model):
        raise SchemaError(f"`{name}` is not a Pydantic model (subclass of `BaseModel`)", source)
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


# Modules of schema files, with the bytes of the file and all origins.
_modules: dict[str, tuple[bytes, tuple[Origin, ...]]] = {}


def _file_module(file: Path, root: Path | None) -> tuple[ModuleType, tuple[Origin, ...]]:
    data = schema_data(file, root)
    name = f"{PREFIX}{abs(hash(str(file.resolve())))}"
    known = _modules.get(name)
    if known is not None and known[0] == data and name in sys.modules:
        return sys.modules[name], known[1]
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or not isinstance(spec.loader, SourceLoader):
        raise SchemaError("schema file cannot be imported", str(file))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        with Recorder() as recorder:
            # Compiled here, to run exactly the bytes that were read and not a cached module.
            exec(spec.loader.source_to_code(data, str(file)), module.__dict__)
    except BaseException as error:
        del sys.modules[name]
        raise _import_failed(error, str(file)) from error
    origins = recorder.origins(module)
    _modules[name] = (data, origins)
    return module, origins


def _named_module(name: str) -> tuple[ModuleType, tuple[Origin, ...]]:
    try:
        with Recorder() as recorder:
            module = importlib.import_module(name)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        raise _import_failed(error, name) from error
    return module, recorder.origins(module)


def _import_failed(error: BaseException, source: str) -> SchemaError:
    if isinstance(error, KeyboardInterrupt):
        raise error
    line = None
    if isinstance(error, SyntaxError) and error.lineno is not None:
        line = error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if Path(frame.filename).resolve() == Path(source).resolve():
                line = frame.lineno
    reason = said_by(error).partition("\n")[0] or "no reason given"
    return SchemaError(f"schema fails to import: {name_of(error)}: {reason}", source, line)
