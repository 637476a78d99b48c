"""Opens what a stranger sent in a process of its own that can do next to nothing, and is killed when it takes too long."""

import contextlib
import json
import subprocess
import sys
import threading
from pathlib import PurePath
from typing import IO, Any

from smallplaces.readers import KINDS, Refusal

_LONGEST_ANSWER = 100_000_000  # bytes; ten million letters, each written as \\uXXXX and more
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def read_in_sandbox(kind: str, data: bytes, *, name: str = "", lang: str = "", seconds: float = 30) -> dict[str, Any]:
    """What the reader `kind` (see `smallplaces.readers.KINDS`) makes of `data`: for a document {"text": ..., "kind": ...}.

    `name` is the file's own name; only its ending reaches the reader, and a refusal names it whole. `lang` is the
    language wanted where a file holds several. Several files go in as one ZIP made by `smallplaces.readers.packed`.
    Raises `Refusal`: the reader's own, or "unsafe" when the process broke, ran out of memory or took longer than
    `seconds`. Raises ValueError for a kind that does not exist.
    """
    if kind not in KINDS:
        raise ValueError(f"no reader of that kind: {kind}")
    KINDS[kind].refuse_if_too_long(len(data))
    stand_in = f"file.{_plain(PurePath(name).suffix[1:])[:12]}"
    try:
        return _value(_run([kind, "--name", stand_in, f"--lang={_plain(lang)[:12]}"], data, seconds))
    except Refusal as refusal:
        if refusal.params.get("file") != stand_in:
            raise
        raise Refusal(refusal.code, **(refusal.params | {"file": PurePath(name).name or stand_in})) from None


def _plain(words: str) -> str:
    return "".join(letter for letter in words if letter.isascii() and (letter.isalnum() or letter == "-"))


def _run(arguments: list[str], data: bytes, seconds: float) -> bytes:
    """The answer of the process, or nothing when it failed; what it says on its way out is never read."""
    command = [sys.executable, "-I", "-X", "utf8", "-m", "smallplaces.readers", *arguments]
    with subprocess.Popen(  # noqa: S603 - our own module, with arguments that hold letters and digits only
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        start_new_session=True,
    ) as process:
        stdin, stdout = process.stdin, process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("a process was started without its pipes")
        clock = threading.Timer(seconds, process.kill)
        writer = threading.Thread(target=_write, args=(stdin, data), daemon=True)
        clock.start()
        writer.start()
        answer = stdout.read(_LONGEST_ANSWER)
        if len(answer) == _LONGEST_ANSWER:
            process.kill()
        process.wait()
        clock.cancel()
        clock.join()
        writer.join()
    return answer if process.returncode == 0 else b""


def _write(stdin: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError):  # it was killed, or has read enough
        stdin.write(data)
        stdin.close()


def _value(answer: bytes) -> dict[str, Any]:
    try:
        said = json.loads(answer)
        if said["ok"] is True and isinstance(said["value"], dict):
            return said["value"]
        refusal = Refusal(said["code"], **said["params"])
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        refusal = Refusal("unsafe")
    raise refusal
