"""Measurements: relevance, latency, scale, and kills. Each prints machine, data and command."""
