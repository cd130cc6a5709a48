"""CLIK of the replay's town (synthetic papers in the form that is described)."""

from replay.canaries import KEY, TELEPHONE, WRITER
from replay.site import ClikServer

COUNCIL = "002001"
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


def councillor(number: int, council: str = COUNCIL) -> dict[str, object]:
    return {
        "DOCID": f"CLIKA{number:04d}",
        "RASMBLY_ID": council,
        "RASMBLY_NM": "가상시의회",
        "RASMBLY_NUMPR": "11",
        "ASEMBY_NM": ("김가상", "이시연", "박보기")[number - 1],
        "PPRTY_NM": "가상당",
        "PHOTO_FILE_URL": f"https://clik.example.kr/{TELEPHONE}.jpg",
        "OFFM_TLPHON": TELEPHONE,
    }


def study(number: int) -> dict[str, object]:
    return {
        "DOCID": f"CLIKP{number:04d}",
        "RASMBLY_ID": COUNCIL,
        "TITLE": f"주차장 수급 연구 {number}",
        "SITENM": "가상연구원",
        "SEEDNM": "연구보고서",
        "CDATE": f"2026010{number}",
        "WRITER": WRITER,
        "EXTRACTHTML": "<p>주차장이 모자란다.</p><p>27면이 더 든다.</p>",
        "URL": f"https://research.example.kr/{number}",
    }


def clik(largest: int = 100) -> ClikServer:
    other = sitting(9) | {"DOCID": "OTHER", "RASMBLY_ID": "041009"}
    papers = {
        "minutes": [*map(sitting, range(1, 6)), other],
        "bill": list(map(local_bill, range(1, 6))),
        "assemblyinfo": [councillor(1), councillor(2), councillor(3, "041009")],
        "policyinfo": [study(1), study(2)],
    }
    return ClikServer(papers, KEY, largest)
