"""Disclosure: what everybody may read of numbers about people who did not decide together.

    safe_row(agrees, disagrees, passes, floor=10) -> SafeRow   one statement's answers, as they may be published
    about(people, floor=10)                       -> int|None  how many people in all, rounded down to tens

Counts in, a safe row out; a page, file or chart for everybody draws nothing else. Under the floor a row holds nothing
at all, so that two data sets that differ only there are the same from outside. Above it, the number of people is
rounded to five and each share to five per cent; a share under 5 % is 0 ("hardly anybody"), one over 95 % is 100
("nearly everybody"), and so are one person and all but one: of ten people 10 % are one. The floor is 10 by the house's
rule and never under 5. Both raise ValueError for counts that cannot be and for a lower floor.

The rule: a total beside an exact share gives a small cell away by subtraction, so neither is exact and no small cell
is named (thresholds and rounding, as in the "Handbook on Statistical Disclosure Control" of the ESSnet).
"""

from smallplaces.engines.disclosure.rows import FLOOR, HARDLY, NEARLY, SafeRow, about, safe_row

__all__ = ["FLOOR", "HARDLY", "NEARLY", "SafeRow", "about", "safe_row"]
