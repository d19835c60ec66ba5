"""`contentlint credits`: a page of image credits."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.files import save
from contentlint.cli.options import Parser, note, write_document
from contentlint.cli.request import add_configuration, request

_DESCRIPTION = """\
List the images of articles with author, license, source and where each is used, and the images
without complete credits. Credits are read from captions, front matter keys, lines next to the
image, and the file that `credits` names in the configuration.
"""

_EPILOG = """\
examples:
  contentlint credits content > credits.md
  contentlint credits --format html --output public/credits.html content
  contentlint credits --fail-on-missing --quiet content

exit status: 0, with --fail-on-missing 1 if an image has no credit, 2 the run failed
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    from contentlint.article.images.pages import FORMATS

    parser = Parser("credits", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="markdown",
        help="output format (default: markdown)",
    )
    parser.add_argument("--output", metavar="FILE", help="write the page to a file, not to stdout")
    parser.add_argument(
        "--fail-on-missing", action="store_true", help="exit with 1 if an image has no credit"
    )
    add_configuration(parser)
    parser.add_argument("--quiet", "-q", action="store_true", help="no notes on stderr")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.article.images.pages import FORMATS
    from contentlint.config.resolve import load
    from contentlint.engine.credits import gather
    from contentlint.engine.discover import discover
    from contentlint.reporters import unseen_escaped

    cwd = Path.cwd()
    asked = request(given)
    config = load(asked, cwd)
    discovery = discover(asked.paths, config, cwd)
    images, failed = gather(discovery, config.task)
    page = FORMATS[given.format](images)
    if given.format == "json":
        page = map(unseen_escaped, page)
    if given.output is None:
        write_document(page)
    else:
        save(Path(given.output), page, given.output)
    without = sum(not image.is_credited for image in images)
    if not given.quiet:
        for name in failed:
            note(f"contentlint: `{name}` cannot be read")
        if not discovery.files:
            note("contentlint: no article was found")
        elif without:
            note(f"contentlint: {without} of {len(images)} pictures name nobody")
    return 1 if given.fail_on_missing and without else 0
