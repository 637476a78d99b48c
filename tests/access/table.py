"""The access table: every route, who comes in, and who only finds that nothing is there.

A row names a route, the arguments of its address (attributes of the world of `world.py`), what looking gives to whom,
and what sending a form gives. The form that is sent is an empty one: whoever may write is told what is missing (422) or
has pressed a button (302); nobody else gets as far as that.
"""

from __future__ import annotations

from tests.access.rows_for_readers import ACCOUNTS, LINKS, PLACES, SITE, THREAD
from tests.access.rows_of_committees import COMMITTEES
from tests.access.rows_of_dialogues import DIALOGUES
from tests.access.rows_of_kits import KITS
from tests.access.rows_of_letters import LETTERS
from tests.access.rows_of_norms import NORMS
from tests.access.rows_of_recommendations import RECOMMENDATIONS
from tests.access.rows_of_rights import RIGHTS
from tests.access.rows_of_the_desk import COMMITMENTS, GROUP, ISSUES, MEETINGS, REPORTS, STEPS
from tests.access.rows_of_walls import WALLS
from tests.access.rules import EVERYBODY, SIGN_IN, Row

__all__ = ["EVERYBODY", "ROWS", "SIGN_IN", "Row"]

ROWS = [
    *SITE,
    *PLACES,
    *THREAD,
    *LINKS,
    *ACCOUNTS,
    *GROUP,
    *COMMITTEES,
    *MEETINGS,
    *ISSUES,
    *STEPS,
    *COMMITMENTS,
    *REPORTS,
    *LETTERS,
    *KITS,
    *WALLS,
    *NORMS,
    *RIGHTS,
    *DIALOGUES,
    *RECOMMENDATIONS,
]
