"""The lines of the pages of a PDF: what stands again at the edge of every page goes, words cut in two are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FEWEST_PAGES = 3  # a line on two pages may be there twice for a reason
_MOST_EDGES = 4  # lines at each edge that are looked at
_BARE = re.compile(
    r"[-–—|\[(\s]*(?:page|p\.|página|pagina|pág\.|seite)?\s*(\d{1,4})(?:\s*(?:/|of|de|von|sur|van)\s*\d{1,4})?[-–—|\])\s]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_CUT = re.compile(r"(\w+)([-\u2010\xad])$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without page numbers and without the lines that stand again at the top or the foot of every page.

    A line goes only where there can be no doubt: numbers that rise by one from page to page, or a line that is the
    same on every page but perhaps the first, of at least three pages with words.
    """
    kept = [[line for line in page if line] for page in pages]
    for at in (0, -1):
        for _again in range(_MOST_EDGES):
            if not _peel(kept, at):
                break
    return kept


def joined(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """All lines; a word that a hyphen cuts at the end of a line is made whole where the text has it whole elsewhere.

    It keeps its hyphen where the text writes it so elsewhere; where neither is known, the line stays as it is.
    """
    lines = [line for page in pages for line in page]
    known = {word.lower() for line in lines for word in _WORD.findall(line)}
    for place, line in enumerate(lines):
        cut = _CUT.search(line)
        after = lines[place + 1] if place + 1 < len(lines) else ""
        begun, _blank, rest = after.partition(" ")
        tail = re.match(r"[^\W\d_]+", begun)
        if cut is None or tail is None or not begun[0].islower():
            yield line
            continue
        whole = _whole(cut.group(1), cut.group(2), tail.group(), known)
        if not whole:
            yield line
            continue
        yield line[: cut.start()] + whole + begun[tail.end() :]
        lines[place + 1] = rest


def _whole(head: str, hyphen: str, tail: str, known: set[str]) -> str:
    if hyphen == "\xad" or (head + tail).lower() in known:
        return head + tail
    return f"{head}-{tail}" if f"{head}-{tail}".lower() in known else ""


def _peel(pages: list[list[str]], at: int) -> bool:
    """Takes one line off this edge of the pages that have it, where that is certain; says whether it did."""
    held = [(number, page) for number, page in enumerate(pages) if page]
    for having in (held, held[1:]):
        lines = [(number, page[at]) for number, page in having]
        if len(lines) >= _FEWEST_PAGES and (_are_numbers(lines) or _are_the_same(lines, len(pages))):
            for _number, page in having:
                del page[at]
            return True
    return False


def _are_numbers(lines: list[tuple[int, str]]) -> bool:
    """Whether each line is a page's number alone, and they rise by one from page to page."""
    found = [(number, _BARE.fullmatch(line)) for number, line in lines]
    return len({int(match.group(1)) - number if match else "" for number, match in found}) == 1 and bool(found[0][1])


def _are_the_same(lines: list[tuple[int, str]], pages: int) -> bool:
    """Whether the lines are one and the same, but for the page's own number and how many pages there are.

    With such a number a line needs two words more: "Article 2" at the top of the second page may be the text itself.
    """
    forms = {_form(line, {str(number + 1), str(pages)}) for number, line in lines}
    if len(forms) > 1:
        return False
    form = forms.pop()
    return len(_WORD.findall(form)) > (1 if "#" in form else 0)


def _form(line: str, own: set[str]) -> str:
    return _NUMBER.sub(lambda found: "#" if found.group() in own else found.group(), line)
