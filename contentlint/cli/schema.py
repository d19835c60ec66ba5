"""`contentlint schema`: infer a schema from articles, export one for editors, say which holds."""

import sys
from collections.abc import Sequence

from contentlint.core.errors import UsageError
from contentlint.core.spelling import nearest

ACTIONS = ("infer", "export", "show")

_HELP = """\
usage: contentlint schema infer PATH ...     write a schema for articles as they are
       contentlint schema export [SCHEMA]    write a schema as JSON Schema, for editors
       contentlint schema show PATH ...      say which schema holds for a file, and why

`contentlint schema infer --help` and so on list the options.
"""


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    action, *rest = arguments or ["--help"]
    if action in ("-h", "--help"):
        sys.stdout.write(_HELP)
        return 0
    if action == "infer":
        from contentlint.cli import schema_infer

        return schema_infer.run(rest)
    if action == "export":
        from contentlint.cli import schema_export

        return schema_export.run(rest)
    if action == "show":
        from contentlint.cli import schema_show

        return schema_show.run(rest)
    near = nearest(action, ACTIONS)
    hint = f"did you mean `{near}`?" if near else f"write {', '.join(ACTIONS)}"
    raise UsageError(f"no `schema {action}`; {hint}")
