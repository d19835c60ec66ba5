"""stdout and stderr: text that can drive neither a terminal nor the runner of a pipeline.

Names of files, keys, values and lines of articles are the words of strangers. On a terminal an
escape sequence among them would be obeyed; in a pipeline's log the runner looks in every line for
commands (`::error::`, `##[group]`, `##vso[…]`).
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from typing import TextIO

from contentlint.core.errors import name_of, said_by
from contentlint.core.patterns import lazy

# Characters that comparisons by a language's rules pass over, as the runner of GitHub makes them.
_IGNORED = (
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
# What GitHub's runner takes for a command (ActionCommand.cs in github.com/actions/runner): `::` at
# the head of a line behind any white space, and `##[` anywhere. Azure Pipelines takes `##vso[` and
# `##[`, TeamCity `##teamcity[`.
_AT_THE_HEAD = lazy(
    rf"(?:^|(?<=[\r\n]))((?:[^\S\r\n]|{_IGNORED[:-1]})*+)(?=:{_IGNORED}:[^\r\n]*:{_IGNORED}:)"
)
_ANYWHERE = lazy(
    rf"(#{_IGNORED}#)(?={_IGNORED}(?:\[|v{_IGNORED}s{_IGNORED}o|teamcity))", re.IGNORECASE
)
_RUNNERS = (("GITHUB_ACTIONS", "true"), ("TF_BUILD", "True"), ("TEAMCITY_VERSION", None))


def one_line(text: str) -> str:
    """Text on one line, with escapes for all that could drive a terminal."""
    if text.isascii() and text.isprintable():
        return text
    from contentlint.reporters import one_line as escaped

    return escaped(text)


def harmless(text: str) -> str:
    r"""Text in which the runner of a pipeline finds no command: `\::error::`, `##\[group]`."""
    if ":" in text:
        text = _AT_THE_HEAD.sub(r"\1\\", text)
    return _ANYWHERE.sub(r"\1\\", text) if "#" in text else text


def unexpected(error: BaseException) -> str:
    """The line about an exception that nobody expected."""
    # What its frames hold may be all the memory that there is.
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return f"internal error, please report it: {name_of(error)}: {' '.join(said_by(error).split())}"


def is_read_by_a_runner(stream: TextIO) -> bool:
    """Whether what goes to a stream may end in a pipeline's log; a file is none."""
    given = os.environ.get
    if not any(given(name) == value if value else given(name) for name, value in _RUNNERS):
        return False
    try:
        return not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # it is no file at all
        return True


def without_commands(pieces: Iterable[str], stream: TextIO) -> Iterator[str]:
    """Pieces of text, each of whole lines, as a stream may have them."""
    return map(harmless, pieces) if is_read_by_a_runner(stream) else iter(pieces)


def stopping_commands(text: str, stream: TextIO) -> str:
    """Text that must stay as it is, such as a patch; where a runner reads it, it is told to wait.

    The token that makes it read on is new each time, so nothing in the text can know it.
    """
    if not is_read_by_a_runner(stream):
        return text
    token = os.urandom(16).hex()
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def take_utf8(stream: TextIO) -> None:
    """Set a stream to UTF-8, with line ends as they are."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
