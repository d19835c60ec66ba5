"""Settings files of a project must be regular files, of limited size, inside the project."""

import io
import os
import signal
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from contentlint.cli import main
from contentlint.core.parsing import NotParsed, parsed

if os.name != "posix":
    pytest.skip("pipes and devices are POSIX's", allow_module_level=True)

POST = "---\ntitle: Ebb\ndate: 2024-03-18\n---\n\n<p>low</p>\n"
LARGE = 300 * 2**20


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """A run with a timeout; its exit status and output."""
    output = io.StringIO()
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail("the run waits"))
    signal.alarm(30)
    try:
        with chdir(folder), redirect_stdout(output), redirect_stderr(output):
            status = main(["check", "--no-cache", "-q", *arguments])
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert "internal error" not in output.getvalue()
    return status, output.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "content/a.md").write_text(POST)
    (tmp_path / "secret.toml").write_text('password = "hunter2"\n')
    (tmp_path / "secret.json").write_text('{"password": "hunter2"}\n')
    return folder


def make(file: Path, kind: str) -> None:
    """Create something that must not be read in place of a file."""
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    elif kind == "large":
        with file.open("wb") as stream:
            stream.truncate(LARGE)
    elif kind == "circle":
        file.symlink_to(file.name)
    else:
        file.symlink_to(f"../secret{file.suffix}")


KINDS = {
    "pipe": "a pipe",
    "device": "",
    "large": "314,572,800 bytes",
    "circle": "symbolic links",
    "link": "outside the project",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["contentlint.toml", "pyproject.toml"])
