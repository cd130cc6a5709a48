"""Collections as files that leave the app: a sheet, two kinds of papers, a bundle."""
