"""VitePress, which compiles articles as Vue templates: https://vitepress.dev/guide/."""

from contentlint.site.dialect import VITEPRESS
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import USUAL, Reading, shapes

GENERATOR = Generator(
    "vitepress",
    "VitePress",
    schema="vitepress",
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
    markers=(Marker((".vitepress", "docs/.vitepress")),),
    links="vitepress",
    kinds=(Kind("pages", ("docs/**/*.md",), "vitepress"),),
    templates=frozenset({"vue"}),
    marks=frozenset({"containers"}),
    extensions=frozenset({"heading-attributes"}),
    may_read_image_sizes=True,
    dialect=VITEPRESS,
    components_close_themselves=True,
    takes_heading_as_title=True,
)
