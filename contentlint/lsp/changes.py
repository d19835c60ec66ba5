"""The requests that change text: code actions, and the commands behind them."""

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from contentlint.core.errors import ContentlintError
from contentlint.core.finding import Edit, Finding
from contentlint.fixing.suppress import reason_fault
from contentlint.lsp import actions
from contentlint.lsp.actions import Action
from contentlint.lsp.buffers import Buffer
from contentlint.lsp.diagnostics import diagnostics
from contentlint.lsp.project import Article

if TYPE_CHECKING:
    from contentlint.lsp.server import Server

FIX_ALL = "source.fixAll.contentlint"
"""The kind of the action that editors run on save."""

SUPPRESS = "contentlint.suppress"
"""The command that suppresses a finding: URI, rule, 0-based line, reason."""

ASK_REASON = "contentlint.askReason"
"""A command of the editor that asks for a reason and then calls `SUPPRESS`."""

_KINDS: dict[str, str] = {"fix-all": FIX_ALL}


def add_changes(server: "Server") -> None:
    """Add the requests to a server."""
    options = types.CodeActionOptions(
        code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True
    )

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        buffer = server.session.buffers.get(params.text_document.uri)
        return [] if buffer is None else _Offer(server, buffer).actions(params)

    @server.feature(types.CODE_ACTION_RESOLVE)
    def resolve(action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        buffer = server.session.buffers.get(str(data.get("uri")))
        if buffer is not None and data.get("version") == buffer.version:
            action.edit = _Offer(server, buffer).resolved(data)
        return action

    @server.command(SUPPRESS)
    async def suppress(uri: str, rule: str, line: int, reason: str) -> str | None:
        """Suppress a finding; what is wrong with the reason, if anything is."""
        buffer = server.session.buffers.get(uri)
        fault = reason_fault(reason)
        if buffer is None or fault is not None:
            return fault
        found = (f for f in server.findings_of(buffer) if f.rule == rule)
        finding = next((f for f in found if buffer.position(f.span.start).line == line), None)
        article = server.session.article(buffer)
        if finding is None or article is None:
            return "finding not found; the text has changed"
        edits = actions.suppress(article, finding, reason)
        if not edits:
            return "no suppression comment is possible on this line"
        label = f"Suppress {rule}"
        edit = _Offer(server, buffer).edit(edits)
        await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label))
        return None


class _Offer:
    """The actions for one open file."""

    def __init__(self, server: "Server", buffer: Buffer) -> None:
        self.server = server
        self.buffer = buffer

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The actions for a range, of the kinds that the editor wants."""
        start, end = self.buffer.span(params.range)
        findings = self.server.findings_of(self.buffer)
        wanted = [_name(kind) for kind in params.context.only or ()]
        found = actions.actions(findings, start, end)
        chosen = [action for action in found if _is_wanted(_kind(action), wanted)]
        article = self.server.session.article(self.buffer) if chosen else None
        if article is None:
            return []
        made = (self.made(article, action) for action in chosen)
        return [action for action in made if action is not None]

    def made(self, article: Article, action: Action) -> types.CodeAction | None:
        """An action as the editor shows it; its edit may be computed when it is chosen."""
        finding = action.finding
        about = [] if finding is None else [finding]
        item = types.CodeAction(
            action.title,
            _kind(action),
            diagnostics=diagnostics(self.buffer, self.buffer.uri, about) or None,
            is_preferred=action.is_preferred or None,
        )
        if action.kind == "suppress" and self.server.asks_reason and finding is not None:
            line = self.buffer.position(finding.span.start).line
            item.command = types.Command(
                action.title, ASK_REASON, arguments=[self.buffer.uri, finding.rule, line]
            )
            return item
        if action.kind == "fix" and finding is not None and finding.fix is not None:
            item.edit = self.edit(list(finding.fix.edits))
            return item
        if action.kind == "add-key" and finding is not None:
            item.edit = self.key_edit(article, finding)
            return None if item.edit is None else item
        data = {
            "uri": self.buffer.uri,
            "version": self.buffer.version,
            "kind": action.kind,
            "rule": action.rule,
            "start": -1 if finding is None else finding.span.start,
        }
        if self._resolves:
            item.data = data
        else:
            item.edit = self.resolved(data)
        return item

    @property
    def _resolves(self) -> bool:
        """Whether the editor asks for the edit of an action when it is chosen."""
        can = self.server.client_capabilities.text_document
        about = can.code_action if can else None
        support = about.resolve_support if about else None
        return bool(support and "edit" in support.properties)

    def resolved(self, data: dict[str, Any]) -> types.WorkspaceEdit | None:
        """The edit of an action, from the data in it."""
        article = self.server.session.article(self.buffer)
        if article is None:
            return None
        try:
            if data.get("kind") == "fix-all":
                return self.edit(actions.fix_all(article, self.server.findings_of(self.buffer)))
            found = self.server.findings_of(self.buffer)
            place = (data.get("rule"), data.get("start"))
            finding = next((f for f in found if (f.rule, f.span.start) == place), None)
            return self.edit(actions.suppress(article, finding)) if finding else None
        except ContentlintError as error:
            self.server.session.say_once(f"contentlint: {error}")
            return None

    def edit(self, edits: list[Edit]) -> types.WorkspaceEdit:
        """Edits of this file for the editor."""
        return workspace_edit(self.server, {self.buffer.uri: self.buffer.edits(edits)})

    def key_edit(self, article: Article, finding: Finding) -> types.WorkspaceEdit | None:
        """The edit that adds an unknown key to the schema; None if it cannot be added."""
        from contentlint.lsp.schema_edits import added_key

        found = added_key(article, finding.about, self.server.session)
        return found and workspace_edit(self.server, {found[0]: found[1]})


def workspace_edit(server: "Server", edits: dict[str, list[types.TextEdit]]) -> types.WorkspaceEdit:
    """Edits by URI, with the versions of open files if the editor compares them."""
    can = server.client_capabilities.workspace
    about = can.workspace_edit if can else None
    if not (about and about.document_changes):
        return types.WorkspaceEdit(changes=edits)
    buffers = server.session.buffers
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(
                    uri, buffers[uri].version if uri in buffers else None
                ),
                changes,
            )
            for uri, changes in edits.items()
        ]
    )


def _kind(action: Action) -> str:
    return _KINDS.get(action.kind, types.CodeActionKind.QuickFix.value)


def _name(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _is_wanted(kind: str, wanted: list[str]) -> bool:
    """Whether a kind is one of the wanted ones or below one; fix-all only if asked for or open."""
    return not wanted or any(f"{kind}.".startswith(f"{name}.") for name in wanted)
