"""`contentlint schema infer` on invented folders, and the use of its result."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import examples

from contentlint.front_matter import read
from contentlint.schema.infer import Article, Inferred, infer
from contentlint.schema.infer.writing import literal
from tests.test_cli import run

ODD_KEYS = [
    "class", "match", "json", "copy", "schema", "model_config", "model_x", "_draft", "__class__", "list",
    "dict", "Any", "Text", "Field", "Article", "BaseModel", "Cover", "cover", "a-b", "a_b", "A.B", "og:title",
    "标题", "ﬁn", "1st", "", " ", "x" * 90, 'say "hi"', "it's", "\"'", "back\\slash", "two\nlines", "\x1b[31m",
    '"""', "# note", "{% if %}", "a\u202eb", "None", "True", "self", "cls", "validate", "é", "ключ",
]  # fmt: skip
EVIL = "'); import pathlib; pathlib.Path('ran').touch(); ('"


def article(path: Path, said: dict[str, Any], body: str = "Low tide.\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    block = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{block}---\n{body}", "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two hundred articles, two of them outliers."""
    for number in range(200):
        said: dict[str, Any] = {
            "title": f"Tide {number}",
            "date": f"2024-03-{number % 28 + 1:02}",
            "kind": ("news", "essay", "letter")[number % 3],
            "lang": ("en", "zh-CN")[number % 2],
            "cover": {"file": f"img/{number}.png", "alt": f"sea {number}"},
            "og:url": f"https://example.org/{number}/",
            "tags": ["sea", f"tag {number}"],
            "draft": number % 2 == 0,
        }
        if number % 4 == 0:
            del said["cover"]["alt"]
        if number % 5 == 0:
            said["rank"] = number
        if number % 10 == 0:
            said["tags"] = "sea"
        if number == 7:
            said["date"] = "Tue, 19 Mar 2024 02:15:40 GMT"
        if number == 11:
            said = {"titel": "Neap tide"} | {key: said[key] for key in said if key != "title"}
        article(tmp_path / f"posts/{number:03}.md", said)
    (tmp_path / "posts/readme.md").write_text("No front matter here.\n")
    (tmp_path / "posts/broken.md").write_text("---\ntitle: Low tide: a walk\n---\n")
    return tmp_path


EXPECTED = '''\
# Inferred from 200 articles in 'posts'.

from typing import Literal

from contentlint.fields import Flag, ImageUrl, Language, PublishDate, Texts, Title, Url, WholeNumber
from pydantic import BaseModel, ConfigDict, Field


class Cover(BaseModel):
    """The value of `cover`."""

    file: ImageUrl
    alt: Text | None = None  # missing in 50 of 200


class Article(BaseModel):
    """Front matter of an article."""

    # "forbid" reports every key that is not listed here.
    model_config = ConfigDict(extra="allow")

    cover: Cover
    date: PublishDate
    draft: Flag
    kind: Literal["essay", "letter", "news"]
    lang: Language
    og_url: Url = Field(alias="og:url")
    tags: Texts
    title: Title  # missing in 1 of 200
    rank: WholeNumber | None = None  # missing in 160 of 200
'''


def test_the_schema_of_a_folder_applies_to_it(site: Path) -> None:
    result = run(site, "schema", "infer", "posts", "--output", "schemas/post.py")
    assert result.returncode == 0, result.stderr
    source = (site / "schemas/post.py").read_text()
    assert source == EXPECTED.replace(
        "from contentlint.fields import Flag, ImageUrl, Language, PublishDate, Texts, Title, Url, WholeNumber",
        "from contentlint.fields import (\n    Flag,\n    ImageUrl,\n    Language,\n    PublishDate,\n    Text,\n"
        "    Texts,\n    Title,\n    Url,\n    WholeNumber,\n)",
    )
    report, _, configuration = result.stdout.partition("\nTo apply it, add to contentlint.toml:\n")
    assert report.splitlines() == [
        "posts/007.md:3:7: error[front-matter/date-format]: `date`: `Tue, 19 Mar 2024 02:15:40 GMT` is not ISO 8601; "
        "write `2024-03-19T02:15:40Z`",
        "posts/011.md:2:1: error[front-matter/missing-field]: `title` is missing; found `titel`, did you mean `title`?",
        "posts/broken.md:2:8: error[front-matter/invalid-syntax]: `title`: value contains `: `; quote it",
        "198 of 200 articles match the schema (99.0 %)",
        "1 file with invalid front matter, skipped",
        "1 file without front matter; add to `exclude` if not articles: posts/readme.md",
        "misspelled keys, left out: `titel` (did you mean `title`?)",
    ]
    (site / "contentlint.toml").write_text(configuration)
    check = run(
        site,
        "check",
        "--select",
        "front-matter",
        "--ignore",
        "front-matter/ambiguous-value",
        "--format",
        "concise",
    )
    found = {line.partition(" ")[0] for line in check.stdout.splitlines() if ": error[" in line}
    lacking = {"posts/readme.md:1:1:"}
    assert found - lacking == {"posts/007.md:3:7:", "posts/011.md:2:1:", "posts/broken.md:2:8:"}


def test_the_schema_goes_to_stdout_and_the_report_to_stderr(site: Path) -> None:
    result = run(site, "schema", "infer", "posts", PYTHONHASHSEED="1")
    again = run(site, "schema", "infer", "posts", PYTHONHASHSEED="2")
    assert result.returncode == 0
    assert ast.parse(result.stdout)
    assert "198 of 200 articles match the schema (99.0 %)\n" in result.stderr
    assert (result.stdout, result.stderr) == (again.stdout, again.stderr)


def test_the_settings_of_a_project_are_continued(site: Path) -> None:
    (site / "pyproject.toml").write_text("[tool.contentlint]\npreset = 'strict'\n")
    result = run(site, "schema", "infer", "posts", "--output", "post.py")
    assert (
        "\nTo apply it, add to pyproject.toml:\n\n[[tool.contentlint.collections]]\n"
        in result.stdout
    )


def test_without_tolerance_every_article_matches(site: Path) -> None:
    result = run(site, "schema", "infer", "posts", "--tolerance", "0")
    assert "200 of 200 articles match the schema (100 %)\n" in result.stderr
    assert "date: WordedDate\n" in result.stdout
    assert "title: Text | None = None  # missing in 1 of 200\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "no file or folder `nowhere`"),
        (["posts/readme.md"], "no article with front matter in 'posts/readme.md'"),
        (
            ["posts", "--output", "posts/001.md"],
            "`posts/001.md` already exists; use --force to overwrite it",
        ),
        (["posts", "--output", "posts/001.md/a.py"], "`posts/001.md/a.py` cannot be written: "),
        (
            ["posts", "--tolerance", "much"],
            "--tolerance: `much` is not valid; expected a percentage from 0 to 50",
        ),
        ([], "PATH is missing"),
    ],
)
def test_a_usage_error_is_reported(site: Path, arguments: list[str], message: str) -> None:
    result = run(site, "schema", "infer", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"contentlint: error: {message}")


