"""The larger the text, the smaller the type; never larger than one sheet holds."""

from __future__ import annotations

from smallplaces.web.listening.kit_fit import SIZES, Paragraph, fitting, height


def read(letters: int, lang: str = "en") -> list[object]:
    """A kit that holds one text in two columns."""
    return [([[Paragraph(letters, lang)], [Paragraph(letters, "en")]], True)]


def test_type_gets_smaller_as_texts_get_longer() -> None:
    names = [fitting(read(letters), fictional=False) for letters in range(200, 8000, 200)]
    order = [size.name for size in SIZES]

    assert [order.index(name) for name in names] == sorted(order.index(name) for name in names)
    assert (names[0], names[-1]) == ("large", "least")


def test_the_line_fictional_takes_its_part() -> None:
    sizes = {
        letters: [fitting(read(letters), fictional=told) for told in (False, True)] for letters in range(200, 6000, 20)
    }

    assert any(without != with_line for without, with_line in sizes.values())


def test_scripts_that_stand_in_stacks_need_more_room() -> None:
    assert height(read(900, "my"), SIZES[1]) > height(read(900), SIZES[1])


def test_a_kit_that_reads_nothing_has_no_empty_block() -> None:
    assert height([([], True)], SIZES[0]) == 0
