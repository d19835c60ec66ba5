"""VitePress, which compiles articles as Vue templates: https://vitepress.dev/guide/."""

from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "vitepress",
    "VitePress",
    schema="vitepress",
    markers=(Marker((".vitepress", "docs/.vitepress")),),
    kinds=(Kind("pages", ("docs/**/*.md",), "vitepress"),),
    templates=frozenset({"vue"}),
    marks=frozenset({"containers"}),
    extensions=frozenset({"heading-attributes"}),
    may_read_image_sizes=True,
    components_close_themselves=True,
    takes_heading_as_title=True,
)
