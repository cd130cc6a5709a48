"""Text, tables, pages and metadata out of files, in killable workers."""
