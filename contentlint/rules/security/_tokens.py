"""Forms of secrets that services give out, each so peculiar that nothing else looks like it."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from contentlint.rule import Document, Span, lazy


class Token(NamedTuple):
    """A secret.

    Args:
        span: its place.
        what: what it is, with its article.
        shown: its beginning, which names its kind and nobody can use.
        last_day: the day after which it is of no use, where it says one.
    """

    span: Span
    what: str
    shown: str
    last_day: date | None = None


class _Form(NamedTuple):
    """One form of secret.

    Args:
        hint: what stands in its run of letters and digits, or shortly before.
        what: what it is, with its article.
        pattern: the whole of it; group `random` is its random part.
        proves: a last test of what matches.
    """

    hint: bytes
    what: str
    pattern: re.Pattern[str]
    proves: Callable[[str], bool] | None = None


_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _checksum_holds(token: str) -> bool:
    """Whether the last six signs are the CRC-32 of the thirty before, to the base of 62."""
    random = token.partition("_")[2]
    rest = zlib.crc32(random[:30].encode("ascii"))
    digits = ""
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        digits = _DIGITS[digit] + digits
    return random[30:] == digits


def _is_key(block: str) -> bool:
    """Whether a block in PEM holds a key: DER or OpenSSH's own form, not made up."""
    body = "".join(line for line in block.splitlines()[1:] if ":" not in line and "-" not in line)
    body = re.sub(r"\s", "", body)
    return len(body) >= 100 and body.startswith(("M", "b3BlbnNzaC1rZXk", "lQ", "xc"))


def _form(
    hint: str,
    what: str,
    pattern: str,
    proves: Callable[[str], bool] | None = None,
) -> _Form:
    whole = rf"(?<![A-Za-z0-9_/+.-]){pattern}(?![A-Za-z0-9_/+-])"
    return _Form(hint.encode(), what, re.compile(whole), proves)


_GITHUB = "a GitHub token"
_FORMS = (
    *(
        _form(f"{kind}_", _GITHUB, rf"{kind}_(?P<random>[A-Za-z0-9]{{36}})", _checksum_holds)
        for kind in ("ghp", "gho", "ghu", "ghs", "ghr")
    ),
    _form("github_pat_", _GITHUB, r"github_pat_(?P<random>[A-Za-z0-9]{22}_[A-Za-z0-9]{59})"),
    _form("npm_", "an npm token", r"npm_(?P<random>[A-Za-z0-9]{36})", _checksum_holds),
    _form("AKIA", "an AWS access key", r"AKIA(?P<random>[A-Z2-7]{16})"),
    _form("ASIA", "an AWS access key", r"ASIA(?P<random>[A-Z2-7]{16})"),
    _form("LTAI", "an Alibaba Cloud access key", r"LTAI(?P<random>[A-Za-z0-9]{20})"),
    _form("AKID", "a Tencent Cloud access key", r"AKID(?P<random>[A-Za-z0-9]{32})"),
    _form(
        "xox",
        "a Slack token",
        r"xox[abeoprs]-(?:\d{9,14}-){1,3}(?P<random>[A-Za-z0-9]{24,40})",
    ),
    _form(
        "hooks.slack.com/",
        "an address to post to a Slack channel",
        r"(?:https?://)?hooks\.slack\.com/services/T[A-Z0-9]{8,11}/B[A-Z0-9]{8,11}/"
        r"(?P<random>[A-Za-z0-9]{24})",
    ),
    _form("_live_", "a Stripe key", r"(?:sk|rk)_live_(?P<random>[A-Za-z0-9]{24,247})"),
    _form("hf_", "a Hugging Face token", r"hf_(?P<random>[A-Za-z]{34})"),
    _form("pypi-AgE", "a PyPI token", r"pypi-AgEIcHlwaS5vcmc(?P<random>[A-Za-z0-9_-]{50,500})"),
    _form(
        "T3BlbkFJ",
        "an OpenAI key",
        r"sk-(?:proj-|svcacct-|admin-)?(?P<random>[A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80})",
    ),
    _form("sk-ant-", "an Anthropic key", r"sk-ant-[a-z]+\d\d-(?P<random>[\w-]{93}AA)"),
    _form("glpat-", "a GitLab token", r"glpat-(?P<random>[A-Za-z0-9_-]{20})"),
    _form("GOCSPX-", "a Google client secret", r"GOCSPX-(?P<random>[A-Za-z0-9_-]{28})"),
    _form("SG.", "a SendGrid key", r"SG\.(?P<random>[\w-]{22}\.[\w-]{43})"),
    _form("AIza", "a Google key", r"AIza(?P<random>[A-Za-z0-9_-]{35})"),
)  # fmt: skip
_KEY = "PRIVATE KEY"
_KEY_BLOCK = lazy(
    r"-----BEGIN (?P<kind>(?:[A-Z]{2,9} ){0,2}PRIVATE KEY(?: BLOCK)?)-----"
    r"(?:[A-Za-z0-9+/=\s:,.()>*]|-(?!----)){100,12000}+-----END (?P=kind)-----"
)
_JWT = lazy(
    r"(?<![A-Za-z0-9_.-])(eyJ[A-Za-z0-9_-]{10,2000})\.(eyJ[A-Za-z0-9_-]{10,4000})\.[A-Za-z0-9_-]{20,1000}"
    r"(?![A-Za-z0-9_.-])"
)
# What people write where a secret would stand.
_MADE_UP = lazy(
    r"example|sample|placeholder|your|secret|token|redacted|dummy|fake|test|xxxx|0000|1111|1234|abcd|"
    r"aaaa|zzzz",
    re.IGNORECASE,
)
_FEWEST_SIGNS = 9
# Each of these becomes `a`, so that a long run of them is found as text.
_OF_A_RUN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_AS_RUNS = bytes(ord("a") if code in _OF_A_RUN else 0 for code in range(256))
_RUN = b"a" * 20
# As far before its random part as a token's beginning reaches, and as far as one goes on.
_BEFORE_RUN, _LONGEST = 70, 200


