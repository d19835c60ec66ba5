"""Tests in conditions of the rules of this category: `when="test:front-matter/has_images"`."""

from contentlint.rule import Document
from contentlint.rules.front_matter._images import images


def has_images(document: Document) -> bool:
    """Whether the front matter names an image."""
    return bool(document.once(images))


def has_comment(document: Document) -> bool:
    """Whether the front matter is YAML that may have a comment."""
    front_matter = document.front_matter
    start, end = front_matter.block
    return front_matter.format == "yaml" and document.text.find("#", start, end) >= 0
