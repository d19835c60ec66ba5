"""The command line: real processes on real files."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import forking
import pytest

from contentlint.cli.commands import COMMANDS

BAD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n"
GOOD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n"


def run(
    folder: Path, *arguments: str, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[str]":
    plain = {**os.environ, "NO_COLOR": "", "FORCE_COLOR": "", "PYTHONUTF8": "1"}
    result = forking.run(list(arguments), folder, stdin=stdin, env={**plain, **environment})
    out, err = result.stdout.decode(), result.stderr.decode()
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(result.args, result.returncode, out, err)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/bad.md").write_text(BAD)
    (tmp_path / "posts/good.md").write_text(GOOD)
    return tmp_path


def test_check_is_the_default_command(site: Path) -> None:
    for arguments in ((), ("check",), ("posts",), ("check", "posts/bad.md", "--quiet")):
        result = run(site, *arguments)
        assert result.returncode == 1
        assert "posts/bad.md\n  6:7: error[html/stray-end-tag]: " in result.stdout
        assert result.stderr == ""
    assert run(site, "posts/good.md").returncode == 0


def test_fail_on(site: Path) -> None:
    assert run(site, "--fail-on", "never").returncode == 0
    (site / "contentlint.toml").write_text('[rules]\n"html" = "warning"\n')
    assert run(site).returncode == 0
    assert run(site, "--fail-on", "warning").returncode == 1
    assert run(site, "--fail-on=info").returncode == 1
    assert run(site, "--isolated").returncode == 1


def test_select_and_ignore(site: Path) -> None:
    assert run(site, "--ignore", "html/stray-end-tag").returncode == 0
    assert run(site, "--select", "attribution,image").returncode == 0
    assert run(site, "--select", "html").returncode == 1


def test_output_writes_the_report_to_a_file(site: Path) -> None:
    result = run(site, "--format", "json", "--output", "r.json", "--format", "concise", "-q")
    assert result.stdout.splitlines() == [
        "posts/bad.md:6:7: error[html/stray-end-tag]: `</b>` has no matching start tag; remove it"
    ]
    data = json.loads((site / "r.json").read_text("utf-8"))
    assert data["summary"]["findings"] == 1
    assert run(site, "--output", "r.txt").stdout == ""
    assert "1 error in 2 files" in (site / "r.txt").read_text()


def test_totals_are_printed_on_stderr_if_all_reports_are_files(site: Path) -> None:
    result = run(site, "--output", "r.json", "--output", "r.md")
    assert result.stdout == ""
    assert result.stderr == "contentlint: 1 error in 2 files; see r.json, r.md\n"
    assert run(site, "posts/good.md", "--output", "r.json").stderr == (
        "contentlint: no findings in 1 file; see r.json\n"
    )
    assert run(site, "--output", "r.json", "--quiet").stderr == ""
    assert run(site, "--format", "text", "--output", "r.json", "--format", "text").stderr == ""


def test_reports_are_not_checked_as_articles(site: Path) -> None:
    for _ in range(2):
        result = run(site, "--output", "r.html", "--output", "posts/r.md")
        assert result.stderr == "contentlint: 1 error in 2 files; see r.html, posts/r.md\n"
    # An HTML report is recognized wherever it comes from.
    (site / "posts/r.md").unlink()
    (site / "posts/r.html").write_bytes((site / "r.html").read_bytes())
    assert "1 error in 2 files" in run(site).stdout
    assert run(site, "config", "show", "--files").stdout == "posts/bad.md\nposts/good.md\n"
    output = run(site, "config", "show", "--files").stderr
    assert "skipped: 2 written by `--format html`, such as `r.html`\n" in output
    assert "in 1 file, checked" in run(site, "r.html").stdout


def test_stdin_is_checked_under_its_file_name(site: Path) -> None:
    (site / "contentlint.toml").write_text("[[collections]]\nname='p'\ninclude=['posts/**']\n")
    result = run(site, "-", "--stdin-filename", "posts/new.html", stdin="潮</b>".encode())
    assert result.returncode == 1
    assert result.stdout.startswith("posts/new.html\n")
    assert "  1:2: error[html/stray-end-tag]" in result.stdout
    assert "front-matter/missing-block" in result.stdout
    assert run(site, "-", stdin=b"fine").returncode == 0
    assert run(site, "-", "posts").returncode == 2


def test_statistics_and_quiet(site: Path) -> None:
    assert run(site, "--statistics", "-q").stdout == (
        " findings  files  fixable  rule                severity\n"
        "        1      1        1  html/stray-end-tag  error\n"
    )
    assert "checked in" not in run(site, "-q").stdout


def test_color(site: Path) -> None:
    assert "\x1b[" not in run(site).stdout
    assert "\x1b[" in run(site, "--color", "always").stdout
    assert "\x1b[" in run(site, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(site, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in run(site, "--color=never", FORCE_COLOR="1").stdout


def test_config_show_lists_files_and_settings(site: Path) -> None:
    (site / "contentlint.toml").write_text('exclude = ["good.md"]\n[rules]\n"file/bom" = "off"\n')
    result = run(site, "config", "show", "--files")
    assert (result.returncode, result.stdout) == (0, "posts/bad.md\n")
    assert 'skipped: 1 excluded by `exclude = ["good.md"]`' in result.stderr
    settings = run(site, "config", "show").stdout
    assert "posts/bad.md\n" in settings
    [line] = [line for line in settings.splitlines() if "file/bom" in line]
    assert line.split() == ["file/bom", "off", "contentlint.toml:3"]


def test_a_run_without_files_is_reported(site: Path) -> None:
    (site / "contentlint.toml").write_text('exclude = ["posts/"]\n')
    named = run(site, "posts/../.")
    assert named.returncode == 2
    assert "no files to check in `posts/../.`" in named.stderr
    assert (
        '1 excluded by `exclude = ["posts/"]`, such as `posts`; `exclude` in contentlint.toml:1'
        in named.stderr
    )
    assert named.stdout == ""
    assert run(site).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.md"], "no file or folder `none.md`"),
        (["--fail-un", "error"], "unknown option `--fail-un`; did you mean `--fail-on`?"),
        (["--nonsense"], "unknown option `--nonsense`; see `contentlint check --help`"),
        (["--format", "xml"], "--format: unknown value `xml`; expected checkstyle, concise"),
        (
            ["--select", "html/unclosed"],
            "--select: unknown rule or category `html/unclosed`; did you mean",
        ),
        (["--config", "none.toml"], "--config: file `none.toml` not found"),
        (["--format", "json", "--format", "text"], "several reports on stdout"),
        (
            ["--statistics", "--output", "r.sarif"],
            "--statistics does not support sarif; use one of concise, github, html, json, jsonl, "
            "markdown, text",
        ),
        (["--statistics", "--limit", "5"], "--statistics lists no findings; remove --limit"),
        (["--limit", "5", "--format", "concise"], "--limit applies to text reports only"),
        (
            ["--output", "posts/bad.md/x"],
            "`posts/bad.md/x` cannot be written: `",
        ),
        (
            ["explain", "unclosed-elemant"],
            "unknown rule `unclosed-elemant`; did you mean `unclosed-element`?",
        ),
        (["explain"], "RULE is missing; name a rule, or use `--all`"),
        (["explain", "--all", "byline"], "`--all` and `byline` cannot be combined"),
        (
            ["explain", "html"],
            "`html` is a category; run `contentlint rules html` to list its rules",
        ),
        (["rules", "htlm"], "unknown rule or category `htlm`; did you mean `html`?"),
        (["init", "none"], "folder `none` not found"),
        (["chek"], "unknown command `chek`; did you mean `check`?"),
        (["rule"], "unknown command `rule`; did you mean `rules`?"),
        (["cache", "inof"], "unknown command `cache inof`; did you mean `cache info`?"),
        (["config", "?"], "unknown command `config ?`; expected show, schema"),
        (["--output-format", "json"], "unknown option `--output-format`; did you mean `--format`?"),
        (["--output-file=x"], "unknown option `--output-file`; did you mean `--output`?"),
        (["--stdin"], "unknown option `--stdin`; did you mean `--stdin-filename`?"),
        (["--fail-on", "eror"], "--fail-on: unknown value `eror`; did you mean `error`?"),
        (["baseline", "wirte"], "unknown action `wirte`; did you mean `write`?"),
        (["--limit", "many"], "--limit: `many` is not valid; expected a number, 0 or more"),
        (["--jobs", "0"], "expected a number of worker processes, 1 or more"),
        (["--reason"], "--reason: expected one argument; see `contentlint check --help`"),
        (["explain", "html/unclosed-e"], "did you mean `html/unclosed-element`?"),
        (["explain", "placeholder", "byline"], "did you mean `attribution/byline-mismatch`?"),
        (["cache", "info", "posts"], "unexpected argument `posts`"),
        (["--", "--help"], "no file or folder `--help`"),
        (["--show-files"], "`--show-files` was removed; use `contentlint config show --files`"),
        (["--show-settings"], "`--show-settings` was removed; use `contentlint config show`"),
        (["--explain-cache"], "`--explain-cache` was removed; use `contentlint cache explain`"),
        (["--keep-partial"], "`--keep-partial` was removed; Ctrl-C ends a run without a report"),
    ],
)
def test_an_impossible_request_is_one_line_and_status_2(
    site: Path, arguments: list[str], words: str
) -> None:
    result = run(site, *arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("contentlint: error: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_error_in_the_configuration_or_a_schema(site: Path) -> None:
    (site / "contentlint.toml").write_text('\n[rule]\n"file/bom" = "off"\n')
    result = run(site)
    assert result.returncode == 2
    assert (
        result.stderr
        == "contentlint: error: contentlint.toml:2: unknown key `rule`; expected `baseline`, `checks`, `collections`, `confidence`, `credit-keys`, `credits`, `exclude`, `extend-safe-fixes`, `extend-unsafe-fixes`, `extends`, `fail-on`, `follow-links`, `generator`, `inline-schemas`, `limits`, `online`, `overrides`, `plugins`, `preset`, `rules`, `schema`\n"
    )
    (site / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    (site / "post.py").write_text("import pydantic\nPost = 5 +\n")
    result = run(site)
    assert result.returncode == 2
    assert "post.py:2: schema fails to import: SyntaxError: invalid syntax" in result.stderr


def test_help_names_every_option(site: Path) -> None:
    overview = run(site, "--help")
    assert overview.returncode == 0
    for command in COMMANDS:
        assert f"\n  {command.name} " in overview.stdout
        assert command.summary in overview.stdout
        page = run(site, *command.name.split(), "--help")
        assert page.returncode == 0
        assert page.stdout.startswith(f"usage: contentlint {command.name} ")
    options = run(site, "check", "--help").stdout
    for option in ("--format", "--output", "--fail-on", "--stdin-filename", "--changed[=REF]"):
        assert option in options


@pytest.mark.parametrize(
    "arguments",
    [
        "posts/bad.md --fail-on never posts/good.md",
        "check posts/bad.md --fail-on=never posts/good.md -q",
        "--fail-on never posts/bad.md --no-cache -- posts/good.md",
        "check --quiet --fail-on never -- posts/bad.md posts/good.md",
    ],
)
def test_paths_may_be_on_both_sides_of_options(site: Path, arguments: str) -> None:
    (site / "posts/other.md").write_text(BAD)
    result = run(site, *arguments.split())
    assert result.returncode == 0
    assert "posts/bad.md" in result.stdout
    assert "posts/other.md" not in result.stdout
    assert "in 2 files" in result.stdout or "-q" in arguments


def test_the_action_of_a_command_may_follow_options(site: Path) -> None:
    written = run(site, "baseline", "--isolated", "write", "--no-cache", "posts/bad.md")
    assert written.stdout.endswith("1 finding in 1 file (1 added, 0 removed)\n")


def test_arguments_after_two_hyphens_are_paths(site: Path) -> None:
    (site / "--quiet.md").write_text(BAD)
    (site / "--").mkdir()
    (site / "--/a.md").write_text(GOOD)
    result = run(site, "--format", "json", "--", "--quiet.md", "--")
    assert json.loads(result.stdout)["summary"]["files"] == 2
    assert "is both an option and a file name" in run(site, "--quiet.md").stderr


def test_a_command_takes_precedence_over_a_path(site: Path) -> None:
    (site / "chek").mkdir()
    (site / "chek/a.md").write_text(BAD)
    assert "1 error in 1 file" in run(site, "chek").stdout
    (site / "rules").mkdir()
    assert "html/stray-end-tag" in run(site, "rules").stdout


def test_version(site: Path) -> None:
    assert run(site, "--version").stdout.startswith("contentlint 0.")


def test_help_is_a_command_unless_it_is_a_folder(site: Path) -> None:
    assert run(site, "help").stdout == run(site, "--help").stdout
    assert run(site, "help", "cache").stdout == run(site, "cache", "--help").stdout
    assert max(map(len, run(site, "help").stdout.splitlines())) <= 80
    (site / "help").mkdir()
    assert "usage" not in run(site, "help").stdout


def test_rules_and_explain(site: Path) -> None:
    listed = run(site, "rules").stdout.splitlines()
    assert listed[0].split() == ["rule", "severity", "preset", "fix"]
    assert max(map(len, listed)) <= 80
    place = next(i for i, line in enumerate(listed) if line.startswith("html/unclosed-element "))
    assert listed[place].split() == ["html/unclosed-element", "error", "recommended", "yes"]
    assert listed[place + 1] == "  An element has no end tag."
    chosen = json.loads(run(site, "rules", "image", "--format", "json").stdout)
    assert [rule["rule"].partition("/")[0] for rule in chosen] == ["image"] * len(chosen)
    [placeholder] = [rule for rule in chosen if rule["rule"] == "image/placeholder"]
    assert placeholder["options"] == ["blocked_hosts"]
    page = run(site, "explain", "placeholder").stdout
    assert page.startswith("image/placeholder")
    assert "hosts = [" in page
    assert "hosts of placeholder image services, including subdomains" in page
    assert "^^^" in page
    assert "bug in contentlint" in run(site, "explain", "lint/internal-error").stdout


def test_pages_of_rules_as_data_and_as_markdown(site: Path) -> None:
    data = json.loads(
        run(site, "explain", "placeholder", "html/duplicate-id", "--format", "json").stdout
    )
    first, second = data["rules"]
    assert (data["version"], first["rule"], second["rule"]) == (
        1,
        "image/placeholder",
        "html/duplicate-id",
    )
    [option] = [o for o in first["options"] if o["name"] == "blocked-hosts"]
    assert option["type"] == "list of strings"
    assert "picsum.photos" in option["default"]
    assert f"[{first['rule']}]: " in first["examples"][0]["report"]
    page = run(site, "explain", "placeholder", "--format", "markdown").stdout
    assert page.startswith("# image/placeholder\n\n")
    assert "| `blocked-hosts` | list of strings |" in page


@pytest.mark.slow
def test_every_rule_has_a_whole_page(site: Path) -> None:
    from contentlint import registry

    pages = json.loads(run(site, "explain", "--all", "--format", "json").stdout)["rules"]
    assert {page["rule"] for page in pages} > set(registry.rule_ids())
    for page in pages:
        if page["preset"] is not None:
            assert page["examples"], page["rule"]
        for example in page["examples"]:
            assert f"[{page['rule']}]: " in example["report"], page["rule"]
        for option in page["options"]:
            assert option["description"], page["rule"]


def test_every_rule_can_be_explained(site: Path) -> None:
    from contentlint import registry
    from contentlint.cli import explain
    from contentlint.reporters import Style

    for rule_id in registry.rule_ids():
        page = "".join(explain._page(rule_id, "", Style(summary=False)))
        assert registry.load(rule_id).summary in page


def test_init_writes_a_valid_configuration(site: Path) -> None:
    (site / "_config.yml").write_text("source_dir: source\n")
    (site / "source/_posts").mkdir(parents=True)
    (site / "source/_posts/a.md").write_text("no front matter\n")
    result = run(site, "init")
    assert (result.returncode, result.stderr) == (0, "")
    assert "generator hexo, detected from _config.yml" in result.stdout
    checked = run(site, "--format", "concise")
    assert "source/_posts/a.md:1:1: error[front-matter/missing-block]" in checked.stdout
    assert "`contentlint.toml` already exists" in run(site, "init").stderr
    assert run(site, "init", "--force", "--generator", "hugo").returncode == 0
    assert 'generator = "hugo"' in (site / "contentlint.toml").read_text()
    assert run(site).returncode == 1


def test_init_without_a_generator(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    result = run(tmp_path, "init")
    assert (result.returncode, result.stdout.splitlines()) == (
        0,
        [
            "wrote contentlint.toml (generator not detected)",
            "no collections detected; add one for articles with a schema of their own",
        ],
    )
    assert "\n[[collections]]" not in (tmp_path / "contentlint.toml").read_text()
    assert run(tmp_path, "config", "show").returncode == 0


def written_collections(folder: Path, **files: str) -> dict[str, list[str]]:
    """The patterns of the collections that `init` writes for a site with these files."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    assert run(folder, "init", "--force").returncode == 0
    assert run(folder, "config", "show").returncode == 0
    data = tomllib.loads((folder / "contentlint.toml").read_text())
    return {item["name"]: item["include"] for item in data.get("collections", ())}


