"""One small town with everything: what all sources serve in a replay (synthetic).

Canary contacts stand wherever the real services carry contacts.
"""

from replay.canaries import KEY, TELEPHONE
from replay.site import PagesServer, SeoulServer, Town
from replay.town_assembly import ASSEMBLY_FILES, assembly
from replay.town_clik import COUNCIL, clik
from replay.town_law import LAW_FILES, Laws
from replay.town_pages import FEEDS, council_pages, opengov


def seoul() -> SeoulServer:
    rows = [
        {"SEQ": str(n), "TTL": f"의정 통계 {n}", "YMD": "20260302", "MNG_TEL": TELEPHONE}
        for n in range(1, 4)
    ]
    return SeoulServer({"CouncilStat": rows}, KEY)


def town() -> Town:
    """Everything behind one address."""
    return Town(
        {
            "/DRF": Laws(),
            "/portal/openapi": assembly(),
            "/openapi": clik(),
            f"/{KEY}/json": seoul(),
            "/": PagesServer(opengov() | council_pages() | FEEDS | LAW_FILES | ASSEMBLY_FILES),
        }
    )


def options(url: str) -> dict[str, dict[str, str]]:
    """What a council of this town sets, by source."""
    return {
        "admrul": {"words": "주차"},
        **{name: {"laws": "900001"} for name in ("delegated", "hierarchy", "three-way", "amended")},
        "law-ordinances": {"names": "가상 주차"},
        "ordinance-laws": {"names": "가상시 주차장 조례"},
        "delegated-ordinances": {"begins": "가상시"},
        "assembly": {"term": "22"},
        "assembly-minutes": {"term": "22", "from_year": "2026"},
        "clik-minutes": {"rasmbly_id": COUNCIL},
        "clik-bill": {"rasmbly_id": COUNCIL},
        "clik-members": {"rasmbly_id": COUNCIL},
        "clik-policy": {"region": "002"},
        "smc-bill": {"term": "11"},
        "smc-members": {"menu": "001002001001"},
        "data-seoul": {"service": "CouncilStat", "id": "SEQ", "title": "TTL", "date": "YMD"},
        "press": {
            "feeds": f"{url}/feeds/rss.xml {url}/feeds/atom.xml",
            "sitemaps": f"{url}/feeds/map.xml",
        },
    }
