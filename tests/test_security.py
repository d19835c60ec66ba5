"""What reports show of secrets, and questions of rules to a document."""

import json
import subprocess
from pathlib import Path

import forking
import pytest

from contentlint.article.document import Document
from contentlint.core.source import Source

# Split, so that secret scanners do not report this file.
SECRET = "sk_" + "live_" + "Zk3TqW9rLm2XvB7cYp5NsD8h"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = forking.run(["check", "--isolated", "--no-cache", *arguments], folder)
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_no_report_quotes_a_secret(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.md").write_text(f"Low `{SECRET}` tide\n", "utf-8")
    ran = run(tmp_path, "--format", form, "a.md")
    assert ran.returncode == 1
    assert "security/secret" in ran.stdout
    assert SECRET not in ran.stdout + ran.stderr
    assert SECRET[8:20] not in ran.stdout + ran.stderr


def test_the_rest_of_the_line_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"Low `{SECRET}` tide\n", "utf-8")
    ran = run(tmp_path, "--format", "text", "a.md")
    assert f"Low `{SECRET[:4]}{'•' * (len(SECRET) - 4)}` tide" in ran.stdout


def test_reports_do_not_show_the_password_in_a_url(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<a href='https://mara:Gezeit7@tide.example'>a</a>", "utf-8")
    ran = run(tmp_path, "--format", "json", "a.html")
    [finding] = json.loads(ran.stdout)["findings"]
    assert finding["rule"] == "security/credentials-in-url"
    assert "Gezeit7" not in ran.stdout


def test_results_are_computed_once() -> None:
    made = []

    def length(document: Document) -> int:
        made.append(document)
        return len(document.text)

    document = Document(Source("a.md", "Low tide\n"))
    assert (document.once(length), document.once(length)) == (9, 9)
    assert len(made) == 1
    document.forget()
    assert document.once(length) == 9
    assert len(made) == 2


def test_code_and_prose_are_distinguished() -> None:
    text = "Low `tide` <pre>a <b>c</b></pre> {{ x }}\n\n```\nd\n```\n\n    e\n\nf\n"
    document = Document(Source("a.md", text))
    code = "".join(char for place, char in enumerate(text) if document.is_code(place))
    assert "Low" not in code
    assert "f" not in code
    for part in ("`tide`", "a <b>c</b>", "{{ x }}", "d", "e"):
        assert part in code
