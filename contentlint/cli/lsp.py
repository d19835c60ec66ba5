"""`contentlint lsp`: a language server for editors, on stdin and stdout."""

import sys
from collections.abc import Sequence

from contentlint.cli.options import Parser
from contentlint.core.errors import UsageError

_DESCRIPTION = """\
Serve an editor over the Language Server Protocol on stdin and stdout: findings while typing, fixes,
completion, hover, links and rename. Editors start it; see docs/editors.md.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("lsp", description=_DESCRIPTION)
    parser.add_argument(
        "--stdio", action="store_true", help="use stdin and stdout, which is the default"
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    parser().parse_args(arguments)
    try:
        from contentlint.lsp.server import made
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] == "contentlint":
            raise
        raise UsageError("lsp needs pygls; run `pip install 'contentlint[lsp]'`") from error
    output = sys.stdout.buffer
    # Nothing else may write to the stream of the protocol.
    sys.stdout = sys.stderr
    made().start_io(stdout=output)
    return 0
