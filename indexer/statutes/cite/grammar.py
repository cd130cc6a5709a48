"""The grammar of citations as regular expressions; each is bounded, so reading stays linear."""

import re
from typing import Final

ARTICLE: Final = (
    r"제\s{0,2}\d{1,4}\s{0,2}조(?:의\s?\d{1,3}(?![\d가-힣]*(?:명|인|개|배|가지|분의|월|년|일|퍼센트))"
    r"|\s의\s?\d{1,3}(?=\s*(?:제|에|의|에서|및|[^가-힣\d]))){0,3}"
    r"(?:(?<=조)\d{1,2}(?=\s{0,2}(?:【|\(|의\s?규정|제\s?\d{1,3}\s?[항호])))?"
    r"|제\d{1,4}(?:의\d{1,2})?(?=제\d{1,2}항)"
)
"""Also ``제106조3 【금지금】``, where ``의`` was left out, and ``제20제1항``, where ``조`` was."""
PARAGRAPH: Final = r"제\s{0,2}\d{1,3}\s{0,2}항"
ITEM: Final = (
    r"제\s{0,2}\d{1,3}의\s?\d{1,3}\s{0,2}호"
    r"|제\s{0,2}\d{1,3}\s{0,2}호(?:\s?의\s?\d{1,3}(?!\d|[가-힣]))?(?:의\d{1,3})?(?!\s?서식)"
)
SUBITEM: Final = r"[가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허](?:의\d{1,2})?목"
PART: Final = (
    r"(?:각\s?[호목]\s?외의\s?부분\s?)?(?:본문|단서|전단|후단)(?:\s(?:본문|단서|전단|후단))?"
)
AFTER: Final = (
    r"(?![가-힣])|(?=은|는|이|가|을|를|의|에|와|과|도|로|으로|만|상|중|등|및|또는|제\s?\d|시행|별표|별지|부칙|"
    r"이나|나|혹은|내지|부터|까지|각|본문|단서|전단|후단|에서|보다|하고|처럼|마다)"
)

UNIT_ARTICLE: Final = re.compile(ARTICLE)
UNIT_PARAGRAPH: Final = re.compile(PARAGRAPH)
UNIT_ITEM: Final = re.compile(ITEM)
UNIT_SUBITEM: Final = re.compile(
    SUBITEM + rf"(?:\d{{1,2}}\)|{AFTER})|\([가나다라마바사아자차카타파하]\)"
)
UNIT_PART: Final = re.compile(rf"\s{{0,2}}(?:의\s?)?({PART})(?:{AFTER})")
LOOSE_ARTICLE: Final = re.compile(
    r"(?<!\d)\d{1,4}\s?조(?:의\s?\d{1,2})?(?!\s?\d*\s?[억만천원])|제\s?\d{1,4}(?=의\s?규정)"
)
LOOSE_PARAGRAPH: Final = re.compile(r"(?<!\d)\d{1,3}\s?항|(?<!\n)[①-⑳]")
LOOSE_ITEM: Final = re.compile(r"(?<!\d)\d{1,3}\s?호(?:의\d{1,3})?")
LISTED: Final = re.compile(
    r"[①-⑳]|\d{1,3}항(?=제\d|[에의을를은는]|[^가-힣])|\d{1,4}조(?:의\d{1,2})?(?=제\d{1,2}[항호])"
)
"""Units without ``제`` that a list goes on with: ``제4항ㆍ5항``, ``제98조의2, 98조의3제2항``."""

