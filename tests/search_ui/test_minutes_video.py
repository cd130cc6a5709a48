"""Minutes lead to the video of their sitting, where a source says which it is."""

from pathlib import Path

from ui_council import council

from records.model import Document, Kind, Passage, Relation, RelationKind, Visibility
from search_ui.address import View
from search_ui.places import Place
from search_ui.reading import reading

VIDEO = "https://ms.smc.seoul.kr/kr/cast/player.do?key=77"


def test_minutes_show_their_video_and_nothing_that_is_no_address(tmp_path: Path) -> None:
    with council(tmp_path) as desk:
        text = (Passage(0, "제332회 운영위원회 1차 회의록"),)
        minutes = Document(
            "smc-minutes:1", Kind.MINUTES, text[0].text, visibility=Visibility.PUBLIC, passages=text
        )
        desk.records.put([minutes])
        desk.records.put_relations(
            Relation(minutes.id, RelationKind.RECORDED, target)
            for target in (VIDEO, "javascript:alert(1)")
        )
        assert reading(desk, View(), Place(minutes.id))["videos"] == [VIDEO]
        assert reading(desk, View(), Place("test:hostile"))["videos"] == []