def formatted(file: Path) -> bool:
    lengths = [[], ["--line-length", "100"]]
    commands = [
        [sys.executable, "-m", "ruff", "format", "--isolated", "--check", *more, str(file)]
        for more in lengths
    ]
    return all(
        subprocess.run(c, capture_output=True, check=False).returncode == 0 for c in commands
    )


def test_nothing_in_an_article_is_run_or_breaks_the_schema(tmp_path: Path) -> None:
    for number in range(12):
        said: dict[str, Any] = dict.fromkeys(ODD_KEYS, 'word"')
        said[EVIL] = EVIL
        said["nested"] = {key: [{EVIL: number, key: "b'"}] for key in ODD_KEYS}
        said["both"] = "'\"\\'"
        article(tmp_path / f"posts/{number}.md", said)
    result = run(tmp_path, "schema", "infer", "posts", "--output", "post.py")
    assert result.returncode == 0, result.stderr
    assert "12 of 12 articles match the schema (100 %)" in result.stdout
    check = run(
        tmp_path,
        "check",
        "posts",
        "--select",
        "front-matter",
        "--config",
        'schema = "post.py:Article"',
    )
    assert "post.py" not in check.stderr
    assert "front-matter/missing-field" not in check.stdout
    assert not (tmp_path / "ran").exists()
    assert formatted(tmp_path / "post.py")


def test_the_schema_is_formatted(site: Path) -> None:
    for number in range(200):
        said = {
            "status": f"a rather long status, number {number % 11}",
            "x" * 60: number,
            "y" * 60: {"z" * 70: [number]},
        }
        article(site / f"notes/{number}.md", said)
    run(site, "schema", "infer", "posts", "notes", "--output", "both.py")
    run(site, "schema", "infer", "notes", "--output", "notes.py")
    run(site, "schema", "infer", "posts", "--output", "posts.py")
    for name in ("both.py", "notes.py", "posts.py"):
        assert formatted(site / name), (site / name).read_text()


