"""The page about generators, from their objects; every statement is one of their fields."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from contentlint.site.generator import Generator
from contentlint.site.generators import named, names
from contentlint.site.reading import Reading, Shape

_RECORDED = Path(__file__).parents[1] / "tests/generators/data"

_YAML = {
    "js-yaml-3": "js-yaml 3 (YAML 1.2, with dates)",
    "js-yaml-4": "js-yaml 4 (YAML 1.2, with dates)",
    "goccy": "goccy/go-yaml",
    "psych": "Psych, Ruby's YAML 1.1",
    "pyyaml": "PyYAML (YAML 1.1)",
    "ruamel": "ruamel.yaml",
    "yaml-2": "yaml 2 for JavaScript",
    "none": "lines of `key: value`, which are not YAML",
}

# Forms of a front matter block that people write by accident.
_SHAPES: dict[Shape, str] = {
    "blank-line": "a blank line before the block",
    "bom": "a byte order mark",
    "space": "a space before the opening `---`",
    "opening-blank": "trailing spaces after the opening `---`",
    "closing-blank": "trailing spaces after the closing `---`",
    "no-closing": "no closing `---`",
    "no-opening": "no opening `---`",
    "dots": "`...` as the closing delimiter",
    "long": "`----` as both delimiters",
    "short": "`--` as both delimiters",
    "code-fence": "a code fence around the block",
    "dashes-toml": "TOML between `---`",
    "dashes-json": "JSON between `---`",
    "empty": "an empty block",
    "leading-rule": "a thematic break as the first line",
}


def page() -> str:
    """The page as Markdown, with a section for each generator."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    generators = sorted(map(named, names()), key=lambda generator: generator.title.lower())
    yield from ("# Generators", "")
    yield (
        f"contentlint knows {len(generators)} generators and detects them from their files; "
        "[Configuration](configuration.md#generators) has the details. In the folder of a site, "
        "`contentlint check` needs no configuration. The rows about front matter and dates are "
        "what the generator did when it was run, in the recorded version. Without such a row, "
        "nothing is known, and contentlint reports nothing about it."
    )
    for generator in generators:
        yield from ("", f"## {generator.title}", "")
        yield from _facts(generator)


def _facts(generator: Generator) -> Iterator[str]:
    schemas = sorted({generator.schema, *(kind.schema for kind in generator.kinds)})
    rows = [
        ("`generator =`", _code([generator.name])),
        ("Files that identify a site", _code(_markers(generator))),
        ("Articles", "<br>".join(f"{k.name}: {_code(k.content)}" for k in generator.kinds)),
        ("Built-in [schemas](front-matter.md)", _code(schemas)),
        ("Drafts", _code([generator.drafts])),
        ("Folders without articles", _code(sorted(generator.not_content))),
        ("Template syntax in articles", ", ".join(sorted(generator.templates))),
        ("Markdown beyond CommonMark", ", ".join(sorted(generator.marks | generator.extensions))),
        ("[MDX](mdx.md)", _mdx(generator)),
        ("Dates", "<br>".join(_dates(generator))),
    ]
    if generator.reading is not None:
        rows += _front_matter(generator.reading)
    if version := _version(generator.name):
        rows.append(("Recorded with", version))
    yield from ("| fact | value |", "|---|---|")
    for name, value in rows:
        if value:
            yield f"| {name} | {value.replace('|', chr(92) + '|')} |"


def _markers(generator: Generator) -> list[str]:
    found = [name for marker in generator.markers for name in marker.names]
    found += [f"{m.package} in package.json" for m in generator.markers if m.package]
    return list(dict.fromkeys(found))


def _mdx(generator: Generator) -> str:
    if generator.markdown_is_mdx:
        folders = f" in {_code(sorted(generator.mdx_folders))}" if generator.mdx_folders else ""
        return f"every Markdown file{folders} is compiled as MDX"
    return "only files ending in `.mdx`" if generator.mdx_extensions else ""


def _dates(generator: Generator) -> Iterator[str]:
    for dates in generator.dates:
        yield f"{_code(sorted(dates.keys))}: a date that it cannot read: {dates.failure}"


def _front_matter(reading: Reading) -> Iterator[tuple[str, str]]:
    if reading.yaml is not None:
        yield "YAML parser", _YAML[reading.yaml]
    yield "Reads front matter with", _shapes(reading.read)
    yield "Shows the block as text with", _shapes(set(_SHAPES) - _known(reading))
    yield "Loses the keys with", _shapes(reading.dropped)
    yield "Loses text of the body with", _shapes(reading.cut)
    yield "Does not publish the article with", _shapes(reading.skipped)
    yield "Stops the build with", _shapes(reading.stops)


def _known(reading: Reading) -> set[Shape]:
    groups = (
        reading.read,
        reading.rest,
        reading.dropped,
        reading.cut,
        reading.skipped,
        reading.stops,
    )
    return {shape for group in groups for shape in group}


def _shapes(shapes: Iterable[Shape]) -> str:
    chosen = set(shapes)
    return "; ".join(text for shape, text in _SHAPES.items() if shape in chosen)


def _code(values: Iterable[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _version(name: str) -> str:
    """The version of the program whose behavior was recorded."""
    file = _RECORDED / f"{name}.json"
    if not file.is_file():
        return ""
    versions = json.loads(file.read_text("utf-8"))["versions"]
    return ", ".join(f"{program} {version}" for program, version in sorted(versions.items()))
