"""How files are looked up for each generator, and when the result is unknown."""

import os
import sys
from pathlib import Path

import pytest

from contentlint.site.generators import named
from contentlint.site.lookups import Folders, Lookup, find

SITES = {
    "hugo": (
        "static/img/a.png",
        "assets/b.png",
        "content/posts/low/index.md",
        "content/posts/low/c.png",
        "themes/t/static/t/d.png",
        "static/潮/e.png",
    ),
    "hexo": ("source/img/a.png", "source/_posts/low/b.png", "themes/t/source/t/c.png"),
    "jekyll": ("assets/img/a.png", "_posts/x.md"),
    "astro": ("public/a.png", "src/content/blog/b.png", "src/assets/c.png"),
    "zola": ("static/a.png", "content/low/index.md", "content/low/b.png"),
    "mkdocs": ("docs/img/a.png", "docs/guide/b.png", "mkdocs.yml"),
    "docusaurus": ("static/img/a.png", "docs/b.png"),
}


@pytest.mark.parametrize(
    ("generator", "article", "url", "expected"),
    [
        ("hugo", "content/posts/x.md", "/img/a.png", "found"),
        ("hugo", "content/posts/x.md", "img/a.png?v=1#top", "found"),
        ("hugo", "content/posts/x.md", "b.png", "found"),
        ("hugo", "content/posts/low/index.md", "c.png", "found"),
        ("hugo", "content/posts/low/index.zh.md", "./c.png", "found"),
        ("hugo", "content/posts/low/index.md", "z.png", "content/posts/low/z.png"),
        ("hugo", "content/posts/x.md", "z.png", "unknown"),
        ("hugo", "content/posts/x.md", "../z.png", "unknown"),
        ("hugo", "content/posts/x.md", "/t/d.png", "found"),
        ("hugo", "content/posts/x.md", "/img/z.png", "static/img/z.png"),
        ("hugo", "content/posts/x.md", "/from-a-module/z.png", "unknown"),
        ("hugo", "content/posts/x.md", "/%E6%BD%AE/e.png", "found"),
        ("hugo", "content/posts/x.md", "/潮/e.PNG", "static/潮/e.png"),
        ("hexo", "source/_posts/low.md", "/img/a.png", "found"),
        ("hexo", "source/_posts/low.md", "b.png", "found"),
        ("hexo", "source/_posts/low.md", "z.png", "source/_posts/low/z.png"),
        ("hexo", "source/_posts/high.md", "z.png", "unknown"),
        ("hexo", "source/_posts/low.md", "/img/z.png", "source/img/z.png"),
        ("hexo", "source/_posts/low.md", "/logo.png", "unknown"),
        ("jekyll", "_posts/x.md", "/assets/img/a.png", "found"),
        ("jekyll", "_posts/x.md", "assets/img/z.png", "assets/img/z.png"),
        ("jekyll", "_posts/x.md", "z.png", "unknown"),
        ("astro", "src/content/blog/x.md", "/a.png", "found"),
        ("astro", "src/content/blog/x.md", "./b.png", "found"),
        ("astro", "src/content/blog/x.md", "../../assets/c.png", "found"),
        ("astro", "src/content/blog/x.md", "../../assets/z.png", "src/assets/z.png"),
        ("astro", "src/content/blog/x.md", "/z.png", "public/z.png"),
        ("astro", "src/content/blog/x.md", "z/z.png", "unknown"),
        ("astro", "src/content/blog/x.md", "@/assets/z.png", "unknown"),
        ("astro", "src/content/blog/x.md", "~/assets/z.png", "unknown"),
        ("zola", "content/low/index.md", "b.png", "found"),
        ("zola", "content/low/index.md", "z.png", "content/low/z.png"),
        ("zola", "content/x.md", "/a.png", "found"),
        ("mkdocs", "docs/guide/x.md", "b.png", "found"),
        ("mkdocs", "docs/guide/x.md", "img/z.png", "docs/img/z.png"),
        ("mkdocs", "docs/guide/x.md", "../img/a.png", "found"),
        ("docusaurus", "docs/x.md", "/img/a.png", "found"),
        ("docusaurus", "docs/x.md", "./z.png", "docs/z.png"),
        ("eleventy", "posts/x.md", "/z.png", "unknown"),
        ("hugo", "content/x.md", "https://example.org/z.png", "unknown"),
        ("hugo", "content/x.md", "//example.org/z.png", "unknown"),
        ("hugo", "content/posts/low/index.md", "../../../../../etc/z.png", "unknown"),
        ("hugo", "content/posts/low/index.md", "a/" * 9000 + "a.png", "unknown"),
        ("hugo", "content/posts/low/index.md", "a\0.png", "unknown"),
    ],
)
def test_a_file_is_looked_up_as_the_generator_does(
    generator: str, article: str, url: str, expected: str
) -> None:
    found = find(Folders(None, SITES.get(generator, ())), named(generator), article, url)
    assert (found.place or found.state) == expected


