"""Work that stays: collections, citations, saved searches and their news, history."""