def test_configuration_that_cannot_be_read_is_one_line(site: Path, name: str, kind: str) -> None:
    make(site / name, kind)
    status, output = run(site)
    assert status == 2
    assert f"{name}: cannot be read: " in output
    assert KINDS[kind] in output
    assert "hunter2" not in output


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("credits.toml", 'credits = "credits.toml"'),
        ("post.json", 'schema = "post.json"'),
        ("post.py", 'schema = "post.py:Post"'),
        ("held.jsonl", 'baseline = "held.jsonl"'),
    ],
)
def test_files_named_by_the_configuration_are_guarded(
    site: Path, name: str, setting: str, kind: str
) -> None:
    (site.parent / f"secret{Path(name).suffix}").write_text("hunter2\n")
    (site / "contentlint.toml").write_text(setting)
    make(site / name, kind)
    status, output = run(site)
    assert status == 2
    assert "cannot be read" in output
    assert KINDS[kind] in output
    assert "hunter2" not in output


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["_config.yml", "package.json", "config.toml", "mkdocs.yml"])
def test_a_file_of_a_generator_that_cannot_be_read_is_passed_over(
    site: Path, name: str, kind: str
) -> None:
    make(site / name, kind)
    (site / "source").mkdir()
    status, output = run(site)
    assert (status, output) == (0, "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_gitignore_that_cannot_be_read_ignores_nothing(site: Path, kind: str) -> None:
    (site / ".git").mkdir()
    make(site / ".gitignore", kind)
    assert run(site) == (0, "")


@pytest.mark.parametrize(
    "setting",
    [
        'schema = "../secret.json"',
        'credits = "../secret.toml"',
        'schema = "content/../../secret.json"',
        'schema = "{outside}/secret.json"',
        'baseline = "../secret.toml"',
    ],
)
def test_a_file_outside_the_project_is_not_read(site: Path, setting: str) -> None:
    (site / "contentlint.toml").write_text(setting.format(outside=site.parent))
    status, output = run(site)
    assert status == 2
    assert "it is outside the project" in output
    assert "hunter2" not in output


def test_a_file_named_by_the_user_may_be_anywhere(site: Path) -> None:
    held = site.parent / "held.jsonl"
    (site.parent / "strict.json").write_text('{"required": ["author"]}')
    own = site.parent / "own"
    own.mkdir()
    (own / "settings.toml").write_text('schema = "post.json"\n')
    (own / "post.json").write_text('{"required": ["subtitle"]}')
    assert "`author` is missing" in run(site, "--config", 'schema = "../strict.json"')[1]
    assert "`subtitle` is missing" in run(site, "--config", str(own / "settings.toml"))[1]
    held.write_text('{"contentlint-baseline": 1}\n')
    output = run(site, "--baseline", "../held.jsonl")[1]
    assert "outside" not in output


def test_a_repository_is_one_project(site: Path) -> None:
    (site.parent / ".git").mkdir()
    (site.parent / "strict.json").write_text('{"required": ["author"]}')
    (site / "contentlint.toml").write_text('schema = "../strict.json"')
    assert "`author` is missing" in run(site)[1]
    (site / "linked.json").symlink_to("../strict.json")
    (site / "contentlint.toml").write_text('schema = "linked.json"')
    assert "`author` is missing" in run(site)[1]


@pytest.mark.parametrize("reference", ["../secret.json", "/etc/hostname.json", "linked.json"])
def test_an_article_names_no_schema_outside_the_project(site: Path, reference: str) -> None:
    (site / "contentlint.toml").write_text("inline-schemas = true\n")
    (site / "linked.json").symlink_to("../secret.json")
    text = POST.replace("title", f"$schema: {reference}\ntitle")
    (site / "content/a.md").write_text(text)
    output = run(site)[1]
    assert "outside the project" in output or "schema not found" in output
    assert "hunter2" not in output


@pytest.mark.parametrize(
    "reference", ["../secret.json", "linked.json", "https://example.org/a.json", "file:///dev/zero"]
)
def test_a_reference_of_a_schema_stays_in_the_project(site: Path, reference: str) -> None:
    (site / "contentlint.toml").write_text('schema = "post.json"\n')
    (site / "linked.json").symlink_to("../secret.json")
    (site / "post.json").write_text(f'{{"$ref": "{reference}"}}')
    status, output = run(site)
    assert status == 2
    assert "`$ref`" in output
    assert "hunter2" not in output


# --- content


def bomb(pattern: str) -> str:
    rows = [f"a0: &a0 {pattern.format(', '.join(['x'] * 9) if '[{}]' in pattern else 'k: v')}"]
    if "<<" in pattern:
        rows = ["a0: &a0 {k: v}"]
    for level in range(1, 9):
        rows.append(f"a{level}: &a{level} {pattern.format(', '.join([f'*a{level - 1}'] * 9))}")
    return "\n".join(rows)


CONTENTS = {
    "bomb.yaml": (bomb("[{}]"), "more than 500,000 values"),
    "merged.yaml": (bomb("{{<<: [{}]}}"), "more than 500,000 values"),
    "chain.yaml": (
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300)),
        "more than 100 levels",
    ),
    "circle.yaml": ("a: &a [*a]\n", "alias `a` contains itself"),
    "deep.yaml": ("[" * 100_000, "exceeded maximum nesting depth"),
    "number.yaml": (f"a: {'9:' * 50_000}9", "a number of more than 4,300 digits"),
    "date.yaml": ("a: 2021-02-30", "day is out of range"),
    "tag.yaml": ("a: !!python/object/apply:os.getcwd []", "could not determine a constructor"),
    "deep.json": ("[" * 100_000, "more than 100 levels"),
    "level.json": ("[" * 200 + "]" * 200, "more than 100 levels"),
    "number.json": ("9" * 5000, "a number of more than 4,300 digits"),
    "cut.json": ('{\n"a":', "Expecting value"),
    "deep.toml": (f"a = {'[' * 5000}", "more than 100 levels"),
    "dotted.toml": (f"{'a.' * 2000}a = 1", "more than 100 levels"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_text_that_is_too_much_is_refused(name: str) -> None:
    text, reason = CONTENTS[name]
    with pytest.raises(NotParsed, match=reason):
        parsed(text, Path(name).suffix)


@pytest.mark.parametrize("name", [name for name in CONTENTS if not name.endswith(".toml")])
def test_a_schema_that_is_too_much_is_one_line(site: Path, name: str) -> None:
    (site / name).write_text(CONTENTS[name][0])
    (site / "contentlint.toml").write_text(f'schema = "{name}"\n')
    status, output = run(site)
    assert status == 2
    assert f"{name}" in output
    assert CONTENTS[name][1] in output


@pytest.mark.parametrize("name", ["bomb.yaml", "deep.json", "dotted.toml"])
def test_a_list_of_credits_that_is_too_much_is_one_line(site: Path, name: str) -> None:
    (site / name).write_text(CONTENTS[name][0])
    (site / "contentlint.toml").write_text(f'credits = "{name}"\n')
    status, output = run(site)
    assert status == 2
    assert f"{name}" in output


@pytest.mark.parametrize(
    "text", [f"a = {'[' * 5000}", f"{'a.' * 2000}a = 1", f"a = {'9' * 5000}", f"{'[a.' * 900}"]
)
def test_configuration_that_is_too_much_is_one_line(site: Path, text: str) -> None:
    (site / "contentlint.toml").write_text(text)
    status, output = run(site)
    assert status == 2
    assert output.startswith("contentlint: error: contentlint.toml")
    assert len(output) < 600


@pytest.mark.parametrize("text", ["[" * 100_000, '{"contentlint-baseline": ' + "[" * 100_000])
def test_a_baseline_that_is_too_deep_is_one_line(site: Path, text: str) -> None:
    (site / "held.jsonl").write_text(text)
    (site / "contentlint.toml").write_text('baseline = "held.jsonl"\n')
    status, output = run(site)
    assert status == 2
    assert "held.jsonl" in output
    assert len(output) < 300
