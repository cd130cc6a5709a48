"""Records: the only truth. The domain model, the database, the originals, who may see what."""
