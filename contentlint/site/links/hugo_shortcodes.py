"""The shortcodes of Hugo that name content or files: `ref`, `relref`, `figure`."""

import re

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple

_REF = lazy(
    r"\{\{[<%]\s*+(?:rel)?ref\s++(?:path\s*+=\s*+)?"
    r"(?:\"([^\"]*+)\"|`([^`]*+)`|'([^']*+)'|([^\s\"'`>%{}]++))([^{}]*+)\}\}(.*)",
    re.DOTALL,
)
_LANGUAGE = lazy(r"\blang\s*=\s*[\"`]?([\w-]+)")
_FIGURE = lazy(
    r"\{\{[<%]\s*(?:figure|img|image)\b[^{}]*?\bsrc\s*=\s*(?:\"([^\"]*)\"|`([^`]*)`)[^{}]*\}\}"
)


class Reference(NamedTuple):
    """A reference to content.

    Args:
        name: the path or name, with an anchor.
        language: the code of the language in lower case; empty: that of the article.
        rest: what follows the shortcode, such as an anchor.
    """

    name: str
    language: str
    rest: str


def reference_of(written: str) -> Reference | None:
    """The reference that a target consists of; None if it is something else.

    Args:
        written: the target, such as `{{< ref "guide.md" >}}#setup`.
    """
    match = _REF.fullmatch(written)
    if match is None or "{{" in match[6]:
        return None
    arguments = match[5].rstrip(">%/ \t\n")
    language = _LANGUAGE.search(arguments)
    if language is None and arguments:
        return None
    name = match[1] or match[2] or match[3] or match[4] or ""
    return Reference(name, language[1].lower() if language else "", match[6])


def figure_source(written: str) -> str | None:
    """The path of the image of a shortcode; None if it is something else."""
    match = _FIGURE.fullmatch(written)
    return None if match is None else match[1] or match[2] or ""
