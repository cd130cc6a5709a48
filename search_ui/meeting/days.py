"""Which day's meetings are shown: the one asked for, today, or the nearest that there is."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from records.timeline import today
from search_ui.address import TODAY, day_of
from search_ui.desk import Desk

WEEKDAYS: Final = "월화수목금토일"


@dataclass(frozen=True, slots=True)
class Days:
    """The day shown, the last with meetings before it and the first after it. ``moved`` says that
    it is not the day asked for, since a demonstration always has something to show."""

    shown: date
    before: date | None
    after: date | None
    moved: bool = False


def days(desk: Desk, meet: str) -> Days:
    """The days around ``meet``, a day or `TODAY`. A demonstration without a meeting today shows
    the latest day that has one."""
    asked = day_of(meet) or today()
    moved = False
    if meet == TODAY and desk.synthetic and not desk.records.meetings(asked):
        before, after = desk.records.meeting_days_around(asked)
        moved = bool(before or after)
        asked = before or after or asked
    return Days(asked, *desk.records.meeting_days_around(asked), moved)


def spoken(day: date) -> str:
    """
    >>> spoken(date(2009, 2, 24))
    '2009년 2월 24일 (화)'
    """
    return f"{day.year}년 {day.month}월 {day.day}일 ({WEEKDAYS[day.weekday()]})"