def inferred(*said: dict[str, Any], tolerance: float = 0.01) -> str:
    texts = [
        f"---\n{yaml.safe_dump(one, allow_unicode=True, sort_keys=False)}---\n" for one in said
    ]
    articles = [Article(f"{number}.md", text, read(text)) for number, text in enumerate(texts)]
    result = infer(articles, tolerance=tolerance, head="Invented.")
    assert len(result.outliers) <= len(said) * tolerance
    return result.source


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (["a", "b c"], "x: FilledText"),
        (["a", 3], "x: FilledText"),
        (["a", ""], "x: Text"),
        (["a", None], "x: Text | None = None  # missing in 10 of 20"),
        (["a", True], "x: Flag | Text"),
        ([True, False], "x: Flag"),
        ([True, "yes"], "x: Flag"),
        ([1, 2], "x: WholeNumber"),
        ([1, 2.5], "x: Number"),
        ([1, "2"], "x: WholeNumber"),
        (["2024-03-18", "2024-03-18 20:00"], "x: PublishDate"),
        (["2024-03-18", "18 Mar 2024"], "x: WordedDate"),
        (["https://example.org/a", "/b/"], "x: Url"),
        (["https://example.org/a.png", "img/b.jpg"], "x: ImageUrl"),
        (["https://example.org/a.png", "/b/"], "x: Url"),
        ([["a"], ["b", "c"]], "x: list[Text]"),
        ([["a"], "b"], "x: Texts"),
        ([[1], [2]], "x: list[WholeNumber]"),
        ([[["a"]], [["b"]]], "x: list[list[Text]]"),
        ([[], []], "x: list[Any]"),
        ([{}, {}], "x: dict[str, Any]"),
        ([{"a": 1}, {"a": 2}], "x: X"),
        ([{"a": 1}, "b"], "x: Text | X"),
        ([["a", None], ["b"]], "x: list[Text | None]"),
        (["{{ a }}", "{{ b }}"], "x: Any"),
    ],
)
def test_types(values: list[Any], line: str) -> None:
    # Each value is in ten articles; texts differ and do not form an enumeration.
    said = [{"x": _varied(value, number)} for number in range(10) for value in values]
    assert f"\n    {line}\n" in inferred(*said)


def _varied(value: Any, number: int) -> Any:
    if isinstance(value, str) and value.isalpha() and value != "yes":
        return f"{value}{'bcdfghjklm'[number]}"
    return [_varied(item, number) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["news"] * 30 + ["essay"] * 30, 'x: Literal["essay", "news"]'),
        # A slip of a frequent word is an outlier, another word is not.
        (["news"] * 99 + ["essay"] * 100 + ["nwes"], 'x: Literal["essay", "news"]'),
        (["news"] * 99 + ["essay"] * 100 + ["poem"], 'x: Literal["essay", "news", "poem"]'),
        # Many words, or a steady rate of new ones, are not an enumeration.
        (["news"] * 40 + ["essay"] * 40 + ["poem", "play"], "x: FilledText"),
        ([f"word {number % 20}" for number in range(200)], "x: FilledText"),
        (["news"] * 4 + ["essay"] * 4, "x: FilledText"),
        (["news", "essay"] * 30 + [""] * 30, 'x: Literal["essay", "news"] | Literal[""]'),
        # A word that is always the same is a default.
        (["post"] * 200, "x: FilledText"),
    ],
)
def test_enumerations(words: list[str], line: str) -> None:
    assert f"\n    {line}\n" in inferred(*({"x": word} for word in words))


def test_keys_that_determine_the_type() -> None:
    said = [{"author": "Mara", "lang": "en", "slug": f"low-tide-{number}"} for number in range(50)]
    source = inferred(*said)
    for line in ("author: FilledText", "lang: Language", "slug: Slug"):
        assert f"\n    {line}\n" in source


def test_a_mapping_with_any_keys_is_a_dictionary() -> None:
    said = [{"x": {f"key {number}": number, f"other {number}": 1}} for number in range(50)]
    assert "\n    x: dict[str, Any]\n" in inferred(*said)


def test_outliers_in_several_keys_widen_the_schema_no_more_than_needed() -> None:
    """Three keys with two outliers each exceed the tolerance for 200 articles; one key does not."""
    said: list[dict[str, Any]] = [dict.fromkeys("abc", number) for number in range(200)]
    for place, key in enumerate("abc"):
        for number in (0, 1):
            said[10 * place + number][key] = ["outlier"]
    source = inferred(*said)
    assert source.count(": WholeNumber\n") == 1
    assert source.count(": WholeNumber | list[Text]\n") == 2


