"""One small town with everything: what all sources serve in a replay (synthetic).

Canary contacts stand wherever the real services carry contacts.
"""

from dataclasses import replace
from datetime import date

from replay.law_server import LawServer, Params, Reply
from replay.law_xml import HEAD
from replay.ordin_server import OrdinanceServer
from replay.site import AssemblyServer, ClikServer, PagesServer, SeoulServer, Town, as_json
from replay.statutes import DECREE, PARKING, STAGED, version

from records.model import Version

KEY = "canary-key-0123456789"
TELEPHONE, EMAIL, WRITER = "02-7777-9999", "canary.person@example.invalid", "가나다라마"
COUNCIL = "002001"


def bill_rows(count: int) -> list[dict[str, object]]:
    return [
        {
            "BILL_ID": f"PRC_{n:04d}",
            "BILL_NO": f"22{n:05d}",
            "AGE": "22",
            "BILL_NAME": f"가상 {n}호 법률 일부개정법률안",
            "PROPOSER": "김가상의원 등 3인",
            "PROPOSER_KIND": "의원",
            "PROPOSE_DT": "2026-03-02",
            "CURR_COMMITTEE": "교통위원회",
            "LINK_URL": f"https://likms.assembly.go.kr/bill/billDetail.do?billId=PRC_{n:04d}",
            "RST_PROPOSER": "김가상",
            "RST_MONA_CD": "AAA00001",
            "PROC_RESULT_CD": None,
            "PROC_DT": None,
        }
        for n in range(count)
    ]


def proposed_rows(count: int) -> list[dict[str, object]]:
    return [
        {"BILL_ID": f"PRC_{n:04d}", "PUBL_PROPOSER": "이시연,박보기", "RST_PROPOSER": "김가상"}
        for n in range(count)
    ]


MEMBERS = [
    {
        "HG_NM": name,
        "HJ_NM": "金假想",
        "BTH_DATE": "1900-01-01",
        "POLY_NM": "가상당",
        "ORIG_NM": "가상시 갑",
        "CMITS": "교통위원회, 교육위원회",
        "UNITS": "제21대, 제22대",
        "TEL_NO": TELEPHONE,
        "E_MAIL": EMAIL,
        "STAFF": WRITER,
        "MONA_CD": f"AAA0000{n}",
        "MEM_TITLE": f"{WRITER} 졸업",
        "ASSEM_ADDR": "의원회관 515호",
    }
    for n, name in enumerate(("김가상", "이시연"), 1)
]


def assembly(count: int = 5, largest: int = 1000) -> AssemblyServer:
    tables = {
        "TVBPMBILL11": bill_rows(count),
        "nzmimeepazxkubdpn": proposed_rows(count),
        "nwvrqwxyaytdsfvhu": MEMBERS,
    }
    return AssemblyServer(tables, KEY, largest)


MINUTES_HTML = (
    '<div id="top"><form><input name="q"></form><nav>바로가기</nav>'
    "<p>제332회 가상시의회(임시회)</p><p>○위원장 홍길동  의사일정 제1항을 상정합니다.</p>"
    "<p>(의사봉 3타)</p><p>○김가상 위원  주차장은 몇 곳입니까?</p><p>다시 묻습니다.</p>"
    "<p><b>○교통국장 이시연</b>  스물일곱 곳입니다.</p><p>○출석위원(11인)</p><p>홍길동</p></div>"
)


def sitting(number: int) -> dict[str, object]:
    return {
        "DOCID": f"CLIKM{number:04d}",
        "RASMBLY_ID": COUNCIL,
        "RASMBLY_NM": "가상시의회",
        "RASMBLY_NUMPR": "11",
        "RASMBLY_SESN": "332",
        "MINTS_ODR": str(number),
        "MTGNM": "교통위원회",
        "MTG_DE": f"202603{28 - number:02d}",
        "MTR_SJ": "1. 가상 주차장 조례",
        "MINTS_HTML": MINUTES_HTML,
        "ORGINL_FILE_URL": "",
    }


