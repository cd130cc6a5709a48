"""Laws as a text names them: in 「」, bare, by a declared or a short name, by ``같은 법``."""

import re
from typing import Final

from indexer.statutes.cite import grammar as g
from indexer.statutes.cite.law_tails import LawTails
from indexer.statutes.cite.memory import Memory, related
from indexer.statutes.cite.names import Names
from indexer.statutes.cite.sentence import decree_before

_AFTER: Final = re.compile(rf"(?:{g.AFTER})|(?=[」｣”’\"'])")
_UNIT_NEXT: Final = re.compile(
    r"(?:\s{0,12}│\n│)?\s{0,3}(?:제\s?\d|\d{1,4}조|별표|별지|부\s?칙\s?제)"
)
_CITED_NEXT: Final = re.compile(r"\s?(?:제\s?\d{1,4}\s?[조항]|\d{1,4}조|별표|별지|부\s?칙\s?제)")
_ARTICLE_IN: Final = re.compile(r"제\s?\d{1,4}\s?조")
_LONG_NAME: Final = 4
"""Letters of a name that can hardly be the end of another."""
_TREATY: Final = re.compile(r"(?:협약|조약|협정|의정서)$")
_ARTICLE_NEXT: Final = re.compile(r"\s?제\s?\d{1,4}\s?조")
_RELATIVE: Final = re.compile(r"(같은|동|이|본|현행)\s*(.+)", re.DOTALL)
_QUOTED_RELATIVE: Final = re.compile(r"(?:같은|동)\s?(법(?:률)?\s?(?:시행령|시행규칙)?|영|령|규칙)")
_CERTAIN: Final = {
    "법": re.compile(
        r"에|을|의\s|은\s|과\s|이\s|으로|ㆍ(?!제도|조약)|\s?및(?!\s제도)|\s?또는|,|상|\("
        r"|\s(?![\s│]|제도|제정|관련\s(?:분야|학))"
    ),
    "영": re.compile(r"에\s?(?:따|의|서)|으로\s?정|의\s|과\s|은\s|ㆍ|,|\s?및|\s?또는"),
    "규칙": re.compile(r"에\s?(?:따|의|서)|으로|의\s|과\s|은\s"),
}
_NOT_CERTAIN: Final = re.compile(
    r"(?:다른|관련|관계|개별|해당|모든|각|외국의?|국내|일반|그|자치|당해|상위|특별|종전의?)\s?$"
)
_BILL: Final = re.compile(
    r"\s?(?:[일전]\s?부\s?)?개\s?정\s?(?:법률)?\s?안|\s?중\s?개정법률|\s?제정\s?(?:법률)?\s?안|안"
)
_OWN: Final = ("법", "법률", "영", "규칙", "조례", "법시행령", "법시행규칙")
_BILL_NUMBER: Final = re.compile(r"\s?\(의안번호")
_AGAIN: Final = re.compile(r"\s?(?:같은|동)\s?(령|영|규칙)(?=\s?제\s?\d)")
"""``같은법 같은령 제5조``."""
_FORMER: Final = re.compile(r"^\(?구\)?\s(?=\S)|\s?\((?:[^()]*개정[^()]*|법률\s제[^()]*)\)$")
"""``「구 도로법(법률 제1호로 개정되기 전의 것)」``."""


