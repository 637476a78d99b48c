"""`python -m smallplaces.readers KIND [--name NAME] < bytes`: one line of JSON, with the value or the refusal."""

import argparse
import encodings.cp437
import encodings.cp1252
import encodings.utf_8_sig
import encodings.utf_16
import io
import json
import sys
from dataclasses import asdict

from smallplaces.readers import word
from smallplaces.readers.limits import open_nothing_more, tighten
from smallplaces.readers.reading import KINDS
from smallplaces.readers.refusals import MAX_BYTES, Refusal, refuse_if_too_long

# imported before the doors are shut: later nothing more can be opened
_READY = (encodings.cp437, encodings.cp1252, encodings.utf_8_sig, encodings.utf_16)
FAILED = 3  # the exit status when this process gave up; it says nothing, for what it held may be anybody's words


def main(arguments: list[str], stdin: io.RawIOBase) -> int:
    """Reads at most 10 MB and one byte from `stdin`, prints one line, returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m smallplaces.readers", allow_abbrev=False)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--name", default="")
    asked = parser.parse_args(arguments)
    _prepare(asked.kind)
    open_nothing_more()
    try:
        answer = _answer(asked.kind, _all_of(stdin), asked.name)
    except Exception:  # noqa: BLE001 - whatever a strange file breaks here, the answer outside is one and the same
        return FAILED
    sys.stdout.write(json.dumps(answer) + "\n")
    return 0


def _prepare(kind: str) -> None:
    """Loads what this kind needs, then takes the process's means away."""
    if kind == "photo":
        from smallplaces.readers import photo  # noqa: PLC0415 - the other kinds do not pay for it

        photo.warm_up()
        tighten(memory=photo.MEMORY, threads=photo.THREADS)
        return
    word.warm_up()
    tighten()


def _all_of(stdin: io.RawIOBase) -> bytes:
    parts = bytearray()
    while len(parts) <= MAX_BYTES and (part := stdin.read(min(1 << 20, MAX_BYTES + 1 - len(parts)))):
        parts += part
    return bytes(parts)


def _answer(kind: str, data: bytes, name: str) -> dict[str, object]:
    try:
        refuse_if_too_long(len(data))
        return {"ok": True, "value": asdict(KINDS[kind](data, name))}
    except Refusal as refusal:
        return {"ok": False, "code": refusal.code, "refusal": refusal.sentence, "params": refusal.params}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], io.FileIO(0, closefd=False)))
