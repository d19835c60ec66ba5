"""Links in real runs: scope, cache, suppressions, baseline, fixes."""

import json
import re
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from links import linked_site, resolved
from test_cli import run
from test_facts import git

import contentlint.site.links
from contentlint.cli import main
from contentlint.site.facts import ArticleFacts
from contentlint.site.links import linked
from contentlint.site.links.linked import LinkedSite
from contentlint.site.lookups import Folders
from contentlint.site.pages import FRONT

SELECT = ("--select", "link,image/missing-file", "--format", "concise", "--quiet")


def site(folder: Path, **files: str) -> Path:
    (folder / "mkdocs.yml").write_text("site_name: Tide\n")
    for name, text in files.items():
        path = folder / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def reported(folder: Path, *arguments: str) -> list[str]:
    result = run(folder, "check", *SELECT, *arguments)
    assert "Traceback" not in result.stderr
    return [line.partition(" ")[2] for line in result.stdout.splitlines()]


def places(folder: Path, *arguments: str) -> list[str]:
    result = run(folder, "check", *SELECT, *arguments)
    return [line.partition(": ")[0] for line in result.stdout.splitlines()]


def test_a_removed_or_renamed_target_is_reported_from_the_cache(tmp_path: Path) -> None:
    site(tmp_path, a="[b](b.md#low) ![i](i.png)\n", b="# Low\n", c="# C\n")
    (tmp_path / "docs/i.png").write_bytes(b"")
    assert places(tmp_path) == places(tmp_path) == []
    (tmp_path / "docs/b.md").rename(tmp_path / "docs/d.md")
    assert places(tmp_path) == places(tmp_path) == ["docs/a.md:1:5"]
    (tmp_path / "docs/d.md").rename(tmp_path / "docs/b.md")
    assert places(tmp_path) == []
    (tmp_path / "docs/i.png").unlink()
    assert places(tmp_path) == places(tmp_path) == ["docs/a.md:1:20"]


def test_a_renamed_heading_is_reported_where_it_is_linked(tmp_path: Path) -> None:
    site(tmp_path, a="[b](b.md#low)\n", b="# Low\n")
    assert places(tmp_path) == []
    (tmp_path / "docs/b.md").write_text("# High\n")
    assert places(tmp_path) == ["docs/a.md:1:5"]
    assert places(tmp_path, "docs/b.md") == []
    assert places(tmp_path, "docs/a.md") == ["docs/a.md:1:5"]


def test_only_changed_articles_are_reported_and_all_are_targets(tmp_path: Path) -> None:
    site(tmp_path, a="[x](x.md)\n", b="[y](y.md) [a](a.md)\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")
    (tmp_path / "docs/b.md").write_text("[y](y.md) [a](a.md#none)\n")
    assert places(tmp_path, "--changed") == ["docs/b.md:1:5", "docs/b.md:1:15"]


def test_suppressions_name_the_rule(tmp_path: Path) -> None:
    comment = "<!-- contentlint-disable-next-line {} -->\n"
    site(
        tmp_path,
        a=comment.format("link/broken-link") + "[x](x.md)\n",
        b=comment.format("link/broken-anchor") + "[x](x.md) [y](#y)\n",
    )
    for _ in range(2):
        assert places(tmp_path) == ["docs/b.md:2:5"]
    assert len(places(tmp_path, "--no-suppressions")) == 3


def test_a_baseline_suppresses_known_findings(tmp_path: Path) -> None:
    site(tmp_path, a="[x](x.md)\n")
    run(tmp_path, "baseline", "write")
    assert places(tmp_path, "--baseline", "contentlint-baseline.jsonl") == []
    (tmp_path / "docs/a.md").write_text("[x](x.md)\n\n[z](z.md)\n")
    assert places(tmp_path, "--baseline", "contentlint-baseline.jsonl") == ["docs/a.md:3:5"]


def test_fixes_replace_the_target_alone(tmp_path: Path) -> None:
    site(tmp_path, a="潮 [s](Setup.md#LOW 'x') [b](stup.md)\n", setup="# Low\n")
    assert places(tmp_path, "--fix") == ["docs/a.md:1:29"]
    assert (tmp_path / "docs/a.md").read_text() == "潮 [s](setup.md#low 'x') [b](stup.md)\n"
    assert places(tmp_path, "--fix", "--unsafe-fixes") == []
    assert (tmp_path / "docs/a.md").read_text() == "潮 [s](setup.md#low 'x') [b](setup.md)\n"


