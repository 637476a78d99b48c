"""The one way in which a reader says no: a sentence for the person who brought the file."""

from smallplaces.readers.sentences import DOCUMENTS, PACKED, PICTURES, POLIS, RATIFICATIONS, TABLES, TREATIES, UPR_INFO

MAX_BYTES = 10_000_000
SENTENCES = {**DOCUMENTS, **PICTURES, **TABLES, **PACKED, **POLIS, **UPR_INFO, **TREATIES, **RATIFICATIONS}


class Refusal(Exception):  # noqa: N818 - it is no error of ours
    """A file that is not read. `code` is stable; `template` with `params` is `sentence`, and may be translated before they meet."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        self.template = SENTENCES[code]
        self.sentence = self.template.format(**params)
        super().__init__(self.sentence)


def refuse_if_too_long(size: int) -> None:
    """Raises `Refusal` when a file of `size` bytes is larger than is ever read. Ask before the bytes are taken in."""
    if size > MAX_BYTES:
        raise Refusal("too-long", limit=MAX_BYTES // 1_000_000)
