"""The server: its requests, and when open files are checked."""

import asyncio
from collections.abc import Coroutine, Generator
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from contentlint import __version__
from contentlint.core.errors import ContentlintError
from contentlint.core.finding import Finding
from contentlint.lsp.buffers import Buffer
from contentlint.lsp.changes import add_changes
from contentlint.lsp.diagnostics import diagnostics
from contentlint.lsp.help import add_help
from contentlint.lsp.links import LinkHelp
from contentlint.lsp.places import add_places
from contentlint.lsp.project import ARTICLE_SUFFIXES
from contentlint.lsp.session import Session
from contentlint.lsp.sites import SiteIndex

# How long typing must pause before the site is checked, in seconds.
_SITE_PAUSE = 0.3
# Articles that take longer to check wait for a pause in typing as long as their check, in seconds.
_QUICK, _LONGEST_PAUSE = 0.02, 0.4

_WATCHED = (
    f"**/*.{{{','.join(suffix[1:] for suffix in ARTICLE_SUFFIXES)}}}",
    "**/*.{toml,json,py,yml,yaml,csv}",
    "**/*.{png,jpg,jpeg,gif,svg,webp,avif}",
    "**/.gitignore",
)


class _Protocol(LanguageServerProtocol):
    """The protocol without the texts of pygls: its lines also end at other characters."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(
        self, params: types.DidOpenTextDocumentParams
    ) -> Generator[Any, Any, None]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(
        self, params: types.DidCloseTextDocumentParams
    ) -> Generator[Any, Any, None]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *args: Any) -> Generator[Any, Any, None]:
        # The inherited method fails if a request ends while it cancels the others.
        for number, future in list(self._request_futures.items()):
            if number != self.msg_id and not future.done():
                future.cancel()
        return (yield from super().lsp_shutdown(*args))


class Server(LanguageServer):
    """A language server for one editor.

    Attributes:
        session: what it knows.
        links: answers requests about links.
        pulls: whether the editor asks for diagnostics; otherwise they are sent to it.
        asks_reason: whether the editor asks authors for the reason of a suppression.
    """

    def __init__(self) -> None:
        super().__init__("contentlint", __version__, protocol_cls=_Protocol, max_workers=2)
        self.session = Session(self._say)
        self.links = LinkHelp(self.session)
        self.pulls = False
        self.asks_reason = False
        self._pending: dict[str, asyncio.Task[None]] = {}
        self._site_task: asyncio.Task[None] | None = None
        self._builds: set[asyncio.Task[None]] = set()

    def _say(self, message: str) -> None:
        warning = types.MessageType.Warning
        self.window_show_message(types.ShowMessageParams(warning, message))

    # --- start

    def begin(self, params: types.InitializeParams) -> None:
        """Take the folders, settings and abilities of the editor."""
        session, given = self.session, params.initialization_options
        session.encoding = types.PositionEncodingKind(self.workspace.position_encoding).value
        uris = [folder.uri for folder in params.workspace_folders or ()]
        session.set_roots(uris or ([params.root_uri] if params.root_uri else []))
        options = given if isinstance(given, dict) else {}
        session.trust(options.get("trusted") is True)
        self.asks_reason = options.get("asksReason") is True
        can = params.capabilities
        refreshes = can.workspace and can.workspace.diagnostics
        self.pulls = bool(
            can.text_document
            and can.text_document.diagnostic
            and refreshes
            and refreshes.refresh_support
        )

    def watch_files(self) -> None:
        """Ask the editor to report changes of articles, images and settings."""
        can = self.client_capabilities.workspace
        watched = can.did_change_watched_files if can else None
        if not (watched and watched.dynamic_registration):
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(
            "contentlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
        )
        self.client_register_capability(types.RegistrationParams([registration]))

    # --- checks

    def check_soon(self, buffer: Buffer) -> None:
        """Check a changed file; a long one when typing pauses."""
        pending = self._pending.pop(buffer.uri, None)
        if pending is not None:
            pending.cancel()
        if not self.pulls:
            self._pending[buffer.uri] = self._start(self._check(buffer))
        self.check_sites_soon()

    async def _check(self, buffer: Buffer) -> None:
        # Changes that have already arrived cancel this task before it does anything.
        await asyncio.sleep(self.session.pause(buffer, _QUICK, _LONGEST_PAUSE))
        if self.session.buffers.get(buffer.uri) is buffer:
            self.publish(buffer)

    def publish(self, buffer: Buffer) -> None:
        """Send the diagnostics of an open file."""
        found = self.diagnostics_of(buffer)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(buffer.uri, found, buffer.version)
        )

    def diagnostics_of(self, buffer: Buffer) -> list[types.Diagnostic]:
        """The diagnostics of an open file."""
        findings = self.session.findings(buffer)
        return diagnostics(buffer, buffer.uri, findings)

    def findings_of(self, buffer: Buffer) -> list[Finding]:
        """The findings of an open file."""
        return self.session.findings(buffer)

    def refresh(self) -> None:
        """Bring the diagnostics of all open files up to date."""
        if self.pulls:
            self.workspace_diagnostic_refresh(None)
            return
        for buffer in self.session.buffers.values():
            self.publish(buffer)

    # --- sites

    def check_sites_soon(self) -> None:
        """Check the sites of open files when typing pauses."""
        if self._site_task is not None:
            self._site_task.cancel()
        self._site_task = self._start(self._check_sites())

    async def _check_sites(self) -> None:
        await asyncio.sleep(_SITE_PAUSE)
        is_changed = False
        for buffer in list(self.session.buffers.values()):
            self.session.findings(buffer)
        for site in self.session.sites():
            if not site.is_started:
                # It goes on when this task is cancelled by a change.
                build = self._start(self._build(site))
                self._builds.add(build)
                build.add_done_callback(self._builds.discard)
            elif site.is_complete:
                texts = self.session.texts()
                found = await asyncio.to_thread(site.findings, texts)
                is_changed |= self.session.set_about_site(texts, found)
        if is_changed:
            self.refresh()

    async def _build(self, site: SiteIndex) -> None:
        await site.build()
        self.check_sites_soon()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        """Do background work; a failure is shown once and ends nothing else."""
        try:
            await work
        except ContentlintError as error:
            self.session.say_once(f"contentlint: {error}")
        except Exception as error:
            self.session.say_once(f"contentlint: internal error: {type(error).__name__}: {error}")


def made() -> Server:
    """A server with all its features."""
    server = Server()
    _add_texts(server)
    add_changes(server)
    add_help(server)
    add_places(server)
    return server


def _add_texts(server: Server) -> None:
    """Opening, changing and closing of files, and changes outside of the editor."""
    session = server.session

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)
        if server.pulls:
            _add_pulling(server)

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        server.watch_files()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(session.open(params.text_document))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        buffer = session.buffers.get(params.text_document.uri)
        if buffer is not None:
            buffer.change(params.content_changes, params.text_document.version)
            server.check_soon(buffer)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        session.close(uri)
        if not server.pulls:
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        path = to_fs_path(params.text_document.uri)
        if path:
            session.changed([Path(path)], are_names=True)
            server.refresh()
            server.check_sites_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: types.DidChangeWatchedFilesParams) -> None:
        are_names = any(event.type != types.FileChangeType.Changed for event in params.changes)
        paths = [Path(path) for event in params.changes if (path := to_fs_path(event.uri))]
        session.changed(paths, are_names=are_names)
        server.refresh()
        server.check_sites_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings if isinstance(params.settings, dict) else {}
        own = settings.get("contentlint", settings)
        if isinstance(own, dict) and isinstance(own.get("trusted"), bool):
            session.trust(own["trusted"])
            server.refresh()
            server.check_sites_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        session.set_roots(folder.uri for folder in server.workspace.folders.values())
        server.refresh()
        server.check_sites_soon()


def _add_pulling(server: Server) -> None:
    """Diagnostics on request, for editors that ask for them."""
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=False, identifier="contentlint"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pull(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport:
        # Changes and cancellations that have already arrived come first.
        await asyncio.sleep(0)
        buffer = server.session.buffers.get(params.text_document.uri)
        found = [] if buffer is None else server.diagnostics_of(buffer)
        return types.RelatedFullDocumentDiagnosticReport(found)
