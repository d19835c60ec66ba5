"""What the metadata of the package has besides `pyproject.toml`: its README and its URLs.

Both need the public URLs, which are in `contentlint/addresses.py` and nowhere else. The package
index shows the README outside of the repository, so its links become absolute. Until the owner is
set there are no URLs, and links to files of the repository become text.
"""

import re
import runpy
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^\]\n]*)\]\((?!https?:|#|mailto:)([^)\s]+)\)")
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)


class CustomMetadataHook(MetadataHookInterface):
    """Adds the fields that `pyproject.toml` lists as dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the README and the URLs."""
        root = Path(self.root)
        addresses = runpy.run_path(str(root / "contentlint/addresses.py"))
        owner = addresses["OWNER"] if addresses["are_set"]() else None
        version = f"v{self.config_version(root)}"
        text = (root / "README.md").read_text("utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": readme(text, addresses["REPOSITORY"] if owner else None, version),
        }
        metadata["urls"] = urls(addresses) if owner else {}

    def config_version(self, root: Path) -> str:
        """The version in `pyproject.toml`."""
        match = re.search(r'^version = "([^"]+)"', (root / "pyproject.toml").read_text(), re.M)
        if match is None:
            raise ValueError("pyproject.toml has no version")
        return match[1]


def urls(addresses: dict[str, Any]) -> dict[str, str]:
    """The URLs of the project, by the names that the package index knows."""
    repository, documentation = addresses["REPOSITORY"], addresses["DOCUMENTATION"]
    return {
        "Homepage": documentation,
        "Documentation": documentation,
        "Source": repository,
        "Changelog": f"{documentation}changes/",
        "Issues": f"{repository}/issues",
    }


def readme(text: str, repository: str | None, version: str) -> str:
    """The README for the package index.

    Args:
        text: the README of the repository.
        repository: the URL of the repository; None: there is none.
        version: the tag of this version.
    """

    def link(match: re.Match[str]) -> str:
        is_image, shown, target = match.groups()
        if repository is None:
            return "" if is_image else shown
        kind = "raw" if is_image else "blob"
        return f"{is_image}[{shown}]({repository}/{kind}/{version}/{target})"

    text = _LINK.sub(link, _COMMENT.sub("", text))
    if repository is not None:
        text = text.replace("OWNER/contentlint", repository.removeprefix("https://github.com/"))
    return text
