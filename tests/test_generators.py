"""Generators, recognised by their own files."""

from pathlib import Path

import pytest

from contentlint.cli import init
from contentlint.config.resolve import Request, load
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files
from contentlint.site.generators import by_name, names
from contentlint.site.recognise import recognise


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
        ({"config.yaml": "baseURL: https://example.org\n", "content/a.md": ""}, "hugo"),
        ({"config.json": '{\n  "baseURL": "https://example.org"\n}', "content/a.md": ""}, "hugo"),
        ({"config/_default/hugo.yaml": ""}, "hugo"),
        ({"config/_default/config.toml": ""}, "hugo"),
        ({"_config.toml": 'baseurl = "/blog"\n'}, "jekyll"),
        ({"_config.yaml": "plugins: []\n"}, "jekyll"),
        ({"config.toml": 'base_url = "https://example.org"\n'}, "zola"),
        ({"zola.toml": ""}, "zola"),
        ({"zensical.toml": ""}, "mkdocs"),
        ({"astro.config.cjs": ""}, "astro"),
        ({"docusaurus.config.mts": ""}, "docusaurus"),
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
        ({"config.yaml": "baseURL: https://example.org\n"}, None),
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


# A site of each generator with an article of each kind, and the schema that holds for each.
SITES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "hexo": (
        {"_config.yml": "title: a\nsource_dir: source\n"},
        {"source/_posts/a.md": "hexo", "source/about/index.md": "hexo"},
    ),
    "hugo": (
        {"hugo.toml": ""},
        {
            "content/_index.md": "hugo.Section",
            "content/walks/_index.fr.md": "hugo.Section",
            "content/walks/a.md": "hugo",
        },
    ),
    "jekyll": (
        {"_config.yml": "title: a\nplugins: []\n"},
        {"_posts/2024-03-18-a.md": "jekyll", "about.md": "jekyll"},
    ),
    "astro": (
        {"astro.config.mjs": "export default {}\n"},
        {
            "src/content/blog/a.mdx": "astro",
            "src/content/docs/a.md": "astro",
            "src/pages/a.md": "astro",
        },
    ),
    "starlight": (
        {"astro.config.mjs": "import starlight from '@astrojs/starlight';\n"},
        {"src/content/docs/a.mdx": "astro.Doc", "src/content/blog/a.md": "astro"},
    ),
    "eleventy": ({"eleventy.config.js": ""}, {"posts/a.md": "eleventy", "a.md": "eleventy"}),
    "zola": (
        {"config.toml": 'base_url = "https://example.org"\n'},
        {
            "content/_index.md": "zola.Section",
            "content/walks/_index.md": "zola.Section",
            "content/walks/a/index.md": "zola",
        },
    ),
    "mkdocs": (
        {"mkdocs.yml": "site_name: a\nnav:\n  - blog: blog/index.md\n"},
        {"docs/index.md": "mkdocs", "docs/blog/posts/a.md": "mkdocs"},
    ),
    "material": (
        {"mkdocs.yml": "site_name: a\nplugins:\n  - search\n  - blog\n"},
        {"docs/index.md": "mkdocs", "docs/blog/posts/a.md": "mkdocs.BlogPost"},
    ),
    "docusaurus": (
        {"docusaurus.config.ts": ""},
        {
            "docs/a.md": "docusaurus",
            "blog/2024/a.mdx": "docusaurus.BlogPost",
            "src/pages/a.md": "docusaurus.Page",
            "versioned_docs/version-1/a.md": "docusaurus",
            "i18n/fr/docusaurus-plugin-content-blog/a.md": "docusaurus.BlogPost",
            "i18n/fr/docusaurus-plugin-content-docs/current/a.md": "docusaurus",
        },
    ),
    "vitepress": ({"docs/.vitepress/config.ts": ""}, {"docs/a.md": "vitepress"}),
    "pelican": ({"pelicanconf.py": ""}, {"content/a.md": "pelican"}),
    "quarto": ({"_quarto.yml": ""}, {"posts/a/index.qmd": "quarto"}),
    "obsidian": ({".obsidian/app.json": "{}"}, {"notes/a.md": "obsidian"}),
}


ARTICLE = "---\ntitle: Low tide\ndate: 2024-03-18\ntags: [sea]\n---\nMud.\n"
BLOCKS = {"zola.Section": "+++\ntitle = 'Coast'\nsort_by = 'date'\n+++\n"}


@pytest.fixture
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    settings, articles = SITES[request.param]
    (tmp_path / ".git").mkdir()
    for file, text in settings.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    for file, schema in articles.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(BLOCKS.get(schema, ARTICLE))
    return tmp_path


def checked(site: Path, *paths: str) -> tuple[dict[str, str | None], list[str]]:
    """The schema of every article of a site, and what is found in their front matter."""
    request = Request(paths=paths, select=("front-matter",))
    config = load(request, site)
    found = discover(paths, config, site)
    schemas = {file.relative_to(site).as_posix(): config.plan(file).schema for file in found.files}
    report = check_files(found, config.task)
    return schemas, [f"{f.path}:{f.line}: {f.message}" for f in report.findings]


@pytest.mark.parametrize(("site", "name"), [(name, name) for name in SITES], indirect=["site"])
def test_each_kind_of_article_has_its_schema(site: Path, name: str) -> None:
    assert checked(site) == (SITES[name][1], [])


@pytest.mark.parametrize(("site", "name"), [(name, name) for name in SITES], indirect=["site"])
def test_what_init_writes_holds_the_same_schemas(site: Path, name: str) -> None:
    found = recognise(site)
    assert found is not None
    (site / "contentlint.toml").write_text(init.text(found.generator, "by test"))
    assert checked(site) == (SITES[name][1], [])


@pytest.mark.parametrize("site", ["docusaurus"], indirect=True)
def test_a_generator_that_is_only_said_has_the_same_kinds(site: Path) -> None:
    (site / "docusaurus.config.ts").unlink()
    (site / "contentlint.toml").write_text('generator = "docusaurus"\n')
    assert checked(site) == (SITES["docusaurus"][1], [])


def test_a_skill_is_known_by_its_file_name(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "_config.yml").write_text("title: a\nsource_dir: source\n")
    (tmp_path / "contentlint.toml").write_text('schema = "hexo"\n')
    for folder, block in (
        ("skills/tide", "---\nname: tide\ndescription: Reads tide tables.\n---\n"),
        ("skills/mud", "---\nname: mud\n---\n"),
        ("skills/sand", "No front matter.\n"),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "SKILL.md").write_text(block)
    schemas, found = checked(tmp_path)
    assert set(schemas.values()) == {"skill"}
    assert found == [
        "skills/mud/SKILL.md:1: `description` is missing; add it",
        "skills/sand/SKILL.md:1: file has no front matter; begin with a block that has "
        "`description`, `name`",
    ]


def test_a_collection_with_a_schema_takes_skills_as_well(tmp_path: Path) -> None:
    (tmp_path / "SKILL.md").write_text("---\ntitle: a\n---\n")
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "all"\ninclude = ["*.md"]\nschema = "article"\n'
    )
    assert checked(tmp_path) == ({"SKILL.md": "article"}, [])


def test_names_are_those_that_can_be_set() -> None:
    assert [by_name(name).name for name in names()] == sorted(names())
