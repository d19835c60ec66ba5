"""Host names: their owner, whether they are private, and which other host they resemble."""

import re
import unicodedata

from contentlint.rule import host, lazy

_PRIVATE = lazy(
    r"localhost|[^/]{1,253}\.(?:localhost|local|lan|internal|intranet|home\.arpa)|0\.0\.0\.0|127(?:\.\d{1,3}){3}"
    r"|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}"
    r"|169\.254(?:\.\d{1,3}){2}|::1|f[cd][0-9a-f]{2}:.*|fe80:.*"
)
_MAY_BE_PRIVATE = lazy(
    r"//(?:[^/?#\x00\s@]*@)?(?:localhost|127\.|10\.|192\.168\.|172\.|0\.0|169\.254\.|\[)"
    r"|\.(?:local|localhost|lan|internal|intranet|home\.arpa)(?=[/:?#\x00\s]|$)"
)
# Second-level labels under which names are registered: example.co.uk, example.com.cn.
_SHARED = frozenset("ac co com edu gob gov gouv ne net nom or org go lg".split())
# Sites with a host for each user.
_OF_USERS = frozenset(
    "github.io gitlab.io blogspot.com wordpress.com netlify.app vercel.app pages.dev herokuapp.com "
    "web.app firebaseapp.com tumblr.com substack.com azurewebsites.net".split()
)
# Letters of other scripts that look like Latin letters in most typefaces, from the confusables
# table of Unicode (UTS 39).
_LIKE_LATIN = dict(
    zip(
        "абԁеһіјӏмопԛрѕтԝхузгкѡсɡαοινρυκɑıℓ",
        "abdehijlmonqpstwxyzrkwcgaoivpuka1l",
        strict=True,
    )
)
# Sets of scripts that are written together (UTS 39, 5.2 "Highly Restrictive").
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)


def host_of(value: str) -> str | None:
    """The host of a URL as browsers parse it; they treat `\\` as `/`."""
    return host(value.replace("\\", "/"))


def is_listed(name: str, hosts: tuple[str, ...]) -> bool:
    """Whether a host is one of these hosts or a subdomain of one."""
    return any(name == each or name.endswith(f".{each}") for each in hosts)


def may_be_private(text: str) -> bool:
    """Whether a lower-case text may contain the URL of a private host; False is certain."""
    is_likely = "//1" in text or "//l" in text or ".l" in text or ".int" in text
    return (is_likely or "//0" in text or "//[" in text or ".home." in text) and (
        _MAY_BE_PRIVATE.search(text) is not None
    )


def is_private(name: str) -> bool:
    """Whether a host is the author's own computer or on a private network."""
    return _PRIVATE.fullmatch(name) is not None


def registered_domain(name: str) -> str:
    """The part of a host that one owner registered: `example.co.uk` of `www.example.co.uk`.

    It knows common public suffixes and does not use the full Public Suffix List.
    """
    labels = name.rstrip(".").split(".")
    if re.fullmatch(r"[\d.]+", name) or ":" in name or len(labels) <= 2:
        return ".".join(labels)
    is_shared = labels[-2] in _SHARED and len(labels[-1]) == 2
    if is_shared or ".".join(labels[-2:]) in _OF_USERS:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def unicode_form(name: str) -> str:
    """A host with its punycode labels decoded."""
    return ".".join(_decoded(label) for label in name.split("."))


def ascii_form(name: str) -> str:
    """A host in ASCII, as in DNS, with punycode labels."""
    visible = "".join(char for char in name if unicodedata.category(char) != "Cf")
    labels = (
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
        for label in unicodedata.normalize("NFKC", visible).lower().split(".")
    )
    return ".".join(labels)


def resemblance(name: str) -> str | None:
    """Why readers may confuse a host with another, as the end of a message; None if they cannot."""
    decoded = unicode_form(name)
    if decoded.isascii():
        return None
    for char in decoded:
        if unicodedata.category(char) in ("Cf", "Cc", "Zs"):
            return f"contains the invisible character U+{ord(char):04X}"
    labels = decoded.split(".")
    for label in labels:
        scripts = {_script(char) for char in label} - {""}
        if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
            names = " and ".join(sorted(script.capitalize() for script in scripts))
            return f"mixes {names} letters in `{label}`"
    # A label in another script under a Latin top-level domain, with only Latin-looking letters.
    for label in labels[:-1]:
        if label.isascii() or not labels[-1].isascii():
            continue
        letters = [char for char in label if char.isalpha()]
        if letters and all(char in _LIKE_LATIN for char in letters):
            latin = "".join(_LIKE_LATIN.get(char, char) for char in label)
            return f"looks like `{latin}`"
    return None


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _script(char: str) -> str:
    """The script of a letter: the first word of its Unicode name; empty for other characters."""
    if not char.isalpha():
        return ""
    return unicodedata.name(char, "").partition(" ")[0]
