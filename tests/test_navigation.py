"""Navigation is read as the built site has it: `tests/links/nav-*`."""

import json
from pathlib import Path

import pytest

from contentlint.site.links import resolver_of
from contentlint.site.links.literals import OPEN, Value, declared, exported, is_open, settings
from contentlint.site.links.navigation import Navigation
from tests.links import linked_site

SITES = Path(__file__).parent / "links"
GENERATORS = {
    "nav-docusaurus": "docusaurus",
    "nav-hugo": "hugo",
    "nav-mkdocs": "mkdocs",
    "nav-starlight": "starlight",
    "nav-vitepress": "vitepress",
}

# Pages that the generator has without an entry, on purpose.
INTENDED = {
    "nav-docusaurus": {"docs/unlisted.md"},
    "nav-starlight": {"src/content/docs/splash.md"},
}


def navigation(folder: Path, generator: str) -> Navigation | None:
    resolver = resolver_of(linked_site(folder, generator))
    assert resolver is not None
    return resolver.navigation()


@pytest.mark.parametrize("site", GENERATORS)
def test_entries_without_a_page_are_those_of_the_built_site(site: str) -> None:
    truth = json.loads((SITES / site / "truth.json").read_text("utf-8"))
    found = navigation(SITES / site / "files", GENERATORS[site])
    assert found is not None
    assert sorted(each.target for each in found.entries if each.state == "missing") == sorted(
        truth["missing"]
    )
    for each in found.entries:
        text = (SITES / site / "files" / each.file).read_text("utf-8")
        assert text[each.span.start : each.span.end] == each.target


def test_suggestions_exist_and_are_written_as_in_the_file() -> None:
    found = navigation(SITES / "nav-vitepress" / "files", "vitepress")
    assert found is not None
    assert {each.target: each.suggestion for each in found.entries if each.suggestion} == {
        "/guide/stup": "/guide/setup.html",
        "/abuot.md#low": "/about.html",
        "hgih": "/ref/high.html",
        "/Guide/setup": "/guide/setup.html",
        "/tide.txt": "/sea/tide.txt",
    }


@pytest.mark.parametrize("site", GENERATORS)
def test_pages_without_an_entry_are_those_of_the_built_site(site: str) -> None:
    truth = json.loads((SITES / site / "truth.json").read_text("utf-8"))
    found = navigation(SITES / site / "files", GENERATORS[site])
    assert found is not None
    assert found.omitted == set(truth["omitted"]) - INTENDED.get(site, set())


def _plain(found: Value) -> object:
    if isinstance(found.value, list):
        return [_plain(each) for each in found.value]
    if isinstance(found.value, dict):
        return {key: _plain(each) for key, each in found.value.items()}
    return "OPEN" if found.value is OPEN else found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("export default ['a', \"b\", `c`, 3, true, null,]", ["a", "b", "c", 3, True, None]),
        ("module.exports = { a: 1, 'b-c': [ ], d: {}, };", {"a": 1, "b-c": [], "d": {}}),
        ('{"a": ["b\\"c"]}', {"a": ['b"c']}),
        ("const x = [/* ] */ 'a', // ]\n 'b'];\nexport default x;", ["a", "b"]),
        ("const x: A<B>[] = ['a'] satisfies C;\nexport default x", ["a"]),
        ("export default [...a, b('x', [1]), 'c' + d, `e${f}`, 'g']", [*["OPEN"] * 4, "g"]),
        ("export default { ...a, b, c() { return [1] }, d: 'e' }", {"...": "OPEN", "d": "e"}),
        ("export default { a: b ? ['c'] : [], d: x => ({ e: 1 }), f: 2 }", None),
        ("export default build()", "OPEN"),
        ("export default [", ["OPEN"]),
        ("export default ['a',", ["a", "OPEN"]),
        ("export default { a: 1,", {"a": 1, "...": "OPEN"}),
        ("export default {'a", {"...": "OPEN"}),
        ("", "OPEN"),
        ("export default " + "[" * 5000, None),
    ],
)
def test_literals_are_read_and_the_rest_is_open(text: str, value: object) -> None:
    found = exported(text)
    if value is not None:
        assert _plain(found) == value
    else:
        assert is_open(found)


def test_settings_are_found_by_key_and_by_name_outside_of_comments() -> None:
    text = (
        "// sidebar: ['no']\nconst note = \"sidebar: ['no']\"\nconst sidebar: T = ['a']\n"
        "const more = { b: ['c'] }\nexport default { one: { sidebar }, two: { sidebar: more },\n"
        "three: { 'sidebar': [d] }, four: { sidebar: imported }, sidebars: ['no'], aside: ['no'] }"
    )
    found = [_plain(each) for each in settings(text, "sidebar")]
    assert found == [["a"], {"b": ["c"]}, ["OPEN"], "OPEN"]
    assert list(declared(text)) == ["sidebar", "more"]


def test_an_entry_that_code_or_a_plugin_adds_leaves_pages_without_entry_unknown(
    tmp_path: Path,
) -> None:
    for config in ("['a', ...more()]", "['a', { type: kind, id: 'b' }]", "make()"):
        (tmp_path / "docs").mkdir(exist_ok=True)
        for name in ("a", "b"):
            (tmp_path / f"docs/{name}.md").write_text("Mud.\n")
        options = "presets: [['classic', { docs: { sidebarPath: './sidebars.js' } }]]"
        (tmp_path / "docusaurus.config.js").write_text(f"module.exports = {{ {options} }};\n")
        (tmp_path / "sidebars.js").write_text(f"module.exports = {{ docs: {config} }};\n")
        found = navigation(tmp_path, "docusaurus")
        assert found is None or not found.omitted


def test_a_list_that_is_part_of_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("Mud.\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: a\nnav: &nav [a.md, b.md, *nav]\n")
    found = navigation(tmp_path, "mkdocs")
    assert found is None or [each.target for each in found.entries] == ["a.md", "b.md"]


def test_keys_inside_of_a_value_are_part_of_it() -> None:
    text = "sidebar: { a: " * 20_000
    assert len(list(settings(text, "sidebar"))) == 1
    assert len(declared("const a = [" * 20_000)) == 1


def test_an_article_that_is_not_read_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "docs/made").mkdir(parents=True)
    (tmp_path / "docs/a.md").write_text("Mud.\n")
    options = "presets: [['classic', { docs: { sidebarPath: './sidebars.json' } }]]"
    (tmp_path / "docusaurus.config.js").write_text(f"module.exports = {{ {options} }};\n")
    (tmp_path / "sidebars.json").write_text('{"docs": ["a", "made/api", "made/none"]}')
    site = linked_site(tmp_path, "docusaurus")
    (tmp_path / "docs/made/api.mdx").write_text("Mud.\n")
    resolver = resolver_of(site)
    assert resolver is not None
    found = resolver.navigation()
    assert found is not None
    assert [each.state for each in found.entries] == ["found", "unknown", "missing"]


def test_a_file_of_sidebars_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "site/docs").mkdir(parents=True)
    (tmp_path / "site/docs/a.md").write_text("Mud.\n")
    (tmp_path / "sidebars.json").write_text('{"docs": ["none"]}')
    options = "presets: [['classic', { docs: { sidebarPath: '../sidebars.json' } }]]"
    (tmp_path / "site/docusaurus.config.js").write_text(f"module.exports = {{ {options} }};\n")
    assert navigation(tmp_path / "site", "docusaurus") is None