def local_bill(number: int) -> dict[str, object]:
    return {
        "DOCID": f"CLIKB{number:04d}",
        "RASMBLY_ID": COUNCIL,
        "RASMBLY_NM": "가상시의회",
        "RASMBLY_NUMPR": "11",
        "BI_SJ": f"가상시 주차장 조례 일부개정조례안 {number}",
        "BI_NO": f"16{number:02d}",
        "BI_KND_NM": "조례안",
        "CL_STD_NM": "원안가결",
        "PROPSR": "김가상 의원 외 1명",
        "ITNC_DE": f"202602{28 - number:02d}",
        "JRSD_CMIT_NM": "교통위원회",
        "CMIT_PROCESS_DE": "20260305",
        "CMIT_RESULT": "원안가결",
        "PRMLGT_NO": "0",
        "PRMLGT_DE": "18000101",
        "BI_OUTLINE": "가. 제안이유\n  주차장을 늘리려는 것임.",
        "BI_FILE_NM": "",
    }


def clik(largest: int = 100) -> ClikServer:
    other = sitting(9) | {"DOCID": "OTHER", "RASMBLY_ID": "041009"}
    papers = {
        "minutes": [*map(sitting, range(1, 6)), other],
        "bill": list(map(local_bill, range(1, 6))),
    }
    return ClikServer(papers, KEY, largest)


def seoul() -> SeoulServer:
    rows = [
        {"SEQ": str(n), "TTL": f"의정 통계 {n}", "YMD": "20260302", "MNG_TEL": TELEPHONE}
        for n in range(1, 4)
    ]
    return SeoulServer({"CouncilStat": rows}, KEY)


def opened_line(nid: int) -> str:
    return (
        f'<li><div class="title-area"><div class="title-wrap width100"><a href="/sanction/{nid}">'
        f'<strong class="element-invisible">제목 : </strong><span>주차장 현황 보고 {nid}</span></a>'
        '<p class="title-category"><span>부분공개</span> <span>서울시</span></p></div></div>'
        '<p class="title-info"><span class="date"><strong class="element-invisible">등록일 : '
        "</strong> 2026-07-15</span></p></li>"
    )


def opened_page(nid: int) -> str:
    return (
        '<div class="view-content view-content-article">'
        f'<h3 class="title-article">주차장 현황 보고 {nid}</h3>'
        '<ul class="list-attachment"><li><p class="title-down">현황.hwpx <span class="txt-gray">'
        '(3 KB)</span></p></li><li><p class="title-down"><span>명단.xlsx</span></p>'
        '<span class="txt-notopen">비공개 문서</span></li></ul>'
        '<table class="table table-response"><tbody><tr><th scope="row">기관명</th><td>서울시</td>'
        '<th scope="row">부서명</th><td>주차계획과</td></tr><tr><th scope="row">문서번호</th>'
        f'<td>주차계획과-{nid}</td><th scope="row">생산일자</th><td>2026-07-15</td></tr><tr>'
        '<th scope="row">공개구분</th><td>부분공개</td><th scope="row">보존기간</th><td>5년</td></tr>'
        f'<tr><th scope="row">작성자(전화번호)</th><td>{WRITER} ({TELEPHONE})</td></tr>'
        "</tbody></table></div>"
    )


def opengov() -> dict[str, str]:
    lists = {
        f"/sanction/list?page={page}": '<div class="view-content"><ul>'
        + "".join(map(opened_line, nids))
        + "</ul></div>"
        for page, nids in ((1, (103, 102)), (2, (101,)), (3, ()))
    }
    return lists | {f"/sanction/{nid}": opened_page(nid) for nid in (101, 102, 103)}


