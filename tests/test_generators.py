"""Generators, recognised by their own files."""

from pathlib import Path

import pytest

from contentlint.generators import by_name, names, recognise


@pytest.fixture(autouse=True)
def _fresh() -> None:
    recognise.cache_clear()


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"_config.yml": "title: a\nsource_dir: source\n"}, "hexo"),
        ({"_config.yml": "title: a\n", "package.json": '{"dependencies": {"hexo": "^7"}}'}, "hexo"),
        ({"package.json": '{"dependencies": {"hexo": "^7"}}', "source/a.md": ""}, "hexo"),
        ({"_config.yml": "title: a\nplugins: []\n"}, "jekyll"),
        ({"_config.yml": "title: a\n", "_posts/a.md": ""}, "jekyll"),
        ({"hugo.toml": ""}, "hugo"),
        ({"config.toml": 'baseURL = "https://example.org"\n', "content/a.md": ""}, "hugo"),
        ({"config.toml": 'base_url = "https://example.org"\n'}, "zola"),
        ({"astro.config.mjs": ""}, "astro"),
        ({"eleventy.config.js": ""}, "eleventy"),
        ({"mkdocs.yml": ""}, "mkdocs"),
        ({"docusaurus.config.ts": ""}, "docusaurus"),
        ({".vitepress/config.ts": ""}, "vitepress"),
        ({"pelicanconf.py": ""}, "pelican"),
        ({"_quarto.yml": ""}, "quarto"),
        ({"myst.yml": ""}, "myst"),
        ({".obsidian/app.json": ""}, "obsidian"),
        ({"_config.yml": "title: a\n"}, None),
        ({"config.toml": "x = 1\n"}, None),
        ({"package.json": "{}"}, None),
        ({}, None),
    ],
)
def test_recognised(tmp_path: Path, files: dict[str, str], name: str | None) -> None:
    (tmp_path / ".git").mkdir()
    for file, text in files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    deep = tmp_path / "source" / "posts"
    deep.mkdir(parents=True, exist_ok=True)
    found = recognise(deep)
    assert (found and found.generator.name) == name
    assert found is None or found.root == tmp_path


def test_names_are_those_that_can_be_set() -> None:
    assert [by_name(name).name for name in names()] == sorted(names())
