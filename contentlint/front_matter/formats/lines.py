"""Front matter that is not YAML: lines of `key: value`, as Python-Markdown reads them for Pelican.

Values are strings as written, with their quotes and comments. A value is continued on lines that
are indented by four spaces.
"""

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.front_matter.block import Entry, Parsed, SyntaxProblem

_KEY = lazy(r" {0,3}([A-Za-z0-9_-]+):[ \t]*")
_MORE = lazy(r"(?: {4,}| {0,3}\t[ \t]*)(?=\S)")


def parse(text: str, content: Span) -> Parsed:
    """Parse a span of a file as lines of `key: value`, up to the first other line.

    Args:
        text: the text of the file.
        content: the text between the delimiters.
    """
    parsed = Parsed()
    data: dict[str, str] = {}
    parsed.data = data
    key, place = "", content.start
    while place < content.end:
        end = text.find("\n", place, content.end)
        end = content.end if end < 0 else end
        stop = place + len(text[place:end].rstrip())
        if found := _KEY.match(text, place, stop):
            key = found[1].lower()
            start = min(found.end(), stop)
            parsed.entries[key,] = Entry(Span(*found.span(1)), Span(start, stop))
            data[key] = text[start:stop]
        elif key and (found := _MORE.match(text, place, stop)):
            value = parsed.entries[key,].value
            parsed.entries[key,] = parsed.entries[key,]._replace(value=Span(value.start, stop))
            data[key] = f"{data[key]}\n{text[found.end() : stop]}".lstrip("\n")
        else:
            if place < stop:
                found_text = text[place:stop].strip().replace("`", "'")[:40]
                message = f"`{found_text}` is not `key: value`, and is shown as text with all below"
                problem = SyntaxProblem(Span(place, stop), f"{message}; put each value on one line")
                parsed.syntax_problems.append(problem)
            break
        parsed.scalars[key,] = data[key]
        place = end + 1
    return parsed
