"""The language server: a real process, driven as editors do."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor import ABILITIES, Editor, Refused

from contentlint.core.edits import edited
from contentlint.core.finding import Edit
from contentlint.core.source import Span
from contentlint.lsp.buffers import Text

HEAD = "---\ntitle: Low tide\n---\n\n"
# A text with an error (line 5) and a warning with a safe fix (line 7).
BROKEN = f"{HEAD}<p>潮👍 The <b>tide</p>\n\n<p class='a' class='a'>x</p>\n"
PULL: dict[str, Any] = {
    "workspace": {**ABILITIES["workspace"], "diagnostics": {"refreshSupport": True}},
    "textDocument": {**ABILITIES["textDocument"], "diagnostic": {"dynamicRegistration": False}},
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with two articles and an image."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "tide.png").write_bytes(b"")
    first = "---\ntitle: One\ntags: [sea, tide]\n---\n\n# One 潮\n\n## Low tide\n\nSee [b](b.md#high-tide).\n"
    (tmp_path / "a.md").write_text(first, encoding="utf-8")
    second = "---\ntitle: Two\ntags: [sea]\n---\n\n# High tide\n\n[a](a.md#low-tide), [b](a.md)\n"
    (tmp_path / "b.md").write_text(second, encoding="utf-8")
    return tmp_path


def whole(uri: str, lines: int = 1000) -> dict[str, Any]:
    """The parameters of a request about a whole file."""
    end = {"line": lines, "character": 0}
    return {
        "textDocument": {"uri": uri},
        "range": {"start": {"line": 0, "character": 0}, "end": end},
    }


def actions(editor: Editor, uri: str, *kinds: str) -> list[dict[str, Any]]:
    """The code actions for a whole file."""
    context: dict[str, Any] = {"diagnostics": []}
    if kinds:
        context["only"] = list(kinds)
    found: list[dict[str, Any]] = editor.ask(
        "textDocument/codeAction", {**whole(uri), "context": context}
    )
    return found


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text with edits of the protocol applied."""
    made = Text(text, "utf-16")
    found = []
    for edit in edits:
        ends = []
        for name in ("start", "end"):
            place = edit["range"][name]
            line = made.line_starts[place["line"]]
            units = text[line:].encode("utf-16-le")[: 2 * place["character"]]
            ends.append(line + len(units.decode("utf-16-le")))
        found.append(Edit(Span(*ends), edit["newText"]))
    return edited(text, found)


def edits_of(action: dict[str, Any], uri: str) -> list[dict[str, Any]]:
    """The edits of an action for a file."""
    changes = action["edit"]["documentChanges"]
    found: list[dict[str, Any]] = next(
        change["edits"] for change in changes if change["textDocument"]["uri"] == uri
    )
    return found


def labels(completion: dict[str, Any] | None) -> list[str]:
    """The labels of a completion."""
    return [item["label"] for item in (completion or {"items": []})["items"]]


# --- diagnostics


@pytest.mark.slow
def test_unsaved_text_is_checked(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "new.md", BROKEN)
        found = editor.found(uri)
        assert [(each["code"], each["severity"]) for each in found] == [
            ("html/unclosed-element", 1),
            ("html/duplicate-attribute", 2),
        ]
        # In UTF-16, the emoji has two units.
        assert found[0]["range"]["start"] == {"line": 4, "character": 11}
        assert found[0]["codeDescription"]["href"].startswith("https://html.spec.whatwg.org/")
        assert found[1]["tags"] == [1]
        assert found[0]["source"] == "contentlint"
        editor.write(uri, BROKEN.replace("<b>", ""))
        assert editor.rules(uri) == ["html/duplicate-attribute"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 15), ("utf-16", 11), ("utf-32", 10)])
def test_columns_are_in_the_negotiated_units(tmp_path: Path, encoding: str, column: int) -> None:
    abilities = {"general": {"positionEncodings": [encoding]}}
    with Editor(tmp_path, abilities=abilities) as editor:
        assert editor.abilities["positionEncoding"] == encoding
        uri = editor.open(tmp_path / "a.md", BROKEN)
        assert editor.found(uri)[0]["range"]["start"] == {"line": 4, "character": column}


