"""What a rule may ask that does not stand in its article: which files there are, which day it is.

A rule reads no files and no clock. It asks here, and every question is kept with its answer, so
that what was found in an article holds as long as the same questions are answered alike.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from contentlint.site.credits_file import CreditsList, Entry
from contentlint.site.generator import UNKNOWN, Generator
from contentlint.site.lookups import UNKNOWN as UNKNOWN_FILE
from contentlint.site.lookups import Folders, Lookup, find
from contentlint.site.recognise import Recognised, recognise, site_host

Questions = list[list[Any]]
"""Questions with their answers, as JSON knows them."""


class SiteContext:
    """What rules may ask about the site of one article, and about the day.

    Args:
        path: where it is, absolute; None: nowhere, so that nothing is known of files.
        generator: what builds it.
        folders_of: the folders of a site by its root, so that articles of a site share them.
        credits: the site's list of the pictures' credits; None: it has none.
        credit_keys: further keys of the front matter that say whose pictures are.
        site_of: the site that a folder belongs to.
    """

    def __init__(
        self,
        path: Path | None = None,
        generator: Generator = UNKNOWN,
        folders_of: Callable[[Path], Folders] = Folders,
        credits: CreditsList | None = None,
        credit_keys: tuple[str, ...] = (),
        site_of: Callable[[Path], Recognised | None] = recognise,
    ) -> None:
        self._site_of = site_of
        self.credit_keys = credit_keys
        self._path = path
        self._generator = generator
        self._folders_of = folders_of
        self._credits = credits
        self._answers: dict[tuple[str, str], Any] = {}

    def has_come(self, day: date) -> bool:
        """Whether a day has begun somewhere on earth; days of the future will have, one day."""
        return bool(self._ask("day", day.isoformat()))

    def file(self, url: str) -> Lookup:
        """Whether the site has the file that an address of the article's front matter names."""
        return Lookup(*self._ask("file", url))

    def credit(self, url: str) -> Entry | None:
        """What the site's list of credits says of the picture at an address."""
        if self._credits is None:
            return None
        said = self._ask("credit", url)
        return None if said is None else Entry(*said)

    @property
    def own_host(self) -> str | None:
        """The host that the site is read at, by the generator's configuration."""
        host: str | None = self._ask("host", "")
        return host

    @property
    def questions(self) -> Questions:
        """Every question so far, with its answer."""
        return [[kind, about, answer] for (kind, about), answer in self._answers.items()]

    def changed(self, asked: Iterable[list[Any]]) -> str | None:
        """The first question asked before that is answered otherwise today: its kind and words."""
        for kind, about, answer in asked:
            if self._ask(kind, about) != answer:
                return f"{kind} `{about}`"
        return None

    def _ask(self, kind: str, about: str) -> Any:
        if (kind, about) not in self._answers:
            self._answers[kind, about] = self._answer(kind, about)
        return self._answers[kind, about]

    def _answer(self, kind: str, about: str) -> Any:
        if kind == "day":
            return self._day(about)
        if kind == "credit":
            entry = None if self._credits is None else self._credits.find(about)
            return None if entry is None else list(entry)
        if kind == "host":
            return self._host
        return list(self._file(about))

    def _day(self, day: str) -> bool:
        # It begins fourteen hours before it does in Greenwich; a whole day is near enough.
        return date.fromisoformat(day).toordinal() <= _today().toordinal() + 1

    def _file(self, url: str) -> Lookup:
        if self._site is None:
            return UNKNOWN_FILE
        folders, generator, article = self._site
        return find(folders, generator, article, url)

    @cached_property
    def _host(self) -> str | None:
        site = None if self._path is None else self._site_of(self._path.parent)
        return None if site is None else site_host(site)

    @cached_property
    def _site(self) -> tuple[Folders, Generator, str] | None:
        """The site's folders, its generator and the article's place in it, where it is known."""
        if self._path is None:
            return None
        site = self._site_of(self._path.parent)
        if site is None or site.generator.name != self._generator.name:
            return None
        article = self._path.relative_to(site.root).as_posix()
        return self._folders_of(site.root), site.generator, article


class FakeSiteContext(SiteContext):
    """What the rule of an example may ask: a site with these files and no other.

    Args:
        article: the article's path, from the site's root.
        generator: what builds it.
        files: what the site has, from its root.
        credits: its list of credits.
        host: the host that it is read at.
        credit_keys: as for `SiteContext`.
    """

    def __init__(
        self,
        article: str,
        generator: Generator,
        files: tuple[str, ...],
        credits: Mapping[str, Entry],
        host: str | None,
        credit_keys: tuple[str, ...] = (),
    ) -> None:
        listed = CreditsList(credits)
        super().__init__(None, generator, credits=listed, credit_keys=credit_keys)
        self._site = None if not generator.is_known else (Folders(None, files), generator, article)
        self._host = host


def _today() -> date:
    return datetime.now(UTC).date()
