"""After the flood: a conversation that 164 people answered, written as an export of Polis and brought in as one."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from smallplaces.cli.demo.cast import Stage
from smallplaces.core.clock import fixed
from smallplaces.dialogues.actions import Wish, import_polis, publish_dialogue
from smallplaces.dialogues.exports import export_of, read_files
from smallplaces.issues.actions import gather_statements

Vote = tuple[int, str, int, int, int]

PEOPLE = 164
SEED = 20260301
CHANGED = 23  # people who changed one answer later
FIRST_SECOND = 1_760_000_000
TITLE = "After the flood: who comes back, and who decides?"
ASKED = "Cards at the clinic, the union hall and the laundry; an open link; paper at the night shelter."
TOLD = "It is read aloud at our meetings, and printed in what we write here and to the United Nations. Nobody asks your name."
SOURCE = "Laundry Circle, Osier Bend: an export made up for this demonstration. CC0."
SHOWN, WAITING, LEFT_OUT = 1, 0, -1
# Words; how many agree, disagree, pass; what its moderators did.
STATEMENTS: tuple[tuple[str, int, int, int, int], ...] = (
    ("Nobody decides about our street in a meeting at ten in the morning.", 155, 3, 6, SHOWN),
    ("Those who lived here before the flood come back first.", 131, 12, 16, SHOWN),
    ("Stalls belong on the flood side.", 66, 63, 20, SHOWN),
    ("The last bus leaves before my shift ends.", 36, 1, 1, SHOWN),
    ("I would come to a meeting if somebody watched the children.", 88, 9, 21, SHOWN),
    ("The new locks were put on while people were still in the gym.", 97, 8, 34, SHOWN),
    ("A flood map that we did not draw decides who may live here.", 102, 11, 27, SHOWN),
    ("The landlord sent the notice to the flat that was under water.", 61, 4, 41, SHOWN),
    ("Renters have a say as owners do.", 119, 14, 13, SHOWN),
    ("The warehouse brings work, and that counts too.", 48, 71, 26, SHOWN),
    ("Nobody should have to sell because the wall is wet.", 124, 7, 15, SHOWN),
    ("The council told us everything it knew.", 9, 112, 19, SHOWN),
    ("I know whom to ask about my house.", 22, 91, 24, SHOWN),
    ("The traders and the tenants want the same thing.", 54, 49, 38, SHOWN),
    ("Paper at the shelter is the only form that I can fill in.", 33, 2, 9, SHOWN),
    ("Somebody should count who left and never came back.", 108, 5, 18, SHOWN),
    ("The market should stay where it was.", 64, 38, 29, SHOWN),
    ("My street smells since the water went down.", 77, 13, 22, SHOWN),
    ("The bus stop should be moved to the dry side.", 4, 2, 1, SHOWN),
    ("We should meet in the chapel and not in the council hall.", 58, 21, 33, SHOWN),
    ("One particular man is to blame for all of it.", 11, 42, 30, LEFT_OUT),
    ("Could the next one also be in Arabic?", 14, 0, 3, WAITING),
)
UNDER = (("lock", (1, 5, 6)), ("bus", (3,)))


def hold_the_dialogue(stage: Stage) -> None:
    """Brings the export in, shows it to everybody, and puts what it says under two issues."""
    by = stage.by["laundry"]
    with fixed(stage.ago(150)):
        wish = Wish(source=SOURCE, lang="en", told=TOLD, uses=("C3", "C4", "C5", "C6"))
        export = export_of(read_files(export_files()))
        dialogue = import_polis(stage.place, export=export, group=stage.laundry, wish=wish, by=by).dialogue
        publish_dialogue(dialogue, by=by)
        stage.made["dialogue", "flood"] = dialogue
        for key, numbers in UNDER:
            statements = list(dialogue.statements.filter(number__in=numbers).order_by("number"))
            gather_statements(stage.made["issue", key], statements=statements, made_in="committee", by=by)


def export_files() -> dict[str, bytes]:
    """The files of the export: the same ones each time."""
    summary = [["topic", TITLE], ["url", ""], ["voters", PEOPLE], ["conversation-description", ASKED]]
    votes = list(_votes())
    counted = Counter((number, answer) for _time, _day, number, _who, answer in votes)
    columns = ["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]
    comments = [
        [FIRST_SECOND, number, 0, counted[number, 1], counted[number, -1], moderated, text]
        for number, (text, *_answers, moderated) in enumerate(STATEMENTS)
    ]
    asked = ["timestamp", "datetime", "comment-id", "voter-id", "vote"]
    return {
        "summary.csv": _table(summary),
        "comments.csv": _table([columns, *comments]),
        "votes.csv": _table([asked, *votes]),
    }


def _votes() -> Iterator[Vote]:
    """One row an answer; some people answered twice, and their last answer is the one of the tallies."""
    lot = random.Random(SEED)  # noqa: S311  (a made-up conversation, the same one each time)
    time = FIRST_SECOND
    for number, (_text, agrees, disagrees, passes, _moderated) in enumerate(STATEMENTS):
        people = lot.sample(range(PEOPLE), agrees + disagrees + passes)
        answers = [1] * agrees + [-1] * disagrees + [0] * passes
        for who, answer in zip(people, answers, strict=True):
            if number == 0 and who < CHANGED:
                yield time, "", number, who, -answer or 1
            time += 1
            yield time, "", number, who, answer


def _table(rows: Sequence[Any]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