@pytest.mark.parametrize(
    ("generator", "article", "url", "variant"),
    [
        ("hugo", "content/x.md", "/IMG/A.png", "/img/a.png"),
        ("hugo", "content/posts/low/index.md", "./C.PNG", "./c.png"),
        ("astro", "src/content/blog/x.md", "../../Assets/c.png", "../../assets/c.png"),
        ("hexo", "source/_posts/low.md", "img/A.png", "img/a.png"),
        ("hugo", "content/x.md", "/%E6%BD%AE/E.png", ""),
    ],
)
def test_a_file_in_another_case_is_suggested(
    generator: str, article: str, url: str, variant: str
) -> None:
    found = find(Folders(None, SITES[generator]), named(generator), article, url)
    assert (found.state, found.variant) == ("missing", variant)


def test_two_files_in_other_cases_are_not_suggested() -> None:
    folders = Folders(None, ("static/A.png", "static/a.PNG"))
    assert find(folders, named("docusaurus"), "docs/x.md", "/a.png") == Lookup(
        "missing", "static/a.png"
    )


@pytest.mark.parametrize(
    ("generator", "config", "text", "state"),
    [
        ("hugo", "hugo.toml", 'staticDir = ["public"]\n', "unknown"),
        ("hugo", "config/_default/module.toml", "[[mounts]]\n", "unknown"),
        ("hugo", "hugo.toml", 'baseURL = "https://example.org/blog/"\n', "found"),
        ("hexo", "_config.yml", "root: /blog/\n", "found"),
        ("hexo", "_config.yml", "root: /\nsource_dir: source\n", "missing"),
        ("hexo", "_config.yml", "source_dir: content\n", "unknown"),
        ("mkdocs", "mkdocs.yml", "docs_dir: 'handbook'\nsite_url: https://a.org/blog/", "found"),
        ("jekyll", "_config.yml", 'baseurl: "/blog"\n', "found"),
        ("docusaurus", "docusaurus.config.js", "  baseUrl: '/blog/',\n", "found"),
        ("docusaurus", "docusaurus.config.js", "staticDirectories: ['public'],\n", "unknown"),
        ("astro", "astro.config.mjs", "  base: '/blog',\n", "found"),
    ],
)
def test_folders_and_site_url_are_read_from_the_configuration(
    tmp_path: Path, generator: str, config: str, text: str, state: str
) -> None:
    for root in ("static", "source", "assets", "handbook", "public"):
        (tmp_path / root / "img").mkdir(parents=True)
        (tmp_path / root / "img/a.png").touch()
    (tmp_path / "img").mkdir()
    (tmp_path / "img/a.png").touch()
    (tmp_path / "source/blog").mkdir()
    (tmp_path / "source/blog/other.png").touch()
    (tmp_path / config).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / config).write_text(text)
    assert find(Folders(tmp_path), named(generator), "x/a.md", "/blog/img/a.png").state == state


