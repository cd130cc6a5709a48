"""Many queries at once, from a pasted list or a sheet: read, found line by line, exported."""
