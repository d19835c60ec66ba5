"""What contentlint says about dates, compared with what generators were recorded to do."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.dates import NotADate, date_of, read_date
from contentlint.core.edits import apply
from contentlint.core.source import Source
from contentlint.engine.check import problems_of
from contentlint.rule import Problem, Rule
from contentlint.schema.loading import load_schema
from contentlint.site.generator import Generator
from contentlint.site.generators import named
from tests.generators import matrix, truth

RULE = registry.load("front-matter/date-format")
OTHERS = [registry.load(f"front-matter/{name}") for name in ("invalid-field", "missing-field")]
RECORDINGS = [name for name, plan in matrix.PLANS.items() if plan.dates and plan.files]
ZONE = ZoneInfo("Asia/Tokyo")
# Recordings of a generator in a special site.
OTHER_NAMES = {"mkdocs-material": "mkdocs"}


@cache
def generator_of(name: str) -> Generator:
    """The generator of a recording, as adapted to the configuration of its site."""
    generator = named(OTHER_NAMES.get(name, name))
    files = dict(matrix.PLANS[name].files)
    if generator.refine is None:
        return generator
    return generator.refine(generator, lambda path: files.get(path, ""))


def document_of(cell: truth.Cell, text: str) -> Document:
    generator = generator_of(cell.generator)
    path = matrix.PLANS[cell.generator].path
    kinds = [kind for kind in generator.kinds if path.startswith(kind.content[0].split("*")[0])]
    schema = load_schema(kinds[0].schema if kinds else generator.schema, Path())
    return Document(Source(path, text), schema=schema, generator=generator)


def meaning(raw: str) -> date | None:
    """The date that is meant; YAML 1.1 allows `_` in numbers."""
    return date_of(raw) or date_of(raw.replace("_", ""))


def found(cell: truth.Cell, text: str, rule: Rule = RULE) -> list[Problem]:
    return list(problems_of(rule, document_of(cell, text), {}))


@dataclass(frozen=True)
class Asked:
    """The key and value of a cell."""

    key: str
    value: str

    @classmethod
    def of(cls, cell: truth.Cell) -> "Asked":
        key, _, value = cell.name.replace("last_update:\n  date", "last_update.date").partition(":")
        return cls(key, value.strip())

    @property
    def quote(self) -> str:
        ends = self.value[:1], self.value[-1:]
        return ends[0] if len(self.value) > 1 and ends[0] == ends[1] and ends[0] in "'\"" else ""

    @property
    def raw(self) -> str:
        return self.value[1:-1] if self.quote else self.value


def happened(cell: truth.Cell, raw: str) -> str:
    """ "read" as meant, "shifted", "lost" (an error, no page or no date), or "" if not certain."""
    if cell.stops or not cell.has_page or cell.date in (None, "file", "now", "name", "invalid"):
        return "lost"
    meant = date_of(raw)
    if re.fullmatch(r"-?[\d_]+", raw) and not (raw.isdigit() and len(raw) in (10, 13)):
        return "read" if (cell.date or "").startswith(raw[:4]) else "shifted"
    if meant is None or meant.year < 1000:
        return ""
    if cell.generator == "myst":  # keeps the day only
        return "read"
    try:
        got = datetime.fromisoformat(str(cell.date).replace("Z", "+00:00"))
    except ValueError:  # a year of more than four digits
        return "shifted"
    got = got if got.tzinfo else got.replace(tzinfo=UTC)
    return (
        "read"
        if any(abs(got - each) < timedelta(seconds=1) for each in _moments(meant))
        else "shifted"
    )


def _moments(meant: date) -> list[datetime]:
    """A date without a time zone may be in UTC or in local time."""
    if not isinstance(meant, datetime):
        meant = datetime(meant.year, meant.month, meant.day)
    if meant.tzinfo is not None:
        return [meant]
    return [meant.replace(tzinfo=UTC), meant.replace(tzinfo=ZONE)]


def is_not_a_date(raw: str) -> bool:
    """Whether a message is about the date itself, whatever a generator does with it."""
    try:
        read_date(raw)
    except NotADate as fault:
        return fault.is_dated and fault.cause == "other"
    return False


CELLS = [cell for name in RECORDINGS for cell in truth.recording(name).group("date")]


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDINGS)
def test_nothing_false_is_said_about_a_date(name: str) -> None:
    for cell in truth.recording(name).group("date"):
        asked = Asked.of(cell)
        for problem in found(cell, cell.text):
            if is_not_a_date(asked.raw) or asked.raw == "March 2024":
                continue
            if " cannot read " in problem.message or "template expression" in problem.message:
                assert happened(cell, asked.raw) in ("lost", ""), (cell.id, problem.message)
            else:
                if problem.message.partition(" is not a date")[1]:
                    assert happened(cell, asked.raw) == "lost" or not re.search(r"\d{4}", asked.raw)
                    continue
                assert " reads " in problem.message, (cell.id, problem.message)
                if problem.message.endswith("midnight, without the time"):
                    assert cell.date == "2024-03-17T15:00:00Z"
                    continue
                assert happened(cell, asked.raw) in ("shifted", "lost"), (cell.id, problem.message)


def shape(value: str) -> str:
    """A value with every digit as 0, no fraction, and every offset positive."""
    value = re.sub(r"\.\d+", "", value)
    return re.sub(r"[1-9]", "0", re.sub(r"-(\d\d:?\d\d['\"]?)$", r"+\1", value))


@cache
def shapes_that_are_read(name: str, key: str) -> frozenset[str]:
    cells = ((cell, Asked.of(cell)) for cell in truth.recording(name).group("date"))
    return frozenset(
        shape(asked.value)
        for cell, asked in cells
        if asked.key == key and happened(cell, asked.raw) == "read"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDINGS)
def test_a_fixed_date_is_one_that_was_read_and_the_same_instant(name: str) -> None:
    fixed = 0
    for cell in truth.recording(name).group("date"):
        asked = Asked.of(cell)
        for problem in found(cell, cell.text):
            if problem.fix is None:
                continue
            text = apply(cell.text, [problem.fix])
            assert text != cell.text
            assert found(cell, text) == []
            after = document_of(cell, text).front_matter
            path = tuple(asked.key.split("."))
            start, end = after.span_of(path)
            assert date_of(after.scalars[path]) == meaning(asked.raw), cell.id
            if not any(dates.has(asked.key) for dates in generator_of(name).dates):
                continue
            assert shape(text[start:end]) in shapes_that_are_read(name, asked.key), cell.id
            fixed += 1
    assert fixed or name in ("vitepress", "hexo-front-matter", "pelican", "nikola", "myst")


# Values that are lost without a finding, each with the reason.
SILENT = {
    "true": "a boolean",
    "false": "a boolean",
    "~": "no date, and the schema says whether one is required",
    "null": "no date, and the schema says whether one is required",
    "": "no date, and the schema says whether one is required",
    "''": "no date, and the schema says whether one is required",
    "0": "no date in practice",
    "-1": "no date in practice",
    "1710756000.5": "no date in practice",
    "0000-01-01": "before any article",
    "0001-01-01": "`front-matter/implausible-year` reports it",
    "12024-03-18": "a year of five digits",
    "{{ date }}": "a template may fill it in",
    "{created: 2024-03-18}": "a mapping",
    "[2024-03-18]": "a list",
    "[2024, 3, 18]": "a list",
    "2024-03-18 # tide": "part of the value in Pelican, a comment elsewhere",
    "2024-03-18:": "a mapping or a YAML error, which other rules report",
    "!!timestamp 2024-03-18": "a YAML tag",
    "!!str 2024-03-18": "a YAML tag",
    "2024-03-18_10:00": "read under one of two keys",
    "2024_03_18": "read under one of two keys",
    "no": "a boolean",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDINGS)
def test_a_date_that_is_lost_is_reported_or_listed(name: str) -> None:
    for cell in truth.recording(name).group("date"):
        asked = Asked.of(cell)
        if not any(dates.has(asked.key) for dates in generator_of(name).dates):
            continue
        lost = happened(cell, asked.raw) in ("lost", "shifted")
        if lost and asked.value not in SILENT:
            said = [found(cell, cell.text, rule) for rule in (RULE, *OTHERS)]
            assert any(said), (cell.id, cell.date, cell.stops)


def test_the_fix_of_a_schema_of_ones_own_is_a_date_that_the_generator_reads(
    tmp_path: Path,
) -> None:
    (tmp_path / "post.py").write_text(
        "from pydantic import BaseModel\n"
        "from contentlint.fields import PublishDate\n"
        "class Post(BaseModel):\n"
        "    date: PublishDate\n"
    )
    text = "---\ndate: Mon, 18 Mar 2024 02:15:40 GMT\n---\n"
    fixed = {}
    for name in ("hexo", "hugo"):
        schema = load_schema("post.py:Post", tmp_path)
        document = Document(Source("a.md", text), schema=schema, generator=named(name))
        (problem,) = problems_of(RULE, document, {})
        assert problem.fix is not None
        fixed[name] = apply(text, [problem.fix]).splitlines()[1]
    # Without quotes, Hexo ignores the offset.
    assert fixed == {
        "hexo": "date: '2024-03-18T02:15:40Z'",
        "hugo": "date: 2024-03-18T02:15:40Z",
    }
