"""Writes about meetings, rooms and sentences. Each is one transaction with its policy and its audit row."""

from smallplaces.meetings.actions.correcting import correct_sentence
from smallplaces.meetings.actions.meetings import call_meeting, cancel_meeting, change_meeting, make_facilitator_link
from smallplaces.meetings.actions.photos import add_photo, check_photo_size, remove_photo
from smallplaces.meetings.actions.rooms import count_heads, read_back, release_head_count
from smallplaces.meetings.actions.sentences import change_reach, translate_sentence, type_sentences
from smallplaces.meetings.actions.series import add_dates, end_series, start_series
from smallplaces.meetings.actions.taking_back import take_back
from smallplaces.meetings.actions.trainings import describe_training

__all__ = [
    "add_dates",
    "add_photo",
    "call_meeting",
    "cancel_meeting",
    "change_meeting",
    "change_reach",
    "check_photo_size",
    "correct_sentence",
    "count_heads",
    "describe_training",
    "end_series",
    "make_facilitator_link",
    "read_back",
    "release_head_count",
    "remove_photo",
    "start_series",
    "take_back",
    "translate_sentence",
    "type_sentences",
]