def test_a_diff_of_fixes_writes_nothing(tmp_path: Path) -> None:
    site(tmp_path, a="[s](Setup.md)\n", setup="# Low\n")
    result = run(tmp_path, "check", "--select", "link", "--diff")
    assert "+[s](setup.md)" in result.stdout
    assert (tmp_path / "docs/a.md").read_text() == "[s](Setup.md)\n"


def test_links_that_cannot_be_checked_are_counted(tmp_path: Path) -> None:
    site(tmp_path, a="[x]({{ x }})\n")
    result = run(tmp_path, "check", "--select", "link", "--verbose")
    assert "1 link not checked: template syntax (1)" in result.stderr
    assert "not checked" not in run(tmp_path, "check", "--select", "link").stderr


def test_text_on_stdin_is_resolved_at_its_path(tmp_path: Path) -> None:
    site(tmp_path, a="# A\n", b="# Low\n")
    text = "[b](b.md#low) [c](c.md)\n"
    options = (*SELECT, "--stdin-filename", "docs/a.md", "-")
    result = run(tmp_path, "check", *options, stdin=text.encode())
    assert [line.partition(": ")[0] for line in result.stdout.splitlines()] == ["docs/a.md:1:19"]


def test_the_same_with_several_processes(tmp_path: Path) -> None:
    files = {f"p{n}": f"[a](p{n + 1}.md) [b](q{n}.md)\n" for n in range(20)}
    site(tmp_path, **files)
    one = reported(tmp_path, "--no-cache", "--jobs", "1")
    assert len(one) == 21
    assert reported(tmp_path, "--no-cache", "--jobs", "2") == one


def test_a_folder_without_generator_is_read_as_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text("[a](docs/a.md) [b](docs/none.md) [c](/x) [d](page)\n")
    (tmp_path / "docs/a.md").write_text("[r](../README.md)\n")
    found = [(each.link.target, each.outcome.state) for each in resolved(tmp_path, None)]
    assert ("docs/a.md", "found") in found
    assert ("docs/none.md", "missing") in found
    assert ("/x", "unknown") in found
    assert ("../README.md", "found") in found


def test_files_that_are_not_read_are_known_by_name(tmp_path: Path) -> None:
    site(tmp_path, a="# A\n", **{"old/low": "# Low\n", "b/c": "# C\n"})
    found = linked_site(tmp_path, "mkdocs")
    read = [ArticleFacts(path, text) for path, text in found.paths.items() if "old" not in path]
    assert LinkedSite(found.generator, Folders(tmp_path), read).unread == {"low"}
    assert found.unread == frozenset()


def test_an_excluded_article_is_not_missing_whatever_its_url_is(tmp_path: Path) -> None:
    (tmp_path / "docusaurus.config.js").write_text("export default {baseUrl: '/'};\n")
    (tmp_path / "contentlint.toml").write_text('exclude = ["docs/old/**"]\n')
    (tmp_path / "docs/old").mkdir(parents=True)
    (tmp_path / "docs/old/b.md").write_text("---\nslug: /harbour/ebb\n---\n\n# B\n")
    (tmp_path / "docs/a.md").write_text("[b](/docs/harbour/ebb) [c](/docs/flood)\n")
    assert places(tmp_path) == ["docs/a.md:1:28"]


def test_a_file_that_git_ignores_is_not_missing(tmp_path: Path) -> None:
    site(tmp_path, a="[b](api/b.md) [c](api/own.md) [d](out/d.pdf) [e](ebb.md)\n", **{"api/c": ""})
    (tmp_path / "docs/api/.gitignore").write_text("*\n!own.md\n")
    (tmp_path / ".gitignore").write_text("/docs/out/\nown.md\n")
    assert places(tmp_path) == ["docs/a.md:1:19", "docs/a.md:1:50"]
    (tmp_path / ".gitignore").unlink()
    assert places(tmp_path) == ["docs/a.md:1:19", "docs/a.md:1:35", "docs/a.md:1:50"]


