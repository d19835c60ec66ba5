"""The public URLs of contentlint, in one place.

`OWNER` is the account that owns the repository. Until it is set, there are no public URLs: reports
link no pages, and the README of the package has no links to files of the repository. This module
imports nothing, so that the build reads it without contentlint's dependencies.
"""

OWNER = "OWNER"
"""The account on GitHub; `OWNER` is a placeholder."""

REPOSITORY = f"https://github.com/{OWNER}/contentlint"
DOCUMENTATION = f"https://{OWNER.lower()}.github.io/contentlint/"
"""Where the documentation is published; ends with a slash."""


def are_set() -> bool:
    """Whether the URLs exist, so that they can be shown."""
    return OWNER not in ("", "OWNER")


def rule_page(rule: str) -> str | None:
    """The URL of the page of a rule; None while there is none.

    Args:
        rule: a rule id, or the id of a finding that the engine itself reports.
    """
    return f"{DOCUMENTATION}rules/{rule}/" if are_set() else None
