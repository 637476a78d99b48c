"""The words on screen: what templates and Python mark for translation, and what templates forgot to mark."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.repository.markup import COMMENT, TAG, VARIABLE, without
from tests.repository.sources import PACKAGE, place, python_files, templates, tree

GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b.*?%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
QUOTED = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
LINE = re.compile(rf"{{%\s*trans(?:late)?\s+{QUOTED}|\b_\({QUOTED}\)")
MARKS = re.compile(r"<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|&#?\w+;", re.DOTALL)
CLASS_BLOCK = re.compile(r"{%\s*block (?:shape|\w*class)\s*%}.*?{%\s*endblock\b[^%]*%}", re.DOTALL)  # fills a class=""
IN_ITS_LANGUAGE = re.compile(r"<(\w+)\b[^<>]*\slang=[^<>]*>[^<>]*</\1>")  # words that are shown in that language
THE_SAME_EVERYWHERE = re.compile(r"\b(CSV|DOCX|HTML|JSON|PDF|TXT|ZIP)\b|(?<!\S)/\S+")  # kinds of file, addresses
LETTERS = re.compile(r"[^\W\d_]{2,}")

Words = tuple[str, str]


def marked_in_templates() -> Iterator[Words]:
    """(where, words) of everything that a template marks."""
    for path in templates():
        source = without(COMMENT, path.read_text(encoding="utf-8"))
        for found in BLOCK.finditer(source):
            words = TAG.sub(" ", VARIABLE.sub(" ", found.group(1)))
            yield place(path, line_of(source, found.start())), MARKS.sub(" ", words)
        for found in LINE.finditer(source):
            yield place(path, line_of(source, found.start())), (found.group(1) or found.group(2))[1:-1]


def marked_in_python() -> Iterator[Words]:
    """(where, words) of every text handed to gettext."""
    for path in python_files("src"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
                texts = [text.value for text in node.args if isinstance(text, ast.Constant)]
                yield from ((place(path, node.lineno), text) for text in texts if isinstance(text, str))


def unmarked_in_templates() -> Iterator[Words]:
    """(where, words) of what stands in a template outside every mark for translation."""
    for path in templates():
        yield from unmarked(path, path.read_text(encoding="utf-8"))


def unmarked(path: Path, source: str) -> Iterator[Words]:
    """The words between the elements of one template, without what Django and HTML take out."""
    bare = without(CLASS_BLOCK, without(BLOCK, without(COMMENT, source)))
    bare = without(IN_ITS_LANGUAGE, bare)
    bare = without(MARKS, without(TAG, without(VARIABLE, bare)))
    for number, line in enumerate(bare.splitlines(), 1):
        if LETTERS.search(THE_SAME_EVERYWHERE.sub("", line)):
            yield (place(path, number) if path.is_relative_to(PACKAGE) else str(path)), line.strip()


def line_of(source: str, position: int) -> int:
    """The number of the line that a position stands in."""
    return source.count("\n", 0, position) + 1
