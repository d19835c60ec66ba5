"""Connections to public addresses only.

A name is resolved once for each connection, and the connection goes to the very address that was
checked: a name server that answers differently the next time changes nothing.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpcore2

from contentlint.online.addresses import is_public

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Returns the IP addresses of a host and a port; raises `NoSuchHost` or `OSError`."""

# A name that always exists (RFC 2606), to see whether names are resolved at all.
KNOWN_NAME = "example.org"
_MOST_ADDRESSES = 4
# What `getaddrinfo` answers for a name that does not exist, or that has no address.
_MISSING = frozenset(
    code
    for name in ("EAI_NONAME", "EAI_NODATA")
    if (code := getattr(socket, name, None)) is not None
)


class NoSuchHost(Exception):
    """A host name does not exist."""


class NotPublic(Exception):
    """A host has only addresses that must not be connected to."""


class Resolver:
    """Resolves names with the functions of the system, in threads.

    Args:
        threads: how many names are resolved at the same time.
    """

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="resolve")
        self._works: bool | None = None

    async def __call__(self, host: str, port: int) -> list[str]:
        """The addresses of a host.

        Raises:
            NoSuchHost: the name does not exist.
            OSError: names are not resolved at the moment.
        """
        try:
            found = await self._look_up(host, port)
        except socket.gaierror as error:
            # Without a network, some systems claim that no name exists.
            if error.errno in _MISSING and await self._is_working():
                raise NoSuchHost(host) from error
            raise OSError("name resolution failed") from error
        except UnicodeError as error:  # a label that is too long or empty
            raise NoSuchHost(host) from error
        self._works = True
        return found

    async def _look_up(self, host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        kind = socket.SOCK_STREAM
        found = await loop.run_in_executor(
            self._threads, lambda: socket.getaddrinfo(host, port, type=kind)
        )
        return list(dict.fromkeys(str(address[0]) for *_, address in found))

    async def _is_working(self) -> bool:
        if self._works is None:
            try:
                self._works = bool(await self._look_up(KNOWN_NAME, 443))
            except OSError:
                self._works = False
        return self._works

    def close(self) -> None:
        """Resolve no more names; those that are being resolved are not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)


class Guarded(httpcore2.AsyncNetworkBackend):
    """Connects to allowed addresses only.

    Args:
        resolve: resolves names.
        is_allowed: whether an address may be connected to.
    """

    def __init__(self, resolve: Resolve, is_allowed: Callable[[str], bool] = is_public) -> None:
        self._resolve = resolve
        self._is_allowed = is_allowed
        self._inner = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to a host.

        Raises:
            NoSuchHost, NotPublic: it does not exist, or must not be connected to.
            httpcore2.NetworkError, httpcore2.TimeoutException: it cannot be reached.
        """
        try:
            found = await self._resolve(host, port)
        except OSError as error:
            raise httpcore2.ConnectError("name resolution failed") from error
        addresses = [address for address in found if self._is_allowed(address)]
        if not addresses:
            raise NotPublic(host)
        failure: Exception | None = None
        for address in addresses[:_MOST_ADDRESSES]:
            try:
                stream = await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
                return _Stream(stream)
            except (httpcore2.NetworkError, httpcore2.TimeoutException) as error:
                failure = error
        assert failure is not None
        raise failure

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class _Stream(httpcore2.AsyncNetworkStream):
    """A connection that is closed if its TLS handshake is cancelled."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._inner.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except asyncio.CancelledError:
            await self._inner.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
