"""The YAML of different parsers: what an unquoted value becomes.

Generators disagree about `no`, `012`, `1e3` and `12:30`. Dates are not decided here: they are the
same to all parsers that know dates, but for values that no article has.
"""

import re
from collections.abc import Callable
from functools import cache

from contentlint.core.patterns import compile_once
from contentlint.core.tuples import NamedTuple
from contentlint.site.reading import Yaml

Plain = bool | int | float
"""A value that is not a string."""

_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_TRUE_OR_FALSE = r"true|True|TRUE|false|False|FALSE"
_YES_OR_NO = _TRUE_OR_FALSE + r"|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"


class Dialect(NamedTuple):
    """What unquoted values become in one YAML.

    Args:
        booleans: matches a boolean.
        integers: matches an integer.
        floats: matches a number with a fraction or an exponent.
        octal: matches the digits of an octal number, without its sign.
        sixty: the number of `12:30` and `1:30:45` from their parts; None: they are strings.
        has_dates: whether `2024-03-18` is a date.
        has_unpadded_dates: whether `2024-3-8` is one.
        refuses: what the parser fails at: "tag" for tags that it does not know, "template" for
            mappings as keys, "symbol" for `:a`, "value" for `=`, `<<` and impossible dates.
        is_javascript: whether large integers lose digits.
        has_whole_floats: whether `1.0` is shown as 1.
    """

    booleans: re.Pattern[str]
    integers: re.Pattern[str]
    floats: re.Pattern[str]
    octal: re.Pattern[str]
    sixty: Callable[[list[float]], float] | None = None
    has_dates: bool = True
    has_unpadded_dates: bool = False
    refuses: frozenset[str] = frozenset()
    is_javascript: bool = False
    has_whole_floats: bool = True

    def value(self, raw: str) -> Plain | str:
        """What an unquoted value becomes; itself if it is a string or may be a date."""
        if self.booleans.fullmatch(raw):
            return _WORDS[raw.lower()]
        if self.integers.fullmatch(raw):
            return self._integer(raw)
        if self.floats.fullmatch(raw):
            return self._float(raw)
        return raw

    def _integer(self, raw: str) -> Plain | str:
        digits = raw.replace("_", "").replace(",", "").lstrip("+-").lower()
        sign = -1 if raw[0] == "-" else 1
        if ":" in digits and self.sixty is not None:
            return sign * int(self.sixty([float(part) for part in digits.split(":")]))
        if digits[:2] in ("0x", "0b", "0o"):
            return sign * int(digits, 0)
        if self.octal.fullmatch(digits):
            return sign * int(digits, 8)
        if len(digits) > 4300:  # the longest that Python converts
            return raw
        number = sign * int(digits)
        return int(float(number)) if self.is_javascript and abs(number) > 2**53 else number

    def _float(self, raw: str) -> Plain | str:
        digits = raw.replace("_", "").replace(",", "").lower()
        if ":" in digits and self.sixty is not None:
            return self.sixty([float(part) for part in digits.split(":")])
        number = float(digits.replace(".inf", "inf").replace(".nan", "nan"))
        return int(number) if self.has_whole_floats and number.is_integer() else number


def _base_60(parts: list[float]) -> float:
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return total


def _seconds(parts: list[float]) -> float:
    """Hours, minutes and seconds, the last of which may be missing."""
    return _base_60(parts if len(parts) > 2 else [*parts, 0])


_SPECIAL = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"


