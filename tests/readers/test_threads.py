"""The decoder of HEIC works in a thread of its own, also where the account that runs the site may start no more processes."""

from __future__ import annotations

import subprocess
import sys

START = "from smallplaces.readers import photo\nfrom smallplaces.readers.limits import tighten\nimport resource\n"


def test_a_picture_may_start_some_threads_and_other_readers_none() -> None:
    told = "tighten(threads={})\nprint(resource.getrlimit(resource.RLIMIT_NPROC)[0])"
    allowed = [
        int(
            subprocess.run(
                [sys.executable, "-I", "-c", START + told.format(many)], capture_output=True, check=True
            ).stdout
        )
        for many in ("0", "photo.THREADS")
    ]
    assert allowed[0] == 0
    assert 32 < allowed[1] < 20_000
