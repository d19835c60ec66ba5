"""What the formats for machines share: names of files, text without control characters, ids."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from urllib.parse import quote

from contentlint.finding import Finding

# What XML 1.0 has no character for (section 2.2), and what turns the direction of text around.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def visible(text: str) -> str:
    """Text with every character that no reader takes or that hides others written as `\\u202e`."""
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def uri(path: str) -> str:
    """A path as a relative or absolute URI reference (RFC 3986)."""
    return quote(path, safe="/", errors="surrogateescape")


def identified(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with what tells it from all others of a run, lines moved or not.

    It is made of path, rule and fingerprint, and of which one it is where these agree.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        said = "\0".join((finding.path, finding.rule, finding.fingerprint))
        seen[said] += 1
        digest = blake2b(f"{said}\0{seen[said]}".encode("utf-8", "surrogatepass"), digest_size=16)
        yield finding, digest.hexdigest()
