"""What the last run found, so that this one can say what has changed since."""

import contextlib
import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from contentlint.cache.place import is_ours, may_be_opened
from contentlint.core.finding import Finding, Trend, identified
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.writing import save

# Of more findings nobody wants to know how many are new, nor does the next run.
_MOST = 50_000
# How many kinds of runs are remembered: a whole folder, a file as a hook names it.
_MOST_KINDS = 8
_MOST_BYTES = 32 * 2**20


def trend(file: Path, about: Iterable[object], findings: Sequence[Finding]) -> Trend | None:
    """What is new and what is gone since the last run of the same kind.

    What this run found is kept for the next.

    Args:
        file: where it is kept.
        about: what tells runs of one kind from others: paths, rules, configuration.
        findings: what this run found.

    Returns:
        None where there was no such run, or it cannot be read; a failure costs nothing else.
    """
    if len(findings) > _MOST:
        return None
    kind = blake2b(repr(list(about)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    now = [identity for _, identity in identified(findings)]
    kept = _read(file)
    before = kept.pop(kind, None)
    if now != before:
        latest = [*kept.items(), (kind, now)][-_MOST_KINDS:]
        with contextlib.suppress(OSError):
            if may_be_opened(file, _MOST_BYTES):
                save(file, [json.dumps(dict(latest)).encode()], file.parent)
    if before is None:
        return None
    known, found = set(before), set(now)
    return Trend(len(found - known), len(known - found))


def _read(file: Path) -> dict[str, list[str]]:
    try:
        data = json.loads(read_file(file, _MOST_BYTES)) if is_ours(file, _MOST_BYTES) else {}
    except (OSError, TooLarge, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {
        str(kind): [item for item in ids if isinstance(item, str)]
        for kind, ids in data.items()
        if isinstance(ids, list)
    }
