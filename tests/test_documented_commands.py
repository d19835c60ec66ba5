"""Every command of the documentation, run as a reader does who has contentlint, git and a shell.

Each page has a folder of its own. The commands of its blocks run one after the other in one shell,
those in its text in copies of the folder. A command succeeds, and a check may find something; what
differs is in `STATUS`. Output that a page shows is compared, numbers aside. What cannot be run is
in `NOT_RUN`, with the reason.
"""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import documented
import pytest
from documented import ROOT, Command
from test_own_rules_page import CHECKS, RULES

# Beginnings of commands, and why they are not run.
NOT_RUN = {
    ". .venv/bin/activate": "the development tools are not part of this test",
    ".venv/bin/pip install": "needs a package index",
    "benchmarks/": "the development tools are not part of this test",
    "cd editors/vscode": "the commands after it need npm",
    "code --install-extension": "needs Visual Studio Code",
    "contentlint (link checker)": "the name in requests, not a command",
    "docker": "needs Docker",
    "mkdir -p /tmp": "writes to a folder of the system",
    "npm": "needs npm and a package registry",
    "pip install": "needs a package index",
    "pre-commit": "the development tools are not part of this test",
    "pytest": "the development tools are not part of this test",
    "python ": "the development tools are not part of this test",
    "python3 -m venv": "needs a package index; .ci/run runs the last command of the README",
    "reviewdog": "needs reviewdog and a pull request",
    "sonar-scanner": "needs a server of SonarQube",
}

# Exit statuses other than 0, and 0 or 1 for checks.
STATUS = {
    # Named without their arguments.
    "contentlint baseline": 2,
    "contentlint explain": 2,
    "contentlint scan": 2,
    "contentlint schema infer": 2,
    # The images of the articles have no credit.
    "contentlint credits --fail-on-missing": 1,
    "contentlint credits --fail-on-missing --quiet content": 1,
}

# What the words in capitals of a command are replaced with.
WORDS = {
    "RULE": "html/unclosed-element",
    "FOLDER": "posts",
    "[PATH …]": "posts",
    "REF": "HEAD",
}

# What a page supposes to have been done before a command in its text.
BEFORE = {
    "contentlint baseline prune": "contentlint baseline write",
    "contentlint new-rule house/captionless-table": "rm lint/house/captionless_table.py",
    "contentlint schema export posts": "contentlint init",
    "contentlint test-rules": f"test -e contentlint.toml || echo {shlex.quote(CHECKS)} > contentlint.toml",
}

ARTICLE = """---
title: {title}
date: 2024-03-18
author: Mara Ellwood
section: city
---

The boats of the harbour.

![Boats](boats.jpg)

<p>The <b>evening ferry</p>
"""

# The files of a reader, beside the examples.
FILES = {
    "posts/ferry.md": ARTICLE.format(title="Ferry"),
    "posts/tide.md": ARTICLE.format(title="Low tide"),
    "posts/2019/low.md": ARTICLE.format(title="Neap tide"),
    "posts/2019/high.md": ARTICLE.format(title="Spring tide"),
    "news/today.md": ARTICLE.format(title="Noon"),
    ".claude/agents/tides.md": "---\nname: tides\ndescription: knows the tides\n---\n\nTides.\n",
    ".github/prompts/tides.prompt.md": "---\ndescription: tides\n---\n\nTides.\n",
    ".cursor/rules/tides.mdc": "---\ndescription: tides\n---\n\nTides.\n",
    ".markdownlint.json": '{"MD034": true}\n',
    ".gitignore": ".venv/\n",
    **{
        f"content/posts/{number}.md": ARTICLE.format(title=f"Tide {number}") for number in range(12)
    },
}

# The files that a page is about.
FILES_OF_PAGES = {
    "docs/links.md": {
        "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Tides"\n',
        "content/posts/links.md": "[Tides]({{< tides >}})\n",
    },
    "docs/mdx.md": {
        "docs/tide.mdx": "---\ntitle: Tide\n---\n\nLow tide<br>\nis at noon.\n\nAs always:\n\n"
        "<!-- noon -->\n\nBoats that draw <5 m may leave.\n",
    },
    "docs/own-rules.md": {
        "contentlint.toml": '[plugins]\nhouse = "lint/house"\n\n' + CHECKS,
        **dict(RULES),
    },
}

