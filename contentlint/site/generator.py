"""What is known of a static site generator: the form in which `generators/` states it.

A generator is one object in one file. The parts of contentlint that treat articles differently by
generator read its fields; none of them names a generator.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, get_args

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
"""A template language whose syntax is read in articles before Markdown or HTML is."""

Mark = Literal[
    "admonitions",
    "attribute-lists",
    "colon-components",
    "containers",
    "content-tabs",
    "details",
    "display-maths",
    "double-percent-comments",
    "percent-comments",
    "wikilinks",
]
"""A mark of a Markdown dialect that CommonMark takes for text."""

Extension = Literal["definition-lists", "heading-attributes", "maths"]
"""An extension of Markdown that the parser itself can read."""

TEMPLATE_LANGUAGES: frozenset[TemplateLanguage] = frozenset(get_args(TemplateLanguage))
MARKS: frozenset[Mark] = frozenset(get_args(Mark))


class Kind(NamedTuple):
    """One kind of a generator's articles.

    Args:
        name: what `contentlint init` calls the collection.
        content: where they usually are, as patterns from the site's root.
        schema: the shipped schema for them.
    """

    name: str
    content: tuple[str, ...]
    schema: str


class Marker(NamedTuple):
    """A file or folder by which a site is recognised, if all that is stated here holds.

    Args:
        names: paths from the site's root; one of them must exist.
        keys: keys at the top level of a YAML, TOML, JSON or Python file, in lower case; one of
            them must be there. None: the name is enough.
        may_be_empty: whether an empty file needs no key.
        contains: what the file's text must contain; None: anything.
        package: a package that `package.json` must name; empty: any.
        beside: paths from the site's root of which one must exist; none: nothing must.
    """

    names: tuple[str, ...]
    keys: frozenset[str] | None = None
    may_be_empty: bool = False
    contains: re.Pattern[str] | None = None
    package: str = ""
    beside: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether no other generator's sites have a file of this name."""
        return not (self.contains or self.package or self.beside) and (
            self.keys is None or self.may_be_empty
        )


@dataclass(frozen=True)
class Assets:
    """Where a generator looks for files that front matter names: images, audio, downloads.

    Args:
        roots: folders that its pages see as `/`, from the site's root.
        others: further folders in which a path without a leading `/` is looked for.
        moved: a line of the configuration that moves the folders or mounts others, so that
            nothing is known; None: there is no such setting.
        is_open: whether a theme that is not in the site may have files of its own.
        bundles: the articles whose images lie beside them.
        root_setting: the setting, as group 1, that replaces `roots`.
        theme_roots: folders of each theme in `themes/` that its pages see as `/` as well; none:
            it has no such themes.
        has_default_theme: whether a site that names no theme has one from elsewhere.
        is_strict: whether a path without `/` or `.` in front may be anything.
        has_asset_folders: whether an article's images lie in a folder of its name.
        knows_beside: whether `./` means the article's own folder, and never its URL.
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


@dataclass(frozen=True, eq=False, repr=False)
class Generator:
    """A static site generator, or a theme or content module that changes what articles are.

    Args:
        name: in lower case; the name of its file, and the value of `generator`.
        title: as people write it.
        schema: the shipped schema for its articles that are of no special kind.
        markers: what its sites are recognised by, the most telling first.
        configs: its configuration files, from the site's root.
        kinds: its kinds of articles, a special one before the one around it.
        precedence: which generator a folder with markers of several is of: the lowest. Below 0 for
            what is built on another generator, above 0 for a tool that opens sites of others.
        refine: makes of this object the one for a site whose configuration says more; it is given
            the object and a function from a path to the text of that file, empty where there is
            none. None: all its sites are alike.
        variant: what `refine` found that changes how an article is read; empty: nothing.
        not_content: folders that hold no articles, from the site's root: themes, layouts, output.
        never_content: names of folders that hold no articles at any depth.
        template_folders: names of folders of templates, at any depth.
        drafts: pattern of its drafts.
        templates: the template languages that it reads in articles.
        blocks_of_markup: where template tags run plugins: the blocks whose content is Markdown or
            HTML, that of others being for their plugin alone. None: tags run none, or that is not
            known.
        marks: the marks of its Markdown that CommonMark takes for text.
        extensions: the extensions of its Markdown that the parser can read.
        is_kramdown: whether a blank line does not end a paragraph that HTML has begun.
        markdown_is_mdx: whether every Markdown file is compiled as MDX, not only `.mdx`.
        components_close_themselves: whether articles are compiled as templates of components, in
            which any element may end in `/>`.
        shows_braces: whether `{{ }}` and `{% %}` in an article reach its readers as written.
        takes_heading_as_title: whether the first heading of the body is the page's title, so that
            a theme prints no second one.
        reads_dates_with_slashes: whether `2024/03/18` is a date to it.
        other_metadata: the beginning of an article whose metadata is not in a front matter block;
            None: all have a block.
        assets: where it looks for files; None: that is not known.
    """

    name: str
    title: str
    schema: str
    markers: tuple[Marker, ...] = ()
    configs: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    precedence: int = 0
    refine: "Callable[[Generator, Callable[[str], str]], Generator] | None" = None
    variant: str = ""
    not_content: frozenset[str] = frozenset()
    never_content: frozenset[str] = frozenset()
    # By names that mean nothing else, whatever builds the site.
    template_folders: frozenset[str] = frozenset({"_layouts", "_includes"})
    drafts: str = "drafts/**"
    templates: frozenset[TemplateLanguage] = frozenset()
    blocks_of_markup: frozenset[str] | None = None
    marks: frozenset[Mark] = frozenset()
    extensions: frozenset[Extension] = frozenset()
    is_kramdown: bool = False
    markdown_is_mdx: bool = False
    components_close_themselves: bool = False
    shows_braces: bool = False
    takes_heading_as_title: bool = False
    reads_dates_with_slashes: bool = True
    other_metadata: re.Pattern[str] | None = None
    assets: Assets | None = None

    def __repr__(self) -> str:
        # Part of the cache's key: what distinguishes two objects in how an article is read.
        return f"Generator({self.name!r}, {self.variant!r})"

    @property
    def is_known(self) -> bool:
        """Whether it is known what builds the site."""
        return self is not UNKNOWN

    @cached_property
    def special_kinds(self) -> list[Kind]:
        """The kinds of articles that have a schema of their own."""
        return [kind for kind in self.kinds if kind.schema != self.schema]


UNKNOWN = Generator(
    "",
    "",
    "article",
    kinds=(Kind("posts", ("posts/**/*.md",), "article"),),
    templates=TEMPLATE_LANGUAGES,
    marks=MARKS,
    is_kramdown=True,
)
"""What holds where nobody knows what builds the site: any template language may be read, and
nothing is said of what only some generators do."""