GAP: Final = re.compile(r"(?:\s{0,12}│\n│)?\s{0,12}(?:의\s?(?=제))?")
"""Also over the border of a table's lines."""
HEADING: Final = re.compile(
    r"\s{0,2}(?:【[^【】\n]{0,80}】|\([^()\n「」]{0,60}\))(?:[ \t]{0,2}|\n(?=제))"
)
"""A heading between units: ``제76조 【가산세】 제7항``."""
BRACKET: Final = re.compile(r"\s{0,2}\((?:[^()「」]|\([^()「」]{0,80}\)){0,200}\)\s{0,2}")
"""What may stand between a name and its unit: ``(이하 "법"이라 한다)``, ``(법률 제1호)``."""
DECLARED: Final = re.compile(
    r"(?:이하|다음부터),?\s*(?P<here>이\s?[조항호목관절장]에서(?:는)?\s*)?"
    r"(?:[\"“”'‘’「｢]\s*(?P<name>[가-힣ㆍ·法令 ]{1,30})\s*[\"“”'‘’」｣]"
    r"|(?P<bare>법|영|규칙)(?=이?라))"
    r"\s*(?:(?:이?라고?|으?로)\s?(?:한|함|하|칭|약칭)|(?=\)))"
)
RANGE: Final = re.compile(r"\s{0,2}(?:부터|에서부터|내지|[~∼〜～])\s{0,2}")
CLOSING: Final = re.compile(r"[」｣”’\"'？]?")
"""The end of a quotation that a name stands in; files have ``？`` for a bracket that they lost."""
INSIDE: Final = re.compile(
    r"\s?[(\[](?=\s?(?:제\s?\d|[가나다라마바사아자차카타파하거너더러머버서]목)[^()\[\]\n]{1,120}(?:포함|제외|해당|한정|한한|적용|준용)[^()\[\]\n]{0,30}[)\]])"
)
"""A bracket with units of what stands before it: ``「국가보안법」(제10조를 제외한다)``."""
AMONG: Final = re.compile(r"\s?(?:에\s?규정된\s(?:범죄|죄)\s?)?중\s(?=제\d{1,4}조)")
"""``「민사소송법」 중 제145조``."""
DIVIDED: Final = re.compile(r"\s?(?:중\s)?제\d{1,2}[편장](?:의\d)?(?:제\d{1,2}[장절관]){0,2}")
"""The divisions of a law follow its name: ``「형법」 제2편제24장 살인의 죄 중 제250조``."""
OF_DIVISION: Final = re.compile(r"제\d{1,2}[편장절](?:의\d)?\s?[^\n\d「」.]{0,40}중\s?$")
DIVISIONS: Final = re.compile(
    r"\s?제\d{1,2}[편장](?:제\d{1,2}[장절])?\s?[가-힣ㆍ ]{0,30}죄\s?중\s(?=제\d{1,4}조)|"
    r"\s?제\d{1,2}[편장절관](?:(?:\([^()\n]{0,40}\)|제\d{1,2}[편장절관]|\s?(?:ㆍ|및|또는)\s?)){0,12}(?=제\d{1,4}조)"
)
_PLAIN: Final = r"[^()\[\]\n]"
_NESTED: Final = rf"[(\[](?:{_PLAIN}|[(\[]{_PLAIN}{{0,200}}+[)\]]){{0,300}}+[)\]]"
LONG_BRACKET: Final = re.compile(rf"\s?[(\[](?:{_PLAIN}|{_NESTED}){{0,600}}+[)\]]")
"""What may break off a list: ``제342조(미수범. 다만, 제329조는 제외한다), 제343조``."""
UNTIL: Final = re.compile(r"\s{0,2}까지(?:의\s?규정)?")
EACH: Final = re.compile(
    r"[ㆍ·](?:본문|단서|전단|후단)|\s?계산식\s외의\s부분|\s?각\s?[호목](?:\s외의\s?부분|의\s?(?:규정|사항))?|의\s?(?:개정)?규정"
)
CRIME: Final = re.compile(
    r"의\s죄(?:의\s(?:미수|상습)범)?(?:\s?(?:또는|및|와|과)\s?(?:그\s)?(?:예비ㆍ음모(?:죄)?\s?(?:또는|및)\s)?미수(?:죄|범))?"
)
"""``제8조의 죄 또는 그 미수죄, 제11조``."""
_DOTS: Final = "ㆍ·・‧∙•․？\ue000-\uf8ff"
"""The interpunct, and what files have in its place."""
AND: Final = re.compile(
    rf"\s{{0,2}}(?:[{_DOTS},，、/]|및|또는|혹은|그리고|이나|나|과|와|하고)\s{{0,3}}(?:또는\s|및\s)?"
)
DRAFT_AND: Final = re.compile(
    rf"(?:\s{{0,2}}(?:신설|삭제|개정|등|단서|각각))?\s{{0,2}}(?:[{_DOTS},，、/]|및|또는|과|와)\s{{0,3}}"
)

