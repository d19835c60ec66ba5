"""What can stop a run, as opposed to what can be wrong with an article.

    ContentlintError       one clear line for stderr, exit status 2
    ├── UsageError         an option, a rule name or a path that does not exist
    ├── ConfigError        a configuration file, with the line where there is one
    └── SchemaError        a schema file that cannot be imported or is no model

Raised where the cause is understood, caught once, in `contentlint.cli`.
"""


def said_by(error: BaseException) -> str:
    """What an exception of somebody else's code says; empty where it says nothing.

    Its own words may fail, and one failure must not make another.
    """
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error).strip()
    except Exception:
        return ""


def name_of(error: BaseException) -> str:
    """The name of an exception's class, on one line."""
    try:
        return " ".join(str(type(error).__name__).split())
    except Exception:  # a metaclass may say anything
        return "Exception"


class ContentlintError(Exception):
    """The run cannot be done; `str(error)` is the one line that says why."""


class UsageError(ContentlintError):
    """The command line asks for something that does not exist."""


class ConfigError(ContentlintError):
    """A configuration file cannot be read or says something that has no meaning.

    Args:
        message: what is wrong, naming the key and the nearest valid one.
        path: the file.
        line: the line from 1, where it is known.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        place = "" if path is None else f"{path}: " if line is None else f"{path}:{line}: "
        super().__init__(f"{place}{message}")


class SchemaError(ConfigError):
    """A schema cannot be found, imported or used."""