def test_changes_of_parts_keep_the_text_in_step(tmp_path: Path) -> None:
    lines = ["---", "title: 潮", "---", "", "a\u2028b\x0bc 👍 <i>x</i>", "", "end"]
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "\r\n".join(lines))
        assert not any(rule.startswith("html/") for rule in editor.rules(uri))
        # Behind the separator, which is not a line ending here, and the emoji.
        place = {"line": 4, "character": 9}
        editor.change(uri, {"range": {"start": place, "end": place}, "text": "<b>"})
        [found] = [each for each in editor.found(uri) if each["code"].startswith("html/")]
        assert found["range"]["start"] == place
        editor.change(
            uri,
            {"range": {"start": place, "end": {"line": 4, "character": 12}}, "text": ""},
            {"range": {"start": {"line": 5, "character": 0}, "end": {"line": 5, "character": 0}},
             "text": "👍👍</u>\r\n"},
        )  # fmt: skip
        [found] = [each for each in editor.found(uri) if each["code"].startswith("html/")]
        assert found["code"] == "html/stray-end-tag"
        assert found["range"]["start"] == {"line": 5, "character": 4}


def test_diagnostics_are_pulled_by_editors_that_can(site: Path) -> None:
    with Editor(site, abilities=PULL) as editor:
        assert editor.abilities["diagnosticProvider"]["interFileDependencies"]
        uri = editor.open(site / "a.md", BROKEN)
        report = editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert report["kind"] == "full"
        assert len(report["items"]) == 2
        editor.write(uri, f"{HEAD}[x](no.md)\n")
        editor.until(lambda message: message.get("method") == "workspace/diagnostic/refresh")
        report = editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert [each["code"] for each in report["items"]] == ["link/broken-link"]
        assert editor.published == {}


def test_a_cancelled_request_is_answered(site: Path) -> None:
    with Editor(site, abilities=PULL) as editor:
        uri = editor.open(site / "a.md")
        numbers = []
        for _ in range(20):
            number = editor.send("textDocument/diagnostic", {"textDocument": {"uri": uri}})
            editor.tell("$/cancelRequest", {"id": number})
            numbers.append(number)
        for number in numbers:
            reply = editor.reply(number)
            is_cancelled = reply.get("error", {}).get("code") == -32800
            assert is_cancelled or reply["result"]["items"] == []


def test_files_that_the_settings_exclude_are_not_checked(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text('exclude = ["drafts/"]\n')
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(BROKEN, encoding="utf-8")
    with Editor(tmp_path) as editor:
        assert editor.found(editor.open(tmp_path / "drafts" / "a.md")) == []
        assert editor.found(editor.open(tmp_path / "notes.txt", BROKEN)) == []


def test_findings_in_the_baseline_are_not_shown(tmp_path: Path) -> None:
    import hostile

    (tmp_path / "contentlint.toml").write_text('baseline = "baseline.jsonl"\n')
    (tmp_path / "a.md").write_text(BROKEN, encoding="utf-8")
    assert hostile.contentlint(tmp_path, "baseline", "write").code == 0
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md")
        assert editor.found(uri) == []
        editor.write(uri, f"{BROKEN}\n<p>x</i></p>\n")
        assert editor.rules(uri) == ["html/stray-end-tag"]


def test_findings_about_the_site_follow_other_files(site: Path) -> None:
    with Editor(site) as editor:
        uri = editor.open(site / "b.md")
        assert editor.found(uri) == []
        # Another unsaved file.
        other = editor.open(site / "a.md")
        editor.write(other, editor.texts[other].replace("## Low tide", "## Ebb"))
        while (found := editor.published_again(uri)) == []:
            pass
        assert found == ["link/broken-anchor"]
        # Lines above move the finding; it is not found again at once.
        editor.write(uri, editor.texts[uri].replace("# High tide", "A line.\n\n# High tide"))
        [moved] = editor.found(uri)
        assert moved["range"]["start"]["line"] == 9
        # A file that is not open.
        (site / "c.md").write_text("# C\n")
        editor.write(uri, f"{editor.texts[uri]}\n[c](c.md)\n")
        (site / "c.md").unlink()
        event = {"uri": (site / "c.md").as_uri(), "type": 3}
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [event]})
        while len(found := editor.published_again(uri)) < 2:
            pass
        assert found == ["link/broken-anchor", "link/broken-link"]


def test_settings_are_read_again(tmp_path: Path) -> None:
    settings = tmp_path / "contentlint.toml"
    changed = {"changes": [{"uri": settings.as_uri(), "type": 2}]}
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", BROKEN)
        assert len(editor.found(uri)) == 2
        settings.write_text('[rules]\n"html/unclosed-element" = "off"\n')
        editor.tell("workspace/didChangeWatchedFiles", changed)
        assert editor.published_again(uri) == ["html/duplicate-attribute"]
        settings.write_text("rulse = 1\n")
        editor.tell("workspace/didChangeWatchedFiles", changed)
        assert editor.published_again(uri) == []
        assert editor.messages == [
            "contentlint: contentlint.toml:1: unknown key `rulse`; did you mean `rules`?"
        ]


