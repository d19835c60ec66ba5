"""The navigation of the site: which page of `docs/` is in which section."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

SECTIONS: dict[str, tuple[str, ...]] = {
    "Start": ("index", "writers", "maintainers", "continuous-integration", "comparison"),
    "Checks": (
        "front-matter",
        "attribution",
        "images",
        "links",
        "external-links",
        "site",
        "markdown",
        "mdx",
        "typography",
        "security",
    ),
    "Use": (
        "adopting",
        "fixing",
        "suppressing",
        "editors",
        "assistants",
        "reports",
        "speed",
        "scale",
    ),
    "Reference": ("configuration", "stability"),
    "Extend": ("own-rules", "writing-rules", "architecture"),
}
"""Pages of `docs/` by section, in order, without `.md`. Pages that do not exist are skipped."""

GENERATED: dict[str, tuple[str, ...]] = {
    "Reference": ("rules/index", "generators", "configuration-reference"),
    "Extend": ("contributing", "changes"),
}
"""Pages that the build writes, in the same sections, below the others."""

OTHERS = "More"
"""The section of pages that are in no other; a test asks for them to be placed."""


def pages() -> list[str]:
    """All pages of `docs/`, without `.md`."""
    return sorted(file.stem for file in DOCS.glob("*.md"))


def unplaced() -> list[str]:
    """Pages of `docs/` that are in no section."""
    placed = {name for names in SECTIONS.values() for name in names}
    return [name for name in pages() if name not in placed]


def navigation() -> dict[str, list[str]]:
    """The pages of each section that exist, as file names relative to the site's sources."""
    existing = set(pages())
    sections = {
        title: [
            *(f"{name}.md" for name in names if name in existing),
            *(f"{name}.md" for name in GENERATED.get(title, ())),
        ]
        for title, names in SECTIONS.items()
    }
    if others := unplaced():
        sections[OTHERS] = [f"{name}.md" for name in others]
    return sections
