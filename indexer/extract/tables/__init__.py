"""Tables of a PDF by the lines that rule them: lines of a page, grids, letters in cells."""
