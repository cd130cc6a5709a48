"""Citations: spans of a text that name a law, an article or a unit of one, and what they mean."""
