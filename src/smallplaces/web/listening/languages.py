"""Names of languages, each in itself, for a list that a person can choose from."""

from __future__ import annotations

from functools import lru_cache

from django.conf.locale import LANG_INFO

# Spoken in rooms and missing from Django's list.
MORE = {
    "am": "አማርኛ",
    "arn": "Mapudungun",
    "ay": "Aymar aru",
    "chr": "ᏣᎳᎩ",
    "ckb": "کوردیی ناوەندی",
    "cr": "ᓀᐦᐃᔭᐍᐏᐣ",
    "fil": "Filipino",
    "gn": "Avañe’ẽ",
    "ha": "Hausa",
    "haw": "ʻŌlelo Hawaiʻi",
    "ht": "Kreyòl ayisyen",
    "iu": "ᐃᓄᒃᑎᑐᑦ",
    "kmr": "Kurmancî",
    "lkt": "Lakȟótiyapi",
    "ln": "Lingála",
    "mam": "Mam",
    "mi": "Māori",
    "nah": "Nāhuatl",
    "nv": "Diné bizaad",
    "oj": "ᐊᓂᔑᓈᐯᒧᐎᓐ",
    "om": "Afaan Oromoo",
    "prs": "دری",
    "ps": "پښتو",
    "qu": "Runa simi",
    "quc": "K’iche’",
    "rom": "Romani",
    "rw": "Ikinyarwanda",
    "sm": "Gagana Sāmoa",
    "so": "Soomaali",
    "ti": "ትግርኛ",
    "tl": "Tagalog",
    "to": "Lea faka-Tonga",
    "wo": "Wolof",
    "yo": "Yorùbá",
    "yua": "Maayaʼ tʼàan",
    "zu": "isiZulu",
}


@lru_cache
def _names() -> dict[str, str]:
    ours = {code: str(info["name_local"]) for code, info in LANG_INFO.items() if "name_local" in info}
    return {**ours, **MORE}


def name_of(lang: str) -> str:
    """A language's own name; its code where we know none."""
    names = _names()
    return names.get(lang.lower()) or names.get(lang.split("-", maxsplit=1)[0].lower()) or lang


def choices(first: str = "en") -> list[tuple[str, str]]:
    """Code and name of each language, `first` on top, the rest by name."""
    names = {**_names(), first: name_of(first)}
    rest = sorted((item for item in names.items() if item[0] != first), key=lambda item: item[1].casefold())
    return [(first, names[first]), *rest]
