"""Which files of a folder are articles, and why the others are not."""

from pathlib import Path

import pytest

from contentlint.config.resolve import Request, load
from contentlint.core.errors import UsageError
from contentlint.core.shown import shown
from contentlint.engine.discover import Discovery, discover
from contentlint.site.recognise import recognise


@pytest.fixture(autouse=True)
def _fresh() -> None:
    recognise.cache_clear()


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x\n")


def found(folder: Path, *paths: str) -> list[str]:
    return [shown(file, folder) for file in discovered(folder, *paths).files]


def discovered(folder: Path, *paths: str) -> Discovery:
    return discover(paths, load(Request(paths=paths), folder), folder)


def test_folders_are_searched_for_content(tmp_path: Path) -> None:
    make(tmp_path, "b.md", "a/c.HTML", "a/d.markdown", "e.mdx", "f.png", "g", "h.txt", "i.qmd")
    assert found(tmp_path) == ["a/c.HTML", "a/d.markdown", "b.md", "e.mdx", "i.qmd"]
    assert found(tmp_path, "a") == ["a/c.HTML", "a/d.markdown"]


def test_a_named_file_is_always_included_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".hidden/b.md", "node_modules/c.md", "d.md")
    (tmp_path / "contentlint.toml").write_text('exclude = ["d.md"]\n')
    assert found(tmp_path, "a.txt", ".hidden/b.md", "node_modules/c.md", "d.md", "./d.md") == [
        ".hidden/b.md",
        "a.txt",
        "d.md",
        "node_modules/c.md",
    ]


def test_gitignore_holds_at_every_level(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    make(tmp_path, "a.md", "out/b.md", "c/d.md", "c/keep.md", "c/e.md", "drafts/f.md", "x[.md")
    (tmp_path / ".gitignore").write_text("out/\n/c/*.md\n!/c/keep.md\n# drafts\nbad[\n")
    (tmp_path / "c/.gitignore").write_text("!e.md\n")
    assert found(tmp_path) == ["a.md", "c/e.md", "c/keep.md", "drafts/f.md", "x[.md"]
    assert found(tmp_path, "c") == ["c/e.md", "c/keep.md"]
    [skipped] = [s for s in discovered(tmp_path).skipped if "gitignore" in s.reason]
    assert (skipped.number, skipped.example) == (2, "out")


def test_exclude_is_relative_to_its_file(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "site/a.md", "site/old/b.md", "site/c/old/d.md")
    (tmp_path / "site/contentlint.toml").write_text('exclude = ["/old/", "a.md"]\n')
    assert found(tmp_path) == ["a.md", "site/c/old/d.md"]
    reasons = {s.reason: s.setting for s in discovered(tmp_path).skipped}
    assert reasons == {
        'excluded by `exclude = ["/old/"]`': "`exclude` in site/contentlint.toml:1",
        'excluded by `exclude = ["a.md"]`': "`exclude` in site/contentlint.toml:1",
        "not Markdown or HTML by file extension": "name the file",
    }


def test_folders_of_tools_themes_and_layouts_are_not_entered(tmp_path: Path) -> None:
    make(tmp_path, "_config.yml", "source/a.md", "themes/t/layout.html", "public/b.html")
    make(tmp_path, ".git/c.md", "node_modules/d.md", "_layouts/e.html", "source/themes/f.md")
    (tmp_path / "_config.yml").write_text("source_dir: source\n")
    assert found(tmp_path) == ["source/a.md", "source/themes/f.md"]
    recognise.cache_clear()
    (tmp_path / "_config.yml").unlink()
    assert "public/b.html" in found(tmp_path)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "a/c.md").symlink_to(tmp_path / "a/b.md")
    (tmp_path / "a/broken.md").symlink_to("nowhere")
    assert [Path(f).name for f in found(tmp_path)] == ["b.md", "broken.md", "c.md"]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder `none`"):
        found(tmp_path, "none")


def test_a_path_outside_is_shown_as_the_shell_would(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md")
    (tmp_path / "c").mkdir()
    assert [shown(f, tmp_path / "c") for f in discovered(tmp_path / "c", "../a").files] == [
        "../a/b.md"
    ]
