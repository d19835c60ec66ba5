"""The permalinks of Jekyll: which URL an article has by its path, date and front matter."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.site.links.served import texts

# The templates of the values of `permalink` that have a name.
STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_NAME = lazy(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)")
_DATE = lazy(r"(\d{4})-(\d{1,2})-(\d{1,2})")
PLACE = lazy(r":([a-z_]+)")
_NOT_IN_SLUG = lazy(r"[^\w._~!$&'()+,;=@-]+|-{2,}")


class Post(NamedTuple):
    """What the path of a post says.

    Args:
        above: the folders above `_posts`.
        date: the date in its name; empty for a draft without one.
        name: its name without date and suffix.
    """

    above: str
    date: str
    name: str


def post_of(path: str) -> Post | None:
    """What the path of a post or draft says; None if it is neither."""
    *folders, name = path.split("/")
    place = next((at for at, each in enumerate(folders) if each in ("_posts", "_drafts")), None)
    if place is None:
        return None
    stem = name.rpartition(".")[0]
    match = _NAME.fullmatch(stem)
    above = "/".join(folders[:place])
    return Post(above, match[1], match[2]) if match else Post(above, "", stem)


def kind_of(path: str) -> str:
    """The type of an article in a scope, without the `s` of the plural."""
    if "_posts/" in path:
        return "post"
    if "_drafts/" in path:
        return "draft"
    top = path.partition("/")[0]
    return top[1:].rstrip("s") if top.startswith("_") and top != path else "page"


def dated_values(post: Post, front: Mapping[str, Any]) -> dict[str, str]:
    """The placeholders in the permalink of a post."""
    title = str(front.get("slug") or post.name)
    above = [part for part in post.above.split("/") if part and not part.startswith("_")]
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


def day_of(post: Post, front: Mapping[str, Any]) -> date | None:
    """The day of a post: from its front matter, or its name."""
    written = _DATE.match(str(front.get("date") or "")) or _DATE.match(post.date)
    if written is None:
        return None
    try:
        return date(int(written[1]), int(written[2]), int(written[3]))
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
