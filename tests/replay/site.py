"""Loopback sites of every other source, in the form of their recordings or descriptions.

Each table or list is data that a test may change; `LawServer` lends the faults and the network.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from replay.law_server import LawServer, Params, Reply

Row = Mapping[str, Any]
HERE = "http://replay"
"""Stands in answers for the address of the town."""


def as_json(value: object) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode())


class AssemblyServer(LawServer):
    """열린국회정보: ``tables`` by service code."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], key: str, largest: int = 1000) -> None:
        super().__init__([], key, largest)
        self.tables = dict(tables)

    def _right(self, path: str, params: Params) -> Reply:
        service = path.rpartition("/")[2]
        if params.get("KEY") != self.key:
            return Reply(
                "<RESULT><CODE>ERROR-290</CODE><MESSAGE><![CDATA[인증키가 유효하지 않습니다.]]>"
                "</MESSAGE></RESULT>".encode()
            )
        if service not in self.tables:
            return as_json(result("ERROR-310", "해당하는 서비스를 찾을 수 없습니다."))
        rows = self.tables[service]
        if year := params.get("CONF_DATE"):
            rows = [row for row in rows if str(row["CONF_DATE"]).startswith(year)]
        size = min(int(params.get("pSize", 10)), self.largest)
        start = (int(params.get("pIndex", 1)) - 1) * size
        if not rows[start : start + size]:
            return as_json(result("INFO-200", "해당하는 데이터가 없습니다."))
        head = [{"list_total_count": len(rows)}, result("INFO-000", "정상 처리되었습니다.")]
        return as_json({service: [{"head": head}, {"row": rows[start : start + size]}]})


def result(code: str, message: str) -> dict[str, dict[str, str]]:
    return {"RESULT": {"CODE": code, "MESSAGE": message}}


class SeoulServer(LawServer):
    """서울 열린데이터광장: the key stands in the path."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], key: str) -> None:
        super().__init__([], key)
        self.tables = dict(tables)

    def _right(self, path: str, params: Params) -> Reply:
        _, key, _, service, first, last, *_ = path.split("/")
        if key != self.key:
            return Reply(
                "<RESULT><CODE>INFO-100</CODE><MESSAGE><![CDATA[인증키가 유효하지 않습니다.]]>"
                "</MESSAGE></RESULT>".encode()
            )
        rows = self.tables[service]
        head: dict[str, Any] = {"list_total_count": len(rows)} | result("INFO-000", "정상")
        return as_json({service: head | {"row": rows[int(first) - 1 : int(last)]}})


class ClikServer(LawServer):
    """CLIK: ``papers`` by service (``minutes``, ``bill``), each a whole detail."""

    LISTED = (
        *("DOCID", "RASMBLY_ID", "RASMBLY_NM", "RASMBLY_NUMPR", "RASMBLY_SESN", "MINTS_ODR"),
        *("ASEMBY_NM", "PPRTY_NM", "PHOTO_FILE_URL", "TITLE", "SITENM", "SEEDNM", "CDATE"),
        *("MTGNM", "MTG_DE", "BI_SJ", "BI_NO", "BI_KND_NM", "CL_STD_NM", "PROPSR", "ITNC_DE"),
    )

    def __init__(self, papers: Mapping[str, Sequence[Row]], key: str, largest: int = 100) -> None:
        super().__init__([], key, largest)
        self.papers = dict(papers)

    def _right(self, path: str, params: Params) -> Reply:
        service = path.rpartition("/")[2].removesuffix(".do")
        if params.get("key") != self.key:
            return as_json([clik(service, "ERROR01", "인증키가 유효하지 않습니다.")])
        papers = self.papers[service.removesuffix("List").removesuffix("Detail")]
        ok = clik(service, "SUCCESS", "정상 처리되었습니다.")
        if "docid" in params:
            found = [one for one in papers if one["DOCID"] == params["docid"]]
            return as_json([ok | dict(found[0])] if found else [clik(service, "ERROR08", "없음")])
        every = service in ("assemblyinfo", "policyinfoList")  # ignores which council is asked for
        mine = [one for one in papers if every or one["RASMBLY_ID"] == params["rasmblyId"]]
        start, count = int(params["startCount"]), min(int(params["listCount"]), self.largest)
        rows = [
            {"ROW": {name: one[name] for name in self.LISTED if name in one}}
            for one in mine[start : start + count]
        ]
        counts = {"TOTAL_COUNT": len(mine), "LIST_COUNT": len(rows)}
        return as_json([ok | counts | {"LIST": rows}])


def clik(service: str, code: str, message: str) -> dict[str, Any]:
    return {"SERVICE": service, "RESULT_CODE": code, "RESULT_MESSAGE": message}


class PagesServer(LawServer):
    """Pages, feeds and files: ``pages`` by path with its query (``/a?b=1``), or by path alone."""

    def __init__(self, pages: Mapping[str, str | bytes]) -> None:
        super().__init__([], "")
        self.pages = dict(pages)

    def _right(self, path: str, params: Params) -> Reply:
        query = "&".join(f"{name}={value}" for name, value in params.items())
        page = self.pages.get(f"{path}?{query}", self.pages.get(path))
        if page is None:
            return Reply(b"", 404)
        return Reply(page if isinstance(page, bytes) else whole_page(page).encode())


def whole_page(page: str) -> str:
    """What is the middle of a page as a page from its first tag to its last."""
    if page.startswith("<?xml") or not page.startswith("<") or "</html>" in page:
        return page
    return f'<!DOCTYPE html>\n<html lang="ko"><body>{page}</body></html>'


class Town(LawServer):
    """All sites behind one address, told apart by path."""

    def __init__(self, sites: Mapping[str, LawServer]) -> None:
        super().__init__([], "")
        self.sites = sites

    def _right(self, path: str, params: Params) -> Reply:
        for start, site in self.sites.items():
            if path.startswith(start):
                reply = site.answer(path, params)
                return replace(reply, body=reply.body.replace(HERE.encode(), self.url.encode()))
        return Reply(b"", 404)

    def __exit__(self, *raised: object) -> None:
        super().__exit__(None, None, None)
        for site in self.sites.values():
            site._server.server_close()
