"""The credits in an article that are not next to an image."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.article.images.credit import ImageCredit, credit, is_credit, plain_text
from contentlint.article.images.forms import (
    credits_all,
    credits_cover,
    is_photo_credit,
    is_section,
    lines_about_cover,
    may_be_credit,
    may_credit_cover,
)
from contentlint.article.images.host_pages import linked_pages
from contentlint.article.images.names import is_name
from contentlint.article.images.words import SECTION_WORDS
from contentlint.core.patterns import lazy
from contentlint.core.properties import cached_property

if TYPE_CHECKING:
    from contentlint.article.document import Document

# The longest line that may be a credit, in code points; longer ones are paragraphs.
MAX_LINE = 200
# Length of the top and of the bottom of an article, in code points.
_ENDS = 1200
_LINES = lazy(r"\n|</?(?:p|div|br|li|h[1-6]|section|article|header|footer)\b[^<>]*>")
HAS_IMAGE = lazy(r"!\[|<img\b|<figure\b|\{\{[<%]\s*figure", re.IGNORECASE)
_HEADING = lazy(
    r"^[ ]{0,3}#{1,6}[ \t]++(?P<atx>[^\n]{1,80}?)(?:[ \t]++#*+)?[ \t]*+$|"
    r"^(?P<setext>[^\n#>-][^\n]{0,79})\n(?:=++|-++)[ \t]*+$|"
    r"<h[1-6]\b[^<>]*>(?P<tag>[^\n]{1,120}?)</h[1-6]>|"
    r"^[ ]{0,3}(?:\*\*|__|<(?:strong|b)>)(?P<bold>[^\n*_<>]{1,60})"
    r"(?:\*\*|__|</(?:strong|b)>)[ \t:：]*$",
    re.MULTILINE,
)
_LINK = lazy(r"(?:https?:)?//[^\s/]+\.", re.IGNORECASE)
_LABEL = lazy(r"^[^:：—–]{1,60}(?:[:：]|[ ][—–-][ ])")
_TITLE = lazy(r"\s*#{1,4}[ \t]")
# A line that is the heading of such a section, if it is a heading.
_MARK = r"^[ \t]{0,3}(?:#{1,6}[ \t]++|\*\*|__|<(?:h[1-6]|strong|b)\b[^<>\n]*>)"
_SECTION_LINE = lazy(
    rf"{_MARK}?[ \t]*+(?:{SECTION_WORDS})",
    re.MULTILINE | re.IGNORECASE,
)
# The same without headings that are underlined, which few articles have.
_MARKED_SECTION_LINE = lazy(
    rf"{_MARK}[ \t]*+(?:{SECTION_WORDS})",
    re.MULTILINE | re.IGNORECASE,
)
_UNDERLINE = lazy(r"\n(?:=++|-++)[ \t]*+$", re.MULTILINE)
# The longest section with image credits that is read, in code points.
_MAX_SECTION = 4000


class ArticleCredits:
    """The credits in lines and sections of an article; searched for on first use.

    Args:
        document: the article.
    """

    def __init__(self, document: "Document") -> None:
        self._text = document.text
        self._start = document.body.start

    @cached_property
    def of_all_images(self) -> ImageCredit | None:
        """The credit of all images: in a line at the top or bottom, or in a section of its own."""
        for line, plain in self._end_lines:
            if credits_all(plain):
                return credit(line, "article")
        return self._of_section

    @cached_property
    def of_cover(self) -> ImageCredit | None:
        """The credit of the image in the front matter: in a line of its own, anywhere."""
        body = self._text[self._start :]
        lines = lines_about_cover(body)
        if "<" in body:
            parts = _LINES.split(body) if may_credit_cover(body) else ()
            lines = filter(may_credit_cover, parts)
        for line in lines:
            if len(line) <= 4 * MAX_LINE:
                plain = plain_text(line).lstrip("# ")
                if len(plain) <= MAX_LINE and credits_cover(plain):
                    return credit(line, "line")
        for line, plain in self._end_lines:
            if not _TITLE.match(line) and (is_photo_credit(plain) or any(linked_pages(line))):
                return credit(line, "line")
        return self.of_all_images

    @cached_property
    def _end_lines(self) -> list[tuple[str, str]]:
        """The short lines at the top and bottom that may be credits, with their plain text."""
        text, start = self._text, self._start
        ends = [text[start : start + _ENDS]]
        if len(text) > start + _ENDS:
            ends.append(text[max(start + _ENDS, len(text) - _ENDS) :])
        lines = [line for end in ends for line in _apart(end)]
        return [(line, plain) for line, plain in lines if "//" in line or may_be_credit(plain)]

    @cached_property
    def _of_section(self) -> ImageCredit | None:
        text = self._text
        is_underlined = _UNDERLINE.search(text, self._start) is not None
        pattern = _SECTION_LINE if is_underlined else _MARKED_SECTION_LINE
        for candidate in pattern.finditer(text, self._start):
            heading = _HEADING.match(text, candidate.start())
            words = next((group for group in heading.groups() if group), "") if heading else ""
            if heading is None or not is_section(plain_text(words).strip()):
                continue
            end = _HEADING.search(text, heading.end())
            stop = min(end.start() if end else len(text), heading.end() + _MAX_SECTION)
            for line in _LINES.split(text[heading.end() : stop]):
                found = credit(line, "article") if _is_entry(line) else None
                if found is not None:
                    return found
        return None


def _apart(text: str) -> Iterator[tuple[str, str]]:
    """The short lines of a text with their plain text, without images and the lines after them."""
    has_images = HAS_IMAGE.search(text) is not None
    is_after_image = False
    for line in _LINES.split(text):
        if not line or line.isspace():
            continue
        # A line next to an image applies to that image only.
        is_at_image = has_images and HAS_IMAGE.search(line) is not None
        if len(line) <= 4 * MAX_LINE and not is_at_image and not is_after_image:
            plain = plain_text(line).lstrip("# ")
            if len(plain) <= MAX_LINE:
                yield line, plain
        is_after_image = is_at_image


def _is_entry(line: str) -> bool:
    """Whether a line in a section with image credits names an author or links to a source."""
    plain = plain_text(line).lstrip("-+•·▪ 0123456789.)")
    if not plain or len(plain) > 2 * MAX_LINE:
        return False
    return is_credit(line) or _LINK.search(line) is not None or is_name(_LABEL.sub("", plain))
