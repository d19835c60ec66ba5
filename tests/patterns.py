"""Every regular expression of the package, how it is used, and the worst that can be fed to it."""

import ast
import importlib
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import contentlint

PACKAGE = Path(contentlint.__file__).parent
_FUNCTIONS = {"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "split"}
# Methods that try one place alone; all others try every place of a text.
_ANCHORED = {"match", "fullmatch"}


class Pattern(NamedTuple):
    """A regular expression of the package.

    Args:
        place: its module, and its name or line there.
        compiled: what it compiles to.
        is_searched: whether every place of a text is tried, not one alone.
    """

    place: str
    compiled: "re.Pattern[Any]"
    is_searched: bool


def modules() -> list[str]:
    """Names of the modules whose source speaks of regular expressions; none is loaded.

    Modules that need an extra which is not installed are left out.
    """
    skipped = () if find_spec("pyarrow") and find_spec("rensa") else ("batches", "scan")
    return sorted(
        _name_of(file)
        for file in PACKAGE.rglob("*.py")
        if file.relative_to(PACKAGE).parts[0] not in skipped
        and file.name != "__main__.py"
        and re.search(r"\b(?:re\.|lazy\()", file.read_text("utf-8"))
    )


def patterns(module: str) -> Iterator[Pattern]:
    """Those that a module holds, lazy ones included, and those that stand in its functions."""
    source = _modules()[module]
    for name, value in list(vars(importlib.import_module(module)).items()):
        if name in source.imported:
            continue
        for number, compiled in enumerate(_compiled(value)):
            place = f"{module}.{name}" + (f"[{number}]" if number else "")
            yield Pattern(place, compiled, _is_searched(module, name))
    yield from _in_functions(module)


def _compiled(value: object, depth: int = 0) -> Iterator["re.Pattern[Any]"]:
    if isinstance(value, re.Pattern):
        yield value
    elif type(value).__name__ == "_Lazy":
        yield re.compile(*value._given)  # type: ignore[attr-defined]
    elif depth < 3 and isinstance(value, dict):
        for item in value.values():
            yield from _compiled(item, depth + 1)
    elif depth < 3 and isinstance(value, (tuple, list)):
        for item in value:
            yield from _compiled(item, depth + 1)


class _Module:
    """What the source of a module says of its patterns."""

    def __init__(self, file: Path) -> None:
        self.tree = ast.parse(file.read_text("utf-8"))
        # By name, the methods that are called on it; `?` where it is handed on.
        self.uses: dict[str, set[str]] = {}
        # By name, the module that it is imported from.
        self.imported: dict[str, str] = {}
        # The method that is called on what an expression makes.
        self.methods: dict[int, str] = {}
        called = set()
        read = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute):
                self.methods[id(node.value)] = node.attr
                if isinstance(node.value, ast.Name):
                    self.uses.setdefault(node.value.id, set()).add(node.attr)
                    called.add(id(node.value))
            elif isinstance(node, ast.Name):
                if isinstance(node.ctx, ast.Load):
                    read.append(node)
            elif isinstance(node, ast.ImportFrom) and node.module:
                self.imported.update({alias.name: node.module for alias in node.names})
        for name in read:
            if id(name) not in called:
                self.uses.setdefault(name.id, set()).add("?")


@cache
def _modules() -> dict[str, _Module]:
    found = {}
    for file in PACKAGE.rglob("*.py"):
        found[_name_of(file)] = _Module(file)
    return found


def _name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _is_searched(module: str, name: str) -> bool:
    methods = set(_modules()[module].uses.get(name, ()))
    for other in _modules().values():
        if other.imported.get(name) == module:
            methods |= other.uses.get(name, set())
    return not methods or not methods <= _ANCHORED


def _in_functions(module: str) -> Iterator[Pattern]:
    """Literal patterns in calls such as `re.search("a+", text)`, those of modules left out."""
    source = _modules()[module]
    of_module = {id(node.value) for node in source.tree.body if isinstance(node, ast.Assign)}
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not node.args or id(node) in of_module:
            continue
        function, first = node.func, node.args[0]
        if not isinstance(first, ast.Constant) or not isinstance(first.value, (str, bytes)):
            continue
        if (
            isinstance(function, ast.Attribute)
            and isinstance(function.value, ast.Name)
            and function.value.id == "re"
            and function.attr in _FUNCTIONS
        ):
            method = (
                source.methods.get(id(node), "?") if function.attr == "compile" else function.attr
            )
            place = f"{module}:{node.lineno}"
            yield Pattern(place, re.compile(first.value), method not in _ANCHORED)


# --- the worst inputs


