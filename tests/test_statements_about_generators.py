"""What contentlint says about front matter is true of the generator, over every recorded article.

And where a generator loses text or stops, something is said; the articles where nothing is are
listed, each kind with its reason.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from contentlint.config.resolve import Request, load
from contentlint.core.finding import Finding
from contentlint.engine.check import check
from tests.generators import truth
from tests.generators.matrix import PLANS
from tests.generators.truth import Cell

SCHEMAS = {
    "astro": "astro",
    "docusaurus": "docusaurus.BlogPost",
    "docusaurus-docs": "docusaurus",
    "eleventy": "eleventy",
    "hexo": "hexo",
    "hugo": "hugo",
    "jekyll": "jekyll",
    "mkdocs": "mkdocs",
    "mkdocs-material": "mkdocs.BlogPost",
    "myst": "myst",
    "nikola": "nikola",
    "nuxt": "nuxt",
    "pelican": "pelican",
    "sphinx": "sphinx",
    "starlight": "astro.Doc",
    "vitepress": "vitepress",
}
GROUPS = ("block", "toml-block", "json-block", "value", "title", "field")

# Rules about style, and about dates, which are compared elsewhere.
OTHER_RULES = frozenset(
    f"front-matter/{name}"
    for name in (
        "key-order missing-time-zone future-date repeated-title symbol-only-title long-title "
        "updated-before-date file-name-date implausible-year"
    ).split()
)
# Rules whose findings say that the generator does not read something as it was meant.
ABOUT_READING = frozenset(
    f"front-matter/{name}"
    for name in (
        "invalid-syntax not-at-start invalid-delimiter text-as-front-matter missing-block"
    ).split()
)


class Silent(NamedTuple):
    """Articles of which some generators lose something, and contentlint says nothing.

    Args:
        group: a pattern of their group.
        name: a pattern of their whole name.
        reason: why nothing is said.
    """

    group: str
    name: str
    reason: str


SILENT = (
    Silent("block", r"a setext heading with a colon first", "Pelican skips it: it has no title"),
    Silent("block", r"no fences, a capital key", "`Title: …` may be a line of text"),
    Silent("block", r"a curly-quoted title", "the title is shown as it is written"),
    Silent("block", r"a tab before the value", "only the slow loaders of PyYAML and ruamel mind"),
    Silent("block", r"duplicate key|second key .*", "Pelican's own syntax"),
    Silent("block", r"CR line ends", "`file/mixed-line-endings` is about such files"),
    Silent("toml-block", r".*", "rare delimiters of TOML: `++`, `++++`, trailing spaces"),
    Silent("value|title", r".*: a\tb", "a tab inside a value, which only two parsers mind"),
    Silent(
        "value|title",
        r".*: ?(?:# tide|# all of it|~|null|Null|NULL)?",
        "an empty value, which the schema decides about",
    ),
    Silent("title", r"title: (?:2024-02-30|2024-13-01)", "impossible dates are judged as dates"),
    Silent("title", r"title: (?:[-+]?[01]|!!int \"5\")", "a number of one digit shows as written"),
    Silent("value", r"note: &x a\nother: \*x", "MyST warns of a key that it does not know"),
    Silent(
        "field",
        r"(?s)(?:tags|categories|category|authors?|description|slug|draft|title|image|weight|order"
        r"|lang|toc|comments|hide|sidebar|keywords|date|url|aliases|layout|permalink):.*",
        "what kind of value a field takes is for its schema to say",
    ),
    Silent("field", r"draft: true\npublished: true", "two keys that contradict each other"),
)


@cache
def checked(generator: str, root: Path) -> list[tuple[Cell, list[Finding]]]:
    """Every recorded article of a generator, with the findings about its front matter."""
    plan = PLANS[generator]
    for name, text in (*plan.files, (plan.path, "")):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    collection = f'name = "c"\ninclude = ["{plan.path}"]\nschema = "{SCHEMAS[generator]}"\n'
    (root / "contentlint.toml").write_text(f"[[collections]]\n{collection}", encoding="utf-8")
    task = load(Request(select=("front-matter",)), root).task(root / plan.path)
    cells = truth.recording(generator).group(*GROUPS)
    return [(cell, check(task, cell.text).findings) for cell in cells]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sites")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict) and not any(str(key).startswith("$") for key in value):
        for key, item in value.items():
            yield key
            yield from strings(item)


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, bool):
        return
    if isinstance(value, (int, float)):
        yield float(value)
    elif isinstance(value, dict) and "$number" in value:
        yield float(value["$number"].replace("Infinity", "inf"))
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)


def text_of(cell: Cell) -> str:
    """The body that is left, as text."""
    return re.sub(r"</?p>", "", cell.body).strip()


def is_read_as_meant(cell: Cell) -> bool:
    """Whether nothing is lost of an article, and nothing said about it."""
    if not cell.has_page or cell.log or text_of(cell) != "Mud.":
        return False
    if cell.group not in ("value", "title", "field"):
        return cell.is_seen
    raw = cell.name.partition(":")[2].strip()
    value = cell.value if cell.key != "title" else cell.outcome.get("title")
    if isinstance(value, list):
        if raw[:1] not in ("[", "-"):
            return False
        read = re.findall(r"\w+", " ".join(strings(value)))
        return None not in value and set(re.findall(r"\w+", raw)) == set(read)
    return bool(value == raw)


def is_false(cell: Cell, finding: Finding) -> bool:
    """Whether the recording of an article contradicts a finding."""
    message = finding.message
    if finding.rule == "front-matter/ambiguous-value" and cell.has_page:
        found = re.match(r"`(.*)` is parsed as (number `(.*?)`|an anchor)?", message)
        assert found is not None
        if found[2] != "an anchor" and found[1] in set(strings(cell.value)):
            return True
        read = list(numbers(cell.value))
        is_number = found[3] and re.fullmatch(r"-?[\d.e+-]+", found[3])
        return bool(is_number and read and float(found[3]) not in read)
    if finding.rule == "front-matter/comment-in-value":
        found = re.search(r"`(#.*?)` is a comment", message)
        assert found is not None
        return any(found[1].rstrip("…") in text for text in strings(cell.value))
    if finding.rule == "front-matter/second-block" and message.startswith("second"):
        return not re.search("note: b|note = |Low tide", cell.body)
    if finding.rule in ("front-matter/invalid-boolean", "front-matter/joined-tags"):
        is_stop = "build" in message
        is_shown = "is published" in message
        return (is_stop and not cell.stops) or (is_shown and not cell.is_published)
    if "shows the rest of the line" in message:
        return text_of(cell) == "Mud."
    if "makes" in message and "skip the file" in message:
        return cell.has_page
    if "stops the build" in message:
        return not cell.stops
    # A list item that continues another is one string for every parser.
    if finding.rule in ABOUT_READING and "continues the value above" not in message:
        return is_read_as_meant(cell)
    return False


# True of the text, but without effect in these recordings: YAML allows no tab in an indentation and
# no control character, though this parser reads the one that was tried.
WITHOUT_EFFECT = frozenset(
    {
        ("nuxt", "unclosed `[`; add `]` or quote the value"),
        ("vitepress", "tab in the indentation; use spaces"),
        ("nuxt", "tab in the indentation; use spaces"),
        ("sphinx", "control character U+0000 in the front matter; remove it"),
    }
)


def loses(cell: Cell) -> bool:
    """Whether a build stops at an article, or text that was written in it is lost or changed."""
    is_hidden = re.match(r"(?:published|draft|status):", cell.name) is not None
    if cell.stops or (not cell.has_page and not is_hidden):
        return True
    if cell.group.endswith("block"):
        is_unseen = "Low tide" in cell.text and not cell.is_seen
        return cell.has_page and (is_unseen or ("Mud." in cell.text and "Mud." not in cell.body))
    if cell.log and "extra key ignored" not in cell.log:
        return True
    if cell.has_page and text_of(cell) != "Mud.":
        return True
    raw = cell.name.partition(":")[2].strip()
    if cell.group not in ("value", "title") or "\n" in cell.name or raw[:1] in tuple("'\"[{|>#!"):
        return False
    value = cell.outcome.get("title") if cell.group == "title" else cell.value
    return isinstance(value, str) and value not in (raw, re.split(r"\s#\s", raw)[0])


@pytest.mark.slow
@pytest.mark.parametrize("generator", SCHEMAS)
def test_no_recording_contradicts_a_finding(generator: str, sites: Path) -> None:
    false = [
        f"{cell.id}: {finding.message}"
        for cell, findings in checked(generator, sites / generator)
        for finding in findings
        if is_false(cell, finding) and (generator, finding.message) not in WITHOUT_EFFECT
    ]
    assert false == []


@pytest.mark.parametrize("generator", SCHEMAS)
def test_where_something_is_lost_something_is_said(generator: str, sites: Path) -> None:
    silent = [
        cell
        for cell, findings in checked(generator, sites / generator)
        if loses(cell) and all(finding.rule in OTHER_RULES for finding in findings)
    ]
    unexplained = [
        cell.id
        for cell in silent
        if "date" not in cell.key.lower()
        and not any(
            re.fullmatch(known.group, cell.group) and re.fullmatch(known.name, cell.name)
            for known in SILENT
        )
    ]
    assert unexplained == []


def test_every_reason_is_needed(sites: Path) -> None:
    silent = [
        cell
        for generator in SCHEMAS
        for cell, findings in checked(generator, sites / generator)
        if loses(cell) and all(finding.rule in OTHER_RULES for finding in findings)
    ]
    unused = [
        known.reason
        for known in SILENT
        if not any(
            re.fullmatch(known.group, cell.group) and re.fullmatch(known.name, cell.name)
            for cell in silent
        )
    ]
    assert unused == []
