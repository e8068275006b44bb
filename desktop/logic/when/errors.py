"""What cannot be read as a time, with a short code that says why."""


class WhenUnreadable(ValueError):
    """This text is no time we can read; ``text`` is what was given, ``why`` one of the codes below.

    ``empty``; ``syntax`` (not understood); ``no-such-date`` (30 February, or a weekday that does not fit);
    ``no-year`` (a day or month without its year); ``ambiguous`` (05/01/2022 in English, 05.01.22, "at night");
    ``reversed`` (ends before it begins); ``no-such-zone``; ``no-such-time`` (skipped when clocks were changed there);
    ``unsupported`` (a time in principle, of a kind the record does not keep). The message holds the code alone,
    so that no text of a case reaches a log.
    """

    def __init__(self, text: str, why: str) -> None:
        super().__init__(why)
        self.text = text
        self.why = why
