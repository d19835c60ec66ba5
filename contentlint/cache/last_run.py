"""The findings of the last run, to report what has changed since."""

import contextlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from contentlint.cache.place import is_ours, may_be_opened
from contentlint.core.digests import blake2b
from contentlint.core.finding import Finding, Trend, identified
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.writing import save

# With more findings than this, no trend is computed.
_MOST = 50_000
# Number of kinds of runs to remember, such as a whole folder or the files of a hook.
_MOST_KINDS = 8
_MOST_BYTES = 32 * 2**20


def trend(file: Path, about: Iterable[object], findings: Sequence[Finding]) -> Trend | None:
    """The number of new and fixed findings since the last run of the same kind.

    The findings of this run are stored for the next.

    Args:
        file: where they are stored.
        about: identifies the kind of run: paths, rules, configuration.
        findings: the findings of this run.

    Returns:
        None if there was no such run, or it cannot be read; failures have no other effect.
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
