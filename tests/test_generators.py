"""Generators, recognized by their files."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli import run

import contentlint
from contentlint.cli import init
from contentlint.config.resolve import Request, load
from contentlint.core.records import replace
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files
from contentlint.markup.templates import DIALECTS, SYNTAXES
from contentlint.schema.loading import load_schema
from contentlint.site.generator import MARKS, TEMPLATE_LANGUAGES, UNKNOWN, Generator, Marker
from contentlint.site.generators import by_name, every, names
from contentlint.site.recognise import names_author, recognise


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
        ({"_config.yml": "category_dir: topics\nmarkdown: kramdown\n"}, "jekyll"),
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
        ({"vite.config.ts": "import Markdown from 'unplugin-vue-markdown/vite'\n"}, "vue_markdown"),
        ({"vite.config.ts": "import Vue from '@vitejs/plugin-vue'\n"}, None),
        ({"properdocs.yml": "site_name: Tide\n"}, "mkdocs"),
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
        ({"_config.yaml": "source_dir: source\n"}, "hexo"),
        ({"astro.config.cts": ""}, "astro"),
        ({"astro.config.ts": "import starlight from '@astrojs/starlight'\n"}, "starlight"),
        ({"hugo.json": '{"baseURL": "https://example.org", "title": "a"}'}, "hugo"),
        ({"hugo.yaml": "title: a\n", "content/a.md": ""}, "hugo"),
        ({"hugo.toml": "\ufeff# a\n\n[params.sea]\nmud = 1\n"}, "hugo"),
        ({"next.config.mjs": ""}, "nextjs"),
        ({"content.config.ts": "import { defineContentConfig } from '@nuxt/content'\n"}, "nuxt"),
        ({"nuxt.config.ts": "modules: ['@nuxt/content']\n"}, "nuxt"),
        (
            {"nuxt.config.ts": "", "package.json": '{"dependencies": {"@nuxt/content": "3"}}'},
            "nuxt",
        ),
        ({"docfx.json": '{"build": {}}'}, "docfx"),
        ({"docfx.json": '{\n  // what is built\n  "build": {}}'}, "docfx"),
        ({".openpublishing.publish.config.json": "{}"}, "docfx"),
        ({"conf.py": 'BLOG_TITLE = "a"\nPOSTS = ()\n'}, "nikola"),
        ({"conf.py": 'extensions = ["myst_parser"]\n'}, "sphinx"),
        ({"_toc.yml": "format: jb-book\nroot: a\n"}, "sphinx"),
        # Several markers: a theme first, then a file of one generator only, Obsidian last.
        ({".obsidian/app.json": "{}", "hugo.toml": ""}, "hugo"),
        ({".obsidian/app.json": "{}", "_config.yml": "plugins: []\n"}, "jekyll"),
        ({"_config.yml": "plugins: []\n", "mkdocs.yml": "site_name: a\n"}, "mkdocs"),
        # Other files with the name of a marker.
        ({"hugo.json": '[{"name": "a"}]'}, None),
        ({"hugo.json": '{"title": "Hugo", "url": "https://example.org"}'}, None),
        ({"hugo.yaml": "title: Hugo\nstars: 1\n"}, None),
        ({"hugo.toml": "[site]\nbaseURL = 'a'\n"}, None),
        (
            {"docfx.json": '{"$schema": "https://example.org/schema", "properties": {"build": 1}}'},
            None,
        ),
        ({"zola.toml": "[[rows]]\na = 1\n"}, None),
        ({"mkdocs.yml": "- a\n- b\n"}, None),
        ({"conf.py": 'extensions = ["sphinx.ext.autodoc"]\n'}, None),
        ({"nuxt.config.ts": "", "package.json": "{}"}, None),
        ({"_config.yml": "title: a\n"}, None),
        ({"config.toml": "x = 1\n"}, None),
        ({"config.yaml": "baseURL: https://example.org\n"}, None),
        ({"package.json": "{}"}, None),
        ({}, None),
    ],
)
def test_a_site_is_recognized_by_its_files(
    tmp_path: Path, files: dict[str, str], name: str | None
) -> None:
    (tmp_path / ".git").mkdir()
    for file, text in files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    deep = tmp_path / "source" / "posts"
    deep.mkdir(parents=True, exist_ok=True)
    found = recognise(deep)
    assert (found and found.generator.name) == name
    assert found is None or found.root == tmp_path


# A site of each generator with an article of each kind, and the schema of each article.
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
    "nextjs": (
        {"next.config.mjs": "import nextra from 'nextra'\n"},
        {"content/a.mdx": "nextjs", "app/a/page.md": "nextjs"},
    ),
    "nuxt": ({"nuxt.config.ts": "modules: ['@nuxt/content']\n"}, {"content/1.a.md": "nuxt"}),
    "docfx": ({"docfx.json": '{"build": {}}'}, {"articles/a.md": "docfx", "index.md": "docfx"}),
    "nikola": ({"conf.py": "POSTS = ()\n"}, {"posts/a.md": "nikola", "pages/a.md": "nikola"}),
    "myst": ({"myst.yml": "version: 1\n"}, {"a.md": "myst"}),
    "sphinx": ({"conf.py": "extensions = ['myst_parser']\n"}, {"guide/a.md": "sphinx"}),
    "vitepress": ({"docs/.vitepress/config.ts": ""}, {"docs/a.md": "vitepress"}),
    "pelican": ({"pelicanconf.py": ""}, {"content/a.md": "pelican"}),
    "quarto": ({"_quarto.yml": ""}, {"posts/a/index.qmd": "quarto"}),
    "obsidian": ({".obsidian/app.json": "{}"}, {"notes/a.md": "obsidian"}),
    "vue_markdown": ({"vite.config.js": "'vite-plugin-md'\n"}, {"pages/a.md": "article"}),
}


ARTICLE = "---\ntitle: Low tide\ndate: 2024-03-18\ntags: [sea]\n---\nMud.\n"
BLOCKS = {
    "zola.Section": "+++\ntitle = 'Coast'\nsort_by = 'date'\n+++\n",
    "zola": "+++\ntitle = 'Low tide'\ndate = 2024-03-18\n+++\nMud.\n",
}


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
    """The schema of every article of a site, and the findings in the front matter."""
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
def test_the_configuration_from_init_selects_the_same_schemas(site: Path, name: str) -> None:
    found = recognise(site)
    assert found is not None
    (site / "contentlint.toml").write_text(
        init.text(found.generator, "by test", list(init.collections(site, found.generator)))
    )
    assert checked(site) == (SITES[name][1], [])


@pytest.mark.parametrize("site", ["docusaurus"], indirect=True)
def test_a_configured_generator_has_the_same_kinds(site: Path) -> None:
    (site / "docusaurus.config.ts").unlink()
    (site / "contentlint.toml").write_text('generator = "docusaurus"\n')
    assert checked(site) == (SITES["docusaurus"][1], [])


def test_a_skill_is_recognized_by_its_file_name(tmp_path: Path) -> None:
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
        "skills/mud/SKILL.md:1: `description` is missing",
        "skills/sand/SKILL.md:1: front matter is missing; add a block with `description`, `name`",
    ]


AGENT_FILES = {
    ".cursor/rules/tides.mdc": "cursor",
    "app/.cursor/rules/deep/tides.mdc": "cursor",
    ".github/prompts/tide.prompt.md": "copilot.Prompt",
    ".github/instructions/style.instructions.md": "copilot.Instructions",
    ".github/agents/reader.md": "copilot.Agent",
    ".github/agents/reader.agent.md": "copilot.Agent",
    ".github/chatmodes/reader.chatmode.md": "copilot.Agent",
    ".claude/agents/reader.md": "claude.Agent",
    ".claude/commands/sea/tide.md": "claude.Command",
    ".claude/skills/tides/SKILL.md": "skill",
    # Not files of an agent.
    "agents/reader.md": "article",
    ".github/readme.md": "article",
    "posts/prompt.md": "article",
    "posts/agent.md": "article",
}


def test_files_for_agents_are_recognized_by_their_names(tmp_path: Path) -> None:
    for name in AGENT_FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("---\nname: tides\ndescription: a\ntitle: b\n---\n")
    schemas, found = checked(tmp_path, *AGENT_FILES)
    assert schemas == AGENT_FILES
    assert found == [".claude/skills/tides/SKILL.md:4: `title`: unknown key"]


def test_files_for_agents_need_no_configuration(tmp_path: Path) -> None:
    for name, text in (
        (".cursor/rules/tides.mdc", "---\ndescription:\nglobs: *.md, **/*.html\n---\n"),
        (".claude/commands/tide.md", "Read the tide table.\n"),
        (".claude/agents/reader.md", "Read the tide table.\n"),
        (".github/prompts/tide.prompt.md", "---\nagnet: ask\n---\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    _, found = checked(tmp_path, ".cursor", ".claude", ".github")
    assert found == [
        ".claude/agents/reader.md:1: front matter is missing; add a block with `description`, `name`",
        ".github/prompts/tide.prompt.md:2: `agnet`: unknown key; did you mean `agent`?",
    ]


@pytest.mark.parametrize("name", ["AGENTS.md", "docs/CLAUDE.md", "docs/copilot-instructions.md"])
def test_instructions_for_agents_need_no_front_matter(tmp_path: Path, name: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / name).write_text("Write short sentences.\n")
    (tmp_path / "docs/a.md").write_text("Low tide.\n")
    collection = '[[collections]]\nname = "all"\ninclude = ["{}"]\nschema = "article"\n'
    (tmp_path / "contentlint.toml").write_text(collection.format("**/*.md"))
    [missing] = checked(tmp_path)[1]
    assert missing.startswith("docs/a.md:1: front matter is missing")
    (tmp_path / "contentlint.toml").write_text(collection.format(name))
    assert checked(tmp_path)[1] == [f"{name}:1: front matter is missing; add a block with `title`"]


def test_a_collection_with_a_schema_includes_skills(tmp_path: Path) -> None:
    (tmp_path / "SKILL.md").write_text("---\ntitle: a\n---\n")
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "all"\ninclude = ["*.md"]\nschema = "article"\n'
    )
    assert checked(tmp_path) == ({"SKILL.md": "article"}, [])


def test_every_generator_name_can_be_configured() -> None:
    assert [by_name(name).name for name in names()] == sorted(names())


# --- properties of every generator

EVERY = pytest.mark.parametrize("generator", every(), ids=lambda generator: generator.name)

# Text with one key of a marker, by file suffix.
WITH_KEY = {
    ".json": '{{"{}": 1}}',
    ".toml": "{} = 1\n",
    ".yml": "{}: 1\n",
    ".yaml": "{}: 1\n",
    ".py": "{} = 1\n",
}


def matching_text(marker: Marker, name: str) -> str:
    """The text of a file that matches a marker."""
    key = min(marker.keys) if marker.keys else ""
    text = WITH_KEY[Path(name).suffix].format(key) if key else ""
    # The patterns match a quoted name or the start of a line.
    samples = ("", "'@astrojs/starlight'", "'@nuxt/content'", "POSTS = ()\n", "'myst_parser'")
    samples += ("docs: {path: '../docs'}", "from 'unplugin-vue-markdown/vite'")
    pattern = marker.contains
    return text + next(s for s in samples if pattern is None or pattern.search(s))


@EVERY
def test_each_marker_identifies_a_site(generator: Generator, tmp_path: Path) -> None:
    sites = [(marker, name) for marker in generator.markers for name in marker.names]
    assert sites
    for number, (marker, name) in enumerate(sites):
        root = tmp_path / str(number)
        for file in (name, *marker.beside[:1]):
            (root / file).parent.mkdir(parents=True, exist_ok=True)
        for folder in marker.beside[:1]:
            (root / folder).mkdir()
        (root / ".git").mkdir()
        if marker.package:
            (root / "package.json").write_text(f'{{"dependencies": {{"{marker.package}": "1"}}}}')
        if not (root / name).exists():
            (root / name).write_text(matching_text(marker, name))
        deep = root / "a" / "b"
        deep.mkdir(parents=True)
        found = recognise(deep)
        assert found is not None, name
        assert (found.generator.name, found.root) == (generator.name, root), name


@EVERY
def test_folders_without_articles_are_skipped(generator: Generator, tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("")
    marker = generator.markers[0]
    for folder in (*marker.beside[:1], *generator.not_content):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    file = tmp_path / marker.names[0]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(matching_text(marker, marker.names[0]))
    deep = [f"a/{name}" for name in (*generator.never_content, *generator.template_folders)]
    for folder in (*generator.not_content, *deep, "articles"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "a.md").write_text("Mud.\n")
    found = discover((), load(Request(), tmp_path), tmp_path).files
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["articles/a.md"]


@EVERY
def test_all_names_in_it_exist(generator: Generator) -> None:
    assert generator.name.isidentifier()
    assert generator.title
    for kind in generator.kinds:
        load_schema(kind.schema, Path())
    load_schema(generator.schema, Path())
    assert generator.templates <= TEMPLATE_LANGUAGES
    assert generator.marks <= MARKS
    assert not generator.shows_braces or generator.templates <= {"shortcodes"}
    assert all(marker.names for marker in generator.markers)


def test_each_template_language_and_mark_has_a_mask_and_a_generator() -> None:
    masked = {owner for syntax in (*SYNTAXES, *DIALECTS) for owner in syntax.owners}
    assert masked == TEMPLATE_LANGUAGES | MARKS
    used = {name for generator in every() for name in (*generator.templates, *generator.marks)}
    assert used == masked


def test_the_cache_distinguishes_generators_and_variants() -> None:
    words = [repr(generator) for generator in (UNKNOWN, *every())]
    assert len(set(words)) == len(words)
    assert repr(replace(UNKNOWN, variant="mdx")) != repr(UNKNOWN)


# --- details from the configuration


def test_template_and_output_folders_of_mkdocs_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: a\nsite_dir: public\ntheme:\n  name: material\n  custom_dir: docs/own/\n"
    )
    for name in ("docs/a.md", "docs/own/main.html", "docs/own/b.md", "public/a.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Mud.\n")
    found = discover((), load(Request(isolated=True), tmp_path), tmp_path)
    assert [path.name for path in found.files] == ["a.md"]


MDX = "---\ntitle: Low tide\n---\n<p />\n\n<Tide height={3}>\n\nMud.\n\n</Tide>\n"


@pytest.mark.parametrize(
    ("files", "is_mdx"),
    [
        ({"package.json": '{"dependencies": {"next-mdx-remote": "5"}}'}, True),
        ({"package.json": '{"dependencies": {"contentlayer2": "1"}}'}, True),
        ({"next.config.mjs": "import nextra from 'nextra'\n"}, True),
        ({"next.config.mjs": "import m from '@next/mdx'\nm({extension: /\\.mdx?$/})\n"}, True),
        ({"next.config.mjs": "'@next/mdx'\nm({ extension: /\\.(md|mdx)$/ })\n"}, True),
        ({"next.config.mjs": "'@next/mdx'\nc = {pageExtensions: ['ts', 'md']}\n"}, True),
        ({"next.config.mjs": "'@next/mdx'\nc = {pageExtensions: ['ts', 'mdx']}\n"}, False),
        ({"package.json": '{"dependencies": {"next": "15", "remark": "1"}}'}, False),
    ],
)
def test_markdown_of_nextjs_is_mdx_if_configured(
    tmp_path: Path, files: dict[str, str], is_mdx: bool
) -> None:
    for name, text in {"next.config.mjs": "", **files, "posts/a.md": MDX}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    config = load(Request(isolated=True, select=("html",)), tmp_path)
    report = check_files(discover((), config, tmp_path), config.task)
    assert (not report.findings) == is_mdx


def test_the_nearest_site_applies_and_data_files_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").write_text("project:\n  type: website\n")
    (tmp_path / "ref/data").mkdir(parents=True)
    (tmp_path / "ref/data/hugo.json").write_text('[{"name": "a"}]')
    found = recognise(tmp_path / "ref/data")
    assert found is not None
    assert (found.generator.name, found.root) == ("quarto", tmp_path)
    recognise.cache_clear()
    (tmp_path / "ref/data/hugo.json").write_text('{"baseURL": "https://example.org"}')
    found = recognise(tmp_path / "ref/data")
    assert found is not None
    assert found.generator.name == "hugo"


def test_a_named_pipe_does_not_block_recognition(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hugo.toml")
    (tmp_path / ".git").mkdir()
    assert recognise(tmp_path) is not None  # read as an empty file


# --- one file for one generator

PACKAGE = Path(contentlint.__file__).parent

# Modules that may name a generator, and why.
EXCEPTIONS = {
    "cli/schema_export.py": "examples of its help",
}


def strings(file: Path) -> Iterator[str]:
    """The strings in the code of a module, without docstrings and rule examples."""
    pending: list[ast.AST] = [ast.parse(file.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            is_example = isinstance(child, ast.Call) and isinstance(child.func, ast.Name)
            if is_example and child.func.id in ("good", "bad", "Site"):  # type: ignore[attr-defined]
                continue
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child.value
            pending.append(child)


@pytest.mark.slow
def test_no_other_module_names_a_generator() -> None:
    pattern = re.compile(rf"\b(?:{'|'.join(names())})\b", re.IGNORECASE)
    named = {}
    for file in PACKAGE.rglob("*.py"):
        place = file.relative_to(PACKAGE).as_posix()
        found = {text for text in strings(file) if pattern.search(text)}
        if found and not place.startswith(("site/generators/", "site/links/")):
            named[place] = found
    assert set(named) == set(EXCEPTIONS), named


def test_the_documentation_lists_all_generators() -> None:
    page = (PACKAGE.parent / "docs" / "configuration.md").read_text("utf-8")
    table = page.partition("## Generators")[2].partition("\n\nThe nearest")[0]
    rows = re.findall(r"^\| (\w[^|]+?) +\|", table, re.MULTILINE)
    assert rows[0] == "generator"
    assert rows[1:] == sorted((generator.title for generator in every()), key=str.lower)


@pytest.mark.parametrize(
    ("config", "path", "is_reported"),
    [
        ("title = 'Tide'\n", "content/a.md", True),
        ("title = 'Tide'\n", "README.md", False),
        ("contentDir = 'tides/en'\n", "tides/en/a.md", True),
        ("[[module.mounts]]\nsource = 'texts'\ntarget = 'content'\n", "texts/a.md", True),
    ],
)
def test_what_hugo_omits_is_reported_in_its_articles_only(
    tmp_path: Path, config: str, path: str, is_reported: bool
) -> None:
    (tmp_path / "hugo.toml").write_text(config)
    for name in ("content/b.md", path):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<div>Low</div>\n" if name == path else "Ebb\n")
    result = run(tmp_path, "check", "--select", "markdown/omitted-html", "--format", "concise")
    assert ("Hugo omits" in result.stdout) is is_reported


@pytest.mark.parametrize(
    ("file", "text", "is_named"),
    [
        ("src/_data/author.json", '{\n  "name": "Mara Ellwood"\n}\n', True),
        ("_data/author.json", '{"url": "/", "name": "Mara Ellwood"}\n', True),
        ("_data/metadata.js", 'export default {\n\tauthor: {\n\t\tname: "Mara"\n\t}\n}\n', True),
        ("_data/site.json", '{\n  "name": "Low tide"\n}\n', False),
        ("_data/author.json", '{"name": ""}\n', False),
    ],
)
def test_the_data_of_an_eleventy_site_may_name_its_author(
    tmp_path: Path, file: str, text: str, *, is_named: bool
) -> None:
    (tmp_path / "eleventy.config.js").touch()
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text)
    found = recognise(tmp_path)
    assert found is not None
    assert names_author(found) is is_named