def tokens(document: Document) -> Iterator[Token]:
    """All secrets of a file, in code and in comments as well."""
    text = document.text
    runs = _runs(text.encode("utf-8", "replace"))
    if not runs:
        return
    if b"eyJ" in runs:
        yield from _web_tokens(text)
    for form in _FORMS:
        if form.hint in runs:
            yield from _found(form, text)
    if _KEY in text:
        yield from _keys(text)


def _runs(data: bytes) -> bytes:
    """Each long run of letters, digits, `-` and `_`, with what stands before it."""
    marked = data.translate(_AS_RUNS)
    place = marked.find(_RUN)
    found = []
    while place >= 0:
        end = marked.find(b"\0", place)
        end = len(data) if end < 0 else end
        # No token is all in lower case, as the names in addresses are.
        if not data[place:end].islower():
            found.append(data[max(place - _BEFORE_RUN, 0) : min(end, place + _LONGEST)])
        place = marked.find(_RUN, end)
    return b" ".join(found)


def _found(form: _Form, text: str) -> Iterator[Token]:
    for match in form.pattern.finditer(text):
        if not _is_random(match["random"]):
            continue
        if form.proves is None or form.proves(match[0]):
            shown = text[match.start() : match.start("random")]
            yield Token(Span(*match.span()), form.what, shown)


def _keys(text: str) -> Iterator[Token]:
    for match in _KEY_BLOCK.finditer(text):
        if _is_key(match[0]):
            yield Token(Span(*match.span()), "a private key", _KEY)


def _is_random(text: str) -> bool:
    return _MADE_UP.search(text) is None and len(set(text)) >= _FEWEST_SIGNS


def _web_tokens(text: str) -> Iterator[Token]:
    for match in _JWT.finditer(text):
        header, claims = (_decoded(match[group]) for group in (1, 2))
        if header is None or claims is None or "alg" not in header:
            continue
        expires = claims.get("exp")
        if isinstance(expires, int) and 0 < expires < 32503680000:
            day = datetime.fromtimestamp(expires, UTC).date()
            yield Token(Span(*match.span()), "a signed web token", "eyJ", day)


def _decoded(part: str) -> dict[str, object] | None:
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, binascii.Error):
        return None
    return value if isinstance(value, dict) else None
