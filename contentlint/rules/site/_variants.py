"""Paths of one article in several languages or versions."""

from contentlint.rule import lazy

# Folders of languages and versions, and those that generators keep them in.
_VARIANT = lazy(
    r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?|v\d[\w.]*|\d+(?:\.(?:\d+|x))+|version-.+|versioned_.+|next"
    r"|latest|current|stable|dev|main|i18n|translations?|docs|content|[a-z]+-plugin-.+"
)

_LANGUAGE = lazy(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")


def are_variants(one: str, other: str) -> bool:
    """Whether two paths are those of an article in two languages or versions."""
    return plain(one) == plain(other) or _languages(one) != _languages(other)


def _languages(path: str) -> list[str]:
    return [folder for folder in path.split("/")[:-1] if _LANGUAGE.fullmatch(folder)]


def plain(path: str) -> tuple[str, ...]:
    """The parts of a path without those that name a language or version, and without suffix."""
    *folders, name = path.split("/")
    kept = [folder for folder in folders if not _VARIANT.fullmatch(folder)]
    stem, *suffixes = name.split(".")
    return (*kept, stem, *[each for each in suffixes[:-1] if not _VARIANT.fullmatch(each)])
