"""The page of those who run the place: what it shows, and what it asks to be done."""
