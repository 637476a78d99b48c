"""How many words a report has, the way the people who set limits count them."""

from __future__ import annotations

from smallplaces.engines.composing.document import Document, versions
from smallplaces.engines.composing.preparing import prepared


def count_words(document: Document, *, notes: bool = False, translations: bool = True) -> int:
    """Words of the headings and paragraphs; with `notes`, of the notes too; without `translations`, of the first language.

    The rule of Word, and of LibreOffice but for its dashes: "every string of characters between two spaces is a word"
    (LibreOffice help, Word Count), so "plug-in", "user/config" and a dash between spaces are one word each. LibreOffice also
    parts words at long dashes; Word does not, nor do we. Title, subtitle, date, face, colophon, the printed numbers of
    paragraphs and the names of languages are not counted. Chinese, Japanese and Thai, written without spaces, count too low.
    """
    ready = prepared(document)
    texts = [section.heading for section in ready.sections]
    for section in ready.sections:
        for paragraph in section.paragraphs:
            counted = versions(paragraph) if translations else (paragraph,)
            texts += ["".join(span.text for span in version.spans) for version in counted]
    if notes:
        texts += [note.text for note in ready.notes]
    return sum(len(text.split()) for text in texts)
