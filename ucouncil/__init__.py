"""u-council: the command line, settings and wiring; the one place that knows everything."""
