"""Runs every check of the house, one after the other, and says at the end what it left out.

`make test` calls it. It goes on after a failure, so that one run tells all, and ends with 1 if anything failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import click

from tools.find import find_chromium, find_postgres
from tools.not_yet import not_yet_table

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "src/smallplaces/templates"
# Whoever is done takes over from the other: a few tests that walk every address are long.
PYTEST = ["pytest", "-n", str(os.cpu_count() or 2), "--dist", "worksteal"]
PYTEST_FOUND_NONE = 5
# What asks no database, and what walks every address for each of the cast: the same queries, minutes long. Once is enough.
ONCE = ("docs", "engines", "readers", "access", "web/test_counts.py", "web/test_headers.py")


@dataclass(frozen=True)
class Check:
    """One command with its headline."""

    title: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LeftOut:
    """A group of checks that cannot run here, and what to do about it."""

    title: str
    reason: str


def checks_without_tests() -> list[Check]:
    """The checks that read code and templates only."""
    templates = [str(path) for path in sorted(TEMPLATES.rglob("*")) if path.suffix in {".html", ".txt"}]
    django = ["python", "-m", "django"]
    outside = {"SMALLPLACES_URL": "https://smallplaces.example"}
    return [
        Check("Lint (ruff)", ["ruff", "check", "."]),
        Check("Form of the code (ruff format)", ["ruff", "format", "--check", "--output-format", "concise", "."]),
        Check("Types (mypy --strict)", ["mypy"]),
        Check("Who may import whom (import-linter)", ["lint-imports", "--no-logo", "--no-cache"]),
        Check("Form of the templates (djade)", ["djade", "--check", "--target-version", "5.2", *templates]),
        Check("Migrations say what the models say", [*django, "makemigrations", "--check", "--dry-run"]),
        Check("Settings of an open server", [*django, "check", "--deploy", "--fail-level", "WARNING"], outside),
    ]


def tests() -> list[Check | LeftOut]:
    """The tests on both databases and in the browser, as far as this machine has them."""
    groups: list[Check | LeftOut] = [Check("Tests on SQLite", [*PYTEST, "-m", "not journey"], {"DATABASE_URL": ""})]
    address = find_postgres()
    if address:
        elsewhere = [f"--ignore=tests/{name}" for name in ONCE]
        groups.append(
            Check("Tests on PostgreSQL", [*PYTEST, "-m", "not journey", *elsewhere], {"DATABASE_URL": address})
        )
    else:
        remedy = "no server answered at 127.0.0.1:5432: start one, or name it in DATABASE_URL_TEST_POSTGRES"
        groups.append(LeftOut("tests on PostgreSQL", remedy))
    if find_chromium():
        groups.append(Check("Journeys in the browser", [*PYTEST, "-m", "journey"], {"DATABASE_URL": ""}))
    else:
        groups.append(LeftOut("journeys", "no Chromium found: apt-get install chromium"))
    return groups


def run(check: Check, home: str) -> bool:
    """Run one check with a home of its own; True where it passed."""
    print(f"\n== {check.title}", flush=True)
    begun = time.monotonic()
    folder = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}",
        "DJANGO_SETTINGS_MODULE": "smallplaces.config.settings",
        "SMALLPLACES_HOME": home,
        **check.environment,
    }
    code = subprocess.run(check.command, cwd=ROOT, env=environment, check=False).returncode
    verdict = "passed" if code == 0 else "FAILED (no test was found)" if code == PYTEST_FOUND_NONE else "FAILED"
    print(f"-- {check.title}: {verdict}, {time.monotonic() - begun:.0f} s", flush=True)
    return code == 0


@click.command()
@click.option("--no-tests", is_flag=True, help="Only the checks that read code and templates.")
@click.option("--fail-if-left-out", is_flag=True, help="Fail when a group of tests could not run here.")
def main(*, no_tests: bool, fail_if_left_out: bool) -> None:
    """Run every check, and say what was left out."""
    groups = [*checks_without_tests(), *([] if no_tests else tests())]
    with tempfile.TemporaryDirectory(prefix="smallplaces-check-") as home:
        failed = [group.title for group in groups if isinstance(group, Check) and not run(group, home)]
    left_out = [group for group in groups if isinstance(group, LeftOut)]
    print()
    if failed:
        print("Failed: " + "; ".join(failed) + ".")
    print("Left out: " + ("; ".join(f"{group.title} ({group.reason})" for group in left_out) or "nothing") + ".")
    if no_tests:
        print("No test was run: make test runs them.")
    print(not_yet_table(ROOT / "tests/journeys/ten_minutes.py"))
    sys.exit(1 if failed or (left_out and fail_if_left_out) else 0)


if __name__ == "__main__":
    main()
