"""Names of people: finding and splitting them, and comparing two of them."""

import re
import unicodedata
from typing import Literal

from contentlint.rule import UNNAMED, lazy
from contentlint.rules.attribution._languages import fold, words_in

Script = Literal["latin", "cyrillic", "han", "hangul", "arabic"]

_CAPITALS = "".join(
    chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
UPPER = f"[A-Z{_CAPITALS}]"
_WORD = rf"(?:{UPPER}[\w'’ʼ-]*[^\W_]|{UPPER}\.|{UPPER}(?=[ .,]))"
_PARTICLE = (
    r"(?:de la|de los|de las|del|de|da|do|dos|das|di|du|des|le|la|van der|van den|van de|van|von der|von|"
    r"vom|zu|zur|bin|bint|ibn|al|el|ter|ten|y|e|den|af)"
)
LATIN = rf"{_WORD}(?:[ \xa0]+(?:{_PARTICLE}[ \xa0]+)?{_WORD}){{1,3}}"
_LATIN_NAMES = (
    rf"{LATIN}(?:(?:,[ \xa0]*{LATIN}){{0,4}},?(?:[ \xa0]+(?:and|und|et|y|e|i|ve|en|dan|và|with|con|avec|mit)[ \xa0]+|[ \xa0]*&[ \xa0]*){LATIN}"
    rf"|(?:[ \xa0]*/[ \xa0]*{LATIN}){{1,4}})?"
)
_CYRILLIC_WORD = r"(?:[А-ЯЁІЇЄ][а-яёіїє'’]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]\.)"
CYRILLIC = (
    rf"(?:{_CYRILLIC_WORD}(?:[ \xa0]*{_CYRILLIC_WORD}){{1,2}}"
    r"|[А-ЯЁІЇЄ]{2,}(?:[ \xa0-][А-ЯЁІЇЄ]{2,}){1,2}(?![а-яёіїє]))"
)
_CYRILLIC_NAMES = (
    rf"{CYRILLIC}(?:(?:,[ \xa0]*|[ \xa0]+и[ \xa0]+|[ \xa0]*/[ \xa0]*){CYRILLIC}){{0,4}}"
)
HAN = "[\u4e00-\u9fff]{2,4}(?:[·•][\u4e00-\u9fff]{1,6})?"
# A family name in kanji and a given name in kanji or kana, with or without a space between them.
JAPANESE = (
    "(?:[\u4e00-\u9fff々ヶ]{1,3}[ \u3000][\u4e00-\u9fff々ぁ-んァ-ヶー]{1,5}"
    "|[\u4e00-\u9fff々ヶ]{2,6}[ぁ-ん]{0,4}|[\u4e00-\u9fff々]{1,3}[ぁ-んァ-ヶー]{2,5})"
)
HANGUL = "[가-힣]{2,4}"
_ARABIC_WORD = "(?!و(?:[\u0621-\u064a]+ ?){9})[\u0621-\u065f\u0670-\u06d3]{2,}"
ARABIC = rf"{_ARABIC_WORD}(?: {_ARABIC_WORD}){{1,3}}"
_HAN_NAMES = rf"{HAN}(?:(?:[ \t]*[、，,/][ \t]*|[ \t\u3000]+){HAN}){{0,5}}"
_JAPANESE_NAMES = rf"{JAPANESE}(?:[ \t\u3000]*[、，,・][ \t\u3000]*{JAPANESE}){{0,4}}"
_HANGUL_NAMES = rf"{HANGUL}(?:[ \t]*[,·、][ \t]*{HANGUL}){{0,4}}"
# After a name in Han, kana or Hangul: a character that cannot continue it.
_CLOSE = r"(?=[\s\u3000）)】〕\]，,。；;：:|｜丨／/★·•—–\ufffc-]|さん|氏|기자|$)"
# 汐见 遥: one character after a space is a given name.
_NO_GIVEN_NAME = r"(?![ \u3000][\u4e00-\u9fff](?![\u4e00-\u9fff]))"
# After other names: the end of the line, or what may follow in a byline: a date, an office, a place.
_TAIL = (
    r"(?=[ \t\xa0\u3000]*(?:&(?:middot|bull|[nm]dash|raquo|nbsp|vert|#\d{2,4});.{0,160}$|(?:[.)\]）】*_。]+[ \t]*)?$|[|｜丨•·–—/(（\t-].{0,160}$|[,，،、;][ \t]*[^.!?]{0,90}\.?.{0,60}$|"
    r"\.[ \t]\S.{0,120}$|\ufffc|(?:,[ \t]+|(?<=[ \t]))(?:on|le|am|el|em|op|il|от|ngày|pada|for|at|of|from|is|via|at the|in|per|dla|für|bei|aus|para|pour|chez|voor|uit|untuk|dari|для|из|için|cho)[ \t].{0,60}$|\d.{0,40}$))"
)
NAMES = lazy(
    rf"(?P<east>(?:(?:{_HAN_NAMES}{_NO_GIVEN_NAME}|{_JAPANESE_NAMES})(?=[（(【〔]|{_CLOSE})|{_HANGUL_NAMES}{_CLOSE}))"
    rf"|(?:{_LATIN_NAMES}|{_CYRILLIC_NAMES}|{ARABIC}(?:(?:، | و){ARABIC}){{0,3}}){_TAIL}",
    re.MULTILINE,
)
# One or more names, whatever follows.
ANY_NAME = lazy(
    rf"{_LATIN_NAMES}|{_CYRILLIC_NAMES}|{_JAPANESE_NAMES}|{_HAN_NAMES}|{_HANGUL_NAMES}|{ARABIC}"
)
ONE_WORD = lazy(
    rf"{_WORD}(?=[ \t]{{0,8}}[.,]?[ \t]{{0,8}}$)|[А-ЯЁ][а-яё]+(?=[ \t]{{0,8}}$)", re.MULTILINE
)

_SEPARATORS = lazy(
    r"(?:(?<!\s)\s++)?+[,，、;；/|&،・]\s*|(?<=[가-힣])\s*+·\s*|"
    r"(?<!\s)\s++(?:and|und|et|y|e|i|ve|en|dan|và|и|和|与|與|with)\s+|\sو(?=\S+\s)"
)
_HAN = lazy("[\u4e00-\u9fff]")
_SCRIPTS: tuple[tuple[Script, re.Pattern[str]], ...] = (
    ("hangul", lazy("[가-힣]")),
    ("han", lazy("[\u4e00-\u9fffぁ-んァ-ヶ]")),
    ("cyrillic", lazy("[А-яЁё]")),
    ("arabic", lazy("[\u0621-\u06d3]")),
)
# The family names of nine in ten Chinese people, simplified and traditional; ordinary words rarely
# start with one.
_CHINESE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
    "蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万"
    "段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳"
    "邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍"
    "翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾範譚鄒陸顧龍萬錢湯喬賀賴龔龐蘭顏嚴"
    "溫蘆魯韋畢聶叢齊莊時關費紀歐項陽衛鮑單寧閔強華車邊"
)
# Family names of two characters.
_TWO_CHARACTERS = tuple(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 司徒 端木 宇文 夏侯 长孙 独孤 南宫".split()
)
# Terms end so, names do not.
_NO_ENDING = frozenset("性能用化度率型式级級版量体體类類器机機限数數值点點项項法")
# The family names of nine in ten Koreans, and of half of the Japanese.
_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국"
)
_JAPANESE = tuple(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 "
    "清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 "
    "太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 柴田 酒井 工藤 "
    "横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 "
    "小島 岩崎 桜井 野口 松尾 野村 木下 菊地 佐野 大西 杉本 新井 浜田 菅原 市川 水野 小松 島田 古川 小山 高野 西田 "
    "西川 山内 東 北村 五十嵐 川崎 飯田 久保田 吉川 中田 土屋 川口 辻 安田 松岡 矢野 荒木 小池 大橋 田口".split()
)
# The family names of nearly all Vietnamese.
_VIETNAMESE = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai cao lâm phùng hà tạ thái tô trương đào "
    "lương châu tăng quách kiều đàm thạch la lưu vương chu triệu tôn thân quan giang lục diệp nghiêm ninh hứa khương doãn vi cù mạc từ văn".split()
)
_SPACED = lazy("[\u4e00-\u9fff々ヶ]{1,3}[ \u3000][\u4e00-\u9fff々ぁ-んァ-ヶー]{1,4}")
# Particles of names that are also written with a capital.
_PARTICLES = frozenset("Le La De Du Des Van Von Den Der Di Da Del El Al Dos Y E".split())
NOBODY = UNNAMED | frozenset(
    "网友 網友 编辑 編輯 小编 小編 本站 原创 原創 投稿 管理员 管理員 整理 转载 轉載 編集部 編集者 편집부 관리자 staff".split()
)
# Words in names of groups.
_GROUP = frozenset(
    "team staff desk editors editorial redaktion redacción redazione redactie redakcja rédaction equipo équipe equipe "
    "group crew committee foundation association society community project labs inc ltd llc gmbh редакция команда "
    "tim redaksi newsroom press office maintainers contributors".split()
)


