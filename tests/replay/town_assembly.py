"""열린국회정보 of the replay's town (synthetic rows in the recorded form)."""

from replay.attached import small_pdf
from replay.canaries import EMAIL, KEY, TELEPHONE, WRITER
from replay.site import HERE, AssemblyServer


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


EVENTS: list[dict[str, object]] = [
    {
        "SCH_KIND": "위원회",
        "SCH_CN": f"제430회국회(임시회) 교통위원회 제{n}차 전체회의",
        "SCH_DT": "2099-03-02",
        "SCH_TM": "14:00",
        "CONF_DIV": "전체회의",
        "CMIT_NM": "교통위원회",
        "CONF_SESS": "제430회",
        "CONF_DGR": f"제{n}차",
        "EV_INST_NM": None,
        "EV_PLC": "본관 제1회의장",
    }
    for n in range(1, 4)
]
OLD_EVENT = EVENTS[0] | {"SCH_DT": "2001-03-02"}


def minutes_rows(committee: str | None) -> list[dict[str, object]]:
    """Two items of the agenda of one sitting."""
    number = "N000002" if committee else "N000001"
    return [
        {
            "CONFER_NUM": number,
            "TITLE": f"제430회국회(임시회) {committee or '본회의'} 제1차",
            "CLASS_NAME": "상임위원회" if committee else "국회본회의",
            "DAE_NUM": "22",
            "CONF_DATE": "2026-03-02",
            "COMM_NAME": committee,
            "SUB_NAME": f"{item}. 가상 주차장법 일부개정법률안",
            "VOD_LINK_URL": f"https://w3.assembly.go.kr/vod/{number}",
            "CONF_LINK_URL": f"https://likms.assembly.go.kr/record/{number}",
            "PDF_LINK_URL": f"{HERE}/assembly/viewer/minutes/download/pdf.do?id={number}",
            "CONF_ID": number,
        }
        for item in (1, 2)
    ]


ASSEMBLY_FILES = {"/assembly/viewer/minutes/download/pdf.do": small_pdf("Minutes", "Second page")}


def assembly(count: int = 5, largest: int = 1000) -> AssemblyServer:
    tables = {
        "TVBPMBILL11": bill_rows(count),
        "nzmimeepazxkubdpn": proposed_rows(count),
        "nwvrqwxyaytdsfvhu": MEMBERS,
        "ALLSCHEDULE": [*EVENTS, OLD_EVENT],
        "nzbyfwhwaoanttzje": minutes_rows(None),
        "ncwgseseafwbuheph": minutes_rows("교통위원회"),
    }
    return AssemblyServer(tables, KEY, largest)