def test_each_folder_has_its_own_settings(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "two" / "contentlint.toml").write_text('[rules]\n"html" = "off"\n')
    with Editor(tmp_path / "one", tmp_path / "two") as editor:
        first = editor.open(tmp_path / "one" / "a.md", BROKEN)
        second = editor.open(tmp_path / "two" / "a.md", BROKEN)
        assert (len(editor.found(first)), len(editor.found(second))) == (2, 0)


def test_python_schemas_run_only_in_trusted_folders(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "import pathlib\nfrom pydantic import BaseModel\n"
        "pathlib.Path(__file__).with_name('ran').touch()\n"
        "class Post(BaseModel):\n    mood: str\n"
    )
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "a"\ninclude = ["*.md"]\nschema = "post.py:Post"\n'
    )
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", HEAD)
        assert editor.found(uri) == []
        assert not (tmp_path / "ran").exists()
        assert len(editor.messages) == 1
        assert "trusted" in editor.messages[0]
        editor.tell(
            "workspace/didChangeConfiguration", {"settings": {"contentlint": {"trusted": True}}}
        )
        assert editor.published_again(uri) == ["front-matter/missing-field"]
    with Editor(tmp_path, options={"trusted": True}) as editor:
        assert editor.rules(editor.open(tmp_path / "a.md", HEAD)) == ["front-matter/missing-field"]


# --- changes