class Attack(NamedTuple):
    """What is repeated, and what stands before and behind it."""

    before: str
    again: str
    behind: str

    def text(self, size: int) -> str:
        """About so many characters of it."""
        return self.before + self.again * max(1, size // len(self.again)) + self.behind


_MOST_ATTACKS = 400
# What ends a run in a way that few patterns expect.
_ENDS = ("", "\x00", "\n\x00", "!")
_COMMON = (" ", "\n", "\t", "a", "0", "-", "<", "a ", " a", "a\n", "\r\n")


def attacks(pattern: "re.Pattern[Any]") -> list[Attack]:
    """Strings derived from a pattern's own parse tree: every part of it, again and again."""
    source = pattern.pattern
    if isinstance(source, bytes):
        source = source.decode("latin-1")
    tree = parser.parse(
        source, pattern.flags & ~re.DEBUG & (~re.UNICODE if pattern.flags & re.ASCII else -1)
    )
    found: dict[Attack, None] = {}
    units: dict[str, None] = {}
    for before, unit in _repeated(tree, ""):
        units[unit] = None
        for end in _ENDS:
            found[Attack(before, unit, end)] = None
        # Every one of many beginnings, each of which looks through all that follows.
        found[Attack("", before, "\x00")] = None
        found[Attack("", before + unit, "\x00")] = None
    whole = _sample(tree)
    for part in (whole, whole[:-1], whole[1:], whole[: len(whole) // 2]):
        if part:
            for end in _ENDS[:2]:
                found[Attack("", part, end)] = None
    for unit in (*units, *_COMMON):
        found[Attack("", unit, "\x00")] = None
        found[Attack(whole[:1], unit, "\x00")] = None
    for first in list(units)[:5]:
        for second in list(units)[:5]:
            found[Attack("", first + second, "\x00")] = None
    return [attack for attack in found if attack.again][:_MOST_ATTACKS]


def _repeated(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Every part that may stand again and again, with what leads there."""
    for code, value in tree:
        name = str(code)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = value
            if most > 20:
                for unit in _variants(body):
                    yield before, unit
            yield from _repeated(body, before)
        elif name == "SUBPATTERN":
            yield from _repeated(value[3], before)
        elif name == "ATOMIC_GROUP":
            yield from _repeated(value, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _repeated(value[1], before)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _repeated(branch, before)
        before += _sample([(code, value)])


def _variants(tree: Any) -> Iterator[str]:
    """Some strings that a part matches: of each alternative, and of several signs of a class."""
    yield _sample(tree)
    nodes = list(tree)
    if len(nodes) == 1:
        code, value = nodes[0]
        if str(code) == "IN":
            yield from list(_signs(value))[:4]
        elif str(code) == "BRANCH":
            yield from [_sample(branch) for branch in value[1]][:6]
        elif str(code) == "SUBPATTERN":
            yield from list(_variants(value[3]))[:6]
        elif str(code) in ("ANY", "NOT_LITERAL"):
            yield from (" ", "a", '"')


def _sample(tree: Any) -> str:
    """A string that a part of a pattern is likely to match."""
    made = []
    for code, value in tree:
        name = str(code)
        if name == "LITERAL":
            made.append(chr(value))
        elif name == "NOT_LITERAL":
            made.append("a" if chr(value) != "a" else "b")
        elif name == "ANY":
            made.append("a")
        elif name == "IN":
            made.append(next(_signs(value), "a"))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, _, body = value
            made.append(_sample(body) * max(1, min(least, 50)))
        elif name == "SUBPATTERN":
            made.append(_sample(value[3]))
        elif name == "ATOMIC_GROUP":
            made.append(_sample(value))
        elif name == "BRANCH":
            made.append(_sample(value[1][0]))
        elif name == "CATEGORY":
            made.append(_of_category(value))
    return "".join(made)


def _of_category(category: Any) -> str:
    name = str(category)
    if "NOT" in name:
        return "!" if "WORD" in name else "a"
    return " " if "SPACE" in name else "0" if "DIGIT" in name else "a"


def _signs(members: Any) -> Iterator[str]:
    """Some characters of a class."""
    items = list(members)
    if items and str(items[0][0]) == "NEGATE":
        inside = re.compile(_class_source(items[1:]))
        yield from (sign for sign in 'a 0-<"!\n潮' if not inside.match(sign))
        return
    for code, value in items:
        name = str(code)
        if name == "LITERAL":
            yield chr(value)
        elif name == "RANGE":
            yield chr(value[0])
            yield chr(value[1])
        elif name == "CATEGORY":
            yield _of_category(value)


_CATEGORIES = {
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _class_source(items: Any) -> str:
    parts = []
    for code, value in items:
        name = str(code)
        if name == "LITERAL":
            parts.append(re.escape(chr(value)))
        elif name == "RANGE":
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif name == "CATEGORY":
            parts.append(_CATEGORIES[value])
    return f"[{''.join(parts)}]" if parts else r"(?!)"