ANNEX: Final = re.compile(
    r"별표(?:\s{0,2}(?:제\s?)?(\d{1,3})(?:\s?호)?(?:\s?의\s?(\d{1,2})(?![\d가-힣]*(?:명|개)))?)?"
)
_FORM_NUMBER: Final = r"(?:제\s?)?(\d{1,3}(?:-\d{1,2})?)\s?호?(?:\s?의\s?(\d{1,3})(?:\s?호)?)?"
ROWS: Final = re.compile(
    r"(?:\s?(?:의\s?)?비고(?:란)?(?:의)?|\s중(?=\s제\s?\d{1,3}호))?\s{0,2}(?:의\s(?=제))?[Ⅰ-Ⅻ]{0,4}\s?"
)
"""What may stand between an annex and its items: ``별표 1 비고 제2호``, ``별표 6 Ⅵ 제1호``."""
TABLE: Final = re.compile(r"(?:란|비고|번호)(?:의)?\s?$")
"""Before an item of the annex just named: ``별표 1의 건설업종란 제3호``."""
FORM: Final = re.compile(
    rf"별지(?:\s{{0,2}}{_FORM_NUMBER})?\s{{0,2}}(?:각\s?호의\s?|의\s)?(?:서식|양식)"
    rf"|별지\s{{0,2}}{_FORM_NUMBER}(?=[와과]\s같[은이])"
)
FORM_AGAIN: Final = re.compile(rf"(?:별지\s)?{_FORM_NUMBER}\s{{0,2}}(?:의\s)?(?:서식|양식)")
ADDENDA: Final = re.compile(r"부\s?칙\s{0,2}(?:<[^<>\n]{0,60}>|\([^()\n]{0,80}\))?\s{0,2}")
PROMULGATED: Final = re.compile(r"(?:법률|대통령령|총리령|[가-힣]{2,12}부령)\s?제\s?(\d{1,6})호")

AMENDED: Final = re.compile(
    r"\s?(?P<name>[가-힣A-Za-z0-9ㆍ·‧, ]{2,80}?(?:법|법률|령|영|규칙|규정|직제))"
    r"(?:\s?(?:일부|전부|전문|중)?\s?(?:개정|폐지|제정)(?:법률|령|규칙|규정|법|헌법)?)?\s?(?=부\s?칙\s?제\s?\d)"
)
"""The law whose amendment was promulgated: ``법률 제1호 도로법 일부개정법률 부칙 제2조``."""

LAW_LIKE: Final = re.compile(
    r"(?:(?:(?<!방)|(?<=예방)|(?<=소방))법|법률|령|영|규칙|규정|조례|세칙|협약|조약|협정|의정서|헌장|헌법|고시|훈령|예규|지침|기준|요령|강령|직제|준칙|통칙|"
    r"규약|규범|합의서|국제코드|약전|품목분류표|관한\s권고|협약서|요강|편람|법전|고시문|정관|약관|Act)\s*(?:\([^()]{0,60}\))?$"
)
NO_LAW: Final = re.compile(
    r"개정령\s?\(안\)|(?:법률안|개정안|조례안|제정안|법안|규칙안|동의안|결의안|건의안)\b"
)
"""A bill is no law."""

