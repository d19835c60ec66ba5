"""The properties of a static site generator, as defined in `generators/`.

A generator is one object in one file. Code that treats articles differently by generator reads the
fields of the object and never names a generator.
"""

import re
from collections.abc import Callable
from typing import Literal, get_args

from contentlint.core.properties import cached_property
from contentlint.core.records import record
from contentlint.core.tuples import NamedTuple
from contentlint.site.dates import Dates
from contentlint.site.dialect import GFM, UNRECORDED, Dialect
from contentlint.site.reading import Reading

TemplateLanguage = Literal[
    "ejs",
    "nunjucks-tags",
    "jinja",
    "liquid",
    "nunjucks",
    "shortcodes",
    "tera",
    "vue",
]
"""A template language whose syntax is recognized in articles before Markdown or HTML."""

Mark = Literal[
    "admonitions",
    "attribute-lists",
    "bracketed-attributes",
    "colon-components",
    "containers",
    "content-tabs",
    "details",
    "display-maths",
    "double-percent-comments",
    "percent-comments",
    "wikilinks",
]
"""Syntax of a Markdown dialect that is text in CommonMark."""

Extension = Literal["definition-lists", "heading-attributes", "maths"]
"""A Markdown extension that the parser supports."""

MdxExtension = Literal[
    "admonition-titles",
    "code-blocks",
    "comments",
    "directives",
    "heading-ids",
    "maths",
]
"""What a site adds to MDX.

- `admonition-titles`: `:::note title` is `:::note[title]`
- `code-blocks`: the fence of ```` ```mdx-code-block ```` is removed
- `comments`: HTML comments are allowed
- `directives`: `:::name` starts a block that `:::` ends
- `heading-ids`: `{#id}` in a heading is its id
- `maths`: `$` and `$$` enclose formulas
"""

TEMPLATE_LANGUAGES: frozenset[TemplateLanguage] = frozenset(get_args(TemplateLanguage))
MARKS: frozenset[Mark] = frozenset(get_args(Mark))


class Kind(NamedTuple):
    """One kind of a generator's articles.

    Args:
        name: the name of the collection that `contentlint init` writes.
        content: patterns of their usual paths, relative to the site's root.
        schema: the built-in schema for them.
    """

    name: str
    content: tuple[str, ...]
    schema: str


