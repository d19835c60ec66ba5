"""`contentlint config schema`: the JSON Schema of the configuration file, for editors."""

import json
from collections.abc import Sequence

from contentlint.cli.options import Parser, write_document
from contentlint.cli.request import add_configuration, add_plugins, extra_here

_DESCRIPTION = """\
Print the JSON Schema of contentlint.toml, for completion and validation in editors, with the rules
of the plugins and checks in the configuration of this folder:

  contentlint config schema > contentlint.schema.json

Then make this the first line of contentlint.toml: #:schema ./contentlint.schema.json
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("config schema", description=_DESCRIPTION)
    add_configuration(parser)
    add_plugins(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.config.json_schema import json_schema

    write_document([json.dumps(json_schema(extra_here(given)), ensure_ascii=False, indent=2), "\n"])
    return 0
