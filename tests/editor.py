"""A small client of the language server: a real process, and messages as editors send them."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import forking

# A reply that takes longer is a failure; much longer than any should take.
_PATIENCE = 60

ABILITIES: dict[str, Any] = {
    "workspace": {
        "workspaceFolders": True,
        "configuration": True,
        "workspaceEdit": {"documentChanges": True},
    },
    "textDocument": {
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}}
        },
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "rename": {"prepareSupport": True},
    },
}


class Refused(Exception):
    """The server has answered a request with an error."""


class Editor:
    """An editor with one server.

    Args:
        folders: the folders that are open.
        options: the initialization options.
        abilities: what differs from `ABILITIES`, as a whole part.
        is_started: whether the server is started like that of an editor, not forked.
    """

    def __init__(
        self,
        *folders: Path,
        options: dict[str, Any] | None = None,
        abilities: dict[str, Any] | None = None,
        is_started: bool = False,
    ) -> None:
        cwd = folders[0] if folders else None
        env = {**os.environ, "PYTHONASYNCIODEBUG": ""}
        self.process: subprocess.Popen[bytes] | forking.Process
        if is_started or not hasattr(os, "fork"):
            self.process = subprocess.Popen(
                [sys.executable, "-m", "contentlint", "lsp"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=cwd,
                env=env,
            )
        else:
            self.process = forking.Process(["lsp"], cwd, env, "contentlint.lsp.server")
        self.messages: list[str] = []
        self.asked: list[str] = []
        self.published: dict[str, dict[str, Any]] = {}
        self.texts: dict[str, str] = {}
        self._number = 0
        self._versions: dict[str, int] = {}
        self._incoming: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._errors: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._listen_to_errors, daemon=True).start()
        uris = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        given = {
            "processId": os.getpid(),
            "rootUri": uris[0]["uri"] if uris else None,
            "workspaceFolders": uris or None,
            "initializationOptions": options,
            "capabilities": {**ABILITIES, **(abilities or {})},
        }
        self.abilities = self.ask("initialize", given)["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> "Editor":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.process.kill()
        else:
            self.ask("shutdown", None)
            self.tell("exit", None)
        code = self.process.wait(_PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        assert kind is not None or code == 0, self.errors

    @property
    def errors(self) -> str:
        """What the server wrote to stderr."""
        return b"".join(self._errors).decode()

    # --- messages

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its result."""
        number = self.send(method, params)
        return self.answer(number)

    def send(self, method: str, params: Any) -> int:
        """Send a request without waiting; its number."""
        self._number += 1
        self._write({"id": self._number, "method": method, "params": params})
        return self._number

    def answer(self, number: int) -> Any:
        """The result of a request."""
        reply = self.reply(number)
        if "error" in reply:
            raise Refused(reply["error"]["message"])
        return reply["result"]

    def reply(self, number: int) -> dict[str, Any]:
        """The reply to a request: its result or error."""
        return self.until(lambda message: message.get("id") == number and "method" not in message)

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._write({"method": method, "params": params})

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message for which a condition holds; all before it are taken in."""
        while True:
            message = self._incoming.get(timeout=_PATIENCE)
            assert message is not None, f"the server has ended: {self.errors}"
            self._take(message)
            if wanted(message):
                return message

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "window/showMessage":
            self.messages.append(message["params"]["message"])
        elif method == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]
        elif method is not None and "id" in message:
            self.asked.append(method)
            self._write({"id": message["id"], "result": None})

    def _write(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                self._incoming.put(None)
                return
            self._incoming.put(json.loads(stream.read(length)))

    def _listen_to_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._errors.append(line)

    # --- files

    def open(self, path: Path, text: str | None = None, language: str = "markdown") -> str:
        """Open a file; its URI."""
        uri = path.as_uri()
        text = path.read_bytes().decode() if text is None else text
        self.texts[uri], self._versions[uri] = text, 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, *changes: dict[str, Any]) -> None:
        """Send changes of a file."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.tell(
            "textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)}
        )

    def write(self, uri: str, text: str) -> None:
        """Replace the text of a file."""
        self.texts[uri] = text
        self.change(uri, {"text": text})

    def found(self, uri: str) -> list[dict[str, Any]]:
        """The diagnostics of the current version of a file."""
        version = self._versions[uri]
        if self.published.get(uri, {}).get("version") != version:
            self.until(
                lambda message: (
                    message.get("method") == "textDocument/publishDiagnostics"
                    and message["params"]["uri"] == uri
                    and message["params"].get("version") == version
                )
            )
        found: list[dict[str, Any]] = self.published[uri]["diagnostics"]
        return found

    def rules(self, uri: str) -> list[str]:
        """The rules of these diagnostics."""
        return [each["code"] for each in self.found(uri)]

    def published_again(self, uri: str) -> list[str]:
        """The rules of the next diagnostics of a file."""
        message = self.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
            )
        )
        return [each["code"] for each in message["params"]["diagnostics"]]

    def at(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        """Ask about a position."""
        place = {"line": line, "character": character}
        return self.ask(
            f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place, **more}
        )
