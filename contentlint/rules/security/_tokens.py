"""Credentials that services issue, each with a form distinctive enough to recognize."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from contentlint.rule import Document, NamedTuple, Span, lazy


class Token(NamedTuple):
    """A credential.

    Args:
        span: its place.
        kind: what it is, with an indefinite article.
        prefix: its first characters, which show its kind and are safe to print.
        last_day: the day on which it expires; None if it names none.
        is_id: whether it is only the id of a key, with no secret near it.
    """

    span: Span
    kind: str
    prefix: str
    last_day: date | None = None
    is_id: bool = False


class _Form(NamedTuple):
    """One form of credential.

    Args:
        hint: text in its run of letters and digits, or shortly before.
        kind: what it is, with an indefinite article.
        pattern: matches all of it; group `random` is the random part.
        is_valid: a final test of a match, such as its checksum.
        secret: matches the secret that belongs to an id; None if the token is a secret itself.
    """

    hint: bytes
    kind: str
    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool] | None = None
    secret: re.Pattern[str] | None = None


_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _checksum_holds(token: str) -> bool:
    """Whether the last six characters are the CRC-32 of the thirty before them, in base 62."""
    random = token.partition("_")[2]
    rest = zlib.crc32(random[:30].encode("ascii"))
    digits = ""
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        digits = _DIGITS[digit] + digits
    return random[30:] == digits


def _is_private_key(block: str) -> bool:
    """Whether a PEM block contains a real key, in DER or in the format of OpenSSH or OpenPGP."""
    body = "".join(line for line in block.splitlines()[1:] if ":" not in line and "-" not in line)
    body = re.sub(r"\s", "", body)
    return len(body) >= 100 and body.startswith(("M", "b3BlbnNzaC1rZXk", "lQ", "xc"))


def _form(
    hint: str,
    kind: str,
    pattern: str,
    is_valid: Callable[[str], bool] | None = None,
    secret: str = "",
) -> _Form:
    whole = rf"(?<![A-Za-z0-9_/+.-]){pattern}(?![A-Za-z0-9_/+-])"
    beside = lazy(rf"(?<![A-Za-z0-9/+=_-]){secret}(?![A-Za-z0-9/+=_-])") if secret else None
    return _Form(hint.encode(), kind, lazy(whole), is_valid, beside)


_GITHUB = "a GitHub token"
GOOGLE_API_KEY = "a Google API key"
_FORMS = (
    *(
        _form(f"{prefix}_", _GITHUB, rf"{prefix}_(?P<random>[A-Za-z0-9]{{36}})", _checksum_holds)
        for prefix in ("ghp", "gho", "ghu", "ghs", "ghr")
    ),
    _form("github_pat_", _GITHUB, r"github_pat_(?P<random>[A-Za-z0-9]{22}_[A-Za-z0-9]{59})"),
    _form("npm_", "an npm token", r"npm_(?P<random>[A-Za-z0-9]{36})", _checksum_holds),
    *(
        _form(prefix, "an AWS access key", rf"{prefix}(?P<random>[A-Z2-7]{{16}})",
              secret=r"(?=[A-Za-z/+]*\d)(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])[A-Za-z0-9/+]{40}")
        for prefix in ("AKIA", "ASIA")
    ),
    _form("LTAI", "an Alibaba Cloud access key", r"LTAI(?P<random>[A-Za-z0-9]{20})",
          secret="[A-Za-z0-9]{30}"),
    _form("AKID", "a Tencent Cloud access key", r"AKID(?P<random>[A-Za-z0-9]{32})",
          secret="[A-Za-z0-9]{32}"),
    _form(
        "xox",
        "a Slack token",
        r"xox[abeoprs]-(?:\d{9,14}-){1,3}(?P<random>[A-Za-z0-9]{24,40})",
    ),
    _form(
        "hooks.slack.com/",
        "a Slack webhook URL",
        r"(?:https?://)?hooks\.slack\.com/services/T[A-Z0-9]{8,11}/B[A-Z0-9]{8,11}/"
        r"(?P<random>[A-Za-z0-9]{24})",
    ),
    _form("_live_", "a Stripe API key", r"(?:sk|rk)_live_(?P<random>[A-Za-z0-9]{24,247})"),
    _form("hf_", "a Hugging Face token", r"hf_(?P<random>[A-Za-z]{34})"),
    _form("pypi-AgE", "a PyPI token", r"pypi-AgEIcHlwaS5vcmc(?P<random>[A-Za-z0-9_-]{50,500})"),
    _form(
        "T3BlbkFJ",
        "an OpenAI API key",
        r"sk-(?:proj-|svcacct-|admin-)?(?P<random>[A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80})",
    ),
    _form("sk-ant-", "an Anthropic API key", r"sk-ant-[a-z]+\d\d-(?P<random>[\w-]{93}AA)"),
    _form("glpat-", "a GitLab token", r"glpat-(?P<random>[A-Za-z0-9_-]{20})"),
    _form("GOCSPX-", "a Google client secret", r"GOCSPX-(?P<random>[A-Za-z0-9_-]{28})"),
    _form("SG.", "a SendGrid API key", r"SG\.(?P<random>[\w-]{22}\.[\w-]{43})"),
    _form("AIza", GOOGLE_API_KEY, r"AIza(?P<random>[A-Za-z0-9_-]{35})"),
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
# What people write in place of a credential.
_DUMMY = lazy(
    r"example|sample|placeholder|your|secret|token|redacted|dummy|fake|test|xxxx|0000|1111|1234|abcd|"
    r"aaaa|zzzz",
    re.IGNORECASE,
)
_MIN_DISTINCT = 9
# How far from the id of a key its secret is searched for, in code points.
_NEAR = 400
# These bytes all become `a`, so that a plain search finds a long run of them.
_RUN_BYTES = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_AS_RUNS = bytes(ord("a") if code in _RUN_BYTES else 0 for code in range(256))
_RUN = b"a" * 20
# How much to keep before a run, for the prefix of a token, and of the run itself; in bytes.
_MAX_PREFIX, _MAX_RUN = 70, 200


def find_tokens(document: Document) -> Iterator[Token]:
    """All credentials in a file, including code and comments."""
    text = document.text
    runs = _runs(document.source.encoded)
    if not runs:
        return
    if b"eyJ" in runs:
        yield from _web_tokens(text)
    for form in _FORMS:
        if form.hint in runs:
            yield from _tokens_of_form(form, text)
    if _KEY in text:
        yield from _private_keys(text)


def _runs(data: bytes) -> bytes:
    """All long runs of letters, digits, `-` and `_`, with some text before each."""
    marked = data.translate(_AS_RUNS)
    place = marked.find(_RUN)
    found = []
    while place >= 0:
        end = marked.find(b"\0", place)
        end = len(data) if end < 0 else end
        # No token is all lower case; the words in URLs are.
        if not data[place:end].islower():
            found.append(data[max(place - _MAX_PREFIX, 0) : min(end, place + _MAX_RUN)])
        place = marked.find(_RUN, end)
    return b" ".join(found)


def _tokens_of_form(form: _Form, text: str) -> Iterator[Token]:
    for match in form.pattern.finditer(text):
        if not _is_random(match["random"]):
            continue
        if form.is_valid is None or form.is_valid(match[0]):
            prefix = text[match.start() : match.start("random")]
            is_id = form.secret is not None and not _has_secret(form.secret, text, match)
            yield Token(Span(*match.span()), form.kind, prefix, is_id=is_id)


def _has_secret(secret: re.Pattern[str], text: str, key: re.Match[str]) -> bool:
    """Whether the secret of a key is near its id."""
    before = text[max(key.start() - _NEAR, 0) : key.start()]
    after = text[key.end() : key.end() + _NEAR]
    return any(_is_random(match[0]) for side in (before, after) for match in secret.finditer(side))


def _private_keys(text: str) -> Iterator[Token]:
    for match in _KEY_BLOCK.finditer(text):
        if _is_private_key(match[0]):
            yield Token(Span(*match.span()), "a private key", _KEY)


def _is_random(text: str) -> bool:
    return _DUMMY.search(text) is None and len(set(text)) >= _MIN_DISTINCT


def _web_tokens(text: str) -> Iterator[Token]:
    for match in _JWT.finditer(text):
        header, claims = (_json_object(match[group]) for group in (1, 2))
        if header is None or claims is None or "alg" not in header:
            continue
        expires = claims.get("exp")
        if isinstance(expires, int) and 0 < expires < 32503680000:
            day = datetime.fromtimestamp(expires, UTC).date()
            yield Token(Span(*match.span()), "a JSON Web Token", "eyJ", day)


def _json_object(part: str) -> dict[str, object] | None:
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, binascii.Error):
        return None
    return value if isinstance(value, dict) else None