# The folder in which the blocks of a page are run, if it is not that of the site.
FOLDERS = {"docs/front-matter.md": "examples/newsroom"}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but `contentlint`: that of the tests, or `DOCUMENTED_PROGRAM`."""
    folder = tmp_path_factory.mktemp("bin")
    named = os.environ.get("DOCUMENTED_PROGRAM")
    command = [named] if named else [sys.executable, "-m", "contentlint"]
    script = folder / "contentlint"
    script.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
    script.chmod(0o755)
    return folder


class Reader(NamedTuple):
    """Somebody who follows a page."""

    site: Path
    environment: dict[str, str]

    def shell(self, text: str, folder: Path) -> "subprocess.CompletedProcess[str]":
        """Run the commands of a text."""
        return subprocess.run(
            ["bash", "-c", text],
            cwd=folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )


def _reader(page: str, folder: Path, programs: Path) -> Reader:
    """A reader of a page, with a site in a repository that has a remote."""
    site = folder / "site"
    shutil.copytree(ROOT / "examples", site / "examples")
    for name, text in {**FILES, **FILES_OF_PAGES.get(page, {})}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    (site / ".venv/bin").mkdir(parents=True)
    (site / ".venv/bin/contentlint").symlink_to(programs / "contentlint")
    (folder / "home").mkdir()
    environment = {
        "HOME": str(folder / "home"),
        "PATH": f"{programs}:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        # No request leaves the machine.
        "HTTP_PROXY": "http://127.0.0.1:9",
        "HTTPS_PROXY": "http://127.0.0.1:9",
    }
    reader = Reader(site, environment)
    identity = "-c user.name=Mara -c user.email=mara@example.org"
    done = reader.shell(
        f"""set -e
        git init -q -b main && git add -A && git {identity} commit -q -m "A site"
        git clone -q --bare . ../remote.git && git remote add origin ../remote.git
        git -C ../remote.git branch stable && git fetch -q origin
        git switch -q -c spring && echo "More boats." >> posts/tide.md
        """,
        site,
    )
    assert done.returncode == 0, done.stderr
    return reader


class Ran(NamedTuple):
    """A command with what it did."""

    command: Command
    status: int
    printed: str


def _run(reader: Reader, commands: list[Command], folder: Path) -> list[Ran]:
    """Run the commands of blocks in one shell, and each of the text in a copy of the site.

    Args:
        reader: who runs them.
        commands: the commands of a page.
        folder: the folder of the shell.
    """
    ran = []
    fresh = reader.site.with_name("fresh")
    shutil.copytree(reader.site, fresh, symlinks=True)
    lines = ['out="$HOME/../out"; mkdir "$out"']
    blocks = [command for command in commands if command.in_block]
    for number, command in enumerate(blocks):
        lines += [
            f'{{ {command.text}\n}} > "$out/{number}" 2>&1',
            f'echo $? > "$out/{number}.status"',
        ]
    done = reader.shell("\n".join(lines), folder)
    assert done.returncode == 0, done.stderr
    out = reader.site.with_name("out")
    for number, command in enumerate(blocks):
        status = int((out / f"{number}.status").read_text())
        ran.append(Ran(command, status, (out / str(number)).read_text("utf-8")))
    for command in commands:
        if not command.in_block:
            shutil.rmtree(reader.site)
            shutil.copytree(fresh, reader.site, symlinks=True)
            before = BEFORE.get(command.text)
            if before is not None:
                assert reader.shell(before, reader.site).returncode == 0
            result = reader.shell(_filled_in(command.text), reader.site)
            ran.append(Ran(command, result.returncode, result.stdout + result.stderr))
    return ran


def _filled_in(text: str) -> str:
    for word, value in WORDS.items():
        text = re.sub(rf"(?<![A-Z]){re.escape(word)}(?![A-Z])", value, text)
    return text


def _reason(command: Command) -> str | None:
    """Why a command is not run."""
    if " scan '" in command.text and importlib.util.find_spec("pyarrow") is None:
        return "needs the extra `scale`"
    return next((why for begin, why in NOT_RUN.items() if command.text.startswith(begin)), None)


def _accepted(text: str) -> set[int]:
    text = text.partition("#")[0].strip()
    if text in STATUS:
        return {STATUS[text]}
    is_check = re.match(r"(\S+/)?contentlint (check|--format)", text)
    return {0, 1} if is_check and "--fail-on never" not in text else {0}


def _shape(line: str) -> str:
    """A line without what differs from site to site and from run to run."""
    return re.sub(r"\d+(\.\d+)?", "0", line.rstrip())


@pytest.mark.slow
@pytest.mark.parametrize("page", documented.PAGES)
def test_the_commands_of_a_page_do_what_it_says(page: str, tmp_path: Path, programs: Path) -> None:
    commands = [each for each in documented.commands(page) if _reason(each) is None]
    if not commands:
        pytest.skip("no command to run")
    reader = _reader(page, tmp_path, programs)
    if page == "docs/scale.md":
        _write_table(reader.site / "articles/1.parquet")
    for command, status, printed in _run(reader, commands, reader.site / FOLDERS.get(page, ".")):
        place = f"{page}:{command.line}: {command.text}: exit status {status}\n{printed}"
        assert status in _accepted(command.text), place
        assert "Traceback" not in printed, place
        have = {_shape(line) for line in printed.splitlines()}
        for line in command.shown:
            assert line.strip() in ("", "…", "...") or _shape(line) in have, (
                f"{line!r} not in {place}"
            )


def _write_table(path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow as pa
    import pyarrow.parquet

    path.parent.mkdir()
    table = pa.table({"id": ["low", "high"], "text": [FILES["posts/tide.md"]] * 2})
    pyarrow.parquet.write_table(table, path)


def test_what_is_not_run_is_on_a_page() -> None:
    texts = [command.text for page in documented.PAGES for command in documented.commands(page)]
    for beginning in NOT_RUN:
        assert any(text.startswith(beginning) for text in texts), beginning
    for named in (*STATUS, *BEFORE):
        assert any(text.startswith(named) for text in texts), named
    assert len(texts) > 100


def test_extras_that_pages_install_exist() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    known = extras["optional-dependencies"].keys()
    texts = [command.text for page in documented.PAGES for command in documented.commands(page)]
    named = {
        extra
        for text in texts
        for group in re.findall(r"pip install .*\[([\w,]+)\]", text)
        for extra in group.split(",")
    }
    assert {"online", "lsp", "mcp", "watch", "scale", "dev"} <= named <= known
