"""Replacing files: the old one or the new one, never anything else."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contentlint.core.writing import TEMPORARY, replace, save, snapshot

NEW = "潮👍\r\n".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(b"low\n")
    return tmp_path / "a.md"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_byte_by_byte(file: Path) -> None:
    replace(snapshot(file), NEW)
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["a.md"]


def test_permissions_and_owner_are_kept(file: Path) -> None:
    file.chmod(0o640)
    if os.getuid() == 0:
        os.chown(file, 1234, 2345)
    before = file.stat()
    replace(snapshot(file), NEW)
    after = file.stat()
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert after.st_mtime_ns > before.st_mtime_ns


def test_nothing_is_written_through_a_symbolic_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links/b.md"
    link.symlink_to("../a.md")
    assert snapshot(link).data == b"low\n"
    with pytest.raises(OSError, match="it is a symbolic link"):
        replace(snapshot(link), NEW)
    with pytest.raises(OSError, match="it is a symbolic link"):
        save(link, [NEW], tmp_path)
    assert str(link.readlink()) == "../a.md"
    assert file.read_bytes() == b"low\n"
    assert names(tmp_path / "links") == ["b.md"]


# --- files named by the user


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        save(tmp_path / "out/of/a.md", [NEW], tmp_path)
    finally:
        os.umask(umask)
    assert (tmp_path / "out/of/a.md").read_bytes() == NEW
    assert stat.S_IMODE((tmp_path / "out/of/a.md").stat().st_mode) == 0o640
    assert names(tmp_path / "out/of") == ["a.md"]


def test_a_file_that_is_overwritten_keeps_its_permissions(file: Path, tmp_path: Path) -> None:
    file.chmod(0o600)
    save(file, [NEW], tmp_path)
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o400)
    with pytest.raises(PermissionError, match="it is read-only"):
        save(file, [b""], tmp_path)


def test_links_of_the_project_cannot_redirect_writing(tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (outside / "notes.txt").write_bytes(b"mine")
    (project / "reports").symlink_to(outside)
    (project / "report.json").symlink_to("../outside/new.json")
    (project / "null").symlink_to("/dev/null")
    for name in ("reports/notes.txt", "reports/a/b.json", "report.json", "null"):
        with pytest.raises(OSError, match="link"):
            save(project / name, [NEW], project)
    assert names(outside) == ["notes.txt"]
    assert (outside / "notes.txt").read_bytes() == b"mine"
    # Links of the user, outside the project, may point anywhere.
    (tmp_path / "disk").symlink_to(outside)
    save(tmp_path / "disk/a.json", [NEW], project)
    assert names(outside) == ["a.json", "notes.txt"]


def test_a_folder_is_reported_as_such(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(OSError, match="it is a folder"):
        save(tmp_path / "out", [NEW], tmp_path)


def test_devices_and_pipes_are_written_to(tmp_path: Path) -> None:
    save(Path("/dev/null"), [NEW], tmp_path)
    command = [sys.executable, "-c", SAVE, "/dev/stdout", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=True).stdout == NEW
    # If stdout is a file, exactly that file is written.
    with (tmp_path / "out").open("wb") as out:
        subprocess.run(command, stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == NEW
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE) as cat:
        save(tmp_path / "pipe", [NEW], tmp_path)
        assert cat.communicate()[0] == NEW
    assert names(tmp_path) == ["out", "pipe"]


SAVE = f"""
import sys
from pathlib import Path
from contentlint.core.writing import save
save(Path(sys.argv[1]), [{NEW!r}], Path(sys.argv[2]))
"""


def test_a_file_that_changed_in_the_meantime_is_not_written(file: Path) -> None:
    old = snapshot(file)
    file.write_bytes(b"high\n")
    with pytest.raises(OSError, match="it has changed in the meantime"):
        replace(old, NEW)
    assert file.read_bytes() == b"high\n"
    # Even if size and times are unchanged.
    file.write_bytes(b"low\n")
    old = snapshot(file)
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_bytes(b"ebb\n")
    os.utime(file, ns=times)
    with pytest.raises(OSError, match="it has changed in the meantime"):
        replace(old, NEW)
    file.unlink()
    with pytest.raises(FileNotFoundError):
        replace(old, NEW)
    assert names(file.parent) == []


def test_a_read_only_file_is_not_written(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(PermissionError, match="it is read-only"):
        replace(snapshot(file), NEW)
    assert file.read_bytes() == b"low\n"
    assert names(file.parent) == ["a.md"]


BAD = "---\ntitle: Low\ndate: Mon, 18 Mar 2024 02:15:40 GMT\n---\n\n<p>潮 👍 {}</p></b>\r\n"
GOOD = BAD.replace("Mon, 18 Mar 2024 02:15:40 GMT", "2024-03-18T02:15:40Z").replace("</b>", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "kills"), [(40, 4), pytest.param(100, 60, marks=pytest.mark.slow)]
)
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(
    tmp_path: Path, files: int, kills: int
) -> None:
    # The killed process replaces files continuously: every run starts with faulty files.
    chance = random.Random(files)
    seen: set[str] = set()
    posts = [(tmp_path / f"{number:03}.md", f"{number} " * 2000) for number in range(files)]
    for kill in range(kills):
        # As soon as this one is fixed, or a little later; at first, others are still unfixed.
        awaited, words = posts[chance.randrange(files) if kill else 0]
        faulty = len(BAD.format(words).encode())
        for path, words in posts:
            path.write_bytes(BAD.format(words).encode())
        process = subprocess.Popen(
            [sys.executable, "-m", "contentlint", "check", "--fix", "-q", "--no-cache", "."],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 120
        while awaited.stat().st_size == faulty and process.poll() is None:
            assert time.monotonic() < until, "nothing is fixed"
            time.sleep(0.001)
        time.sleep(chance.random() / 200 if kill else 0)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path, words in posts:
            content = path.read_bytes().decode()
            assert content in (BAD.format(words), GOOD.format(words)), path
            seen.add("old" if content == BAD.format(words) else "new")
        left = {name for name in names(tmp_path) if not name.endswith(TEMPORARY)}
        assert left == {path.name for path, _ in posts}
    assert seen == {"old", "new"}
