"""stdout and stderr: text that cannot control a terminal or the runner of a pipeline.

File names, keys, values and lines of articles are untrusted. A terminal would execute an escape
sequence in them; in a pipeline, the runner searches every line of the log for commands
(`::error::`, `##[group]`, `##vso[…]`).
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from typing import TextIO

from contentlint.core.errors import name_of, said_by
from contentlint.core.patterns import lazy

# Characters ignored by culture-sensitive string comparison, which GitHub's runner uses.
_IGNORED = (
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
# The commands of GitHub's runner (ActionCommand.cs in github.com/actions/runner): `::` at the start
# of a line after any white space, and `##[` anywhere. Azure Pipelines has `##vso[` and `##[`,
# TeamCity `##teamcity[`.
_AT_THE_HEAD = lazy(
    rf"(?:^|(?<=[\r\n]))((?:[^\S\r\n]|{_IGNORED[:-1]})*+)(?=:{_IGNORED}:[^\r\n]*:{_IGNORED}:)"
)
_ANYWHERE = lazy(
    rf"(#{_IGNORED}#)(?={_IGNORED}(?:\[|v{_IGNORED}s{_IGNORED}o|teamcity))", re.IGNORECASE
)
_RUNNERS = (("GITHUB_ACTIONS", "true"), ("TF_BUILD", "True"), ("TEAMCITY_VERSION", None))


def one_line(text: str) -> str:
    """Text on one line, with escapes for all characters that could control a terminal."""
    if text.isascii() and text.isprintable():
        return text
    from contentlint.reporters import one_line as escaped

    return escaped(text)


def harmless(text: str) -> str:
    r"""Text with the commands of pipeline runners escaped: `\::error::`, `##\[group]`."""
    if ":" in text:
        text = _AT_THE_HEAD.sub(r"\1\\", text)
    return _ANYWHERE.sub(r"\1\\", text) if "#" in text else text


def unexpected(error: BaseException) -> str:
    """The message for an unexpected exception."""
    # Its frames may hold all the available memory.
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return f"internal error; report it: {name_of(error)}: {' '.join(said_by(error).split())}"


def is_read_by_a_runner(stream: TextIO) -> bool:
    """Whether the output of a stream may end up in a pipeline's log; regular files do not."""
    given = os.environ.get
    if not any(given(name) == value if value else given(name) for name, value in _RUNNERS):
        return False
    try:
        return not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # not backed by a file descriptor
        return True


def without_commands(pieces: Iterable[str], stream: TextIO) -> Iterator[str]:
    """Pieces of whole lines, with commands escaped if a runner reads the stream."""
    return map(harmless, pieces) if is_read_by_a_runner(stream) else iter(pieces)


def stopping_commands(text: str, stream: TextIO) -> str:
    """Text that must not be changed, such as a patch, with commands stopped for a runner.

    The token that resumes commands is random, so the text cannot contain it.
    """
    if not is_read_by_a_runner(stream):
        return text
    token = os.urandom(16).hex()
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def take_utf8(stream: TextIO) -> None:
    """Set a stream to UTF-8, with line endings unchanged."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
