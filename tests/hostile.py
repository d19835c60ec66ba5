"""Articles that were written to do harm, and processes that may take only so much to read them."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import forking

HEAD = "---\ntitle: Low tide\ndate: 2024-03-18\n---\n\n"

# What a process may take: memory in bytes, time in seconds; ample for a slow machine, small beside
# what a bomb takes.
MEMORY = 2 * 2**30
SECONDS = 100


class Run(NamedTuple):
    """How a process ended.

    Args:
        code: its exit status.
        out, err: what it wrote.
    """

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Those of a report in JSON."""
        found: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return found

    def rules(self, path: str) -> set[str]:
        """The rules that say something of a file."""
        return {found["rule"] for found in self.findings if found["path"] == path}


def contentlint(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    memory: int = MEMORY,
    seconds: int = SECONDS,
    before: Callable[[], None] | None = None,
    **given: Any,
) -> Run:
    """Run contentlint in a folder, within limits; it must end by itself and without a traceback.

    Args:
        folder: the working directory.
        arguments: of the command line.
        stdin: what it reads there.
        memory: address space, in bytes.
        seconds: of the processor.
        before: what else is done in the new process first.
        given: what else `subprocess.run` is given.
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if before is not None:
            before()

    if before is None and given.keys() <= {"env"}:
        limits = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: seconds}
        env = given.get("env", environment())
        result = forking.run(list(arguments), folder, stdin=stdin, env=env, limits=limits)
    else:
        settings: dict[str, Any] = {"capture_output": True, "env": environment(), **given}
        result = subprocess.run(
            [sys.executable, "-m", "contentlint", *arguments],
            cwd=folder,
            input=stdin,
            check=False,
            timeout=2 * seconds,
            preexec_fn=limit,
            **settings,
        )
    out = (result.stdout or b"").decode("utf-8", "surrogateescape")
    err = (result.stderr or b"").decode("utf-8", "surrogateescape")
    assert result.returncode in (0, 1, 2), (result.returncode, err[-500:])
    assert "Traceback" not in out + err
    assert "internal error" not in err
    assert "lint/internal-error" not in out, out[:2000]
    return Run(result.returncode, out, err)


def environment(**changes: str) -> dict[str, str]:
    """The variables of a process: these, without what would colour or redirect its output."""
    plain = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FORCE_COLOR")}
    return {**plain, "PYTHONUTF8": "1", **changes}


def article(body: str) -> str:
    """An ordinary front matter with this body."""
    return HEAD + body


def yaml(*lines: str) -> str:
    """An article with these lines of front matter beside a title and a date."""
    return "---\ntitle: Low tide\ndate: 2024-03-18\n" + "\n".join(lines) + "\n---\n\nThe tide.\n"


def alias_bomb() -> str:
    """Ten to the power of twelve values out of thirteen lines."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 13)]
    return yaml(*lines)


def merge_bomb() -> str:
    """The same by way of `<<`."""
    lines = ["a0: &a0 {k: x}"]
    lines += [f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: 1}}" for i in range(1, 40)]
    return yaml(*lines)


SYNTAX = "front-matter/invalid-syntax"
LIMIT = "lint/limit-reached"
ENCODING = "file/encoding"

