"""Markdown as Vue components in Vite: https://github.com/unplugin/unplugin-vue-markdown."""

from contentlint.core.patterns import lazy
from contentlint.site.dialect import VITEPRESS
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import USUAL, Reading, shapes

_CONFIGS = tuple(f"vite.config.{suffix}" for suffix in ("ts", "js", "mjs", "mts"))

GENERATOR = Generator(
    "vue_markdown",
    "Vue Markdown",
    schema="article",
    # It reads front matter with the same parser as VitePress.
    reading=Reading(
        "js-yaml-3",
        USUAL | shapes("bom named-yaml named-json only-null empty"),
        rest=shapes("closing-text closing-long"),
        dropped=shapes("dashes-toml only-text only-list"),
        cut=shapes("leading-rule leading-rules"),
        stops=shapes(
            "closing-indented closing-short closing-dashes named-toml opening-comment dots "
            "no-closing"
        ),
    ),
    markers=(
        Marker(
            _CONFIGS,
            contains=lazy(r"unplugin-vue-markdown|vite-plugin-(?:vue-markdown|md)\b"),
        ),
    ),
    configs=_CONFIGS,
    kinds=(Kind("pages", ("pages/**/*.md", "src/pages/**/*.md"), "article"),),
    precedence=1,
    not_content=frozenset({"dist"}),
    templates=frozenset({"vue"}),
    may_read_image_sizes=True,
    dialect=VITEPRESS,
    components_close_themselves=True,
)
