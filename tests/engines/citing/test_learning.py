"""Weights learned from labelled texts: what speaks for a right, and the same again from the same texts."""

from __future__ import annotations

from smallplaces.engines.citing import Weights, example, learn

TEXTS = [
    *(("the landlord raised the rent", ["housing"], []) for _time in range(20)),
    *(("the clinic has no nurse", ["health"], []) for _time in range(20)),
    *(("the clinic raised the rent", [], ["housing"]) for _time in range(20)),
]


def weights(without: frozenset[str] = frozenset()) -> Weights:
    examples = [example(text, rights, unsure, without) for text, rights, unsure in TEXTS]
    return learn([range(len(examples))] * 3, examples, least=3, rate=1.0, start=0.1).weights(smallest=0.1)


def weight(of: Weights, feature: str, right: str) -> float:
    return dict(of.features.get(feature, ())).get(of.rights.index(right), 0.0)


def test_a_word_speaks_for_the_right_beside_which_it_stood() -> None:
    made = weights()
    assert weight(made, "landlord", "housing") > 0 > weight(made, "landlord", "health")
    assert weight(made, "nurs", "health") > 0


def test_the_same_texts_give_the_same_weights() -> None:
    assert weights() == weights()


def test_where_the_label_does_not_tell_nothing_is_learned() -> None:
    assert weight(weights(), "clinic rais", "housing") == 0.0


def test_words_that_are_kept_out_are_in_no_feature() -> None:
    made = weights(frozenset({"landlord"}))
    assert [name for name in made.features if "landlord" in name] == []
    assert weight(made, "rent", "housing") > 0
