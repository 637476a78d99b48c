"""The numbers that Word shows before the paragraphs of a list; the file holds only the rules to count them by."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_LEVELS = 9
_HIGHEST = 700  # beyond it a number is written in digits, whatever its style
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Lists:
    """Counts the lists of one document; ask for each paragraph once, in order."""

    def __init__(self, document: "Document") -> None:
        self.levels: dict[str, dict[int, _Element]] = {}  # of each abstract list
        self.abstract: dict[str, str] = {}  # of each list
        self.restarts: dict[str, dict[int, int]] = {}  # of each list, not used up yet
        self.counts: dict[str, list[int | None]] = {}  # of each abstract list
        self.styles = _numbered_styles(document)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.iterchildren(qn("w:abstractNum")):
            self.levels[abstract.get(qn("w:abstractNumId"), "")] = {
                _level(each): each for each in abstract.iterchildren(qn("w:lvl"))
            }
        for each in root.iterchildren(qn("w:num")):
            id_ = each.get(qn("w:numId"), "")
            self.abstract[id_] = _value(each, "w:abstractNumId")
            overrides = each.findall(qn("w:lvlOverride"))
            self.restarts[id_] = {
                _level(one): _whole(_value(one, "w:startOverride"), 1)
                for one in overrides
                if _value(one, "w:startOverride")
            }

    def label(self, paragraph: "_Element") -> str:
        """The number before this paragraph as Word shows it ("2.", "(a)"), "•" in a list without numbers, or ""."""
        id_, level = self._place(paragraph)
        abstract = self.abstract.get(id_, "")
        rules = self.levels.get(abstract, {})
        if level not in rules:
            return ""
        self._count(id_, abstract, level, rules)
        if _value(rules[level], "w:numFmt") == "bullet":
            return "•"
        label = _value(rules[level], "w:lvlText")[:80]
        for each in range(level + 1):
            label = label.replace(
                f"%{each + 1}", _written(self.counts[abstract][each] or 1, _value(rules.get(each), "w:numFmt"))
            )
        return label.strip()

    def _place(self, paragraph: "_Element") -> tuple[str, int]:
        """Which list and level a paragraph is on, by itself or by its style; ("", 0) when on none."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        own = properties.find(qn("w:numPr"))
        id_, level = self.styles.get(_value(properties, "w:pStyle"), ("", 0))
        if own is not None:
            id_, level = _value(own, "w:numId") or id_, _whole(_value(own, "w:ilvl"), level)
        return id_, level

    def _count(self, id_: str, abstract: str, level: int, rules: "dict[int, _Element]") -> None:
        counts = self.counts.setdefault(abstract, [None] * _LEVELS)
        restart = self.restarts.get(id_, {}).pop(level, None)
        before = counts[level]
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = _whole(_value(rules[level], "w:start"), 1) if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)


def _numbered_styles(document: "Document") -> dict[str, tuple[str, int]]:
    styles = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        numbering = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbering is not None:
            styles[style.get(qn("w:styleId"), "")] = (
                _value(numbering, "w:numId"),
                _whole(_value(numbering, "w:ilvl"), 0),
            )
    return styles


def _value(element: "_Element | None", tag: str) -> str:
    child = element.find(qn(tag)) if element is not None else None
    return child.get(qn("w:val"), "") if child is not None else ""


def _level(element: "_Element") -> int:
    return _whole(element.get(qn("w:ilvl"), ""), 0)


def _whole(digits: str, otherwise: int) -> int:
    """A number of at most six digits; a stranger's file may hold a million of them."""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else otherwise


def _written(number: int, style: str) -> str:
    letters = style.startswith(("lower", "upper")) and 0 < number <= _HIGHEST
    if letters and style.endswith("Letter"):
        word = chr(96 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
    elif letters and style.endswith("Roman"):
        word = _roman(number)
    else:
        return str(number)
    return word.upper() if style.startswith("upper") else word


def _roman(number: int) -> str:
    word = ""
    for worth, sign in _ROMAN:
        word += sign * (number // worth)
        number %= worth
    return word
