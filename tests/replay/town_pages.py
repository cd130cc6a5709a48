"""Pages and feeds of the replay's town: 정보소통광장 (abridged form), a council, the press.

The council's pages are synthetic, drawn from the selectors that clients use.
"""

from replay.attached import small_pdf
from replay.canaries import EMAIL, TELEPHONE, WRITER
from replay.town_clik import MINUTES_HTML


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
        '<ul class="list-attachment"><li><p class="title-down">현황.pdf <span class="txt-gray">'
        '(3 KB)</span></p><a href="/og/com/download.php?nid='
        f'{nid}&amp;dtype=basic&amp;rid=F{nid}&amp;fid=" class="btn btn-download">원문</a></li><li>'
        '<p class="title-down"><span>명단.xlsx</span></p>'
        '<span class="txt-notopen">비공개 문서</span></li></ul>'
        '<table class="table table-response"><tbody><tr><th scope="row">기관명</th><td>서울시</td>'
        '<th scope="row">부서명</th><td>주차계획과</td></tr><tr><th scope="row">문서번호</th>'
        f'<td>주차계획과-{nid}</td><th scope="row">생산일자</th><td>2026-07-15</td></tr><tr>'
        '<th scope="row">공개구분</th><td>부분공개</td><th scope="row">보존기간</th><td>5년</td></tr>'
        f'<tr><th scope="row">작성자(전화번호)</th><td>{WRITER} ({TELEPHONE})</td></tr>'
        "</tbody></table></div>"
    )


def opengov() -> dict[str, str | bytes]:
    lists: dict[str, str | bytes] = {
        f"/sanction/list?page={page}": '<div class="view-content"><ul>'
        + "".join(map(opened_line, nids))
        + "</ul></div>"
        for page, nids in ((1, (103, 102)), (2, (101,)), (3, ()))
    }
    for nid in (101, 102, 103):
        lists[f"/sanction/{nid}"] = opened_page(nid)
        address = f"/og/com/download.php?nid={nid}&dtype=basic&rid=F{nid}"
        lists[address] = small_pdf(f"Parking {nid}", "Lots on page two")
    return lists


def councillor(name: str) -> str:
    return (
        f"<div><p class='mem_name'>{name} 의원</p><ul><li>선거구 : 가상시 제1선거구</li>"
        "<li>소속정당 : 가상당</li><li>상임위원회 : 교통위원회, 운영위원회</li>"
        f"<li>전화 : {TELEPHONE}</li><li>전자우편 : <a href='mailto:{EMAIL}'>{EMAIL}</a></li></ul></div>"
    )


def council_pages() -> dict[str, str | bytes]:
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
        '<div class="billattachfile"><a class="attachfile" href="/f/1">의안원문.pdf</a>'
        '<a href="#" onclick="fileTrans(\'/f/2\')">검토보고서.pdf</a></div>'
    )
    canvas = f'<html><body><div>메뉴</div><div id="canvas">{MINUTES_HTML}'
    canvas += (
        '<p>(참고) <a href="/record/appendixDownload.do?key=0123abcd&download=Y">검토보고서</a> '
        "(회의록 끝에 실음)</p></div></body></html>"
    )
    return {
        "/kr/assembly/late.do?pageNum=1": table.format(line),
        "/kr/assembly/late.do?pageNum=2": table.format(""),
        "/record/recordView.do?key=0123abcd": canvas,
        "/info/billSearchDetail.do?pageIndex=1&generationNum=011&billTypeCd=0": bill,
        "/info/billSearchDetail.do?pageIndex=2&generationNum=011&billTypeCd=0": "<table></table>",
        "/info/billRead.do": read,
        "/main/memIntro01.do": "<input class='memLinkk' onclick=\"memberPop('1174','11')\">"
        "<input class='memLinkk' onclick=\"memberPop('1175','11')\">",
        "/main/memberPop.do?mno=1174&period=11": councillor("김가상"),
        "/main/memberPop.do?mno=1175&period=11": councillor("이시연"),
        "/kr/cast/vod.do?pageNum=1": table.format(
            line.replace("/record/recordView.do?key=0123abcd", "/kr/cast/player.do?key=77")
        ),
        "/kr/cast/vod.do?pageNum=2": "<div>조회된 목록이 없습니다.</div>",
        "/f/1": small_pdf("Bill 1667"),
        "/f/2": small_pdf("Review 1667"),
        "/record/appendixDownload.do": small_pdf("Appendix"),
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
