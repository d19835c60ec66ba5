"""Hexo: https://hexo.io/docs/."""

import re

from contentlint.core.patterns import lazy
from contentlint.site.dates import JAVASCRIPT_FAILS, Dates
from contentlint.site.dialect import MARKED
from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import Flag, Reading, shapes

_CONFIGS = ("_config.yml", "_config.yaml")

# Blocks of Hexo and its themes whose content is Markdown or HTML.
_BLOCKS = frozenset(
    "note tabs subtabs tab blockquote quote pullquote centerquote cq raw fold folding details "
    "spoiler hideToggle hideBlock hideInline timeline timenode callout alert grid cell gallery "
    "grouppicture gp post_link box col row panel center card cards".split()
)

GENERATOR = Generator(
    "hexo",
    "Hexo",
    schema="hexo",
    reading=Reading(
        "js-yaml-4",
        shapes(
            "blank-line bom boms bom-blank-line tab closing-blank long longer "
            "semicolons semicolons-closing dashes-json no-opening last-line "
            "blank-first blank-between comment-first only-null empty leading-rule leading-rules"
        ),
        rest=shapes("closing-text closing-long"),
        skipped=shapes("invisible space code-fence opening-short only-list"),
        reads_above=True,
        flags={"published": Flag(frozenset(("false", "0", "")), "true", publishes=True)},
        splits_tags="never",
        accepts=frozenset({"tab"}),
        strings=frozenset({"permalink"}),
    ),
    markers=(
        # Not `category_dir`, `tag_dir` and `archive_dir`, which plugins of Jekyll read as well.
        Marker(
            _CONFIGS,
            keys=frozenset(
                "source_dir public_dir new_post_name "
                "post_asset_folder skip_render render_drafts filename_case".split()
            ),
        ),
        Marker(_CONFIGS, package="hexo"),
        Marker(("package.json",), package="hexo", beside=("source",)),
    ),
    configs=_CONFIGS,
    links="hexo",
    kinds=(Kind("posts", ("source/_posts/**/*.md",), "hexo"),),
    not_content=frozenset({"public", "themes", "scaffolds"}),
    drafts="source/_drafts/**",
    templates=frozenset({"nunjucks-tags", "ejs"}),
    dialect=MARKED,
    blocks_of_markup=_BLOCKS,
    assets=Assets(
        roots=("source",),
        moved=lazy(r"^source_dir:(?![ \t]*source\s)", re.MULTILINE),
        theme_roots=("source",),
        has_default_theme=True,
        has_asset_folders=True,
        sources=("source",),
    ),
    dates=(
        Dates(
            frozenset({"date", "updated"}),
            "uses the date of the file",
            fails=JAVASCRIPT_FAILS,
            drops_offsets=True,
            unit="milliseconds",
        ),
    ),
)
