"""The links of articles for the editor: completion, where they lead, and rename of headings."""

from collections.abc import Iterator

from lsprotocol import types

from contentlint.core.source import Span
from contentlint.lsp.buffers import Buffer
from contentlint.lsp.project import Article
from contentlint.lsp.session import Session


class LinkHelp:
    """Answers requests about links.

    Args:
        session: the open files and their sites.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def complete(
        self, buffer: Buffer, article: Article, offset: int
    ) -> Iterator[types.CompletionItem]:
        """The targets for the link that is being written at a cursor."""
        return iter(())

    def complete_file(
        self, buffer: Buffer, article: Article, word: Span, key: str
    ) -> Iterator[types.CompletionItem]:
        """The image files for a front matter key that names one."""
        return iter(())

    def used(self, article: Article, key: str) -> list[tuple[str, int]]:
        """The values of a front matter key in the site, the most frequent first, with numbers."""
        return []

    def about(self, buffer: Buffer, article: Article, offset: int) -> list[tuple[Span, str]]:
        """Where the link under the cursor leads."""
        return []
