"""DocFX, also used by Microsoft Learn: https://dotnet.github.io/docfx/."""

from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "docfx",
    "DocFX",
    schema="docfx",
    markers=(
        Marker((".openpublishing.publish.config.json",)),
        Marker(("docfx.json",), keys=frozenset({"build", "metadata"})),
    ),
    configs=("docfx.json",),
    links="docfx",
    kinds=(Kind("articles", ("**/*.md",), "docfx"),),
    not_content=frozenset({"_site", "obj", "_themes", "_exported_templates", "templates"}),
    # `:::image source="tide.png":::`, `::: zone pivot="mud"`
    marks=frozenset({"containers"}),
    takes_heading_as_title=True,
)
