"""The invented newsroom: the faults that its page promises, and no others."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from contentlint.config.resolve import Request, load
from contentlint.core.records import replace
from contentlint.engine.check import site_problems_of
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files

ROOT = Path(__file__).parents[1]
POSTS = "examples/newsroom/source/_posts"
FAULTLESS = {f"{POSTS}/2024-03-04-night-ferries.md", f"{POSTS}/2024-03-11-pingqiao-library.md"}


def test_two_articles_have_no_findings_and_twelve_have() -> None:
    config = load(Request(paths=("examples",)), ROOT)
    discovery = discover(("examples",), config, ROOT)
    report = check_files(discovery, config.task)
    posts = {file.relative_to(ROOT).as_posix() for file in discovery.files if "_posts" in str(file)}
    assert len(posts) == 14
    assert posts - {finding.path for finding in report.findings} == FAULTLESS
    counts = Counter(finding.rule for finding in report.findings)
    assert not [rule for rule in counts if rule.startswith("lint/")]
    # Every category is there, and three quarters of the rules.
    assert {rule.partition("/")[0] for rule in counts} == {
        "attribution",
        "file",
        "front-matter",
        "html",
        "image",
    }
    assert len(counts) >= 20


def test_the_sample_in_the_readme_is_what_the_command_prints() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    _, _, rest = readme.partition("```console\n$ contentlint check --limit")
    sample, _, _ = rest.partition("```")
    arguments, _, expected = sample.partition("\n")
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "contentlint", "check", "--limit", *arguments.split()],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    printed = result.stdout.splitlines()
    wanted = expected.splitlines()
    # The time differs from run to run.
    took = re.compile(r"in \d+\.\d\d s$")
    assert [took.sub("", line) for line in printed] == [took.sub("", line) for line in wanted]


def test_the_configuration_in_the_readme_is_valid(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    toml = readme.partition("```toml\n")[2].partition("```")[0]
    python = readme.partition("```python\n")[2].partition("```")[0]
    (tmp_path / "contentlint.toml").write_text(toml, "utf-8")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/post.py").write_text(python, "utf-8")
    posts = tmp_path / "source/_posts"
    posts.mkdir(parents=True)
    (posts / "a.md").write_text("---\ntitle: Low tide\ncover: a.png\n---\n", "utf-8")
    config = load(Request(), tmp_path)
    report = check_files(discover((), config, tmp_path), config.task)
    assert [finding.message for finding in report.findings] == ["`desk` is missing"]


def test_the_examples_in_the_readme_are_reported(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("## What it finds")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| [\w ]*\| `(.+?)` +\| `(.+?)` +\| (.+?) +\|$", table, re.MULTILINE)
    assert len(rows) == 8
    for example, rule, message in rows:
        is_key = rule.startswith("front-matter/")
        text = f"---\ntitle: Ferries\n{example}\n---\n" if is_key else f"{example}\n"
        (tmp_path / "a.md").write_text(text, "utf-8")
        config = load(Request(paths=("a.md",), select=(rule,)), tmp_path)
        report = check_files(discover(("a.md",), config, tmp_path), config.task)
        assert [finding.message for finding in report.findings] == [message]


def test_the_schema_in_the_documentation_works(tmp_path: Path) -> None:
    page = (ROOT / "docs/front-matter.md").read_text("utf-8")
    (tmp_path / "contentlint.toml").write_text(page.partition("```toml\n")[2].partition("```")[0])
    (tmp_path / "schemas").mkdir()
    python = page.partition("```python\n")[2].partition("```")[0]
    (tmp_path / "schemas/post.py").write_text(python)
    posts = tmp_path / "content/posts"
    posts.mkdir(parents=True)
    (posts / "a.md").write_text(
        "---\ntitle: Low\ndate: 2024-03-18\nauthor: Mara\nsection: city\nmood: calm\n---\n"
    )
    config = load(Request(), tmp_path)
    report = check_files(discover((), config, tmp_path), config.task)
    assert [finding.message for finding in report.findings] == ["`mood`: unknown key"]


def test_the_rule_in_the_documentation_works() -> None:
    page = (ROOT / "docs/writing-rules.md").read_text("utf-8")
    code = page.partition("```python\n")[2].partition("```")[0]
    space: dict[str, object] = {"__name__": "double_word"}
    exec(compile(code, "double_word.py", "exec"), space)
    from contentlint.article.document import Document
    from contentlint.core.edits import apply
    from contentlint.core.source import Source
    from contentlint.rule import Example, Rule

    rule, examples = space["check"], space["EXAMPLES"]
    assert isinstance(rule, Rule)
    assert isinstance(examples, list)
    for example in examples:
        assert isinstance(example, Example)
        document = Document(Source(example.path, example.text))
        found = list(rule.check(document, **example.options))
        assert [(p.span, p.message) for p in found] == list(
            zip(example.spans, example.messages, strict=True)
        )
        if example.fixed is not None:
            assert apply(example.text, [p.fix for p in found if p.fix]) == example.fixed


def test_the_rule_about_a_site_in_the_documentation_works() -> None:
    page = (ROOT / "docs/writing-rules.md").read_text("utf-8")
    code = page.partition("## Rules about the whole site")[2]
    code = code.partition("```python\n")[2].partition("```")[0]
    space: dict[str, Any] = {"__name__": "repeated_title"}
    exec(compile(code, "repeated_title.py", "exec"), space)
    rule = replace(space["check_site"], collect=space["collect"], id="site/repeated-title")
    assert rule.options.keys() == {"allowed"}
    for example in space["EXAMPLES"]:
        marked = [(example.path, span) for span in example.spans]
        marked += [(path, span) for path, _, spans in example.beside for span in spans]
        found = site_problems_of(rule, example)
        assert [((path, p.fact.span), p.message) for path, p in found] == list(
            zip(marked, example.messages, strict=True)
        )


def test_relative_links_of_the_pages_exist() -> None:
    from contentlint.article.document import Document
    from contentlint.core.source import Source

    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    for page in pages:
        document = Document(Source(page.name, page.read_text("utf-8")))
        for link in document.elements("a"):
            target = link.value("href").partition("#")[0]
            if target and "//" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"
