"""Block quotes, their text, and sources in or near them."""

import re

from contentlint.rule import Document, Element, Span, lazy

# A host name has at most 253 characters.
_URL = lazy(r"(?:https?:)?//[\w.-]+\.\w{2,}|\bwww\.[\w.-]{1,253}\.\w{2,}|\bdoi:", re.IGNORECASE)
# A line such as "— Mara Ellwood, Low Tide" or "（林知微《潮》）" at the end of a quotation.
# How much of the end of a quotation is searched for it, in code points.
_NAME_WITHIN = 500
_NAMED = lazy(
    r"(?:^|\n|[.!?。！？”」』»\"'*_])[ \t>*_]*(?:—|–|--|―|~|－|⸺)[ \t*_]*\S[^\n]{1,80}\s*\Z"
    r"|[（(【\[][^（()）\n]{0,20}[《〈「『“][^\n]{1,40}[》〉」』”][^\n]{0,20}[）)】\]]\s*\Z"
    r"|(?:出自|摘自|引自|选自|選自|来源|來源|出典|출처|[Ss]ource|[Qq]uelle|[Ff]uente|[Ff]onte|[Ии]сточник)"
    r"[ \t\u00a0]*[:：]?[^\n]{2,80}\s*\Z"
)
# Words before a quotation that name its speaker.
_INTRODUCED = lazy(
    r"(?:[:：]|[Aa]ccording to|\b(?:says?|said|writes?|wrote|asks?|asked|explains?|notes?|noted|"
    r"quot\w+|adds?|added|argues?|puts? it|recalls?|told|reads?|states?|stated)\b|"
    r"(?:说|說|写道|寫道|指出|认为|認為|表示|称|稱|道|言|云|如下|引用|引述|所说|提到|介绍|解释)|"
    r"(?:述べ|言[いうえっ]|書[いか]|語っ|によ[れる]|曰く)|(?:말했|말하|썼|밝혔|따르면|전했)|"
    r"\b(?:dice|dijo|escrib\w+|según|écri\w+|dit|selon|sagt\w*|schr[ei]\w+|laut|disse|escreve\w*|segundo)\b|"
    r"(?:сказал|написал|пишет|говорит|по словам|отметил))[^\n]{0,40}\Z"
)
# Alerts of GitHub and Obsidian: > [!NOTE]
_ALERT = lazy(r">[ \t]*\[!")
_IN_MARKS = lazy('[“"„«「『‘»].{3,}[”"“»」』’«].{0,3}')
_SPACE = lazy(r"\s+")
# How far before and after a quotation a source is searched for, in code points.
_BEFORE, _AFTER = 240, 160


def quotation_text(quote: Element) -> str:
    """The text of a quotation on one line."""
    return _SPACE.sub(" ", quote.text).strip()


def is_quotation(document: Document, quote: Element) -> bool:
    """Whether a block quote is a quotation, not a note, a list, code or an image."""
    # A nested quote is part of the outer one; reading it twice would take quadratic time.
    if quote.closest("blockquote") is not None or _ALERT.match(document.text, quote.span.start):
        return False
    inner = {element.tag for element in _descendants(quote)}
    return not inner & {
        "ul",
        "ol",
        "pre",
        "img",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "video",
        "iframe",
        "input",
    }


def has_source(document: Document, quote: Element, end: int) -> bool:
    """Whether a source is named in or next to a quotation.

    Args:
        document: the article.
        quote: the block quote.
        end: the offset at which the quotation ends.
    """
    if quote.value("cite") or any(e.tag in ("cite", "a", "footer") for e in _descendants(quote)):
        return True
    content = quote.text.strip()
    if _URL.search(content) or _NAMED.search(content[-_NAME_WITHIN:]):
        return True
    figure = quote.closest("figure")
    if figure is not None and any(e.tag == "figcaption" for e in _descendants(figure)):
        return True
    text = document.text
    before = text[max(quote.span.start - _BEFORE, document.body.start) : quote.span.start]
    before = before.rstrip().rpartition("\n\n")[2] if not document.is_html else before
    if _INTRODUCED.search(re.sub(r"<[^<>]*>|[*_`]", "", before).rstrip()):
        return True
    after = re.sub(r"\A(?:\s|</?\w[^<>]*>|>)+", "", text[end : end + _AFTER])
    line = after.partition("\n")[0]
    return bool(re.match(r"[ \t*_（(]*(?:—|–|--|―)[ \t]*\S", line) or "](" in before)


def is_certain_quotation(quote: Element) -> bool:
    """Whether a block quote is certainly a quotation.

    In Markdown `>` also sets off notes and asides, so quotation marks are required.
    """
    return quote.authored or _IN_MARKS.fullmatch(quotation_text(quote)) is not None


def quotation_end(document: Document, quote: Element) -> int:
    """The offset at which a quotation ends."""
    if quote.end_span is not None:
        return quote.end_span.end
    return max(quote.span.end, quote.span.start)


def marker_span(quote: Element) -> Span:
    """The span that a finding marks: the start tag, or the first `>`."""
    return quote.span if quote.authored else Span(quote.span.start, quote.span.start + 1)


def _descendants(element: Element) -> list[Element]:
    found: list[Element] = []
    waiting = list(element.children)
    while waiting:
        child = waiting.pop()
        found.append(child)
        waiting.extend(child.children)
    return found