def names_of(text: str) -> tuple[str, ...]:
    """Split a list of names."""
    parts = _SEPARATORS.split(text.strip())
    if len(parts) == 1 and all(_HAN.match(char) or char in " ·•\u3000" for char in parts[0]):
        parts = parts[0].split()
    return tuple(part.strip() for part in parts if part.strip())


def are_chinese_people(names: tuple[str, ...]) -> bool:
    """Whether all start with a family name, and at least one has three characters or more.

    Many words of two characters start like a name (`白色`, `方法`), few of three.
    """
    return (
        all(name[0] in _CHINESE and name[-1] not in _NO_ENDING for name in names)
        and all(len(name) < 4 or name.startswith(_TWO_CHARACTERS) for name in names)
        and any(len(name) > 2 for name in names)
        and (len(names) == 1 or len({name[0] for name in names}) > 1)
    )


def are_people(names: tuple[str, ...], codes: tuple[str, ...]) -> bool:
    """Whether words after an ambiguous label look like names of people.

    Args:
        names: the names.
        codes: the codes of the languages of the label.
    """
    is_each = all(_is_person(name, codes) for name in names)
    return is_each or _is_person("".join(names), codes) or are_chinese_people(names)


def _is_person(name: str, codes: tuple[str, ...]) -> bool:
    script = script_of(name)
    if script == "hangul":
        return is_korean_person(name)
    if script == "han":
        # A family name, a space and a given name: 温井 川太
        return (name.startswith(_JAPANESE) and len(name) > 2) or _SPACED.fullmatch(name) is not None
    if codes == ("vi",) and fold(name).split()[0] not in _VIETNAMESE:
        return False
    return " " in name and is_name(name, codes)


