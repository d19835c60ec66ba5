"""The requests about links: definition, document links, and rename of a heading."""

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from contentlint.core.errors import ContentlintError
from contentlint.lsp.buffers import Buffer, Text
from contentlint.lsp.changes import workspace_edit
from contentlint.lsp.project import Article
from contentlint.lsp.rename import CannotRename, heading_at, renamed
from contentlint.lsp.sites import text_of

if TYPE_CHECKING:
    from contentlint.lsp.server import Server

_REQUEST_FAILED = -32803


def add_places(server: "Server") -> None:
    """Add the requests to a server."""
    _add_navigation(server)
    _add_rename(server)


def _opened(server: "Server", uri: str) -> tuple[Buffer, Article] | None:
    """An open article; the facts of its site are those of its current text."""
    session = server.session
    buffer = session.buffers.get(uri)
    article = None if buffer is None else session.article(buffer)
    if buffer is None or article is None:
        return None
    session.findings(buffer)
    return buffer, article


def _add_navigation(server: "Server") -> None:
    session, links = server.session, server.links

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        found = _opened(server, params.text_document.uri)
        if found is None:
            return None
        buffer, article = found
        try:
            linked = links.linked(article)
            target = links.target_at(article, buffer.offset(params.position))
            return links.location(linked, target[1]) if linked and target else None
        except ContentlintError:
            return None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    def document_links(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        found = _opened(server, params.text_document.uri)
        if found is None:
            return []
        buffer, article = found
        try:
            return [
                types.DocumentLink(buffer.range(placed.span), target=session.uri(target.path))
                for placed, target in links.targets(article)
            ]
        except ContentlintError:
            return []


def _add_rename(server: "Server") -> None:
    session, links = server.session, server.links

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        found = _opened(server, params.text_document.uri)
        if found is None:
            return None
        buffer, article = found
        try:
            place = heading_at(article.document(), buffer.offset(params.position))
        except ContentlintError:
            return None
        if place is None:
            return None
        return types.PrepareRenamePlaceholder(buffer.range(place.span), place.text)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = _opened(server, params.text_document.uri)
        if found is None:
            return None
        buffer, article = found
        offset = buffer.offset(params.position)
        try:
            edits = renamed(article, offset, params.new_name, links, session)
        except (CannotRename, ContentlintError) as error:
            raise JsonRpcException(f"not renamed: {error}", _REQUEST_FAILED) from error
        linked = links.linked(article)
        if linked is None:
            return None
        texts, changes = session.texts(), {}
        for path, each in edits.items():
            file = linked.facts.root.folder / path
            most = article.task.plan.limits.file_size
            text = text_of(file, texts, most)
            if text is not None:
                changes[session.uri(file)] = Text(text, session.encoding).edits(each)
        return workspace_edit(server, changes)