class LawTakers(LawTails):
    """Takes a law's name, and with it the units, annexes, forms and addenda that follow."""

    def __init__(self, text: str, mind: Memory, names: Names, bare: bool) -> None:
        super().__init__(text, mind, bare)
        self._names = names

    def _take_quoted(self, found: re.Match[str]) -> int:
        written = found[0][1:-1].strip()
        relative = _QUOTED_RELATIVE.fullmatch(written)
        if relative:
            return self._law(found.start(), found.end(), self._mind.same(relative[1]))
        cited = g.LAW_LIKE.search(written) or _ARTICLE_NEXT.match(self._text, found.end())
        if not cited and _ARTICLE_IN.search(written) and not g.NO_LAW.search(written):
            return found.start() + 1
        if not cited or g.NO_LAW.search(written) or _BILL_NUMBER.match(self._text, found.end()):
            return found.end()
        plain = _FORMER.sub("", written) or written
        title = self._mind.short.get(written) or self._names.title(plain)
        return self._law(found.start(), found.end(), title)

    def _take_word(self, found: re.Match[str]) -> int:
        for names in (self._mind.near, self._mind.names, self._names):
            name = names.at(self._text, found.start())
            if name and _AFTER.match(self._text, name[0]) and self._is_named(found.start(), *name):
                return self._law(found.start(), *name)
        unknown = g.UNKNOWN.match(self._text, found.start())
        if unknown and not g.NO_NAME.fullmatch(unknown[0]):
            return self._unknown(found.start(), unknown.end())
        treaty = g.TREATY.match(self._text, found.start())
        if treaty and _UNIT_NEXT.match(self._text, treaty.end()):
            return self._law(found.start(), treaty.end(), treaty[0])
        if treaty:
            self._mind.law = treaty[0]
            return treaty.end()
        return found.end()

    def _unknown(self, start: int, end: int) -> int:
        """A name that no dictionary has; ``구소득세법`` is a known one after a letter that is
        written together with it."""
        name = self._names.at(self._text, start + 1)
        if name and name[0] == end and len(name[1]) >= _LONG_NAME:
            return self._law(start + 1, *name)
        return self._law(start, end, self._names.title(self._text[start:end]))

    def _is_named(self, start: int, end: int, title: str) -> bool:
        """``헌법`` or a treaty's short name alone names no unit, and a bill no law."""
        written = self._text[start:end]
        if title == "대한민국헌법" or (_TREATY.search(written) and written != title):
            return _UNIT_NEXT.match(self._text, end) is not None
        return _BILL.match(self._text, end) is None

    def _take_rel_law(self, found: re.Match[str]) -> int:
        relation, word = _RELATIVE.fullmatch(found[0]).groups()  # type: ignore[union-attr]
        if relation == "현행":
            named = _CITED_NEXT.match(self._text, found.end())
            return self._law(found.start(), found.end(), None) if named else found.end()
        if relation in ("이", "본"):
            own = self._mind.own
            title = own if own and _fits(own, word) else None
            if own and title is None and word in ("법", "법률"):
                title = self._mind.short_title("법")
            if title is None and "".join(word.split()) not in _OWN:
                return found.end()
            return self._law(found.start(), found.end(), title, named=False)
        alone = not _UNIT_NEXT.match(self._text, found.end())
        decree = decree_before(self._found, word, found.start()) if alone else None
        title = decree or self._mind.same(word)
        vague = word in ("규정", "고시", "훈령", "협약", "령", "영")
        if title is None and (vague or self._mind.law):
            if not _ARTICLE_NEXT.match(self._text, found.end()):
                return found.end()
            return self._law(found.start(), found.end(), None, named=False)
        if title and (again := _AGAIN.match(self._text, found.end())):
            return self._law(found.start(), again.end(), related(title, again[1]))
        return self._law(found.start(), found.end(), title)

    def _take_short(self, found: re.Match[str]) -> int:
        """``법 제5조``, ``영``: the one declared, above this one, or (in other papers) beside
        the law last named."""
        word = "".join(found[0].split())
        title = self._mind.short_title(word)
        if _UNIT_NEXT.match(self._text, found.end()):
            title = title or self._mind.implied.get(word)
            if title is None and word in ("법률", "조례"):
                return found.end()
            if title is None and self._bare:
                title = self._mind.beside(word)
            return self._law(found.start(), found.end(), title)
        before = self._text[max(0, found.start() - 6) : found.start()]
        certain = _CERTAIN.get(word)
        if not title or not certain or _NOT_CERTAIN.search(before):
            return found.end()
        if not certain.match(self._text, found.end()):
            return found.end()
        return self._law(found.start(), found.end(), title)


def _fits(own: str, word: str) -> bool:
    """Whether ``이 법``, ``이 영``, ``이 규칙`` can be the statute ``own``."""
    act = own.endswith(("법", "법률"))
    if word in ("법", "법률"):
        return act
    return not act if word in ("영", "령", "규칙") else own.endswith(word)