def _dialect(name: Yaml) -> Dialect:
    """The dialect of a parser, from what `tests/generators/data` has of it."""
    never = compile_once(r"(?!)")
    match name:
        case "js-yaml-4":
            return Dialect(
                compile_once(_TRUE_OR_FALSE),
                compile_once(r"[-+]?(?:0b[01]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]+)"),
                # A number of more than 308 digits is a string.
                compile_once(
                    r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,2})?"
                    rf"|\.[0-9]+(?:[eE][-+]?[0-9]{{1,2}})?|{_SPECIAL}"
                ),
                never,
                refuses=frozenset({"tag"}),
                is_javascript=True,
            )
        case "js-yaml-3":
            return Dialect(
                compile_once(_TRUE_OR_FALSE),
                compile_once(
                    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9](?:[0-9_]*[0-9])?"
                    r"|[1-9][0-9_]*(?::[0-5]?[0-9])+)"
                ),
                compile_once(
                    r"[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)"
                    r"|\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
                    rf"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|{_SPECIAL}"
                ),
                compile_once(r"0[0-7]+"),
                _base_60,
                refuses=frozenset({"tag"}),
                is_javascript=True,
            )
        case "goccy":
            return Dialect(
                compile_once(_TRUE_OR_FALSE),
                compile_once(
                    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|0[0-7_]*|[1-9][0-9_]{0,18})"
                ),
                compile_once(
                    r"(?<![0-9_])[-+]?(?:[0-9][0-9_]*+)?\.[0-9][0-9_]*+(?:[eE][-+]?[0-9]+)?"
                    r"|(?<![0-9_])[-+]?[0-9][0-9_]*+\."
                    r"|-?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
                ),
                compile_once(r"0[0-7]+"),
                has_dates=False,
                refuses=frozenset({"template"}),
            )
        case "psych":
            return Dialect(
                compile_once(_YES_OR_NO),
                compile_once(
                    r"[-+]?(?:0b[01_,]+|0x[0-9a-fA-F_,]+|0[0-7_,]*|[1-9](?:[0-9]|[_,][0-9])*"
                    r"|[0-9][0-9_]*(?::[0-5]?[0-9]){1,2})"
                ),
                compile_once(
                    r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?(?<!^\.)"
                    rf"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){{1,2}}\.[0-9]+|{_SPECIAL}"
                ),
                compile_once(r"0[0-7]+"),
                _seconds,
                has_unpadded_dates=True,
                has_whole_floats=False,
                refuses=frozenset({"symbol"}),
            )
        case "ruamel":
            return Dialect(
                compile_once(_TRUE_OR_FALSE),
                compile_once(r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)"),
                compile_once(
                    r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?"
                    rf"|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9][0-9_]*|{_SPECIAL}"
                ),
                never,
                refuses=frozenset({"tag", "template", "value"}),
                has_whole_floats=False,
            )
        case "yaml-2":
            return Dialect(
                compile_once(_TRUE_OR_FALSE),
                compile_once(r"0x[0-9a-fA-F]+|0o[0-7]+|[-+]?[0-9]+"),
                compile_once(
                    r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?"
                    rf"|[-+]?[0-9]+[eE][-+]?[0-9]+|{_SPECIAL}"
                ),
                never,
                has_dates=False,
                is_javascript=True,
            )
        case "none":
            return Dialect(never, never, never, never, has_dates=False)
    return Dialect(
        compile_once(_YES_OR_NO),
        compile_once(
            r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*"
            r"|[1-9][0-9_]*(?::[0-5]?[0-9])+)"
        ),
        compile_once(
            r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            rf"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|{_SPECIAL}"
        ),
        compile_once(r"0[0-7]+"),
        _base_60,
        refuses=frozenset({"tag", "template", "value"}),
        has_whole_floats=False,
    )


@cache
def dialect(name: Yaml) -> Dialect:
    """The dialect of a parser."""
    return _dialect(name)


@cache
def agreed(raw: str) -> Plain | str:
    """What an unquoted value becomes in every YAML; itself if they differ."""
    names: tuple[Yaml, ...] = ("js-yaml-4", "js-yaml-3", "goccy", "psych", "pyyaml", "yaml-2")
    found = {repr(float(v)): v for n in names if not isinstance(v := dialect(n).value(raw), str)}
    if len(found) == 1 and all(not isinstance(dialect(n).value(raw), str) for n in names):
        return next(iter(found.values()))
    return raw
