"""No tracked file names a package registry or a folder of somebody's machine."""

from __future__ import annotations

import re

from tests.repository.sources import files, place

# Written in pieces, so that this file passes its own test.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npmjs" + ".", "debian" + ".org"]
FOLDERS = ["/wo" + "rk/", "/ro" + "ot/", r"/ho" + r"me/\w", "/Us" + r"ers/\w", r"[A-Z]:\\Us" + "ers"]
FORBIDDEN = re.compile("|".join([*(re.escape(host) for host in REGISTRIES), *(rf"(?<![\w.~]){f}" for f in FOLDERS)]))


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = []
    for path in files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [place(path, number) for number, line in enumerate(lines, 1) if FORBIDDEN.search(line)]

    assert found == []
