"""A photograph comes out upright, small, and with nothing in it but the picture."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import SENTENCES, Refusal
from tests.readers import picture_files as files


def read(data: bytes) -> tuple[Image.Image, bytes]:
    value = read_in_sandbox("photo", data, name="wall.jpg")
    jpeg = base64.b64decode(value["jpeg"])
    picture = Image.open(io.BytesIO(jpeg))
    assert (picture.format, picture.size) == ("JPEG", (value["width"], value["height"]))
    return picture, jpeg


@pytest.mark.parametrize(
    "data",
    [files.jpeg(), files.png(), files.heic(), files.made("WEBP", exif=files.exif(), xmp=files.SECRET.encode())],
    ids=["jpeg", "png", "heic", "webp"],
)
def test_nothing_but_the_picture_comes_through(data: bytes) -> None:
    assert files.SECRET.encode() in data

    picture, jpeg = read(data)

    assert [sign for sign in files.SIGNS if sign in jpeg] == []
    assert dict(picture.getexif()) == {}
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def is_red(picture: Image.Image, place: tuple[int, int]) -> bool:
    red, _green, blue = picture.convert("RGB").getpixel(place)
    return red > blue


def test_a_picture_is_turned_as_its_camera_was_held() -> None:
    lying, _jpeg = read(files.jpeg())
    assert lying.size == (40, 20)
    assert (is_red(lying, (3, 10)), is_red(lying, (36, 10))) == (True, False)

    upright, _jpeg = read(files.jpeg(orientation=6))
    assert upright.size == (20, 40)
    assert (is_red(upright, (10, 3)), is_red(upright, (10, 36))) == (True, False)
    assert read(files.heic(orientation=6))[0].size == (32, 64)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_large_picture_becomes_a_smaller_one(format_: str) -> None:
    assert read(files.made(format_, files.wall((4000, 3000))))[0].size == (2000, 1500)


def test_a_small_picture_stays_as_large_as_it_is() -> None:
    assert read(files.made("PNG", files.wall((3, 5))))[0].size == (3, 5)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_way_of_keeping_colours_is_read(mode: str) -> None:
    picture = Image.new("I;16", (8, 8)) if mode == "I;16" else files.wall((8, 8)).convert(mode)
    assert read(files.made("JPEG" if mode == "CMYK" else "PNG", picture))[0].mode == "RGB"


def test_what_is_clear_becomes_paper() -> None:
    picture, _jpeg = read(files.made("PNG", Image.new("RGBA", (8, 8), (0, 0, 0, 0))))
    assert picture.getpixel((4, 4)) == (255, 255, 255)


def test_three_megabytes_of_a_busy_wall_come_through() -> None:
    data = files.made("JPEG", Image.effect_noise((2600, 2000), 90).convert("RGB"), quality=92)
    assert 3_000_000 < len(data) < 10_000_000
    assert read(data)[0].size == (2000, 1538)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo-not"),
        (b"%PDF-1.7\n1 0 obj", "photo-not"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo-not"),
        (files.made("GIF"), "photo-not"),
        (files.made("TIFF"), "photo-not"),
        (bytes(1_000_000), "photo-not"),
        (files.made("JPEG", files.wall((900, 900)))[:700], "photo-damaged"),
        (files.made("JPEG", files.wall((900, 900)))[:-2000], "photo-damaged"),
        (files.made("PNG", Image.effect_noise((90, 90), 50))[:-3000], "photo-damaged"),
        (files.heic()[:-200], "photo-damaged"),
        (b"\xff\xd8\xff\xe0 and then words", "photo-damaged"),
        (b"\0\0\0\x18ftypheic and then words", "photo-damaged"),
        (files.moving(), "photo-moving"),
        (files.huge(), "photo-large"),
        (bytes(10_000_001), "too-long"),
    ],
)
def test_each_bad_picture_has_its_sentence(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_in_sandbox("photo", data, name="wall.jpg")
    assert refused.value.code == code
    assert refused.value.sentence == SENTENCES[code].format(**refused.value.params)
