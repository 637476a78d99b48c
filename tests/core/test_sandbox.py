"""Every bad file ends in one sentence; nothing that a file does reaches the process that asked."""

import threading

import pytest

from smallplaces.core.sandbox import _value, read_in_sandbox
from smallplaces.readers import SENTENCES, Refusal
from tests.readers import word_files


def refused(kind: str, data: bytes, **how: object) -> str:
    with pytest.raises(Refusal) as caught:
        read_in_sandbox(kind, data, **how)
    assert caught.value.sentence == SENTENCES[caught.value.code].format(**caught.value.params)
    return caught.value.code


def test_words_come_back():
    assert read_in_sandbox("document", "Résolu \u202e\n".encode()) == {"text": "Résolu \u202e\n", "kind": "text"}
    data = word_files.word_file(("a phone chain", "List Number"))
    assert read_in_sandbox("docx", data, name="pledge.docx") == {"text": "1. a phone chain\n", "kind": "docx"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (word_files.word_file("words")[:2000], "damaged"),
        ("Вода".encode("cp1251") * 9, "encoding"),
        (b"<html>words", "html"),
        (word_files.bomb(), "bomb"),
        (word_files.laughs(), "hostile"),
        (word_files.locked(), "encrypted"),
        (b"half \xed\xa0\x80", "encoding"),
        (b"a\0b", "binary"),
    ],
)
def test_each_bad_file_has_its_sentence(data, expected):
    assert refused("document", data, name="act.docx") == expected


def test_too_long_is_refused_before_a_process_is_started():
    assert refused("document", bytes(10_000_001), seconds=0) == "too-long"


def test_ten_megabytes_of_words_come_through():
    assert len(read_in_sandbox("text", "ä".encode() * 5_000_000)["text"]) == 5_000_000


def test_a_number_of_a_million_digits():
    assert read_in_sandbox("text", b"9" * 1_000_000)["text"] == "9" * 1_000_000


def test_a_reader_that_takes_too_long_is_killed():
    before = threading.active_count()
    assert refused("document", b"words" * 1_000_000, seconds=0.001) == "unsafe"
    assert threading.active_count() == before


def test_an_unknown_kind_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="poetry"):
        read_in_sandbox("poetry", b"words")


@pytest.mark.parametrize(
    "name", ["--name", "a\0b.docx", "\udcff.docx", "x." + "y" * 100_000, "../../etc/passwd", "-rf *.txt; ls"]
)
def test_names_of_files_do_no_harm(name):
    assert read_in_sandbox("document", b"words", name=name)["text"] == "words"


def test_nothing_of_our_surroundings_reaches_the_reader(monkeypatch, tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert read_in_sandbox("document", b"words")["text"] == "words"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"words",
        b"[]",
        b"{}",
        b'{"ok": true}',
        b'{"ok": true, "value": 3}',
        b'{"ok": false, "code": "new", "params": {}}',
        b'{"ok": false, "code": "too-long", "params": {}}',
        b'{"ok": false, "code": "empty", "params": {"code": "x"}}',
        b'{"ok": false, "code": "empty", "params": 3}',
        b'{"ok": false, "code": ["empty"], "params": {}}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_makes_no_sense_is_one_refusal(answer):
    with pytest.raises(Refusal) as caught:
        _value(answer)
    assert caught.value.code == "unsafe"
