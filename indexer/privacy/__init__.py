"""Personal data: found, and papers that have it held."""
