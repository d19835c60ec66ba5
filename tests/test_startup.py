"""What a run imports: one that the cache answers needs no rule, no parser and no Pydantic.

A run on one changed file, as in a hook, needs the parsers, and the rules that may find something.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import contentlint
from contentlint import registry
from contentlint.article.conditions import holds
from contentlint.article.document import Document
from contentlint.cache.index import Index, index_folder
from contentlint.cache.place import VARIABLE
from contentlint.core import tables
from contentlint.core.source import Source

HEAVY = ("pydantic", "pydantic_core", "bs4", "turbohtml", "pyromark", "yaml", "frontmatter")

# What no run on a single file needs, unless its front matter or its tags are suspect.
NEVER = frozenset(
    "ast asyncio bs4 concurrent dataclasses difflib email fsspec hashlib html importlib.metadata "
    "inspect jsonschema_rs logging markdown_it multiprocessing pathspec pickle pyarrow pydantic "
    "pydantic_core random ray rensa shlex shutil signal socket ssl subprocess tempfile threading "
    "tomllib turbohtml.extract turbohtml.query unittest watchfiles zoneinfo".split()
)
VALID = "---\ntitle: Low\ndate: 2024-03-18\ntags: [sea, coast]\n---\n\n{}\n"

ARTICLE = (
    "---\ntitle: Low\ndate: Mon, 18 Mar 2024 02:15:40 GMT\ncover: /a.png\n---\n\n<p>low</b></p>\n"
)

PROGRAM = """\
import json, sys
from contentlint.cli import main
status = main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write(json.dumps([status, sorted(sys.modules)]))
"""


def modules(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """The exit status of a run, and the modules that it imported."""
    command = [sys.executable, "-c", PROGRAM, "check", "--quiet", *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    status, names = json.loads(result.stderr.splitlines()[-1])
    return status, set(names)


def heavy(names: set[str]) -> set[str]:
    found = {name for name in names if name.split(".")[0] in HEAVY}
    found |= {name for name in names if name.startswith(("contentlint.rules", "contentlint.rule"))}
    return found | (names & {"contentlint.markup", "contentlint.config.file", "pathspec"})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("source_dir: source\n")
    (tmp_path / "source/_posts").mkdir(parents=True)
    for name in "abc":
        (tmp_path / f"source/_posts/{name}.md").write_text(ARTICLE)
    return tmp_path


def test_a_run_that_the_cache_answers(site: Path) -> None:
    status, names = modules(site)
    assert status == 1
    assert {"pydantic", "turbohtml", "contentlint.rules.html.stray_end_tag"} <= names
    for format in ("text", "concise", "json"):
        # Selectors, which only JSON reports, are computed in its first run.
        modules(site, "--format", format)
        for paths in ((), ("source/_posts/a.md",)):
            status, names = modules(site, "--format", format, *paths)
            assert status == 1
            assert heavy(names) == set(), (format, paths)
            assert len(names) < 215


def test_a_configuration_file_that_was_checked_before(site: Path) -> None:
    (site / "contentlint.toml").write_text(
        'preset = "strict"\n[rules]\n"front-matter/missing-file" = "off"\n'
        '"image/placeholder" = { severity = "error", blocked_hosts = ["example.org"] }\n'
    )
    assert modules(site)[0] == 1
    status, names = modules(site)
    assert status == 1
    assert heavy(names) == set()
    # A mistake is found at once, however well the file was known.
    (site / "contentlint.toml").write_text('preset = "strictt"\n')
    assert modules(site)[0] == 2


def test_a_run_imports_the_generators_alone_whose_files_it_sees(site: Path) -> None:
    modules(site)
    names = modules(site)[1]
    package = "contentlint.site.generators."
    known = {name.removeprefix(package) for name in names if name.startswith(package)}
    assert known == {"hexo", "jekyll"}


def test_content_that_came_back_with_another_time(site: Path) -> None:
    modules(site)
    for file in site.glob("source/_posts/*.md"):
        file.write_text(file.read_text())
    status, names = modules(site)
    assert status == 1
    assert heavy(names) == set()


def test_nothing_for_the_network_is_imported_without_online(site: Path) -> None:
    names = modules(site, "--select", "all", "--no-cache")[1]
    tops = {name.split(".")[0] for name in names}
    assert tops.isdisjoint({"httpcore2", "h2", "anyio", "idna", "truststore"})
    assert not [name for name in names if name.startswith("contentlint.online")]


def changed(site: Path, text: str, *arguments: str) -> tuple[int, set[str]]:
    """A run on one changed file of a site whose other files are known, as in a hook."""
    file = site / "source/_posts/a.md"
    modules(site, *arguments)
    file.write_text(text)
    modules(site, *arguments, "source/_posts/a.md")  # may learn what it needs to know of a schema
    file.write_text(text.rstrip() + "\n\nOnce more.\n")
    return modules(site, *arguments, "source/_posts/a.md")


@pytest.mark.parametrize("arguments", [(), ("--no-cache",)])
def test_a_changed_file_with_valid_front_matter(site: Path, arguments: tuple[str, ...]) -> None:
    for name in "abc":
        (site / f"source/_posts/{name}.md").write_text(VALID.format("Mud."))
    body = "Low **tide**. <em>Mud</em> ![mud](https://example.org/a.png)"
    status, names = changed(site, VALID.format(body), *arguments)
    assert status == 0
    assert names & NEVER == set()
    assert "yaml" in names
    assert len(names) < 390


def test_only_rules_are_imported_whose_condition_holds(site: Path) -> None:
    for name in "abc":
        (site / f"source/_posts/{name}.md").write_text(VALID.format("Mud."))
    text = VALID.format("Mud and sand.")
    names = changed(site, text)[1]
    document = Document(Source("a.md", text.rstrip() + "\n\nOnce more.\n"))
    without_reason = [
        rule_id
        for rule_id in registry.rule_ids()
        if f"contentlint.rules.{rule_id.replace('-', '_').replace('/', '.')}" in names
        and not holds(registry.load(rule_id).when, document, registry.test_named)
    ]
    # The generator of the site is known in the run only.
    assert [r for r in without_reason if "generator:" not in registry.load(r).when] == []
    assert 0 < len([n for n in names if n.startswith("contentlint.rules.")]) < 72


def test_a_changed_file_with_invalid_front_matter_asks_pydantic(site: Path) -> None:
    text = VALID.format("Mud.").replace("2024-03-18", "2024-13-18")
    status, names = changed(site, text)
    assert status == 1
    assert "pydantic" in names


def test_invalid_front_matter_of_other_articles_needs_no_pydantic(site: Path) -> None:
    (site / "source/_posts/a.md").write_text(VALID.format("Mud."))
    for _ in range(2):  # the first run learns what it needs to know of a schema
        status, names = modules(site, "--no-cache", "source/_posts/a.md")
    assert status == 0
    assert names & NEVER == set()


# --- what is known about rules and schemas


def own_copy(folder: Path) -> Path:
    """A copy of contentlint, as in an editable installation."""
    package = Path(contentlint.__file__).parent
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, folder / "contentlint", ignore=skipped)
    shutil.copytree(package.parent / "schemas", folder / "schemas", ignore=skipped)
    return folder


def reported(site: Path, package: Path) -> list[str]:
    """The findings of a run of a copy of contentlint, without a cache of findings."""
    command = [sys.executable, "-m", "contentlint", "check", "--no-cache", "--format", "concise"]
    done = subprocess.run(
        [*command, "source/_posts/a.md"],
        cwd=site,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(package)},
    )
    assert "Traceback" not in done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith("source/")]


@pytest.mark.slow
def test_a_changed_rule_or_schema_is_noticed(site: Path, tmp_path: Path) -> None:
    package = own_copy(tmp_path / "copy")
    (site / "source/_posts/a.md").write_text(VALID.format("Low</b> tide.") + "mood: calm\n")
    [before] = reported(site, package)
    assert "error[html/stray-end-tag]" in before
    assert reported(site, package) == [before]
    rule = package / "contentlint/rules/html/stray_end_tag.py"
    rule.write_text(rule.read_text().replace('severity="error"', 'severity="info"', 1))
    assert reported(site, package) == [before.replace("error[", "info[")]
    rule.write_text(rule.read_text().replace('when="', 'when="text:never and ', 1))
    schema = package / "schemas/hexo.py"
    schema.write_text(schema.read_text().replace("tags: Tags | None", "tags: int | None"))
    found = reported(site, package)
    assert [line.partition("[")[2].partition("]")[0] for line in found] == [
        "front-matter/invalid-field"
    ]


@pytest.mark.slow
def test_a_damaged_index_has_no_effect(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "caches"))
    before = modules(site)[0]
    folder = index_folder(site, None)
    assert folder is not None
    file = folder / "index.dat"
    data = file.read_bytes()
    state, places = json.loads(data.splitlines()[0])
    for damaged in (
        b"",
        b"[1, 2]",
        json.dumps([state, dict.fromkeys(places, 1)]).encode() + b"\n[1",
        json.dumps([state, places]).encode() + b"\n",
        data.replace(b"\t", b"\n").replace(b"[", b"]"),
    ):
        file.write_bytes(damaged)
        assert modules(site, "--no-cache")[0] == before == 1
        assert json.loads(file.read_bytes().splitlines()[0])[0] == state


def test_an_index_keeps_texts_and_tables(tmp_path: Path) -> None:
    made: list[str] = []

    def make(text: str) -> str:
        made.append(text)
        return text

    for _ in range(2):
        index = Index(tmp_path / "own")
        assert index.remembered((b"a", b"b"), lambda: make("潮")) == "潮"
        if not index.known("t"):
            index.keep("t", make("1" + " " * 10_000).encode())
        index.save()
    other = Index(tmp_path / "own")
    assert other.remembered((b"c",), lambda: make("c")) == "c"
    other.save()
    assert Index(tmp_path / "own").known("t").strip() == b"1"
    assert Index(tmp_path / "own").recalled((b"a", b"b"), bool) == "潮"
    assert [text.strip() for text in made] == ["潮", "1", "c"]
    assert Index(None).known("t") == b""


def test_a_stored_table_has_the_values_of_the_first_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_tables", None)
    given = {"": ["潮", 1], "low tide": {"sea": "\f\t\n"}, "é": []}
    found: list[list[tables.Rows]] = []
    for _ in range(2):
        index = Index(tmp_path / "own")
        tables.remember(index)
        found.append(tables.stored_rows("t", list if found else lambda: [given, {}]))
        index.keep("rest", b" " * 10_000)
        assert tables.stored_words("w", lambda: ["b", "", "a", "b"]) == {"", "a", "b"}
        assert tables.stored_byte_words("w", list) == {b"", b"a", b"b"}
        index.save()
    for first, empty in found:
        assert dict(first) == given
        assert list(first.keys()) == list(given)
        assert (first.get("no"), first.get("é", 1), "é" in first, len(empty)) == (None, [], True, 0)


@pytest.mark.slow
def test_what_is_stored_is_the_same_in_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise each run would add to it, and write all of it again."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "caches"))
    for rule_id in registry.rule_ids():
        for number, example in enumerate(registry.load(rule_id).examples):
            file = tmp_path / "site" / rule_id / f"{number}{Path(example.path).suffix}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(example.text, "utf-8", "surrogatepass")
    stored: list[set[str]] = []
    for seed in "12":
        monkeypatch.setenv("PYTHONHASHSEED", seed)  # the order of sets of strings
        modules(tmp_path / "site", "--no-cache", "--select", "all", "--jobs", "1")
        [file] = (tmp_path / "caches").glob("contentlint-*/index.dat")
        stored.append(set(json.loads(file.read_bytes().splitlines()[0])[1]))
    assert len(stored[0]) > 500
    assert stored[1] == stored[0]


@pytest.mark.parametrize("missing", ["", "turbohtml._internal._locations"])
def test_the_html_library_is_completed_when_needed(missing: str) -> None:
    program = f"""\
import sys
if {missing!r}:
    sys.modules[{missing!r}] = None  # another version of the library has other parts
from contentlint.markup.html_library import load
library = load()
sys.modules.pop({missing!r}, None)
before = "turbohtml.extract" in sys.modules
[node] = load().parse("<p>low</b>", source_locations=True).find_all("p")
import turbohtml
assert turbohtml is load()
assert isinstance(node, turbohtml.Element)
assert turbohtml.__version__ and turbohtml.Markdown and turbohtml.parse
print(before, "turbohtml.extract" in sys.modules, node.source_location.start_tag.end_offset)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    # If a part is missing, all of it is imported at once.
    assert done.stdout == f"{bool(missing)} True 3\n", done.stderr


def test_scan_without_its_extra_is_one_line(tmp_path: Path) -> None:
    program = "import sys; sys.modules['pyarrow'] = None\nfrom contentlint.cli import main\nsys.exit(main())"
    command = [
        sys.executable,
        "-c",
        program,
        "scan",
        "a.parquet",
        "--text",
        "text",
        "--output",
        "out",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    expected = "contentlint: error: scan needs pyarrow; run `pip install 'contentlint[scale]'`\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)
