"""The report as HTML."""

from __future__ import annotations

from lxml import etree, html

from smallplaces.engines.composing import to_fragment, to_html
from tests.engines.composing.reports import one_paragraph, small_report


def test_marks_and_notes_link_both_ways() -> None:
    article = etree.fromstring(to_fragment(small_report()))
    ids = article.xpath("//@id")
    links = article.xpath("//a/@href")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert [mark.text for mark in article.xpath("//a[@role='doc-noteref']")] == ["1", "1", "2"]
    backs = article.xpath("//li[@id='report-note-1']//a")
    assert [back.get("aria-label") for back in backs] == ["Back to the text, 1"] * 2


def test_each_change_of_language_is_marked() -> None:
    article = etree.fromstring(to_fragment(small_report()))
    arabic = article.xpath("//p[@lang='ar']")[0]
    assert arabic.get("dir") == "rtl"
    assert arabic.xpath("string(span)") == "العربية"
    assert article.xpath("//p[@lang='es']/@dir") == ["ltr"]
    assert article.xpath("//li/span[@lang='es']/text()") == ["Acta de mayo."]
    assert article.xpath("count(//*[@lang='en'])") == 1


def test_the_outline_has_no_gap() -> None:
    article = etree.fromstring(to_fragment(small_report(), top=2))
    assert [heading.tag for heading in article.xpath("//h1 | //h2 | //h3 | //h4 | //h5")] == ["h2", "h3", "h4", "h3"]
    assert len(article.xpath("//ul[not(@class)]/li")) == 2
    assert article.xpath("//section/@aria-labelledby") == ["report-section-1", "report-section-2", "report-notes"]
    assert article.xpath("string(//p[@class='report-removed'])") == "6. [removed: the words were taken back]"


def test_the_page_to_hand_out_stands_alone() -> None:
    page = html.document_fromstring(to_html(small_report()).decode())
    assert page.get("lang") == "en"
    assert page.xpath("string(//title)") == "What came of it"
    assert not page.xpath("//link | //img | //script")
    assert 'content: "\\000046\\000049' in page.xpath("string(//style)")
    assert "url(" not in page.xpath("string(//style)")


def test_the_page_of_a_site_takes_the_stylesheet_of_the_site() -> None:
    page = html.document_fromstring(to_html(small_report(fictional_words=""), css_href="/static/a.css?b&c").decode())
    assert page.xpath("//link/@href") == ["/static/a.css?b&c"]
    assert not page.xpath("//style")
    assert not page.xpath("//*[@class='report-fictional']")


def test_words_are_never_markup() -> None:
    hostile = "</style><script>alert(1)</script><p onclick='x'>&amp;"
    report = one_paragraph(hostile)
    page = html.document_fromstring(to_html(small_report(fictional_words=hostile)).decode())
    assert not page.xpath("//script | //p[@onclick]")
    assert etree.fromstring(to_fragment(report)).xpath("string(//section/p)") == hostile
