"""Generate a large invented site, with identical articles for identical arguments.

    python benchmarks/generate_site.py FOLDER --articles 10000 [--html 0.5] [--links 10] [--seed 1]

Sizes and frequencies of elements and errors are those counted in 3,136 articles of six real sites,
blogs and documentation in English and Chinese. The text consists of invented words. `--html` is the
share of articles with an HTML body instead of Markdown. With `--links`, it is a MkDocs site, and
every article has so many links to other articles, some with anchors; one of a thousand is broken.
"""

import argparse
import math
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

# Quantiles of real articles: the length of the body in code points, and the numbers of some
# elements. Lengths are interpolated logarithmically.
SHARES = (0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0)
LENGTHS = (20, 76, 192, 753, 2286, 5887, 12029, 17904, 40801, 60000)
IMAGES = (0, 0, 0, 0, 0, 0, 2, 5, 14, 20)
LINKS = (0, 0, 0, 0, 1, 6, 19, 31, 131, 150)
HEADINGS = (0, 0, 0, 0, 2, 6, 13, 21, 45, 60)
CODE = (0, 0, 0, 0, 1, 4, 8, 13, 33, 40)
# The shares of articles in Chinese, with front matter, and with errors.
CHINESE, FRONT_MATTER, WITH_ERRORS = 0.226, 0.991, 0.063
# Quantiles of the number of errors in an article with errors.
ERRORS = (1, 1, 1, 1, 1, 2, 3, 6, 20, 40)

FOLDER_SIZE = 200
_PARAGRAPHS = 400

_SYLLABLES = "ba be do fe ga hi ka lo ma ne no pa ra ri sa so ta te tu va wi zo".split()
_CHARACTERS = (
    "潮汐海岸风浪渡口灯塔码头渔船盐田礁石沙洲雾气夜航罗盘桅杆缆绳锚地港湾岛屿回声信号地图旧事"
)

Pick = Callable[[], str]


def quantile(chance: random.Random, values: Sequence[int]) -> int:
    """A random number with the distribution of these quantiles."""
    share = chance.random()
    place = next(i for i in range(1, len(SHARES)) if share <= SHARES[i])
    low, high = values[place - 1], values[place]
    part = (share - SHARES[place - 1]) / (SHARES[place] - SHARES[place - 1])
    if low < 20:
        return round(low + (high - low) * part)
    return round(math.exp(math.log(low) + (math.log(high) - math.log(low)) * part))


