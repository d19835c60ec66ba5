"""A headless Chromium for the tests of the page, where there is one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# No background activity of the browser: no updates, no requests to its vendor.
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def missing() -> str | None:
    """The reason why there is no browser; None if there is one."""
    for name in ("playwright", "axe_playwright_python"):
        if find_spec(name) is None:
            return f"{name} is not installed: pip install -e '.[browser]'"
    return None if _program() else f"no browser is on the path: {', '.join(NAMES)}"


def _program() -> str | None:
    named = os.environ.get("CONTENTLINT_TEST_BROWSER")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def launched() -> Iterator[Any]:
    """A browser.

    Where CI is set a browser that is missing is a failure: the tests must not be left out there.
    """
    why = missing()
    if why and os.environ.get("CI"):
        pytest.fail(why)
    if why:
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(), args=list(QUIET))
        yield browser
        browser.close()


class Watched:
    """A tab, and the errors in it.

    Args:
        browser: the browser.
        options: of the tab: `color_scheme`, `viewport`, `java_script_enabled` and so on.
    """

    def __init__(self, browser: Any, **options: Any) -> None:
        self.tab = browser.new_page(**options)
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.tab.on("console", lambda message: self.faults.append(message.text))
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("dialog", lambda dialog: self.faults.append(dialog.message))
        self.tab.on("request", lambda request: self.asked.append(request.url))

    def open(self, file: Path, behind: str = "") -> Any:
        """Open a file; `behind` is appended to its URL."""
        self.tab.goto(file.as_uri() + behind)
        return self.tab

    def check(self) -> None:
        """Ensure that there were no errors and that only files were requested."""
        assert self.faults == []
        assert [url for url in self.asked if not url.startswith(("file:", "data:,"))] == []
