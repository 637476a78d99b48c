"""The small pieces of a Word file: an element with its attributes, a run in its language, a paragraph in its direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from smallplaces.engines.composing.languages import is_right_to_left

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run

_EAST_ASIAN = frozenset({"ja", "ko", "yue", "zh"})


def element(tag: str, /, **attributes: str) -> Any:
    """A Word element such as `w:bookmarkStart` with attributes of Word's namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def language_of(lang: str) -> Any:
    """`w:lang`: Word keeps three languages, one for each family of scripts."""
    if is_right_to_left(lang):
        return element("w:lang", bidi=lang)
    if lang.split("-", maxsplit=1)[0].lower() in _EAST_ASIAN:
        return element("w:lang", val=lang, eastAsia=lang)
    return element("w:lang", val=lang)


def set_style(paragraph: WordParagraph, style_id: str, lang: str) -> WordParagraph:
    """The paragraph in a style of our sheet, running the way its language runs."""
    properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (python-docx shows it nowhere else)
    properties.style = style_id
    if is_right_to_left(lang):
        # The schema's order: after the borders and before spacing and indents, of which our paragraphs have none.
        properties.append(element("w:bidi"))
    return paragraph


def add_words(
    paragraph: WordParagraph, words: str, lang: str, *, style_id: str = "", bold: bool = False, italic: bool = False
) -> Run:
    """A run of words. Right-to-left words need their own switches for direction, bold and italic."""
    run = paragraph.add_run(words)
    if style_id:
        run.element.style = style_id
    right_to_left = is_right_to_left(lang)
    if bold:
        run.bold = True
        run.font.cs_bold = True if right_to_left else None
    if italic:
        run.italic = True
        run.font.cs_italic = True if right_to_left else None
    if right_to_left:
        run.font.rtl = True
    run.element.get_or_add_rPr().append(language_of(lang))
    return run


def add_field(paragraph: WordParagraph, instruction: str, shown: str, lang: str, *, style_id: str = "") -> None:
    """A field that Word works out itself, such as `PAGE`; `shown` stands there until it has."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = add_words(paragraph, shown if kind == "shown" else "", lang, style_id=style_id)
        if kind == "instruction":
            code = element("w:instrText")
            code.text = f" {instruction} "
            run.element.append(code)
        elif kind != "shown":
            run.element.append(element("w:fldChar", fldCharType=kind))
