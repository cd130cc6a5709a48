"""The link to e-approval (전자결재 연동): packs from a folder or over HTTP, into the records."""