def council_pages() -> dict[str, str]:
    """The synthetic pages of a council, drawn from the selectors that clients use."""
    line = (
        "<tr><td>1</td><td>제11대</td><td>제332회</td><td>1차</td><td>"
        '<a href="/record/recordView.do?key=0123abcd">[ 임시 ] 운영위원회</a></td>'
        "<td>2025.08.27</td></tr>"
    )
    table = '<table class="normal_list"><tbody>{}</tbody></table>'
    bill = (
        "<table><tbody><tr onclick=\"goDetail('01','011','01667','3','1')\"><td>11-1667</td>"
        '<td>서울특별시 주차장 조례 일부개정조례안<div class="title">소관위원회: 교통위원회</div>'
        "</td><td>김가상 의원 외 1명</td><td>2024.01.02</td></tr></tbody></table>"
    )
    read = (
        '<div class="ViewBoxList"><div class="row"><div class="billlist_stitle">의안번호</div>'
        '<div class="billlist_stext">11-1667</div><div class="billlist_stitle2">의안종류</div>'
        '<div class="billlist_stext">조례안</div></div><div class="row">'
        '<div class="billlist_stitle">발의의원</div><div class="billlist_stext">'
        '<span class="manname">김가상</span><span class="manname">이시연</span></div></div></div>'
        '<table class="billinTable"><tr class="tdth"><th>처리일</th><th>처리결과</th></tr>'
        '<tr class="tdtd"><td>2024.02.29</td><td>원안가결</td></tr></table>'
        '<div class="billattachfile"><a class="attachfile" href="/f/1">의안원문.hwp</a></div>'
    )
    canvas = f'<html><body><div>메뉴</div><div id="canvas">{MINUTES_HTML}</div></body></html>'
    return {
        "/kr/assembly/late.do?pageNum=1": table.format(line),
        "/kr/assembly/late.do?pageNum=2": table.format(""),
        "/record/recordView.do?key=0123abcd": canvas,
        "/info/billSearchDetail.do?pageIndex=1&generationNum=011&billTypeCd=0": bill,
        "/info/billSearchDetail.do?pageIndex=2&generationNum=011&billTypeCd=0": "<table></table>",
        "/info/billRead.do": read,
    }


RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>가상일보</title>'
    "<item><title>시의회, 주차장 조례 통과</title><link>https://news.example.kr/1</link>"
    "<description>&lt;p&gt;가상시의회가 2일 조례를 처리했다.&lt;/p&gt;</description>"
    "<pubDate>Mon, 02 Mar 2026 09:00:00 +0900</pubDate></item></channel></rss>"
)
ATOM = (
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
    "<title>의회 보도자료</title><entry><title>제332회 임시회 개회</title>"
    '<link href="https://council.example.kr/7"/><updated>2026-03-01T00:00:00Z</updated>'
    "<summary>임시회를 연다.</summary></entry></feed>"
)
SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/'
    'sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
    "<loc>https://news.example.kr/2</loc><news:news><news:publication><news:name>가상신문"
    "</news:name></news:publication><news:publication_date>2026-03-03T09:00:00+09:00"
    "</news:publication_date><news:title>주차장 예산 논란</news:title></news:news></url>"
    "<url><loc>https://news.example.kr/about</loc></url></urlset>"
)
FEEDS = {"/feeds/rss.xml": RSS, "/feeds/atom.xml": ATOM, "/feeds/map.xml": SITEMAP}


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
    "<첨부파일><첨부파일명>별표.hwp</첨부파일명></첨부파일></AdmRulService>"
)
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
LINKS = {
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

    def _right(self, path: str, params: Params) -> Reply:
        target = params.get("target")
        if params.get("OC") == self.key and target == "admrul":
            return Reply((RULES if path.endswith("lawSearch.do") else RULE).encode())
        if params.get("OC") == self.key and target in LINKS:
            return LINKS[str(target)]
        return (
            self.local._right(path, params) if target == "ordin" else super()._right(path, params)
        )


def town() -> Town:
    """Everything behind one address."""
    return Town(
        {
            "/DRF": Laws(),
            "/portal/openapi": assembly(),
            "/openapi": clik(),
            f"/{KEY}/json": seoul(),
            "/": PagesServer(opengov() | council_pages() | FEEDS),
        }
    )


def options(url: str) -> dict[str, dict[str, str]]:
    """What a council of this town sets, by source."""
    return {
        "admrul": {"words": "주차"},
        **{name: {"laws": "900001"} for name in ("delegated", "hierarchy", "three-way", "amended")},
        "assembly": {"term": "22"},
        "clik-minutes": {"rasmbly_id": COUNCIL},
        "clik-bill": {"rasmbly_id": COUNCIL},
        "smc-bill": {"term": "11"},
        "data-seoul": {"service": "CouncilStat", "id": "SEQ", "title": "TTL", "date": "YMD"},
        "press": {
            "feeds": f"{url}/feeds/rss.xml {url}/feeds/atom.xml",
            "sitemaps": f"{url}/feeds/map.xml",
        },
    }
