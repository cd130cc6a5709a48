"""A whole amendment replaces what was promulgated before it, even what was still to take effect."""

from datetime import date

from records.model import Version
from records.timeline import in_force, intervals


def version(number: str, promulgated: date, effective: date, first_addendum: str) -> Version:
    return Version(
        "001656",
        number,
        effective,
        "지방자치법",
        "법률",
        promulgated=promulgated,
        number=number,
        addenda=f"부칙 <제{first_addendum}호,1988.4.6>",
    )


EARLIER = version("08338", date(2007, 4, 6), date(2008, 4, 7), "4004")
WHOLE = version("08423", date(2007, 5, 11), date(2007, 5, 11), "8423")
LATER = version("08852", date(2008, 2, 29), date(2008, 2, 29), "8423")


def test_the_law_of_february_2009_is_not_the_text_a_whole_amendment_had_replaced() -> None:
    assert in_force([EARLIER, WHOLE, LATER], date(2009, 2, 24)) == LATER
    assert EARLIER not in [span.version for span in intervals([LATER, EARLIER, WHOLE])]


def test_what_is_promulgated_after_a_whole_amendment_and_takes_effect_later_still_counts() -> None:
    staged = version("08435", date(2007, 5, 17), date(2008, 1, 1), "8423")
    found = [span.version.number for span in intervals([WHOLE, staged, LATER])]
    assert found == ["08423", "08435", "08852"]
