"""Astro: https://docs.astro.build/."""

from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dates import JAVASCRIPT_FAILS, Dates
from contentlint.site.dialect import GFM
from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import USUAL, Flag, Reading, shapes

CONFIGS = tuple(f"astro.config.{suffix}" for suffix in ("mjs", "ts", "js", "mts", "cjs", "cts"))
_MATHS = lazy(r"remark-math|remarkMath")


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Maths in MDX are known by the plugin for them."""
    if not _MATHS.search("\n".join(map(text_of, CONFIGS))):
        return generator
    return replace(generator, mdx_extensions=frozenset({"maths"}), variant="maths")


GENERATOR = Generator(
    "astro",
    "Astro",
    schema="astro",
    reading=Reading(
        "js-yaml-4",
        USUAL | shapes("blank-line blank-lines spaces-line bom bom-blank-line opening-comment"),
        rest=shapes("closing-text closing-long"),
        stops=shapes("long longer opening-long plus-yaml named-yaml named-json"),
        flags={"draft": Flag()},
        splits_tags="",
        strings=frozenset({"title", "description"}),
    ),
    markers=(Marker(CONFIGS),),
    configs=CONFIGS,
    refine=_refined,
    links="astro",
    kinds=(Kind("posts", ("src/content/**/*.md*",), "astro"),),
    not_content=frozenset({"dist"}),
    marks=frozenset({"containers"}),
    dialect=GFM,
    shows_braces=True,
    assets=Assets(
        roots=("public",),
        others=("src", ""),
        moved=lazy(r"publicDir|srcDir|\broot:"),
        is_open=False,
        is_strict=True,
        knows_beside=True,
        imported=("src",),
    ),
    dates=(
        Dates(
            frozenset({"date", "pubDate", "updatedDate"}),
            "stops the build",
            fails=JAVASCRIPT_FAILS,
            unit="milliseconds",
        ),
    ),
)
