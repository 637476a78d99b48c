"""A photograph, written anew: its pixels and nothing else that the file carried.

Place, time, camera, owner, thumbnail, colour profile, comments and whatever stood behind the end of the picture stay
behind, because a new picture is made from the pixels alone.
"""

import base64
import io
from dataclasses import dataclass

import pillow_heif
from PIL import Image, ImageOps, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from smallplaces.readers.refusals import Refusal

MOST_PIXELS = 60_000_000  # what a telephone of our day makes at most, with room
LONGEST_SIDE = 2000  # pixels; handwriting on a wall reads well
QUALITY = 85
# 512 MB of address space do not hold the decoder of HEIC and sixty million pixels.
MEMORY = 1024 * 1024 * 1024
THREADS = 32  # the decoder of HEIC works in one of its own; room for what the server starts meanwhile
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")  # an MPO, of two lenses, comes as a JPEG
# What Pillow and its decoders raise over a file that is not what it says.
BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, LookupError, ArithmeticError, TypeError)
MOVING = frozenset({"PNG", "WEBP"})
# Imported before the doors of the process are shut: Pillow would look for them when the file is open.
_READY = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A JPEG in base64, upright, at most 2000 pixels on its longer side, with no word in it about place or camera."""

    jpeg: str
    width: int
    height: int


def read_photo(data: bytes, name: str) -> CleanPhoto:  # noqa: ARG001 - what it is, its bytes say
    """The picture of a JPEG, PNG, WebP or HEIC file, written anew. Raises `Refusal`: photo-not, photo-large, photo-moving, photo-damaged."""
    try:
        with _opened(data) as picture:
            return _written(_plain(picture))
    except MemoryError:
        raise Refusal("photo-large") from None


def _opened(data: bytes) -> Image.Image:
    """The picture with its head read and none of its pixels."""
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except BROKEN:
        raise Refusal("photo-damaged" if _looks_like_one(data) else "photo-not") from None
    if picture.width * picture.height > MOST_PIXELS:
        raise Refusal("photo-large")
    if picture.format in MOVING and getattr(picture, "is_animated", False):
        raise Refusal("photo-moving")
    return picture


def _looks_like_one(data: bytes) -> bool:
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
    return data.startswith(starts) or data[:4] + data[8:12] == b"RIFFWEBP" or data[4:8] == b"ftyp"


def _plain(picture: Image.Image) -> Image.Image:
    """Upright, small enough and in plain colours: a new picture that took over nothing but pixels."""
    try:
        if picture.format in {"JPEG", "MPO"}:
            # It is unpacked at a half or a quarter of its size where that is still enough.
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        deep = upright.mode.startswith(("I", "F"))
        shown = upright.convert("L" if deep else "RGBA") if deep or upright.has_transparency_data else upright
        paper = Image.new("RGB", shown.size, "white")
        paper.paste(shown.convert("RGB"), mask=shown if shown.mode == "RGBA" else None)
    except BROKEN:
        raise Refusal("photo-damaged") from None
    return paper


def _written(picture: Image.Image) -> CleanPhoto:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return CleanPhoto(base64.b64encode(out.getvalue()).decode("ascii"), *picture.size)


def warm_up() -> None:
    """Loads what reading needs while files can still be opened; 60 million pixels are our own bound, not Pillow's."""
    pillow_heif.register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)
    Image.MAX_IMAGE_PIXELS = None
    Image.init()
    read_photo(base64.b64decode(_written(Image.new("RGB", (8, 8))).jpeg), "")
