"""`smallplaces serve`: it answers, works through the queue, and ends without leaving anything behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_migrate import smallplaces

PATIENCE = 60
GOING_SECONDS = 15


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    assert smallplaces(folder, "migrate").returncode == 0
    return folder


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def served(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    environment = {**os.environ, "SMALLPLACES_HOME": str(home), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "smallplaces.cli.main", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process, port
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_it_prints_the_address_and_ends_with_everything(served: tuple[subprocess.Popen[str], int]) -> None:
    process, port = served
    assert process.stdout is not None
    assert f"http://localhost:{port}/" in process.stdout.readline()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/about/") as answer:
        assert answer.status == 200
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def descendants(pid: int) -> list[int]:
    """The processes under one, by what Linux tells of each."""
    under = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return under + [below for one in under for below in descendants(one)]


def stands(pid: int) -> bool:
    """Whether a process still runs; one that ended and was not yet asked about does not."""
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="Linux ends children with their parent; others cannot be asked to")
def test_killed_without_a_word_it_leaves_no_process_behind(served: tuple[subprocess.Popen[str], int]) -> None:
    process, _port = served
    assert process.stdout is not None
    process.stdout.readline()
    children = descendants(process.pid)
    assert len(children) >= 2
    process.kill()
    process.wait(PATIENCE)
    deadline = time.monotonic() + GOING_SECONDS
    while time.monotonic() < deadline and any(stands(one) for one in children):
        time.sleep(0.1)
    left = [one for one in children if stands(one)]
    for one in left:  # They would hold the test's own pipes open.
        os.kill(one, signal.SIGKILL)
    assert left == []


def test_a_taken_port_is_one_sentence(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = smallplaces(home, "serve", "--port", str(port))
    assert told.returncode == 2
    assert told.stderr.startswith(f"Port {port} is taken")
    assert len(told.stderr.splitlines()) == 1


def test_a_database_that_is_behind_is_not_served(tmp_path: Path) -> None:
    told = smallplaces(tmp_path, "serve", "--port", str(free_port()))
    assert told.returncode == 2
    assert "smallplaces migrate" in told.stderr
