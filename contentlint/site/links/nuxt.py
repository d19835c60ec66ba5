"""Nuxt Content: paths of articles without their numbers; other routes are code."""

import re

from contentlint.site.links import nextjs

_NUMBER = re.compile(r"(?:(?<=/)|\A)\d+\.")


class Resolver(nextjs.Resolver):
    """Resolves targets that are paths of articles, files of `public`, and anchors."""

    content_folders = ("content",)
    algorithms = ("nuxt",)

    def _route(self, path: str) -> str | None:
        return super()._route(_NUMBER.sub("", path).replace(".draft.", "."))
