"""`python -m benchmarks` runs every benchmark, one after another; each can be run alone."""

from __future__ import annotations

import sys

from benchmarks import digest, everything, kit, linking, pages, polis, report_formats, search

if __name__ == "__main__":
    worst = 0
    for benchmark in (report_formats, pages, kit, digest, linking, polis, search, everything):
        print(f"\n== {benchmark.__name__.rpartition('.')[2]}: {(benchmark.__doc__ or '').splitlines()[0]}\n")
        worst = max(worst, benchmark.main())
    sys.exit(worst)
