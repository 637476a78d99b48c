"""Every model is a word of the glossary, and the glossary knows in which app it lives."""

from __future__ import annotations

from django.apps import apps

from tests.repository.sources import ROOT

GLOSSARY = ROOT / "docs/glossary.md"


def entries() -> dict[str, str]:
    """Class -> app, from the rows `| word | class | app | ...`."""
    found = {}
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        if line.lstrip().startswith("|") and len(cells) >= 3:
            found[cells[1]] = cells[2]
    return found


def models() -> dict[str, str]:
    """Class -> app of every model of ours."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("smallplaces.")]
    return {model.__name__: model._meta.app_label for model in ours}


def test_there_are_models() -> None:
    assert models()


def test_every_model_stands_in_the_glossary_with_its_app() -> None:
    known = entries()
    wrong = {
        name: f"says {known.get(name)}, lives in {app}" for name, app in models().items() if known.get(name) != app
    }

    assert wrong == {}


def test_no_two_models_share_a_name() -> None:
    names = [model.__name__ for model in apps.get_models() if model.__module__.startswith("smallplaces.")]

    assert sorted(set(names)) == sorted(names)
