"""Make the screenshots of the README: `python docs/images/screenshots.py`.

Needs the extra `browser`, Chromium and the Noto CJK fonts. The environment variable CHROMIUM is the
path of Chromium if Playwright does not find it.
"""

import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ARTICLE = "examples/newsroom/source/_posts/2024-03-18-terrace-tea.md"
COLORS = {
    "1": "b",
    "2": "dim",
    "31": "red",
    "32": "green",
    "33": "yellow",
    "34": "blue",
    "36": "cyan",
}
STYLE = """
body {
  margin: 0; padding: 18px 22px; width: 980px; box-sizing: border-box; background: #14171c;
}
pre { margin: 0; color: #d7dbe0; font: 14px/1.45 "Noto Sans Mono CJK SC", monospace; }
.b { font-weight: bold; color: #fff; } .dim { color: #8a929c; } .red { color: #ff7b72; }
.green { color: #7ee787; } .yellow { color: #e3b341; } .blue { color: #79c0ff; }
.cyan { color: #56d4dd; } .red.b { color: #ff7b72; } .yellow.b { color: #e3b341; }
"""


def contentlint(*arguments: str, folder: Path = ROOT) -> str:
    """What a command prints in a folder."""
    command = [sys.executable, "-X", "utf8", "-m", "contentlint", *arguments]
    env = {**os.environ, "COLUMNS": "130", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )
    return result.stdout


def as_html(output: str) -> str:
    """Terminal output with SGR sequences as HTML."""
    parts = re.split(r"\x1b\[([\d;]*)m", re.sub(r"\x1b\]8;;.*?\x1b\\", "", output))
    text, classes = html.escape(parts[0]), ""
    for codes, piece in zip(parts[1::2], parts[2::2], strict=True):
        names = [COLORS[code] for code in codes.split(";") if code in COLORS]
        classes = " ".join(names)
        text += f'<span class="{classes}">{html.escape(piece)}</span>'
    return text


def main() -> None:
    """Write `terminal.png` and `page.png` beside this file."""
    report = contentlint("check", "--color", "always", ARTICLE)
    terminal = f"<meta charset=utf-8><style>{STYLE}</style><pre>$ contentlint check {ARTICLE}\n"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        contentlint("check", "--output", str(page_file), folder=ROOT / "examples/newsroom")
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 980, "height": 600})
        page.set_content(terminal + as_html(report) + "</pre>")
        page.locator("body").screenshot(path=HERE / "terminal.png")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(page_file.as_uri())
        page.screenshot(path=HERE / "page.png")
        browser.close()


if __name__ == "__main__":
    main()
