"""Jekyll, with kramdown and Liquid: https://jekyllrb.com/docs/."""

import re

from contentlint.core.patterns import lazy
from contentlint.site.generator import Assets, Generator, Kind, Marker

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")

GENERATOR = Generator(
    "jekyll",
    "Jekyll",
    schema="jekyll",
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
    not_content=frozenset({"_site", "_layouts", "_includes", "_sass"}),
    drafts="_drafts/**",
    templates=frozenset({"liquid"}),
    marks=frozenset({"attribute-lists", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    is_kramdown=True,
    allows_spaces_in_urls=True,
    assets=Assets(
        roots=("",),
        others=("assets",),
        moved=lazy(r"^source:|jekyll-postfiles|jekyll-asset", re.MULTILINE),
    ),
)
