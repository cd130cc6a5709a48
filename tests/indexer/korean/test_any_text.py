"""Any text at all is analysed: no crash, and every token inside the text, within its contract.

A tenth of the strings here; ``make soak`` gives all 100,000 (``UCOUNCIL_STRINGS``).
"""

import os
import random
from collections.abc import Iterator

import pytest

from indexer.engines.seam import LONGEST_TOKEN, check_stream
from indexer.korean.analyser import Analyser
from indexer.korean.letters import join_streams
from indexer.search.intents import find_intents, without
from indexer.search.parser import parse
from indexer.search.typed.half import stretches
from indexer.search.typed.keyboard import hangul, latin
from indexer.search.typed.slips import one_jamo_away
from records.model import FOREVER

COUNT = int(os.environ.get("UCOUNCIL_STRINGS", "10000"))
BATCHES = 10
ALPHABETS = (
    "가각갂힣뷁의안예산조례시도",
    "ㄱㄴㅎㅏㅣㅋㅠㆍᆞ",
    "ᄀ나ᅵᆨᆫ",
    "abzZ019.,-·",
    " \t\n\u3000\u00a0\u200b\ufeff\u2028",
    "\0\x01\x1c\x1f\x7f\x85\ud800\udfff\ufffe",
    "😀👩‍👩‍👧🇰🇷\ufe0f\u20e3",
    "市議會樂女李\uf900\u3400𠀀",
    "제조항호목의1234567890",
    "\"'“”「」()OR-:|∅⏎␣_/+#",
    "e\u0301\u0300\u0327אبक्ष",
)
PIECES = (
    "제38조의2제1항제3호", "2009년도", "ㅋㅋㅋㅋ", "의안번호 2000039", "시ㆍ도지사", "종류:", "제213회",
    "행정사무감사를", "dmldks", "ＡＢＣ４", "1,234.5", " 의", " 도",
)  # fmt: skip


def strings(seed: int, count: int) -> Iterator[str]:
    """Random strings, from one alphabet, from several, or with real pieces between."""
    chance = random.Random(seed)
    for _ in range(count):
        alphabets = chance.sample(ALPHABETS, chance.randint(1, 4))
        made = [
            chance.choice(PIECES)
            if chance.random() < 0.1
            else chance.choice(chance.choice(alphabets))
            for _ in range(chance.randint(0, 40))
        ]
        yield "".join(made) * (chance.randint(2, 50) if chance.random() < 0.02 else 1)


def check(analyser: Analyser, text: str) -> None:
    """Tokens lie in the text in order, and the streams keep the token contract."""
    streams = analyser.streams(text)
    starts = [token.start for token in streams.morphemes]
    assert starts == sorted(starts)
    for token in (*streams.morphemes, *analyser.query_tokens(text)):
        assert 0 <= token.start < token.end <= len(text)
        assert 0 < len(token.form) <= LONGEST_TOKEN
    forms = [token.form for token in streams.morphemes]
    for stream in (forms, streams.bigrams, streams.pairs, streams.letters):
        check_stream(join_streams([" ".join(stream)]))


@pytest.mark.parametrize("seed", range(BATCHES))
def test_any_text_is_analysed(seed: int) -> None:
    analyser = Analyser()
    for text in strings(seed, COUNT // BATCHES):
        check(analyser, text)


@pytest.mark.parametrize("letter", ["가", "ㅋ"])
def test_a_word_of_a_million_syllables_is_analysed(letter: str) -> None:
    check(Analyser(), letter * 1_000_000)


@pytest.mark.parametrize(
    "piece", ["a", "1", "市", "😀", "\0", "\ud800", "ㆍ", "제1조", " 의", "의 ", '"', "-"]
)
def test_a_long_run_of_anything_is_analysed(piece: str) -> None:
    check(Analyser(), piece * 50_000)


@pytest.mark.parametrize("seed", range(2))
def test_any_query_is_understood(seed: int) -> None:
    for text in strings(100 + seed, COUNT // 20):
        words = parse(text).words
        for intent in find_intents(words, {}, FOREVER.replace(year=2009)):
            assert 0 <= intent.words[0] <= intent.words[1] < len(words)
            assert isinstance(without(text, intent), str)
        for word in words:
            assert all(isinstance(one, str | None) for one in (hangul(word), latin(word)))
            assert word not in one_jamo_away(word)
            assert all(stretches(word, [text]))
