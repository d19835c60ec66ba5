"""Next.js with pages in Markdown or MDX: https://nextjs.org/docs/app/guides/mdx."""

from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dialect import GFM
from contentlint.site.generator import Generator, Kind, Marker

_SUFFIXES = ("js", "mjs", "ts", "cjs", "mts")
_CONFIGS = tuple(f"next.config.{suffix}" for suffix in _SUFFIXES)

# Libraries that compile every text as MDX, whatever its file is called.
_COMPILERS = lazy(r"[\"'](?:next-mdx-remote(?:-client)?|@mdx-js/mdx)(?:/[\w-]+)?[\"']")
# With the name of a file, `@mdx-js/mdx` compiles `.md` as CommonMark.
_NAMED_FILES = lazy(r"[\"']vfile[\"']")
# Libraries that compile every Markdown file, as MDX or as CommonMark.
_LIBRARIES = lazy(r"[\"'](?:nextra|contentlayer2?|fumadocs-mdx)(?:/[\w-]+)?[\"']")
_NEXTRA = lazy(r"[\"']nextra(?:/[\w-]+)?[\"']")
# `@next/mdx` does not compile `.md` unless a setting names it.
_NEXT_MDX = lazy(r"@next/mdx")
_EXTENSION = lazy(
    r"extension:[ \t]*/[^\n]{0,100}\b(?:mdx\?|md\b)|pageExtensions:[^\]]{0,300}[\"']md[\"']"
)
# A plugin for maths, or the setting of Nextra.
_MATHS = lazy(r"remark-math|\blatex:[ \t]*(?:true|\{)")


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Treat Markdown as MDX if a library or a setting requires it, and maths as such."""
    config = "\n".join(map(text_of, _CONFIGS))
    packages = config + text_of("package.json")
    variant = []
    if _MATHS.search(packages):
        generator = replace(generator, mdx_extensions=frozenset({"maths"}))
        variant = ["maths"]
    is_compiled = _NEXT_MDX.search(config) and _EXTENSION.search(config)
    if _COMPILERS.search(packages) and not _NAMED_FILES.search(packages):
        generator = replace(generator, markdown_is_mdx=True)
        variant.append("mdx")
    elif is_compiled or _LIBRARIES.search(packages) or _COMPILERS.search(packages):
        generator = replace(generator, markdown_is_mdx=True, has_loose_mdx=True)
        variant.append("loose mdx")
        if _NEXTRA.search(packages):
            generator = replace(generator, links="nextra")
    return replace(generator, variant=" ".join(variant))


GENERATOR = Generator(
    "nextjs",
    "Next.js",
    schema="nextjs",
    markers=(Marker(_CONFIGS),),
    configs=(*_CONFIGS, "package.json"),
    links="nextjs",
    kinds=(
        Kind(
            "pages",
            ("content/**/*.md*", "posts/**/*.md*", "pages/**/*.md*", "app/**/*.md*"),
            "nextjs",
        ),
    ),
    refine=_refined,
    not_content=frozenset({"out"}),
    dialect=GFM,
    has_react=True,
    never_content=frozenset({"__tests__"}),
    takes_heading_as_title=True,
)
