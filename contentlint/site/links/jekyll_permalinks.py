"""The permalinks of Jekyll: which URL an article has by its path, date and front matter."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.site.links.served import texts

# The templates of the values of `permalink` that have a name.
STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
POST = lazy(r"(?:(.*)/)?(?:_posts|_drafts)/(?:.+/)?(?:(\d{2,4})-(\d{1,2})-(\d{1,2})-)?([^/]+)\.\w+")
_DATE = lazy(r"(\d{4})-(\d{1,2})-(\d{1,2})")
PLACE = lazy(r":([a-z_]+)")
_NOT_IN_SLUG = lazy(r"[^\w._~!$&'()+,;=@-]+|-{2,}")


def kind_of(path: str) -> str:
    """The type of an article in a scope, without the `s` of the plural."""
    if "_posts/" in path:
        return "post"
    if "_drafts/" in path:
        return "draft"
    top = path.partition("/")[0]
    return top[1:].rstrip("s") if top.startswith("_") and top != path else "page"


def dated_values(post: re.Match[str], front: Mapping[str, Any]) -> dict[str, str]:
    """The placeholders in the permalink of a post."""
    title = str(front.get("slug") or post[5])
    above = [part for part in (post[1] or "").split("/") if part and not part.startswith("_")]
    own = front.get("categories") or front.get("category") or []
    own = own.split() if isinstance(own, str) else texts(own)
    names = list(dict.fromkeys([*above, *own]))
    values = {"title": slug_of(title), "slug": slug_of(title).lower()}
    values["categories"] = "/".join(name.lower() for name in names)
    day = day_of(post, front)
    if day is not None:
        values.update(
            year=f"{day.year:04}",
            month=f"{day.month:02}",
            i_month=str(day.month),
            day=f"{day.day:02}",
            i_day=str(day.day),
            short_year=f"{day.year % 100:02}",
            y_day=f"{day.timetuple().tm_yday:03}",
        )
    return values


def day_of(post: re.Match[str], front: Mapping[str, Any]) -> date | None:
    """The day of a post: from its front matter, or its name."""
    written = _DATE.match(str(front.get("date") or "")) or (post if post[2] else None)
    if written is None:
        return None
    first = 1 if written.re is not post.re else 2
    try:
        return date(*(int(written[first + number]) for number in range(3)))
    except ValueError:
        return None


def slug_of(text: str) -> str:
    """A text as `:title` has it."""
    return _NOT_IN_SLUG.sub("-", text).strip("-")


def filled(template: str, values: Mapping[str, str]) -> str | None:
    """A permalink with its placeholders filled in; None if one is not known."""
    names = PLACE.findall(template)
    if any(name not in values for name in names):
        return None
    url = PLACE.sub(lambda match: values[match[1]], template)
    return re.sub(r"/{2,}", "/", f"/{url}")