def small(**changes: dict[int, Any]) -> tuple[str, Inferred]:
    """The schema of thirteen articles, in some of which keys have other values or are missing."""
    said: list[dict[str, Any]] = []
    for number in range(13):
        keys: dict[str, Any] = {
            "title": f"Tide {number}",
            "date": f"2024-03-{number + 1:02}",
            "layout": "post",
        }
        if number < 5:
            keys["updated"] = f"2024-04-{number + 1:02}"
        said.append(keys)
    for key, values in changes.items():
        for number, value in values.items():
            said[number][key] = value
            if value is None:
                del said[number][key]
    texts = [f"---\n{yaml.safe_dump(one, sort_keys=False)}---\n" for one in said]
    articles = [Article(f"{number}.md", text, read(text)) for number, text in enumerate(texts)]
    result = infer(articles, tolerance=0.01, head="Invented.")
    return result.source.partition('(extra="allow")\n\n')[2], result


def outliers(result: Inferred) -> list[str]:
    return [f"{a.path}: {p.message}" for a, problems in result.outliers for p in problems]


@pytest.mark.parametrize("odd", ["18.03.2024", "03/18/2024", "soon", "18 Mar 2024"])
def test_dates_of_a_small_site_are_dates(odd: str) -> None:
    source, result = small(date={4: odd}, updated={2: odd})
    assert source == (
        "    date: PublishDate\n    layout: FilledText\n    title: Title\n"
        "    updated: PublishDate | None = None  # missing in 8 of 13\n"
    )
    assert [said.partition("` ")[0] for said in outliers(result)] == [
        f"2.md: `updated`: `{odd}",
        f"4.md: `date`: `{odd}",
    ]


def test_two_forms_of_dates_are_no_mistake() -> None:
    source, result = small(date=dict.fromkeys(range(5), "18 Mar 2024"))
    assert source.startswith("    date: WordedDate\n")
    assert outliers(result) == []


def test_a_misspelled_key_of_a_small_site_is_left_out() -> None:
    source, result = small(titel={3: "Neap tide"}, title={3: None}, updatd={9: "2024-05-01"})
    assert source == (
        "    date: PublishDate\n    layout: FilledText\n"
        "    title: Title  # missing in 1 of 13\n"
        "    updated: PublishDate | None = None  # missing in 8 of 13\n"
    )
    assert result.misspelled == {"titel": "title", "updatd": "updated"}
    assert outliers(result) == [
        "3.md: `title` is missing; found `titel`, did you mean `title`?",
        "9.md: `updatd`: unknown key; did you mean `updated`?",
    ]


def test_a_similar_key_beside_another_is_not_misspelled() -> None:
    source, result = small(titles={3: "Tides"}, updates={1: "daily"})
    assert "    titles: Text | None = None  # missing in 12 of 13\n" in source
    assert (result.misspelled, result.outliers) == ({}, ())


def test_a_key_without_values_is_left_out() -> None:
    said = [{"title": f"Tide {number}", "cover": None} for number in range(13)]
    assert "cover" not in inferred(*said)


def test_keys_of_a_single_nested_mapping_are_not_required() -> None:
    said: list[dict[str, Any]] = [{"title": f"Tide {number}"} for number in range(13)]
    said[4]["cover"] = {"file": "a.png", "alt": "sea"}
    assert "    file: ImageUrl | None = None\n" in inferred(*said)


def test_tolerance_counts_the_articles_that_have_the_key() -> None:
    """Two of forty are more than one in a hundred, however many articles lack the key."""
    said: list[dict[str, Any]] = [{"title": f"Tide {number}"} for number in range(400)]
    for number in range(40):
        said[number]["rank"] = number if number > 1 else f"rank {number}"
    assert "rank: Text | None" in inferred(*said)
    assert "rank: WholeNumber | None" in inferred(*said, tolerance=0.05)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.dates()
    | st.sampled_from(["", " ", "a.png", "/b/", "2024-03-18", "en", "no", "{{ x }}", "7", EVIL])
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*ODD_KEYS, "a", "b"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@examples(60)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["a", "ab", "abcd", "abce", "lang", "slug", *ODD_KEYS]),
            VALUES,
            max_size=6,
        ),
        min_size=1,
        max_size=30,
    )
)
@example([{"Cover": None}, {"cover": []}])
def test_the_schema_of_any_articles_runs_and_accepts_them(said: list[dict[str, Any]]) -> None:
    texts = [f"---\n{yaml.safe_dump(one, allow_unicode=True)}---\n" for one in said]
    articles = [Article(f"{number}.md", text, read(text)) for number, text in enumerate(texts)]
    assert infer(articles, tolerance=0, head="Invented.").outliers == ()


@given(st.text())
def test_a_literal_evaluates_to_its_text(text: str) -> None:
    written = literal(text)
    assert ast.literal_eval(written) == text
    assert "\n" not in written
