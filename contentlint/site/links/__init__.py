"""How generators resolve links: the pages of a site, their URLs and anchors, and link targets.

`linked.py` has the site (its values are in `site/pages.py`), `resolver.py` the common part of all
resolvers. Each generator that resolves links has a module here with a class `Resolver`, which its
object in `generators/` names in `links`; it is imported only by runs with rules about links.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contentlint.site.links.linked import LinkedSite
    from contentlint.site.links.resolver import Resolver


def resolver_of(site: "LinkedSite") -> "Resolver | None":
    """The resolver for a site; None if nothing is known about the links of its generator."""
    name = site.generator.links
    if name is None:
        return None
    resolver: Resolver = import_module(f"{__name__}.{name}").Resolver(site)
    return resolver
