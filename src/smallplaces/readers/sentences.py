"""What the readers say when they do not read a file: each sentence says what is wrong and what to do, and is translated."""


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for the translators; the page translates it where it is shown."""
    return sentence


DOCUMENTS = {
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
        "This file is a web page, whatever its name says. Get the file itself, or give the page a name that ends in .html, and try again."
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
    "pdf-damaged": gettext_noop(
        "This PDF file is incomplete or damaged. Get it again, or copy its text into the box, and try again."
    ),
    "pdf-pages": gettext_noop(
        "This PDF file has more than {limit} pages. Save the pages that hold this text as a file of their own and try again."
    ),
    "pdf-pictures": gettext_noop(
        "This PDF holds pictures of pages and no text. Ask for the file it was made from, or type the words into the box."
    ),
    "pdf-picture": gettext_noop(
        "Page {page} of this PDF is a picture without words, so a part of the text would be missing. Copy the text into the box and type what the picture says, or save the other pages as a file of their own."
    ),
    "pdf-letters": gettext_noop(
        "This PDF keeps the shapes of its letters and not which letters they are. Ask for the file it was made from, or copy its text into the box and read it through."
    ),
    "page-deep": gettext_noop(
        "This web page is built in a way that cannot be read safely. Copy its text into the box, or save it as plain text."
    ),
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
        "This file carries instructions that no text needs, so it was not read. Save it as plain text and try again."
    ),
    "not-docx": gettext_noop(
        "This file is plain text, not a Word document. Give it a name that ends in .txt and try again."
    ),
    "unsafe": gettext_noop(
        "This file could not be opened safely. Save it again as plain text and try once more. Nothing was kept."
    ),
}

PICTURES = {
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
}

TABLES = {
    "table-long": gettext_noop(
        "This file is larger than {limit} MB. Split it in two and bring one part after the other."
    ),
    "table-empty": gettext_noop("{file} holds no rows. Get it again from where it came, and try again."),
    "table-not": gettext_noop(
        "{file} is no table of plain text, whatever its name says. Open it, save it as CSV in UTF-8, and try again."
    ),
    "table-html": gettext_noop(
        "{file} is a web page, whatever its name says. Download the file itself instead of its page, and try again."
    ),
    "table-encoding": gettext_noop(
        "{file}, line {line}: these letters cannot be read reliably. Save the file as CSV in UTF-8 and try again."
    ),
    "table-column": gettext_noop(
        "{file}, line 1: the column {column} is missing. Bring the file as it was exported, with its first line."
    ),
    "table-column-twice": gettext_noop(
        "{file}, line 1: two columns are named {column}. Bring the file as it was exported, and try again."
    ),
    "table-cells": gettext_noop(
        "{file}, line {line}: there are {found} cells where the first line has {wanted}. The file may be cut short or changed: get it again and try again."
    ),
    "table-quotes": gettext_noop(
        "{file}, line {line}: a quotation mark stands where none can, or is never closed. The file may be cut short: get it again and try again."
    ),
    "table-number": gettext_noop(
        "{file}, line {line}: the column {column} holds no whole number. Get the file again, or correct this line, and try again."
    ),
}

PACKED = {
    "zip-not": gettext_noop(
        "This is no ZIP file, whatever its name says. Pack the files into one ZIP, or bring them one by one, and try again."
    ),
    "zip-damaged": gettext_noop(
        "This ZIP file is incomplete or damaged. Get it again, or pack it once more, and try again."
    ),
    "zip-locked": gettext_noop("This ZIP file is locked with a password. Pack it without the password and try again."),
    "zip-bomb": gettext_noop(
        "This ZIP file unpacks to far more than such files hold, so it was not opened. Pack only the files that are wanted and try again."
    ),
    "zip-twice": gettext_noop("This ZIP file holds {file} twice. Keep one of the two, pack it again and try again."),
}

POLIS = {
    "polis-long": gettext_noop(
        "These files are larger than {limit} MB together. Bring summary.csv, comments.csv and one file of votes alone, and try again."
    ),
    "polis-missing": gettext_noop(
        "{file} is missing. An export of Polis has summary.csv, comments.csv, and votes.csv or participants-votes.csv: bring these together."
    ),
    "polis-statement-twice": gettext_noop(
        "{file}, line {line}: the statement {number} stands here a second time. Get the export again and bring all of its files together."
    ),
    "polis-no-statement": gettext_noop(
        "{file}, line {line}: a vote on the statement {number}, which is not in comments.csv. Bring all files of one and the same export."
    ),
    "polis-vote": gettext_noop(
        "{file}, line {line}: a vote is neither 1, 0 nor -1. Get the export again, or correct this line, and try again."
    ),
    "polis-moderated": gettext_noop(
        "{file}, line {line}: the column moderated holds neither 1, 0 nor -1. Get the export again, or correct this line, and try again."
    ),
    "polis-person-twice": gettext_noop(
        "{file}, line {line}: this participant stands here a second time. Get the export again and bring all of its files together."
    ),
    "polis-flag": gettext_noop(
        "{file}, line {line}: the column {column} holds neither true nor false. Get the export again, or correct this line, and try again."
    ),
}

UPR_INFO = {
    "upr-no-words": gettext_noop(
        "{file}, line {line}: this recommendation has no words. Get the file again, or take this line out, and try again."
    ),
    "upr-no-state": gettext_noop(
        "{file}, line {line}: it does not say which State recommends, or to which. Get the file again, or take this line out, and try again."
    ),
}

TREATIES = {
    "treaty-layout": gettext_noop(
        "This file is no text of a treaty by article, in JSON or in Markdown with a heading for each article. Bring one of these two."
    ),
    "treaty-broken": gettext_noop(
        "Line {line}: the JSON of this file breaks off or has a mistake here. Get the file again and try again."
    ),
    "treaty-count": gettext_noop(
        "This file holds {found} articles and says another number itself. Get the file again, or use another copy of this text."
    ),
    "treaty-order": gettext_noop(
        "This file has a heading for article {number} where article {place} should stand. Get the file again, or use another copy of this text."
    ),
    "treaty-language": gettext_noop("This file holds the text in {languages}. Say which one you want with its tag."),
    "treaty-article-empty": gettext_noop(
        "Article {number} ({lang}) has no words in this file, so nothing of it was taken. Use another copy of this text."
    ),
    "treaty-article-long": gettext_noop(
        "Article {number} ({lang}) has {length} letters in this file, far more than an article has: something else was left in it. Nothing was taken. Use another copy of this text."
    ),
}

RATIFICATIONS = {
    "ratification-none": gettext_noop("This ZIP file holds no CSV file. Pack the tables themselves and try again."),
    "ratification-state": gettext_noop(
        "{file}, line {line}: the column member names no State. Get the file again, or correct this line, and try again."
    ),
    "ratification-status": gettext_noop(
        "{file}, line {line}: the column status holds neither state party, signatory state nor no action. Correct this line and try again."
    ),
    "ratification-twice": gettext_noop(
        "{file}, line {line}: the State {state} stands here a second time. Keep one of the two lines and try again."
    ),
}
