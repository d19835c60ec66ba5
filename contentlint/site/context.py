"""What a rule can ask about the world outside its article: existing files, the date, credits.

Rules do not read files or the clock. They ask here, and each question is recorded with its answer:
cached findings of an article are valid as long as the answers are the same.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from contentlint.core.properties import cached_property
from contentlint.site.answers import ANCHOR, PAGE, Answer, Web
from contentlint.site.credits_file import CreditsList, Entry
from contentlint.site.generator import UNKNOWN, Generator
from contentlint.site.lookups import UNKNOWN as UNKNOWN_FILE
from contentlint.site.lookups import Folders, Lookup, find
from contentlint.site.recognise import Recognised, names_author, recognise, site_host

Questions = list[list[Any]]
"""Questions with their answers, as JSON values."""


class SiteContext:
    """What rules can ask about the site of one article, and about the date.

    Args:
        path: the absolute path of the article; None: it has none, and nothing is known about files.
        generator: the generator of the site.
        folders_of: returns the folders of a site by its root, so that its articles share them.
        credits: the credits file of the site; None: there is none.
        credit_keys: additional front matter keys for image credits.
        site_of: returns the site of a folder.
        web: what is known about external URLs.
    """

    def __init__(
        self,
        path: Path | None = None,
        generator: Generator = UNKNOWN,
        folders_of: Callable[[Path], Folders] = Folders,
        credits: CreditsList | None = None,
        credit_keys: tuple[str, ...] = (),
        site_of: Callable[[Path], Recognised | None] = recognise,
        web: Web | None = None,
    ) -> None:
        self._site_of = site_of
        self._web = {} if web is None else web
        self.credit_keys = credit_keys
        self._path = path
        self._generator = generator
        self._folders_of = folders_of
        self._credits = credits
        self._answers: dict[tuple[str, str], Any] = {}

    def has_come(self, day: date) -> bool:
        """Whether a day has begun anywhere on Earth."""
        return bool(self._ask("day", day.isoformat()))

    def file(self, url: str) -> Lookup:
        """Whether the site has the file that a URL in the front matter of the article names."""
        return Lookup(*self._ask("file", url))

    def credit(self, url: str) -> Entry | None:
        """The entry of an image URL in the site's credits file."""
        if self._credits is None:
            return None
        entry = self._ask("credit", url)
        return None if entry is None else Entry(*entry)

    def page(self, url: str) -> Answer | None:
        """What is wrong with an external URL without a fragment; None: nothing, or unknown."""
        answer = self._ask(PAGE, url)
        return None if answer is None else Answer(*answer)

    def lacks_anchor(self, url: str) -> bool:
        """Whether an external page is known to lack the fragment of a URL."""
        return bool(self._ask(ANCHOR, url))

    @property
    def holds_article(self) -> bool:
        """Whether the generator may make a page of the article, by its folder."""
        if self._site is None:
            return True
        _, generator, article = self._site
        known = generator.content_folders
        if not known or article.partition("/")[0] in known:
            return True
        return not self._ask("content", "")

    @property
    def own_host(self) -> str | None:
        """The host of the site, by the generator's configuration."""
        host: str | None = self._ask("host", "")
        return host

    @property
    def has_author(self) -> bool:
        """Whether the configuration of the site's generator names an author."""
        return bool(self._ask("author", ""))

    @property
    def questions(self) -> Questions:
        """All questions so far, with their answers."""
        return [[kind, about, answer] for (kind, about), answer in self._answers.items()]

    def changed(self, asked: Iterable[list[Any]]) -> str | None:
        """The first earlier question whose answer has changed: its kind and subject."""
        for kind, about, answer in asked:
            if self._ask(kind, about) != answer:
                return f"{kind} `{about}`"
        return None

    def _ask(self, kind: str, about: str) -> Any:
        if (kind, about) not in self._answers:
            self._answers[kind, about] = self._answer(kind, about)
        return self._answers[kind, about]

    def _answer(self, kind: str, about: str) -> Any:
        if kind in (PAGE, ANCHOR):
            return self._web.get((kind, about))
        if kind == "day":
            return self._day(about)
        if kind == "credit":
            entry = None if self._credits is None else self._credits.find(about)
            return None if entry is None else list(entry)
        if kind == "host":
            return self._host
        if kind == "author":
            return self._has_author
        if kind == "content":
            return self._has_content
        return list(self._file(about))

    def _day(self, day: str) -> bool:
        # A day begins up to 14 hours earlier than in UTC; a whole day is close enough.
        return date.fromisoformat(day).toordinal() <= _today().toordinal() + 1

    def _file(self, url: str) -> Lookup:
        if self._site is None:
            return UNKNOWN_FILE
        folders, generator, article = self._site
        return find(folders, generator, article, url)

    @property
    def _has_content(self) -> bool:
        """Whether the site has one of the folders of articles."""
        if self._site is None:
            return False
        folders, generator, _ = self._site
        return any(map(folders.has, generator.content_folders))

    @cached_property
    def _host(self) -> str | None:
        site = None if self._path is None else self._site_of(self._path.parent)
        return None if site is None else site_host(site)

    @cached_property
    def _has_author(self) -> bool:
        site = None if self._path is None else self._site_of(self._path.parent)
        if site is None:
            return False
        known = self._folders_of(site.root).authors  # shared by all articles of a run
        if site.marker not in known:
            known[site.marker] = names_author(site)
        return known[site.marker]

    @cached_property
    def _site(self) -> tuple[Folders, Generator, str] | None:
        """The site's folders and generator, and the path of the article in it; None if unknown."""
        if self._path is None:
            return None
        site = self._site_of(self._path.parent)
        if site is None or site.generator.name != self._generator.name:
            return None
        article = self._path.relative_to(site.root).as_posix()
        return self._folders_of(site.root), site.generator, article


class FakeSiteContext(SiteContext):
    """The site of a rule example, with the given files only.

    Args:
        article: the path of the article, relative to the site's root.
        generator: the generator of the site.
        files: the files of the site, relative to its root.
        credits: the entries of its credits file.
        host: the host of the site.
        credit_keys: as for `SiteContext`.
        has_author: whether its configuration names an author.
        web: what is known about external URLs.
    """

    def __init__(
        self,
        article: str,
        generator: Generator,
        files: tuple[str, ...],
        credits: Mapping[str, Entry],
        host: str | None,
        credit_keys: tuple[str, ...] = (),
        *,
        has_author: bool = False,
        web: Web | None = None,
    ) -> None:
        listed = CreditsList(credits)
        super().__init__(None, generator, credits=listed, credit_keys=credit_keys, web=web)
        self._site = None if not generator.is_known else (Folders(None, files), generator, article)
        self._host = host
        self._has_author = has_author


def _today() -> date:
    return datetime.now(UTC).date()