def test_init_names_only_folders_that_exist(tmp_path: Path) -> None:
    block = "---\ntitle: a\n---\n"
    docusaurus = {"docusaurus.config.js": "", "blog/a.md": block, "blog/b.mdx": block}
    assert written_collections(tmp_path / "a", **docusaurus) == {"posts": ["blog/**/*.md*"]}
    jekyll = {"_config.yml": "permalink: pretty\n", "_posts/2024-03-18-a.markdown": block}
    assert written_collections(tmp_path / "b", **jekyll) == {
        "posts": ["_posts/**/*.md", "_posts/**/*.markdown"]
    }


def test_init_finds_the_folders_with_articles(tmp_path: Path) -> None:
    block = "---\ntitle: a\n---\n"
    files = {
        "eleventy.config.js": "",
        "readme.md": "# Readme\n",
        "src/notes/a.md": block,
        "src/notes/b/c.html": block,
        "docs/plan.md": "# No front matter\n",
    }
    assert written_collections(tmp_path, **files) == {
        "notes": ["src/notes/**/*.html", "src/notes/**/*.md"]
    }


def test_init_reports_a_collection_without_files(tmp_path: Path) -> None:
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "hugo.toml").touch()
    (tmp_path / "content/posts/a.md").write_text("---\ntitle: a\n---\n")
    result = run(tmp_path, "init")
    assert result.stdout.splitlines()[1:] == [
        "collection `sections`: no file matches",
        "collection `pages`: 1 file",
    ]


