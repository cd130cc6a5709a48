"""A reader a format: bytes in, `Extracted` or `Container` out, a leaf of `Unreadable` raised."""
