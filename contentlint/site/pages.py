"""Pages and links as facts of articles, and what resolving a link finds."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from contentlint.core.tuples import NamedTuple

PAGES = "links/page"
"""The name of the fact about an article as the target of links."""

LINKS = "links/link"
"""The name of the facts about the links in an article, one for each."""

Kind = Literal["link", "image", "definition", "html", "source", "wiki", "embed", "tag"]
"""How a link is written.

- `link`, `image`: `[a](target)`, `![a](target)`
- `definition`: `[label]: target`, if it is used
- `html`: `<a href>`; `source`: any other attribute with a URL: `src`, `poster`, `srcset`
- `wiki`, `embed`: `[[target]]`, `![[target]]`, without the brackets
- `tag`: template syntax that is not in a URL, such as `{% post_link a %}`, as written
"""

State = Literal["found", "missing", "unknown"]

Fault = Literal[
    "", "page", "file", "anchor", "case", "form", "base", "outside", "unpublished", "scheme"
]
"""What is wrong with a link; a rule reports each.

- `page`, `file`: the target does not exist; `file` if it is not a page
- `anchor`: the page exists and has no such anchor
- `case`: the target exists with other letter case
- `form`: the target exists, and the link is written so that the generator does not find it
- `base`: a root-absolute link without the base path of the site
- `outside`: the target is outside of the site
- `unpublished`: the target is a draft, or excluded from the published site
- `scheme`: no such file; the target looks like a host without `https://`
"""


class Heading(NamedTuple):
    """A heading of an article.

    Args:
        level: 1 to 6.
        text: its text as displayed: without markup and images, with character references and
            escapes resolved; without the marker of an explicit id.
        raw: its content as written, without `#` or underline; for an HTML element, its inner HTML.
        id: the explicit id: `{#id}`, `{/* #id */}`, or `id` of an HTML element; empty for none.
        is_html: whether it is written as an HTML element.
        is_open: whether it contains template syntax, so that its text is unknown.
    """

    level: int
    text: str
    raw: str
    id: str = ""
    is_html: bool = False
    is_open: bool = False


class Page(NamedTuple):
    """An article as the target of links.

    Args:
        path: its path from the root of the site, with `/`.
        front: the values of its front matter that may decide its URL, see `FRONT`; keys in lower
            case.
        headings: its headings, in order.
        ids: the values of `id` and `name` attributes, and `^block` ids (with the `^`).
        opens: the names of components (`Tabs`), template tags (`include`) and other syntax
            (`import`) in the body, which may add content; sorted.
    """

    path: str
    front: Mapping[str, Any]
    headings: Sequence[Heading]
    ids: Sequence[str] = ()
    opens: Sequence[str] = ()


class Link(NamedTuple):
    """A link of an article.

    Args:
        kind: how it is written.
        target: the URL or path, with character references and escapes resolved; as written if
            it is templated.
        tag: the element or template tag for `html`, `source` and `tag`; empty for others.
        is_templated: whether it contains template syntax.
        is_exact: whether the span has exactly the target, so that a fix can replace it.
    """

    kind: Kind
    target: str
    tag: str = ""
    is_templated: bool = False
    is_exact: bool = True


class Outcome(NamedTuple):
    """What resolving a link found.

    Args:
        state: `unknown` if the generator or something outside of the articles decides.
        fault: what is wrong; empty if nothing is, or for `unknown`.
        place: the path of the target from the root of the site, or the place where it was expected;
            a URL path if the generator looks up URLs.
        suggestion: the target that works, written as in this article; empty for none.
        is_safe: whether the suggestion is certainly what was meant.
        anchor: the anchor that was not found, if `fault` is `anchor`.
        reason: why it is unknown, as a short text: `template syntax`, `content of `include``.
        page: the path of the page that it links to; empty if it is not an article.
    """

    state: State
    fault: Fault = ""
    place: str = ""
    suggestion: str = ""
    is_safe: bool = False
    anchor: str = ""
    reason: str = ""
    page: str = ""


class Translation(NamedTuple):
    """An article as one of several languages of the same page.

    Args:
        key: equal for the languages of a page.
        language: its language, as the generator names it; empty: the default one.
        is_original: whether its language is the default one.
    """

    key: str
    language: str
    is_original: bool


def unknown(reason: str, page: str = "") -> Outcome:
    """A link that cannot be resolved, and the reason."""
    return Outcome("unknown", reason=reason, page=page)


FRONT = frozenset(
    "alias aliases _build build categories category collection custom_edit_url date "
    "displayed_sidebar draft excluded expirydate headless hidden i18n id lang language lastmod "
    "layout listed metaredirects noindex outputs path pathname permalink private pubdate publish "
    "publishdate published redirect_from redirect_to redirects render rewrite save_as "
    "sidebar_label slug slugoverride status tags taxonomies template title translationkey type "
    "unlist unlisted unpublishdate url url_path version".split()
)
"""The front matter keys, in lower case, whose values a page keeps."""


def page_value(page: Page) -> list[Any]:
    """A page as the value of a fact."""
    headings = [_heading_value(heading) for heading in page.headings]
    return [dict(page.front), headings, list(page.ids), list(page.opens)]


def _heading_value(heading: Heading) -> list[Any]:
    raw = 0 if heading.raw == heading.text else heading.raw
    flags = heading.is_html + 2 * heading.is_open
    value = [heading.level, heading.text, raw, heading.id, flags]
    while not value[-1] and len(value) > 2:
        value.pop()
    return value


def page_of(path: str, value: Any) -> Page:
    """The inverse of `page_value`."""
    front, headings, ids, opens = value
    return Page(path, front, [_heading_of(*heading) for heading in headings], ids, opens)


def _heading_of(level: int, text: str, raw: Any = 0, id: str = "", flags: int = 0) -> Heading:
    return Heading(level, text, raw or text, id, bool(flags & 1), bool(flags & 2))


def link_value(link: Link) -> list[Any]:
    """A link as the value of a fact."""
    flags = link.is_templated + 2 * (not link.is_exact)
    value = [link.kind, link.target, link.tag, flags]
    while not value[-1] and len(value) > 2:
        value.pop()
    return value


def link_of(value: Sequence[Any]) -> Link:
    """The inverse of `link_value`."""
    kind, target = value[:2]
    tag = value[2] if len(value) > 2 else ""
    flags = value[3] if len(value) > 3 else 0
    return Link(kind, target, tag, bool(flags & 1), not flags & 2)
