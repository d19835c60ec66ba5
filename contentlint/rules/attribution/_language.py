"""What is known of one language: the phrases with which articles name authors and sources."""

from contentlint.rule import NamedTuple


class Language(NamedTuple):
    """The phrases of one language, as tables of forms (see `_forms`), in lower case.

    Args:
        code: the language code (BCP 47).
        author: words before a separator and the author.
        text: the same, where the words have other meanings: what follows must look like a name.
        by: words directly before the author.
        guest: phrases directly before the author, anywhere in a line.
        about: headings and labels of a biography of the author.
        bio: words directly after a name with which a biography begins.
        translator: words before a separator and the translator.
        translated_by: phrases that name the translator.
        translated: phrases that mark the text as a translation.
        source: words before a separator and the outlet.
        titled: words before a separator and the title of the original.
        original: words before a separator and a link to the original.
        lead: words in or before a link to the original.
        published: phrases directly before the outlet, at the start of a line, or in a sentence
            about the article itself.
        itself: words with which an article refers to itself.
        said: phrases directly before the outlet, in a sentence about the article itself.
        after: phrases directly after the outlet.
        own: words in the place of an outlet that are none.
        work: words before a separator in lines about another work.
        other: words before a separator and somebody else: an editor, a photographer.
        never: words in the place of a name that are none.
        agencies: news agencies.
        news: names of categories for news.
        ours: words with which a company writes about itself.
    """

    code: str
    author: str = ""
    text: str = ""
    by: str = ""
    guest: str = ""
    about: str = ""
    bio: str = ""
    translator: str = ""
    translated_by: str = ""
    translated: str = ""
    source: str = ""
    titled: str = ""
    original: str = ""
    lead: str = ""
    published: str = ""
    itself: str = ""
    said: str = ""
    after: str = ""
    own: str = ""
    work: str = ""
    other: str = ""
    never: str = ""
    agencies: str = ""
    news: str = ""
    ours: str = ""
