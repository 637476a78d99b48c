"""A letter on its way while its worker is killed: what the mail server got is compared with the list."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tests.harness.mail_sink import Sink

ROOT = Path(__file__).resolve().parent.parent.parent
# The server has kept the letter and not answered; or it has; or the next one is begun.
LATER_BY = (0.0, 0.001, 0.004, 0.02)


@dataclass(frozen=True)
class Told:
    """What the mail server and the database say at the end."""

    addresses: int
    got: dict[str, int]
    kills: int
    pressed: int
    seconds: float
    state: str
    sent: int
    job_state: str
    unsure: tuple[str, ...]

    @property
    def twice(self) -> int:
        """How many addresses got it more than once."""
        return sum(number > 1 for number in self.got.values())

    @property
    def lost(self) -> int:
        """How many got none, and are not on the list of those that nobody knows about."""
        everybody = {f"ana{number}@example.org" for number in range(self.addresses)}
        return len(everybody - set(self.got) - set(self.unsure))

    @property
    def unsure_and_gone(self) -> int:
        """To how many of the unsure it had gone."""
        return sum(one in self.got for one in self.unsure)


class Killer:
    """Kills the present worker at moments drawn by a seed."""

    def __init__(self, addresses: int, kills: int, seed: int) -> None:
        self.draw = random.Random(seed)
        self.moments = set(self.draw.sample(range(1, addresses), kills))
        self.worker: subprocess.Popen[bytes] | None = None

    def hear(self, number: int) -> None:
        """The server has kept its letter of this number, and will answer when this returns."""
        if number in self.moments and self.worker is not None:
            threading.Timer(self.draw.choice(LATER_BY), self.worker.kill).start()
            time.sleep(self.draw.choice(LATER_BY))


def apart(environment: dict[str, str], *words: str) -> list[str]:
    """Runs a command of `sending_apart` to its end; what it printed, word by word."""
    command = [sys.executable, "-m", "tests.harness.sending_apart", *words]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.split()


def environment_for(home: str, port: int) -> dict[str, str]:
    """A home of its own, and the mail server of this test."""
    return {
        **os.environ,
        "SMALLPLACES_HOME": home,
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "smallplaces.config.settings",
        "SMALLPLACES_URL": "http://localhost:8000",
        "SMALLPLACES_MAIL": f"smtp://127.0.0.1:{port}",
        "SMALLPLACES_MAIL_FROM": "letters@example.org",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }


def to_the_end(environment: dict[str, str], job: str, killer: Killer) -> tuple[int, int, str]:
    """One worker after another, until one comes to its end: how many were killed, how often a person went on, the last job."""
    killed = pressed = 0
    while True:
        command = [sys.executable, "-m", "tests.harness.sending_apart", "run", job]
        killer.worker = subprocess.Popen(command, env=environment, cwd=ROOT)
        if killer.worker.wait() == -signal.SIGKILL:
            killed += 1
            continue
        begun = apart(environment, "go-on", job)
        if not begun:
            return killed, pressed, job
        (job,) = begun
        pressed += 1


def send_and_kill(addresses: int, kills: int, *, home: str, seed: int = 3) -> Told:
    """Sends a letter to so many addresses, with its worker killed so many times."""
    killer = Killer(addresses, kills, seed)
    with Sink(on_letter=killer.hear) as sink:
        environment = environment_for(home, sink.port)
        migrate = [sys.executable, "-m", "smallplaces.cli.main", "migrate"]
        subprocess.run(migrate, env=environment, cwd=ROOT, check=True, capture_output=True)
        (job,) = apart(environment, "make", str(addresses))
        begun = time.perf_counter()
        killed, pressed, job = to_the_end(environment, job, killer)
        took = time.perf_counter() - begun
        state, sent, job_state, *unsure = apart(environment, "count", job)
    return Told(addresses, dict(sink.got), killed, pressed, took, state, int(sent), job_state, tuple(unsure))
