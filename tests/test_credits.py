"""`contentlint credits` and the list of credits, as real processes on real files."""

import json
from pathlib import Path

import pytest
from test_cli import run

from contentlint.site.credits_file import CreditsList, Entry

HARBOUR = """---
title: Harbour
cover: /img/harbour.jpg
cover_credit: Mara Ellwood
---

![Ferry](img/ferry.jpg)
*Photo: [Idris Fenwick](https://example.org/ferry), CC BY 4.0*

![Quay](https://example.org/quay.png)
"""
TIDE = """---
title: Tide
---
<p>Tide.</p>
<figure><img src="/img/harbour.jpg" alt="Harbour"><figcaption>Low tide</figcaption></figure>
<p><img src="javascript:alert(1)" alt="<script>alert(1)</script>"></p>
<p><img src="/img/a&quot;b|c.png" alt=""></p>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/harbour.md").write_text(HARBOUR)
    (tmp_path / "posts/tide.html").write_text(TIDE)
    return tmp_path


def images(folder: Path, *arguments: str) -> dict[str, dict[str, object]]:
    result = run(folder, "credits", "--format", "json", *arguments)
    assert result.returncode == 0, result.stderr
    data = json.loads(result.stdout)
    assert data["version"] == 1
    return {image["address"]: image for image in data["pictures"]}


def test_every_image_once_with_all_its_uses(site: Path) -> None:
    found = images(site)
    assert set(found) == {
        "/img/harbour.jpg",
        "posts/img/ferry.jpg",
        "https://example.org/quay.png",
        "javascript:alert(1)",
        '/img/a"b|c.png',
    }
    harbour = found["/img/harbour.jpg"]
    assert harbour["author"] == "Mara Ellwood"
    assert harbour["lacks"] == ["license", "source"]
    assert harbour["used"] == [
        {"path": "posts/harbour.md", "line": 3},
        {"path": "posts/tide.html", "line": 5},
    ]
    ferry = found["posts/img/ferry.jpg"]
    assert (ferry["author"], ferry["license"], ferry["source"], ferry["lacks"]) == (
        "Idris Fenwick",
        "CC BY 4.0",
        "https://example.org/ferry",
        [],
    )
    assert found["https://example.org/quay.png"]["lacks"] == ["author", "license", "source"]


def test_markdown_is_the_default(site: Path) -> None:
    result = run(site, "credits", "posts")
    assert result.returncode == 0
    assert "| `posts/img/ferry.jpg` | Idris Fenwick | CC BY 4.0 |" in result.stdout
    assert "## Lacking (4 of 5)" in result.stdout
    assert (
        "[https://example.org/quay.png](<https://example.org/quay.png>): any credit"
        in result.stdout
    )
    assert "](<javascript" not in result.stdout
    assert '`/img/a"b\\|c.png`' in result.stdout
    assert result.stderr == "contentlint: 3 of 5 pictures name nobody\n"


def test_html_runs_nothing_of_an_article(site: Path) -> None:
    result = run(site, "credits", "--format", "html", "--output", "credits.html", "--quiet")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    page = (site / "credits.html").read_text()
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "<td>Idris Fenwick" in page
    assert '<a href="https://example.org/ferry"' in page


def test_fail_on_missing(site: Path) -> None:
    assert run(site, "credits", "--fail-on-missing").returncode == 1
    (site / "posts/tide.html").unlink()
    text = HARBOUR.replace("![Quay](https://example.org/quay.png)\n", "")
    (site / "posts/harbour.md").write_text(text)
    assert run(site, "credits", "--fail-on-missing").returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "credits.toml",
            '"quay.png" = { author = "Nia Holm", license = "CC0" }\n"img/*" = "House"\n',
        ),
        ("credits.yaml", 'quay.png: {by: Nia Holm, license: CC0}\n"img/*": House\n'),
        (
            "credits.json",
            '{"quay.png": {"author": "Nia Holm", "licence": "CC0"}, "img/*": "House"}',
        ),
    ],
)
def test_the_list_of_the_site(site: Path, name: str, text: str) -> None:
    (site / name).write_text(text)
    (site / "contentlint.toml").write_text(f'credits = "{name}"\n')
    found = images(site)
    quay = found["https://example.org/quay.png"]
    assert (quay["author"], quay["license"]) == ("Nia Holm", "CC0")
    assert found['/img/a"b|c.png']["author"] == "House"
    assert found["posts/img/ferry.jpg"]["author"] == "Idris Fenwick"


def test_the_list_counts_for_rules_and_the_cache_knows_when_it_changes(site: Path) -> None:
    arguments = ("check", "--select", "image/missing-credit", "--format", "concise", "posts")
    (site / "credits.toml").write_text("")
    (site / "contentlint.toml").write_text('credits = "credits.toml"\n')
    for _ in range(2):
        assert "quay.png" in run(site, *arguments).stdout
    (site / "credits.toml").write_text('"quay.png" = "Nia Holm"\n')
    assert "quay.png" not in run(site, *arguments).stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = ", "credits.toml: credits cannot be parsed: "),
        ("a = 3", "credits.toml: `a` must be words or a table with `author`"),
        ("[a]\nwho = 'b'", "credits.toml: `a` names no `author`, `license` or `source`"),
    ],
)
def test_mistakes_in_the_list(site: Path, text: str, said: str) -> None:
    (site / "credits.toml").write_text(text)
    (site / "contentlint.toml").write_text('credits = "credits.toml"\n')
    for command in ("credits", "check"):
        result = run(site, command, "posts")
        assert result.returncode == 2
        assert result.stderr.startswith(f"contentlint: error: {said}")
        assert result.stderr.count("\n") == 1


def test_a_list_that_is_not_there(site: Path) -> None:
    (site / "contentlint.toml").write_text('credits = "none.toml"\n')
    result = run(site, "credits")
    assert result.returncode == 2
    assert "none.toml: credits cannot be read: no such file" in result.stderr


def test_the_most_exact_name_of_the_list_wins() -> None:
    mara, idris, house = (Entry(name, "", "") for name in ("Mara", "Idris", "House"))
    listed = CreditsList({"*.png": house, "2021/a.png": mara, "a.png": idris})
    assert listed.find("https://example.org/2021/a.png?w=3") == mara
    assert listed.find("/img/a.png") == idris
    assert listed.find("/img/b%20c.png#x") == house
    assert listed.find("b.jpg") is None


def test_keys_of_ones_own_count_for_rules_the_page_and_the_cache(site: Path) -> None:
    (site / "posts/tide.html").write_text(
        "---\ntitle: a\ncover: /a.jpg\nbildrecht: Nia Holm\n---\n"
    )
    arguments = (
        "check",
        "--select",
        "image/missing-credit",
        "--format",
        "concise",
        "posts/tide.html",
    )
    for _ in range(2):
        assert "names nobody" in run(site, *arguments).stdout
    (site / "contentlint.toml").write_text('credit-keys = ["bildrecht"]\n')
    assert "names nobody" not in run(site, *arguments).stdout
    assert images(site, "posts/tide.html")["/a.jpg"]["author"] == "Nia Holm"
    shown = run(site, "config", "show", "posts/tide.html").stdout
    assert "bildrecht" in shown


def test_what_a_generator_and_scripts_make_images_of(site: Path) -> None:
    (site / "posts/tide.html").unlink()
    (site / "posts/harbour.md").write_text(
        '{{< figure src="/a.jpg" attr="Nia Holm" attrlink="https://example.org/a" alt="a" >}}\n\n'
        '`{{< figure src="/in-code.jpg" >}}`\n\n'
        "{% asset_img b.png Ferry %}\n\n"
        '<video poster="/c.jpg" src="c.mp4"></video>\n\n'
        '<img src="data:image/gif;base64,R0" data-src="/d.jpg" alt="d">\n\n'
        "<div><img src=/e.jpg alt=e><p class=photo-credit>Mara Ellwood</p></div>\n\n"
        "[![f](/f.jpg)](https://www.flickr.com/photos/mara/12/)\n"
    )
    found = images(site)
    assert list(found) == ["/a.jpg", "/c.jpg", "/d.jpg", "/e.jpg", "/f.jpg", "posts/b.png"]
    assert (found["/a.jpg"]["author"], found["/a.jpg"]["source"]) == (
        "Nia Holm",
        "https://example.org/a",
    )
    assert found["/e.jpg"]["author"] == "Mara Ellwood"
    assert found["/f.jpg"]["source"] == "https://www.flickr.com/photos/mara/12"
    assert [found[name]["lacks"] for name in ("/c.jpg", "/d.jpg")] == [
        ["author", "license", "source"]
    ] * 2
