"""Korean: one normaliser and one analyser, used alike at index and at query."""
