"""Refusals: what was asked cannot be done, said in one sentence that a page or a command can show."""

from __future__ import annotations


class NotVisibleError(Exception):
    """The thing does not exist for this viewer. A page answers 404 and reveals nothing more."""


class NotAllowedError(Exception):
    """The viewer may see the thing but not do this with it. The sentence says who may."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class RefusedError(Exception):
    """The input cannot be taken as it is. The sentence says what is wrong and what to do; nothing was written."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


def require(answer: bool, sentence: str) -> None:  # noqa: FBT001
    """Stops an action that a policy does not allow."""
    if not answer:
        raise NotAllowedError(sentence)
