"""The shapes of acts and pledges, in our own words."""

import pytest

from smallplaces.engines.anatomy import Anatomy, Kind, split


def kinds(anatomy: Anatomy) -> list[str]:
    return [piece.kind.value for piece in anatomy.pieces]


def labels(anatomy: Anatomy) -> list[tuple[str, int]]:
    return [(piece.label, piece.level) for piece in anatomy.pieces if piece.kind is Kind.SECTION]


BY_LINES = """Resolution 41: Water is for living

WHEREAS, 61 homes were cut off last winter; and
WHEREAS, the council resolved in 2012 that bills be plain, and nobody has
resolved the matter since;
NOW, THEREFORE, BE IT RESOLVED, that the water company shall cut off no home for debt; and
BE IT FURTHER RESOLVED, that a panel of nine shall be named by 1 March 2027.
Passed by the council, six to three.
Mayor of Osier Bend"""


def test_resolution_line_by_line():
    anatomy = split(BY_LINES)
    assert anatomy.title == "Resolution 41: Water is for living"
    assert kinds(anatomy) == ["title", "recital", "recital", "formula", "operative", "operative", "signature"]
    assert anatomy.pieces[2].text.endswith("resolved the matter since;")
    assert anatomy.pieces[4].label == "BE IT RESOLVED"
    assert anatomy.binds


def test_resolution_in_one_run_of_words_has_the_same_pieces():
    unsigned = BY_LINES[: BY_LINES.index("\nPassed")]
    in_one_run, by_lines = split(" ".join(unsigned.split())), split(unsigned)
    assert kinds(in_one_run) == kinds(by_lines)
    assert [" ".join(piece.text.split()) for piece in by_lines.pieces] == [piece.text for piece in in_one_run.pieces]


@pytest.mark.parametrize(
    "recital",
    [
        "Whereas, the dispute of 1999 was resolved, that is, forgotten, and the river rose",
        'Whereas, an older text says "be it resolved that no home be sold" and nobody kept it',
        'Whereas, the ninth "Resolved" clause of that text was struck out',
        "Whereas, complaints are to be resolved by the clerk; some never were",
        "Whereas, Section 12 of the code, and Section 14. of the charter, say little",
        "Whereas, the State has signed (1) one treaty, (2) Another treaty, and (3) a third",
        "Whereas, rents rose, whereas wages did not",
        "Whereas, the pumps are old\nand § 7-102 of the code is older, as the clerk of the city\nResolved long ago to say",
    ],
)
def test_words_inside_a_recital_do_not_split_it(recital):
    anatomy = split(f"{recital}; now, therefore, be it\nResolved, That the pumps be mended.")
    assert kinds(anatomy) == ["recital", "formula", "operative"]
    assert anatomy.pieces[0].text == f"{recital};"


def test_recitals_alone_bind_nobody():
    anatomy = split("WHEREAS, the river is ours to keep; and WHEREAS, it smells; and")
    assert kinds(anatomy) == ["recital", "recital"]
    assert not anatomy.binds


def test_proclamation_without_the_word_resolved():
    anatomy = split("WHEREAS it is late. NOW, THEREFORE I, A. B. Reed, Mayor, do hereby proclaim a day of rest.")
    assert kinds(anatomy) == ["recital", "operative"]


def test_numbered_clauses_after_considerations_without_the_word_whereas():
    anatomy = split(
        "The Assembly,\nRecalling its own words,\nNoting the pump failed;\n1. Decides to buy fuel;\n2. Asks the county to help."
    )
    assert kinds(anatomy) == ["title", "recital", "recital", "section", "section"]


@pytest.mark.parametrize(
    "clause",
    [
        "MOTION: That the minutes be printed.",
        "Moved by Reed, that the minutes be printed.",
        "I move that the minutes be printed.",
        "Resolved further, that it rain.",
    ],
)
def test_motions_and_single_clauses(clause):
    anatomy = split(f"Town meeting\n{clause}")
    assert kinds(anatomy) == ["title", "operative"]


