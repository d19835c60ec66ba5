"""Placeholders for the name of an author, in keys and in bylines."""

from contentlint.rule import is_templated
from contentlint.rules.attribution._words import PLACEHOLDERS

# The last words of template expressions that should have been filled in.
_TEMPLATED = (["author"], ["name"], ["username"], ["user"], ["title"])


def is_placeholder(name: str) -> bool:
    """Whether a name is a placeholder, template syntax or a dash."""
    bare = name.strip("<>[]{}()%$ _-.—–?*…·").casefold()
    is_template = is_templated(name) and bare.replace(".", " ").split()[-1:] in _TEMPLATED
    return not bare or bare in PLACEHOLDERS or is_template
