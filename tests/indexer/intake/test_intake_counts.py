"""Whatever the lines and files are: items in = loaded + unchanged + held + failed, again and again."""

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.extract.service import Extractor
from indexer.intake import load_paths
from records.model import Kind
from records.store import Records

VALUES = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.text(max_size=3))
)
KEYS = st.sampled_from(
    ["id", "title", "text", "date", "kind", "pages", "passages", "의안접수정보", "x"]
)
LINES = st.lists(
    st.one_of(
        st.dictionaries(KEYS, VALUES, max_size=5).map(json.dumps),
        st.fixed_dictionaries({"id": st.sampled_from("abc"), "title": st.text(min_size=1)}).map(
            json.dumps
        ),
        st.text(max_size=20).map(lambda text: text.replace("\n", "").replace("\r", "")),
    ),
    max_size=12,
)


@given(lines=LINES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_line_is_accounted_for(extractor: Extractor, lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "a.jsonl"
        path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        expected = sum(bool(line.encode("utf-8", "surrogatepass").strip()) for line in lines) or 1
        with Records.create(f"sqlite:///{home}/records.db", f"{home}/originals") as records:
            first = load_paths(records, extractor, [path], Kind.OTHER)
            again = load_paths(records, extractor, [path], Kind.OTHER)
            assert first.total == again.total == expected
            assert (again.loaded, again.held) == (0, 0)
            assert again.unchanged == first.loaded + first.held
            assert {f.path for f in records.failures()} == {f.path for f in first.failed}
