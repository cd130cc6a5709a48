"""Who reads what: each visibility against each viewer."""

import pytest

from records.model import Document, Kind, Privacy, Visibility
from records.viewer import Viewer
from records.visibility import may_read, readers_of

VIEWERS = (
    "public", "researcher", "member:m012", "member:m099", "committee:교통위원회", "committee:환경",
    "staff", "operator",
)  # fmt: skip


def readers(visibility, *named, privacy=Privacy.CLEAR):
    paper = Document(
        "a:1", Kind.REQUEST, "요구자료", visibility=visibility, readers=named, privacy=privacy
    )
    return [name for name in VIEWERS if may_read(Viewer.parse(name), paper)]


def test_a_public_paper_is_for_all():
    assert readers(Visibility.PUBLIC) == list(VIEWERS)


def test_a_council_paper_is_for_the_house():
    assert set(VIEWERS) - set(readers(Visibility.COUNCIL)) == {"public", "researcher"}


def test_a_staff_paper_is_for_staff():
    assert readers(Visibility.STAFF) == ["staff", "operator"]


def test_a_request_is_for_its_member_and_committee_until_it_is_released():
    named = readers(Visibility.NAMED, "member:m012", "committee:교통위원회")
    assert named == ["member:m012", "committee:교통위원회", "staff", "operator"]


@pytest.mark.parametrize("visibility", Visibility)
def test_what_is_held_is_for_nobody(visibility):
    assert readers(visibility, "member:m012", privacy=Privacy.HELD) == []


def test_a_document_says_nothing_is_closed():
    assert readers_of(Document("a:1", Kind.BILL, "의안")) == ("operator", "staff")
