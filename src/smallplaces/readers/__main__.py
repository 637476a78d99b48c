"""`python -m smallplaces.readers KIND [--name NAME] [--lang TAG] < bytes`: one line of JSON, with the value or the refusal."""

import argparse
import encodings.cp437
import encodings.cp1252
import encodings.mac_roman
import encodings.utf_8_sig
import encodings.utf_16
import io
import json
import sys
from dataclasses import asdict

from smallplaces.readers.kinds import KINDS, Asked, Kind
from smallplaces.readers.limits import open_nothing_more, tighten
from smallplaces.readers.refusals import Refusal

# imported before the doors are shut: later nothing more can be opened
_READY = (encodings.cp437, encodings.cp1252, encodings.mac_roman, encodings.utf_8_sig, encodings.utf_16)
FAILED = 3  # the exit status when this process gave up; it says nothing, for what it held may be anybody's words


def main(arguments: list[str], stdin: io.RawIOBase) -> int:
    """Reads from `stdin` at most what the kind allows and one byte, prints one line, returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m smallplaces.readers", allow_abbrev=False)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--name", default="")
    parser.add_argument("--lang", default="")
    asked = parser.parse_args(arguments)
    kind = KINDS[asked.kind]
    means = kind.prepare()
    tighten(memory=means.memory, threads=means.threads)
    open_nothing_more()
    try:
        answer = _answer(kind, _all_of(stdin, kind.most), Asked(asked.name, asked.lang))
    except Exception:  # noqa: BLE001 - whatever a strange file breaks here, the answer outside is one and the same
        return FAILED
    sys.stdout.write(json.dumps(answer) + "\n")
    return 0


def _all_of(stdin: io.RawIOBase, most: int) -> bytes:
    parts = bytearray()
    while len(parts) <= most and (part := stdin.read(min(1 << 20, most + 1 - len(parts)))):
        parts += part
    return bytes(parts)


def _answer(kind: Kind, data: bytes, asked: Asked) -> dict[str, object]:
    try:
        kind.refuse_if_too_long(len(data))
        return {"ok": True, "value": asdict(kind.read(data, asked))}
    except Refusal as refusal:
        return {"ok": False, "code": refusal.code, "refusal": refusal.sentence, "params": refusal.params}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], io.FileIO(0, closefd=False)))
