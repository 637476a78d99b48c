"""Every write about demands, texts, promises and what became of them."""

from smallplaces.commitments.actions.acts import (
    accept_act,
    add_act,
    add_version,
    answer_demand_no_more,
    answer_demand_with,
    change_act,
    publish_act,
    refuse_act,
)
from smallplaces.commitments.actions.answers import (
    answer_through_link,
    close_answer_link,
    make_answer_link,
    record_answer,
)
from smallplaces.commitments.actions.borrowing import borrow, tell_what_came
from smallplaces.commitments.actions.cards import LoadedCards, load_cards
from smallplaces.commitments.actions.demands import change_demand_state, make_demand, publish_demand
from smallplaces.commitments.actions.imports import ImportedAct, import_act
from smallplaces.commitments.actions.promises import (
    accept_promise,
    change_promise,
    link_promise,
    make_promise,
    refuse_promise,
    unlink_promise,
)
from smallplaces.commitments.actions.recommended import answer_recommendation, answer_recommendation_no_more
from smallplaces.commitments.actions.signers import accept_signer, remove_signer, sign
from smallplaces.commitments.actions.words import assess, follow_up, publish_follow_up, record_their_word

__all__ = [
    "ImportedAct",
    "LoadedCards",
    "accept_act",
    "accept_promise",
    "accept_signer",
    "add_act",
    "add_version",
    "answer_demand_no_more",
    "answer_demand_with",
    "answer_recommendation",
    "answer_recommendation_no_more",
    "answer_through_link",
    "assess",
    "borrow",
    "change_act",
    "change_demand_state",
    "change_promise",
    "close_answer_link",
    "follow_up",
    "import_act",
    "link_promise",
    "load_cards",
    "make_answer_link",
    "make_demand",
    "make_promise",
    "publish_act",
    "publish_demand",
    "publish_follow_up",
    "record_answer",
    "record_their_word",
    "refuse_act",
    "refuse_promise",
    "remove_signer",
    "sign",
    "tell_what_came",
    "unlink_promise",
]
