"""The location of the cache, and that foreign files in it are never opened."""

import os
import sqlite3
import stat
import struct
import subprocess
from pathlib import Path

import pytest

from contentlint.cache import database as caching
from contentlint.cache import place as cache_place
from contentlint.cache.last_run import trend
from contentlint.cache.place import FILE, LAST_RUN, cache_folder, clear
from contentlint.cache.store import Cache

if os.name != "posix":
    pytest.skip("owners and links are POSIX's", allow_module_level=True)


def tables(file: Path) -> dict[str, str]:
    with sqlite3.connect(file) as database:
        found = dict(database.execute("SELECT name, type FROM sqlite_master"))
    database.close()
    return found


OURS = {
    "found": "table",
    "files": "table",
    "memory": "table",
    "sqlite_autoindex_found_1": "index",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Our own folder with a cache."""
    place = tmp_path / "caches/site-0123456789abcdef"
    Cache(place).close()
    assert tables(place / FILE) == OURS
    return place


def place(cwd: Path) -> Path:
    found = cache_folder(cwd)
    assert found is not None
    return found


# --- location


def test_it_lies_outside_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONTENTLINT_CACHE_DIR")
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "mara").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "mara"))
    monkeypatch.setenv("XDG_CACHE_HOME", "/fast/disk")
    assert place(tmp_path).parent == Path("/fast/disk/contentlint")
    for ignored in ("", "not/absolute"):
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        assert place(tmp_path).parent == tmp_path / "mara/.cache/contentlint"
    monkeypatch.setattr("sys.platform", "darwin")
    assert place(tmp_path).parent == tmp_path / "mara/Library/Caches/contentlint"
    monkeypatch.setenv("CONTENTLINT_CACHE_DIR", "/named")
    assert place(tmp_path).parent == Path("/named")
    assert cache_folder(tmp_path, "caches") == tmp_path / "caches" / place(tmp_path).name
    monkeypatch.delenv("CONTENTLINT_CACHE_DIR")
    for nowhere in ("", "mara", str(tmp_path / "gone")):
        monkeypatch.setenv("HOME", nowhere)
        assert cache_folder(tmp_path) is None
    monkeypatch.delenv("HOME")
    assert cache_folder(tmp_path) is None
    assert cache_folder(tmp_path, "caches") is not None


def test_each_folder_has_its_own_by_its_real_path(tmp_path: Path) -> None:
    (tmp_path / "a/site").mkdir(parents=True)
    (tmp_path / "b/site").mkdir(parents=True)
    (tmp_path / "link").symlink_to("a/site")
    one, other = place(tmp_path / "a/site"), place(tmp_path / "b/site")
    assert one.name.startswith("site-")
    assert one != other
    assert place(tmp_path / "link") == one
    (tmp_path / "潮 .. x").mkdir()
    assert place(tmp_path / "潮 .. x").parent == one.parent


def test_only_the_owner_can_access_the_folder(folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    folder.chmod(0o777)
    Cache(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_cache_of_a_checkout_is_neither_opened_nor_deleted(tmp_path: Path) -> None:
    from test_cli import run

    (tmp_path / "a.md").write_text("</b>\n")
    sent = tmp_path / ".contentlint_cache"
    sent.mkdir()
    (sent / FILE).write_bytes(b"SQLite format 3\0 of a stranger")
    (sent / LAST_RUN).symlink_to("../a.md")
    for arguments in ((), ("cache", "explain"), ("cache", "info"), ("cache", "clear")):
        run(tmp_path, *arguments)
    assert (sent / FILE).read_bytes() == b"SQLite format 3\0 of a stranger"
    assert (tmp_path / "a.md").read_text() == "</b>\n"


@pytest.mark.parametrize("home", ["/proc", "/dev/null", ""])
def test_a_home_that_cannot_be_written_costs_only_time(tmp_path: Path, home: str) -> None:
    from test_cli import run

    (tmp_path / "a.md").write_text("</b>\n")
    environment = {"HOME": home, "CONTENTLINT_CACHE_DIR": "", "XDG_CACHE_HOME": ""}
    quiet = run(tmp_path, "-q", **environment)
    assert (quiet.returncode, quiet.stderr) == (1, "")
    reported = run(tmp_path, "cache", "explain", **environment)
    reason = "new file" if home == "/proc" else "no cache: folder not usable"
    assert (reported.returncode, reported.stdout) == (0, f"a.md: {reason}\n")
    assert run(tmp_path, "cache", "info", **environment).returncode == 0
    assert run(tmp_path, "cache", "clear", **environment).returncode == 0


def test_the_option_sets_the_folder(tmp_path: Path) -> None:
    from test_cli import run

    (tmp_path / "a.md").write_text("</b>\n")
    run(tmp_path, "--cache-dir", "caches")
    [made] = (tmp_path / "caches").glob("test_the_option*")
    assert "entries   1\n" in run(tmp_path, "cache", "info", "--cache-dir", "caches").stdout
    assert run(tmp_path, "cache", "clear", "--cache-dir", "caches").stdout == f"deleted {made}\n"
    assert run(tmp_path, "--cache-dir", "caches", "--no-cache").returncode == 2


# --- files that git tracks


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def test_files_that_git_tracks_are_never_opened(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    own = tmp_path / "caches/site-0123456789abcdef"
    Cache(own).close()
    assert (own / FILE).exists()
    git(tmp_path, "add", "-f", str(own / FILE))
    before = (own / FILE).read_bytes()
    assert Cache(own).folder is None
    assert caching.facts(own) is None
    assert not clear(own)
    assert (own / FILE).read_bytes() == before
    git(tmp_path, "rm", "-q", "--cached", str(own / FILE))
    assert Cache(own).folder == own


def test_in_a_checkout_no_link_is_followed(tmp_path: Path) -> None:
    checkout, outside = tmp_path / "checkout", tmp_path / "outside"
    for made in (checkout, outside):
        made.mkdir()
    git(checkout, "init", "-q")
    (checkout / "caches").symlink_to(outside)
    assert Cache(checkout / "caches/site-0123456789abcdef").folder is None
    assert list(outside.iterdir()) == []


# --- files in the folder


def test_a_folder_that_is_a_link_or_of_somebody_else_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "caches/link"
    link.symlink_to(folder)
    assert Cache(link).folder is None
    assert not clear(link)
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    assert Cache(folder).folder is None
    assert not clear(folder)
    assert (folder / FILE).exists()


def test_a_journal_that_names_another_file_does_not_delete_it(folder: Path, tmp_path: Path) -> None:
    victim = tmp_path / "notes.txt"
    victim.write_text("mine\n")
    name = os.fsencode(victim)
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + struct.pack(">IIIII", 0, 0, 4, 512, 4096)
    record = struct.pack(">I", 0x40000000 // 4096 + 1) + name
    record += struct.pack(">II", len(name), sum(name)) + magic
    journal = folder / f"{FILE}-journal"
    journal.write_bytes(head.ljust(512, b"\0") + record)
    assert caching.facts(folder) is None
    Cache(folder).close()
    assert victim.read_text() == "mine\n"
    assert not journal.exists()


def link(folder: Path, victim: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).symlink_to(victim)


def hard_link(folder: Path, victim: Path) -> None:
    (folder / FILE).unlink()
    os.link(victim, folder / FILE)


def pipe(folder: Path, victim: Path) -> None:
    (folder / FILE).unlink()
    os.mkfifo(folder / FILE)


def huge(folder: Path, victim: Path) -> None:
    os.truncate(folder / FILE, 1 << 40)


def statements(*output: str):  # type: ignore[no-untyped-def]
    def write(folder: Path, victim: Path) -> None:
        with sqlite3.connect(folder / FILE) as database:
            for statement in output:
                database.execute(statement)
        database.close()

    return write


ENDLESS = (
    "CREATE VIEW memory AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
    "SELECT x AS key, '' AS value FROM c"
)
STRANGE = {
    "link": link,
    "hard link": hard_link,
    "pipe": pipe,
    "huge": huge,
    "view": statements("DROP TABLE memory", ENDLESS),
    "trigger": statements(
        "CREATE TRIGGER t AFTER INSERT ON found BEGIN DELETE FROM files; END",
    ),
    "check": statements("DROP TABLE found", "CREATE TABLE found (key, entry CHECK (entry > 1))"),
    "more": statements("CREATE TABLE more (a)"),
    "index": statements("CREATE INDEX i ON found (length(entry))"),
    "wal": statements("PRAGMA journal_mode = WAL"),
    "version": statements("PRAGMA user_version = 99"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_file_that_is_not_ours_is_made_anew(folder: Path, tmp_path: Path, kind: str) -> None:
    victim = tmp_path / "victim.sqlite"
    with sqlite3.connect(victim) as database:
        database.execute("CREATE TABLE precious (a)")
    database.close()
    before = victim.read_bytes()
    STRANGE[kind](folder, victim)
    known = caching.facts(folder)
    assert known is None or known.is_damaged
    cache = Cache(folder)
    cache.remember(b"k", "value")
    cache.close()
    assert tables(folder / FILE) == OURS
    assert sorted(entry.name for entry in folder.iterdir()) == [".gitignore", FILE]
    assert victim.read_bytes() == before


def test_a_query_that_takes_too_long_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "_MOST_STEPS", 2)
    cache = Cache(folder)
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    assert cache._ask(endless, ()) is None
    assert cache.recall(b"k") is None
    cache.close()


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": ["' + "b" * 100, "[1]", '{"a": 1}'])
def test_a_last_run_that_makes_no_sense_is_forgotten(folder: Path, text: str) -> None:
    (folder / LAST_RUN).write_text(text)
    assert trend(folder / LAST_RUN, ("here",), ()) is None
    assert trend(folder / LAST_RUN, ("here",), ()) is not None


def test_the_last_run_is_not_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    victim = tmp_path / "settings.json"
    victim.write_text('{"mine": ["a"]}')
    (folder / LAST_RUN).symlink_to(victim)
    assert trend(folder / LAST_RUN, ("here",), ()) is None
    assert victim.read_text() == '{"mine": ["a"]}'
    assert clear(folder)
    assert victim.exists()


def test_clear_leaves_nothing(tmp_path: Path) -> None:
    from test_cli import run

    site, other = tmp_path / "site", tmp_path / "other"
    for place in (site, other):
        place.mkdir()
        (place / "a.md").write_text("---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n")
        run(place, "check", "--cache-dir", "../caches")
    run(site, "cache", "clear", "--cache-dir", "../caches")
    assert len(list((tmp_path / "caches").iterdir())) == 1
    run(other, "cache", "clear", "--cache-dir", "../caches")
    assert sorted(place.name for place in tmp_path.iterdir()) == ["other", "site"]
    # The working directory stays, even if it is the cache folder.
    run(other, "check", "--cache-dir", ".")
    run(other, "cache", "clear", "--cache-dir", ".")
    assert [place.name for place in other.iterdir()] == ["a.md"]
    empty = tmp_path / "empty"
    empty.mkdir()
    run(empty, "check", "--cache-dir", ".")
    run(empty, "cache", "clear", "--cache-dir", ".")
    assert list(empty.iterdir()) == []


def test_clear_keeps_files_that_are_not_ours(folder: Path) -> None:
    (folder / "mine.txt").touch()
    (folder / LAST_RUN).mkdir()
    assert clear(folder)
    assert sorted(entry.name for entry in folder.iterdir()) == [LAST_RUN, "mine.txt"]
    assert cache_place.is_ours(folder)
