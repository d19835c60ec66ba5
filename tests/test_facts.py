"""Findings that only several articles can tell: real processes on real folders."""

from pathlib import Path

from test_cli import run

NAMES = ("林知微", "何以宁", "许南舟", "陈砚秋", "张若水", "王海角", "李渡口", "赵晚潮")


def write(folder: Path, *, signed: int, agreed: int = 0, silent: int = 2) -> Path:
    folder.mkdir(exist_ok=True)
    head = "---\ntitle: 潮\ndate: 2024-03-18\nauthor: 云间资讯\n---\n"
    for number in range(signed):
        (folder / f"signed-{number}.md").write_text(f"{head}作者：{NAMES[number]}\n\n潮来。\n")
    for number in range(agreed):
        (folder / f"agreed-{number}.md").write_text(f"{head}作者：云间资讯\n\n潮来。\n")
    for number in range(silent):
        (folder / f"silent-{number}.md").write_text(f"{head}潮来，潮去。\n")
    return folder


def told(folder: Path, *arguments: str) -> list[str]:
    options = ("--select", "attribution/platform-author", "--format", "concise", "--quiet")
    result = run(folder, "check", *options, *arguments)
    return sorted(line.partition(":")[0] for line in result.stdout.splitlines())


def test_told_where_enough_articles_bear_it_out(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    write(tmp_path / "few", signed=4)
    write(tmp_path / "divided", signed=6, agreed=3)
    assert told(tmp_path, "--no-cache") == ["many/silent-0.md", "many/silent-1.md"]


def test_the_cache_keeps_what_articles_say(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    for _ in range(2):
        assert told(tmp_path) == ["many/silent-0.md", "many/silent-1.md"]
    (tmp_path / "many/signed-3.md").unlink()
    assert told(tmp_path) == []


def test_one_article_alone_tells_nothing(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    assert told(tmp_path, "many/silent-0.md") == []


def test_fixing_tells_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    with (folder / "silent-1.md").open("a") as file:
        file.write("\n<p>潮</b></p>\n")
    assert told(tmp_path, "--fix") == ["many/silent-0.md", "many/silent-1.md"]


def test_a_suppression_of_it_is_used(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    text = (folder / "silent-1.md").read_text()
    mark = "author: 云间资讯  # contentlint-disable-line attribution/platform-author -- the desk\n"
    (folder / "silent-1.md").write_text(text.replace("author: 云间资讯\n", mark))
    result = run(tmp_path, "check", "--format", "concise", "--quiet")
    assert "silent-0.md:4:9: warning[attribution/platform-author]" in result.stdout
    assert "silent-1.md" not in result.stdout
