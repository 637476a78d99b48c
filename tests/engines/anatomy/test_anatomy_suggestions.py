"""Who owes what, by when, with what money; and silence where a clause does not say."""

import pytest

from smallplaces.engines.anatomy import Found, Suggestion, suggest


def said(found: Found | None) -> str | None:
    return found.text if found else None


@pytest.mark.parametrize(
    ("clause", "who", "what"),
    [
        (
            "BE IT RESOLVED, that the Department of Water shall publish its readings.",
            "the Department of Water",
            "publish its readings",
        ),
        ("RESOLVED, That the Council directs the City Manager to open the hall.", "the City Manager", "open the hall"),
        ("Resolved, That the Council calls upon the State Legislature to pass it.", "the State Legislature", "pass it"),
        ("The City Council shall, by ordinance, create a fund.", "The City Council", "create a fund"),
        ("The clerk, with the mayor, is hereby directed to read it aloud.", "The clerk", "read it aloud"),
        ("1. We keep a phone chain.", "We", "keep a phone chain"),
        ("(b) We will watch the river.", "We", "watch the river"),
        ("The Council appropriates 900 euros for pumps.", "The Council", "900 euros for pumps"),
        ("Powers. The Water Panel shall:", "The Water Panel", None),
        ("The Department of Water\nshall publish\nits readings.", "The Department of Water", "publish\nits readings"),
        ("The panel, in consultation with the mayor of the town, must meet.", "The panel", "meet"),
    ],
)
def test_who_and_what(clause, who, what):
    suggestion = suggest(clause)
    assert (said(suggestion.addressee), said(suggestion.task)) == (who, what)


@pytest.mark.parametrize(
    "clause",
    [
        "It shall be the goal of the city to be kind.",
        "No officer of the department shall ask for papers.",
        "The residents of the city shall be heard.",
        "The provisions of the city charter shall apply.",
        "Data shall be counted twice.",
        "We are the people of the river.",
        "We believe that the council failed.",
        "This law of the city shall take effect at once.",
        "If the mayor shall fail, so be it.",
        "The river is ours.",
        "Nadie quedará sin agua.",
        "",
    ],
)
def test_rather_nobody_than_the_wrong_one(clause):
    suggestion = suggest(clause)
    assert (suggestion.addressee, suggestion.verb, suggestion.task) == (None, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "within six months of the effective date",
        "within one hundred eighty (180) days",
        "by 1 March 2027",
        "by March 1, 2027",
        "no later than 30 June 2027",
        "not later than ten days after adoption",
        "on or before December 31",
        "by the end of 2027",
        "each year",
        "every two years",
        "annually",
        "twice a month",
        "at least once a month",
    ],
)
def test_due_words(words):
    assert said(suggest(f"The mayor shall report {words}, and rest.").due_words) == words


@pytest.mark.parametrize("words", ["$120,000", "$1.5 million", "120,000 crowns", "€ 900", "2 million dollars"])
def test_money_words(words):
    assert said(suggest(f"The mayor shall spend {words} on pumps.").money_words) == words


def test_money_without_a_sum():
    assert said(suggest("Money is hereby appropriated for pumps.").money_words) == "is hereby appropriated for pumps"


@pytest.mark.parametrize(
    "words", ["all appropriate measures", "section 120,000", "a bus within reach", "by the river", "by law", "2012"]
)
def test_words_that_are_neither_time_nor_money(words):
    suggestion = suggest(f"The mayor shall weigh {words}.")
    assert (suggestion.due_words, suggestion.money_words) == (None, None)


def test_time_and_money_belong_to_the_duty_they_stand_with():
    suggestion = suggest(
        "The panel shall report to the mayor. The clerk shall print it within two weeks. $90 is set aside. The mayor shall rest."
    )
    assert said(suggestion.addressee) == "The clerk"
    assert (said(suggestion.due_words), said(suggestion.money_words)) == ("within two weeks", "$90")


def test_nothing_stated():
    assert suggest("The river is ours.") == Suggestion()


def test_a_number_of_a_million_digits():
    assert suggest("The mayor shall count to " + "9" * 1_000_000).money_words is None