class Marker(NamedTuple):
    """A file or folder that identifies a site; all its conditions must hold.

    Args:
        names: paths relative to the site's root; one of them must exist.
        keys: top-level keys of a YAML, TOML, JSON or Python file, in lower case; the file must have
            one of them. None: no condition.
        may_be_empty: whether an empty file needs no key.
        contains: a pattern that the text of the file must contain; None: no condition.
        package: a package that `package.json` must name; empty: no condition.
        beside: paths relative to the site's root; one of them must exist. Empty: no condition.
    """

    names: tuple[str, ...]
    keys: frozenset[str] | None = None
    may_be_empty: bool = False
    contains: re.Pattern[str] | None = None
    package: str = ""
    beside: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the file name is specific to this generator."""
        return not (self.contains or self.package or self.beside) and (
            self.keys is None or self.may_be_empty
        )


@record
class Assets:
    """Where a generator looks for files that front matter names: images, audio, downloads.

    Args:
        roots: folders that are served as `/`, relative to the site's root.
        others: further folders in which a path without a leading `/` is searched for.
        moved: matches a setting that moves the folders or mounts others, so nothing is known; None:
            there is no such setting.
        is_open: whether a theme outside the site may contain files.
        bundles: patterns of articles whose images are in the same folder.
        root_setting: a setting whose value, in group 1, replaces `roots`.
        theme_roots: folders of each theme in `themes/` that are served as `/` as well; empty: no
            themes are stored there.
        has_default_theme: whether a site without a theme setting uses a theme outside the site.
        is_strict: whether a path without a leading `/` or `.` may be something else.
        has_asset_folders: whether images of an article are in a folder with its name.
        knows_beside: whether `./` is relative to the folder of the article, never to its URL.
        sources: folders whose names are not part of a URL, so that a path with one does not work.
        imported: folders whose files are not found by a path without a leading `/` or `.`.
    """

    roots: tuple[str, ...]
    others: tuple[str, ...] = ()
    moved: re.Pattern[str] | None = None
    is_open: bool = True
    bundles: tuple[str, ...] = ()
    root_setting: re.Pattern[str] | None = None
    theme_roots: tuple[str, ...] = ()
    has_default_theme: bool = False
    is_strict: bool = False
    has_asset_folders: bool = False
    knows_beside: bool = False
    sources: tuple[str, ...] = ()
    imported: tuple[str, ...] = ()


@record(eq=False)
class Generator:
    """A static site generator, or a theme or content module that changes what articles are.

    Args:
        name: the name in lower case; also the name of its module and the value of `generator`.
        title: the official name.
        schema: the built-in schema for articles of no special kind.
        reading: how it reads front matter; None: not known.
        markers: the markers of its sites, the most specific first.
        configs: its configuration files, relative to the site's root.
        data: other files, relative to the site's root, in which sites usually name their author.
        kinds: its kinds of articles, the more specific before the more general.
        precedence: if a folder has markers of several generators, the lowest wins. Below 0 for
            themes and modules of another generator, above 0 for tools that open sites of others.
        refine: adapts this object to the configuration of a site; it gets the object and a function
            that returns the text of a file by path, empty if the file does not exist. None: all
            sites are alike.
        variant: what `refine` changed in how articles are parsed or judged; empty: nothing.
        content_folders: the folders of the site's root that hold all its articles, if they exist;
            elsewhere are files such as `README.md`. Empty: that is not known.
        not_content: folders without articles, relative to the site's root: themes, layouts, output.
        never_content: names of folders without articles, at any depth.
        template_folders: names of template folders, at any depth.
        drafts: pattern of its drafts.
        templates: the template languages that it processes in articles.
        template_names: the variables that templates in every article may use, in a language that
            prints nothing for others; None: the site may define others.
        blocks_of_markup: if template tags run plugins, the block tags whose content is Markdown or
            HTML; the content of other blocks is input of the plugin. None: tags do not run plugins,
            or that is not known.
        marks: syntax of its Markdown that is text in CommonMark.
        extensions: the extensions of its Markdown that the parser supports.
        dialect: what its Markdown renderer makes of syntax on which renderers differ.
        allows_spaces_in_urls: whether `![a](a b.png)` is an image; in CommonMark it is text.
        may_read_image_sizes: whether a plugin may read the size in `![a](a.png =300x200)`, which
            is text in CommonMark.
        markdown_is_mdx: whether every Markdown file is compiled as MDX, not only `.mdx`.
        mdx_folders: names of the folders whose Markdown files are compiled as MDX; empty: all.
        mdx_extensions: what it adds to MDX.
        has_mdx_1: whether it compiles with MDX 1, whose syntax is not checked.
        has_loose_mdx: whether only `.mdx` files are checked, because Markdown may be compiled by
            the rules of CommonMark, depending on settings elsewhere.
        has_mdx_format: whether the front matter key `mdx.format` says if an article is MDX.
        has_react: whether MDX is rendered by React.
        mdx_names: the names that expressions in every MDX article may use; None: the site may
            define others.
        components_close_themselves: whether articles are compiled as component templates, in which
            any element may end in `/>`.
        shows_braces: whether `{{ }}` and `{% %}` in an article are shown to readers as written.
        fills_links: whether a link without text gets the title of its target.
        takes_heading_as_title: whether the first heading of the body is the title of the page, so
            the theme does not print another.
        dates: how it reads the dates of front matter; empty: it reads none, or that is not known.
        top_keys: keys that it reads only outside of all tables and mappings.
        also_below: pairs of a table and one of these keys that it reads there all the same.
        keys_of_tables: keys that it reads only in the table with this name.
        taxonomies: the only names that `taxonomies` may have in front matter; None: any.
        other_metadata: matches the start of an article whose metadata is not in a front matter
            block; None: every article has a block.
        assets: where it looks for files; None: not known.
        links: the module of `site/links` that resolves its links; None: links are not checked.
    """

    name: str
    title: str
    schema: str
    reading: Reading | None = None
    markers: tuple[Marker, ...] = ()
    configs: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    precedence: int = 0
    refine: "Callable[[Generator, Callable[[str], str]], Generator] | None" = None
    variant: str = ""
    content_folders: frozenset[str] = frozenset()
    not_content: frozenset[str] = frozenset()
    never_content: frozenset[str] = frozenset()
    # These names are specific enough for every generator.
    template_folders: frozenset[str] = frozenset({"_layouts", "_includes"})
    drafts: str = "drafts/**"
    templates: frozenset[TemplateLanguage] = frozenset()
    template_names: frozenset[str] | None = None
    blocks_of_markup: frozenset[str] | None = None
    marks: frozenset[Mark] = frozenset()
    extensions: frozenset[Extension] = frozenset()
    dialect: Dialect = UNRECORDED
    allows_spaces_in_urls: bool = False
    may_read_image_sizes: bool = False
    markdown_is_mdx: bool = False
    mdx_folders: frozenset[str] = frozenset()
    mdx_extensions: frozenset[MdxExtension] = frozenset()
    has_mdx_1: bool = False
    has_loose_mdx: bool = False
    has_mdx_format: bool = False
    has_react: bool = False
    mdx_names: frozenset[str] | None = None
    components_close_themselves: bool = False
    shows_braces: bool = False
    fills_links: bool = False
    takes_heading_as_title: bool = False
    dates: tuple[Dates, ...] = ()
    top_keys: frozenset[str] = frozenset()
    also_below: frozenset[tuple[str, str]] = frozenset()
    keys_of_tables: tuple[tuple[str, str], ...] = ()
    taxonomies: frozenset[str] | None = None
    other_metadata: re.Pattern[str] | None = None
    assets: Assets | None = None
    links: str | None = None

    def __repr__(self) -> str:
        # Part of the cache key: distinguishes objects that parse articles differently.
        return f"Generator({self.name!r}, {self.variant!r})"

    @property
    def is_known(self) -> bool:
        """Whether the generator of the site is known."""
        return self is not UNKNOWN

    @cached_property
    def special_kinds(self) -> list[Kind]:
        """The kinds of articles with a schema of their own."""
        return [kind for kind in self.kinds if kind.schema != self.schema]


UNKNOWN = Generator(
    "",
    "",
    "article",
    kinds=(Kind("posts", ("posts/**/*.md",), "article"),),
    templates=TEMPLATE_LANGUAGES,
    marks=MARKS,
    dialect=GFM,
    may_read_image_sizes=True,
    links="plain",
)
"""The generator of an unrecognized site: every template language is possible, and behavior of
individual generators is not assumed."""
