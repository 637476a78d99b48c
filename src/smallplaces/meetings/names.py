"""A gentle look at a sentence before it is kept: does it name a person, or say how to reach one?"""

from __future__ import annotations

import re

TITLES = (
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Mx",
    "Dr",
    "Prof",
    "Sir",
    "Madam",
    "Señor",
    "Señora",
    "Señorita",
    "Sr",
    "Sra",
    "Don",
    "Doña",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "Mme",
    "Herr",
    "Frau",
    "Senhor",
    "Senhora",
    "Signor",
    "Signora",
)
NAME = re.compile(rf"\b(?:{'|'.join(TITLES)})\b\.?\s+[^\W\d_a-zà-ÿ]\w+")
# Arabic has no capitals: the title with the word after it.
ARABIC = re.compile(r"(?:السيدة|السيد|الدكتورة|الدكتور|الأستاذة|الأستاذ)\s+\w+")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# Seven digits and more, as people write them; a year or a sum of money is shorter or grouped by commas.
YEARS = r"(?!(?:19|20)\d\d[\s–-]{1,3}(?:19|20)\d\d(?!\d))"
PHONE = re.compile(r"(?<![\w,.])" + YEARS + r"\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?![\w,])")


def person_in(text: str) -> str:
    """The part of a sentence that looks like somebody's name, mail or telephone; empty where there is none."""
    for shape in (NAME, ARABIC, MAIL, PHONE):
        found = shape.search(text)
        if found:
            return found.group()
    return ""