class Words:
    """Invented text; paragraphs are generated once and reused."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(f"words {seed}")
        words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(900)]
        self.english = [_english(chance, words) for _ in range(_PARAGRAPHS)]
        self.chinese = [_chinese(chance) for _ in range(_PARAGRAPHS)]
        self.words = words


def _english(chance: random.Random, words: Sequence[str]) -> str:
    sentences = []
    for _ in range(chance.randint(1, 6)):
        chosen = chance.choices(words, k=chance.randint(5, 18))
        sentences.append(" ".join(chosen).capitalize() + ".")
    return " ".join(sentences)


def _chinese(chance: random.Random) -> str:
    clauses = ["".join(chance.choices(_CHARACTERS, k=chance.randint(4, 12))) for _ in range(8)]
    return "，".join(clauses[:4]) + "。" + "，".join(clauses[4:]) + "。"


class Article:
    """One article, determined by its number."""

    def __init__(self, number: int, words: Words, seed: int, html: float) -> None:
        self.chance = random.Random(f"{seed} {number}")
        self.number = number
        self.words = words
        self.is_html = self.chance.random() < html
        self.is_chinese = self.chance.random() < CHINESE
        self.paragraphs = words.chinese if self.is_chinese else words.english

    def title(self) -> str:
        if self.is_chinese:
            return "".join(self.chance.choices(_CHARACTERS, k=9))
        return " ".join(self.chance.choices(self.words.words, k=5)).capitalize()

    def front_matter(self) -> str:
        if self.chance.random() > FRONT_MATTER:
            return ""
        chance = self.chance
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        tags = "".join(f"  - {word}\n" for word in chance.sample(self.words.words, k=3))
        return (
            f"---\ntitle: {self.title()}\ndate: {day}T08:{chance.randint(10, 59)}:00Z\n"
            f"author: Invented Writer {chance.randint(1, 40)}\n"
            f"cover: https://img.example.org/{self.number}.jpg\ntags:\n{tags}---\n\n"
        )

    def text(self) -> str:
        """The whole file."""
        blocks = self.elements() + self.errors()
        missing = quantile(self.chance, LENGTHS) - sum(map(len, blocks))
        while missing > 0:
            paragraph = self.chance.choice(self.paragraphs)
            missing -= len(paragraph)
            blocks.append(f"<p>{paragraph}</p>\n" if self.is_html else f"{paragraph}\n\n")
        self.chance.shuffle(blocks)
        body = "".join(blocks)
        return self.front_matter() + (f"<div>\n{body}</div>\n" if self.is_html else body)

    def elements(self) -> list[str]:
        """Images, links, headings and code."""
        makers = self.html_elements() if self.is_html else self.markdown_elements()
        counts = (IMAGES, LINKS, HEADINGS, CODE)
        return [
            make()
            for make, counted in zip(makers, counts, strict=True)
            for _ in range(quantile(self.chance, counted))
        ]

    def word(self) -> str:
        return self.chance.choice(self.words.words)

    def url(self) -> str:
        return f"https://{self.word()}.example.org/{self.word()}"

    def markdown_elements(self) -> tuple[Pick, Pick, Pick, Pick]:
        return (
            lambda: f"![{self.word()} {self.word()}]({self.url()}.jpg)\n\n",
            lambda: f"**{self.word()}** [{self.word()}]({self.url()}) `{self.word()}`\n\n",
            lambda: f"## {self.title()}\n\n",
            lambda: f"```js\nif ({self.word()} < 2) {{ {self.word()}(); }}\n```\n\n",
        )

    def html_elements(self) -> tuple[Pick, Pick, Pick, Pick]:
        return (
            lambda: f'<p><img src="{self.url()}.jpg" alt="{self.word()} {self.word()}"></p>\n',
            lambda: f'<p><a href="{self.url()}">{self.word()}</a> <b>{self.word()}</b></p>\n',
            lambda: f"<h2>{self.title()}</h2>\n",
            lambda: f"<pre><code>if ({self.word()} &lt; 2)</code></pre>\n",
        )

    def errors(self) -> list[str]:
        """Blocks with errors, as frequent as in real articles."""
        if self.chance.random() > WITH_ERRORS:
            return []
        kinds = (
            lambda: f'<p><img src="{self.url()}.jpg" alt="image"></p>\n\n',
            lambda: f"<p>{self.word()} <b>{self.word()}</p>\n\n",
            lambda: f"<p>{self.word()}</span></p>\n\n",
            lambda: f'<p><img src="{self.url()}.jpg"></p>\n\n',
            lambda: f"<p>{self.word()} &amp;amp; {self.word()}</p>\n\n",
        )
        number = max(1, quantile(self.chance, ERRORS))
        return [kind() for kind in self.chance.choices(kinds, (10, 4, 1, 1, 1), k=number)]


# The shares of internal links with an anchor, and of broken ones.
_WITH_ANCHOR, _BROKEN = 0.2, 0.001


def internal_links(number: int, articles: int, links: int, seed: int) -> str:
    """A list of links from an article to random other ones."""
    chance = random.Random(f"links {seed} {number}")
    lines = []
    for place in range(links):
        other = chance.randrange(articles) + (articles if chance.random() < _BROKEN else 0)
        anchor = "#related" if chance.random() < _WITH_ANCHOR else ""
        path = f"../{other // FOLDER_SIZE:05}/article-{other:07}.md{anchor}"
        lines.append(f"- [related article {place + 1}]({path})\n")
    return f"\n\n## Related\n\n{''.join(lines)}"


def write_site(
    folder: Path, articles: int, *, html: float = 0.0, links: int = 0, seed: int = 1
) -> None:
    """Write the articles of a site to folders of 200 articles each.

    Args:
        folder: the output folder; created if missing.
        articles: number of articles.
        html: share of articles with an HTML body.
        links: number of links to other articles in each.
        seed: random seed; another seed generates another site.
    """
    words = Words(seed)
    if links:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mkdocs.yml").write_text("site_name: Invented\n", encoding="utf-8")
        folder = folder / "docs"
    for start in range(0, articles, FOLDER_SIZE):
        part = folder / f"posts/{start // FOLDER_SIZE:05}"
        part.mkdir(parents=True, exist_ok=True)
        for number in range(start, min(start + FOLDER_SIZE, articles)):
            article = Article(number, words, seed, html)
            text = article.text()
            if links:
                text += internal_links(number, articles, links, seed)
            (part / f"article-{number:07}.md").write_bytes(text.encode("utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--articles", type=int, default=10_000, help="number of articles (default: 10000)"
    )
    parser.add_argument(
        "--html", type=float, default=0.0, help="share of articles with HTML bodies (default: 0)"
    )
    parser.add_argument(
        "--links", type=int, default=0, help="links to other articles in each (default: 0)"
    )
    parser.add_argument("--seed", type=int, default=1, help="random seed (default: 1)")
    given = parser.parse_args()
    if given.folder.exists() and any(given.folder.iterdir()):
        sys.exit(f"{given.folder} is not empty")
    write_site(given.folder, given.articles, html=given.html, links=given.links, seed=given.seed)


if __name__ == "__main__":
    main()
