"""`contentlint mcp`: a real server, and the client of the official SDK."""

import asyncio
import json
import os
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from contentlint.mcp.roots import Roots
from contentlint.mcp.server import made
from contentlint.mcp.tools import Tools

BROKEN = "---\ntitle: Low tide\ndate: 2024-03-18\n---\n\n<p>The <b>tide</p>\n\n<p class='a' class='a'>潮 👍</p>\n"

Call = Callable[..., Awaitable[Any]]


def served(
    folder: Path,
    work: Callable[[Call], Awaitable[Any]],
    *folders: str,
    is_trusted: bool = False,
    is_process: bool = False,
) -> Any:
    """Run work with a function that calls tools of a server for a folder.

    Args:
        folder: the folder, or that of `folders`.
        work: what to do.
        folders: the roots, if they are others.
        is_trusted: whether its Python code may run.
        is_process: whether the server is a process of its own, on stdin and stdout.
    """
    server: Any
    if is_process:
        trusted = ["--trusted"] if is_trusted else []
        command = ["-m", "contentlint", "mcp", *trusted, *folders]
        server = StdioServerParameters(
            command=sys.executable, args=command, cwd=str(folder), env=dict(os.environ)
        )
    else:
        roots = Roots(folder / name for name in folders or (".",))
        server = made(Tools(roots, is_trusted=is_trusted))

    async def run() -> Any:
        async with Client(server) as client:

            async def call(tool: str, **given: Any) -> Any:
                result = await client.call_tool(tool, given)
                text = result.content[0].text
                if result.is_error:
                    return text
                return json.loads(text)

            call.client = client  # type: ignore[attr-defined]
            return await work(call)

    return asyncio.run(run())


def called(folder: Path, tool: str, *folders: str, is_trusted: bool = False, **given: Any) -> Any:
    """The answer of one tool; its message if it fails."""
    return served(folder, lambda call: call(tool, **given), *folders, is_trusted=is_trusted)


def test_its_tools_have_names_and_descriptions(tmp_path: Path) -> None:
    async def listed(call: Any) -> Any:
        return (await call.client.list_tools()).tools

    tools = served(tmp_path, listed, is_process=True)
    assert {tool.name for tool in tools} == {
        "check", "explain", "fix", "list_rules", "infer_schema",
    }  # fmt: skip
    assert all(tool.description for tool in tools)
    assert {tool.name for tool in tools if not tool.annotations.read_only_hint} == {"fix"}


def test_a_folder_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "b.md").write_text("# Low tide\n\nThe tide.\n")
    found = called(tmp_path, "check")
    assert found["files"] == 2
    rules = [(each["path"], each["line"], each["rule"]) for each in found["findings"]]
    assert ("a.md", 6, "html/unclosed-element") in rules
    assert found["error"] == found["warning"] == 1


def test_findings_are_limited(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<p>x</b></p>\n\n" * 300)
    found = called(tmp_path, "check", limit=1000)
    assert len(found["findings"]) == 200
    assert found["not_returned"] == found["error"] - 200 > 0


def test_a_text_that_is_not_saved_is_checked_and_fixed(tmp_path: Path) -> None:
    async def work(call: Call) -> Any:
        return (
            await call("check", paths=["new.md"], text=BROKEN),
            await call("fix", path="new.md", text=BROKEN),
        )

    found, fixed = served(tmp_path, work)
    assert len(found["findings"]) == 2
    assert fixed["text"].count("class") == 1
    assert fixed["fixed"] >= 1
    assert list(tmp_path.iterdir()) == []


def test_a_fix_is_written_only_on_request(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(BROKEN, encoding="utf-8")
    before = file.read_bytes()

    async def work(call: Call) -> Any:
        dry = await call("fix", path="a.md")
        assert file.read_bytes() == before
        return dry, await call("fix", path="a.md", write=True)

    dry, written = served(tmp_path, work, is_process=True)
    assert not dry["written"]
    assert written["written"]
    assert dry["diff"] == written["diff"]
    assert "-<p class='a' class='a'>潮 👍</p>" in dry["diff"]
    assert file.read_text(encoding="utf-8").count("class") == 1


@pytest.mark.parametrize("name", ["../out.md", "link/out.md", "link.md", "/etc/hostname"])
def test_nothing_outside_of_the_roots_is_read_or_written(tmp_path: Path, name: str) -> None:
    inner, outer = tmp_path / "site", tmp_path / "out"
    inner.mkdir()
    outer.mkdir()
    for file in (tmp_path / "out.md", outer / "out.md"):
        file.write_text(BROKEN, encoding="utf-8")
    (inner / "link").symlink_to(outer)
    (inner / "link.md").symlink_to(outer / "out.md")

    async def work(call: Call) -> None:
        for tool, given in (
            ("check", {"paths": [name]}),
            ("fix", {"path": name, "write": True}),
            ("infer_schema", {"path": name}),
        ):
            assert "outside of the folders" in await call(tool, **given)

    served(inner, work)
    assert (outer / "out.md").read_text(encoding="utf-8") == BROKEN


def test_links_out_are_not_followed_even_if_the_site_says_so(tmp_path: Path) -> None:
    inner, outer = tmp_path / "site", tmp_path / "out"
    inner.mkdir()
    outer.mkdir()
    (outer / "out.md").write_text(BROKEN, encoding="utf-8")
    (inner / "link").symlink_to(outer)
    (inner / "contentlint.toml").write_text("follow-links = true\n")
    (inner / "a.md").write_text("# Low tide\n")
    found = called(inner, "check")
    assert found["files"] == 1
    assert found["findings"] == []


def test_a_second_root_is_served(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(BROKEN, encoding="utf-8")
    path = str(tmp_path / "two" / "a.md")
    found = called(tmp_path, "check", "one", "two", paths=["a.md", path])
    assert found["files"] == 2


def test_python_schemas_run_only_if_trusted(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "import pathlib\nfrom pydantic import BaseModel\n"
        "pathlib.Path(__file__).with_name('ran').touch()\n"
        "class Post(BaseModel):\n    mood: str\n"
    )
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "a"\ninclude = ["*.md"]\nschema = "post.py:Post"\n'
    )
    (tmp_path / "a.md").write_text("---\ntitle: Low tide\n---\n")
    assert called(tmp_path, "check")["findings"] == []
    assert not (tmp_path / "ran").exists()
    found = called(tmp_path, "check", is_trusted=True)
    assert [each["rule"] for each in found["findings"]] == ["front-matter/missing-field"]


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    async def work(call: Call) -> Any:
        message = await call("explain", rule="html/unclosed-elment")
        assert message.endswith("did you mean `html/unclosed-element`?")
        return (
            await call("list_rules", names=["html"]),
            await call("explain", rule="unclosed-element"),
            await call("explain", rule="lint/internal-error"),
        )

    listed, explained, internal = served(tmp_path, work)
    assert {each["rule"].partition("/")[0] for each in listed["rules"]} == {"html"}
    assert explained["rule"] == "html/unclosed-element"
    assert explained["page"].startswith("An element")
    assert "bug in contentlint" in internal["page"]


def test_a_schema_is_inferred(tmp_path: Path) -> None:
    for number in range(5):
        text = f"---\ntitle: Tide {number}\ndate: 2024-03-1{number}\n---\n"
        (tmp_path / f"{number}.md").write_text(text)
    found = called(tmp_path, "infer_schema", path=".")
    assert found["articles"] == 5
    assert "    title: " in found["schema"]


def test_a_mistake_in_the_settings_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("fail-onn = 1\n")
    assert re.search(r"contentlint\.toml:1: .*did you mean `fail-on`", called(tmp_path, "check"))
