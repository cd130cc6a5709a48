"""The second step of ranking: the engine's first hundred, looked at twice by our profile."""
