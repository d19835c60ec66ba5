"""`contentlint config schema`: the JSON Schema of the configuration file, for editors."""

import json
from collections.abc import Sequence

from contentlint.cli.options import Parser, write_document

_DESCRIPTION = """\
Print the JSON Schema of contentlint.toml, for completion and validation in editors:

  contentlint config schema > contentlint.schema.json

Then make this the first line of contentlint.toml: #:schema ./contentlint.schema.json
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    return Parser("config schema", description=_DESCRIPTION)


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    parser().parse_args(arguments)
    from contentlint.config.json_schema import json_schema

    write_document([json.dumps(json_schema(), ensure_ascii=False, indent=2), "\n"])
    return 0
