"""`smallplaces serve`: the web server and the background worker as two children, ended together."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

import click

from smallplaces.cli.shell import stop, with_django

LOOK_SECONDS = 0.25
TEND_SECONDS = 60.0
PATIENCE_SECONDS = 10.0
PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG in linux/prctl.h


@click.command(epilog="Example: smallplaces serve --port 8080")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="The port; else PORT, else 8000.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 is every network.")
@with_django
def serve(*, port: int | None, host: str) -> None:
    """Run the site and its background worker until Ctrl-C."""
    from django.conf import settings  # noqa: PLC0415

    serve_here(host, port or settings.PORT)


def serve_here(host: str, port: int) -> None:
    """Checks that it can start, sweeps, starts both children, prints the address, and waits. Exits 0, 1 or 2."""
    from smallplaces.cli.migrate import waiting_migrations  # noqa: PLC0415
    from smallplaces.core.jobs import run_here  # noqa: PLC0415

    if not port_is_free(host, port):
        stop(
            f"Port {port} is taken by another program. Stop it, or choose another: smallplaces serve --port {port + 1}"
        )
    if waiting_migrations():
        stop("The database is not up to date. First run: smallplaces migrate")
    run_here("sweep")
    sys.exit(Supervisor(host, port).run())


def port_is_free(host: str, port: int) -> bool:
    """Whether a server could listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError:
            return False
    return True


def shown_address(host: str, port: int) -> str:
    """The address that a person opens in a browser on this machine."""
    name = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::1", "::"} else host  # noqa: S104  (compared, not bound)
    return f"http://{name}:{port}/"


def ending_with_us() -> Callable[[], None] | None:
    """What a child does first so that Linux ends it with us, also where we are killed without a word.

    None on other systems, where a child of a killed command is ended by hand.
    """
    if sys.platform != "linux":
        return None
    # Both are looked up here: between fork and exec a child does as little as it can.
    system, ours = ctypes.CDLL(None), os.getpid()

    def first() -> None:
        system.prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)
        if os.getppid() != ours:  # We were gone before the child could ask.
            os._exit(1)

    return first


class Supervisor:
    """Both children: one ending ends the other, and a signal to us ends both."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.asked = False
        self.children: list[subprocess.Popen[bytes]] = []

    def commands(self) -> list[list[str]]:
        """The web server, with one worker process, and the worker of the queue."""
        web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "4"]
        web += ["--host", self.host, "--port", str(self.port), "--log-level", "warning"]
        return [
            [*web, "smallplaces.config.wsgi:application"],
            [sys.executable, "-m", "django", "db_worker", "--interval", "1", "--no-startup-delay", "-v", "0"],
        ]

    def run(self) -> int:
        """Starts, waits, ends. 0 where somebody asked for the end, 1 where a child ended by itself."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.ask)
        environment = {**os.environ, "PORT": str(self.port)}
        self.children = [self.start(command, environment) for command in self.commands()]
        try:
            self.say_when_up()
            self.wait()
        finally:
            self.end()
        if self.asked:
            return 0
        click.echo("A part of the site ended by itself, so the other was ended too.", err=True)
        return 1

    def start(self, command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
        """One child."""
        # We run one thread, so what PLW1509 warns of cannot happen.
        return subprocess.Popen(command, env=environment, preexec_fn=ending_with_us())  # noqa: PLW1509, S603

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Ctrl-C, or the machine going down."""
        self.asked = True

    def standing(self) -> bool:
        """Whether nobody asked for the end and both children run."""
        return not self.asked and all(child.poll() is None for child in self.children)

    def say_when_up(self) -> None:
        """Prints the address once something answers there."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104  (compared, not bound)
        while self.standing():
            try:
                socket.create_connection((host, self.port), 1).close()
            except OSError:
                time.sleep(LOOK_SECONDS)
            else:
                click.echo(f"The site is at {shown_address(self.host, self.port)} (Ctrl-C ends it)")
                return

    def wait(self) -> None:
        """Stays until the end, and once a minute looks after jobs."""
        from smallplaces.core.tasks import look_after  # noqa: PLC0415

        tended = time.monotonic()
        while self.standing():
            time.sleep(LOOK_SECONDS)
            if time.monotonic() - tended > TEND_SECONDS:
                look_after()
                tended = time.monotonic()

    def end(self) -> None:
        """Ends both; Ctrl-C reached them with us, so they get a moment to go by themselves."""
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline and any(child.poll() is None for child in self.children):
            time.sleep(0.05)
        for child in self.children:
            if child.poll() is None:
                child.terminate()
        for child in self.children:
            try:
                child.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
