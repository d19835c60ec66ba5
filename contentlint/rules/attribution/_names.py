"""Names of people: how a list of them is split, and whether two may be the same person's."""

import re

_SEPARATORS = re.compile(r"\s*[,，、;；/|&]\s*|\s+(?:and|und|et|y|和|与)\s+")
_CHINESE = re.compile("[\u4e00-\u9fff]")
# The family names of nine in ten Chinese people; an ordinary word begins with another sign.
_FAMILY_NAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
    "蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万"
    "段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳"
    "邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍"
    "翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
NOBODY = frozenset(
    "佚名 未知 匿名 不详 网友 编辑 小编 本站 原创 投稿 管理员 anonymous unknown staff".split()
)


def names_of(text: str) -> tuple[str, ...]:
    """The single names of a list of names."""
    parts = _SEPARATORS.split(text.strip())
    if len(parts) == 1 and all(_CHINESE.match(char) or char in " ·\u3000" for char in parts[0]):
        parts = parts[0].split()
    return tuple(part.strip() for part in parts if part.strip())


def are_chinese_people(names: tuple[str, ...]) -> bool:
    """Whether all are names of people by their first sign, and one by its length too.

    Words of two signs that begin like a name are many (`白色`, `方法`), of three few.
    """
    return all(name[0] in _FAMILY_NAMES for name in names) and any(len(name) > 2 for name in names)


def are_comparable(name: str, author: str) -> bool:
    """Whether two names that differ are two persons'.

    A name in other letters may be the same one; what has no space and no capital, or a capital
    inside, is what somebody is called on a platform or the key of a list of authors.
    """
    if bool(_CHINESE.search(name)) != bool(_CHINESE.search(author)):
        return False
    return bool(_CHINESE.search(author)) or " " in author or author.istitle() or author.isupper()


def are_same(name: str, author: str) -> bool:
    """Whether two names may be the same person's: one holds the other, or the last words agree."""
    one, other = _folded(name), _folded(author)
    if one in other or other in one:
        return True
    words, others = one.split(), other.split()
    return len(words) > 1 and (words[-1] == others[-1] or words[-1] in other)


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[._@-]", " ", name).casefold().split())
