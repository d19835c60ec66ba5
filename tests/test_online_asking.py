"""Asking external URLs: what each answer of a server means, within which limits. Loopback only."""

import asyncio
import gc
import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from servers import Asked, Server, response, tls

from contentlint.config.plan import Online
from contentlint.core.errors import UsageError
from contentlint.online.addresses import is_public, is_web_port
from contentlint.online.asking import Asker
from contentlint.online.connecting import KNOWN_NAME, NoSuchHost, Resolver
from contentlint.online.exchange import Client
from contentlint.online.hosts import Clock, Host, seconds_of
from contentlint.online.memory import Known
from contentlint.online.outcome import Outcome
from contentlint.online.urls import NotAskable, as_text, joined, selector, target_of

LOOPBACK, PRIVATE = "127.0.0.1", "127.0.0.2"


class FakeClock(Clock):
    """Time passes by waiting alone."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)


class Names:
    """Resolves names of this test; all others do not exist."""

    def __init__(self, names: Mapping[str, str | list[str]]) -> None:
        self.names = names
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        found = self.names.get(host, [])
        if found == "later":
            raise OSError("name resolution failed")
        if not found:
            raise NoSuchHost(host)
        return [found] if isinstance(found, str) else found


def ask(
    urls: Iterable[str] | Mapping[str, Collection[str]],
    names: Mapping[str, str | list[str]] | Names | None = None,
    *,
    clock: Clock | None = None,
    context: ssl.SSLContext | None = None,
    proxies: Mapping[str, str] | None = None,
    is_allowed: Callable[[str], bool] = lambda address: address == LOOPBACK,
    **settings: object,
) -> dict[str, Outcome]:
    """The outcomes of URLs; every name is the loopback interface unless `names` say otherwise."""
    wanted = urls if isinstance(urls, Mapping) else dict.fromkeys(urls, ())
    chosen = Online(**{"rate": 100.0, "timeout": 20.0, **settings})  # type: ignore[arg-type]
    resolve = names if isinstance(names, Names) else Names({"tide.sea": LOOPBACK, **(names or {})})
    found: dict[str, Outcome] = {}

    def done(url: str, outcome: Outcome) -> None:
        assert url not in found
        found[url] = outcome

    async def run() -> None:
        client = Client(chosen, resolve, is_allowed, proxies=proxies or {}, ssl_context=context)
        async with client:
            await Asker(chosen, client, clock or FakeClock(), is_allowed).ask(wanted, done)

    asyncio.run(run())
    assert found.keys() == wanted.keys()
    return found


def one(url: str, *args: object, **options: object) -> Outcome:
    return ask([url], *args, **options)[url]  # type: ignore[arg-type]


# --- what an answer means


@pytest.mark.parametrize(
    ("status", "kind"),
    [(200, "ok"), (204, "ok"), (404, "dead"), (410, "dead")]
    + [(status, "unknown") for status in (400, 401, 403, 405, 406, 451, 500, 502, 503, 999)],
)
def test_a_status_code_means(status: int, kind: str) -> None:
    with Server(lambda asked: response(status)) as server:
        outcome = one(f"http://tide.sea:{server.port}/a")
    assert (outcome.kind, outcome.status) == (kind, status)
    # `HEAD` alone condemns nothing.
    assert [a.method for a in server.asked] == (["HEAD"] if kind == "ok" else ["HEAD", "GET"])


def test_accepted_status_codes_are_success() -> None:
    with Server(lambda asked: response(403)) as server:
        outcome = one(f"http://tide.sea:{server.port}/a")
    assert outcome.accepted((403,)).kind == "ok"
    assert outcome.accepted((401,)).kind == "unknown"


@pytest.mark.parametrize("head", [403, 404, 405, 500, 501, None])
def test_get_decides_if_head_is_refused(head: int | None) -> None:
    def route(asked: Asked) -> bytes | None:
        if asked.method == "HEAD":
            return None if head is None else response(head)
        return response(200, b"low")

    with Server(route) as server:
        outcomes = ask(f"http://tide.sea:{server.port}/{n}" for n in range(6))
    assert {outcome.kind for outcome in outcomes.values()} == {"ok"}


def test_a_host_whose_answers_to_head_were_wrong_is_asked_by_get_alone() -> None:
    def route(asked: Asked) -> bytes:
        return response(405 if asked.method == "HEAD" else 200)

    with Server(route) as server:
        ask([f"http://tide.sea:{server.port}/{n}" for n in range(10)], per_host=1)
    assert len(server.paths("HEAD")) == 2
    assert len(server.paths("GET")) == 10


@pytest.mark.parametrize(
    "answer",
    [b"", b"low tide\r\n\r\n", b"HTTP/1.1 abc def\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nA: " + b"a" * 300_000 + b"\r\n\r\n", b"\x00" * 500, None],
)  # fmt: skip
def test_garbage_is_unknown(answer: bytes | None) -> None:
    def send(stream: socket.socket) -> None:
        stream.sendall(answer or b"")

    with Server(lambda asked: None if answer is None else send) as server:
        outcome = one(f"http://tide.sea:{server.port}/")
    assert outcome.kind == "unknown"
    assert outcome.reason in ("invalid response", "connection lost")


def test_a_connection_that_fails_once_is_tried_again() -> None:
    with Server(lambda asked: response() if len(server.asked) > 2 else None) as server:
        assert one(f"http://tide.sea:{server.port}/").kind == "ok"


def test_a_server_that_never_answers_is_unknown() -> None:
    ended = threading.Event()

    def hang(stream: socket.socket) -> None:
        ended.wait(60)

    with Server(lambda asked: hang if asked.path == "/slow" else response()) as server:
        urls = [f"http://tide.sea:{server.port}/{name}" for name in ("slow", "a", "b")]
        outcomes = ask(urls, timeout=0.5)
        ended.set()
    assert [outcomes[url].reason for url in urls] == ["timeout", "", ""]


def test_a_server_that_sends_a_byte_now_and_then_is_a_timeout() -> None:
    stopped = threading.Event()

    def drip(stream: socket.socket) -> None:
        for byte in response(head="A: b\r\n" * 200):
            if stopped.wait(0.05):
                return
            stream.sendall(bytes([byte]))

    with Server(lambda asked: drip) as server:
        assert one(f"http://tide.sea:{server.port}/", timeout=0.5).reason == "timeout"
        stopped.set()


def test_a_host_that_never_answers_is_given_up() -> None:
    """Each of 200 URLs would otherwise take the whole time limit."""
    ended = threading.Event()

    def hang(stream: socket.socket) -> None:
        ended.wait(60)

    with Server(lambda asked: hang) as server:
        urls = [f"http://tide.sea:{server.port}/{n}" for n in range(200)]
        found = ask(urls, timeout=0.3)
        ended.set()
    assert {outcome.reason for outcome in found.values()} == {"timeout"}
    assert len(server.asked) < 12


def test_a_host_that_does_not_exist_is_looked_up_once() -> None:
    names = Names({})
    found = ask([f"http://none.sea/{n}" for n in range(100)], names, per_host=1)
    assert {outcome.kind for outcome in found.values()} == {"dead"}
    assert names.asked == ["none.sea"]


def test_nobody_listens() -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
    assert one(f"http://tide.sea:{port}/").reason == "connection refused"


def test_hosts_that_do_not_exist_are_dead_and_those_not_resolved_now_are_unknown() -> None:
    outcomes = ask(["http://none.sea/a", "http://later.sea/"], {"later.sea": "later"})
    assert outcomes["http://none.sea/a"] == Outcome("dead", "host `none.sea` not found")
    assert outcomes["http://later.sea/"].kind == "unknown"


@pytest.mark.parametrize("works", [True, False])
def test_without_a_network_no_host_is_dead(monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    """Some systems claim that no name exists when they have no network."""
    asked = []

    def look_up(host: str, port: int, type: int) -> list[tuple[object, ...]]:
        asked.append(host)
        if host == KNOWN_NAME and works:
            return [(0, 0, 0, "", (LOOPBACK, port))]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    async def run() -> None:
        resolver = Resolver(2)
        monkeypatch.setattr("socket.getaddrinfo", look_up)
        try:
            for _ in range(2):
                with pytest.raises(NoSuchHost if works else OSError):
                    await resolver("none.sea", 80)
        finally:
            resolver.close()

    asyncio.run(run())
    assert asked == ["none.sea", KNOWN_NAME, "none.sea"]


def test_one_address_of_a_host_that_answers_is_enough() -> None:
    def is_allowed(address: str) -> bool:
        return address.startswith("127.")

    with Server(lambda asked: response()) as server:
        names = {"two.sea": ["127.0.0.9", LOOPBACK]}
        outcome = one(f"http://two.sea:{server.port}/", names, is_allowed=is_allowed)
    assert outcome.kind == "ok"


# --- redirects


def moving(paths: Mapping[str, tuple[int, str]]) -> Callable[[Asked], bytes]:
    def route(asked: Asked) -> bytes:
        status, location = paths.get(asked.path, (200, ""))
        head = f"Location: {location}\r\n" if location else ""
        return response(status, head=head)

    return route


def test_only_the_first_permanent_redirects_give_a_new_url() -> None:
    paths = {
        "/a": (301, "/b"), "/b": (308, "c?x=1#low"), "/d": (302, "/e"), "/e": (301, "/f"),
        "/g": (301, "/h"), "/h": (307, "/i"), "/j": (301, "/gone"), "/gone": (404, ""),
        "/k": (301, ""), "/l": (303, "//tide.sea:PORT/é (1)'"), "/m": (301, "/n [x]{{y}}'\"<z>"),
    }  # fmt: skip
    with Server(lambda asked: route(asked)) as server:
        base = f"http://tide.sea:{server.port}"
        route = moving({k: (s, u.replace("PORT", str(server.port))) for k, (s, u) in paths.items()})
        found = ask(f"{base}/{name}" for name in "adgjklm")
    moved = {url.removeprefix(base): found[url].moved.removeprefix(base) for url in found}
    assert moved["/a"] == "/c?x=1#low"
    assert (moved["/d"], found[f"{base}/d"].kind) == ("", "ok")
    assert moved["/g"] == "/h"
    assert found[f"{base}/j"][:4] == ("dead", "404", 404, f"{base}/gone")
    assert found[f"{base}/k"].kind == "unknown"
    assert found[f"{base}/m"].reason == "redirects to invalid redirect"


def test_loops_and_long_chains_are_unknown() -> None:
    paths = {"/a": (301, "/b"), "/b": (302, "/a"), "/self": (301, "/self")}
    paths |= {f"/{n}": (301, f"/{n + 1}") for n in range(100)}
    with Server(moving(paths)) as server:
        base = f"http://tide.sea:{server.port}"
        found = ask([f"{base}/a", f"{base}/self", f"{base}/0"])
    assert {outcome.kind for outcome in found.values()} == {"unknown"}
    assert [found[f"{base}/{name}"].reason for name in ("a", "self", "0")] == [
        "redirect loop", "redirect loop", "too many redirects",
    ]  # fmt: skip
    assert len(server.paths()) <= 15


@pytest.mark.parametrize(
    "location",
    ["http://10.0.0.1/a", "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "http://0x7f.2/",
     "http://2130706434/", "http://localhost/", "http://nas.local/", "http://inner.sea/", "file:///etc/hosts",
     "ftp://tide.sea/", "http://reader:word@tide.sea/", "http://tide.sea:25/", "http://[::ffff:10.0.0.1]/",
     "javascript:a", "http://tide.sea:99999/", "//", "http://\\10.0.0.1/"],
)  # fmt: skip
def test_a_redirect_leads_to_no_private_place(location: str) -> None:
    names = Names({"tide.sea": LOOPBACK, "inner.sea": ["10.1.2.3", PRIVATE], "0x7f.2": PRIVATE})
    with (
        Server(moving({"/a": (301, location)})) as server,
        Server(moving({}), host=PRIVATE) as inner,
    ):
        url = f"http://tide.sea:{server.port}/a"
        outcome = one(url, names)
    assert outcome.kind == "unknown"
    assert inner.connections == 0
    assert server.paths("HEAD") == ["/a"]


def test_the_address_that_was_checked_is_the_one_that_is_connected_to() -> None:
    """A name server that answers with a private address the second time."""

    class Rebinding(Names):
        async def __call__(self, host: str, port: int) -> list[str]:
            await super().__call__(host, port)
            return [LOOPBACK if len(self.asked) == 1 else PRIVATE]

    names = Rebinding({"tide.sea": LOOPBACK})
    with Server(lambda asked: None, host=PRIVATE) as inner, Server(lambda asked: None) as server:
        outcome = one(f"http://tide.sea:{server.port}/", names)
    assert outcome == Outcome("unknown", "private address")
    assert (inner.connections, server.connections) == (0, 1)
    assert names.asked == ["tide.sea", "tide.sea"]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1", "240.0.0.1", "198.18.0.1", "x"],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_ports() -> None:
    assert [p for p in (1, 22, 25, 80, 443, 465, 1024, 6000, 6667, 8080, 8443, 70000) if is_web_port(p)] == [
        80, 443, 1024, 8080, 8443,
    ]  # fmt: skip


# --- TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_http2(authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    def route(asked: Asked) -> bytes:
        return response(404 if asked.path == "/gone" else 200, b"low")

    context = tls(authority, "tide.sea", alpn=("h2", "http/1.1"))
    with Server(route, context) as server:
        base = f"https://tide.sea:{server.port}"
        found = ask([f"{base}/{n}" for n in range(20)] + [f"{base}/gone"], context=trusting)
    assert [url for url, outcome in found.items() if outcome.kind == "dead"] == [f"{base}/gone"]
    assert {outcome.kind for outcome in found.values()} == {"ok", "dead"}
    assert server.asked[0].headers[":authority"] == f"tide.sea:{server.port}"
    assert server.connections <= 4


@pytest.mark.parametrize(
    ("names", "options", "kind", "reason"),
    [
        (("tide.sea",), {}, "ok", ""),
        (("quay.sea",), {}, "certificate", "for another host"),
        (
            ("tide.sea",),
            {"not_after": datetime.now(UTC) - timedelta(days=1)},
            "certificate",
            "expired",
        ),
    ],
)
def test_certificates(
    authority: trustme.CA,
    trusting: ssl.SSLContext,
    names: tuple[str, ...],
    options: dict[str, object],
    kind: str,
    reason: str,
) -> None:
    with Server(lambda asked: response(), tls(authority, *names, **options)) as server:
        outcome = one(f"https://tide.sea:{server.port}/", context=trusting)
    assert outcome[:2] == (kind, reason)


def test_a_certificate_of_an_unknown_authority_is_unknown(trusting: ssl.SSLContext) -> None:
    with Server(lambda asked: response(), tls(trustme.CA(), "tide.sea")) as server:
        outcome = one(f"https://tide.sea:{server.port}/", context=trusting)
    assert outcome[:2] == ("unknown", "certificate not verified")


@pytest.mark.slow
def test_a_server_without_tls(trusting: ssl.SSLContext) -> None:
    with Server(lambda asked: response()) as server:  # waits for the end of a request
        url = f"https://tide.sea:{server.port}/"
        assert one(url, context=trusting, timeout=0.5) == Outcome("unknown", "timeout")
    # Closed, not left to the garbage collector, which would warn.
    gc.collect()


# --- limits


def test_large_bodies_are_not_read() -> None:
    sent = []

    def endless(stream: socket.socket) -> None:
        stream.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        try:
            while len(sent) < 10_000:
                stream.sendall(b"a" * 65536)
                sent.append(1)
        except OSError:
            pass

    def route(asked: Asked) -> object:
        return response(405) if asked.method == "HEAD" else endless

    with Server(route) as server:  # type: ignore[arg-type]
        assert one(f"http://tide.sea:{server.port}/").kind == "ok"
        page = f"http://tide.sea:{server.port}/page"
        assert ask({page: ["low"]})[page].anchors == (("low", True),)
    assert len(sent) < 1000


def test_a_gzip_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"<p id=a>" + b"a" * 30_000_000, 9)

    def route(asked: Asked) -> bytes:
        assert asked.headers["accept-encoding"] == "gzip"
        return response(200, bomb, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")

    with Server(route) as server:
        page = f"http://tide.sea:{server.port}/"
        assert ask({page: ["low"]})[page] == Outcome("ok", status=200, anchors=(("low", True),))


@pytest.mark.parametrize("packed", [False, True])
def test_anchors(packed: bool) -> None:
    html = (
        "<p id=low>a</p><a name='h%C3%B6h'></a><b id=user-content-c></b><i id='höhe'></i>".encode()
    )
    body = gzip.compress(html) if packed else html
    head = "Content-Type: text/html; charset=utf-8\r\n"
    head += "Content-Encoding: gzip\r\n" if packed else ""
    with Server(lambda asked: response(200, body, head)) as server:
        page = f"http://tide.sea:{server.port}/"
        names = ["low", "Low", "c", "h%C3%B6h", "h%C3%B6he", "none"]
        found = dict(ask({page: names})[page].anchors)
    assert found == {name: name not in ("Low", "none") for name in names}
    assert [asked.method for asked in server.asked] == ["GET"]


def test_a_fragment_of_a_redirect_replaces_that_of_the_link() -> None:
    def route(asked: Asked) -> bytes:
        if asked.path == "/new":
            return response(200, b"<p id=high>a")
        return response(301, head=f"Location: /new{'#high' if asked.path == '/b' else ''}\r\n")

    with Server(route) as server:
        base = f"http://tide.sea:{server.port}"
        found = ask({f"{base}/a": ["low"], f"{base}/b": ["low"]})
    assert found[f"{base}/a"].anchors == (("low", False),)
    assert found[f"{base}/b"].anchors == (("low", True),)


def test_a_page_that_cannot_be_parsed_does_not_end_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(html: str, fragments: Collection[str]) -> None:
        raise RecursionError

    monkeypatch.setattr("contentlint.online.anchors.found", fail)
    with Server(lambda asked: response(200, b"<p id=high>a")) as server:
        page = f"http://tide.sea:{server.port}/"
        assert ask({page: ["low"]})[page] == Outcome("unknown", "invalid response")


def test_nobody_is_sent_back_to_http(authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    with Server(lambda asked: response()) as plain:
        location = f"Location: http://tide.sea:{plain.port}/\r\n"
        context = tls(authority, "tide.sea")
        with Server(lambda asked: response(301, head=location), context) as server:
            outcome = one(f"https://tide.sea:{server.port}/", context=trusting)
    assert (outcome.kind, outcome.moved) == ("ok", "")


@pytest.mark.parametrize(
    ("head", "body"),
    [("Content-Type: application/pdf\r\n", b"<p id=a>"), ("", b"<p>a"), ("Content-Encoding: gzip\r\n", b"<p id=a>")],
)  # fmt: skip
def test_anchors_that_cannot_be_looked_for_are_not_missing(head: str, body: bytes) -> None:
    with Server(lambda asked: response(200, body, head)) as server:
        page = f"http://tide.sea:{server.port}/"
        outcome = ask({page: ["low"]})[page]
    assert all(is_there for _, is_there in outcome.anchors)


def test_requests_at_the_same_time() -> None:
    def route(asked: Asked) -> bytes:
        threading.Event().wait(0.01)
        return response()

    with Server(route) as server, Server(route) as other:
        urls = [f"http://tide.sea:{server.port}/{n}" for n in range(40)]
        ask(urls, per_host=3)
        assert server.most_at_once <= 3
        names = {f"{n}.sea": LOOPBACK for n in range(30)}
        ask([f"http://{name}:{other.port}/" for name in names], names, concurrency=5)
    assert other.most_at_once <= 5
    assert sorted(server.paths()) == sorted(f"/{n}" for n in range(40))


def test_the_rate_of_a_host() -> None:
    clock = FakeClock()
    with Server(lambda asked: response()) as server:
        ask(
            [f"http://tide.sea:{server.port}/{n}" for n in range(21)],
            clock=clock,
            rate=2.0,
            per_host=1,
        )
    assert clock.time == 1010.0


@pytest.mark.parametrize("form", ["seconds", "date", "none"])
def test_a_host_that_asks_for_a_pause_gets_it(form: str) -> None:
    clock = FakeClock()
    date = (datetime.now(UTC) + timedelta(seconds=30)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    head = {"seconds": "Retry-After: 30\r\n", "date": f"Retry-After: {date}\r\n", "none": ""}[form]

    def route(asked: Asked) -> bytes:
        return response(429, head=head) if len(server.asked) == 3 else response()

    with Server(route) as server:
        base = f"http://tide.sea:{server.port}"
        found = ask([f"{base}/{n}" for n in range(6)], clock=clock, per_host=1)
    assert {outcome.kind for outcome in found.values()} == {"ok"}
    assert server.paths() == ["/0", "/1", "/2", "/2", "/3", "/4", "/5"]
    longest = max(clock.waits)
    assert 25 <= longest <= 30 if form != "none" else longest == 2


@pytest.mark.parametrize("head", ["Retry-After: 3600\r\n", "Retry-After: 1\r\n", ""])
@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_only_refuses_is_given_up(head: str, status: int) -> None:
    clock = FakeClock()
    with Server(lambda asked: response(status, head=head)) as server, Server(moving({})) as other:
        base = f"http://tide.sea:{server.port}"
        urls = [f"{base}/{n}" for n in range(50)]
        found = ask([*urls, f"http://quay.sea:{other.port}/"], {"quay.sea": LOOPBACK}, clock=clock)
    assert {found[url].kind for url in urls} == {"unknown"}
    assert found[f"http://quay.sea:{other.port}/"].kind == "ok"
    if head or status == 429:
        assert len(server.paths()) < 20
    assert clock.time < 1000 + 300


def test_the_pauses_of_a_host() -> None:
    async def run() -> None:
        clock = FakeClock()
        host = Host("tide.sea", 1, 100.0, clock)
        assert host.pause(None)
        await host.turn()
        assert clock.time == 1002.0
        assert host.pause(None)
        await host.turn()
        assert clock.time == 1006.0
        assert not host.pause(61.0)
        assert host.fault is not None

    asyncio.run(run())


def test_both_forms_of_retry_after() -> None:
    now = datetime(2024, 3, 18, 12, 0, 0, tzinfo=UTC)
    assert seconds_of(" 120 ") == 120.0
    assert seconds_of("Mon, 18 Mar 2024 12:01:30 GMT", now) == 90.0
    assert seconds_of("Monday, 18-Mar-24 12:01:30 GMT", now) == 90.0
    assert seconds_of("Mon, 18 Mar 2024 11:00:00 GMT", now) == 0.0
    for text in ("", "soon", "-5", "1.5", "٣", "Mon, 99 Mar 2024 12:01:30 GMT"):
        assert seconds_of(text) is None
    assert seconds_of("9" * 5000) == 999_999_999.0


# --- what is sent


def test_what_is_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    (tmp_path / "netrc").write_text("default login reader password word\n")  # type: ignore[operator]
    monkeypatch.setenv("NETRC", f"{tmp_path}/netrc")

    def route(asked: Asked) -> bytes:
        head = "Set-Cookie: a=b; Path=/\r\nLocation: /b\r\n"
        return response(302 if asked.path == "/a" else 200, head=head)

    with Server(route) as server:
        base = f"http://tide.sea:{server.port}"
        assert one(f"{base}/a", user_agent="quay/1 (+mailto:a@b.c)").kind == "ok"
    for asked in server.asked:
        assert asked.headers.keys() == {"host", "user-agent", "accept", "accept-encoding"}
        assert asked.headers["user-agent"] == "quay/1 (+mailto:a@b.c)"
        assert asked.headers["host"] == f"tide.sea:{server.port}"


@pytest.mark.parametrize(
    ("url", "path"),
    [("/a b/é?q=ü&r=%20", "/a%20b/%C3%A9?q=%C3%BC&r=%20"), ("", "/"), ("?a=1", "/?a=1"), ("/%zz%41", "/%zz%41"),
     ("/a\r\nX: y", "/a%0D%0AX:%20y"), ("/潮", "/%E6%BD%AE")],
)  # fmt: skip
def test_the_request_target(url: str, path: str) -> None:
    with Server(lambda asked: response()) as server:
        assert one(f"http://tide.sea:{server.port}{url}").kind == "ok"
    assert len(server.asked) == 1
    assert server.paths() in ([path], [path.replace("%0D%0A", "")])


def test_internationalized_names() -> None:
    names = Names({"xn--hhe-sna.sea": LOOPBACK, "xn--fiqs8s.sea": LOOPBACK})
    with Server(lambda asked: response()) as server:
        found = ask([f"http://Höhe.sea:{server.port}/", f"http://中国.sea:{server.port}/"], names)
    assert {outcome.kind for outcome in found.values()} == {"ok"}
    assert {asked.headers["host"].split(":")[0] for asked in server.asked} == set(names.names)


@pytest.mark.parametrize(
    ("url", "reason"),
    [("http://reader:word@tide.sea/", "user name in URL"), ("http://tide.sea:22/", "port 22"),
     ("https://www.example.org/a", "name reserved for examples"), ("http://localhost:4000/", "private address"),
     ("http://printer/", "private address"), ("http://10.0.0.1/", "private address"), ("http://0x7f000002/", "private address"),
     ("http://127.2/", "private address"), ("http://[::1]:8080/", "private address"), ("http://a..b/", None),
     ("http://[::1/", "invalid URL"), ("http://tide.sea:x/", "invalid URL"), (f"http://{'a' * 300}.sea/", None),
     ("http://1.2.3.4.5/", "invalid host"), ("http://xn--a.sea/", None), ("http:///a", "invalid URL")],
)  # fmt: skip
def test_urls_that_are_not_asked(url: str, reason: str | None) -> None:
    names = Names({})
    outcome = one(url, names)
    assert outcome.kind in ("unknown", "dead")
    if reason is not None:
        assert outcome == Outcome("unknown", reason)
        assert names.asked == []


def test_proxies_only_if_the_environment_names_them() -> None:
    with Server(lambda asked: response(204)) as proxy, Server(lambda asked: response()) as server:
        proxies = {"http": f"http://reader:word@127.0.0.1:{proxy.port}", "no": "quay.sea"}
        urls = [f"http://tide.sea:{server.port}/a", f"http://quay.sea:{server.port}/b"]
        found = ask(urls, {"quay.sea": LOOPBACK}, proxies=proxies)
    assert [found[url].status for url in urls] == [204, 200]
    assert proxy.paths() == [urls[0]]
    assert proxy.asked[0].headers["proxy-authorization"].startswith("Basic ")
    assert server.paths() == ["/b"]


def test_a_proxy_that_is_not_supported() -> None:
    with pytest.raises(UsageError, match="proxy of the environment"):
        one("http://tide.sea/", proxies={"all": "socks5://127.0.0.1:1080"})


# --- URLs


def test_selection() -> None:
    is_selected = selector(
        ["tide.sea", "https://quay.sea/a/*"], ["https://tide.sea/b?c=[1]*", "x.tide.sea"]
    )
    chosen = [
        "https://tide.sea/",
        "http://www.TIDE.sea/a",
        "https://quay.sea/a/b/c",
        "https://tide.sea/b",
    ]
    others = ["https://ntide.sea/", "https://quay.sea/b", "https://tide.sea/b?c=[1]&d", "https://y.x.tide.sea/", "http://[a"]  # fmt: skip
    assert [url for url in chosen + others if is_selected(url)] == chosen
    assert selector([], [])("https://tide.sea/")


def test_a_url_of_a_server_is_harmless_text() -> None:
    text = as_text("HTTPS://Tide.sea/a(b)[c]*'\"`{{d}}<e>|\\?f=(g)&h=é#i j'(k)")
    assert set(text).isdisjoint("()[]*'\"`{}<>|\\ \n")
    assert text.startswith("https://tide.sea/a%28b%29")
    assert text.endswith("#i%20j%27%28k%29")
    assert as_text("http://tide.sea/a%20b?c=d%26e") == "http://tide.sea/a%20b?c=d%26e"
    for url in ("javascript:a", "http://a:b@tide.sea/", "https:///", "mailto:a@b.c"):
        with pytest.raises(NotAskable):
            as_text(url)
    with pytest.raises(NotAskable):
        joined("http://tide.sea/", "/a\nb")


def test_targets() -> None:
    assert target_of("https://[2606:2800:21f::1]:8443/a").authority == "[2606:2800:21f::1]:8443"
    assert target_of("http://tide.sea:80").url == "http://tide.sea/"


# --- the memory of outcomes


class Store:
    def __init__(self) -> None:
        self.values: dict[bytes, str] = {}

    def recall(self, key: bytes) -> str | None:
        return self.values.get(key)

    def remember(self, key: bytes, text: str) -> None:
        self.values[key] = text


def test_outcomes_are_remembered_by_what_they_are() -> None:
    store, start = Store(), 1e9
    known = Known(store, allows_private=False, now=start)
    urls = {kind: f"http://tide.sea/{kind}" for kind in ("ok", "dead", "certificate", "unknown")}
    for kind, url in urls.items():
        known.add(url, Outcome(kind, "a", 1, "b", "c", (("d", False),)))  # type: ignore[arg-type]
    known.save()

    def kinds(seconds: float, *, allows_private: bool = False) -> set[str]:
        later = Known(store, allows_private=allows_private, now=start + seconds)
        return {outcome.kind for outcome in later.outcomes.values()}

    assert kinds(1) == set(urls)
    assert Known(store, allows_private=False, now=start + 1).outcomes == known.outcomes
    assert kinds(1, allows_private=True) == set()
    assert kinds(1000) == {"ok", "dead", "certificate"}
    assert kinds(5000) == {"ok"}
    assert kinds(90_000) == set()
    assert kinds(-1000) == set()  # written by a clock that was ahead
    for text in ("", "x", "[1]", '[["a", 1, ["b"]]]', "null", '{"a": 1}'):
        store.values = dict.fromkeys(store.values, text)
        assert kinds(1) == set()
