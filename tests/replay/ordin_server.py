"""A loopback 법제처 that serves ordinances (target ``ordin``) beside statutes."""

from collections.abc import Mapping
from html import escape

from replay.law_server import UNKNOWN_ID, LawServer, Params, Reply
from replay.law_xml import HEAD, cdata

from records.model import Article, Version

_STATES = {"1": "현행", "2": "연혁"}


class OrdinanceServer(LawServer):
    """`LawServer` whose versions are ordinances; ``codes`` tell by the code whose (none: all)."""

    codes: Mapping[str, str] = {}

    def _right(self, path: str, params: Params) -> Reply:
        if params.get("target") != "ordin" or params.get("OC") != self.key:
            return super()._right(path, params)
        if path == "/DRF/lawSearch.do":
            return Reply(self._ordinances(params).encode())
        for one in self.versions:
            if one.mst == params.get("MST"):
                return Reply(_body(one).encode())
        return Reply(UNKNOWN_ID.encode())

    def _ordinances(self, params: Params) -> str:
        whose = self.codes.get(params.get("sborg", params.get("org", "")))
        found = [
            one
            for one in self.versions
            if one.status == _STATES[params["nw"]]
            and params.get("query", "") in one.name
            and whose in (None, one.ministry)
        ]
        items = "".join(_item(number, one, self.key) for number, one in enumerate(found, 1))
        return (
            f"{HEAD}<OrdinSearch><target>ordin</target>"
            f"<키워드>{escape(params.get('query', ''))}</키워드><section>ordinNm</section>"
            f"<totalCnt>{len(found)}</totalCnt><page>1</page><numOfRows>{len(found)}</numOfRows>"
            f"<resultCode>00</resultCode><resultMsg>success</resultMsg>{items}</OrdinSearch>"
        )


def _item(number: int, one: Version, key: str) -> str:
    return (
        f'<law id="{number}"><자치법규일련번호>{one.mst}</자치법규일련번호>'
        f"<자치법규명>{cdata(one.name)}</자치법규명><자치법규ID>{one.law_id}</자치법규ID>"
        f"<공포일자>{one.promulgated:%Y%m%d}</공포일자><공포번호>{one.number}</공포번호>"
        f"<제개정구분명>{one.revision_kind}</제개정구분명>"
        f"<지자체기관명>{one.ministry}</지자체기관명><자치법규종류>{one.kind}</자치법규종류>"
        f"<시행일자>{one.effective:%Y%m%d}</시행일자>"
        f"<자치법규상세링크>/DRF/lawService.do?OC={key}&amp;target=ordin&amp;MST={one.mst}"
        f"&amp;type=HTML</자치법규상세링크></law>"
    )


def _body(one: Version) -> str:
    units = "".join(f"{_heading(one, index)}{_unit(a)}" for index, a in enumerate(one.articles))
    return (
        f"{HEAD}<LawService><자치법규기본정보><자치법규ID>{one.law_id}</자치법규ID>"
        f"<자치법규일련번호>{one.mst}</자치법규일련번호>"
        f"<공포일자>{one.promulgated:%Y%m%d}</공포일자><공포번호>{one.number}</공포번호>"
        f"<자치법규명>{cdata(one.name)}</자치법규명><시행일자>{one.effective:%Y%m%d}</시행일자>"
        f"<자치법규종류>C0001</자치법규종류><지자체기관명>{one.ministry}</지자체기관명>"
        f"<제개정정보>{one.revision_kind}</제개정정보></자치법규기본정보><조문>{units}</조문>"
        f"<부칙><부칙공포일자>{one.promulgated:%Y%m%d}</부칙공포일자>"
        f"<부칙공포번호>{one.number}</부칙공포번호>"
        f"<부칙내용>{cdata('이 조례는 공포한 날부터 시행한다.')}</부칙내용></부칙></LawService>"
    )


def _heading(one: Version, index: int) -> str:
    return "".join(
        "<조 조문번호='000000'><조문번호>000000</조문번호><조문여부>N</조문여부>"
        f"<조제목></조제목><조내용>{cdata(text)}</조내용></조>"
        for before, text in one.outline
        if before == index
    )


def _unit(article: Article) -> str:
    number, _, branch = article.key.removeprefix("제").partition("조")
    key = f"{int(number):04d}{int(branch.removeprefix('의') or 0):02d}"
    text = article.text.replace("\n①", " ①").replace("\n", "\n ")
    return (
        f"<조 조문번호='{key}'><조문번호>{key}</조문번호><조문여부>Y</조문여부>"
        f"<조제목>{cdata(article.title or '')}</조제목><조내용>{cdata(text)}</조내용></조>"
    )
