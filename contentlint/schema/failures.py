"""Messages about code of a schema that fails, on import or while an article is checked."""

import traceback
from pathlib import Path

from contentlint.core.errors import SchemaError, SchemaFailed, name_of, said_by
from contentlint.schema.importing import loaded_files, without_namespace


def import_failed(error: BaseException, source: str) -> SchemaError:
    """The error of a schema that cannot be loaded, at the line of the site that fails.

    Args:
        error: what was raised.
        source: the file or module of the schema.
    """
    place, line = source, None
    if isinstance(error, SyntaxError) and error.lineno is not None:
        place, line = error.filename or source, error.lineno
    elif (frame := _frame(error)) is not None:
        place, line = frame.filename, frame.lineno
    return SchemaError(f"schema fails to import: {_said(error)}", place, line)


def check_failed(error: BaseException, reference: str) -> SchemaFailed:
    """The error of a validator that raises an exception which Pydantic does not handle.

    Args:
        error: what was raised.
        reference: the reference of the schema.
    """
    frame = _frame(error)
    if frame is None:
        return SchemaFailed(f"schema fails: {_said(error)}", reference)
    message = f"validator `{frame.name}` fails: {_said(error)}"
    return SchemaFailed(message, frame.filename, frame.lineno)


def _said(error: BaseException) -> str:
    reason = without_namespace(said_by(error).partition("\n")[0])
    return f"{name_of(error)}: {reason or 'no reason given'}"


def _frame(error: BaseException) -> traceback.FrameSummary | None:
    """The innermost call in a file of a site."""
    files = {str(Path(file)) for file in loaded_files()}
    calls = traceback.extract_tb(error.__traceback__)
    return next((call for call in reversed(calls) if call.filename in files), None)
