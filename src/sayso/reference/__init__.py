"""Other people's records as values, for setting beside a tally: never merged with what was read."""
