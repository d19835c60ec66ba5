"""`contentlint credits`: a page of image credits."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.files import save
from contentlint.cli.options import Parser, note, write_document
from contentlint.cli.request import add_configuration, request

_DESCRIPTION = """\
List the images of articles with author, license, source and uses, and the images with incomplete
credits. Credits are read from captions, front matter keys, lines next to the image, and the
credits file named by `credits` in the configuration.
"""

_EPILOG = """\
examples:
  contentlint credits content > credits.md
  contentlint credits --format html --output public/credits.html content
  contentlint credits --fail-on-missing --quiet content

exit status: 0 success, 1 an image has no credit (with --fail-on-missing), 2 the run failed
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
    parser.add_argument(
        "--output", metavar="FILE", help="write the page to a file instead of stdout"
    )
    parser.add_argument(
        "--fail-on-missing", action="store_true", help="exit with 1 if an image has no credit"
    )
    add_configuration(parser)
    parser.add_argument("--quiet", "-q", action="store_true", help="do not print notes to stderr")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.article.images.pages import FORMATS
    from contentlint.config.resolve import load
    from contentlint.engine.credits import collect_images
    from contentlint.engine.discover import discover
    from contentlint.reporters import unseen_escaped

    cwd = Path.cwd()
    asked = request(given)
    config = load(asked, cwd)
    discovery = discover(asked.paths, config, cwd)
    images, unreadable = collect_images(discovery, config.task)
    page = FORMATS[given.format](images)
    if given.format == "json":
        page = map(unseen_escaped, page)
    if given.output is None:
        write_document(page)
    else:
        save(Path(given.output), page, given.output)
    uncredited = sum(not image.is_credited for image in images)
    if not given.quiet:
        for name in unreadable:
            note(f"contentlint: `{name}` cannot be read")
        if not discovery.files:
            note("contentlint: no articles found")
        elif uncredited:
            note(f"contentlint: {uncredited} of {len(images)} images have no credit")
    return 1 if given.fail_on_missing and uncredited else 0
