"""A session in Neovim, a real client, with the configuration that docs/editors.md shows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "neovim"
_VIM = shutil.which("nvim", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")

ARTICLE = """\
---
title: Low tide
tags: [ ]
---

The <b>tide

<p class='a' class='a'>x</p>

See [b](b.md#high-tide).
"""


@pytest.mark.slow
@pytest.mark.skipif(_VIM is None, reason="needs Neovim 0.11")
def test_a_session(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "b.md").write_text("# High tide\n")
    (tmp_path / "c.md").write_text("---\ntags: [sea, tide]\n---\n\n# C\n")
    command = [str(_VIM), "--headless", "--clean", "-u", str(HERE / "init.lua")]
    command += ["-c", f"luafile {HERE / 'session.lua'}"]
    bin_folder = str(Path(sys.executable).parent)
    env = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    env |= {
        f"XDG_{name}_HOME": str(tmp_path / "nvim") for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    run = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.stdout.splitlines() == (HERE / "session.txt").read_text().splitlines(), run.stderr


def test_the_configuration_is_the_documented_one() -> None:
    documented = (HERE.parents[1] / "docs" / "editors.md").read_text(encoding="utf-8")
    configuration = (HERE / "init.lua").read_text().partition("\n")[2]
    assert configuration in documented
