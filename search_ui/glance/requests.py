"""Data requests: how many each agency was asked month by month, and what is still due."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from records.model import DataRequest, Document
from records.timeline import today
from records.visibility import may_read
from search_ui.address import View
from search_ui.desk import Desk

MONTHS: Final = 12
"""Months shown, the last ones in which anything was asked."""
AGENCIES: Final = 20
SOON: Final = timedelta(days=7)

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Asked:
    request: DataRequest
    paper: Document

    @property
    def month(self) -> Month:
        return self.request.asked.year, self.request.asked.month


def requests_at_a_glance(desk: Desk) -> dict[str, Any]:
    """One JSON value: the numbers, the table of agencies and months, and what is due."""
    asked = _seen(desk)
    return {"figures": _figures(asked), **_table(asked), "due": _due(desk, asked)}


def _seen(desk: Desk) -> list[_Asked]:
    """The requests whose paper the desk's viewer may read."""
    every = desk.records.requests()
    papers = desk.records.heads(one.document_id for one in every)
    open_to = {key: paper for key, paper in papers.items() if may_read(desk.viewer, paper)}
    return [_Asked(one, open_to[one.document_id]) for one in every if one.document_id in open_to]


def _figures(asked: Sequence[_Asked]) -> list[dict[str, str]]:
    answered = [one.request for one in asked if one.request.answered]
    waiting = [one.request for one in asked if not one.request.answered]
    late = [one for one in waiting if one.due < today()]
    in_time = [one for one in answered if one.answered and one.answered <= one.due]
    share = f" (기한 안 {100 * len(in_time) // len(answered)}%)" if answered else ""
    return [
        {"label": "요구", "value": f"{len(asked):,}건", "tone": ""},
        {"label": "제출", "value": f"{len(answered):,}건{share}", "tone": ""},
        {"label": "제출 기다림", "value": f"{len(waiting) - len(late):,}건", "tone": ""},
        {"label": "기한 지남", "value": f"{len(late):,}건", "tone": "late" if late else ""},
    ]


def _table(asked: Sequence[_Asked]) -> dict[str, Any]:
    months = sorted({one.month for one in asked})[-MONTHS:]
    cells = Counter((one.request.agency, one.month) for one in asked if one.month in months)
    totals = Counter[str]()
    for (agency, _), count in cells.items():
        totals[agency] += count
    agencies = [agency for agency, _ in totals.most_common(AGENCIES)]
    most = max(cells.values(), default=1)
    return {
        "months": [f"{year}. {month}." for year, month in months],
        "rows": [
            {
                "agency": agency,
                "total": totals[agency],
                "cells": [_cell(agency, month, cells[agency, month], most) for month in months],
            }
            for agency in agencies
        ],
        "others": len(totals) - len(agencies),
    }


def _cell(agency: str, month: Month, count: int, most: int) -> dict[str, Any]:
    """``weight`` is 0 to 4, for the colour."""
    first = date(*month, 1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    view = View(kinds=("request",), agency=agency, date_from=first, date_to=last)
    return {"count": count, "weight": -(-4 * count // most), "href": view.link() if count else ""}


def _due(desk: Desk, asked: Sequence[_Asked]) -> list[dict[str, Any]]:
    waiting = sorted((one for one in asked if not one.request.answered), key=_when_due)
    names = {who.id: who.name for who in desk.records.members()}
    return [
        {
            "title": one.paper.title,
            "href": View().open(one.paper.id),
            "agency": one.request.agency,
            "member": names.get(one.request.member, one.request.member),
            "asked": one.request.asked.isoformat(),
            "due": one.request.due.isoformat(),
            "left": left(one.request.due, today()),
            "tone": _tone(one.request.due),
        }
        for one in waiting
    ]


def _when_due(one: _Asked) -> tuple[date, str]:
    return one.request.due, one.paper.id


def _tone(due: date) -> str:
    if due < today():
        return "late"
    return "soon" if due - today() <= SOON else ""


def left(due: date, now: date) -> str:
    """How long until ``due``.

    >>> [left(date(2009, 2, day), date(2009, 2, 10)) for day in (8, 10, 13)]
    ['2일 지남', '오늘까지', '3일 남음']
    """
    days = (due - now).days
    if days == 0:
        return "오늘까지"
    return f"{days}일 남음" if days > 0 else f"{-days}일 지남"
