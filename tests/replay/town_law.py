"""법제처 of the replay's town: an ordinance, a rule, and links between texts (synthetic)."""

from dataclasses import replace
from datetime import date

from replay.attached import small_pdf
from replay.canaries import KEY
from replay.deletions import Deletion, deleted_list
from replay.law_server import LawServer, Params, Reply
from replay.law_xml import HEAD
from replay.ordin_server import OrdinanceServer
from replay.site import as_json
from replay.statutes import DECREE, PARKING, STAGED, version

from records.model import Version


def ordinance() -> Version:
    return replace(
        version("2130189", date(2024, 5, 18), "현행"),
        law_id="2001619",
        name="가상시 주차장 조례",
        kind="조례",
        ministry="가상시",
    )


RULES = (
    f"{HEAD}<AdmRulSearch><target>admrul</target><키워드>주차</키워드><section>admRulNm</section>"
    "<totalCnt>1</totalCnt><page>1</page><numOfRows>1</numOfRows><resultCode>00</resultCode>"
    "<resultMsg>success</resultMsg><admrul id='1'><행정규칙일련번호>2100000267264</행정규칙일련번호>"
    "<행정규칙명><![CDATA[가상 주차 고시]]></행정규칙명><행정규칙종류>고시</행정규칙종류>"
    "<발령일자>20260102</발령일자><발령번호>2026-2</발령번호><소관부처명>국토교통부</소관부처명>"
    "<행정규칙ID>73462</행정규칙ID><시행일자>20260102</시행일자></admrul></AdmRulSearch>"
)
RULE = (
    f"{HEAD}<AdmRulService><행정규칙기본정보><행정규칙일련번호>2100000267264</행정규칙일련번호>"
    "<행정규칙명>가상 주차 고시</행정규칙명><발령번호>2026-2</발령번호>"
    "<소관부처명>국토교통부</소관부처명></행정규칙기본정보>"
    "<조문내용><![CDATA[제1조(목적) 이 고시는 주차를 정한다.]]></조문내용>"
    "<조문내용><![CDATA[제2조(기준) 27면으로 한다.]]></조문내용>"
    "<부칙><부칙내용><![CDATA[부칙 이 고시는 발령한 날부터 시행한다.]]></부칙내용></부칙>"
    "<첨부파일><첨부파일명>별표.pdf</첨부파일명>"
    "<첨부파일링크>/LSW/flDownload.do?flSeq=77</첨부파일링크></첨부파일></AdmRulService>"
)
LAW_FILES = {"/LSW/flDownload.do": small_pdf("Annex 77")}
DELEGATIONS = {
    "lsDelegated": {
        "법령": {
            "법령정보": {"법령ID": "900001", "법령명": PARKING},
            "위임조문정보": {
                "조정보": {"조문번호": "0005", "조문가지번호": "02", "조문제목": "과태료"},
                "위임정보": [
                    {
                        "위임구분": "시행령",
                        "위임법령제목": f"{PARKING} 시행령",
                        "위임법령조문정보": [{"위임법령조문번호": "0002"}],
                    },
                    {
                        "위임구분": "위임자치법규",
                        "위임자치법규조문정보": {
                            "위임자치법규제목": "가상시 주차장 조례",
                            "조항호목": ["제5조의2제1항", "제5조의2제2항"],
                        },
                    },
                ],
            },
        }
    }
}


