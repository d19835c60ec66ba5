"""URLs as they are asked: parsed, encoded, and selected by the settings."""

import re
import socket
from collections.abc import Callable, Iterable
from fnmatch import translate
from urllib.parse import quote, urljoin, urlsplit

import idna

from contentlint.core.tuples import NamedTuple

# Everything that may be in a path or query as it is, including `%` of what is encoded already.
_IN_TARGET = "!$&'()*+,-./:;=?@_~%[]"
# In the text of an article, these would end a link or a value, or start a template.
_IN_TEXT = "!$&+,-./:;=?@_~%"
_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
MOST_CHARACTERS = 8000
"""Maximum length of a URL."""


class NotAskable(Exception):
    """A URL cannot be asked; the text is the reason."""


class Target(NamedTuple):
    """Where a request goes.

    Args:
        scheme: `http` or `https`.
        host: in ASCII, without brackets.
        port: the port.
        path: path and query, encoded.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The value of the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The URL without a fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(url: str) -> Target:
    """Where the request for a URL goes.

    Raises:
        NotAskable: it has no host, another scheme, or a user name.
    """
    if len(url) > MOST_CHARACTERS:
        raise NotAskable("URL too long")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NotAskable("invalid URL") from None
    if parts.scheme not in _PORTS:
        raise NotAskable(f"scheme `{parts.scheme}`" if parts.scheme else "invalid URL")
    if not host:
        raise NotAskable("invalid URL")
    if "@" in parts.netloc:
        raise NotAskable("user name in URL")
    path = quote(parts.path or "/", _IN_TARGET, errors="replace")
    query = quote(parts.query, _IN_TARGET, errors="replace")
    path = f"{path}?{query}" if parts.query else path
    port = _PORTS[parts.scheme] if port is None else port
    return Target(parts.scheme, _ascii(host), port, path)


def _ascii(host: str) -> str:
    """A host as it is looked up: internationalized names as Punycode.

    Raises:
        NotAskable: it is not a valid name.
    """
    if ":" in host:
        return host
    if host.isascii():
        if _CONTROL.search(host) or not host.strip("."):
            raise NotAskable("invalid host")
        return _dotted(host)
    try:
        return _dotted(idna.encode(host, uts46=True, std3_rules=False).decode("ascii"))
    except (idna.IDNAError, UnicodeError):
        raise NotAskable("invalid host") from None


def _dotted(host: str) -> str:
    """A host in which every form of an IPv4 address (`127.1`, `0x7f000001`) is the usual one.

    Raises:
        NotAskable: it ends in a number and is not an address (URL Standard, 3.5).
    """
    if not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return host
    try:
        return socket.inet_ntoa(socket.inet_aton(host.rstrip(".")))
    except OSError:
        raise NotAskable("invalid host") from None


def joined(base: str, location: str) -> str:
    """The absolute URL of a redirect.

    Raises:
        NotAskable: it is not valid.
    """
    if len(location) > MOST_CHARACTERS or _CONTROL.search(location.strip()):
        raise NotAskable("invalid redirect")
    try:
        return urljoin(base, location.strip())
    except ValueError:
        raise NotAskable("invalid redirect") from None


def as_text(url: str) -> str:
    """A URL of a server as it may be written into an article: nothing in it can be markup.

    Raises:
        NotAskable: it is not valid.
    """
    target = target_of(url)
    fragment = urlsplit(url).fragment
    path = quote(target.path, _IN_TEXT)
    plain = target._replace(path=path).url
    return f"{plain}#{quote(fragment, _IN_TEXT)}" if fragment else plain


def without_fragment(url: str) -> str:
    """A URL up to its `#`."""
    return url.partition("#")[0]


def selector(include: Iterable[str], exclude: Iterable[str]) -> Callable[[str], bool]:
    """A function that tells whether a URL is selected by the settings.

    Args:
        include: hosts, which include their subdomains, and patterns of whole URLs, in which `*`
            matches any characters; empty: all URLs.
        exclude: the same, for URLs that are not selected.
    """
    wanted, unwanted = list(map(_matcher, include)), list(map(_matcher, exclude))

    def is_selected(url: str) -> bool:
        if any(matches(url) for matches in unwanted):
            return False
        return not wanted or any(matches(url) for matches in wanted)

    return is_selected


def _matcher(pattern: str) -> Callable[[str], bool]:
    if "/" in pattern or ":" in pattern:
        # Only `*` is special: URLs contain `?` and `[`.
        escaped = re.sub(r"[\[?]", lambda special: f"[{special[0]}]", pattern)
        compiled = re.compile(translate(escaped))
        return lambda url: compiled.match(url) is not None
    name = pattern.lower().removeprefix("*.")

    def matches(url: str) -> bool:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return False
        return host == name or host.endswith(f".{name}")

    return matches
