"""신구조문대비표: a comparison as a table of two columns, and as HTML, text, XLSX and HWPX."""
