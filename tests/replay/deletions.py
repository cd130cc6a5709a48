"""법제처's list of what it deleted, in the form that is described (synthetic)."""

from collections.abc import Sequence

from replay.law_server import Params, Reply
from replay.law_xml import HEAD

Deletion = tuple[str, str]
"""Serial and day."""
KINDS = {"1": "법령", "2": "행정규칙", "3": "자치법규"}


def deleted_list(deleted: dict[str, Sequence[Deletion]], params: Params) -> Reply:
    """One page of what was deleted of the kind and within the days that are asked for."""
    first, last = params["frmDt"], params["toDt"]
    rows = [row for row in deleted.get(params["knd"], ()) if first <= row[1] <= last]
    display, number = min(int(params.get("display", 20)), 100), int(params.get("page", 1))
    start = (number - 1) * display
    items = "".join(
        f'<law id="{n}"><일련번호>{serial}</일련번호><구분명>{KINDS[params["knd"]]}</구분명>'
        f"<삭제일자>{day}</삭제일자></law>"
        for n, (serial, day) in enumerate(rows[start : start + display], start + 1)
    )
    return Reply(
        f"{HEAD}<LawSearch><target>delHst</target><totalCnt>{len(rows)}</totalCnt>"
        f"<page>{number}</page>{items}</LawSearch>".encode()
    )
