"""조례 점검: what the radar found, as a page and as a workbook."""