def test_a_formula_broken_over_two_lines_is_one():
    anatomy = split(
        "WHEREAS it rains;\nNOW, THEREFORE, BE IT RESOLVED BY THE COUNCIL OF\nOSIER BEND THAT:\n\nSection 1. The roof be mended."
    )
    assert kinds(anatomy) == ["recital", "formula", "operative"]


def test_ordinance_with_nested_parts():
    anatomy = split(
        "Be it enacted by the council as follows:\nSection 1. Definitions.\n(a) “Home” means any roof.\n"
        "Section 2. Duties. (a) The clerk shall count. (1) Homes. (2) Empty homes. (b) The clerk shall print.\n"
        "(h) The eighth.\n(i) The ninth.\n(i) First of its own.\n(ii) Second.\n§ 3. This takes effect at once.",
    )
    assert kinds(anatomy)[:3] == ["formula", "definition", "definition"]
    assert labels(anatomy) == [
        ("Section 2", 1),
        *[("(a)", 2), ("(1)", 3), ("(2)", 3), ("(b)", 2)],
        *[("(h)", 2), ("(i)", 2), ("(i)", 3), ("(ii)", 3)],
        ("§ 3", 1),
    ]


def test_code_sections_in_one_run():
    anatomy = split(
        "12A.03. Of water. The town shall test it. 12A.04. Of bread. (a) The town shall bake. (b) It shall share."
    )
    assert labels(anatomy) == [("12A.03", 1), ("12A.04", 1), ("(a)", 2), ("(b)", 2)]


def test_findings_are_recitals_and_bind_nobody():
    anatomy = split("SEC. 4. FINDINGS. The council finds: (a) Homes are few. (b) Rents are high.")
    assert set(kinds(anatomy)) == {"recital"}
    assert not split("The town hereby finds and declares as follows: (a) Homes are few. (b) Rents are high.").binds


def test_contents_before_the_sections_are_a_note():
    anatomy = split(
        "Local law\n§ 1. Name.\n§ 2. Duties.\n\n§ 1. Name. This is the water law.\n§ 2. Duties. The clerk shall read it aloud."
    )
    assert kinds(anatomy) == ["title", "note", "note", "section", "section"]


@pytest.mark.parametrize(
    ("pledge", "lead"),
    [
        (
            "Laundry Pledge\nWe, who share the laundry, promise:\n1. We keep a phone chain.\n2. We watch the river.",
            ["title", "formula"],
        ),
        ("Laundry Pledge\n1. We keep a phone chain.\n2. We watch the river.", ["title"]),
        ("Laundry Pledge\n- We keep a phone chain\n- We watch the river", ["title"]),
        ("We promise: 1. We keep a phone chain. 2. We watch the river.", ["formula"]),
    ],
)
def test_pledges(pledge, lead):
    anatomy = split(pledge)
    assert kinds(anatomy) == [*lead, "section", "section"]
    assert anatomy.binds


def test_pledge_in_plain_sentences_binds():
    assert kinds(split("Our pledge\nWe promise to keep a phone chain.")) == ["title", "operative"]


def test_what_cannot_be_placed_is_shown():
    anatomy = split("WHEREAS, it rains.\n\nThe committee met twice and drank tea.\n\nRESOLVED, that we mend the roof.")
    assert kinds(anatomy) == ["recital", "unplaced", "operative"]
    assert anatomy.pieces[1].text == "The committee met twice and drank tea."
    assert kinds(split("Dear council, please mend the roof.")) == ["unplaced"]


def test_notes_and_signatures_at_the_end():
    anatomy = split(
        "By Council Member Reed\nResolved, That it rain.\n\nAdopted.\nOffice of the Clerk\n\nLS 1201\n3/4/2019\n- 2 -"
    )
    assert kinds(anatomy) == ["note", "operative", "signature", "note"]
    assert anatomy.pieces[-1].text.startswith("LS 1201")


@pytest.mark.parametrize("nothing", ["", " ", "\n\r\n\t", "1\n2\n3"])
def test_a_text_of_nothing_binds_nobody(nothing):
    anatomy = split(nothing)
    assert kinds(anatomy) == (["unplaced"] if nothing else [])
    assert anatomy.title == ""
