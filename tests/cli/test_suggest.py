"""`smallplaces suggest`: reads standard input, needs no database, refuses in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from smallplaces.cli.main import main


def asked(text: str | bytes, *options: str) -> tuple[int, str, str]:
    told = CliRunner().invoke(main, ["suggest", *options], input=text)
    return told.exit_code, told.stdout, told.stderr


def test_json_holds_rights_best_first_with_the_words_that_say_so() -> None:
    text = "They turned off our heat, against article 11 of the ICESCR."
    code, out, _err = asked(text, "--json")
    told = json.loads(out)
    assert code == 0
    assert told["rights"][0]["right"] == "housing"
    assert told["rights"][0]["name"] == "Right to housing"
    assert {(one["kind"], one["words"]) for one in told["rights"][0]["because"]} >= {
        ("lexicon", "heat"),
        ("citation", "article 11 of the ICESCR"),
    }
    scores = [one["score"] for one in told["rights"]]
    assert scores == sorted(scores, reverse=True)
    assert [(one["instrument"], one["provision"]) for one in told["citations"]] == [("ICESCR", "11")]
    assert all(text[one["start"] : one["end"]] == one["words"] for one in told["citations"])


def test_without_json_it_is_a_list_for_people() -> None:
    _code, out, _err = asked("Nous sommes sans eau, malgré l'article 11 du PIDESC.", "--lang", "fr")
    assert "Water and sanitation (" in out
    assert "Named in the text:\n  ICESCR 11: article 11 du PIDESC" in out


def test_a_text_that_touches_nothing_is_told_so() -> None:
    assert "No right is suggested" in asked("zzz")[1]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "No text came in"),
        (b" \n\t", "No text came in"),
        (b"\xff\xfe\x00", "not in UTF-8"),
        (b"a" * 1_000_001, "longer than 1 MB"),
    ],
)
def test_bad_input_ends_in_one_sentence(data: bytes, words: str) -> None:
    code, out, err = asked(data, "--json")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_a_language_that_is_not_there_is_refused() -> None:
    code, _out, err = asked("hello", "--lang", "de")
    assert code == 2
    assert "Write en, es or fr" in err


def test_it_needs_no_database_and_leaves_nothing_behind(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "smallplaces.cli.main", "suggest", "--json"]
    environment = {
        **os.environ,
        "SMALLPLACES_HOME": str(tmp_path / "home"),
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    }
    told = subprocess.run(run, input=b"no water for a week", env=environment, capture_output=True, check=True)
    assert json.loads(told.stdout)["rights"][0]["right"] == "water-and-sanitation"
    assert list(tmp_path.iterdir()) == []
