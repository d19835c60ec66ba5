"""Asking many URLs: each once, within the limits of all hosts and of each."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Mapping

from contentlint.config.plan import Online
from contentlint.online import anchors
from contentlint.online.addresses import (
    is_literal,
    is_local_name,
    is_public,
    is_reserved_name,
    is_web_port,
)
from contentlint.online.exchange import Client, Response
from contentlint.online.hosts import Clock, Failed, Host, seconds_of
from contentlint.online.outcome import DEAD, Kind, Outcome
from contentlint.online.urls import NotAskable, Target, as_text, joined, target_of

# Maximum number of redirects of a URL; browsers follow 20, search engines 10.
_MOST_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_LIMITED = 429
_UNAVAILABLE = 503
# How often a URL is asked if the connection fails, and the pause before, in seconds.
_ATTEMPTS, _PAUSE = 2, 1.0

Done = Callable[[str, Outcome], None]
"""Receives the outcome of a URL."""


class Asker:
    """Asks URLs.

    Args:
        settings: the limits.
        client: sends requests.
        clock: measures and waits.
        is_allowed: whether an IP address may be connected to.
    """

    def __init__(
        self,
        settings: Online,
        client: Client,
        clock: Clock | None = None,
        is_allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._settings = settings
        self._client = client
        self._clock = clock or Clock()
        self._is_allowed = is_allowed
        self._hosts: dict[str, Host] = {}
        self._everywhere = asyncio.Semaphore(settings.concurrency)

    async def ask(self, wanted: Mapping[str, Collection[str]], done: Done) -> None:
        """Ask URLs, each host's in the given order.

        Args:
            wanted: URLs without fragments, each with the fragments to look for in its page.
            done: called with each outcome.
        """
        by_host: dict[str, deque[str]] = {}
        for url in wanted:
            try:
                name = self._target(url).host
            except NotAskable as error:
                done(url, Outcome("unknown", str(error)))
                continue
            by_host.setdefault(name, deque()).append(url)

        async def work(urls: deque[str]) -> None:
            while urls:
                url = urls.popleft()
                done(url, await self._outcome(url, wanted[url]))

        async with asyncio.TaskGroup() as tasks:
            for urls in by_host.values():
                for _ in range(min(self._settings.per_host, len(urls))):
                    tasks.create_task(work(urls))

    def _target(self, url: str) -> Target:
        """Where a request goes, if it may be sent.

        Raises:
            NotAskable: it may not.
        """
        target = target_of(url)
        if not is_web_port(target.port):
            raise NotAskable(f"port {target.port}")
        if is_reserved_name(target.host):
            raise NotAskable("name reserved for examples")
        if self._settings.allow_private:
            return target
        is_bad = is_literal(target.host) and not self._is_allowed(target.host)
        if is_bad or is_local_name(target.host):
            raise NotAskable("private address")
        return target

    async def _outcome(self, url: str, fragments: Collection[str]) -> Outcome:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return await self._follow(url, fragments)
            except Failed as failure:
                if not failure.is_transient or attempt == _ATTEMPTS:
                    return Outcome(failure.kind, failure.reason)
            except Exception:  # one page must not end the run
                return Outcome("unknown", "invalid response")
            await self._clock.sleep(_PAUSE)
        raise AssertionError("unreachable")

    async def _follow(self, url: str, fragments: Collection[str]) -> Outcome:
        """Ask a URL and those it redirects to.

        Raises:
            Failed: one of them did not answer.
        """
        # `last` is `now` as text of a server, encoded; empty before the first redirect.
        now, last, moved, is_permanent = url, "", "", True
        seen, looks = {url}, True
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                target = self._target(now)
            except NotAskable as error:
                return Outcome("unknown", f"redirects to {error}")
            response = await self._respond(target, fragments)
            location = response.headers.get("location", "").strip()
            if response.status not in _REDIRECTS or not location:
                return self._ended(response, last, moved, fragments, looks=looks)
            try:
                now = joined(target.url, location)
                text = as_text(now)
            except NotAskable as error:
                return Outcome("unknown", f"redirects to {error}", response.status)
            # Nobody should go back from `https:` to `http:`.
            is_worse = target.scheme == "https" and text.startswith("http:")
            is_permanent = is_permanent and response.status in _PERMANENT and not is_worse
            moved = text if is_permanent else moved
            now, last = now.partition("#")[0], text.partition("#")[0]
            # A fragment of the redirect replaces that of the link.
            looks = looks and "#" not in text
            if now in seen:
                return Outcome("unknown", "redirect loop", response.status)
            seen.add(now)
        return Outcome("unknown", "too many redirects", response.status)

    def _ended(
        self,
        response: Response,
        url: str,
        moved: str,
        fragments: Collection[str],
        *,
        looks: bool,
    ) -> Outcome:
        """The outcome of a response that is not a redirect.

        Args:
            response: the response.
            url, moved: as in `Outcome`.
            fragments: the fragments to look for in the page.
            looks: whether they apply to this page.
        """
        status = response.status
        if not 200 <= status < 300:
            kind: Kind = "dead" if status in DEAD else "unknown"
            return Outcome(kind, str(status), status, url, moved)
        known = None
        if looks and response.text is not None:
            known = anchors.found(response.text, fragments)
        # An anchor that cannot be looked for counts as found.
        there = sorted((known or dict.fromkeys(fragments, True)).items())
        return Outcome("ok", "", status, url, moved, tuple(there))

    async def _respond(self, target: Target, fragments: Collection[str]) -> Response:
        """The response of one URL: to `HEAD`, or to `GET` if that says more.

        Raises:
            Failed: there is none.
        """
        host = self._host(target.host)
        if fragments or not host.answers_head:
            return await self._exchange(host, "GET", target, wants_text=bool(fragments))
        head: Response | None = None
        try:
            head = await self._exchange(host, "HEAD", target)
            if head.status < 400 or head.status == _LIMITED or host.fault is not None:
                return head
        except Failed as failure:
            # Some servers close the connection, or send a body all the same.
            if not failure.is_protocol:
                raise
        response = await self._exchange(host, "GET", target)
        if head is None or head.status != response.status:
            host.has_lied()
        return response

    def _host(self, name: str) -> Host:
        if name not in self._hosts:
            settings = self._settings
            self._hosts[name] = Host(name, settings.per_host, settings.rate, self._clock)
        return self._hosts[name]

    async def _exchange(
        self, host: Host, method: str, target: Target, *, wants_text: bool = False
    ) -> Response:
        """Send a request when the host may get one, again after a pause that it asks for.

        Raises:
            Failed: there is no response, or the host wants no more requests.
        """
        while True:
            async with host.slots:
                await host.turn()
                if host.fault is not None:
                    raise Failed(host.fault.reason, host.fault.kind)
                async with self._everywhere:
                    try:
                        response = await self._client.send(method, target, wants_text=wants_text)
                    except Failed as failure:
                        host.has_failed(failure)
                        raise
            retry_after = response.headers.get("retry-after")
            is_asked = response.status == _UNAVAILABLE and retry_after is not None
            if response.status != _LIMITED and not is_asked:
                host.is_fine()
                return response
            asked = None if retry_after is None else seconds_of(retry_after)
            if not host.pause(asked):
                return response
