"""The facts of unchanged articles, looked up for a run over one article."""

import json
import time
from pathlib import Path

from test_cli import run


def site(folder: Path) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Low\n")
    (folder / "docs/a.md").write_text("---\ntitle: A\n---\n\n[b](b.md#high)\n")
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## High\n")
    time.sleep(2.2)  # a file that has just been written is always read again
    return folder


def anchors(folder: Path) -> int:
    found = run(folder, "check", "--format", "json", "docs/a.md").stdout
    return sum(each["rule"] == "link/broken-anchor" for each in json.loads(found)["findings"])


def test_a_target_that_changes_is_read_again(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    assert [anchors(folder), anchors(folder)] == [0, 0]
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## Deep\n")
    assert [anchors(folder), anchors(folder)] == [1, 1]
    time.sleep(2.2)
    assert [anchors(folder), anchors(folder)] == [1, 1]
    (folder / "docs/b.md").unlink()
    assert anchors(folder) == 0
