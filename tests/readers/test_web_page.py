"""Web pages: what a reader of the page sees, in lines; scripts, menus and hidden words stay out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal, read_document


def read(page: str, encoding: str = "utf-8") -> str:
    return read_document(("<!doctype html>" + page).encode(encoding), "act.html").text


def code(data: bytes, name: str = "act.html") -> str:
    with pytest.raises(Refusal) as caught:
        read_document(data, name)
    return caught.value.code


def test_blocks_are_lines_and_words_inside_stay_together():
    page = "<h1>Resolution&nbsp;41</h1><p>WHEREAS the stairs\nare dark<b>en</b>ed;<p>and cold,<br>RESOLVED<div>that &amp; this"
    assert read(page) == "Resolution 41\nWHEREAS the stairs are darkened;\nand cold,\nRESOLVED\nthat & this\n"


def test_lists_carry_the_numbers_that_the_page_shows():
    page = "<ol type=a start=2><li>a phone chain<li value=5><p>a river watch</ol><ul><li>tea<ol><li>green</ol></ul><ol type=I><li>x</ol>"
    assert read(page) == "b. a phone chain\ne. a river watch\n• tea\n1. green\nI. x\n"


def test_rows_of_tables_are_lines_also_where_ends_are_left_out():
    page = "<table><tr><th>who<th>what<tr><td><p>clerk</p><p>of Osier</p><td>counts<table><tr><td>x<td>y</table></table>end"
    assert read(page) == "who\twhat\nclerk of Osier\tcounts x\ty\nend\n"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var x = '<p>no</p>'</script>",
        "<style>p::before {content: 'no'}</style>",
        "<nav><ul><li>no<p>no</nav>",
        "<div hidden>no<div>no</div></div>",
        "<p style='display: none'>no</p>",
        "<span aria-hidden=true>no</span>",
        "<template><p>no</p></template>",
        "<del>no</del>",
        "<!-- no -->",
        "<div role=navigation><a>no</a></div>",
        "<textarea>no</textarea>",
    ],
)
def test_what_nobody_sees_stays_out(unseen):
    assert read(f"<title>no</title><body><p>yes {unseen} yes</p><p>yes") in {"yes yes\nyes\n", "yes\nyes\nyes\n"}


def test_only_the_main_part_is_read_where_there_is_one():
    assert (
        read("<header>Osier online</header><main><h1>Act</h1><p>Words</main><footer>Call us</footer>") == "Act\nWords\n"
    )
    assert read("<header>Osier online</header><main></main><p>Words") == "Osier online\nWords\n"


def test_a_head_that_is_never_closed_ends_with_the_first_block():
    assert read("<html><head><title>no</title><p>Words") == "Words\n"


def test_lines_of_preformatted_text_stay():
    assert read("<pre>Section 1.\n  Light.\n</pre>") == "Section 1.\nLight.\n"


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "Вода принадлежит всем"),
        ("shift_jis", "shift_jis", "水はみんなのもの"),
        ("ISO-8859-1", "cp1252", "L’eau est à tous"),
        ("windows-1251", "utf-8", "L’eau est à tous"),
        ("iso-8859-9", "cp1254", "Su herkesindir: ğış"),
        ("made-up", "utf-8", "L’eau"),
    ],
)
def test_letters_are_read_as_the_page_says_and_utf_8_before(declared, encoding, words):
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>{words}'
    assert read(page, encoding) == f"{words}\n"
    assert read_in_sandbox("document", page.encode(encoding), name="act.htm")["text"] == f"{words}\n"


@pytest.mark.parametrize("name", ["act.pdf", "act.docx", "ACT.TXT", "votes.csv"])
def test_a_page_under_the_name_of_another_kind_is_refused(name):
    assert code(b"<html><p>Sign in to read this file", name) == "html"


@pytest.mark.parametrize("name", ["", "act.html", "act.aspx", "resolution 41"])
def test_a_page_under_any_other_name_is_read(name):
    assert read_document(b"<html><p>words", name).kind == "html"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<html><body><script>app()</script>", "empty"),
        (b"<html><p>" + "Вода".encode("cp1251") * 9, "encoding"),
        (b"<html><meta charset=euc-jp><p>\xff\xfe", "encoding"),
        (b"<html>" + b"<div>" * 500 + b"deep", "page-deep"),
        (b"<html>\0", "binary"),
    ],
)
def test_bad_pages_each_have_their_sentence(data, expected):
    assert code(data) == expected


@pytest.mark.parametrize("piece", [b"<", b"<!--", b"<?", b"<a b='"], ids=["signs", "comments", "orders", "attributes"])
def test_pages_made_to_keep_a_reader_busy_end_in_time(piece):
    with pytest.raises(Refusal) as caught:
        read_in_sandbox("document", b"<html>words" + piece * (9_900_000 // len(piece)), name="x.html", seconds=4)
    assert caught.value.code in {"unsafe", "empty"}


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<ol>",
                "</ol>",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</table>",
                "<main>",
                "</main>",
                "<nav>",
                "</nav>",
                "<div hidden>",
                "</div>",
                "<b>",
                "</b>",
                "<br>",
                "a",
                " ",
                "&lt;",
            ]
        )
    )
)
def test_any_page_ends_in_words_or_in_one_refusal(pieces):
    try:
        words = read("".join(pieces))
    except Refusal:
        return
    assert words.strip()
    assert "<p>" not in words
    assert "\n\n" not in words
