"""Every read about demands, texts, promises and what became of them. Each takes `viewer`."""

from smallplaces.commitments.queries.acts import act_lines, act_page, acts_of_issues, acts_of_place
from smallplaces.commitments.queries.answering import AnswerDesk, answer_desk, answer_link, bodies_asked
from smallplaces.commitments.queries.demands import (
    demand_lines,
    demand_page,
    demands_from_sentences,
    demands_of_groups,
    demands_of_issue,
    demands_of_issues,
    demands_of_place,
    sentences_of_demands,
    signers_of,
)
from smallplaces.commitments.queries.promises import (
    promise_lines,
    promise_page,
    promises_of_issue,
    promises_of_issues,
    promises_of_place,
    promises_past_due,
)
from smallplaces.commitments.queries.reach import (
    acts_visible_to,
    assessments_visible_to,
    demands_visible_to,
    followups_visible_to,
    get_act,
    get_clause,
    get_demand,
    get_promise,
    get_signer,
    promises_visible_to,
)
from smallplaces.commitments.queries.shown import (
    ActLine,
    ActPage,
    AnswerLine,
    BorrowingLine,
    ClauseLine,
    DemandLine,
    DemandPage,
    FollowUpLine,
    Party,
    PlaceActs,
    PlacePromises,
    PromiseLine,
    PromisePage,
    Ref,
    SignerLine,
    Word,
)
from smallplaces.commitments.queries.waiting import acts_waiting, promises_waiting, signers_waiting

__all__ = [
    "ActLine", "ActPage", "AnswerDesk", "AnswerLine", "BorrowingLine", "ClauseLine", "DemandLine", "DemandPage",
    "FollowUpLine", "Party", "PlaceActs", "PlacePromises", "PromiseLine", "PromisePage", "Ref", "SignerLine", "Word",
    "act_lines", "act_page", "acts_of_issues", "acts_of_place", "acts_visible_to", "acts_waiting", "answer_desk",
    "answer_link", "assessments_visible_to", "bodies_asked", "demand_lines", "demand_page", "demands_from_sentences",
    "demands_of_groups", "demands_of_issue", "demands_of_issues", "demands_of_place", "demands_visible_to",
    "followups_visible_to", "get_act", "get_clause", "get_demand", "get_promise", "get_signer", "promise_lines",
    "promise_page", "promises_of_issue", "promises_of_issues", "promises_of_place", "promises_past_due",
    "promises_visible_to", "promises_waiting", "sentences_of_demands", "signers_of", "signers_waiting",
]
