"""Origins: whose count a claim goes back to, and which reports only repeat it."""
