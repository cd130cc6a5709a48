"""The domain model: frozen dataclasses, the field's own names, no behaviour beyond reading."""

from records.model.council import (
    DataRequest,
    Meeting,
    Member,
    Relation,
    RelationKind,
    RequestStatus,
    Session,
)
from records.model.document import Attachment, Document, Kind, Passage, Privacy, Visibility
from records.model.statute import FOREVER, Article, ArticleInForce, Statute, Version

__all__ = [
    "FOREVER",
    "Article",
    "ArticleInForce",
    "Attachment",
    "DataRequest",
    "Document",
    "Kind",
    "Meeting",
    "Member",
    "Passage",
    "Privacy",
    "Relation",
    "RelationKind",
    "RequestStatus",
    "Session",
    "Statute",
    "Version",
    "Visibility",
]