UNKNOWN: Final = re.compile(
    r"(?:(?:[가-힣ㆍ·]{1,20}(?:의|및|과|와|등|또는)\s){0,4}[가-힣ㆍ·]{1,30}에\s?(?:관한|대한)\s?(?:[가-힣]{1,12}\s)?"
    r"(?:법률|특별법|특례법|특별조치법|규칙|규정|조례)|[가-힣ㆍ·]{1,30}?법)(?:\s?시행령|\s?시행규칙)?"
    r"(?=[」｣”’\"']?\s{0,2}(?:부칙\s)?제\s?\d{1,4}\s?조)"
    r"|[가-힣ㆍ·]{4,30}?법(?=의\s?규정에)"
)
"""A name that no dictionary has, before an article or ``의 규정에``."""
TREATY: Final = re.compile(
    r"(?:[가-힣]{1,6}[·ㆍ-][가-힣]{1,8}\s)?[가-힣]{2,20}?(?:협약|조약|협정)(?=\s?제\s?\d{1,4}\s?조|상\s|의\s|에\s)"
)
NO_NAME: Final = re.compile(
    r"(?:현행|개정|관련|관계|같은|동|구|신|종전|본|이|해당|당해|방|입|불|문|그|각|상기|위|전|용)법(?:\s?시행령|\s?시행규칙)?"
)
_EDGE: Final = r"(?<![가-힣A-Za-z0-9])"
_LINE: Final = r"(?:(?<=\n)|\A)"
START: Final = re.compile(
    "|".join(
        (
            r"(?P<note><(?:[^<>\n]{0,30})(?:개정|신설|삭제|전문|제정|폐지)[^<>]{0,600}>"
            r"|\[(?:본조|전문|제목|종전|본항|본호|시행|제\d{1,4}조(?:의\d{1,3})*에서)[^\[\]\n]{0,300}\])",
            r"(?P<declaration>(?:이하|다음부터)\s?[\"“'‘「｢][^\"”'’」｣\n]{1,30}[\"”'’」｣]\s?(?:이?라고?|으?로|\)))",
            r"(?P<quoted>[「｢『][^「」｢｣『』\n]{1,150}[」｣』])",
            rf"(?P<head>{_LINE}[#* \t]{{0,8}}제\s?\d{{1,4}}조(?:의\d{{1,3}}){{0,3}}"
            r"(?=\s?[(【]|\s?삭제|\s+(?!및|또는|각|중|제|부터|내지)))",
            r"(?P<sign>[①-⑳㉑-㉟㊱-㊿])",
            rf"(?P<item_line>{_LINE}[ \t]{{0,8}}\d{{1,3}}(?:의\d{{1,2}})?\\?\.(?=\s))",
            rf"(?P<subitem_line>{_LINE}[ \t]{{0,8}}[가-하]\\?\.(?=\s))",
            rf"(?P<draft>{_EDGE}안\s{{0,2}}(?:제\s(?=제\d))?(?P<title>제명\s?(?:[,ㆍ·]|및)\s{{0,2}})?(?=제\s?\d{{1,4}}\s?(?:조|항)|제\d{{1,4}}제\d{{1,2}}항|\d{{1,4}}조|별표|부칙\s?제))",
            rf"(?P<rel_law>{_EDGE}(?!이(?<=[)\]」]이))(?:같은|동|이|본|현행)\s{{0,2}}"
            r"(?:(?:법률\s?시행령|법률\s?시행규칙|법\s?시행령|법\s?시행규칙|법률|시행령|시행규칙|법|규칙|조례|규정|고시|훈령|협약)"
            rf"(?:{AFTER})|(?:영|령)(?![가-힣])|(?:영|령)(?=제\s?\d|에\s|에서\s|에도\s|이\s|이나\s|의\s|으로\s|과\s|은\s|을\s|같은|별표|별지|부칙)))",
            r"(?P<rel_annex>(?<![가-힣])(?:같은|동)\s?(?:별표|표)(?=\s?(?:의\s)?(?:비고|제\s?\d{1,3}\s?호|[Ⅰ-Ⅻ])))",
            rf"(?P<rel_unit>{_EDGE}(?!이목)(?:같은|동|이)\s{{0,2}}(?:조|항|호|목)(?:{AFTER}))",
            rf"(?P<previous>{_EDGE}전\s?(?:조|항|호)(?:{AFTER}))",
            r"(?P<annex>(?<![가-힣])별표)",
            r"(?P<form>(?<![가-힣])별지)",
            r"(?P<addenda>(?<![가-힣])부\s?칙(?=\s?(?:<[^<>\n]{0,60}>|\([^()\n]{0,80}\))?\s?제\s?\d))",
            r"(?P<promulgated>(?:법률|대통령령|총리령|[가-힣]{2,12}부령)\s?제\s?\d{1,6}호)",
            r"(?P<unit>제\s{0,2}\d{1,4}\s{0,2}(?:조|항|호))",
            r"(?P<loose>(?<![\d제.,·ㆍ-])\d{1,3}\s?조(?:의\s?\d{1,2})?"
            r"(?=\s?\d{1,2}\s?[항호]|[와과]\s?\d{1,4}\s?조|\([가-힣]{2,20}\)|에|의\s?규정|를\s?보|\s?(?:본문|단서)|는|도|하고|[.?,]|\s산))",
            rf"(?P<subitem>{_EDGE}{SUBITEM}(?:{AFTER}))",
            rf"(?P<short>{_EDGE}(?:법률|법|영|규칙|조례|시행\s?령|시행\s?규칙)"
            r"(?=\s?제\s?\d|\s?별표|\s?별지|\s?부칙|[은는이을를의에과와도상]|\(|\s?\d{1,4}조|으로|로|\s?및|\s?또는|[,ㆍ·]|\s))",
            rf"(?P<word>{_EDGE}[가-힣A-Za-z0-9])",
        )
    )
)
NUMBER: Final = re.compile(r"\d+")
