"""Nuxt Content: paths of articles without their numbers; other routes are code."""

from contentlint.core.patterns import lazy
from contentlint.site.links import nextjs

_NUMBER = lazy(r"(?:(?<=/)|\A)\d+\.")


class Resolver(nextjs.Resolver):
    """Resolves targets that are paths of articles, files of `public`, and anchors."""

    content_folders = ("content",)
    algorithms = ("nuxt",)

    def _route(self, path: str) -> str | None:
        return super()._route(_NUMBER.sub("", path).replace(".draft.", "."))
