"""`--watch`: a real process that watches real files while they are written."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from test_cli import run

from contentlint.cli import main
from contentlint.config.resolve import Request
from contentlint.engine.watching import Watcher

BAD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n"
GOOD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n"

posix = pytest.mark.skipif(os.name == "nt", reason="needs signals and `select` on pipes")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("a/one", "a/two", "b/three"):
        file = tmp_path / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(GOOD)
    return tmp_path


class Watching:
    """A running `--watch` process and its output."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self.rest = ""

    def until(self, wanted: str, seconds: float = 120) -> str:
        """The output up to and including some text."""
        assert self.process.stdout is not None
        stream = self.process.stdout.fileno()
        seen, end = self.rest, time.monotonic() + seconds
        while wanted not in seen and time.monotonic() < end:
            if select.select([stream], [], [], 0.2)[0]:
                piece = os.read(stream, 65536)
                if not piece:
                    break
                seen += piece.decode()
        assert wanted in seen, seen
        assert "Traceback" not in seen
        reported, _, self.rest = seen.partition(wanted)
        return reported + wanted


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watching]:
    command = [sys.executable, "-m", "contentlint", "check", "--watch", "--format", "concise"]
    process = subprocess.Popen(
        [*command, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        watch = Watching(process)
        watch.until("press Ctrl-C to stop\n")
        yield watch
    finally:
        # The whole session, so that no worker is left running.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=120)
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.slow
@posix
def test_it_reports_saved_files_and_ends_with_an_interrupt(site: Path) -> None:
    with watching(site) as watch:
        (site / "a/one.md").write_text(BAD)
        seen = watch.until("1 error in 1 file")
        assert "contentlint: 1 file changed at " in seen
        assert "a/one.md:6:7: error[html/stray-end-tag]" in seen
        (site / "b/new.md").write_text(BAD)
        seen = watch.until("1 error in 1 file")
        assert "b/new.md:6:7: error" in seen
        assert "a/one.md" not in seen
        # The content is as before and cached, but the report must still say that it is correct again.
        (site / "a/one.md").write_text(GOOD)
        seen = watch.until("none in 1 file, 1 error in 1 other file, checked")
        assert "no findings" not in seen
        (site / "b/new.md").unlink()
        watch.until("contentlint: 1 file deleted\n")
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(timeout=120) == 130


@on_linux
@pytest.mark.slow
def test_a_broken_configuration_is_reported_once_and_watching_continues(site: Path) -> None:
    (site / "a/one.md").write_text(BAD)
    config = site / "contentlint.toml"
    with watching(site, "a") as watch:
        config.write_text('[rules]\n"html/stray-end-tog" = "off"\n')
        seen = watch.until("\n")
        assert seen.startswith("contentlint: error: contentlint.toml:2: ")
        assert seen.count("\n") == 1
        (site / "a/two.md").write_text(BAD)
        config.write_text('[rules]\n"html/stray-end-tag" = "warning"\n')
        seen = watch.until("2 warnings in 2 files")
        assert "contentlint: settings changed at " in seen
        assert "contentlint: error" not in seen
        config.unlink()
        watch.until("2 errors in 2 files")


@posix
@pytest.mark.slow
def test_a_schema_that_breaks_or_changes_has_all_checked_again(site: Path) -> None:
    (site / "schemas").mkdir()
    (site / "schemas/parts.py").write_text("DESK = False\n")
    model = "import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n"
    model += "from pydantic import BaseModel\nfrom parts import DESK\n\n"
    model += "class Post(BaseModel):\n    title: str\n    if DESK:\n        desk: str\n"
    (site / "schemas/post.py").write_text(model)
    (site / "contentlint.toml").write_text(
        "schema = \"schemas/post.py:Post\"\nrules.front-matter = 'off'\n"
        'rules."front-matter/missing-field" = "error"\n'
    )
    with watching(site, "--no-cache") as watch:
        (site / "schemas/parts.py").write_text("DESK = True  # each has one\n")
        seen = watch.until("3 errors in 3 files")
        assert "`desk` is missing" in seen
        (site / "schemas/post.py").write_text(model + "    def\n")
        seen = watch.until("SyntaxError")
        assert "schemas/post.py:" in seen
        (site / "schemas/post.py").write_text(model)
        watch.until("3 errors in 3 files")


@on_linux
@pytest.mark.slow
def test_an_image_that_appears_or_disappears_rechecks_its_articles(site: Path) -> None:
    (site / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    for folder in ("content", "static/img"):
        (site / folder).mkdir(parents=True)
    (site / "static/img/low.png").write_bytes(b"\x89PNG")
    named = "---\ntitle: Low\ndate: 2024-03-18\ncover: {}\n---\n\nLow tide.\n"
    for name in ("low", "high"):
        (site / f"content/{name}.md").write_text(named.format(f"/img/{name}.png"))
    with watching(site, "content", "--select", "front-matter/missing-file") as watch:
        (site / "static/img/high.png").write_bytes(b"\x89PNG")
        seen = watch.until("no findings in 2 files, checked")
        assert "contentlint: referenced files changed at " in seen
        (site / "static/img/low.png").unlink()
        seen = watch.until("1 warning in 1 file")
        assert "content/low.md:4:" in seen
        assert "high" not in seen
        # A file that no article refers to.
        (site / "static/img/tide.png").write_bytes(b"\x89PNG")
        (site / "content/high.md").write_text(named.format("/img/low.png"))
        assert "referenced" not in watch.until("1 warning in 1 file")


@posix
@pytest.mark.slow
def test_a_removed_or_renamed_target_is_reported_where_it_is_linked(site: Path) -> None:
    (site / "a/one.md").write_text(f"{GOOD}\n[two](two.md#low) [three](../b/three.md)\n")
    (site / "a/two.md").write_text(f"{GOOD}\n## Low\n")
    with watching(site, "--select", "link") as watch:
        (site / "b/three.md").unlink()
        seen = watch.until("1 warning in 1 file")
        assert "contentlint: 1 file deleted\n" in seen
        assert "a/one.md:8:27: warning[link/broken-link]" in seen
        # A finding that was reported is not reported again.
        (site / "a/two.md").write_text(f"{GOOD}\n## High\n")
        seen = watch.until("1 warning in 2 files, 1 warning in 1 other file, checked")
        assert "a/one.md:8:7: warning[link/broken-anchor]" in seen
        assert "broken-link" not in seen
        (site / "a/two.md").rename(site / "a/four.md")
        seen = watch.until("1 warning in 2 files, 1 warning in 1 other file, checked")
        assert "a/one.md:8:7: warning[link/broken-link]" in seen
        assert "a/one.md:8:27" not in seen
        (site / "a/four.md").rename(site / "a/two.md")
        seen = watch.until("checked")
        assert "broken-link" not in seen


@on_linux
@pytest.mark.slow
def test_a_report_in_a_file_is_of_all_articles_and_no_article_itself(site: Path) -> None:
    (site / "a/one.md").write_text(BAD)
    targets = ("--format", "html", "--output", "page.html", "--output", "page.json")
    with watching(site, *targets) as watch:
        (site / "b/three.md").write_text(BAD)
        assert "a/one.md" not in watch.until("1 error in 1 file")
        watch.until("contentlint: 2 errors in 3 files; see page.html, page.json\n")
        assert "a/one.md" in (site / "page.json").read_text()
        # Its own reports are not changes.
        (site / "b/three.md").write_text(GOOD)
        seen = watch.until("contentlint: 1 error in 3 files; see page.html, page.json\n")
        assert seen.count("changed at") == 1


@posix
@pytest.mark.slow
def test_options_apply_to_later_checks(site: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Mara", "-c", "user.email=mara@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=site, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    (site / "a/one.md").write_text(BAD)
    git("add", "-A")
    git("commit", "-q", "-m", "all")
    with watching(site, "--changed=main", "--group-by", "folder") as watch:
        (site / "a/one.md").write_text(BAD + "\n<p>more</i></p>\n")
        seen = watch.until("1 error in 1 file")
        assert "a/one.md:8:8: error" in seen
        assert "a/one.md:6:7" not in seen
        assert "not publishable: a/one.md (1 error)" in seen


@posix
def test_it_ends_when_its_output_is_closed(site: Path) -> None:
    with watching(site) as watch:
        assert watch.process.stdout is not None
        watch.process.stdout.close()
        (site / "a/one.md").write_text(BAD)
        assert watch.process.wait(timeout=120) == 1


def test_watching_excludes_fixing(site: Path) -> None:
    result = run(site, "--watch", "--fix")
    assert result.returncode == 2
    assert "--watch and --fix cannot be combined" in result.stderr


@posix
@pytest.mark.slow
def test_a_configuration_above_the_watched_folder_counts(site: Path) -> None:
    (site / "a/one.md").write_text(BAD)
    with watching(site / "a") as watch:
        (site / "contentlint.toml").write_text("rules.html = 'warning'\n")
        assert "settings changed at " in watch.until("1 warning in 2 files")


def test_without_the_extra_it_names_the_package_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["check", "--watch"]) == 2
    assert capsys.readouterr().err == (
        "contentlint: error: --watch needs watchfiles; run `pip install 'contentlint[watch]'`\n"
    )


def test_a_watcher_covers_all_dependencies(site: Path) -> None:
    watcher = Watcher(Request(), site, force_exclude=False, apart=[str(site / "page.html")])
    before = watcher.look()
    assert watcher.look() == before
    (site / "page.html").write_text("<p>a report")
    assert watcher.look() == before
    (site / "a/one.md").write_text(BAD)
    assert watcher.look().changed(before) == [site / "a/one.md"]
    (site / "post.schema.json").write_text("{}")
    (site / "contentlint.toml").write_text(
        'schema = "post.schema.json"\nbaseline = "held.jsonl"\ncredits = "credits.toml"\n'
    )
    names = {path.name for path in watcher.look().settings}
    assert names == {"contentlint.toml", "post.schema.json", "held.jsonl", "credits.toml"}
    assert not watcher.look().names
    (site / "hugo.toml").write_text("")
    (site / "static").mkdir()
    seen = watcher.look()
    assert site / "hugo.toml" in seen.settings
    (site / "static/low.png").touch()
    assert watcher.look().names[str(site / "static")] == {"low.png"}
    assert watcher.look().names != seen.names