def is_name(name: str, codes: tuple[str, ...]) -> bool:
    """Whether words with capitals may be a name: none of them is an ordinary one.

    Args:
        name: the words.
        codes: the codes of the languages around them.
    """
    words = fold(name).replace("-", " ").split()
    never = frozenset().union(*(words_in("never", code) for code in codes))
    capitals = [word for word in name.replace("-", " ").split() if not word.islower()]
    # `Por Ley Y Costumbre` is no name, `JUAN RIBERA Y MARÉS` is one.
    kept = _PARTICLES if name.isupper() else _PARTICLES - {"Y", "E"}
    capitals = [word for word in capitals if word == capitals[0] or word not in kept]
    return not any(fold(word).strip(".,’'") in never for word in capitals) and not all(
        word in never for word in words
    )


def is_korean_person(name: str) -> bool:
    """Whether a name starts with a Korean family name and has three syllables."""
    return len(name) == 3 and name[0] in _KOREAN


def is_group(name: str) -> bool:
    """Whether a name is one of a group, such as an editorial team."""
    return not _GROUP.isdisjoint(fold(name).replace("’", " ").replace("'", " ").split())


def script_of(name: str) -> Script:
    """The script of a name, by its first character that identifies one."""
    for script, pattern in _SCRIPTS:
        if pattern.search(name):
            return script
    return "latin"


def are_comparable(name: str, author: str) -> bool:
    """Whether two different names belong to different people.

    A name in another script may be the same one. A name with no space and no capital, or with a
    capital inside, is a user name or the key of an author list.
    """
    script = script_of(author)
    if script_of(name) != script:
        return False
    if script in ("han", "hangul", "arabic") or " " in author:
        return True
    return author.istitle() or author.isupper()


def are_same(name: str, author: str) -> bool:
    """Whether two names may be the same: one contains the other, or the last words match.

    An author may be several people.
    """
    one, other = _folded(name), _folded(author)
    if not one or not other or one in other or other in one:
        return True
    words, others = one.split(), other.split()
    if len(words) > 1 and (words[-1] == others[-1] or words[-1] in other):
        return True
    parts = names_of(author)
    return len(parts) > 1 and any(are_same(name, part) for part in parts)


def _folded(name: str) -> str:
    """A name in lower case, without accents and punctuation."""
    plain = unicodedata.normalize(
        "NFKD", fold(name).replace("ё", "е").replace("ł", "l").replace("ı", "i")
    )
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = unicodedata.normalize("NFC", plain)
    words = " ".join(re.sub(r"[._@-]", " ", plain).split())
    return words.replace(" ", "") if script_of(words) in ("han", "hangul") else words
