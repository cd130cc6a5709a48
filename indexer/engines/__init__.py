"""The engine seam and its two engines: embedded (tantivy) and Elasticsearch."""
