"""Group the articles of a run by a common value, with a verdict on each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from contentlint.config.plan import Limits
from contentlint.core.finding import SEVERITIES, FailOn, Group, Report, Verdict
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.records import replace
from contentlint.core.shown import shown
from contentlint.core.source import decode
from contentlint.core.urls import host
from contentlint.front_matter import read

# The group of articles without the key.
_NO_VALUE = "(none)"
# Keys with the name of a mapping: `author: {name: …}`.
_NAMES = ("name", "title", "url", "href")


def grouped(report: Report, files: Iterable[Path], key: str, fail_on: FailOn, cwd: Path) -> Report:
    """The report with its articles grouped, the largest group first.

    Args:
        report: of these files.
        files: the articles, absolute.
        key: a front matter key; `folder` groups by the folder of the article.
        fail_on: the lowest severity that makes an article unpublishable.
        cwd: the folder that paths of findings are relative to.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in report.findings:
        counts[finding.path][finding.severity] += 1
    bad = () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for file in files:
        path = shown(file, cwd)
        found = counts[path]
        error, warning, info = (found[severity] for severity in SEVERITIES)
        is_publishable = not any(found[severity] for severity in bad)
        name = path.rpartition("/")[0] or "." if key == "folder" else _value_of(file, key)
        groups[name].append(Verdict(path, (error, warning, info), is_publishable))
    order = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    result = tuple(Group(name, tuple(sorted(articles))) for name, articles in order)
    return replace(report, grouped_by=key, groups=result)


def _value_of(file: Path, key: str) -> str:
    """The value of a front matter key of a file, as text."""
    try:
        data = read(decode(read_file(file, Limits().file_size))[0]).data
    except (OSError, TooLarge):
        return _NO_VALUE
    found = next((value for name, value in data.items() if str(name).lower() == key.lower()), None)
    return _as_text(found) or _NO_VALUE


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, dict):
        return next((_as_text(value[name]) for name in _NAMES if value.get(name)), "")
    if value is None or isinstance(value, bool):
        return ""
    words = " ".join(str(value).split())
    # Articles of one source have different URLs with the same host.
    return host(words) or words if "//" in words else words
