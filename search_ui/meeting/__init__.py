"""Meeting mode (회의 중): a day's agenda with its papers at hand, the bundle to take along, and
the screens that staff put papers on."""
