"""Data, not code: index schema, dictionaries, ranking profile, abbreviations, privacy rules."""
