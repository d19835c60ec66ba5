"""What is known about external URLs, which only `check --online` asks.

Rules ask `document.site`, as for files; what servers say never reaches a rule in another way.
"""

from collections.abc import MutableMapping
from typing import Any, Literal

from contentlint.core.tuples import NamedTuple

Fault = Literal["dead", "moved", "certificate"]

Web = MutableMapping[tuple[str, str], Any]
"""The answers of a run by kind of question and URL, as JSON values; others are unknown."""

PAGE, ANCHOR = "page", "anchor"
"""The kinds of questions: about a URL without its fragment, and about one with it."""


class Answer(NamedTuple):
    """Why readers do not get what an external URL names.

    Args:
        fault: `dead`: there is nothing; `moved`: permanently redirected to a page that exists;
            `certificate`: browsers warn of the server's certificate.
        detail: for `dead` and `certificate`, the reason, as text that follows a colon.
        url: for `moved`, the new URL; for `dead`, the URL that has nothing, if redirected.
    """

    fault: Fault
    detail: str = ""
    url: str = ""
