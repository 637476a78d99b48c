"""`smallplaces report`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smallplaces.cli.reports import build_report, report
from smallplaces.core.refusals import RefusedError
from tests.factories.meetings import make_room, make_sentence
from tests.factories.reports import make_citation, make_paragraph, make_report

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(report, words)


def test_nothing_to_list_says_where_to_begin() -> None:
    assert "There is no report yet" in run("list").output


def test_a_report_is_listed_with_what_builds_it() -> None:
    made = make_report()

    assert f"{made.pk}  2026-03-01  draft" in run("list").output


def test_three_files_named_by_place_and_kind(tmp_path: Path) -> None:
    made = make_paragraph(make_report()).section.report
    done: list[tuple[int, int, str]] = []

    paths = build_report(made.pk, tmp_path / "out", lambda *step: done.append(step))

    name = f"{made.place.slug}-{made.profile.code}-report"
    assert [path.name for path in paths] == [f"{name}.html", f"{name}.docx", f"{name}.pdf"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in paths)
    assert done == [(1, 3, f"{name}.html"), (2, 3, f"{name}.docx"), (3, 3, f"{name}.pdf")]


def test_the_same_report_built_twice_is_the_same(tmp_path: Path) -> None:
    made = make_paragraph(make_report()).section.report
    twice = [[path.read_bytes() for path in build_report(made.pk, tmp_path, lambda *_step: None)] for _time in range(2)]

    assert twice[0] == twice[1]


def test_preview_writes_nothing(tmp_path: Path) -> None:
    made = make_paragraph(make_report()).section.report

    said = run("build", made.pk, "--out", str(tmp_path / "out"), "--format", "html", "--preview")

    assert (said.exit_code, "Would be written" in said.output) == (0, True)
    assert not (tmp_path / "out").exists()


def test_warnings_are_told(tmp_path: Path) -> None:
    made = make_paragraph(make_report(), claims=True).section.report

    said = run("build", made.pk, "--out", str(tmp_path), "--format", "html")

    assert "Look: Paragraph 1 says that something is so and rests on nothing yet." in said.output


def test_what_may_not_leave_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    made = make_report()
    sentence = make_sentence(make_room(made.group), "This stays here.", reach="ours")
    make_citation(make_paragraph(made, text="This stays here."), kind="sentence", thing=sentence)

    with pytest.raises(RefusedError):
        build_report(made.pk, tmp_path / "out", lambda *_step: None)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [("build", "nope", "--out", "."), ("build", "nope"), ("build",)])
def test_what_is_not_there_ends_with_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    made = make_paragraph(make_report()).section.report
    (tmp_path / "file").write_text("in the way")

    said = run("build", made.pk, "--out", str(tmp_path / "file" / "out"), "--format", "html")

    assert (said.exit_code, "could not be written" in said.output) == (2, True)
