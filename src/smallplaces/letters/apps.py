"""Letters: addresses that people left, what is sent to them, and what strangers write to a group."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "smallplaces.letters"
    label = "letters"

    def ready(self) -> None:
        from smallplaces.core import daily, jobs, sweeping  # noqa: PLC0415  (models are there only now)
        from smallplaces.letters import queries, tasks  # noqa: PLC0415
        from smallplaces.letters.actions.messages import MESSAGE_JOB  # noqa: PLC0415

        jobs.register(queries.LETTER_JOB, tasks.hand_over_letter)
        jobs.register(tasks.YES_JOB, tasks.ask_for_yes)
        jobs.register(MESSAGE_JOB, tasks.tell_holders)
        daily.once_a_minute(tasks.look_after_letters)
        sweeping.register_chore(tasks.forget_what_is_over)
