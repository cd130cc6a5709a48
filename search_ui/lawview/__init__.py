"""The law view: a law on a day, its versions, what changed, what stands below and rests on it."""
