"""열린국회정보 of the replay's town (synthetic rows in the recorded form)."""

from replay.canaries import EMAIL, KEY, TELEPHONE, WRITER
from replay.site import AssemblyServer


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
