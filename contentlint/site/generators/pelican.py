"""Pelican, with Python-Markdown: https://docs.getpelican.com/."""

from contentlint.core.patterns import lazy
from contentlint.site.dates import DATEUTIL_FAILS, DATEUTIL_SHIFTS, Dates
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import Reading, shapes

GENERATOR = Generator(
    "pelican",
    "Pelican",
    schema="pelican",
    reading=Reading(
        "none",
        shapes(
            "bom opening-blank closing-blank closing-text long "
            "longer opening-long closing-long named-yaml opening-comment dots "
            "no-opening no-closing no-fences last-line"
        ),
        rest=shapes("closing-indented closing-short closing-dashes"),
        skipped=shapes(
            "blank-line blank-lines spaces-line boms bom-blank-line invisible space tab text "
            "code-fence code-block indented opening-short short dashes characters plus-yaml "
            "semicolons-yaml semicolons semicolons-braces semicolons-closing dashes-toml "
            "dashes-json named-toml named-json quoted quote escaped blank-first blank-between "
            "comment-first only-text only-list only-null empty leading-rule leading-rules"
        ),
        splits_tags="comma",
    ),
    markers=(Marker(("pelicanconf.py",)),),
    configs=("pelicanconf.py",),
    kinds=(Kind("articles", ("content/**/*.md",), "pelican"),),
    not_content=frozenset({"output", "themes"}),
    marks=frozenset({"admonitions", "containers"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    allows_spaces_in_urls=True,
    shows_braces=True,
    # `Title: Low tide` of Python-Markdown's `meta` extension, or an HTML page.
    other_metadata=lazy(r"\s*(?:[\w-]+:[ \t]|<(?:!doctype|html)\b)"),
    dates=(
        Dates(
            frozenset({"date", "modified"}),
            "skips the article",
            any_case=True,
            fails=DATEUTIL_FAILS,
            shifts=DATEUTIL_SHIFTS,
            knows_timestamps=False,
            empty_fails=True,
            knows_midnight=False,
            quotes_are_text=True,
        ),
    ),
    links="pelican",
)
