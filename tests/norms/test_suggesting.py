"""The lists that ship: terms, names, weights and labels; and how often they are right."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.linking import FIRST, HELD_OUT, LEAST_OF_LABELS, LEAST_OF_LAY, by_language, by_session, together
from smallplaces.norms import suggesting
from smallplaces.norms.suggesting import right_names, suggest_rights
from tools.upr import label_rights, proper_names, recommendations

LEXICON = Path(suggesting.__file__).parent / "lexicon"


def rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("lang", suggesting.LANGS)
def test_every_right_has_terms_in_every_language(lang: str) -> None:
    counts = dict.fromkeys(right_names(), 0)
    for row in rows(lang):
        counts[row["right"]] += 1
    assert len(counts) == 52
    assert {right: count for right, count in counts.items() if count < 15} == {}


def test_every_instrument_of_the_catalogue_has_a_name() -> None:
    assert {row["instrument"] for row in rows("names")} == set(suggesting.norms().provisions)


def test_learned_rights_are_rights() -> None:
    assert set(suggesting.weights().rights) <= set(right_names())


def test_the_learned_file_is_small_and_holds_no_sentence() -> None:
    assert (LEXICON / "weights.json").stat().st_size < 1_500_000
    assert [name for name in suggesting.weights().features if name.count(" ") > 1] == []


def test_each_label_has_a_right_or_a_reason_for_none() -> None:
    path = LEXICON.parent / "catalogue/upr_info_labels.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        told = list(csv.DictReader(lines))
    assert len({row["label"] for row in told}) == 54
    assert {row["relation"] for row in told} == {"same", "broader", "close", "none"}
    assert {row["right"] for row in told if row["relation"] != "none"} <= set(right_names())
    assert [row for row in told if row["relation"] == "none" and (row["right"] or not row["reason"])] == []


def test_goals_help_to_read_and_suggest_no_right() -> None:
    assert [one.right for one in suggest_rights("SDG 11.2")] == []


@pytest.mark.parametrize("lang", ["es", "es-MX", "ES_mx", "", "xx"])
def test_a_tag_of_any_form_is_understood(lang: str) -> None:
    assert suggest_rights("nos cortaron el agua en el barrio", lang)[0].right == "water-and-sanitation"


@pytest.mark.parametrize("name", ["lay_sentences.csv", "lay_afterwards.csv"])
def test_lay_sentences_have_a_marked_right_among_the_first_three(name: str) -> None:
    assert together(by_language(name).values()).share >= LEAST_OF_LAY


def test_held_out_recommendations_have_a_right_of_their_label_among_the_first_three(shared_data: Path) -> None:
    whole = together(by_session(shared_data / "upr", HELD_OUT).values())
    assert whole.asked > 3900
    assert whole.share >= LEAST_OF_LABELS, f"among the first {FIRST}: {whole.share:.1%}"


def test_the_label_map_knows_every_label_of_the_files(shared_data: Path) -> None:
    assert sum(1 for _one in recommendations(shared_data / "upr")) == 14_437
    assert len(label_rights()) == 54


def test_no_name_of_a_state_or_a_person_speaks_for_a_right(shared_data: Path) -> None:
    names = proper_names(shared_data / "upr")
    assert {"afghanistan", "iranian"} <= names
    assert [one for one in suggesting.weights().features if names & set(one.split(" "))] == []


def test_little_words_are_no_reason_beside_a_word_that_tells() -> None:
    found = {one.right: one for one in suggest_rights("The bus does not come and my shift ends late", "en")}
    assert [why.words for why in found["just-conditions-of-work"].because] == ["shift"]


def test_more_in_french_is_no_plan_of_a_town() -> None:
    found = [one.right for one in suggest_rights("Nous n'avons plus d'eau depuis lundi", "fr")]
    assert found == ["water-and-sanitation"]
