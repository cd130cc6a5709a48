"""Videos and minutes of the same sitting, put together by what both say of it."""

from collections.abc import Iterable

from crawlers.contract import Video
from records.model import Meeting, Relation, RelationKind
from records.store import Records


def link_videos(videos: Iterable[Video], records: Records) -> None:
    """Relate the minutes of each sitting to its video; a sitting without minutes waits for the
    next run."""
    found = [(_minutes(one, records), one.address) for one in videos]
    records.put_relations(
        Relation(sitting, RelationKind.RECORDED, address) for sitting, address in found if sitting
    )


def _minutes(video: Video, records: Records) -> str | None:
    """The id of the minutes; where a body sat twice in a day, those that have the order."""
    same = [one for one in records.meetings(video.day) if _same(one, video)]
    if len(same) < 2:
        return same[0].id if same else None
    papers = records.documents([one.id for one in same])
    return next((id for id, one in papers.items() if f" {video.order} " in one.title), None)


def _same(meeting: Meeting, video: Video) -> bool:
    return (meeting.session, meeting.body) == (video.session, video.body)