def test_a_gitignore_above_the_site_counts_within_its_repository(tmp_path: Path) -> None:
    (harbour := tmp_path / "harbour").mkdir()
    site(harbour, a="[b](api/b.md) [c](api/own.md) [d](out/d.pdf)\n", **{"api/c": ""})
    (harbour / "docs/api/.gitignore").write_text("!own.md\n")
    (tmp_path / ".gitignore").write_text("/harbour/docs/out/\n/docs/api/\nown.md\nb.md\n")
    everything = ["docs/a.md:1:5", "docs/a.md:1:19", "docs/a.md:1:35"]
    assert places(harbour, "--no-cache") == everything
    (tmp_path / ".git").mkdir()
    assert places(harbour) == ["docs/a.md:1:19"]
    (tmp_path / ".gitignore").write_text("own.md\n")
    assert places(harbour) == everything


def test_articles_that_jekyll_does_not_publish_link_to_files_of_the_repository(
    tmp_path: Path,
) -> None:
    texts = {
        "_config.yml": "permalink: pretty\nexclude: [HELP.md]\ncollections: [tides]\n",
        "README.md": "[a](_manual/ebb.md) [b](_manual/none.md)\n",
        "HELP.md": "---\ntitle: Help\n---\n[a](_manual/ebb.md)\n",
        "_manual/ebb.md": "[a](../README.md) [b](../_posts/2024-03-18-low.md)\n",
        "_posts/2024-03-18-low.md": "---\ntitle: Low\n---\n[a](../_manual/ebb.md)\n",
        "about.md": "---\ntitle: About\n---\n[a](_manual/ebb.md)\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert places(tmp_path) == [
        "README.md:1:25",
        "_posts/2024-03-18-low.md:4:5",
        "about.md:4:5",
    ]


def test_an_article_that_docusaurus_excludes_has_no_url(tmp_path: Path) -> None:
    config = """presets: [["classic", {docs: {routeBasePath: "/", exclude: ['README.md']}}]]"""
    (tmp_path / "docusaurus.config.js").write_text(f"module.exports = {{{config}}};\n")
    (tmp_path / "docs/tide").mkdir(parents=True)
    for name in ("README", "index", "tide/README", "tide/index"):
        (tmp_path / f"docs/{name}.md").write_text("# Ebb\n")
    result = run(tmp_path, "check", "--select", "site/duplicate-url", "--format", "concise")
    assert "docs/README.md" not in result.stdout
    assert "docs/tide/README.md" in result.stdout


def test_a_diff_has_all_changes_of_an_article_in_one_patch(tmp_path: Path) -> None:
    site(tmp_path, a="<p>Salt &amp;amp; sand</p>\n\n[b](B.md)\n", b="# B\n")
    result = run(tmp_path, "check", "--diff", "--select", "link,text")
    assert result.stdout.count("+++ b/docs/a.md") == 1
    assert "+<p>Salt &amp; sand</p>" in result.stdout
    assert "+[b](b.md)" in result.stdout
    assert "2 fixes in 1 of 2 files" in result.stderr
    assert "B.md" in (tmp_path / "docs/a.md").read_text()


def test_report_formats_have_the_place_of_the_target(tmp_path: Path) -> None:
    site(tmp_path, a="潮 [b](none.md)\n")
    found = {
        name: run(tmp_path, "check", "--select", "link", "--format", name).stdout
        for name in ("sarif", "github", "junit")
    }
    [result] = json.loads(found["sarif"])["runs"][0]["results"]
    assert result["ruleId"] == "link/broken-link"
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 7
    assert "file=docs/a.md,line=1" in found["github"]
    assert "col=7" in found["github"]
    assert "docs/none.md" in found["junit"]


def test_a_redirected_source_of_docfx_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "docfx.json").write_text('{"build": {"content": []}}')
    listed = {"redirections": [{"source_path": "tides/Ebb.md", "redirect_url": "/tides"}]}
    (tmp_path / ".openpublishing.redirection.json").write_text(json.dumps(listed))
    (tmp_path / "tides").mkdir()
    (tmp_path / "tides/a.md").write_text("[a](ebb.md) [b](flood.md)\n")
    assert places(tmp_path) == ["tides/a.md:1:17"]


