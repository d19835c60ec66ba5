"""One request and its response: no redirects, no cookies, no credentials, a bounded body."""

import asyncio
import ssl
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import httpcore2

from contentlint.config.plan import Online
from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple
from contentlint.online.addresses import is_public
from contentlint.online.connecting import Guarded, NoSuchHost, NotPublic, Resolve
from contentlint.online.hosts import Failed
from contentlint.online.urls import Target

# Maximum size of the body of a page that is searched for anchors, as sent and decoded, and of
# another body that is read so that its connection can be used again, in bytes.
_MOST_SENT, _MOST_DECODED, _MOST_IGNORED = 2_000_000, 8_000_000, 65_536
# How long an idle connection is kept, in seconds.
_IDLE = 5.0
# OpenSSL's codes of certificates that every browser rejects. A missing intermediate certificate is
# not among them, since many browsers fetch it.
_REJECTED = {
    9: "not valid yet",
    10: "expired",
    18: "self-signed",
    62: "for another host",
    64: "for another host",
}


class Response(NamedTuple):
    """A response.

    Args:
        status: its status code.
        headers: by name in lower case; of repeated ones, the first.
        text: its body, if it is HTML and was asked for; None if it is not, or is too long.
    """

    status: int
    headers: Mapping[str, str]
    text: str | None = None