def test_a_fix_is_offered_and_applied(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", BROKEN)
        found = {action["title"]: action for action in actions(editor, uri)}
        fix = next(action for title, action in found.items() if title.startswith("Remove"))
        assert fix["isPreferred"]
        assert fix["diagnostics"][0]["code"] == "html/duplicate-attribute"
        after = applied(BROKEN, edits_of(fix, uri))
        assert after == BROKEN.replace(" class='a' class='a'", " class='a'")


def test_all_safe_fixes_are_applied_on_save(tmp_path: Path) -> None:
    text = f"{BROKEN}\n<p id='b' id='b'>潮👍</p>\r\n"
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        [action] = actions(editor, uri, "source.fixAll")
        assert action["kind"] == "source.fixAll.contentlint"
        after = applied(text, edits_of(action, uri))
        assert after == text.replace(" class='a' class='a'", " class='a'").replace(
            " id='b' id='b'", " id='b'"
        )


def test_a_finding_is_suppressed_with_a_reason(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", BROKEN)
        title = "Suppress html/unclosed-element on this line"
        [action] = [each for each in actions(editor, uri) if each["title"] == title]
        after = applied(BROKEN, edits_of(action, uri))
        comment = "<!-- contentlint-disable-next-line html/unclosed-element -- reason -->\n"
        assert after == BROKEN.replace("<p>潮", f"{comment}<p>潮")
        editor.write(uri, after)
        assert editor.rules(uri) == ["html/duplicate-attribute"]


def test_editors_may_ask_for_the_reason(tmp_path: Path) -> None:
    with Editor(tmp_path, options={"asksReason": True}) as editor:
        uri = editor.open(tmp_path / "a.md", BROKEN)
        title = "Suppress html/unclosed-element on this line"
        [action] = [each for each in actions(editor, uri) if each["title"] == title]
        assert action["command"]["command"] == "contentlint.askReason"
        place = action["command"]["arguments"]
        command = "contentlint.suppress"
        fault = editor.ask(
            "workspace/executeCommand", {"command": command, "arguments": [*place, "a --> b"]}
        )
        assert "end the comment" in fault
        number = editor.send(
            "workspace/executeCommand", {"command": command, "arguments": [*place, "a quote"]}
        )
        request = editor.until(lambda message: message.get("method") == "workspace/applyEdit")
        [edit] = request["params"]["edit"]["documentChanges"][0]["edits"]
        assert "-- a quote -->" in edit["newText"]
        assert number


@pytest.mark.parametrize("kind", ["json", "py"])
def test_an_unknown_key_is_added_to_the_schema(tmp_path: Path, kind: str) -> None:
    if kind == "json":
        schema = tmp_path / "post.schema.json"
        schema.write_text(
            '{\n  "type": "object",\n  "properties": {\n    "title": {"type": "string"}\n  },\n'
            '  "additionalProperties": false\n}\n'
        )
    else:
        schema = tmp_path / "post.py"
        schema.write_text(
            "from pydantic import BaseModel, ConfigDict\n\n\nclass Post(BaseModel):\n"
            '    model_config = ConfigDict(extra="forbid")\n\n    title: str\n'
        )
    reference = schema.name if kind == "json" else "post.py:Post"
    (tmp_path / "contentlint.toml").write_text(
        f'[[collections]]\nname = "a"\ninclude = ["*.md"]\nschema = "{reference}"\n'
    )
    text = "---\ntitle: Low tide\nmood: calm\n---\n"
    with Editor(tmp_path, options={"trusted": True}) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        assert editor.rules(uri) == ["front-matter/unknown-field"]
        [action] = [each for each in actions(editor, uri) if "to the schema" in each["title"]]
        after = applied(schema.read_text(), edits_of(action, schema.as_uri()))
        schema.write_text(after)
        changed = {"changes": [{"uri": schema.as_uri(), "type": 2}]}
        editor.tell("workspace/didChangeWatchedFiles", changed)
        assert editor.published_again(uri) == []


# --- help


@pytest.fixture
def editor(site: Path) -> Iterator[Editor]:
    """An editor with the site, whose articles have been read."""
    with Editor(site) as opened:
        # The first finding about the site shows that they have been read.
        uri = opened.open(site / "c.md", "[x](no.md)\n")
        while opened.published_again(uri) != ["link/broken-link"]:
            pass
        yield opened


def at(editor: Editor, method: str, text: str, name: str = "new.md", **more: Any) -> Any:
    """Ask about the cursor, which `|` marks in a text."""
    before, _, after = text.partition("|")
    line = before.count("\n")
    column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
    folder = Path(next(iter(editor.texts)).removeprefix("file://")).parent
    uri = (folder / name).as_uri()
    if uri in editor.texts:
        editor.write(uri, before + after)
    else:
        uri = editor.open(folder / name, before + after)
    return editor.at(method, uri, line, column, **more)


def test_front_matter_is_completed(editor: Editor) -> None:
    keys = labels(at(editor, "completion", "---\ntitle: x\nda|\n---\n"))
    assert "date" in keys
    assert "title" not in keys
    assert labels(at(editor, "completion", "---\ntitle: x\ntags: [sea, |]\n---\n")) == ["tide"]
    assert labels(at(editor, "completion", "---\ntags:\n  - |\n---\n")) == ["sea", "tide"]
    assert labels(at(editor, "completion", "---\ndraft: |\n---\n")) == ["true", "false"]
    assert labels(at(editor, "completion", "---\ncover: images/|\n---\n")) == ["tide.png"]


def test_links_are_completed(editor: Editor) -> None:
    [first, *_] = at(editor, "completion", f"{HEAD}潮👍 [x](|)\n")["items"]
    assert (first["label"], first["textEdit"]["newText"]) == ("a.md", "a.md")
    assert labels(at(editor, "completion", f"{HEAD}[x](a.md#|)\n")) == ["one-潮", "low-tide"]
    assert labels(at(editor, "completion", f"{HEAD}![x](images/|)\n")) == ["tide.png"]
    assert labels(at(editor, "completion", f"{HEAD}[x]: |\n"))[:2] == ["a.md", "b.md"]
    assert labels(at(editor, "completion", f"{HEAD}text |\n")) == []


def test_hover_explains(editor: Editor) -> None:
    key = at(editor, "hover", "---\nda|te: 2024-03-18\n---\n")["contents"]["value"]
    assert "date" in key
    finding = at(editor, "hover", BROKEN.replace("<b>", "<|b>"))["contents"]["value"]
    assert "html/unclosed-element" in finding
    assert "has no end tag" in finding
    link = at(editor, "hover", f"{HEAD}[x](a.|md#low-tide)\n")["contents"]["value"]
    assert "→ `a.md`" in link
    assert "One" in link
    assert at(editor, "hover", f"{HEAD}te|xt\n") is None


def test_definition_and_links_lead_to_files(editor: Editor, site: Path) -> None:
    found = at(editor, "definition", f"{HEAD}潮👍 [x](a.md#low|-tide) [y](no.md)\n")
    assert found["uri"] == (site / "a.md").as_uri()
    assert found["range"]["start"]["line"] == 7
    links = editor.ask(
        "textDocument/documentLink", {"textDocument": {"uri": (site / "new.md").as_uri()}}
    )
    assert [link["target"] for link in links] == [(site / "a.md").as_uri()]


def test_a_heading_is_renamed_with_the_links_to_it(editor: Editor, site: Path) -> None:
    text = (site / "a.md").read_text(encoding="utf-8").replace("## Low", "## L|ow")
    text += "\n[here](#low-tide) [other](#one-潮)\n"
    place = at(editor, "prepareRename", text, "a.md")
    assert place["placeholder"] == "Low tide"
    found = at(editor, "rename", text, "a.md", newName="Ebb 👍 & flow")
    changes = {each["textDocument"]["uri"]: each["edits"] for each in found["documentChanges"]}
    own, other = (site / "a.md").as_uri(), (site / "b.md").as_uri()
    assert changes.keys() == {own, other}
    after = applied(editor.texts[own], changes[own])
    assert "## Ebb 👍 & flow\n" in after
    assert "[here](#ebb---flow) [other](#one-潮)" in after
    linked = applied((site / "b.md").read_text(encoding="utf-8"), changes[other])
    assert "[a](a.md#ebb---flow), [b](a.md)" in linked


def test_what_is_not_a_heading_cannot_be_renamed(editor: Editor) -> None:
    assert at(editor, "prepareRename", f"{HEAD}te|xt\n") is None
    with pytest.raises(Refused, match="no heading here"):
        at(editor, "rename", f"{HEAD}te|xt\n", newName="x")
    with pytest.raises(Refused, match="one line"):
        at(editor, "rename", f"{HEAD}# te|xt\n", newName="x\ny")


# --- hostile input

HOSTILE = (
    "",
    "\ufeff",
    "---",
    "---\n" * 50,
    "+++\n[[[[\n",
    "\r\r\r\n\n\r",
    "\x00\x01\x1b[31m\u202e\u2028\x85\x0b\x0c",
    "\ud800 lone \udfff",
    "👍" * 5000,
    "<" * 20_000,
    "> " * 3000 + "x",
    "[" * 5000 + "](" * 5000,
    "---\na: &a [*a, *a]\nb: !!python/object/apply:os.system [x]\n---\n",
    "---\n" + "a:\n" + "".join(f"{' ' * i}b{i}:\n" for i in range(200)) + "---\n",
    "---\ntitle: {{ x\n---\n{% raw %}<b {{ >",
    "```\n" * 1001,
    "|" * 3000 + "\n" + "|-" * 3000,
)


@pytest.mark.slow
def test_no_input_ends_the_server(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        for number, text in enumerate(HOSTILE):
            for suffix in ("md", "html", "mdx"):
                uri = editor.open(tmp_path / f"{number}.{suffix}", text)
                assert "lint/internal-error" not in editor.rules(uri), (number, suffix)
                for line, character in ((0, 0), (0, 3), (1, 1), (10**6, 10**6)):
                    for method in ("completion", "hover", "definition", "prepareRename"):
                        editor.at(method, uri, line, character)
                actions(editor, uri)
                editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        for uri in ("untitled:Untitled-1", "file:///no/such/%00.md", "git:/a.md", "x", ""):
            item = {"uri": uri, "languageId": "markdown", "version": 1, "text": BROKEN}
            editor.tell("textDocument/didOpen", {"textDocument": item})
            editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        editor.tell(
            "textDocument/didChange",
            {"textDocument": {"uri": "y", "version": 2}, "contentChanges": []},
        )
        uri = editor.open(tmp_path / "last.md", BROKEN)
        assert len(editor.found(uri)) == 2
    assert "Traceback" not in editor.errors


@pytest.mark.slow
def test_nothing_but_messages_is_written_to_stdout(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "print('hello')\nfrom pydantic import BaseModel\nclass Post(BaseModel):\n    title: str\n"
    )
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "a"\ninclude = ["*.md"]\nschema = "post.py:Post"\n'
    )
    with Editor(tmp_path, options={"trusted": True}, is_started=True) as editor:
        assert len(editor.found(editor.open(tmp_path / "a.md", BROKEN))) == 2


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path) -> None:
    import subprocess

    for name, extra in (("pygls", "lsp"), ("mcp", "mcp")):
        code = f"import sys; sys.modules['{name}'] = None; from contentlint.cli import main; main(['{extra}'])"
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert f"pip install 'contentlint[{extra}]'" in run.stderr, run.stderr
        assert json.dumps("Traceback") not in run.stderr
