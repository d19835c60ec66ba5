"""`contentlint credits` and the credits file, with real processes and files."""

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
    assert data["version"] == 2
    return {image["url"]: image for image in data["images"]}


def test_every_image_is_listed_once_with_all_its_uses(site: Path) -> None:
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
    assert harbour["missing"] == ["license", "source"]
    assert harbour["used_in"] == [
        {"path": "posts/harbour.md", "line": 3},
        {"path": "posts/tide.html", "line": 5},
    ]
    ferry = found["posts/img/ferry.jpg"]
    assert (ferry["author"], ferry["license"], ferry["source"], ferry["missing"]) == (
        "Idris Fenwick",
        "CC BY 4.0",
        "https://example.org/ferry",
        [],
    )
    assert found["https://example.org/quay.png"]["missing"] == ["author", "license", "source"]


def test_markdown_is_the_default(site: Path) -> None:
    result = run(site, "credits", "posts")
    assert result.returncode == 0
    assert "| `posts/img/ferry.jpg` | Idris Fenwick | CC BY 4.0 |" in result.stdout
    assert "## Incomplete credits (4 of 5)" in result.stdout
    assert (
        "[https://example.org/quay.png](<https://example.org/quay.png>): no credit" in result.stdout
    )
    assert "](<javascript" not in result.stdout
    assert '`/img/a"b\\|c.png`' in result.stdout
    assert result.stderr == "contentlint: 3 of 5 images have no credit\n"


def test_the_html_page_runs_no_code_from_articles(site: Path) -> None:
    result = run(site, "credits", "--format", "html", "--output", "credits.html", "--quiet")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    page = (site / "credits.html").read_text()
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "<td>Idris Fenwick" in page
    assert '<a href="https://example.org/ferry"' in page


def test_fail_on_missing_exits_with_1_if_an_image_has_no_credit(site: Path) -> None:
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
def test_the_credits_file_completes_the_page(site: Path, name: str, text: str) -> None:
    (site / name).write_text(text)
    (site / "contentlint.toml").write_text(f'credits = "{name}"\n')
    found = images(site)
    quay = found["https://example.org/quay.png"]
    assert (quay["author"], quay["license"]) == ("Nia Holm", "CC0")
    assert found['/img/a"b|c.png']["author"] == "House"
    assert found["posts/img/ferry.jpg"]["author"] == "Idris Fenwick"


def test_rules_use_the_credits_file_and_a_change_invalidates_the_cache(site: Path) -> None:
    arguments = ("check", "--select", "image/missing-credit", "--format", "concise", "posts")
    (site / "credits.toml").write_text("")
    (site / "contentlint.toml").write_text('credits = "credits.toml"\n')
    for _ in range(2):
        assert "quay.png" in run(site, *arguments).stdout
    (site / "credits.toml").write_text('"quay.png" = "Nia Holm"\n')
    assert "quay.png" not in run(site, *arguments).stdout


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a = ", "credits.toml:1: invalid credits file: `a` has no value"),
        ("a = 3", "credits.toml: `a` must be a string or a table with `author`"),
        ("[a]\nwho = 'b'", "credits.toml: `a` has no `author`, `license` or `source`"),
    ],
)
def test_an_invalid_credits_file_is_one_clear_error(site: Path, text: str, error: str) -> None:
    (site / "credits.toml").write_text(text)
    (site / "contentlint.toml").write_text('credits = "credits.toml"\n')
    for command in ("credits", "check"):
        result = run(site, command, "posts")
        assert result.returncode == 2
        assert result.stderr.startswith(f"contentlint: error: {error}")
        assert result.stderr.count("\n") == 1


def test_a_missing_credits_file_is_an_error(site: Path) -> None:
    (site / "contentlint.toml").write_text('credits = "none.toml"\n')
    result = run(site, "credits")
    assert result.returncode == 2
    assert "none.toml: credits file cannot be read: no such file" in result.stderr


def test_the_most_specific_entry_of_the_credits_file_wins() -> None:
    mara, idris, house = (Entry(name, "", "") for name in ("Mara", "Idris", "House"))
    listed = CreditsList({"*.png": house, "2021/a.png": mara, "a.png": idris})
    assert listed.find("https://example.org/2021/a.png?w=3") == mara
    assert listed.find("/img/a.png") == idris
    assert listed.find("/img/b%20c.png#x") == house
    assert listed.find("b.jpg") is None


def test_credit_keys_apply_to_rules_the_page_and_the_cache(site: Path) -> None:
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
        assert "has no credit" in run(site, *arguments).stdout
    (site / "contentlint.toml").write_text('credit-keys = ["bildrecht"]\n')
    assert "has no credit" not in run(site, *arguments).stdout
    assert images(site, "posts/tide.html")["/a.jpg"]["author"] == "Nia Holm"
    shown = run(site, "config", "show", "posts/tide.html").stdout
    assert "bildrecht" in shown


def test_image_tags_posters_and_lazy_images_are_listed(site: Path) -> None:
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
    assert [found[name]["missing"] for name in ("/c.jpg", "/d.jpg")] == [
        ["author", "license", "source"]
    ] * 2
