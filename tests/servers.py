"""Web servers on the loopback interface for tests: each request is answered with raw bytes."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import h2.config
import h2.connection
import h2.events
import trustme

Answer = bytes | Callable[[socket.socket], None] | None
"""What is sent; a function that sends it; None: the connection is reset."""


class Asked(NamedTuple):
    """A request."""

    method: str
    path: str
    headers: dict[str, str]


def response(
    status: int = 200, body: bytes = b"", head: str = "", *, reason: str = "Some"
) -> bytes:
    """An HTTP/1.1 response with a length."""
    lines = f"HTTP/1.1 {status} {reason}\r\nContent-Length: {len(body)}\r\n{head}\r\n"
    return lines.encode("latin-1") + body


class Server:
    """A server; a context manager.

    Args:
        route: answers a request; what it returns for `HEAD` has its body cut off.
        context: for TLS.
        host: the address to listen on.
    """

    def __init__(
        self,
        route: Callable[[Asked], Answer],
        context: ssl.SSLContext | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        self.asked: list[Asked] = []
        self.most_at_once = self.connections = self._now = 0
        self._route, self._context = route, context
        self._lock = threading.Lock()
        self._socket = socket.create_server((host, 0))
        self.port: int = self._socket.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> "Server":
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def paths(self, method: str | None = None) -> list[str]:
        return [asked.path for asked in self.asked if method in (None, asked.method)]

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.add(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        stream = connection
        try:
            if self._context is not None:
                stream = self._context.wrap_socket(connection, server_side=True)
            if isinstance(stream, ssl.SSLSocket) and stream.selected_alpn_protocol() == "h2":
                self._serve_http2(stream)
            else:
                while self._answer(stream):
                    pass
        except (OSError, ValueError):
            pass
        finally:
            with self._lock:
                self._open.discard(connection)
            with suppress(OSError):
                stream.close()

    def _answer(self, stream: socket.socket) -> bool:
        head = b""
        while b"\r\n\r\n" not in head:
            chunk = stream.recv(65536)
            if not chunk:
                return False
            head += chunk
        first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ")
        pairs = (line.split(": ", 1) for line in lines)
        answer = self._answered(Asked(method, path, {k.lower(): v for k, v in pairs}))
        if callable(answer):
            answer(stream)
            return False
        if answer is None:
            option = b"\1\0\0\0\0\0\0\0"  # linger for 0 seconds: closing sends a reset
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)
            return False
        stream.sendall(
            answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if method == "HEAD" else answer
        )
        return b"Content-Length" in answer

    def _answered(self, asked: Asked) -> Answer:
        with self._lock:
            self.asked.append(asked)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            return self._route(asked)
        finally:
            with self._lock:
                self._now -= 1

    def _serve_http2(self, stream: ssl.SSLSocket) -> None:
        settings = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        connection = h2.connection.H2Connection(settings)
        connection.initiate_connection()
        stream.sendall(connection.data_to_send())
        while data := stream.recv(65536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    headers = dict(event.headers)
                    asked = Asked(headers[":method"], headers[":path"], headers)
                    answer = self._answered(asked)
                    assert isinstance(answer, bytes)
                    head, _, body = answer.partition(b"\r\n\r\n")
                    status, *lines = head.decode("latin-1").split("\r\n")
                    pairs = [line.lower().split(": ", 1) for line in lines if line]
                    sent = [(":status", status.split(" ")[1]), *((k, v) for k, v in pairs)]
                    connection.send_headers(event.stream_id, sent)
                    body = b"" if asked.method == "HEAD" else body
                    connection.send_data(event.stream_id, body, end_stream=True)
            stream.sendall(connection.data_to_send())


def tls(
    authority: trustme.CA, *names: str, alpn: tuple[str, ...] = ("http/1.1",), **options: object
) -> ssl.SSLContext:
    """The TLS settings of a server whose certificate an authority has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **options).configure_cert(context)  # type: ignore[arg-type]
    context.set_alpn_protocols(list(alpn))
    return context
