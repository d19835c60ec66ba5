"""Jekyll, with kramdown and Liquid: https://jekyllrb.com/docs/."""

import re
from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dates import RUBY_FAILS, RUBY_SHIFTS, Dates
from contentlint.site.dialect import GFM, KRAMDOWN_GFM, REDCARPET, UNRECORDED
from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import USUAL, Flag, Reading, shapes

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")

_RENDERER = lazy(r"^markdown[ \t]*[:=][ \t]*[\"']?(\w+)", re.MULTILINE)
_DIALECTS = {"redcarpet": REDCARPET, "commonmark": GFM, "commonmarkghpages": GFM}


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Use the dialect of the configured renderer."""
    found = _RENDERER.search("\n".join(map(text_of, _CONFIGS)))
    name = found[1].lower() if found else "kramdown"
    if name == "kramdown":
        return generator
    return replace(generator, dialect=_DIALECTS.get(name, UNRECORDED), variant=name)


GENERATOR = Generator(
    "jekyll",
    "Jekyll",
    schema="jekyll",
    reading=Reading(
        "psych",
        USUAL | shapes("bom dots only-null empty leading-rule"),
        dropped=shapes("dashes-toml only-text only-list"),
        cut=shapes("leading-rules"),
        flags={"published": Flag(frozenset(), "true", publishes=True)},
        splits_tags="blank",
        strings=frozenset({"permalink", "slug"}),
    ),
    markers=(
        Marker(
            _CONFIGS,
            keys=frozenset(
                "baseurl markdown kramdown collections defaults plugins gems permalink "
                "highlighter remote_theme sass".split()
            ),
        ),
        Marker(_CONFIGS, beside=("_posts", "_layouts", "_includes", "Gemfile")),
    ),
    configs=_CONFIGS,
    kinds=(Kind("posts", ("_posts/**/*.md",), "jekyll"),),
    refine=_refined,
    not_content=frozenset({"_site", "_layouts", "_includes", "_sass"}),
    drafts="_drafts/**",
    links="jekyll",
    templates=frozenset({"liquid"}),
    template_names=frozenset(
        "page site layout content paginator jekyll theme include forloop tablerowloop empty blank "
        "nil null true false".split()
    ),
    marks=frozenset({"attribute-lists", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    dialect=KRAMDOWN_GFM,
    allows_spaces_in_urls=True,
    assets=Assets(
        roots=("",),
        others=("assets",),
        moved=lazy(r"^source:|jekyll-postfiles|jekyll-asset", re.MULTILINE),
    ),
    dates=(
        Dates(
            frozenset({"date"}),
            "stops the build",
            folders=("_posts",),
            fails=RUBY_FAILS,
            shifts=RUBY_SHIFTS,
            empty_fails=True,
        ),
    ),
)
