"""Addresses hold the state: every view can be written and read back."""

from datetime import date
from urllib.parse import parse_qsl, urlparse

from hypothesis import given
from hypothesis import strategies as st

from records.model import Kind
from search_ui.address import SIZES, SORTS, View

WORD = st.text(min_size=1, max_size=20)
VIEWS = st.builds(
    View,
    q=st.text(max_size=40),
    kinds=st.lists(st.sampled_from([k.value for k in Kind]), unique=True).map(tuple),
    year=st.none() | WORD,
    committee=st.none() | WORD,
    agency=st.none() | WORD,
    member=st.none() | WORD,
    session=st.none() | WORD,
    date_from=st.none() | st.dates(),
    date_to=st.none() | st.dates(),
    as_of=st.none() | st.dates(),
    history=st.booleans(),
    sort=st.sampled_from(list(SORTS)),
    size=st.sampled_from(SIZES),
    page=st.integers(1, 999_999),
)


def parameters(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlparse(address).query, keep_blank_values=True))


@given(VIEWS)
def test_a_view_is_read_back_from_its_link(view: View) -> None:
    assert View.of(parameters(view.link())) == view


@given(VIEWS)
def test_a_document_keeps_the_way_back(view: View) -> None:
    opened = parameters(view.open("a:1", page=3, at=None))
    assert (opened["doc"], opened["page"]) == ("a:1", "3")
    assert View.of(opened) == view


@given(st.dictionaries(st.sampled_from(["p", "size", "from", "kind", "sort", "asof"]), WORD))
def test_what_is_not_valid_counts_as_absent(given_parameters: dict[str, str]) -> None:
    view = View.of(given_parameters)
    assert view.page >= 1
    assert view.size in SIZES
    assert view.sort in SORTS


def test_a_change_leads_to_the_first_page() -> None:
    view = View(q="예산", page=4, as_of=date(2009, 2, 24))
    assert parameters(view.link(year="2009")) == {"q": "예산", "year": "2009", "asof": "2009-02-24"}
