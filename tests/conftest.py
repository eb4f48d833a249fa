"""Settings of every test: no test asserts a time, so Hypothesis has no deadline."""

from hypothesis import settings

settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")
