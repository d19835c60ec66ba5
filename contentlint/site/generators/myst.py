"""MyST Markdown with `mystmd` or Jupyter Book 2: https://mystmd.org/guide."""

from contentlint.site.dates import MYST_FAILS, Dates
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import USUAL, Reading, shapes

GENERATOR = Generator(
    "myst",
    "MyST",
    schema="myst",
    reading=Reading(
        "js-yaml-4",
        USUAL
        | shapes(
            "code-block closing-indented long longer closing-long opening-comment dots only-null "
            "empty"
        ),
        dropped=shapes("dashes-toml named-toml only-text only-list"),
        cut=shapes(
            "closing-text closing-short opening-long closing-dashes no-closing leading-rule "
            "leading-rules"
        ),
        strings=frozenset({"title", "description"}),
    ),
    markers=(
        Marker(
            ("myst.yml", "myst.yaml"),
            keys=frozenset({"version", "project", "site", "extend"}),
            may_be_empty=True,
        ),
    ),
    configs=("myst.yml", "myst.yaml"),
    fills_links=True,
    kinds=(Kind("pages", ("**/*.md",), "myst"),),
    not_content=frozenset({"_build"}),
    marks=frozenset({"containers", "percent-comments", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes", "maths"}),
    takes_heading_as_title=True,
    dates=(Dates(frozenset({"date"}), "ignores it", fails=MYST_FAILS, unit="none"),),
)