class Client:
    """Sends requests; an asynchronous context manager.

    Args:
        settings: time limits, number of connections, `User-Agent`.
        resolve: resolves names.
        is_allowed: whether an IP address may be connected to.
        proxies: the URLs of proxies by scheme; None: those of the environment.
        ssl_context: verifies certificates; None: with those of the system.
    """

    def __init__(
        self,
        settings: Online,
        resolve: Resolve,
        is_allowed: Callable[[str], bool] = is_public,
        *,
        proxies: Mapping[str, str] | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._ssl = ssl_context
        self._proxies = (
            urllib.request.getproxies_environment() if proxies is None else dict(proxies)
        )
        self._direct = self._pool(Guarded(resolve, is_allowed))
        self._by_proxy = {
            scheme: self._proxy(self._proxies.get(scheme) or self._proxies.get("all"))
            for scheme in ("http", "https")
        }
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> "Client":
        for pool in (self._direct, *self._by_proxy.values()):
            if pool is not None:
                await self._stack.enter_async_context(pool)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    def uses_proxy(self, target: Target) -> bool:
        """Whether a proxy of the environment resolves the name and connects."""
        return self._pool_of(target) is not self._direct

    async def send(self, method: str, target: Target, *, wants_text: bool = False) -> Response:
        """Send a request.

        Args:
            method: `HEAD` or `GET`.
            target: where it goes.
            wants_text: whether the text of a page is needed.

        Raises:
            Failed: there is no response.
        """
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._send(method, target, wants_text=wants_text)
        except TimeoutError:
            raise Failed("timeout") from None
        except NoSuchHost:
            raise Failed(f"host `{target.host}` not found", "dead") from None
        except NotPublic:
            raise Failed("private address") from None
        except httpcore2.TimeoutException:
            raise Failed("timeout") from None
        except (httpcore2.NetworkError, ssl.SSLError) as error:
            raise _network_failure(error) from error
        except (httpcore2.ProtocolError, httpcore2.ProxyError) as error:
            is_proxy = isinstance(error, httpcore2.ProxyError)
            reason = "proxy failed" if is_proxy else "invalid response"
            raise Failed(reason, is_transient=True, is_protocol=not is_proxy) from error
        except Exception as error:  # what libraries raise at responses that they did not expect
            raise Failed("invalid response", is_protocol=True) from error

    async def _send(self, method: str, target: Target, *, wants_text: bool) -> Response:
        url = httpcore2.URL(
            scheme=target.scheme, host=target.host, port=target.port, target=target.path
        )
        headers = [
            (b"Host", target.authority.encode("ascii")),
            (b"User-Agent", self._settings.user_agent.encode("ascii")),
            (b"Accept", b"text/html,application/xhtml+xml,*/*;q=0.8"),
            (b"Accept-Encoding", b"gzip" if wants_text else b"identity"),
        ]
        pool = self._pool_of(target)
        async with pool.stream(method, url, headers=headers) as response:
            found: dict[str, str] = {}
            for name, value in response.headers:
                found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
            is_page = 200 <= response.status < 300 and "html" in found.get("content-type", "html")
            text = None
            if wants_text and is_page:
                text = await _text(response, found)
            elif method != "HEAD":
                await _skip(response)
            return Response(response.status, found, text)

    def _pool_of(self, target: Target) -> httpcore2.AsyncConnectionPool:
        pool = self._by_proxy[target.scheme]
        # The function is documented by its use in `proxy_bypass`; its types are not known.
        is_direct = urllib.request.proxy_bypass_environment  # type: ignore[attr-defined]
        return self._direct if pool is None or is_direct(target.host, self._proxies) else pool

    def _limits(self) -> tuple[int, int]:
        return self._settings.concurrency + 8, self._settings.concurrency

    def _pool(self, backend: httpcore2.AsyncNetworkBackend) -> httpcore2.AsyncConnectionPool:
        most, idle = self._limits()
        return httpcore2.AsyncConnectionPool(
            ssl_context=self._ssl,
            max_connections=most,
            max_keepalive_connections=idle,
            keepalive_expiry=_IDLE,
            http2=True,
            network_backend=backend,
        )

    def _proxy(self, url: str | None) -> httpcore2.AsyncConnectionPool | None:
        if not url:
            return None
        try:
            parts = urlsplit(url if "://" in url else f"http://{url}")
            host, port = parts.hostname, parts.port
        except ValueError:
            host, port = None, None
        if not host or parts.scheme not in ("http", "https"):
            raise UsageError("proxy of the environment not supported; use an `http:` URL")
        most, idle = self._limits()
        login = (parts.username or "", parts.password or "") if parts.username else None
        return httpcore2.AsyncHTTPProxy(
            httpcore2.URL(scheme=parts.scheme, host=host, port=port or 8080, target="/"),
            proxy_auth=login,
            ssl_context=self._ssl,
            max_connections=most,
            max_keepalive_connections=idle,
            keepalive_expiry=_IDLE,
            http2=True,
        )


def _network_failure(error: BaseException) -> Failed:
    """Why a connection could not be made or ended early."""
    cause: BaseException | None = error
    for _ in range(5):
        if isinstance(cause, ssl.SSLCertVerificationError):
            detail = _REJECTED.get(cause.verify_code)
            if detail is None:
                return Failed("certificate not verified")
            return Failed(detail, "certificate")
        if isinstance(cause, ssl.SSLError):
            return Failed("TLS failed", is_transient=True)
        if isinstance(cause, ConnectionRefusedError):
            return Failed("connection refused", is_transient=True)
        cause = cause and (cause.__cause__ or cause.__context__)
    if isinstance(error, httpcore2.ConnectError):
        return Failed("no connection", is_transient=True)
    return Failed("connection lost", is_transient=True, is_protocol=True)


async def _text(response: httpcore2.Response, headers: Mapping[str, str]) -> str | None:
    """The text of a page; None if it is too long."""
    is_packed = headers.get("content-encoding", "identity").lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(wbits=31) if is_packed else None
    sent, body = 0, bytearray()
    async for chunk in response.aiter_stream():
        sent += len(chunk)
        body += chunk if unpack is None else unpack.decompress(chunk, _MOST_DECODED - len(body) + 1)
        if sent > _MOST_SENT or len(body) > _MOST_DECODED:
            return None
    charset = "utf-8"
    for parameter in headers.get("content-type", "").split(";")[1:]:
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "charset":
            charset = value.strip("\"' ")
    try:
        return body.decode(charset, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


async def _skip(response: httpcore2.Response) -> None:
    """Read a short body; the connection of a long one is closed."""
    size = 0
    async for chunk in response.aiter_stream():
        size += len(chunk)
        if size > _MOST_IGNORED:
            return
