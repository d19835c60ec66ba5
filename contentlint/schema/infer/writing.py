"""Write a model as Python source, in the format of ruff and black for any line length.

Keys and words come from articles. They reach the source as literals from `repr`, and as names only
if they consist of ASCII letters, digits and `_`.
"""

import re
from collections.abc import Iterable
from keyword import iskeyword, issoftkeyword

from contentlint import fields
from contentlint.schema.infer.types import Field, Model, Type

MODEL = "Article"

_LINE = 88
_MAX_FIELD = 40
_MAX_CLASS = 24
_PYDANTIC = ("BaseModel", "ConfigDict", "Field")
_TYPING = ("Any", "Literal")
# Names in the annotations of a model, which its fields must not shadow.
_USED = frozenset({MODEL, "dict", "list", *_PYDANTIC, *_TYPING, *fields.__all__})


class Writer:
    """Writes a model and the models of its nested mappings.

    Args:
        keys: every key of the articles, which class names must not shadow.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self.taken = {*_USED, *keys}
        self.blocks: list[str] = []
        self.uses: set[str] = set()

    def write(self, model: Model, head: str) -> str:
        """The source of the module.

        Args:
            model: the model.
            head: text of the comment at the top; one line.
        """
        doc = "Front matter of an article."
        self._class(MODEL, doc, model, is_top=True)
        return "\n".join(
            [f"# {head}", "", *self._imports(), "", "", "\n\n\n".join(self.blocks), ""]
        )

    def _imports(self) -> list[str]:
        modules = {
            "contentlint.fields": sorted(self.uses - {*_PYDANTIC, *_TYPING}),
            "pydantic": [name for name in _PYDANTIC if name in self.uses],
        }
        typing = [name for name in _TYPING if name in self.uses]
        lines = [f"from typing import {', '.join(typing)}", ""] if typing else []
        for module, names in modules.items():
            line = f"from {module} import {', '.join(names)}"
            if len(line) > _LINE:
                line = "\n".join([f"from {module} import (", *(f"    {n}," for n in names), ")"])
            lines += [line] if names else []
        return lines

    def _class(self, name: str, doc: str, model: Model, *, is_top: bool) -> None:
        self.uses.add("BaseModel")
        lines = [f"class {name}(BaseModel):", f'    """{doc}"""', ""]
        if is_top:
            self.uses.add("ConfigDict")
            lines += [
                '    # "forbid" reports every key that is not listed here.',
                '    model_config = ConfigDict(extra="allow")',
                "",
            ]
        names: set[str] = set()
        for field in model.fields:
            lines += self._field(field, names, name)
        while not lines[-1]:
            lines.pop()
        self.blocks.append("\n".join(lines))

    def _field(self, field: Field, names: set[str], owner: str) -> list[str]:
        name = _field_name(field.key, names | self.taken - {field.key} | _USED)
        names.add(name)
        kind = self._expression(field.type, field.key, owner)
        is_optional = not field.is_required
        if (is_optional or field.type.takes_none) and kind != "Any":
            kind = f"{kind} | None"
        arguments = ["None"] if is_optional else []
        if name != field.key:
            self.uses.add("Field")
            arguments.append(f"alias={literal(field.key)}")
        value = f" = Field({', '.join(arguments)})" if name != field.key else " = None"
        value = value if arguments else ""
        if len(f"    {name}: {kind}{value}") > _LINE and "Field(" in value:
            inner = "".join(f"        {argument},\n" for argument in arguments)
            value = f" = Field(\n{inner}    )"
        if len(f"    {name}: {kind} = Field(") > _LINE:
            kind = self._named(kind, field.key)
            kind = f"{kind} | None" if is_optional else kind
        line = f"    {name}: {kind}{value}"
        if not field.lacking:
            return [line]
        comment = f"# missing in {field.lacking} of {field.articles}"
        if "\n" in line or len(line) + len(comment) + 2 > _LINE:
            return [f"    {comment}", line]
        return [f"{line}  {comment}"]

    def _expression(self, kind: Type, key: str, owner: str) -> str:
        """A type as an annotation; writes the classes and enumerations that it needs."""
        if kind.takes_anything:
            self.uses.add("Any")
            return "Any"
        parts = list(kind.scalars)
        if kind.words:
            parts.append(self._literal(kind.words, key))
        if kind.items is not None:
            item = self._expression(kind.items, key, owner)
            item = f"{item} | None" if kind.items.takes_none and item != "Any" else item
            if parts == ["Text"] and item in ("Text", "Text | None"):
                parts = ["Texts"]
            else:
                parts.append(f"list[{item}]")
        if kind.model is not None:
            name = self._class_name(key, owner)
            is_plain = key.isidentifier() and key.isascii() and len(key) <= _MAX_FIELD
            doc = f"The value of `{key}`." if is_plain else "A nested mapping."
            self._class(name, doc, kind.model, is_top=False)
            parts.append(name)
        if kind.is_dictionary:
            self.uses.add("Any")
            parts.append("dict[str, Any]")
        if kind.takes_blank and parts:
            self.uses.add("Literal")
            parts.append('Literal[""]')
        self.uses |= {part for part in parts if part in fields.__all__}
        if not parts:
            self.uses.add("Any")
            return "Any"
        return " | ".join(parts)

    def _literal(self, words: tuple[str, ...], key: str) -> str:
        self.uses.add("Literal")
        written = [literal(word) for word in words]
        line = f"Literal[{', '.join(written)}]"
        if len(line) <= _MAX_FIELD:
            return line
        name = self._class_name(key, "")
        if len(line) + len(name) + 3 > _LINE and len(words) > 1:
            line = "\n".join(["Literal[", *(f"    {word}," for word in written), "]"])
        self.blocks.append(f"{name} = {line}")
        return name

    def _named(self, kind: str, key: str) -> str:
        """A name for a long annotation."""
        name = self._class_name(key, "")
        self.blocks.append(f"{name} = {kind.removesuffix(' | None')}")
        return name

    def _class_name(self, key: str, owner: str) -> str:
        words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+", key)
        name = "".join(word[:1].upper() + word[1:] for word in words)[:_MAX_CLASS]
        name = name if name.isidentifier() else "Nested"
        owner = "" if owner == MODEL else owner
        choices = [name, f"{owner}{name}", f"{MODEL}{name}"]
        short = name[: _MAX_CLASS - 6]
        choices += [f"{short}{number}" for number in range(2, len(self.taken) + 3)]
        chosen = next(c for c in choices if len(c) <= _MAX_CLASS and c not in self.taken)
        self.taken.add(chosen)
        return chosen


def literal(text: str) -> str:
    """A string as a Python literal, with the quotes of ruff and black."""
    written = repr(text)
    if written[0] == '"' or text.count('"') > text.count("'"):
        return written
    inner = written[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'


def _field_name(key: str, taken: set[str]) -> str:
    """A name for a field: the key itself if Python and Pydantic allow it."""
    if _is_name(key) and key not in taken:
        return key
    name = "_".join(re.findall(r"[a-z0-9]+|[A-Z]+[a-z0-9]*", key)).lower()[:_MAX_FIELD]
    name = name.strip("_") or "field"
    if not name[0].isalpha() or name.startswith("model_"):
        name = f"field_{name}"[:_MAX_FIELD]
    short = name[: _MAX_FIELD - 8]
    choices = [name, f"{short}_", *(f"{short}_{number}" for number in range(2, len(taken) + 3))]
    return next(choice for choice in choices if _is_name(choice) and choice not in taken)


def _is_name(key: str) -> bool:
    from pydantic import BaseModel

    return (
        key.isascii()
        and key.isidentifier()
        and not (iskeyword(key) or issoftkeyword(key))
        and not key.startswith(("_", "model_"))
        and not hasattr(BaseModel, key)
        and len(key) <= _MAX_FIELD
    )
