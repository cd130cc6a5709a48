"""From what a person types to a `Query`. It never fails: every half-typed text means something.

What cannot be understood (an unclosed quote, half a date, an unknown kind) is set aside or
taken in the most likely sense, and a note says so; a person in a meeting sees results while
typing, not an error.

>>> parse('지방의회 "의정활동비" -보도 종류:의안').clauses
(Word(text='지방의회'), Exact(text='의정활동비'), Exclude(part=Word(text='보도')), \
Narrow(field='kind', values=('bill',)))
"""

from dataclasses import replace
from typing import Final

from indexer.search.days import day, period
from indexer.search.fields import KOREAN, Special, field, tidy
from indexer.search.lexer import Lexeme, lexemes
from indexer.search.tree import (
    Clause,
    Either,
    Exact,
    Exclude,
    FieldName,
    Leaf,
    Narrow,
    Query,
    Word,
)

LONGEST: Final = 500
"""Letters of a query that are read; a note says when there were more."""
MOST_CLAUSES: Final = 40
_EITHER = frozenset({"OR", "또는", "|"})
_SILENT = frozenset({"AND", "&", ""})


def parse(text: str) -> Query:
    """Understand ``text``; notes say what was set aside."""
    notes = []
    if len(text) > LONGEST:
        notes.append(f"검색어가 길어 앞 {LONGEST}자만 읽었습니다")
    reader = _Reader(lexemes(text[:LONGEST]), notes)
    query = reader.read()
    if len(query.clauses) > MOST_CLAUSES:
        note = f"조건이 많아 앞 {MOST_CLAUSES}개만 찾았습니다"
        return replace(query, clauses=query.clauses[:MOST_CLAUSES], notes=(*query.notes, note))
    return query


class _Reader:
    """Goes through the lexemes once, gathering clauses."""

    def __init__(self, found: list[Lexeme], notes: list[str]) -> None:
        self._lexemes = _without_history_words(found)
        self._history = len(self._lexemes) < len(found)
        self._notes = notes
        self._day: Query = Query()

    def read(self) -> Query:
        clauses: list[Clause] = []
        joining = False
        for lexeme in self._lexemes:
            if lexeme.plain and lexeme.value in _EITHER:
                joining = True
                continue
            clause = self._clause(lexeme)
            if clause is None:
                continue
            clauses.append(_either(clauses.pop(), clause) if joining and clauses else clause)
            joining = False
        return replace(
            self._day, clauses=tuple(clauses), history=self._history, notes=tuple(self._notes)
        )

    def _clause(self, lexeme: Lexeme) -> Leaf | Exclude | None:
        leaf = self._leaf(lexeme)
        return Exclude(leaf) if leaf is not None and lexeme.excluded else leaf

    def _leaf(self, lexeme: Lexeme) -> Leaf | None:
        name = field(lexeme.field) if lexeme.field else None
        if name is not None:
            return self._field(name, lexeme)
        if not lexeme.quoted:
            return None if lexeme.value in _SILENT else Word(lexeme.value)
        if not lexeme.closed and lexeme.value:
            self._notes.append(f"닫는 따옴표가 없어 끝까지 찾습니다: “{lexeme.value}”")
        return Exact(lexeme.value) if lexeme.value else None

    def _field(self, name: FieldName | Special, lexeme: Lexeme) -> Leaf | None:
        if not lexeme.value and name != "history":
            self._notes.append(f"‘{lexeme.field}:’ 뒤에 값을 적으세요")
            return None
        if name == "period":
            return self._period(lexeme)
        if name == "as_of":
            self._as_of(lexeme)
            return None
        if name == "history":
            self._history = lexeme.value not in ("제외", "no", "false")
            return None
        if name == "year" and (found := period(lexeme.value)) and ".." in lexeme.value:
            return found
        return self._narrow(name, lexeme)

    def _narrow(self, name: FieldName, lexeme: Lexeme) -> Leaf | None:
        parts = [lexeme.value] if lexeme.quoted else lexeme.value.split(",")
        values = tuple(dict.fromkeys(one for part in parts for one in tidy(name, part)))
        if not values:
            self._notes.append(f"모르는 {KOREAN[name]}: ‘{lexeme.value}’ (이 조건 없이 찾습니다)")
            return None
        return Narrow(name, values)

    def _period(self, lexeme: Lexeme) -> Leaf | None:
        found = period(lexeme.value)
        if found is None:
            self._notes.append(
                f"기간을 읽지 못했습니다: ‘{lexeme.value}’ (예: 기간:2009-01..2009-03)"
            )
        return found

    def _as_of(self, lexeme: Lexeme) -> None:
        found = day(lexeme.value)
        if found is None:
            self._notes.append(f"시점은 하루여야 합니다: ‘{lexeme.value}’ (예: 시점:2009-02-24)")
        else:
            self._day = replace(self._day, as_of=found)


def _either(before: Clause, after: Leaf | Exclude) -> Either:
    parts = before.parts if isinstance(before, Either) else (before,)
    return Either((*parts, after))


def _without_history_words(found: list[Lexeme]) -> list[Lexeme]:
    """Take out ``연혁포함``, ``연혁 포함`` and ``연혁``; the last only beside other words, since
    alone it is what is looked for."""
    kept: list[Lexeme] = []
    for lexeme in found:
        after_history = kept and kept[-1].plain and kept[-1].value == "연혁"
        if lexeme.plain and lexeme.value == "포함" and after_history:
            kept[-1] = replace(kept[-1], value="연혁포함")
        else:
            kept.append(lexeme)
    flags = {"연혁포함"} if len(kept) == 1 else {"연혁포함", "연혁"}
    return [lexeme for lexeme in kept if not (lexeme.plain and lexeme.value in flags)]