def test_init_does_not_replace_other_settings_silently(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.contentlint]\npreset = 'strict'\n")
    refused = run(tmp_path, "init")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "contentlint: error: `pyproject.toml` has `[tool.contentlint]`, which `contentlint.toml` "
        "would replace; use --force to write it\n"
    )
    (tmp_path / "docs").mkdir()
    last = "`../pyproject.toml` no longer applies to this folder; settings are not merged"
    assert run(tmp_path / "docs", "init").stdout.splitlines()[-1] == last
    forced = run(tmp_path, "init", "--force")
    assert (forced.returncode, forced.stdout.splitlines()[-1]) == (0, last.replace("../", ""))


def test_undecodable_names_and_an_ascii_terminal(site: Path) -> None:
    name = os.fsdecode(b"b\xff.md")
    try:
        (site / "posts" / name).write_text("</i>\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 alone")
    result = run(site, "posts", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 1
    assert "2 errors in 3 files" in result.stdout
    data = json.loads(run(site, "posts", "--format", "json").stdout)
    assert [f["path"] for f in data["findings"]] == ["posts/bad.md", "posts/b\udcff.md"]


def test_a_closed_pipe(site: Path) -> None:
    # Far more than the buffer of a pipe.
    for number in range(30):
        (site / f"posts/{number}.md").write_text("</b>" * 100)
    process = subprocess.Popen(
        [sys.executable, "-m", "contentlint", "posts"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()
