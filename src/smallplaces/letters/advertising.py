"""Whether a message looks like advertising. It is only ever kept aside for a person to look at, never dropped."""

from __future__ import annotations

import re

LINKS_MOST = 1
LINK = re.compile(r"https?://|\bwww\.|\[url|<a\s", re.IGNORECASE)
# Sold in messages to strangers everywhere. One of them beside a link, or three of them alone, is held back.
SOLD = re.compile(
    r"\b(seo|backlinks?|ranking|casino|betting|crypto|bitcoin|forex|loan|viagra|cialis|escort|web ?design|"
    r"guest post|first page of google|marketing agency|increase (your )?traffic|investment opportunity|"
    r"unsubscribe here|dofollow|whatsapp me|click here)\b",
    re.IGNORECASE,
)


def looks_like_advertising(text: str, reply_to: str = "") -> bool:
    """Several links, or words of people who sell. A link to the answer address counts too."""
    links = len(LINK.findall(text)) + len(LINK.findall(reply_to))
    sold = len({one.group().casefold() for one in SOLD.finditer(text)})
    return links > LINKS_MOST or (links > 0 and sold > 0) or sold > 2
