"""The process that opens strangers' files: what it prints, and how little it can do."""

import json
import os
import signal
import subprocess
import sys

import pytest

from smallplaces.readers import KINDS, MAX_BYTES, SENTENCES
from tests.readers import word_files

READERS = [sys.executable, "-I", "-m", "smallplaces.readers"]


def run(*arguments: str, data: bytes = b"") -> dict:
    done = subprocess.run([*READERS, *arguments], input=data, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    return json.loads(done.stdout)


def limited(code: str) -> subprocess.CompletedProcess:
    start = "from smallplaces.readers.limits import open_nothing_more, tighten\n"
    return subprocess.run([sys.executable, "-I", "-c", start + code], capture_output=True, check=False, timeout=60)


def test_words_come_back_as_json():
    assert run("text", data="Résolu \u202e".encode()) == {
        "ok": True,
        "value": {"text": "Résolu \u202e", "kind": "text"},
    }
    word = word_files.word_file("Résolu")
    for kind in ("docx", "document"):
        assert run(kind, "--name", "act.docx", data=word) == {
            "ok": True,
            "value": {"text": "Résolu\n", "kind": "docx"},
        }


def test_a_refusal_comes_back_with_its_code():
    assert run("text") == {"ok": False, "code": "empty", "refusal": SENTENCES["empty"], "params": {}}
    assert run("docx", data=b"plain words")["code"] == "not-docx"
    assert run("text", data=word_files.word_file("x"))["code"] == "binary"


def test_a_gigabyte_of_zeros_is_refused_unread(tmp_path):
    zeros = tmp_path / "zeros"
    with zeros.open("wb") as sparse:
        sparse.truncate(1 << 30)
    with zeros.open("rb", buffering=0) as stream:
        done = subprocess.run([*READERS, "document"], stdin=stream, capture_output=True, check=True, timeout=60)
        taken = os.lseek(stream.fileno(), 0, os.SEEK_CUR)
    answer = json.loads(done.stdout)
    assert (answer["code"], answer["params"]) == ("too-long", {"limit": 10})
    assert taken == MAX_BYTES + 1


def test_an_unknown_kind_ends_with_status_2():
    done = subprocess.run([*READERS, "poetry"], capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert all(kind.encode() in done.stderr for kind in KINDS)


def test_memory_is_limited():
    done = limited("tighten(memory=400_000_000)\ntry:\n bytearray(500_000_000)\nexcept MemoryError:\n print('no')")
    assert done.stdout == b"no\n"


def test_time_is_limited():
    assert limited("tighten(seconds=1)\nwhile True: pass").returncode in (-signal.SIGKILL, -signal.SIGXCPU)


@pytest.mark.parametrize(
    "deed",
    ["open('/etc/passwd')", "__import__('socket').socket()", "os.open('/tmp', os.O_RDONLY)"],
)
def test_nothing_more_can_be_opened(deed):
    done = limited(
        f"import os, socket\ntighten()\nopen_nothing_more()\ntry:\n {deed}\nexcept OSError as error:\n print(error.errno)"
    )
    assert done.stdout == b"24\n"


def test_nothing_can_be_written(tmp_path):
    target = tmp_path / "kept"
    done = limited(
        f"tighten()\ntry:\n open({str(target)!r}, 'wb', buffering=0).write(b'words')\nexcept OSError:\n print('no')"
    )
    assert done.stdout == b"no\n"
    assert target.read_bytes() == b""
