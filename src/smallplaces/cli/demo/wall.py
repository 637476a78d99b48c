"""A drawn photograph of a wall: brown paper with cards on it. Nobody stands before it."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SIZE = (1200, 800)
PAPER, CARD, INK = (186, 150, 108), (250, 246, 236), (40, 44, 52)
# Where the cards of the tree hang, from what shows down to the root.
CARDS = ((80, 60), (470, 50), (860, 70), (270, 300), (690, 290), (480, 560))
LINES = ((0, 3), (1, 3), (1, 4), (2, 4), (3, 5), (4, 5))
WIDE, HIGH = 260, 150


def picture() -> bytes:
    """The picture as a JPEG."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    for upper, lower in LINES:
        (x, y), (to_x, to_y) = CARDS[upper], CARDS[lower]
        draw.line([(x + WIDE // 2, y + HIGH), (to_x + WIDE // 2, to_y)], fill=INK, width=6)
    for x, y in CARDS:
        draw.rectangle([x, y, x + WIDE, y + HIGH], fill=CARD, outline=INK, width=3)
        for row in range(3):
            draw.line([(x + 25, y + 40 + 35 * row), (x + WIDE - 25 - 30 * row, y + 40 + 35 * row)], fill=INK, width=4)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()
