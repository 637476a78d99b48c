"""The parts that we did not write: pinned by hash, each with its reason, from no place that we name."""

from __future__ import annotations

import io
import json
import re
import tomllib
from pathlib import Path

import pypdf
import pytest
import typst
from fontTools.ttLib import TTFont

import hatch_build
from tests.repository.sources import PACKAGE, ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]
FONTS = PACKAGE / "assets/fonts"


def pinned(lock: str) -> dict[str, str]:
    """Part -> its whole entry, hashes included."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    return {re.match(r"[\w.-]+", entry).group(): entry for entry in entries if not entry.startswith("#")}


def wished(group: str = "") -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wishes = project["optional-dependencies"][group] if group else project["dependencies"]
    return {re.match(r"[\w.-]+", wish).group() for wish in wishes}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_part_is_pinned_with_a_hash(lock: str) -> None:
    loose = [name for name, entry in pinned(lock).items() if "==" not in entry or "--hash=sha256:" not in entry]

    assert loose == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_index(lock: str) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links", (ROOT / lock).read_text(encoding="utf-8"))


def test_locks_hold_what_is_wished() -> None:
    assert wished() - set(pinned("requirements.lock")) == set()
    assert wished("dev") - set(pinned("requirements-dev.lock")) == set()


def test_locks_agree() -> None:
    run, dev = pinned("requirements.lock"), pinned("requirements-dev.lock")

    assert {name for name in run if dev.get(name) != run[name]} == set()


def test_every_part_that_runs_says_why_it_is_here() -> None:
    source = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"\ndependencies = \[\n(.*?)\n\]", source, re.DOTALL)

    assert block
    assert [line for line in block.group(1).splitlines() if not re.fullmatch(r'\s*".+",\s+# .{10,}', line)] == []


def test_npm_parts_are_exact_and_come_from_no_place_that_we_name() -> None:
    wishes = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name: part for name, part in packages.items() if name}

    assert [name for name, version in wishes.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert [name for name, part in locked.items() if "resolved" in part or "integrity" not in part] == []


def families() -> set[str]:
    """The names that the fonts say of themselves."""
    return {TTFont(path)["name"].getDebugName(1) for path in FONTS.glob("*.ttf")}


def test_fonts_are_those_of_the_recipe() -> None:
    assert sorted(path.name for path in FONTS.glob("*.ttf")) == sorted(hatch_build.FONTS)


def test_print_engine_sees_our_fonts_by_their_names() -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])

    assert "Noto Sans" in families()
    assert set(fonts.families()) == families()


@pytest.mark.parametrize(
    "words", ["¿Qué pasó? L’eau, œuvre", "Łódź Ελλάδα Привет", "Nguyễn Việt", "हिन्दी", "السلام ١٢٣"]
)
def test_pdf_draws_words_in_our_fonts_alone(words: str, tmp_path: Path) -> None:
    source = tmp_path / "words.typ"
    ours = ", ".join(f'"{name}"' for name in sorted(families(), key=lambda name: name != "Noto Sans"))
    text = f'#set document(title: "Words", date: none)\n#set text(font: ({ours}))\n'
    source.write_text(f"{text}= {words}\n{words} _{words}_", encoding="utf-8")

    made = typst.compile(source, format="pdf", pdf_standards=["ua-1"], font_paths=[FONTS], ignore_system_fonts=True)

    used = pypdf.PdfReader(io.BytesIO(made)).pages[0]["/Resources"]["/Font"].values()
    names = {font.get_object()["/BaseFont"].split("+")[1] for font in used}
    assert names
    assert all(name.startswith(tuple(family.replace(" ", "") for family in families())) for name in names)
