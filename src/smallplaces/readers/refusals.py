"""The one way in which a reader says no: a sentence for the person who brought the file."""

MAX_BYTES = 10_000_000


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for the translators; the page translates it where it is shown."""
    return sentence


SENTENCES = {
    "too-long": gettext_noop(
        "This file is larger than {limit} MB. Save the text alone, without pictures, and try again."
    ),
    "empty": gettext_noop(
        "There are no words in this file. Open it, check that the text is there, save it and try again."
    ),
    "binary": gettext_noop("This file is not text. Save it as plain text or as a Word document (.docx) and try again."),
    "encoding": gettext_noop(
        "The letters in this file cannot be read reliably. Save it as plain text in UTF-8 and try again."
    ),
    "html": gettext_noop(
        "This file is a web page, whatever its name says. Copy its text into the box, or save it as plain text."
    ),
    "doc": gettext_noop("This is a Word file of the old kind (.doc). Open it, save it as .docx and try again."),
    "docm": gettext_noop(
        "This Word file carries macros or is a template. Save it as a plain Word document (.docx) and try again."
    ),
    "encrypted": gettext_noop("This file is locked with a password. Save it without the password and try again."),
    "odt": gettext_noop(
        "This is an OpenDocument file. Save it as a Word document (.docx) or as plain text and try again."
    ),
    "rtf": gettext_noop(
        "This is a rich text file (.rtf). Save it as a Word document (.docx) or as plain text and try again."
    ),
    "pdf": gettext_noop("This is a PDF file. Copy its text into the box, or save it as plain text, and try again."),
    "image": gettext_noop("This is a picture. Type the words, or copy them into the box."),
    "zip": gettext_noop(
        "This file is not a Word document, whatever its name says. Open what is in it and save it as .docx or as plain text."
    ),
    "damaged": gettext_noop(
        "This Word file is incomplete or damaged. Get it again, or open it and save it once more, and try again."
    ),
    "bomb": gettext_noop(
        "This file unpacks to far more than a text can hold, so it was not opened. Save the text alone and try again."
    ),
    "hostile": gettext_noop(
        "This Word file carries instructions that no text needs, so it was not read. Save it as plain text and try again."
    ),
    "not-docx": gettext_noop(
        "This file is plain text, not a Word document. Give it a name that ends in .txt and try again."
    ),
    "photo-not": gettext_noop(
        "This is no picture that can be opened here. Bring a photograph: JPEG, PNG, WebP or HEIC, as a telephone makes them."
    ),
    "photo-large": gettext_noop(
        "This picture has more points than can be opened safely. Send a smaller copy; 2,000 points on its longer side are enough."
    ),
    "photo-moving": gettext_noop("This picture moves. Bring a still photograph of the wall."),
    "photo-damaged": gettext_noop(
        "This picture is incomplete or damaged. Send it again, or take the photograph once more."
    ),
    "unsafe": gettext_noop(
        "This file could not be opened safely. Save it again as plain text and try once more. Nothing was kept."
    ),
}


class Refusal(Exception):  # noqa: N818 - it is no error of ours
    """A file that is not read. `code` is stable; `template` with `params` is `sentence`, and may be translated before they meet."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        self.template = SENTENCES[code]
        self.sentence = self.template.format(**params)
        super().__init__(self.sentence)


def refuse_if_too_long(size: int) -> None:
    """Raises `Refusal` when a file of `size` bytes is larger than is ever read. Ask before the bytes are taken in."""
    if size > MAX_BYTES:
        raise Refusal("too-long", limit=MAX_BYTES // 1_000_000)
