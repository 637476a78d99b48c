"""Texts of treaties: articles by their place, in the language that is wanted; one article that cannot be one refuses all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal
from smallplaces.readers.treaty import read_treaty

MARKDOWN = """<meta http-equiv='Content-Type' content='text/html; charset=utf-8' />

##Verdrag over trappen

####Convention on Stairs

The places, *inter alia*, remember [stairs](../../stairs.md).
### PART  I

### Article  1
Treedt in werking op een nader te bepalen tijdstip

1.  Every stair shall have light.
2.  At night too.

(a)  In winter first.

###Article 2

####- Who keeps the light

The council keeps it.

####Protocol to the Convention on Stairs

### Article  1
Lamps are for all.

####Verdrag over trappen

De plaatsen denken aan trappen.

### Artikel  1
Elke trap heeft licht.
### Artikel  2
De raad zorgt ervoor.
"""


def treaty(*texts: str, **more: object) -> bytes:
    rows = [{"article": "一", "title_zh": "", "title_en": "", "content_zh": "燈", "content_en": text} for text in texts]
    return json.dumps(
        {"treaty_en": "Convention on Stairs", "preamble_en": "We\n\n remember", "articles": rows} | more
    ).encode()


def code(data: bytes, lang: str = "en") -> str:
    with pytest.raises(Refusal) as caught:
        read_treaty(data, lang)
    return caught.value.code


def test_json_articles_are_numbered_by_their_place():
    found = read_treaty(treaty("Every stair shall have light.", "1.  At night.\r\n\r\n2. In winter."), "en")
    assert [(one.number, one.text) for one in found.articles] == [
        (1, "Every stair shall have light."),
        (2, "1.  At night.\n2. In winter."),
    ]
    assert (found.title, found.preamble, found.lang) == ("Convention on Stairs", "We\nremember", "en")


def test_the_language_wanted_is_given_with_its_whole_tag():
    found = read_treaty(treaty("Light"), "zh")
    assert (found.lang, found.articles[0].text, found.languages) == ("zh-Hant", "燈", ("en", "zh-Hant"))


def test_markdown_has_a_heading_for_each_article():
    found = read_treaty(MARKDOWN.encode(), "en")
    assert (found.title, found.preamble) == ("Convention on Stairs", "The places, inter alia, remember stairs.")
    first, second = found.articles
    assert first.text == "1. Every stair shall have light.\n2. At night too.\n(a) In winter first."
    assert (second.number, second.title, second.text) == (2, "Who keeps the light", "The council keeps it.")


def test_a_protocol_behind_its_convention_is_named_and_left_out():
    assert read_treaty(MARKDOWN.encode(), "en").further == ("Protocol to the Convention on Stairs",)


def test_the_second_language_of_markdown():
    found = read_treaty(MARKDOWN.encode(), "nl-BE")
    assert (found.lang, found.title, found.languages) == ("nl", "Verdrag over trappen", ("en", "nl"))
    assert [one.text for one in found.articles] == ["Elke trap heeft licht.", "De raad zorgt ervoor."]


def test_two_languages_with_the_same_word_for_an_article_are_told_apart_by_their_text():
    french = b"# Article I\nToute personne a droit a la lumiere.\n# Article II\nLes lampes et les escaliers."
    assert read_treaty(french, "fr").lang == "fr"
    assert code(french, "en") == "treaty-language"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (treaty("Light", " \n"), "treaty-article-empty"),
        (treaty("Light", "x" * 30_001), "treaty-article-long"),
        (treaty(*["Light here"] * 5, "x" * 401), "treaty-article-long"),
        (treaty("Light", total_articles=2), "treaty-count"),
        (treaty("Light")[:-9], "treaty-broken"),
        (treaty("Light", articles=[]), "treaty-layout"),
        (treaty("Light", articles={"1": "Light"}), "treaty-layout"),
        (treaty("Light", articles=[{"content_en": 5}]), "treaty-layout"),
        (treaty("half \ud800"), "encoding"),
        (b"[" * 200_000, "treaty-layout"),
        (b'{"articles": ' + b"9" * 20_000 + b"}", "treaty-layout"),
        (b"Every stair shall have light.", "treaty-layout"),
        (MARKDOWN.replace("###Article 2", "###Article 3").encode(), "treaty-order"),
        (MARKDOWN.replace("The council keeps it.", "").encode(), "treaty-article-empty"),
        (b"<!DOCTYPE html><h3>Article 1</h3>", "html"),
        (b"", "empty"),
        (b"PK\x03\x04\0\0", "binary"),
        ("### Article 1\nЛестница".encode("cp1251"), "encoding"),
    ],
)
def test_a_bad_file_is_refused_whole(data, expected):
    assert code(data) == expected


def test_the_article_that_is_wrong_is_named():
    with pytest.raises(Refusal, match=r"^Article 2 \(en\) has 30,001 letters"):
        read_treaty(treaty("Light", "x" * 30_001), "zh")


@pytest.mark.parametrize("lang", ["", "fr", "und"])
def test_a_language_that_is_not_there_names_those_that_are(lang):
    with pytest.raises(Refusal, match="in en, nl"):
        read_treaty(MARKDOWN.encode(), lang)


@given(st.lists(st.text(), min_size=1, max_size=6), st.sampled_from(["en", "zh"]))
def test_any_words_end_in_articles_or_in_one_refusal(texts, lang):
    try:
        found = read_treaty(treaty(*texts), lang)
    except Refusal:
        return
    assert [one.number for one in found.articles] == list(range(1, len(texts) + 1))
    assert all(one.text.strip() for one in found.articles)


@given(st.text("#Article 12\n([*_])"))
def test_any_markdown_ends_in_articles_or_in_one_refusal(words):
    try:
        found = read_treaty(words.encode(), "en")
    except Refusal:
        return
    assert [one.number for one in found.articles] == list(range(1, len(found.articles) + 1))


def test_the_real_json_files(shared_data):
    refused, articles = [], 0
    for file in sorted((shared_data / "treaties/data").glob("*.json")):
        try:
            articles += len(read_treaty(file.read_bytes(), "en").articles)
        except Refusal as refusal:
            refused.append((file.name, refusal.code, refusal.params["number"]))
    assert refused == [("icerd.json", "treaty-article-long", 25)]
    assert articles == 1914 - 25


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_real_markdown_files(shared_data, lang):
    files = sorted((shared_data / "treaties/nl_markdown").glob("*.md"))
    counts = {file.stem: len(read_treaty(file.read_bytes(), lang).articles) for file in files}
    assert len(counts) == 14
    some = {"ICERD": 25, "ICCPR": 53, "UDHR": 30, "CRC": 54, "CPED": 45, "ECHR": 59}
    assert some.items() <= counts.items()


def test_a_corrupt_article_is_refused_by_the_limited_process(shared_data):
    data = (shared_data / "treaties/data/icerd.json").read_bytes()
    with pytest.raises(Refusal, match=r"^Article 25 \(en\) has 61,889 letters"):
        read_in_sandbox("treaty", data, name="icerd.json", lang="en")
