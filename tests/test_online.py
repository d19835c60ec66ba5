"""`check --online` on real files: local servers, and nothing else, are requested."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import forking
import pytest
from servers import Asked, Server, response

pytestmark = pytest.mark.slow

ALLOWED = ("--config", "online.allow-private = true")


def route(asked: Asked) -> bytes:
    if asked.path.startswith("/gone"):
        return response(404)
    if asked.path == "/moved":
        return response(301, head="Location: /new?a=1&b=2\r\n")
    if asked.path == "/closed":
        return response(403)
    return response(200, b"<p id=low>a", "Content-Type: text/html\r\n")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(route) as server:
        yield server


@pytest.fixture
def site(tmp_path: Path, server: Server) -> Path:
    base = f"http://127.0.0.1:{server.port}"
    (tmp_path / "a.md").write_text(
        f'---\ntitle: Low\ncover: "{base}/gone.png"\n---\n\n'
        f"[a]({base}/gone) [b]({base}/moved#low) [c]({base}/closed) [d]({base}/ok#ebb)\n"
    )
    (tmp_path / "b.html").write_text(
        f"<p><a href='{base}/gone'>a</a> <img src='{base}/ok' alt=b></p>"
    )
    return tmp_path


def run(
    folder: Path, *arguments: str, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "NO_COLOR": "1", **environment}
    done = forking.run(["check", *arguments], folder, stdin=stdin, env=env)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def online(folder: Path, *arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    return run(folder, "--online", "--select", "link", *ALLOWED, *arguments, **options)  # type: ignore[arg-type]


def found(text: str) -> list[tuple[str, int, int, str]]:
    data = json.loads(text)
    return [(f["path"], f["line"], f["column"], f["rule"]) for f in data["findings"]]


EVERY = [
    ("a.md", 3, 9, "link/dead-url"),
    ("a.md", 6, 5, "link/dead-url"),
    ("a.md", 6, 36, "link/redirect"),
    ("b.html", 1, 13, "link/dead-url"),
]


def test_each_url_is_requested_once_and_reported_at_every_place(site: Path, server: Server) -> None:
    result = online(site, "--format", "json")
    assert result.returncode == 1
    places = found(result.stdout)
    assert [(path, line, rule) for path, line, _, rule in places] == [
        (p, n, r) for p, n, _, r in EVERY
    ]
    assert sorted(server.paths("HEAD")) == [
        "/closed",
        "/gone",
        "/gone.png",
        "/moved",
        "/new?a=1&b=2",
        "/ok",
    ]
    counts = json.loads(result.stdout)["summary"]["online"]
    port = server.port
    assert counts == {
        "ok": 2, "dead": 2, "certificate": 0, "unknown": 1, "moved": 1, "excluded": 0, "left": 0,
        "reasons": [{"reason": "status 403", "urls": 1, "example": f"http://127.0.0.1:{port}/closed"}],
    }  # fmt: skip
    assert result.stderr == (
        f"contentlint: unknown: 1 URL: status 403, such as `http://127.0.0.1:{port}/closed`\n"
    )


def test_without_the_option_nothing_is_requested(site: Path, server: Server) -> None:
    assert "link/" not in run(site, "--select", "all").stdout
    result = run(site, "--select", "link/dead-url")
    assert result.returncode == 2
    assert result.stderr == "contentlint: error: --select: `link/dead-url` needs --online\n"
    assert server.connections == 0


def test_every_format(site: Path) -> None:
    for name in (
        "text",
        "concise",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "markdown",
        "html",
    ):
        result = online(site, "--format", name)
        assert result.returncode == 1
        assert "link/dead-url" in result.stdout
    assert "\nexternal URLs: 2 ok (1 moved), 2 dead, 1 unknown\n" in online(site).stdout


def test_answers_are_remembered_and_the_cache_can_be_left_out(site: Path, server: Server) -> None:
    first = online(site, "--format", "json")
    asked = len(server.asked)
    second = online(site, "--format", "json", "--jobs", "2")
    assert found(second.stdout) == found(first.stdout)
    assert json.loads(second.stdout)["summary"] == json.loads(first.stdout)["summary"]
    assert len(server.asked) == asked
    third = online(site, "--format", "json", "--no-cache", "--jobs", "2")
    assert found(third.stdout) == found(first.stdout)
    assert len(server.asked) == 2 * asked
    # Findings of a run with answers are not those of a run without.
    assert "link/" not in run(site, "--select", "all").stdout


def test_a_new_article_asks_for_new_urls_alone(site: Path, server: Server) -> None:
    online(site)
    asked = len(server.asked)
    base = f"http://127.0.0.1:{server.port}"
    (site / "c.md").write_text(f"[a]({base}/gone) [b]({base}/gone/2)\n")
    assert online(site, "c.md", "--format", "concise").stdout.count("link/dead-url") == 2
    assert {a.path for a in server.asked[asked:]} == {"/gone/2"}


def test_settings(site: Path, server: Server) -> None:
    (site / "contentlint.toml").write_text(
        f'[online]\nexclude = ["http://127.0.0.1:{server.port}/gone*"]\naccept = [403]\nuser-agent = "quay/1"\n'
        '[rules]\n"link/redirect" = "off"\n"link/missing-remote-anchor" = "error"\n'
    )
    result = online(site, "--format", "json")
    assert [(path, rule) for path, _, _, rule in found(result.stdout)] == [
        ("a.md", "link/missing-remote-anchor")
    ]
    counts = json.loads(result.stdout)["summary"]["online"]
    assert (counts["ok"], counts["excluded"], counts["unknown"]) == (3, 2, 0)
    assert {asked.headers["user-agent"] for asked in server.asked} == {"quay/1"}
    assert not [path for path in server.paths() if path.startswith("/gone")]
    # The same answers, without what the configuration accepts.
    (site / "contentlint.toml").write_text("")
    assert json.loads(online(site, "--format", "json").stdout)["summary"]["online"]["unknown"] == 1


def test_private_hosts_need_the_command_line(site: Path, server: Server) -> None:
    (site / "contentlint.toml").write_text("\n[online]\nallow-private = true\n")
    (site / "pyproject.toml").write_text("[tool.contentlint.online]\nallow-private = true\n")
    for arguments in ((), ("--config", "pyproject.toml")):
        result = run(site, "--online", "--select", "link", *arguments)
        assert result.returncode == 0
        assert "ignored `online.allow-private` of " in result.stderr
        assert "private address" in result.stderr
    assert server.connections == 0


def test_the_settings_of_a_trusted_commit_may_allow_private_hosts(
    site: Path, server: Server
) -> None:
    (site / "contentlint.toml").write_text("[online]\nallow-private = true\n")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "a"]):
        identity = ["-c", "user.name=Mara", "-c", "user.email=mara@example.org"]
        subprocess.run(["git", *identity, *words], cwd=site, check=True)
    (site / "contentlint.toml").write_text("[online]\nexclude = ['*']\n")
    result = run(site, "--online", "--select", "link", "--trusted-ref", "HEAD")
    assert result.returncode == 1
    assert result.stdout.count("link/dead-url]") == 3
    (site / "contentlint.toml").write_text("")
    subprocess.run(["git", *identity, "commit", "-q", "-a", "-m", "b"], cwd=site, check=True)
    (site / "contentlint.toml").write_text("[online]\nallow-private = true\n")
    server.asked.clear()
    assert run(site, "--online", "--select", "link", "--trusted-ref", "HEAD").returncode == 0
    assert server.asked == []


def test_suppressions_and_baselines(site: Path) -> None:
    text = (site / "a.md").read_text()
    mark = "<!-- contentlint-disable-file link/dead-url -- kept as a record -->\n"
    (site / "a.md").write_text(f"{text}\n{mark}")
    for arguments in ((), ("--no-cache",)):
        result = online(site, "--format", "json", *arguments)
        assert [rule for *_, rule in found(result.stdout)] == ["link/redirect", "link/dead-url"]
    (site / "contentlint.toml").write_text('baseline = "contentlint-baseline.jsonl"\n')
    for arguments in (["write", "--online", *ALLOWED], ["write"], ["prune"]):
        assert forking.run(["baseline", *arguments], site).returncode == 0
        assert found(online(site, "--format", "json").stdout) == []
    # It is not unused where nothing was requested.
    assert "unused-suppression" not in run(site, "--select", "lint").stdout


def test_fixes_are_unsafe_and_exact(site: Path, server: Server) -> None:
    base = f"http://127.0.0.1:{server.port}"
    (site / "b.html").write_text(f'<a href="{base}/moved">a</a>\n<a href={base}/moved>b</a>')
    before = (site / "a.md").read_text()
    online(site, "--fix")
    assert (site / "a.md").read_text() == before
    online(site, "--fix", "--unsafe-fixes")
    assert (site / "a.md").read_text() == before.replace("/moved#low", "/new?a=1&b=2#low")
    assert (site / "b.html").read_text() == (
        f'<a href="{base}/new?a=1&amp;b=2">a</a>\n<a href={base}/new?a=1&amp;b=2>b</a>'
    )


def test_stdin_and_the_index(site: Path, server: Server) -> None:
    text = f"[a](http://127.0.0.1:{server.port}/gone/stdin)\n".encode()
    result = online(site, "-", "--stdin-filename", "c.md", "--format", "concise", stdin=text)
    assert result.stdout.startswith("c.md:1:5: error[link/dead-url]")
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    (site / "c.md").write_bytes(text.replace(b"stdin", b"index"))
    subprocess.run(["git", "add", "c.md"], cwd=site, check=True)
    (site / "c.md").write_bytes(text.replace(b"stdin", b"tree"))
    assert "gone/index" in online(site, "--staged").stdout
    assert [path for path in server.paths("GET") if "gone/" in path] == [
        "/gone/stdin",
        "/gone/index",
    ]


def test_a_crash_of_another_rule_hides_no_url(site: Path) -> None:
    # An article that names its own schema is not cached.
    (site / "contentlint.toml").write_text("inline-schemas = true\n")
    assert found(online(site, "--format", "json").stdout) != []


@pytest.mark.slow
def test_many_articles_are_checked_by_workers(site: Path, server: Server) -> None:
    base = f"http://127.0.0.1:{server.port}"
    for number in range(150):
        (site / f"c{number}.md").write_text(f"[a]({base}/gone) [b]({base}/{number % 7})\n")
    result = online(site, "--jobs", "2", "--format", "concise")
    assert result.stdout.count("link/dead-url") == 3 + 150
    assert server.paths("HEAD").count("/gone") == 1
    again = online(site, "--jobs", "2", "--format", "concise", "--no-cache")
    assert again.stdout.count("link/dead-url") == 3 + 150


def test_an_interrupt_reports_what_is_known(site: Path) -> None:
    reached, ended = threading.Event(), threading.Event()

    def slow(asked: Asked) -> object:
        if asked.path == "/slow":
            reached.set()
            return lambda stream: ended.wait(60)
        return response(404)

    with Server(slow) as server:  # type: ignore[arg-type]
        base = f"http://127.0.0.1:{server.port}"
        for name in ("a.md", "b.html"):
            (site / name).unlink()
        (site / "c.md").write_text(f"[a]({base}/a) [s]({base}/slow) [t]({base}/t)\n")
        command = [sys.executable, "-m", "contentlint", "check", "--online", "--select", "link"]
        one = ("--config", "online.per-host = 1", *ALLOWED)
        process = subprocess.Popen(
            [*command, *one], cwd=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert reached.wait(60)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        ended.set()
    assert process.returncode == 130
    assert f"error[link/dead-url]: `{base}/a` is dead" in out
    assert "external URLs: 1 dead, 2 not asked" in out
    assert err == "contentlint: interrupted; 2 URLs not asked\n"


def test_the_libraries_are_an_extra(site: Path, server: Server) -> None:
    program = (
        "import importlib.util, sys\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *a: None if name == 'httpcore2' else find(name, *a)\n"
        "from contentlint.cli import main\n"
        "sys.exit(main(['check', '--online']))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=site, capture_output=True, text=True
    )
    assert result.returncode == 2
    assert result.stderr == (
        "contentlint: error: --online needs httpcore2; run `pip install 'contentlint[online]'`\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[online]\nper-host = 1000\n", "contentlint.toml:2: `online.per-host` must be at most 16"),
        ("[online]\nacept = [403]\n", "contentlint.toml:2: unknown key `acept`; did you mean `accept`?"),
        ("[online]\naccept = [7]\n", "contentlint.toml:2: `online.accept.0` must be at least 100"),
        ('[online]\nuser-agent = "a\\r\\nb"\n', "contentlint.toml:2: `online.user-agent` must be printable ASCII text"),
        ("[online]\ntimeout = 0\n", "contentlint.toml:2: `online.timeout` must be more than 0"),
    ],
)  # fmt: skip
def test_mistakes_in_the_settings(site: Path, text: str, message: str) -> None:
    (site / "contentlint.toml").write_text(text)
    result = online(site)
    assert result.returncode == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
