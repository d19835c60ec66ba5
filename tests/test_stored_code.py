"""Commands import modules from one file, which never has other code than the sources."""

import json
import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_startup import own_copy

# A run that prints the loaders of its modules on stderr. The times of a change cannot be set, so
# its clock is ahead, and the sources are old.
PROGRAM = """\
import atexit, json, sys, time
now = time.time_ns
time.time_ns = lambda: now() + 10**10
from contentlint.__main__ import program

def show():
    modules = {n: m for n, m in sys.modules.items() if n.startswith("contentlint")}
    loaders = {n: type(m.__spec__.loader).__name__ for n, m in modules.items()}
    assert all(m.__file__ == m.__spec__.loader.get_filename(n) for n, m in modules.items())
    assert "import" in modules["contentlint.cli"].__loader__.get_source("contentlint.cli")
    sys.stderr.write(json.dumps(loaders))

atexit.register(show)
program()
"""
ARTICLE = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n"
FIRST = {
    "contentlint",
    "contentlint.__main__",
    "contentlint.core",
    "contentlint.core.reading",
    "contentlint.core.stored_code",
}


def run(package: Path, **variables: str) -> dict[str, bool]:
    """Check an article; whether the code of each module of contentlint was stored."""
    unset = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    (package / "a.md").write_text(ARTICLE)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "check", "--no-cache", "--format", "concise", "a.md"],
        cwd=package,
        capture_output=True,
        text=True,
        env={**environment, "PYTHONPATH": str(package), **variables},
    )
    assert (done.returncode, "html/stray-end-tag" in done.stdout) == (1, True), done.stderr
    loaders = json.loads(done.stderr.splitlines()[-1])
    return {name: loader == "_Loader" for name, loader in loaders.items()}


def from_own_files(found: dict[str, bool]) -> set[str]:
    return {name for name, is_stored in found.items() if not is_stored} - FIRST


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of contentlint whose code is stored."""
    package = own_copy(tmp_path_factory.mktemp("copy"))
    assert True not in run(package).values()
    # What is stored about contentlint makes the next run import other modules.
    run(package)
    return package


def file_of(package: Path) -> Path:
    [file] = (package / "contentlint/__pycache__").glob("modules.*.dat")
    return file


def test_later_runs_import_from_the_file(package: Path) -> None:
    before = file_of(package).read_bytes()
    found = run(package)
    assert len(found) > 150
    assert from_own_files(found) == set()
    assert file_of(package).read_bytes() == before


def test_a_changed_module_is_imported_from_its_file(package: Path) -> None:
    source = package / "contentlint/rules/html/stray_end_tag.py"
    state, text = source.stat(), source.read_text()
    # The same size and time of modification, as after a checkout of another version.
    source.write_text(text.replace("import", "impOrt", 1).replace("impOrt", "import", 1))
    os.utime(source, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert from_own_files(run(package)) == {"contentlint.rules.html.stray_end_tag"}


def exchanged(data: bytes) -> bytes:
    """The file with the code of each module at the place of another one."""
    length = 8 + int.from_bytes(data[:8], "little")
    whole, places = marshal.loads(data[8:length])
    ranges = [place[2:] for place in places.values()]
    ranges = [*ranges[1:], ranges[0]]
    moved = {
        name: (*place[:2], *own) for (name, place), own in zip(places.items(), ranges, strict=True)
    }
    head = marshal.dumps((whole, moved))
    return len(head).to_bytes(8, "little") + head + data[length:]


_slow = (pytest.param(kind, marks=pytest.mark.slow) for kind in ("empty", "other", "code", "short"))


@pytest.mark.parametrize("kind", ["head", "exchanged", *_slow])
def test_a_damaged_file_has_no_effect(package: Path, kind: str) -> None:
    file = file_of(package)
    data = file.read_bytes()
    length = 8 + int.from_bytes(data[:8], "little")
    damaged = {
        "empty": b"",
        "other": b"\xff" * 5_000,
        "head": data[:8] + b"{" * (length - 8) + data[length:],
        "code": data[:length] + b"?" * (len(data) - length),
        "short": data[: length + 1_000],
        "exchanged": exchanged(data),
    }
    file.write_bytes(damaged[kind])
    found = run(package)
    if kind in {"code", "short", "exchanged"}:
        assert True in found.values()  # found there, and read from the sources
    else:
        assert from_own_files(found)
    file.write_bytes(data)


def test_nothing_is_written_if_python_writes_no_code(package: Path) -> None:
    file = file_of(package)
    data = file.read_bytes()
    file.unlink()
    assert from_own_files(run(package, PYTHONDONTWRITEBYTECODE="1"))
    assert not file.exists()
    file.write_bytes(data)


def test_code_for_another_optimization_is_not_used(package: Path) -> None:
    data = file_of(package).read_bytes()
    assert True not in run(package, PYTHONOPTIMIZE="1").values()
    file_of(package).write_bytes(data)
