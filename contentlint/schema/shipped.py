"""The shipped schemas, by name, and their keys."""

import re
from functools import cache
from pathlib import Path

from contentlint.core.patterns import lazy
from contentlint.schema.real_words import THEME_KEYS, WORDS


def shipped_schemas() -> dict[str, Path]:
    """The files of the shipped schemas by name, sorted."""
    import contentlint.schemas

    found: dict[str, Path] = {}
    for folder in contentlint.schemas.__path__:
        for file in Path(folder).glob("[!_]*.py"):
            found[file.stem] = file
    return dict(sorted(found.items()))


@cache
def common_keys() -> frozenset[str]:
    """Keys of all shipped schemas and of common themes, which are not misspellings.

    Read from the source of the schemas: importing them all would take longer than a run.
    """
    names = {*_COMMON.split(), *THEME_KEYS.split()}
    for file in (*shipped_schemas().values(), Path(__file__).parents[1] / "bases.py"):
        text = file.read_text("utf-8")
        fields = _FIELD_LINE.findall(text)
        is_dashed = "alias_generator" in text
        names.update(name.replace("_", "-") if is_dashed else name for name in fields)
        for alias, choices in _ALIAS.findall(text):
            names.update(re.findall(r"[\w.-]+", alias or choices))
    return frozenset(names)


@cache
def real_words() -> frozenset[str]:
    """English words that are one typo away from a key."""
    return frozenset(WORDS.split())


_FIELD_LINE = lazy(r"^    ([A-Za-z]\w*): ", re.MULTILINE)
_ALIAS = lazy(r'alias=(?:"([\w.-]+)"|AliasChoices\(([^()]*)\))')
_COMMON = (
    "autor autores categoria categorias descripcion etiquetas "
    "tag category keyword images covers photo picture avatar dates update updates subtitle name "
    "names style styles class classes series section sections order weight url urls link links "
    "location locale language langs data desc intro summary lead top topic topics type types label "
    "labels status state stage team teams theme themes version versions state author_url origin "
    "sources source_url tagline layouts permalinks excerpts slugs aliases alias drafts comment "
    "toc math nav menu menus index published publish publishDate modified created"
)