def test_the_path_in_the_front_matter_of_a_zola_page_is_its_url(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('base_url = "https://example.org"\n')
    content = tmp_path / "content"
    content.mkdir()
    (content / "ebb.md").write_text('+++\npath = "2031/05/ebb-1.0"\n+++\n[a](../flood-1.0/)\n')
    (content / "flood.md").write_text('+++\npath = "2031/05/flood-1.0"\n+++\n[a](/ebb/)\n')
    states = [(each.path, each.outcome.state) for each in resolved(tmp_path, "zola")]
    assert states == [("content/ebb.md", "found"), ("content/flood.md", "missing")]


@pytest.mark.parametrize("key", ["expiryDate", "unpublishDate"])
def test_an_expired_page_of_hugo_is_not_published(tmp_path: Path, key: str) -> None:
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    (tmp_path / "content").mkdir()
    (tmp_path / "content/ebb.md").write_text("[a](/flood/)\n")
    (tmp_path / "content/flood.md").write_text(f"---\n{key}: 1999-01-01\n---\n")
    assert [each.outcome.fault for each in resolved(tmp_path, "hugo")] == ["unpublished"]


def test_a_page_keeps_every_key_that_a_resolver_reads() -> None:
    folder = Path(contentlint.site.links.__file__).parent
    code = "".join(file.read_text() for file in folder.glob("*.py"))
    assert set(re.findall(r'front\.get\("(\w+)"', code)) <= FRONT


def test_articles_that_a_script_writes_before_hugo_runs_may_exist(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    (tmp_path / "content/docs/guide").mkdir(parents=True)
    (tmp_path / "content/docs/guide/.gitignore").write_text("*\n!.gitignore\n")
    (tmp_path / "content/docs/low.md").write_text(
        "[a](/docs/guide/) [b](/docs/guide/mud/) [c](/docs/mud/)\n"
    )
    states = [each.outcome.state for each in resolved(tmp_path, "hugo")]
    assert states == ["unknown", "unknown", "missing"]


def test_a_static_page_is_at_the_url_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    (tmp_path / "content").mkdir()
    (tmp_path / "static/old").mkdir(parents=True)
    (tmp_path / "static/old/index.html").write_text("<p>Low</p>\n")
    (tmp_path / "content/ebb.md").write_text("[a](/old/) [b](/old/index.html) [c](/older/)\n")
    states = [each.outcome.state for each in resolved(tmp_path, "hugo")]
    assert states == ["found", "found", "missing"]


def _on(day: str, folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """The findings on a day, each as file and rule."""
    monkeypatch.setattr(linked, "today", lambda: date.fromisoformat(day))
    monkeypatch.chdir(folder)
    output = StringIO()
    with redirect_stdout(output):
        main(["check", "--format", "concise", "--quiet", "--cache-dir", "../cache", *arguments])
    words = (line.partition(" ") for line in output.getvalue().splitlines())
    return [f"{place.partition(':')[0]} {rest.partition(':')[0]}" for place, _, rest in words]


def test_a_day_that_comes_changes_findings_without_a_change_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "hugo.toml").write_text("title = 'Tide'\n")
    (folder / "content/a.md").write_text('[b]({{< ref "b.md" >}}) [c]({{< ref "c.md" >}})\n')
    (folder / "content/b.md").write_text("---\ndate: 2030-05-02\n---\n")
    (folder / "content/c.md").write_text("---\nexpirydate: 2030-05-09\nurl: /x/\n---\n")
    (folder / "content/d.md").write_text("---\ndate: 2030-05-05\nurl: /x/\n---\n")
    ahead = ["content/a.md warning[link/unpublished-target]"]
    same = [f"content/{name}.md warning[site/duplicate-url]" for name in "cd"]
    days = {
        "2030-05-01": ahead,
        "2030-05-02": [],
        "2030-05-05": same,
        "2030-05-09": same,
        "2030-05-10": ahead,
    }
    select = ("--select", "link/unpublished-target,site/duplicate-url")
    # The clock may also go back.
    for day in (*days, "2030-05-05", "2030-05-01"):
        for _ in range(2):
            assert _on(day, folder, monkeypatch, *select) == days[day]
        assert _on(day, folder, monkeypatch, *select, "content/d.md") == [
            each for each in days[day] if each.startswith("content/d.md")
        ]
