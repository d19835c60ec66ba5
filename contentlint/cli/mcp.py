"""`contentlint mcp`: tools for assistants over the Model Context Protocol, on stdin and stdout."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.options import Parser
from contentlint.core.errors import UsageError

_DESCRIPTION = """\
Serve an assistant over the Model Context Protocol on stdin and stdout: tools to check, explain, fix
and list rules, and to infer a schema. They read and write only inside the given folders, and no
symbolic link leads out of them. See docs/assistants.md.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("mcp", description=_DESCRIPTION)
    parser.add_argument(
        "folders", nargs="*", metavar="FOLDER", help="folders to serve (default: this folder)"
    )
    parser.add_argument(
        "--trusted",
        action="store_true",
        help="run Python code of the folders: schemas that are Python files",
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    try:
        from contentlint.mcp.server import made
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] == "contentlint":
            raise
        raise UsageError("mcp needs its SDK; run `pip install 'contentlint[mcp]'`") from error
    from contentlint.mcp.roots import Roots
    from contentlint.mcp.tools import Tools

    roots = Roots(map(Path, given.folders or ["."]))
    made(Tools(roots, is_trusted=given.trusted)).run("stdio")
    return 0