# By file name: the content, and the rule that says what it is; None: there is nothing to say.
SMALL: dict[str, tuple[str | bytes, str | None]] = {
    "alias-bomb.md": (alias_bomb(), SYNTAX),
    "merge-bomb.md": (merge_bomb(), SYNTAX),
    "alias-of-itself.md": (yaml("a: &a [*a]", "b: &b {c: *b}"), SYNTAX),
    "python-tag.md": (yaml("cover: !!python/object/apply:os.mkdir [owned]"), None),
    "python-tag-as-title.md": ("---\ntitle: !!python/name:os.system\n---\nx\n", None),
    "deep-flow.md": (yaml("a: " + "[" * 20000 + "]" * 20000), SYNTAX),
    "deep-open.md": (yaml("a: " + "{a: " * 20000), SYNTAX),
    "deep-items.md": (yaml("a:", "- " * 20000 + "x"), SYNTAX),
    "deep-lines.md": (yaml(*(" " * i + "a:" for i in range(1000))), SYNTAX),
    "deep-toml.md": ("+++\na = " + "[" * 20000 + "]" * 20000 + "\n+++\nx\n", SYNTAX),
    "deep-toml-key.md": ("+++\n" + ".".join("a" * 20000) + " = 1\n+++\nx\n", SYNTAX),
    "deep-toml-table.md": ("+++\n[" + ".".join("a" * 20000) + "]\nb = 1\n+++\nx\n", SYNTAX),
    "deep-json.md": ('{"a": ' + "[" * 20000 + "]" * 20000 + "}\n\nx\n", SYNTAX),
    "deep-json-keys.md": ('{"a":' * 20000 + "1" + "}" * 20000 + "\n\nx\n", SYNTAX),
    "deep-div.md": (article("<div>" * 60000 + "low"), "html/too-deep"),
    "deep-div.html": (article("<div>" * 60000 + "low" + "</div>" * 60000), "html/too-deep"),
    "deep-svg.html": (article("<svg>" * 60000), "html/too-deep"),
    "deep-quote.md": (article("> " * 20000 + "low\n"), LIMIT),
    "deep-list.md": (article("- " * 20000 + "low\n"), LIMIT),
    "deep-list-lines.md": (article("".join("  " * i + "- x\n" for i in range(1000))), LIMIT),
    "deep-emphasis.md": (article("*a **b " * 20000 + "\n"), None),
    "deep-brackets.md": (article("![" * 30000 + "x" + "](a)" * 30000 + "\n"), None),
    "attributes.html": (article(f"<p {' '.join(f'a{i}=b' for i in range(50000))}>x</p>"), None),
    "same-attributes.html": (article(f"<p {' a=b' * 50000}>x</p>"), LIMIT),
    "long-word.md": (article("x" * 3_000_000 + "\n"), None),
    "long-line.md": (article("tide " * 600_000 + "\n"), None),
    "long-line-cjk.md": (article("潮" * 1_000_000 + "\n"), None),
    "long-title.md": ("---\ntitle: " + "x" * 3_000_000 + "\n---\nx\n", None),
    "nul.md": (article("a\0b\n\0\0\n"), "file/control-character"),
    "nul-in-title.md": ("---\ntitle: a\0b\n---\nx\n", "file/control-character"),
    "invalid-utf8.md": (article("caf").encode() + b"\xc3\x28 \xff\xfe\n", ENCODING),
    "latin1.md": (article("café crème, déjà vu\n").encode("latin-1"), ENCODING),
    "utf16.md": (article("low\n").encode("utf-16"), ENCODING),
    "utf16-cut.md": (b"\xff\xfe-\0-", ENCODING),
    "utf32.md": (article("low\n").encode("utf-32"), ENCODING),
    "surrogates.md": (article("a ").encode() + b"\xed\xa0\x80 b \xed\xb0\x80\n", ENCODING),
    "binary.md": (bytes(range(256)) * 4000, ENCODING),
    "picture.md": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400, "file/wrong-extension"),
    "empty.md": ("", "front-matter/missing-block"),
    "mark-only.md": (b"\xef\xbb\xbf", "file/bom"),
    "dashes.md": ("---\n" * 20000, None),
    "open-block.md": ("---\n" + "".join(f"k{i}: v\n" for i in range(50000)), SYNTAX),
    "open-block-broken.md": ("---\n" + "".join(f"  k{i}: [ v\n" for i in range(50000)), SYNTAX),
    "dates.md": ("---\ntitle: x\ndate: 2024-02-30T25:61:61Z\n---\nx\n", "front-matter/date-format"),
    "date-of-noughts.md": ("---\ntitle: x\ndate: 0000-00-00\n---\nx\n", "front-matter/date-format"),
    "first-and-last-day.md": (
        "---\ntitle: x\ndate: 9999-12-31T23:59:59-23:59\nupdated: 0001-01-01T00:00:00+23:59\n---\n\nx\n",
        None,
    ),
    "number.md": ("---\ntitle: x\ndate: " + "9" * 9000 + "\n---\nx\n", "front-matter/date-format"),
    "numbers.md": (
        yaml(
            f"a: 0x{'f' * 9000}", f"b: 1{':59' * 5000}", f"c: 1e{'9' * 9000}", f"d: -{'9' * 9000}"
        ),
        None,
    ),
    "number-toml.md": (f"+++\ntitle = {'9' * 9000}\n+++\nx\n", SYNTAX),
    "number-toml-hex.md": (f"+++\na = 0x{'f' * 9000}\n+++\nx\n", SYNTAX),
    "number-json.md": (f'{{"title": {"9" * 9000}}}\n\nx\n', SYNTAX),
    "number.html": (
        article(
            f"<p>&#{'9' * 9000}; &#x{'f' * 9000};</p><img alt=x src=a.png width={'9' * 9000}>"
            f"<ol start={'9' * 9000}><li>x</ol><img alt=x src=a srcset='a {'9' * 9000}w, b 2x'>"
        ),
        "html/parse-error",
    ),
    "bidi.md": (article("\u202e\u202d\u2066" * 3000 + "\n"), "file/bidi-control"),
    "comments.html": (article("<!--" * 50000), "html/parse-error"),
    "angles.html": (article("<" * 30000), LIMIT),
    "end-tags.html": (article("</b>" * 30000), LIMIT),
    "references.html": (article("&not" * 30000), LIMIT),
    "quotes.html": (article('<p title="' * 20000), LIMIT),
    "duplicate-keys.md": ("---\n" + "a: 1\n" * 15000 + "---\nx\n", "front-matter/duplicate-key"),
    "tags.md": (yaml("tags: [" + "a," * 15000 + "]"), "front-matter/duplicate-tag"),
    "suppressions.md": (
        article("<!-- contentlint-disable-next-line html -- r -->\n<p></b></p>\n" * 4000),
        None,
    ),
    "suppressions-of-nothing.md": (
        article("<!-- contentlint-disable x -->\n" * 10000),
        "lint/unknown-rule",
    ),
    "templates.md": (article("{{ " * 30000 + "{% raw %}" * 30000 + "{{< a " * 30000), None),
    "table.md": (article(f"|{'a|' * 5000}\n|{'-|' * 5000}\n" + "|x|\n" * 2000), None),
}

# Of the small ones, those with so many findings that they take a second.
HEAVY = (
    "same-attributes.html",
    "comments.html",
    "angles.html",
    "end-tags.html",
    "references.html",
    "quotes.html",
    "open-block.md",
    "duplicate-keys.md",
    "tags.md",
    "suppressions-of-nothing.md",
    "table.md",
)

# These are large, so the fast tests leave them out.
LARGE: dict[str, tuple[str | bytes, str | None]] = {
    "twenty-megabytes.md": (article("<p>The pier stood dry.</p>\n" * 750_000), LIMIT),
    "nearly-ten-megabytes.md": (article("<p>The pier stood dry.</p>\n" * 360_000), None),
    "nearly-ten-megabytes-of-text.md": (article("The tide, and the pier. " * 400_000), None),
    "nearly-ten-megabytes-of-faults.md": (article("<p>low</b></p>\n" * 100_000), LIMIT),
    "nearly-ten-megabytes-of-rules.md": (article("---\n" * 500_000), None),
}


def write(folder: Path, articles: dict[str, tuple[str | bytes, str | None]]) -> Path:
    """Write articles into a folder."""
    for name, (content, _) in articles.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (folder / name).write_bytes(data)
    return folder