HIERARCHY = (
    f"{HEAD}<법령체계도><기본정보><법령ID>900001</법령ID></기본정보><상하위법><법률><기본정보>"
    "<법령ID>900001</법령ID></기본정보><시행령><기본정보><법령ID>900002</법령ID></기본정보></시행령>"
    "<행정규칙><고시><기본정보><행정규칙ID>73462</행정규칙ID></기본정보></고시></행정규칙><자치법규>"
    "<조례><기본정보><자치법규ID>2001619</자치법규ID></기본정보></조례></자치법규></법률></상하위법>"
    "</법령체계도>"
)
THREE_WAY = {
    "LspttnThdCmpLawXService": {
        "기본정보": {"법령ID": "900001", "시행령ID": "900002", "시행령명": f"{PARKING} 시행령"},
        "위임조문삼단비교": {
            "법률조문": {
                "조번호": "0005",
                "조가지번호": "02",
                "시행령조문": {"조번호": "0003", "조가지번호": "00", "법령명": f"{PARKING} 시행령"},
                "시행규칙조문": [{"조번호": "0001", "법령명": "다른 규칙"}],
            }
        },
    }
}
OLD_AND_NEW = (
    f"{HEAD}<OldAndNewService><구조문_기본정보><법령일련번호>100001</법령일련번호></구조문_기본정보>"
    "<신조문_기본정보><법령일련번호>100002</법령일련번호><법령ID>900001</법령ID></신조문_기본정보>"
    "<구조문목록><조문 no='1'><![CDATA[제5조의2 <P>10만원</P>]]></조문></구조문목록>"
    "<신조문목록><조문 no='1'><![CDATA[제5조의2 <P>20만원</P>]]></조문></신조문목록>"
    "</OldAndNewService>"
)
CHANGES = (
    f"{HEAD}<LawSearch><target>lsJoHstInf</target><totalCnt>1</totalCnt><law id='1'><법령정보>"
    "<법령일련번호>100002</법령일련번호><법령ID>900001</법령ID></법령정보><조문정보><jo num='1'>"
    "<조문번호>000502</조문번호><변경사유>조문변경</변경사유></jo></조문정보></law></LawSearch>"
)


def linked(root: str, target: str) -> Reply:
    """A list of links as the samples have it: without a result code."""
    items = "".join(
        f'<law id="{n}"><법령명한글>{PARKING}</법령명한글><법령ID>900001</법령ID>'
        f"<자치법규명><![CDATA[{name}]]></자치법규명><자치법규ID>{id}</자치법규ID>"
        "<공포일자>20240518</공포일자></law>"
        for n, (name, id) in enumerate(
            (("가상시 주차장 조례", "2001619"), ("다른시 주차장 조례", "999001")), 1
        )
        if root != "OrdinSearch" or id == "2001619"
    )
    count = items.count("</law>")
    return Reply(
        f"{HEAD}<{root}><target>{target}</target><totalCnt>{count}</totalCnt><page>1</page>"
        f"{items}</{root}>".encode()
    )


LINKS = {
    "lnkLs": linked("LawSearch", "lnkLs"),
    "lnkOrd": linked("OrdinSearch", "lnkOrd"),
    "lnkDep": linked("lnkDepSearch", "lnkDep"),
    "lsStmd": Reply(HIERARCHY.encode()),
    "thdCmp": as_json(THREE_WAY),
    "oldAndNew": Reply(OLD_AND_NEW.encode()),
    "lsJoHstInf": Reply(CHANGES.encode()),
    "lsDelegated": as_json(DELEGATIONS),
}


class Laws(LawServer):
    """법제처 with statutes, an ordinance, a rule, and what an article delegates."""

    def __init__(self) -> None:
        super().__init__([*STAGED, *DECREE], KEY)
        self.local = OrdinanceServer([ordinance()], KEY)
        self.local._server.server_close()
        self.deleted: dict[str, list[Deletion]] = {
            "1": [(f"77{n:04d}", "20260105") for n in range(130)],
            "2": [("2100000999999", "20260106")],
        }

    def _right(self, path: str, params: Params) -> Reply:
        target = params.get("target")
        if params.get("OC") == self.key and target == "admrul":
            return Reply((RULES if path.endswith("lawSearch.do") else RULE).encode())
        if params.get("OC") == self.key and target == "delHst":
            return deleted_list(self.deleted, params)
        if params.get("OC") == self.key and target in LINKS:
            return LINKS[str(target)]
        return (
            self.local._right(path, params) if target == "ordin" else super()._right(path, params)
        )
