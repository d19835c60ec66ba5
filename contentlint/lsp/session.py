"""What the server knows: folders, open files, and their findings."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from contentlint.core.finding import Finding
from contentlint.core.reading import project_of
from contentlint.core.tuples import NamedTuple
from contentlint.lsp.buffers import Buffer
from contentlint.lsp.diagnostics import moved
from contentlint.lsp.project import Article, Project, is_about_settings
from contentlint.lsp.sites import SiteIndex, SiteIndexes

# The file names of buffers that have no file, by the language that the editor takes them for.
_UNSAVED = {"html": "untitled.html", "mdx": "untitled.mdx", "markdown": "untitled.md"}


class Folder(NamedTuple):
    """A folder that is open in the editor, or the project of a file outside of these."""

    project: Project
    sites: SiteIndexes


class _Result:
    """The findings of an open article.

    `text` and `own` are its last checked text and the findings in it, `seconds` how long that
    took; `site_text` and `about_site` the same for findings about the site.
    """

    def __init__(self) -> None:
        self.text: str | None = None
        self.seconds = 0.0
        self.own: list[Finding] = []
        self.site_text = ""
        self.about_site: list[Finding] = []


class Session:
    """The state of a server.

    Args:
        say: shows a message in the editor.

    Attributes:
        encoding: the units of columns, as negotiated.
        is_trusted: whether Python code of the folders may run.
        buffers: the open files, by URI.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self.encoding = "utf-16"
        self.is_trusted = False
        self.buffers: dict[str, Buffer] = {}
        self._say = say
        self._said: set[str] = set()
        self._roots: list[Path] = []
        self._folders: dict[Path, Folder] = {}
        self._results: dict[str, _Result] = {}

    # --- folders

    def set_roots(self, uris: Iterable[str]) -> None:
        """Set the folders that are open in the editor."""
        paths = (to_fs_path(uri) for uri in uris)
        self._roots = [Path(path) for path in paths if path]

    def trust(self, is_trusted: bool) -> None:
        """Set whether Python code of the folders may run."""
        if is_trusted != self.is_trusted:
            self.is_trusted = is_trusted
            self._folders.clear()
            self._results = {uri: _Result() for uri in self.buffers}

    def folder(self, path: Path) -> Folder:
        """The folder of a file: the innermost one that is open, or the file's project."""
        around = [root for root in self._roots if path.is_relative_to(root)]
        root = max(around, key=lambda root: len(root.parts), default=None)
        if root is None:
            root = project_of(path.parent)
        known = self._folders.get(root)
        if known is None:
            project = Project(root, is_trusted=self.is_trusted)
            known = self._folders[root] = Folder(project, SiteIndexes(project))
        return known

    def path(self, buffer: Buffer) -> Path:
        """The path of an open file; that of a file beside the others if it is not saved."""
        if buffer.uri.startswith("file:") and (path := to_fs_path(buffer.uri)):
            return Path(path)
        root = self._roots[0] if self._roots else Path.cwd()
        return root / _UNSAVED.get(buffer.language, "untitled.txt")

    # --- files

    def open(self, item: types.TextDocumentItem) -> Buffer:
        """Take the text of a file that was opened."""
        buffer = Buffer(item.uri, item.text, self.encoding, item.version, str(item.language_id))
        self.buffers[item.uri] = buffer
        self._results[item.uri] = _Result()
        return buffer

    def close(self, uri: str) -> None:
        """Forget a file that was closed."""
        self.buffers.pop(uri, None)
        self._results.pop(uri, None)

    def article(self, buffer: Buffer) -> Article | None:
        """The article in an open file; None if the file is not checked."""
        path = self.path(buffer)
        project = self.folder(path).project
        article = project.article(path, buffer.readable)
        self._report(project)
        return article

    def findings(self, buffer: Buffer) -> list[Finding]:
        """The findings of an open file, with the last known ones about its site, moved."""
        result = self._results[buffer.uri]
        if result.text != buffer.readable:
            self._check(buffer, result)
        about_site = moved(result.about_site, result.site_text, buffer.readable)
        return sorted([*result.own, *about_site], key=lambda f: (f.span, f.rule, f.message))

    def _check(self, buffer: Buffer, result: _Result) -> None:
        is_first = result.text is None
        article = self.article(buffer)
        result.text, result.own = buffer.readable, []
        if article is None:
            return
        project = self.folder(article.task.path).project
        started = time.perf_counter()
        checked = project.check(article)
        # The first check also imports rules and reads settings.
        result.seconds = 0.0 if is_first else time.perf_counter() - started
        self._report(project)
        if checked is None:
            return
        result.own = checked.findings
        index = self.site(article)
        if index is not None:
            index.update(article.task, checked)

    def pause(self, buffer: Buffer, quick: float, longest: float) -> float:
        """How long to wait for more changes of a file before it is checked, in seconds.

        Args:
            buffer: the file.
            quick: checks that take less than this do not wait.
            longest: the longest pause.
        """
        seconds = self._results[buffer.uri].seconds
        return 0.0 if seconds < quick else min(seconds, longest)

    def site(self, article: Article) -> SiteIndex | None:
        """The site of an article, which may not have been read yet; None if no rule needs it."""
        return self.folder(article.task.path).sites.of(article.task)

    # --- sites

    def texts(self) -> dict[Path, str]:
        """The texts of all open files, by path."""
        return {self.path(buffer): buffer.readable for buffer in self.buffers.values()}

    def set_about_site(self, texts: dict[Path, str], found: dict[Path, list[Finding]]) -> bool:
        """Take new findings about sites; whether there is a change.

        Args:
            texts: the texts that they are about.
            found: the findings by path.
        """
        is_changed = False
        for uri, buffer in self.buffers.items():
            path, result = self.path(buffer), self._results[uri]
            if path not in found:
                continue
            is_changed |= moved(result.about_site, result.site_text, texts[path]) != found[path]
            result.site_text, result.about_site = texts[path], found[path]
        return is_changed

    def uri(self, path: Path) -> str:
        """The URI of a file, as the editor has it if it is open."""
        opened = (uri for uri, buffer in self.buffers.items() if self.path(buffer) == path)
        return next(opened, path.as_uri())

    # --- changes

    def changed(self, paths: Iterable[Path], *, are_names: bool) -> None:
        """Take changes of files outside of the editor.

        Args:
            paths: the files.
            are_names: whether files were created or deleted.
        """
        known = set(paths)
        is_about_settings_ = any(map(is_about_settings, known))
        for folder in self._folders.values():
            if is_about_settings_ or are_names:
                folder.project.reload()
            if is_about_settings_:
                folder.sites.clear()
        opened = {self.path(buffer) for buffer in self.buffers.values()}
        for path in known - opened:
            if not is_about_settings(path):
                self._read(path)
        if is_about_settings_ or are_names:
            for result in self._results.values():
                result.text = None

    def _read(self, path: Path) -> None:
        folder = self.folder(path)
        if folder.project.article(path, "") is not None:
            folder.sites.read([path])

    def _report(self, project: Project) -> None:
        """Show why settings cannot be used, or what is not loaded; each message once."""
        if project.fault is not None:
            self.say_once(f"contentlint: {project.fault}")
        for reference in project.refused_schemas:
            self.say_once(
                f"contentlint: schema `{reference}` not loaded: Python code runs only in trusted "
                "workspaces"
            )

    def say_once(self, message: str) -> None:
        """Show a message, unless it was shown before."""
        if message not in self._said:
            self._said.add(message)
            self._say(message)

    def sites(self) -> list[SiteIndex]:
        """The sites of all open articles."""
        articles = map(self.article, self.buffers.values())
        found = [self.site(article) for article in articles if article is not None]
        return [site for number, site in enumerate(found) if site and site not in found[:number]]
