"""Errors that stop a run, as opposed to problems of an article.

    ContentlintError       one clear line for stderr, exit status 2
    ├── UsageError         an option, a rule name or a path that does not exist
    ├── ConfigError        a configuration file, with the line if it is known
    └── SchemaError        a schema that is missing, fails to import or is not a model

They are raised where the cause is understood and caught in one place, in `contentlint.cli`.
"""


def said_by(error: BaseException) -> str:
    """The message of an exception from foreign code; empty if it has none.

    `str()` of such an exception may itself raise.
    """
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error).strip()
    except Exception:
        return ""


def name_of(error: BaseException) -> str:
    """The name of an exception's class, on one line."""
    try:
        return " ".join(str(type(error).__name__).split())
    except Exception:  # a metaclass may override `__name__`
        return "Exception"


class ContentlintError(Exception):
    """The run cannot continue; `str(error)` is one line with the reason."""


class UsageError(ContentlintError):
    """The command line asks for something that does not exist."""


class ConfigError(ContentlintError):
    """A configuration file cannot be read or is not valid.

    Args:
        message: what is wrong, naming the key and the nearest valid one.
        path: the file.
        line: the 1-based line, if it is known.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        place = "" if path is None else f"{path}: " if line is None else f"{path}:{line}: "
        super().__init__(f"{place}{message}")


class SchemaError(ConfigError):
    """A schema cannot be found, imported or used."""
