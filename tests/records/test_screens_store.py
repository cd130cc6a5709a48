"""What is on a screen, and which screens there are."""

from datetime import UTC, date, datetime

import pytest

from records import screens
from records.errors import Misuse
from records.model import Meeting
from records.store import Records
from records.tables import screens as board


def test_a_screen_shows_what_was_put_on_it_last(records: Records) -> None:
    assert records.screen("본회의장") is None
    records.look_at_screen(" 본회의장 ")
    opened = records.screen("본회의장")
    assert opened is not None
    assert (opened.address, opened.turn) == (None, 0)
    records.push_to_screen("본회의장", "./reader?doc=a")
    records.push_to_screen("본회의장", "./reader?doc=a")
    again = records.screen("본회의장")
    assert again is not None
    assert (again.address, again.turn) == ("./reader?doc=a", 2)
    records.push_to_screen("본회의장", None)
    records.push_to_screen("가운데방", "./reader?doc=b")
    shown = [(one.name, one.address, one.turn) for one in records.screens()]
    assert shown == [("가운데방", "./reader?doc=b", 1), ("본회의장", None, 3)]
    assert records.screens()[0].seen.tzinfo is not None


@pytest.mark.parametrize("name", ["", " ", "\0", "가" * 41])
def test_a_screen_needs_a_name(records: Records, name: str) -> None:
    with pytest.raises(Misuse):
        records.look_at_screen(name)
    assert records.screen(name) is None


def test_an_address_has_a_length(records: Records) -> None:
    with pytest.raises(Misuse):
        records.push_to_screen("본회의장", "x" * 2001)


def test_screens_are_few_and_forgotten_ones_make_room(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "MOST_SCREENS", 2)
    records.look_at_screen("하나")
    records.look_at_screen("둘")
    with pytest.raises(Misuse, match="2개까지"):
        records.look_at_screen("셋")
    records.look_at_screen("둘")
    with records.database.write() as connection:
        old = datetime(2009, 2, 24, tzinfo=UTC)
        connection.execute(board.update().values(seen=old))
    records.push_to_screen("셋", "./reader?doc=a")
    assert [one.name for one in records.screens()] == ["셋"]


def test_the_nearest_meeting_days(records: Records) -> None:
    assert records.meeting_days_around(date(2009, 2, 24)) == (None, None)
    days = [date(2009, 2, 20), date(2009, 2, 24), date(2009, 3, 2), date(2009, 3, 9)]
    records.put_meetings(Meeting(f"m:{day}", 213, "본회의", day) for day in days)
    assert records.meeting_days_around(date(2009, 2, 24)) == (days[0], days[2])
    assert records.meeting_days_around(date(2009, 3, 9)) == (days[2], None)