@pytest.mark.parametrize(
    ("generator", "config", "text", "state"),
    [
        ("hexo", "_config.yml", "theme: own\r\n", "missing"),
        ("hexo", "_config.yml", "theme: elsewhere\n", "unknown"),
        ("hexo", "_config.yml", "title: a\n", "unknown"),
        ("hugo", "hugo.toml", 'theme = "own"\n', "missing"),
        ("hugo", "hugo.toml", 'theme = ["own", "elsewhere"]\n', "unknown"),
        ("hugo", "hugo.toml", "title = 'a'\n", "missing"),
        ("hugo", "config/production/hugo.toml", "title = 'a'\n", "unknown"),
        ("zola", "config.toml", "theme = 'elsewhere' # by git\n", "unknown"),
        ("zola", "config.toml", "title = 'a'\n", "missing"),
        ("jekyll", "_config.yml", "title: a\n", "unknown"),
    ],
)
def test_a_theme_outside_the_site_may_have_the_file(
    tmp_path: Path, generator: str, config: str, text: str, state: str
) -> None:
    for name in ("static/a.png", "source/a.png", "themes/own/theme.toml", config):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / config).write_bytes(text.encode())
    assert find(Folders(tmp_path), named(generator), "content/x.md", "/img/a.png").state == state


def test_an_empty_folder_belongs_to_the_site(tmp_path: Path) -> None:
    (tmp_path / "source/img").mkdir(parents=True)
    assert (
        find(Folders(tmp_path), named("hexo"), "source/_posts/x.md", "/img/a.png").state
        == "missing"
    )


def test_without_the_folders_of_a_site_the_result_is_unknown() -> None:
    assert (
        find(Folders(None, ("content/x.md",)), named("hugo"), "content/x.md", "/a.png").state
        == "unknown"
    )


def test_no_folder_outside_the_site_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.png").touch()
    site = tmp_path / "site"
    (site / "public").mkdir(parents=True)
    (site / "public/a.png").touch()
    read: list[str] = []

    class Watched(Folders):
        def names(self, folder: str) -> frozenset[str]:
            read.append(folder)
            return super().names(folder)

    folders = Watched(site)
    for url in ("/../../secret.png", "../../../secret.png", "/%2e%2e/%2e%2e/secret.png"):
        assert find(folders, named("astro"), "src/a.md", url).state == "unknown"
    assert not [folder for folder in read if folder.startswith(("/", ".."))]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the file system composes names")
def test_composed_and_decomposed_names_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    os.close(os.open(tmp_path / "public/cafe\u0301.png", os.O_CREAT))
    assert find(Folders(tmp_path), named("astro"), "src/a.md", "/caf\u00e9.png").state == "found"


def test_each_folder_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "public").mkdir()
    folders = Folders(tmp_path)
    find(folders, named("astro"), "src/a.md", "/a.png")
    monkeypatch.setattr(os, "scandir", lambda _: pytest.fail("read again"))
    find(folders, named("astro"), "src/b.md", "/a.png")


def test_folders_are_looked_up_by_the_names_in_the_folders_above(tmp_path: Path) -> None:
    (tmp_path / "docs/low").mkdir(parents=True)
    (tmp_path / "docs/low/a.md").write_text("a")
    (tmp_path / "linked").symlink_to(tmp_path / "docs")
    folders = Folders(tmp_path)
    assert folders.names("docs/low") == {"a.md"}
    assert folders.names("linked/low") == {"a.md"}
    for absent in ("docs/low/a.md", "docs/low/b", "b/c/d", "docs/low/a.md/e"):
        assert not folders.names(absent)
    # Only these decide what exists.
    assert set(folders.listed) == {"", "docs", "docs/low", "linked", "linked/low"}
    assert folders.has("linked/low/a.md")
    assert not folders.has("docs/low/a.md/e")


def test_the_state_of_a_folder_says_which_names_are_folders(tmp_path: Path) -> None:
    (tmp_path / "low").write_text("a")
    before = Folders(tmp_path).state("")
    assert Folders(tmp_path).state("") == before
    (tmp_path / "low").unlink()
    (tmp_path / "low").mkdir()
    assert Folders(tmp_path).state("") != before
