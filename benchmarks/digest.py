"""A letter to 2,000 addresses through a local mail server, with its worker killed on the way: none lost, none twice.

    python -m benchmarks.digest [ADDRESSES]

A home of its own and SQLite as it is served. The worker is a process that hands the letter over; it is killed (SIGKILL) while
it does, another one goes on, and so forth; then what the mail server kept is compared with the list. Each kill comes just
after the server kept a letter, before or after it answered: the worst moment. What was in the middle of its hand-over then is
"unsure": it stands on the letter's page, and is not sent to again by itself. Without kills there is none. Work that was
killed twice without handing one letter over in between waits until somebody presses "go on".
"""

from __future__ import annotations

import sys
import tempfile

from tests.harness.killing import Told, send_and_kill

ADDRESSES = 2000
KILLS = (0, 1, 10)
COLUMNS = (
    "addresses",
    "kills",
    "pressed go on",
    "taken by the server",
    "lost",
    "twice",
    "unsure",
    "of these taken",
    "seconds",
)


def line(told: Told) -> str:
    """One line of the table."""
    cells = [told.addresses, told.kills, told.pressed, sum(told.got.values()), told.lost, told.twice, len(told.unsure)]
    return "| " + " | ".join(str(one) for one in [*cells, told.unsure_and_gone, f"{told.seconds:.1f}"]) + " |"


def main() -> int:
    """Prints the table; 1 where an address was lost or got it twice."""
    addresses = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdecimal() else ADDRESSES
    print("| " + " | ".join(COLUMNS) + " |\n|" + "---:|" * len(COLUMNS))
    bad = False
    for kills in KILLS:
        with tempfile.TemporaryDirectory() as home:
            told = send_and_kill(addresses, kills, home=home)
        print(line(told), flush=True)
        bad |= bool(told.lost or told.twice) or (told.state, told.job_state) != ("sent", "done")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
